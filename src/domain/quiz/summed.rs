//! The table of a paper form: from the number of right answers to an estimate.
//!
//! Reference: Lord and Wingersky (1984) for the recursion; Thissen, Pommerich, Billeaud and
//! Williams (1995), *Item response theory for scores on tests including polytomous items*,
//! for the mean and standard deviation of ability given a summed score.

use super::estimate::{Estimate, N_NODES, Posterior, node};
use super::response::Parameters;

/// What a number of right answers means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The share of people, N(0,1), who get this number: 0 to 1.
    pub share: f64,
    /// Mean and standard deviation of their abilities, in logits.
    pub estimate: Estimate,
}

/// One row for each number of right answers, from 0 to all.
///
/// `S_k(r | theta) = S_{k-1}(r | theta) Q_k + S_{k-1}(r - 1 | theta) P_k`
#[must_use]
pub fn table(items: &[Parameters]) -> Vec<Row> {
    let prior = Posterior::prior().shares();
    let mut chances: Vec<[f64; N_NODES]> = vec![[0.0; N_NODES]; items.len() + 1];
    for (index, share) in prior.iter().enumerate() {
        for (row, chance) in chances.iter_mut().zip(scores(items, node(index))) {
            row.get_mut(index).into_iter().for_each(|place| *place = share * chance);
        }
    }
    chances.iter().map(row).collect()
}

/// The chance of each number of right answers at an ability.
fn scores(items: &[Parameters], theta: f64) -> Vec<f64> {
    let mut scores = vec![1.0];
    for item in items {
        let (p, q) = (item.probability(theta), item.complement(theta));
        let mut one_less = 0.0;
        for score in &mut scores {
            let same = *score;
            *score = same * q + one_less * p;
            one_less = same;
        }
        scores.push(one_less * p);
    }
    scores
}

fn row(chances: &[f64; N_NODES]) -> Row {
    let share: f64 = chances.iter().sum();
    let sum = share.max(f64::MIN_POSITIVE);
    Row { share, estimate: super::estimate::estimate(&chances.map(|chance| chance / sum)) }
}
