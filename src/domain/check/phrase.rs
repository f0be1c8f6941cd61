//! From a problem to its words: which message, and what fills its slots.

use super::super::door::Excess;
use super::super::interface::fill;
use super::super::rehearsal::SceneFault;
use super::super::text::MarkErrorKind;
use super::kind::{CountUnit, JsonType, LooseEnd, ProblemKind, Shelf};
use super::syntax::SyntaxKind;
use super::{Message, MessageLang, quiz, words};

/// A problem's words in a language.
pub(super) fn message(kind: &ProblemKind, lang: MessageLang) -> Message {
    let (name, fills) = phrase(kind, lang);
    let columns = columns(name, lang);
    let column = |index: usize| columns.get(index).copied().unwrap_or("");
    let is_open = fills.iter().any(|(slot, value)| *slot == "suggestion" && value.is_empty());
    let why = match column(1) {
        "{json}" => word("json", lang),
        "{marks}" => word("marks", lang),
        why => why,
    };
    let filled = |text: &str| {
        fills.iter().fold(String::from(text), |text, (slot, value)| fill(&text, slot, value))
    };
    let cure = if is_open { column(3) } else { column(2) };
    Message { what: filled(column(0)), why: filled(why), cure: filled(cure) }
}

/// A single word or sentence of the table.
pub(super) fn word(name: &str, lang: MessageLang) -> &'static str {
    columns(name, lang).first().copied().unwrap_or("")
}

fn columns(name: &str, lang: MessageLang) -> Vec<&'static str> {
    let tables = match lang {
        MessageLang::Vietnamese => [words::VIETNAMESE, quiz::words::VIETNAMESE],
        MessageLang::English => [words::ENGLISH, quiz::words::ENGLISH],
    };
    let mut lines =
        tables.iter().flat_map(|table| table.lines()).filter_map(|line| line.split_once(" | "));
    lines.find(|(key, _)| *key == name).map_or(Vec::new(), |(_, rest)| rest.split(" | ").collect())
}

type Fills = Vec<(&'static str, String)>;

fn phrase(kind: &ProblemKind, lang: MessageLang) -> (&'static str, Fills) {
    use ProblemKind as P;
    let or_none = |suggestion: &Option<String>| suggestion.clone().unwrap_or_default();
    match kind {
        P::Syntax(kind) => syntax(kind),
        P::Mark(kind) => (mark(*kind), vec![]),
        P::ByteOrderMark => ("byte-order-mark", vec![]),
        P::NotComposed { letter } => ("not-composed", vec![("letter", letter.clone())]),
        P::HiddenCharacter { code } => ("hidden-character", vec![("code", point(*code))]),
        P::TooMuch { excess, limit } => (too_much(*excess), vec![("limit", limit.to_string())]),
        P::Markup { tag } => ("markup", vec![("tag", tag.clone())]),
        P::BadOrigin { origin } => ("bad-origin", vec![("origin", origin.clone())]),
        P::ManyMore { limit } => ("many-more", vec![("limit", limit.to_string())]),
        P::MissingFile => ("missing-file", vec![]),
        P::UnreadFile { suggestion } => ("unread-file", vec![("suggestion", or_none(suggestion))]),
        P::Refused { reason } => ("refused", vec![("reason", reason.clone())]),
        P::UnknownKey { key, suggestion, known } => (
            "unknown-key",
            vec![
                ("key", key.clone()),
                ("suggestion", or_none(suggestion)),
                ("known", known.join(", ")),
            ],
        ),
        P::MissingKey { key } => ("missing-key", vec![("key", key.clone())]),
        P::MissingWord { key, shown } => {
            ("missing-word", vec![("key", key.clone()), ("shown", shown.clone())])
        }
        P::WrongType { expected, found } => {
            let name = match found {
                JsonType::Number if expected.contains(&JsonType::Text) => "wrong-type-number",
                JsonType::Text if expected.contains(&JsonType::List) => "wrong-type-text",
                _ => "wrong-type",
            };
            let names: Vec<&str> =
                expected.iter().map(|kind| word(json_type(*kind), lang)).collect();
            let or = format!(" {} ", word("or", lang));
            let found = word(json_type(*found), lang).into();
            (name, vec![("expected", names.join(&or)), ("found", found)])
        }
        P::UnknownChoice { found, suggestion, choices } => (
            "unknown-choice",
            vec![
                ("found", found.clone()),
                ("suggestion", or_none(suggestion)),
                ("choices", choices.join(", ")),
            ],
        ),
        P::WrongDate { found, suggestion } => {
            ("wrong-date", vec![("found", found.clone()), ("suggestion", or_none(suggestion))])
        }
        P::WrongDecimal { found, suggestion } => {
            ("wrong-decimal", vec![("found", found.clone()), ("suggestion", or_none(suggestion))])
        }
        P::WrongNumber { expected } => ("wrong-number", vec![("expected", expected.clone())]),
        P::EmptyText => ("empty-text", vec![]),
        P::UnknownTarget { address, suggestion } => (
            "unknown-target",
            vec![("address", address.clone()), ("suggestion", or_none(suggestion))],
        ),
        P::MarkInPlainText => ("mark-in-plain-text", vec![]),
        P::UnknownId { shelf: which, id, suggestion } => (
            "unknown-id",
            vec![
                ("shelf", word(shelf(*which), lang).into()),
                ("id", id.clone()),
                ("suggestion", or_none(suggestion)),
                ("file", which.file("vi")),
            ],
        ),
        P::NoFigure { fact, number, count } => (
            "no-figure",
            vec![
                ("fact", fact.clone()),
                ("number", number.to_string()),
                ("count", count.to_string()),
            ],
        ),
        P::UnlistedHost { host } => ("unlisted-host", vec![("host", host.clone())]),
        P::MentionedHost { host } => ("mentioned-host", vec![("host", host.clone())]),
        P::BadHost { host } => ("bad-host", vec![("host", host.clone())]),
        P::BadId { id } => ("bad-id", vec![("id", id.clone())]),
        P::DuplicateId { id, line } => {
            ("duplicate-id", vec![("id", id.clone()), ("line", line.to_string())])
        }
        P::LacksId { id, other } => {
            ("lacks-id", vec![("id", id.clone()), ("other", other.clone())])
        }
        P::StrayId { id, other, suggestion } => (
            "stray-id",
            vec![("id", id.clone()), ("other", other.clone()), ("suggestion", or_none(suggestion))],
        ),
        P::WrongSlug { slug, expected } => {
            ("wrong-slug", vec![("slug", slug.clone()), ("expected", expected.clone())])
        }
        P::Unpaired { expected, found, other } => (
            "unpaired",
            vec![
                ("expected", expected.to_string()),
                ("found", found.to_string()),
                ("other", other.clone()),
            ],
        ),
        P::OutsideLife { place, date, from, to } => {
            let name = if to.is_some() { "outside-life-to" } else { "outside-life-from" };
            let (from, to) = (or_none(from), or_none(to));
            (
                name,
                vec![("place", place.clone()), ("date", date.clone()), ("from", from), ("to", to)],
            )
        }
        P::RankBase { found: Some(found) } => ("rank-base", vec![("found", found.to_string())]),
        P::RankBase { found: None } => ("rank-base-none", vec![]),
        P::BaseOfList { found, expected } => {
            let (found, expected) = (found.to_string(), expected.to_string());
            ("base-of-list", vec![("found", found), ("expected", expected)])
        }
        P::BaseOfYear { year } => ("base-of-year", vec![("year", year.to_string())]),
        P::NoFormula => ("no-formula", vec![]),
        P::AfterEdition { date, edition } => {
            ("after-edition", vec![("date", date.clone()), ("edition", edition.clone())])
        }
        P::Slots { expected, found } => {
            let list = |slots: &[String]| match slots {
                [] => word("none", lang).into(),
                slots => slots.join(", "),
            };
            ("slots", vec![("expected", list(expected)), ("found", list(found))])
        }
        P::Count { unit, found, least, most } => {
            let name = if found < least { "count-low" } else { "count-high" };
            let by = if found < least { least - found } else { found.saturating_sub(*most) };
            let range = match least == most {
                true => format!("{} {least}", word("exactly", lang)),
                false => format!("{least}\u{2013}{most}"),
            };
            let unit = word(count_unit(*unit), lang).into();
            let (found, by) = (found.to_string(), by.to_string());
            (name, vec![("found", found), ("unit", unit), ("range", range), ("by", by)])
        }
        P::WordingNumber { wording, number } => {
            ("wording-number", vec![("wording", wording.clone()), ("number", number.clone())])
        }
        P::WordingOperator { wording, op, accepted } => (
            "wording-operator",
            vec![
                ("wording", wording.clone()),
                ("op", op.clone()),
                ("accepted", accepted.join(", ")),
            ],
        ),
        P::TopTen => ("top-ten", vec![]),
        P::Forbidden { found } => ("forbidden", vec![("found", found.clone())]),
        P::NoTargetWord { fact } => ("no-target-word", vec![("fact", fact.clone())]),
        P::NotAchieved { fact } => ("not-achieved", vec![("fact", fact.clone())]),
        P::PositionOutside { province, km } => {
            ("position-outside", vec![("province", province.clone()), ("km", km.to_string())])
        }
        P::PositionElsewhere { said, found } => {
            ("position-elsewhere", vec![("said", said.clone()), ("found", found.clone())])
        }
        P::TooManyModels { count, limit } => {
            ("too-many-models", vec![("count", count.to_string()), ("limit", limit.to_string())])
        }
        P::MapLacks { name } => ("map-lacks", vec![("name", name.clone())]),
        P::CommunesLack { province } => ("communes-lack", vec![("province", province.clone())]),
        P::CommuneWithoutOrigin { name } => {
            ("commune-without-origin", vec![("name", name.clone())])
        }
        P::CommuneElsewhere { name, province, heir } => (
            "commune-elsewhere",
            vec![("name", name.clone()), ("province", province.clone()), ("heir", heir.clone())],
        ),
        P::LongSentence { words, start } => {
            ("long-sentence", vec![("words", words.to_string()), ("start", start.clone())])
        }
        P::LooseEnd { id, end } => (loose_end(*end), vec![("id", id.clone())]),
        P::NoteWithoutFact { id } => ("note-without-fact", vec![("id", id.clone())]),
        P::StatusWithoutFact { id, status } => {
            ("status-without-fact", vec![("id", id.clone()), ("status", status.clone())])
        }
        P::Scene { step, fault } => {
            let to = match fault {
                SceneFault::LostChoice(to) => to.clone(),
                SceneFault::TooLong(limit) => limit.to_string(),
                _ => String::new(),
            };
            (scene_fault(fault), vec![("step", step.clone()), ("to", to)])
        }
        P::LinkInScene => ("link-in-scene", vec![]),
        P::AddressInScene { found } => ("address-in-scene", vec![("found", found.clone())]),
        P::Quiz { item, fault } => quiz::phrase(item, fault),
        P::Acronym { acronym } => ("acronym", vec![("acronym", acronym.clone())]),
    }
}

fn syntax(kind: &SyntaxKind) -> (&'static str, Fills) {
    use SyntaxKind as S;
    match kind {
        S::Empty => ("empty", vec![]),
        S::MissingComma => ("missing-comma", vec![]),
        S::TrailingComma => ("trailing-comma", vec![]),
        S::ExtraComma => ("extra-comma", vec![]),
        S::CurlyQuote => ("curly-quote", vec![]),
        S::SingleQuote => ("single-quote", vec![]),
        S::InnerQuote => ("inner-quote", vec![]),
        S::UnclosedText => ("unclosed-text", vec![]),
        S::Unclosed { bracket } => {
            let close = if *bracket == '{' { "}" } else { "]" };
            ("unclosed", vec![("bracket", bracket.to_string()), ("close", close.into())])
        }
        S::AfterEnd => ("after-end", vec![]),
        S::DuplicateKey { key } => ("duplicate-key", vec![("key", key.clone())]),
        S::Comment => ("comment", vec![]),
        S::MissingColon { key } => ("missing-colon", vec![("key", key.clone())]),
        S::MissingValue { key } => ("missing-value", vec![("key", key.clone())]),
        S::BareKey { key } => ("bare-key", vec![("key", key.clone())]),
        S::BareWord { word } => ("bare-word", vec![("word", word.clone())]),
        S::BadNumber { found } => ("bad-number", vec![("found", found.clone())]),
        S::BadEscape { found } => ("bad-escape", vec![("found", found.to_string())]),
        S::ControlInText { code } => ("control-in-text", vec![("code", point(*code))]),
        S::Unexpected { found } => ("unexpected", vec![("found", found.to_string())]),
        S::TooDeep => ("too-deep", vec![]),
    }
}

fn mark(kind: MarkErrorKind) -> &'static str {
    match kind {
        MarkErrorKind::OpenStrong => "open-strong",
        MarkErrorKind::OpenFigure => "open-figure",
        MarkErrorKind::OpenLink | MarkErrorKind::UnknownTarget => "open-link",
        MarkErrorKind::EmptyLabel => "empty-label",
        MarkErrorKind::FigureNumber => "figure-number",
    }
}

fn point(code: u32) -> String {
    format!("U+{code:04X}")
}

fn json_type(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Null => "null",
        JsonType::Bool => "bool",
        JsonType::Number => "number",
        JsonType::Text => "text",
        JsonType::List => "list",
        JsonType::Object => "object",
    }
}

fn shelf(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Fact => "fact",
        Shelf::Source => "source",
        Shelf::Explainer => "explainer",
        Shelf::Term => "term",
        Shelf::Document => "document",
        Shelf::Organisation => "organisation",
        Shelf::Pillar => "pillar",
        Shelf::Page => "page",
        Shelf::Place => "place",
        Shelf::FormerPlace => "former-place",
        Shelf::PlaceToday => "place-today",
        Shelf::Region => "region",
        Shelf::Unit => "unit",
        Shelf::Topic => "topic",
        Shelf::ModelKind => "model-kind",
        Shelf::Note => "note",
        Shelf::Channel => "channel",
    }
}

fn loose_end(end: LooseEnd) -> &'static str {
    match end {
        LooseEnd::ProblemWithoutCause => "problem-without-cause",
        LooseEnd::CauseWithoutProblem => "cause-without-problem",
        LooseEnd::CauseWithoutSolution => "cause-without-solution",
        LooseEnd::SolutionWithoutCause => "solution-without-cause",
    }
}

fn too_much(excess: Excess) -> &'static str {
    match excess {
        Excess::Bytes => "too-many-bytes",
        Excess::Depth => "too-deep-inside",
        Excess::Letters => "too-many-letters",
        Excess::Items => "too-many-items",
    }
}

fn scene_fault(fault: &SceneFault) -> &'static str {
    match fault {
        SceneFault::LostChoice(_) => "lost-choice",
        SceneFault::SeveralWays => "several-ways",
        SceneFault::Unreachable => "unreachable",
        SceneFault::Circle => "circle",
        SceneFault::DeadEnd => "dead-end",
        SceneFault::EndGoesOn => "end-goes-on",
        SceneFault::StrayChoice => "stray-choice",
        SceneFault::StrayView => "stray-view",
        SceneFault::TooLong(_) => "scene-too-long",
    }
}

fn count_unit(unit: CountUnit) -> &'static str {
    match unit {
        CountUnit::Words => "words",
        CountUnit::Letters => "letters",
        CountUnit::Items => "items",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let names = |table: &'static str| -> Vec<(&str, usize)> {
            let lines = table.lines().filter_map(|line| line.split_once(" | "));
            lines.map(|(name, rest)| (name, rest.split(" | ").count())).collect()
        };
        assert_eq!(names(words::VIETNAMESE), names(words::ENGLISH));
        assert_eq!(names(quiz::words::VIETNAMESE), names(quiz::words::ENGLISH));
    }
}
