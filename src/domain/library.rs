//! All authored content, read and typed.

use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

use super::atlas::Atlas;
use super::catalog::Edition;
use super::commune::Communes;
use super::door;
use super::explainer::{Explainer, ExplainerData};
use super::fact::{Fact, FactWords};
use super::indicator::{Indicator, IndicatorWords, ranks};
use super::interface::Interface;
use super::model::{Model, ModelKind, ModelKindWords, ModelWords};
use super::place::{Province, Provinces};
use super::province_notes::{ProvinceNotes, ProvinceNotesWords};
use super::quiz::bank::{Bank, BankWords};
use super::quiz::item::{Item, ItemWords};
use super::reference::{
    Channel, ChannelWords, Document, DocumentWords, GlossaryTerm, Moment, MomentWords,
    Organisation, OrganisationWords,
};
use super::rehearsal::{Rehearsal, RehearsalWords};
use super::section::{Home, PillarPage, PlainPages};
use super::source::{Hosts, Source};

/// The authored files: path below `public/content`, with `/`, to text.
pub type Files = BTreeMap<String, String>;

/// Why a file cannot be read; line and column count from 1, 0 when unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub reason: String,
}

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Pack {
    pub lang: String,
    pub interface: Interface,
    pub units: BTreeMap<String, String>,
    pub facts: Vec<FactWords>,
    pub explainers: Vec<Explainer>,
    pub glossary: Vec<GlossaryTerm>,
    pub documents: Vec<DocumentWords>,
    pub organisations: Vec<OrganisationWords>,
    pub timeline: Vec<MomentWords>,
    pub channels: Vec<ChannelWords>,
    pub models: Vec<ModelWords>,
    pub model_kinds: Vec<ModelKindWords>,
    pub province_notes: ProvinceNotesWords,
    pub indicators: Vec<IndicatorWords>,
    pub rehearsals: Vec<RehearsalWords>,
    pub quiz: BankWords,
    pub pillars: Vec<PillarPage>,
    pub home: Home,
    pub pages: PlainPages,
}

/// All content of all languages.
#[derive(Clone, Debug)]
pub struct Library {
    pub edition: Edition,
    pub sources: Vec<Source>,
    pub facts: Vec<Fact>,
    pub provinces: Provinces,
    pub communes: Communes,
    pub province_notes: ProvinceNotes,
    pub explainers: Vec<ExplainerData>,
    pub documents: Vec<Document>,
    pub organisations: Vec<Organisation>,
    pub timeline: Vec<Moment>,
    pub channels: Vec<Channel>,
    pub models: Vec<Model>,
    pub model_kinds: Vec<ModelKind>,
    pub indicators: Vec<Indicator>,
    pub rehearsals: Vec<Rehearsal>,
    pub quiz: Bank,
    pub hosts: Hosts,
    pub atlas: Atlas,
    /// One per language, default first.
    pub packs: Vec<Pack>,
}

impl Library {
    /// Reads all files.
    ///
    /// # Errors
    /// Every file that is missing or does not read, each with its place.
    pub fn load(files: &Files) -> Result<Self, Vec<LoadError>> {
        let mut reader = Reader { files, errors: Vec::new() };
        let library = reader.library();
        match library {
            Some(library) if reader.errors.is_empty() => Ok(library),
            _ => Err(reader.errors),
        }
    }

    /// The fact of this id.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The source of this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The indicator of this id.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// What is the same in every language about the explainer of this slug.
    #[must_use]
    pub fn explainer(&self, slug: &str) -> Option<&ExplainerData> {
        self.explainers.iter().find(|explainer| explainer.slug == slug)
    }
}

impl Pack {
    /// A fact's words.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&FactWords> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// Adds the words of the facts that hold people and area.
    fn add_measures(&mut self, provinces: &[Province]) {
        let with_fact = provinces.iter().filter(|province| province.fact().is_some());
        let words = &self.interface.province_page;
        self.facts.extend(with_fact.map(|province| province.fact_words(words, &self.lang)));
    }

    /// An indicator's words.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&IndicatorWords> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// A rehearsal's words.
    #[must_use]
    pub fn rehearsal(&self, slug: &str) -> Option<&RehearsalWords> {
        self.rehearsals.iter().find(|rehearsal| rehearsal.slug == slug)
    }

    /// An explainer's words.
    #[must_use]
    pub fn explainer(&self, slug: &str) -> Option<&Explainer> {
        self.explainers.iter().find(|explainer| explainer.slug == slug)
    }
}

/// What has a file of words of its own in each language.
struct Slugs<'a> {
    explainers: &'a [ExplainerData],
    rehearsals: &'a [Rehearsal],
}

struct Reader<'a> {
    files: &'a Files,
    errors: Vec<LoadError>,
}

impl Reader<'_> {
    fn library(&mut self) -> Option<Library> {
        let edition: Edition = self.read("index.json")?;
        let explainers: Option<Vec<ExplainerData>> = self.read("shared/explainers.json");
        let sources = self.read("shared/sources.json");
        let facts: Option<Vec<Fact>> = self.read("shared/facts.json");
        let provinces: Option<Provinces> = self.read("shared/provinces.json");
        let communes = self.read("shared/communes.json");
        let province_notes = self.read("shared/province-notes.json");
        let documents = self.read("shared/documents.json");
        let organisations = self.read("shared/organisations.json");
        let timeline = self.read("shared/timeline.json");
        let channels = self.read("shared/channels.json");
        let models: Option<Vec<Model>> = self.read("shared/models.json");
        let model_kinds = self.read("shared/model-kinds.json");
        let indicators = self.read("shared/indicators.json");
        let rehearsals: Option<Vec<Rehearsal>> = self.read("shared/rehearsals.json");
        let hosts = self.read("shared/hosts.json");
        let atlas = self.atlas();
        let (explainers, rehearsals) = (explainers?, rehearsals?);
        let slugs = Slugs { explainers: &explainers, rehearsals: &rehearsals };
        let quiz = self.bank();
        let codes: Vec<String> = edition.languages.iter().map(|l| l.code.clone()).collect();
        let mut packs: Vec<Option<Pack>> =
            codes.iter().map(|code| self.pack(code, &codes, &slugs)).collect();
        let (models, mut facts, provinces) = (models?, facts?, provinces?);
        for pack in packs.iter_mut().flatten() {
            pack.add_measures(&provinces.today);
        }
        facts.extend(provinces.today.iter().filter_map(Province::fact));
        facts.extend(models.iter().filter(|model| !model.figures.is_empty()).map(Model::fact));
        facts.extend(ranks::facts(&provinces));
        for pack in packs.iter_mut().flatten() {
            pack.facts.extend(ranks::words(&provinces, &pack.interface));
        }
        Some(Library {
            edition,
            sources: sources?,
            facts,
            provinces,
            communes: communes?,
            province_notes: province_notes?,
            explainers,
            documents: documents?,
            organisations: organisations?,
            timeline: timeline?,
            channels: channels?,
            models,
            model_kinds: model_kinds?,
            indicators: indicators?,
            rehearsals,
            quiz: quiz?,
            hosts: hosts?,
            atlas: atlas?,
            packs: packs.into_iter().collect::<Option<_>>()?,
        })
    }

    fn atlas(&mut self) -> Option<Atlas> {
        let low = self.read("map/vn-lo.plane.topo.json");
        let mid = self.read("map/vn-mid.plane.topo.json");
        let anchors = self.read("map/labels.json");
        let islands = self.read("map/islands.json");
        let tiles = self.read("map/tiles.json");
        let regions = self.read("shared/regions.json");
        Some(Atlas {
            low: low?,
            mid: mid?,
            anchors: anchors?,
            islands: islands?,
            tiles: tiles?,
            regions: regions?,
        })
    }

    /// The questions, in the order of their ids.
    fn bank(&mut self) -> Option<Bank> {
        let frame = self.read("shared/quiz/bank.json");
        let read = |domain| self.read::<Vec<Item>>(&domain_file("shared", domain));
        let items: Vec<_> = (1..=6).map(read).collect();
        let mut items = items.into_iter().collect::<Option<Vec<_>>>()?.concat();
        items.sort_by(|a, b| a.id.cmp(&b.id));
        Some(Bank { frame: frame?, items })
    }

    fn bank_words(&mut self, code: &str) -> Option<BankWords> {
        let guide = self.read(&path(code, &["quiz/words.json"]));
        let read = |domain| self.read::<Vec<ItemWords>>(&domain_file(code, domain));
        let items: Vec<_> = (1..=6).map(read).collect();
        let items = items.into_iter().collect::<Option<Vec<_>>>()?.concat();
        Some(BankWords { guide: guide?, items })
    }

    fn pack(&mut self, code: &str, codes: &[String], slugs: &Slugs) -> Option<Pack> {
        let interface = self.interface(code, codes.first().map_or(code, String::as_str));
        let rehearsals: Vec<Option<RehearsalWords>> = slugs
            .rehearsals
            .iter()
            .map(|scene| self.read(&path(code, &["rehearsals/", &scene.slug, ".json"])))
            .collect();
        let explainers: Vec<Option<Explainer>> = slugs
            .explainers
            .iter()
            .map(|explainer| self.read(&path(code, &["explainers/", &explainer.slug, ".json"])))
            .collect();
        let units = self.read(&path(code, &["units.json"]));
        let facts: Option<Vec<FactWords>> = self.read(&path(code, &["facts.json"]));
        let glossary = self.read(&path(code, &["glossary.json"]));
        let documents = self.read(&path(code, &["documents.json"]));
        let organisations = self.read(&path(code, &["organisations.json"]));
        let timeline = self.read(&path(code, &["timeline.json"]));
        let channels = self.read(&path(code, &["channels.json"]));
        let models: Option<Vec<ModelWords>> = self.read(&path(code, &["models.json"]));
        let model_kinds = self.read(&path(code, &["model-kinds.json"]));
        let province_notes = self.read(&path(code, &["province-notes.json"]));
        let indicators = self.read(&path(code, &["indicators.json"]));
        let quiz = self.bank_words(code);
        let pillars = self.read(&path(code, &["pillars.json"]));
        let home = self.read(&path(code, &["home.json"]));
        let pages = self.read(&path(code, &["pages.json"]));
        let (models, mut facts) = (models?, facts?);
        let with_figures = models.iter().filter(|model| !model.figures.is_empty());
        facts.extend(with_figures.map(ModelWords::fact));
        Some(Pack {
            lang: code.into(),
            interface: interface?,
            units: units?,
            facts,
            explainers: explainers.into_iter().collect::<Option<_>>()?,
            glossary: glossary?,
            documents: documents?,
            organisations: organisations?,
            timeline: timeline?,
            channels: channels?,
            models,
            model_kinds: model_kinds?,
            province_notes: province_notes?,
            indicators: indicators?,
            rehearsals: rehearsals.into_iter().collect::<Option<_>>()?,
            quiz: quiz?,
            pillars: pillars?,
            home: home?,
            pages: pages?,
        })
    }

    /// A language's interface, its gaps filled from the default language.
    fn interface(&mut self, code: &str, default: &str) -> Option<Interface> {
        let own = path(code, &["interface.json"]);
        if code == default {
            return self.read(&own);
        }
        let mut words: Value = self.read(&path(default, &["interface.json"]))?;
        overlay(&mut words, self.read(&own)?);
        serde_json::from_value(words).map_err(|error| self.fail(&own, &error)).ok()
    }

    fn read<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let Some(text) = self.files.get(file) else {
            let reason = String::from("missing file");
            self.errors.push(LoadError { file: file.into(), line: 0, column: 0, reason });
            return None;
        };
        if let Some((_, excess)) = door::excess(file, text) {
            let reason = format!("{excess:?}: more than {}", excess.limit(file));
            self.errors.push(LoadError { file: file.into(), line: 0, column: 0, reason });
            return None;
        }
        serde_json::from_str(&door::clean(text)).map_err(|error| self.fail(file, &error)).ok()
    }

    fn fail(&mut self, file: &str, error: &serde_json::Error) {
        self.errors.push(LoadError {
            file: file.into(),
            line: error.line(),
            column: error.column(),
            reason: error.to_string(),
        });
    }
}

/// The file of a domain's questions: `vi/quiz/d4.json`.
fn domain_file(folder: &str, domain: u8) -> String {
    format!("{folder}/quiz/d{domain}.json")
}

fn path(code: &str, parts: &[&str]) -> String {
    let mut path = String::from(code);
    path.push('/');
    parts.iter().for_each(|part| path.push_str(part));
    path
}

fn overlay(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                overlay(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_word_falls_back_to_the_default_language() {
        let mut words = json!({"nav": {"home": "Trang", "search": "T"}, "months": ["1", "2"]});
        overlay(&mut words, json!({"nav": {"home": "Home"}, "months": ["January"]}));
        let expected = json!({"nav": {"home": "Home", "search": "T"}, "months": ["January"]});
        assert_eq!(words, expected);
    }
}
