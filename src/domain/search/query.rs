//! Reading what was typed: which words, in which spelling, and what they match.

use super::lexicon::Lexicon;
use super::typo::{is_near, sounds_alike};
use super::words::{Accents, Word, Words, chunks};
use crate::domain::fold::{HOOK, TILDE, compose};
use crate::domain::telex::{spell, telex, vni};

/// What was asked, word by word.
#[derive(Clone)]
pub(super) struct Query {
    pub(super) terms: Vec<Term>,
    is_reread: bool,
}

/// One word of a query, and how strongly each form of the lexicon answers it.
#[derive(Clone)]
pub(super) struct Term {
    text: String,
    folded: String,
    accents: Accents,
    is_number: bool,
    /// Whether the word says little about what is sought.
    pub(super) is_light: bool,
    /// Percent by form; 0 is no match.
    strengths: Vec<u8>,
    /// The greatest of `strengths`.
    pub(super) best: u8,
}

/// Words beyond this many are not read: it bounds the work a pasted page can cause.
pub(super) const MAX_TERMS: usize = 12;
/// Words that say little about what is sought.
const STOP_WORDS: &str = "la gi va nhu nao nhung cac thi duoc";
/// At this strength a form is the word asked for, not merely one like it.
pub(super) const SURE: u8 = 80;

const SAME: u8 = 100;
const UNACCENTED: u8 = 90;
const PARTLY_ACCENTED: u8 = SURE;
const OTHER_WORD: u8 = 10;
/// Words of fewer letters have too many neighbours to guess which one was meant.
const LONG: usize = 4;
const MISSPELT: u8 = 60;
const WIDENED: u8 = 40;

/// A candidate reading of a word.
struct Reading {
    text: String,
    folded: String,
    accents: Accents,
}

impl Query {
    /// The query a text stands for, given the words the documents use.
    pub(super) fn read(text: &str, lexicon: &Lexicon) -> Query {
        let text = compose(text);
        let mut reader = Reader { lexicon, terms: Vec::new(), is_reread: false };
        let is_open = !text.ends_with(' ');
        let mut chunks = chunks(&text).peekable();
        while let Some(chunk) = chunks.next() {
            reader.read_chunk(chunk, is_open && chunks.peek().is_none());
        }
        reader.terms.truncate(MAX_TERMS);
        Query { terms: reader.terms, is_reread: reader.is_reread }
    }

    /// The query where the words not surely known, or else all words, match their
    /// neighbours in spelling too.
    pub(super) fn widened(&self, lexicon: &Lexicon) -> Query {
        let mut wider = self.clone();
        let is_accented = self.terms.iter().any(|term| term.accents != Accents(0));
        let n_unsure = self.terms.iter().filter(|term| term.best < SURE).count();
        // Of the neighbours of a short word only those next to words surely known are meant.
        let shortest = if (1..self.terms.len()).contains(&n_unsure) { 2 } else { LONG };
        for term in &mut wider.terms {
            let is_short = term.folded.len() < shortest;
            let is_fixed = term.is_number || term.is_light || is_short;
            if !is_fixed && (term.best < SURE || n_unsure == 0) {
                term.match_near(lexicon, 1, WIDENED, is_accented);
            }
        }
        wider
    }

    /// The words as read, if they are not simply those typed.
    pub(super) fn understood(&self) -> Option<String> {
        let mut text = String::new();
        for term in &self.terms {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&term.text);
        }
        if self.is_reread { Some(text) } else { None }
    }
}

impl Term {
    pub(super) fn strength(&self, form: usize) -> u8 {
        self.strengths.get(form).copied().unwrap_or(0)
    }

    /// The forms that match, with their strengths.
    pub(super) fn matches(&self) -> impl Iterator<Item = (usize, u32)> {
        let pairs = self.strengths.iter().enumerate();
        pairs.filter(|(_, strength)| **strength > 0).map(|(form, &s)| (form, u32::from(s)))
    }

    fn of(reading: Reading, lexicon: &Lexicon) -> Term {
        let is_number = reading.folded.starts_with(|c: char| c.is_ascii_digit());
        let strengths = vec![0; lexicon.len()];
        let Reading { text, folded, accents } = reading;
        let is_light = STOP_WORDS.split(' ').any(|word| word == folded);
        Term { text, folded, accents, is_number, is_light, strengths, best: 0 }
    }

    fn raise(&mut self, form: usize, strength: u8) -> bool {
        match self.strengths.get_mut(form) {
            Some(slot) if *slot < strength => *slot = strength,
            _ => return false,
        }
        self.best = self.best.max(strength);
        true
    }

    /// Matches the forms spelt like the reading and, for the word being typed, those that
    /// go on from it.
    fn match_spelling(&mut self, folded: &str, accents: Accents, open: bool, lexicon: &Lexicon) {
        let exact = lexicon.exact(folded);
        let is_known = exact.clone().any(|form| agreement(accents, lexicon.accents(form)) >= SURE);
        for form in exact.clone() {
            let strength = agreement(accents, lexicon.accents(form));
            self.raise(form, if is_known { strength } else { strength.max(5 * OTHER_WORD) });
        }
        if !open {
            return;
        }
        let percent = if self.is_number { 30 } else { 60 };
        let n_letters = folded.chars().count();
        for form in lexicon.prefixed(folded) {
            let strength = agreement(accents, lexicon.accents(form).of_prefix(n_letters));
            if strength >= SURE {
                self.raise(form, (u32::from(strength) * percent / 100) as u8);
            }
        }
    }

    /// Matches the spellings within `budget` keystrokes, only those of the same tone if
    /// `keeps_tone`; says whether there are any new ones.
    fn match_near(
        &mut self,
        lexicon: &Lexicon,
        budget: u8,
        strength: u8,
        keeps_tone: bool,
    ) -> bool {
        let mut is_found = false;
        let folded = &self.folded;
        let mut near = Vec::new();
        for (spelling, forms) in lexicon.spellings() {
            let is_slip =
                folded.len() > 2 && is_near(spelling.as_bytes(), folded.as_bytes(), budget);
            if (is_slip && spelling != folded) || sounds_alike(spelling, folded) {
                near.extend(forms.filter(|&form| {
                    !keeps_tone || lexicon.accents(form).tone() == self.accents.tone()
                }));
            }
        }
        for form in near {
            is_found |= self.raise(form, strength);
        }
        is_found
    }
}

/// How well a form's accents answer those typed, in percent.
fn agreement(typed: Accents, form: Accents) -> u8 {
    if typed == form {
        return SAME;
    }
    if typed == Accents(0) {
        return UNACCENTED;
    }
    let marked = (typed.marks() | typed.marks() >> 1) & 0x0555_5555;
    let has_marks = (typed.marks() ^ form.marks()) & (marked | marked << 1) == 0;
    let is_tilde_or_hook = |accents: Accents| matches!(accents.tone(), HOOK | TILDE);
    if has_marks && (typed.tone() == 0 || typed.tone() == form.tone()) {
        PARTLY_ACCENTED
    } else if has_marks && is_tilde_or_hook(typed) && is_tilde_or_hook(form) {
        OTHER_WORD + 2
    } else {
        OTHER_WORD
    }
}

struct Reader<'lexicon> {
    lexicon: &'lexicon Lexicon,
    terms: Vec<Term>,
    is_reread: bool,
}

impl Reader<'_> {
    fn read_chunk(&mut self, chunk: &str, is_open: bool) {
        let mut words = Words::new(chunk);
        let mut folded = String::new();
        let Some(word) = words.read(&mut folded) else { return };
        if word.end == chunk.len() {
            return self.read_word(chunk, &folded, word, is_open);
        }
        if let Some(meant) = vni(chunk)
            && let Some(reading) = Reading::of(&meant)
        {
            let lexicon = self.lexicon;
            let is_form = lexicon.find(&reading.folded, reading.accents).is_some();
            let is_only_one = lexicon.exact(&folded).is_empty()
                || !lexicon.exact(&reading.folded).is_empty() && reading.folded != folded;
            if is_form || is_only_one {
                self.is_reread = true;
                return self.push(reading, None, is_open);
            }
        }
        let mut next = Some(word);
        while let Some(word) = next {
            let part = chunk.get(word.start..word.end).unwrap_or("");
            self.read_word(part, &folded.clone(), word, is_open && word.end == chunk.len());
            next = words.read(&mut folded);
        }
    }

    fn read_word(&mut self, text: &str, folded: &str, word: Word, is_open: bool) {
        let typed =
            Reading { text: text.to_string(), folded: folded.to_string(), accents: word.accents };
        let is_known = self.is_known(folded, is_open);
        if let Some(meant) = telex(text).and_then(|meant| Reading::of(&meant)) {
            let is_form = self.lexicon.find(&meant.folded, meant.accents).is_some();
            if is_form && is_known {
                return self.push(typed, Some(meant), is_open);
            }
            let is_likely = text.chars().count() > meant.folded.chars().count() + 1
                || self.is_answered(&meant, is_open);
            if is_form || !is_known && is_likely && self.is_known(&meant.folded, is_open) {
                self.is_reread = true;
                return self.push(meant, None, is_open);
            }
        }
        if !is_known && !self.is_slip(folded) {
            if let Some(parts) = self.split(folded, 4) {
                self.is_reread = true;
                let mut rest = text.chars();
                for part in parts {
                    let part: String = rest.by_ref().take(part.chars().count()).collect();
                    if let Some(reading) = Reading::of(&part) {
                        self.push(reading, None, false);
                    }
                }
                return;
            }
        }
        self.push(typed, None, is_open);
    }

    fn push(&mut self, reading: Reading, other: Option<Reading>, is_open: bool) {
        let accents = reading.accents;
        let mut term = Term::of(reading, self.lexicon);
        let folded = term.folded.clone();
        term.match_spelling(&folded, accents, is_open, self.lexicon);
        if let Some(other) = other {
            term.match_spelling(&other.folded, other.accents, is_open, self.lexicon);
        }
        if term.best == 0 && !term.is_number && !term.is_light && folded.len() >= LONG {
            let is_near = term.match_near(self.lexicon, 1, MISSPELT, false);
            if !is_near && folded.len() > 6 {
                term.match_near(self.lexicon, 2, MISSPELT, false);
            }
            let nearest = term.matches().next().map(|(form, _)| form);
            if let Some(form) = nearest {
                let accents = self.lexicon.accents(form);
                let letters = self.lexicon.letters(form);
                let marks = |place| accents.mark(place);
                term.text = spell(letters, marks, accents.tone()).unwrap_or(letters.to_string());
                self.is_reread = true;
            }
        }
        self.terms.push(term);
    }

    /// Whether a long word is one keystroke away from a known one.
    fn is_slip(&self, folded: &str) -> bool {
        let is_close = |word: &str| is_near(word.as_bytes(), folded.as_bytes(), 1);
        folded.len() > 5 && self.lexicon.spellings().any(|(word, _)| is_close(word))
    }

    /// Whether some form has the accents of a reading, and perhaps more.
    fn is_answered(&self, reading: &Reading, is_open: bool) -> bool {
        let n_letters = reading.folded.chars().count();
        let mut forms = if is_open {
            self.lexicon.prefixed(&reading.folded)
        } else {
            self.lexicon.exact(&reading.folded)
        };
        forms.any(|form| {
            agreement(reading.accents, self.lexicon.accents(form).of_prefix(n_letters)) >= SURE
        })
    }

    fn is_known(&self, folded: &str, is_open: bool) -> bool {
        let lexicon = self.lexicon;
        !if is_open { lexicon.prefixed(folded) } else { lexicon.exact(folded) }.is_empty()
    }

    /// The fewest known words, of two letters or more, that make up run-together letters.
    fn split<'word>(&self, folded: &'word str, most: usize) -> Option<Vec<&'word str>> {
        if !self.lexicon.exact(folded).is_empty() {
            return Some(vec![folded]);
        }
        let mut best: Option<Vec<&str>> = None;
        for end in 2..folded.len().saturating_sub(1) {
            if most < 2 {
                break;
            }
            let Some((head, tail)) = folded.split_at_checked(end) else { continue };
            if self.lexicon.exact(head).is_empty() {
                continue;
            }
            let most = best.as_ref().map_or(most - 1, |best| best.len() - 2);
            if let Some(mut parts) = self.split(tail, most) {
                parts.insert(0, head);
                best = Some(parts);
            }
        }
        best
    }
}

impl Reading {
    fn of(text: &str) -> Option<Reading> {
        let mut folded = String::new();
        let word = Words::new(text).read(&mut folded)?;
        Some(Reading { text: text.to_string(), folded, accents: word.accents })
    }
}
