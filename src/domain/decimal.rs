//! A decimal number kept digit for digit, as its source printed it.

use serde::{Deserialize, Serialize};

/// A decimal number such as `14.02` or `0.8340`; trailing zeros are kept.
///
/// Invariant: ASCII digits, at most one inner point, an optional leading minus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^-?\d+(\.\d+)?$")))]
#[serde(try_from = "String", into = "String")]
pub struct Decimal(String);

impl TryFrom<String> for Decimal {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let mut parts = digits.split('.');
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let whole = parts.next().is_some_and(is_number);
        let fraction = parts.next().is_none_or(is_number);
        if whole && fraction && parts.next().is_none() && text.len() <= 24 {
            Ok(Self(text))
        } else {
            Err("not a decimal number such as `14.02`")
        }
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

impl Decimal {
    /// The number as a float, for drawing only.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.0.parse().unwrap_or(0.0)
    }

    /// The number in words of a language: `27.200` or `14,02` in Vietnamese.
    ///
    /// `group` separates thousands from 1,000 on; `point` is the decimal sign.
    #[must_use]
    pub fn display(&self, group: &str, point: &str) -> String {
        let (sign, digits) = match self.0.strip_prefix('-') {
            Some(digits) => ("\u{2212}", digits),
            None => ("", self.0.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push_str(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(point);
            out.push_str(fraction);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, vi: &str) {
        let decimal = Decimal::try_from(text.to_owned()).unwrap();
        assert_eq!(decimal.display(".", ","), vi);
    }

    #[test]
    fn digits_stay_as_the_source_printed_them() {
        check("27200", "27.200");
        check("14.02", "14,02");
        check("0.8340", "0,8340");
        check("999", "999");
        check("1234567.5", "1.234.567,5");
        check("-3", "\u{2212}3");
    }

    #[test]
    fn words_and_foreign_commas_are_not_numbers() {
        for text in ["", "6,19", "1.2.3", ".5", "5.", "10 tr", "1e9", "--1"] {
            assert!(Decimal::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
