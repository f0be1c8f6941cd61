//! The truth rules a machine can keep: numbers as printed, bounds kept, targets named.

use std::collections::BTreeMap;

use super::super::fact::{Fact, Figure, Op, Status};
use super::super::text::{self, Mark};
use super::desk::{Desk, Findings};
use super::kind::ProblemKind;
use super::marks::is_text;
use super::source::Node;
use super::words;

/// Checks every text against the facts it cites.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let facts = desk.records::<Fact>("shared/facts.json", "*");
    let facts: BTreeMap<&str, &Fact> = facts.iter().map(|(_, f)| (f.id.as_str(), f)).collect();
    for (file, lang, root) in desk.prose() {
        let frame = [lang, desk.default_lang()].map(|lang| format!("{lang}/interface.json"));
        let sign =
            |path, default| frame.iter().find_map(|file| desk.text(file, path)).unwrap_or(default);
        let check = Check {
            facts: &facts,
            lang,
            group: sign("numbers.group", "."),
            point: sign("numbers.point", ","),
        };
        for (key, node) in root.texts().into_iter().filter(|(key, _)| is_text(key)) {
            check.text(desk, file, node, found);
            if key == "statement" {
                check.statement(file, node, root, found);
            }
        }
    }
    for (file, source) in &desk.sources {
        for (_, node) in source.root.as_ref().map(Node::texts).unwrap_or_default() {
            forbidden(file, node, found);
        }
    }
}

struct Check<'a> {
    facts: &'a BTreeMap<&'a str, &'a Fact>,
    lang: &'a str,
    group: &'a str,
    point: &'a str,
}

impl Check<'_> {
    fn text(&self, desk: &Desk, file: &str, node: &Node, found: &mut Findings) {
        let text = node.text().unwrap_or("");
        if !text.contains('{') && !text.contains("10") {
            return;
        }
        let lower = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| has_word(&lower, word));
        if words::TOP_TEN.iter().any(|words| lower.contains(words))
            && !says(words::draft_words(self.lang))
        {
            found.of(file, node, ProblemKind::TopTen);
        }
        let mut warned: Vec<String> = Vec::new();
        for (id, number, wording) in figures(&text::marks(text).unwrap_or_default()) {
            let fact = self.facts.get(id.as_str());
            let Some(figure) = fact.and_then(|fact| fact.figures.get(number - 1)) else { continue };
            if let Some(wording) = wording {
                let offset = text.find(&format!("|{wording}}}")).map_or(0, |at| at + 1);
                let offset = desk.sources.get(file).map_or(0, |source| source.inside(node, offset));
                let kinds = self.wording(figure, &wording);
                kinds.into_iter().for_each(|kind| found.at(file, offset, kind));
            }
            if warned.contains(&id) {
                continue;
            }
            let is_target = matches!(figure.status, Status::Target | Status::DraftTarget);
            if is_target && !says(words::target_words(self.lang)) {
                found.of(file, node, ProblemKind::NoTargetWord { fact: id.clone() });
                warned.push(id);
            } else if figure.status != Status::Measured && says(words::achieved_words(self.lang)) {
                found.of(file, node, ProblemKind::NotAchieved { fact: id.clone() });
                warned.push(id);
            }
        }
    }

    /// A fact's own sentence about its targets.
    fn statement(&self, file: &str, node: &Node, root: &Node, found: &mut Findings) {
        let is_it = |record: &&Node| record.start < node.start && node.end < record.end;
        let record = root.items().iter().find(is_it);
        let id = record.and_then(|record| record.get("id")?.text()).unwrap_or("");
        let Some(fact) = self.facts.get(id) else { return };
        let lower = node.text().unwrap_or("").to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| has_word(&lower, word));
        let is_target =
            |figure: &Figure| matches!(figure.status, Status::Target | Status::DraftTarget);
        if fact.figures.iter().any(is_target) && !says(words::target_words(self.lang)) {
            found.of(file, node, ProblemKind::NoTargetWord { fact: id.into() });
        }
    }

    /// A wording holds the number as printed and, in words, how it is bounded (T7).
    fn wording(&self, figure: &Figure, wording: &str) -> Vec<ProblemKind> {
        let mut kinds = Vec::new();
        let number = figure.value.display(self.group, self.point);
        if !has_number(wording, &number) {
            kinds.push(ProblemKind::WordingNumber { wording: wording.into(), number });
        }
        let accepted = words::op_words(self.lang, figure.op);
        let lower = wording.to_lowercase();
        if figure.op != Op::Equal && !accepted.iter().any(|word| has_word(&lower, word)) {
            kinds.push(ProblemKind::WordingOperator {
                wording: wording.into(),
                op: sign(figure.op).into(),
                accepted: accepted.iter().map(|word| String::from(*word)).collect(),
            });
        }
        kinds
    }
}

/// Fact id, number and wording of every figure.
fn figures(marks: &[Mark]) -> Vec<(String, usize, Option<String>)> {
    let mut figures = Vec::new();
    for mark in marks {
        match mark {
            Mark::Figure { fact, number, wording } => {
                figures.push((fact.clone(), *number, wording.clone()));
            }
            Mark::Strong(inner) => figures.extend(self::figures(inner)),
            _ => {}
        }
    }
    figures
}

/// What appears nowhere (T5: what does not add is not added).
fn forbidden(file: &str, node: &Node, found: &mut Findings) {
    let text = node.text().unwrap_or("");
    let has_sum = has_number(text, "713");
    let words = [("713", has_sum), ("postmart.com", text.to_lowercase().contains("postmart.com"))];
    for (word, _) in words.iter().filter(|(_, is_there)| *is_there) {
        found.of(file, node, ProblemKind::Forbidden { found: String::from(*word) });
    }
}

/// Whether a text holds a number, not as a part of a longer one.
fn has_number(text: &str, number: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(number).any(|(at, _)| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + number.len()..));
        let mut before = before.chars().rev();
        let mut after = after.unwrap_or("").chars();
        let touches = |a: Option<char>, b: Option<char>| {
            is_digit(a) || a.is_some_and(|c| c == '.' || c == ',') && is_digit(b)
        };
        !touches(before.next(), before.next()) && !touches(after.next(), after.next())
    })
}

/// Whether a text holds words, not as a part of longer ones.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        !is_letter(before) && !is_letter(after)
    })
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Equal => "=",
        Op::Above => ">",
        Op::AtLeast => "\u{2265}",
        Op::Below => "<",
        Op::AtMost => "\u{2264}",
        Op::About => "\u{2248}",
    }
}
