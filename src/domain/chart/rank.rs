//! Ranks by year, one panel for each base: nothing is drawn from one panel to the other (T1).

use super::super::tree::Element;
use super::{WIDTH, bar, mark, path, segment, svg, two_lines, unit, words};

/// A rank of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPoint {
    pub year: u16,
    pub rank: f64,
    /// With its base: "48/63".
    pub text: String,
    /// Worked out, not published (T9).
    pub is_derived: bool,
}

/// The ranks of one place, by year.
#[derive(Clone, Debug, PartialEq)]
pub struct RankSeries {
    pub name: String,
    pub points: Vec<RankPoint>,
}

/// All places that were ranked among the same number of places.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPanel {
    /// Number of places ranked: 63 or 34.
    pub of: u16,
    /// Every year of the panel, with or without a rank.
    pub years: Vec<u16>,
    pub series: Vec<RankSeries>,
    /// "trên 63"
    pub title: String,
}

/// Words around the ranks.
#[derive(Clone, Copy, Debug)]
pub struct RankWords<'a> {
    /// "xếp cao hơn": at the end of the axis that has rank 1.
    pub higher: &'a str,
    pub derived: &'a str,
    pub unknown: &'a str,
}

const TOP: f64 = 66.0;
const BOTTOM: f64 = 210.0;
const HEIGHT: f64 = 266.0;
/// Between two panels, where the scale of places breaks.
const GAP: f64 = 30.0;
/// The narrowest panel.
const NARROW: f64 = 84.0;
/// The least distance between two words of one year.
const LINE: f64 = 16.0;

/// Where a panel stands, in drawing units.
struct Frame {
    left: f64,
    right: f64,
    is_crowded: bool,
}

/// The chart of ranks; rank 1 is at the top.
#[must_use]
pub fn rank_chart(panels: &[RankPanel], texts: RankWords<'_>, labelled_by: &str) -> Element {
    let mut chart = svg(HEIGHT, labelled_by);
    let mut left = 0.0;
    for (index, panel) in panels.iter().enumerate() {
        let is_last = index + 1 == panels.len();
        let narrow = (panels.len() - 1 - index) as f64 * (NARROW + GAP);
        let right = if is_last { WIDTH } else { (WIDTH - narrow).max(left + NARROW) };
        if index > 0 {
            chart = chart.child(gap(left - GAP / 2.0));
        }
        let frame = Frame { left, right, is_crowded: panel.series.len() > 1 };
        chart = chart.child(draw(panel, &frame, texts));
        left = right + GAP;
    }
    chart
}

/// Two short slanted strokes: the scale ends here and another begins.
fn gap(x: f64) -> Element {
    let stroke = |x: f64| segment((x - 4.0, TOP + 90.0), (x + 4.0, TOP + 70.0));
    path("chart__gap", &[stroke(x - 3.0), stroke(x + 3.0)].concat()).with("data-part", "gap")
}

fn draw(panel: &RankPanel, frame: &Frame, texts: RankWords<'_>) -> Element {
    let middle = f64::midpoint(frame.left, frame.right);
    let base = panel.of.to_string();
    let field =
        bar("chart__field", frame.left, TOP - 28.0, frame.right - frame.left, HEIGHT - TOP + 8.0);
    let mut group = Element::new("g").with("data-base", &base).child(field).child(words(
        middle,
        14.0,
        "middle",
        "chart__now",
        &panel.title,
    ));
    if frame.right - frame.left > 2.0 * NARROW {
        let hint = ["\u{2191} ", texts.higher].concat();
        group = group.child(words(frame.left, 33.0, "start", "chart__end", &hint));
    }
    for (index, year) in panel.years.iter().enumerate() {
        let x = column(panel, frame, index);
        group = group.child(words(x, HEIGHT - 2.0, "middle", "chart__end", &year.to_string()));
        let has_rank = |series: &RankSeries| series.points.iter().any(|point| point.year == *year);
        if !panel.series.iter().any(has_rank) {
            group = group.children(unknown(x, panel.years.len() == 1, texts.unknown));
        }
    }
    for (shape, series) in panel.series.iter().enumerate() {
        group = group.children(lines(panel, frame, series, shape));
    }
    for (shape, series) in panel.series.iter().enumerate() {
        let dots = series.points.iter().filter_map(|point| {
            let at = place(panel, frame, point)?;
            Some(mark(shape, at, point.is_derived))
        });
        group = group.children(dots);
    }
    group.children(labels(panel, frame, texts.derived))
}

/// A year without a rank says so, in words where there is room (T4).
fn unknown(x: f64, has_room: bool, text: &str) -> Vec<Element> {
    let y = f64::midpoint(TOP, BOTTOM);
    if !has_room {
        return vec![words(x, y, "middle", "chart__end", "?")];
    }
    let (first, second) = two_lines(text);
    vec![
        words(x, y - 8.0, "middle", "chart__end", first),
        words(x, y + 10.0, "middle", "chart__end", second),
    ]
}

fn column(panel: &RankPanel, frame: &Frame, index: usize) -> f64 {
    let pad = 26.0;
    let end = if frame.is_crowded { 54.0 } else { pad };
    let (first, last) = (frame.left + pad, frame.right - end);
    match panel.years.len() {
        0 | 1 if frame.is_crowded => first + 6.0,
        0 | 1 => f64::midpoint(frame.left, frame.right),
        n => first + (last - first) * index as f64 / (n - 1) as f64,
    }
}

fn place(panel: &RankPanel, frame: &Frame, point: &RankPoint) -> Option<(f64, f64)> {
    let index = panel.years.iter().position(|year| *year == point.year)?;
    let share = (point.rank - 1.0) / f64::from(panel.of - 1).max(1.0);
    Some((column(panel, frame, index), TOP + share * (BOTTOM - TOP)))
}

/// Lines between years that follow one another; dashed where an end is worked out.
fn lines(panel: &RankPanel, frame: &Frame, series: &RankSeries, shape: usize) -> Vec<Element> {
    let (mut known, mut derived) = (String::new(), String::new());
    for pair in series.points.windows(2) {
        let [from, to] = pair else { continue };
        let ends = (place(panel, frame, from), place(panel, frame, to));
        let (Some(start), Some(end)) = ends else { continue };
        if to.year == from.year + 1 {
            let line = if from.is_derived || to.is_derived { &mut derived } else { &mut known };
            line.push_str(&segment(start, end));
        }
    }
    let key = shape.to_string();
    let drawn = [("chart__line", known), ("chart__line chart__line--derived", derived)];
    let drawn = drawn.into_iter().filter(|(_, d)| !d.is_empty());
    drawn.map(|(class, d)| path(class, &d).with("data-key", &key)).collect()
}

/// Words beside the marks, kept apart from one another.
fn labels(panel: &RankPanel, frame: &Frame, derived: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for year in &panel.years {
        let mut of_year: Vec<(f64, f64, &RankPoint, &RankSeries)> = Vec::new();
        for series in &panel.series {
            let point = series.points.iter().find(|point| point.year == *year);
            // Many lines leave room for the newest rank of each; the table has all of them.
            let point = point.filter(|p| !frame.is_crowded || series.points.last() == Some(*p));
            if let Some(point) = point
                && let Some((x, y)) = place(panel, frame, point)
            {
                of_year.push((x, y, point, series));
            }
        }
        of_year.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut lowest = f64::MIN;
        for (x, y, point, series) in of_year {
            if frame.is_crowded {
                let y = (y + 5.0).max(lowest + LINE);
                lowest = y;
                found.push(words(x + 11.0, y, "start", "chart__rank", &point.text));
            } else {
                found.extend(label(x, y, point, is_low(series, point), derived));
            }
        }
    }
    found
}

/// Whether a mark lies below its neighbours, so that its words go under it.
fn is_low(series: &RankSeries, point: &RankPoint) -> bool {
    let near = |p: &&RankPoint| p.year.abs_diff(point.year) == 1;
    let near: Vec<f64> = series.points.iter().filter(near).map(|p| p.rank).collect();
    !near.is_empty() && point.rank > near.iter().sum::<f64>() / near.len() as f64
}

fn label(x: f64, y: f64, point: &RankPoint, is_low: bool, derived: &str) -> Vec<Element> {
    let is_under = is_low || y < TOP + 4.0;
    let (rank, note) = match (is_under, point.is_derived) {
        (true, _) => (y + 22.0, y + 38.0),
        (false, true) => (y - 26.0, y - 11.0),
        (false, false) => (y - 12.0, 0.0),
    };
    let mut found = vec![words(x, rank, "middle", "chart__rank", &point.text)];
    if point.is_derived {
        found.push(words(x, note, "middle", "chart__end", derived));
    }
    found
}

/// The mark of a series, to stand beside its name.
#[must_use]
pub fn key(shape: usize) -> Element {
    Element::of("svg", "chart__key")
        .with("viewBox", ["0 0 ", &unit(18.0), " ", &unit(18.0)].concat())
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(mark(shape, (9.0, 9.0), false))
}

#[cfg(test)]
mod tests {
    use super::super::tests::walk;
    use super::*;

    const TEXTS: RankWords<'_> =
        RankWords { higher: "xếp cao hơn", derived: "suy ra", unknown: "Chưa có thông tin" };

    fn point(year: u16, rank: u16, of: u16, is_derived: bool) -> RankPoint {
        RankPoint { year, rank: rank.into(), text: format!("{rank}/{of}"), is_derived }
    }

    fn panels() -> Vec<RankPanel> {
        let series = |points| vec![RankSeries { name: "Đà Nẵng".into(), points }];
        let old = [(2020, 1), (2021, 1), (2022, 1), (2023, 1), (2024, 2)];
        let old = old.map(|(year, rank)| point(year, rank, 63, year == 2021)).to_vec();
        vec![
            RankPanel {
                of: 63,
                years: (2020..=2024).collect(),
                series: series(old),
                title: "trên 63".into(),
            },
            RankPanel {
                of: 34,
                years: vec![2024],
                series: series(vec![point(2024, 17, 34, false)]),
                title: "trên 34".into(),
            },
        ]
    }

    fn xs(d: &str) -> Vec<f64> {
        let pairs = d.split(['M', 'L']).filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split(' ').next().unwrap().parse().unwrap()).collect()
    }

    #[test]
    fn no_line_reaches_from_one_base_to_the_other() {
        let chart = rank_chart(&panels(), TEXTS, "s");
        let limit = WIDTH - NARROW - GAP;
        let mut n_lines = 0;
        for (element, base) in walk(&chart, None) {
            let class = element.attributes().find(|(name, _)| *name == "class").map_or("", |a| a.1);
            if class.starts_with("chart__line") {
                let d = element.attributes().find(|(name, _)| *name == "d").unwrap().1;
                assert_eq!(base, Some("63"), "one year has no line");
                assert!(xs(d).iter().all(|x| *x <= limit), "{d}");
                n_lines += 1;
            }
        }
        assert_eq!(n_lines, 2, "published years in one path, worked out ones in another");
    }

    #[test]
    fn a_year_that_nobody_published_breaks_the_line() {
        let mut panels = panels();
        panels[0].series[0].points.retain(|point| point.year != 2022);
        let chart = rank_chart(&panels, TEXTS, "s");
        let lines = walk(&chart, None).into_iter().filter_map(|(element, _)| {
            let is_line = element.attributes().any(|(_, value)| value.starts_with("chart__line"));
            is_line.then(|| {
                element.attributes().find(|(name, _)| *name == "d").unwrap().1.matches('M').count()
            })
        });
        assert_eq!(lines.sum::<usize>(), 2, "2020 to 2021, 2023 to 2024");
    }

    #[test]
    fn a_higher_place_is_drawn_higher() {
        let panel = &panels()[0];
        let frame = Frame { left: 0.0, right: 200.0, is_crowded: false };
        let y = |rank| place(panel, &frame, &point(2020, rank, 63, false)).unwrap().1;
        assert!(y(1) < y(20) && y(20) < y(63));
    }
}
