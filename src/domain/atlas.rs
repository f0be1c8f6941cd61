//! The map's content beside its borders, and what the map's program is given.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::geometry::{Frame, Plane, Position, Topology, project};
use super::wire::wire_rows;

/// A row of `map/labels.json`: the point of a province that lies deepest inside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    pub code: String,
    pub name: String,
    /// Units of the frame.
    pub x: f64,
    pub y: f64,
    /// Units from there to the nearest border.
    pub r: f64,
    pub lon: f64,
    pub lat: f64,
}

impl Anchor {
    /// Where it lies in the frame.
    #[must_use]
    pub fn plane(&self) -> Plane {
        Plane { x: self.x, y: self.y }
    }
}

/// `map/islands.json`: small islands, and the two archipelagos.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Islands {
    pub islands: Vec<Island>,
    pub archipelagos: Vec<Archipelago>,
}

/// An island unit that is too small to be drawn as a shape everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Island {
    pub id: String,
    pub name: String,
    /// Code of its province.
    pub p: String,
    /// Longitude and latitude.
    pub ll: [f64; 2],
}

/// Hoang Sa (Da Nang) or Truong Sa (Khanh Hoa).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Archipelago {
    pub id: String,
    pub name: String,
    /// The unit it is, with its province.
    pub unit: String,
    /// Code of its province.
    pub p: String,
    /// West, south, east, north.
    pub bbox: [f64; 4],
    /// Longitude and latitude of its label.
    pub anchor: [f64; 2],
    /// Longitude, latitude and name of each island.
    pub points: Vec<(f64, f64, String)>,
}

impl Archipelago {
    /// Its islands in the frame.
    pub fn planes(&self) -> impl Iterator<Item = Plane> {
        self.points.iter().map(|(lon, lat, _)| project(Position { lon: *lon, lat: *lat }))
    }
}

/// `map/tiles.json`: a tile of the grid for each province.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tiles {
    pub cols: u16,
    pub rows: u16,
    pub tiles: Vec<Tile>,
    /// Row and column of each archipelago, from 1.
    pub archipelagos: BTreeMap<String, [u16; 2]>,
}

/// A tile; rows and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tile {
    pub code: String,
    pub name: String,
    pub abbr: String,
    pub row: u16,
    pub col: u16,
}

/// A row of `shared/regions.json`: one of the six regions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: String,
    pub vi: String,
    pub en: String,
}

impl Region {
    /// The name in a language.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        if lang == "vi" { &self.vi } else { &self.en }
    }
}

/// Everything a map is drawn from.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// Plain borders, for whole-country maps.
    pub low: Topology,
    /// Finer borders, for telling where a point lies.
    pub mid: Topology,
    pub anchors: Vec<Anchor>,
    pub islands: Islands,
    pub tiles: Tiles,
    pub regions: Vec<Region>,
}

impl Atlas {
    /// The label point of the province of this code.
    #[must_use]
    pub fn anchor(&self, code: &str) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.code == code)
    }

    /// The archipelago of this id.
    #[must_use]
    pub fn archipelago(&self, id: &str) -> Option<&Archipelago> {
        self.islands.archipelagos.iter().find(|archipelago| archipelago.id == id)
    }
}

/// A frame in tenths of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    pub x: u16,
    pub y: u16,
    pub w: u16,
    pub h: u16,
}

impl Extent {
    /// The frame it stands for.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let unit = |tenths: u16| f64::from(tenths) / 10.0;
        Frame { x: unit(self.x), y: unit(self.y), w: unit(self.w), h: unit(self.h) }
    }
}

/// A province as the map's program knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtlasProvince {
    pub id: String,
    pub code: String,
    pub name: String,
    /// Id of its region.
    pub region: String,
    /// Label point, in tenths of units.
    pub x: u16,
    pub y: u16,
    pub extent: Extent,
    /// Indexes in the list of provinces.
    pub neighbours: Vec<u16>,
}

/// What the map can be coloured by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub key: String,
    pub title: String,
    /// Base, date, source and strength, in words.
    pub note: String,
    /// What each level means, from the lightest; one more at the end for "no data" where
    /// some level is 9.
    pub classes: Vec<String>,
    /// Level of each province, in the order of the provinces; 9: no data.
    pub levels: Vec<u16>,
}

wire_rows! {
    Extent { x, y, w, h }
    AtlasProvince { id, code, name, region, x, y, extent, neighbours }
    Measure { key, title, note, classes, levels }
}

#[cfg(test)]
mod tests {
    use super::super::wire::{from_json, to_json};
    use super::*;

    #[test]
    fn what_the_program_is_given_reads_back_as_it_was_sent() {
        let extent = Extent { x: 10, y: 20, w: 305, h: 40 };
        assert_eq!(extent.frame(), Frame { x: 1.0, y: 2.0, w: 30.5, h: 4.0 });
        let province = AtlasProvince {
            id: "hue".into(),
            code: "46".into(),
            name: "Hu\u{1ebf}".into(),
            region: "bac-trung-bo".into(),
            x: 3424,
            y: 4541,
            extent,
            neighbours: vec![18, 20],
        };
        let measure = Measure {
            key: "models".into(),
            title: "t".into(),
            note: "n".into(),
            classes: vec!["a".into(), "b".into()],
            levels: vec![0, 9],
        };
        let sent = (vec![province], vec![measure]);
        let read: Option<(Vec<AtlasProvince>, Vec<Measure>)> = from_json(&to_json(&sent));
        assert_eq!(read, Some(sent));
    }
}
