//! The result on paper, and small notes.

use super::super::super::interface::{Phrases, fill};
use super::super::super::tree::Element;
use super::{count, line};

/// A note below a screen.
#[must_use]
pub fn note(text: &str) -> Element {
    Element::of("p", "note note--today").with("role", "status").text(text)
}

/// ISO week and its year of a day written `2026-11-22`.
///
/// Reference: ISO 8601, the week that holds the Thursday.
#[must_use]
pub fn week(day: &str) -> Option<(u16, u16)> {
    let mut parts = day.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1970..3000).contains(&year) {
        return None;
    }
    let n = number(year, month, day);
    // Counted from a Monday; day 0 was a Thursday.
    let thursday = n + 3 - (n + 3) % 7;
    let mut week_year = year + 1;
    while number(week_year, 1, 1) > thursday {
        week_year -= 1;
    }
    let week = (thursday - number(week_year, 1, 1)) / 7 + 1;
    Some((week as u16, week_year as u16))
}

/// Days since 1 January 1970, a Thursday.
fn number(year: u32, month: u32, day: u32) -> u32 {
    let is_leap = |year: u32| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let years: u32 = (1970..year).map(|year| 365 + u32::from(is_leap(year))).sum();
    let lengths = [31, 28 + u32::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let months: u32 = lengths.iter().take(month as usize - 1).sum();
    years + months + day - 1
}

/// The head of the sheet: stands on paper only.
pub(super) fn head(say: &Phrases, bank: &str, day: &str) -> Element {
    let mut about = fill(say.get("sheet_bank"), "name", bank);
    if let Some((week, year)) = week(day) {
        about.push_str(", ");
        let words = count(say, "sheet_week", usize::from(week));
        about.push_str(&fill(&words, "y", &year.to_string()));
    }
    Element::of("div", "paper stack stack--s")
        .child(Element::of("p", "title-m strong").text(say.get("sheet")))
        .child(line("", &about))
        .child(Element::of("p", "strong").with("id", "sheet-name"))
}

#[cfg(test)]
mod tests {
    use super::week;

    #[test]
    fn weeks_are_those_of_the_standard() {
        for (day, expected) in [
            ("2026-11-22", Some((47, 2026))),
            ("2026-11-23", Some((48, 2026))),
            ("2027-01-03", Some((53, 2026))),
            ("2027-01-04", Some((1, 2027))),
            ("2024-12-30", Some((1, 2025))),
            ("2021-01-01", Some((53, 2020))),
            ("1970-01-01", Some((1, 1970))),
            ("", None),
            ("2026-13-01", None),
            ("x", None),
        ] {
            assert_eq!(week(day), expected, "{day}");
        }
    }
}
