//! How likely a right answer is, and how much it tells: the four-parameter logistic model.
//!
//! Reference: Barton and Lord (1981), *An upper asymptote for the three-parameter logistic
//! item-response model*; the information is Magis (2013), *A note on the item information
//! function of the four-parameter logistic model*.

/// The four numbers of a question.
///
/// Invariant: all finite, `a > 0`, `0 <= c < d <= 1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    a: f64,
    b: f64,
    c: f64,
    d: f64,
}

impl Parameters {
    /// Discrimination `a` (per logit), difficulty `b` (logits), and the shares `c` who guess
    /// right and `d` who answer right however able they are; `None` outside the invariant.
    #[must_use]
    pub fn new(a: f64, b: f64, c: f64, d: f64) -> Option<Self> {
        let is_curve = a > 0.0 && a.is_finite() && b.is_finite();
        (is_curve && 0.0 <= c && c < d && d <= 1.0).then_some(Self { a, b, c, d })
    }

    /// Discrimination, difficulty, lower and upper asymptote.
    #[must_use]
    pub fn values(&self) -> [f64; 4] {
        [self.a, self.b, self.c, self.d]
    }

    /// The chance of a right answer at ability `theta` (logits): between `c` and `d`.
    ///
    /// `P = c + (d - c) / (1 + exp(-a (theta - b)))`
    #[must_use]
    pub fn probability(&self, theta: f64) -> f64 {
        self.c + (self.d - self.c) / (1.0 + (self.a * (self.b - theta)).exp())
    }

    /// The chance of a wrong answer, `1 - P`, without the loss of digits near 0.
    ///
    /// `Q = (1 - d) + (d - c) / (1 + exp(a (theta - b)))`
    #[must_use]
    pub fn complement(&self, theta: f64) -> f64 {
        (1.0 - self.d) + (self.d - self.c) / (1.0 + (self.a * (theta - self.b)).exp())
    }

    /// The chance of the answer that was given.
    #[must_use]
    pub fn likelihood(&self, theta: f64, is_right: bool) -> f64 {
        if is_right { self.probability(theta) } else { self.complement(theta) }
    }

    /// Fisher information of one answer at ability `theta`, per logit squared, never negative.
    ///
    /// `I = a^2 (P - c)^2 (d - P)^2 / ((d - c)^2 P (1 - P))`
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        let (p, q) = (self.probability(theta), self.complement(theta));
        let span = self.d - self.c;
        let slope = self.a * (p - self.c) * (self.d - p) / span;
        let spread = p * q;
        // Far from the difficulty both vanish, and the slope does so faster.
        if spread > 0.0 { slope * slope / spread } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_make_no_curve_are_refused() {
        for (a, b, c, d) in [
            (0.0, 0.0, 0.2, 0.98),
            (-1.0, 0.0, 0.2, 0.98),
            (f64::INFINITY, 0.0, 0.2, 0.98),
            (1.0, f64::NAN, 0.2, 0.98),
            (1.0, 0.0, -0.1, 0.98),
            (1.0, 0.0, 0.98, 0.98),
            (1.0, 0.0, 0.2, 1.01),
            (1.0, 0.0, f64::NAN, 1.0),
        ] {
            assert_eq!(Parameters::new(a, b, c, d), None, "{a} {b} {c} {d}");
        }
    }

    #[test]
    fn information_stays_finite_where_the_curve_is_flat() {
        let steep = Parameters::new(30.0, 0.0, 0.0, 1.0).unwrap();
        for theta in [-60.0, -6.0, 0.0, 6.0, 60.0] {
            let information = steep.information(theta);
            assert!(information.is_finite() && information >= 0.0, "{theta}: {information}");
        }
    }
}
