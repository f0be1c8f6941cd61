//! Sources, and the hosts that may become links.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::door;

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

/// No address that people follow is longer.
const LONGEST: usize = 2048;

/// The host of an `http` or `https` address, without `www.`.
///
/// `None` for an address that says more of the way there than a host (a user, a port), for a
/// number instead of a name, for a name that only looks like another (punycode, a full stop at
/// the end, letters beyond ASCII), and for one with a sign that cannot be seen.
#[must_use]
pub fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let is_hidden =
        |c: char| c.is_whitespace() || c.is_control() || c == '\\' || door::is_hidden(c);
    if url.len() > LONGEST || url.contains(is_hidden) {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end).filter(|host| is_name(host))?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

/// Whether a text is the name of a host: small letters, digits and inner hyphens between full
/// stops, and letters at the end, so that it is no number.
fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..64).contains(&label.len())
            && !label.starts_with(['-', '.'])
            && !label.ends_with('-')
            && !label.starts_with("xn--")
            && label.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    host.len() < 254
        && host.split('.').all(is_label)
        && !ending.is_empty()
        && ending.bytes().all(|b| b.is_ascii_lowercase())
}

impl Hosts {
    /// Whether `url` may become a link: secured, and to a host that we know.
    #[must_use]
    pub fn allow(&self, url: &str) -> bool {
        url.starts_with("https://") && self.knows(url)
    }

    /// Whether `url` lies on a listed host or one of the state, secured or not: where a source
    /// was read may be named even if nobody should be sent there.
    #[must_use]
    pub fn knows(&self, url: &str) -> bool {
        let Some(host) = host(url) else { return false };
        let is_host = |listed: &String| listed.strip_prefix("www.").unwrap_or(listed) == host;
        host == "gov.vn"
            || host.ends_with(".gov.vn")
            || self.official.iter().any(is_host)
            || self.press.iter().any(is_host)
    }
}
