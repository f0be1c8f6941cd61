//! What the answers say about single domains, beside the one ability.
//!
//! Each domain has an ability of its own near the overall one: `theta_d = theta + 0.5 z_d`
//! with `z_d` standard normal (17 nodes from -4 to 4, trapezoid), so that two domains
//! correlate .8. Reference: de la Torre and Patz (2005), *Making the most of what we have*,
//! for domain scores from a joint posterior.

use super::estimate::{Estimate, N_NODES, estimate, log_likelihood, log_prior, node, shares};
use super::response::Parameters;
use super::select::N_DOMAINS;

/// Nodes of `z`, half a unit apart, which is a quarter of a logit of `theta_d`.
const N_SHIFTS: usize = 17;

/// `theta_d` runs from -8 to 8 logits; in steps of 0.05 every sum of nodes lies on it.
const N_PLACES: usize = 321;

/// The place of `theta_d = 0`.
const ZERO: usize = 160;

/// The sums that five other domains' shifts can have.
const N_SUMS: usize = (N_DOMAINS - 1) * (N_SHIFTS - 1) + 1;

/// The probability from which on a domain stands out, and its counterpart below.
const STRONG: f64 = 0.80;
const WEAK: f64 = 0.20;

/// With fewer answers nothing is said about a domain.
const FEWEST: usize = 2;

/// An answer to a question of a domain, 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DomainAnswer {
    pub domain: usize,
    pub parameters: Parameters,
    pub is_right: bool,
}

/// What may be said about a domain; the number is the one in result codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Fewer than two questions.
    TooFew = 0,
    /// Below the person's other domains with a probability of .80: worth a look first.
    First = 1,
    /// Like the other domains, as far as the answers tell.
    Like = 2,
    /// Above the others with a probability of .80.
    Strength = 3,
}

/// A domain's own ability.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Domain {
    pub n_answers: usize,
    /// Posterior mean of `theta_d`, in logits.
    pub mean: f64,
    /// Posterior standard deviation of `theta_d`, in logits.
    pub sd: f64,
    /// `P(theta_d >= 0)`.
    pub above_zero: f64,
    /// `P(theta_d > mean of the other five)`; where they are equal, half of it counts.
    pub above_others: f64,
}

impl Domain {
    #[must_use]
    pub fn state(&self) -> State {
        if self.n_answers < FEWEST {
            State::TooFew
        } else if self.above_others >= STRONG {
            State::Strength
        } else if self.above_others <= WEAK {
            State::First
        } else {
            State::Like
        }
    }
}

/// All domains of a person, and the overall ability under the same model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// Wider than the estimate without domains, which takes answers as independent.
    pub overall: Estimate,
    pub domains: [Domain; N_DOMAINS],
}

/// The profile of a list of answers, in any order; answers to other domains are left out.
#[must_use]
pub fn profile(answers: &[DomainAnswer]) -> Profile {
    let mut domains = [Domain::default(); N_DOMAINS];
    let mut likelihoods = [[0.0; N_PLACES]; N_DOMAINS];
    for answer in answers {
        let own = domains.get_mut(answer.domain).zip(likelihoods.get_mut(answer.domain));
        let Some((domain, logs)) = own else { continue };
        domain.n_answers += 1;
        for (index, log) in logs.iter_mut().enumerate() {
            let theta = (index as f64 - ZERO as f64) / 20.0;
            *log += log_likelihood(&answer.parameters, theta, answer.is_right);
        }
    }
    for logs in &mut likelihoods {
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        logs.iter_mut().for_each(|log| *log = (*log - top).exp());
    }
    let weights = shift_weights();
    let mut logs = [0.0; N_NODES];
    for (index, log) in logs.iter_mut().enumerate() {
        let chance = |places: &[f64; N_PLACES]| -> f64 {
            shifts(places, &weights, index).iter().sum::<f64>().max(f64::MIN_POSITIVE)
        };
        *log = log_prior(index) + likelihoods.iter().map(|places| chance(places).ln()).sum::<f64>();
    }
    let shares = shares(logs);
    let mut squares = [0.0; N_DOMAINS];
    for (index, share) in shares.iter().enumerate().filter(|(_, share)| **share > 1e-15) {
        let shifts = likelihoods.map(|places| normalised(shifts(&places, &weights, index)));
        for (number, (domain, square)) in domains.iter_mut().zip(&mut squares).enumerate() {
            add(domain, square, index, *share, &shifts, number);
        }
    }
    for (domain, square) in domains.iter_mut().zip(squares) {
        domain.sd = (square - domain.mean * domain.mean).max(0.0).sqrt();
    }
    Profile { overall: estimate(&shares), domains }
}

/// Adds one node of the overall ability to the moments and probabilities of a domain.
fn add(
    domain: &mut Domain,
    square: &mut f64,
    index: usize,
    share: f64,
    shifts: &[[f64; N_SHIFTS]; N_DOMAINS],
    number: usize,
) {
    let Some(own) = shifts.get(number) else { return };
    let below = below_others(shifts, number);
    for (shift, chance) in own.iter().enumerate() {
        let theta = node(index) + (shift as f64 - 8.0) / 4.0;
        let mass = share * chance;
        domain.mean += mass * theta;
        *square += mass * theta * theta;
        if place(index, shift) >= ZERO {
            domain.above_zero += mass;
        }
        domain.above_others += mass * below.get(shift).copied().unwrap_or_default();
    }
}

/// For each shift of a domain, the chance that the mean shift of the others is smaller, plus
/// half the chance that it is the same: the sum of five shifts against five times its own.
fn below_others(shifts: &[[f64; N_SHIFTS]; N_DOMAINS], number: usize) -> [f64; N_SHIFTS] {
    let mut sums = [0.0; N_SUMS];
    sums[0] = 1.0;
    for (_, other) in shifts.iter().enumerate().filter(|(other, _)| *other != number) {
        let mut next = [0.0; N_SUMS];
        for (start, sum) in sums.iter().enumerate().filter(|(_, sum)| **sum > 0.0) {
            for (place, chance) in next.iter_mut().skip(start).zip(other) {
                *place += sum * chance;
            }
        }
        sums = next;
    }
    let mut below = [0.0; N_SHIFTS];
    let mut sum = 0.0;
    for (index, chance) in sums.iter().enumerate() {
        if index.is_multiple_of(N_DOMAINS - 1)
            && let Some(shift) = below.get_mut(index / (N_DOMAINS - 1))
        {
            *shift = sum + chance / 2.0;
        }
        sum += chance;
    }
    below
}

/// Where `theta_d` lies for a node of `theta` and a shift.
fn place(index: usize, shift: usize) -> usize {
    2 * index + 5 * shift
}

/// The weight of each shift times the likelihood of a domain's answers at a node of `theta`.
fn shifts(places: &[f64; N_PLACES], weights: &[f64; N_SHIFTS], index: usize) -> [f64; N_SHIFTS] {
    let mut chances = *weights;
    for (shift, chance) in chances.iter_mut().enumerate() {
        *chance *= places.get(place(index, shift)).copied().unwrap_or_default();
    }
    chances
}

/// The standard normal prior of `z` on its nodes.
fn shift_weights() -> [f64; N_SHIFTS] {
    let mut weights = [0.0; N_SHIFTS];
    for (shift, weight) in weights.iter_mut().enumerate() {
        let z = (shift as f64 - 8.0) / 2.0;
        let end = if shift == 0 || shift == N_SHIFTS - 1 { 0.5 } else { 1.0 };
        *weight = end * (-z * z / 2.0).exp();
    }
    normalised(weights)
}

fn normalised(mut chances: [f64; N_SHIFTS]) -> [f64; N_SHIFTS] {
    let sum = chances.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    chances.iter_mut().for_each(|chance| *chance /= sum);
    chances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_answers_every_domain_is_like_the_others() {
        for domain in profile(&[]).domains {
            assert_eq!(domain.state(), State::TooFew);
            assert!((domain.above_others - 0.5).abs() < 1e-9, "{domain:?}");
            assert!(domain.mean.abs() < 1e-9, "{domain:?}");
        }
    }

    #[test]
    fn a_domain_stands_out_only_when_the_answers_insist() {
        let parameters = Parameters::new(1.5, 0.0, 0.1, 0.98).unwrap();
        let answer = |domain, is_right| DomainAnswer { domain, parameters, is_right };
        for (n_right, n_wrong, wanted) in [
            (1, 0, State::TooFew),
            (2, 0, State::Like),
            (1, 1, State::Like),
            (8, 0, State::Strength),
            (0, 8, State::First),
        ] {
            let mut answers: Vec<_> =
                (0..24).map(|index| answer(1 + index % 4, index % 3 > 0)).collect();
            answers.extend((0..n_right).map(|_| answer(5, true)));
            answers.extend((0..n_wrong).map(|_| answer(5, false)));
            let domain = profile(&answers).domains[5];
            assert_eq!(domain.state(), wanted, "{n_right} right, {n_wrong} wrong: {domain:?}");
        }
    }
}
