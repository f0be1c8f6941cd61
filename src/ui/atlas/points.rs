//! Models at their places on the map, near ones together.

use std::rc::Rc;

use super::make::put;
use super::map::{Map, NEAR};
use crate::browser::node;
use crate::domain::cluster::cluster;
use crate::domain::digits::digits;
use crate::domain::geometry::{Frame, Plane, short};

impl Map {
    /// Points of models whose place is known, near ones together; only when looked at closely.
    pub(super) fn points(&self) {
        let view = self.view.get();
        let entries = &self.data.listing.entries;
        if !entries.iter().any(|entry| entry.x > 0) {
            return;
        }
        let group = self.svg.find("[data-kind=\"points\"]").unwrap_or_else(|| {
            let group = node::make("g", true);
            group.set("data-kind", "points");
            self.svg.append(&group);
            group
        });
        let (mut points, mut models) = (Vec::new(), Vec::new());
        let kept = self.kept().filter(|_| view.w < Frame::PHONE.w * NEAR);
        for index in kept.iter().flat_map(|kept| kept.iter()) {
            let Some(entry) = entries.get(*index as usize) else { continue };
            let plane = Plane { x: f64::from(entry.x) / 10.0, y: f64::from(entry.y) / 10.0 };
            if entry.x > 0 && view.holds(plane) {
                points.push((plane.x as f32, plane.y as f32));
                models.push(*index);
            }
        }
        let radius = view.w / 14.0;
        let clusters = cluster(&points, radius as f32);
        // Nodes are used again: a filter changes numbers, not the document.
        let standing = group.all(":scope > g");
        let scale = short(radius / 24.0);
        for (place, found) in clusters.list.iter().enumerate() {
            let node = standing.get(place).cloned().unwrap_or_else(|| {
                let node = node::make("g", true);
                node.set("data-value", &digits(place));
                put(&node, &[&node::make("circle", true), &node::make("text", true)]);
                group.append(&node);
                node
            });
            node.toggle("hidden", false);
            let (x, y) = (short(f64::from(found.x)), short(f64::from(found.y)));
            node.set("transform", &["translate(", &x, " ", &y, ") scale(", &scale, ")"].concat());
            if let Some(text) = node.step("lastElementChild") {
                let n = found.size();
                text.set_text(&if n > 1 { digits(n) } else { String::new() });
            }
        }
        for node in standing.iter().skip(clusters.list.len()) {
            node.toggle("hidden", true);
        }
        self.stacks.set(Some(Rc::new((clusters, models))));
    }
}
