//! Sums and quotients of printed numbers, exact in decimal digits (T9).

use super::super::decimal::Decimal;

/// Decimal places kept inside: source numbers have four at most.
const PLACES: u32 = 6;

/// The number in millionths; digits beyond are cut.
#[must_use]
pub fn millionths(number: &Decimal) -> i128 {
    let text = String::from(number.clone());
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = fraction.chars().chain(std::iter::repeat('0')).take(PLACES as usize);
    let digits: String = whole.chars().chain(places).collect();
    sign * digits.parse::<i128>().unwrap_or(0)
}

/// `numerator / denominator` rounded half away from zero to `places` decimals.
fn rounded(numerator: i128, denominator: i128, places: u32) -> Option<Decimal> {
    if denominator == 0 {
        return None;
    }
    let scale = 10_i128.pow(places);
    let (n, d) = (numerator.abs() * scale, denominator.abs());
    let units = (2 * n + d) / (2 * d);
    let is_negative = (numerator < 0) != (denominator < 0) && units != 0;
    let mut text = String::from(if is_negative { "-" } else { "" });
    text.push_str(&(units / scale).to_string());
    if places > 0 {
        let fraction = (units % scale).to_string();
        text.push('.');
        text.extend(std::iter::repeat_n('0', places as usize - fraction.len()));
        text.push_str(&fraction);
    }
    Decimal::try_from(text).ok()
}

/// `a - b` to `places` decimals.
#[must_use]
pub fn difference(a: &Decimal, b: &Decimal, places: u32) -> Option<Decimal> {
    rounded(millionths(a) - millionths(b), 10_i128.pow(PLACES), places)
}

/// `(a - b) / years` to `places` decimals.
#[must_use]
pub fn pace(a: &Decimal, b: &Decimal, years: u16, places: u32) -> Option<Decimal> {
    rounded(millionths(a) - millionths(b), i128::from(years) * 10_i128.pow(PLACES), places)
}

/// `part / whole` in per cent, to `places` decimals.
#[must_use]
pub fn percent(part: &Decimal, whole: &Decimal, places: u32) -> Option<Decimal> {
    rounded(millionths(part) * 100, millionths(whole), places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::try_from(text.to_owned()).unwrap()
    }

    #[track_caller]
    fn check(found: Option<Decimal>, expected: &str) {
        assert_eq!(found, Some(decimal(expected)));
    }

    #[test]
    fn results_equal_the_hand_values() {
        check(difference(&decimal("20"), &decimal("6.19"), 2), "13.81");
        check(pace(&decimal("30"), &decimal("6.19"), 7, 2), "3.40");
        check(pace(&decimal("6.19"), &decimal("6.02"), 1, 2), "0.17");
        check(percent(&decimal("264"), &decimal("520"), 1), "50.8");
        check(difference(&decimal("21"), &decimal("10"), 0), "11");
    }

    #[test]
    fn halves_round_away_from_zero_and_nothing_divides_by_zero() {
        check(pace(&decimal("0.35"), &decimal("0"), 2, 2), "0.18");
        check(pace(&decimal("0"), &decimal("0.35"), 2, 2), "-0.18");
        check(difference(&decimal("1"), &decimal("1.001"), 2), "0.00");
        assert_eq!(pace(&decimal("1"), &decimal("0"), 0, 2), None);
        assert_eq!(percent(&decimal("1"), &decimal("0"), 1), None);
    }
}
