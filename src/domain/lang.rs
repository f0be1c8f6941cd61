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

/// The languages on offer, default first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Languages(Vec<Language>);

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
