//! Targets: how far, how fast, and how they were restated; all arithmetic is done here.

use super::super::super::chart::measures::{Measure, measure_chart};
use super::super::super::chart::sentence::fill_rich;
use super::super::super::chart::target::{TargetBar, TargetFlag, share_chart, target_chart};
use super::super::super::date::Date;
use super::super::super::decimal::Decimal;
use super::super::super::fact::{Figure, Op, Status};
use super::super::super::indicator::arithmetic::{difference, pace, percent};
use super::super::super::indicator::number::Number;
use super::super::super::indicator::ranks;
use super::super::super::indicator::{Part, PartWords};
use super::super::super::interface::fill;
use super::super::super::page::{Rich, Span};
use super::super::super::passport::{date_words, figure_words, op_word, status_word};
use super::super::super::tree::Element;
use super::super::Draft;
use super::table::{plot, says};

const MINUS: &str = " \u{2212} ";

impl<'a> Draft<'a> {
    /// "khoảng 20% GRDP" with the word that makes it a target (T3).
    pub(super) fn target_words(&self, number: &Number<'_>) -> String {
        let texts = &self.words().indicators;
        let target = figure_words(self.pack(), &number.figure);
        let due = number.figure.due.map(|due| due.year().to_string());
        match (number.figure.status, due) {
            (Status::DraftTarget, _) => {
                let of = number.as_of().map_or_else(String::new, month_of);
                fill(&fill(&texts.target_draft, "of", &of), "target", &target)
            }
            (_, Some(due)) => fill(&fill(&texts.target_flag, "due", &due), "target", &target),
            _ => fill(&texts.target_in, "target", &target),
        }
    }

    /// A number and operator without the unit, for the end of a bar.
    fn bar_words(&self, figure: &Figure, unit: &str) -> String {
        let number = super::super::super::passport::number(self.words(), figure);
        match op_word(self.words(), figure.op) {
            "" => [&number, unit].concat(),
            op => [op, " ", &number, unit].concat(),
        }
    }

    fn target_bar(&self, number: &Number<'_>) -> TargetBar {
        let status = status_word(self.words(), number.figure.status).to_lowercase();
        let is_hollow = number.figure.status != Status::Measured;
        let mut text = self.bar_words(&number.figure, "%");
        if is_hollow {
            text.push(' ');
            text.push_str(&status);
        }
        let name = number.year().map_or_else(String::new, |year| year.to_string());
        TargetBar { name, value: number.figure.value.value(), text, is_hollow }
    }

    /// Target, now, gap and pace.
    pub(super) fn target_gap(&mut self, part: &Part) -> Option<Element> {
        let texts = &self.words().indicators;
        let measured = self.numbers_at(part.series.first()?);
        let targets = self.numbers_at(&part.targets);
        let (now, near, far) = (measured.last()?, targets.first()?, targets.last()?);
        let gap = self.gap(now, near)?;
        let needed = self.needed(now, far)?;
        let observed = self.observed(measured.iter().rev().nth(1)?, now)?;
        let say = |number: &Number<'_>| figure_words(self.pack(), &number.figure);
        let gap_words = say(&gap);
        let year = |number: &Number<'_>| number.year().map_or_else(String::new, |y| y.to_string());
        let plain = |text: String| [Span::T(text)];
        let status = plain(status_word(self.words(), now.figure.status).into());
        let (near_due, far_due, now_year) = (plain(year(near)), plain(year(far)), plain(year(now)));
        let now_span = [self.show(now, None)];
        let (near_span, far_span) = ([self.show(near, None)], [self.show(far, None)]);
        let (gap_span, pace_span) = ([self.show(&gap, None)], [self.show(&needed, None)]);
        let observed_span = [self.show(&observed, None)];
        let mut sentence = fill_rich(
            &texts.target_now,
            &[
                ("status", &status),
                ("year", &now_year),
                ("now", &now_span),
                ("due", &near_due),
                ("target", &near_span),
                ("gap", &gap_span),
            ],
        );
        sentence.push(Span::T(" ".into()));
        sentence.extend(fill_rich(
            &texts.target_pace,
            &[
                ("due", &far_due),
                ("target", &far_span),
                ("pace", &pace_span),
                ("observed", &observed_span),
            ],
        ));
        let bars: Vec<TargetBar> = measured.iter().map(|n| self.target_bar(n)).collect();
        let flags: Vec<TargetFlag> = targets
            .iter()
            .map(|n| TargetFlag { value: n.figure.value.value(), text: self.target_words(n) })
            .collect();
        let between = fill(&texts.gap, "gap", &gap_words);
        let chart = target_chart(&bars, &flags, Some(&between), &says(&part.id));
        let mut numbers = measured;
        numbers.extend(targets);
        numbers.extend([gap, needed, observed]);
        let mut inside = vec![chart];
        inside.extend(self.number_table(&numbers));
        Some(plot(&part.id, sentence, inside))
    }

    /// How far it is from `now` to a target, in points.
    fn gap(&self, now: &Number<'a>, target: &Number<'a>) -> Option<Number<'a>> {
        let value = difference(&target.figure.value, &now.figure.value, 2)?;
        let parts = [&target.figure.value, &now.figure.value].map(|v| String::from(v.clone()));
        let formula = [parts.join(MINUS), " = ".into(), value.clone().into()].concat();
        let texts = &self.words().indicators;
        let label = fill(&texts.gap_label, "due", &year_of(target)?.to_string());
        let label = fill(&label, "year", &year_of(now)?.to_string());
        let figure = points(now, (value, "percent-points", target.figure.op), formula);
        Some(now.derive(figure, label))
    }

    /// What each year must add to reach a target.
    fn needed(&self, now: &Number<'a>, target: &Number<'a>) -> Option<Number<'a>> {
        let (due, year) = (year_of(target)?, year_of(now)?);
        let years = due.checked_sub(year)?;
        let value = pace(&target.figure.value, &now.figure.value, years, 2)?;
        let parts = [&target.figure.value, &now.figure.value].map(|v| String::from(v.clone()));
        let years = years.to_string();
        let shown = String::from(value.clone());
        let formula = ["(", &parts.join(MINUS), ") \u{f7} ", &years, " \u{2248} ", &shown].concat();
        let label = fill(&self.words().indicators.pace_label, "due", &due.to_string());
        let figure = points(now, (value, "percent-points-year", Op::About), formula);
        Some(now.derive(figure, label))
    }

    /// What the last year added.
    fn observed(&self, before: &Number<'a>, now: &Number<'a>) -> Option<Number<'a>> {
        let value = difference(&now.figure.value, &before.figure.value, 2)?;
        let parts = [&now.figure.value, &before.figure.value].map(|v| String::from(v.clone()));
        let formula = [parts.join(MINUS), " = ".into(), value.clone().into()].concat();
        let label = &self.words().indicators.observed_label;
        let label = fill(label, "year", &year_of(now)?.to_string());
        let figure = points(now, (value, "percent-points", Op::Equal), formula);
        Some(now.derive(figure, label))
    }

    /// The versions of one target with dates and status words, and the way to each.
    pub(super) fn target_history(&mut self, part: &Part, words: &PartWords) -> Option<Element> {
        let texts = &self.words().indicators;
        let targets = self.numbers_at(&part.targets);
        let now = self.number_at(part.series.first()?.first()?)?;
        let mut numbers = vec![now.clone()];
        let mut items = Vec::new();
        let mut sentence = Vec::new();
        for (target, name) in targets.iter().zip(&words.names) {
            let figure = &target.figure;
            let gap = difference(&now.figure.value, &figure.value, 0)?;
            let parts = [&now.figure.value, &figure.value].map(|v| String::from(v.clone()));
            let formula = [parts.join(MINUS), " = ".into(), gap.clone().into()].concat();
            let label = fill(&texts.history_gap_label, "rank", &ranks::short(&now.figure));
            let label = fill(&label, "name", &lower(name));
            let unit = if String::from(gap.clone()) == "1" { "place-up" } else { "places-up" };
            let gap = now.derive(points(&now, (gap, unit, Op::Equal), formula), label);
            items.push(self.version(target, name));
            sentence.extend(self.way(&now, &gap, name));
            numbers.extend([target.clone(), gap]);
        }
        items.push(
            Element::of("li", "slot").with("data-state", "unknown").text(&texts.history_none),
        );
        let list = Element::of("ol", "stack stack--s").children(items);
        let mut lead = fill_rich(&texts.history, &[("n", &[Span::T(targets.len().to_string())])]);
        lead.push(Span::T(" ".into()));
        lead.extend(sentence);
        let mut inside = vec![list];
        inside.extend(self.number_table(&numbers));
        Some(plot(&part.id, lead, inside))
    }

    fn version(&mut self, target: &Number<'_>, name: &str) -> Element {
        let date = target.as_of().map(|date| date_words(self.words(), date)).unwrap_or_default();
        let status = status_word(self.words(), target.figure.status);
        let wording = self.target_words(target);
        let value = self.show(target, Some(wording));
        let statement = target.words.statement.clone();
        let time = Element::of("span", "slot__time").text(&date);
        let text = Element::of("div", "stack stack--s row__body")
            .child(Element::new("strong").text(name))
            .child(Element::new("p").span(value))
            .child(Element::of("p", "small quiet").text(&statement))
            .child(Element::new("p").child(Element::of("span", "tag").text(status)));
        Element::of("li", "slot").child(time).child(text)
    }

    /// "Từ hạng 21/63 (2023) tới đích dự thảo 12/2022: 11 bậc."
    fn way(&mut self, now: &Number<'_>, gap: &Number<'_>, name: &str) -> Rich {
        let rank = [self.show(now, Some(ranks::short(&now.figure)))];
        let gap = [self.show(gap, None)];
        let year = [Span::T(year_of(now).map_or_else(String::new, |year| year.to_string()))];
        let name = [Span::T(lower(name))];
        let values: [(&str, &[Span]); 4] =
            [("rank", &rank), ("year", &year), ("name", &name), ("gap", &gap)];
        let mut rich = fill_rich(&self.words().indicators.history_gap, &values);
        rich.push(Span::T(" ".into()));
        rich
    }

    /// A part in its whole, in per cent.
    pub(super) fn share(&mut self, part: &Part, words: &PartWords) -> Option<Element> {
        let texts = &self.words().indicators;
        let numbers = self.numbers_at(part.series.first()?);
        let (piece, whole) = (numbers.first()?, numbers.get(1)?);
        let value = percent(&piece.figure.value, &whole.figure.value, 1)?;
        let terms = [&piece.figure.value, &whole.figure.value].map(|v| String::from(v.clone()));
        let shown = String::from(value.clone());
        let formula = [&terms.join(" \u{f7} "), " \u{2248} ", &shown, " %"].concat();
        let figure = points(piece, (value, "percent", Op::About), formula);
        let name = words.names.first().map_or("", String::as_str);
        let share = piece.derive(figure, fill(&texts.share_label, "part", name));
        let ratio = piece.figure.value.value() / whole.figure.value.value();
        let spans = [self.show(piece, None), self.show(whole, None), self.show(&share, None)];
        let [piece_span, whole_span, share_span] = spans.map(|span| [span]);
        let title = [Span::T(name.into())];
        let values: [(&str, &[Span]); 4] = [
            ("part", &piece_span),
            ("whole", &whole_span),
            ("share", &share_span),
            ("name", &title),
        ];
        let sentence = fill_rich(&texts.share, &values);
        let part_words = [&self.bar_words(&share.figure, "%"), " (", &texts.derived, ")"].concat();
        let whole_words = figure_words(self.pack(), &whole.figure);
        let chart = share_chart(ratio, &part_words, &whole_words, &says(&part.id));
        let mut inside = vec![chart];
        inside.extend(self.number_table(&[piece.clone(), whole.clone(), share]));
        Some(plot(&part.id, sentence, inside))
    }

    /// Several ways of measuring, one under the other.
    pub(super) fn measures(&mut self, part: &Part, words: &PartWords) -> Option<Element> {
        let texts = &self.words().indicators;
        let (mut sentence, mut measures, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (list, name) in part.series.iter().zip(&words.names) {
            let numbers = self.numbers_at(list);
            let (first, last) = (numbers.first()?, numbers.last()?);
            let year = |number: &Number<'_>| [Span::T(year_of(number).unwrap_or(0).to_string())];
            let spans = [[self.show(first, None)], [self.show(last, None)]];
            let values: [(&str, &[Span]); 5] = [
                ("name", &[Span::T(name.clone())]),
                ("first", &spans[0]),
                ("last", &spans[1]),
                ("from", &year(first)),
                ("to", &year(last)),
            ];
            sentence.extend(fill_rich(&texts.measures, &values));
            sentence.push(Span::T(" ".into()));
            let bars = numbers.iter().map(|number| self.target_bar(number)).collect();
            measures.push(Measure { name: name.clone(), bars });
            all.extend(numbers);
        }
        sentence.push(Span::T(texts.not_compared.clone()));
        let mut inside = vec![measure_chart(&measures, &says(&part.id))];
        inside.extend(self.number_table(&all));
        Some(plot(&part.id, sentence, inside))
    }
}

fn year_of(number: &Number<'_>) -> Option<u16> {
    number.year()
}

/// "12/2022", or the year alone.
fn month_of(date: Date) -> String {
    let year = date.year().to_string();
    date.month().map_or(year.clone(), |month| [&month.to_string(), "/", &year].concat())
}

/// A name that begins a line, inside a sentence.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A figure worked out from a number: value, unit and operator, with its arithmetic.
fn points(from: &Number<'_>, (value, unit, op): (Decimal, &str, Op), formula: String) -> Figure {
    Figure {
        value,
        unit: unit.into(),
        op,
        due: None,
        of: None,
        formula: Some(formula),
        ..from.figure.clone()
    }
}
