//! Levels 1 to 4, and how far an estimate may be put into them.

use super::estimate::Estimate;

/// How many levels there are; their names are in the interface's words, by number.
pub const N_LEVELS: usize = 4;

/// The abilities, in logits, at which levels 2, 3 and 4 begin (bookmark, RP67).
pub const CUTS: [f64; N_LEVELS - 1] = [-1.0, 0.0, 1.0];

/// The probability from which on one level is named alone.
const SURE: f64 = 0.70;

/// The `z` from which on two results differ (two-sided, 5 %).
const REAL: f64 = 1.96;

/// The standard normal density at 0, `1 / sqrt(2 pi)`.
const PEAK: f64 = 0.398_942_280_401_432_7;

/// What may be said about a person's level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A level, 1 to 4: its probability is .70 or more.
    One(u8),
    /// A level and the one above it: of all such pairs the most probable.
    Between(u8, u8),
}

/// One level when its probability is at least .70, else two neighbours.
#[must_use]
pub fn verdict(levels: &[f64; N_LEVELS]) -> Verdict {
    for (number, probability) in (1..).zip(levels) {
        if *probability >= SURE {
            return Verdict::One(number);
        }
    }
    let (mut lower, mut top) = (1, 0.0);
    for (number, pair) in (1..).zip(levels.windows(2)) {
        let sum = pair.iter().sum();
        if sum > top {
            (lower, top) = (number, sum);
        }
    }
    Verdict::Between(lower, lower + 1)
}

/// The level, 1 to 4, in which an ability lies; a cut belongs to the level above it.
#[must_use]
pub fn level(theta: f64) -> u8 {
    1 + CUTS.iter().filter(|cut| theta >= **cut).count() as u8
}

/// The probability of each level from an estimate alone, as if the ability were normally
/// distributed; they sum to 1. For results that come as codes, without their answers.
///
/// `P(level j) = Phi((cut_j - theta) / se) - Phi((cut_{j-1} - theta) / se)`
#[must_use]
pub fn levels(estimate: Estimate) -> [f64; N_LEVELS] {
    let mut levels = [0.0; N_LEVELS];
    let mut below = 0.0;
    let shares = CUTS.map(|cut| normal((cut - estimate.theta) / estimate.se));
    for (level, share) in levels.iter_mut().zip(shares.into_iter().chain([1.0])) {
        *level = share - below;
        below = share;
    }
    levels
}

/// Whether a second result differs from a first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Standard normal when nothing has changed; positive when the second is higher.
    pub z: f64,
    /// `|z| >= 1.96`.
    pub is_real: bool,
}

/// Reliable change: `z = (theta2 - theta1) / sqrt(se1^2 + se2^2)`.
///
/// Reference: Jacobson and Truax (1991), *Clinical significance*.
#[must_use]
pub fn change(first: Estimate, second: Estimate) -> Change {
    let spread = (first.se * first.se + second.se * second.se).sqrt();
    let z = (second.theta - first.theta) / spread;
    Change { z, is_real: z.abs() >= REAL }
}

/// The standard normal distribution function, to 15 decimals.
///
/// `Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...)`; reference: Marsaglia (2004),
/// *Evaluating the normal distribution*.
fn normal(x: f64) -> f64 {
    if x.abs() > 8.0 {
        return if x > 0.0 { 1.0 } else { 0.0 };
    }
    let (mut term, mut sum, mut odd) = (x, x, 1.0);
    while term.abs() > 1e-17 {
        odd += 2.0;
        term *= x * x / odd;
        sum += term;
    }
    0.5 + sum * PEAK * (-x * x / 2.0).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_level_is_named_only_when_it_is_earned() {
        for (levels, wanted) in [
            ([0.05, 0.20, 0.70, 0.05], Verdict::One(3)),
            ([1.0, 0.0, 0.0, 0.0], Verdict::One(1)),
            ([0.0, 0.30, 0.69, 0.01], Verdict::Between(2, 3)),
            ([0.50, 0.45, 0.05, 0.0], Verdict::Between(1, 2)),
            ([0.0, 0.02, 0.50, 0.48], Verdict::Between(3, 4)),
        ] {
            assert_eq!(verdict(&levels), wanted, "{levels:?}");
        }
    }

    #[test]
    fn a_cut_belongs_to_the_level_above_it() {
        for (theta, wanted) in
            [(-6.0, 1), (-1.01, 1), (-1.0, 2), (-0.01, 2), (0.0, 3), (0.99, 3), (1.0, 4)]
        {
            assert_eq!(level(theta), wanted, "{theta}");
        }
    }

    #[test]
    fn the_normal_distribution_is_that_of_the_tables() {
        for (x, wanted) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_543),
            (-1.96, 0.024_997_895_148_220),
            (3.0, 0.998_650_101_968_370),
            (-6.0, 0.000_000_000_986_588),
            (-9.0, 0.0),
            (f64::INFINITY, 1.0),
        ] {
            assert!((normal(x) - wanted).abs() < 1e-14, "{x}: {}", normal(x));
        }
    }
}
