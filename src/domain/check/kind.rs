//! What can be wrong with authored content.

use super::super::door::Excess;
use super::super::rehearsal::SceneFault;
use super::super::text::MarkErrorKind;
use super::Severity;
use super::quiz::QuizFault;
use super::syntax::SyntaxKind;

/// What is wrong, with what the message needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file starts with a byte order mark.
    ByteOrderMark,
    /// Letters and tones are apart; holds the letter put together.
    NotComposed {
        letter: String,
    },
    /// A character nobody sees, which can turn text around.
    HiddenCharacter {
        code: u32,
    },
    /// An HTML tag: it would be shown, not obeyed.
    Markup {
        tag: String,
    },
    /// The public address is not a scheme and a host.
    BadOrigin {
        origin: String,
    },
    /// More than the program takes in.
    TooMuch {
        excess: Excess,
        limit: usize,
    },
    /// More of this kind than are worth naming one by one.
    ManyMore {
        limit: usize,
    },
    /// It is not JSON.
    Syntax(SyntaxKind),
    MissingFile,
    /// No part of the program reads this file.
    UnreadFile {
        suggestion: Option<String>,
    },
    /// The program's own reader refuses the file for a reason no rule here names.
    Refused {
        reason: String,
    },
    UnknownKey {
        key: String,
        suggestion: Option<String>,
        known: Vec<String>,
    },
    MissingKey {
        key: String,
    },
    /// The default language's word is shown instead.
    MissingWord {
        key: String,
        shown: String,
    },
    WrongType {
        expected: Vec<JsonType>,
        found: JsonType,
    },
    UnknownChoice {
        found: String,
        suggestion: Option<String>,
        choices: Vec<String>,
    },
    WrongDate {
        found: String,
        suggestion: Option<String>,
    },
    WrongDecimal {
        found: String,
        suggestion: Option<String>,
    },
    /// A number outside its bounds.
    WrongNumber {
        expected: String,
    },
    /// Neither a text nor the word `unknown`.
    EmptyText,
    Mark(MarkErrorKind),
    UnknownTarget {
        address: String,
        suggestion: Option<String>,
    },
    /// A mark where readers would see its signs.
    MarkInPlainText,
    UnknownId {
        shelf: Shelf,
        id: String,
        suggestion: Option<String>,
    },
    NoFigure {
        fact: String,
        number: usize,
        count: usize,
    },
    UnlistedHost {
        host: String,
    },
    /// An address in plain words, no link.
    MentionedHost {
        host: String,
    },
    BadHost {
        host: String,
    },
    BadId {
        id: String,
    },
    /// The line where the id was used first.
    DuplicateId {
        id: String,
        line: usize,
    },
    /// An id of `other` that this file lacks.
    LacksId {
        id: String,
        other: String,
    },
    /// An id that `other` does not have.
    StrayId {
        id: String,
        other: String,
        suggestion: Option<String>,
    },
    WrongSlug {
        slug: String,
        expected: String,
    },
    /// As many labels as figures, as many former names as dates.
    Unpaired {
        expected: usize,
        found: usize,
        other: String,
    },
    /// A date when the place did not exist.
    OutsideLife {
        place: String,
        date: String,
        from: Option<String>,
        to: Option<String>,
    },
    RankBase {
        found: Option<u16>,
    },
    /// Places of today rank among 34, former ones among 63.
    BaseOfList {
        found: u16,
        expected: u16,
    },
    /// A rank among 63 of a year that was published for 34.
    BaseOfYear {
        year: u16,
    },
    NoFormula,
    AfterEdition {
        date: String,
        edition: String,
    },
    /// Words that the program fills with something else than the template holds.
    Slots {
        expected: Vec<String>,
        found: Vec<String>,
    },
    Count {
        unit: CountUnit,
        found: usize,
        least: usize,
        most: usize,
    },
    WordingNumber {
        wording: String,
        number: String,
    },
    WordingOperator {
        wording: String,
        op: String,
        accepted: Vec<String>,
    },
    TopTen,
    Forbidden {
        found: String,
    },
    NoTargetWord {
        fact: String,
    },
    NotAchieved {
        fact: String,
    },
    /// A model too far out to sea, or in another country.
    PositionOutside {
        province: String,
        km: u32,
    },
    /// A model that lies in another province than it says.
    PositionElsewhere {
        said: String,
        found: String,
    },
    TooManyModels {
        count: usize,
        limit: usize,
    },
    /// A province or an archipelago that a file of the map lacks (T12).
    MapLacks {
        name: String,
    },
    /// A province of today without a list of communes.
    CommunesLack {
        province: String,
    },
    /// A commune that says of no unit that it was made of it.
    CommuneWithoutOrigin {
        name: String,
    },
    /// A commune made of a unit whose province went over to another one.
    CommuneElsewhere {
        name: String,
        province: String,
        heir: String,
    },
    LongSentence {
        words: usize,
        start: String,
    },
    Acronym {
        acronym: String,
    },
    /// A problem, cause or solution that the graph leaves alone (TQ-06).
    LooseEnd {
        id: String,
        end: LooseEnd,
    },
    /// A note of a province that says something and names no fact.
    NoteWithoutFact {
        id: String,
    },
    /// A promise said to be kept or under way, without a fact that shows it (TQ-11).
    StatusWithoutFact {
        id: String,
        status: String,
    },
    /// A step that breaks the tree of its scene.
    Scene {
        step: String,
        fault: SceneFault,
    },
    /// A link or a figure inside a step: practice leads nowhere else.
    LinkInScene,
    /// An address or a telephone number in a rehearsal that is neither official nor invented.
    AddressInScene {
        found: String,
    },
    /// A question of the self-check, or with an empty name the bank as a whole.
    Quiz {
        item: String,
        fault: QuizFault,
    },
}

/// What a knot of the graph of problems lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooseEnd {
    ProblemWithoutCause,
    CauseWithoutProblem,
    CauseWithoutSolution,
    SolutionWithoutCause,
}

impl ProblemKind {
    /// Whether the content may be published all the same.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::ByteOrderMark
            | Self::ManyMore { .. }
            | Self::MissingWord { .. }
            | Self::MentionedHost { .. }
            | Self::BaseOfYear { .. }
            | Self::NoTargetWord { .. }
            | Self::NotAchieved { .. }
            | Self::LongSentence { .. }
            | Self::Acronym { .. }
            | Self::Quiz { fault: QuizFault::UndatedFact { .. }, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A type of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonType {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

/// What is counted in a length rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountUnit {
    Words,
    Letters,
    Items,
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    Fact,
    Source,
    Explainer,
    Term,
    Document,
    Organisation,
    Pillar,
    Page,
    Place,
    FormerPlace,
    PlaceToday,
    Region,
    Unit,
    Topic,
    ModelKind,
    Note,
    Channel,
}

impl Shelf {
    /// Every shelf.
    pub(super) const ALL: [Self; 17] = [
        Self::Fact,
        Self::Source,
        Self::Explainer,
        Self::Term,
        Self::Document,
        Self::Organisation,
        Self::Pillar,
        Self::Page,
        Self::Place,
        Self::FormerPlace,
        Self::PlaceToday,
        Self::Region,
        Self::Unit,
        Self::Topic,
        Self::ModelKind,
        Self::Note,
        Self::Channel,
    ];

    /// The file that lists the ids, for the default language `lang`.
    #[must_use]
    pub fn file(self, lang: &str) -> String {
        let shared = |name: &str| format!("shared/{name}.json");
        match self {
            Self::Fact => shared("facts"),
            Self::Source => shared("sources"),
            Self::Explainer => shared("explainers"),
            Self::Document => shared("documents"),
            Self::Organisation => shared("organisations"),
            Self::Place | Self::FormerPlace | Self::PlaceToday => shared("provinces"),
            Self::Region => shared("regions"),
            Self::ModelKind => shared("model-kinds"),
            Self::Note => shared("province-notes"),
            Self::Channel => shared("channels"),
            Self::Term => format!("{lang}/glossary.json"),
            Self::Pillar => format!("{lang}/pillars.json"),
            Self::Page => format!("{lang}/pages.json"),
            Self::Unit => format!("{lang}/units.json"),
            Self::Topic => format!("{lang}/interface.json"),
        }
    }
}
