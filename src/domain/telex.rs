//! Telex and VNI: what a word typed with the keyboard switched off was meant to be.
//!
//! Method: the keys of a word are replayed on its letters; the result counts only if
//! it is spelt like a Vietnamese syllable (onset, nucleus, coda), so that "software"
//! or "QR" never turn into something else.

use super::fold::{ACUTE, BREVE, CIRCUMFLEX, DOT, HOOK, HORN, Letter, TILDE};

const ONSETS: &str = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
const NUCLEI: &str = "a e i o u y ai ao au ay eo eu ia ie ieu iu oa oai oao oay oe oeo oi oo \
                      ua uay ue ui uo uoi uou uu uy uya uye uyu ya ye yeu";
const CODAS: &str = "c ch k m n ng nh p t";

/// A syllable under construction: letters without tone, and the tone of the whole.
#[derive(Default)]
struct Syllable {
    letters: Vec<Letter>,
    tone: u8,
}

/// The word read as Telex ("ddooir" is "đổi"), or nothing when it has no such reading.
pub fn telex(word: &str) -> Option<String> {
    let mut syllable = Syllable::default();
    let mut is_changed = false;
    for c in word.chars() {
        let letter = Letter::of(c);
        let is_plain = letter.mark == 0 && letter.tone == 0;
        let used = is_plain
            && match letter.base {
                's' => syllable.set_tone(ACUTE)?,
                'f' => syllable.set_tone(1)?,
                'r' => syllable.set_tone(HOOK)?,
                'x' => syllable.set_tone(TILDE)?,
                'j' => syllable.set_tone(DOT)?,
                'z' => core::mem::take(&mut syllable.tone) != 0,
                'w' => syllable.hook_or_insert(),
                'd' => syllable.stroke(),
                base @ ('a' | 'e' | 'o') => syllable.mark_last(base, CIRCUMFLEX),
                _ => false,
            };
        if used {
            is_changed = true;
        } else {
            syllable.push(letter);
        }
    }
    if is_changed { syllable.spell() } else { None }
}

/// The word read as VNI ("d9o63i" is "đổi"), or nothing when it has no such reading.
pub fn vni(word: &str) -> Option<String> {
    let mut syllable = Syllable::default();
    let mut is_changed = false;
    for c in word.chars() {
        let used = match c {
            '1' => syllable.set_tone(ACUTE)?,
            '2' => syllable.set_tone(1)?,
            '3' => syllable.set_tone(HOOK)?,
            '4' => syllable.set_tone(TILDE)?,
            '5' => syllable.set_tone(DOT)?,
            '6' => ['a', 'e', 'o'].iter().any(|&base| syllable.mark_last(base, CIRCUMFLEX)),
            '7' => syllable.horn(),
            '8' => syllable.mark_last('a', BREVE),
            '9' => syllable.stroke(),
            _ => {
                syllable.push(Letter::of(c));
                continue;
            }
        };
        if !used {
            return None;
        }
        is_changed = true;
    }
    if is_changed { syllable.spell() } else { None }
}

/// The accented spelling of a folded syllable, its marks by letter, and its tone.
pub fn spell(folded: &str, marks: impl Fn(usize) -> u8, tone: u8) -> Option<String> {
    let letter = |(place, base)| Letter { base, mark: marks(place), tone: 0, is_upper: false };
    Syllable { letters: folded.chars().enumerate().map(letter).collect(), tone }.spell()
}

/// Whether a word stands in a list of words with spaces between them.
pub fn is_listed(list: &str, word: &str) -> bool {
    list.as_bytes().split(|&byte| byte == b' ').any(|item| item == word.as_bytes())
}

impl Syllable {
    fn push(&mut self, letter: Letter) {
        if letter.tone != 0 {
            self.tone = letter.tone;
        }
        self.letters.push(Letter { tone: 0, is_upper: false, ..letter });
    }

    /// Sets the tone once a vowel is there; a second tone means the word is not Telex.
    fn set_tone(&mut self, tone: u8) -> Option<bool> {
        if !self.letters.iter().any(|letter| letter.is_vowel()) {
            return Some(false);
        }
        if self.tone != 0 {
            return None;
        }
        self.tone = tone;
        Some(true)
    }

    /// Marks the last plain letter with this base.
    fn mark_last(&mut self, base: char, mark: u8) -> bool {
        let is_free = |letter: &&mut Letter| letter.base == base && letter.mark == 0;
        match self.letters.iter_mut().rev().find(is_free) {
            Some(letter) => letter.mark = mark,
            None => return false,
        }
        true
    }

    /// Turns the d the word starts with into đ.
    fn stroke(&mut self) -> bool {
        match self.letters.first_mut() {
            Some(letter) if letter.base == 'd' && letter.mark == 0 => letter.mark = CIRCUMFLEX,
            _ => return false,
        }
        true
    }

    /// Puts the horn on "uo" as a pair, else on the last o, else on the last u.
    fn horn(&mut self) -> bool {
        let bare = |letter: &Letter, base| letter.base == base && letter.mark == 0;
        for place in 1..self.letters.len() {
            if let Some([u, o]) = self.letters.get_mut(place - 1..=place)
                && bare(u, 'u')
                && bare(o, 'o')
            {
                (u.mark, o.mark) = (HORN, HORN);
                return true;
            }
        }
        self.mark_last('o', HORN) || self.mark_last('u', HORN)
    }

    /// The Telex w: horn, or breve on a, or a whole "ư" where there is no vowel yet.
    fn hook_or_insert(&mut self) -> bool {
        let has_glide = matches!(self.letters.as_slice(), [.., before, last]
            if before.base == 'u' && last.base == 'a')
            && !matches!(self.letters.first(), Some(first) if first.base == 'q');
        if has_glide && self.mark_last('u', HORN) {
            return true;
        }
        let is_done = self.mark_last('a', BREVE) || self.horn();
        if !is_done && !self.letters.iter().any(|letter| letter.is_vowel()) {
            self.letters.push(Letter { base: 'u', mark: HORN, tone: 0, is_upper: false });
            return true;
        }
        is_done
    }

    /// The written syllable with its tone in place; nothing if it is not Vietnamese.
    fn spell(mut self) -> Option<String> {
        let folded: String = self.letters.iter().map(|letter| letter.base).collect();
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        let mut start = folded.find(vowel)?;
        let end = folded.rfind(vowel)? + 1;
        let is_glide = folded.starts_with("qu") || folded.starts_with("gi");
        if is_glide && end > 2 {
            start = 2;
        }
        let (onset, nucleus, coda) =
            (folded.get(..start)?, folded.get(start..end)?, folded.get(end..)?);
        let is_stop = matches!(coda, "c" | "ch" | "k" | "p" | "t");
        let is_syllable = (onset.is_empty() || is_listed(ONSETS, onset))
            && is_listed(NUCLEI, nucleus)
            && (coda.is_empty() || is_listed(CODAS, coda))
            && (!is_stop || matches!(self.tone, 0 | ACUTE | DOT));
        if !is_syllable {
            return None;
        }
        let after_u = |pair: &[Letter]| {
            matches!(pair, [u, o]
            if u.base == 'u' && u.mark == HORN && o.base == 'o' && o.mark == 0)
        };
        if let Some(place) = self.letters.windows(2).position(after_u)
            && let Some(o) = self.letters.get_mut(place + 1)
        {
            o.mark = HORN;
        }
        let vowels = self.letters.get_mut(start..end)?;
        let last = vowels.len() - 1;
        let place = match vowels.iter().rposition(|letter| letter.mark != 0) {
            Some(marked) => marked,
            None if !coda.is_empty() => last,
            None => last / 2,
        };
        vowels.get_mut(place)?.tone = self.tone;
        self.letters.into_iter().map(Letter::char).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_telex(typed: &str, meant: Option<&str>) {
        assert_eq!(telex(typed).as_deref(), meant, "{typed}");
    }

    #[track_caller]
    fn check_vni(typed: &str, meant: Option<&str>) {
        assert_eq!(vni(typed).as_deref(), meant, "{typed}");
    }

    #[test]
    fn telex_keys_may_come_in_any_order() {
        for typed in ["ddieenj", "ddieejn", "dieenjd", "DDieenj"] {
            check_telex(typed, Some("điện"));
        }
        check_telex("chuyeenr", Some("chuyển"));
        check_telex("nguoiwf", Some("người"));
        check_telex("nguwowif", Some("người"));
        check_telex("thuwong", Some("thương"));
        check_telex("mwa", Some("mưa"));
        check_telex("muaw", Some("mưa"));
        check_telex("quawn", Some("quăn"));
        check_telex("hoaf", Some("hòa"));
        check_telex("giaf", Some("già"));
        check_telex("gif", Some("gì"));
        check_telex("quys", Some("quý"));
        check_telex("ngoaif", Some("ngoài"));
        check_telex("ddawks", Some("đắk"));
    }

    #[test]
    fn words_that_are_not_telex_are_left_alone() {
        for typed in ["software", "QR", "app", "web", "internet", "viettel", "ocop", "ios", "dien"]
        {
            check_telex(typed, None);
        }
    }

    #[test]
    fn a_stop_coda_takes_only_acute_or_dot() {
        check_telex("muwcs", Some("mức"));
        check_telex("muwcf", None);
        check_vni("lop4", None);
    }

    #[test]
    fn vni_digits_mark_and_tone() {
        check_vni("chuye63n", Some("chuyển"));
        check_vni("d9o63i", Some("đổi"));
        check_vni("so61", Some("số"));
        check_vni("d9u7o7ng2", Some("đường"));
        check_vni("duong972", Some("đường"));
        check_vni("na8m", Some("năm"));
    }

    #[test]
    fn numbers_in_names_are_not_vni() {
        for typed in ["nq57", "qh15", "a05", "covid19", "48nqtu", "muc2", "dien"] {
            check_vni(typed, None);
        }
    }
}
