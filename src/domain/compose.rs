//! Makes finished pages from authored content: natively, at build time.

mod explainer;
mod home;
mod indicators;
mod leader;
mod map;
mod model_list;
mod models;
mod plain;
mod provinces;
mod rehearsals;
mod rich;
mod searchable;
mod self_check;
mod shelf;

use super::explainer::{Lens, Pillar};
use super::indicator::export::Record;
use super::interface::Interface;
use super::library::{Library, Pack};
use super::page::{Block, Header, Link, Page, Passport, Rich, Span, Tag};
use super::reference::ChannelKind;
use super::route::{Address, AddressMode, Route};

/// Makes the pages of one language.
pub struct Composer<'a> {
    library: &'a Library,
    pack: &'a Pack,
}

impl<'a> Composer<'a> {
    /// A composer for the language of `pack`.
    #[must_use]
    pub fn new(library: &'a Library, pack: &'a Pack) -> Self {
        Self { library, pack }
    }

    /// Every route of the portal, the error page included.
    #[must_use]
    pub fn routes(&self) -> Vec<Route> {
        let explainers = self.library.explainers.iter();
        let pillars = self.pack.pillars.iter();
        let models = self.library.models.iter();
        let provinces = self.library.provinces.today.iter();
        let indicators = self.library.indicators.iter();
        let rehearsals = self.library.rehearsals.iter();
        Route::ALL
            .into_iter()
            .chain(explainers.map(|explainer| Route::Explainer(explainer.slug.clone())))
            .chain(pillars.map(|pillar| Route::Pillar(pillar.slug.clone())))
            .chain(models.map(|model| Route::Model(model.id.clone())))
            .chain(provinces.map(|province| Route::Province(province.id.clone())))
            .chain(self.library.communes.provinces.keys().cloned().map(Route::Communes))
            .chain(indicators.map(|indicator| Route::Indicator(indicator.id.clone())))
            .chain(rehearsals.map(|scene| Route::Rehearsal(scene.slug.clone())))
            .collect()
    }

    /// The page of a route; an unknown slug is the error page.
    #[must_use]
    pub fn page(&self, route: &Route) -> Page {
        let mut draft = Draft::new(self);
        match route {
            Route::Home => draft.home(),
            Route::Explainers => draft.explainer_list(),
            Route::Explainer(slug) => draft.explainer(slug),
            Route::Pillar(slug) => draft.pillar(slug),
            Route::Glossary => draft.glossary(),
            Route::Documents => draft.documents(),
            Route::Timeline => draft.timeline(),
            Route::Map => draft.map(),
            Route::Models => draft.models(),
            Route::Model(id) => draft.model(id),
            Route::Provinces => draft.provinces(),
            Route::Province(slug) => draft.province(slug),
            Route::Communes(slug) => draft.communes(slug),
            Route::Indicators => draft.indicators(),
            Route::Indicator(id) => draft.indicator(id),
            Route::Rehearsals => draft.rehearsals(),
            Route::Rehearsal(slug) => draft.rehearsal(slug),
            Route::SelfCheck => draft.self_check(),
            Route::Result => draft.result(),
            Route::Search => draft.search(),
            Route::Sources => draft.sources(),
            Route::Privacy => draft.privacy(),
            Route::Accessibility => draft.plain("accessibility"),
            Route::NotFound => draft.plain("not_found"),
        }
        .unwrap_or_else(|| draft.empty())
    }

    /// What search looks through.
    #[must_use]
    pub fn search_documents(&self) -> Vec<super::search::Document> {
        searchable::documents(self)
    }

    /// Files to take away: app path and bytes.
    #[must_use]
    pub fn downloads(&self) -> Vec<(String, Vec<u8>)> {
        indicators::downloads(self)
    }

    /// The ranks of one of today's provinces as a page of their own: what its page embeds.
    #[must_use]
    pub fn province_ranks(&self, id: &str) -> Page {
        let mut draft = Draft::new(self);
        let province = self.library.provinces.today.iter().find(|province| province.id == id);
        let blocks = province.map(|province| draft.rank_section(province)).unwrap_or_default();
        draft.finish(id, "", blocks)
    }

    /// The app path of a route in this language.
    #[must_use]
    pub fn to(&self, route: Route) -> String {
        self.to_fragment(route, "")
    }

    fn to_fragment(&self, route: Route, fragment: &str) -> String {
        let mut address = Address::new(&self.pack.lang, route);
        address.fragment = fragment.into();
        let mode = AddressMode::Path { base: "/".into() };
        address.href(&mode, self.library.edition.languages.default_code())
    }

    fn words(&self) -> &'a Interface {
        &self.pack.interface
    }
}

/// A page in the making: it collects the passports its texts ask for.
struct Draft<'a> {
    composer: &'a Composer<'a>,
    passports: Vec<Passport>,
    labels: Vec<String>,
    /// Fact ids in order of appearance, for the list of sources.
    facts: Vec<String>,
    /// Numbers of an indicator's tables, for the files to take away.
    records: Vec<Record>,
}

impl<'a> Draft<'a> {
    fn new(composer: &'a Composer<'a>) -> Self {
        Self {
            composer,
            passports: Vec::new(),
            labels: Vec::new(),
            facts: Vec::new(),
            records: Vec::new(),
        }
    }

    fn library(&self) -> &'a Library {
        self.composer.library
    }

    fn pack(&self) -> &'a Pack {
        self.composer.pack
    }

    fn words(&self) -> &'a Interface {
        self.composer.words()
    }

    fn finish(&mut self, title: &str, description: &str, blocks: Vec<Block>) -> Page {
        Page {
            title: title.into(),
            description: description.into(),
            blocks,
            passports: std::mem::take(&mut self.passports),
            labels: std::mem::take(&mut self.labels),
        }
    }

    fn empty(&mut self) -> Page {
        let title = self.words().site.name.clone();
        let header = Header {
            back: None,
            tags: Vec::new(),
            title: title.clone(),
            lead: Vec::new(),
            meta: Vec::new(),
            tools: false,
        };
        self.finish(&title, "", vec![Block::Header(header)])
    }

    fn back_home(&self) -> Option<Link> {
        let text = self.words().nav.home.clone();
        Some(Link { to: self.composer.to(Route::Home), text })
    }

    fn pillar_tag(&self, pillar: Pillar) -> Tag {
        let tags = &self.words().tags;
        let (text, tone) = match pillar {
            Pillar::Government => (&tags.government, "gov"),
            Pillar::Economy => (&tags.economy, "eco"),
            Pillar::Society => (&tags.society, "soc"),
        };
        Tag { text: text.clone(), tone: tone.into() }
    }

    fn lens_title(&self, lens: Lens) -> &'a str {
        let words = &self.words().lenses;
        match lens {
            Lens::Student => &words.student_title,
            Lens::Official => &words.official_title,
            Lens::Business => &words.business_title,
        }
    }

    /// The official-channel box (A8).
    fn channels(&mut self, ids: &[&str], tone: &str) -> Block {
        let (rows, note) = self.channel_rows(ids);
        Block::Section {
            id: "channels".into(),
            title: self.words().headings.channels.clone(),
            icon: "shield".into(),
            tone: tone.into(),
            body: vec![Block::Terms(rows), Block::Small(note)],
        }
    }

    /// Official numbers and addresses with what they are for, and how old the check is (T11).
    fn channel_rows(&mut self, ids: &[&str]) -> (Vec<(Rich, Rich)>, Rich) {
        let words = self.words();
        let today = self.library().edition.content_version;
        let mut rows = Vec::new();
        let mut notes = Vec::new();
        for channel in self.library().channels.iter().filter(|c| ids.contains(&c.id.as_str())) {
            let Some(text) = self.pack().channels.iter().find(|w| w.id == channel.id) else {
                continue;
            };
            let badge = self.library().fact(&channel.fact).map(|fact| fact.confidence);
            let badge = badge.is_some_and(|confidence| confidence.needs_badge());
            let mut what = vec![text.what.clone()];
            if badge {
                what.push(["(", &words.confidences.unconfirmed.to_lowercase(), ")"].concat());
            }
            let what = what.join(" ");
            rows.push(match channel.kind {
                ChannelKind::Phone => {
                    let to = ["tel:", &channel.address].concat();
                    let name = Span::B(vec![Span::T(text.name.clone())]);
                    let line = vec![name, Span::T([". ", &what].concat())];
                    (vec![Span::A(to, channel.address.clone())], line)
                }
                ChannelKind::Web => {
                    let to = ["https://", &channel.address].concat();
                    let name = Span::B(vec![Span::T(text.name.clone())]);
                    let line = vec![name, Span::T([". ", &what].concat())];
                    (vec![Span::A(to, channel.address.clone())], line)
                }
            });
            notes.push((channel, text));
        }
        let oldest = notes.iter().filter_map(|(c, _)| c.verified_on).min_by_key(|d| d.first_day());
        let mut note = String::new();
        if let Some(checked) = oldest {
            let date = super::passport::date_words(words, checked);
            note.push_str(&super::interface::fill(&words.headings.channel_checked, "date", &date));
            note.push(' ');
        }
        if notes.iter().any(|(channel, _)| channel.is_stale(today)) {
            note.push_str(&words.headings.channel_stale);
            note.push(' ');
        }
        note.push_str(notes.first().map_or("", |(_, text)| text.if_fails.as_str()));
        (rows, self.rich(&note))
    }
}
