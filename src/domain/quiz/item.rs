//! One question of the bank: what is the same in every language, and its words.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::super::model::choices;

choices! {
    /// How difficult the editors expect a question to be; see [`Band::difficulty`].
    Band { K1 = "K1", K2 = "K2", K3 = "K3", K4 = "K4" }
}
choices! {
    /// How a question is answered.
    ItemKind {
        Single = "single",
        Multi = "multi",
        Order = "order",
        Match = "match",
        Spot = "spot",
        Tap = "tap",
    }
}
choices! {
    /// Whom a question suits: 8 to 11, 12 to 17, grown up, 60 and older.
    Age { Child = "child", Teen = "teen", Adult = "adult", Senior = "senior" }
}
choices! {
    /// Where a question can be asked.
    Setting { Phone = "phone", Kiosk = "kiosk", Projector = "projector", Paper = "paper" }
}
choices! {
    /// What a drawn message looks like.
    View {
        Sms = "sms",
        Chat = "chat",
        Call = "call",
        Email = "email",
        Post = "post",
        Portal = "portal",
        App = "app",
        Search = "search",
    }
}
choices! {
    /// What a drawn message is.
    Verdict { Scam = "scam", Genuine = "genuine" }
}

/// A response model that came out of answers; replaces what is expected of band and kind.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// Discrimination, above 0.
    pub a: f64,
    /// Difficulty in logits.
    pub b: f64,
    /// Lower asymptote, 0 to 1.
    pub c: f64,
    /// Upper asymptote, above `c`, to 1.
    pub d: f64,
}

/// One entry of `shared/quiz/d<domain>.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Number in result codes, 1 to 511: never changed, never used again.
    pub no: u16,
    pub id: String,
    /// Competence of Circular 02/2025/TT-BGDĐT: `4.2`.
    pub competence: String,
    pub band: Band,
    #[serde(rename = "type")]
    pub kind: ItemKind,
    pub ages: Vec<Age>,
    pub settings: Vec<Setting>,
    /// Items that give this one away, or that this one gives away.
    #[serde(default)]
    pub enemies: Vec<String>,
    #[serde(default)]
    pub facts: Vec<String>,
    /// A page of ours that helps: `giai-thich/vneid/`.
    pub lesson: String,
    /// Names of what is chosen from; in the right order for `order`.
    pub options: Vec<String>,
    /// What is right: one option, a set, or the signs of a scam; none for `order` and `match`.
    #[serde(default)]
    pub key: Vec<String>,
    /// How the message of `spot` and `tap` is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// What the message of `spot` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calibrated: Option<Calibration>,
}

/// What can be chosen, and what is said about it afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    pub text: String,
    pub feedback: String,
    /// What belongs to it, for `match`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<String>,
}

/// What is said about each decision on a drawn message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VerdictWords {
    pub scam: String,
    pub genuine: String,
    pub unsure: String,
}

/// A question in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemWords {
    pub id: String,
    pub stem: String,
    /// Who sent the drawn message, or the title of the drawn page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// By the names of the options.
    pub options: BTreeMap<String, OptionWords>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdicts: Option<VerdictWords>,
    /// What the answer as a whole teaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explain: Option<String>,
    /// What is said to someone who does not know.
    pub dont_know: String,
    /// One thing to do today.
    pub next: String,
}

impl Band {
    /// Difficulty in logits that the editors expect (`quiz/design.md` §2).
    #[must_use]
    pub fn difficulty(self) -> f64 {
        match self {
            Self::K1 => -1.4,
            Self::K2 => -0.4,
            Self::K3 => 0.6,
            Self::K4 => 1.4,
        }
    }
}

impl ItemKind {
    /// At most so many of about `n` questions are of this kind: one in six to order, to
    /// match or to tap, a third with several right options, no limit for the others.
    #[must_use]
    pub fn share(self, n: usize) -> usize {
        match self {
            Self::Order | Self::Match | Self::Tap => n.div_ceil(6),
            Self::Multi => n.div_ceil(3),
            Self::Single | Self::Spot => n.max(1),
        }
    }
}

/// Upper asymptote of every question: a tired thumb.
pub const SLIP: f64 = 0.98;

impl Item {
    /// Number of the domain, 1 to 6, the first digit of the competence.
    #[must_use]
    pub fn domain(&self) -> u8 {
        self.competence.bytes().next().map_or(0, |digit| digit.wrapping_sub(b'0'))
    }

    /// Share of people that hit the answer by chance (`quiz/design.md` §3).
    #[must_use]
    pub fn guess(&self) -> f64 {
        match (self.kind, self.options.len()) {
            (ItemKind::Single, 4..) => 0.20,
            (ItemKind::Single, _) => 0.25,
            (ItemKind::Multi | ItemKind::Tap, _) => 0.05,
            (ItemKind::Order, ..=3) => 0.17,
            (ItemKind::Order | ItemKind::Match, _) => 0.04,
            (ItemKind::Spot, _) => 0.15,
        }
    }

    /// Discrimination, difficulty and asymptotes: calibrated, or as the editors expect.
    #[must_use]
    pub fn model(&self) -> Calibration {
        let expected = Calibration { a: 1.0, b: self.band.difficulty(), c: self.guess(), d: SLIP };
        self.calibrated.unwrap_or(expected)
    }
}
