//! Snippets: the passage that answers best, with the words that answer highlighted.

use super::lexicon::Lexicon;
use super::query::{Query, SURE};
use super::words::Words;
use super::{Document, Segment};

/// Length of a passage, in characters.
const LENGTH: usize = 160;
/// At most this many characters stand before the first highlighted word.
const LEAD_IN: usize = 40;
/// Highlighted words no further apart than this many bytes fit one passage.
const WINDOW: usize = 150;
const ELLIPSIS: char = '\u{2026}';

/// A word of a text that answers a word of the query.
struct Mark {
    start: usize,
    end: usize,
    term: usize,
}

/// The title, and the best passage of the lead or the body.
pub(super) fn of(
    document: &Document,
    query: &Query,
    lexicon: &Lexicon,
) -> (Vec<Segment>, Vec<Segment>) {
    let title =
        segments(&document.title, 0..document.title.len(), &marks(&document.title, query, lexicon));
    let mut best: Option<(u32, &str, usize, Vec<Mark>)> = None;
    for text in [&document.lead, &document.body] {
        let marks = marks(text, query, lexicon);
        let (value, from) = best_window(&marks);
        if best.as_ref().is_none_or(|(other, ..)| value > *other) {
            best = Some((value, text, from, marks));
        }
    }
    let snippet = best.map(|(_, text, from, marks)| passage(text, from, &marks));
    (title, snippet.unwrap_or_default())
}

fn marks(text: &str, query: &Query, lexicon: &Lexicon) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut words = Words::new(text);
    let mut folded = String::new();
    while let Some(word) = words.read(&mut folded) {
        let Some(form) = lexicon.find(&folded, word.accents) else { continue };
        let answers = |term: &super::query::Term| {
            let strength = term.strength(form);
            strength > 0 && (strength >= SURE / 2 || term.best < SURE)
        };
        if let Some(term) = query.terms.iter().position(answers) {
            marks.push(Mark { start: word.start, end: word.end, term });
        }
    }
    marks
}

/// The value of the best passage and where its first mark is: different words count most.
fn best_window(marks: &[Mark]) -> (u32, usize) {
    let mut best = (0, 0);
    for (place, first) in marks.iter().enumerate() {
        let mut seen = 0_u32;
        let mut value = 0;
        let is_in = |mark: &&Mark| mark.end <= first.start + WINDOW;
        for mark in marks.iter().skip(place).take_while(is_in) {
            let bit = 1 << mark.term;
            value += if seen & bit == 0 { 8 } else { 1 };
            seen |= bit;
        }
        if value > best.0 {
            best = (value, first.start);
        }
    }
    best
}

/// About `LENGTH` characters around a place, cut between words.
fn passage(text: &str, from: usize, marks: &[Mark]) -> Vec<Segment> {
    let before = text.get(..from).unwrap_or("");
    let start = match before.char_indices().rev().nth(LEAD_IN) {
        None => 0,
        Some((near, _)) => {
            let sentence = before.rfind(". ").map_or(0, |stop| stop + 2);
            let word = before.get(near..).and_then(|part| part.find(' '));
            sentence.max(word.map_or(from, |gap| near + gap + 1))
        }
    };
    let rest = text.get(start..).unwrap_or("");
    let end = match rest.char_indices().nth(LENGTH) {
        None => text.len(),
        Some((cut, _)) => start + rest.get(..cut).and_then(|kept| kept.rfind(' ')).unwrap_or(cut),
    };
    let mut segments = segments(text, start..end, marks);
    let ellipsis = || Segment { text: ELLIPSIS.to_string(), is_highlighted: false };
    if start > 0 {
        segments.insert(0, ellipsis());
    }
    if end < text.len() {
        segments.push(ellipsis());
    }
    segments
}

/// A stretch of text in pieces; marks with one space between them become one piece.
fn segments(text: &str, range: core::ops::Range<usize>, marks: &[Mark]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut at = range.start;
    let mut push = |segments: &mut Vec<Segment>, end: usize, is_highlighted: bool| {
        let Some(part) = text.get(at..end) else { return };
        at = end;
        match segments.as_mut_slice() {
            _ if part.is_empty() => {}
            [.., last] if last.is_highlighted == is_highlighted => last.text.push_str(part),
            [.., marked, gap] if is_highlighted && gap.text == " " => {
                marked.text.push(' ');
                marked.text.push_str(part);
                segments.pop();
            }
            _ => segments.push(Segment { text: part.to_string(), is_highlighted }),
        }
    };
    for mark in marks.iter().filter(|mark| mark.start >= range.start && mark.end <= range.end) {
        push(&mut segments, mark.start, false);
        push(&mut segments, mark.end, true);
    }
    push(&mut segments, range.end, false);
    segments
}
