//! An authored file as a tree that remembers where each value stands.

use super::super::door::{self, Excess};
use super::super::fold;
use super::reader::Reader;
use super::syntax::SyntaxKind;

/// A JSON value and the bytes it covers.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Value,
}

/// What a node holds.
#[derive(Debug)]
pub(super) enum Value {
    Null,
    Bool,
    Number,
    Text(String),
    List(Vec<Node>),
    Object(Vec<Entry>),
}

/// A key of an object with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    /// Where the key stands.
    pub(super) start: usize,
    pub(super) node: Node,
}

impl Node {
    /// The text, when it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, none when it is no list.
    pub(super) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The keys and values, none when it is no object.
    pub(super) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The value at a path of keys and item numbers such as `figures.0.place`.
    pub(super) fn get(&self, path: &str) -> Option<&Node> {
        path.split('.').try_fold(self, Node::step)
    }

    /// The values at a path in which `*` stands for every item or key.
    pub(super) fn all(&self, path: &str) -> Vec<&Node> {
        let mut nodes = vec![self];
        for step in path.split('.').filter(|step| !step.is_empty()) {
            nodes = match step {
                "*" => nodes.into_iter().flat_map(Node::children).collect(),
                _ => nodes.into_iter().filter_map(|node| node.step(step)).collect(),
            };
        }
        nodes
    }

    fn children(&self) -> Vec<&Node> {
        let entries = self.entries().iter().map(|entry| &entry.node);
        self.items().iter().chain(entries).collect()
    }

    /// The same, or the deepest value on the way there.
    pub(super) fn seek(&self, path: &str) -> &Node {
        let mut node = self;
        for step in path.split('.') {
            match node.step(step) {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }

    fn step(&self, step: &str) -> Option<&Node> {
        match &self.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => self.entries().iter().find(|entry| entry.key == step).map(|entry| &entry.node),
        }
    }

    /// Every text below, with the key it stands under; a list's items take the list's key.
    pub(super) fn texts(&self) -> Vec<(&str, &Node)> {
        let mut texts = Vec::new();
        self.collect("", &mut texts);
        texts
    }

    fn collect<'a>(&'a self, key: &'a str, texts: &mut Vec<(&'a str, &'a Node)>) {
        match &self.value {
            Value::Text(_) => texts.push((key, self)),
            Value::List(items) => items.iter().for_each(|item| item.collect(key, texts)),
            Value::Object(entries) => {
                entries.iter().for_each(|entry| entry.node.collect(&entry.key, texts));
            }
            _ => {}
        }
    }
}

/// An authored file: its text, its tree, and what keeps it from being JSON.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) root: Option<Node>,
    pub(super) faults: Vec<(usize, SyntaxKind)>,
    /// Where each line after the first begins.
    lines: Vec<usize>,
    /// What there is too much of; such a file is not read.
    pub(super) excess: Option<(usize, Excess)>,
}

impl<'a> Source<'a> {
    /// Reads a file's text.
    pub(super) fn new(file: &str, text: &'a str) -> Self {
        let excess = door::excess(file, text);
        let (root, faults) = if excess.is_none() { Reader::read(text) } else { (None, Vec::new()) };
        let lines = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        Self { text, root, faults, lines, excess }
    }

    /// Line and column of a byte, from 1, the column in letters.
    pub(super) fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let start = line.checked_sub(2).and_then(|before| self.lines.get(before)).copied();
        let before = self.text.get(start.unwrap_or(0)..offset).unwrap_or("");
        let before = before.trim_start_matches('\u{feff}');
        // No editor shows the columns of a file on one line: letters apart may count there.
        let is_short = before.len() < 10_000;
        let n_letters =
            if is_short { fold::compose(before).chars().count() } else { before.chars().count() };
        (line, n_letters + 1)
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset) + 1
    }

    /// The byte of a line and column as `serde_json` counts them.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let starts = self.text.match_indices('\n').map(|(at, _)| at + 1);
        let start = std::iter::once(0).chain(starts).nth(line.saturating_sub(1)).unwrap_or(0);
        let mut offset = (start + column.saturating_sub(1)).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    /// The byte in the file of a byte inside a text, past any escapes.
    pub(super) fn inside(&self, node: &Node, offset: usize) -> usize {
        let raw = self.text.get(node.start..node.end).unwrap_or("");
        let (mut at, mut read) = (1, 0);
        while read < offset {
            let rest = raw.get(at..).unwrap_or("");
            let Some(first) = rest.chars().next() else { break };
            let (step, letters) = match rest.get(..2) {
                Some("\\u") => escape(rest),
                Some(pair) if pair.starts_with('\\') => (2, 1),
                _ => (first.len_utf8(), first.len_utf8()),
            };
            at += step;
            read += letters;
        }
        node.start + at
    }

    /// The JSON path of the deepest value or key at a byte: `$.steps.online[2].do`.
    pub(super) fn path(&self, offset: usize) -> String {
        let mut path = String::from("$");
        let mut node = self.root.as_ref();
        while let Some(here) = node {
            let item = here.items().iter().enumerate().find(|(_, item)| item.holds(offset));
            let entry = here.entries().iter().find(|entry| entry.holds(offset));
            if let Some((index, _)) = item {
                path.push_str(&format!("[{index}]"));
            } else if let Some(entry) = entry {
                let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
                if entry.key.chars().all(is_plain) && !entry.key.is_empty() {
                    path.push_str(&format!(".{}", entry.key));
                } else {
                    path.push_str(&format!("['{}']", entry.key));
                }
            }
            node = item.map(|(_, item)| item).or(entry.map(|entry| &entry.node));
        }
        path
    }
}

impl Node {
    fn holds(&self, offset: usize) -> bool {
        (self.start..self.end).contains(&offset)
    }
}

impl Entry {
    fn holds(&self, offset: usize) -> bool {
        (self.start..self.node.end).contains(&offset)
    }
}

/// Bytes of a `\u` escape in the file and of its letter in the text.
fn escape(rest: &str) -> (usize, usize) {
    let unit = |from: usize| u32::from_str_radix(rest.get(from..from + 4)?, 16).ok();
    match unit(2) {
        Some(0xD800..=0xDBFF) => (12, 4),
        Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        None => (2, 1),
    }
}
