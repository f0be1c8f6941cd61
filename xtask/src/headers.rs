//! The production headers, in one place: what the local server sends is what a host must send.

use crate::compress::files_below;
use crate::html::between;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What pages may do. `{scripts}` and `{styles}` stand for the hashes of what pages carry in themselves.
///
/// `form-action 'self'`: the search box is a real GET form that works without a script.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; upgrade-insecure-requests";

/// The headers beside the policy.
pub const OTHERS: [(&str, &str); 8] = [
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

/// The style sheets that pages carry in themselves, by the start of their names.
const SHEETS: [&str; 4] = ["style-", "atlas-", "practice-", "quiz-"];

/// What pages carry in themselves, as the content policy names it.
///
/// A hash lets through these very bytes and nothing else, so that the policy is as strict as one without them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    pub scripts: Vec<String>,
    pub styles: Vec<String>,
}

impl Inline {
    /// Of a built site: its sheets also lie in `assets/`, its script stands in every page.
    pub fn of(site: &Path) -> Self {
        let first = fs::read_to_string(site.join("index.html")).unwrap_or_default();
        let scripts = between(&first, "<script>", "</script>").map(|text| source(text.as_bytes()));
        let files = files_below(&site.join("assets")).unwrap_or_default();
        let styles = files.iter().filter(|file| {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("");
            name.ends_with(".css") && SHEETS.iter().any(|sheet| name.starts_with(sheet))
        });
        let styles = styles.filter_map(|file| Some(source(&fs::read(file).ok()?)));
        Inline { scripts: scripts.collect(), styles: styles.collect() }
    }

    /// The policy of a site.
    pub fn policy(&self) -> String {
        let list = |sources: &[String]| {
            sources.iter().map(|source| format!(" {source}")).collect::<String>()
        };
        POLICY.replace("{scripts}", &list(&self.scripts)).replace("{styles}", &list(&self.styles))
    }
}

fn source(bytes: &[u8]) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// On every response of a site, whatever its status.
pub fn security(inline: &Inline) -> Vec<(&'static str, String)> {
    let others = OTHERS.map(|(name, value)| (name, String::from(value)));
    [("Content-Security-Policy", inline.policy())].into_iter().chain(others).collect()
}

/// The text of a host's file with the policy of a site in the place of the one that it holds.
pub fn with_policy(text: &str, inline: &Inline) -> String {
    let start = "default-src 'none'; ";
    let end = "; upgrade-insecure-requests";
    let parts = text.split_once(start);
    let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    parts.map_or_else(|| text.into(), |(before, after)| [before, &inline.policy(), after].concat())
}

/// What of the content policy a page can say of itself, for hosts that send no headers; its writer fills in the hashes
/// of what stands in it.
///
/// `frame-ancestors` is left out: browsers ignore it in a `<meta>`, because the page has then been framed already,
/// and they report it as a mistake on every page. Nothing stands in for it.
pub fn policy_in_page() -> String {
    let said = POLICY.split("; ").filter(|directive| !directive.starts_with("frame-ancestors "));
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
        let in_page = policy_in_page();
        let left_out =
            POLICY.split("; ").filter(|part| !in_page.split("; ").any(|own| own == *part));
        assert_eq!(left_out.collect::<Vec<_>>(), ["frame-ancestors 'none'"]);
        assert_eq!(in_page.split("; ").count() + 1, POLICY.split("; ").count());
        assert!(!in_page.contains('"'), "it stands between quotation marks");
    }

    #[test]
    fn a_header_is_named_once_and_fits_on_a_line() {
        let security = security(&Inline::default());
        for (index, (name, value)) in security.iter().enumerate() {
            assert!(security.iter().skip(index + 1).all(|(other, _)| other != name), "{name}");
            assert!(value.is_ascii() && !value.contains('\n'), "{name}");
        }
    }

    #[test]
    fn the_policy_names_what_stands_in_pages_by_its_hash() {
        let inline = Inline {
            scripts: vec![source(b"")],
            styles: vec!["'sha256-b'".into(), "'sha256-c'".into()],
        };
        let policy = inline.policy();
        let script = "script-src 'self' 'wasm-unsafe-eval' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';";
        assert!(policy.contains(script), "{policy}");
        assert!(policy.contains("style-src 'self' 'sha256-b' 'sha256-c';"), "{policy}");
        let none = Inline::default().policy();
        assert!(!none.contains(['{', '}']) && !none.contains("sha256"), "{none}");
    }

    #[test]
    fn the_policy_of_a_hosts_file_is_replaced_and_nothing_else() {
        let old = Inline::default();
        let new = Inline { scripts: vec!["'sha256-a'".into()], styles: vec!["'sha256-b'".into()] };
        let file =
            |inline: &Inline| format!("# a\nadd_header X \"{}\" always;\nb\n", inline.policy());
        assert_eq!(with_policy(&file(&old), &new), file(&new));
        assert_eq!(with_policy(&file(&new), &new), file(&new));
        assert_eq!(with_policy("no policy", &new), "no policy");
    }
}
