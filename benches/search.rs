//! Search at three sizes: building the index, answering 200 queries, bytes per document.
#![allow(clippy::unwrap_used, missing_docs)]

use buoc_so::domain::fold::fold;
use buoc_so::domain::search::{Document, Index};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [27, 1_000, 10_000];
const LIMIT: usize = 20;
/// What people leave behind with the keyboard switched off.
const RESIDUE: [&str; 10] = [
    "chuyeenr ddooir soos",
    "chuye63n d9o63i so61",
    "dichj vuj coong",
    "ddieenj toans ddasm maay",
    "can7 cuo71c",
    "kinh tees soos",
    "hocj baj soos",
    "lu72a d9a3o",
    "tuyeen quang",
    "quangr ngaix",
];

/// A linear congruential generator: the same documents on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n_sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n_sides
    }

    /// Between `least` and `most` words as they follow each other in the fixture.
    fn phrase(&mut self, words: &[&str], least: usize, most: usize) -> String {
        let length = least + self.roll(most - least + 1);
        let start = self.roll(words.len() - length);
        words[start..start + length].join(" ")
    }

    /// A made-up name of two syllables, so that the vocabulary grows with the documents.
    fn name(&mut self) -> String {
        let onsets = ["b", "ch", "d", "g", "h", "k", "l", "m", "n", "ph", "qu", "s", "t", "v", "x"];
        let rimes =
            ["ang", "ach", "ien", "oan", "uong", "et", "im", "op", "ung", "yen", "ao", "oi"];
        let mut syllable = || format!("{}{}", onsets[self.roll(15)], rimes[self.roll(12)]);
        format!("{} {}", syllable(), syllable())
    }
}

fn fixture() -> Vec<Document> {
    serde_json::from_str(include_str!("../tests/fixtures/search-documents.json")).unwrap()
}

fn documents(n_documents: usize) -> Vec<Document> {
    let fixture = fixture();
    let text =
        |document: &Document| format!("{} {} {} ", document.title, document.lead, document.body);
    let text: String = fixture.iter().map(text).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut dice = Dice(2026);
    let document = |number| Document {
        id: format!("document-{number}"),
        kind: "explainer".into(),
        title: format!("{} {}", dice.phrase(&words, 3, 7), dice.name()),
        href: format!("/document-{number}"),
        keywords: vec![dice.phrase(&words, 1, 3), format!("{number}/2025/QH15")],
        lead: dice.phrase(&words, 15, 30),
        body: (0..4).map(|_| dice.phrase(&words, 8, 25) + ". ").collect(),
    };
    (0..n_documents).map(document).collect()
}

/// 190 titles cut short and typed in four ways, and the residue.
fn queries() -> Vec<String> {
    let typed = |(place, document): (usize, Document)| {
        let words: Vec<&str> = document.title.split_whitespace().collect();
        let query = words[..words.len().min(2 + place % 3)].join(" ");
        let last = query.chars().count() - 1;
        let all_but_last: String = query.chars().take(last).collect();
        let with_slip: String =
            query.chars().enumerate().filter(|(at, _)| *at != last / 2).map(|(_, c)| c).collect();
        [fold(&query), query, all_but_last, fold(&with_slip)]
    };
    let titles = fixture().into_iter().enumerate().step_by(3).flat_map(typed).take(190);
    titles.chain(RESIDUE.map(String::from)).collect()
}

fn print_figures(index: &Index, n_documents: usize, queries: &[String]) {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        for query in queries {
            let start = Instant::now();
            black_box(index.search(query, LIMIT));
            times.push(start.elapsed());
        }
    }
    times.sort();
    let percentile = |percent| times[times.len() * percent / 100];
    println!(
        "{n_documents} documents: p50 {:?}, p95 {:?}, p99 {:?} over {} queries; {} bytes of index per document",
        percentile(50),
        percentile(95),
        percentile(99),
        queries.len(),
        index.bytes() / n_documents,
    );
}

fn search(criterion: &mut Criterion) {
    let queries = queries();
    for n_documents in SIZES {
        let documents = documents(n_documents);
        criterion.bench_function(&format!("build {n_documents}"), |bencher| {
            bencher.iter_batched(
                || documents.clone(),
                Index::build,
                criterion::BatchSize::LargeInput,
            );
        });
        let index = Index::build(documents);
        print_figures(&index, n_documents, &queries);
        criterion.bench_function(&format!("200 queries on {n_documents}"), |bencher| {
            bencher.iter(|| {
                queries.iter().map(|query| index.search(query, LIMIT).total).sum::<usize>()
            });
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(Duration::from_secs(3));
    targets = search
}
criterion_main!(benches);
