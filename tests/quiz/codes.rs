//! Codes: exactly those of the vectors, and no slip that passes for a result.

use crate::vectors::{list, text, vectors, whole};
use buoc_so::domain::quiz::code::{Long, LongAnswer, Reading, Short, crc16};
use buoc_so::domain::quiz::estimate::Estimate;
use buoc_so::domain::quiz::profile::State;
use proptest::prelude::*;
use serde_json::Value;

const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn short(fields: &Value) -> Short {
    let field = |name: &str| u8::try_from(whole(&fields[name])).unwrap();
    assert_eq!(field("ver"), 1);
    Short {
        mode: field("mode"),
        theta: field("theta"),
        se: field("se"),
        domains: ["d1", "d2", "d3", "d4", "d5", "d6"].map(field),
        seat: field("seat"),
        tag: field("tag"),
    }
}

#[test]
fn short_codes_are_those_of_the_vectors() {
    let vectors = vectors();
    for case in list(&vectors["short_code"]["encode"]) {
        assert_eq!(short(&case["fields"]).encode(), text(&case["code"]));
    }
    for case in list(&vectors["short_code"]["decode"]) {
        let input = text(&case["input"]);
        match (text(&case["status"]), Short::decode(input)) {
            ("ok", Reading::Right(found)) => assert_eq!(found, short(&case["value"]), "{input}"),
            ("suggest", Reading::Proposal(code, _)) => assert_eq!(code, text(&case["value"])),
            ("bad", Reading::Refused) => {}
            (wanted, found) => panic!("{input}: {found:?} is not {wanted}"),
        }
    }
}

#[test]
fn an_estimate_becomes_the_fields_of_the_vectors() {
    use State::{First, Like, Strength, TooFew};
    let vectors = vectors();
    let profiles = [
        ([Like; 6], 17, 165),
        ([First, First, TooFew, First, First, First], 1, 0),
        ([Strength, Strength, Like, Strength, Like, Strength], 63, 255),
    ];
    // The third, first and second patterns of the estimates: middling, all wrong, all right.
    let estimates = [(0.469_115, 0.470_022), (-2.439_159, 0.596_399), (2.333_625, 0.594_725)];
    let codes = list(&vectors["short_code"]["encode"]);
    for (((theta, se), (domains, seat, tag)), case) in estimates.iter().zip(profiles).zip(codes) {
        let estimate = Estimate { theta: *theta, se: *se };
        let found = Short::new(1, estimate, domains, seat, tag);
        assert_eq!(found.encode(), text(&case["code"]));
        assert!((found.estimate().theta - theta).abs() <= 0.05 + 1e-9);
    }
}

#[test]
fn estimates_beyond_the_code_become_its_ends() {
    for (theta, se, wanted) in [
        (-9.0, 0.1, (0, 0, -3.15, 0.225)),
        (9.0, 2.0, (63, 7, 3.15, 0.65)),
        (f64::NAN, 0.25, (0, 0, -3.15, 0.225)),
        (0.05, 0.250_001, (32, 1, 0.05, 0.275)),
    ] {
        let found = Short::new(0, Estimate { theta, se }, [State::Like; 6], 0, 0);
        let back = found.estimate();
        assert_eq!((found.theta, found.se, back.theta, back.se), wanted, "{theta}");
    }
}

#[test]
fn the_checksum_is_that_of_the_catalogue() {
    for case in list(&vectors()["crc16_ccitt_false"]) {
        let wanted = u16::from_str_radix(text(&case["hex"]), 16).unwrap();
        assert_eq!(crc16(text(&case["ascii"]).as_bytes()), wanted);
    }
}

#[test]
fn the_long_code_is_that_of_the_vectors() {
    let case = &vectors()["long_code"];
    let input = &case["input"];
    let field = |name: &str| whole(&input[name]);
    let answer = |pair: &Value| LongAnswer {
        number: u16::try_from(whole(&pair[0])).unwrap(),
        response: u8::try_from(whole(&pair[1])).unwrap(),
    };
    let long = Long {
        mode: u8::try_from(field("mode")).unwrap(),
        bank: u16::try_from(field("bank")).unwrap(),
        seat: u8::try_from(field("seat")).unwrap(),
        tag: u8::try_from(field("tag")).unwrap(),
        seed: u32::try_from(field("seed")).unwrap(),
        answers: list(&input["answers"]).iter().map(answer).collect(),
    };
    let code = text(&case["code"]);
    assert_eq!(long.encode(), code);
    for typed in
        [code.to_owned(), code.to_lowercase(), format!(" {} ", code.replace("KNS", "kns "))]
    {
        assert_eq!(Long::decode(&typed).as_ref(), Some(&long), "{typed}");
    }
    let answers = vec![long.answers[0]; 18];
    let n_letters = Long { answers, ..long }.encode().len();
    assert_eq!(n_letters, whole(&case["len_for_18_items"]));
}

#[test]
fn what_is_no_code_is_refused() {
    let letters = "\u{1EBF}".repeat(10);
    for text in ["", "-", "00000-00000", "KNS", "KNS0", "5JBAN-4D5D70", "5JBAN-4D5D!", &letters] {
        assert_eq!(Short::decode(text), Reading::Refused, "{text}");
        assert_eq!(Long::decode(text), None, "{text}");
    }
}

/// The code with another letter at a place.
fn with_letter(code: &str, place: usize, letter: u8) -> String {
    let mut bytes = code.as_bytes().to_vec();
    bytes[place] = letter;
    String::from_utf8(bytes).unwrap()
}

/// Every place of a short code that holds a letter.
fn places() -> impl Iterator<Item = usize> {
    (0..11).filter(|place| *place != 5)
}

#[test]
fn every_wrong_letter_of_a_code_is_proposed_right() {
    let code = "5JBAN-4D5D7";
    for place in places() {
        for letter in LETTERS.iter().filter(|letter| **letter != code.as_bytes()[place]) {
            let typed = with_letter(code, place, *letter);
            let Reading::Proposal(proposed, _) = Short::decode(&typed) else { panic!("{typed}") };
            assert_eq!(proposed, code, "{typed}");
        }
    }
}

fn shorts() -> impl Strategy<Value = Short> {
    let domains = prop::array::uniform6(0_u8..4);
    let numbers = (0_u8..4, 0_u8..64, 0_u8..8, domains, 0_u8..64, any::<u8>());
    numbers.prop_map(|(mode, theta, se, domains, seat, tag)| Short {
        mode,
        theta,
        se,
        domains,
        seat,
        tag,
    })
}

fn longs() -> impl Strategy<Value = Long> {
    let answer = (0_u16..512, 0_u8..128);
    let answer = answer.prop_map(|(number, response)| LongAnswer { number, response });
    let answers = prop::collection::vec(answer, 0..64);
    let numbers = (0_u8..16, 0_u16..4096, 0_u8..64, any::<u8>(), any::<u32>(), answers);
    numbers.prop_map(|(mode, bank, seat, tag, seed, answers)| Long {
        mode,
        bank,
        seat,
        tag,
        seed,
        answers,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_result_survives_its_short_code(short in shorts()) {
        prop_assert_eq!(Short::decode(&short.encode()), Reading::Right(short));
    }

    #[test]
    fn a_session_survives_its_long_code(long in longs()) {
        prop_assert_eq!(Long::decode(&long.encode()), Some(long));
    }

    #[test]
    fn one_wrong_letter_is_always_proposed_right(
        short in shorts(), place in 0_usize..10, letter in 0_usize..32,
    ) {
        let (code, place) = (short.encode(), places().nth(place).unwrap());
        let typed = with_letter(&code, place, LETTERS[letter]);
        let wanted = if typed == code { Reading::Right(short) } else { Reading::Proposal(code, short) };
        prop_assert_eq!(Short::decode(&typed), wanted);
    }

    #[test]
    fn two_wrong_letters_are_never_accepted(
        short in shorts(), first in (0_usize..10, 1_usize..32), second in (1_usize..10, 1_usize..32),
    ) {
        let code = short.encode();
        let other = |code: &str, place: usize, step: usize| {
            let place = places().nth(place % 10).unwrap();
            let own = LETTERS.iter().position(|letter| *letter == code.as_bytes()[place]).unwrap();
            with_letter(code, place, LETTERS[(own + step) % 32])
        };
        let typed = other(&other(&code, first.0, first.1), first.0 + second.0, second.1);
        prop_assert!(!matches!(Short::decode(&typed), Reading::Right(_)), "{} for {}", typed, code);
    }

    #[test]
    fn a_wrong_letter_of_a_long_code_is_refused(
        long in longs(), place in any::<prop::sample::Index>(), step in 1_usize..32,
    ) {
        let code = long.encode();
        let place = 3 + place.index(code.len() - 3);
        let own = LETTERS.iter().position(|letter| *letter == code.as_bytes()[place]).unwrap();
        prop_assert_eq!(Long::decode(&with_letter(&code, place, LETTERS[(own + step) % 32])), None);
    }

    #[test]
    fn no_text_at_all_makes_the_readers_fall(text in "\\PC{0,90}") {
        let _ = Short::decode(&text);
        let _ = Long::decode(&text);
        let _ = Long::decode(&["KNS", &text].concat());
    }
}
