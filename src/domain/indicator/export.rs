//! Numbers to take away: CSV and JSON that keep operator, status, base and caution (T7, T8).

use serde::Serialize;

use super::super::fact::{Confidence, Op, Status};
use super::super::library::{Library, Pack};
use super::super::passport::place_words;
use super::super::text;
use super::number::Number;

/// Columns of the CSV file, in order; the keys of the JSON records too.
pub const COLUMNS: [&str; 22] = [
    "indicator",
    "measure",
    "place",
    "place_valid",
    "year",
    "value",
    "unit",
    "op",
    "status",
    "rank_base",
    "geo_basis",
    "formula",
    "caution",
    "confidence",
    "source_title",
    "publisher",
    "url",
    "published",
    "as_of",
    "due",
    "fact",
    "decimal",
];

/// One number as a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    pub indicator: String,
    /// What is counted, in words.
    pub measure: String,
    pub place: String,
    /// The life of the place, `from/to`, either side open.
    pub place_valid: String,
    pub year: String,
    /// With a decimal point, whatever the language.
    pub value: String,
    pub unit: String,
    pub op: String,
    pub status: String,
    pub rank_base: String,
    /// Which map it counts on: `63 (until 2025-06-30)` or `34 (from 2025-07-01)`.
    pub geo_basis: String,
    pub formula: String,
    pub caution: String,
    pub confidence: String,
    pub source_title: String,
    pub publisher: String,
    pub url: String,
    pub published: String,
    pub as_of: String,
    pub due: String,
    pub fact: String,
    /// The decimal sign of `value`.
    pub decimal: String,
}

impl Record {
    /// The row of a number.
    #[must_use]
    pub fn of(library: &Library, pack: &Pack, indicator: &str, number: &Number<'_>) -> Self {
        let (figure, place) = (&number.figure, number.place());
        let life = library.provinces.life(place);
        let date =
            |date: Option<super::super::date::Date>| date.map_or_else(String::new, String::from);
        let from = life.and_then(|life| life.from);
        let to = life.and_then(|life| life.to);
        let source = library.source(number.source());
        let of_source = |text: Option<&str>| text.unwrap_or("").to_owned();
        Self {
            indicator: indicator.into(),
            measure: number.label.clone(),
            place: place_words(library, &pack.interface, place),
            place_valid: [date(from), date(to)].join("/"),
            year: number.year().map_or_else(String::new, |year| year.to_string()),
            value: figure.value.clone().into(),
            unit: figure.unit.clone(),
            op: op_sign(figure.op).into(),
            status: status_code(figure.status).into(),
            rank_base: figure.of.map_or_else(String::new, |of| of.to_string()),
            geo_basis: geo_basis(figure.of, place, to.is_some(), from.is_some()).into(),
            formula: figure.formula.clone().unwrap_or_default(),
            caution: number.words.caution.as_deref().map(bare).unwrap_or_default(),
            confidence: confidence_code(number.confidence()).into(),
            source_title: of_source(source.map(|source| source.title.as_str())),
            publisher: of_source(source.map(|source| source.publisher.as_str())),
            // An address that nobody checked leads nowhere from a spreadsheet, either.
            url: of_source(
                source
                    .and_then(|source| source.url.as_deref())
                    .filter(|url| library.hosts.knows(url)),
            ),
            published: date(source.and_then(|source| source.published)),
            as_of: date(number.as_of()),
            due: date(figure.due),
            fact: number.fact.id.clone(),
            decimal: ".".into(),
        }
    }

    fn fields(&self) -> [&str; 22] {
        [
            &self.indicator,
            &self.measure,
            &self.place,
            &self.place_valid,
            &self.year,
            &self.value,
            &self.unit,
            &self.op,
            &self.status,
            &self.rank_base,
            &self.geo_basis,
            &self.formula,
            &self.caution,
            &self.confidence,
            &self.source_title,
            &self.publisher,
            &self.url,
            &self.published,
            &self.as_of,
            &self.due,
            &self.fact,
            &self.decimal,
        ]
    }
}

fn bare(text: &str) -> String {
    text::marks(text).map_or_else(|_| text.into(), |marks| text::plain(&marks))
}

/// Ranks say their base; other numbers say it by their place's life.
fn geo_basis(of: Option<u16>, place: &str, has_ended: bool, has_begun: bool) -> &'static str {
    match of {
        Some(63) => "63 (until 2025-06-30)",
        Some(34) => "34 (from 2025-07-01)",
        _ if place == "vn" => "vn",
        _ if has_ended => "63 (until 2025-06-30)",
        _ if has_begun => "34 (from 2025-07-01)",
        _ => "unchanged",
    }
}

/// The sign of an operator, as in the authored files.
#[must_use]
pub fn op_sign(op: Op) -> &'static str {
    match op {
        Op::Equal => "=",
        Op::Above => ">",
        Op::AtLeast => "\u{2265}",
        Op::Below => "<",
        Op::AtMost => "\u{2264}",
        Op::About => "\u{2248}",
    }
}

/// The code of a status, as in the authored files.
#[must_use]
pub fn status_code(status: Status) -> &'static str {
    match status {
        Status::DraftTarget => "draft_target",
        Status::Target => "target",
        Status::Measured => "measured",
        Status::Estimate => "estimate",
        Status::Expected => "expected",
        Status::Derived => "derived",
        Status::Rule => "rule",
        Status::Stated => "stated",
    }
}

fn confidence_code(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sourced => "sourced",
        Confidence::SingleSource => "single_source",
        Confidence::Unconfirmed => "unconfirmed",
        Confidence::OwnKnowledge => "own_knowledge",
    }
}

/// The rows as CSV: UTF-8 with a byte-order mark, commas, a decimal point.
///
/// Source: RFC 4180; the mark is what spreadsheets need to read Vietnamese.
#[must_use]
pub fn csv(records: &[Record]) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    line(&mut text, COLUMNS);
    for record in records {
        line(&mut text, record.fields());
    }
    text.into_bytes()
}

fn line(text: &mut String, fields: [&str; 22]) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        // Spreadsheets reckon what begins like a formula; a number or a lone sign is none.
        let begins = field.len() > 1 && field.starts_with(['=', '+', '-', '@']);
        let is_formula = begins && field.parse::<f64>().is_err();
        let field = if is_formula { ["'", field].concat() } else { field.into() };
        if field.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&field);
        }
    }
    text.push_str("\r\n");
}

/// What the JSON file holds.
#[derive(Serialize)]
struct Sheet<'a> {
    indicator: &'a str,
    title: &'a str,
    lang: &'a str,
    /// The day of the edition.
    content_version: String,
    decimal: &'static str,
    records: &'a [Record],
}

/// The rows as JSON.
#[must_use]
pub fn json(
    library: &Library,
    lang: &str,
    (indicator, title): (&str, &str),
    records: &[Record],
) -> Vec<u8> {
    let sheet = Sheet {
        indicator,
        title,
        lang,
        content_version: library.edition.content_version.into(),
        decimal: ".",
        records,
    };
    let mut bytes = serde_json::to_vec_pretty(&sheet).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let field = |name: &str| String::from(name);
        Record {
            indicator: field("quang-tri-2022"),
            measure: field("văn bản \"chỉ đạo\", điều hành"),
            place: field("Quảng Trị (trước 7/2025)"),
            place_valid: field("/2025-06-30"),
            year: field("2022"),
            value: field("90"),
            unit: field("percent"),
            op: field(">"),
            status: field("measured"),
            rank_base: String::new(),
            geo_basis: field("63 (until 2025-06-30)"),
            formula: String::new(),
            caution: field("dòng một\ndòng hai"),
            confidence: field("sourced"),
            source_title: field("Tập huấn"),
            publisher: field("Cổng"),
            url: field("https://a.gov.vn/?a=1,2"),
            published: field("2022-09-16"),
            as_of: field("2022-09"),
            due: String::new(),
            fact: field("qt-04"),
            decimal: field("."),
        }
    }

    /// A reader of RFC 4180, written apart from the writer.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut field, mut quoted) =
            (Vec::new(), Vec::new(), String::new(), false);
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    field.push('"');
                    chars.next();
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut field)),
                '\r' if !quoted => {}
                '\n' if !quoted => {
                    row.push(std::mem::take(&mut field));
                    rows.push(std::mem::take(&mut row));
                }
                c => field.push(c),
            }
        }
        rows
    }

    #[test]
    fn a_row_reads_back_as_it_was_written() {
        let bytes = csv(&[record(), record()]);
        assert_eq!(bytes.get(..3), Some([0xef, 0xbb, 0xbf].as_slice()));
        let text = String::from_utf8(bytes).unwrap();
        let rows = read(text.trim_start_matches('\u{feff}'));
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0], COLUMNS);
        assert_eq!(rows[1], record().fields());
        assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
    }

    #[test]
    fn a_cell_that_begins_like_a_formula_is_text() {
        let cell = |measure: &str| {
            let text = String::from_utf8(csv(&[Record { measure: measure.into(), ..record() }]));
            read(&text.unwrap())[1][1].clone()
        };
        for (measure, expected) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("@SUM(1)", "'@SUM(1)"),
            ("+1+1", "'+1+1"),
            ("-2+3", "'-2+3"),
            ("-3.5", "-3.5"),
            ("=", "="),
            ("a=b", "a=b"),
        ] {
            assert_eq!(cell(measure), expected);
        }
    }

    #[test]
    fn columns_and_keys_are_the_same() {
        let value = serde_json::to_value(record()).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        let mut columns = COLUMNS.to_vec();
        columns.sort_unstable();
        let mut keys: Vec<&str> = keys.iter().map(|key| key.as_str()).collect();
        keys.sort_unstable();
        assert_eq!(keys, columns);
    }
}
