//! Search quality: which document comes first, over a table of cases.
#![allow(clippy::unwrap_used)]

use buoc_so::domain::fold::{BREVE, CIRCUMFLEX, Letter, fold};
use buoc_so::domain::search::{Document, Hit, Index};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What people type, and the documents that may come first.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    column: String,
    query: String,
    right: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let cases: Vec<Case> = serde_json::from_str(file).unwrap();
    cases.into_iter().flat_map(typed_in_every_way).collect()
}

/// A case of the column `full` stands for five: accented, unaccented, NFD, Telex, VNI.
fn typed_in_every_way(case: Case) -> Vec<Case> {
    if case.column != "full" {
        return vec![case];
    }
    let as_typed = |column: &str, query| Case { column: column.into(), query, ..case.clone() };
    vec![
        as_typed("accented", case.query.clone()),
        as_typed("unaccented", fold(&case.query)),
        as_typed("NFD", decompose(&case.query)),
        as_typed("Telex", by_word(&case.query, |word| keys(word, telex_mark, "frxsj"))),
        as_typed("VNI", by_word(&case.query, |word| keys(word, vni_mark, "23415"))),
    ]
}

fn by_word(text: &str, type_word: impl Fn(&str) -> String) -> String {
    text.split(' ').map(type_word).collect::<Vec<_>>().join(" ")
}

/// The keys of a word: each mark after its letter, the tone at the end.
fn keys(word: &str, mark: fn(Letter) -> &'static str, tones: &str) -> String {
    let mut keys = String::new();
    let mut tone = 0;
    for letter in word.chars().map(Letter::of) {
        keys.push(letter.base);
        keys.push_str(mark(letter));
        tone = tone.max(usize::from(letter.tone));
    }
    keys.extend(tone.checked_sub(1).and_then(|place| tones.chars().nth(place)));
    keys
}

fn telex_mark(letter: Letter) -> &'static str {
    match (letter.base, letter.mark) {
        (_, 0) => "",
        ('d', _) => "d",
        ('a', CIRCUMFLEX) => "a",
        ('e', _) => "e",
        ('o', CIRCUMFLEX) => "o",
        _ => "w",
    }
}

fn vni_mark(letter: Letter) -> &'static str {
    match (letter.base, letter.mark) {
        (_, 0) => "",
        ('d', _) => "9",
        (_, CIRCUMFLEX) => "6",
        (_, BREVE) => "8",
        _ => "7",
    }
}

fn decompose(text: &str) -> String {
    let mut parts = String::new();
    for letter in text.chars().map(Letter::of) {
        if letter.base == 'd' && letter.mark != 0 {
            parts.extend(letter.char());
            continue;
        }
        parts.extend(Letter { mark: 0, tone: 0, ..letter }.char());
        let marks = [None, Some('\u{302}'), Some('\u{306}'), Some('\u{31B}')];
        let tones = [None, Some('\u{300}'), Some('\u{309}'), Some('\u{303}'), Some('\u{301}')];
        let (mark, tone) = (usize::from(letter.mark), usize::from(letter.tone));
        parts.extend(marks[mark]);
        parts.extend(tones.get(tone).copied().unwrap_or(Some('\u{323}')));
    }
    parts
}

fn index() -> Index {
    Index::build(documents())
}

fn documents() -> Vec<Document> {
    serde_json::from_str(include_str!("fixtures/search-documents.json")).unwrap()
}

fn name(index: &Index, hit: &Hit) -> String {
    let document = index.document(hit).unwrap();
    format!("{}/{}", document.kind, document.id)
}

/// Counts right first hits by column, prints the table and the misses.
fn shares(cases: &[Case]) -> BTreeMap<&str, (usize, usize)> {
    let index = index();
    let mut shares = BTreeMap::new();
    for case in cases {
        let outcome = index.search(&case.query, 5);
        let found = outcome.hits.first().map(|hit| name(&index, hit)).unwrap_or_default();
        let is_right = case.right.contains(&found);
        let (n_right, n_cases) = shares.entry(case.column.as_str()).or_insert((0, 0));
        *n_cases += 1;
        *n_right += usize::from(is_right);
        if !is_right {
            let understood = outcome.understood.unwrap_or_default();
            println!("missed {:10} {:?} ({understood}): {found}", case.column, case.query);
        }
    }
    for (column, (n_right, n_cases)) in &shares {
        println!("{column:12} {n_right:3} of {n_cases:3}  {:3} %", 100 * n_right / n_cases);
    }
    shares
}

#[track_caller]
fn check_shares(file: &str) {
    let cases = cases(file);
    for (column, (n_right, n_cases)) in shares(&cases) {
        assert!(n_right * 100 >= n_cases * 95, "{column}: {n_right} of {n_cases}");
    }
}

#[test]
fn the_right_document_comes_first() {
    check_shares(include_str!("fixtures/search-cases.json"));
}

/// Written after the engine worked, so that it was not tuned on them.
#[test]
fn the_right_document_comes_first_for_cases_held_out() {
    check_shares(include_str!("fixtures/search-cases-held-out.json"));
}
