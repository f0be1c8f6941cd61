//! The communes of a province and what each was made of: the way from an old name.

use super::super::super::commune::{Commune, Origin};
use super::super::super::interface::fill;
use super::super::super::page::{Block, Header, Link, Page};
use super::super::super::passport::{date_words, source_words};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::plain;
use super::super::indicators::TableWords;

impl<'a> Draft<'a> {
    /// The page of a province's communes.
    pub(in super::super) fn communes(&mut self, slug: &str) -> Option<Page> {
        let library = self.library();
        let province = library.provinces.today.iter().find(|province| province.id == slug)?;
        let communes = library.communes.provinces.get(slug)?;
        let words = &self.words().province_page;
        let name = province.name(&self.pack().lang);
        let date = date_words(self.words(), library.communes.valid_from);
        let title = fill(&words.communes_title, "name", name);
        let has_zones = communes.iter().any(Commune::is_zone);
        let text = if has_zones { &words.communes_text_zones } else { &words.communes_text };
        let text = fill(text, "n", &communes.len().to_string());
        let text = fill(&fill(&text, "date", &date), "name", name);
        let rows = communes.iter().map(|commune| self.commune_row(commune)).collect();
        let columns = [("name", words.commune_now.as_str()), ("", words.commune_before.as_str())];
        let texts = TableWords {
            title: &title,
            class: "numbers",
            filter: &words.communes_filter,
            none: &words.communes_none,
        };
        let table = self.table("communes", &texts, &columns, rows);
        let back = Link {
            to: self.composer.to(Route::Province(slug.into())),
            text: self.province_title(province),
        };
        let header = Header {
            back: Some(back),
            tags: Vec::new(),
            title: title.clone(),
            lead: plain(&text),
            meta: Vec::new(),
            // The answer to what is typed stays in sight on a phone.
            tools: false,
        };
        let source = source_words(library, self.pack(), &library.communes.source);
        let blocks = vec![
            Block::Header(header),
            Block::Tree(table),
            Block::Small(plain(&words.communes_note)),
            Block::Small(source),
        ];
        Some(self.finish(&title, &text, blocks))
    }

    fn commune_row(&self, commune: &Commune) -> Element {
        let head = Element::new("th")
            .with("scope", "row")
            .with("data-value", &commune.name)
            .text(&commune.name);
        let origins: Vec<String> = commune.from.iter().map(|from| self.origin(from)).collect();
        let before = Element::of("td", "small").text(&origins.join("; "));
        Element::new("tr").child(head).child(before)
    }

    /// "units, part of units (district, former province)".
    fn origin(&self, from: &Origin) -> String {
        let former = self.library().provinces.former.iter().find(|unit| unit.id == from.province);
        // Where the province lived on, its name says nothing new.
        let province = former.filter(|unit| unit.valid_to.is_some()).map(|unit| unit.name.as_str());
        let mut units: Vec<String> = from.whole.clone();
        if !from.part.is_empty() {
            let part = &self.words().province_page.commune_part;
            units.extend(from.part.iter().map(|unit| fill(part, "name", unit)));
        }
        let place = [Some(from.district.as_str()), province];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        match units.is_empty() {
            true => place.join(", "),
            false => [&units.join(", "), " (", &place.join(", "), ")"].concat(),
        }
    }
}
