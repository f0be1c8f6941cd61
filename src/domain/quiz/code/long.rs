//! The code in a picture: every answer, without a name.
//!
//! `KNS`, then in base 32: version 4 bits, mode 4, bank 12, seat 6, tag 8, count 6, seed 32;
//! for each answer the question's number 9 and the response 7; at the end a CRC-16 of all
//! the bytes before it.

use super::symbols::{Bits, letter, symbols};
use super::{VERSION, crc16};

const PREFIX: &str = "KNS";

/// Bits before the answers, of an answer, and of the checksum.
const N_HEAD: usize = 72;
const N_ANSWER: usize = 16;
const N_CHECK: usize = 16;

/// One answer of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongAnswer {
    /// The question's number in its bank, 0 to 511.
    pub number: u16,
    /// What was chosen, 0 to 127; its meaning depends on the type of the question.
    pub response: u8,
}

/// A whole session: with its bank, the full report again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Long {
    /// 0 to 15.
    pub mode: u8,
    /// The bank's number, 0 to 4095.
    pub bank: u16,
    /// 1 to 63; 0 is none.
    pub seat: u8,
    pub tag: u8,
    pub seed: u32,
    /// At most 63.
    pub answers: Vec<LongAnswer>,
}

impl Long {
    /// Letters and digits after `KNS`; 79 characters for 18 answers. Of each number only the
    /// bits that the code has room for, and of the answers the first 63.
    #[must_use]
    pub fn encode(&self) -> String {
        let answers = self.answers.get(..63).unwrap_or(&self.answers);
        let mut bits = Bits::default();
        bits.push(u32::from(VERSION), 4);
        bits.push(u32::from(self.mode), 4);
        bits.push(u32::from(self.bank), 12);
        bits.push(u32::from(self.seat), 6);
        bits.push(u32::from(self.tag), 8);
        bits.push(answers.len() as u32, 6);
        bits.push(self.seed, 32);
        for answer in answers {
            bits.push(u32::from(answer.number), 9);
            bits.push(u32::from(answer.response), 7);
        }
        let check = crc16(&bits.bytes());
        bits.push(u32::from(check), N_CHECK);
        PREFIX.chars().chain(bits.symbols().into_iter().map(letter)).collect()
    }

    /// Reads a code; `None` when it is not whole, of another version or does not add up.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let prefix = text.get(..PREFIX.len())?;
        if !prefix.eq_ignore_ascii_case(PREFIX) {
            return None;
        }
        let word = symbols(text.get(PREFIX.len()..)?)?;
        let mut bits = Bits::of_symbols(&word);
        let version = bits.take_small(4);
        let (mode, bank) = (bits.take_small(4), bits.take(12) as u16);
        let (seat, tag) = (bits.take_small(6), bits.take_small(8));
        let n_answers = bits.take(6) as usize;
        let seed = bits.take(32);
        let n_bits = N_HEAD + n_answers * N_ANSWER + N_CHECK;
        if version != VERSION || word.len() != n_bits.div_ceil(5) {
            return None;
        }
        let answer = |_| LongAnswer { number: bits.take(9) as u16, response: bits.take_small(7) };
        let answers = (0..n_answers).map(answer).collect();
        let long = Self { mode, bank, seat, tag, seed, answers };
        // Checksum and padding are right when the same code comes out again.
        let is_same =
            |code: String| code.chars().skip(PREFIX.len()).eq(word.iter().map(|s| letter(*s)));
        is_same(long.encode()).then_some(long)
    }
}
