//! Provinces: each one's page. The list of all is in `list`.

mod communes;
mod figures;
mod list;
mod notes;
mod shelves;
mod summary;

use super::super::interface::fill;
use super::super::page::{Block, Header, Link, Page, Rich, Span, Tag};
use super::super::passport::{date_words, figure_words};
use super::super::place::{FormerProvince, Province, ProvinceKind};
use super::super::route::{Address, AddressMode, Route};
use super::super::tree::Element;
use super::Draft;
use super::explainer::{contents, fold, plain, section};

/// A province of today with the units it was made of.
struct Place<'a> {
    province: &'a Province,
    units: Vec<&'a FormerProvince>,
}

impl<'a> Place<'a> {
    /// Today's id, then those of the units.
    fn ids(&self) -> impl Iterator<Item = &'a str> + use<'a, '_> {
        let units = self.units.iter().map(|unit| unit.id.as_str());
        std::iter::once(self.province.id.as_str()).chain(units)
    }

    fn holds(&self, id: &str) -> bool {
        self.ids().any(|known| known == id)
    }

    /// Units that ended with the merger, or that had another name.
    fn former(&self) -> impl Iterator<Item = &'a FormerProvince> + use<'a, '_> {
        let differs =
            |unit: &&FormerProvince| unit.valid_to.is_some() || unit.name != self.province.name;
        self.units.iter().copied().filter(differs)
    }

    fn is_merged(&self) -> bool {
        self.province.valid_from.is_some()
    }
}

impl<'a> Draft<'a> {
    pub(super) fn province(&mut self, slug: &str) -> Option<Page> {
        let provinces = &self.library().provinces;
        let province = provinces.today.iter().find(|province| province.id == slug)?;
        let place = Place { province, units: provinces.units(province) };
        let words = &self.words().province_page;
        let head = vec![Block::Header(self.province_header(&place))];
        let side = vec![self.province_terms(&place)];
        let mut blocks = vec![Block::Split { main: head, side }];
        let ranks = self.rank_section(province);
        blocks.push(self.summary(&place, !ranks.is_empty()));
        let main = self.province_sections(&place, ranks);
        let items = contents(&main);
        blocks.push(fold(&words.contents, vec![Block::List { ordered: false, items }]));
        let mut side = vec![Block::Tree(self.composer.map_thumb(slug)), self.neighbours(slug)];
        side.extend(self.province_shelves(&place));
        blocks.push(Block::Split { main, side });
        blocks.push(self.source_list());
        let title = self.province_title(province);
        let description = fill(&words.description, "name", province.name(&self.pack().lang));
        Some(self.finish(&title, &description, blocks))
    }

    /// Links to the provinces next to this one.
    fn neighbours(&self, slug: &str) -> Block {
        let provinces = self.composer.atlas_provinces();
        let here = provinces.iter().find(|province| province.id == slug);
        let near = here.map_or(&[][..], |here| here.neighbours.as_slice());
        let near = near.iter().filter_map(|index| provinces.get(usize::from(*index)));
        let chips = near.map(|other| {
            let to = self.composer.to(Route::Province(other.id.clone()));
            let link = Element::of("a", "chip").with("href", to).text(&other.name);
            Element::new("li").child(link)
        });
        let title = &self.words().atlas.neighbours;
        let list = Element::of("ul", "cluster cluster--s").children(chips);
        section("neighbours", title, "", "", vec![Block::Tree(list)])
    }

    /// What is known, section by section, and at the end what is not.
    fn province_sections(&mut self, place: &Place<'a>, ranks: Vec<Block>) -> Vec<Block> {
        let mut sections = Vec::new();
        let mut unknown: Vec<Rich> = Vec::new();
        let words = &self.words().province_page;
        sections.extend(self.strengths(place));
        sections.extend(ranks);
        let entries = self.entries(place);
        let parts: [(&String, Option<Block>); 5] = [
            (&words.targets, self.targets(place, &entries)),
            (&words.results, self.results(place, &entries)),
            (&words.chains, self.chains(place)),
            (&words.commitments, self.commitments(place)),
            (&words.events, self.events(place, &entries)),
        ];
        for (title, part) in parts {
            match part {
                Some(part) => sections.push(part),
                None => unknown.push(plain(title)),
            }
        }
        sections.extend(self.estimates(place, &entries));
        sections.extend(self.gaps(place));
        sections.extend(self.plan(place));
        sections.extend(self.barriers(place));
        sections.extend(self.roles(place));
        sections.extend(self.records(place, &entries));
        sections.extend(self.former_units(place));
        if !unknown.is_empty() {
            let title = &self.words().headings.unknown;
            let body = vec![Block::List { ordered: false, items: unknown }];
            sections.push(section("unknown", title, "", "plain", body));
        }
        sections
    }

    fn province_header(&mut self, place: &Place<'a>) -> Header {
        let (words, lang) = (&self.words().province_page, &self.pack().lang);
        let mut lead = match place.province.valid_from {
            Some(date) => {
                let names = joined(self.words(), place.units.iter().map(|unit| &unit.name));
                let date = date_words(self.words(), date);
                plain(&fill(&fill(&words.lead_merged, "names", &names), "date", &date))
            }
            None => plain(&words.lead_same),
        };
        for text in self.about(place) {
            lead.push(Span::T(" ".into()));
            lead.extend(text);
        }
        let region = self.library().atlas.regions.iter().find(|r| r.id == place.province.region);
        let region = region.map_or("", |region| region.name(lang));
        Header {
            back: Some(Link { to: self.composer.to(Route::Provinces), text: self.list_title() }),
            tags: vec![Tag { text: self.kind_word(place.province).into(), tone: String::new() }],
            title: self.province_title(place.province),
            lead,
            meta: vec![("pin".into(), region.into())],
            tools: true,
        }
    }

    /// Kind, origin, centre, people, area and the way to the map.
    fn province_terms(&mut self, place: &Place<'a>) -> Block {
        let words = &self.words().province_page;
        let unknown = &self.words().headings.unknown;
        let mut terms = Vec::new();
        if place.is_merged() {
            let mut names: Rich = Vec::new();
            for unit in place.former() {
                if !names.is_empty() {
                    names.push(Span::T(", ".into()));
                }
                names.push(Span::A(["#", &unit.id].concat(), unit.name.clone()));
            }
            terms.push((plain(&words.merged_from), names));
        }
        let centre = match place.province.admin_centre.as_str() {
            "unknown" => unknown,
            centre => centre,
        };
        terms.push((plain(&words.centre), plain(centre)));
        for (index, label) in [(1, &words.population), (2, &words.area)] {
            let known = place.province.fact().is_some();
            let value = match known {
                true => vec![self.figure(&place.province.fact_id(), index, None)],
                false => plain(unknown),
            };
            terms.push((plain(label), value));
        }
        let map = Span::A(self.map_of(&place.province.id), words.on_map.clone());
        terms.push((plain(&words.map), vec![map]));
        if let Some(communes) = self.library().communes.provinces.get(&place.province.id) {
            let to = self.composer.to(Route::Communes(place.province.id.clone()));
            let text = fill(&words.communes, "n", &communes.len().to_string());
            terms.push((plain(&words.communes_label), vec![Span::A(to, text)]));
        }
        Block::Terms(terms)
    }

    /// "Tinh Tuyen Quang"; a name that says its kind stays as it is.
    fn province_title(&self, province: &Province) -> String {
        let words = &self.words().province_page;
        let name = province.name(&self.pack().lang);
        match province.kind {
            _ if province.name_en.ends_with("City") => name.into(),
            ProvinceKind::City => fill(&words.title_city, "name", name),
            ProvinceKind::Province => fill(&words.title_province, "name", name),
        }
    }

    fn kind_word(&self, province: &Province) -> &'a str {
        let shelves = &self.words().shelves;
        match province.kind {
            ProvinceKind::City => &shelves.city,
            ProvinceKind::Province => &shelves.province,
        }
    }

    fn list_title(&self) -> String {
        self.pack().pages.get("provinces").map(|page| page.title.clone()).unwrap_or_default()
    }

    /// The map, opened at a province.
    fn map_of(&self, id: &str) -> String {
        let mut address = Address::new(&self.pack().lang, Route::Map);
        address.query = ["tinh=", id].concat();
        let mode = AddressMode::Path { base: "/".into() };
        address.href(&mode, self.library().edition.languages.default_code())
    }

    /// The badge of what was true of a former province: "Ha Giang (truoc 7/2025)".
    fn old_badge(&self, place: &str) -> Option<Tag> {
        let life = self.library().provinces.life(place)?;
        life.to?;
        let text = fill(&self.words().passports.before_2025, "name", life.name);
        Some(Tag { text, tone: String::new() })
    }

    /// A figure in words, with its passport, and what it counts.
    fn counted(&mut self, id: &str, number: usize) -> Rich {
        let label = self.pack().fact(id).and_then(|words| words.figures.get(number - 1));
        let figure = self.library().fact(id).and_then(|fact| fact.figures.get(number - 1));
        let text = figure.map(|figure| figure_words(self.pack(), figure));
        let mut line = vec![self.figure(id, number, text)];
        line.extend(label.map(|label| Span::T([": ", label].concat())));
        line
    }
}

/// "a, b and c" in the words of a language: commas, and a word before the last.
fn joined<'s>(
    words: &super::super::interface::Interface,
    names: impl Iterator<Item = &'s String>,
) -> String {
    let names: Vec<&str> = names.map(String::as_str).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            [&rest.join(", "), " ", &words.province_page.joint, " ", last].concat()
        }
        _ => names.concat(),
    }
}
