//! Each question by itself: where it belongs, what it leads to, and whether it has a key.

use std::collections::BTreeMap;

use super::super::super::date::Date;
use super::super::super::fact::Fact;
use super::super::super::quiz::bank::COMPETENCES;
use super::super::super::quiz::item::{Item, ItemKind, Verdict};
use super::super::super::reference::Channel;
use super::super::desk::{Desk, Findings};
use super::super::ids::Ids;
use super::super::kind::{ProblemKind, Shelf};
use super::super::nearest::nearest;
use super::{Entry, QuizFault, leads_somewhere};

/// What a result code holds of a question's number.
const MOST_NUMBER: u16 = 511;
/// True signs of a scam that an answer must name.
const FEWEST_SIGNS: usize = 2;

/// Checks every question; `is_whole` says that none is left out for not being readable.
pub(super) fn check(
    desk: &Desk,
    ids: &Ids,
    entries: &[Entry],
    is_whole: bool,
    found: &mut Findings,
) {
    let by_id: BTreeMap<&str, &Item> =
        entries.iter().map(|entry| (entry.item.id.as_str(), &entry.item)).collect();
    let facts = desk.records::<Fact>("shared/facts.json", "*");
    let checked: BTreeMap<&str, Option<Date>> =
        facts.iter().map(|(_, fact)| (fact.id.as_str(), fact.verified_on)).collect();
    let today = desk.text("index.json", "content_version").map(String::from);
    let today = today.and_then(|date| Date::try_from(date).ok());
    for entry in entries {
        place(entry, found);
        if is_whole {
            enemies(entry, &by_id, found);
        }
        for (n, id) in entry.item.facts.iter().enumerate() {
            let age = checked.get(id.as_str()).copied();
            if let Some(fault) = fact(ids, id, age, today) {
                entry.fault(&format!("facts.{n}"), fault, found);
            }
        }
        if !leads_somewhere(desk, ids, &entry.item.lesson) {
            let path = entry.item.lesson.clone();
            entry.fault("lesson", QuizFault::UnknownLesson { path }, found);
        }
        options(entry, found);
        key(entry, found);
    }
    unique(desk, entries, found);
}

/// Number, id and competence against the file.
fn place(entry: &Entry, found: &mut Findings) {
    let Entry { domain, item, .. } = entry;
    let expected = format!("d{domain}-");
    if !item.id.starts_with(&expected) {
        entry.fault("id", QuizFault::WrongStart { expected }, found);
    }
    if !(1..=MOST_NUMBER).contains(&item.no) {
        entry.fault("no", QuizFault::NumberRange { no: item.no }, found);
    }
    let code = item.competence.clone();
    if !COMPETENCES.contains(&code.as_str()) {
        entry.fault("competence", QuizFault::UnknownCompetence { code }, found);
    } else if item.domain() != *domain {
        entry.fault("competence", QuizFault::OtherDomain { code, domain: *domain }, found);
    }
}

fn enemies(entry: &Entry, by_id: &BTreeMap<&str, &Item>, found: &mut Findings) {
    for (n, id) in entry.item.enemies.iter().enumerate() {
        let fault = match by_id.get(id.as_str()) {
            Some(other) if other.enemies.contains(&entry.item.id) => continue,
            Some(_) => QuizFault::OneSidedEnemy { id: id.clone() },
            None => {
                let suggestion = nearest(id, by_id.keys().copied());
                QuizFault::UnknownEnemy { id: id.clone(), suggestion }
            }
        };
        entry.fault(&format!("enemies.{n}"), fault, found);
    }
}

/// What is wrong with a fact: unknown, checked too long ago (T11), or nobody knows when.
fn fact(
    ids: &Ids,
    id: &str,
    checked: Option<Option<Date>>,
    today: Option<Date>,
) -> Option<QuizFault> {
    if let Some(ProblemKind::UnknownId { suggestion, .. }) = ids.miss(Shelf::Fact, id) {
        return Some(QuizFault::UnknownFact { id: id.into(), suggestion });
    }
    let Some(date) = checked? else { return Some(QuizFault::UndatedFact { id: id.into() }) };
    let days = today?.first_day() - date.last_day();
    (days > Channel::FRESH_DAYS).then(|| QuizFault::StaleFact { id: id.into(), days })
}

fn options(entry: &Entry, found: &mut Findings) {
    let Item { kind, options, .. } = &entry.item;
    let (least, most) = match kind {
        ItemKind::Single | ItemKind::Order => (3, 4),
        ItemKind::Multi => (4, 5),
        ItemKind::Match => (4, 4),
        ItemKind::Spot => (3, 5),
        ItemKind::Tap => (3, 6),
    };
    if !(least..=most).contains(&options.len()) {
        let fault = QuizFault::OptionCount { kind: *kind, found: options.len(), least, most };
        entry.fault("options", fault, found);
    }
    for (n, name) in options.iter().enumerate().filter(|(n, name)| options[..*n].contains(name)) {
        let fault = QuizFault::OptionTwice { name: name.clone() };
        entry.fault(&format!("options.{n}"), fault, found);
    }
}

/// What is right: as much of it as the kind needs, and no more.
fn key(entry: &Entry, found: &mut Findings) {
    let Item { kind, options, key, view, verdict, .. } = &entry.item;
    for (n, name) in key.iter().enumerate().filter(|(_, name)| !options.contains(name)) {
        let fault = QuizFault::UnknownKey { name: name.clone() };
        entry.fault(&format!("key.{n}"), fault, found);
    }
    let n_keys = options.iter().filter(|name| key.contains(name)).count();
    let fault = match (kind, verdict) {
        (ItemKind::Single, _) if key.len() != 1 => Some(QuizFault::SingleKey { found: key.len() }),
        (ItemKind::Multi | ItemKind::Tap, _) if n_keys == 0 || n_keys == options.len() => {
            Some(QuizFault::SetKey { found: n_keys, of: options.len() })
        }
        (ItemKind::Order | ItemKind::Match, _) if !key.is_empty() => Some(QuizFault::StrayKey),
        (ItemKind::Spot, Some(Verdict::Scam)) if n_keys < FEWEST_SIGNS => {
            Some(QuizFault::FewSigns { found: n_keys })
        }
        (ItemKind::Spot, Some(Verdict::Scam)) if n_keys == options.len() => {
            Some(QuizFault::AllSigns)
        }
        (ItemKind::Spot, Some(Verdict::Genuine)) if !key.is_empty() => {
            Some(QuizFault::SignsOfGenuine)
        }
        _ => None,
    };
    fault.into_iter().for_each(|fault| entry.fault("key", fault, found));
    let is_drawn = matches!(kind, ItemKind::Spot | ItemKind::Tap);
    let fields = [
        ("view", is_drawn, view.is_some()),
        ("verdict", *kind == ItemKind::Spot, verdict.is_some()),
    ];
    for (name, is_needed, is_there) in fields {
        match (is_needed, is_there) {
            (true, false) => entry.fault("id", QuizFault::LacksField { key: name }, found),
            (false, true) => entry.fault(name, QuizFault::StrayField { key: name }, found),
            _ => {}
        }
    }
}

/// Ids and numbers are used once in all six files.
fn unique(desk: &Desk, entries: &[Entry], found: &mut Findings) {
    for (n, entry) in entries.iter().enumerate() {
        let place = |other: &Entry, path: &str| {
            let source = desk.sources.get(other.file.as_str());
            let line = source.map_or(0, |s| s.position(other.node.seek(path).start).0);
            (other.file.clone(), line)
        };
        let mut earlier = entries.iter().take(n);
        if let Some(other) = earlier.clone().find(|other| other.item.id == entry.item.id) {
            let (file, line) = place(other, "id");
            entry.fault("id", QuizFault::SameId { file, line }, found);
        }
        if let Some(other) = earlier.find(|other| other.item.no == entry.item.no) {
            let (file, line) = place(other, "no");
            let fault = QuizFault::SameNumber { no: entry.item.no, file, line };
            entry.fault("no", fault, found);
        }
    }
}
