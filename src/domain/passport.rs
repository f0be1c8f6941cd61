//! Numbers in words, and the passport behind each.

use super::date::Date;
use super::fact::{Confidence, Fact, Figure, Op, Status};
use super::interface::{Interface, fill};
use super::library::{Library, Pack};
use super::page::{Passport, Rich, Span, Tag};

/// A date in words: "ngày 22 tháng 11 năm 2026", "22 November 2026".
#[must_use]
pub fn date_words(words: &Interface, date: Date) -> String {
    let template = match (date.month(), date.day()) {
        (Some(_), Some(_)) => &words.dates.day,
        (Some(_), None) => &words.dates.month,
        _ => &words.dates.year,
    };
    let month = date.month().and_then(|month| words.months.get(usize::from(month) - 1));
    let text = fill(template, "y", &date.year().to_string());
    let text = fill(&text, "m", month.map_or("", String::as_str));
    fill(&text, "d", &date.day().unwrap_or(0).to_string())
}

/// The word of an operator; empty for an exact number.
#[must_use]
pub fn op_word(words: &Interface, op: Op) -> &str {
    match op {
        Op::Equal => &words.ops.equal,
        Op::Above => &words.ops.above,
        Op::AtLeast => &words.ops.at_least,
        Op::Below => &words.ops.below,
        Op::AtMost => &words.ops.at_most,
        Op::About => &words.ops.about,
    }
}

/// The word of a status.
#[must_use]
pub fn status_word(words: &Interface, status: Status) -> &str {
    match status {
        Status::DraftTarget => &words.statuses.draft_target,
        Status::Target => &words.statuses.target,
        Status::Measured => &words.statuses.measured,
        Status::Estimate => &words.statuses.estimate,
        Status::Expected => &words.statuses.expected,
        Status::Derived => &words.statuses.derived,
        Status::Rule => &words.statuses.rule,
        Status::Stated => &words.statuses.stated,
    }
}

/// The word of a confidence.
#[must_use]
pub fn confidence_word(words: &Interface, confidence: Confidence) -> &str {
    match confidence {
        Confidence::Sourced => &words.confidences.sourced,
        Confidence::SingleSource => &words.confidences.single_source,
        Confidence::Unconfirmed => &words.confidences.unconfirmed,
        Confidence::OwnKnowledge => &words.confidences.own_knowledge,
    }
}

/// The number alone, as the language prints it.
#[must_use]
pub fn number(words: &Interface, figure: &Figure) -> String {
    figure.value.display(&words.numbers.group, &words.numbers.point)
}

/// Operator, number and unit: "hơn 27.200 tổ", "hạng 48/63" (T1, T7).
#[must_use]
pub fn figure_words(pack: &Pack, figure: &Figure) -> String {
    let words = &pack.interface;
    let template = pack.units.get(&figure.unit).map_or("{n}", String::as_str);
    let text = fill(template, "n", &number(words, figure));
    let text = fill(&text, "of", &figure.of.map_or_else(String::new, |of| of.to_string()));
    match op_word(words, figure.op) {
        "" => text,
        op => [op, &text].join(" "),
    }
}

/// A place with its time: "Tuyên Quang (trước 7/2025)".
#[must_use]
pub fn place_words(library: &Library, words: &Interface, id: &str) -> String {
    match library.provinces.life(id) {
        Some(_) if id == "vn" => words.passports.whole_country.clone(),
        Some(life) if life.to.is_some() => fill(&words.passports.before_2025, "name", life.name),
        Some(life) => life.name.into(),
        None => id.into(),
    }
}

/// The tags a fact or figure always carries: its status, and a badge when it is not confirmed.
#[must_use]
pub fn tags(words: &Interface, fact: &Fact, figure: Option<&Figure>) -> Vec<Tag> {
    let confidence = figure.and_then(|figure| figure.confidence).unwrap_or(fact.confidence);
    let status = figure
        .map(|figure| Tag { text: status_word(words, figure.status).into(), tone: String::new() });
    let badge = confidence
        .needs_badge()
        .then(|| Tag { text: confidence_word(words, confidence).into(), tone: "care".into() });
    status.into_iter().chain(badge).collect()
}

/// The passport of a fact's figure (`number` from 1), or of its statement when it has none.
///
/// `known` are the page's row labels; new ones are added to it.
#[must_use]
pub fn passport(
    library: &Library,
    pack: &Pack,
    fact: &Fact,
    number: usize,
    known: &mut Vec<String>,
) -> Passport {
    let index = number.saturating_sub(1);
    let label = pack.fact(&fact.id).and_then(|words| words.figures.get(index));
    let label = label.map_or("", String::as_str);
    passport_of(library, pack, fact, fact.figures.get(index).map(|figure| (figure, label)), known)
}

/// The passport of a figure with the words for what it counts, or of the fact's statement.
///
/// The figure need not stand in the fact: it may be worked out from one that does (T9).
#[must_use]
pub fn passport_of(
    library: &Library,
    pack: &Pack,
    fact: &Fact,
    figure: Option<(&Figure, &str)>,
    known: &mut Vec<String>,
) -> Passport {
    let words = &pack.interface;
    let labels = &words.passports;
    let fact_words = pack.fact(&fact.id);
    let (figure, label) = figure.map_or((None, ""), |(figure, label)| (Some(figure), label));
    let statement = fact_words.map_or("", |fact| fact.statement.as_str());
    let title = figure.map_or_else(|| statement.to_owned(), |figure| figure_words(pack, figure));
    let mut rows: Vec<(u16, Rich)> = Vec::new();
    let mut row = |label: &String, text: &str| {
        if !text.is_empty() {
            rows.push((label_index(known, label), vec![Span::T(text.into())]));
        }
    };
    if let Some(figure) = figure {
        row(&labels.label, label);
        row(&labels.statement, statement);
        row(&labels.status, status_word(words, figure.status));
        row(&labels.due, &figure.due.map_or_else(String::new, |due| date_words(words, due)));
        match figure.of {
            Some(63) => row(&labels.base, &labels.base_63),
            Some(34) => row(&labels.base, &labels.base_34),
            _ => {}
        }
        row(&labels.formula, &formula_words(words, figure.formula.as_deref().unwrap_or("")));
    }
    let as_of = figure.and_then(|figure| figure.as_of).or(fact.as_of);
    row(&labels.as_of, &as_of.map_or_else(|| labels.no_date.clone(), |d| date_words(words, d)));
    let place = figure.and_then(|figure| figure.place.as_deref()).unwrap_or(&fact.place);
    row(&labels.place, &place_words(library, words, place));
    let confidence = figure.and_then(|figure| figure.confidence).unwrap_or(fact.confidence);
    row(&labels.confidence, confidence_word(words, confidence));
    row(&labels.caution, fact_words.and_then(|fact| fact.caution.as_deref()).unwrap_or(""));
    if let Some(checked) = fact.verified_on {
        row(&labels.verified, &date_words(words, checked));
    }
    let source_id = figure.and_then(|figure| figure.source.as_deref()).unwrap_or(&fact.source);
    rows.push((label_index(known, &labels.source), source_words(library, pack, source_id)));
    Passport { fact: fact.id.clone(), tags: tags(words, fact, figure), title, rows }
}

/// Arithmetic with the decimal sign of the language: "6,19 \u{2212} 0,17 = 6,02".
#[must_use]
pub fn formula_words(words: &Interface, formula: &str) -> String {
    let mut text = String::with_capacity(formula.len());
    let mut before = ' ';
    let mut rest = formula.chars().peekable();
    while let Some(c) = rest.next() {
        let is_sign = c == '.' && before.is_ascii_digit();
        match rest.peek() {
            Some(next) if is_sign && next.is_ascii_digit() => text.push_str(&words.numbers.point),
            _ => text.push(c),
        }
        before = c;
    }
    text
}

fn label_index(known: &mut Vec<String>, label: &str) -> u16 {
    let index = known.iter().position(|text| text == label).unwrap_or_else(|| {
        known.push(label.into());
        known.len() - 1
    });
    u16::try_from(index).unwrap_or(0)
}

/// A source in one line: title, publisher, date, and a link where its host is listed (T16).
#[must_use]
pub fn source_words(library: &Library, pack: &Pack, id: &str) -> Rich {
    let words = &pack.interface;
    let Some(source) = library.source(id) else {
        return vec![Span::T(words.passports.no_source.clone())];
    };
    let mut parts = vec![source.title.clone(), source.publisher.clone()];
    parts.extend(source.published.map(|date| date_words(words, date)));
    parts.retain(|part| !part.is_empty());
    let text = parts.join(". ");
    let text = if text.is_empty() { words.passports.no_source.clone() } else { text };
    let mut rich = vec![Span::T(text)];
    if let Some(url) = source.url.as_deref().filter(|url| library.hosts.knows(url)) {
        let name: String = super::source::host(url).unwrap_or(url).into();
        rich.push(Span::T(" ".into()));
        rich.push(if library.hosts.allow(url) { Span::A(url.into(), name) } else { Span::T(name) });
    }
    rich
}
