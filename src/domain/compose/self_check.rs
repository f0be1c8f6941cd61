//! The pages of the self-check, readable before its program runs.

use super::super::page::{Block, Page, Span};
use super::super::quiz::bank::{Barrier, BarrierWords};
use super::super::quiz::deck::{Deck, Question};
use super::super::quiz::guide::Guide;
use super::super::quiz::item::{Item, ItemWords};
use super::super::quiz::screen::start;
use super::super::route::Route;
use super::explainer::section;
use super::{Composer, Draft};

impl Draft<'_> {
    pub(super) fn self_check(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("self_check")?;
        let guide = self.composer.guide(Vec::new());
        let say = &self.pack().quiz.guide.phrases;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        blocks.push(Block::Tree(start::form(&guide)));
        let code = Span::A(self.composer.to(Route::Result), say.code_link.clone());
        blocks.push(Block::Small(vec![code]));
        blocks.push(Block::Small(vec![Span::T(say.not_official.clone())]));
        blocks.push(self.obstacles());
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    pub(super) fn result(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("result")?;
        let guide = self.composer.guide(Vec::new());
        let mut blocks = vec![Block::Header(self.page_header(page))];
        blocks.push(Block::Tree(start::open(&guide)));
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    /// What keeps people back, each with a step for today.
    fn obstacles(&mut self) -> Block {
        let words = &self.pack().quiz.guide;
        let mut body = vec![Block::Text(self.rich(&words.phrases.barriers_lead))];
        let barriers = &self.library().quiz.frame.barriers;
        let pairs = barriers.iter().filter_map(|barrier| {
            let words = words.barriers.iter().find(|words| words.id == barrier.id)?;
            Some((barrier, words))
        });
        let folds: Vec<Block> =
            pairs.map(|(barrier, words)| self.barrier(barrier, words)).collect();
        body.extend(folds);
        section("barriers", &words.phrases.barriers_title, "", "", body)
    }

    fn barrier(&mut self, barrier: &Barrier, words: &BarrierWords) -> Block {
        let now = self.pack().quiz.guide.phrases.barrier_step.clone();
        let mut step = vec![Span::B(vec![Span::T(now)]), Span::T(" ".into())];
        step.extend(self.rich(&words.step));
        let links = barrier.lessons.iter().map(|path| {
            let (to, title) = self.composer.lesson(path);
            vec![Span::A(to, title)]
        });
        let items = links.collect();
        Block::Fold {
            id: ["b-", &barrier.id].concat(),
            summary: words.title.clone(),
            lens: String::new(),
            body: vec![
                Block::Text(self.rich(&words.text)),
                Block::Text(step),
                Block::List { ordered: false, items },
            ],
        }
    }
}

impl Composer<'_> {
    /// App path and title of a page of ours, from its path below the language.
    fn lesson(&self, path: &str) -> (String, String) {
        let route = Route::parse(path);
        let words = self.words();
        let plain = |name: &str| self.pack.pages.get(name).map(|page| page.title.clone());
        let title = match &route {
            Route::Explainer(slug) => self.pack.explainer(slug).map(|page| page.title.clone()),
            Route::Pillar(slug) => {
                let page = self.pack.pillars.iter().find(|page| page.slug == *slug);
                page.map(|page| page.title.clone())
            }
            Route::Glossary => plain("glossary"),
            Route::Documents => plain("documents"),
            Route::Models => plain("models"),
            Route::Map => plain("map"),
            Route::Rehearsals => plain("rehearsals"),
            _ => None,
        };
        let title = title.unwrap_or_else(|| words.site.name.clone());
        (self.to(route), title)
    }

    /// What the self-check says; `folders` are the paths of the questions by domain.
    #[must_use]
    pub fn guide(&self, folders: Vec<String>) -> Guide {
        Guide::of(&self.pack.quiz.guide, folders)
    }

    /// The bank without its words.
    #[must_use]
    pub fn deck(&self) -> Deck {
        Deck::of(&self.library.quiz)
    }

    /// The questions of a domain, 1 to 6, in words.
    #[must_use]
    pub fn questions(&self, domain: u8) -> Vec<Question> {
        let items = self.library.quiz.items.iter().filter(|item| item.domain() == domain);
        items.filter_map(|item| self.question(item)).collect()
    }

    fn question(&self, item: &Item) -> Option<Question> {
        let words: &ItemWords = self.pack.quiz.items.iter().find(|words| words.id == item.id)?;
        let options = item.options.iter().filter_map(|name| words.options.get(name));
        let partners = options.clone().filter_map(|option| option.partner.clone());
        let verdicts = words.verdicts.as_ref();
        let verdicts = verdicts.map(|v| vec![v.scam.clone(), v.genuine.clone(), v.unsure.clone()]);
        Some(Question {
            no: item.no,
            stem: words.stem.clone(),
            from: words.from.clone().unwrap_or_default(),
            view: item.view.map_or(u16::MAX, |view| view as u16),
            options: options.clone().map(|o| (o.text.clone(), o.feedback.clone())).collect(),
            partners: partners.collect(),
            verdicts: verdicts.unwrap_or_default(),
            explain: words.explain.clone().unwrap_or_default(),
            dont_know: words.dont_know.clone(),
            next: words.next.clone(),
            lesson: self.lesson(&item.lesson),
        })
    }
}
