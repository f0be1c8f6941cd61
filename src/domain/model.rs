//! Local models: what a place did, who ran it, and what came of it.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::explainer::Pillar;
use super::fact::{Confidence, Fact, FactWords, Figure};
use super::geometry::Position;
use super::reference::Known;

macro_rules! choices {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $key:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $(#[serde(rename = $key)] $variant),* }

        impl $name {
            /// Every choice, in the order readers see them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The key in content and in addresses.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),* }
            }
        }
    };
}

pub(crate) use choices;

choices! {
    /// The part of life a model is about.
    Sector {
        PublicServices = "public-services",
        Community = "community",
        Agriculture = "agriculture",
        TradeTourism = "trade-tourism",
        Education = "education",
        Health = "health",
        InfrastructureData = "infrastructure-data",
        Safety = "safety",
    }
}
choices! {
    /// How large the area is that a model works in.
    Scope {
        Province = "province",
        District = "district",
        Commune = "commune",
        Village = "village",
        School = "school",
        Market = "market",
        Cooperative = "cooperative",
        Facility = "facility",
    }
}
choices! {
    /// The land around a model, where its place makes it plain.
    Terrain {
        Highland = "highland",
        Delta = "delta",
        Coast = "coast",
        Island = "island",
        Urban = "urban",
    }
}
choices! {
    /// What is known of the outcome.
    Evidence {
        Measured = "measured",
        Counted = "counted",
        Told = "told",
    }
}
choices! {
    /// Where the year comes from.
    YearBasis {
        Stated = "stated",
        Inferred = "inferred",
        Absent = "none",
    }
}
choices! {
    /// Who published the source.
    Strength {
        Government = "government",
        Press = "press",
        Reprint = "reprint",
        Seed = "seed",
    }
}
choices! {
    /// A little, some, much: of money, network, people or difficulty.
    Level {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

/// One entry of `shared/models.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Model {
    pub id: String,
    /// Today's province.
    pub province: String,
    /// The province of the time, for what was done before a merger.
    pub former: Option<String>,
    pub year: Known<Date>,
    pub year_basis: YearBasis,
    pub pillar: Pillar,
    /// An id of `model-kinds.json`.
    pub kind: String,
    pub sector: Sector,
    pub scope: Scope,
    #[serde(default)]
    pub terrain: Vec<Terrain>,
    pub evidence: Evidence,
    #[serde(default)]
    pub figures: Vec<Figure>,
    pub source: String,
    pub strength: Strength,
    pub confidence: Confidence,
    #[serde(default)]
    pub explainers: Vec<String>,
    /// Where it stands on the map; `None`: known by its province alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A model in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelWords {
    pub id: String,
    pub name: String,
    pub place: String,
    pub summary: String,
    pub who: String,
    /// What each figure counts.
    pub figures: Vec<String>,
    pub caution: Option<String>,
    /// What went wrong or was hard; `unknown` where nobody has told.
    pub stumbles: String,
    /// How it is bound to local culture or strength; `unknown` where nobody has told (QN-12).
    pub identity: String,
}

/// What models of a kind usually take: the editors' estimate, said to be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelKind {
    pub id: String,
    pub budget: Level,
    pub network: Level,
    pub people: Level,
    pub difficulty: Level,
}

/// A kind of model in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelKindWords {
    pub id: String,
    pub name: String,
    /// What it takes, in one sentence.
    pub needs: String,
}

/// The id of the fact that a model's figures belong to.
#[must_use]
pub fn fact_id(model: &str) -> String {
    ["m-", model].concat()
}

impl Model {
    /// The year it is told of, if one is.
    #[must_use]
    pub fn year(&self) -> Option<Date> {
        match self.year {
            Known::Value(year) => Some(year),
            Known::Unknown(_) => None,
        }
    }

    /// The model's figures as a fact, so that they have passports like all others (T10).
    #[must_use]
    pub fn fact(&self) -> Fact {
        Fact {
            id: fact_id(&self.id),
            topic: "models".into(),
            place: self.former.clone().unwrap_or_else(|| self.province.clone()),
            as_of: self.year(),
            source: self.source.clone(),
            confidence: self.confidence,
            verified_on: None,
            figures: self.figures.clone(),
        }
    }
}

impl ModelWords {
    /// The words of the model's fact.
    #[must_use]
    pub fn fact(&self) -> FactWords {
        FactWords {
            id: fact_id(&self.id),
            statement: self.summary.clone(),
            figures: self.figures.clone(),
            caution: self.caution.clone(),
        }
    }
}
