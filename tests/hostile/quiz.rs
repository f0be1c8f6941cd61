//! The self-check: damaged questions, stores and codes.

use std::rc::Rc;

use buoc_so::domain::compose::Composer;
use buoc_so::domain::quiz::answer::Answer;
use buoc_so::domain::quiz::attempt::{Attempt, Mode, Plan};
use buoc_so::domain::quiz::code::{Long, Reading, Short};
use buoc_so::domain::quiz::deck::{Deck, Question};
use buoc_so::domain::quiz::guide::Guide;
use buoc_so::domain::quiz::random::Random;
use buoc_so::domain::quiz::report::Report;
use buoc_so::domain::wire::{from_json, to_json};
use proptest::prelude::*;

use super::mutate::{BAD, damaged};
use super::shelf::library;

fn composer() -> Composer<'static> {
    Composer::new(library(), &library().packs[0])
}

fn plan(mode: Mode, seed: u32) -> Plan {
    let day = String::from("2026-11-22");
    Plan { mode, domain: 0, age: None, seed, tag: 5, day, seen: Vec::new(), beliefs: [0; 6] }
}

/// An attempt to its end, whatever the questions are; how many were answered.
fn play(deck: &Rc<Deck>, mode: Mode, seed: u32) -> usize {
    let mut attempt = Attempt::new(deck, plan(mode, seed));
    let mut random = Random::new(seed);
    for _ in 0..70 {
        let Some(row) = attempt.next().cloned() else { break };
        let shown = attempt.shown(&row);
        assert!(shown.len() <= 255);
        let code = random.below(128) as u8;
        let answer = Answer::of(code, &row.key()).unwrap_or(Answer::Unknown);
        assert!(attempt.answer(row.no, answer), "a question comes once");
    }
    let report = Report::of(&attempt);
    assert!(report.steps.len() <= attempt.n_answers());
    let _ = (attempt.profile(), attempt.short_code(), attempt.domain_after_next());
    // What was kept comes back, or is refused as a whole.
    let _ = Attempt::load(deck, &attempt.save(), Vec::new());
    attempt.n_answers()
}

#[test]
fn damaged_questions_never_stop_an_attempt_with_a_panic() {
    let text = to_json(&composer().deck());
    let mut n_played = 0;
    for seed in 0..300 {
        let Some(deck) = from_json::<Deck>(&damaged(&text, seed)) else { continue };
        let deck = Rc::new(deck);
        n_played += 1;
        let mode = Mode::ALL[seed as usize % 3];
        assert!(play(&deck, mode, seed) <= 18);
    }
    assert!(n_played > 20, "{n_played}");
}

/// A deck whose every row holds this number in one field.
fn with(field: usize, number: u16) -> Option<Deck> {
    let mut text: serde_json::Value = serde_json::from_str(&to_json(&composer().deck())).unwrap();
    for row in text[3].as_array_mut().unwrap() {
        row[field] = number.into();
    }
    from_json(&text.to_string())
}

#[test]
fn a_number_out_of_range_in_every_question_is_survived() {
    for field in 0..10 {
        for number in [0, 1, 9, 256, 512, u16::MAX] {
            if let Some(deck) = with(field, number) {
                play(&Rc::new(deck), Mode::Full, 3);
            }
        }
    }
}

#[test]
fn questions_without_end_are_not_all_kept() {
    let mut deck = composer().deck();
    let row = deck.rows[0].clone();
    deck.rows = vec![row; 200_000];
    let read = from_json::<Deck>(&to_json(&deck)).unwrap();
    assert_eq!(read.rows.len(), 1, "all have one number");
}

#[test]
fn damaged_words_of_the_self_check_are_refused_or_read() {
    let guide = to_json(&composer().guide(vec![String::from("content/x.json")]));
    let questions = to_json(&composer().questions(4));
    let mut n_read = [0, 0];
    for seed in 0..300 {
        if let Some(guide) = from_json::<Guide>(&damaged(&guide, seed)) {
            n_read[0] += 1;
            for n in [0, 5, 6, 99] {
                let _ = (guide.domain(n), guide.level(n as u8));
            }
        }
        if let Some(questions) = from_json::<Vec<Question>>(&damaged(&questions, seed)) {
            n_read[1] += 1;
            assert!(
                questions.iter().filter(|question| question.view().is_some()).count()
                    <= questions.len()
            );
        }
    }
    assert!(n_read[0] > 20 && n_read[1] > 20, "{n_read:?}");
}

#[test]
fn a_damaged_store_is_dropped_or_goes_on() {
    let deck = Rc::new(composer().deck());
    let mut attempt = Attempt::new(&deck, plan(Mode::Full, 9));
    while let Some(row) = attempt.next().cloned() {
        attempt.answer(row.no, Answer::Unknown);
    }
    let kept = attempt.save();
    let mut random = Random::new(1);
    for n in 0..2000 {
        let mut text = kept.clone();
        for _ in 0..=n % 3 {
            let at = random.below(text.len() + 1);
            match random.below(4) {
                0 => text.truncate(at),
                1 => text.insert_str(at, BAD[random.below(BAD.len())]),
                2 => text = [&text, &text[at..]].concat(),
                _ if at < text.len() => {
                    let sign = char::from(b'0' + random.below(75) as u8);
                    text.replace_range(at..=at, &sign.to_string());
                }
                _ => {}
            }
            // All in the store is ASCII; what a sign in the middle broke is left as it is.
            if !text.is_ascii() {
                break;
            }
        }
        if let Ok(attempt) = Attempt::load(&deck, &text, vec![7, 512, u16::MAX]) {
            assert!(attempt.n_answers() <= 63);
            let _ = (attempt.next(), attempt.short_code());
        }
    }
    for text in ["1;00000000;x;", "NaN", "-1", "{\"score\":-5}", "__proto__", "\u{0}", "1;"] {
        assert!(Attempt::load(&deck, text, Vec::new()).is_err(), "{text}");
    }
    let huge = ["1;00000000;2026-11-22;KNS", &"0".repeat(4_000_000)].concat();
    assert!(Attempt::load(&deck, &huge, Vec::new()).is_err());
    assert!(Attempt::load(&deck, &"1;".repeat(2_000_000), Vec::new()).is_err());
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,90}",
        "[0-9A-HJKMNP-TV-Z \\-]{0,90}",
        "(KNS|kns)[0-9A-Z]{0,90}",
        "[0-9A-Z]{5}-[0-9A-Z]{5}",
    ]
}

proptest! {
    #![proptest_config(super::cases(1500))]

    #[test]
    fn any_text_is_a_code_or_none(text in typed()) {
        if let Some(long) = Long::decode(&text) {
            prop_assert_eq!(Long::decode(&long.encode()), Some(long));
        }
        match Short::decode(&text) {
            Reading::Right(short) => prop_assert_eq!(Short::decode(&short.encode()), Reading::Right(short)),
            Reading::Proposal(code, short) => prop_assert_eq!(Short::decode(&code), Reading::Right(short)),
            Reading::Refused => {}
        }
    }
}
