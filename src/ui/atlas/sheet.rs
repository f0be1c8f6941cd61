//! The sheet of a province: its name, its models, its neighbours.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::make::{button, link, make, put};
use super::map::Map;
use crate::browser::dom;
use crate::domain::interface::fill;

/// Models that a sheet names; the rest stand in the list.
const NAMED: usize = 30;

/// An area below the map that tells of the province that was chosen.
pub(super) struct Sheet {
    place: Element,
    opener: RefCell<Option<Element>>,
}

impl Sheet {
    /// An empty sheet at the end of a figure.
    pub(super) fn new(figure: &Element) -> Self {
        let place = make("section", "sheet", "");
        let _ = place.set_attribute("hidden", "");
        let _ = place.set_attribute("aria-live", "polite");
        put(figure, &[&place]);
        Self { place, opener: RefCell::default() }
    }

    /// Opens it for a province; focus goes to its heading.
    pub(super) fn open(&self, map: &Map, index: usize, opener: Option<Element>) {
        // A list that is walked by keys keeps the focus: the sheet follows it.
        let is_walked = opener.as_ref().is_some_and(|opener| opener.tag_name() == "SELECT");
        if opener.is_some() {
            *self.opener.borrow_mut() = opener;
        }
        self.refresh(map, index);
        self.show(!is_walked);
    }

    /// Closes it; focus returns to where it was opened from.
    pub(super) fn close(&self) {
        if self.place.has_attribute("hidden") {
            return;
        }
        let _ = self.place.set_attribute("hidden", "");
        if let Some(opener) = self.opener.borrow_mut().take() {
            let _ = js_sys::Reflect::get(&opener, &"focus".into())
                .ok()
                .and_then(|focus| focus.dyn_into::<js_sys::Function>().ok())
                .map(|focus| focus.call0(&opener));
        }
    }

    /// Writes it for a province and the models that are shown.
    pub(super) fn refresh(&self, map: &Map, index: usize) {
        let Some(province) = map.places.provinces.get(index) else { return };
        let words = &map.data.words;
        let named = |key: &str| fill(words.get(key), "place", &province.name);
        let entries = &map.data.listing.entries;
        let kept = map.kept.borrow();
        let here = |i: &&u32| {
            entries.get(**i as usize).is_some_and(|entry| usize::from(entry.province) == index)
        };
        let here: Vec<u32> = kept.iter().filter(here).copied().collect();
        let count = match here.len() {
            0 => named("none_in_province"),
            n => fill(&named("in_province"), "n", &n.to_string()),
        };
        let page = [&map.data.provinces, &province.id, "/"].concat();
        let page = link("button", &page, &named("open_province"));
        let near = make("div", "cluster cluster--s", "");
        for index in &province.neighbours {
            if let Some(other) = map.places.provinces.get(usize::from(*index)) {
                let chip = button("chip", "neighbour", &other.name);
                let _ = chip.set_attribute("data-value", &index.to_string());
                put(&near, &[&chip]);
            }
        }
        let title = make("p", "small quiet", words.get("neighbours"));
        self.write(map, &province.name, &count, &here);
        put(&self.place, &[&page, &title, &near]);
    }

    /// Opens it for models that stand at one point.
    pub(super) fn stack(&self, map: &Map, models: &[u32], opener: Option<Element>) {
        *self.opener.borrow_mut() = opener;
        let count = fill(map.data.words.get("count"), "n", &models.len().to_string());
        self.write(map, &count, "", models);
        self.show(true);
    }

    /// Heading, a line, and models as links.
    fn write(&self, map: &Map, title: &str, line: &str, models: &[u32]) {
        let words = &map.data.words;
        let heading = make("h3", "", title);
        let _ = heading.set_attribute("tabindex", "-1");
        let close = button("button button--quiet button--slim", "close", words.get("close"));
        let head = make("div", "cluster cluster--apart", "");
        put(&head, &[&heading, &close]);
        let list = make("ul", "sheet__models", "");
        for index in models.iter().take(NAMED) {
            if let Some(entry) = map.data.listing.entries.get(*index as usize) {
                let item = make("li", "", "");
                let href = [&map.data.models, &entry.id, "/"].concat();
                put(&item, &[&link("atlas__link", &href, &entry.name)]);
                put(&list, &[&item]);
            }
        }
        self.place.set_text_content(None);
        put(&self.place, &[&head, &make("p", "", line), &list]);
    }

    fn show(&self, takes_focus: bool) {
        let _ = self.place.remove_attribute("hidden");
        if !takes_focus {
            return;
        }
        self.place.scroll_into_view_with_bool(false);
        let heading = self.place.query_selector("h3").ok().flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            dom::focus_quietly(&heading);
        }
    }
}
