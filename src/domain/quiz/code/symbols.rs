//! Thirty-two letters and digits that are hard to confuse, and the bits they stand for.
//!
//! Reference: Douglas Crockford, *Base 32* (no I, L, O, U).

const ALPHABET: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many bits a symbol holds.
const WIDTH: usize = 5;

/// The letter of a symbol, 0 to 31.
pub(super) fn letter(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).map_or('0', |letter| char::from(*letter))
}

/// What a typed letter stands for; O is read as 0, I and L as 1, U as V.
fn symbol(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// The symbols of a typed code; spaces and hyphens do not count. `None` when a letter is none.
pub(super) fn symbols(text: &str) -> Option<Vec<u8>> {
    let is_said = |letter: &char| !letter.is_ascii_whitespace() && *letter != '-';
    text.chars().filter(is_said).map(symbol).collect()
}

/// Bits in the order in which they are written, the most significant of each number first.
#[derive(Default)]
pub(super) struct Bits {
    bits: Vec<bool>,
    n_read: usize,
}

impl Bits {
    pub(super) fn of_symbols(symbols: &[u8]) -> Self {
        let mut bits = Self::default();
        symbols.iter().for_each(|symbol| bits.push(u32::from(*symbol), WIDTH));
        bits
    }

    /// Appends the last `width` bits of a number.
    pub(super) fn push(&mut self, number: u32, width: usize) {
        self.bits.extend((0..width).rev().map(|bit| number >> bit & 1 == 1));
    }

    /// The number in the next `width` bits; bits after the end are 0.
    pub(super) fn take(&mut self, width: usize) -> u32 {
        let next = self.bits.iter().skip(self.n_read).chain(std::iter::repeat(&false));
        self.n_read += width;
        next.take(width).fold(0, |number, bit| number << 1 | u32::from(*bit))
    }

    /// As [`Bits::take`], for numbers of at most eight bits.
    pub(super) fn take_small(&mut self, width: usize) -> u8 {
        self.take(width) as u8
    }

    /// Symbols of five bits each, zeros at the end.
    pub(super) fn symbols(&self) -> Vec<u8> {
        self.numbers(WIDTH)
    }

    /// Bytes, zeros at the end.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.numbers(8)
    }

    fn numbers(&self, width: usize) -> Vec<u8> {
        let number = |bits: &[bool]| {
            let missing = width - bits.len();
            bits.iter().fold(0, |number, bit| number << 1 | u8::from(*bit)) << missing
        };
        self.bits.chunks(width).map(number).collect()
    }
}
