//! The files of `deploy/` as the tests run them.

use super::{Host, MODULES, Place};
use crate::run::{Result, at, fail};
use std::fs;
use std::path::Path;

/// Ends the lines of a shipped file that an operator changes, and these tests.
const YOURS: &str = "# yours";

/// A line of a shipped file, by its beginning, and what stands there during the tests; empty: nothing.
pub(super) type Change<'a> = (&'a str, String);

impl Host {
    /// The files below `deploy/` that an operator copies, the first of which is changed.
    pub(super) fn files(self, place: &Place) -> (&'static str, &'static [&'static str]) {
        match (self, place.base) {
            (Host::Nginx, "/") => (
                "nginx/buoc-so-site.conf",
                &["nginx/buoc-so-maps.conf", "nginx/buoc-so-files.conf"],
            ),
            (Host::Nginx, _) => (
                "nginx/buoc-so-folder.conf",
                &["nginx/buoc-so-maps.conf", "nginx/buoc-so-files.conf"],
            ),
            (Host::Caddy, "/") => ("caddy/Caddyfile", &["caddy/buoc-so.caddy"]),
            (Host::Caddy, _) => ("caddy/folder.Caddyfile", &["caddy/buoc-so.caddy"]),
        }
    }

    /// Plain HTTP on this machine instead of TLS on a public name; all else stays as shipped.
    pub(super) fn changes(
        self,
        place: &Place,
        root: &str,
        [port, other]: [u16; 2],
    ) -> Vec<Change<'static>> {
        match (self, place.base) {
            (Host::Nginx, "/") => vec![
                ("listen 80;", format!("listen 127.0.0.1:{other};")),
                ("listen [::]:80;", String::new()),
                ("listen 443 ssl http2;", format!("listen 127.0.0.1:{port};")),
                ("listen [::]:443 ssl http2;", String::new()),
                ("server_name ", "server_name 127.0.0.1;".into()),
                ("ssl_certificate ", String::new()),
                ("ssl_certificate_key ", String::new()),
                ("root ", format!("root {root};")),
            ],
            (Host::Nginx, _) => vec![("alias ", format!("alias {root}/;"))],
            (Host::Caddy, _) => vec![
                ("portal.example.gov.vn {", format!("http://127.0.0.1:{port} {{")),
                ("root ", format!("root * {root}")),
            ],
        }
    }

    /// The folder that the host is told of: with a link inside where the site lies deeper.
    pub(super) fn root(self, folder: &Path, site: &Path, place: &Place) -> Result<String> {
        if self == Host::Nginx || place.base == "/" {
            return Ok(site.display().to_string());
        }
        let root = folder.join("root");
        let inside = root.join(place.base.trim_matches('/'));
        fs::create_dir_all(inside.parent().unwrap_or(&root)).map_err(at(&root))?;
        link(site, &inside)?;
        Ok(root.display().to_string())
    }

    /// What is around the shipped files: on nginx what Debian's own nginx.conf says, of which gzip matters.
    pub(super) fn frame(self, place: &Place, folder: &str, port: u16) -> String {
        if self == Host::Caddy {
            return "{\n\tadmin off\n}\nimport site.conf\n".into();
        }
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let paths = paths.map(|name| format!("{name}_temp_path {folder}/{name};\n")).concat();
        let site = if place.base == "/" {
            "include site.conf;".into()
        } else {
            format!("server {{ listen 127.0.0.1:{port}; include site.conf; }}")
        };
        format!(
            "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/log;\n\
             include {MODULES}/*.conf;\nevents {{}}\nhttp {{\nsendfile on;\ntcp_nopush on;\n\
             types_hash_max_size 2048;\ninclude /etc/nginx/mime.types;\n\
             default_type application/octet-stream;\naccess_log off;\ngzip on;\n{paths}\
             include snippets/buoc-so-maps.conf;\n{site}\n}}\n"
        )
    }
}

/// The shipped file with the marked lines changed; no other line is touched and no marked one is forgotten.
pub(super) fn adapted(shipped: &str, changes: &[Change]) -> Result<String> {
    let mut text = String::new();
    let mut used = vec![false; changes.len()];
    for line in shipped.lines() {
        let Some(own) = line.trim().strip_suffix(YOURS) else {
            text.extend([line, "\n"]);
            continue;
        };
        let Some(index) = changes.iter().position(|(start, _)| own.starts_with(start)) else {
            return fail(format!("`{own}` is marked as the operator's, and the tests leave it."));
        };
        used[index] = true;
        text.extend([changes[index].1.as_str(), "\n"]);
    }
    match used.iter().position(|used| !used) {
        Some(index) => fail(format!("No line that is marked begins with `{}`.", changes[index].0)),
        None => Ok(text),
    }
}

#[cfg(unix)]
fn link(site: &Path, place: &Path) -> Result {
    std::os::unix::fs::symlink(site, place).map_err(at(place))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result {
    fail("The servers are tried on Unix only.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = "server {\n  listen 80; # yours\n  root /x; # yours\n  etag on;\n}\n";

    fn changes() -> Vec<Change<'static>> {
        vec![("listen ", "listen 1;".into()), ("root ", String::new())]
    }

    #[test]
    fn only_the_marked_lines_of_a_shipped_file_change() {
        let text = adapted(SHIPPED, &changes()).unwrap();
        assert_eq!(text, "server {\nlisten 1;\n\n  etag on;\n}\n");
    }

    #[test]
    fn a_change_that_meets_no_marked_line_is_refused() {
        let [listen, root] = changes().try_into().unwrap();
        assert!(adapted(SHIPPED, std::slice::from_ref(&listen)).is_err(), "a marked line is left");
        let etag = ("etag ", "etag off;".into());
        assert!(adapted(SHIPPED, &[listen, root, etag]).is_err(), "the line is not marked");
    }

    #[test]
    fn every_shipped_server_file_can_be_tried() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../deploy");
        for host in [Host::Nginx, Host::Caddy] {
            for base in ["/", "/so/cong/"] {
                let place = Place { folder: "dist", base };
                let (site, copied) = host.files(&place);
                let shipped = fs::read_to_string(root.join(site)).unwrap();
                let text = adapted(&shipped, &host.changes(&place, "/site", [1, 2])).unwrap();
                assert!(text.contains("/site"), "{site}");
                assert!(text.lines().all(|line| !line.ends_with(YOURS)), "{site}");
                assert!(copied.iter().all(|file| root.join(file).is_file()), "{site}");
            }
        }
    }
}
