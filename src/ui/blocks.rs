//! The blocks of a page, one small view each.

mod frames;
mod lists;
mod pictures;

use leptos::prelude::*;

use crate::domain::page::{Block, Header, Page};
#[cfg(not(feature = "web"))]
use crate::domain::tree::Child;
use crate::domain::tree::Element;
use crate::ui::element::El;
use crate::ui::rich::Draw;
use crate::ui::site::Site;

/// A whole page: what stands inside `main`.
pub fn page_view(site: &Site, page: &Page) -> AnyView {
    let draw = Draw { site, passports: &page.passports };
    let is_home = matches!(page.blocks.first(), Some(Block::Hero { .. }));
    let frame = if is_home { "" } else { "wrap band stack stack--l" };
    draw.blocks(El::of("div", frame), &page.blocks).view()
}

impl Draw<'_> {
    /// Blocks in order, inside an element.
    pub(crate) fn blocks(&self, element: El, blocks: &[Block]) -> El {
        element.children(blocks.iter().map(|block| self.block(block)))
    }

    fn block(&self, block: &Block) -> AnyView {
        match block {
            Block::Hero { title, lead, actions } => self.hero(title, lead, actions),
            Block::Header(header) => self.header(header),
            Block::Band { tone, body } => self.band(tone, body),
            Block::Split { main, side } => self.split(main, side),
            Block::Section { id, title, icon, tone, body } => {
                self.section(id, title, icon, tone, body)
            }
            Block::Card { kicker, title, body } => self.card(kicker, title, body),
            Block::Text(text) => self.text("p", "read", text),
            Block::Small(text) => self.text("p", "small quiet read", text),
            Block::Lead(text) => self.text("p", "lead", text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Terms(terms) => self.terms(terms),
            Block::Steps(steps) => self.steps(steps),
            Block::Myths { myth, truth, pairs } => self.myths(myth, truth, pairs),
            Block::Quote { text, by } => self.quote(text, by),
            Block::Rows(rows) => self.rows(rows),
            Block::Doors(doors) => self.doors(doors),
            Block::Marks(doors) => self.marks(doors),
            Block::Moments(rows) => self.moments(rows),
            Block::Fold { id, summary, lens, body } => self.fold(id, summary, lens, body),
            Block::Phones(links) => self.phones(links),
            Block::Gauge(gauge) => self.gauge(gauge),
            Block::Lenses { label, choices, folds } => self.lenses(label, choices, folds),
            Block::Search => self.search(),
            Block::Device { needs } => self.device(needs),
            Block::Tree(tree) => self.tree(tree),
        }
    }

    /// A drawing, a table or a form, as HTML.
    #[cfg(not(feature = "web"))]
    fn tree(&self, tree: &Element) -> AnyView {
        let mut element = El::new(tree.tag());
        for (name, value) in tree.attributes() {
            let is_address = matches!(name, "href" | "action");
            let value = if is_address { self.site.href(value) } else { value.to_owned() };
            element = element.set(name, value);
        }
        let children = tree.inside().iter().map(|child| match child {
            Child::Element(element) => self.tree(element),
            Child::Span(span) => self.span(span),
        });
        element.children(children).view()
    }

    /// The place of a drawing, a table or a form; `trees` builds it there.
    #[cfg(feature = "web")]
    fn tree(&self, _tree: &Element) -> AnyView {
        El::new("div").attr("data-tree", "here").view()
    }

    fn header(&self, header: &Header) -> AnyView {
        let back = header.back.as_ref().map(|link| {
            self.anchor(&link.to, "back").child(self.icon("back")).text(&link.text).view()
        });
        let meta = header.meta.iter().map(|(icon, text)| {
            El::of("li", "cluster cluster--s").child(self.icon(icon)).text(text).view()
        });
        let meta = (!header.meta.is_empty())
            .then(|| El::of("ul", "cluster small quiet").children(meta).view());
        let lead = (!header.lead.is_empty()).then(|| self.text("p", "lead", &header.lead));
        El::of("header", "stack")
            .maybe(back)
            .maybe(self.tags(&header.tags))
            .child(El::new("h1").attr("tabindex", "-1").text(&header.title).view())
            .maybe(lead)
            .maybe(meta)
            .maybe(header.tools.then(|| self.tools()))
            .view()
    }

    /// Print, share, listen: seen once the program that serves them runs.
    fn tools(&self) -> AnyView {
        let words = &self.site.search;
        let button = |action: &str, needs: &str, icon: &str, text: &str| {
            El::of("button", "button button--quiet button--slim")
                .attr("type", "button")
                .attr("data-action", action)
                .attr("data-needs", needs)
                .child(self.icon(icon))
                .text(text)
                .view()
        };
        El::of("div", "cluster screen")
            .child(button("print", "app", "print", &words.print))
            .child(button("share", "app", "share", &words.share))
            .child(button("listen", "voice", "sound", &words.listen))
            .view()
    }

    /// The search box: a form that works before any program runs.
    fn search(&self) -> AnyView {
        let words = &self.site.search;
        let input = view! {
            <input class="field__box cluster__grow" id="q" name="q" type="search"
                autocomplete="off" enterkeyhint="search" maxlength="120" />
        };
        let button = El::of("button", "button").child(self.icon("search")).text(&words.button);
        let line = El::of("div", "cluster cluster--s").child(input.into_any()).child(button.view());
        let form = El::of("form", "stack stack--s")
            .attr("role", "search")
            .attr("action", &self.site.page("tim/"))
            .child(El::of("label", "field").attr("for", "q").text(&words.label).view())
            .child(line.view())
            .child(El::of("p", "small quiet").text(&words.hint).view());
        El::of("div", "stack read screen")
            .attr("data-island", "search")
            .child(form.view())
            .child(El::of("div", "results").view())
            .view()
    }

    /// The place of the panel that shows what this device remembers.
    fn device(&self, needs: &str) -> AnyView {
        let needs = El::new("p").text(needs).view();
        El::of("div", "card card--tall").attr("data-island", "device").child(needs).view()
    }
}
