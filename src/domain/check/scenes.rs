//! Rehearsals: each scene a tree whose paths all end, every step with its words in each
//! language, nothing that leads out of the practice.

use super::super::rehearsal::{Rehearsal, SceneFault, Step, StepWords};
use super::super::text::{self, Mark};
use super::desk::{Desk, Findings};
use super::kind::ProblemKind;
use super::marks;
use super::source::Node;

const SCENES: &str = "shared/rehearsals.json";
/// The one real address that a rehearsal may name, and the ending it teaches; invented ones
/// end in `.example`.
const OFFICIAL: [&str; 2] = ["dichvucong.gov.vn", "gov.vn"];
/// Digits from which a number starting like a telephone number counts as one.
const PHONE_DIGITS: usize = 8;

/// Checks every scene.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    for (node, scene) in desk.records::<Rehearsal>(SCENES, "*") {
        for (index, fault) in scene.faults() {
            let step = scene.steps.get(index).map_or("", |step| &step.id);
            let path = match &fault {
                SceneFault::LostChoice(to) => {
                    let choices = &scene.steps.get(index).map(|step| &step.choices);
                    let at = choices.and_then(|all| all.iter().position(|one| one.to == *to));
                    format!("steps.{index}.choices.{}.to", at.unwrap_or(0))
                }
                _ => format!("steps.{index}.id"),
            };
            found.of(SCENES, node.seek(&path), ProblemKind::Scene { step: step.into(), fault });
        }
        for lang in &desk.langs {
            let file = format!("{lang}/rehearsals/{}.json", scene.slug);
            words(desk, &file, &scene, found);
        }
    }
    for (file, _, root) in desk.prose().filter(|(file, ..)| file.contains("/rehearsals/")) {
        let name = file.rsplit('/').next().unwrap_or("");
        let expected = name.strip_suffix(".json").unwrap_or(name);
        if let Some(slug) = root.get("slug").and_then(Node::text).filter(|slug| *slug != expected) {
            let (slug, expected) = (slug.into(), expected.into());
            found.of(file, root.seek("slug"), ProblemKind::WrongSlug { slug, expected });
        }
        for (_, node) in root.texts() {
            let text = node.text().unwrap_or("");
            let is_bad =
                |host: &String| !host.ends_with(".example") && !OFFICIAL.contains(&host.as_str());
            let hosts = marks::hosts(text).into_iter().filter(is_bad);
            for name in hosts.chain(telephone(text)) {
                found.of(file, node, ProblemKind::AddressInScene { found: name });
            }
        }
        for node in root.all("steps.*") {
            for (_, node) in node.texts() {
                let marks = text::marks(node.text().unwrap_or("")).unwrap_or_default();
                if leads_out(&marks) {
                    found.of(file, node, ProblemKind::LinkInScene);
                }
            }
        }
    }
}

/// The steps of the words against those of the scene, one for one.
fn words(desk: &Desk, file: &str, scene: &Rehearsal, found: &mut Findings) {
    let Some(root) = desk.tree(file) else { return };
    let steps = desk.records::<StepWords>(file, "steps.*");
    if root.all("steps.*").len() != steps.len() {
        return;
    }
    for (node, words) in &steps {
        match scene.steps.iter().position(|step| step.id == words.id) {
            Some(index) => step(file, node, words, (index, &scene.steps[index]), found),
            None => {
                let (id, other) = (words.id.clone(), String::from(SCENES));
                let ids = scene.steps.iter().map(|step| step.id.as_str());
                let suggestion = super::nearest::nearest(&id, ids);
                let kind = ProblemKind::StrayId { id, other, suggestion };
                found.of(file, node.seek("id"), kind);
            }
        }
    }
    for lacked in scene.steps.iter().filter(|step| !steps.iter().any(|(_, w)| w.id == step.id)) {
        let (id, other) = (lacked.id.clone(), String::from(SCENES));
        found.of(file, root.seek("steps"), ProblemKind::LacksId { id, other });
    }
}

/// A step has the words of its choice and of its drawing, and of no others.
fn step(
    file: &str,
    node: &Node,
    words: &StepWords,
    (index, step): (usize, &Step),
    found: &mut Findings,
) {
    let mut fault = |at: &Node, fault| {
        found.of(file, at, ProblemKind::Scene { step: step.id.clone(), fault });
    };
    if index == 0 && words.choice.is_some() {
        fault(node.seek("choice"), SceneFault::StrayChoice);
    }
    if step.view.is_none() && words.view.is_some() {
        fault(node.seek("view"), SceneFault::StrayView);
    }
    let lacks = [
        ("choice", index > 0 && words.choice.is_none()),
        ("view", step.view.is_some() && words.view.is_none()),
    ];
    for (key, _) in lacks.iter().filter(|(_, lacks)| *lacks) {
        found.of(file, node, ProblemKind::MissingKey { key: (*key).into() });
    }
}

fn leads_out(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| match mark {
        Mark::Plain(_) => false,
        Mark::Strong(inner) => leads_out(inner),
        Mark::Link { .. } | Mark::Figure { .. } => true,
    })
}

/// Numbers that somebody could dial.
fn telephone(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+');
    let runs = text.split(|c| !is_part(c)).map(str::trim);
    let starts = |run: &&str| ["0", "+84", "1800", "1900"].iter().any(|s| run.starts_with(s));
    let is_long = |run: &&str| run.bytes().filter(u8::is_ascii_digit).count() >= PHONE_DIGITS;
    runs.filter(starts).filter(is_long).map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::telephone;

    #[test]
    fn money_is_no_telephone_number() {
        assert!(telephone("1.286.000 + 20.000.000, 113, 0").is_empty());
        assert_eq!(telephone("Call 0912 345 678."), ["0912 345 678."]);
        assert_eq!(telephone("1900-1234"), ["1900-1234"]);
    }
}
