//! Invented people who take the self-check, to see how well it measures them.
//!
//! People: abilities from N(0,1). Questions: what the engine believes of a question is not
//! quite true (`Truth`); answers come from the true curves, estimates from the believed ones.
//! Everybody meets a truth of their own, so that no single draw of it decides the outcome.
//! Nobody has seen a question before, every question may be asked, and all sessions go to
//! their end. Not simulated: age and setting, fatigue, people who stop early or guess more
//! than others, domains of different strength within a person.

use super::estimate::Estimate;
use super::level::{Verdict, level, verdict};
use super::random::Random;
use super::response::Parameters;
use super::select::{Answer, Candidate, Next, Rules, Session, Standing};

/// How the true curves differ from those in the bank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    /// Standard deviation of true minus believed difficulty, in logits.
    pub b_sd: f64,
    /// True over believed discrimination is `exp(N(a_log_mean, a_log_sd^2))`.
    pub a_log_mean: f64,
    pub a_log_sd: f64,
}

impl Truth {
    /// Difficulties set by experts, all questions believed to discriminate alike, while their
    /// true discriminations are spread like those of the twenty questions of the vectors.
    pub const LAUNCH: Self = Self { b_sd: 0.5, a_log_mean: 0.1, a_log_sd: 0.2 };

    /// What the bank says is true.
    pub const AS_BELIEVED: Self = Self { b_sd: 0.0, a_log_mean: 0.0, a_log_sd: 0.0 };
}

/// What the invented people tell about a bank and its rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub n_people: usize,
    /// Questions per session.
    pub mean_length: f64,
    /// Root of the mean squared error of the estimates, in logits.
    pub rmse: f64,
    /// Mean of estimate minus ability, in logits.
    pub bias: f64,
    /// Pearson correlation of estimates and abilities.
    pub correlation: f64,
    /// Mean of the standard errors that people are told, in logits.
    pub mean_se: f64,
    /// The share whose estimate lies in their true level, and in it or a neighbour.
    pub exact: f64,
    pub within_one: f64,
    /// The share who are told one level, and the share of those to whom it is the true one.
    pub single: f64,
    pub single_right: f64,
    /// The share of sessions in which each question was asked.
    pub exposure: Vec<f64>,
}

/// Lets `n_people` take sessions over a bank; the same seed gives the same outcome.
#[must_use]
pub fn simulate(
    bank: &[Candidate],
    rules: &Rules,
    truth: &Truth,
    n_people: usize,
    seed: u32,
) -> Outcome {
    let mut random = Random::new(seed);
    let mut asked = vec![0.0; bank.len()];
    let n = n_people.max(1) as f64;
    let mut sums = Sums::default();
    for _ in 0..n_people {
        let ability = normal(&mut random);
        let curves: Vec<Parameters> =
            bank.iter().map(|item| truth.curve(&item.parameters, &mut random)).collect();
        let session = session(bank, &curves, rules, ability, &mut random);
        for Answer { item, .. } in session.answers() {
            asked.get_mut(*item).into_iter().for_each(|count| *count += 1.0);
        }
        sums.add(ability, &session);
    }
    asked.iter_mut().for_each(|count| *count /= n);
    sums.outcome(n_people, asked)
}

impl Truth {
    fn curve(&self, believed: &Parameters, random: &mut Random) -> Parameters {
        let [a, b, c, d] = believed.values();
        let b = b + self.b_sd * normal(random);
        let a = a * (self.a_log_mean + self.a_log_sd * normal(random)).exp();
        Parameters::new(a, b, c, d).unwrap_or(*believed)
    }
}

fn session(
    bank: &[Candidate],
    curves: &[Parameters],
    rules: &Rules,
    ability: f64,
    random: &mut Random,
) -> Session {
    let mut session = Session::new((random.fraction() * 4_294_967_296.0) as u32);
    while let Next::Ask(item) = session.next(bank, rules, &|_| Standing::Open) {
        let chance = curves.get(item).map_or(0.0, |curve| curve.probability(ability));
        session.answer(bank, Answer { item, is_right: random.fraction() < chance });
    }
    session
}

/// A standard normal number (Box and Muller); takes two numbers.
fn normal(random: &mut Random) -> f64 {
    let radius = (-2.0 * (1.0 - random.fraction()).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.fraction()).cos()
}

#[derive(Default)]
struct Sums {
    length: f64,
    error: f64,
    square: f64,
    ability: f64,
    ability_square: f64,
    theta: f64,
    theta_square: f64,
    product: f64,
    se: f64,
    n_exact: f64,
    n_within: f64,
    n_single: f64,
    n_single_right: f64,
}

impl Sums {
    fn add(&mut self, ability: f64, session: &Session) {
        let Estimate { theta, se } = session.estimate();
        let error = theta - ability;
        self.length += session.answers().len() as f64;
        self.error += error;
        self.square += error * error;
        self.ability += ability;
        self.ability_square += ability * ability;
        self.theta += theta;
        self.theta_square += theta * theta;
        self.product += theta * ability;
        self.se += se;
        let (own, found) = (level(ability), level(theta));
        self.n_exact += f64::from(own == found);
        self.n_within += f64::from(own.abs_diff(found) <= 1);
        if let Verdict::One(told) = verdict(&session.posterior().levels()) {
            self.n_single += 1.0;
            self.n_single_right += f64::from(told == own);
        }
    }

    fn outcome(&self, n_people: usize, exposure: Vec<f64>) -> Outcome {
        let n = n_people.max(1) as f64;
        let covariance = self.product / n - self.theta * self.ability / (n * n);
        let variance = |square: f64, sum: f64| square / n - sum * sum / (n * n);
        let spread =
            variance(self.theta_square, self.theta) * variance(self.ability_square, self.ability);
        Outcome {
            n_people,
            mean_length: self.length / n,
            rmse: (self.square / n).sqrt(),
            bias: self.error / n,
            correlation: if spread > 0.0 { covariance / spread.sqrt() } else { 0.0 },
            mean_se: self.se / n,
            exact: self.n_exact / n,
            within_one: self.n_within / n,
            single: self.n_single / n,
            single_right: self.n_single_right / self.n_single.max(1.0),
            exposure,
        }
    }
}
