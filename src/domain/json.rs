//! A reader of the JSON that the prerenderer writes: lists, texts and whole numbers, no spaces.
//!
//! The program's part for lists and maps reads two files of a few kinds of values; a general
//! reader weighs more than these, and so do a hundred calls into the browser's own.

use super::digits::number;
use super::wire::{MOST_BYTES, Node, is_readable};

/// How deep lists may lie in one another; ours need less than ten.
const DEPTH: usize = 32;

/// The value of a text; `None` when it is damaged or holds other kinds of values.
#[must_use]
pub fn read(text: &str) -> Option<Node> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(DEPTH)?;
    (reader.at == text.len()).then_some(node)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        let from = self.at;
        match self.next()? {
            b'"' => self.text().map(Node::Text),
            b'[' if depth > 0 => {
                let mut list = Vec::new();
                if self.peek() == Some(b']') {
                    self.at += 1;
                    return Some(Node::List(list));
                }
                loop {
                    list.push(self.value(depth - 1)?);
                    match self.next()? {
                        b',' => {}
                        b']' => return Some(Node::List(list)),
                        _ => return None,
                    }
                }
            }
            b'0'..=b'9' => {
                while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                    self.at += 1;
                }
                number(self.text.get(from..self.at)?).map(Node::Number)
            }
            _ => None,
        }
    }

    /// The rest of a text, behind its first quotation mark.
    fn text(&mut self) -> Option<String> {
        let mut out = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek()?, b'"' | b'\\') {
                self.at += 1;
            }
            out.push_str(self.text.get(from..self.at)?);
            if self.next()? == b'"' {
                return Some(out).filter(|out| is_readable(out));
            }
            out.push(match self.next()? {
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                sign @ (b'"' | b'\\' | b'/') => char::from(sign),
                _ => return None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_the_writer_writes() {
        let text = |text: &str| Node::Text(text.into());
        let node = Node::List(vec![
            text("chuy\u{1ec3}n \u{201c}\u{111}\u{1ed5}i\u{201d} \"s\u{1ed1}\" \\ /\n\t\r"),
            text(""),
            Node::List(Vec::new()),
            Node::List(vec![Node::Number(0), Node::Number(65_535), Node::List(vec![text("a")])]),
        ]);
        assert_eq!(read(&serde_json::to_string(&node).unwrap()), Some(node));
    }

    #[test]
    fn what_broke_off_or_is_something_else_is_refused() {
        let whole = "[\"a\\n\",[1,23],[]]";
        assert!(read(whole).is_some());
        for end in 0..whole.len() {
            assert_eq!(read(&whole[..end]), None, "{end}");
        }
        for text in ["[1]x", "[1,]", "[,1]", "[1.5]", "[-1]", "[null]", "{}", "<h1>", "[\"\\q\"]"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(1_000_000)), None);
    }
}
