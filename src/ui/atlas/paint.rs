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
            let has_gaps = measure.levels.contains(&NO_DATA);
            let n_shades = measure.classes.len() - usize::from(has_gaps);
            for (level, class) in measure.classes.iter().enumerate() {
                let swatch = make("span", "swatch", "");
                let level = if level < n_shades { level.to_string() } else { "none".into() };
                let _ = swatch.set_attribute("data-level", &level);
                let item = make("li", "", "");
                put(&item, &[&swatch, &make("span", "", class)]);
                put(&legend, &[&item]);
            }
        }
    }
}
