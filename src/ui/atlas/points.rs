//! Models at their places on the map, near ones together.

use web_sys::Element;

use super::make::put;
use super::map::{Map, NEAR};
use crate::browser::dom;
use crate::domain::cluster::cluster;
use crate::domain::geometry::{Frame, Plane, short};

impl Map {
    /// Points of models whose place is known, near ones together; only when looked at closely.
    pub(super) fn points(&self) {
        let view = self.view.get();
        let entries = &self.data.listing.entries;
        if !entries.iter().any(|entry| entry.x > 0) {
            return;
        }
        let group = match self.svg.query_selector("[data-kind=\"points\"]") {
            Ok(Some(group)) => group,
            _ => {
                let Some(group) = svg("g") else { return };
                let _ = group.set_attribute("data-kind", "points");
                put(&self.svg, &[&group]);
                group
            }
        };
        let is_near = view.w < Frame::PHONE.w * NEAR;
        let kept = self.kept.borrow();
        let at = |index: &u32| {
            let entry = entries.get(*index as usize)?;
            let plane = Plane { x: f64::from(entry.x) / 10.0, y: f64::from(entry.y) / 10.0 };
            let at = (plane.x as f32, plane.y as f32);
            (entry.x > 0 && view.holds(plane)).then_some((at, *index))
        };
        let (points, models): (Vec<(f32, f32)>, Vec<u32>) =
            kept.iter().filter(|_| is_near).filter_map(at).unzip();
        let radius = view.w / 14.0;
        let clusters = cluster(&points, radius as f32);
        // Nodes are used again: a filter changes numbers, not the document.
        let standing = dom::all(&group, ":scope > g");
        for (place, found) in clusters.list.iter().enumerate() {
            let node = match standing.get(place) {
                Some(node) => node.clone(),
                None => {
                    let (Some(node), Some(dot), Some(text)) =
                        (svg("g"), svg("circle"), svg("text"))
                    else {
                        return;
                    };
                    let _ = node.set_attribute("data-value", &place.to_string());
                    put(&node, &[&dot, &text]);
                    put(&group, &[&node]);
                    node
                }
            };
            let _ = node.remove_attribute("hidden");
            let scale = short(f64::from(radius as f32) / 24.0);
            let (x, y) = (short(f64::from(found.x)), short(f64::from(found.y)));
            let moved = ["translate(", &x, " ", &y, ") scale(", &scale, ")"].concat();
            let _ = node.set_attribute("transform", &moved);
            if let Some(text) = node.last_element_child() {
                let n = found.size();
                text.set_text_content(Some(&if n > 1 { n.to_string() } else { String::new() }));
            }
        }
        for node in standing.iter().skip(clusters.list.len()) {
            let _ = node.set_attribute("hidden", "");
        }
        *self.stacks.borrow_mut() = (clusters, models);
    }
}

/// An element of a drawing.
fn svg(tag: &str) -> Option<Element> {
    dom::document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).ok()
}
