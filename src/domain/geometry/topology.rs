//! Provinces that share their borders: topology files read, checked and drawn.
//!
//! Borders are stored once, as arcs of whole numbers on a grid, each step from the one
//! before it. A ring names its arcs; a negative number `!i` walks arc `i` backwards.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::{Frame, Plane};

/// `map/vn-*.plane.topo.json`, as `tools/map` writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TopologyFile {
    #[serde(rename = "type")]
    pub kind: TopologyKind,
    pub objects: Objects,
    pub arcs: Vec<Vec<[i32; 2]>>,
    pub transform: Transform,
    pub frame: [u16; 4],
    pub attribution: String,
}

/// What the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TopologyKind {
    Topology,
}

/// The 63 provinces before 1 July 2025 and the 34 since, on the same arcs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objects {
    pub p63: Collection,
    pub p34: Collection,
}

/// Shapes of one time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Collection {
    #[serde(rename = "type")]
    pub kind: CollectionKind,
    pub geometries: Vec<Geometry>,
}

/// What a collection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CollectionKind {
    GeometryCollection,
}

/// One province: polygons, each a ring and its holes, each ring a list of arcs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Geometry {
    #[serde(rename = "type")]
    pub kind: GeometryKind,
    pub arcs: Vec<Vec<Vec<i32>>>,
    /// The province's official code.
    pub id: String,
    pub properties: Properties,
}

/// What a geometry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GeometryKind {
    MultiPolygon,
}

/// Names for people who open the file; the program takes its own from `provinces.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Properties {
    pub name: String,
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p34: Option<String>,
}

/// Grid to frame: units per step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transform {
    pub scale: [f64; 2],
    pub translate: [f64; 2],
}

/// A point of the grid.
pub(super) type Step = [i32; 2];

/// A province of the topology.
#[derive(Clone, Debug)]
pub struct Place {
    /// Official code.
    pub code: String,
    /// Rings of arcs; holes stand among them and count by the even-odd rule.
    pub(super) rings: Vec<Vec<i32>>,
    /// The same rings as points of the frame, closed.
    pub(super) shapes: Vec<Vec<Plane>>,
    /// The smallest frame around it.
    pub frame: Frame,
}

/// The provinces of today on shared borders.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "TopologyFile")]
pub struct Topology {
    /// In the order of the file.
    pub places: Vec<Place>,
    /// Units per step of the grid.
    pub grid: f64,
    /// Points of the grid, no longer as differences.
    pub(super) arcs: Vec<Vec<Step>>,
    /// Arcs that were borders until 30 June 2025 and are none today.
    pub(super) inner: Vec<usize>,
}

impl TryFrom<TopologyFile> for Topology {
    type Error = &'static str;

    fn try_from(file: TopologyFile) -> Result<Self, Self::Error> {
        let grid = file.transform.scale[0];
        if file.transform.scale != [grid; 2] || file.transform.translate != [0.0; 2] || grid <= 0.0
        {
            return Err("the grid must be square and start at 0 0");
        }
        let arcs: Option<Vec<Vec<Step>>> = file.arcs.iter().map(|arc| walked(arc)).collect();
        let arcs = arcs.ok_or("an arc of fewer than two points, or far outside the frame")?;
        let rings = |geometry: &Geometry| -> Vec<Vec<i32>> {
            geometry.arcs.iter().flatten().cloned().collect()
        };
        let before: Vec<Vec<i32>> = file.objects.p63.geometries.iter().flat_map(rings).collect();
        let old = uses(&before, arcs.len()).ok_or(NO_ARC)?;
        let today: Vec<(String, Vec<Vec<i32>>)> =
            file.objects.p34.geometries.iter().map(|g| (g.id.clone(), rings(g))).collect();
        let all: Vec<Vec<i32>> = today.iter().flat_map(|(_, rings)| rings.clone()).collect();
        let now = uses(&all, arcs.len()).ok_or(NO_ARC)?;
        let inner = (0..arcs.len()).filter(|i| old.get(*i) == Some(&2) && now.get(*i) == Some(&0));
        let inner = inner.collect();
        let mut topology = Self { places: Vec::new(), grid, arcs, inner };
        if !before.iter().chain(&all).all(|ring| topology.is_closed(ring)) {
            return Err(NOT_CLOSED);
        }
        for (code, rings) in today {
            let place = topology.place(code, rings).ok_or(NOT_CLOSED)?;
            topology.places.push(place);
        }
        Ok(topology)
    }
}

const NO_ARC: &str = "a ring names an arc that is not there";
const NOT_CLOSED: &str = "a ring whose arcs do not join";

/// The points of an arc from its differences.
fn walked(arc: &[Step]) -> Option<Vec<Step>> {
    let mut at = [0i32; 2];
    let mut points = Vec::with_capacity(arc.len());
    for step in arc {
        at = [at[0].checked_add(step[0])?, at[1].checked_add(step[1])?];
        let is_near = |value: i32| value.unsigned_abs() < 1 << 20;
        points.push(at);
        (is_near(at[0]) && is_near(at[1])).then_some(())?;
    }
    (points.len() > 1).then_some(points)
}

/// How often rings use each arc; `None` when one is not there.
fn uses(rings: &[Vec<i32>], n_arcs: usize) -> Option<Vec<u8>> {
    let mut uses = vec![0u8; n_arcs];
    for arc in rings.iter().flatten() {
        let count = uses.get_mut(index(*arc))?;
        *count = count.saturating_add(1);
    }
    Some(uses)
}

/// The arc a ring names.
fn index(arc: i32) -> usize {
    (if arc < 0 { !arc } else { arc }) as usize
}

impl Topology {
    /// A province of these rings; `None` when a ring does not close.
    pub(super) fn place(&self, code: String, rings: Vec<Vec<i32>>) -> Option<Place> {
        let mut shapes = Vec::with_capacity(rings.len());
        for ring in &rings {
            let points = self.ring(ring);
            (points.len() > 3 && points.first() == points.last()).then_some(())?;
            shapes.push(points.iter().map(|point| self.plane(*point)).collect());
        }
        let frame = Frame::around(shapes.iter().flatten().copied())?;
        Some(Place { code, rings, shapes, frame })
    }

    fn plane(&self, [x, y]: Step) -> Plane {
        Plane { x: f64::from(x) * self.grid, y: f64::from(y) * self.grid }
    }

    /// Whether each arc of a ring begins where the one before it ends.
    fn is_closed(&self, ring: &[i32]) -> bool {
        let ends = |arc: i32| {
            let steps = self.arcs.get(index(arc))?;
            let (first, last) = (*steps.first()?, *steps.last()?);
            Some(if arc < 0 { (last, first) } else { (first, last) })
        };
        let next = ring.iter().skip(1).chain(ring.first());
        let joins = |(a, b): (&i32, &i32)| Some(ends(*a)?.1 == ends(*b)?.0);
        !ring.is_empty() && ring.iter().zip(next).all(|pair| joins(pair) == Some(true))
    }

    /// The points of a ring, the first again at the end.
    pub(super) fn ring(&self, ring: &[i32]) -> Vec<Step> {
        let mut points: Vec<Step> = Vec::new();
        for arc in ring {
            let Some(steps) = self.arcs.get(index(*arc)) else { continue };
            let skip = usize::from(!points.is_empty());
            if *arc < 0 {
                points.extend(steps.iter().rev().skip(skip));
            } else {
                points.extend(steps.iter().skip(skip));
            }
        }
        points
    }

    /// The place of a code in [`Self::places`].
    #[must_use]
    pub fn find(&self, code: &str) -> Option<usize> {
        self.places.iter().position(|place| place.code == code)
    }

    /// What the `d` of a path says for a province, in steps of the grid.
    #[must_use]
    pub fn path(&self, place: &Place) -> String {
        let mut d = String::new();
        place.rings.iter().for_each(|ring| draw(&self.ring(ring), &mut d));
        d
    }

    /// The borders that fell away on 1 July 2025, as one path in steps of the grid.
    #[must_use]
    pub fn former_borders(&self) -> String {
        let mut d = String::new();
        self.inner.iter().filter_map(|arc| self.arcs.get(*arc)).for_each(|arc| draw(arc, &mut d));
        d
    }

    /// The edge of the country, coast and land border in one path, in steps of the grid.
    #[must_use]
    pub fn outline(&self) -> String {
        let rings: Vec<Vec<i32>> = self.places.iter().flat_map(|p| p.rings.clone()).collect();
        let uses = uses(&rings, self.arcs.len()).unwrap_or_default();
        let mut starts: BTreeMap<Step, Vec<i32>> = BTreeMap::new();
        for arc in rings.iter().flatten().filter(|arc| uses.get(index(**arc)) == Some(&1)) {
            let first = self.ring(&[*arc]).first().copied();
            first.into_iter().for_each(|at| starts.entry(at).or_default().push(*arc));
        }
        let mut d = String::new();
        while let Some(arc) = starts.values_mut().find_map(Vec::pop) {
            let mut ring = self.ring(&[arc]);
            while ring.first() != ring.last() {
                let next = ring.last().and_then(|at| starts.get_mut(at)).and_then(Vec::pop);
                let Some(next) = next else { break };
                ring.extend(self.ring(&[next]).into_iter().skip(1));
            }
            draw(&ring, &mut d);
        }
        d
    }

    /// Provinces that share a border with this one, as places in [`Self::places`].
    #[must_use]
    pub fn neighbours(&self, place: usize) -> Vec<usize> {
        let Some(own) = self.places.get(place) else { return Vec::new() };
        let arcs: Vec<usize> = own.rings.iter().flatten().map(|arc| index(*arc)).collect();
        let shares =
            |other: &Place| other.rings.iter().flatten().any(|a| arcs.contains(&index(*a)));
        let others = self.places.iter().enumerate();
        others.filter(|(i, other)| *i != place && shares(other)).map(|(i, _)| i).collect()
    }

    /// The province a point lies in.
    #[must_use]
    pub fn at(&self, at: Plane) -> Option<usize> {
        self.places.iter().position(|place| place.holds(at))
    }

    /// The province nearest to a point, also from the water, and how far it is in units.
    #[must_use]
    pub fn nearest(&self, at: Plane) -> Option<(usize, f64)> {
        let distances = self.places.iter().map(|place| place.distance(at)).enumerate();
        distances.min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

impl Place {
    /// Whether a point lies inside.
    #[must_use]
    pub fn holds(&self, at: Plane) -> bool {
        let crosses = |side: &[Plane]| {
            let [a, b] = side else { return false };
            (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
        };
        let sides = || self.shapes.iter().flat_map(|ring| ring.windows(2));
        self.frame.holds(at) && sides().filter(|side| crosses(side)).count() % 2 == 1
    }

    /// How far a point lies outside, in units; 0 inside.
    #[must_use]
    pub fn distance(&self, at: Plane) -> f64 {
        if self.holds(at) {
            return 0.0;
        }
        let sides = self.shapes.iter().flat_map(|ring| ring.windows(2));
        sides.map(|side| away(at, side)).fold(f64::INFINITY, f64::min)
    }
}

/// How far a point lies from a stretch of border.
fn away(at: Plane, side: &[Plane]) -> f64 {
    let [a, b] = side else { return f64::INFINITY };
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / length;
    let along = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    at.distance(Plane { x: a.x + along * dx, y: a.y + along * dy })
}

/// Adds points to a path: absolute start, then steps; a ring is closed.
fn draw(points: &[Step], d: &mut String) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    let is_ring = points.len() > 3 && first == last;
    d.push_str(&format!("M{} {}", first[0], first[1]));
    let n = if is_ring { points.len() - 1 } else { points.len() };
    for (i, pair) in points.windows(2).take(n - 1).enumerate() {
        let [from, to] = pair else { continue };
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        if i == 0 {
            d.push('l');
        } else if dx >= 0 {
            d.push(' ');
        }
        d.push_str(&dx.to_string());
        if dy >= 0 {
            d.push(' ');
        }
        d.push_str(&dy.to_string());
    }
    if is_ring {
        d.push('z');
    }
}
