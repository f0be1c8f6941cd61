//! One word of a query, and how strongly each form of the lexicon answers it.

use super::lexicon::Lexicon;
use super::typo::{is_near, sounds_alike};
use super::words::{Accents, Words};
use crate::domain::fold::{HOOK, TILDE};
use crate::domain::telex::{is_listed, spell};

/// A reading of a word: as shown, folded, and its accents.
#[derive(Clone)]
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) folded: String,
    pub(super) accents: Accents,
}

/// A word of a query.
#[derive(Clone)]
pub(super) struct Term {
    pub(super) reading: Reading,
    pub(super) is_number: bool,
    /// Whether the word says little about what is sought.
    pub(super) is_light: bool,
    /// Whether no document has the word, only its neighbours in spelling.
    pub(super) is_misspelt: bool,
    /// Percent by form; 0 is no match.
    strengths: Vec<u8>,
    /// The greatest of `strengths`.
    best: u8,
}

/// At this strength a form is the word asked for, not merely one like it.
pub(super) const SURE: u8 = 80;
/// The strength of a neighbour in spelling of a word that no document has.
pub(super) const MISSPELT: u8 = 60;
/// The strength of a neighbour in spelling of a word that documents have.
pub(super) const WIDENED: u8 = 40;

const SAME: u8 = 100;
const UNACCENTED: u8 = 90;
const PARTLY_ACCENTED: u8 = SURE;
const HOOK_FOR_TILDE: u8 = 12;
const OTHER_WORD: u8 = 10;
const OTHER_WORD_AT_BEST: u8 = 50;
/// What a form that goes on from the word being typed keeps of its strength, in percent.
const PREFIX: u32 = 60;
const NUMBER_PREFIX: u32 = 30;
const STOP_WORDS: &str = "la gi va nhu nao nhung cac thi duoc";

impl Reading {
    /// The first word of a composed text.
    pub(super) fn of(text: &str) -> Option<Reading> {
        let mut folded = String::new();
        let word = Words::new(text).read(&mut folded)?;
        let text = text.get(word.start..word.end)?.to_string();
        let reading = Reading { text, folded, accents: word.accents };
        // Combining marks alone fold to nothing, and nothing would be a prefix of everything.
        if reading.folded.is_empty() { None } else { Some(reading) }
    }

    /// Whether it is spelt like one Vietnamese syllable.
    pub(super) fn is_syllable(&self) -> bool {
        let Reading { folded, accents, .. } = self;
        spell(folded, |place| accents.mark(place), accents.tone()).is_some()
    }

    /// Whether some form has its letters and its accents, and perhaps more accents; with
    /// `is_open`, perhaps more letters too.
    pub(super) fn is_answered(&self, is_open: bool, lexicon: &Lexicon) -> bool {
        let n_letters = self.folded.len();
        let agreement =
            |form| agreement(self.accents, lexicon.accents(form).of_prefix(n_letters)) >= SURE;
        lexicon.starting(&self.folded, is_open).any(agreement)
    }
}

impl Term {
    /// The word as read, matching nothing yet.
    pub(super) fn new(reading: Reading, lexicon: &Lexicon) -> Term {
        let is_number = reading.folded.starts_with(|c: char| c.is_ascii_digit());
        let is_light = is_listed(STOP_WORDS, &reading.folded);
        let strengths = vec![0; lexicon.len()];
        Term { reading, is_number, is_light, is_misspelt: false, strengths, best: 0 }
    }

    pub(super) fn strength(&self, form: usize) -> u8 {
        self.strengths.get(form).copied().unwrap_or(0)
    }

    /// The forms that match, with their strengths.
    pub(super) fn matches(&self) -> impl Iterator<Item = (usize, u32)> {
        let pairs = self.strengths.iter().enumerate();
        pairs.filter(|(_, strength)| **strength > 0).map(|(form, &s)| (form, u32::from(s)))
    }

    pub(super) fn is_found(&self) -> bool {
        self.best > 0
    }

    /// Whether the documents hold the very word.
    pub(super) fn is_sure(&self) -> bool {
        self.best >= SURE
    }

    /// Matches the forms spelt like a reading and, for the word being typed, those that
    /// go on from it.
    pub(super) fn match_reading(&mut self, reading: &Reading, is_open: bool, lexicon: &Lexicon) {
        let Reading { folded, accents, .. } = reading;
        let is_known = reading.is_answered(false, lexicon);
        let is_exact = lexicon.find(folded, *accents).is_some();
        for form in lexicon.starting(folded, false) {
            let strength = match agreement(*accents, lexicon.accents(form)) {
                // Accents typed in full and found so were not meant to be others.
                PARTLY_ACCENTED if is_exact => HOOK_FOR_TILDE,
                strength if is_known => strength,
                strength => strength.max(OTHER_WORD_AT_BEST),
            };
            self.raise(form, strength);
        }
        if !is_open || is_known && self.is_number {
            return;
        }
        let percent = if self.is_number { NUMBER_PREFIX } else { PREFIX };
        let n_letters = folded.len();
        for form in lexicon.starting(folded, true) {
            let strength = agreement(*accents, lexicon.accents(form).of_prefix(n_letters));
            if strength >= SURE {
                self.raise(form, (u32::from(strength) * percent / 100) as u8);
            }
        }
    }

    /// Matches the spellings within `budget` keystrokes and those that sound alike, only
    /// those of the same tone if `keeps_tone`.
    pub(super) fn match_near(
        &mut self,
        lexicon: &Lexicon,
        budget: u8,
        strength: u8,
        keeps_tone: bool,
    ) {
        let Reading { folded, accents, .. } = self.reading.clone();
        let tone = accents.tone();
        for (spelling, forms) in lexicon.resembling(&folded) {
            if is_neighbour(spelling, &folded, budget) {
                for form in forms {
                    if !keeps_tone || lexicon.accents(form).tone() == tone {
                        self.raise(form, strength);
                    }
                }
            }
        }
    }

    fn raise(&mut self, form: usize, strength: u8) {
        if let Some(slot) = self.strengths.get_mut(form) {
            *slot = (*slot).max(strength);
            self.best = self.best.max(strength);
        }
    }
}

fn is_neighbour(one: &str, other: &str, budget: u8) -> bool {
    let is_slip = other.len() > 2 && is_near(one.as_bytes(), other.as_bytes(), budget);
    (is_slip && one != other) || sounds_alike(one, other)
}

/// How well a form's accents answer those typed, in percent.
fn agreement(typed: Accents, form: Accents) -> u8 {
    if typed == form {
        return SAME;
    }
    if typed == Accents(0) {
        return UNACCENTED;
    }
    let is_tilde_or_hook = |accents: Accents| matches!(accents.tone(), HOOK | TILDE);
    if !form.has_marks_of(typed) {
        OTHER_WORD
    } else if typed.tone() == 0 || typed.tone() == form.tone() {
        PARTLY_ACCENTED
    } else if is_tilde_or_hook(typed) && is_tilde_or_hook(form) {
        HOOK_FOR_TILDE
    } else {
        OTHER_WORD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Agreement of "dien" typed one way with "dien" written another.
    #[track_caller]
    fn check_agreement(typed: &str, written: &str, expected: u8) {
        let accents = |text| Reading::of(text).unwrap().accents;
        assert_eq!(agreement(accents(typed), accents(written)), expected, "{typed} {written}");
    }

    const ELECTRIC: &str = "\u{111}i\u{1EC7}n";
    const ACT: &str = "di\u{1EC5}n";

    #[test]
    fn an_unaccented_word_agrees_with_all_accents_alike() {
        check_agreement("dien", ELECTRIC, UNACCENTED);
        check_agreement("dien", ACT, UNACCENTED);
        check_agreement("dien", "dien", SAME);
    }

    #[test]
    fn an_accented_word_agrees_with_itself() {
        check_agreement(ELECTRIC, ELECTRIC, SAME);
        check_agreement(ELECTRIC, ACT, OTHER_WORD);
        check_agreement(ACT, ELECTRIC, OTHER_WORD);
        check_agreement(ELECTRIC, "dien", OTHER_WORD);
    }

    #[test]
    fn accents_left_out_still_agree() {
        check_agreement("\u{111}ien", ELECTRIC, PARTLY_ACCENTED);
        check_agreement("di\u{EA}n", ELECTRIC, PARTLY_ACCENTED);
        check_agreement("di\u{EA}n", ACT, PARTLY_ACCENTED);
    }

    #[test]
    fn hook_and_tilde_are_easily_confused() {
        check_agreement("di\u{1EC3}n", ACT, HOOK_FOR_TILDE);
    }
}
