//! A forgiving JSON reader: it names a fault, mends it and reads on.
//!
//! Why not a crate: `serde_json` stops at the first fault and lets a key be written
//! twice; the parsers with positions either stop too or, like `jsonc-parser`, give
//! one English sentence for a fault where we want its cause (a curly quote, a quote
//! inside a text, a comma lost at the end of the line before) and the rest of the
//! file. What this reader accepts and `serde_json` does not, the loader still refuses.

use std::collections::BTreeSet;

use super::quoted::is_quote;
use super::source::{Entry, Node, Value};
use super::syntax::SyntaxKind;

const MAX_DEPTH: usize = 64;

/// Reads one file.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: usize,
    /// `serde_json` reads it too, so nothing needs mending.
    pub(super) is_json: bool,
    /// The shape of what follows is a guess.
    is_lost: bool,
    faults: Vec<(usize, SyntaxKind)>,
}

impl Reader<'_> {
    /// The value of a file unless its shape is a guess, and every fault met on the way.
    pub(super) fn read(text: &str) -> (Option<Node>, Vec<(usize, SyntaxKind)>) {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let body = text.get(at..).unwrap_or("");
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(body).is_ok();
        let mut reader = Reader { text, at, depth: 0, is_json, is_lost: false, faults: Vec::new() };
        reader.skip();
        let root = match reader.peek() {
            None => {
                reader.fault(at, SyntaxKind::Empty);
                None
            }
            Some(_) => reader.value(),
        };
        reader.skip();
        if reader.peek().is_some() {
            reader.fault(reader.at, SyntaxKind::AfterEnd);
            reader.is_lost = true;
        }
        (root.filter(|_| !reader.is_lost), reader.faults)
    }

    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    /// Notes a fault, unless it only follows from an earlier one.
    pub(super) fn fault(&mut self, at: usize, kind: SyntaxKind) {
        if self.is_lost {
            return;
        }
        let follows = self.faults.last().is_some_and(|(before, last)| {
            let between = self.text.get(*before..at).unwrap_or("");
            *last == SyntaxKind::InnerQuote && !between.contains('\n')
        });
        if follows {
            self.is_lost = true;
        } else {
            self.faults.push((at, kind));
        }
    }

    /// Passes white space and comments.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let space = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            let comment = rest.get(space..).map_or(0, |rest| match rest.get(..2) {
                Some("//") => rest.find('\n').unwrap_or(rest.len()),
                Some("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
                _ => 0,
            });
            self.at += space;
            if comment == 0 {
                break;
            }
            self.fault(self.at, SyntaxKind::Comment);
            self.at += comment;
        }
    }

    fn value(&mut self) -> Option<Node> {
        let start = self.at;
        let value = match self.peek()? {
            _ if self.depth == MAX_DEPTH => {
                self.fault(start, SyntaxKind::TooDeep);
                self.is_lost = true;
                self.at = self.text.len();
                return None;
            }
            '{' => self.object(),
            '[' => self.list(),
            c if is_quote(c) => Value::Text(self.string()),
            c if c == '-' || c.is_ascii_digit() => self.number(),
            c if c.is_alphabetic() => self.word(),
            found => {
                self.fault(start, SyntaxKind::Unexpected { found });
                self.bump();
                Value::Null
            }
        };
        Some(Node { start, end: self.at, value })
    }

    fn object(&mut self) -> Value {
        let open = self.at;
        let mut entries: Vec<Entry> = Vec::new();
        let mut keys = BTreeSet::new();
        self.open();
        while self.goes_on(open, '{', '}') {
            let start = self.at;
            let key = match self.peek() {
                Some(c) if is_quote(c) => self.string(),
                Some(c) if c.is_alphabetic() || c == '_' => {
                    let word = self.bare();
                    self.fault(start, SyntaxKind::BareKey { key: word.clone() });
                    word
                }
                Some('{' | '[') => {
                    self.unclosed(open, '{');
                    break;
                }
                found => {
                    self.fault(start, SyntaxKind::Unexpected { found: found.unwrap_or(' ') });
                    self.bump();
                    continue;
                }
            };
            if !keys.insert(key.clone()) {
                self.fault(start, SyntaxKind::DuplicateKey { key: key.clone() });
            }
            let key_end = self.at;
            self.skip();
            match self.peek() {
                Some(':' | '=') => self.bump(),
                None => continue,
                _ => self.fault(key_end, SyntaxKind::MissingColon { key: key.clone() }),
            }
            self.skip();
            let node = match self.peek() {
                None => continue,
                Some(',' | '}' | ']') => {
                    self.fault(start, SyntaxKind::MissingValue { key: key.clone() });
                    None
                }
                _ => self.value(),
            };
            if let Some(node) = node {
                entries.push(Entry { key, start, node });
            }
            self.separator(open, '}');
        }
        self.depth -= 1;
        Value::Object(entries)
    }

    fn list(&mut self) -> Value {
        let open = self.at;
        let mut items = Vec::new();
        self.open();
        while self.goes_on(open, '[', ']') {
            items.extend(self.value());
            self.separator(open, ']');
        }
        self.depth -= 1;
        Value::List(items)
    }

    fn open(&mut self) {
        self.bump();
        self.depth += 1;
    }

    /// Whether another member follows; passes the closing bracket when none does.
    fn goes_on(&mut self, open: usize, bracket: char, close: char) -> bool {
        self.skip();
        while self.peek() == Some(',') {
            self.fault(self.at, SyntaxKind::ExtraComma);
            self.bump();
            self.skip();
        }
        match self.peek() {
            Some(c) if c == close => {
                self.bump();
                false
            }
            Some('}' | ']') | None => {
                self.fault(open, SyntaxKind::Unclosed { bracket });
                self.is_lost = true;
                false
            }
            Some(_) => true,
        }
    }

    /// Members of another bracket's kind: this one should have been closed before.
    fn unclosed(&mut self, open: usize, bracket: char) {
        self.faults.pop_if(|(at, kind)| *at > open && *kind == SyntaxKind::MissingComma);
        self.fault(open, SyntaxKind::Unclosed { bracket });
        self.is_lost = true;
    }

    fn separator(&mut self, open: usize, close: char) {
        let end = self.at;
        self.skip();
        let comma = self.at;
        match self.peek() {
            Some(',') => {
                self.bump();
                self.skip();
                if self.peek() == Some(close) {
                    self.fault(comma, SyntaxKind::TrailingComma);
                }
            }
            None | Some('}' | ']') => {}
            Some(':') if close == ']' => self.unclosed(open, '['),
            Some(_) => self.fault(end, SyntaxKind::MissingComma),
        }
    }

    fn number(&mut self) -> Value {
        let start = self.at;
        let is_part = |c: char| c.is_ascii_alphanumeric() || "+-./".contains(c);
        let length = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
        self.at += length;
        let found = self.text.get(start..self.at).unwrap_or("");
        if serde_json::from_str::<serde_json::Number>(found).is_err() {
            self.fault(start, SyntaxKind::BadNumber { found: found.into() });
        }
        Value::Number
    }

    fn bare(&mut self) -> String {
        let end = self.rest().find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
        let word = self.rest().get(..end.unwrap_or(self.rest().len())).unwrap_or("").to_owned();
        self.at += word.len();
        word
    }

    fn word(&mut self) -> Value {
        let start = self.at;
        let word = self.bare();
        match word.as_str() {
            "true" | "false" => Value::Bool,
            "null" => Value::Null,
            _ => {
                self.fault(start, SyntaxKind::BareWord { word });
                Value::Null
            }
        }
    }
}
