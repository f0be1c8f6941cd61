//! Where a person stands: the posterior distribution of ability, its mean and its spread.
//!
//! Reference: Bock and Mislevy (1982), *Adaptive EAP estimation of ability in a
//! microcomputer environment*. Grid and prior are those of catR's
//! `eapEst(lower = -6, upper = 6, nqp = 121)`, which gives the same numbers.

use super::level::N_LEVELS;
use super::response::Parameters;

/// How many abilities the grid holds: -6 to 6 logits in steps of 0.1.
pub const N_NODES: usize = 121;

/// The index of ability 0.
const MIDDLE: usize = 60;

/// Nodes from these indexes on belong to levels 2, 3 and 4: abilities -1, 0 and 1.
const CUT_NODES: [usize; N_LEVELS - 1] = [50, 60, 70];

/// The ability at a node, in logits.
#[must_use]
pub fn node(index: usize) -> f64 {
    (index as f64 - MIDDLE as f64) / 10.0
}

/// An ability in logits and its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub theta: f64,
    pub se: f64,
}

/// What the answers say about the ability, as one logarithm per node.
///
/// The order of the answers does not matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// Up to a constant; in logarithms, so that no number of answers makes all of them 0.
    logs: [f64; N_NODES],
}

impl Default for Posterior {
    fn default() -> Self {
        Self::prior()
    }
}

impl Posterior {
    /// Before any answer: standard normal, with the weights of the trapezoid rule.
    #[must_use]
    pub fn prior() -> Self {
        let mut logs = [0.0; N_NODES];
        for (index, log) in logs.iter_mut().enumerate() {
            *log = log_prior(index);
        }
        Self { logs }
    }

    /// Adds an answer: each node's chance of it, `P` or `1 - P`.
    pub fn answer(&mut self, parameters: &Parameters, is_right: bool) {
        for (index, log) in self.logs.iter_mut().enumerate() {
            *log += log_likelihood(parameters, node(index), is_right);
        }
    }

    /// The share of each node; they sum to 1.
    #[must_use]
    pub fn shares(&self) -> [f64; N_NODES] {
        shares(self.logs)
    }

    /// Posterior mean and standard deviation: the EAP estimate.
    ///
    /// `theta = sum share * node`, `se = sqrt(sum share * (node - theta)^2)`
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        estimate(&self.shares())
    }

    /// The probability of each level, from the first to the fourth; they sum to 1.
    ///
    /// A node on a cut belongs to the level above it.
    #[must_use]
    pub fn levels(&self) -> [f64; N_LEVELS] {
        let mut levels = [0.0; N_LEVELS];
        for (index, share) in self.shares().iter().enumerate() {
            let n_below = CUT_NODES.iter().filter(|cut| index >= **cut).count();
            if let Some(level) = levels.get_mut(n_below) {
                *level += share;
            }
        }
        levels
    }
}

/// The logarithm of the trapezoid's weight times `exp(-node^2 / 2)`.
pub(super) fn log_prior(index: usize) -> f64 {
    let theta = node(index);
    let end = if index == 0 || index == N_NODES - 1 { -std::f64::consts::LN_2 } else { 0.0 };
    end - theta * theta / 2.0
}

/// The logarithm of the chance of an answer; finite even where the chance rounds to 0.
pub(super) fn log_likelihood(parameters: &Parameters, theta: f64, is_right: bool) -> f64 {
    parameters.likelihood(theta, is_right).max(f64::MIN_POSITIVE).ln()
}

/// Shares in proportion to the exponentials of the logarithms.
pub(super) fn shares(logs: [f64; N_NODES]) -> [f64; N_NODES] {
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut shares = logs.map(|log| (log - top).exp());
    let sum: f64 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= sum);
    shares
}

/// Mean and standard deviation of shares over the grid.
pub(super) fn estimate(shares: &[f64; N_NODES]) -> Estimate {
    let moment = |of: &dyn Fn(f64) -> f64| -> f64 {
        shares.iter().enumerate().map(|(index, share)| share * of(node(index))).sum()
    };
    let theta = moment(&|theta| theta);
    let variance = moment(&|at| (at - theta) * (at - theta));
    Estimate { theta, se: variance.sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_any_answer_a_person_is_average() {
        let Estimate { theta, se } = Posterior::prior().estimate();
        assert!(theta.abs() < 1e-12 && (se - 1.0).abs() < 1e-6, "{theta} {se}");
    }

    #[test]
    fn many_answers_against_each_other_leave_an_estimate() {
        let item = Parameters::new(2.0, 0.0, 0.0, 1.0).unwrap();
        let mut posterior = Posterior::prior();
        for count in 0..20_000 {
            posterior.answer(&item, count < 10_000);
        }
        let Estimate { theta, se } = posterior.estimate();
        assert!(theta.abs() < 1e-9 && se.is_finite(), "{theta} {se}");
    }
}
