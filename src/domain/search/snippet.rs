//! Snippets: the passage that answers best, with the words that answer highlighted.

use super::index::N_FIELDS;
use super::query::Query;
use super::term::{SURE, Term};
use super::words::Words;
use super::{Document, Segment};
use core::ops::Range;

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
///
/// `fields` are the forms of the document's fields; those of a text come first in its field.
pub(super) fn of(
    document: &Document,
    fields: [&[u32]; N_FIELDS],
    query: &Query,
) -> (Vec<Segment>, Vec<Segment>) {
    let [title_forms, _, lead_forms, body_forms] = fields;
    let title = &document.title;
    let title = segments(title, 0..title.len(), &marks(title, title_forms, query));
    let lead = marks(&document.lead, lead_forms, query);
    let body = marks(&document.body, body_forms, query);
    let (in_lead, in_body) = (best_window(&lead), best_window(&body));
    let snippet = if in_body.0 > in_lead.0 {
        passage(&document.body, in_body.1, &body)
    } else {
        passage(&document.lead, in_lead.1, &lead)
    };
    (title, snippet)
}

fn marks(text: &str, forms: &[u32], query: &Query) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut words = Words::new(text);
    for &form in forms {
        let Some(Range { start, end }) = words.bounds() else { break };
        // A word like the one asked for counts only if no document has the very word.
        let answers = |term: &Term| {
            let strength = term.strength(form as usize);
            strength >= SURE || strength > 0 && !term.is_sure()
        };
        if let Some(term) = query.terms.iter().position(answers) {
            marks.push(Mark { start, end, term });
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
            let sentence = before.as_bytes().windows(2).rposition(|pair| pair == b". ");
            let sentence = sentence.map_or(0, |stop| stop + 2);
            let word = before.bytes().skip(near).position(|byte| byte == b' ');
            sentence.max(word.map_or(from, |gap| near + gap + 1))
        }
    };
    let rest = text.get(start..).unwrap_or("");
    let end = match rest.char_indices().nth(LENGTH) {
        None => text.len(),
        Some((cut, _)) => start + rest.get(..cut).and_then(last_space).unwrap_or(cut),
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

fn last_space(text: &str) -> Option<usize> {
    text.bytes().rposition(|byte| byte == b' ')
}

/// A stretch of text in pieces; marks with one space between them become one piece.
fn segments(text: &str, range: Range<usize>, marks: &[Mark]) -> Vec<Segment> {
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
