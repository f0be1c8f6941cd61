//! Facts and their figures: every number with where it comes from.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::decimal::Decimal;

/// How a printed number relates to the true one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Op {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = ">")]
    Above,
    #[serde(rename = "\u{2265}")]
    AtLeast,
    #[serde(rename = "<")]
    Below,
    #[serde(rename = "\u{2264}")]
    AtMost,
    #[serde(rename = "\u{2248}")]
    About,
}

/// What kind of number it is: a target is not a result (T3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    DraftTarget,
    Target,
    Measured,
    Estimate,
    Expected,
    Derived,
    /// A limit or amount that a rule sets.
    Rule,
    /// A count that a document or plan states.
    Stated,
}

/// How strong the source is (T11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Sourced,
    SingleSource,
    Unconfirmed,
    OwnKnowledge,
}

impl Confidence {
    /// Whether readers see a badge that says the fact is not confirmed.
    #[must_use]
    pub fn needs_badge(self) -> bool {
        matches!(self, Self::Unconfirmed | Self::OwnKnowledge)
    }
}

/// One number of a fact. What it leaves out it takes from its fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub value: Decimal,
    /// A key of `units.json`.
    pub unit: String,
    pub op: Op,
    pub status: Status,
    /// The year a target is set for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The number of places a rank counts among: 63 or 34 (T1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u16>,
    /// The arithmetic behind a derived number (T9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A statement with a source, a date, a place and perhaps figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    pub topic: String,
    /// `vn` or an id of `provinces.json`.
    pub place: String,
    pub as_of: Option<Date>,
    /// An id of `sources.json`.
    pub source: String,
    pub confidence: Confidence,
    /// The day somebody last checked that it still holds.
    #[serde(default)]
    pub verified_on: Option<Date>,
    pub figures: Vec<Figure>,
}

/// A fact in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactWords {
    pub id: String,
    pub statement: String,
    /// What each figure counts, in the order of the fact's figures.
    pub figures: Vec<String>,
    /// What a reader must know before using the number (T8).
    pub caution: Option<String>,
}
