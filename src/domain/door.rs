//! The door of authored text: how much may come in, and what is taken out before it is read.
//!
//! Editors are told of all this by the checker; the door stands behind it, so that a file
//! nobody checked is refused or harmless.

use std::borrow::Cow;

/// The longest file, and the longest list of models: twenty thousand of them fit.
const MOST_BYTES: usize = 2 << 20;
const MOST_BYTES_OF_MODELS: usize = 16 << 20;
/// Lists and objects inside one another; ours need eight.
const MOST_DEPTH: usize = 32;
/// Bytes of one text; ours need five hundred.
const MOST_LETTERS: usize = 20_000;
/// Items of one list, and keys of one object.
const MOST_ITEMS: usize = 30_000;

/// What a file has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    Bytes,
    Depth,
    Letters,
    Items,
}

impl Excess {
    /// How much there may be, in a file of this name.
    #[must_use]
    pub fn limit(self, file: &str) -> usize {
        match self {
            Self::Bytes if file.ends_with("/models.json") => MOST_BYTES_OF_MODELS,
            Self::Bytes => MOST_BYTES,
            Self::Depth => MOST_DEPTH,
            Self::Letters => MOST_LETTERS,
            Self::Items => MOST_ITEMS,
        }
    }
}

/// Whether a character turns the order of text around or leaves no trace on the screen. Line
/// ends and tabs are seen.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{8}'
            | '\u{b}'
            | '\u{c}'
            | '\u{e}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// What a file has too much of and where, found in one walk over its bytes; it need not be JSON.
#[must_use]
pub fn excess(file: &str, text: &str) -> Option<(usize, Excess)> {
    if text.len() > Excess::Bytes.limit(file) {
        return Some((0, Excess::Bytes));
    }
    // How many items each open list has, from the outermost inwards.
    let mut open: Vec<usize> = Vec::new();
    let mut quote: Option<usize> = None;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match (byte, quote) {
            // A text ends with its line: one lost quotation mark does not turn the rest around.
            (b'"' | b'\n', Some(start)) => {
                quote = None;
                if at - start > MOST_LETTERS {
                    return Some((start, Excess::Letters));
                }
            }
            (b'\\', Some(_)) => drop(bytes.next()),
            (_, Some(_)) => {}
            (b'"', None) => quote = Some(at),
            (b'[' | b'{', None) => {
                open.push(1);
                if open.len() > MOST_DEPTH {
                    return Some((at, Excess::Depth));
                }
            }
            (b']' | b'}', None) => drop(open.pop()),
            (b',', None) => {
                if let Some(n_items) = open.last_mut() {
                    *n_items += 1;
                    if *n_items > MOST_ITEMS {
                        return Some((at, Excess::Items));
                    }
                }
            }
            _ => {}
        }
    }
    quote.filter(|start| text.len() - start > MOST_LETTERS).map(|start| (start, Excess::Letters))
}

/// A JSON text without hidden characters, as such or as escapes.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) && !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    without_escapes(&seen).map_or(Cow::Owned(seen), Cow::Owned)
}

/// The text without escapes that stand for hidden characters; `None` when an escape is none:
/// such a text is no JSON, and what would be left of it might be an escape again.
fn without_escapes(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let from = rest.len() - after.len() - 1;
        let (length, c) = escape(after)?;
        let whole = rest.get(from..from + 1 + length)?;
        if !c.is_some_and(is_hidden) {
            out.push_str(whole);
        }
        rest = rest.get(from + 1 + length..)?;
    }
    out.push_str(rest);
    Some(out)
}

/// How many bytes of an escape stand behind its backslash, and the character it stands for when
/// that may be a hidden one.
fn escape(after: &str) -> Option<(usize, Option<char>)> {
    let unit = |from: usize| u32::from_str_radix(after.get(from..from + 4)?, 16).ok();
    match after.chars().next()? {
        'b' => Some((1, Some('\u{8}'))),
        'f' => Some((1, Some('\u{c}'))),
        'u' => {
            let high = unit(1)?;
            let is_pair = (0xD800..0xDC00).contains(&high) && after.get(5..7) == Some("\\u");
            match unit(7).filter(|low| is_pair && (0xDC00..0xE000).contains(low)) {
                Some(low) => {
                    let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                    Some((11, char::from_u32(code)))
                }
                None => Some((5, char::from_u32(high))),
            }
        }
        c => Some((c.len_utf8(), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_clean(text: &str, expected: &str) {
        assert_eq!(clean(text), expected, "{text:?}");
    }

    #[test]
    fn what_nobody_sees_is_taken_out() {
        check_clean("{\"a\": \"b\\n\\\"\\\\u202e\\t\"}", "{\"a\": \"b\\n\\\"\\\\u202e\\t\"}");
        check_clean("\u{feff}\"a\u{202e}b\u{0}\"", "\"ab\"");
        check_clean("\"a\\u202Eb\\u2066\\u0000\\b\\f\\ufeff\"", "\"ab\"");
        check_clean("\"\\udb40\\udc41x\\ud83d\\ude00\"", "\"x\\ud83d\\ude00\"");
        check_clean("\"n\u{303} \\u1ec7 \u{1ec7}\n\t\"", "\"n\u{303} \\u1ec7 \u{1ec7}\n\t\"");
    }

    #[test]
    fn nothing_hidden_comes_into_being_by_taking_something_out() {
        // Taken out of the middle of an escape, a character would leave a whole one.
        for text in ["\"\\u20\u{202e}2e\"", "\"\\u20\\u202e2e\"", "\"\\\\u202e\"", "\"\\u12\""] {
            let cleaned = clean(text).into_owned();
            let read: Option<String> = serde_json::from_str(&cleaned).ok();
            assert!(!read.unwrap_or_default().contains(is_hidden), "{text:?}");
        }
    }

    #[test]
    fn too_much_is_named_with_its_place() {
        let check = |text: &str, expected| assert_eq!(excess("x.json", text), expected);
        check("{\"a\": [1, 2, {\"b\": \"c, [\\\" [\"}]}", None);
        check(&"[".repeat(40), Some((32, Excess::Depth)));
        check(&["[\"", &"a".repeat(20_001), "\"]"].concat(), Some((1, Excess::Letters)));
        check(&["[\"", &"a".repeat(20_001)].concat(), Some((1, Excess::Letters)));
        check(&["[", &"0,".repeat(30_000), "0]"].concat(), Some((60_000, Excess::Items)));
        check(&" ".repeat(3_000_000), Some((0, Excess::Bytes)));
        assert_eq!(excess("shared/models.json", &" ".repeat(3_000_000)), None);
    }
}
