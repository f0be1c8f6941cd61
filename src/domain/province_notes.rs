//! What is said about a province: strengths, problems and their ways out, promises.
//!
//! Problems, causes and solutions form a graph (TQ-06): a cause `follows` the problems it
//! explains, a solution the causes it answers. None stands alone.

use serde::{Deserialize, Serialize};

use super::date::Date;

/// What a note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Stands under the name of the place.
    About,
    Strength,
    Problem,
    Cause,
    Solution,
    /// Something hard that was named for a whole region (MT-05).
    Barrier,
    /// Who is left behind (QT-14), and what helps them.
    Gap,
    Help,
    /// Who advises, drafts, decides (QN-13).
    Role,
    /// The plan board (QT-16): do now, do step by step, keep the pace.
    Now,
    Step,
    Steady,
}

/// The part of public life a problem lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Area {
    Infrastructure,
    Government,
    Economy,
    Society,
}

impl Area {
    /// Every area, in the order readers see them.
    pub const ALL: [Self; 4] =
        [Self::Infrastructure, Self::Government, Self::Economy, Self::Society];
}

/// A sourced statement about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub id: String,
    pub kind: NoteKind,
    /// A province of today or of before July 2025.
    pub place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Of problems alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<String>,
    /// Where it was read; empty only where the words are `unknown`.
    pub facts: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CommitmentStatus {
    /// No later source has been found.
    #[default]
    Unclear,
    UnderWay,
    Done,
}

/// A promise made in public (TQ-11). Who and what are words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    pub id: String,
    pub place: String,
    /// The organisation that promised, where it is on our shelf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    pub made_on: Option<Date>,
    /// Where the promise was read.
    pub fact: String,
    #[serde(default)]
    pub status: CommitmentStatus,
    /// A later fact that shows the status; needed for all but `unclear`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_fact: Option<String>,
}

/// Barriers named at one place for whole regions: their provinces point to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Regional {
    pub place: String,
    pub regions: Vec<String>,
}

/// `shared/province-notes.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProvinceNotes {
    pub notes: Vec<Note>,
    pub commitments: Vec<Commitment>,
    pub regional: Vec<Regional>,
}

/// A note in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoteWords {
    pub id: String,
    /// `unknown` where nobody has told (T4).
    pub text: String,
}

/// A promise in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommitmentWords {
    pub id: String,
    /// An organisation or a role.
    pub who: String,
    pub what: String,
    /// By when, or `unknown`.
    pub due: String,
}

/// `province-notes.json` of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProvinceNotesWords {
    pub notes: Vec<NoteWords>,
    pub commitments: Vec<CommitmentWords>,
}
