//! The bank of questions as editors write it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::item::{Item, ItemWords};
use super::phrases::QuizPhrases;

/// `shared/quiz/bank.json`: what holds for all questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Number of the bank in result codes, 1 to 4095; a changed bank has a new one.
    pub bank: u16,
    /// The name people read: `2026.1`.
    pub name: String,
    /// Shares of the six domains, in thousandths, together 1000.
    pub weights: Vec<u16>,
    /// The eight barriers of the regional workshop (MT-05).
    pub barriers: Vec<Barrier>,
}

/// Something that keeps people from taking a step, and what helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    pub id: String,
    /// Pages of ours that help: `giai-thich/vneid/`.
    pub lessons: Vec<String>,
}

/// All questions with what holds for them.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    pub frame: Frame,
    /// In the order of their ids.
    pub items: Vec<Item>,
}

/// A domain in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DomainWords {
    pub name: String,
    /// The question a person answers before the first task.
    pub belief: String,
    /// Whom to ask, and where.
    pub person: String,
    pub place: String,
}

/// A competence in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompetenceWords {
    pub name: String,
    /// What somebody who can do it does, after "You did well:".
    pub well: String,
    /// The step to take, as a short heading.
    pub step: String,
}

/// A level in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelWords {
    pub name: String,
    pub text: String,
}

/// A barrier in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BarrierWords {
    pub id: String,
    pub title: String,
    /// What it means for the reader.
    pub text: String,
    /// The step to take now: a lesson, a person, a place.
    pub step: String,
}

/// `<lang>/quiz/words.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GuideWords {
    /// The six domains, in order.
    pub domains: Vec<DomainWords>,
    /// By code: `4.2`.
    pub competences: BTreeMap<String, CompetenceWords>,
    /// The four levels, lowest first.
    pub levels: Vec<LevelWords>,
    /// The four answers to a belief, lowest first.
    pub beliefs: Vec<String>,
    pub barriers: Vec<BarrierWords>,
    pub phrases: QuizPhrases,
}

/// The bank in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankWords {
    pub guide: GuideWords,
    pub items: Vec<ItemWords>,
}

/// The codes of the 24 competences of Circular 02/2025/TT-BGDĐT, in order.
pub const COMPETENCES: [&str; 24] = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "3.3", "3.4",
    "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4", "6.1", "6.2", "6.3",
];

impl Bank {
    /// The item of this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
