//! Ranks in the three pillars, on one line each; farther right is a higher place.

use super::super::tree::Element;
use super::{WIDTH, bar, mark, path, segment, svg, words};

/// A rank of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct StripPoint {
    pub year: u16,
    pub rank: f64,
    /// With its base and year: "19/63 (2022)".
    pub text: String,
}

/// A pillar and its ranks, by year.
#[derive(Clone, Debug, PartialEq)]
pub struct StripRow {
    pub name: String,
    pub points: Vec<StripPoint>,
}

const ROW: f64 = 84.0;
const LEFT: f64 = 14.0;
const RIGHT: f64 = WIDTH - 14.0;

/// The strips of one base; `ends` are the words for the last and the first rank.
#[must_use]
pub fn pillar_strip(rows: &[StripRow], of: u16, ends: (&str, &str), labelled_by: &str) -> Element {
    let height = ROW * rows.len() as f64 + 20.0;
    let mut group = Element::new("g").with("data-base", of);
    for (shape, row) in rows.iter().enumerate() {
        let top = ROW * shape as f64;
        let line = top + 50.0;
        group = group
            .child(words(LEFT - 8.0, top + 16.0, "start", "chart__now", &row.name))
            .child(bar("chart__track", LEFT, line - 3.0, RIGHT - LEFT, 6.0));
        let at = |point: &StripPoint| (x(point.rank, of), line);
        let (newest, older) = match row.points.split_last() {
            Some((newest, older)) => (newest, older.last()),
            None => continue,
        };
        if let Some(older) = older {
            group = group
                .child(path("chart__line", &segment(at(older), at(newest))))
                .child(mark(shape, at(older), true))
                .child(label(at(older).0, line + 24.0, "chart__end", &older.text));
        }
        group = group.child(mark(shape, at(newest), false)).child(label(
            at(newest).0,
            line - 13.0,
            "chart__rank",
            &newest.text,
        ));
    }
    let y = height - 3.0;
    let group = group.child(words(LEFT - 8.0, y, "start", "chart__end", ends.0)).child(words(
        RIGHT + 8.0,
        y,
        "end",
        "chart__end",
        ends.1,
    ));
    svg(height, labelled_by).child(group)
}

fn x(rank: f64, of: u16) -> f64 {
    RIGHT - (rank - 1.0) / f64::from(of - 1).max(1.0) * (RIGHT - LEFT)
}

fn label(x: f64, y: f64, class: &str, text: &str) -> Element {
    let half = text.chars().count() as f64 * 4.0;
    match x {
        x if x < half => words(LEFT - 8.0, y, "start", class, text),
        x if x > WIDTH - half => words(RIGHT + 8.0, y, "end", class, text),
        x => words(x, y, "middle", class, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_at_the_right() {
        assert!((x(1.0, 63) - RIGHT).abs() < 0.01);
        assert!((x(63.0, 63) - LEFT).abs() < 0.01);
        assert!(x(19.0, 63) > x(47.0, 63));
    }
}
