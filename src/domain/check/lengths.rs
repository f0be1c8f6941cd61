//! Lengths and counts of an explainer, as `docs/content.md` sets them.

use super::super::explainer::Explainer;
use super::super::fact::Fact;
use super::desk::{Desk, Findings};
use super::kind::{CountUnit, ProblemKind};
use super::source::Node;

const TEXTS: [(&str, CountUnit, usize, usize); 9] = [
    ("title", CountUnit::Letters, 1, 60),
    ("task", CountUnit::Letters, 1, 70),
    ("summary", CountUnit::Words, 1, 30),
    ("today", CountUnit::Words, 1, 30),
    ("me.live", CountUnit::Words, 1, 60),
    ("me.work", CountUnit::Words, 1, 60),
    ("me.make", CountUnit::Words, 1, 60),
    ("lenses.*.*", CountUnit::Words, 1, 60),
    ("remember.*", CountUnit::Words, 1, 30),
];
const LISTS: [(&str, usize, usize); 6] = [
    ("keywords", 3, 10),
    ("what", 2, 5),
    ("steps.online", 3, 6),
    ("steps.offline", 1, 4),
    ("myths", 2, 9),
    ("lenses.*", 0, 2),
];
/// Units whose figure says how many items a set must have.
const COUNTED: [&str; 2] = ["forms", "domains"];

/// Checks every explainer.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let facts = desk.records::<Fact>("shared/facts.json", "*");
    for (file, _, root) in desk.prose() {
        let name = file.split_once('/').map_or(file, |(_, name)| name);
        let slug = name.strip_prefix("explainers/").and_then(|name| name.strip_suffix(".json"));
        let Some(expected) = slug else { continue };
        let slug = root.get("slug").and_then(Node::text).unwrap_or(expected);
        if slug != expected {
            let (slug, expected) = (slug.into(), expected.into());
            found.of(file, root.seek("slug"), ProblemKind::WrongSlug { slug, expected });
        }
        let mut count = |node: &Node, unit, is: usize, least, most| {
            if !(least..=most).contains(&is) {
                found.of(file, node, ProblemKind::Count { unit, found: is, least, most });
            }
        };
        for (path, unit, least, most) in TEXTS {
            for node in root.all(path) {
                let text = node.text().unwrap_or("x");
                let length = match unit {
                    CountUnit::Letters => text.chars().count(),
                    _ => text.split_whitespace().count(),
                };
                count(node, unit, length, least.min(length), most);
            }
        }
        for (path, least, most) in LISTS {
            for node in root.all(path) {
                count(node, CountUnit::Items, node.items().len(), least, most);
            }
        }
        if let Some(node) = root.get("remember").filter(|node| !node.items().is_empty()) {
            count(node, CountUnit::Items, node.items().len(), 3, 3);
        }
        for (node, explainer) in desk.records::<Explainer>(file, "") {
            let texts = explainer.template_texts();
            let words = texts.iter().map(|text| text.split_whitespace().count()).sum();
            count(node, CountUnit::Words, words, 350, 700);
            for (index, set) in explainer.sets.iter().enumerate() {
                let fact = facts.iter().find(|(_, fact)| Some(&fact.id) == set.fact.as_ref());
                let figures = fact.map(|(_, fact)| fact.figures.as_slice()).unwrap_or_default();
                let figure = figures.iter().find(|figure| COUNTED.contains(&figure.unit.as_str()));
                if let Some(figure) = figure {
                    let items = figure.value.value() as usize;
                    let node = node.seek(&format!("sets.{index}.items"));
                    count(node, CountUnit::Items, set.items.len(), items, items);
                }
            }
        }
    }
}
