//! A small map that shows where a province lies.

use super::super::super::geometry::{Frame, Plane, Topology, short};
use super::super::super::interface::fill;
use super::super::super::tree::Element;
use super::super::Composer;
use super::figure::{dot, inset};
use super::{HOANG_SA, TRUONG_SA, label};

/// How much plainer borders are at 160 px: corners and islands in square units, grid.
const CORNER: f64 = 18.0;
const ISLAND: f64 = 40.0;
const COARSER: i32 = 4;
/// Provinces smaller than this, in units, get a ring around them.
const SMALL: f64 = 80.0;
/// The boxes of the archipelagos: id and frame, in units.
const BOXES: [(&str, Frame); 2] = [
    (HOANG_SA, Frame { x: 352.0, y: 290.0, w: 188.0, h: 120.0 }),
    (TRUONG_SA, Frame { x: 352.0, y: 828.0, w: 188.0, h: 120.0 }),
];

impl Composer<'_> {
    /// Where a province lies in the country, with both archipelagos; drawn at 160 px.
    ///
    /// An unknown id gives the country alone.
    #[must_use]
    pub fn map_thumb(&self, province_id: &str) -> Element {
        let words = self.map_words();
        let plain = self.library.atlas.low.plainer(CORNER, ISLAND, COARSER);
        let province = self.library.provinces.today.iter().find(|p| p.id == province_id);
        let name = province.map_or(words.whole_country.as_str(), |p| self.province_name(p));
        let grid = ["scale(", &plain.grid.to_string(), ")"].concat();
        let outline = Element::of("path", "land").with("d", plain.outline());
        let mut land = Element::new("g").with("transform", grid).child(outline);
        let mut ring = None;
        if let Some(province) = province
            && let Some(place) = plain.find(&province.code).and_then(|i| plain.places.get(i))
        {
            let chosen = Element::of("path", "land").with("data-state", "chosen");
            land = land.child(chosen.with("d", plain.path(place)));
            ring = self.ring(&plain, &province.code);
        }
        let boxes = BOXES.into_iter().filter_map(|(id, frame)| {
            let one = self.library.atlas.archipelago(id)?;
            let is_own = province.is_some_and(|province| province.code == one.p);
            let short_name =
                if id == HOANG_SA { &words.hoang_sa_short } else { &words.truong_sa_short };
            let rect = Element::new("rect")
                .with("x", short(frame.x))
                .with("y", short(frame.y))
                .with("width", short(frame.w))
                .with("height", short(frame.h));
            let foot = Plane { x: frame.centre().x, y: frame.y + 34.0 };
            let group = Element::new("g").with("data-box", id).child(rect);
            let group = if is_own { group.with("data-state", "chosen") } else { group };
            Some(group.children(inset(one, frame)).child(label(foot, short_name)))
        });
        let sentence = fill(&words.thumb, "name", name);
        let drawing = Element::of("svg", "map__sheet")
            .with("viewBox", Frame::PHONE.view_box())
            .with("role", "img")
            .with("aria-label", &sentence)
            .with("focusable", "false")
            .child(land)
            .children(ring)
            .children(boxes);
        let credit = Element::of("span", "quiet").with("lang", "en").text(&words.credit);
        Element::of("figure", "map map--thumb")
            .child(drawing)
            .child(Element::new("figcaption").child(credit))
    }

    /// A circle around a province that is hard to see.
    fn ring(&self, plain: &Topology, code: &str) -> Option<Element> {
        let frame = plain.places.get(plain.find(code)?)?.frame;
        let anchor = self.library.atlas.anchor(code)?;
        let is_small = frame.w.max(frame.h) < SMALL;
        is_small.then(|| {
            let ring = dot(anchor.plane(), frame.w.max(frame.h) / 2.0 + 16.0);
            Element::of("g", "map__ring").child(ring)
        })
    }
}
