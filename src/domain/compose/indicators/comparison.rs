//! All provinces in two tables, one for each base; gaps say that they are gaps (T1, T4).

use super::super::super::indicator::number::Number;
use super::super::super::indicator::ranks::{self, Aspect, PILLARS};
use super::super::super::interface::fill;
use super::super::super::page::{Block, Rich, Span};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::{plain, section};
use super::ranks::capital;

/// Rounds with a column of their own among 63 places; earlier ones share one column.
const ROUNDS: [u16; 2] = [2022, 2023];
const ROUND_OF_34: u16 = 2024;

/// A column that sorts: its key and its words.
type Column<'w> = (&'static str, &'w str);

/// What a table with a filter says.
pub(in super::super) struct TableWords<'w> {
    pub(in super::super) title: &'w str,
    pub(in super::super) class: &'w str,
    pub(in super::super) filter: &'w str,
    pub(in super::super) none: &'w str,
}

impl<'a> Draft<'a> {
    /// The tables of all provinces with their coverage in a sentence each.
    pub(super) fn comparison(&mut self) -> Vec<Block> {
        let texts = &self.words().indicators;
        let (table, known) = self.today_table();
        let coverage = fill(&texts.coverage_34, "n", &known.to_string());
        let today = vec![Block::Lead(plain(&coverage)), Block::Tree(table)];
        let (table, counts) = self.former_table();
        let coverage = fill(&texts.coverage_63, "n", &counts[0].to_string());
        let coverage = fill(&coverage, "m", &counts[1].to_string());
        let former = vec![Block::Lead(plain(&coverage)), Block::Tree(table)];
        vec![
            section("provinces-34", &texts.comparison_34, "", "", today),
            section("provinces-63", &texts.comparison_63, "", "", former),
        ]
    }

    fn today_table(&mut self) -> (Element, usize) {
        let texts = &self.words().indicators;
        let mut known = 0;
        let mut rows = Vec::new();
        for place in &self.library().provinces.today {
            let ranked = self.aspect(&place.id, Aspect::Rank);
            let rank = ranked.iter().find(|(year, _)| *year == ROUND_OF_34);
            known += usize::from(rank.is_some());
            let values = self.aspect(&place.id, Aspect::Value);
            let value = values.iter().find(|(year, _)| *year == ROUND_OF_34);
            let merged = place.merged_from.iter().filter_map(|id| {
                let life = self.library().provinces.life(id)?;
                Some(life.name)
            });
            let merged: Vec<&str> = merged.collect();
            let from = match merged.as_slice() {
                [_] => self.words().shelves.province_same.clone(),
                names => names.join(" + "),
            };
            let cells = [
                self.number_cell(rank.map(|(_, number)| number)),
                self.number_cell(value.map(|(_, number)| number)),
                self.pillar_cell(&place.id),
                Element::of("td", "small").text(&from),
            ];
            rows.push(self.row(&place.name, &place.id).children(cells));
        }
        let columns: [Column<'_>; 5] = [
            ("name", &texts.column_place),
            ("2024", "2024 /34"),
            ("value", "DTI 2024"),
            ("", &texts.column_pillars),
            ("", &texts.column_from),
        ];
        (self.table("today", &self.table_words(&texts.comparison_34), &columns, rows), known)
    }

    fn former_table(&mut self) -> (Element, [usize; 2]) {
        let texts = &self.words().indicators;
        let mut counts = [0; 2];
        let mut rows = Vec::new();
        for place in &self.library().provinces.former {
            let ranked = self.aspect(&place.id, Aspect::Rank);
            let mut cells = Vec::new();
            for (round, count) in ROUNDS.iter().zip(&mut counts) {
                let rank = ranked.iter().find(|(year, _)| year == round);
                *count += usize::from(rank.is_some());
                cells.push(self.number_cell(rank.map(|(_, number)| number)));
            }
            let others = ranked.iter().filter(|(year, _)| !ROUNDS.contains(year));
            let others: Vec<&(u16, Number<'a>)> = others.collect();
            cells.push(self.other_years(&others));
            cells.push(self.pillar_cell(&place.id));
            let successor = self.library().provinces.life(&place.successor);
            let successor = successor.map_or("", |life| life.name);
            cells.push(Element::of("td", "small").text(successor));
            rows.push(self.row(&place.name, &place.successor).children(cells));
        }
        let columns: [Column<'_>; 6] = [
            ("name", &texts.column_place),
            ("2022", "2022 /63"),
            ("2023", "2023 /63"),
            ("", &texts.column_other),
            ("", &texts.column_pillars),
            ("now", &texts.column_now),
        ];
        (self.table("former", &self.table_words(&texts.comparison_63), &columns, rows), counts)
    }

    fn table_words(&self, title: &'a str) -> TableWords<'a> {
        let texts = &self.words().indicators;
        TableWords {
            title,
            class: "numbers numbers--wide",
            filter: &texts.filter,
            none: &texts.filter_none,
        }
    }

    /// A row whose head leads to the page of today's province.
    fn row(&self, name: &str, today: &str) -> Element {
        let to = self.composer.to(Route::Province(today.into()));
        let link = Element::new("a").with("href", to).text(name);
        let head = Element::new("th").with("scope", "row").with("data-value", name).child(link);
        Element::new("tr").child(head)
    }

    fn number_cell(&mut self, number: Option<&Number<'_>>) -> Element {
        let Some(number) = number else { return self.gap_cell() };
        self.keep(std::slice::from_ref(number));
        let text = match number.figure.of {
            Some(_) => ranks::short(&number.figure),
            None => super::super::super::passport::number(self.words(), &number.figure),
        };
        let value = String::from(number.figure.value.clone());
        let span = self.show(number, Some(text));
        Element::of("td", "numbers__n").with("data-value", value).span(span)
    }

    /// What nobody has told us stays unknown, and sorts last.
    fn gap_cell(&self) -> Element {
        let unknown = &self.words().headings.unknown;
        Element::of("td", "small quiet").with("data-value", "").text(unknown)
    }

    fn other_years(&mut self, ranked: &[&(u16, Number<'a>)]) -> Element {
        if ranked.is_empty() {
            return self.gap_cell();
        }
        let mut line: Rich = Vec::new();
        for (year, number) in ranked.iter().copied() {
            self.keep(std::slice::from_ref(number));
            let lead = if line.is_empty() { "" } else { ", " };
            line.push(Span::T([lead, &year.to_string(), ": "].concat()));
            let mut text = ranks::short(&number.figure);
            if number.figure.formula.is_some() {
                text.push(' ');
                text.push_str(&self.words().indicators.derived);
            }
            line.push(self.show(number, Some(text)));
        }
        Element::of("td", "small").rich(line)
    }

    /// The pillars of the last year in which any is known.
    fn pillar_cell(&mut self, place: &str) -> Element {
        let lists = PILLARS.map(|pillar| (pillar, self.aspect(place, pillar)));
        let years = lists.iter().flat_map(|(_, list)| list.iter().map(|(year, _)| *year));
        let Some(last) = years.max() else { return self.gap_cell() };
        let mut line: Rich = Vec::new();
        for (pillar, list) in &lists {
            let Some((_, number)) = list.iter().find(|(year, _)| *year == last) else { continue };
            self.keep(std::slice::from_ref(number));
            let name = ranks::pillar_name(self.words(), *pillar);
            let lead = if line.is_empty() { capital(name) } else { [", ", name].concat() };
            line.push(Span::T([&lead, " "].concat()));
            line.push(self.show(number, Some(ranks::short(&number.figure))));
        }
        line.push(Span::T([" (", &last.to_string(), ")"].concat()));
        Element::of("td", "small").rich(line)
    }

    /// A table that the program may sort and filter; its own order is that of the map's codes.
    pub(in super::super) fn table(
        &self,
        id: &str,
        words: &TableWords<'_>,
        columns: &[Column<'_>],
        rows: Vec<Element>,
    ) -> Element {
        let texts = &self.words().indicators;
        let heads = columns.iter().map(|(key, words)| {
            let head = Element::new("th").with("scope", "col").text(words);
            if key.is_empty() {
                return head;
            }
            let sort = Element::of("button", "sort")
                .with("type", "button")
                .with("data-sort", key)
                .with("data-needs", "atlas")
                .with("aria-label", fill(&texts.sort, "column", words))
                .text("\u{21c5}");
            head.with("data-key", key).text(" ").child(sort)
        });
        let name = ["rows-", id].concat();
        let input = Element::of("input", "field__box")
            .with("id", ["filter-", id].concat())
            .with("type", "search")
            .with("autocomplete", "off")
            .with("aria-controls", &name)
            .with("data-part", "filter");
        let field = Element::of("label", "field read screen")
            .with("data-needs", "atlas")
            .text(words.filter)
            .child(input);
        let none = Element::of("p", "small quiet")
            .with("data-part", "none")
            .with("role", "status")
            .with("hidden", "")
            .text(words.none);
        let caption = ["caption-", id].concat();
        let table = Element::of("table", words.class)
            .child(Element::of("caption", "hidden").with("id", &caption).text(words.title))
            .child(Element::new("thead").child(Element::new("tr").children(heads)))
            .child(Element::new("tbody").with("id", &name).children(rows));
        let scroll = Element::of("div", "scroll")
            .with("role", "region")
            .with("aria-labelledby", &caption)
            .with("tabindex", "0")
            .child(table);
        Element::of("div", "stack")
            .with("data-part", "table")
            .child(field)
            .child(none)
            .child(scroll)
    }
}
