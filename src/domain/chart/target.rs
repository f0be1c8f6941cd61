//! What is measured, what is aimed at, and the way between them.

use super::super::tree::Element;
use super::{WIDTH, bar, path, segment, svg, unit, words};

/// A measured, estimated or derived value of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetBar {
    pub name: String,
    pub value: f64,
    pub text: String,
    /// Worked out or estimated: drawn hollow.
    pub is_hollow: bool,
}

/// A target, with the word for it in its text (T3).
#[derive(Clone, Debug, PartialEq)]
pub struct TargetFlag {
    pub value: f64,
    pub text: String,
}

const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 8.0;
const ROW: f64 = 32.0;
const FLAG: f64 = 24.0;

/// Bars by year under the flags of targets; `gap` says what lies between the last bar and
/// the nearest flag.
#[must_use]
pub fn target_chart(
    bars: &[TargetBar],
    flags: &[TargetFlag],
    gap: Option<&str>,
    labelled_by: &str,
) -> Element {
    let values = bars.iter().map(|bar| bar.value).chain(flags.iter().map(|flag| flag.value));
    let most = values.fold(1.0, f64::max);
    let x = |value: f64| LEFT + (RIGHT - LEFT) * value / most;
    let top = FLAG * flags.len() as f64 + 14.0;
    let bottom = top + ROW * bars.len() as f64;
    let height = bottom + if gap.is_some() { 46.0 } else { 6.0 };
    let mut chart = svg(height, labelled_by);
    for (index, flag) in flags.iter().enumerate() {
        // The farthest flag flies highest, so that no pole runs through a name.
        let y = FLAG * (flags.len() - 1 - index) as f64 + 6.0;
        chart = chart
            .child(path("chart__pole", &segment((x(flag.value), bottom), (x(flag.value), y))))
            .child(path(
                "chart__flag",
                &["M", &unit(x(flag.value)), " ", &unit(y), "h-16l5 6-5 6h16z"].concat(),
            ))
            .child(words(x(flag.value) - 22.0, y + 12.0, "end", "", &flag.text));
    }
    for (index, year) in bars.iter().enumerate() {
        let y = top + ROW * index as f64;
        let class = if year.is_hollow { "chart__bar chart__bar--hollow" } else { "chart__bar" };
        chart = chart
            .child(words(0.0, y + 17.0, "start", "chart__end", &year.name))
            .child(bar("chart__track", LEFT, y, RIGHT - LEFT, 22.0))
            .child(bar(class, LEFT, y + 1.0, x(year.value) - LEFT, 20.0))
            .child(words(x(year.value) + 6.0, y + 17.0, "start", "chart__rank", &year.text));
    }
    let nearest = flags.iter().map(|flag| flag.value).fold(f64::MAX, f64::min);
    if let (Some(text), Some(now)) = (gap, bars.last()) {
        let (from, to, y) = (x(now.value), x(nearest), bottom + 14.0);
        let ends =
            [segment((from, y - 6.0), (from, y + 6.0)), segment((to, y - 6.0), (to, y + 6.0))];
        let line = [segment((from, y), (to, y)), ends.concat()].concat();
        let middle = f64::midpoint(from, to).clamp(90.0, WIDTH - 90.0);
        chart = chart.child(path("chart__span", &line)).child(words(
            middle,
            y + 24.0,
            "middle",
            "chart__now",
            text,
        ));
    }
    chart
}

/// A part of a whole as one bar.
#[must_use]
pub fn share_chart(share: f64, part: &str, whole: &str, labelled_by: &str) -> Element {
    let width = WIDTH - 4.0;
    svg(78.0, labelled_by)
        .child(words(2.0, 16.0, "start", "chart__now", part))
        .child(bar("chart__track", 2.0, 26.0, width, 28.0))
        .child(bar("chart__bar", 2.0, 26.0, width * share, 28.0))
        .child(words(WIDTH - 2.0, 74.0, "end", "chart__end", whole))
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;

    #[test]
    fn bars_and_flags_share_one_scale() {
        let bars =
            [TargetBar { name: "2023".into(), value: 15.0, text: "15".into(), is_hollow: false }];
        let flags = [TargetFlag { value: 30.0, text: "đích".into() }];
        let chart = target_chart(&bars, &flags, None, "s");
        let attribute = |class: &str, name: &str| {
            let elements = walk(&chart, None);
            let found =
                elements.iter().find(|(e, _)| e.attributes().any(|a| a == ("class", class)));
            let value = found.unwrap().0.attributes().find(|(n, _)| *n == name).unwrap().1;
            value.to_owned()
        };
        let (track, half) = (attribute("chart__track", "width"), attribute("chart__bar", "width"));
        assert!((track.parse::<f64>().unwrap() / 2.0 - half.parse::<f64>().unwrap()).abs() < 0.1);
        assert!(attribute("chart__pole", "d").starts_with(&format!("M{}", unit(RIGHT))));
    }
}
