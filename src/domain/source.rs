//! Sources, and the hosts that may become links.

use serde::{Deserialize, Serialize};

use super::date::Date;

/// What sort of publication a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    Press,
    Law,
    Office,
    Book,
    Data,
    /// Nobody's: own knowledge, shown with a badge.
    None,
}

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub url: Option<String>,
    pub published: Option<Date>,
    pub kind: SourceKind,
}

/// `shared/hosts.json`: exact hosts that may become links, beside `.gov.vn` (T16).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hosts {
    pub official: Vec<String>,
    pub press: Vec<String>,
}

/// The host of an `http` or `https` address, without port and `www.`.
#[must_use]
pub fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let host = rest.get(..end)?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    (plain && host.contains('.')).then_some(host)
}

impl Hosts {
    /// Whether `url` may become a link.
    #[must_use]
    pub fn allow(&self, url: &str) -> bool {
        let Some(host) = host(url) else { return false };
        let is_host = |listed: &String| listed.strip_prefix("www.").unwrap_or(listed) == host;
        host == "gov.vn"
            || host.ends_with(".gov.vn")
            || self.official.iter().any(is_host)
            || self.press.iter().any(is_host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_and_state_hosts_become_links() {
        let hosts = Hosts { official: vec![], press: vec!["www.vtcnews.vn".into()] };
        let check = |url: &str, expected: bool| assert_eq!(hosts.allow(url), expected, "{url}");
        check("https://dichvucong.gov.vn/x", true);
        check("https://vtcnews.vn/a?b", true);
        check("https://dichvucong.gov.vn.evil.com/", false);
        check("https://evil.com/.gov.vn", false);
        check("https://user@dichvucong.gov.vn", false);
        check("javascript:alert(1)", false);
        check("//gov.vn", false);
    }
}
