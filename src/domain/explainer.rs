//! Explainers: one task each, on one template.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::date::Date;

/// The three pillars, always in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pillar {
    Government,
    Economy,
    Society,
}

/// The shelves of the explainer list, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Understand,
    Paperwork,
    Livelihood,
    Safety,
    Learning,
}

impl Group {
    /// All shelves, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Understand, Self::Paperwork, Self::Livelihood, Self::Safety, Self::Learning];
}

/// What makes a page carry the official-channel box (A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    Money,
    Otp,
    Id,
}

/// A reader's point of view: extra paragraphs over the same figures (A4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    Student,
    Official,
    Business,
}

/// What is the same in every language about an explainer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExplainerData {
    pub number: u16,
    pub slug: String,
    pub group: Group,
    pub pillars: Vec<Pillar>,
    pub tags: Vec<Tag>,
    /// Facts listed below the text, by id.
    pub facts: Vec<String>,
    /// Other explainers, by slug.
    pub related: Vec<String>,
    pub checked_on: Date,
}

/// What it means for living, working and producing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForMe {
    pub live: String,
    pub work: String,
    pub make: String,
}

/// One step: what to do, and one line of why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(rename = "do")]
    pub action: String,
    pub why: String,
}

/// The way with a telephone and the way without (A2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Steps {
    pub online: Vec<Step>,
    pub offline: Vec<Step>,
    pub cost: String,
    pub time: String,
    pub help: String,
}

/// What people say, and what is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Myth {
    pub myth: String,
    pub truth: String,
}

/// An official sentence, quoted with its source (T15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    pub text: String,
    pub by: String,
    pub fact: String,
}

/// A named list of parts: the seven forms, the four kinds of infrastructure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPiece {
    pub id: String,
    pub title: String,
    pub intro: String,
    pub items: Vec<SetItem>,
    pub fact: Option<String>,
}

/// One part of a set piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SetItem {
    pub title: String,
    pub text: String,
    /// An id of the glossary.
    pub term: Option<String>,
}

/// An explainer in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Explainer {
    pub slug: String,
    pub title: String,
    pub task: String,
    pub summary: String,
    pub keywords: Vec<String>,
    pub remember: Vec<String>,
    pub what: Vec<String>,
    pub me: ForMe,
    pub steps: Steps,
    pub myths: Vec<Myth>,
    pub today: String,
    pub quote: Option<Quote>,
    pub sets: Vec<SetPiece>,
    pub lenses: BTreeMap<Lens, Vec<String>>,
}

impl Explainer {
    /// The texts of the template, from summary to today's task, in reading order.
    #[must_use]
    pub fn template_texts(&self) -> Vec<&str> {
        let mut texts = vec![self.summary.as_str()];
        texts.extend(self.remember.iter().map(String::as_str));
        texts.extend(self.what.iter().map(String::as_str));
        texts.extend([self.me.live.as_str(), &self.me.work, &self.me.make]);
        for step in self.steps.online.iter().chain(&self.steps.offline) {
            texts.extend([step.action.as_str(), &step.why]);
        }
        texts.extend([self.steps.cost.as_str(), &self.steps.time, &self.steps.help]);
        for pair in &self.myths {
            texts.extend([pair.myth.as_str(), &pair.truth]);
        }
        texts.push(&self.today);
        texts
    }
}
