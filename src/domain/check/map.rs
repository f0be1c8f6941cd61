//! The map: complete, both archipelagos in it, and every model where it says it is.

use super::super::atlas::{Anchor, Archipelago, Island, Tile};
use super::super::geometry::{Plane, Position, Topology, UNIT_KM, project};
use super::super::place::Province;
use super::desk::{Desk, Finding, Findings};
use super::kind::ProblemKind;
use super::source::Node;

const MODELS: &str = "shared/models.json";
const TOPOLOGIES: [&str; 2] = ["map/vn-lo.plane.topo.json", "map/vn-mid.plane.topo.json"];
const LABELS: &str = "map/labels.json";
const ISLANDS: &str = "map/islands.json";
const TILES: &str = "map/tiles.json";
/// Both archipelagos: id and the province each belongs to (T12).
const ARCHIPELAGOS: [(&str, &str); 2] = [("hoang-sa", "48"), ("truong-sa", "56")];
/// As many models as the list, its filter and the map are measured for.
const MOST_MODELS: usize = 20_000;
/// Territorial waters: 12 nautical miles.
const WATERS_KM: f64 = 22.0;
/// How far a drawn border may lie from the real one.
const BORDER_KM: f64 = 3.0;
/// No two places on earth are farther apart.
const FARTHEST_KM: f64 = 20_000.0;

/// Checks the map's files against the provinces, and the models against the map.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let provinces: Vec<Province> =
        desk.records("shared/provinces.json", "today.*").into_iter().map(|(_, p)| p).collect();
    let has_all = desk.tree("shared/provinces.json").is_some_and(|root| {
        root.get("today").is_some_and(|today| today.items().len() == provinces.len())
    });
    if has_all {
        complete(desk, &provinces, found);
    }
    let models = desk.tree(MODELS).map(Node::items).unwrap_or_default();
    let Some(land) = desk.records::<Topology>(TOPOLOGIES[1], "").pop().map(|(_, land)| land) else {
        return;
    };
    let sea = Sea::new(desk);
    for node in models {
        let (Some(at), Some(id)) = (node.get("position"), node.get("province")) else { continue };
        let Some(position) = position(desk, at) else { continue };
        let Some(own) = provinces.iter().find(|p| Some(p.id.as_str()) == id.text()) else {
            continue;
        };
        let kind = misplaced(&land, &sea, &provinces, own, project(position));
        kind.into_iter().for_each(|kind| found.of(MODELS, at, kind));
    }
}

/// What is wrong when there are more models than the portal is made for.
pub(super) fn too_many(desk: &Desk) -> Option<Finding> {
    let root = desk.tree(MODELS)?;
    let (count, limit) = (root.items().len(), MOST_MODELS);
    let kind = ProblemKind::TooManyModels { count, limit };
    (count > limit).then(|| Finding { file: MODELS.into(), offset: root.start, kind })
}

fn position(desk: &Desk, node: &Node) -> Option<Position> {
    let text = desk.sources.get(MODELS)?.text.get(node.start..node.end)?;
    serde_json::from_str(text).ok()
}

/// Islands that the borders do not draw: where, and the code of their province.
struct Sea(Vec<(Plane, String)>);

impl Sea {
    fn new(desk: &Desk) -> Self {
        let mut islands = Vec::new();
        for (_, island) in desk.records::<Island>(ISLANDS, "islands.*") {
            let [lon, lat] = island.ll;
            islands.push((project(Position { lon, lat }), island.p));
        }
        for (_, group) in desk.records::<Archipelago>(ISLANDS, "archipelagos.*") {
            islands.extend(group.planes().map(|at| (at, group.p.clone())));
        }
        Self(islands)
    }

    /// Kilometres from a point to the nearest island of a province.
    fn km(&self, code: &str, at: Plane) -> f64 {
        let own = self.0.iter().filter(|(_, of)| of == code);
        own.map(|(island, _)| island.distance(at) * UNIT_KM).fold(f64::INFINITY, f64::min)
    }
}

/// What is wrong with where a model of `own` stands.
///
/// Twelve miles from a province are still its own, whether sea or the land of a neighbour
/// country: the map does not know which borders are coasts.
fn misplaced(
    land: &Topology,
    sea: &Sea,
    provinces: &[Province],
    own: &Province,
    at: Plane,
) -> Option<ProblemKind> {
    let km = |province: &Province| {
        let place = land.places.get(land.find(&province.code)?)?;
        Some((place.distance(at) * UNIT_KM).min(sea.km(&province.code, at)))
    };
    let own_km = km(own)?;
    if own_km <= BORDER_KM {
        return None;
    }
    let others = provinces.iter().filter(|other| other.code != own.code);
    let near = others.filter_map(|other| Some((km(other)?, other)));
    let near = near.min_by(|a, b| a.0.total_cmp(&b.0));
    match near {
        Some((km, other)) if km == 0.0 || km < own_km && own_km > WATERS_KM && km <= WATERS_KM => {
            let (said, found) = (own.name.clone(), other.name.clone());
            Some(ProblemKind::PositionElsewhere { said, found })
        }
        _ if own_km > WATERS_KM => {
            let (province, km) = (own.name.clone(), own_km.min(FARTHEST_KM).round() as u32);
            Some(ProblemKind::PositionOutside { province, km })
        }
        _ => None,
    }
}

/// Every province in every file of the map, and both archipelagos in theirs.
fn complete(desk: &Desk, provinces: &[Province], found: &mut Findings) {
    // A file that does not read is reported by the reader itself.
    let mut lists: Vec<(&str, Vec<String>)> = Vec::new();
    for file in TOPOLOGIES {
        let shapes = desk.records::<Topology>(file, "");
        let codes = shapes.into_iter().flat_map(|(_, shape)| shape.places).map(|place| place.code);
        lists.push((file, codes.collect()));
    }
    let labels = desk.records::<Anchor>(LABELS, "*").into_iter().map(|(_, label)| label.code);
    lists.push((LABELS, labels.collect()));
    let tiles = desk.records::<Tile>(TILES, "tiles.*").into_iter().map(|(_, tile)| tile.code);
    lists.push((TILES, tiles.collect()));
    for (file, codes) in lists {
        let Some(root) = desk.tree(file).filter(|_| !codes.is_empty()) else { continue };
        for province in provinces.iter().filter(|province| !codes.contains(&province.code)) {
            found.of(file, root, ProblemKind::MapLacks { name: province.name.clone() });
        }
    }
    let groups = desk.records::<Archipelago>(ISLANDS, "archipelagos.*");
    for (id, code) in ARCHIPELAGOS {
        let name = || ProblemKind::MapLacks { name: id.into() };
        let is_there =
            groups.iter().any(|(_, one)| one.id == id && one.p == code && !one.points.is_empty());
        if let Some(root) = desk.tree(ISLANDS).filter(|_| !is_there) {
            found.of(ISLANDS, root.seek("archipelagos"), name());
        }
        if let Some(root) = desk.tree(TILES).filter(|r| r.get("archipelagos").is_some())
            && root.get("archipelagos").and_then(|all| all.get(id)).is_none()
        {
            found.of(TILES, root.seek("archipelagos"), name());
        }
    }
}
