//! The plane of the map: places on the earth, frames, and the shapes drawn in it.

mod frame;
mod simplify;
mod topology;

use serde::{Deserialize, Serialize};
use std::f64::consts::{FRAC_PI_4, PI};

pub use frame::{Frame, decimals, short};
pub use topology::{Place, Topology, TopologyFile};

/// A point on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub lon: f64,
    pub lat: f64,
}

impl Eq for Position {}

/// A point of the map's frame: 1000 units wide, 1188 high, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    pub x: f64,
    pub y: f64,
}

/// Kilometres of one unit, the same in every direction (the projection is conformal).
pub const UNIT_KM: f64 = 1.8;

// The conic of the national administrative map (Circular 47/2014/TT-BTNMT, article 5.1):
// standard parallels 11 and 21 degrees north, meridian 108 degrees east; fitted to the
// official extent 102-118 degrees east, 4.5-23.5 degrees north (article 13.1).
const MERIDIAN: f64 = 108.0;
const CONE: f64 = 0.275_988_288_724_274_33;
const RADIUS: f64 = 3.751_544_537_406_401;
const ORIGIN: f64 = 3.679_895_459_560_931;
const SCALE: f64 = 3_535.517_769_978_729;
const LEFT: f64 = -0.106_082_910_260_057_13;
const TOP: f64 = 0.344_818_786_003_91;

/// Where a place lies in the map's frame.
#[must_use]
pub fn project(place: Position) -> Plane {
    let radius = RADIUS / (FRAC_PI_4 + place.lat * PI / 360.0).tan().powf(CONE);
    let angle = CONE * (place.lon - MERIDIAN) * PI / 180.0;
    Plane {
        x: (radius * angle.sin() - LEFT) * SCALE,
        y: (TOP - ORIGIN + radius * angle.cos()) * SCALE,
    }
}

impl Plane {
    /// How far another point is, in units.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point in tenths of units, as page data carry it.
    #[must_use]
    pub fn tenths(self) -> (u16, u16) {
        (tenths(self.x), tenths(self.y))
    }
}

/// A length in tenths of units; what lies left of or above the frame is 0.
#[must_use]
pub fn tenths(units: f64) -> u16 {
    (units * 10.0).round().clamp(0.0, f64::from(u16::MAX)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lon: f64, lat: f64, x: f64, y: f64) {
        let at = project(Position { lon, lat });
        assert!((at.x - x).abs() < 0.006 && (at.y - y).abs() < 0.006, "{at:?}");
    }

    #[test]
    fn places_lie_where_the_official_projection_puts_them() {
        check(105.8542, 21.0285, 251.46, 165.91);
        check(106.7009, 10.7769, 296.28, 797.33);
        check(108.2208, 16.0678, 388.10, 471.88);
        check(112.0, 16.5, 610.81, 443.05);
        check(114.3, 9.7, 759.04, 858.28);
    }

    #[test]
    fn one_unit_is_nearly_as_long_in_the_north_as_in_the_south() {
        for lat in [8.5, 16.0, 23.0] {
            let here = project(Position { lon: 105.0, lat });
            let north = project(Position { lon: 105.0, lat: lat + 0.1 });
            let km = 0.1 * 111.19 / here.distance(north);
            assert!((km - UNIT_KM).abs() < 0.03, "{lat}: {km}");
        }
    }

    #[test]
    fn tenths_stay_in_range() {
        assert_eq!(Plane { x: -3.0, y: 12.34 }.tenths(), (0, 123));
        assert_eq!(tenths(f64::NAN), 0);
        assert_eq!(tenths(1e9), u16::MAX);
    }
}
