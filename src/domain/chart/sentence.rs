//! The sentence of a chart, made from its numbers: other numbers, another sentence.

use super::super::page::{Rich, Span};

/// Fills `{name}` in a template with running text.
#[must_use]
pub fn fill_rich(template: &str, values: &[(&str, &[Span])]) -> Rich {
    let mut rich = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            rich.push(Span::T(before.into()));
        }
        if let Some((_, spans)) = values.iter().find(|(known, _)| *known == name) {
            rich.extend(spans.iter().cloned());
        }
        rest = tail;
    }
    if !rest.is_empty() {
        rich.push(Span::T(rest.into()));
    }
    rich
}

/// How a rank moved: a smaller number is a higher place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Up(u16),
    Down(u16),
    Same,
}

impl Move {
    /// From an earlier rank to a later one of the same base.
    #[must_use]
    pub fn between(earlier: f64, later: f64) -> Self {
        let (earlier, later) = (earlier as u16, later as u16);
        match earlier.cmp(&later) {
            std::cmp::Ordering::Greater => Self::Up(earlier - later),
            std::cmp::Ordering::Less => Self::Down(later - earlier),
            std::cmp::Ordering::Equal => Self::Same,
        }
    }
}

/// The place of the smallest rank; the first of equals.
#[must_use]
pub fn strongest(ranks: &[f64]) -> Option<usize> {
    let ranked = ranks.iter().enumerate();
    ranked.min_by(|a, b| a.1.total_cmp(b.1)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::page::plain;

    #[test]
    fn a_smaller_number_is_a_higher_place() {
        assert_eq!(Move::between(58.0, 48.0), Move::Up(10));
        assert_eq!(Move::between(1.0, 2.0), Move::Down(1));
        assert_eq!(Move::between(5.0, 5.0), Move::Same);
    }

    #[test]
    fn the_strongest_changes_with_the_numbers() {
        assert_eq!(strongest(&[47.0, 54.0, 19.0]), Some(2));
        assert_eq!(strongest(&[19.0, 54.0, 47.0]), Some(0));
        assert_eq!(strongest(&[]), None);
    }

    #[test]
    fn a_template_takes_figures_with_their_passports() {
        let rank = [Span::F(3, "19/63".into())];
        let rich = fill_rich(
            "Mạnh nhất: {pillar} ({rank}).",
            &[("rank", &rank), ("pillar", &[Span::T("xã hội số".into())])],
        );
        assert_eq!(plain(&rich), "Mạnh nhất: xã hội số (19/63).");
        assert!(rich.contains(&Span::F(3, "19/63".into())));
        assert_eq!(plain(&fill_rich("a {b", &[])), "a {b");
    }
}
