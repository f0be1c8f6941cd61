//! `index.json`: what the portal offers, and where each file lies.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::date::Date;
use super::lang::Languages;

/// The content format this program reads.
pub const SCHEMA_VERSION: u32 = 1;

/// `public/content/index.json`, as editors write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub schema_version: u32,
    /// The day of the content; staleness is reckoned from it.
    pub content_version: Date,
    /// Scheme and host the portal is published at, without a slash at the end.
    pub origin: String,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::lang::Language>"))]
    pub languages: Languages,
}

/// A published file: the first 16 hex digits of its SHA-256, and its size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedFile {
    pub hash: String,
    pub bytes: u32,
}

/// `content/index-<hash>.json`, as the browser fetches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    pub schema_version: u32,
    pub content_version: String,
    pub languages: Languages,
    /// Key such as `vi/giai-thich/vneid` to file.
    pub files: BTreeMap<String, PublishedFile>,
}

impl Catalog {
    /// The path of a file below the site's base: `content/vi/tim-<hash>.json`.
    #[must_use]
    pub fn path(&self, key: &str) -> Option<String> {
        self.files.get(key).map(|file| content_path(key, &file.hash))
    }
}

/// Where a file of this key and hash lies below the site's base.
#[must_use]
pub fn content_path(key: &str, hash: &str) -> String {
    let mut path = String::from("content/");
    path.push_str(key);
    path.push('-');
    path.push_str(hash);
    path.push_str(".json");
    path
}

/// The key of a page: `vi/giai-thich/vneid`, `en/home`.
#[must_use]
pub fn page_key(lang: &str, route: &super::route::Route) -> String {
    let path = route.path();
    let path = path.trim_matches('/');
    let mut key = String::from(lang);
    key.push('/');
    key.push_str(if path.is_empty() { "home" } else { path });
    key
}
