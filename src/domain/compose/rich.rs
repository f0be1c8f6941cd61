//! Authored text to rich text: links resolved, figures given their passports.

use super::super::page::{Passport, Rich, Span, Tag};
use super::super::passport;
use super::super::route::Route;
use super::super::text::{self, Mark, Target};
use super::{Composer, Draft};

impl Draft<'_> {
    /// Rich text of an authored text. A text that does not read stays as it is:
    /// the checker has refused it before.
    pub(super) fn rich(&mut self, text: &str) -> Rich {
        match text::marks(text) {
            Ok(marks) => marks.into_iter().map(|mark| self.span(mark)).collect(),
            Err(_) => vec![Span::T(text.into())],
        }
    }

    /// An authored text, or the words for "unknown" (T4).
    pub(super) fn known(&mut self, text: &str) -> Rich {
        match text {
            "unknown" => vec![Span::T(self.words().headings.unknown.clone())],
            text => self.rich(text),
        }
    }

    pub(super) fn riches(&mut self, texts: &[String]) -> Vec<Rich> {
        texts.iter().map(|text| self.rich(text)).collect()
    }

    fn span(&mut self, mark: Mark) -> Span {
        match mark {
            Mark::Plain(text) => Span::T(text),
            Mark::Strong(inner) => Span::B(inner.into_iter().map(|mark| self.span(mark)).collect()),
            Mark::Link { label, target } => match self.composer.resolve(&target) {
                Some(to) => Span::A(to, label),
                None => Span::T(label),
            },
            Mark::Figure { fact, number, wording } => self.figure(&fact, number, wording),
        }
    }

    /// A figure of a fact as a span with its passport.
    pub(super) fn figure(&mut self, id: &str, number: usize, wording: Option<String>) -> Span {
        let Some(fact) = self.library().fact(id) else {
            return Span::T(wording.unwrap_or_default());
        };
        let (library, pack) = (self.library(), self.pack());
        let passport = passport::passport(library, pack, fact, number, &mut self.labels);
        self.stamp(passport, wording)
    }

    /// A span that opens a passport; a passport met before is not carried twice.
    pub(super) fn stamp(&mut self, passport: Passport, wording: Option<String>) -> Span {
        let text = wording.unwrap_or_else(|| passport.title.clone());
        if !self.facts.contains(&passport.fact) {
            self.facts.push(passport.fact.clone());
        }
        let known = self.passports.iter().position(|known| *known == passport);
        let index = known.unwrap_or_else(|| {
            self.passports.push(passport);
            self.passports.len() - 1
        });
        u16::try_from(index).map_or(Span::T(text.clone()), |index| Span::F(index, text))
    }

    /// A fact as a list row: its statement with a passport, status tags and caution (T8).
    pub(super) fn fact_line(&mut self, id: &str) -> Option<(Rich, Vec<Tag>, Rich)> {
        let fact = self.library().fact(id)?;
        let words = self.pack().fact(id)?;
        let span = self.figure(id, 1, Some(words.statement.clone()));
        let mut tags = Vec::new();
        for tag in fact
            .figures
            .iter()
            .map(Some)
            .chain(fact.figures.is_empty().then_some(None))
            .flat_map(|figure| passport::tags(self.words(), fact, figure))
        {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let caution = words.caution.as_deref().unwrap_or("");
        Some((vec![span], tags, self.rich(caution)))
    }
}

impl Composer<'_> {
    /// Where an authored link leads; `None` for a host that is not listed.
    pub(super) fn resolve(&self, target: &Target) -> Option<String> {
        Some(match target {
            Target::Explainer(slug) => self.to(Route::Explainer(slug.clone())),
            Target::Term(id) => self.to_fragment(Route::Glossary, id),
            Target::Document(id) => self.to_fragment(Route::Documents, id),
            Target::Organisation(id) => self.to_fragment(Route::Glossary, &["o-", id].concat()),
            Target::Pillar(id) => {
                let page = self
                    .pack
                    .pillars
                    .iter()
                    .find(|page| page.slug == *id || pillar_id(page.id) == id)?;
                self.to(Route::Pillar(page.slug.clone()))
            }
            Target::Page(name) => self.to(page_route(name)?),
            Target::Phone(number) => ["tel:", number].concat(),
            Target::Web(url) => self.library.hosts.allow(url).then(|| url.clone())?,
        })
    }
}

/// The authored id of a pillar.
pub(super) fn pillar_id(pillar: super::Pillar) -> &'static str {
    match pillar {
        super::Pillar::Government => "government",
        super::Pillar::Economy => "economy",
        super::Pillar::Society => "society",
    }
}

/// The route behind `page:<name>`.
pub(crate) fn page_route(name: &str) -> Option<Route> {
    Some(match name {
        "home" => Route::Home,
        "explainers" => Route::Explainers,
        "glossary" => Route::Glossary,
        "documents" => Route::Documents,
        "timeline" => Route::Timeline,
        "map" => Route::Map,
        "models" => Route::Models,
        "provinces" => Route::Provinces,
        "indicators" => Route::Indicators,
        "rehearsals" => Route::Rehearsals,
        "self-check" => Route::SelfCheck,
        "result" => Route::Result,
        "search" => Route::Search,
        "sources" => Route::Sources,
        "privacy" => Route::Privacy,
        "accessibility" => Route::Accessibility,
        _ => return None,
    })
}
