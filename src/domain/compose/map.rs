//! The map page, and the maps that other pages borrow.

mod figure;
mod measures;
mod names;
mod thumb;
mod tiles;

use super::super::geometry::Plane;
use super::super::interface::{MapWords, fill};
use super::super::page::{Block, Page, Span};
use super::super::place::Province;
use super::super::route::Route;
use super::super::tree::Element;
use super::explainer::section;
use super::{Composer, Draft};

/// Ids of the archipelagos in the map's files, and their names in drawings.
const HOANG_SA: &str = "hoang-sa";
const TRUONG_SA: &str = "truong-sa";

impl<'a> Composer<'a> {
    fn map_words(&self) -> &'a MapWords {
        &self.words().map
    }

    /// A province's name in the language of the page.
    #[must_use]
    pub fn province_name(&self, province: &'a Province) -> &'a str {
        let default = self.library.edition.languages.default_code();
        if self.pack.lang == default { &province.name } else { &province.name_en }
    }

    fn province_of_code(&self, code: &str) -> Option<&'a Province> {
        self.library.provinces.today.iter().find(|province| province.code == code)
    }

    /// How many models a province has.
    #[must_use]
    pub fn model_count(&self, province: &str) -> usize {
        self.library.models.iter().filter(|model| model.province == province).count()
    }

    fn count_words(&self, count: usize) -> String {
        let words = self.map_words();
        match count {
            0 => words.count_none.clone(),
            1 => words.count_one.clone(),
            n => fill(&words.count, "n", &n.to_string()),
        }
    }

    /// Name and unit of an archipelago.
    fn archipelago_words(&self, id: &str) -> (&'a str, &'a str) {
        let words = self.map_words();
        match id {
            HOANG_SA => (&words.hoang_sa, &words.hoang_sa_of),
            _ => (&words.truong_sa, &words.truong_sa_of),
        }
    }

    /// The archipelagos and the provinces they belong to.
    fn archipelagos(&self) -> Vec<(&'a str, &'a Province)> {
        let all = self.library.atlas.islands.archipelagos.iter();
        all.filter_map(|one| Some((one.id.as_str(), self.province_of_code(&one.p)?))).collect()
    }

    /// The same map as words: provinces by region with their counts, both archipelagos
    /// beside the provinces they belong to.
    #[must_use]
    pub fn province_list(&self) -> Element {
        let archipelagos = self.archipelagos();
        let mut list = Element::of("div", "places").with("data-part", "places");
        for region in &self.library.atlas.regions {
            let mut provinces: Vec<&Province> =
                self.library.provinces.today.iter().filter(|p| p.region == region.id).collect();
            provinces.sort_by_cached_key(|p| super::super::fold::fold(self.province_name(p)));
            let mut items = Element::of("ul", "places__list");
            for province in provinces {
                items = items.child(self.province_item(province));
                for (id, _) in archipelagos.iter().filter(|(_, of)| of.id == province.id) {
                    let (name, unit) = self.archipelago_words(id);
                    let to = self.to(Route::Province(province.id.clone()));
                    let link = Span::A(to, [name, " ", unit].concat());
                    items = items.child(Element::new("li").with("data-box", id).span(link));
                }
            }
            let title = Element::of("h3", "title-s").text(region.name(&self.pack.lang));
            list = list.child(Element::new("div").child(title).child(items));
        }
        list
    }

    fn province_item(&self, province: &'a Province) -> Element {
        let to = self.to(Route::Province(province.id.clone()));
        let link = Span::A(to, self.province_name(province).into());
        let count = self.count_words(self.model_count(&province.id));
        let count = Element::of("span", "quiet").with("data-count", "").text(&count);
        Element::new("li").with("data-code", &province.code).span(link).text(" ").child(count)
    }
}

impl Draft<'_> {
    pub(super) fn map(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("map")?;
        let words = &self.words().map;
        let composer = self.composer;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        let names = &self.words().models;
        let title = |text: &str, class: &str| Element::of("h2", class).text(text);
        let list = Element::of("section", "stack")
            .with("id", "list")
            .child(title(&names.list_title, ""))
            .child(composer.list(&Route::Map));
        let figure = Element::of("section", "stack")
            .with("id", "map")
            .child(title(&words.map_title, "hidden"))
            .child(composer.map_figure())
            .child(Element::of("p", "small quiet").text(&names.map_note));
        let both = Element::of("div", "atlas").child(list).child(figure);
        blocks.push(Block::Tree(both));
        let tiles = vec![
            Block::Small(vec![Span::T(words.tiles_note.clone())]),
            Block::Tree(composer.tile_map()),
        ];
        blocks.push(section("tiles", &words.tiles_title, "", "", tiles));
        let list = vec![Block::Tree(composer.province_list())];
        blocks.push(section("places", &words.list_title, "", "", list));
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }
}

/// Text in a drawing.
fn label(at: Plane, text: &str) -> Element {
    use super::super::geometry::short;
    Element::new("text").with("x", short(at.x)).with("y", short(at.y)).text(text)
}
