//! Names on the map: which fit and where, decided once, before anybody looks.
//!
//! The first name chooses first. A name stands below, above, right or left of its
//! province's number, in one line or two, where it touches no number, box or other name
//! and lies on its own province or on the sea.

use super::super::super::atlas::{Anchor, Atlas};
use super::super::super::geometry::{Frame, Plane};

/// How wide a letter is, in letter heights.
const LETTER: f64 = 0.56;
const LINE: f64 = 1.15;
/// Free space between names, in letter heights.
const SPACE: f64 = 0.15;

/// A name in its place.
pub(super) struct Name {
    pub(super) code: String,
    /// The middle of each line's foot, and its words.
    pub(super) lines: Vec<(Plane, String)>,
}

/// How large letters and numbers are drawn, in units.
#[derive(Clone, Copy)]
pub(super) struct Print {
    pub(super) letters: f64,
    /// Radius of the circle around a number.
    pub(super) badge: f64,
}

/// The names that fit: `names` are codes, names and whether a name may lie on a neighbour's
/// land, the most wanted first; `taken` must stay free.
pub(super) fn fitting(
    atlas: &Atlas,
    names: &[(&str, &str, bool)],
    taken: &[Frame],
    print: Print,
) -> Vec<Name> {
    let anchors: Vec<(&Anchor, &str, bool)> = names
        .iter()
        .filter_map(|(code, name, bold)| Some((atlas.anchor(code)?, *name, *bold)))
        .collect();
    let badge = |anchor: &Anchor| Frame {
        x: anchor.x - print.badge,
        y: anchor.y - print.badge,
        w: print.badge * 2.0,
        h: print.badge * 2.0,
    };
    let mut taken: Vec<Frame> = taken.to_vec();
    taken.extend(anchors.iter().map(|(anchor, ..)| badge(anchor)));
    let mut found = Vec::new();
    for (anchor, name, is_bold) in anchors {
        let forms = [vec![name.to_owned()], halves(name)];
        let forms = forms.iter().filter(|lines| !lines.is_empty());
        let places: Vec<(&Vec<String>, Frame)> = forms
            .flat_map(|lines| {
                let spots = spots(anchor.plane(), size(lines, print), print);
                spots.map(|spot| (lines, spot))
            })
            .filter(|(_, spot)| {
                Frame::PHONE.covers(*spot) && !taken.iter().any(|other| other.overlaps(*spot))
            })
            .collect();
        let on_own = places.iter().find(|(_, spot)| is_on_own_land(atlas, &anchor.code, *spot));
        let chosen = on_own.or(places.first().filter(|_| is_bold));
        if let Some((lines, spot)) = chosen {
            found.push(Name { code: anchor.code.clone(), lines: set(lines, *spot, print) });
            taken.push(spot.grown(SPACE * print.letters));
        }
    }
    found
}

/// A long name in two lines, parted at the space nearest to its middle.
fn halves(name: &str) -> Vec<String> {
    let length = name.chars().count();
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    let from_middle = |at: &usize| {
        let before = name.get(..*at).map_or(0, |text| text.chars().count());
        before.abs_diff(length / 2)
    };
    let parted = spaces.min_by_key(from_middle).and_then(|at| name.split_at_checked(at));
    parted.map_or(Vec::new(), |(first, rest)| vec![first.into(), rest.trim_start().into()])
}

fn size(lines: &[String], print: Print) -> (f64, f64) {
    let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    let height = lines.len() as f64 * print.letters * LINE;
    (letters as f64 * print.letters * LETTER, height)
}

/// Below, above, right and left of a number.
fn spots(at: Plane, (w, h): (f64, f64), print: Print) -> [Frame; 4] {
    let frame = |x: f64, y: f64| Frame { x, y, w, h };
    let gap = print.badge + 0.5;
    let aside = print.badge + SPACE * print.letters;
    [
        frame(at.x - w / 2.0, at.y + gap),
        frame(at.x - w / 2.0, at.y - gap - h),
        frame(at.x + aside, at.y - h / 2.0),
        frame(at.x - aside - w, at.y - h / 2.0),
    ]
}

/// Whether the middle and a good part of the line lie on the province itself or on the sea.
fn is_on_own_land(atlas: &Atlas, code: &str, spot: Frame) -> bool {
    let own = atlas.low.find(code);
    let y = spot.centre().y;
    let is_own = |share: f64| {
        let land = atlas.low.at(Plane { x: spot.x + spot.w * share, y });
        land.is_none() || land == own
    };
    let n_own = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().filter(|share| is_own(*share)).count();
    is_own(0.5) && n_own >= 2
}

fn set(lines: &[String], spot: Frame, print: Print) -> Vec<(Plane, String)> {
    let x = spot.centre().x;
    let foot = |line: usize| spot.y + (line as f64 * LINE + 0.87) * print.letters;
    let set = |(line, text): (usize, &String)| (Plane { x, y: foot(line) }, text.clone());
    lines.iter().enumerate().map(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_part_in_the_middle() {
        assert_eq!(halves("TP. Ho Chi Minh"), ["TP. Ho", "Chi Minh"]);
        assert!(halves("Hue").is_empty());
    }
}
