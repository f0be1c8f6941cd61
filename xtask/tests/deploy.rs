//! The files of `deploy/` say what `headers` says: word by word, and nothing else.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use xtask::headers::{
    IMMUTABLE, Inline, NEVER, REVALIDATE, cache_control, content_type, security as of_site,
};

type Headers = BTreeMap<String, String>;

fn shipped(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What the pages of the release carry, as one of the files says it; the build compares it with the pages.
fn inline() -> Inline {
    let text = shipped("pages/_headers");
    let hashes = |start: &str| {
        let (_, rest) = text.split_once(start).unwrap();
        let (sources, _) = rest.split_once(';').unwrap();
        sources.split(' ').filter(|source| source.starts_with("'sha256-")).map(Into::into).collect()
    };
    Inline { scripts: hashes("script-src "), styles: hashes("style-src ") }
}

#[test]
fn a_policy_lets_through_one_script_and_four_styles_by_their_hashes() {
    let Inline { scripts, styles } = inline();
    assert_eq!((scripts.len(), styles.len()), (1, 4));
    for source in scripts.iter().chain(&styles) {
        assert_eq!(source.len(), "'sha256-'".len() + 44, "{source}");
    }
}

fn security() -> Headers {
    of_site(&inline()).into_iter().map(|(name, value)| (name.into(), value)).collect()
}

fn with(more: &[(&str, &str)]) -> Headers {
    let more = more.iter().map(|(name, value)| ((*name).into(), (*value).into()));
    security().into_iter().chain(more).collect()
}

/// Names and values of lines; a name that comes twice is a mistake.
fn collect<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Headers {
    let mut headers = Headers::new();
    for (name, value) in pairs {
        let value = value.trim().trim_matches('"');
        assert!(headers.insert(name.trim().into(), value.into()).is_none(), "{name} twice");
    }
    headers
}

/// The lines between the one that begins with `start` and the next that is `end`.
fn block<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = text.lines().skip_while(move |line| !line.trim().starts_with(start)).skip(1);
    lines.take_while(move |line| line.trim() != end).map(str::trim)
}

#[test]
fn nginx_sends_the_headers() {
    let text = shipped("nginx/buoc-so-files.conf");
    let lines = text.lines().filter_map(|line| line.strip_prefix("add_header "));
    let sent = collect(lines.map(|line| {
        let line = line.strip_suffix(" always;").expect("on every answer");
        line.split_once(' ').unwrap()
    }));
    let own = [
        ("Cache-Control", "$buoc_so_cache"),
        ("Vary", "Accept-Encoding"),
        ("Allow", "$buoc_so_allow"),
    ];
    assert_eq!(sent, with(&own));
}

#[test]
fn nginx_forgets_no_header_in_an_inner_block() {
    // One `add_header` in a block hides all of the blocks around it.
    for file in ["nginx/buoc-so-site.conf", "nginx/buoc-so-folder.conf", "nginx/buoc-so-maps.conf"]
    {
        assert!(!shipped(file).contains("add_header"), "{file}");
    }
    let files = shipped("nginx/buoc-so-files.conf");
    let inner = files.lines().filter(|line| line.starts_with([' ', '\t']));
    assert!(inner.into_iter().all(|line| !line.contains("add_header")));
}

#[test]
fn nginx_keeps_files_as_long_as_we_say() {
    let text = shipped("nginx/buoc-so-maps.conf");
    let ages = block(&text, "map $uri $buoc_so_age", "}").map(|line| line.trim_end_matches(';'));
    let ages = ages.map(|line| line.rsplit_once(" \"").unwrap()).collect::<Vec<_>>();
    let ages = ages.iter().map(|(name, age)| (*name, age.trim_end_matches('"')));
    assert_eq!(ages.collect::<Vec<_>>(), [("default", REVALIDATE), (HASHED, IMMUTABLE)]);
    let states = block(&text, "map $status $buoc_so_cache", "}");
    let states = states.map(|line| line.trim_end_matches(';').split_once(' ').unwrap());
    let never = format!("\"{NEVER}\"");
    let age = "$buoc_so_age";
    let wanted = [("default", never.as_str()), ("200", age), ("206", age), ("304", age)];
    assert_eq!(states.collect::<Vec<_>>(), wanted);
}

/// The pattern of both servers; that it means what `is_hashed` means is seen by caching.spec.mjs.
const HASHED: &str = "\"~-[0-9a-f]{12,64}(_bg)?\\.[a-z0-9]+$\"";

#[test]
fn caddy_sends_the_headers() {
    let text = shipped("caddy/buoc-so.caddy");
    let lines = block(&text, "header {", "}");
    let lines =
        lines.filter(|line| !matches!(*line, "-Server" | "defer") && !line.starts_with('#'));
    let sent = collect(lines.map(|line| line.split_once(' ').unwrap()));
    assert_eq!(sent, with(&[("Vary", "Accept-Encoding")]));
    assert_eq!(text.matches("-Server\n").count(), 1);
}

#[test]
fn caddy_keeps_files_as_long_as_we_say() {
    let text = shipped("caddy/buoc-so.caddy");
    let lines = block(&text, "map {path} {buoc_so_cache} {", "}").collect::<Vec<_>>();
    let wanted = [format!("{HASHED} \"{IMMUTABLE}\""), format!("default \"{REVALIDATE}\"")];
    assert_eq!(lines, wanted);
    for file in ["caddy/Caddyfile", "caddy/folder.Caddyfile"] {
        let site = shipped(file);
        assert_eq!(site.matches(&format!("header Cache-Control \"{NEVER}\"")).count(), 1, "{file}");
        assert_eq!(site.matches("import buoc_so_headers").count(), 1, "{file}");
    }
}

#[test]
fn servers_know_every_type() {
    let nginx = shipped("nginx/buoc-so-files.conf");
    let utf8 = nginx.lines().find_map(|line| line.strip_prefix("charset_types ")).unwrap();
    let utf8 = utf8.trim_end_matches(';').split(' ').chain(["text/html"]).collect::<Vec<_>>();
    let mut n_types = 0;
    for line in block(&nginx, "types {", "}") {
        let (kind, endings) = line.trim_end_matches(';').split_once(' ').unwrap();
        let charset = if utf8.contains(&kind) { "; charset=utf-8" } else { "" };
        for ending in endings.split_whitespace() {
            assert_eq!(format!("{kind}{charset}"), content_type(&format!("a.{ending}")));
            n_types += 1;
        }
    }
    assert_eq!(n_types, 19);
    let caddy = shipped("caddy/buoc-so.caddy");
    let kinds = block(&caddy, "map {path} {buoc_so_type} {", "}").collect::<Vec<_>>();
    for ending in ["js", "mjs", "css", "csv", "txt", "json", "xml", "webmanifest", "wasm", "svg"] {
        let kind = content_type(&format!("a.{ending}"));
        let pattern = if matches!(ending, "js" | "mjs") { "m?js" } else { ending };
        assert!(kinds.contains(&format!("\"~\\.{pattern}$\" \"{kind}\"").as_str()), "{ending}");
    }
}

/// The rules of a `_headers` file: a path, and indented lines below it.
fn rules(text: &str) -> BTreeMap<&str, Headers> {
    let mut rules = BTreeMap::new();
    let mut path = "";
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        // Cloudflare Pages reads no longer lines.
        assert!(line.len() <= 2000);
        let Some(header) = line.strip_prefix("  ") else {
            path = line;
            continue;
        };
        let (name, value) = header.split_once(": ").unwrap();
        rules.entry(path).or_insert_with(Headers::new).insert(name.into(), value.into());
    }
    rules
}

#[test]
fn the_hosts_of_files_send_the_headers() {
    let text = shipped("pages/_headers");
    let mut rules = rules(&text);
    assert_eq!(rules.remove("/*").unwrap(), security());
    for (path, headers) in &rules {
        let name = match path.strip_suffix("/*") {
            Some(_) => "a-0123456789abcdef.js",
            None => path.trim_start_matches('/'),
        };
        let wanted = Headers::from([("Cache-Control".into(), cache_control(name).into())]);
        assert_eq!(*headers, wanted, "{path}");
    }
    let wanted = ["/assets/*", "/content/*", "/robots.txt", "/sitemap.xml", "/sw.js"];
    assert!(rules.keys().eq(wanted.iter()), "{:?}", rules.keys());
}

#[cfg(feature = "content")]
#[test]
fn the_edge_of_an_object_store_sends_the_headers() {
    let policy: serde_json::Value =
        serde_json::from_str(&shipped("object-store/headers.json")).unwrap();
    let own = &policy["SecurityHeadersConfig"];
    let text = |value: &serde_json::Value| String::from(value.as_str().unwrap());
    let age = &own["StrictTransportSecurity"];
    assert_eq!(age["IncludeSubdomains"], true);
    let strict = format!("max-age={}; includeSubDomains", age["AccessControlMaxAgeSec"]);
    let mut sent = Headers::from([
        ("Strict-Transport-Security".into(), strict),
        (
            "Content-Security-Policy".into(),
            text(&own["ContentSecurityPolicy"]["ContentSecurityPolicy"]),
        ),
        ("X-Frame-Options".into(), text(&own["FrameOptions"]["FrameOption"])),
        ("Referrer-Policy".into(), text(&own["ReferrerPolicy"]["ReferrerPolicy"])),
    ]);
    if own["ContentTypeOptions"].is_object() {
        // This element has no value of its own.
        sent.insert("X-Content-Type-Options".into(), "nosniff".into());
    }
    let items = policy["CustomHeadersConfig"]["Items"].as_array().unwrap();
    assert_eq!(policy["CustomHeadersConfig"]["Quantity"], items.len());
    sent.extend(items.iter().map(|item| (text(&item["Header"]), text(&item["Value"]))));
    assert_eq!(sent, with(&[("Vary", "Accept-Encoding")]));
    let overrides = own.as_object().unwrap().values().chain(items);
    assert!(overrides.into_iter().all(|item| item["Override"] == true));
}

#[test]
fn the_upload_labels_files_as_we_do() {
    let text = shipped("object-store/upload.sh");
    for cache in [IMMUTABLE, REVALIDATE, NEVER] {
        assert!(text.contains(cache), "{cache}");
    }
}
