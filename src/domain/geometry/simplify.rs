//! Plainer borders for small maps: each arc on its own, so that neighbours never part.
//!
//! Visvalingam's way: the corner whose triangle is smallest goes first.

use super::Place;
use super::topology::{Step, Topology};

impl Topology {
    /// The same provinces for a map drawn `coarser` times as small.
    ///
    /// Corners whose triangle is smaller than `corner` square units go, and so do islands
    /// smaller than `island` square units, save each province's largest shape. The grid
    /// becomes `coarser` times as wide.
    #[must_use]
    pub fn plainer(&self, corner: f64, island: f64, coarser: i32) -> Self {
        let least = corner / (self.grid * self.grid);
        let arcs = self.arcs.iter().map(|arc| plain_arc(arc, least, coarser)).collect();
        let grid = self.grid * f64::from(coarser);
        let mut plain = Self { places: Vec::new(), grid, arcs, inner: self.inner.clone() };
        for place in &self.places {
            let areas: Vec<f64> = place.rings.iter().map(|ring| area(&self.ring(ring))).collect();
            let most = areas.iter().copied().fold(0.0, f64::max);
            let least = island / (self.grid * self.grid);
            let kept = place
                .rings
                .iter()
                .zip(&areas)
                .filter(|(_, area)| **area >= least || **area >= most);
            let rings = kept.map(|(ring, _)| ring.clone());
            let rings = rings.filter(|ring| plain.ring(ring).len() > 3).collect();
            let made: Option<Place> = plain.place(place.code.clone(), rings);
            plain.places.extend(made);
        }
        plain
    }
}

/// The area inside a ring, in square steps.
fn area(ring: &[Step]) -> f64 {
    let cross = |pair: &[Step]| match pair {
        [a, b] => f64::from(a[0]) * f64::from(b[1]) - f64::from(b[0]) * f64::from(a[1]),
        _ => 0.0,
    };
    (ring.windows(2).map(cross).sum::<f64>() / 2.0).abs()
}

fn plain_arc(arc: &[Step], least: f64, coarser: i32) -> Vec<Step> {
    let mut points = arc.to_vec();
    let is_ring = points.first() == points.last();
    let fewest = if is_ring { 4 } else { 2 };
    while points.len() > fewest {
        let sizes = points.windows(3).map(area_of_corner).enumerate();
        let smallest = sizes.min_by(|a, b| a.1.total_cmp(&b.1));
        match smallest {
            Some((corner, size)) if size < least => points.remove(corner + 1),
            _ => break,
        };
    }
    let round = |value: i32| (value + coarser / 2).div_euclid(coarser);
    let mut rounded: Vec<Step> = points.iter().map(|[x, y]| [round(*x), round(*y)]).collect();
    if !is_ring || rounded.len() > 4 {
        rounded.dedup();
    }
    if rounded.len() == 1 {
        rounded.extend(rounded.first().copied());
    }
    rounded
}

fn area_of_corner(corner: &[Step]) -> f64 {
    let [a, b, c] = corner else { return f64::INFINITY };
    let side = |from: &Step, to: &Step| (f64::from(to[0] - from[0]), f64::from(to[1] - from[1]));
    let ((ux, uy), (vx, vy)) = (side(a, b), side(a, c));
    ((ux * vy - uy * vx) / 2.0).abs()
}
