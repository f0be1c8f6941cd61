//! Whole numbers to and from their digits, without the machinery that prints anything.

/// The digits of a number.
#[must_use]
pub fn digits(number: usize) -> String {
    let mut text = String::new();
    let mut unit = 1;
    while number / unit >= 10 {
        unit *= 10;
    }
    while unit > 0 {
        text.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
    text
}

/// The number that a text of digits alone names; `None` for other texts and for large numbers.
#[must_use]
pub fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.bytes().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_digits_and_numbers_again() {
        for n in [0, 7, 10, 99, 100, 2026, 129_000, 999_999_999] {
            assert_eq!(digits(n), n.to_string());
            assert_eq!(number(&digits(n)), u32::try_from(n).ok());
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-1", "1.5", " 1", "x", "4294967296", "99999999999999999999"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
