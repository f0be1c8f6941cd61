//! A number with all that is known of it, authored or worked out.

use super::super::date::Date;
use super::super::fact::{Confidence, Fact, FactWords, Figure, Status};
use super::super::library::{Library, Pack};
use super::FigureAt;

/// A figure, the fact it belongs to, and what it counts.
#[derive(Clone, Debug)]
pub struct Number<'a> {
    pub fact: &'a Fact,
    pub words: &'a FactWords,
    pub figure: Figure,
    pub label: String,
}

impl<'a> Number<'a> {
    /// The figure of this place in the library; `None` when there is none.
    #[must_use]
    pub fn at(library: &'a Library, pack: &'a Pack, at: &FigureAt) -> Option<Self> {
        let fact = library.fact(&at.fact)?;
        let words = pack.fact(&at.fact)?;
        let index = at.number.checked_sub(1)?;
        let figure = fact.figures.get(index)?.clone();
        let label = words.figures.get(index).cloned().unwrap_or_default();
        Some(Self { fact, words, figure, label })
    }

    /// A number worked out from this one: a new figure with the same fact behind it.
    #[must_use]
    pub fn derive(&self, figure: Figure, label: String) -> Self {
        let figure = Figure { status: Status::Derived, ..figure };
        Self { figure, label, ..self.clone() }
    }

    /// When it holds.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.figure.as_of.or(self.fact.as_of)
    }

    /// The year it speaks of: the year due for a target, else the year it holds in.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.figure.due.or_else(|| self.as_of()).map(Date::year)
    }

    /// `vn` or the id of a province.
    #[must_use]
    pub fn place(&self) -> &str {
        self.figure.place.as_deref().unwrap_or(&self.fact.place)
    }

    /// How strong its source is.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.figure.confidence.unwrap_or(self.fact.confidence)
    }

    /// The id of its source.
    #[must_use]
    pub fn source(&self) -> &str {
        self.figure.source.as_deref().unwrap_or(&self.fact.source)
    }
}
