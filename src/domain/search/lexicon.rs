//! The forms of all words: an interner while the index is built, a sorted list afterwards.

use super::words::Accents;
use core::ops::Range;

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

    /// The forms whose folded letters are exactly these.
    pub(super) fn exact(&self, folded: &str) -> Range<usize> {
        let start = self.first(folded);
        start..start + self.count(start, |letters| letters == folded)
    }

    /// The forms whose folded letters start with these.
    pub(super) fn prefixed(&self, folded: &str) -> Range<usize> {
        let start = self.first(folded);
        start..start + self.count(start, |letters| letters.starts_with(folded))
    }

    /// The form with these letters and accents.
    pub(super) fn find(&self, folded: &str, accents: Accents) -> Option<usize> {
        self.exact(folded).find(|&form| self.accents(form) == accents)
    }

    /// One range of forms for each distinct spelling.
    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        let mut from = 0;
        self.forms.chunk_by(|a, b| a.start == b.start).map(move |forms| {
            let range = from..from + forms.len();
            from = range.end;
            (forms.first().map_or("", |form| spelling(&self.letters, form)), range)
        })
    }

    pub(super) fn bytes(&self) -> usize {
        self.letters.len() + self.forms.len() * size_of::<Form>()
    }

    fn first(&self, folded: &str) -> usize {
        self.forms.partition_point(|form| spelling(&self.letters, form) < folded)
    }

    fn count(&self, start: usize, is_in: impl Fn(&str) -> bool) -> usize {
        let rest = self.forms.get(start..).unwrap_or_default();
        rest.partition_point(|form| is_in(spelling(&self.letters, form)))
    }
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
        let mut order: Vec<u32> = (0..self.forms.len() as u32).collect();
        let form = |number: u32| self.forms.get(number as usize);
        let key = |number| form(number).map(|form| (spelling(&self.letters, form), form.accents));
        order.sort_unstable_by(|&a, &b| key(a).cmp(&key(b)));

        let mut lexicon = Lexicon { letters: String::new(), forms: Vec::new() };
        let mut places = vec![0; order.len()];
        let mut last = (0, 0);
        for (place, &number) in order.iter().enumerate() {
            let Some((letters, accents)) = key(number) else { continue };
            if lexicon.letters.get(last.0 as usize..) != Some(letters) || place == 0 {
                let start = lexicon.letters.len() as u32;
                lexicon.letters.push_str(letters);
                last = (start, lexicon.letters.len() as u32);
            }
            lexicon.forms.push(Form { start: last.0, end: last.1, accents });
            if let Some(slot) = places.get_mut(number as usize) {
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
        assert_eq!(lexicon.exact("dien"), 1..3);
        assert_eq!(lexicon.prefixed("die"), 1..4);
        assert_eq!(lexicon.prefixed("x"), 4..4);
        assert_eq!(lexicon.find("dien", Accents(9)), Some(2));
        assert_eq!(lexicon.find("dien", Accents(1)), None);
    }

    #[test]
    fn spellings_come_once_each() {
        let lexicon = lexicon(&[("b", 1), ("a", 0), ("b", 0)]);
        let spellings: Vec<_> = lexicon.spellings().collect();
        assert_eq!(spellings, [("a", 0..1), ("b", 1..3)]);
    }
}
