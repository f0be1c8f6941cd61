//! Levels as stairs: where one stands, and how far that is sure.

use super::super::super::tree::Element;

/// Stairs with names; those from `first` to `last`, counted from 1, are where one stands.
#[must_use]
pub fn stairs(names: &[String], first: usize, last: usize, label: &str) -> Element {
    let svg = |tag: &str| Element::new(tag);
    let n = names.len().max(1);
    let width = 336 / n;
    let mut drawing = Element::of("svg", "chart stairs")
        .with("viewBox", "0 0 364 210")
        .with("role", "img")
        .with("aria-label", label);
    for (index, name) in names.iter().enumerate() {
        let x = 14 + width * index;
        let top = 122 - 92 * index / n;
        let state = if (first..=last).contains(&(index + 1)) { "here" } else { "" };
        let step = svg("rect")
            .with("x", x)
            .with("y", top)
            .with("width", width)
            .with("height", 160 - top)
            .with("class", "stairs__step")
            .with("data-state", state);
        let text = |y: usize, words: &str, class: &str| {
            Element::of("text", class)
                .with("x", x + width / 2)
                .with("y", y)
                .with("text-anchor", "middle")
                .text(words)
        };
        drawing = drawing
            .child(step)
            .child(text(182, &(index + 1).to_string(), "chart__now"))
            .child(text(202, name, ""));
    }
    let middle = 14 + width * (first + last - 1) / 2;
    let top = 122 - 92 * (first.max(1) - 1 + last - 1) / (2 * n);
    let pole = Element::of("path", "chart__pole")
        .with("d", ["M", &middle.to_string(), " ", &top.to_string(), "v-26"].concat());
    let flag = Element::of("path", "chart__flag").with(
        "d",
        ["M", &middle.to_string(), " ", &(top - 26).to_string(), "h22l-6 8 6 8h-22z"].concat(),
    );
    drawing.child(pole).child(flag)
}
