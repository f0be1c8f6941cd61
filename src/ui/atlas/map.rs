//! The map at work: zoom, counts, colours, and the sheet of a province.

use std::cell::Cell;
use std::rc::Rc;

use super::held::Held;
use super::make::by;
use super::sheet::Sheet;
use super::{Data, Places, picture};
use crate::browser::address::{self, Address};
use crate::browser::node::{self, Node};
use crate::domain::cluster::Clusters;
use crate::domain::digits::{digits, number};
use crate::domain::geometry::{Frame, Plane};
use crate::domain::interface::fill;

/// How much nearer or farther a press brings the map.
const STEP: f64 = 0.6;
/// From this share of the whole width on, small names are shown.
pub(super) const NEAR: f64 = 0.55;
/// The nearest view, as a share of the whole.
const NEAREST: f64 = 0.08;
/// A finger's reach, in CSS pixels.
const REACH: f64 = 22.0;
/// Lists of the figure, as the address names them.
const CHOICES: [(&str, &str); 3] = [("xem", "region"), ("mau", "colour"), ("noi", "place")];

/// The map of the standing page.
pub(super) struct Map {
    pub(super) data: &'static Data,
    pub(super) places: &'static Places,
    pub(super) figure: Node,
    pub(super) svg: Node,
    pub(super) view: Cell<Frame>,
    is_full: Cell<bool>,
    /// Indexes of the models that are shown.
    kept: Held<Rc<Vec<u32>>>,
    /// Points drawn as one, and the models behind the points.
    pub(super) stacks: Held<Rc<(Clusters, Vec<u32>)>>,
    sheet: Sheet,
    chosen: Cell<Option<usize>>,
}

impl Map {
    /// The map of the standing page; brings back the view that the address names.
    pub(super) fn find(data: &'static Data, places: &'static Places) -> Option<Self> {
        let svg = node::find("#content [data-map]")?;
        let figure = svg.closest("figure")?;
        let map = Self {
            data,
            places,
            sheet: Sheet::new(&figure),
            figure,
            svg,
            view: Cell::new(Frame::PHONE),
            is_full: Cell::new(false),
            kept: Held::default(),
            stacks: Held::default(),
            chosen: Cell::new(None),
        };
        map.restore();
        Some(map)
    }

    /// Indexes of the models that are shown, once a list has said so.
    pub(super) fn kept(&self) -> Option<Rc<Vec<u32>>> {
        self.kept.get()
    }

    fn select(&self, key: &str) -> Option<Node> {
        by(&self.figure, "select[data-key", key)
    }

    fn restore(&self) {
        for (name, key) in CHOICES {
            if let (Some(value), Some(select)) = (address::query(name), self.select(key)) {
                select.set_value(&value);
                self.choose(key, &select);
            }
        }
        for (name, key) in [("khung", "full"), ("ranh", "former")] {
            if address::query(name).is_some() {
                self.press(key);
            }
        }
    }

    /// What the address has to say of the view.
    pub(super) fn state(&self, address: &mut Address) {
        for (name, key) in CHOICES {
            let value = self.select(key).map(|select| select.value()).unwrap_or_default();
            if value != "models" {
                address.ask(name, &value);
            }
        }
        address.ask("khung", if self.is_full.get() { "day-du" } else { "" });
        address.ask("ranh", if self.is_pressed("former") { "cu" } else { "" });
    }

    fn button(&self, key: &str) -> Option<Node> {
        by(&self.figure, "button[data-key", key)
    }

    fn is_pressed(&self, key: &str) -> bool {
        let button = self.button(key);
        button.is_some_and(|b| b.get("aria-pressed").as_deref() == Some("true"))
    }

    fn set_pressed(&self, key: &str, is_pressed: bool) {
        if let Some(button) = self.button(key) {
            button.set("aria-pressed", if is_pressed { "true" } else { "false" });
        }
    }

    /// Something happened in the figure.
    pub(super) fn hear(&self, event: &Node, kind: &str) {
        match kind {
            "click" => self.click(event),
            "change" => {
                if let Some(select) = event.around("select[data-key]") {
                    self.choose(&select.get("data-key").unwrap_or_default(), &select);
                }
            }
            "keydown" if event.word("key") == "Escape" => self.close(),
            _ => {}
        }
    }

    fn click(&self, event: &Node) {
        if let Some(button) = event.around("[data-key]") {
            let key = button.get("data-key").unwrap_or_default();
            match key.as_str() {
                "close" => self.close(),
                "neighbour" => {
                    let index = button.get("data-value").and_then(|index| number(&index));
                    self.open(index.map_or(usize::MAX, |index| index as usize), None);
                }
                _ => self.press(&key),
            }
            return;
        }
        if event.around("[data-map]").is_none() {
            return;
        }
        if let Some(point) = event.around("[data-kind=\"points\"] > g") {
            self.open_stack(&point);
            return;
        }
        let link = event.around("a[data-code]");
        let index = link.as_ref().and_then(|link| self.index(link)).or_else(|| self.nearest(event));
        if let Some(index) = index {
            event.prevent();
            self.open(index, link);
        }
    }

    /// The place in the list of the province that an element stands for.
    pub(super) fn index(&self, element: &Node) -> Option<usize> {
        let code = element.get("data-code")?;
        self.places.provinces.iter().position(|province| province.code == code)
    }

    /// The shapes of provinces with their places in the list.
    pub(super) fn lands(&self) -> Vec<(Option<usize>, Node)> {
        let index = |land: &Node| self.index(&land.closest("a")?);
        let lands = self.svg.all("a[data-code] > .land").into_iter();
        lands.map(|land| (index(&land), land)).collect()
    }

    /// The province whose label point a finger can have meant.
    fn nearest(&self, event: &Node) -> Option<usize> {
        let view = self.view.get();
        let (x, y, width) = self.svg.offset(event);
        let scale = view.w / width;
        let at = Plane { x: view.x + x * scale, y: view.y + y * scale };
        let mut nearest = (None, REACH * scale);
        for (index, province) in self.places.provinces.iter().enumerate() {
            let point = Plane { x: f64::from(province.x) / 10.0, y: f64::from(province.y) / 10.0 };
            if point.distance(at) <= nearest.1 {
                nearest = (Some(index), point.distance(at));
            }
        }
        nearest.0
    }

    fn press(&self, key: &str) {
        let view = self.view.get();
        let whole = if self.is_full.get() { Frame::FULL } else { Frame::PHONE };
        match key {
            "zoom-in" => self.look(view.scaled(STEP, view.centre())),
            "zoom-out" => self.look(view.scaled(1.0 / STEP, view.centre())),
            "whole" => {
                let selects = ["region", "place"].into_iter().filter_map(|key| self.select(key));
                selects.for_each(|select| select.set_value(""));
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
                for former in self.figure.all(parts) {
                    former.toggle("hidden", !is_shown);
                }
            }
            "print" => node::print(),
            "png" => picture::save_png(self),
            "svg" => picture::save_svg(self),
            _ => {}
        }
    }

    fn choose(&self, key: &str, select: &Node) {
        if key == "colour" {
            self.paint(&select.value());
            return;
        }
        let Some(option) = select.find(":checked") else { return };
        if let Some(frame) = option.get("data-box").as_deref().and_then(frame) {
            self.look(frame);
        }
        match self.index(&option) {
            Some(index) => self.open(index, Some(select.clone())),
            None => self.close(),
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
        self.svg.set("viewBox", &view.view_box());
        self.svg.set("data-view", mode);
        for group in self.svg.all("[data-box=\"hs\"], [data-box=\"ts\"]") {
            group.set("transform", &view.pin(Frame::PHONE));
        }
        self.points();
    }

    /// Shows the full frame for paper, and afterwards what was seen before.
    pub(super) fn print(&self, is_paper: bool) {
        if is_paper {
            self.svg.set("viewBox", &Frame::FULL.view_box());
            self.svg.set("data-view", "full");
        } else {
            self.look(self.view.get());
        }
    }

    /// Shows these models: a number on each province, and points where places are known.
    pub(super) fn show(&self, kept: Rc<Vec<u32>>) {
        let mut counts = vec![0; self.places.provinces.len()];
        for index in kept.iter() {
            let entry = self.data.listing.entries.get(*index as usize);
            let count = entry.and_then(|entry| counts.get_mut(usize::from(entry.province)));
            count.into_iter().for_each(|count| *count += 1);
        }
        for badge in self.svg.all("[data-kind=\"badge\"]") {
            let count =
                self.index(&badge).and_then(|index| counts.get(index)).copied().unwrap_or(0);
            badge.toggle("hidden", count == 0);
            if let Some(text) = badge.step("lastElementChild") {
                text.set_text(&digits(count));
            }
        }
        self.tell(&counts);
        self.hold(kept);
    }

    /// From now on these are the models that points stand for and sheets name.
    pub(super) fn hold(&self, kept: Rc<Vec<u32>>) {
        self.kept.set(Some(kept));
        self.points();
        if let Some(index) = self.chosen.get() {
            self.sheet.refresh(self, index);
        }
    }

    /// The tiles and the list of provinces count what the map counts.
    fn tell(&self, counts: &[usize]) {
        let Some(page) = node::find("#content") else { return };
        for number in page.all("[data-count]") {
            let index = number.closest("[data-code]").and_then(|home| self.index(&home));
            let Some(count) = index.and_then(|index| counts.get(index)) else { continue };
            let count = digits(*count);
            let is_bare = number.get("data-count").as_deref() == Some("bare");
            let words = if is_bare { "{n}" } else { self.data.words.get("count") };
            number.set_text(&fill(words, "n", &count));
        }
    }

    /// Marks the province that is chosen, in the drawing and in the list.
    fn mark(&self, chosen: Option<usize>) {
        self.chosen.set(chosen);
        for (place, land) in self.lands() {
            if chosen.is_some() && place == chosen {
                land.set("data-state", "chosen");
            } else {
                land.toggle("data-state", false);
            }
        }
        let province = chosen.and_then(|index| self.places.provinces.get(index));
        if let Some(select) = self.select("place") {
            select.set_value(province.map_or("", |province| &province.id));
        }
    }

    /// Closes the sheet; nothing is chosen any more.
    fn close(&self) {
        self.mark(None);
        self.sheet.close();
    }

    /// Opens the models of a point as a list.
    fn open_stack(&self, point: &Node) {
        let place = point.get("data-value").and_then(|place| number(&place));
        let Some((place, stacks)) = place.zip(self.stacks.get()) else { return };
        let (clusters, models) = &*stacks;
        let Some(cluster) = clusters.list.get(place as usize) else { return };
        let members = clusters.members(cluster).iter();
        let models: Vec<u32> =
            members.filter_map(|member| models.get(*member as usize)).copied().collect();
        self.chosen.set(None);
        self.sheet.stack(self, &models);
    }

    /// Opens the sheet of a province.
    fn open(&self, index: usize, opener: Option<Node>) {
        if self.places.provinces.get(index).is_some() {
            self.mark(Some(index));
            self.sheet.open(self, index, opener);
        }
    }
}

/// Reads a frame as `viewBox` writes it.
fn frame(text: &str) -> Option<Frame> {
    let mut numbers = text.split_ascii_whitespace().map(node::number);
    let mut next = || numbers.next().filter(|number| !number.is_nan());
    Some(Frame { x: next()?, y: next()?, w: next()?, h: next()? })
}
