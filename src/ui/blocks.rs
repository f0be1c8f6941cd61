//! The blocks of a page, one small view each.

mod frames;
mod lists;
mod pictures;

use leptos::prelude::*;

use crate::domain::page::{Block, Header, Page};
use crate::ui::rich::Draw;
use crate::ui::site::Site;

/// A whole page: what stands inside `main`.
pub fn page_view(site: &Site, page: &Page) -> AnyView {
    let draw = Draw { site, passports: &page.passports };
    let is_home = matches!(page.blocks.first(), Some(Block::Hero { .. }));
    let blocks = draw.blocks(&page.blocks);
    if is_home {
        blocks
    } else {
        view! { <div class="wrap band stack stack--l">{blocks}</div> }.into_any()
    }
}

impl Draw<'_> {
    /// Blocks in order.
    pub fn blocks(&self, blocks: &[Block]) -> AnyView {
        blocks.iter().map(|block| self.block(block)).collect_view().into_any()
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
            Block::Text(text) => view! { <p class="read">{self.rich(text)}</p> }.into_any(),
            Block::Small(text) => {
                view! { <p class="small quiet read">{self.rich(text)}</p> }.into_any()
            }
            Block::Lead(text) => view! { <p class="lead">{self.rich(text)}</p> }.into_any(),
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
            Block::Lenses { label, choices } => self.lenses(label, choices),
            Block::Search => self.search(),
            Block::Device { needs } => self.device(needs),
        }
    }

    fn header(&self, header: &Header) -> AnyView {
        let back = header.back.as_ref().map(|link| {
            let href = self.site.href(&link.to);
            view! { <a class="back" href=href>{self.icon("back")}{link.text.clone()}</a> }
        });
        let meta = header.meta.iter().map(|(icon, text)| {
            view! { <li class="cluster cluster--s">{self.icon(icon)}{text.clone()}</li> }
        });
        let meta = (!header.meta.is_empty())
            .then(|| view! { <ul class="cluster small quiet">{meta.collect_view()}</ul> });
        let lead = (!header.lead.is_empty())
            .then(|| view! { <p class="lead">{self.rich(&header.lead)}</p> });
        let tools = header.tools.then(|| self.tools());
        view! {
            <header class="stack">
                {back}
                {self.tags(&header.tags)}
                <h1 tabindex="-1">{header.title.clone()}</h1>
                {lead}
                {meta}
                {tools}
            </header>
        }
        .into_any()
    }

    /// Listen, share, print: seen once the program that serves them runs.
    fn tools(&self) -> AnyView {
        let words = &self.site.search;
        let button = |action: &'static str, icon: &str, text: &str| {
            let text = text.to_owned();
            view! {
                <button class="button button--quiet" type="button" data-action=action data-needs="app">
                    {self.icon(icon)}
                    {text}
                </button>
            }
        };
        view! {
            <div class="cluster screen">
                {button("print", "print", &words.print)}
                {button("share", "share", &words.share)}
                {button("listen", "sound", &words.listen)}
            </div>
        }
        .into_any()
    }

    /// The search box: a form that works before any program runs.
    fn search(&self) -> AnyView {
        let words = &self.site.search;
        view! {
            <div class="stack read" data-island="search">
                <form class="stack stack--s" role="search" action=self.site.page("tim/") method="get">
                    <label class="field" for="q">{words.label.clone()}</label>
                    <div class="cluster cluster--s">
                        <input class="field__box cluster__grow" id="q" name="q" type="search"
                            autocomplete="off" enterkeyhint="search" maxlength="120" />
                        <button class="button">{self.icon("search")}{words.button.clone()}</button>
                    </div>
                    <p class="small quiet">{words.hint.clone()}</p>
                </form>
            </div>
        }
        .into_any()
    }

    /// The place of the panel that shows what this device remembers.
    fn device(&self, needs: &str) -> AnyView {
        view! { <div class="card" data-island="device"><p>{needs.to_owned()}</p></div> }.into_any()
    }
}
