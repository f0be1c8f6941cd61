//! The list of all provinces, by region, and the way from every old name.

use super::super::super::fold::fold as folded;
use super::super::super::interface::fill;
use super::super::super::page::{Block, Page, Row};
use super::super::super::place::{FormerProvince, Province};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::{plain, row, section};
use super::Place;

impl<'a> Draft<'a> {
    pub(in super::super) fn provinces(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("provinces")?;
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Search];
        let library = self.library();
        for region in &library.atlas.regions {
            let own = library.provinces.today.iter().filter(|p| p.region == region.id);
            let cards: Vec<Element> = own.map(|province| self.province_card(province)).collect();
            let title = [region.name(&self.pack().lang), " (", &cards.len().to_string(), ")"];
            let grid = Element::of("ul", "grid grid--m").children(cards);
            blocks.push(section(&region.id, &title.concat(), "", "", vec![Block::Tree(grid)]));
        }
        blocks.push(self.islands());
        blocks.push(self.former_provinces());
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    fn province_card(&self, province: &'a Province) -> Element {
        let words = &self.words().province_page;
        let place = Place { province, units: self.library().provinces.units(province) };
        let to = self.composer.to(Route::Province(province.id.clone()));
        let name = province.name(&self.pack().lang);
        let link = Element::of("a", "card__link row__name").with("href", to).text(name);
        let names = super::joined(self.words(), place.units.iter().map(|unit| &unit.name));
        let origin = match place.is_merged() {
            true => fill(&words.merged_short, "names", &names),
            false => words.same_short.clone(),
        };
        let count = self.models_of(&province.id).len();
        let models = match count {
            0 => words.no_models.clone(),
            count => fill(&words.model_count, "n", &count.to_string()),
        };
        Element::of("li", "card card--pair")
            .with("id", &province.id)
            .child(Element::of("p", "small quiet").text(self.kind_word(province)))
            .child(Element::new("p").child(link))
            .child(Element::of("p", "small").text(&origin))
            .child(Element::of("p", "small quiet").text(&models))
    }

    /// The two archipelagos, each with the place it belongs to (T12).
    fn islands(&self) -> Block {
        let words = &self.words().province_page;
        let islands = [
            ("hoang-sa", "da-nang", &words.hoang_sa, &words.hoang_sa_text),
            ("truong-sa", "khanh-hoa", &words.truong_sa, &words.truong_sa_text),
        ];
        let rows = islands.map(|(id, province, title, text)| Row {
            id: id.into(),
            to: self.composer.to(Route::Province(province.into())),
            icon: "pin".into(),
            title: title.clone(),
            text: plain(text),
            ..row()
        });
        section("islands", &words.islands, "", "", vec![Block::Rows(rows.into())])
    }

    /// Old names in the order of letters, each leading to where it lies today.
    fn former_provinces(&self) -> Block {
        let provinces = &self.library().provinces;
        let words = &self.words().province_page;
        let mut former: Vec<(&FormerProvince, &Province)> = provinces
            .former
            .iter()
            .filter_map(|unit| Some((unit, provinces.today_of(&unit.id)?)))
            .filter(|(unit, today)| unit.name != today.name)
            .collect();
        former.sort_by_cached_key(|(unit, _)| folded(&unit.name));
        let title = fill(&words.former_names, "n", &former.len().to_string());
        let items = former.into_iter().map(|(unit, today)| {
            let route = Route::Province(today.id.clone());
            let to = self.composer.to_fragment(route, &unit.id);
            let name = today.name(&self.pack().lang);
            let today = [" ", &words.now_in, " ", name].concat();
            let link = Element::new("a").with("href", to).text(&unit.name);
            Element::new("li").child(link).child(Element::of("span", "quiet").text(&today))
        });
        let list = Element::of("ul", "grid grid--m names").children(items);
        section("former", &title, "", "", vec![Block::Tree(list)])
    }
}
