//! What holds for every bank, every person and every choice of questions.

use crate::vectors::bank20;
use buoc_so::domain::quiz::estimate::Posterior;
use buoc_so::domain::quiz::level::levels;
use buoc_so::domain::quiz::random::Random;
use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::select::{
    Answer, Candidate, N_DOMAINS, Next, Reason, Rules, Session, Standing,
};
use buoc_so::domain::quiz::simulate::{Truth, simulate};
use proptest::prelude::*;

/// Questions of a domain in a bank of 134.
const SHARES: [usize; N_DOMAINS] = [20, 26, 16, 32, 20, 20];

/// A bank as it is at the start: difficulties of four bands, all discriminations 1.
pub(crate) fn bank134() -> Vec<Candidate> {
    const BANDS: [(f64, usize); 4] = [(-1.4, 25), (-0.4, 60), (0.6, 85), (1.4, 100)];
    const GUESSES: [f64; 6] = [0.25, 0.25, 0.05, 0.04, 0.15, 0.25];
    let mut bank = Vec::new();
    for (domain, n_items) in SHARES.into_iter().enumerate() {
        for index in 0..n_items {
            let percent = (100 * index + 50) / n_items;
            let (b, _) = BANDS.iter().find(|(_, upper)| percent < *upper).unwrap();
            let c = GUESSES[(7 * index + domain) % 6];
            bank.push(Candidate {
                id: format!("d{}-{index:02}", domain + 1),
                domain,
                parameters: Parameters::new(1.0, *b, c, 0.98).unwrap(),
                enemies: Vec::new(),
            });
        }
    }
    // Ten pairs and their mirror images: one gives the other away.
    for first in (0..120).step_by(12) {
        bank[first].enemies.push(first + 5);
        bank[first + 5].enemies.push(first);
    }
    bank
}

fn curves() -> impl Strategy<Value = Parameters> {
    let numbers = (0.2..4.0, -4.0..4.0, 0.0..0.5, 0.6..=1.0);
    numbers.prop_map(|(a, b, c, d)| Parameters::new(a, b, c, d).unwrap())
}

fn answers() -> impl Strategy<Value = Vec<(Parameters, bool)>> {
    prop::collection::vec((curves(), any::<bool>()), 0..40)
}

fn posterior<'a>(answers: impl IntoIterator<Item = &'a (Parameters, bool)>) -> Posterior {
    let mut posterior = Posterior::prior();
    for (parameters, is_right) in answers {
        posterior.answer(parameters, *is_right);
    }
    posterior
}

/// Chosen so that the most telling of the bank is asked and every answer follows a seed.
fn walk(bank: &[Candidate], seed: u32, standing: &dyn Fn(usize) -> Standing) -> (Session, Reason) {
    let mut session = Session::new(seed);
    let mut person = Random::new(!seed);
    loop {
        match session.next(bank, &Rules::FULL, standing) {
            Next::Stop(reason) => return (session, reason),
            Next::Ask(item) => {
                let is_right = person.fraction() < 0.6;
                assert!(session.answer(bank, Answer { item, is_right }), "asked twice: {item}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn estimates_are_finite_and_probabilities_sum_to_one(answers in answers()) {
        let posterior = posterior(&answers);
        let estimate = posterior.estimate();
        prop_assert!(estimate.theta.abs() <= 6.0 && estimate.se > 0.0 && estimate.se <= 6.0);
        for levels in [posterior.levels(), levels(estimate)] {
            prop_assert!((levels.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(levels.iter().all(|level| (-1e-12..=1.0 + 1e-9).contains(level)));
        }
        prop_assert!((posterior.shares().iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn any_order_of_the_answers_gives_the_same(answers in answers(), seed in any::<u32>()) {
        let mut shuffled = answers.clone();
        Random::new(seed).shuffle(&mut shuffled);
        let (one, other) = (posterior(&answers).estimate(), posterior(&shuffled).estimate());
        prop_assert!((one.theta - other.theta).abs() < 1e-9 && (one.se - other.se).abs() < 1e-9);
    }

    #[test]
    fn a_right_answer_is_never_worse_than_a_wrong_one(
        answers in answers(), curve in curves(),
    ) {
        let with = |is_right| {
            let last = (curve, is_right);
            posterior(answers.iter().chain([&last])).estimate().theta
        };
        prop_assert!(with(true) >= with(false) - 1e-12);
    }

    #[test]
    fn a_session_cut_anywhere_goes_on_with_the_same_question(seed in any::<u32>()) {
        let bank = bank134();
        let open = |_| Standing::Open;
        let (whole, _) = walk(&bank, seed, &open);
        for (n_answers, answer) in whole.answers().iter().enumerate() {
            let again = Session::replay(seed, &bank, &whole.answers()[..n_answers]).unwrap();
            prop_assert_eq!(again.next(&bank, &Rules::FULL, &open), Next::Ask(answer.item));
        }
        prop_assert_eq!(Session::replay(seed, &bank, whole.answers()), Some(whole));
    }

    #[test]
    fn each_domain_has_its_share_of_a_session(seed in any::<u32>()) {
        let bank = bank134();
        let (session, _) = walk(&bank, seed, &|_| Standing::Open);
        let n_answers = session.answers().len() as f64;
        for (domain, weight) in Rules::WEIGHTS.iter().enumerate() {
            let is_of = |answer: &&Answer| bank[answer.item].domain == domain;
            let count = session.answers().iter().filter(is_of).count() as f64;
            prop_assert!((count - weight * n_answers).abs() <= 1.0 + 1e-9, "{domain}: {count}");
        }
    }

    #[test]
    fn a_session_ends_early_only_when_nothing_may_be_asked(
        seed in any::<u32>(),
        standings in prop::collection::vec(0_u8..6, 134),
        closed_domains in prop::collection::vec(any::<bool>(), N_DOMAINS),
    ) {
        let bank = bank134();
        let standing = |item: usize| match standings[item] {
            _ if closed_domains[bank[item].domain] => Standing::Closed,
            0 | 1 => Standing::Open,
            2 => Standing::Seen,
            _ => Standing::Closed,
        };
        let (session, reason) = walk(&bank, seed, &standing);
        let asked: Vec<usize> = session.answers().iter().map(|answer| answer.item).collect();
        for item in &asked {
            prop_assert!(standing(*item) != Standing::Closed);
            prop_assert!(bank[*item].enemies.iter().all(|enemy| !asked.contains(enemy)));
        }
        let may_come = |item: &usize| {
            standing(*item) != Standing::Closed
                && !asked.contains(item)
                && bank[*item].enemies.iter().all(|enemy| !asked.contains(enemy))
        };
        match reason {
            Reason::Full => prop_assert_eq!(asked.len(), Rules::FULL.n_max),
            Reason::Precise => prop_assert!(asked.len() >= Rules::FULL.n_min),
            Reason::Empty => prop_assert!(!(0..bank.len()).any(|item| may_come(&item))),
        }
    }

    #[test]
    fn fresh_questions_come_before_seen_ones(seed in any::<u32>()) {
        let bank = bank134();
        let standing = |item: usize| match item % 2 { 0 => Standing::Open, _ => Standing::Seen };
        let (session, _) = walk(&bank, seed, &standing);
        prop_assert!(session.answers().iter().all(|answer| answer.item % 2 == 0));
    }
}

#[test]
fn a_bank_without_questions_ends_at_once() {
    let session = Session::new(1);
    let next = session.next(&[], &Rules::FULL, &|_| Standing::Open);
    assert_eq!(next, Next::Stop(Reason::Empty));
}

#[test]
fn seen_questions_come_back_where_fewer_than_three_are_fresh() {
    let parameters = |b| Parameters::new(1.0, b, 0.2, 0.98).unwrap();
    // The seen ones tell more at the start than the fresh ones.
    let candidate = |index: usize| Candidate {
        id: format!("{index}"),
        domain: 0,
        parameters: parameters(if index < 5 { 3.0 } else { -0.5 }),
        enemies: Vec::new(),
    };
    let bank: Vec<Candidate> = (0..10).map(candidate).collect();
    let rules = Rules { n_best: 1, ..Rules::FULL };
    for (n_fresh, wanted) in [(5, 0), (3, 0), (2, 5), (0, 5)] {
        let standing = |item: usize| match item {
            _ if item < n_fresh => Standing::Open,
            _ if item < 5 => Standing::Closed,
            _ => Standing::Seen,
        };
        let next = Session::new(3).next(&bank, &rules, &standing);
        assert_eq!(next, Next::Ask(wanted), "{n_fresh} fresh");
    }
}

#[test]
fn answers_of_another_bank_are_not_replayed() {
    let bank = bank20();
    let answer = |item| Answer { item, is_right: true };
    assert_eq!(Session::replay(1, &bank, &[answer(20)]), None);
    assert_eq!(Session::replay(1, &bank, &[answer(3), answer(3)]), None);
    assert!(Session::replay(1, &bank, &[answer(3), answer(4)]).is_some());
}

#[test]
fn a_precise_estimate_ends_a_session_from_the_twelfth_answer_on() {
    let parameters = Parameters::new(3.0, 0.0, 0.0, 1.0).unwrap();
    let candidate = |index: usize| Candidate {
        id: format!("{index:03}"),
        domain: index % N_DOMAINS,
        parameters,
        enemies: Vec::new(),
    };
    let bank: Vec<Candidate> = (0..134).map(candidate).collect();
    let mut session = Session::new(5);
    for step in 0..12 {
        let Next::Ask(item) = session.next(&bank, &Rules::FULL, &|_| Standing::Open) else {
            panic!("an end after {step} answers")
        };
        assert!(session.answer(&bank, Answer { item, is_right: step % 2 == 0 }));
    }
    let next = session.next(&bank, &Rules::FULL, &|_| Standing::Open);
    assert_eq!(next, Next::Stop(Reason::Precise));
}

#[test]
fn invented_people_are_measured_as_well_as_promised() {
    let bank = bank134();
    let outcome = simulate(&bank, &Rules::FULL, &Truth::LAUNCH, 400, 7);
    assert_eq!(outcome, simulate(&bank, &Rules::FULL, &Truth::LAUNCH, 400, 7));
    assert!(outcome.rmse < 0.53 && outcome.correlation > 0.83, "{outcome:?}");
    assert!(outcome.within_one > 0.97 && outcome.bias.abs() < 0.08, "{outcome:?}");
    assert!(outcome.exact > 0.60, "{outcome:?}");
    let most = outcome.exposure.iter().copied().fold(0.0, f64::max);
    assert!(most <= 0.60, "{most}");
}
