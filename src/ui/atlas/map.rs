//! The map at work: zoom, counts, colours, and the sheet of a province.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, MouseEvent};

use super::sheet::Sheet;
use super::{Data, Places, key_of, picture};
use crate::browser::{dom, travel};
use crate::domain::cluster::Clusters;
use crate::domain::geometry::{Frame, Plane};

/// How much nearer or farther a press brings the map.
const STEP: f64 = 0.6;
/// From this share of the whole width on, small names are shown.
pub(super) const NEAR: f64 = 0.55;
/// The nearest view, as a share of the whole.
const NEAREST: f64 = 0.08;
/// A finger's reach, in CSS pixels.
const REACH: f64 = 22.0;

/// The map of the standing page.
pub(super) struct Map {
    pub(super) data: Rc<Data>,
    pub(super) places: Rc<Places>,
    pub(super) figure: Element,
    pub(super) svg: Element,
    pub(super) view: Cell<Frame>,
    is_full: Cell<bool>,
    /// Indexes of the models that are shown.
    pub(super) kept: RefCell<Vec<u32>>,
    /// Points drawn as one, and the models behind the points.
    pub(super) stacks: RefCell<(Clusters, Vec<u32>)>,
    sheet: Sheet,
    chosen: Cell<Option<usize>>,
}

impl Map {
    /// The map of the standing page; brings back the view that the address names.
    pub(super) fn find(data: &Rc<Data>, places: &Rc<Places>) -> Option<Rc<Self>> {
        let svg: Element = dom::find("#content [data-map]")?;
        let figure = svg.closest("figure").ok()??;
        let map = Self {
            data: data.clone(),
            places: places.clone(),
            sheet: Sheet::new(&figure),
            figure,
            svg,
            view: Cell::new(Frame::PHONE),
            is_full: Cell::new(false),
            kept: RefCell::default(),
            stacks: RefCell::default(),
            chosen: Cell::new(None),
        };
        map.restore();
        Some(Rc::new(map))
    }

    fn select(&self, key: &str) -> Option<HtmlSelectElement> {
        let selector = ["select[data-key=\"", key, "\"]"].concat();
        self.figure.query_selector(&selector).ok()??.dyn_into().ok()
    }

    fn restore(&self) {
        for (name, key) in [("xem", "region"), ("mau", "colour"), ("noi", "place")] {
            let Some(value) = travel::query(name) else { continue };
            if let Some(select) = self.select(key) {
                select.set_value(&value);
                self.choose(key, &select);
            }
        }
        if travel::query("khung").is_some() {
            self.press("full");
        }
        if travel::query("ranh").is_some() {
            self.press("former");
        }
    }

    /// What the address has to say of the view.
    pub(super) fn state(&self) -> Vec<String> {
        let mut parts = Vec::new();
        for (name, key) in [("xem", "region"), ("mau", "colour"), ("noi", "place")] {
            let select = self.select(key);
            let value = select.map(|select| select.value()).unwrap_or_default();
            if !value.is_empty() && value != "models" {
                parts.push([name, "=", &travel::encode(&value)].concat());
            }
        }
        if self.is_full.get() {
            parts.push("khung=day-du".into());
        }
        if self.is_pressed("former") {
            parts.push("ranh=cu".into());
        }
        parts
    }

    fn button(&self, key: &str) -> Option<Element> {
        self.figure.query_selector(&["button[data-key=\"", key, "\"]"].concat()).ok()?
    }

    fn is_pressed(&self, key: &str) -> bool {
        let button = self.button(key);
        button.is_some_and(|b| b.get_attribute("aria-pressed").as_deref() == Some("true"))
    }

    fn set_pressed(&self, key: &str, is_pressed: bool) {
        if let Some(button) = self.button(key) {
            let _ = button.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" });
        }
    }

    /// Something happened in the figure.
    pub(super) fn hear(&self, event: &Event) {
        match event.type_().as_str() {
            "click" => self.click(event),
            "change" => {
                let select = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
                if let Some(select) = select
                    && let Some(key) = select.get_attribute("data-key")
                {
                    self.choose(&key, &select);
                }
            }
            "keydown" if key_of(event) == "Escape" => self.close(),
            _ => {}
        }
    }

    fn click(&self, event: &Event) {
        if let Some(button) = dom::closest::<HtmlElement>(event, "[data-key]") {
            let key = button.get_attribute("data-key").unwrap_or_default();
            match (key.as_str(), button.get_attribute("data-value")) {
                ("close", _) => self.close(),
                ("neighbour", Some(index)) => {
                    self.open(index.parse().unwrap_or(usize::MAX), None);
                }
                _ => self.press(&key),
            }
            return;
        }
        let inside = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if !inside.is_some_and(|target| self.svg.contains(Some(&target))) {
            return;
        }
        if let Some(point) = dom::closest::<Element>(event, "[data-kind=\"points\"] > g") {
            self.open_stack(&point);
            return;
        }
        let link = dom::closest::<Element>(event, "a[data-code]");
        let code = link.as_ref().and_then(|link| link.get_attribute("data-code"));
        let index = code.and_then(|code| self.index(&code)).or_else(|| self.nearest(event));
        if let Some(index) = index {
            event.prevent_default();
            self.open(index, link);
        }
    }

    pub(super) fn index(&self, code: &str) -> Option<usize> {
        self.places.provinces.iter().position(|province| province.code == code)
    }

    /// The shapes of provinces with their places in the list.
    pub(super) fn lands(&self) -> Vec<(Option<usize>, Element)> {
        let lands = dom::all(&self.svg, "a[data-code] > .land").into_iter();
        let code = |land: &Element| land.parent_element()?.get_attribute("data-code");
        lands.map(|land| (code(&land).and_then(|code| self.index(&code)), land)).collect()
    }

    /// The province whose label point a finger can have meant.
    fn nearest(&self, event: &Event) -> Option<usize> {
        let click: &MouseEvent = event.dyn_ref()?;
        let shown = self.svg.get_bounding_client_rect();
        let view = self.view.get();
        let scale = view.w / shown.width();
        let at = Plane {
            x: view.x + (f64::from(click.client_x()) - shown.left()) * scale,
            y: view.y + (f64::from(click.client_y()) - shown.top()) * scale,
        };
        let points = self.places.provinces.iter().enumerate().map(|(index, province)| {
            let point = Plane { x: f64::from(province.x) / 10.0, y: f64::from(province.y) / 10.0 };
            (index, point.distance(at))
        });
        let nearest = points.min_by(|(_, a), (_, b)| a.total_cmp(b));
        nearest.filter(|(_, distance)| *distance <= REACH * scale).map(|(index, _)| index)
    }

    fn press(&self, key: &str) {
        let view = self.view.get();
        let whole = if self.is_full.get() { Frame::FULL } else { Frame::PHONE };
        match key {
            "zoom-in" => self.look(view.scaled(STEP, view.centre())),
            "zoom-out" => self.look(view.scaled(1.0 / STEP, view.centre())),
            "whole" => {
                ["region", "place"]
                    .into_iter()
                    .filter_map(|key| self.select(key))
                    .for_each(|select| select.set_value(""));
                self.look(whole);
            }
            "full" => {
                self.is_full.set(!self.is_full.get());
                self.set_pressed("full", self.is_full.get());
                self.look(if self.is_full.get() { Frame::FULL } else { Frame::PHONE });
            }
            "former" => {
                let is_shown = !self.is_pressed("former");
                self.set_pressed("former", is_shown);
                let parts = "g[data-key=\"former\"], [data-part=\"former\"]";
                for former in dom::all(&self.figure, parts) {
                    let _ = former.toggle_attribute_with_force("hidden", !is_shown);
                }
            }
            "print" => {
                let _ = dom::window().print();
            }
            "png" => picture::save_png(self),
            "svg" => picture::save_svg(self),
            _ => {}
        }
    }

    fn choose(&self, key: &str, select: &HtmlSelectElement) {
        let option = select.selected_options().item(0);
        let of = |name: &str| option.as_ref().and_then(|option| option.get_attribute(name));
        match key {
            "colour" => self.paint(&select.value()),
            "region" | "place" => {
                if let Some(frame) = of("data-box").as_deref().and_then(frame) {
                    self.look(frame);
                }
                let index = of("data-code").and_then(|code| self.index(&code));
                match index {
                    Some(index) => self.open(index, Some(select.clone().into())),
                    None => self.close(),
                }
            }
            _ => {}
        }
    }

    /// Looks at a part of the plane; the archipelagos stay in sight.
    fn look(&self, frame: Frame) {
        // Near views have the phone's proportions, so that the boxes keep their place.
        let outer = if self.is_full.get() { Frame::FULL } else { Frame::PHONE };
        let home = if frame.w >= outer.w * 0.99 { outer } else { Frame::PHONE };
        let least = Frame { w: home.w * NEAREST, h: home.h * NEAREST, ..home };
        let centre = frame.centre();
        let wide = frame.w.max(least.w);
        let view =
            frame.shaped_like(home).scaled(wide / frame.shaped_like(home).w.max(1.0), centre);
        let view = view.inside(outer);
        self.view.set(view);
        let is_whole = view.w >= outer.w * 0.99;
        let mode = match (self.is_full.get(), is_whole, view.w < Frame::PHONE.w * NEAR) {
            (true, true, _) => "full",
            (_, _, true) => "near",
            _ => "phone",
        };
        let _ = self.svg.set_attribute("viewBox", &view.view_box());
        let _ = self.svg.set_attribute("data-view", mode);
        for group in dom::all(&self.svg, "[data-box=\"hs\"], [data-box=\"ts\"]") {
            let _ = group.set_attribute("transform", &view.pin(Frame::PHONE));
        }
        self.points();
    }

    /// Shows the full frame for paper, and afterwards what was seen before.
    pub(super) fn print(&self, is_paper: bool) {
        if is_paper {
            let _ = self.svg.set_attribute("viewBox", &Frame::FULL.view_box());
            let _ = self.svg.set_attribute("data-view", "full");
        } else {
            self.look(self.view.get());
        }
    }

    /// Shows these models: a number on each province, and points where places are known.
    pub(super) fn show(&self, kept: &[u32]) {
        *self.kept.borrow_mut() = kept.to_vec();
        let mut counts = vec![0u32; self.places.provinces.len()];
        for index in kept {
            let entry = self.data.listing.entries.get(*index as usize);
            let count = entry.and_then(|entry| counts.get_mut(usize::from(entry.province)));
            count.into_iter().for_each(|count| *count += 1);
        }
        for badge in dom::all(&self.svg, "[data-kind=\"badge\"]") {
            let code = badge.get_attribute("data-code").unwrap_or_default();
            let count = self.index(&code).and_then(|index| counts.get(index)).copied().unwrap_or(0);
            let _ = badge.toggle_attribute_with_force("hidden", count == 0);
            if let Some(text) = badge.last_element_child() {
                text.set_text_content(Some(&count.to_string()));
            }
        }
        self.tell(&counts);
        self.points();
        if let Some(index) = self.chosen.get() {
            self.sheet.refresh(self, index);
        }
    }

    /// Closes the sheet; nothing is chosen any more.
    fn close(&self) {
        self.chosen.set(None);
        self.lands().iter().for_each(|(_, land)| {
            let _ = land.remove_attribute("data-state");
        });
        if let Some(select) = self.select("place") {
            select.set_value("");
        }
        self.sheet.close();
    }

    /// The tiles and the list of provinces count what the map counts.
    fn tell(&self, counts: &[u32]) {
        let Some(page) = dom::by_id::<Element>("content") else { return };
        for number in dom::all(&page, "[data-count]") {
            let home = number.closest("[data-code]").ok().flatten();
            let code = home.and_then(|home| home.get_attribute("data-code"));
            let count = code.and_then(|code| counts.get(self.index(&code)?)).copied();
            if let Some(count) = count {
                let is_bare = number.get_attribute("data-count").as_deref() == Some("bare");
                let count = count.to_string();
                let words =
                    crate::domain::interface::fill(self.data.words.get("count"), "n", &count);
                number.set_text_content(Some(if is_bare { &count } else { &words }));
            }
        }
    }

    /// Opens the models of a point as a list.
    fn open_stack(&self, point: &Element) {
        let place = point.get_attribute("data-value").and_then(|place| place.parse().ok());
        let (clusters, models) = &*self.stacks.borrow();
        let Some(cluster) = place.and_then(|place: usize| clusters.list.get(place)) else { return };
        let members = clusters.members(cluster).iter();
        let models: Vec<u32> =
            members.filter_map(|member| models.get(*member as usize)).copied().collect();
        self.chosen.set(None);
        self.sheet.stack(self, &models, None);
    }

    /// Opens the sheet of a province.
    fn open(&self, index: usize, opener: Option<Element>) {
        if self.places.provinces.get(index).is_none() {
            return;
        }
        self.chosen.set(Some(index));
        for (place, land) in self.lands() {
            let is_chosen = place == Some(index);
            let _ = match is_chosen {
                true => land.set_attribute("data-state", "chosen"),
                false => land.remove_attribute("data-state"),
            };
        }
        if let (Some(select), Some(province)) =
            (self.select("place"), self.places.provinces.get(index))
        {
            select.set_value(&province.id);
        }
        self.sheet.open(self, index, opener);
    }
}

/// Reads a frame as `viewBox` writes it.
fn frame(text: &str) -> Option<Frame> {
    let mut numbers = text.split(' ').map(js_sys::parse_float);
    let mut next = || numbers.next().filter(|number| !number.is_nan());
    Some(Frame { x: next()?, y: next()?, w: next()?, h: next()? })
}
