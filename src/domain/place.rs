//! Places have dates: 63 provinces until 30 June 2025, 34 since (T2).

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::decimal::Decimal;
use super::fact::Confidence;

/// City under the central government, or province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProvinceKind {
    City,
    Province,
}

/// A count of people or an area, with its date and strength.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub value: Decimal,
    #[serde(default)]
    pub as_of: Option<Date>,
    #[serde(default)]
    pub confidence: Option<Confidence>,
    #[serde(default)]
    pub source: Option<String>,
}

/// Ranks of one year in the three pillars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PillarRanks {
    pub government: Option<u16>,
    pub economy: Option<u16>,
    pub society: Option<u16>,
}

/// One year of the digital transformation index. A rank has a base (T1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexYear {
    pub year: Date,
    pub rank: Option<Decimal>,
    pub of: u16,
    pub value: Option<Decimal>,
    #[serde(default)]
    pub pillars: Option<PillarRanks>,
    /// Where the pillars' ranks were read, when not where the rank was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pillars_source: Option<String>,
    /// The arithmetic behind a rank that nobody published (T9).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    pub confidence: Confidence,
    pub source: Option<String>,
}

/// One of the 34 provinces and cities of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Province {
    pub id: String,
    pub code: String,
    pub name: String,
    pub name_en: String,
    pub kind: ProvinceKind,
    pub merged_from: Vec<String>,
    pub region: String,
    /// `None`: the same unit as before 1 July 2025.
    pub valid_from: Option<Date>,
    pub admin_centre: String,
    pub population: Option<Measure>,
    pub area_km2: Option<Measure>,
    #[serde(default)]
    pub dti: Vec<IndexYear>,
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// One of the 63 provinces and cities before 1 July 2025.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormerProvince {
    pub id: String,
    #[serde(default)]
    pub code: Option<String>,
    pub name: String,
    pub kind: ProvinceKind,
    /// `None`: it lives on unchanged as its successor.
    pub valid_to: Option<Date>,
    pub successor: String,
    #[serde(default)]
    pub dti: Vec<IndexYear>,
}

/// `shared/provinces.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Provinces {
    pub today: Vec<Province>,
    pub former: Vec<FormerProvince>,
}

impl Provinces {
    /// Every place with its index years: id, years; today's places first.
    pub fn index_years(&self) -> impl Iterator<Item = (&str, &[IndexYear])> {
        let today = self.today.iter().map(|place| (place.id.as_str(), place.dti.as_slice()));
        today.chain(self.former.iter().map(|place| (place.id.as_str(), place.dti.as_slice())))
    }

    /// The name of a place and its life, when `id` is known.
    #[must_use]
    pub fn life(&self, id: &str) -> Option<Life<'_>> {
        if id == "vn" {
            return Some(Life { name: "", from: None, to: None });
        }
        let today = self.today.iter().find(|place| place.id == id);
        let life = today.map(|place| Life { name: &place.name, from: place.valid_from, to: None });
        life.or_else(|| {
            let former = self.former.iter().find(|place| place.id == id)?;
            Some(Life { name: &former.name, from: None, to: former.valid_to })
        })
    }
}

/// A place's name and the days between which it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life<'a> {
    pub name: &'a str,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

impl Life<'_> {
    /// Whether the place existed on some day that `date` can mean.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| date.last_day() >= from.first_day())
            && self.to.is_none_or(|to| date.first_day() <= to.last_day())
    }
}
