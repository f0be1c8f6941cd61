//! Texts in quotes, straight, curly or single, and where each was meant to end.

use super::reader::Reader;
use super::syntax::SyntaxKind;

impl Reader<'_> {
    /// A text; the reader stands on its opening quote.
    pub(super) fn string(&mut self) -> String {
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
        while let Some(c) = self.peek().filter(|c| *c != '\n') {
            match c {
                '\\' => self.escape(&mut text),
                c if is_closing(quote, c) && self.ends_here(c) => {
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
        if text.trim_end().ends_with(',') {
            let line = self.text.get(..self.at).unwrap_or("").trim_end();
            self.at = line.len() - 1;
        }
        text
    }

    /// Whether the quote here ends its text: what follows is JSON again.
    fn ends_here(&self, quote: char) -> bool {
        if self.is_json {
            return quote == '"';
        }
        let rest = self.rest().get(quote.len_utf8()..).unwrap_or("");
        // The next sign on the line; looking for the line's end would be done for each quote.
        let next_on_line = |text: &'_ str| -> usize {
            text.len() - text.trim_start_matches(|c: char| c.is_whitespace() && c != '\n').len()
        };
        let is_end = |text: &str| text.is_empty() || text.starts_with('\n');
        let line = rest.get(next_on_line(rest)..).unwrap_or("");
        match line.strip_prefix(',') {
            Some(next) => {
                let next = next.get(next_on_line(next)..).unwrap_or("");
                let begins = |c: char| is_quote(c) || "{[-]},/".contains(c) || c.is_ascii_digit();
                is_end(next) || next.starts_with(begins) || is_literal(next)
            }
            None => is_end(line) || line.starts_with(|c| is_quote(c) || ":={[}]/".contains(c)),
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

/// Whether somebody may have meant this character as a quote.
pub(super) fn is_quote(c: char) -> bool {
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
