//! The portal's own files, found through the list of files.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::fetch::{self, FetchError};
use crate::browser::json;
use crate::domain::catalog::{Catalog, SCHEMA_VERSION};
use crate::domain::interface::AppWords;
use crate::domain::wire::Wire;

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

/// Fetches files by their keys.
pub(crate) struct Files {
    base: String,
    index_url: String,
    catalog: RefCell<Option<Rc<Catalog>>>,
}

/// Fetches a file by its address.
pub(crate) async fn at<T: Wire>(url: &str) -> Result<T, LoadError> {
    if let Ok(Some(value)) = fetch::text(url, false).await.map(|text| json::read(&text)) {
        return Ok(value);
    }
    let text = fetch::text(url, true).await?;
    json::read(&text).ok_or(LoadError::Broken)
}

impl Files {
    pub(crate) fn new(base: &str, index_url: &str) -> Self {
        Self { base: base.into(), index_url: index_url.into(), catalog: RefCell::default() }
    }

    async fn url(&self, key: &str) -> Result<String, LoadError> {
        let known = self.catalog.borrow().clone();
        let catalog = match known {
            Some(catalog) => catalog,
            None => {
                let catalog: Rc<Catalog> = Rc::new(at(&self.index_url).await?);
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

    /// The file of a key.
    pub(crate) async fn get<T: Wire>(&self, key: &str) -> Result<T, LoadError> {
        at(&self.url(key).await?).await
    }
}
