//! Numbers in tables: each with its passport, its status, its arithmetic and its caution.

use super::super::super::fact::Status;
use super::super::super::indicator::FigureAt;
use super::super::super::indicator::export::Record;
use super::super::super::indicator::number::Number;
use super::super::super::page::{Rich, Span};
use super::super::super::passport::{confidence_word, formula_words, passport_of, status_word};
use super::super::super::tree::Element;
use super::super::Draft;

impl<'a> Draft<'a> {
    /// A figure of the library as a number.
    pub(super) fn number_at(&self, at: &FigureAt) -> Option<Number<'a>> {
        Number::at(self.library(), self.pack(), at)
    }

    pub(super) fn numbers_at(&self, list: &[FigureAt]) -> Vec<Number<'a>> {
        list.iter().filter_map(|at| self.number_at(at)).collect()
    }

    /// A number as a span that opens its passport.
    pub(super) fn show(&mut self, number: &Number<'_>, wording: Option<String>) -> Span {
        let figure = Some((&number.figure, number.label.as_str()));
        let (library, pack) = (self.library(), self.pack());
        let passport = passport_of(library, pack, number.fact, figure, &mut self.labels);
        self.stamp(passport, wording)
    }

    /// Numbers as a table, with their cautions below; they also go into the files.
    pub(super) fn number_table(&mut self, numbers: &[Number<'_>]) -> Vec<Element> {
        let texts = &self.words().indicators;
        let head = [&texts.column_what, &texts.column_value, &texts.column_status];
        let head = head.map(|text| Element::new("th").with("scope", "col").text(text));
        let rows: Vec<Element> = numbers.iter().map(|number| self.number_row(number)).collect();
        let table = Element::of("table", "numbers")
            .child(Element::of("caption", "hidden").text(&texts.table))
            .child(Element::new("thead").child(Element::new("tr").children(head)))
            .child(Element::new("tbody").children(rows));
        self.keep(numbers);
        std::iter::once(table).chain(self.cautions(numbers)).collect()
    }

    fn number_row(&mut self, number: &Number<'_>) -> Element {
        let wording = self.wording(number);
        let value = self.show(number, wording);
        let what = Element::new("th").with("scope", "row").text(&number.label);
        Element::new("tr")
            .with(
                "data-status",
                super::super::super::indicator::export::status_code(number.figure.status),
            )
            .child(what)
            .child(Element::of("td", "numbers__n").span(value))
            .child(Element::new("td").rich(self.status(number)))
    }

    /// A target's words say that it is one (T3); other numbers need no wording of their own.
    pub(super) fn wording(&self, number: &Number<'_>) -> Option<String> {
        let is_target = matches!(number.figure.status, Status::Target | Status::DraftTarget);
        is_target.then(|| self.target_words(number))
    }

    /// Status, badge and arithmetic: "Suy ra: 48 + 10 = 58".
    fn status(&self, number: &Number<'_>) -> Rich {
        let words = self.words();
        let mut text = String::from(status_word(words, number.figure.status));
        if let Some(formula) = &number.figure.formula {
            text.push_str(": ");
            text.push_str(&formula_words(words, formula));
        }
        if number.confidence().needs_badge() {
            text.push_str(" (");
            text.push_str(&confidence_word(words, number.confidence()).to_lowercase());
            text.push(')');
        }
        vec![Span::T(text)]
    }

    /// Each caution of the numbers once (T8).
    pub(super) fn cautions(&mut self, numbers: &[Number<'_>]) -> Vec<Element> {
        let mut known: Vec<&str> = Vec::new();
        for caution in numbers.iter().filter_map(|number| number.words.caution.as_deref()) {
            if !known.contains(&caution) {
                known.push(caution);
            }
        }
        let label = [&self.words().passports.caution, ": "].concat();
        let lines = known.into_iter().map(|caution| {
            let text = self.rich(caution);
            Element::of("p", "small caution").child(Element::new("strong").text(&label)).rich(text)
        });
        lines.collect()
    }

    /// Puts numbers into the files of the indicator.
    pub(super) fn keep(&mut self, numbers: &[Number<'_>]) {
        for number in numbers {
            let record = Record::of(self.library(), self.pack(), "", number);
            if !self.records.contains(&record) {
                self.records.push(record);
            }
        }
    }
}

/// A drawing under its sentence, and the table of its numbers.
pub(super) fn plot(id: &str, sentence: Rich, inside: Vec<Element>) -> Element {
    let caption = Element::of("figcaption", "plot__say").with("id", says(id)).rich(sentence);
    Element::of("figure", "plot").child(caption).children(inside)
}

/// The id of the sentence of a drawing.
pub(super) fn says(id: &str) -> String {
    ["say-", id].concat()
}
