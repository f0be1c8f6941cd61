//! The letters of a file: composed, visible, without a byte order mark.

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
    let mut last_line = 0;
    let mut letters = source.text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        if is_hidden(c) || c == '\u{feff}' && start > 0 {
            found.at(file, start, ProblemKind::HiddenCharacter { code: c as u32 });
        }
        let mut end = start + c.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, mark)| fold::is_combining(*mark)) {
            end = at + mark.len_utf8();
        }
        let apart = source.text.get(start..end).unwrap_or("");
        if apart.len() == c.len_utf8() {
            continue;
        }
        let (letter, line) = (fold::compose(apart), source.position(start).0);
        if letter != apart && line != last_line {
            found.at(file, start, ProblemKind::NotComposed { letter });
            last_line = line;
        }
    }
    escaped(file, source, found);
}

/// Characters written as `\u` escapes count as well.
fn escaped(file: &str, source: &Source, found: &mut Findings) {
    for (_, node) in source.root.as_ref().map(Node::texts).unwrap_or_default() {
        let raw = source.text.get(node.start..node.end).unwrap_or("");
        let hidden = node.text().unwrap_or("").char_indices().filter(|(_, c)| is_hidden(*c));
        for (at, c) in hidden.filter(|(_, c)| !raw.contains(*c)) {
            let kind = ProblemKind::HiddenCharacter { code: c as u32 };
            found.at(file, source.inside(node, at), kind);
        }
    }
}

/// Characters that turn the order of text around or leave no trace on screen.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}
