//! How long a whole session takes to choose: 18 questions from banks of three sizes.
#![allow(clippy::unwrap_used)]

use buoc_so::domain::quiz::random::Random;
use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::select::{Answer, Candidate, N_DOMAINS, Next, Rules, Session, Standing};
use criterion::{Criterion, criterion_group, criterion_main};
use std::time::Duration;

const SIZES: [usize; 3] = [120, 1_000, 10_000];

fn bank(n_items: usize) -> Vec<Candidate> {
    let mut random = Random::new(2026);
    let mut candidate = |index| {
        let (a, b) = (0.7 + 0.8 * random.fraction(), 4.0 * random.fraction() - 2.0);
        Candidate {
            id: format!("item-{index:05}"),
            domain: index % N_DOMAINS,
            parameters: Parameters::new(a, b, 0.2, 0.98).unwrap(),
            enemies: Vec::new(),
        }
    };
    (0..n_items).map(&mut candidate).collect()
}

/// Two answers in three right, as many as the rules allow.
fn session(bank: &[Candidate], seed: u32) -> f64 {
    let mut session = Session::new(seed);
    while let Next::Ask(item) = session.next(bank, &Rules::FULL, &|_| Standing::Open) {
        session.answer(bank, Answer { item, is_right: item % 3 > 0 });
    }
    session.estimate().theta
}

fn quiz(criterion: &mut Criterion) {
    for n_items in SIZES {
        let bank = bank(n_items);
        criterion.bench_function(&format!("18 steps over {n_items}"), |bencher| {
            bencher.iter(|| session(&bank, 7));
        });
    }
    let bank = bank(SIZES[0]);
    let answers: Vec<Answer> = (0..18).map(|item| Answer { item, is_right: true }).collect();
    criterion.bench_function("replay of 18 answers", |bencher| {
        bencher.iter(|| Session::replay(7, &bank, &answers));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(2));
    targets = quiz
}
criterion_main!(benches);
