//! Vietnamese letters: taking them apart, putting them together, folding them away.
//!
//! Method: a Vietnamese letter is a base, one mark (circumflex, breve, horn or the
//! stroke of đ) and one tone. Twelve vowels times six tones give every composed
//! letter, so two small tables stand in for a Unicode normalisation library; any
//! other text passes through untouched.

/// The twelve vowels in the six tones: level, grave, hook, tilde, acute, dot.
const VOWELS: [char; 72] = [
    'a', 'à', 'ả', 'ã', 'á', 'ạ', 'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ', 'â', 'ầ', 'ẩ', 'ẫ', 'ấ',
    'ậ', //
    'e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ', 'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'i', 'ì', 'ỉ', 'ĩ', 'í',
    'ị', //
    'o', 'ò', 'ỏ', 'õ', 'ó', 'ọ', 'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ơ', 'ờ', 'ở', 'ỡ', 'ớ',
    'ợ', //
    'u', 'ù', 'ủ', 'ũ', 'ú', 'ụ', 'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];
/// Base and mark of each vowel, in the order of `VOWELS`.
const SHAPES: [(char, u8); 12] = [
    ('a', 0),
    ('a', BREVE),
    ('a', CIRCUMFLEX),
    ('e', 0),
    ('e', CIRCUMFLEX),
    ('i', 0),
    ('o', 0),
    ('o', CIRCUMFLEX),
    ('o', HORN),
    ('u', 0),
    ('u', HORN),
    ('y', 0),
];
const STROKE: usize = 73;
const UPPER: u8 = 0x80;

/// The mark of â, ê, ô, and of đ, whose stroke is the only mark a consonant takes.
pub const CIRCUMFLEX: u8 = 1;
/// The mark of ă.
pub const BREVE: u8 = 2;
/// The mark of ơ and ư.
pub const HORN: u8 = 3;
/// The hook tone (hỏi).
pub const HOOK: u8 = 2;
/// The tilde tone (ngã).
pub const TILDE: u8 = 3;
/// The acute tone (sắc).
pub const ACUTE: u8 = 4;
/// The dot tone (nặng).
pub const DOT: u8 = 5;

/// Place in `VOWELS` plus one, by code point: U+00C0..U+01B1, then U+1EA0..U+1EFA.
static PLACES: [u8; 331] = places();

const fn slot(code: u32) -> usize {
    match code {
        0xC0..=0x1B0 => (code - 0xC0) as usize,
        0x1EA0..=0x1EF9 => (code - 0x1EA0 + 0xF1) as usize,
        _ => usize::MAX,
    }
}

const fn upper(code: u32) -> u32 {
    if code < 0x100 { code - 0x20 } else { code - 1 }
}

const fn places() -> [u8; 331] {
    let mut table = [0; 331];
    let mut place = 0;
    while place < 72 {
        let code = VOWELS[place] as u32;
        if code > 0x7F {
            table[slot(code)] = place as u8 + 1;
            table[slot(upper(code))] = (place as u8 + 1) | UPPER;
        }
        place += 1;
    }
    table[slot('đ' as u32)] = STROKE as u8;
    table[slot('Đ' as u32)] = STROKE as u8 | UPPER;
    table
}

/// A letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The lower-case letter without mark or tone; for other scripts the character.
    pub base: char,
    /// 0 for none, else `CIRCUMFLEX`, `BREVE` or `HORN`.
    pub mark: u8,
    /// 0 for level, 1 grave, 2 hook, 3 tilde, 4 acute, 5 dot.
    pub tone: u8,
    /// Whether the letter was a capital.
    pub is_upper: bool,
}

impl Letter {
    /// The parts of one composed character.
    pub fn of(c: char) -> Letter {
        let code = c as u32;
        let place = PLACES.get(slot(code)).copied().unwrap_or(0);
        let is_upper = c.is_ascii_uppercase() || place & UPPER != 0;
        let letter = |base, mark, tone| Letter { base, mark, tone, is_upper };
        match usize::from(place & !UPPER) {
            STROKE => letter('d', CIRCUMFLEX, 0),
            0 if matches!(code, 0xC0..=0xD6 | 0xD8..=0xDE) => {
                let base = char::from_u32(code + 0x20).unwrap_or(c);
                Letter { base, mark: 0, tone: 0, is_upper: true }
            }
            0 => letter(c.to_ascii_lowercase(), 0, 0),
            place => {
                let (base, mark) = SHAPES.get((place - 1) / 6).copied().unwrap_or((c, 0));
                letter(base, mark, ((place - 1) % 6) as u8)
            }
        }
    }

    /// The composed character, or nothing when no such Vietnamese letter exists.
    pub fn char(self) -> Option<char> {
        let lower = if self.base == 'd' && self.mark == CIRCUMFLEX {
            'đ'
        } else if self.mark == 0 && self.tone == 0 {
            self.base
        } else {
            let shape = SHAPES.iter().position(|&shape| shape == (self.base, self.mark))?;
            *VOWELS.get(shape * 6 + usize::from(self.tone))?
        };
        if self.is_upper { char::from_u32(upper(lower as u32)) } else { Some(lower) }
    }

    /// Whether the base is one of a, e, i, o, u, y.
    pub fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// The letter with a combining character added, when the pair is Vietnamese.
    fn join(self, combining: char) -> Option<char> {
        let (mark, tone) = match combining {
            '\u{302}' => (CIRCUMFLEX, 0),
            '\u{306}' => (BREVE, 0),
            '\u{31B}' => (HORN, 0),
            '\u{300}' | '\u{340}' => (0, 1),
            '\u{309}' => (0, HOOK),
            '\u{303}' => (0, TILDE),
            '\u{301}' | '\u{341}' => (0, ACUTE),
            '\u{323}' => (0, DOT),
            _ => return None,
        };
        let is_free = self.is_vowel() && if mark == 0 { self.tone == 0 } else { self.mark == 0 };
        let joined = Letter { mark: self.mark | mark, tone: self.tone | tone, ..self };
        if is_free { joined.char() } else { None }
    }
}

/// The text with Vietnamese letters composed (NFC), whatever the order of their marks.
pub fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        let joined = match last {
            Some(base) if is_combining(c) => Letter::of(base).join(c),
            _ => None,
        };
        if joined.is_none() {
            composed.extend(last);
        }
        last = joined.or(Some(c));
    }
    composed.extend(last);
    composed
}

/// The text in lower case without marks and tones, đ as d: what an unaccented query matches.
pub fn fold(text: &str) -> String {
    let base = |c| if is_combining(c) { None } else { Some(Letter::of(c).base) };
    text.chars().filter_map(base).collect()
}

/// Whether each of these words begins a word of the text; both are folded.
pub fn has_words(text: &str, words: &str) -> bool {
    let begins = |word| text.split_ascii_whitespace().any(|part| part.starts_with(word));
    words.split_ascii_whitespace().all(begins)
}

/// Whether a character is a combining mark of the block U+0300..U+0370.
pub fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_composed(parts: &str, whole: &str) {
        assert_eq!(compose(parts), whole);
    }

    #[track_caller]
    fn check_folded(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn marks_compose_in_any_order() {
        check_composed("e\u{302}\u{323}", "ệ");
        check_composed("e\u{323}\u{302}", "ệ");
        check_composed("\u{1EB9}\u{302}", "ệ");
        check_composed("O\u{31B}\u{301}", "Ớ");
        check_composed("a\u{306}\u{300} U\u{31B}", "ằ Ư");
    }

    #[test]
    fn every_vowel_survives_being_taken_apart() {
        for vowel in VOWELS {
            let letter = Letter::of(vowel);
            assert_eq!(letter.char(), Some(vowel));
            let capital = Letter { is_upper: true, ..letter }.char().unwrap();
            assert_eq!(Letter::of(capital), Letter { is_upper: true, ..letter });
            assert_eq!(capital.to_lowercase().next(), Some(vowel));
        }
    }

    #[test]
    fn other_text_passes_through() {
        check_composed("n\u{303} Ω 10/10 – 数", "n\u{303} Ω 10/10 – 数");
        check_composed("\u{301}", "\u{301}");
        check_composed("", "");
    }

    #[test]
    fn folding_drops_case_marks_tones_and_stroke() {
        check_folded("Chuyển Đổi SỐ", "chuyen doi so");
        check_folded("ĐIỆN diễn ƯỜNG Ỹ", "dien dien uong y");
        check_folded("die\u{302}\u{323}n", "dien");
    }
}
