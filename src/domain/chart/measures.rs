//! Bars by year for several ways of measuring: one field each, on one scale, no line.

use super::super::tree::Element;
use super::target::TargetBar;
use super::{WIDTH, bar, svg, words};

/// A way of measuring and its values by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub name: String,
    pub bars: Vec<TargetBar>,
}

const LEFT: f64 = 44.0;
const ROW: f64 = 27.0;
const HEAD: f64 = 30.0;
const SPACE: f64 = 16.0;
/// Room for the words after the longest bar.
const WORDS: f64 = 118.0;

/// The chart: one group for each way, told apart by its name and by a gap.
#[must_use]
pub fn measure_chart(measures: &[Measure], labelled_by: &str) -> Element {
    let values = measures.iter().flat_map(|measure| measure.bars.iter().map(|bar| bar.value));
    let most = values.fold(1.0, f64::max);
    let n_bars: usize = measures.iter().map(|measure| measure.bars.len()).sum();
    let n = measures.len() as f64;
    let height = n_bars as f64 * ROW + n * HEAD + (n - 1.0) * SPACE;
    let mut chart = svg(height, labelled_by);
    let mut y = 0.0;
    for (index, measure) in measures.iter().enumerate() {
        let name = words(0.0, y + 17.0, "start", "chart__now", &measure.name);
        let mut group = Element::new("g").with("data-key", index).child(name);
        y += HEAD;
        for year in &measure.bars {
            let width = (WIDTH - LEFT - WORDS) * year.value / most;
            let class = match (index, year.is_hollow) {
                (0, false) => "chart__bar",
                (0, true) => "chart__bar chart__bar--hollow",
                _ => "chart__bar chart__bar--other",
            };
            group = group
                .child(words(0.0, y + 15.0, "start", "chart__end", &year.name))
                .child(bar(class, LEFT, y + 1.0, width, 18.0))
                .child(words(LEFT + width + 6.0, y + 15.0, "start", "chart__rank", &year.text));
            y += ROW;
        }
        y += SPACE;
        chart = chart.child(group);
    }
    chart
}
