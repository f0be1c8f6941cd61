//! The map at four sizes: narrowing the list of models, and drawing what is left as clusters.
#![allow(clippy::unwrap_used, missing_docs)]

use buoc_so::domain::cluster::{Clusters, cluster};
use buoc_so::domain::listing::{Entry, Facet, Filter, Listing};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const SIZES: [usize; 4] = [129, 1_000, 10_000, 100_000];
/// A fingertip of 44 px on a map of 360 px and 520 units, in tenths of units.
const RADIUS: f32 = 318.0;

/// A linear congruential generator: the same models on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n_sides: u16) -> u16 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(n_sides)) as u16
    }

    /// A third around each of two cities, the rest anywhere.
    fn place(&mut self) -> (u16, u16) {
        match self.roll(3) {
            0 => (2_400 + self.roll(300), 1_600 + self.roll(300)),
            1 => (2_800 + self.roll(300), 7_800 + self.roll(300)),
            _ => (1_000 + self.roll(3_400), 600 + self.roll(8_500)),
        }
    }
}

fn listing(n: usize) -> Listing {
    let mut dice = Dice(2026);
    let entry = |i: usize| {
        let (x, y) = dice.place();
        Entry {
            id: format!("m{i}"),
            name: String::new(),
            place: String::new(),
            province: dice.roll(34),
            x,
            y,
            pillar: dice.roll(3),
            sector: dice.roll(8),
            scope: dice.roll(8),
            evidence: dice.roll(3),
            kind: dice.roll(12),
            year: 2018 + dice.roll(8),
            terrain: dice.roll(32),
            stumbles: String::new(),
        }
    };
    Listing {
        entries: (0..n).map(entry).collect(),
        kinds: Vec::new(),
        regions: (0..34).map(|province| province / 6).collect(),
        provinces: Vec::new(),
        ..Listing::default()
    }
}

/// What one change of the form costs: filter, gather the points, cluster them.
fn draw(listing: &Listing, filter: &Filter, points: &mut Vec<(f32, f32)>) -> Clusters {
    points.clear();
    let kept = filter.apply(listing, &[]);
    let entries = kept.iter().filter_map(|index| listing.entries.get(*index as usize));
    points.extend(entries.map(|entry| (f32::from(entry.x), f32::from(entry.y))));
    cluster(points, RADIUS)
}

fn map(criterion: &mut Criterion) {
    let mut narrow = Filter::default();
    narrow.choose(Facet::Pillar, Some(1));
    narrow.choose(Facet::Evidence, Some(0));
    for (name, filter) in [("all", Filter::default()), ("narrowed", narrow)] {
        let mut group = criterion.benchmark_group(format!("filter and cluster, {name}"));
        for n in SIZES {
            let listing = listing(n);
            let mut points = Vec::with_capacity(n);
            let clusters = draw(&listing, &filter, &mut points);
            println!(
                "{n} models, {name}: {} points, {} clusters",
                points.len(),
                clusters.list.len()
            );
            group.bench_function(BenchmarkId::from_parameter(n), |bencher| {
                bencher.iter(|| black_box(draw(&listing, &filter, &mut points)));
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(2));
    targets = map
}
criterion_main!(benches);
