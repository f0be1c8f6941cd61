//! The map itself: provinces, names, counts, and both archipelagos in every view.

use super::super::super::atlas::{Archipelago, AtlasProvince, Extent, Measure};
use super::super::super::choropleth::NO_DATA;
use super::super::super::geometry::{Frame, Plane, Position, project, short, tenths};
use super::super::super::interface::fill;
use super::super::super::page::Span;
use super::super::super::passport::date_words;
use super::super::super::place::{Province, ProvinceKind};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Composer;
use super::names::{Print, fitting};
use super::{HOANG_SA, TRUONG_SA, label};

/// Letters and numbers when the whole country is in sight, and from twice as near.
const FAR: Print = Print { letters: 16.0, badge: 10.5 };
const NEAR: Print = Print { letters: 8.0, badge: 5.25 };
/// Where the archipelagos stand in a phone's view, in units: id, key, box.
const BOXES: [(&str, &str, Frame); 2] = [
    (HOANG_SA, "hs", Frame { x: 352.0, y: 296.0, w: 186.0, h: 118.0 }),
    (TRUONG_SA, "ts", Frame { x: 352.0, y: 828.0, w: 186.0, h: 118.0 }),
];
/// Free height for the captions of a box.
const CAPTION: f64 = 44.0;
/// Feet of the name of the sea, word by word, in a phone's view and in the full one.
const SEA_PHONE: [Plane; 2] = [Plane { x: 500.0, y: 600.0 }, Plane { x: 500.0, y: 620.0 }];
const SEA_FULL: [Plane; 2] = [Plane { x: 690.0, y: 565.0 }, Plane { x: 690.0, y: 599.0 }];
/// Margin around regions and provinces, in units.
const MARGIN: f64 = 12.0;
/// Share of a near view's height above the boxes, which then stand in its lowest row.
const ABOVE_BOXES: f64 = 0.86;

impl<'a> Composer<'a> {
    /// The map of the country with its tools, legend and credit.
    #[must_use]
    pub fn map_figure(&self) -> Element {
        Element::of("figure", "map")
            .with("data-part", "atlas")
            .child(self.map_tools())
            .child(self.map_sheet())
            .child(self.map_caption())
    }

    /// The provinces as the map's program knows them, in the order of `provinces.json`.
    #[must_use]
    pub fn atlas_provinces(&self) -> Vec<AtlasProvince> {
        let today = &self.library.provinces.today;
        let low = &self.library.atlas.low;
        let index = |code: &str| today.iter().position(|p| p.code == code);
        let made = today.iter().map(|province| {
            let place = low.find(&province.code);
            let near = place.map(|place| low.neighbours(place)).unwrap_or_default();
            let codes = near.iter().filter_map(|i| low.places.get(*i));
            let neighbours = codes.filter_map(|p| u16::try_from(index(&p.code)?).ok()).collect();
            let at = self.library.atlas.anchor(&province.code);
            let (x, y) = at.map_or((0, 0), |anchor| anchor.plane().tenths());
            let frame = self.frame_of(province);
            let [left, top, w, h] = [frame.x, frame.y, frame.w, frame.h].map(tenths);
            AtlasProvince {
                id: province.id.clone(),
                code: province.code.clone(),
                name: self.province_name(province).into(),
                region: province.region.clone(),
                x,
                y,
                extent: Extent { x: left, y: top, w, h },
                neighbours,
            }
        });
        made.collect()
    }

    fn frame_of(&self, province: &Province) -> Frame {
        let low = &self.library.atlas.low;
        let place = low.find(&province.code).and_then(|place| low.places.get(place));
        place.map_or(Frame::PHONE, |place| place.frame)
    }

    fn map_tools(&self) -> Element {
        let words = self.map_words();
        let button = |key: &str, name: &str| {
            let button = Element::of("button", "button button--quiet button--slim");
            let button = button.with("type", "button").with("data-key", key).text(name);
            match matches!(key, "full" | "former") {
                true => button.with("aria-pressed", "false"),
                false => button,
            }
        };
        let row = || Element::of("div", "cluster cluster--s");
        let [region, place, colour] = self.map_fields();
        let look = row()
            .child(button("zoom-in", &words.zoom_in))
            .child(button("zoom-out", &words.zoom_out))
            .child(button("whole", &words.whole))
            .child(button("full", &words.full));
        let take = row()
            .child(button("former", &words.former))
            .child(button("png", &words.png))
            .child(button("svg", &words.svg))
            .child(button("print", &words.print));
        let fields = Element::of("div", "map__fields").child(place).child(colour);
        let more = Element::of("details", "fold")
            .child(Element::new("summary").text(&words.more))
            .child(Element::of("div", "fold__body stack").child(fields).child(take));
        Element::of("div", "map__tools")
            .with("role", "group")
            .with("aria-label", &words.tools)
            .with("data-needs", "atlas")
            .child(region)
            .child(look)
            .child(more)
    }

    fn map_fields(&self) -> [Element; 3] {
        let words = self.map_words();
        let today = &self.library.provinces.today;
        let around = |provinces: &mut dyn Iterator<Item = &'a Province>| {
            let frame = provinces.map(|p| self.frame_of(p)).reduce(Frame::union);
            let frame = frame.unwrap_or(Frame::PHONE).grown(MARGIN);
            let frame = Frame { h: frame.h / ABOVE_BOXES, ..frame };
            frame.shaped_like(Frame::PHONE).inside(Frame::FULL).view_box()
        };
        let whole = |text: &str| choice("", text).with("data-box", Frame::PHONE.view_box());
        let regions = self.library.atlas.regions.iter().map(|region| {
            let mut inside = today.iter().filter(|p| p.region == region.id);
            choice(&region.id, region.name(&self.pack.lang)).with("data-box", around(&mut inside))
        });
        let mut provinces: Vec<&'a Province> = today.iter().collect();
        provinces.sort_by_cached_key(|p| super::super::super::fold::fold(self.province_name(p)));
        let places = provinces.into_iter().map(|province| {
            choice(&province.id, self.province_name(province))
                .with("data-code", &province.code)
                .with("data-box", around(&mut std::iter::once(province)))
        });
        let measures = self.measures();
        let colours = measures.iter().map(|measure| choice(&measure.key, &measure.title));
        let regions = std::iter::once(whole(&words.whole_country)).chain(regions);
        let places = std::iter::once(whole(&words.choose_place)).chain(places);
        [
            field(&words.region, "region", regions.collect()),
            field(&words.place, "place", places.collect()),
            field(&words.colour, "colour", colours.collect()),
        ]
    }

    fn map_sheet(&self) -> Element {
        let atlas = &self.library.atlas;
        let grid = ["scale(", &atlas.low.grid.to_string(), ")"].concat();
        let former = Element::of("path", "map__former").with("d", atlas.low.former_borders());
        let former = Element::new("g").with("data-key", "former").with("hidden", "").child(former);
        let former = former.with("transform", &grid).child(title(&self.map_words().former_name));
        let land = Element::of("g", "map__lands").with("transform", &grid);
        Element::of("svg", "map__sheet")
            .with("data-map", "")
            .with("data-view", "phone")
            .with("viewBox", Frame::PHONE.view_box())
            .with("aria-hidden", "true")
            .with("focusable", "false")
            .child(hatching())
            .child(land.children(self.lands()))
            .child(former)
            .child(self.isles())
            .child(self.sea("phone", SEA_PHONE))
            .child(self.names("far", FAR))
            .child(self.names("near", NEAR))
            .children(self.badges())
            .child(self.true_islands())
            .children(self.boxes())
    }

    fn lands(&self) -> impl Iterator<Item = Element> {
        let Measure { levels, .. } = self.models_measure();
        let provinces = self.library.provinces.today.iter().zip(levels);
        provinces.filter_map(move |(province, level)| {
            let low = &self.library.atlas.low;
            let place = low.places.get(low.find(&province.code)?)?;
            let level = if level == NO_DATA { "none".into() } else { level.to_string() };
            let land = Element::of("path", "land").with("d", low.path(place));
            let name = self.province_name(province);
            let count = self.count_words(self.model_count(&province.id));
            let tip = title(&[name, ": ", &count].concat());
            Some(self.map_link(province).child(land.with("data-level", level)).child(tip))
        })
    }

    /// A link that fingers and mice can follow; keyboards and ears have the list.
    fn map_link(&self, province: &Province) -> Element {
        Element::new("a")
            .with("href", self.to(Route::Province(province.id.clone())))
            .with("tabindex", "-1")
            .with("data-code", &province.code)
    }

    fn isles(&self) -> Element {
        let islands = self.library.atlas.islands.islands.iter();
        let dots = islands.map(|island| {
            let at = project(Position { lon: island.ll[0], lat: island.ll[1] });
            dot(at, 2.2)
        });
        Element::new("g").with("data-kind", "isles").children(dots)
    }

    fn sea(&self, view: &str, feet: [Plane; 2]) -> Element {
        let words = self.map_words().sea.split(' ').zip(feet);
        let words = words.map(|(word, at)| label(at, word));
        let group = Element::of("g", "map__sea").with("data-kind", "sea");
        group.with("data-view", view).children(words)
    }

    fn names(&self, near: &str, print: Print) -> Element {
        let mut today: Vec<&Province> = self.library.provinces.today.iter().collect();
        let room = |p: &Province| self.library.atlas.anchor(&p.code).map_or(0.0, |at| at.r);
        today.sort_by(|a, b| room(b).total_cmp(&room(a)));
        today.sort_by_key(|p| p.kind != ProvinceKind::City);
        let today = today.into_iter();
        let names: Vec<(&str, &str, bool)> = today
            .map(|p| (p.code.as_str(), self.province_name(p), p.kind == ProvinceKind::City))
            .collect();
        let taken = BOXES.map(|(_, _, frame)| frame);
        let names = fitting(&self.library.atlas, &names, &taken, print);
        let names = names.into_iter().flat_map(|name| {
            let code = name.code;
            let line = move |(at, text): (Plane, String)| label(at, &text).with("data-code", &code);
            name.lines.into_iter().map(line)
        });
        let group = Element::new("g").with("data-kind", "names").with("data-near", near);
        group.children(names)
    }

    fn badges(&self) -> impl Iterator<Item = Element> {
        let provinces = self.library.provinces.today.iter();
        provinces.filter_map(|province| {
            let count = self.model_count(&province.id);
            let at = self.library.atlas.anchor(&province.code)?.plane();
            let circle = dot(at, FAR.badge);
            let number = label(at, &count.to_string());
            let badge = Element::new("g").with("data-kind", "badge");
            let badge = badge.with("data-code", &province.code).child(circle).child(number);
            (count > 0).then_some(badge)
        })
    }

    /// Both archipelagos where they lie, for the full frame.
    fn true_islands(&self) -> Element {
        let mut group = Element::new("g").with("data-box", "true");
        for (id, province) in self.archipelagos() {
            let Some(one) = self.library.atlas.archipelago(id) else { continue };
            let north = project(Position { lon: one.anchor[0], lat: one.bbox[3] });
            let (name, unit) = self.archipelago_words(id);
            let link = self.map_link(province).children(one.planes().map(|at| dot(at, 3.0)));
            let link = link.child(label(Plane { x: north.x, y: north.y - 38.0 }, name));
            group = group.child(link.child(label(Plane { x: north.x, y: north.y - 10.0 }, unit)));
        }
        group.child(self.sea("full", SEA_FULL))
    }

    /// Both archipelagos in boxes, for views in which they would be out of sight.
    fn boxes(&self) -> impl Iterator<Item = Element> {
        BOXES.into_iter().filter_map(|(id, key, frame)| {
            let one = self.library.atlas.archipelago(id)?;
            let province = self.province_of_code(&one.p)?;
            let (name, unit) = self.archipelago_words(id);
            let x = frame.centre().x;
            let rect = Element::new("rect")
                .with("x", short(frame.x))
                .with("y", short(frame.y))
                .with("width", short(frame.w))
                .with("height", short(frame.h));
            let link = self.map_link(province).child(rect).children(inset(one, frame));
            let link = link.child(label(Plane { x, y: frame.y + 18.0 }, name));
            let link = link.child(label(Plane { x, y: frame.y + 37.0 }, unit));
            Some(Element::new("g").with("data-box", key).child(link))
        })
    }

    fn map_caption(&self) -> Element {
        let words = self.map_words();
        let measure = self.models_measure();
        let swatch = |(level, class): (usize, &String)| {
            let swatch = Element::of("span", "swatch").with("data-level", level);
            Element::new("li").child(swatch).text(" ").text(class)
        };
        let swatches = measure.classes.iter().enumerate().map(swatch);
        let legend = Element::of("ul", "map__legend").with("data-part", "legend");
        let legend = legend.with("aria-label", [&measure.title, ". ", &words.legend].concat());
        let date = date_words(self.words(), self.library.edition.content_version);
        let counted = fill(&words.counted, "n", &self.library.models.len().to_string());
        let counted = fill(&counted, "date", &date);
        let credit = Element::new("span").with("lang", "en").text(&words.credit);
        let small = Element::of("p", "small quiet").text(&counted).text(" ");
        let small = small.text(&words.simplified).text(" ").child(credit);
        Element::new("figcaption")
            .child(Element::of("p", "small").text(&words.sentence))
            .child(
                Element::of("p", "small")
                    .with("data-part", "measure")
                    .child(Element::new("strong").text(&measure.title)),
            )
            .child(legend.children(swatches))
            .child(
                Element::of("p", "small")
                    .with("data-part", "former")
                    .with("hidden", "")
                    .text(&words.former_name),
            )
            .child(Element::of("p", "small quiet").with("data-part", "note").text(&measure.note))
            .child(small)
    }
}

/// The islands of an archipelago in a box, below its captions.
pub(super) fn inset(one: &Archipelago, frame: Frame) -> Vec<Element> {
    let Some(around) = Frame::around(one.planes()) else { return Vec::new() };
    let free = Frame { y: frame.y + CAPTION, h: frame.h - CAPTION, ..frame }.grown(-8.0);
    let scale = (free.w / around.w).min(free.h / around.h);
    let (from, to) = (around.centre(), free.centre());
    let moved =
        |at: Plane| Plane { x: to.x + (at.x - from.x) * scale, y: to.y + (at.y - from.y) * scale };
    one.planes().map(|at| dot(moved(at), 2.6)).collect()
}

/// A dot in a drawing.
pub(super) fn dot(at: Plane, radius: f64) -> Element {
    let circle = Element::new("circle").with("cx", short(at.x)).with("cy", short(at.y));
    circle.with("r", radius)
}

fn title(text: &str) -> Element {
    Element::new("title").text(text)
}

/// The pattern of provinces without data.
fn hatching() -> Element {
    let lines = Element::of("path", "map__hatch").with("d", "M-8 8l16-16M0 32l32-32M24 40l16-16");
    let pattern = Element::new("pattern")
        .with("id", "map-none")
        .with("width", "32")
        .with("height", "32")
        .with("patternUnits", "userSpaceOnUse")
        .child(lines);
    Element::new("defs").child(pattern)
}

fn choice(value: &str, text: &str) -> Element {
    Element::new("option").with("value", value).text(text)
}

fn field(name: &str, key: &str, choices: Vec<Element>) -> Element {
    let select = Element::of("select", "field__box").with("data-key", key).children(choices);
    Element::of("label", "field").span(Span::T([name, " "].concat())).child(select)
}
