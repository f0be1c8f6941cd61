//! One attempt at the self-check: what was chosen at the start, and every answer so far.
//!
//! The attempt is its bank, seed, plan and answers; everything else is computed from them, so
//! that a page that was closed, reloaded or killed comes back to the same question.

use std::rc::Rc;

use super::answer::Answer;
use super::code::{Long, LongAnswer, Short};
use super::deck::{Deck, Row};
use super::estimate::Estimate;
use super::item::{Age, ItemKind, Setting};
use super::profile::{self, DomainAnswer, Profile};
use super::random::Random;
use super::response::Parameters;
use super::select::{self, Candidate, Next, Rules, Session, Standing};

/// How many questions, of what, and whether they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Quick,
    Full,
    Domain,
    Practice,
}

impl Mode {
    /// Every mode, in the order people see them.
    pub const ALL: [Self; 4] = [Self::Quick, Self::Full, Self::Domain, Self::Practice];

    /// The number in codes: 3 is kept for classes, practice never leaves the device.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Quick => 0,
            Self::Full => 1,
            Self::Domain => 2,
            Self::Practice => 8,
        }
    }

    fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.number() == number)
    }

    /// The key in forms and in what is kept.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
            Self::Domain => "domain",
            Self::Practice => "practice",
        }
    }

    /// The mode of a key.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.key() == key)
    }

    /// About how many questions; 0 when there is no end.
    #[must_use]
    pub fn about(self) -> usize {
        match self {
            Self::Quick | Self::Domain => 8,
            Self::Full => 18,
            Self::Practice => 0,
        }
    }

    fn rules(self) -> Rules {
        match self {
            Self::Quick | Self::Domain => Rules::SHORT,
            Self::Full => Rules::FULL,
            // As many as fit into what is kept.
            Self::Practice => Rules { n_min: 60, n_max: 60, ..Rules::FULL },
        }
    }
}

/// What is decided before the first question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub mode: Mode,
    /// 0 to 5, for [`Mode::Domain`].
    pub domain: u8,
    pub age: Option<Age>,
    pub seed: u32,
    /// Tells one attempt from another in codes.
    pub tag: u8,
    /// Day of the start, as the device has it: `2026-11-22`.
    pub day: String,
    /// Numbers of the questions of the attempt before.
    pub seen: Vec<u16>,
    /// What the person believed of each domain, 1 to 4; 0 where nothing was said.
    pub beliefs: [u8; 6],
}

/// An attempt.
#[derive(Clone, Debug)]
pub struct Attempt {
    deck: Rc<Deck>,
    candidates: Rc<Vec<Candidate>>,
    plan: Plan,
    answers: Vec<(usize, Answer)>,
    session: Session,
}

/// Why a kept attempt cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// It is cut off, changed or not ours.
    Damaged,
    /// It was made with another bank.
    OtherBank,
}

/// The questions as the choice sees them; ids are the order of the bank.
#[must_use]
pub fn candidates(deck: &Deck) -> Vec<Candidate> {
    let place = |no: &u16| deck.rows.iter().position(|row| row.no == *no);
    let candidate = |(n, row): (usize, &Row)| {
        let model = row.calibration();
        let expected = Parameters::new(1.0, 0.0, 0.25, 0.98);
        let parameters = Parameters::new(model.a, model.b, model.c, model.d).or(expected)?;
        // Three letters that stand in the order of the bank.
        let digits = [n / 26 / 26, n / 26 % 26, n % 26].map(|digit| (b'a' + digit as u8) as char);
        Some(Candidate {
            id: digits.iter().collect(),
            domain: usize::from(row.domain.min(5)),
            parameters,
            enemies: row.enemies.iter().filter_map(place).collect(),
        })
    };
    deck.rows.iter().enumerate().filter_map(candidate).collect()
}

impl Attempt {
    /// An attempt before its first question.
    #[must_use]
    pub fn new(deck: &Rc<Deck>, plan: Plan) -> Self {
        let session = Session::new(plan.seed);
        let candidates = Rc::new(candidates(deck));
        Self { deck: deck.clone(), candidates, plan, answers: Vec::new(), session }
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    #[must_use]
    pub fn deck(&self) -> &Deck {
        &self.deck
    }

    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Remembers what the person believes of each domain.
    pub fn believe(&mut self, beliefs: [u8; 6]) {
        self.plan.beliefs = beliefs;
    }

    /// How many questions are answered.
    #[must_use]
    pub fn n_answers(&self) -> usize {
        self.answers.len()
    }

    /// The row and the answer at a place, counted from 0.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<(&Row, &Answer)> {
        let (item, answer) = self.answers.get(place)?;
        Some((self.deck.rows.get(*item)?, answer))
    }

    /// Every row with its answer.
    pub fn pairs(&self) -> impl Iterator<Item = (&Row, &Answer)> {
        (0..self.answers.len()).filter_map(|place| self.at(place))
    }

    /// The next question, or nothing when the attempt has ended.
    #[must_use]
    pub fn next(&self) -> Option<&Row> {
        self.choose(true).or_else(|| self.choose(false))
    }

    /// The next question. `is_varied`: kinds that have had their share are passed over, or
    /// ordering and matching, which are hard to guess, would crowd out the drawn messages.
    fn choose(&self, is_varied: bool) -> Option<&Row> {
        let Plan { mode, domain, age, seen, .. } = &self.plan;
        let room = |kind: ItemKind| {
            let about = if *mode == Mode::Practice { self.n_answers() + 6 } else { mode.about() };
            let n_asked = self.pairs().filter(|(row, _)| row.key().kind == kind).count();
            n_asked < kind.share(about)
        };
        let has_room = ItemKind::ALL.iter().map(|kind| room(*kind)).collect::<Vec<bool>>();
        let standing = |item: usize| {
            let Some(row) = self.deck.rows.get(item) else { return Standing::Closed };
            let is_other = *mode == Mode::Domain && row.domain != u16::from(*domain);
            let has_room = has_room.get(usize::from(row.kind)).copied().unwrap_or(true);
            if is_other || !row.suits(*age, Setting::Phone) || is_varied && !has_room {
                Standing::Closed
            } else if seen.contains(&row.no) {
                Standing::Seen
            } else {
                Standing::Open
            }
        };
        match self.session.next(&self.candidates, &mode.rules(), &standing) {
            Next::Ask(item) => self.deck.rows.get(item),
            Next::Stop(_) => None,
        }
    }

    /// The domain whose words will be needed after the next question, for fetching early.
    ///
    /// It depends on counts alone, so a guessed answer finds it.
    #[must_use]
    pub fn domain_after_next(&self) -> Option<u16> {
        let row = self.next()?;
        let mut later = self.clone();
        let no = row.no;
        later.answer(no, Answer::Unknown).then(|| later.next().map(|row| row.domain))?
    }

    /// Adds an answer; `false`, and nothing changes, when the question was answered before.
    pub fn answer(&mut self, no: u16, answer: Answer) -> bool {
        let Some(item) = self.deck.rows.iter().position(|row| row.no == no) else { return false };
        let Some(row) = self.deck.rows.get(item) else { return false };
        let is_right = answer.is_right(&row.key());
        let is_added = self.session.answer(&self.candidates, select::Answer { item, is_right });
        if is_added {
            self.answers.push((item, answer));
        }
        is_added
    }

    /// Options of a question in the order they are shown: from the seed and the question alone.
    #[must_use]
    pub fn shown(&self, row: &Row) -> Vec<u8> {
        let mut shown: Vec<u8> = (0..row.n_options as u8).collect();
        let seed = self.plan.seed ^ u32::from(row.no).wrapping_mul(0x9E37_79B9);
        let key = row.key();
        match key.kind {
            ItemKind::Spot | ItemKind::Tap => {}
            kind => {
                Random::new(seed).shuffle(&mut shown);
                // What is to be put in order never stands in order already.
                let is_sorted = shown.iter().enumerate().all(|(n, place)| n == usize::from(*place));
                if is_sorted && kind == ItemKind::Order {
                    shown.rotate_left(1);
                }
            }
        }
        shown
    }

    /// The answers as they travel in a QR code or are kept.
    #[must_use]
    pub fn long_code(&self) -> Long {
        let answers = self.pairs().map(|(row, answer)| LongAnswer {
            number: row.no,
            response: answer.code(row.key().kind),
        });
        Long {
            mode: self.plan.mode.number(),
            bank: self.deck.bank,
            seat: 0,
            tag: self.plan.tag,
            seed: self.plan.seed,
            answers: answers.collect(),
        }
    }

    /// The attempt as the device keeps it.
    #[must_use]
    pub fn save(&self) -> String {
        let Plan { domain, age, day, beliefs, .. } = &self.plan;
        let mut text = String::from("1;");
        text.push((b'0' + domain) as char);
        text.push((b'0' + age.map_or(0, |age| age as u8 + 1)) as char);
        beliefs.iter().for_each(|belief| text.push((b'0' + belief) as char));
        text.push(';');
        text.push_str(day);
        text.push(';');
        text.push_str(&self.long_code().encode());
        text
    }

    /// The attempt that was kept; `seen` are the questions of the attempt before.
    ///
    /// # Errors
    /// When the text is damaged or belongs to another bank.
    pub fn load(deck: &Rc<Deck>, text: &str, seen: Vec<u16>) -> Result<Self, Loss> {
        let mut parts = text.split(';');
        let mut part = || parts.next().ok_or(Loss::Damaged);
        let (version, choices, day, code) = (part()?, part()?, part()?, part()?);
        if version != "1" || choices.len() != 8 || day.len() > 10 {
            return Err(Loss::Damaged);
        }
        let mut digits = choices.bytes().map(|byte| byte.wrapping_sub(b'0'));
        let mut digit = |most: u8| digits.next().filter(|n| *n <= most).ok_or(Loss::Damaged);
        let domain = digit(5)?;
        let age = Age::ALL.get(usize::from(digit(4)?).wrapping_sub(1)).copied();
        let mut beliefs = [0; 6];
        for belief in &mut beliefs {
            *belief = digit(4)?;
        }
        let code = Long::decode(code).ok_or(Loss::Damaged)?;
        let mode = Mode::of_number(code.mode).ok_or(Loss::Damaged)?;
        let (seed, tag, day) = (code.seed, code.tag, day.into());
        let plan = Plan { mode, domain, age, seed, tag, day, seen, beliefs };
        let (attempt, n_lost) = Self::replay(deck, plan, &code);
        match (code.bank == deck.bank, n_lost) {
            (false, _) => Err(Loss::OtherBank),
            (true, 0) => Ok(attempt),
            _ => Err(Loss::Damaged),
        }
    }

    /// The attempt of a code that came from elsewhere, and how many of its answers do not fit
    /// this bank; `None` when the mode is not one of ours.
    #[must_use]
    pub fn open(deck: &Rc<Deck>, code: &Long) -> Option<(Self, usize)> {
        let mode = Mode::of_number(code.mode)?;
        let (seed, tag) = (code.seed, code.tag);
        let (day, seen, beliefs) = (String::new(), Vec::new(), [0; 6]);
        let plan = Plan { mode, domain: 0, age: None, seed, tag, day, seen, beliefs };
        let (mut attempt, n_lost) = Self::replay(deck, plan, code);
        let domain = attempt.pairs().next().map_or(0, |(row, _)| row.domain);
        attempt.plan.domain = domain as u8;
        Some((attempt, n_lost))
    }

    fn replay(deck: &Rc<Deck>, plan: Plan, code: &Long) -> (Self, usize) {
        let mut attempt = Self::new(deck, plan);
        let mut n_lost = 0;
        for LongAnswer { number, response } in &code.answers {
            let answer = deck.row(*number).and_then(|row| Answer::of(*response, &row.key()));
            let is_added = answer.is_some_and(|answer| attempt.answer(*number, answer));
            n_lost += usize::from(!is_added);
        }
        (attempt, n_lost)
    }

    /// Ability and standard error so far, in logits.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        self.session.estimate()
    }

    /// What the answers say about single domains.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let answer = |(item, answer): &(usize, Answer)| {
            let (row, candidate) = (self.deck.rows.get(*item)?, self.candidates.get(*item)?);
            let is_right = answer.is_right(&row.key());
            Some(DomainAnswer {
                domain: candidate.domain,
                parameters: candidate.parameters,
                is_right,
            })
        };
        let answers: Vec<DomainAnswer> = self.answers.iter().filter_map(answer).collect();
        profile::profile(&answers)
    }

    /// The result in ten letters.
    #[must_use]
    pub fn short_code(&self) -> String {
        let states = self.profile().domains.map(|domain| domain.state());
        let Plan { mode, tag, .. } = self.plan;
        Short::new(mode.number(), self.estimate(), states, 0, tag).encode()
    }

    /// Numbers of the questions that were answered.
    #[must_use]
    pub fn asked(&self) -> Vec<u16> {
        self.pairs().map(|(row, _)| row.no).collect()
    }
}
