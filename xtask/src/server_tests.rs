//! Tables of requests and the answers that a production host would give.

use super::*;
use std::sync::atomic::{AtomicU32, Ordering};

const HASHED: &str = "app-0123456789abcdef.js";

/// A small site on disk that goes away with the test.
struct Disk(Site);

impl Disk {
    fn new(base: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("xtask-{}-{number}", std::process::id()));
        let outside = folder.join("secret.txt");
        let folder = folder.join("dist");
        fs::create_dir_all(folder.join("tim")).unwrap();
        fs::write(outside, "secret").unwrap();
        let app = format!("{HASHED}.br");
        let files =
            ["index.html", "404.html", "tim/index.html", HASHED, &app, "bản đồ.svg", ".env"];
        for name in files {
            fs::write(folder.join(name), name).unwrap();
        }
        Self(Site { folder, base: base.into(), is_own_guard: false })
    }

    fn get(&self, target: &str) -> Reply {
        self.0.answer(&Request { method: "GET", target, ..Request::default() })
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.0.folder.parent().unwrap());
    }
}

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

#[track_caller]
fn check(base: &str, cases: &[(&str, u16, &str)]) {
    let disk = Disk::new(base);
    for (target, status, wanted) in cases {
        let reply = disk.get(target);
        let body = String::from_utf8(reply.body.clone()).unwrap();
        let told = header(&reply, "Location").map_or(body, String::from);
        assert_eq!((reply.status, told.as_str()), (*status, *wanted), "{target}");
    }
}

#[test]
fn a_path_names_a_file_a_folder_or_nothing() {
    check(
        "/",
        &[
            ("/", 200, "index.html"),
            ("/?q=x", 200, "index.html"),
            ("/tim/", 200, "tim/index.html"),
            ("/tim?q=x", 301, "/tim/?q=x"),
            ("/b%E1%BA%A3n%20%C4%91%E1%BB%93.svg", 200, "bản đồ.svg"),
            ("/app-ffffffffffff.js", 404, "404.html"),
            ("/index.html/", 404, "404.html"),
            ("/la", 404, "404.html"),
        ],
    );
}

#[test]
fn a_site_below_a_base_is_found_only_there() {
    check(
        "/so/cong/",
        &[
            ("/so/cong/", 200, "index.html"),
            ("/so/cong", 301, "/so/cong/"),
            ("/so/cong/tim", 301, "/so/cong/tim/"),
            ("/", 404, "404.html"),
            ("/tim/", 404, "404.html"),
        ],
    );
}

#[test]
fn nothing_outside_the_folder_is_ever_read() {
    let refused = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/tim/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/.env",
        "/tim//index.html",
        "/%ff",
        "/%",
        "http://elsewhere/",
        "",
    ];
    check("/", &refused.map(|target| (target, 404, "404.html")));
}

#[test]
fn every_answer_carries_every_security_header_once() {
    let disk = Disk::new("/");
    for target in ["/", "/tim", "/la", &format!("/{HASHED}")] {
        for method in ["GET", "HEAD", "POST"] {
            let reply = disk.0.answer(&Request { method, target, ..Request::default() });
            for (name, value) in security(&Inline::default()) {
                assert_eq!(header(&reply, name), Some(value.as_str()), "{method} {target} {name}");
            }
        }
    }
}

#[test]
fn only_what_exists_under_a_hashed_name_is_immutable() {
    let disk = Disk::new("/");
    let cases = [
        ("/", "no-cache"),
        (&format!("/{HASHED}"), "public, max-age=31536000, immutable"),
        ("/app-ffffffffffff.js", "no-store"),
        ("/la", "no-store"),
    ];
    for (target, wanted) in cases {
        assert_eq!(header(&disk.get(target), "Cache-Control"), Some(wanted), "{target}");
    }
}

#[test]
fn a_stored_form_is_sent_to_browsers_that_take_it() {
    let disk = Disk::new("/");
    let target = format!("/{HASHED}");
    let cases = [
        ("gzip, deflate, br, zstd", Some("br")),
        ("br;q=0.5", Some("br")),
        ("br;q=0, gzip", None),
        ("gzip", None),
        ("", None),
    ];
    for (accept_encoding, wanted) in cases {
        let request =
            Request { method: "GET", target: &target, accept_encoding, if_none_match: "" };
        let reply = disk.0.answer(&request);
        assert_eq!(header(&reply, "Content-Encoding"), wanted, "{accept_encoding}");
        assert_eq!(header(&reply, "Vary"), Some("Accept-Encoding"), "{accept_encoding}");
        let content_type = header(&reply, "Content-Type");
        assert_eq!(content_type, Some("text/javascript; charset=utf-8"), "{accept_encoding}");
    }
}

#[test]
fn an_unchanged_file_is_not_sent_twice() {
    let disk = Disk::new("/");
    let tag = String::from(header(&disk.get("/"), "ETag").unwrap());
    let ask = |if_none_match: &str| {
        let request = Request { method: "GET", target: "/", accept_encoding: "", if_none_match };
        disk.0.answer(&request).status
    };
    let cases = [(tag.clone(), 304), (format!("W/{tag}"), 304), ("\"other\"".into(), 200)];
    for (known, wanted) in cases {
        assert_eq!(ask(&known), wanted, "{known}");
    }
}

#[test]
fn only_reading_is_allowed() {
    let disk = Disk::new("/");
    for (method, wanted) in [("GET", 200), ("HEAD", 200), ("POST", 405), ("OPTIONS", 405)] {
        let reply = disk.0.answer(&Request { method, target: "/", ..Request::default() });
        assert_eq!(reply.status, wanted, "{method}");
    }
}
