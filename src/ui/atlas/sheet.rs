//! The sheet of a province: its name, its models, its neighbours.

use super::held::Held;
use super::make::{button, link, make, model, put};
use super::map::Map;
use crate::browser::node::Node;
use crate::domain::digits::digits;
use crate::domain::interface::fill;

/// Models that a sheet names; the rest stand in the list.
const NAMED: usize = 30;

/// An area below the map that tells of the province that was chosen.
pub(super) struct Sheet {
    place: Node,
    opener: Held<Node>,
}

impl Sheet {
    /// An empty sheet at the end of a figure.
    pub(super) fn new(figure: &Node) -> Self {
        let place = make("section", "sheet", "");
        place.toggle("hidden", true);
        place.set("aria-live", "polite");
        put(figure, &[&place]);
        Self { place, opener: Held::default() }
    }

    /// Opens it for a province; focus goes to its heading.
    pub(super) fn open(&self, map: &Map, index: usize, opener: Option<Node>) {
        // A list that is walked by keys keeps the focus: the sheet follows it.
        let is_walked = opener.as_ref().is_some_and(|opener| opener.word("tagName") == "SELECT");
        if opener.is_some() {
            self.opener.set(opener);
        }
        self.refresh(map, index);
        self.show(!is_walked);
    }

    /// Closes it; focus returns to where it was opened from.
    pub(super) fn close(&self) {
        if self.place.get("hidden").is_some() {
            return;
        }
        self.place.toggle("hidden", true);
        if let Some(opener) = self.opener.get() {
            self.opener.set(None);
            opener.focus(false);
        }
    }

    /// Writes it for a province and the models that are shown.
    pub(super) fn refresh(&self, map: &Map, index: usize) {
        let Some(province) = map.places.provinces.get(index) else { return };
        let words = &map.data.words;
        let named = |key: &str| fill(words.get(key), "place", &province.name);
        let entries = &map.data.listing.entries;
        let mut here = map.kept().map_or(Vec::new(), |kept| kept.to_vec());
        here.retain(|i| {
            entries.get(*i as usize).is_some_and(|entry| usize::from(entry.province) == index)
        });
        let count = match here.len() {
            0 => named("none_in_province"),
            n => fill(&named("in_province"), "n", &digits(n)),
        };
        let page = [&map.data.provinces, &province.id, "/"].concat();
        let page = link("button", &page, &named("open_province"));
        let near = make("div", "cluster cluster--s", "");
        for index in &province.neighbours {
            let index = usize::from(*index);
            if let Some(other) = map.places.provinces.get(index) {
                let chip = button("chip", "neighbour", &other.name);
                chip.set("data-value", &digits(index));
                near.append(&chip);
            }
        }
        let title = make("p", "small quiet", words.get("neighbours"));
        self.write(map, &province.name, &count, &here);
        put(&self.place, &[&page, &title, &near]);
    }

    /// Opens it for models that stand at one point.
    pub(super) fn stack(&self, map: &Map, models: &[u32]) {
        self.opener.set(None);
        let count = fill(map.data.words.get("count"), "n", &digits(models.len()));
        self.write(map, &count, "", models);
        self.show(true);
    }

    /// Heading, a line, and models as links.
    fn write(&self, map: &Map, title: &str, line: &str, models: &[u32]) {
        let words = &map.data.words;
        let heading = make("h3", "", title);
        heading.set("tabindex", "-1");
        let close = button("button button--quiet button--slim", "close", words.get("close"));
        let head = make("div", "cluster cluster--apart", "");
        put(&head, &[&heading, &close]);
        let list = make("ul", "sheet__models", "");
        for index in models.iter().take(NAMED) {
            if let Some(entry) = map.data.listing.entries.get(*index as usize) {
                let item = make("li", "", "");
                item.append(&model(map.data, entry));
                list.append(&item);
            }
        }
        self.place.set_text("");
        put(&self.place, &[&head, &make("p", "", line), &list]);
    }

    fn show(&self, takes_focus: bool) {
        self.place.toggle("hidden", false);
        if takes_focus && let Some(heading) = self.place.find("h3") {
            self.place.show(false);
            heading.focus(true);
        }
    }
}
