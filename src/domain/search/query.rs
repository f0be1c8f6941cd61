//! Reading what was typed: which words are meant, and in which spelling.

use super::lexicon::Lexicon;
use super::term::{MISSPELT, Reading, Term, WIDENED};
use super::typo::is_near;
use super::words::{Accents, Words};
use crate::domain::fold::compose;
use crate::domain::telex::{spell, telex, vni};

/// What was asked, word by word.
#[derive(Clone)]
pub(super) struct Query {
    /// At most `MAX_TERMS`.
    pub(super) terms: Vec<Term>,
    is_reread: bool,
}

/// Words beyond this many are not read: it bounds the work a pasted page can cause.
pub(super) const MAX_TERMS: usize = 12;
/// Words of fewer letters have too many neighbours to guess which one was meant.
const LONG: usize = 4;
/// Letters run together beyond this length are not words.
const MAX_RUN: usize = 32;

impl Query {
    /// The query a text stands for, given the words the documents use.
    ///
    /// The last word counts as still being typed unless something follows it.
    pub(super) fn read(text: &str, lexicon: &Lexicon) -> Query {
        let text = compose(text);
        let mut reader = Reader { lexicon, terms: Vec::new(), is_reread: false, is_keyed: false };
        let mut chunks = Words::new(&text);
        while let Some(range) = chunks.chunk() {
            let is_open = range.end == text.len();
            if let Some(chunk) = text.get(range)
                && reader.terms.len() < MAX_TERMS
            {
                reader.read_chunk(chunk, is_open);
            }
        }
        reader.terms.truncate(MAX_TERMS);
        Query { terms: reader.terms, is_reread: reader.is_reread }
    }

    /// The query where the words not surely known, or else all words, match their
    /// neighbours in spelling too.
    pub(super) fn widened(&self, lexicon: &Lexicon) -> Query {
        let mut wider = self.clone();
        let is_accented = self.terms.iter().any(|term| term.reading.accents != Accents(0));
        let n_unsure = self.terms.iter().filter(|term| !term.is_sure()).count();
        // A short word may be misspelt only next to words that surely are not.
        let shortest = if (1..self.terms.len()).contains(&n_unsure) { 2 } else { LONG };
        for term in &mut wider.terms {
            let is_fixed = term.is_number || term.is_light || term.reading.folded.len() < shortest;
            if !is_fixed && (n_unsure == 0 || !term.is_sure()) {
                term.match_near(lexicon, 1, WIDENED, is_accented);
            }
        }
        wider
    }

    /// The words as read, if they are not simply those typed; a misspelt word reads as the
    /// one that `found`, the words of the best document, hold in its place.
    pub(super) fn understood(&self, found: &[u32], lexicon: &Lexicon) -> Option<String> {
        let mut is_reread = self.is_reread;
        let mut text = String::new();
        for term in &self.terms {
            if !text.is_empty() {
                text.push(' ');
            }
            let is_meant = |form: &usize| term.is_misspelt && term.strength(*form) > 0;
            match found.iter().map(|&form| form as usize).find(is_meant) {
                Some(form) => {
                    is_reread = true;
                    let is_plain = term.reading.accents == Accents(0);
                    let accents = if is_plain { Accents(0) } else { lexicon.accents(form) };
                    let letters = lexicon.letters(form);
                    let spelt = spell(letters, |place| accents.mark(place), accents.tone());
                    text.push_str(spelt.as_deref().unwrap_or(letters));
                }
                None => text.push_str(&term.reading.text),
            }
        }
        if is_reread { Some(text) } else { None }
    }
}

struct Reader<'lexicon> {
    lexicon: &'lexicon Lexicon,
    terms: Vec<Term>,
    is_reread: bool,
    /// Whether a word turned out to be Telex or VNI: then more of them are.
    is_keyed: bool,
}

impl Reader<'_> {
    /// Reads what stands between spaces and punctuation: one word, a VNI word, or letters
    /// and digits in turn.
    fn read_chunk(&mut self, chunk: &str, is_open: bool) {
        let Some(first) = Reading::of(chunk) else { return };
        if first.text.len() < chunk.len()
            && let Some(meant) = vni(chunk).and_then(|meant| Reading::of(&meant))
        {
            let has_digit_inside = meant.folded != first.folded;
            let is_likely = has_digit_inside || !self.is_known(&first.folded, false);
            if self.is_form(&meant)
                || self.is_keyed
                || is_likely && self.is_known(&meant.folded, is_open)
            {
                (self.is_reread, self.is_keyed) = (true, true);
                return self.push(meant, None, is_open);
            }
        }
        let mut words = Words::new(chunk);
        while let Some(range) = words.bounds() {
            let is_open = is_open && range.end == chunk.len();
            if let Some(reading) = chunk.get(range).and_then(Reading::of) {
                self.read_word(reading, is_open);
            }
        }
    }

    /// Reads a run of letters or digits: as typed, as Telex, or as words run together.
    fn read_word(&mut self, typed: Reading, is_open: bool) {
        let is_known = self.is_known(&typed.folded, is_open);
        if let Some(meant) = telex(&typed.text).and_then(|meant| Reading::of(&meant)) {
            let is_form = self.is_form(&meant);
            if is_form && is_known {
                return self.push(typed, Some(meant), is_open);
            }
            // One key alone may be chance: "data" is hardly the Telex of a word nobody uses.
            let n_keys = typed.folded.len().saturating_sub(meant.folded.len());
            let is_telex = n_keys > 1 && self.is_known(&meant.folded, is_open)
                || self.is_keyed
                || meant.is_answered(is_open, self.lexicon);
            if is_form || !is_known && is_telex {
                (self.is_reread, self.is_keyed) = (true, true);
                return self.push(meant, None, is_open);
            }
        }
        if !is_known
            && !typed.is_syllable()
            && !self.is_slip(&typed.folded)
            && let Some(parts) = self.split(&typed.folded, 4)
        {
            self.is_reread = true;
            let mut rest = typed.text.chars();
            for part in parts {
                let part: String = part.chars().zip(rest.by_ref()).map(|(_, c)| c).collect();
                if let Some(reading) = Reading::of(&part) {
                    self.push(reading, None, false);
                }
            }
            return;
        }
        self.push(typed, None, is_open);
    }

    /// Adds a word in one or two readings; one that nothing answers counts as misspelt.
    fn push(&mut self, reading: Reading, other: Option<Reading>, is_open: bool) {
        let lexicon = self.lexicon;
        let mut term = Term::new(reading.clone(), lexicon);
        for reading in [Some(&reading), other.as_ref()].into_iter().flatten() {
            term.match_reading(reading, is_open, lexicon);
        }
        let length = reading.folded.len();
        if !term.is_found() && !term.is_number && !term.is_light && length >= LONG {
            term.match_near(lexicon, 1, MISSPELT, false);
            if !term.is_found() && length > 6 {
                term.match_near(lexicon, 2, MISSPELT, false);
            }
            term.is_misspelt = term.is_found();
        }
        self.terms.push(term);
    }

    fn is_known(&self, folded: &str, is_open: bool) -> bool {
        !self.lexicon.starting(folded, is_open).is_empty()
    }

    fn is_form(&self, reading: &Reading) -> bool {
        self.lexicon.find(&reading.folded, reading.accents).is_some()
    }

    /// Whether a long word is one keystroke away from a known one.
    fn is_slip(&self, folded: &str) -> bool {
        let is_close = |word: &str| is_near(word.as_bytes(), folded.as_bytes(), 1);
        folded.len() > 5 && self.lexicon.resembling(folded).any(|(word, _)| is_close(word))
    }

    /// The fewest known words, of two letters or more, that make up run-together letters.
    fn split<'word>(&self, folded: &'word str, most: usize) -> Option<Vec<&'word str>> {
        if self.is_known(folded, false) {
            return Some(vec![folded]);
        }
        let mut best: Option<Vec<&str>> = None;
        for end in 2..folded.len().min(MAX_RUN).saturating_sub(1) {
            let most = best.as_ref().map_or(most, |best| best.len() - 1);
            if most > 1
                && let Some((head, tail)) = folded.split_at_checked(end)
                && self.is_known(head, false)
                && let Some(mut parts) = self.split(tail, most - 1)
            {
                parts.insert(0, head);
                best = Some(parts);
            }
        }
        best
    }
}
