//! Pillar pages, the home page and the plain pages.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::explainer::{Myth, Pillar};

/// A pillar's page, on one skeleton for all three (MT-09).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PillarPage {
    pub id: Pillar,
    pub slug: String,
    pub title: String,
    pub short: String,
    pub summary: String,
    pub what: Vec<String>,
    pub why_me: Vec<String>,
    pub here: Vec<String>,
    pub myths: Vec<Myth>,
    #[serde(rename = "try")]
    pub attempt: String,
}

/// What colours a task row: a danger, or a pillar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Danger,
    Government,
    Economy,
    Society,
}

/// A task people come for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub explainer: String,
    pub title: String,
    pub text: String,
    pub icon: String,
    pub tone: Tone,
}

/// The scam box of the home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScamBox {
    pub title: String,
    pub steps: Vec<String>,
    pub note: String,
}

/// One of the three doors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DoorId {
    Understand,
    Try,
    See,
}

/// A door of the home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Door {
    pub id: DoorId,
    pub title: String,
    pub text: String,
    pub meta: String,
}

/// One honest number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HonestNumber {
    pub kicker: String,
    pub title: String,
    pub text: String,
}

/// A title and a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub title: String,
    pub text: String,
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Home {
    pub title: String,
    pub lead: String,
    pub tasks_title: String,
    pub tasks: Vec<Task>,
    pub scam: ScamBox,
    pub doors_title: String,
    pub doors: Vec<Door>,
    pub pillars_title: String,
    pub pillars_lead: String,
    pub number: HonestNumber,
    pub must: Answer,
}

/// A section of a plain page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlainSection {
    pub id: String,
    pub title: String,
    pub body: Vec<String>,
    pub items: Vec<String>,
}

/// A page of titles, texts and lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlainPage {
    pub title: String,
    pub description: String,
    pub lead: String,
    pub sections: Vec<PlainSection>,
}

/// `pages.json`: plain pages by name.
pub type PlainPages = BTreeMap<String, PlainPage>;
