//! Cutting text into words: runs of letters or runs of digits, each with its accents.

use crate::domain::fold::{Letter, is_combining};
use core::ops::Range;

/// A word in a text: its bytes there, and the accents that folding took away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) accents: Accents,
}

/// The accents of a word in one number: the tone in three bits, then two bits of mark for
/// each of the first fourteen letters.
///
/// The tone belongs to the word, so it does not matter which letter carries it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Accents(pub(super) u32);

impl Accents {
    pub(super) const N_LETTERS: usize = 14;

    pub(super) fn tone(self) -> u8 {
        (self.0 & 7) as u8
    }

    pub(super) fn mark(self, place: usize) -> u8 {
        if place < Accents::N_LETTERS { (self.0 >> (3 + 2 * place) & 3) as u8 } else { 0 }
    }

    /// Whether these accents include the marks of others on the same letters.
    pub(super) fn has_marks_of(self, others: Accents) -> bool {
        let marks = others.0 >> 3;
        let marked = (marks | marks >> 1) & 0x0555_5555;
        ((marks ^ self.0 >> 3) & (marked | marked << 1)) == 0
    }

    /// The accents with the marks of the first letters only.
    pub(super) fn of_prefix(self, n_letters: usize) -> Accents {
        if n_letters < Accents::N_LETTERS {
            Accents(self.0 & ((8 << (2 * n_letters)) - 1))
        } else {
            self
        }
    }

    fn add(&mut self, letter: Letter, place: usize) {
        if letter.tone != 0 {
            self.0 = self.0 & !7 | u32::from(letter.tone);
        }
        if place < Accents::N_LETTERS {
            self.0 |= u32::from(letter.mark) << (3 + 2 * place);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Gap,
    Letter,
    Digit,
}

impl Class {
    fn of(c: char) -> Class {
        match c {
            '0'..='9' => Class::Digit,
            'a'..='z' | 'A'..='Z' => Class::Letter,
            '\u{D7}' | '\u{F7}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' => Class::Gap,
            '\u{FEFF}' => Class::Gap,
            '\u{C0}'.. => Class::Letter,
            _ => Class::Gap,
        }
    }
}

/// The words of a composed text, in order.
pub(super) struct Words<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Words<'text> {
    pub(super) fn new(text: &'text str) -> Words<'text> {
        Words { text, at: 0 }
    }

    /// Where the next word starts and ends.
    pub(super) fn bounds(&mut self) -> Option<Range<usize>> {
        self.run(false)
    }

    /// Where the next run of letters and digits together starts and ends.
    pub(super) fn chunk(&mut self) -> Option<Range<usize>> {
        self.run(true)
    }

    fn run(&mut self, is_mixed: bool) -> Option<Range<usize>> {
        let mut start = None;
        let mut class = Class::Gap;
        let mut end = self.text.len();
        for (offset, c) in self.text.get(self.at..)?.char_indices() {
            let next = Class::of(c);
            if start.is_none() {
                class = next;
                start = if class == Class::Gap { None } else { Some(self.at + offset) };
            } else if next != class && (next == Class::Gap || !is_mixed) {
                end = self.at + offset;
                break;
            }
        }
        self.at = end;
        start.map(|start| start..end)
    }

    /// The next word; its folded letters replace what `folded` held.
    ///
    /// After a consonant a final y counts as i: both spellings of "ky", "ly", "ty" are in use.
    pub(super) fn read(&mut self, folded: &mut String) -> Option<Word> {
        folded.clear();
        let Range { start, end } = self.bounds()?;
        let mut accents = Accents::default();
        let letters = self.text.get(start..end)?.chars().filter(|&c| !is_combining(c));
        for (place, letter) in letters.map(Letter::of).enumerate() {
            accents.add(letter, place);
            folded.push(letter.base);
        }
        if let [.., b'h' | b'k' | b'l' | b'm' | b's' | b't' | b'v', b'y'] = folded.as_bytes() {
            folded.pop();
            folded.push('i');
        }
        Some(Word { start, end, accents })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_words(text: &str, expected: &[&str]) {
        let (mut words, mut folded, mut found) = (Words::new(text), String::new(), Vec::new());
        while words.read(&mut folded).is_some() {
            found.push(folded.clone());
        }
        assert_eq!(found, expected);
    }

    fn accents(text: &str) -> Accents {
        Words::new(text).read(&mut String::new()).unwrap().accents
    }

    #[test]
    fn letters_and_digits_are_separate_words() {
        check_words("48-NQ/TU, 14,02%", &["48", "nq", "tu", "14", "02"]);
        check_words("48nqtu 2025/QH15", &["48", "nqtu", "2025", "qh", "15"]);
        check_words("(a\u{2013}b\u{2026})", &["a", "b"]);
        check_words(" .", &[]);
        check_words("", &[]);
    }

    #[test]
    fn tone_placement_does_not_matter() {
        assert_eq!(accents("h\u{F2}a"), accents("ho\u{E0}"));
        assert_ne!(accents("h\u{F2}a"), accents("h\u{F3}a"));
        assert_ne!(accents("hoa"), accents("h\u{F4}a"));
    }

    #[test]
    fn a_final_y_after_a_consonant_is_an_i() {
        check_words("K\u{1EF9} l\u{ED} quy y may", &["ki", "li", "quy", "y", "may"]);
    }

    #[test]
    fn prefix_accents_forget_later_letters() {
        assert_eq!(accents("ch\u{F4}\u{1A1}").of_prefix(3), accents("ch\u{F4}n"));
        assert_eq!(accents("\u{111}i").of_prefix(14), accents("\u{111}i"));
    }
}
