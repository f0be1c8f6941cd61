//! Lists, maps and tables at work: the part of the program that only their pages load.
//!
//! It works on the document that was served or drawn and needs no views: a second copy
//! of the view library would weigh more than all of this (measured in ARCHITECTURE.md).

mod fit;
mod held;
mod list;
mod make;
mod map;
mod paint;
mod picture;
mod points;
mod sheet;
mod table;

use std::rc::Rc;

use crate::browser::node::{self, Node};
use crate::domain::atlas::{AtlasProvince, Measure};
use crate::domain::interface::{Phrases, cut};
use crate::domain::json;
use crate::domain::listing::{Listing, texts};
use crate::domain::wire::Wire;
use held::Held;
use list::List;
use map::Map;

/// What a page's lists and maps work on; it stays for as long as the page lives.
pub(crate) struct Data {
    pub(crate) listing: Listing,
    /// Folded texts of the entries, for words.
    pub(crate) texts: Vec<String>,
    pub(crate) words: Phrases,
    /// Where model pages begin: `/en/mo-hinh/`.
    pub(crate) models: String,
    pub(crate) provinces: String,
}

/// Provinces and what they can be coloured by.
pub(crate) struct Places {
    pub(crate) provinces: Vec<AtlasProvince>,
    pub(crate) measures: Vec<Measure>,
}

/// The part while it runs.
struct Atlas {
    data: Held<&'static Data>,
    places: Held<&'static Places>,
    list: Held<Rc<List>>,
}

/// Listens to the page; `boot.js` hands over the files that the page needs.
pub fn start() {
    let atlas = Atlas { data: Held::default(), places: Held::default(), list: Held::default() };
    let kinds = ["input", "change", "submit", "reset", "click", "keydown", "page", "files"];
    // Paper shows the whole frame, with both archipelagos where they lie.
    node::listen(&kinds, &["beforeprint", "afterprint"], move |event| atlas.hear(&event));
}

impl Atlas {
    /// One listener for everything: what it concerns is decided by where it happened.
    fn hear(&self, event: &Node) {
        let kind = event.kind();
        match kind.as_str() {
            "page" => self.list.set(None),
            "files" => self.enliven(event),
            "beforeprint" | "afterprint" => {
                if let Some(map) = self.list.get().as_ref().and_then(|list| list.map.as_ref()) {
                    map.print(kind == "beforeprint");
                }
            }
            _ => self.act(event, &kind),
        }
    }

    fn act(&self, event: &Node, kind: &str) {
        let parts = "[data-part=\"atlas\"], [data-part=\"table\"]";
        let Some(part) = event.around(parts) else { return };
        if part.get("data-part").as_deref() == Some("table") {
            table::hear(&part, event, kind);
            return;
        }
        let Some(data) = self.data.get() else { return };
        if part.get("data-kind").as_deref() == Some("fit") {
            fit::hear(data, &part, event, kind);
            return;
        }
        if let Some(list) = self.list.get() {
            if let Some(map) = &list.map {
                map.hear(event, kind);
            }
            list.hear(event, kind);
        }
    }

    /// The files of the standing page have come, or have not.
    fn enliven(&self, event: &Node) {
        if node::find("#content [data-part=\"table\"]").is_some() {
            ready();
        }
        if node::find("#content [data-part=\"atlas\"]").is_none() {
            return;
        }
        let Some(data) = self.data.get().or_else(|| data(&event.word("models"))) else { return };
        self.data.set(Some(data));
        self.places.set(self.places.get().or_else(|| places(&event.word("places"))));
        let map = self.places.get().and_then(|places| Map::find(data, places));
        let list = List::find(data, map).map(Rc::new);
        self.list.set(list.clone());
        if let Some(list) = list {
            list.restore();
        }
        fit::restore(data);
        ready();
    }
}

/// Tells styles and tests that controls work.
fn ready() {
    if let Some(root) = node::find("html") {
        root.set("data-atlas", "ready");
    }
}

/// What a file holds; `None` when it did not come or is damaged.
fn data(file: &str) -> Option<&'static Data> {
    let (listing, words): (Listing, Phrases) = Wire::unpack(json::read(file)?)?;
    let boot = node::find("#boot")?;
    let (base, lang) = (boot.get("data-base")?, boot.get("data-lang")?);
    let langs = boot.get("data-langs")?;
    // The first language has no folder of its own.
    let is_default = cut(&langs, b',').map_or(langs.as_str(), |(first, _)| first) == lang;
    let root = if is_default { base } else { [&base, lang.as_str(), "/"].concat() };
    let (models, provinces) = ([&root, "mo-hinh/"].concat(), [&root, "tinh/"].concat());
    let texts = texts(&listing);
    Some(Box::leak(Box::new(Data { listing, texts, words, models, provinces })))
}

fn places(file: &str) -> Option<&'static Places> {
    let (provinces, measures) = Wire::unpack(json::read(file)?)?;
    Some(Box::leak(Box::new(Places { provinces, measures })))
}
