//! Communes, wards and special zones of today, and the units each was made of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::Date;

/// `shared/communes.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Communes {
    /// Id of the source of the whole list.
    pub source: String,
    /// The day from which the units of today exist.
    pub valid_from: Date,
    /// By the id of today's province.
    pub provinces: BTreeMap<String, Vec<Commune>>,
}

/// A commune, a ward or a special zone of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Commune {
    /// Five digits of the official list of administrative units.
    pub code: String,
    /// With its kind: "X\u{e3} Ph\u{1ee7} Th\u{f4}ng".
    pub name: String,
    pub from: Vec<Origin>,
}

impl Commune {
    /// Whether it is a special zone: islands.
    #[must_use]
    pub fn is_zone(&self) -> bool {
        self.name.starts_with("\u{110}\u{1eb7}c khu ")
    }
}

/// Units of one former district that a commune was made of. None at all: the whole district,
/// an island that had no communes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Id of the former province.
    pub province: String,
    /// The former district with its kind.
    pub district: String,
    /// Units that went over whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whole: Vec<String>,
    /// Units that were divided among several communes of today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part: Vec<String>,
}
