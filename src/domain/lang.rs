//! The languages of the portal: data, not code.

use serde::{Deserialize, Serialize};

/// A language of the portal, as `index.json` lists it.
///
/// The first language of the list is the default: it lives at the root of the
/// site and fills the gaps of the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 code, also the folder name: `vi`.
    pub code: String,
    /// The language's own name for itself.
    pub name: String,
}

/// Whether a text can be the code of a language: a folder, and part of addresses.
#[must_use]
pub fn is_code(text: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b == b'-';
    (2..=12).contains(&text.len()) && text.bytes().all(is_letter)
}

/// The languages on offer, default first.
///
/// Invariant: at least one; codes of small letters and hyphens, for they are folders and stand
/// in addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Language>", into = "Vec<Language>")]
pub struct Languages(Vec<Language>);

impl TryFrom<Vec<Language>> for Languages {
    type Error = &'static str;

    fn try_from(languages: Vec<Language>) -> Result<Self, Self::Error> {
        if !languages.iter().all(|language| is_code(&language.code)) {
            return Err("a language code is small letters, such as `vi`");
        }
        Self::new(languages).ok_or("no language is listed")
    }
}

impl From<Languages> for Vec<Language> {
    fn from(languages: Languages) -> Self {
        languages.0
    }
}

impl Languages {
    /// Wraps a list; `None` when it is empty.
    #[must_use]
    pub fn new(languages: Vec<Language>) -> Option<Self> {
        (!languages.is_empty()).then_some(Self(languages))
    }

    /// The language at the root of the site.
    #[must_use]
    pub fn default_code(&self) -> &str {
        self.0.first().map_or("", |language| language.code.as_str())
    }

    /// All languages, default first.
    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.0.iter()
    }

    /// Whether `code` is on offer.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.0.iter().any(|language| language.code == code)
    }
}
