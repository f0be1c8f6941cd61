//! Dates as precise as their source, and no more.

use serde::{Deserialize, Serialize};

/// A year, a month or a day of the Gregorian calendar.
///
/// Written `2026`, `2026-11` or `2026-11-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")))]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The year, 1900 to 2999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month (1 to 12), when known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// Day (1 to 31), when known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day it can mean, as days since 1 March of year 0.
    ///
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    #[must_use]
    pub fn first_day(self) -> i64 {
        days(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean, on the same count.
    #[must_use]
    pub fn last_day(self) -> i64 {
        let month = self.month.unwrap_or(12);
        days(self.year, month, self.day.unwrap_or_else(|| last_of_month(self.year, month)))
    }
}

fn days(year: u16, month: u8, day: u8) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + day_of_year
}

fn last_of_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        const ERROR: &str = "not a date such as `2026`, `2026-11` or `2026-11-22`";
        let mut parts = text.split('-');
        let mut number = |width: usize| match parts.next() {
            None => Ok(None),
            // `parse` alone would take "+1" for a number of two digits.
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| ERROR)
            }
            Some(_) => Err(ERROR),
        };
        let year = number(4)?.filter(|year| (1900..3000).contains(year)).ok_or(ERROR)?;
        let month = number(2)?.map(|month| month as u8);
        let day = number(2)?.map(|day| day as u8);
        let month_fits = month.is_none_or(|month| (1..=12).contains(&month));
        let day_fits = match (month, day) {
            (Some(month), Some(day)) => (1..=last_of_month(year, month)).contains(&day),
            (_, day) => day.is_none(),
        };
        if month_fits && day_fits && text.len() <= 10 {
            Ok(Self { year, month, day })
        } else {
            Err(ERROR)
        }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        let mut text = date.year.to_string();
        for part in [date.month, date.day].into_iter().flatten() {
            text.push('-');
            if part < 10 {
                text.push('0');
            }
            text.push_str(&part.to_string());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn a_date_is_as_precise_as_it_was_written() {
        for text in ["2026", "2026-11", "2026-11-22", "2024-02-29"] {
            assert_eq!(String::from(date(text)), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["26", "2026-13", "2026-02-30", "2025-02-29", "31/10/2023", "2026-1-1", ""] {
            assert!(Date::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_year_spans_all_its_days() {
        assert_eq!(date("2025").last_day() - date("2025").first_day(), 364);
        assert_eq!(date("2025-07-01").first_day() - date("2025-06-30").first_day(), 1);
        assert_eq!(date("2024-02").last_day(), date("2024-02-29").first_day());
    }
}
