//! All authored files laid out side by side, read as far as each can be.
//!
//! The rules across files look at values where they stand, record by record and not
//! through a whole `Library`: one broken record must not hide what is wrong elsewhere.

use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

use super::super::library::Files;
use super::Severity;
use super::kind::ProblemKind;
use super::source::{Node, Source};

/// The files and their trees.
pub(super) struct Desk<'a> {
    pub(super) sources: BTreeMap<&'a str, Source<'a>>,
    /// Codes of the languages, default first.
    pub(super) langs: Vec<String>,
}

impl<'a> Desk<'a> {
    /// Reads every file.
    pub(super) fn new(files: &'a Files) -> Self {
        let sources: BTreeMap<&str, Source> =
            files.iter().map(|(file, text)| (file.as_str(), Source::new(file, text))).collect();
        let mut desk = Self { sources, langs: Vec::new() };
        let listed = desk.tree("index.json").map(|root| root.all("languages.*.code"));
        let listed = listed.unwrap_or_default().into_iter().filter_map(Node::text);
        let mut langs: Vec<String> = listed.map(Into::into).collect();
        if langs.is_empty() {
            let folders = files.keys().filter_map(|file| file.split_once('/'));
            langs.extend(
                folders.map(|(folder, _)| folder.into()).filter(|f| f != "shared" && f != "map"),
            );
            langs.dedup();
            langs.sort_by_key(|lang| lang != "vi");
        }
        desk.langs = langs;
        desk
    }

    /// The tree of a file, when it is there and its shape is no guess.
    pub(super) fn tree(&self, file: &str) -> Option<&Node> {
        self.sources.get(file)?.root.as_ref()
    }

    /// The code of the default language.
    pub(super) fn default_lang(&self) -> &str {
        self.langs.first().map_or("vi", String::as_str)
    }

    /// The language whose words a file holds.
    pub(super) fn lang_of(&self, file: &str) -> Option<&str> {
        let folder = file.split('/').next()?;
        self.langs.iter().find(|lang| *lang == folder).map(String::as_str)
    }

    /// Files whose texts carry marks, with their language and tree.
    pub(super) fn prose(&self) -> impl Iterator<Item = (&str, &str, &Node)> {
        self.sources.iter().filter_map(|(file, source)| {
            let frames = ["/interface.json", "/units.json", "/quiz/words.json"];
            let is_frame = frames.iter().any(|frame| file.ends_with(frame));
            let lang = self.lang_of(file).filter(|_| !is_frame)?;
            Some((*file, lang, source.root.as_ref()?))
        })
    }

    /// The values below a path of a file that read as the program reads them.
    pub(super) fn records<T: DeserializeOwned>(&self, file: &str, path: &str) -> Vec<(&Node, T)> {
        let Some(source) = self.sources.get(file) else { return Vec::new() };
        let nodes = source.root.as_ref().map(|root| root.all(path)).unwrap_or_default();
        let read = |node: &Node| serde_json::from_str(source.text.get(node.start..node.end)?).ok();
        nodes.into_iter().filter_map(|node| Some((node, read(node)?))).collect()
    }

    /// A text of a file.
    pub(super) fn text(&self, file: &str, path: &str) -> Option<&str> {
        self.tree(file)?.get(path)?.text()
    }
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) list: Vec<Finding>,
    /// How many errors and warnings each file has.
    counts: BTreeMap<String, [usize; 2]>,
}

/// A problem at a byte of a file.
pub(super) struct Finding {
    pub(super) file: String,
    pub(super) offset: usize,
    pub(super) kind: ProblemKind,
}

/// As many errors, and as many warnings, are named of one file: who has mended these asks again.
const MOST: usize = 200;

impl Findings {
    /// Notes a problem at a byte of a file.
    pub(super) fn at(&mut self, file: &str, offset: usize, kind: ProblemKind) {
        if !self.counts.contains_key(file) {
            self.counts.insert(file.into(), [0; 2]);
        }
        let counts = self.counts.get_mut(file);
        let count = counts.map(|[errors, warnings]| match kind.severity() {
            Severity::Error => errors,
            Severity::Warning => warnings,
        });
        let Some(count) = count else { return };
        *count += 1;
        let kind = match *count {
            0..=MOST => kind,
            n if n == MOST + 1 => ProblemKind::ManyMore { limit: MOST },
            _ => return,
        };
        self.list.push(Finding { file: file.into(), offset, kind });
    }

    /// Notes a problem that may be none.
    pub(super) fn extend(&mut self, finding: Option<Finding>) {
        if let Some(Finding { file, offset, kind }) = finding {
            self.at(&file, offset, kind);
        }
    }

    /// Notes a problem of a value.
    pub(super) fn of(&mut self, file: &str, node: &Node, kind: ProblemKind) {
        self.at(file, node.start, kind);
    }
}
