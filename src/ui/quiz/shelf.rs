//! The files of the self-check: fetched once, kept while the page lives.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::browser::boot::Boot;
use crate::browser::{fetch, json};
use crate::domain::quiz::deck::{Deck, Question, Row};
use crate::domain::quiz::guide::Guide;
use crate::domain::wire::Wire;

/// Numbers and words that every screen needs.
pub(crate) struct Books {
    pub(crate) deck: Rc<Deck>,
    pub(crate) guide: Guide,
}

/// What has been fetched.
pub(crate) struct Shelf {
    base: String,
    url: String,
    books: RefCell<Option<Rc<Books>>>,
    folders: RefCell<[Option<Rc<Vec<Question>>>; 6]>,
    n_waiting: Cell<u32>,
}

impl Shelf {
    pub(crate) fn new(boot: &Boot) -> Self {
        Self {
            base: boot.base.clone(),
            url: boot.quiz.clone(),
            books: RefCell::default(),
            folders: RefCell::default(),
            n_waiting: Cell::new(0),
        }
    }

    /// The books, if they have come.
    pub(crate) fn books_now(&self) -> Option<Rc<Books>> {
        self.books.borrow().clone()
    }

    /// The books; `None` when they do not come.
    pub(crate) async fn books(&self) -> Option<Rc<Books>> {
        if let Some(books) = self.books_now() {
            return Some(books);
        }
        let (deck, guide): (Deck, Guide) = self.file(&self.url).await?;
        let books = Rc::new(Books { deck: Rc::new(deck), guide });
        self.books.replace(Some(books.clone()));
        Some(books)
    }

    /// Whether something is on its way.
    pub(crate) fn is_waiting(&self) -> bool {
        self.n_waiting.get() > 0
    }

    fn folder_now(&self, domain: u16) -> Option<Rc<Vec<Question>>> {
        self.folders.borrow().get(usize::from(domain))?.clone()
    }

    /// The questions of a domain; `None` when they do not come.
    pub(crate) async fn folder(&self, domain: u16) -> Option<Rc<Vec<Question>>> {
        if let Some(folder) = self.folder_now(domain) {
            return Some(folder);
        }
        let books = self.books().await?;
        let path = books.guide.folders.get(usize::from(domain))?;
        let url = [&self.base, path.as_str()].concat();
        let folder: Rc<Vec<Question>> = Rc::new(self.file(&url).await?);
        if let Some(place) = self.folders.borrow_mut().get_mut(usize::from(domain)) {
            *place = Some(folder.clone());
        }
        Some(folder)
    }

    /// The words of a question, if they have come.
    pub(crate) fn question_now(&self, row: &Row) -> Option<Question> {
        let folder = self.folder_now(row.domain)?;
        folder.iter().find(|question| question.no == row.no).cloned()
    }

    /// The words of a question; `None` when they do not come.
    pub(crate) async fn question(&self, row: &Row) -> Option<Question> {
        let folder = self.folder(row.domain).await?;
        folder.iter().find(|question| question.no == row.no).cloned()
    }

    async fn file<T: Wire>(&self, url: &str) -> Option<T> {
        self.n_waiting.set(self.n_waiting.get() + 1);
        let mut found = None;
        for is_second in [false, true] {
            if found.is_none()
                && let Ok(text) = fetch::text(url, is_second).await
            {
                found = json::read(&text);
            }
        }
        self.n_waiting.set(self.n_waiting.get() - 1);
        found
    }
}
