//! The screens of the self-check as trees: drawn in the browser, tested natively.
//!
//! A button says with `data-key` what it does; the program listens once for all of them.

mod drawn;
pub mod feedback;
pub mod paper;
pub mod question;
pub mod result;
pub mod stairs;
pub mod start;

use super::super::interface::{Phrases, fill};
use super::super::page::Span;
use super::super::tree::Element;

/// Text with `**strong**` parts.
#[must_use]
pub fn rich(text: &str) -> Vec<Span> {
    let pieces: Vec<&str> = text.split('*').collect();
    let mut spans = Vec::new();
    let mut is_strong = false;
    for (n, piece) in pieces.iter().enumerate() {
        if piece.is_empty() {
            // Two stars in a row leave an empty piece between them.
            is_strong ^= n > 0 && n + 1 < pieces.len();
        } else if is_strong {
            spans.push(Span::B(vec![Span::T((*piece).into())]));
        } else {
            spans.push(Span::T((*piece).into()));
        }
    }
    spans
}

/// Text without the stars.
#[must_use]
pub fn flat(text: &str) -> String {
    text.split('*').collect()
}

/// An icon of the sheet; `use` names it without its prefix.
pub(super) fn icon(name: &str) -> Element {
    Element::of("svg", "icon")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(Element::new("use").with("href", ["i-", name].concat()))
}

/// A paragraph.
pub(super) fn line(class: &str, text: &str) -> Element {
    Element::of("p", class).rich(rich(text))
}

/// A button that does what its key says.
pub(super) fn button(class: &str, key: &str, text: &str) -> Element {
    Element::of("button", class).with("type", "button").with("data-key", key).text(text)
}

/// Words with `{n}` filled in.
pub(super) fn count(say: &Phrases, name: &str, n: usize) -> String {
    fill(say.get(name), "n", &n.to_string())
}

/// Words with `{n}` and `{of}` filled in.
pub(super) fn share(say: &Phrases, name: &str, n: usize, of: usize) -> String {
    fill(&count(say, name, n), "of", &of.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_make_text_strong() {
        let bold = |text: &str| Span::B(vec![Span::T(text.into())]);
        let plain = |text: &str| Span::T(text.into());
        let table = [
            ("a", vec![plain("a")]),
            ("a **b** c", vec![plain("a "), bold("b"), plain(" c")]),
            ("**b**", vec![bold("b")]),
            ("**a** and **b**.", vec![bold("a"), plain(" and "), bold("b"), plain(".")]),
            ("", vec![]),
        ];
        for (text, expected) in table {
            assert_eq!(rich(text), expected, "{text}");
        }
        assert_eq!(flat("a **b**"), "a b");
    }
}
