//! The production headers, in one place: what the local server sends is what a host must send.

/// On every response, whatever its status.
///
/// `form-action 'self'`: the search box is a real GET form that works without a script.
pub const SECURITY: [(&str, &str); 9] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; upgrade-insecure-requests",
    ),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), autoplay=(self), fullscreen=(self), screen-wake-lock=(self)",
    ),
];

/// What of the content policy a page can say of itself, for hosts that send no headers.
///
/// `frame-ancestors` is left out: browsers ignore it in a `<meta>`, because the page has then been framed already,
/// and they report it as a mistake on every page. Nothing stands in for it.
pub fn policy_in_page() -> String {
    let policy = SECURITY.iter().find(|(name, _)| *name == "Content-Security-Policy");
    let directives = policy.map_or("", |(_, value)| value).split("; ");
    let said = directives.filter(|directive| !directive.starts_with("frame-ancestors "));
    said.collect::<Vec<_>>().join("; ")
}

pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";
pub const REVALIDATE: &str = "no-cache";
pub const NEVER: &str = "no-store";

/// How long a file that exists may be kept, from its name.
pub fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) { IMMUTABLE } else { REVALIDATE }
}

/// `name-<12 to 64 hex>.ext`, or the same with `_bg` before the extension.
pub fn is_hashed(name: &str) -> bool {
    let Some((stem, extension)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    let is_hex = hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    is_hex && (12..=64).contains(&hash.len()) && !extension.is_empty()
}

pub fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_may_be_kept_for_ever() {
        let cases = [
            ("app-0123456789ab.js", IMMUTABLE),
            ("app-0123456789abcdef_bg.wasm", IMMUTABLE),
            ("vneid-fedcba9876543210.json", IMMUTABLE),
            ("app-0123456789a.js", REVALIDATE),
            ("khong-can-cap-nhat.json", REVALIDATE),
            ("app-0123456789aZ.js", REVALIDATE),
            ("index.html", REVALIDATE),
            ("sw.js", REVALIDATE),
        ];
        for (name, wanted) in cases {
            assert_eq!(cache_control(name), wanted, "{name}");
        }
    }

    #[test]
    fn every_type_that_a_browser_insists_on_is_named() {
        let cases = [
            ("a.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.webmanifest", "application/manifest+json; charset=utf-8"),
            ("a.svg", "image/svg+xml"),
            ("a.csv", "text/csv; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
        ];
        for (name, wanted) in cases {
            assert_eq!(content_type(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_page_says_all_of_the_policy_but_who_may_frame_it() {
        let (_, whole) = SECURITY[0];
        let in_page = policy_in_page();
        let left_out =
            whole.split("; ").filter(|part| !in_page.split("; ").any(|own| own == *part));
        assert_eq!(left_out.collect::<Vec<_>>(), ["frame-ancestors 'none'"]);
        assert_eq!(in_page.split("; ").count() + 1, whole.split("; ").count());
        assert!(!in_page.contains('"'), "it stands between quotation marks");
    }

    #[test]
    fn a_header_is_named_once_and_fits_on_a_line() {
        for (index, (name, value)) in SECURITY.iter().enumerate() {
            assert!(SECURITY.iter().skip(index + 1).all(|(other, _)| other != name), "{name}");
            assert!(value.is_ascii() && !value.contains('\n'), "{name}");
        }
    }
}
