//! Frames: the part of the plane that is looked at.

use super::Plane;
use crate::domain::digits::digits;

/// A rectangle of the plane, in units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Frame {
    /// The official extent: mainland, Hoang Sa and Truong Sa at their true place.
    pub const FULL: Self = Self { x: 0.0, y: 0.0, w: 1000.0, h: 1188.0 };
    /// The mainland, as phones see it first; the archipelagos stand in two boxes.
    pub const PHONE: Self = Self { x: 24.0, y: 2.0, w: 520.0, h: 950.0 };

    /// The smallest frame around points; `None` without points.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = Plane>) -> Option<Self> {
        let one = |at: Plane| Self { x: at.x, y: at.y, w: 0.0, h: 0.0 };
        points.into_iter().map(one).reduce(Self::union)
    }

    /// The smallest frame around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.w).max(other.x + other.w);
        let bottom = (self.y + self.h).max(other.y + other.h);
        Self { x, y, w: right - x, h: bottom - y }
    }

    /// The frame with a margin all around.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        let (w, h) = (self.w + 2.0 * margin, self.h + 2.0 * margin);
        Self { x: self.x - margin, y: self.y - margin, w, h }
    }

    /// Whether a point lies inside or on the edge.
    #[must_use]
    pub fn holds(self, at: Plane) -> bool {
        (self.x..=self.x + self.w).contains(&at.x) && (self.y..=self.y + self.h).contains(&at.y)
    }

    /// Whether all of another frame lies inside.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.union(other) == self
    }

    /// Whether two frames share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// The point in the middle.
    #[must_use]
    pub fn centre(self) -> Plane {
        Plane { x: self.x + self.w / 2.0, y: self.y + self.h / 2.0 }
    }

    /// The smallest frame around this one with the proportions of another.
    #[must_use]
    pub fn shaped_like(self, other: Self) -> Self {
        let scale = (self.w / other.w).max(self.h / other.h);
        let (w, h) = (other.w * scale, other.h * scale);
        let Plane { x, y } = self.centre();
        Self { x: x - w / 2.0, y: y - h / 2.0, w, h }
    }

    /// The frame made `factor` times as large (below 1: nearer); `about` stays in its place.
    #[must_use]
    pub fn scaled(self, factor: f64, about: Plane) -> Self {
        Self {
            x: about.x - (about.x - self.x) * factor,
            y: about.y - (about.y - self.y) * factor,
            w: self.w * factor,
            h: self.h * factor,
        }
    }

    /// The frame moved, and where it is too large shrunk, so that it lies inside `outer`.
    #[must_use]
    pub fn inside(self, outer: Self) -> Self {
        let scale = (outer.w / self.w).min(outer.h / self.h).min(1.0);
        let (w, h) = (self.w * scale, self.h * scale);
        let Plane { x, y } = self.centre();
        Self {
            x: (x - w / 2.0).min(outer.x + outer.w - w).max(outer.x),
            y: (y - h / 2.0).min(outer.y + outer.h - h).max(outer.y),
            w,
            h,
        }
    }

    /// What a `viewBox` says: `24 2 520 950`.
    #[must_use]
    pub fn view_box(self) -> String {
        let [x, y, w, h] = [self.x, self.y, self.w, self.h].map(short);
        [&x, " ", &y, " ", &w, " ", &h].concat()
    }

    /// What a `transform` says so that a drawing made for the view `home` keeps its place and
    /// size on the screen while this frame is looked at: how the boxes of Hoang Sa and Truong
    /// Sa stay in sight at every zoom. Both frames have the same proportions.
    #[must_use]
    pub fn pin(self, home: Self) -> String {
        let scale = self.w / home.w;
        let (x, y) = (self.x - home.x * scale, self.y - home.y * scale);
        ["translate(", &short(x), " ", &short(y), ") scale(", &decimals(scale, 4), ")"].concat()
    }
}

/// A number for an attribute of a drawing: at most one decimal, no trailing zero.
#[must_use]
pub fn short(value: f64) -> String {
    decimals(value, 1)
}

/// A number with at most so many decimals.
///
/// By whole numbers: the general printing of fractions is 15 kB of the program.
#[must_use]
pub fn decimals(value: f64, most: u32) -> String {
    let unit = 10_u32.pow(most);
    let scaled = (value.abs() * f64::from(unit)).round() as u32;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, part) = (digits((scaled / unit) as usize), scaled % unit);
    if part == 0 {
        return [sign, &whole].concat();
    }
    let part = digits((unit + part) as usize);
    [sign, &whole, ".", part.get(1..).unwrap_or("").trim_end_matches('0')].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Frame = Frame { x: 0.0, y: 0.0, w: 10.0, h: 20.0 };

    #[test]
    fn frames_grow_around_what_they_hold() {
        let points = [Plane { x: 3.0, y: 4.0 }, Plane { x: -1.0, y: 9.0 }];
        let around = Frame::around(points).unwrap();
        assert_eq!(around, Frame { x: -1.0, y: 4.0, w: 4.0, h: 5.0 });
        assert!(points.into_iter().all(|at| around.holds(at)));
        assert!(around.grown(1.0).covers(around) && !around.covers(around.grown(1.0)));
        assert_eq!(Frame::around([]), None);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_finger() {
        let near = UNIT.scaled(0.5, Plane { x: 2.0, y: 4.0 });
        assert_eq!(near, Frame { x: 1.0, y: 2.0, w: 5.0, h: 10.0 });
        let far = near.scaled(8.0, near.centre()).inside(UNIT);
        assert_eq!(far, UNIT);
    }

    #[test]
    fn a_frame_takes_the_shape_of_another_and_stays_around() {
        let wide = Frame { x: 2.0, y: 3.0, w: 8.0, h: 2.0 };
        let shaped = wide.shaped_like(UNIT);
        assert!(shaped.covers(wide));
        assert!((shaped.h / shaped.w - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_pinned_box_keeps_its_place_on_the_screen() {
        let (home, view) = (Frame::PHONE, Frame::PHONE.scaled(0.25, Plane { x: 300.0, y: 500.0 }));
        let scale = view.w / home.w;
        let at = Plane { x: 376.0, y: 332.0 };
        let pinned = at.x * scale + (view.x - home.x * scale);
        assert!(((pinned - view.x) / view.w - (at.x - home.x) / home.w).abs() < 1e-9);
        assert_eq!(home.pin(home), "translate(0 0) scale(1)");
        assert!(view.pin(home).ends_with("scale(0.25)"));
    }

    #[test]
    fn numbers_of_drawings_are_short() {
        assert_eq!(Frame::PHONE.view_box(), "24 2 520 950");
        assert_eq!([12.34, -0.04, 100.0, -7.5].map(short), ["12.3", "0", "100", "-7.5"]);
        assert_eq!(
            [0.25, 0.1111, 1.0701, 0.0005].map(|v| decimals(v, 4)),
            ["0.25", "0.1111", "1.0701", "0.0005"]
        );
    }
}
