//! What can be wrong with the bank of the self-check, and what each message needs to know.

use super::super::super::quiz::item::ItemKind;

/// What is wrong with a question, or with the bank as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuizFault {
    UnknownEnemy {
        id: String,
        suggestion: Option<String>,
    },
    /// An enemy that does not name this question in turn.
    OneSidedEnemy {
        id: String,
    },
    UnknownFact {
        id: String,
        suggestion: Option<String>,
    },
    /// A fact that nobody has checked for more than half a year (T11).
    StaleFact {
        id: String,
        days: i64,
    },
    /// A fact without the day of a check.
    UndatedFact {
        id: String,
    },
    /// No page of the portal, or not written as its address is.
    UnknownLesson {
        path: String,
    },
    UnknownCompetence {
        code: String,
    },
    /// A competence in the file of another domain.
    OtherDomain {
        code: String,
        domain: u8,
    },
    /// An id that does not begin with the domain of its file.
    WrongStart {
        expected: String,
    },
    SameId {
        file: String,
        line: usize,
    },
    SameNumber {
        no: u16,
        file: String,
        line: usize,
    },
    NumberRange {
        no: u16,
    },
    OptionCount {
        kind: ItemKind,
        found: usize,
        least: usize,
        most: usize,
    },
    OptionTwice {
        name: String,
    },
    /// A key that is none of the options.
    UnknownKey {
        name: String,
    },
    SingleKey {
        found: usize,
    },
    /// Nothing to choose, or everything.
    SetKey {
        found: usize,
        of: usize,
    },
    /// A key where the order of the options is the key.
    StrayKey,
    LacksField {
        key: &'static str,
    },
    StrayField {
        key: &'static str,
    },
    FewSigns {
        found: usize,
    },
    /// A scam without a piece that is no sign.
    AllSigns,
    SignsOfGenuine,
    NoWords {
        file: String,
    },
    /// Words of a question that the shared file of the domain does not have.
    StrayWords {
        file: String,
        suggestion: Option<String>,
    },
    NoOptionWords {
        name: String,
    },
    StrayOptionWords {
        name: String,
    },
    LacksText {
        key: &'static str,
    },
    StrayText {
        key: &'static str,
    },
    SamePartner {
        partner: String,
    },
    LongStem {
        found: usize,
    },
    LongSentence {
        found: usize,
        most: usize,
        start: String,
    },
    AllOfTheAbove {
        found: String,
    },
    /// A question that turns on a "not" which nobody sees.
    HiddenNot {
        word: String,
    },
    /// An address that is neither official nor invented.
    Address {
        found: String,
    },
    BankNumber {
        found: u16,
    },
    Weights {
        count: usize,
        sum: u32,
    },
    BarrierCount {
        found: usize,
    },
    NoCompetenceWords {
        code: String,
    },
    FewItems {
        found: usize,
    },
    FewOfCompetence {
        code: String,
        found: usize,
        least: usize,
    },
    OneBand {
        code: String,
    },
    NoBand {
        domain: u8,
        band: &'static str,
    },
    /// The right option is the longest too often.
    LongestKeys {
        lang: String,
        found: usize,
        of: usize,
        items: Vec<String>,
    },
    FewEnemies {
        found: usize,
    },
    UnevenSpots {
        scam: usize,
        genuine: usize,
    },
}

impl QuizFault {
    /// The name of the message, and what fills its slots.
    pub(super) fn phrase(&self) -> (&'static str, Vec<(&'static str, String)>) {
        use QuizFault as Q;
        let number = |n: &usize| n.to_string();
        let suggested =
            |suggestion: &Option<String>| ("suggestion", suggestion.clone().unwrap_or_default());
        match self {
            Q::UnknownEnemy { id, suggestion } => {
                ("quiz-unknown-enemy", vec![("id", id.clone()), suggested(suggestion)])
            }
            Q::OneSidedEnemy { id } => ("quiz-one-sided-enemy", vec![("id", id.clone())]),
            Q::UnknownFact { id, suggestion } => {
                ("quiz-unknown-fact", vec![("id", id.clone()), suggested(suggestion)])
            }
            Q::StaleFact { id, days } => {
                ("quiz-stale-fact", vec![("id", id.clone()), ("days", days.to_string())])
            }
            Q::UndatedFact { id } => ("quiz-undated-fact", vec![("id", id.clone())]),
            Q::UnknownLesson { path } => ("quiz-unknown-lesson", vec![("path", path.clone())]),
            Q::UnknownCompetence { code } => {
                ("quiz-unknown-competence", vec![("code", code.clone())])
            }
            Q::OtherDomain { code, domain } => {
                ("quiz-other-domain", vec![("code", code.clone()), ("domain", domain.to_string())])
            }
            Q::WrongStart { expected } => {
                ("quiz-wrong-start", vec![("expected", expected.clone())])
            }
            Q::SameId { file, line } => {
                ("quiz-same-id", vec![("file", file.clone()), ("line", number(line))])
            }
            Q::SameNumber { no, file, line } => (
                "quiz-same-number",
                vec![("no", no.to_string()), ("file", file.clone()), ("line", number(line))],
            ),
            Q::NumberRange { no } => ("quiz-number-range", vec![("no", no.to_string())]),
            Q::OptionCount { kind, found, least, most } => {
                let range =
                    if least == most { number(least) } else { format!("{least}\u{2013}{most}") };
                (
                    "quiz-option-count",
                    vec![("kind", kind.key().into()), ("found", number(found)), ("range", range)],
                )
            }
            Q::OptionTwice { name } => ("quiz-option-twice", vec![("name", name.clone())]),
            Q::UnknownKey { name } => ("quiz-unknown-key", vec![("name", name.clone())]),
            Q::SingleKey { found } => ("quiz-single-key", vec![("found", number(found))]),
            Q::SetKey { found, of } => {
                ("quiz-set-key", vec![("found", number(found)), ("of", number(of))])
            }
            Q::StrayKey => ("quiz-stray-key", vec![]),
            Q::LacksField { key } => ("quiz-lacks-field", vec![("key", (*key).into())]),
            Q::StrayField { key } => ("quiz-stray-field", vec![("key", (*key).into())]),
            Q::FewSigns { found } => ("quiz-few-signs", vec![("found", number(found))]),
            Q::AllSigns => ("quiz-all-signs", vec![]),
            Q::SignsOfGenuine => ("quiz-signs-of-genuine", vec![]),
            Q::NoWords { file } => ("quiz-no-words", vec![("file", file.clone())]),
            Q::StrayWords { file, suggestion } => {
                ("quiz-stray-words", vec![("file", file.clone()), suggested(suggestion)])
            }
            Q::NoOptionWords { name } => ("quiz-no-option-words", vec![("name", name.clone())]),
            Q::StrayOptionWords { name } => {
                ("quiz-stray-option-words", vec![("name", name.clone())])
            }
            Q::LacksText { key } => ("quiz-lacks-text", vec![("key", (*key).into())]),
            Q::StrayText { key } => ("quiz-stray-text", vec![("key", (*key).into())]),
            Q::SamePartner { partner } => ("quiz-same-partner", vec![("partner", partner.clone())]),
            Q::LongStem { found } => ("quiz-long-stem", vec![("found", number(found))]),
            Q::LongSentence { found, most, start } => (
                "quiz-long-sentence",
                vec![("found", number(found)), ("most", number(most)), ("start", start.clone())],
            ),
            Q::AllOfTheAbove { found } => ("quiz-all-of-the-above", vec![("found", found.clone())]),
            Q::HiddenNot { word } => ("quiz-hidden-not", vec![("word", word.clone())]),
            Q::Address { found } => ("quiz-address", vec![("found", found.clone())]),
            Q::BankNumber { found } => ("quiz-bank-number", vec![("found", found.to_string())]),
            Q::Weights { count, sum } => {
                ("quiz-weights", vec![("count", number(count)), ("sum", sum.to_string())])
            }
            Q::BarrierCount { found } => ("quiz-barrier-count", vec![("found", number(found))]),
            Q::NoCompetenceWords { code } => {
                ("quiz-no-competence-words", vec![("code", code.clone())])
            }
            Q::FewItems { found } => ("quiz-few-items", vec![("found", number(found))]),
            Q::FewOfCompetence { code, found, least } => (
                "quiz-few-of-competence",
                vec![("code", code.clone()), ("found", number(found)), ("least", number(least))],
            ),
            Q::OneBand { code } => ("quiz-one-band", vec![("code", code.clone())]),
            Q::NoBand { domain, band } => {
                ("quiz-no-band", vec![("domain", domain.to_string()), ("band", (*band).into())])
            }
            Q::LongestKeys { lang, found, of, items } => (
                "quiz-longest-keys",
                vec![
                    ("lang", lang.clone()),
                    ("found", number(found)),
                    ("of", number(of)),
                    ("items", items.join(", ")),
                ],
            ),
            Q::FewEnemies { found } => ("quiz-few-enemies", vec![("found", number(found))]),
            Q::UnevenSpots { scam, genuine } => {
                ("quiz-uneven-spots", vec![("scam", number(scam)), ("genuine", number(genuine))])
            }
        }
    }
}
