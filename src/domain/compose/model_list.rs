//! The list of local models with its filters and the matching, ready before any program runs.

use super::super::explainer::Pillar;
use super::super::geometry::project;
use super::super::listing::{Entry, Facet, Kind, Listing};
use super::super::model::{Evidence, Level, Model, Scope, Sector, Terrain};
use super::super::page::{Block, Page, Span};
use super::super::route::Route;
use super::super::tree::Element;
use super::explainer::section;
use super::{Composer, Draft};

const PILLARS: [Pillar; 3] = [Pillar::Government, Pillar::Economy, Pillar::Society];

/// A choice: its key in addresses, its number in rows, its name.
type Choice = (String, u16, String);

impl Draft<'_> {
    pub(super) fn models(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("models")?;
        let names = &self.words().models;
        let to = self.composer.to(Route::Map);
        let see = vec![Span::A(to, names.on_map.clone())];
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Text(see)];
        blocks.push(section(
            "fit",
            &names.fit_title,
            "",
            "plain",
            vec![Block::Tree(self.fit_form())],
        ));
        blocks.extend(self.leader());
        let list = vec![Block::Tree(self.composer.list(&Route::Models))];
        blocks.push(section("list", &names.list_title, "", "", list));
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    /// The five questions of the matching; the program answers below them.
    fn fit_form(&self) -> Element {
        let interface = self.words();
        let (names, choices) = (&interface.models, &interface.choices);
        let named = |key: &str, names: &std::collections::BTreeMap<String, String>| {
            names.get(key).cloned().unwrap_or_default()
        };
        let scopes = keyed(Scope::ALL.iter().map(|s| s.key()), |key| named(key, &choices.scopes));
        let lands =
            keyed(Terrain::ALL.iter().map(|t| t.key()), |key| named(key, &choices.terrains));
        let amounts = |low: &str, medium: &str, high: &str| -> Vec<Choice> {
            let texts = [low, medium, high];
            let levels = Level::ALL.iter().zip(texts).enumerate();
            levels.map(|(n, (level, text))| (level.key().into(), n as u16, text.into())).collect()
        };
        let fields = [
            ("o-dau", &names.fit_scope, scopes),
            ("vung-dat", &names.fit_terrain, lands),
            (
                "mang",
                &names.fit_network,
                amounts(&names.network_low, &names.network_medium, &names.network_high),
            ),
            (
                "tien",
                &names.fit_budget,
                amounts(&names.budget_low, &names.budget_medium, &names.budget_high),
            ),
            (
                "nguoi",
                &names.fit_people,
                amounts(&names.people_low, &names.people_medium, &names.people_high),
            ),
        ];
        let fields = fields
            .into_iter()
            .map(|(name, label, choices)| field(name, label, &names.fit_any, &choices));
        let button = Element::of("button", "button").with("type", "submit").text(&names.fit_button);
        Element::of("form", "stack")
            .with("data-part", "atlas")
            .with("data-kind", "fit")
            .with("method", "get")
            .with("action", self.composer.to(Route::Models))
            .child(Element::of("p", "read").text(&names.fit_lead))
            .child(Element::of("div", "grid grid--m").children(fields))
            .child(Element::of("div", "cluster").child(button))
            .child(Element::of("div", "stack").with("role", "status").with("data-kind", "fits"))
    }
}

impl Composer<'_> {
    /// Filters, count and all models as links: the same on the map and on its own.
    pub(super) fn list(&self, route: &Route) -> Element {
        let names = &self.words().models;
        let n_models = self.library.models.len().to_string();
        let count = super::super::interface::fill(&names.count, "n", &n_models);
        let items = self.library.models.iter().map(|model| self.item(model));
        // Beside the map the list scrolls in a box of its own, so that both stay in sight.
        let is_boxed = matches!(route, Route::Map);
        let class = if is_boxed { "atlas__list atlas__list--box" } else { "atlas__list" };
        Element::of("div", "stack")
            .with("data-part", "atlas")
            .child(self.filters(route))
            .child(
                Element::of("p", "atlas__count")
                    .with("role", "status")
                    .with("data-kind", "count")
                    .text(&count),
            )
            .child(Element::of("ol", class).with("data-kind", "list").children(items))
            .child(Element::of("div", "cluster").with("data-kind", "more"))
    }

    fn item(&self, model: &Model) -> Element {
        let draft = Draft::new(self);
        let row = draft.model_line(model);
        let link = Element::of("a", "atlas__link").with("href", &row.to).text(&row.title);
        Element::new("li").child(link).child(Element::of("p", "small quiet").rich(row.text))
    }

    /// The choices of a facet, in the order of the form.
    fn choices(&self, facet: Facet) -> Vec<Choice> {
        let interface = self.words();
        let named = |key: &str, names: &std::collections::BTreeMap<String, String>| {
            names.get(key).cloned().unwrap_or_default()
        };
        let choices = &interface.choices;
        match facet {
            Facet::Pillar => {
                let draft = Draft::new(self);
                let keys = PILLARS.map(super::rich::pillar_id);
                let tags = PILLARS.map(|pillar| draft.pillar_tag(pillar).text);
                let pairs = keys.into_iter().zip(tags).enumerate();
                pairs.map(|(n, (key, name))| (key.into(), n as u16, name)).collect()
            }
            Facet::Sector => {
                keyed(Sector::ALL.iter().map(|s| s.key()), |key| named(key, &choices.sectors))
            }
            Facet::Scope => {
                keyed(Scope::ALL.iter().map(|s| s.key()), |key| named(key, &choices.scopes))
            }
            Facet::Evidence => {
                keyed(Evidence::ALL.iter().map(|e| e.key()), |key| named(key, &choices.evidence))
            }
            Facet::Region => {
                let regions = self.library.atlas.regions.iter().enumerate();
                regions
                    .map(|(n, r)| (r.id.clone(), n as u16, r.name(&self.pack.lang).to_owned()))
                    .collect()
            }
            Facet::Province => {
                let provinces = self.library.provinces.today.iter().enumerate();
                let mut choices: Vec<Choice> =
                    provinces.map(|(n, p)| (p.id.clone(), n as u16, p.name.clone())).collect();
                choices.sort_by_cached_key(|(_, _, name)| super::super::fold::fold(name));
                choices
            }
            Facet::Year => {
                let mut years: Vec<u16> = self.library.models.iter().map(year).collect();
                years.sort_unstable_by(|a, b| b.cmp(a));
                years.dedup();
                years
                    .into_iter()
                    .map(|year| match year {
                        0 => ("khong-ro".into(), 0, interface.models.year_unknown.clone()),
                        year => (year.to_string(), year, year.to_string()),
                    })
                    .collect()
            }
        }
    }

    fn filters(&self, route: &Route) -> Element {
        let names = &self.words().models;
        let fields = Facet::ALL.into_iter().map(|facet| {
            let label = match facet {
                Facet::Pillar => &names.pillar,
                Facet::Sector => &names.sector,
                Facet::Scope => &names.scope,
                Facet::Region => &names.region,
                Facet::Province => &names.province,
                Facet::Year => &names.year,
                Facet::Evidence => &names.evidence,
            };
            field(facet.name(), label, &names.all, &self.choices(facet))
        });
        let input = Element::of("input", "field__box")
            .with("name", "q")
            .with("type", "search")
            .with("autocomplete", "off")
            .with("placeholder", &names.words_hint);
        let words = Element::of("label", "field").text(&names.words).child(input);
        let reset =
            Element::of("button", "button button--quiet").with("type", "reset").text(&names.reset);
        let submit =
            Element::of("button", "button").with("type", "submit").text(&names.filter_title);
        let form = Element::of("form", "stack fold__body")
            .with("data-kind", "filters")
            .with("method", "get")
            .with("action", self.to(route.clone()))
            .child(Element::of("p", "small quiet").text(&names.filter_note))
            .child(Element::of("div", "grid grid--m").child(words).children(fields))
            .child(Element::of("div", "cluster").child(submit).child(reset));
        Element::of("details", "fold screen")
            .child(Element::new("summary").text(&names.filter_title))
            .child(form)
    }

    /// The rows that the browser filters, in the order of the list.
    #[must_use]
    pub fn listing(&self) -> Listing {
        let library = self.library;
        let names = &self.words().models;
        let entries = library.models.iter().map(|model| {
            let words = self.pack.models.iter().find(|words| words.id == model.id);
            let (x, y) = model.position.map_or((0, 0), |at| project(at).tenths());
            Entry {
                id: model.id.clone(),
                name: words.map_or_else(String::new, |words| words.name.clone()),
                place: words.map_or_else(String::new, |words| words.place.clone()),
                province: index(library.provinces.today.iter().map(|p| &p.id), &model.province),
                x,
                y,
                pillar: PILLARS.iter().position(|p| *p == model.pillar).unwrap_or(0) as u16,
                sector: model.sector as u16,
                scope: model.scope as u16,
                evidence: model.evidence as u16,
                kind: index(library.model_kinds.iter().map(|k| &k.id), &model.kind),
                year: year(model),
                terrain: model.terrain.iter().fold(0, |bits, land| bits | 1 << (*land as u16)),
                stumbles: words
                    .filter(|words| words.stumbles != "unknown")
                    .map_or_else(String::new, |words| words.stumbles.clone()),
            }
        });
        let kinds = library.model_kinds.iter().map(|kind| Kind {
            name: Draft::new(self).kind_name(&kind.id),
            budget: kind.budget as u16,
            network: kind.network as u16,
            people: kind.people as u16,
        });
        let provinces = &library.provinces.today;
        let regions =
            provinces.iter().map(|p| index(library.atlas.regions.iter().map(|r| &r.id), &p.region));
        Listing {
            entries: entries.collect(),
            kinds: kinds.collect(),
            regions: regions.collect(),
            provinces: provinces.iter().map(|p| p.name.clone()).collect(),
            evidence: self.choices(Facet::Evidence).into_iter().map(|(_, _, name)| name).collect(),
            amounts: [&names.low, &names.medium, &names.high].map(Clone::clone).to_vec(),
        }
    }
}

/// The place of an id in a list; the largest number when it is not there.
fn index<'a>(mut ids: impl Iterator<Item = &'a String>, id: &str) -> u16 {
    ids.position(|known| known == id).map_or(u16::MAX, |n| n as u16)
}

/// The year as rows carry it: 0 when unknown.
fn year(model: &Model) -> u16 {
    model.year().map_or(0, |year| year.year())
}

fn keyed<'a>(keys: impl Iterator<Item = &'a str>, name: impl Fn(&str) -> String) -> Vec<Choice> {
    keys.enumerate().map(|(n, key)| (key.into(), n as u16, name(key))).collect()
}

/// A labelled choice; the first option takes the choice back.
fn field(name: &str, label: &str, all: &str, choices: &[Choice]) -> Element {
    let option = |key: &str, text: &str| Element::new("option").with("value", key).text(text);
    let options =
        choices.iter().map(|(key, number, text)| option(key, text).with("data-value", number));
    let select = Element::of("select", "field__box")
        .with("name", name)
        .with("autocomplete", "off")
        .child(option("", all))
        .children(options);
    Element::of("label", "field").text(label).child(select)
}
