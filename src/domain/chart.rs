//! Charts as trees: pure functions from numbers and words to SVG elements.
//!
//! Why our own and not a crate: a chart here is a few lines, marks and words under
//! rules that a general library does not know. `plotters` writes SVG text with colours
//! and fonts inside, which can carry neither our tokens (dark mode, forced colours,
//! print), nor `data-base`, nor travel as a checked [`Element`]; `charming` draws with
//! a JavaScript engine that outweighs the whole portal. Ours are drawn natively, at
//! build time, and add nothing to the program in the browser.
//!
//! Every chart is 340 units wide with words of 14: one unit is about one pixel on the
//! narrowest phone, so no word falls below 12 px. Meaning never rests on colour: what
//! is worked out is hollow and dashed, what is estimated is hollow, pillars differ by shape.

pub mod measures;
pub mod rank;
pub mod sentence;
pub mod strip;
pub mod target;

use super::tree::Element;

/// Width of every drawing, in its own units.
pub(crate) const WIDTH: f64 = 340.0;

/// A number for an attribute: one decimal at most.
pub(crate) fn unit(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == rounded.trunc() { (rounded as i64).to_string() } else { rounded.to_string() }
}

/// The drawing's frame: an image to assistive technology, named by the sentence beside it.
pub(crate) fn svg(height: f64, labelled_by: &str) -> Element {
    let view = ["0 0 ", &unit(WIDTH), " ", &unit(height)].concat();
    Element::of("svg", "chart")
        .with("viewBox", view)
        .with("role", "img")
        .with("aria-labelledby", labelled_by)
        .with("focusable", "false")
}

/// Words at a place; `anchor` is `start`, `middle` or `end`.
pub(crate) fn words(x: f64, y: f64, anchor: &str, class: &str, text: &str) -> Element {
    let element = Element::new("text").with("x", unit(x)).with("y", unit(y));
    let element = if anchor == "start" { element } else { element.with("text-anchor", anchor) };
    let element = if class.is_empty() { element } else { element.with("class", class) };
    element.text(text)
}

/// A drawn line.
pub(crate) fn path(class: &str, d: &str) -> Element {
    Element::of("path", class).with("d", d)
}

/// A filled box.
pub(crate) fn bar(class: &str, x: f64, y: f64, width: f64, height: f64) -> Element {
    let (width, height) = (unit(width.max(0.0)), unit(height));
    Element::of("rect", class)
        .with("x", unit(x))
        .with("y", unit(y))
        .with("width", width)
        .with("height", height)
}

/// "M x y L x y": a straight piece of a path.
pub(crate) fn segment((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    ["M", &unit(x1), " ", &unit(y1), "L", &unit(x2), " ", &unit(y2)].concat()
}

/// A mark: circle, square or diamond, by number; hollow when `is_hollow`.
pub(crate) fn mark(shape: usize, (x, y): (f64, f64), is_hollow: bool) -> Element {
    let class = if is_hollow { "chart__dot chart__dot--hollow" } else { "chart__dot" };
    match shape % 3 {
        0 => Element::of("circle", class).with("cx", unit(x)).with("cy", unit(y)).with("r", "6"),
        1 => bar(class, x - 5.5, y - 5.5, 11.0, 11.0),
        _ => {
            path(class, &["M", &unit(x), " ", &unit(y - 7.5), "l7.5 7.5-7.5 7.5-7.5-7.5z"].concat())
        }
    }
}

/// Words in two lines of about the same length.
pub(crate) fn two_lines(text: &str) -> (&str, &str) {
    let middle = text.len() / 2;
    let breaks = text.match_indices(' ').map(|(at, _)| at);
    let Some(at) = breaks.min_by_key(|at| at.abs_diff(middle)) else { return (text, "") };
    (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::tree::Child;

    /// Every element of a tree, with the base of the group it stands in.
    pub(crate) fn walk<'a>(
        tree: &'a Element,
        base: Option<&'a str>,
    ) -> Vec<(&'a Element, Option<&'a str>)> {
        let own = tree.attributes().find(|(name, _)| *name == "data-base").map(|(_, of)| of);
        let base = own.or(base);
        let mut found = vec![(tree, base)];
        for child in tree.inside() {
            if let Child::Element(element) = child {
                found.extend(walk(element, base));
            }
        }
        found
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([unit(3.0), unit(3.04), unit(3.26), unit(-0.5)], ["3", "3", "3.3", "-0.5"]);
    }

    #[test]
    fn words_break_near_the_middle() {
        assert_eq!(two_lines("Chưa có thông tin"), ("Chưa có", "thông tin"));
        assert_eq!(two_lines("một"), ("một", ""));
    }
}
