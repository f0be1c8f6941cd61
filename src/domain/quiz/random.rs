//! Chance that can be repeated: the same seed gives the same numbers everywhere.

/// Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, one number per step.
///
/// Not for secrets; it shuffles questions.
#[derive(Clone, Debug)]
pub struct Random {
    state: u32,
}

/// What is added to the state with every number.
const STEP: u32 = 0x6D2B_79F5;

impl Random {
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self { state: seed }
    }

    /// The numbers of `seed` from the one with this index on.
    #[must_use]
    pub fn at(seed: u32, index: u32) -> Self {
        Self { state: seed.wrapping_add(STEP.wrapping_mul(index)) }
    }

    /// The next number: at least 0, less than 1, a multiple of 2^-32.
    pub fn fraction(&mut self) -> f64 {
        self.state = self.state.wrapping_add(STEP);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 15)).wrapping_mul(mixed | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 61));
        f64::from(mixed ^ (mixed >> 14)) / 4_294_967_296.0
    }

    /// A whole number below `n`, each as likely as the others; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.fraction() * n as f64) as usize
    }

    /// Puts the list in an order that any other was as likely as (Fisher and Yates, from the
    /// end); takes one number fewer than there are entries.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_number_is_found_without_the_earlier_ones() {
        let mut random = Random::new(u32::MAX);
        for index in 0..40 {
            assert_eq!(Random::at(u32::MAX, index).fraction(), random.fraction(), "{index}");
        }
    }
}
