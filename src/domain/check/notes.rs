//! Notes on provinces: dates inside a place's life, no loose end in the graph of problems,
//! a fact behind every statement and behind every promise said to be kept.

use std::collections::BTreeMap;

use super::super::province_notes::{Commitment, CommitmentStatus, Note, NoteKind, NoteWords};
use super::desk::{Desk, Findings};
use super::figures;
use super::kind::{LooseEnd, ProblemKind};
use super::source::Node;

const NOTES: &str = "shared/province-notes.json";

/// Checks every note and every promise.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let notes = desk.records::<Note>(NOTES, "notes.*");
    let commitments = desk.records::<Commitment>(NOTES, "commitments.*");
    let provinces = figures::provinces(desk);
    let dates = notes.iter().map(|(node, note)| (node.seek("as_of"), &note.place, note.as_of));
    let promises =
        commitments.iter().map(|(node, made)| (node.seek("made_on"), &made.place, made.made_on));
    for (node, place, date) in dates.chain(promises) {
        if let Some((offset, kind)) = figures::outside_life(&provinces, node, place, date) {
            found.at(NOTES, offset, kind);
        }
    }
    loose_ends(&notes, found);
    facts(desk, &notes, found);
    for (node, made) in &commitments {
        let shows = made.status_fact.as_ref().is_some_and(|fact| *fact != made.fact);
        if made.status != CommitmentStatus::Unclear && !shows {
            let status = node.seek("status").text().unwrap_or("").into();
            let kind = ProblemKind::StatusWithoutFact { id: made.id.clone(), status };
            found.of(NOTES, node.seek("status"), kind);
        }
    }
}

/// A problem has a cause, a cause a problem and a solution, a solution a cause.
fn loose_ends(notes: &[(&Node, Note)], found: &mut Findings) {
    let kinds: BTreeMap<&str, NoteKind> =
        notes.iter().map(|(_, note)| (note.id.as_str(), note.kind)).collect();
    let follows = |note: &Note, kind: NoteKind| {
        note.follows.iter().any(|id| kinds.get(id.as_str()) == Some(&kind))
    };
    let followed = |note: &Note, kind: NoteKind| {
        notes.iter().any(|(_, other)| other.kind == kind && other.follows.contains(&note.id))
    };
    for (node, note) in notes {
        let mut ends = Vec::new();
        match note.kind {
            NoteKind::Problem if !followed(note, NoteKind::Cause) => {
                ends.push(LooseEnd::ProblemWithoutCause);
            }
            NoteKind::Cause => {
                if !follows(note, NoteKind::Problem) {
                    ends.push(LooseEnd::CauseWithoutProblem);
                }
                if !followed(note, NoteKind::Solution) {
                    ends.push(LooseEnd::CauseWithoutSolution);
                }
            }
            NoteKind::Solution if !follows(note, NoteKind::Cause) => {
                ends.push(LooseEnd::SolutionWithoutCause);
            }
            _ => {}
        }
        for end in ends {
            found.of(NOTES, node.seek("id"), ProblemKind::LooseEnd { id: note.id.clone(), end });
        }
        if note.kind == NoteKind::Problem && note.area.is_none() {
            found.of(NOTES, node, ProblemKind::MissingKey { key: "area".into() });
        }
    }
}

/// What is said names a fact; what nobody has told says `unknown`.
fn facts(desk: &Desk, notes: &[(&Node, Note)], found: &mut Findings) {
    let words: Vec<(&Node, NoteWords)> = desk
        .langs
        .iter()
        .flat_map(|lang| desk.records(&format!("{lang}/province-notes.json"), "notes.*"))
        .collect();
    for (node, note) in notes.iter().filter(|(_, note)| note.facts.is_empty()) {
        let speaks =
            |(_, words): &(&Node, NoteWords)| words.id == note.id && words.text != "unknown";
        if words.iter().any(speaks) {
            let kind = ProblemKind::NoteWithoutFact { id: note.id.clone() };
            found.of(NOTES, node.seek("facts"), kind);
        }
    }
}
