//! Places have dates: 63 provinces until 30 June 2025, 34 since (T2).

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::decimal::Decimal;
use super::fact::{Confidence, Fact, FactWords, Figure, Op, Status};
use super::interface::{ProvincePage, fill};

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

impl Province {
    /// Id of the fact that holds people and area.
    #[must_use]
    pub fn fact_id(&self) -> String {
        ["p-", &self.id].concat()
    }

    /// The name in a language.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        if lang == "vi" { &self.name } else { &self.name_en }
    }

    /// People (first) and area (second) as a fact, so that they have passports (T10).
    #[must_use]
    pub fn fact(&self) -> Option<Fact> {
        let (people, area) = (self.population.as_ref()?, self.area_km2.as_ref()?);
        let source = people.source.clone().or_else(|| area.source.clone())?;
        let confidence = people.confidence.unwrap_or(Confidence::SingleSource);
        let figure = |measure: &Measure, unit: &str| Figure {
            value: measure.value.clone(),
            unit: unit.into(),
            op: Op::Equal,
            status: Status::Stated,
            due: None,
            as_of: measure.as_of,
            place: None,
            of: None,
            formula: None,
            confidence: measure.confidence,
            source: measure.source.clone(),
        };
        Some(Fact {
            id: self.fact_id(),
            topic: "provinces".into(),
            place: self.id.clone(),
            as_of: None,
            source,
            confidence,
            verified_on: None,
            figures: vec![figure(people, "people"), figure(area, "km2")],
        })
    }

    /// The words of that fact.
    #[must_use]
    pub fn fact_words(&self, words: &ProvincePage, lang: &str) -> FactWords {
        let merged = self.valid_from.is_some();
        let basis = if merged { &words.basis_resolution } else { &words.basis_register };
        FactWords {
            id: self.fact_id(),
            statement: fill(basis, "name", self.name(lang)),
            figures: vec![words.population.clone(), words.area.clone()],
            caution: Some(words.measure_caution.clone()),
        }
    }
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

    /// The province of today where a place, today's or former, now lies.
    #[must_use]
    pub fn today_of(&self, id: &str) -> Option<&Province> {
        let former = self.former.iter().find(|place| place.id == id);
        let id = former.map_or(id, |place| place.successor.as_str());
        self.today.iter().find(|place| place.id == id)
    }

    /// The units a province was made of, in the order its name is explained.
    #[must_use]
    pub fn units<'a>(&'a self, province: &'a Province) -> Vec<&'a FormerProvince> {
        let of = |id: &String| self.former.iter().find(|place| place.id == *id);
        province.merged_from.iter().filter_map(of).collect()
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
