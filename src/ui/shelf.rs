//! Fetched files, parsed once and kept for as long as the page lives.

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::interface::AppWords;
use crate::domain::page::Page;
use crate::domain::search::{Document, Index};
use crate::ui::files::{self, Files};

pub(crate) use crate::ui::files::LoadError;

/// What has been fetched so far.
pub(crate) struct Shelf {
    files: Files,
    words_url: String,
    words: RefCell<Option<Rc<AppWords>>>,
    pages: RefCell<Vec<(String, Rc<Page>)>>,
    search: RefCell<Option<Rc<Index>>>,
}

impl Shelf {
    pub(crate) fn new(base: &str, index_url: &str, words_url: &str) -> Self {
        Self {
            files: Files::new(base, index_url),
            words_url: words_url.into(),
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
        let words: Rc<AppWords> = Rc::new(files::at(&self.words_url).await?);
        *self.words.borrow_mut() = Some(words.clone());
        Ok(words)
    }

    /// The words, if they have come.
    pub(crate) fn words_now(&self) -> Option<Rc<AppWords>> {
        self.words.borrow().clone()
    }

    /// The page of a key.
    pub(crate) async fn page(&self, key: &str) -> Result<Rc<Page>, LoadError> {
        let known = self.pages.borrow().iter().find(|(k, _)| k == key).map(|(_, p)| p.clone());
        if let Some(page) = known {
            return Ok(page);
        }
        let page: Rc<Page> = Rc::new(self.files.get(key).await?);
        self.pages.borrow_mut().push((key.into(), page.clone()));
        Ok(page)
    }

    /// The search index of a language.
    pub(crate) async fn search(&self, lang: &str) -> Result<Rc<Index>, LoadError> {
        if let Some(index) = self.search.borrow().clone() {
            return Ok(index);
        }
        let key = [lang, "/search"].concat();
        let (documents, synonyms): (Vec<Document>, Vec<Vec<String>>) = self.files.get(&key).await?;
        let index = Rc::new(Index::with_synonyms(documents, &synonyms));
        *self.search.borrow_mut() = Some(index.clone());
        Ok(index)
    }
}
