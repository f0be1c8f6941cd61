//! What a person answered, whether it is right, and how it travels in seven bits.

use super::item::{ItemKind, Verdict};

/// A decision on a drawn message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Scam,
    Genuine,
    Unsure,
}

impl Decision {
    /// Every decision, in the order people see them.
    pub const ALL: [Self; 3] = [Self::Scam, Self::Genuine, Self::Unsure];
}

/// An answer; options are named by their place in the bank, not on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know".
    Unknown,
    /// One option.
    One(u8),
    /// Some options, a bit each.
    Set(u8),
    /// `order`: the option at each place. `match`: the partner of each option.
    Places(Vec<u8>),
    /// A decision, and the pieces taken for signs of a scam.
    Judged(Decision, u8),
}

/// What is right for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub kind: ItemKind,
    pub n_options: u8,
    /// Right options or true signs, a bit each.
    pub bits: u8,
    pub verdict: Option<Verdict>,
}

/// Code of "I don't know" for one choice, and for all other kinds.
const UNKNOWN_ONE: u8 = 7;
const UNKNOWN: u8 = 127;
/// Pieces of a message whose marks fit into a code.
const MARKS: u8 = 5;

impl Answer {
    /// Seven bits (`quiz/design.md` §8): index, bit mask, rank of the permutation, or decision
    /// and mask of the first five pieces.
    #[must_use]
    pub fn code(&self, kind: ItemKind) -> u8 {
        match self {
            Self::Unknown if kind == ItemKind::Single => UNKNOWN_ONE,
            Self::Unknown => UNKNOWN,
            Self::One(option) => *option,
            Self::Set(bits) => *bits,
            Self::Places(places) => rank(places),
            Self::Judged(decision, marks) => (*decision as u8) << MARKS | (marks & 31),
        }
    }

    /// The answer of a code; `None` when the question cannot be answered so.
    #[must_use]
    pub fn of(code: u8, key: &Key) -> Option<Self> {
        let n = key.n_options;
        match key.kind {
            ItemKind::Single if code == UNKNOWN_ONE => Some(Self::Unknown),
            ItemKind::Single => (code < n).then_some(Self::One(code)),
            _ if code == UNKNOWN => Some(Self::Unknown),
            ItemKind::Multi | ItemKind::Tap => {
                (n < 7 && code < 1 << n && code > 0).then_some(Self::Set(code))
            }
            ItemKind::Order | ItemKind::Match => permutation(code, n).map(Self::Places),
            ItemKind::Spot => {
                let decision = *Decision::ALL.get(usize::from(code >> MARKS))?;
                let marks = code & 31;
                (u16::from(marks) < 1 << n.min(MARKS)).then_some(Self::Judged(decision, marks))
            }
        }
    }

    /// Whether the answer is right (`quiz/design.md` §3). A scam asks for the decision, two
    /// true signs and at most one false one; a genuine message for the decision alone.
    #[must_use]
    pub fn is_right(&self, key: &Key) -> bool {
        match self {
            Self::Unknown => false,
            Self::One(option) => *option < 8 && key.bits == 1 << option,
            Self::Set(bits) => *bits == key.bits,
            Self::Places(places) => {
                places.iter().enumerate().all(|(n, place)| n == usize::from(*place))
            }
            Self::Judged(decision, marks) => match (decision, key.verdict) {
                (Decision::Scam, Some(Verdict::Scam)) => {
                    (marks & key.bits).count_ones() >= 2 && (marks & !key.bits).count_ones() <= 1
                }
                (Decision::Genuine, Some(Verdict::Genuine)) => true,
                _ => false,
            },
        }
    }

    /// Whether a decision on a message is right, whatever signs were named.
    #[must_use]
    pub fn is_judged_right(&self, key: &Key) -> bool {
        matches!(
            (self, key.verdict),
            (Self::Judged(Decision::Scam, _), Some(Verdict::Scam))
                | (Self::Judged(Decision::Genuine, _), Some(Verdict::Genuine))
        )
    }
}

/// Rank of a permutation among those of its length, in the order of words in a dictionary.
fn rank(places: &[u8]) -> u8 {
    let mut rank = 0;
    for (n, place) in places.iter().enumerate() {
        let rest = places.iter().skip(n + 1);
        let smaller = rest.clone().filter(|other| *other < place).count() as u8;
        rank = rank * (places.len() - n) as u8 + smaller;
    }
    rank
}

/// The permutation of `n` numbers with this rank.
fn permutation(rank: u8, n: u8) -> Option<Vec<u8>> {
    let mut digits = Vec::new();
    let mut rest = rank;
    for base in 1..=n {
        digits.push(rest % base);
        rest /= base;
    }
    if rest > 0 || n > 5 {
        return None;
    }
    let mut left: Vec<u8> = (0..n).collect();
    let mut places = Vec::new();
    for digit in digits.into_iter().rev() {
        let at = usize::from(digit);
        if at >= left.len() {
            return None;
        }
        places.push(left.remove(at));
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(kind: ItemKind, n_options: u8, bits: u8, verdict: Option<Verdict>) -> Key {
        Key { kind, n_options, bits, verdict }
    }

    #[test]
    fn every_code_of_every_kind_reads_back() {
        for kind in ItemKind::ALL {
            for n in 3..=5 {
                let key = key(*kind, n, 1, None);
                let answers = (0..=127).filter_map(|code| Some((code, Answer::of(code, &key)?)));
                let mut n_answers = 0;
                for (code, answer) in answers {
                    assert_eq!(answer.code(*kind), code, "{kind:?} {n} {answer:?}");
                    n_answers += 1;
                }
                let expected = match kind {
                    ItemKind::Single => n + 1,
                    ItemKind::Multi | ItemKind::Tap => 1 << n,
                    ItemKind::Order | ItemKind::Match => [7, 25, 121][usize::from(n) - 3],
                    ItemKind::Spot => (3 << n) + 1,
                };
                assert_eq!(n_answers, expected, "{kind:?} {n}");
            }
        }
    }

    #[test]
    fn right_is_what_the_kind_says() {
        use Decision::{Genuine, Scam, Unsure};
        let single = key(ItemKind::Single, 3, 0b010, None);
        let multi = key(ItemKind::Multi, 4, 0b101, None);
        let order = key(ItemKind::Order, 3, 0, None);
        let scam = key(ItemKind::Spot, 4, 0b0111, Some(Verdict::Scam));
        let genuine = key(ItemKind::Spot, 4, 0, Some(Verdict::Genuine));
        let table = [
            (Answer::One(1), single, true),
            (Answer::One(0), single, false),
            (Answer::Unknown, single, false),
            (Answer::Set(0b101), multi, true),
            (Answer::Set(0b111), multi, false),
            (Answer::Places(vec![0, 1, 2]), order, true),
            (Answer::Places(vec![1, 0, 2]), order, false),
            (Answer::Judged(Scam, 0b0011), scam, true),
            (Answer::Judged(Scam, 0b1011), scam, true),
            (Answer::Judged(Scam, 0b0001), scam, false),
            (Answer::Judged(Unsure, 0b0111), scam, false),
            (Answer::Judged(Genuine, 0), genuine, true),
            (Answer::Judged(Genuine, 0b0010), genuine, true),
            (Answer::Judged(Scam, 0b0011), genuine, false),
        ];
        for (answer, key, expected) in table {
            assert_eq!(answer.is_right(&key), expected, "{answer:?} {key:?}");
        }
    }
}
