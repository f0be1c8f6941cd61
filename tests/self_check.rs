//! The self-check over the real bank: attempts that stop anywhere go on, and every screen of
//! every question says what it must.
#![allow(clippy::unwrap_used)]

#[path = "self_check/attempts.rs"]
mod attempts;
#[path = "self_check/screens.rs"]
mod screens;
#[path = "shelf/files.rs"]
mod shelf;

use std::rc::Rc;

use buoc_so::domain::quiz::answer::{Answer, Decision};
use buoc_so::domain::quiz::attempt::{Attempt, Mode, Plan};
use buoc_so::domain::quiz::deck::{Deck, Row};
use buoc_so::domain::quiz::item::ItemKind;
use buoc_so::domain::quiz::random::Random;

fn deck() -> Rc<Deck> {
    Rc::new(Deck::of(&shelf::library().quiz))
}

fn plan(mode: Mode, seed: u32) -> Plan {
    let (day, seen, beliefs) = ("2026-11-22".into(), Vec::new(), [0; 6]);
    Plan { mode, domain: 3, age: None, seed, tag: 165, day, seen, beliefs }
}

/// An answer to a question: right, or one of the wrong ones.
fn answer(row: &Row, is_right: bool, random: &mut Random) -> Answer {
    let key = row.key();
    let n = key.n_options;
    let right = match key.kind {
        ItemKind::Single => Answer::One(key.bits.trailing_zeros() as u8),
        ItemKind::Multi | ItemKind::Tap => Answer::Set(key.bits),
        ItemKind::Order | ItemKind::Match => Answer::Places((0..n).collect()),
        ItemKind::Spot if row.verdict == 0 => Answer::Judged(Decision::Scam, key.bits),
        ItemKind::Spot => Answer::Judged(Decision::Genuine, 0),
    };
    if is_right {
        return right;
    }
    let wrong = match key.kind {
        ItemKind::Single => Answer::One((0..n).find(|place| key.bits & 1 << place == 0).unwrap()),
        ItemKind::Multi | ItemKind::Tap => Answer::Set(!key.bits & ((1 << n) - 1)),
        ItemKind::Order | ItemKind::Match => Answer::Places((0..n).rev().collect()),
        ItemKind::Spot => Answer::Judged(Decision::Unsure, 0),
    };
    if random.below(4) == 0 { Answer::Unknown } else { wrong }
}

/// An attempt to its end; each answer is right with this chance.
fn finished(deck: &Rc<Deck>, plan: Plan, chance: f64) -> Attempt {
    let mut random = Random::new(plan.seed ^ 0x5EED);
    let mut attempt = Attempt::new(deck, plan);
    while let Some(row) = attempt.next().cloned() {
        let is_right = random.fraction() < chance;
        assert!(attempt.answer(row.no, answer(&row, is_right, &mut random)));
    }
    attempt
}
