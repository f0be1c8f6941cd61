//! `index.json`: what the portal offers, and where each file lies.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::lang::Languages;
use super::wire::{Node, Wire};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFile {
    /// Such as `vi/giai-thich/vneid`.
    pub key: String,
    pub hash: String,
    pub bytes: u32,
}

/// `content/index-<hash>.json`, as the browser fetches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    pub schema_version: u32,
    pub content_version: String,
    /// Language codes, default first.
    pub languages: Vec<String>,
    pub files: Vec<PublishedFile>,
}

impl Catalog {
    /// The path of a file below the site's base: `content/vi/tim-<hash>.json`.
    #[must_use]
    pub fn path(&self, key: &str) -> Option<String> {
        let file = self.files.iter().find(|file| file.key == key);
        file.map(|file| content_path(key, &file.hash))
    }
}

impl Wire for Catalog {
    fn pack(&self) -> Node {
        let file = |file: &PublishedFile| {
            let entry = vec![Node::Text(file.hash.clone()), Node::Number(file.bytes)];
            (file.key.clone(), Node::List(entry))
        };
        Node::Map(vec![
            ("schema_version".into(), Node::Number(self.schema_version)),
            ("content_version".into(), self.content_version.pack()),
            ("languages".into(), self.languages.pack()),
            ("files".into(), Node::Map(self.files.iter().map(file).collect())),
        ])
    }

    fn unpack(node: Node) -> Option<Self> {
        let Node::Map(pairs) = node else { return None };
        let mut catalog = Self {
            schema_version: 0,
            content_version: String::new(),
            languages: Vec::new(),
            files: Vec::new(),
        };
        for (key, value) in pairs {
            match (key.as_str(), value) {
                ("schema_version", Node::Number(version)) => catalog.schema_version = version,
                ("content_version", Node::Text(version)) => catalog.content_version = version,
                ("languages", value) => catalog.languages = Wire::unpack(value)?,
                ("files", Node::Map(files)) => {
                    for (key, entry) in files {
                        let Node::List(entry) = entry else { return None };
                        let [Node::Text(hash), Node::Number(bytes)] = entry.as_slice() else {
                            return None;
                        };
                        let (hash, bytes) = (hash.clone(), *bytes);
                        catalog.files.push(PublishedFile { key, hash, bytes });
                    }
                }
                _ => {}
            }
        }
        (catalog.schema_version > 0).then_some(catalog)
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
