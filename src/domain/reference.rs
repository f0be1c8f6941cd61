//! Reference shelves: glossary, documents, organisations, timeline, channels.

use serde::{Deserialize, Serialize};

use super::date::Date;

/// A hard word, said plainly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GlossaryTerm {
    pub id: String,
    pub term: String,
    pub aliases: Vec<String>,
    pub definition: String,
    pub example: Option<String>,
    /// Targets such as `explainer:vneid` or `term:otp`.
    pub see: Vec<String>,
}

/// A former name of an organisation and its last day (T6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// A date, or `unknown`.
    pub until: Known<Date>,
    pub fact: Option<String>,
}

/// A value, or the word `unknown` (T4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Known<T> {
    Unknown(Unknown),
    Value(T),
}

/// The word `unknown`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    Unknown,
}

/// An organisation and its former names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: String,
    pub former: Vec<FormerName>,
    pub fact: Option<String>,
}

/// An organisation in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrganisationWords {
    pub id: String,
    pub name: String,
    pub short: Option<String>,
    pub former: Vec<String>,
    pub what: String,
}

/// What sort of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Resolution,
    Decision,
    Circular,
    Decree,
    Law,
    Plan,
    Dispatch,
}

/// Whether a document binds today, as far as sources say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentStatus {
    InForce,
    Unknown,
    Draft,
    Replaced,
    Expired,
}

/// A numbered document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub id: String,
    pub number: String,
    pub date: Option<Date>,
    pub kind: DocumentKind,
    pub status: DocumentStatus,
    pub effective: Option<Date>,
    pub place: String,
    pub fact: String,
}

/// A document in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DocumentWords {
    pub id: String,
    pub title: String,
    pub issuer: String,
    pub plain: String,
}

/// Whether something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Knowledge {
    Known,
    Unknown,
}

/// A moment of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Moment {
    pub id: String,
    pub date: Date,
    pub facts: Vec<String>,
    pub status: Knowledge,
}

/// A moment in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MomentWords {
    pub id: String,
    pub title: String,
    pub text: String,
}

/// Telephone or web.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    Phone,
    Web,
}

/// An official number or address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Channel {
    pub id: String,
    pub kind: ChannelKind,
    pub address: String,
    pub fact: String,
    pub verified_on: Option<Date>,
}

impl Channel {
    /// Days after which a checked number says "check again" (T11).
    pub const FRESH_DAYS: i64 = 180;

    /// Whether the last check is too old on `today`, or was never made.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        self.verified_on
            .is_none_or(|checked| today.first_day() - checked.last_day() > Self::FRESH_DAYS)
    }
}

/// A channel in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelWords {
    pub id: String,
    pub name: String,
    pub what: String,
    pub if_fails: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_checked_long_ago_says_so() {
        let date = |text: &str| Date::try_from(text.to_owned()).unwrap();
        let mut channel = Channel {
            id: "113".into(),
            kind: ChannelKind::Phone,
            address: "113".into(),
            fact: "kc-01".into(),
            verified_on: Some(date("2026-06-01")),
        };
        assert!(!channel.is_stale(date("2026-11-22")));
        assert!(channel.is_stale(date("2026-12-01")));
        channel.verified_on = None;
        assert!(channel.is_stale(date("2026-11-22")));
    }
}
