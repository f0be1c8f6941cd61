//! Answers requests for a folder of files the way the production hosts do.

use crate::headers::{Inline, NEVER, cache_control, content_type, security};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What a request says, as far as we listen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    pub method: &'a str,
    /// As on the request line: a path, perhaps with a query.
    pub target: &'a str,
    pub accept_encoding: &'a str,
    pub if_none_match: &'a str,
}

/// What goes back.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// A folder, and the path below which it is visible; the path starts and ends with `/`.
#[derive(Clone, Debug)]
pub struct Site {
    pub folder: PathBuf,
    pub base: String,
    /// Whether each page says the content policy itself, for hosts that send no headers.
    pub is_own_guard: bool,
}

/// What a path stands for.
#[derive(Debug, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    Moved(String),
    Missing,
}

impl Site {
    pub fn answer(&self, request: &Request) -> Reply {
        let mut reply = self.unguarded(request);
        reply.headers.extend(security(&Inline::of(&self.folder)));
        reply
    }

    fn unguarded(&self, request: &Request) -> Reply {
        if !matches!(request.method, "GET" | "HEAD") {
            return reply(
                405,
                vec![("Allow", "GET, HEAD".into()), ("Cache-Control", NEVER.into())],
            );
        }
        let (path, query) = request.target.split_once('?').unwrap_or((request.target, ""));
        match self.place(path) {
            Place::File(file) => self.file(&file, request),
            Place::Moved(path) => {
                let query = if query.is_empty() { String::new() } else { format!("?{query}") };
                let cache = ("Cache-Control", NEVER.into());
                reply(301, vec![("Location", format!("{path}{query}")), cache])
            }
            Place::Missing => self.missing(request),
        }
    }

    fn place(&self, path: &str) -> Place {
        if !path.is_empty() && path.len() + 1 == self.base.len() && self.base.starts_with(path) {
            return Place::Moved(self.base.clone());
        }
        let Some(names) = path.strip_prefix(&self.base).and_then(decode) else {
            return Place::Missing;
        };
        let is_hidden = |name: &str| name.starts_with('.') || name.contains(['\\', '\0', ':']);
        let (names, is_folder) = match names.strip_suffix('/') {
            Some(names) => (names, true),
            None => (names.as_str(), names.is_empty()),
        };
        if !names.is_empty() && names.split('/').any(|name| name.is_empty() || is_hidden(name)) {
            return Place::Missing;
        }
        let found = names.split('/').fold(self.folder.clone(), |folder, name| folder.join(name));
        let index = found.join("index.html");
        match (is_folder, found.is_file(), index.is_file()) {
            (true, _, true) => Place::File(index),
            (false, true, _) => Place::File(found),
            (false, false, true) => Place::Moved(format!("{path}/")),
            _ => Place::Missing,
        }
    }

    fn file(&self, file: &Path, request: &Request) -> Reply {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let (coding, stored) = negotiate(file, request.accept_encoding);
        let (Some(tag), Ok(body)) = (tag(&stored, coding), fs::read(&stored)) else {
            return self.missing(request);
        };
        let mut headers = vec![
            ("Cache-Control", String::from(cache_control(&name))),
            ("ETag", tag.clone()),
            ("Vary", String::from("Accept-Encoding")),
        ];
        let known =
            request.if_none_match.split(',').map(|known| known.trim().trim_start_matches("W/"));
        if known.into_iter().any(|known| known == tag || known == "*") {
            return reply(304, headers);
        }
        headers.push(("Content-Type", content_type(&name).into()));
        if let Some(coding) = coding {
            headers.push(("Content-Encoding", coding.into()));
        }
        Reply { body, ..reply(200, headers) }
    }

    /// The error page of the closest folder that has one: each language has its own.
    fn nearest_missing_page(&self, target: &str) -> PathBuf {
        let below = target.strip_prefix(self.base.as_str()).unwrap_or("");
        let first = below.split('/').next().unwrap_or("");
        let is_name = !first.is_empty() && first.bytes().all(|b| b.is_ascii_alphanumeric());
        let own = self.folder.join(first).join("404.html");
        if is_name && own.is_file() { own } else { self.folder.join("404.html") }
    }

    fn missing(&self, request: &Request) -> Reply {
        let page = self.nearest_missing_page(request.target);
        let (coding, stored) = negotiate(&page, request.accept_encoding);
        let mut headers =
            vec![("Cache-Control", String::from(NEVER)), ("Vary", String::from("Accept-Encoding"))];
        let Ok(body) = fs::read(stored) else {
            headers.push(("Content-Type", content_type("404.txt").into()));
            return Reply { body: b"404\n".to_vec(), ..reply(404, headers) };
        };
        headers.push(("Content-Type", content_type("404.html").into()));
        if let Some(coding) = coding {
            headers.push(("Content-Encoding", coding.into()));
        }
        Reply { body, ..reply(404, headers) }
    }
}

fn reply(status: u16, headers: Vec<(&'static str, String)>) -> Reply {
    Reply { status, headers, body: Vec::new() }
}

/// The best stored form of `file` that the browser takes, with the name of its coding.
fn negotiate(file: &Path, accepted: &str) -> (Option<&'static str>, PathBuf) {
    let forms = [("br", "br"), ("gzip", "gz")].into_iter().filter(|(coding, _)| {
        accepted.split(',').any(|offer| {
            let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
            name.trim() == *coding && weight.is_ok_and(|weight| weight > 0.0)
        })
    });
    for (coding, extension) in forms {
        let mut stored = file.as_os_str().to_owned();
        stored.push(".");
        stored.push(extension);
        let stored = PathBuf::from(stored);
        if stored.is_file() {
            return (Some(coding), stored);
        }
    }
    (None, file.into())
}

/// Changes when the stored file does; each coding has its own.
fn tag(file: &Path, coding: Option<&str>) -> Option<String> {
    let about = fs::metadata(file).ok()?;
    let written = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some(format!("\"{written:x}-{:x}{}\"", about.len(), coding.unwrap_or("")))
}

/// Undoes percent-encoding; `None` for text that is not UTF-8 or not well encoded.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
