//! Curves, estimates, chance, paths and levels: the numbers of catR, R and a browser.

use crate::vectors::{
    bank20, check_all_near, check_near, list, number, numbers, text, vectors, whole,
};
use buoc_so::domain::quiz::estimate::{Estimate, Posterior};
use buoc_so::domain::quiz::level::{change, levels};
use buoc_so::domain::quiz::random::Random;
use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::select::{Answer, Next, Rules, Session, Standing};
use serde_json::Value;

#[test]
fn curves_and_information_are_those_of_catr() {
    let bank = bank20();
    for case in list(&vectors()["prob_info"]) {
        let theta = number(&case["theta"]);
        let p: Vec<f64> = bank.iter().map(|item| item.parameters.probability(theta)).collect();
        let q: Vec<f64> = bank.iter().map(|item| 1.0 - item.parameters.complement(theta)).collect();
        let i: Vec<f64> = bank.iter().map(|item| item.parameters.information(theta)).collect();
        check_all_near(&p, &numbers(&case["P"]), "P");
        check_all_near(&q, &numbers(&case["P"]), "1 - Q");
        check_all_near(&i, &numbers(&case["I"]), "I");
    }
}

/// The posterior after a pattern of `1`, `0` and `.`, one sign per question.
fn posterior<'a>(items: impl Iterator<Item = (&'a Parameters, char)>) -> Posterior {
    let mut posterior = Posterior::prior();
    for (parameters, sign) in items.filter(|(_, sign)| *sign != '.') {
        posterior.answer(parameters, sign == '1');
    }
    posterior
}

fn parameters(bank: &str) -> Vec<Parameters> {
    let of = |parameters: Parameters| match bank {
        "4pl" => parameters,
        "rasch_a1_c0_d1" => Parameters::new(1.0, parameters.values()[1], 0.0, 1.0).unwrap(),
        other => panic!("an unknown bank: {other}"),
    };
    bank20().iter().map(|item| of(item.parameters)).collect()
}

#[test]
fn estimates_and_level_probabilities_are_those_of_catr() {
    for case in list(&vectors()["eap"]) {
        let (bank, pattern) = (text(&case["bank"]), text(&case["responses"]));
        let items = parameters(bank);
        let posterior = posterior(items.iter().zip(pattern.chars()));
        let Estimate { theta, se } = posterior.estimate();
        check_near(theta, number(&case["theta"]), pattern);
        check_near(se, number(&case["se"]), pattern);
        check_all_near(&posterior.levels(), &numbers(&case["level_probs"]), pattern);
    }
}

/// Thirty questions by a rule, so that the other program can make them too.
fn thirty() -> Vec<Parameters> {
    let item = |i: u32| {
        let (a, b) = (f64::from(4 + 7 * i % 11) / 8.0, f64::from(13 * i % 30) / 6.0 - 2.5);
        let (c, d) = (f64::from(5 * i % 4) / 10.0, 1.0 - f64::from(3 * i % 5) / 100.0);
        Parameters::new(a, b, c, d).unwrap()
    };
    (0..30).map(item).collect()
}

/// Made by tools/quiz/unseen.py with 50 digits: pattern, theta, se, levels.
const UNSEEN: [(&str, f64, f64, [f64; 4]); 6] = [
    (
        "111111111111111111111111111111",
        2.737857857193128,
        0.577774007233655,
        [0.000000000000589, 0.000000064775208, 0.000382455689584, 0.999617479534618],
    ),
    (
        "000000000000000000000000000000",
        -2.985109751810255,
        0.545606390348285,
        [0.999979844073664, 0.000020155857401, 0.000000000068934, 0.000000000000000],
    ),
    (
        "101010101010101010101010101010",
        -0.382789032175379,
        0.461515467453014,
        [0.071476824065721, 0.695879211561582, 0.230109491592920, 0.002534472779777],
    ),
    (
        "110100110100110100110100110100",
        -0.934669758170500,
        0.587298970193342,
        [0.428477301745688, 0.502777770858680, 0.067618783297450, 0.001126144098182],
    ),
    (
        ".............................1",
        0.406689986943579,
        0.939030472998591,
        [0.061800486637819, 0.245848993572608, 0.411194519558054, 0.281156000231519],
    ),
    (
        "0..1.10..1.10..1.10..1.10..1.1",
        -0.033256922413610,
        0.662683322317334,
        [0.059558869842512, 0.433376093642619, 0.438414410982349, 0.068650625532520],
    ),
];

#[test]
fn estimates_of_unseen_patterns_are_those_of_fifty_digits() {
    let items = thirty();
    for (pattern, theta, se, levels) in UNSEEN {
        let posterior = posterior(items.iter().zip(pattern.chars()));
        let found = posterior.estimate();
        assert!((found.theta - theta).abs() < 1e-12, "{pattern}: {found:?}");
        assert!((found.se - se).abs() < 1e-12, "{pattern}: {found:?}");
        check_all_near(&posterior.levels(), &levels, pattern);
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let case = &vectors()["order_independence"];
    let (items, pattern) = (parameters("4pl"), text(&case["responses"]));
    let forward = posterior(items.iter().zip(pattern.chars())).estimate();
    let backward = posterior(items.iter().rev().zip(pattern.chars().rev())).estimate();
    check_near(forward.theta, number(&case["theta"]), "forward");
    assert!((forward.theta - backward.theta).abs() < 1e-12);
    assert!((forward.se - backward.se).abs() < 1e-12);
}

fn seed(case: &Value) -> u32 {
    u32::try_from(case["seed"].as_u64().unwrap()).unwrap()
}

#[test]
fn chance_is_that_of_mulberry32() {
    for case in list(&vectors()["prng_mulberry32"]) {
        let mut random = Random::new(seed(case));
        for wanted in list(&case["first5"]) {
            let wanted: f64 = text(wanted).parse().unwrap();
            assert!((random.fraction() - wanted).abs() < 1e-15, "{wanted}");
        }
    }
    for case in list(&vectors()["shuffle"]) {
        let mut order: Vec<usize> = (0..whole(&case["n"])).collect();
        Random::new(seed(case)).shuffle(&mut order);
        let wanted: Vec<usize> = list(&case["result"]).iter().map(whole).collect();
        assert_eq!(order, wanted);
    }
}

fn is_right(answers: &str, step: usize) -> bool {
    match answers {
        "all_right" => true,
        "all_wrong" => false,
        "alternate" => step.is_multiple_of(2),
        "pattern_110" => step % 3 < 2,
        other => panic!("unknown answers: {other}"),
    }
}

#[test]
fn sessions_take_the_paths_of_the_vectors() {
    let bank = bank20();
    let vectors = vectors();
    let weights: [f64; 6] = numbers(&vectors["selection"]["weights"]).try_into().unwrap();
    assert_eq!(weights, Rules::WEIGHTS);
    for case in list(&vectors["selection"]["cases"]) {
        let (n_best, n_max) = (whole(&case["k"]), whole(&case["nmax"]));
        let rules = Rules { n_best, n_max, ..Rules::FULL };
        let mut session = Session::new(seed(case));
        let order: Vec<usize> = list(&case["domain_order"]).iter().map(whole).collect();
        assert_eq!(session.domain_order().to_vec(), order);
        for (step, wanted) in list(&case["steps"]).iter().enumerate() {
            let Next::Ask(item) = session.next(&bank, &rules, &|_| Standing::Open) else {
                panic!("{case}: the session ends at step {step}")
            };
            let is_right = is_right(text(&case["answers"]), step);
            assert!(session.answer(&bank, Answer { item, is_right }));
            assert_eq!(bank[item].id, text(&wanted[0]), "{case}");
            assert_eq!(u64::from(is_right), wanted[1].as_u64().unwrap());
            check_near(session.estimate().theta, number(&wanted[2]), "theta");
            check_near(session.estimate().se, number(&wanted[3]), "se");
        }
        let last = session.next(&bank, &rules, &|_| Standing::Open);
        assert!(matches!(last, Next::Stop(_)), "{case}");
    }
}

#[test]
fn two_results_differ_only_when_the_change_is_reliable() {
    for case in list(&vectors()["reliable_change"]) {
        let value = |name: &str| number(&case[name]);
        let first = Estimate { theta: value("t1"), se: value("s1") };
        let second = Estimate { theta: value("t2"), se: value("s2") };
        let change = change(first, second);
        check_near(change.z, value("z"), "z");
        assert_eq!(change.is_real, case["real"].as_bool().unwrap());
    }
}

#[test]
fn levels_from_an_estimate_alone_are_normal() {
    let levels = levels(Estimate { theta: 0.25, se: 0.5 });
    check_all_near(&levels, &[0.006_210, 0.302_328, 0.624_655, 0.066_807], "levels");
}
