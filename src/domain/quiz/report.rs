//! What an attempt says: how far, what went well, what to do next.

use super::answer::{Answer, Decision};
use super::attempt::{Attempt, Mode};
use super::deck::Row;
use super::estimate::{Estimate, N_NODES};
use super::item::{ItemKind, Verdict as Message};
use super::level::{self, Verdict};
use super::profile::State;

/// How many drawn messages were missed and doubted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spots {
    /// Scams that were not called so, and all scams.
    pub missed: (usize, usize),
    /// Genuine messages that were called scams, and all genuine ones.
    pub doubted: (usize, usize),
}

/// A domain beside what the person believed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belief {
    pub domain: usize,
    /// 1 to 4.
    pub thought: u8,
    /// 1 to 4; `None` with fewer than three answers.
    pub done: Option<u8>,
}

/// Everything a result page says.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub mode: Mode,
    pub n_answers: usize,
    pub estimate: Estimate,
    pub verdict: Verdict,
    /// The verdict in three zones, for few answers.
    pub zones: Verdict,
    /// Place of the competence that went best.
    pub well: Option<u16>,
    /// Questions whose next steps are worth most, at most three.
    pub steps: Vec<Row>,
    pub states: [State; 6],
    /// When at least four drawn messages were judged.
    pub spots: Option<Spots>,
    pub beliefs: Vec<Belief>,
}

/// Where the zones of a short attempt part, as places of the grid: -0.5 and 0.5 logits.
const ZONES: [usize; 2] = [55, 65];
/// Answers a domain needs before it stands beside a belief.
const ENOUGH: usize = 3;
/// Messages that must have been judged before they are counted.
const SPOTS: usize = 4;

impl Report {
    /// Answers that a result needs at least.
    pub const LEAST: usize = 5;
    /// Answers from which on levels are named instead of zones.
    pub const LEVELS: usize = 12;

    /// The report of an attempt.
    #[must_use]
    pub fn of(attempt: &Attempt) -> Self {
        let posterior = attempt.session().posterior();
        let mut right: Vec<&Row> = Vec::new();
        let mut wrong: Vec<&Row> = Vec::new();
        for (row, answer) in attempt.pairs() {
            if answer.is_right(&row.key()) { right.push(row) } else { wrong.push(row) }
        }
        let domains = attempt.profile().domains;
        let beliefs = attempt.plan().beliefs;
        let beliefs = beliefs.iter().enumerate().filter(|(_, thought)| **thought > 0);
        let beliefs = beliefs.map(|(domain, thought)| {
            let of_domain = attempt.pairs().filter(|(row, _)| usize::from(row.domain) == domain);
            let is_enough = of_domain.count() >= ENOUGH;
            let mean = domains.get(domain).map(|domain| domain.mean);
            let done = mean.filter(|_| is_enough).map(level::level);
            Belief { domain, thought: *thought, done }
        });
        Self {
            mode: attempt.plan().mode,
            n_answers: attempt.n_answers(),
            estimate: posterior.estimate(),
            verdict: level::verdict(&posterior.levels()),
            zones: zone(&posterior.shares()),
            well: hardest(&right),
            steps: steps(&wrong),
            states: domains.map(|domain| domain.state()),
            spots: spots(attempt),
            beliefs: beliefs.collect(),
        }
    }

    /// Whether there are too few answers for levels.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.n_answers < Self::LEVELS
    }

    /// In how many domains somebody thought more, and less, of themselves than the answers show.
    #[must_use]
    pub fn gaps(&self) -> (usize, usize) {
        let pairs = self.beliefs.iter().filter_map(|belief| Some((belief.thought, belief.done?)));
        let higher = pairs.clone().filter(|(thought, done)| thought > done).count();
        (higher, pairs.filter(|(thought, done)| thought < done).count())
    }
}

/// One zone of three when its probability is at least .70, else two neighbours.
fn zone(shares: &[f64; N_NODES]) -> Verdict {
    let mut zones = [0.0; 3];
    for (index, share) in shares.iter().enumerate() {
        let n_below = ZONES.iter().filter(|cut| index >= **cut).count();
        if let Some(zone) = zones.get_mut(n_below) {
            *zone += share;
        }
    }
    let [low, middle, high] = zones;
    level::verdict(&[low, middle, high, 0.0])
}

/// The competence of the hardest question that was answered right; the first of equals.
fn hardest(right: &[&Row]) -> Option<u16> {
    let mut best: Option<&Row> = None;
    for row in right {
        if best.is_none_or(|best| row.band > best.band) {
            best = Some(row);
        }
    }
    best.map(|row| row.competence)
}

/// The easiest questions that were missed, one of each competence.
fn steps(wrong: &[&Row]) -> Vec<Row> {
    let mut steps: Vec<Row> = Vec::new();
    for band in 0..4 {
        for row in wrong.iter().filter(|row| row.band == band) {
            let is_new = steps.iter().all(|step| step.competence != row.competence);
            if is_new && steps.len() < 3 {
                steps.push((*row).clone());
            }
        }
    }
    steps
}

fn spots(attempt: &Attempt) -> Option<Spots> {
    let mut spots = Spots::default();
    for (row, answer) in attempt.pairs() {
        let key = row.key();
        match (key.kind, key.verdict) {
            (ItemKind::Spot, Some(Message::Scam)) => {
                spots.missed.1 += 1;
                spots.missed.0 += usize::from(!answer.is_judged_right(&key));
            }
            (ItemKind::Spot, Some(Message::Genuine)) => {
                spots.doubted.1 += 1;
                let is_doubted = matches!(answer, Answer::Judged(Decision::Scam, _));
                spots.doubted.0 += usize::from(is_doubted);
            }
            _ => {}
        }
    }
    (spots.missed.1 + spots.doubted.1 >= SPOTS).then_some(spots)
}
