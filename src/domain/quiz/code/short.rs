//! The code a person reads out: ten letters in two groups, two of them for checking.
//!
//! Forty bits: version 3, mode 2, ability 6, error 3, six domains of 2, seat 6, tag 8. The
//! check symbols are Reed and Solomon's over GF(32), so that one wrong letter is found and
//! mended and two are always noticed. Reference: Lin and Costello, *Error control coding*.

use super::VERSION;
use super::symbols::{Bits, letter, symbols};
use crate::domain::quiz::estimate::Estimate;
use crate::domain::quiz::profile::State;
use crate::domain::quiz::select::N_DOMAINS;

/// Letters that carry the result, and with the check.
const N_DATA: usize = 8;
const N_SYMBOLS: usize = 10;

/// Upper edges of the classes of standard errors, in logits; the eighth has none.
const SE_EDGES: [f64; 7] = [0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.60];

/// What a reader takes each class for: its middle; the open ones lie half a class outside.
const SE_MIDDLES: [f64; 8] = [0.225, 0.275, 0.325, 0.375, 0.425, 0.475, 0.55, 0.65];

/// A result in short. All numbers are what the code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// 0 to 3.
    pub mode: u8,
    /// 0 to 63: tenths of a logit above -3.15.
    pub theta: u8,
    /// 0 to 7: the class of the standard error.
    pub se: u8,
    /// States of the domains, 0 to 3 each.
    pub domains: [u8; N_DOMAINS],
    /// 1 to 63; 0 is none.
    pub seat: u8,
    /// The session that a teacher opened.
    pub tag: u8,
}

/// What a typed code turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Right(Short),
    /// With one letter changed it is this code. The person confirms it, for two wrong
    /// letters may look the same.
    Proposal(String, Short),
    Refused,
}

impl Short {
    /// The code of a result; an ability outside -3.15 to 3.15 becomes the nearest.
    ///
    /// `k = floor((theta + 3.15) / 0.1 + 0.5)`; the class of `se` is the first whose upper
    /// edge is not below it.
    #[must_use]
    pub fn new(
        mode: u8,
        estimate: Estimate,
        domains: [State; N_DOMAINS],
        seat: u8,
        tag: u8,
    ) -> Self {
        let theta = ((estimate.theta + 3.15) / 0.1 + 0.5).floor().clamp(0.0, 63.0) as u8;
        let se = SE_EDGES.iter().filter(|edge| estimate.se > **edge).count() as u8;
        Self { mode, theta, se, domains: domains.map(|state| state as u8), seat, tag }
    }

    /// Ability and standard error in logits, as far as the code keeps them.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        let theta = (f64::from(self.theta) * 10.0 - 315.0) / 100.0;
        let se = SE_MIDDLES.get(usize::from(self.se)).or(SE_MIDDLES.last());
        Estimate { theta, se: se.copied().unwrap_or(1.0) }
    }

    /// Ten letters and a hyphen, such as `5JBAN-4D5D7`. Of each number only the bits that
    /// the code has room for.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut bits = Bits::default();
        bits.push(u32::from(VERSION), 3);
        bits.push(u32::from(self.mode), 2);
        bits.push(u32::from(self.theta), 6);
        bits.push(u32::from(self.se), 3);
        self.domains.iter().for_each(|state| bits.push(u32::from(*state), 2));
        bits.push(u32::from(self.seat), 6);
        bits.push(u32::from(self.tag), 8);
        let mut word = bits.symbols();
        word.extend(check(&word));
        written(&word)
    }

    /// Reads a typed code, in small or capital letters, with or without hyphen and spaces.
    #[must_use]
    pub fn decode(text: &str) -> Reading {
        let Some(mut word) = symbols(text).filter(|word| word.len() == N_SYMBOLS) else {
            return Reading::Refused;
        };
        let wrong = wrong(&word);
        match wrong {
            Wrong::None => {}
            Wrong::One(place, change) => match word.get_mut(place) {
                Some(symbol) => *symbol ^= change,
                None => return Reading::Refused,
            },
            Wrong::More => return Reading::Refused,
        }
        match Self::of_data(word.get(..N_DATA).unwrap_or_default()) {
            Some(short) if wrong == Wrong::None => Reading::Right(short),
            Some(short) => Reading::Proposal(written(&word), short),
            None => Reading::Refused,
        }
    }

    /// `None` for another version.
    fn of_data(word: &[u8]) -> Option<Self> {
        let mut bits = Bits::of_symbols(word);
        if bits.take_small(3) != VERSION {
            return None;
        }
        let (mode, theta, se) = (bits.take_small(2), bits.take_small(6), bits.take_small(3));
        let domains = [(); N_DOMAINS].map(|()| bits.take_small(2));
        Some(Self { mode, theta, se, domains, seat: bits.take_small(6), tag: bits.take_small(8) })
    }
}

fn written(word: &[u8]) -> String {
    let mut code = String::new();
    for (index, symbol) in word.iter().enumerate() {
        if index == N_SYMBOLS / 2 {
            code.push('-');
        }
        code.push(letter(*symbol));
    }
    code
}

/// Twice a number of GF(32), whose polynomial is `x^5 + x^2 + 1`.
fn double(number: u8) -> u8 {
    let doubled = number << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

/// The two check symbols: the rest of `word x^2` divided by `(x - 2)(x - 4)`, which is
/// `x^2 + 6 x + 8`.
fn check(word: &[u8]) -> [u8; 2] {
    let (mut high, mut low) = (0, 0);
    for symbol in word {
        let lead = high ^ symbol;
        let (two, four) = (double(lead), double(double(lead)));
        (high, low) = (low ^ two ^ four, double(four));
    }
    [high, low]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    None,
    /// The symbol at a place, and what to add to it.
    One(usize, u8),
    More,
}

/// What the values at 2 and 4 say: a change `e` of the symbol of `x^k` makes them `e 2^k` and
/// `e 4^k`.
fn wrong(word: &[u8]) -> Wrong {
    let (mut at_two, mut at_four) = (0, 0);
    for symbol in word {
        at_two = double(at_two) ^ symbol;
        at_four = double(double(at_four)) ^ symbol;
    }
    if at_two == 0 && at_four == 0 {
        return Wrong::None;
    }
    for change in 1..32 {
        let (mut two, mut four) = (change, change);
        for place in (0..N_SYMBOLS).rev() {
            if two == at_two && four == at_four {
                return Wrong::One(place, change);
            }
            (two, four) = (double(two), double(double(four)));
        }
    }
    Wrong::More
}
