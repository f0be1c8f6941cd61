//! The list of models: filters in the address, one order, one count.

use std::cell::Cell;
use std::rc::Rc;

use super::held::Held;
use super::make::{button, by, make, model, put};
use super::map::Map;
use super::{Data, fit};
use crate::browser::address::{self, Address};
use crate::browser::node::{self, Node};
use crate::domain::digits::{digits, number};
use crate::domain::interface::fill;
use crate::domain::listing::{Entry, Facet, Filter};

/// Up to this many rows stand at once; longer lists grow by [`STEP`].
const ALL: usize = 200;
const STEP: usize = 60;

/// The list and its form on the standing page.
pub(super) struct List {
    data: &'static Data,
    form: Node,
    rows: Node,
    more: Node,
    count: Node,
    kept: Held<Rc<Vec<u32>>>,
    /// Rows by the index of their entry, each made once: a filter moves rows, it makes none.
    made: Vec<Held<Node>>,
    n_shown: Cell<usize>,
    /// The map that shows the same models.
    pub(super) map: Option<Map>,
}

impl List {
    /// The list of the standing page, if it has one.
    pub(super) fn find(data: &'static Data, map: Option<Map>) -> Option<Self> {
        let at = |kind: &str| node::find(&["#content [data-kind=\"", kind, "\"]"].concat());
        let rows = at("list")?;
        let standing = rows.all(":scope > li");
        let n_entries = data.listing.entries.len();
        let made: Vec<Held<Node>> = (0..n_entries).map(|_| Held::default()).collect();
        if standing.len() == n_entries {
            made.iter().zip(standing).for_each(|(place, row)| place.set(Some(row)));
        }
        Some(Self {
            data,
            form: at("filters")?,
            rows,
            made,
            more: at("more")?,
            count: at("count")?,
            kept: Held::default(),
            n_shown: Cell::new(0),
            map,
        })
    }

    fn select(&self, facet: Facet) -> Option<Node> {
        by(&self.form, "select[name", facet.name())
    }

    fn words(&self) -> Option<Node> {
        self.form.find("input[name=\"q\"]")
    }

    fn asked(&self) -> String {
        self.words().map(|input| input.value()).unwrap_or_default()
    }

    /// Takes the choices of the address into the form; what was chosen there before stays.
    pub(super) fn restore(&self) {
        for facet in Facet::ALL {
            if let (Some(select), Some(value)) = (self.select(facet), address::query(facet.name()))
            {
                select.set_value(&value);
            }
        }
        if let (Some(input), Some(text)) = (self.words(), address::query("q")) {
            input.set_value(&text);
        }
        let filter = self.filter();
        if !filter.is_open() {
            self.show(&filter);
            return;
        }
        // The page came with all of them, listed and counted.
        let kept = self.keep(&filter);
        if let Some(map) = &self.map {
            map.hold(kept);
        }
    }

    /// What the form asks for.
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        for facet in Facet::ALL {
            let option = self.select(facet).and_then(|select| select.find(":checked"));
            let choice = option.and_then(|option| number(&option.get("data-value")?));
            filter.choose(facet, choice.map(|choice| choice as u16));
        }
        filter.ask(&self.asked());
        filter
    }

    /// Something happened inside the list's part.
    pub(super) fn hear(&self, event: &Node, kind: &str) {
        let is_of =
            |kind: &str| event.around(&["[data-kind=\"filters\"] ", kind].concat()).is_some();
        match kind {
            // A choice tells of itself twice, as "input" and as "change": one of the two is enough.
            "input" if is_of("input") => self.refresh(),
            "change" if is_of("select") => self.refresh(),
            "submit" if is_of("") => {
                event.prevent();
                self.refresh();
            }
            "reset" => {
                event.prevent();
                let selects = Facet::ALL.into_iter().filter_map(|facet| self.select(facet));
                selects.chain(self.words()).for_each(|field| field.set_value(""));
                self.refresh();
            }
            "click" if event.around("[data-key=\"more\"]").is_some() => self.grow(STEP),
            // The map has moved: the address follows.
            "click" | "change" if self.map.is_some() => self.write(),
            "keydown" => self.step(event),
            _ => {}
        }
    }

    fn refresh(&self) {
        self.show(&self.filter());
        self.write();
    }

    /// The choices as the address carries them, so that a link gives the same view.
    fn write(&self) {
        let mut address = Address::bare();
        for facet in Facet::ALL {
            let select = self.select(facet);
            address.ask(facet.name(), &select.map(|select| select.value()).unwrap_or_default());
        }
        address.ask("q", self.asked().trim_ascii());
        if let Some(map) = &self.map {
            map.state(&mut address);
        }
        address.keep(&fit::QUESTIONS);
        address.replace("");
    }

    /// Applies the filter.
    fn keep(&self, filter: &Filter) -> Rc<Vec<u32>> {
        let kept = Rc::new(filter.apply(&self.data.listing, &self.data.texts));
        self.kept.set(Some(kept.clone()));
        kept
    }

    fn show(&self, filter: &Filter) {
        let kept = self.keep(filter);
        let words = &self.data.words;
        let n = kept.len();
        if let Some(map) = &self.map {
            map.show(kept);
        }
        let count = match n {
            0 => [words.get("none"), ". ", words.get("none_help")].concat(),
            n => fill(words.get("count"), "n", &digits(n)),
        };
        self.count.set_text(&count);
        let focused = self.rows.find(":focus");
        self.rows.set_text("");
        self.n_shown.set(0);
        self.grow(if n <= ALL { n } else { STEP });
        // What was focused and still stands keeps the focus.
        if let Some(focused) = focused.filter(|row| row.closest("#content").is_some()) {
            focused.focus(false);
        }
    }

    /// Adds rows at the end of the list.
    fn grow(&self, n: usize) {
        let Some(kept) = self.kept.get() else { return };
        let from = self.n_shown.get();
        for index in kept.iter().skip(from).take(n) {
            let index = *index as usize;
            let entry = self.data.listing.entries.get(index);
            let (Some(entry), Some(place)) = (entry, self.made.get(index)) else { continue };
            let row = place.get().unwrap_or_else(|| row(self.data, entry));
            self.rows.append(&row);
            place.set(Some(row));
        }
        let until = kept.len().min(from + n);
        self.n_shown.set(until);
        self.more.set_text("");
        let rest = kept.len() - until;
        if rest > 0 {
            let text = fill(self.data.words.get("more"), "n", &digits(rest.min(STEP)));
            self.more.append(&button("button button--quiet", "more", &text));
        }
    }

    /// Arrows move between rows.
    fn step(&self, event: &Node) {
        let key = event.word("key");
        // The sheet was closed: the address forgets its province.
        if key == "Escape" {
            self.write();
        }
        let Some(row) = event.around("[data-kind=\"list\"] > li") else { return };
        let target = match key.as_str() {
            "ArrowDown" => row.step("nextElementSibling"),
            "ArrowUp" => row.step("previousElementSibling"),
            "Home" => self.rows.step("firstElementChild"),
            "End" => self.rows.step("lastElementChild"),
            _ => return,
        };
        event.prevent();
        if let Some(link) = target.and_then(|row| row.find("a")) {
            link.focus(false);
        }
    }
}

fn row(data: &Data, entry: &Entry) -> Node {
    let year = match entry.year {
        0 => data.words.get("year_unknown").to_owned(),
        year => digits(usize::from(year)),
    };
    let province = data.listing.provinces.get(usize::from(entry.province));
    let province = province.map_or("", String::as_str);
    let place = [province, ": ", &entry.place, " \u{b7} ", &year].concat();
    let row = make("li", "", "");
    put(&row, &[&model(data, entry), &make("p", "small quiet", &place)]);
    row
}
