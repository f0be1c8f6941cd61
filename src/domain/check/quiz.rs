//! The bank of the self-check: each question whole and fair, in the same shape in every
//! language, and the bank as broad as `docs/bank.md` says.

mod fault;
mod items;
mod texts;
mod whole;
pub(super) mod words;

use super::super::quiz::bank::{COMPETENCES, Frame};
use super::super::quiz::item::Item;
use super::super::route::Route;
use super::desk::{Desk, Findings};
use super::ids::Ids;
use super::kind::{ProblemKind, Shelf};
use super::source::Node;
pub use fault::QuizFault;

const FRAME: &str = "shared/quiz/bank.json";
const N_DOMAINS: u8 = 6;
/// The barriers of the regional workshop (MT-05).
const N_BARRIERS: usize = 8;
/// What a result code holds of the bank's number.
const MOST_BANK: u16 = 4095;

/// A question and where it stands.
struct Entry<'a> {
    file: String,
    domain: u8,
    node: &'a Node,
    item: Item,
}

impl Entry<'_> {
    /// Notes what is wrong at a part of the question.
    fn fault(&self, path: &str, fault: QuizFault, found: &mut Findings) {
        found.of(&self.file, self.node.seek(path), problem(&self.item.id, fault));
    }
}

fn problem(item: &str, fault: QuizFault) -> ProblemKind {
    ProblemKind::Quiz { item: item.into(), fault }
}

/// The file of a domain's questions, shared or in words.
fn domain_file(folder: &str, domain: u8) -> String {
    format!("{folder}/quiz/d{domain}.json")
}

/// The message's name and what fills it.
pub(super) fn phrase(item: &str, fault: &QuizFault) -> (&'static str, Vec<(&'static str, String)>) {
    let (name, mut fills) = fault.phrase();
    fills.push(("item", item.into()));
    (name, fills)
}

/// Checks the whole bank.
pub(super) fn check(desk: &Desk, ids: &Ids, found: &mut Findings) {
    let mut entries = Vec::new();
    let mut is_whole = true;
    for domain in 1..=N_DOMAINS {
        let file = domain_file("shared", domain);
        let records = desk.records::<Item>(&file, "*");
        is_whole &= desk.tree(&file).is_some_and(|root| root.items().len() == records.len());
        let entry = |(node, item)| Entry { file: file.clone(), domain, node, item };
        entries.extend(records.into_iter().map(entry));
    }
    items::check(desk, ids, &entries, is_whole, found);
    let words = texts::check(desk, &entries, found);
    frame(desk, ids, found);
    if is_whole {
        whole::check(desk, &entries, &words, found);
    }
}

/// What holds for all questions: number, weights, barriers, the words of competences.
fn frame(desk: &Desk, ids: &Ids, found: &mut Findings) {
    for (node, frame) in desk.records::<Frame>(FRAME, "") {
        let mut fault = |path: &str, item: &str, fault| {
            found.of(FRAME, node.seek(path), problem(item, fault));
        };
        if !(1..=MOST_BANK).contains(&frame.bank) {
            fault("bank", "", QuizFault::BankNumber { found: frame.bank });
        }
        let (count, sum) = (frame.weights.len(), frame.weights.iter().map(|w| u32::from(*w)).sum());
        if count != usize::from(N_DOMAINS) || sum != 1000 {
            fault("weights", "", QuizFault::Weights { count, sum });
        }
        if frame.barriers.len() != N_BARRIERS {
            fault("barriers", "", QuizFault::BarrierCount { found: frame.barriers.len() });
        }
        for (index, barrier) in frame.barriers.iter().enumerate() {
            for (n, path) in barrier.lessons.iter().enumerate() {
                if !leads_somewhere(desk, ids, path) {
                    let place = format!("barriers.{index}.lessons.{n}");
                    let path = path.clone();
                    fault(&place, &barrier.id, QuizFault::UnknownLesson { path });
                }
            }
        }
    }
    for lang in &desk.langs {
        let file = format!("{lang}/quiz/words.json");
        let Some(node) = desk.tree(&file).and_then(|root| root.get("competences")) else {
            continue;
        };
        let has = |code: &&str| node.entries().iter().any(|entry| entry.key == **code);
        for code in COMPETENCES.iter().filter(|code| !has(code)) {
            let fault = QuizFault::NoCompetenceWords { code: (*code).into() };
            found.of(&file, node, problem("", fault));
        }
    }
}

/// Whether an address is that of a page of ours, written as the portal writes it.
fn leads_somewhere(desk: &Desk, ids: &Ids, path: &str) -> bool {
    let lists = |file: &str, place: &str, id: &str| {
        let all = desk.tree(file).map(|root| root.all(place));
        all.is_none_or(|all| all.iter().any(|node| node.text() == Some(id)))
    };
    let route = Route::parse(path);
    let is_there = match &route {
        Route::NotFound => false,
        Route::Explainer(slug) => ids.miss(Shelf::Explainer, slug).is_none(),
        Route::Province(id) => ids.miss(Shelf::PlaceToday, id).is_none(),
        Route::Pillar(slug) => {
            lists(&format!("{}/pillars.json", desk.default_lang()), "*.slug", slug)
        }
        Route::Model(id) => lists("shared/models.json", "*.id", id),
        Route::Indicator(id) => lists("shared/indicators.json", "*.id", id),
        Route::Rehearsal(slug) => lists("shared/rehearsals.json", "*.slug", slug),
        _ => true,
    };
    is_there && route.path() == path
}
