//! What may be said about a group of people.

use super::estimate::Estimate;
use super::level::{N_LEVELS, levels};

/// A part of a group with fewer people is not shown.
pub const SMALLEST_PART: usize = 5;

/// A group as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    pub n_people: usize,
    /// The share of people at each level, 0 to 1; they sum to 1, or to 0 without people.
    pub levels: [f64; N_LEVELS],
    /// The mean of the estimates, in logits.
    pub mean: f64,
}

impl Group {
    /// Whether there are enough people for nobody to be recognised in a part of a group.
    #[must_use]
    pub fn may_be_shown(&self) -> bool {
        self.n_people >= SMALLEST_PART
    }
}

/// The shares of levels as means of each person's probabilities, which, unlike counting the
/// most probable level of each, do not shrink the ends.
///
/// `share_j = 1/n sum_i P(level j | theta_i, se_i)`; reference: Mislevy (1991), *Randomization-based
/// inference about latent variables from complex samples*, on group shares from posteriors.
#[must_use]
pub fn group(people: &[Estimate]) -> Group {
    let mut group = Group { n_people: people.len(), ..Group::default() };
    let n = people.len() as f64;
    for person in people {
        group.mean += person.theta / n;
        for (share, probability) in group.levels.iter_mut().zip(levels(*person)) {
            *share += probability / n;
        }
    }
    group
}
