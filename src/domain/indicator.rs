//! Indicators: what each shows, as references to facts; numbers stay in the facts.

pub mod arithmetic;
pub mod export;
pub mod number;
pub mod ranks;

use serde::{Deserialize, Serialize};

use super::explainer::Pillar;

/// A figure of a fact, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FigureAt {
    pub fact: String,
    pub number: usize,
}

/// How a part of an indicator is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Ranks of `place` by year, and of its successor; the bases never join (T1).
    RankTrend,
    /// Ranks of `place` in the three pillars.
    PillarStrip,
    /// Measured years in `series`, what is aimed at in `targets`: gap and pace are worked out.
    TargetGap,
    /// Versions of one target in `targets`, oldest first; the rank of now in `series`.
    TargetHistory,
    /// Numbers side by side that are not compared.
    Cards,
    /// A part and its whole: the first two figures of `series`.
    Share,
    /// Bars of several ways of measuring, one list of `series` each, never mixed.
    Measures,
    /// Facts told in words, such as targets without a number.
    Statements,
    /// The table of all provinces.
    Comparison,
}

/// A part of an indicator's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: String,
    pub kind: PartKind,
    /// A province of today (with all its old ones) or a former one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Lists of figures, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Vec<FigureAt>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<FigureAt>,
    /// Facts shown as sentences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<String>,
}

/// One entry of `shared/indicators.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub pillars: Vec<Pillar>,
    /// Today's provinces it belongs to; none: the whole country.
    pub provinces: Vec<String>,
    pub documents: Vec<String>,
    pub explainers: Vec<String>,
    pub parts: Vec<Part>,
}

/// A part in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartWords {
    pub id: String,
    pub title: String,
    /// What to know before looking, or nothing.
    pub text: Option<String>,
    /// A heading for each list of the part's series, or a name for each version of a target.
    pub names: Vec<String>,
}

/// An indicator in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorWords {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub keywords: Vec<String>,
    /// How to read the numbers.
    pub notes: Vec<String>,
    pub parts: Vec<PartWords>,
}
