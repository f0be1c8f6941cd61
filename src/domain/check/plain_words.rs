//! Plain language: short sentences, no acronym left unexplained. Advice, never refusal.

use std::collections::BTreeSet;

use super::super::text;
use super::desk::{Desk, Findings};
use super::kind::ProblemKind;
use super::marks::{is_rich, is_text};
use super::source::Node;

const MOST_WORDS: usize = 25;
/// Acronyms everybody says.
const EVERYDAY: [&str; 5] = ["OK", "PIN", "SIM", "TV", "VND"];

/// Reads every text as a hurried reader would.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let shelved: Vec<(&str, BTreeSet<String>)> =
        desk.langs.iter().map(|lang| (lang.as_str(), shelved(desk, lang))).collect();
    // Posts that shout are part of some questions.
    for (file, lang, root) in desk.prose().filter(|(file, ..)| !file.contains("/quiz/")) {
        let mut known = explained(root);
        let shelved = shelved.iter().filter(|(shelf, _)| *shelf == lang);
        known.extend(shelved.flat_map(|(_, known)| known.iter().cloned()));
        let mut met: BTreeSet<String> = BTreeSet::new();
        for (key, node) in root.texts().into_iter().filter(|(key, _)| is_text(key)) {
            let Ok(marks) = text::marks(node.text().unwrap_or("")) else { continue };
            let plain = text::plain(&marks);
            if is_rich(key) || key == "statement" {
                for sentence in sentences(&plain) {
                    let words = sentence.split_whitespace().count();
                    if words > MOST_WORDS {
                        let start: Vec<&str> = sentence.split_whitespace().take(5).collect();
                        let start = start.join(" ");
                        found.of(file, node, ProblemKind::LongSentence { words, start });
                    }
                }
            }
            // Drawn messages write names as machines do.
            let is_drawn = matches!(key, "from" | "parts" | "fields" | "buttons");
            for acronym in acronyms(&plain).into_iter().filter(|_| !is_drawn) {
                if !known.contains(&acronym) && met.insert(acronym.clone()) {
                    found.of(file, node, ProblemKind::Acronym { acronym });
                }
            }
        }
    }
}

/// Acronyms that the glossary and the organisations of a language explain.
fn shelved(desk: &Desk, lang: &str) -> BTreeSet<String> {
    let shelves = [
        ("glossary.json", "*.term"),
        ("glossary.json", "*.aliases.*"),
        ("organisations.json", "*.name"),
        ("organisations.json", "*.short"),
    ];
    let mut known: BTreeSet<String> = EVERYDAY.map(String::from).into();
    for (name, path) in shelves {
        let nodes = desk.tree(&format!("{lang}/{name}")).map(|root| root.all(path));
        for text in nodes.unwrap_or_default().into_iter().filter_map(Node::text) {
            known.extend(acronyms(text));
        }
    }
    known
}

/// Acronyms that a file itself explains, in brackets or before them.
fn explained(root: &Node) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for (_, node) in root.texts() {
        let text = node.text().unwrap_or("");
        for part in text.split('(').skip(1) {
            known.extend(acronyms(part.split(')').next().unwrap_or("")));
        }
        for part in text.split(" (").take(text.matches(" (").count()) {
            known.extend(acronyms(part.split_whitespace().next_back().unwrap_or("")));
        }
    }
    known
}

/// Words of capitals only; not Roman numbers, not parts of a document's number.
fn acronyms(text: &str) -> Vec<String> {
    // 0xC4 0x90 is the capital d with a stroke.
    let is_capital = |b: u8| b.is_ascii_uppercase() || matches!(b, 0xC4 | 0x90);
    if !text.as_bytes().windows(2).any(|pair| pair.iter().all(|b| is_capital(*b))) {
        return Vec::new();
    }
    let words =
        text.split(|c: char| c.is_whitespace() || "()\u{201c}\u{201d}\"\u{2013}".contains(c));
    words
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| {
            let is_roman = word.chars().all(|c| "IVXLC".contains(c));
            let is_long = (2..=6).contains(&word.chars().count());
            is_long && !is_roman && word.chars().all(char::is_uppercase)
        })
        .map(Into::into)
        .collect()
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let next = text.get(after..).and_then(|rest| rest.chars().next());
        let is_end = matches!(c, '.' | '!' | '?' | '\u{2026}' | ':' | ';' | '\n');
        if is_end && next.is_none_or(|c| !c.is_alphanumeric()) {
            sentences.extend(text.get(start..after));
            start = after;
        }
    }
    sentences.extend(text.get(start..));
    sentences
}
