//! A forgiving JSON reader: it names a fault, mends it and reads on.
//!
//! Why not a crate: `serde_json` stops at the first fault and lets a key be written
//! twice; the parsers with positions either stop too or, like `jsonc-parser`, give
//! one English sentence for a fault where we want its cause (a curly quote, a quote
//! inside a text, a comma lost at the end of the line before) and the rest of the
//! file. What this reader accepts and `serde_json` does not, the loader still refuses.

use super::kind::SyntaxKind;
use super::source::{Entry, Node, Value};

const MAX_DEPTH: usize = 64;

/// Reads one file.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    faults: Vec<(usize, SyntaxKind)>,
}

impl Reader<'_> {
    /// The value of a file, as far as it can be made out, and every fault met on the way.
    pub(super) fn read(text: &str) -> (Option<Node>, Vec<(usize, SyntaxKind)>) {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut reader = Reader { text, at, depth: 0, faults: Vec::new() };
        reader.skip();
        let root = match reader.peek() {
            None => {
                reader.fault(at, SyntaxKind::Empty);
                None
            }
            Some(_) => reader.value(),
        };
        reader.skip();
        if reader.peek().is_some() && !reader.is_lost() {
            reader.fault(reader.at, SyntaxKind::AfterEnd);
        }
        (root, reader.faults)
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn fault(&mut self, at: usize, kind: SyntaxKind) {
        self.faults.push((at, kind));
    }

    fn is_lost(&self) -> bool {
        self.faults.iter().any(|(_, kind)| kind.loses_shape())
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
                found => {
                    self.fault(start, SyntaxKind::Unexpected { found: found.unwrap_or(' ') });
                    self.bump();
                    continue;
                }
            };
            if entries.iter().any(|entry| entry.key == key) {
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
            self.separator('}');
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
            self.separator(']');
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
        match self.peek() {
            Some(c) if c == close => {
                self.bump();
                false
            }
            Some('}' | ']') => {
                self.fault(open, SyntaxKind::Unclosed { bracket });
                false
            }
            None => {
                if !self.is_lost() {
                    self.fault(open, SyntaxKind::Unclosed { bracket });
                }
                false
            }
            Some(',') => {
                self.fault(self.at, SyntaxKind::ExtraComma);
                self.bump();
                self.goes_on(open, bracket, close)
            }
            Some(_) => true,
        }
    }

    fn separator(&mut self, close: char) {
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

    fn string(&mut self) -> String {
        let start = self.at;
        let quote = self.peek().unwrap_or('"');
        match quote {
            '"' => {}
            '\'' => self.fault(start, SyntaxKind::SingleQuote),
            _ => self.fault(start, SyntaxKind::CurlyQuote),
        }
        self.bump();
        let mut text = String::new();
        let mut is_warned = false;
        while let Some(c) = self.peek() {
            match c {
                '\\' => self.escape(&mut text),
                '\n' => break,
                c if is_closing(quote, c) && self.ends_here() => {
                    if quote == '"' && c != '"' {
                        self.fault(self.at, SyntaxKind::CurlyQuote);
                    }
                    self.bump();
                    return text;
                }
                '"' if quote == '"' && !is_warned => {
                    self.fault(self.at, SyntaxKind::InnerQuote);
                    is_warned = true;
                }
                c if c.is_ascii_control() && c != '\r' => {
                    self.fault(self.at, SyntaxKind::ControlInText { code: c as u32 });
                }
                _ => {}
            }
            if c != '\\' {
                text.push(c);
                self.bump();
            }
        }
        self.fault(start, SyntaxKind::UnclosedText);
        text
    }

    /// Whether the quote here ends its text: what follows is JSON again.
    fn ends_here(&self) -> bool {
        let rest = self.rest().get(self.peek().map_or(0, char::len_utf8)..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("").trim();
        let after_comma = line.strip_prefix(',').map(str::trim_start);
        match after_comma {
            Some(next) => {
                let begins = |c: char| is_quote(c) || "{[-]},/".contains(c) || c.is_ascii_digit();
                next.is_empty() || next.starts_with(begins) || is_literal(next)
            }
            None => line.is_empty() || line.starts_with(|c| is_quote(c) || ":=}]/".contains(c)),
        }
    }

    fn escape(&mut self, text: &mut String) {
        let start = self.at;
        self.bump();
        let after = self.rest();
        let next = after.chars().next().unwrap_or(' ');
        let length = match (next, after.get(1..5), after.get(5..11)) {
            ('u', Some(_), Some(low)) if low.starts_with("\\u") => 11,
            ('u', Some(_), _) => 5,
            _ => next.len_utf8(),
        };
        let raw = |end: usize| self.text.get(start..start + 1 + end);
        let read = |end: usize| {
            let quoted = format!("\"{}\"", raw(end)?);
            serde_json::from_str::<String>(&quoted).ok().map(|letters| (end, letters))
        };
        match read(length).or_else(|| read(5)).filter(|_| !after.is_empty()) {
            Some((end, letters)) => {
                text.push_str(&letters);
                self.at = start + 1 + end;
            }
            None => self.fault(start, SyntaxKind::BadEscape { found: next }),
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}')
}

fn is_closing(open: char, c: char) -> bool {
    match open {
        '"' => matches!(c, '"' | '\u{201d}'),
        '\'' => c == '\'',
        _ => is_quote(c) && c != '\'',
    }
}

fn is_literal(text: &str) -> bool {
    ["true", "false", "null"].iter().any(|word| text.starts_with(word))
}
