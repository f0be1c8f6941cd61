//! The map's colours and their legend.

use super::make::{by, make, put};
use super::map::Map;
use crate::domain::digits::digits;

/// Level of a province without data.
const NO_DATA: u16 = 9;

impl Map {
    /// Colours the provinces by a measure and says so in the legend.
    pub(super) fn paint(&self, key: &str) {
        let Some(measure) = self.places.measures.iter().find(|measure| measure.key == key) else {
            return;
        };
        for (index, land) in self.lands() {
            let level = index.and_then(|index| measure.levels.get(index)).copied();
            land.set("data-level", &shade(level.unwrap_or(NO_DATA), NO_DATA));
        }
        for (name, text) in [("measure", &measure.title), ("note", &measure.note)] {
            if let Some(part) = by(&self.figure, "[data-part", name) {
                part.set_text(text);
            }
        }
        if let Some(legend) = by(&self.figure, "[data-part", "legend") {
            legend.set_text("");
            let has_gaps = measure.levels.contains(&NO_DATA);
            let n_shades = measure.classes.len() as u16 - u16::from(has_gaps);
            for (level, class) in (0..).zip(&measure.classes) {
                let swatch = make("span", "swatch", "");
                swatch.set("data-level", &shade(level, n_shades));
                let item = make("li", "", "");
                put(&item, &[&swatch, &make("span", "", class)]);
                put(&legend, &[&item]);
            }
        }
    }
}

/// What a level is called: from `none` on there are no data.
fn shade(level: u16, none: u16) -> String {
    if level < none { digits(usize::from(level)) } else { "none".into() }
}
