//! The forms of all words: an interner while the index is built, a sorted list afterwards.

use super::words::Accents;
use core::ops::Range;
use std::collections::BinaryHeap;

/// A way a word is written: where its folded letters are, and its accents.
#[derive(Clone, Copy)]
struct Form {
    start: u32,
    end: u32,
    accents: Accents,
}

/// Every form once, sorted by folded letters, then by accents.
///
/// Invariant: forms with the same letters share one place in `letters`.
pub(super) struct Lexicon {
    letters: String,
    forms: Vec<Form>,
    spellings: Vec<Spelling>,
}

/// The forms that share their letters: the number of the first, and which letters they are.
struct Spelling {
    first: u32,
    kinds: u32,
}

impl Lexicon {
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }

    pub(super) fn letters(&self, form: usize) -> &str {
        self.forms.get(form).map_or("", |form| spelling(&self.letters, form))
    }

    pub(super) fn accents(&self, form: usize) -> Accents {
        self.forms.get(form).map_or(Accents(0), |form| form.accents)
    }

    /// The forms with these folded letters; with `is_open`, also those that go on from them.
    pub(super) fn starting(&self, folded: &str, is_open: bool) -> Range<usize> {
        let letters = |form: &Form| spelling(&self.letters, form);
        let start = self.forms.partition_point(|form| letters(form) < folded);
        let is_in =
            |form: &Form| letters(form) == folded || is_open && letters(form).starts_with(folded);
        let rest = self.forms.get(start..).unwrap_or_default();
        start..start + rest.partition_point(is_in)
    }

    /// The form with these letters and accents.
    pub(super) fn find(&self, folded: &str, accents: Accents) -> Option<usize> {
        self.starting(folded, false).find(|&form| self.accents(form) == accents)
    }

    /// The spellings, each with its forms, that differ from these letters in few kinds of
    /// letter: a cheap sieve before spellings are compared.
    pub(super) fn resembling(&self, folded: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
        let kinds = kinds(folded);
        let places = 0..self.spellings.len();
        places.filter_map(move |place| {
            let spelling = self.spellings.get(place)?;
            if (spelling.kinds ^ kinds).count_ones() > MOST_KINDS {
                return None;
            }
            let start = spelling.first as usize;
            let end = self.spellings.get(place + 1).map_or(self.len(), |next| next.first as usize);
            Some((self.letters(start), start..end))
        })
    }

    pub(super) fn bytes(&self) -> usize {
        self.letters.len()
            + self.forms.len() * size_of::<Form>()
            + self.spellings.len() * size_of::<Spelling>()
    }
}

/// Two replaced letters change four kinds, and so does "ch" written for "tr".
const MOST_KINDS: u32 = 4;

/// One bit for each kind of letter in a word.
fn kinds(folded: &str) -> u32 {
    folded.bytes().fold(0, |kinds, byte| kinds | 1 << (byte & 31))
}

fn spelling<'text>(letters: &'text str, form: &Form) -> &'text str {
    letters.get(form.start as usize..form.end as usize).unwrap_or("")
}

/// Gives each form a number in the order they come: an open-addressing hash table (FNV-1a).
pub(super) struct Interner {
    letters: String,
    forms: Vec<Form>,
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Interner {
    pub(super) fn new() -> Interner {
        Interner { letters: String::new(), forms: Vec::new(), slots: vec![EMPTY; 1024] }
    }

    /// The number of a form, new or known.
    pub(super) fn number(&mut self, folded: &str, accents: Accents) -> u32 {
        if self.forms.len() * 2 > self.slots.len() {
            self.grow();
        }
        let mut slot = hash(folded, accents);
        loop {
            slot &= self.slots.len() - 1;
            let Some(found) = self.slots.get_mut(slot) else { return EMPTY };
            match self.forms.get(*found as usize) {
                Some(form)
                    if form.accents == accents && spelling(&self.letters, form) == folded =>
                {
                    return *found;
                }
                Some(_) => slot += 1,
                None => {
                    *found = self.forms.len() as u32;
                    let start = self.letters.len() as u32;
                    self.letters.push_str(folded);
                    self.forms.push(Form { start, end: self.letters.len() as u32, accents });
                    return *found;
                }
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; self.slots.len() * 2];
        for (number, form) in self.forms.iter().enumerate() {
            let mut slot = hash(spelling(&self.letters, form), form.accents);
            loop {
                slot &= self.slots.len() - 1;
                match self.slots.get_mut(slot) {
                    Some(free) if *free == EMPTY => {
                        *free = number as u32;
                        break;
                    }
                    _ => slot += 1,
                }
            }
        }
    }

    /// The sorted list, and for each number given out its place there.
    pub(super) fn sorted(self) -> (Lexicon, Vec<u32>) {
        let key =
            |(number, form): (usize, _)| (spelling(&self.letters, form), form.accents, number);
        // A heap sorts in a tenth of the code of `sort_unstable`, and wasm is paid by the byte.
        let order: BinaryHeap<_> = self.forms.iter().enumerate().map(key).collect();
        let mut lexicon =
            Lexicon { letters: String::new(), forms: Vec::new(), spellings: Vec::new() };
        let mut places = vec![0; order.len()];
        let mut last = (0, 0);
        for (place, (letters, accents, number)) in order.into_sorted_vec().into_iter().enumerate() {
            if lexicon.letters.get(last.0 as usize..) != Some(letters) || place == 0 {
                let start = lexicon.letters.len() as u32;
                lexicon.letters.push_str(letters);
                lexicon.spellings.push(Spelling { first: place as u32, kinds: kinds(letters) });
                last = (start, lexicon.letters.len() as u32);
            }
            lexicon.forms.push(Form { start: last.0, end: last.1, accents });
            if let Some(slot) = places.get_mut(number) {
                *slot = place as u32;
            }
        }
        (lexicon, places)
    }
}

fn hash(folded: &str, accents: Accents) -> usize {
    let mix = |hash: u32, byte: u32| (hash ^ byte).wrapping_mul(0x0100_0193);
    let letters = folded.bytes().fold(0x811C_9DC5, |hash, byte| mix(hash, byte.into()));
    let mixed = mix(mix(letters, accents.0), accents.0 >> 16);
    (mixed ^ mixed >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(words: &[(&str, u32)]) -> Lexicon {
        let mut interner = Interner::new();
        for &(letters, accents) in words {
            interner.number(letters, Accents(accents));
        }
        interner.sorted().0
    }

    #[test]
    fn a_form_keeps_its_number() {
        let mut interner = Interner::new();
        let numbers: Vec<u32> = (0..5000).map(|n| interner.number("dien", Accents(n))).collect();
        assert_eq!(numbers, (0..5000).collect::<Vec<u32>>());
        assert_eq!(interner.number("dien", Accents(4321)), 4321);
    }

    #[test]
    fn accents_of_a_word_stand_together() {
        let lexicon = lexicon(&[("dien", 9), ("di", 0), ("dien", 2), ("dieu", 1), ("dien", 9)]);
        assert_eq!(lexicon.len(), 4);
        assert_eq!(lexicon.starting("dien", false), 1..3);
        assert_eq!(lexicon.starting("die", true), 1..4);
        assert_eq!(lexicon.starting("x", true), 4..4);
        assert_eq!(lexicon.find("dien", Accents(9)), Some(2));
        assert_eq!(lexicon.find("dien", Accents(1)), None);
    }

    #[test]
    fn resembling_spellings_come_once_each() {
        let lexicon = lexicon(&[("chi", 1), ("tri", 0), ("chi", 0), ("software", 0)]);
        let resembling: Vec<_> = lexicon.resembling("tri").collect();
        assert_eq!(resembling, [("chi", 0..2), ("tri", 3..4)]);
    }
}
