//! The letters of a file: composed, visible, without a byte order mark.

use super::super::door::is_hidden;
use super::super::fold;
use super::desk::Findings;
use super::kind::ProblemKind;
use super::source::{Node, Source};

/// Checks the letters of one file.
///
/// Only Vietnamese letters are composed: a mark that `fold` cannot join to the letter
/// before it belongs to another script and is left alone.
pub(super) fn check(file: &str, source: &Source, found: &mut Findings) {
    if source.text.starts_with('\u{feff}') {
        found.at(file, 0, ProblemKind::ByteOrderMark);
    }
    let mut is_named = false;
    let mut letters = source.text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        if is_hidden(c) && (c != '\u{feff}' || start > 0) {
            found.at(file, start, ProblemKind::HiddenCharacter { code: c as u32 });
        }
        // One message a line: who types so types all of it so.
        is_named &= c != '\n';
        let mut end = start + c.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, mark)| fold::is_combining(*mark)) {
            end = at + mark.len_utf8();
        }
        let apart = source.text.get(start..end).unwrap_or("");
        if apart.len() == c.len_utf8() {
            continue;
        }
        let letter = fold::compose(apart);
        if letter != apart && !is_named {
            found.at(file, start, ProblemKind::NotComposed { letter });
            is_named = true;
        }
    }
    escaped(file, source, found);
}

/// Characters written as `\u` escapes count as well; and tags, which nobody here reads as such.
fn escaped(file: &str, source: &Source, found: &mut Findings) {
    for (_, node) in source.root.as_ref().map(Node::texts).unwrap_or_default() {
        if let Some((at, tag)) = tag(node.text().unwrap_or("")) {
            found.at(file, source.inside(node, at), ProblemKind::Markup { tag });
        }
        let raw = source.text.get(node.start..node.end).unwrap_or("");
        let hidden = node.text().unwrap_or("").char_indices().filter(|(_, c)| is_hidden(*c));
        for (at, c) in hidden.filter(|(_, c)| !raw.contains(*c)) {
            let kind = ProblemKind::HiddenCharacter { code: c as u32 };
            found.at(file, source.inside(node, at), kind);
        }
    }
}

/// The first HTML tag of a text: where it begins, and how.
fn tag(text: &str) -> Option<(usize, String)> {
    let begins =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
    let mut signs = text.match_indices('<').map(|(at, _)| at);
    let at = signs.find(|at| text.get(at + 1..).is_some_and(begins))?;
    Some((at, text.chars().skip(text.get(..at)?.chars().count()).take(20).collect()))
}
