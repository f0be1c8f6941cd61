//! The tile map: every province a tile of the same size, near its real neighbours.

use super::super::super::page::Span;
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Composer;

impl Composer<'_> {
    /// The tiles in rows from north to south, both archipelagos among them.
    ///
    /// Rows follow from columns: a tile whose column is not right of the last one opens a
    /// new row, so a style sheet needs the column alone (`data-order`).
    #[must_use]
    pub fn tile_map(&self) -> Element {
        let tiles = &self.library.atlas.tiles;
        let levels = self.models_measure().levels;
        let mut placed: Vec<([u16; 2], Element)> = Vec::new();
        for (province, level) in self.library.provinces.today.iter().zip(levels) {
            let Some(tile) = tiles.tiles.iter().find(|t| t.code == province.code) else { continue };
            let count = self.model_count(&province.id);
            let short = Element::of("strong", "tile__abbr").with("aria-hidden", "true");
            let number = Element::of("span", "tile__count").with("data-count", "bare");
            let number = number.text(&count.to_string());
            let number = number.with("aria-hidden", "true");
            let words = Element::new("span").with("data-count", "").text(&self.count_words(count));
            let words = Element::of("span", "hidden").text(": ").child(words);
            let link = Element::of("a", "tile")
                .with("href", self.to(Route::Province(province.id.clone())))
                .with("data-level", level)
                .child(short.text(&tile.abbr))
                .child(Element::of("span", "tile__name").text(self.province_name(province)))
                .child(words)
                .child(number);
            let item = Element::new("li").with("data-order", tile.col);
            placed.push(([tile.row, tile.col], item.with("data-code", &tile.code).child(link)));
        }
        for (id, province) in self.archipelagos() {
            let Some(place) = tiles.archipelagos.get(id) else { continue };
            let (name, unit) = self.archipelago_words(id);
            let link = Element::of("a", "tile tile--isles")
                .with("href", self.to(Route::Province(province.id.clone())))
                .child(Element::of("span", "tile__name").text(name))
                .span(Span::T(" ".into()))
                .child(Element::of("span", "tile__name quiet").text(unit));
            let item = Element::new("li").with("data-order", place[1]);
            placed.push((*place, item.with("data-box", id).child(link)));
        }
        placed.sort_by_key(|(place, _)| *place);
        let list = Element::of("ul", "tiles").with("data-part", "tiles");
        let list = list.with("aria-label", &self.map_words().tiles_title);
        let list = list.children(placed.into_iter().map(|(_, item)| item));
        Element::of("div", "scroll").child(list)
    }
}
