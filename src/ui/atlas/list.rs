//! The list of models: filters in the address, one order, one count.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::make::{button, link, make, put};
use super::map::Map;
use super::{Data, fit, key_of};
use crate::browser::{dom, travel};
use crate::domain::interface::fill;
use crate::domain::listing::{Entry, Facet, Filter};

/// Up to this many rows stand at once; longer lists grow by [`STEP`].
const ALL: usize = 200;
const STEP: usize = 60;

/// The list and its form on the standing page.
pub(super) struct List {
    data: Rc<Data>,
    form: Element,
    rows: Element,
    more: Element,
    count: Element,
    kept: RefCell<Vec<u32>>,
    /// Rows by the index of their entry, each made once: a filter moves rows, it makes none.
    made: RefCell<Vec<Option<Element>>>,
    n_shown: Cell<usize>,
    /// The map that shows the same models.
    map: RefCell<Option<Rc<Map>>>,
}

impl List {
    /// The list of the standing page, if it has one.
    pub(super) fn find(data: &Rc<Data>) -> Option<Rc<Self>> {
        let at = |kind: &str| dom::find(&["#content [data-kind=\"", kind, "\"]"].concat());
        let rows: Element = at("list")?;
        let mut made: Vec<Option<Element>> =
            dom::all(&rows, ":scope > li").into_iter().map(Some).collect();
        if made.len() != data.listing.entries.len() {
            made = vec![None; data.listing.entries.len()];
        }
        Some(Rc::new(Self {
            data: data.clone(),
            form: at("filters")?,
            rows,
            made: RefCell::new(made),
            more: at("more")?,
            count: at("count")?,
            kept: RefCell::default(),
            n_shown: Cell::new(0),
            map: RefCell::default(),
        }))
    }

    /// From now on the map shows what the list shows.
    pub(super) fn follow(&self, map: Rc<Map>) {
        *self.map.borrow_mut() = Some(map);
    }

    fn selects(&self) -> Vec<(Facet, HtmlSelectElement)> {
        let find = |facet: Facet| {
            let selector = ["select[name=\"", facet.name(), "\"]"].concat();
            let select = self.form.query_selector(&selector).ok()??;
            Some((facet, select.dyn_into().ok()?))
        };
        Facet::ALL.into_iter().filter_map(find).collect()
    }

    fn words(&self) -> Option<HtmlInputElement> {
        self.form.query_selector("input[name=\"q\"]").ok()??.dyn_into().ok()
    }

    /// Takes the choices of the address into the form; what was chosen there before stays.
    pub(super) fn restore(&self) {
        for (facet, select) in self.selects() {
            if let Some(value) = travel::query(facet.name()) {
                select.set_value(&value);
            }
        }
        if let (Some(input), Some(text)) = (self.words(), travel::query("q")) {
            input.set_value(&text);
        }
        let filter = self.filter();
        if filter.is_open() {
            *self.kept.borrow_mut() = filter.apply(&self.data.listing, &self.data.texts);
            if let Some(map) = self.map.borrow().as_ref() {
                map.show(&self.kept.borrow());
            }
        } else {
            self.show(&filter);
        }
    }

    /// What the form asks for.
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        for (facet, select) in self.selects() {
            let option = select.selected_options().item(0);
            let number = option.and_then(|option| option.get_attribute("data-value"));
            filter.choose(facet, number.and_then(|number| number.parse().ok()));
        }
        filter.ask(&self.words().map(|input| input.value()).unwrap_or_default());
        filter
    }

    /// Something happened inside the list's part.
    pub(super) fn hear(&self, event: &Event) {
        let inside = dom::closest::<Element>(event, "[data-kind=\"filters\"]").is_some();
        match event.type_().as_str() {
            "input" | "change" if inside => self.refresh(),
            "submit" if inside => {
                event.prevent_default();
                self.refresh();
            }
            "reset" => {
                event.prevent_default();
                self.selects().iter().for_each(|(_, select)| select.set_value(""));
                if let Some(input) = self.words() {
                    input.set_value("");
                }
                self.refresh();
            }
            "click" if dom::closest::<Element>(event, "[data-key=\"more\"]").is_some() => {
                self.grow(STEP);
            }
            // The map has moved: the address follows.
            "click" | "change" if self.map.borrow().is_some() => self.write(),
            "keydown" => self.step(event),
            _ => {}
        }
    }

    fn refresh(&self) {
        self.show(&self.filter());
        self.write();
    }

    /// The choices as the address carries them, so that a link gives the same view.
    pub(super) fn write(&self) {
        let mut parts = Vec::new();
        for (facet, select) in self.selects() {
            let value = select.value();
            if !value.is_empty() {
                parts.push([facet.name(), "=", &travel::encode(&value)].concat());
            }
        }
        let text = self.words().map(|input| input.value()).unwrap_or_default();
        let text = text.trim_ascii();
        if !text.is_empty() {
            parts.push(["q=", &travel::encode(text)].concat());
        }
        if let Some(map) = self.map.borrow().as_ref() {
            parts.extend(map.state());
        }
        parts.extend(kept_in_address(&fit::QUESTIONS));
        let query = if parts.is_empty() { String::new() } else { ["?", &parts.join("&")].concat() };
        let path = dom::window().location().pathname().unwrap_or_default();
        travel::replace(&[path, query].concat());
    }

    fn show(&self, filter: &Filter) {
        *self.kept.borrow_mut() = filter.apply(&self.data.listing, &self.data.texts);
        let words = &self.data.words;
        let n = self.kept.borrow().len();
        let count = match n {
            0 => [words.get("none"), ". ", words.get("none_help")].concat(),
            n => fill(words.get("count"), "n", &n.to_string()),
        };
        self.count.set_text_content(Some(&count));
        if let Some(map) = self.map.borrow().as_ref() {
            map.show(&self.kept.borrow());
        }
        let focused = dom::document().active_element();
        self.rows.set_text_content(None);
        self.n_shown.set(0);
        self.grow(if n <= ALL { n } else { STEP });
        // A row that was focused and still stands keeps the focus.
        if let Some(row) = focused.filter(|row| self.rows.contains(Some(row)))
            && let Ok(row) = row.dyn_into::<HtmlElement>()
        {
            let _ = row.focus();
        }
    }

    /// Adds rows at the end of the list.
    fn grow(&self, n: usize) {
        let kept = self.kept.borrow();
        let from = self.n_shown.get();
        let until = (from + n).min(kept.len());
        let rows = Array::new();
        let mut made = self.made.borrow_mut();
        for index in kept.get(from..until).unwrap_or(&[]) {
            let entry = self.data.listing.entries.get(*index as usize);
            let (Some(entry), Some(place)) = (entry, made.get_mut(*index as usize)) else {
                continue;
            };
            rows.push(place.get_or_insert_with(|| row(&self.data, entry)));
        }
        let _ = self.rows.append_with_node(&rows);
        self.n_shown.set(until);
        self.more.set_text_content(None);
        let rest = kept.len() - until;
        if rest > 0 {
            let text = fill(self.data.words.get("more"), "n", &rest.min(STEP).to_string());
            put(&self.more, &[&button("button button--quiet", "more", &text)]);
        }
    }

    /// Arrows move between rows.
    fn step(&self, event: &Event) {
        let Some(row) = dom::closest::<Element>(event, "[data-kind=\"list\"] > li") else { return };
        let target = match key_of(event).as_str() {
            "ArrowDown" => row.next_element_sibling(),
            "ArrowUp" => row.previous_element_sibling(),
            "Home" => self.rows.first_element_child(),
            "End" => self.rows.last_element_child(),
            _ => return,
        };
        event.prevent_default();
        let link = target.and_then(|row| row.query_selector("a").ok().flatten());
        if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            let _ = link.focus();
        }
    }
}

/// What the address already says under these names.
pub(super) fn kept_in_address(names: &[&str]) -> Vec<String> {
    let kept = |name: &&str| {
        let value = travel::query(name)?;
        Some([name, "=", &travel::encode(&value)].concat())
    };
    names.iter().filter_map(kept).collect()
}

fn row(data: &Data, entry: &Entry) -> Element {
    let href = [&data.models, &entry.id, "/"].concat();
    let year = match entry.year {
        0 => data.words.get("year_unknown").to_owned(),
        year => year.to_string(),
    };
    let province = data.listing.provinces.get(usize::from(entry.province));
    let province = province.map_or("", String::as_str);
    let place = [province, ": ", &entry.place, " \u{b7} ", &year].concat();
    let row = make("li", "", "");
    put(&row, &[&link("atlas__link", &href, &entry.name), &make("p", "small quiet", &place)]);
    row
}
