//! Fetched files, parsed once and kept for as long as the page lives.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::fetch::{self, FetchError};
use crate::domain::catalog::{Catalog, SCHEMA_VERSION};
use crate::domain::interface::AppWords;
use crate::domain::page::Page;
use crate::domain::search::{Document, Index};
use crate::domain::wire::{Wire, from_json};

/// Why a page or list cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoadError {
    Offline,
    Missing,
    Broken,
    Newer,
}

impl LoadError {
    /// What went wrong and what to do, in words.
    pub(crate) fn words(self, words: &AppWords) -> &str {
        match self {
            Self::Offline => &words.error_offline,
            Self::Missing => &words.error_missing,
            Self::Broken => &words.error_broken,
            Self::Newer => &words.error_version,
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Offline => Self::Offline,
            FetchError::Status(_) => Self::Missing,
            FetchError::Body => Self::Broken,
        }
    }
}

/// What has been fetched so far.
pub(crate) struct Shelf {
    base: String,
    index_url: String,
    words_url: String,
    catalog: RefCell<Option<Rc<Catalog>>>,
    words: RefCell<Option<Rc<AppWords>>>,
    pages: RefCell<Vec<(String, Rc<Page>)>>,
    search: RefCell<Option<Rc<Index>>>,
}

async fn json<T: Wire>(url: &str) -> Result<T, LoadError> {
    let text = fetch::text(url).await?;
    from_json(&text).ok_or(LoadError::Broken)
}

impl Shelf {
    pub(crate) fn new(base: &str, index_url: &str, words_url: &str) -> Self {
        Self {
            base: base.into(),
            index_url: index_url.into(),
            words_url: words_url.into(),
            catalog: RefCell::default(),
            words: RefCell::default(),
            pages: RefCell::default(),
            search: RefCell::default(),
        }
    }

    /// The words the program says.
    pub(crate) async fn words(&self) -> Result<Rc<AppWords>, LoadError> {
        if let Some(words) = self.words.borrow().clone() {
            return Ok(words);
        }
        let words: Rc<AppWords> = Rc::new(json(&self.words_url).await?);
        *self.words.borrow_mut() = Some(words.clone());
        Ok(words)
    }

    /// The words, if they have come.
    pub(crate) fn words_now(&self) -> Option<Rc<AppWords>> {
        self.words.borrow().clone()
    }

    async fn url(&self, key: &str) -> Result<String, LoadError> {
        let known = self.catalog.borrow().clone();
        let catalog = match known {
            Some(catalog) => catalog,
            None => {
                let catalog: Rc<Catalog> = Rc::new(json(&self.index_url).await?);
                *self.catalog.borrow_mut() = Some(catalog.clone());
                catalog
            }
        };
        if catalog.schema_version > SCHEMA_VERSION {
            return Err(LoadError::Newer);
        }
        let path = catalog.path(key).ok_or(LoadError::Missing)?;
        Ok([self.base.as_str(), &path].concat())
    }

    /// The page of a key.
    pub(crate) async fn page(&self, key: &str) -> Result<Rc<Page>, LoadError> {
        let known = self.pages.borrow().iter().find(|(k, _)| k == key).map(|(_, p)| p.clone());
        if let Some(page) = known {
            return Ok(page);
        }
        let page: Rc<Page> = Rc::new(json(&self.url(key).await?).await?);
        self.pages.borrow_mut().push((key.into(), page.clone()));
        Ok(page)
    }

    /// The search index of a language.
    pub(crate) async fn search(&self, lang: &str) -> Result<Rc<Index>, LoadError> {
        if let Some(index) = self.search.borrow().clone() {
            return Ok(index);
        }
        let url = self.url(&[lang, "/search"].concat()).await?;
        let (documents, synonyms): (Vec<Document>, Vec<Vec<String>>) = json(&url).await?;
        let index = Rc::new(Index::with_synonyms(documents, &synonyms));
        *self.search.borrow_mut() = Some(index.clone());
        Ok(index)
    }
}
