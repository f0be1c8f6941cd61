//! Running text with its links and figures.

use leptos::prelude::*;

use crate::domain::page::{Passport, Span, Tag};
use crate::ui::site::Site;

/// Draws the parts of one page.
#[derive(Clone, Copy)]
pub struct Draw<'a> {
    pub site: &'a Site,
    pub passports: &'a [Passport],
}

impl Draw<'_> {
    /// A run of text.
    pub fn rich(&self, spans: &[Span]) -> AnyView {
        spans.iter().map(|span| self.span(span)).collect_view().into_any()
    }

    fn span(&self, span: &Span) -> AnyView {
        match span {
            Span::T(text) => text.clone().into_any(),
            Span::B(inner) => view! { <strong>{self.rich(inner)}</strong> }.into_any(),
            Span::A(to, text) => self.link(to, text, ""),
            Span::F(index, text) => self.figure(*index, text),
        }
    }

    /// A link; one that leaves the portal says so to the browser.
    pub fn link(&self, to: &str, text: &str, class: &'static str) -> AnyView {
        let class = (!class.is_empty()).then_some(class);
        let outside = to.starts_with("http").then_some("external noopener noreferrer");
        view! { <a class=class href=self.site.href(to) rel=outside>{text.to_owned()}</a> }.into_any()
    }

    /// A figure: a link to its source that the program turns into a passport.
    fn figure(&self, index: u16, text: &str) -> AnyView {
        let fact = self.passports.get(usize::from(index)).map_or("", |p| p.fact.as_str());
        let href = [&self.site.page("nguon/"), "#f-", fact].concat();
        let index = index.to_string();
        view! { <a class="figure" href=href data-passport=index>{text.to_owned()}</a> }.into_any()
    }

    /// An icon of the sheet; decoration, always beside a word.
    pub fn icon(&self, name: &str) -> AnyView {
        let href = self.site.picture(&["i-", name].concat());
        view! { <svg class="icon" aria-hidden="true"><use href=href></use></svg> }.into_any()
    }

    /// Short nouns in frames.
    pub fn tags(&self, tags: &[Tag]) -> Option<AnyView> {
        if tags.is_empty() {
            return None;
        }
        let tags = tags.iter().map(|tag| {
            let class = match tag.tone.as_str() {
                "gov" => "tag tag--gov",
                "eco" => "tag tag--eco",
                "soc" => "tag tag--soc",
                "care" => "tag tag--care",
                _ => "tag",
            };
            let mark = matches!(tag.tone.as_str(), "gov" | "eco" | "soc")
                .then(|| self.mark(&tag.tone, "mark mark--dot"));
            view! { <li class=class>{mark}{tag.text.clone()}</li> }
        });
        let tags = tags.collect_view();
        Some(view! { <ul class="cluster cluster--s">{tags}</ul> }.into_any())
    }

    /// A pillar's mark: square, circle or diamond.
    pub fn mark(&self, tone: &str, class: &'static str) -> AnyView {
        let href = self.site.picture(&["p-", tone].concat());
        view! { <svg class=class aria-hidden="true"><use href=href></use></svg> }.into_any()
    }
}
