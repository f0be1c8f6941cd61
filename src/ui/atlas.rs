//! Lists, maps and tables at work: the part of the program that only their pages load.
//!
//! It works on the document that was served or drawn and needs no views: a second copy
//! of the view library would weigh more than all of this (measured in ARCHITECTURE.md).

mod fit;
mod list;
mod make;
mod map;
mod paint;
mod picture;
mod points;
mod sheet;
mod table;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::browser::{boot, dom, fetch, json};
use crate::domain::atlas::{AtlasProvince, Measure};
use crate::domain::interface::Phrases;
use crate::domain::listing::{Listing, texts};
use crate::domain::wire::Wire;
use list::List;
use map::Map;

/// What a page's lists and maps work on.
pub(crate) struct Data {
    pub(crate) listing: Listing,
    /// Folded texts of the entries, for words.
    pub(crate) texts: Vec<String>,
    pub(crate) words: Phrases,
    /// Where model pages begin: `/en/mo-hinh/`.
    pub(crate) models: String,
    pub(crate) provinces: String,
}

/// The part while it runs.
struct Atlas {
    /// Addresses of the models and of the places.
    models: String,
    places_url: String,
    root: String,
    data: RefCell<Option<Rc<Data>>>,
    list: RefCell<Option<Rc<List>>>,
    /// What the map is drawn from, once a page with a map has been opened.
    places: RefCell<Option<Rc<Places>>>,
    map: RefCell<Option<Rc<Map>>>,
}

/// Provinces and what they can be coloured by.
pub(crate) struct Places {
    pub(crate) provinces: Vec<AtlasProvince>,
    pub(crate) measures: Vec<Measure>,
}

/// Brings the standing page to life, and every page that comes after it.
pub fn start() {
    let Some(boot) = boot::read() else { return };
    let default = boot.langs.first().is_none_or(|lang| *lang == boot.lang);
    let root = if default { boot.base.clone() } else { [&boot.base, &boot.lang, "/"].concat() };
    let atlas = Rc::new(Atlas {
        models: boot.models,
        places_url: boot.places,
        root,
        data: RefCell::default(),
        list: RefCell::default(),
        places: RefCell::default(),
        map: RefCell::default(),
    });
    let document = dom::document();
    for kind in ["input", "change", "submit", "reset", "click", "keydown"] {
        let atlas = atlas.clone();
        dom::listen(&document, kind, move |event| atlas.hear(&event));
    }
    // Paper shows the whole frame, with both archipelagos where they lie.
    for (kind, is_paper) in [("beforeprint", true), ("afterprint", false)] {
        let atlas = atlas.clone();
        dom::listen(&dom::window(), kind, move |_| {
            if let Some(map) = atlas.map.borrow().as_ref() {
                map.print(is_paper);
            }
        });
    }
    let later = atlas.clone();
    dom::listen(&document, "page", move |_| enliven(&later));
    enliven(&atlas);
}

fn enliven(atlas: &Rc<Atlas>) {
    *atlas.list.borrow_mut() = None;
    *atlas.map.borrow_mut() = None;
    if dom::find::<Element>("#content [data-part=\"table\"]").is_some() {
        ready();
    }
    if dom::find::<Element>("#content [data-part=\"atlas\"]").is_none() {
        return;
    }
    let atlas = atlas.clone();
    spawn_local(async move {
        let Some(data) = atlas.data().await else { return };
        let list = List::find(&data);
        atlas.list.borrow_mut().clone_from(&list);
        if let Some(list) = list {
            if let Some(map) = atlas.map(&data).await {
                list.follow(map.clone());
                *atlas.map.borrow_mut() = Some(map);
            }
            list.restore();
        }
        fit::restore(&data);
        ready();
    });
}

/// Tells styles and tests that controls work.
fn ready() {
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("data-atlas", "ready");
    }
}

impl Atlas {
    async fn data(&self) -> Option<Rc<Data>> {
        if let Some(data) = self.data.borrow().clone() {
            return Some(data);
        }
        let (listing, words): (Listing, Phrases) = file(&self.models).await?;
        let texts = texts(&listing);
        let models = [&self.root, "mo-hinh/"].concat();
        let provinces = [&self.root, "tinh/"].concat();
        let data = Rc::new(Data { listing, texts, words, models, provinces });
        *self.data.borrow_mut() = Some(data.clone());
        Some(data)
    }

    /// The map of the standing page, if it has one.
    async fn map(&self, data: &Rc<Data>) -> Option<Rc<Map>> {
        dom::find::<Element>("#content [data-map]")?;
        if self.places.borrow().is_none() {
            let (provinces, measures) = file(&self.places_url).await?;
            *self.places.borrow_mut() = Some(Rc::new(Places { provinces, measures }));
        }
        let places = self.places.borrow().clone()?;
        Map::find(data, &places)
    }

    /// One listener for everything: what it concerns is decided by where it happened.
    fn hear(&self, event: &Event) {
        let parts = "[data-part=\"atlas\"], [data-part=\"table\"]";
        let target = dom::closest::<HtmlElement>(event, parts);
        let Some(part) = target else { return };
        let data = self.data.borrow().clone();
        match part.get_attribute("data-part").as_deref() {
            Some("table") => table::hear(&part, event),
            Some("atlas") => {
                let Some(data) = data else { return };
                if part.get_attribute("data-kind").as_deref() == Some("fit") {
                    fit::hear(&data, &part, event);
                    return;
                }
                if let Some(map) = self.map.borrow().clone() {
                    map.hear(event);
                }
                if let Some(list) = self.list.borrow().clone() {
                    list.hear(event);
                    // The sheet was closed: the address forgets its province.
                    if key_of(event) == "Escape" {
                        list.write();
                    }
                }
            }
            _ => {}
        }
    }
}

/// A file of the portal; `None` when it does not come or is damaged.
async fn file<T: Wire>(url: &str) -> Option<T> {
    json::read(&fetch::text(url).await.ok()?)
}

/// The key of a key press, empty for other events.
fn key_of(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}
