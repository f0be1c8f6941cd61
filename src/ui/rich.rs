//! Running text with its links and figures.

use leptos::prelude::*;

use crate::domain::page::{Passport, Span, Tag};
use crate::ui::element::El;
use crate::ui::site::Site;

/// Characters from which a figure reads as a sentence and is drawn lighter.
pub(crate) const CLAIM: usize = 32;

/// Draws the parts of one page.
#[derive(Clone, Copy)]
pub struct Draw<'a> {
    pub site: &'a Site,
    pub passports: &'a [Passport],
}

impl Draw<'_> {
    /// A run of text inside an element.
    pub(crate) fn fill(&self, element: El, spans: &[Span]) -> El {
        element.children(spans.iter().map(|span| self.span(span)))
    }

    /// An element of this tag and class around a run of text.
    pub(crate) fn text(&self, tag: &'static str, class: &'static str, spans: &[Span]) -> AnyView {
        self.fill(El::of(tag, class), spans).view()
    }

    pub(crate) fn span(&self, span: &Span) -> AnyView {
        match span {
            Span::T(text) => text.clone().into_any(),
            Span::B(inner) => self.text("strong", "", inner),
            Span::A(to, text) => self.link(to, text, ""),
            Span::F(index, text) => self.figure(*index, text),
        }
    }

    /// A link; one that leaves the portal says so to the browser.
    pub(crate) fn link(&self, to: &str, text: &str, class: &'static str) -> AnyView {
        self.anchor(to, class).text(text).view()
    }

    /// A link still to be filled.
    pub(crate) fn anchor(&self, to: &str, class: &'static str) -> El {
        let outside = if to.starts_with("http") { "external noopener noreferrer" } else { "" };
        El::of("a", class).attr("href", &self.site.href(to)).attr("rel", outside)
    }

    /// A figure: a link to its source that the program turns into a passport.
    fn figure(&self, index: u16, text: &str) -> AnyView {
        let fact = self.passports.get(usize::from(index)).map_or("", |p| p.fact.as_str());
        let is_claim = text.chars().count() > CLAIM;
        El::of("a", if is_claim { "figure figure--claim" } else { "figure" })
            .attr("href", &[&self.site.page("nguon/"), "#f-", fact].concat())
            .attr("data-passport", &index.to_string())
            .text(text)
            .view()
    }

    /// A drawing of the picture sheet: decoration, always beside a word.
    pub(crate) fn picture(
        &self,
        class: &'static str,
        name: &str,
        view_box: &'static str,
        aspect: &'static str,
    ) -> AnyView {
        let href = self.site.picture(name);
        let view_box = (!view_box.is_empty()).then_some(view_box);
        let aspect = (!aspect.is_empty()).then_some(aspect);
        view! {
            <svg class=class viewBox=view_box preserveAspectRatio=aspect aria-hidden="true">
                <use href=href></use>
            </svg>
        }
        .into_any()
    }

    /// An icon.
    pub(crate) fn icon(&self, name: &str) -> AnyView {
        self.picture("icon", &["i-", name].concat(), "", "")
    }

    /// A pillar's mark: square, circle or diamond.
    pub(crate) fn mark(&self, tone: &str, class: &'static str) -> AnyView {
        self.picture(class, &["p-", tone].concat(), "", "")
    }

    /// Short nouns in frames.
    pub(crate) fn tags(&self, tags: &[Tag]) -> Option<AnyView> {
        if tags.is_empty() {
            return None;
        }
        let tags = tags.iter().map(|tag| {
            let class = match tag.tone.as_str() {
                "gov" => "tag tag--gov",
                "eco" => "tag tag--eco",
                "soc" | "good" => "tag tag--soc",
                "care" => "tag tag--care",
                _ => "tag",
            };
            let mark = matches!(tag.tone.as_str(), "gov" | "eco" | "soc")
                .then(|| self.mark(&tag.tone, "mark mark--dot"));
            El::of("li", class).maybe(mark).text(&tag.text).view()
        });
        Some(El::of("ul", "cluster cluster--s").children(tags).view())
    }
}
