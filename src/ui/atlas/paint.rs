//! The map's colours and their legend.

use super::make::{make, put};
use super::map::Map;

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
            let level = match level.unwrap_or(NO_DATA) {
                NO_DATA => String::from("none"),
                level => level.to_string(),
            };
            let _ = land.set_attribute("data-level", &level);
        }
        let part = |name: &str| {
            let selector = ["[data-part=\"", name, "\"]"].concat();
            self.figure.query_selector(&selector).ok().flatten()
        };
        if let Some(title) = part("measure") {
            title.set_text_content(Some(&measure.title));
        }
        if let Some(note) = part("note") {
            note.set_text_content(Some(&measure.note));
        }
        if let Some(legend) = part("legend") {
            legend.set_text_content(None);
            let n_levels = measure.levels.iter().filter(|level| **level != NO_DATA).max();
            let n_levels = n_levels.map_or(0, |most| usize::from(*most) + 1);
            for (level, class) in measure.classes.iter().enumerate() {
                let swatch = make("span", "swatch", "");
                let is_gap = level >= n_levels.max(measure.classes.len().min(5));
                let level = if is_gap { "none".into() } else { level.to_string() };
                let _ = swatch.set_attribute("data-level", &level);
                let item = make("li", "", "");
                put(&item, &[&swatch, &make("span", "", class)]);
                put(&legend, &[&item]);
            }
        }
    }
}
