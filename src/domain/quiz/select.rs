//! Which question comes next, and when there are enough.
//!
//! A session is a seed and the answers. The domain that lags most behind its weight comes
//! next; in it, one of the `n_best` questions that tell most at the estimate, drawn with the
//! seed. Reference: Kingsbury and Zara (1989), *Procedures for selecting items for
//! computerized adaptive tests* (content balancing and randomesque choice).

use super::estimate::{Estimate, Posterior};
use super::random::Random;
use super::response::Parameters;

/// How many domains there are; they are counted from 0.
pub const N_DOMAINS: usize = 6;

/// The ability for which the first question is chosen, in logits: a friendly one.
pub const START: f64 = -0.5;

/// Two weights times a count closer than this are the same.
const TIE: f64 = 1e-9;

/// Questions seen before come back into a domain that has fewer fresh ones than this.
const N_FRESH: usize = 3;

/// A question as the choice sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Decides between questions that tell the same: the smaller one goes first.
    pub id: String,
    /// 0 to 5.
    pub domain: usize,
    pub parameters: Parameters,
    /// Indexes of questions that give this one away or that it gives away.
    pub enemies: Vec<usize>,
}

/// Whether a question may be asked in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Asked in the last attempt: only when the domain has fewer than three others.
    Seen,
    /// For another age, another setting or another part of the bank: never.
    Closed,
}

/// How questions are shared out and when a session ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The share of each domain; they sum to 1.
    pub weights: [f64; N_DOMAINS],
    /// Among how many of the most telling questions chance decides, at least 1.
    pub n_best: usize,
    /// No end before this many answers, however precise the estimate is.
    pub n_min: usize,
    pub n_max: usize,
    /// The standard error that is small enough, in logits.
    pub se_stop: f64,
}

impl Rules {
    /// The shares of the six domains in the bank and in a session.
    pub const WEIGHTS: [f64; N_DOMAINS] = [0.15, 0.20, 0.10, 0.25, 0.15, 0.15];

    /// Between 12 and 18 questions, until the standard error is 0.40.
    pub const FULL: Self =
        Self { weights: Self::WEIGHTS, n_best: 5, n_min: 12, n_max: 18, se_stop: 0.40 };

    /// Eight questions: the short form, and the one for a single domain.
    pub const SHORT: Self = Self { n_min: 8, n_max: 8, ..Self::FULL };
}

/// An answer to the question with this index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub item: usize,
    pub is_right: bool,
}

/// What follows an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Ask the question with this index.
    Ask(usize),
    Stop(Reason),
}

/// Why a session has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The estimate is precise enough.
    Precise,
    /// As many questions as the rules allow.
    Full,
    /// No question is left that may be asked.
    Empty,
}

/// A seed and the answers so far, with what follows from them kept at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    seed: u32,
    answers: Vec<Answer>,
    /// Domains in the order in which they win ties.
    order: [usize; N_DOMAINS],
    counts: [usize; N_DOMAINS],
    posterior: Posterior,
}

impl Session {
    #[must_use]
    pub fn new(seed: u32) -> Self {
        let mut order = [0, 1, 2, 3, 4, 5];
        Random::new(seed).shuffle(&mut order);
        let (counts, posterior) = ([0; N_DOMAINS], Posterior::prior());
        Self { seed, answers: Vec::new(), order, counts, posterior }
    }

    /// The session that these answers led to; `None` when one is not of this bank.
    #[must_use]
    pub fn replay(seed: u32, bank: &[Candidate], answers: &[Answer]) -> Option<Self> {
        let mut session = Self::new(seed);
        answers.iter().all(|answer| session.answer(bank, *answer)).then_some(session)
    }

    /// Adds an answer; `false`, and nothing changes, when the question is not in the bank or
    /// has been answered.
    pub fn answer(&mut self, bank: &[Candidate], answer: Answer) -> bool {
        let Some(candidate) = bank.get(answer.item) else { return false };
        let Some(count) = self.counts.get_mut(candidate.domain) else { return false };
        if self.answers.iter().any(|earlier| earlier.item == answer.item) {
            return false;
        }
        *count += 1;
        self.posterior.answer(&candidate.parameters, answer.is_right);
        self.answers.push(answer);
        true
    }

    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// Domains in the order in which they win ties, from the seed.
    #[must_use]
    pub fn domain_order(&self) -> [usize; N_DOMAINS] {
        self.order
    }

    #[must_use]
    pub fn posterior(&self) -> &Posterior {
        &self.posterior
    }

    /// The next question, or why there is none. `standing` says of each index of the bank
    /// whether it may be asked; enemies of what was asked never are.
    ///
    /// A domain without a question that may be asked is passed over, so that the session goes
    /// on while any is left.
    #[must_use]
    pub fn next(
        &self,
        bank: &[Candidate],
        rules: &Rules,
        standing: &dyn Fn(usize) -> Standing,
    ) -> Next {
        let n_answers = self.answers.len();
        if n_answers >= rules.n_max {
            return Next::Stop(Reason::Full);
        }
        let estimate = self.posterior.estimate();
        if n_answers >= rules.n_min && estimate.se <= rules.se_stop {
            return Next::Stop(Reason::Precise);
        }
        let free = self.free(bank, standing);
        let Some(domain) = self.domain(bank, &free, rules) else {
            return Next::Stop(Reason::Empty);
        };
        let theta = if n_answers == 0 { START } else { estimate.theta };
        let best = most_telling(bank, &free, domain, theta, rules.n_best.max(1));
        // The domains' order took the first numbers, each question before this one its own.
        let index = (N_DOMAINS - 1 + n_answers) as u32;
        let drawn = Random::at(self.seed, index).below(best.len());
        best.get(drawn).map_or(Next::Stop(Reason::Empty), |(item, _)| Next::Ask(*item))
    }

    /// What is known of the person now: mean and standard error in logits.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        self.posterior.estimate()
    }

    /// Each question's standing, closed for those asked and for their enemies.
    fn free(&self, bank: &[Candidate], standing: &dyn Fn(usize) -> Standing) -> Vec<Standing> {
        let mut free: Vec<Standing> = (0..bank.len()).map(standing).collect();
        let mut close = |item: usize| {
            free.get_mut(item).into_iter().for_each(|one| *one = Standing::Closed);
        };
        for answer in &self.answers {
            close(answer.item);
            let enemies = bank.get(answer.item).into_iter().flat_map(|asked| &asked.enemies);
            enemies.copied().for_each(&mut close);
        }
        free
    }

    /// The domain that lags most, `weight (n + 1) - count`, among those with a free question.
    fn domain(&self, bank: &[Candidate], free: &[Standing], rules: &Rules) -> Option<usize> {
        let n = (self.answers.len() + 1) as f64;
        let mut most: Option<(usize, f64)> = None;
        for domain in self.order {
            let lag = rules.weights.get(domain)? * n - *self.counts.get(domain)? as f64;
            let leads = most.is_none_or(|(_, top)| lag > top + TIE);
            if leads && of_domain(bank, free, domain).next().is_some() {
                most = Some((domain, lag));
            }
        }
        most.map(|(domain, _)| domain)
    }
}

/// The free questions of a domain: index, question, whether it was seen before.
fn of_domain<'a>(
    bank: &'a [Candidate],
    free: &'a [Standing],
    domain: usize,
) -> impl Iterator<Item = (usize, &'a Candidate, bool)> {
    let all = bank.iter().zip(free).enumerate();
    all.filter(move |(_, (candidate, standing))| {
        candidate.domain == domain && **standing != Standing::Closed
    })
    .map(|(item, (candidate, standing))| (item, candidate, *standing == Standing::Seen))
}

/// At most `n_best` free questions of a domain, those with most information first; what
/// differs after the 12th decimal is the same, and the smaller id goes first.
fn most_telling(
    bank: &[Candidate],
    free: &[Standing],
    domain: usize,
    theta: f64,
    n_best: usize,
) -> Vec<(usize, f64)> {
    let n_fresh = of_domain(bank, free, domain).filter(|(.., is_seen)| !is_seen).count();
    let mut best: Vec<(usize, f64)> = Vec::new();
    for (item, candidate, is_seen) in of_domain(bank, free, domain) {
        if is_seen && n_fresh >= N_FRESH {
            continue;
        }
        let told = (candidate.parameters.information(theta) * 1e12).round();
        let is_better = |(other, top): &(usize, f64)| {
            told > *top || told == *top && bank.get(*other).is_some_and(|o| candidate.id < o.id)
        };
        let place = best.iter().position(is_better).unwrap_or(best.len());
        if place < n_best {
            best.truncate(n_best - 1);
            best.insert(place, (item, told));
        }
    }
    best
}
