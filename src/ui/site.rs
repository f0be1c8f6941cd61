//! Where the portal lies and how it writes its addresses.

use crate::domain::route::{AddressMode, may_follow};

/// What every view needs to know about the place it is served from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub mode: AddressMode,
    /// The language of the page.
    pub lang: String,
    /// Language codes on offer, default first.
    pub codes: Vec<String>,
    /// Address of the picture sheet.
    pub icons: String,
    /// Words of the search form, which stands in pages before any program runs.
    pub search: SearchWords,
}

/// The words of the search form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWords {
    pub label: String,
    pub button: String,
    pub hint: String,
    pub share: String,
    pub listen: String,
    pub print: String,
}

impl Site {
    /// The address of an app path such as `/en/tim/`; other addresses stay as they are, but for
    /// those that nobody should follow: they lead to the top of the page.
    #[must_use]
    pub fn href(&self, to: &str) -> String {
        let to = if may_follow(to) { to } else { "#" };
        let Some(path) = to.strip_prefix('/') else { return to.into() };
        let base = match &self.mode {
            AddressMode::Path { base } => base.as_str(),
            AddressMode::Hash => "#/",
        };
        [base, path].concat()
    }

    /// The address of a page in this site's language, from its path below the language.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        let default = self.codes.first().map_or("", String::as_str);
        if self.lang == default {
            self.href(&["/", path].concat())
        } else {
            self.href(&["/", &self.lang, "/", path].concat())
        }
    }

    /// The address of a picture in the sheet.
    #[must_use]
    pub fn picture(&self, name: &str) -> String {
        [&self.icons, "#", name].concat()
    }
}
