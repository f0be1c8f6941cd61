//! The content checker: every problem of the authored files, with its place, why it
//! matters and how to mend it.
//!
//! Five passes: letters and JSON; shape against the schema of each type; marks and where
//! they lead; rules across files; and last the program's own reader, whose refusals are
//! reported wherever no earlier pass has said it better.

mod communes;
mod desk;
mod figures;
mod frame;
mod ids;
mod kind;
mod layout;
mod lengths;
mod letters;
mod map;
mod marks;
mod nearest;
mod notes;
mod phrase;
mod plain_words;
mod quiz;
mod quoted;
mod reader;
mod scenes;
mod shape;
mod source;
mod syntax;
mod truth;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write;

use super::library::{Files, Library};
use desk::{Desk, Finding, Findings};
pub use kind::{CountUnit, JsonType, LooseEnd, ProblemKind, Shelf};
pub use layout::{editor_settings, schemas};
pub use quiz::QuizFault;
pub use syntax::SyntaxKind;

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageLang {
    #[default]
    Vietnamese,
    English,
}

/// Whether content with this problem may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

/// What a person reads about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub cure: String,
}

/// A problem at its place; line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// JSON path: `$.steps.online[2].do`.
    pub path: String,
    pub kind: ProblemKind,
}

impl Problem {
    /// The problem in words.
    #[must_use]
    pub fn words(&self, lang: MessageLang) -> Message {
        phrase::message(&self.kind, lang)
    }
}

/// Everything that is wrong, in the order of files and lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub problems: Vec<Problem>,
}

impl Report {
    /// How many problems are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// The report as a terminal shows it, the counts last.
    #[must_use]
    pub fn text(&self, lang: MessageLang) -> String {
        let word = |name| phrase::word(name, lang);
        let mut text = String::new();
        for problem in &self.problems {
            let Problem { file, line, column, path, .. } = problem;
            let Message { what, why, cure } = problem.words(lang);
            let severity = match problem.severity {
                Severity::Error => word("error"),
                Severity::Warning => word("warning"),
            };
            let lines = format!(
                "{file}:{line}:{column}: {severity}: {what}\n  {path}\n  {}: {why}\n  {}: {cure}\n\n",
                word("why"),
                word("cure"),
            );
            text.push_str(&lines);
        }
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let _ = writeln!(text, "{}: {errors}, {}: {warnings}", word("error"), word("warning"));
        text
    }
}

/// Checks all authored files: path below `public/content` to text.
#[must_use]
pub fn check(files: &Files) -> Report {
    let desk = Desk::new(files);
    let mut found = Findings::default();
    if let Some(finding) = map::too_many(&desk) {
        // The rest would take minutes, and nothing can be published before this is mended.
        found.list.push(finding);
        return report(&desk, found);
    }
    for (file, source) in &desk.sources {
        if let Some((offset, excess)) = source.excess {
            let limit = excess.limit(file);
            found.at(file, offset, ProblemKind::TooMuch { excess, limit });
            continue;
        }
        letters::check(file, source, &mut found);
        for (offset, kind) in &source.faults {
            found.at(file, *offset, ProblemKind::Syntax(kind.clone()));
        }
        shape::check(&desk, file, source, &mut found);
    }
    let ids = ids::Ids::new(&desk);
    marks::check(&desk, &ids, &mut found);
    ids::check(&desk, &ids, &mut found);
    figures::check(&desk, &mut found);
    communes::check(&desk, &ids, &mut found);
    notes::check(&desk, &mut found);
    scenes::check(&desk, &mut found);
    quiz::check(&desk, &ids, &mut found);
    frame::check(&desk, &mut found);
    truth::check(&desk, &mut found);
    lengths::check(&desk, &mut found);
    map::check(&desk, &mut found);
    plain_words::check(&desk, &mut found);
    refusals(files, &desk, &mut found);
    report(&desk, found)
}

/// What the program's own reader refuses and nothing above has named.
fn refusals(files: &Files, desk: &Desk, found: &mut Findings) {
    let is_error = |finding: &&Finding| finding.kind.severity() == Severity::Error;
    let named: BTreeSet<String> =
        found.list.iter().filter(is_error).map(|finding| finding.file.clone()).collect();
    for error in Library::load(files).err().unwrap_or_default() {
        let Some(source) = desk.sources.get(error.file.as_str()) else {
            found.at(&error.file, 0, ProblemKind::MissingFile);
            continue;
        };
        if !named.contains(&error.file) {
            let offset = source.offset(error.line, error.column);
            found.at(&error.file, offset, ProblemKind::Refused { reason: error.reason });
        }
    }
}

fn report(desk: &Desk, found: Findings) -> Report {
    let mut findings = found.list;
    findings.sort_by(|a, b| (&a.file, a.offset).cmp(&(&b.file, b.offset)));
    let place = |Finding { file, offset, kind }| {
        let source = desk.sources.get(file.as_str());
        let (line, column) = source.map_or((1, 1), |source| source.position(offset));
        let path = source.map_or_else(|| String::from("$"), |source| source.path(offset));
        Problem { severity: kind.severity(), file, line, column, path, kind }
    };
    Report { problems: findings.into_iter().map(place).collect() }
}
