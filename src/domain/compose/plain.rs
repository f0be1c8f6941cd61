//! Plain pages: titles, texts and lists, with a panel where the program adds one.

use super::super::page::{Block, Header, Page};
use super::super::section::PlainPage;
use super::Draft;
use super::explainer::section;

impl Draft<'_> {
    pub(super) fn plain(&mut self, name: &str) -> Option<Page> {
        let page = self.pack().pages.get(name)?;
        let mut main = vec![Block::Header(self.page_header(page))];
        main.extend(self.plain_sections(page));
        if name == "not_found" {
            main.insert(1, Block::Search);
        }
        let side = vec![self.channels(&["113", "114", "115", "111"], "channels")];
        Some(self.finish(&page.title, &page.description, vec![Block::Split { main, side }]))
    }

    pub(super) fn privacy(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("privacy")?;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        blocks.push(Block::Device { needs: self.needs_script() });
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    pub(super) fn search(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("search")?;
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Search];
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    pub(super) fn page_header(&mut self, page: &PlainPage) -> Header {
        Header {
            back: self.back_home(),
            tags: Vec::new(),
            title: page.title.clone(),
            lead: self.rich(&page.lead),
            meta: Vec::new(),
            tools: false,
        }
    }

    pub(super) fn plain_sections(&mut self, page: &PlainPage) -> Vec<Block> {
        let sections = page.sections.iter().map(|part| {
            let mut body: Vec<Block> =
                self.riches(&part.body).into_iter().map(Block::Text).collect();
            if !part.items.is_empty() {
                body.push(Block::List { ordered: false, items: self.riches(&part.items) });
            }
            section(&part.id, &part.title, "", "", body)
        });
        sections.collect()
    }

    fn needs_script(&self) -> String {
        self.words().headings.needs_script.clone()
    }
}
