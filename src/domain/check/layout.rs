//! Which file holds what: each authored file's type, and the JSON Schema made from it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::super::atlas::{Anchor, Islands, Region, Tiles};
use super::super::catalog::Edition;
use super::super::commune::Communes;
use super::super::explainer::{Explainer, ExplainerData};
use super::super::fact::{Fact, FactWords};
use super::super::geometry::TopologyFile;
use super::super::indicator::{Indicator, IndicatorWords};
use super::super::interface::Interface;
use super::super::model::{Model, ModelKind, ModelKindWords, ModelWords};
use super::super::place::Provinces;
use super::super::province_notes::{ProvinceNotes, ProvinceNotesWords};
use super::super::quiz::bank::{Frame, GuideWords};
use super::super::quiz::item::{Item, ItemWords};
use super::super::reference::{
    Channel, ChannelWords, Document, DocumentWords, GlossaryTerm, Moment, MomentWords,
    Organisation, OrganisationWords,
};
use super::super::rehearsal::{Rehearsal, RehearsalWords};
use super::super::section::{Home, PillarPage, PlainPages};
use super::super::source::{Hosts, Source};

/// A kind of authored file.
pub(super) struct Sheet {
    /// The name of its schema file, before `.schema.json`.
    pub(super) name: &'static str,
    /// Where such files lie below `public/content`; `*` stands for one folder or file name.
    pub(super) pattern: &'static str,
    make: fn(SchemaGenerator) -> Schema,
    made: OnceLock<Value>,
}

impl Sheet {
    const fn new(
        name: &'static str,
        pattern: &'static str,
        make: fn(SchemaGenerator) -> Schema,
    ) -> Self {
        Self { name, pattern, make, made: OnceLock::new() }
    }

    /// The kind of a file, when the program reads such files.
    pub(super) fn of(file: &str) -> Option<&'static Sheet> {
        SHEETS.iter().find(|sheet| sheet.holds(file))
    }

    fn holds(&self, file: &str) -> bool {
        let (mut names, mut parts) = (file.split('/'), self.pattern.split('/'));
        loop {
            match (names.next(), parts.next()) {
                (None, None) => return true,
                (Some("shared" | "map"), Some("*")) => return false,
                (Some(_), Some("*")) => {}
                (Some(name), Some("*.json")) if name.ends_with(".json") => {}
                (Some(name), Some(part)) if name == part => {}
                _ => return false,
            }
        }
    }

    /// The JSON Schema of such files.
    pub(super) fn schema(&self) -> &Value {
        self.made.get_or_init(|| (self.make)(SchemaSettings::draft07().into_generator()).to_value())
    }
}

fn of<T: JsonSchema>(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<T>()
}

/// Every kind of authored file.
pub(super) static SHEETS: [Sheet; 43] = [
    Sheet::new("index", "index.json", of::<Edition>),
    Sheet::new("shared-explainers", "shared/explainers.json", of::<Vec<ExplainerData>>),
    Sheet::new("shared-facts", "shared/facts.json", of::<Vec<Fact>>),
    Sheet::new("sources", "shared/sources.json", of::<Vec<Source>>),
    Sheet::new("provinces", "shared/provinces.json", of::<Provinces>),
    Sheet::new("communes", "shared/communes.json", of::<Communes>),
    Sheet::new("regions", "shared/regions.json", of::<Vec<Region>>),
    Sheet::new("shared-documents", "shared/documents.json", of::<Vec<Document>>),
    Sheet::new("shared-organisations", "shared/organisations.json", of::<Vec<Organisation>>),
    Sheet::new("shared-timeline", "shared/timeline.json", of::<Vec<Moment>>),
    Sheet::new("shared-channels", "shared/channels.json", of::<Vec<Channel>>),
    Sheet::new("shared-models", "shared/models.json", of::<Vec<Model>>),
    Sheet::new("shared-model-kinds", "shared/model-kinds.json", of::<Vec<ModelKind>>),
    Sheet::new("shared-indicators", "shared/indicators.json", of::<Vec<Indicator>>),
    Sheet::new("shared-rehearsals", "shared/rehearsals.json", of::<Vec<Rehearsal>>),
    Sheet::new("hosts", "shared/hosts.json", of::<Hosts>),
    Sheet::new("map-borders", "map/vn-lo.plane.topo.json", of::<TopologyFile>),
    Sheet::new("map-borders-fine", "map/vn-mid.plane.topo.json", of::<TopologyFile>),
    Sheet::new("map-labels", "map/labels.json", of::<Vec<Anchor>>),
    Sheet::new("map-islands", "map/islands.json", of::<Islands>),
    Sheet::new("map-tiles", "map/tiles.json", of::<Tiles>),
    Sheet::new("shared-province-notes", "shared/province-notes.json", of::<ProvinceNotes>),
    Sheet::new("shared-quiz-bank", "shared/quiz/bank.json", of::<Frame>),
    Sheet::new("shared-quiz", "shared/quiz/*.json", of::<Vec<Item>>),
    Sheet::new("quiz-words", "*/quiz/words.json", of::<GuideWords>),
    Sheet::new("quiz", "*/quiz/*.json", of::<Vec<ItemWords>>),
    Sheet::new("interface", "*/interface.json", of::<Interface>),
    Sheet::new("units", "*/units.json", of::<BTreeMap<String, String>>),
    Sheet::new("facts", "*/facts.json", of::<Vec<FactWords>>),
    Sheet::new("explainer", "*/explainers/*.json", of::<Explainer>),
    Sheet::new("glossary", "*/glossary.json", of::<Vec<GlossaryTerm>>),
    Sheet::new("documents", "*/documents.json", of::<Vec<DocumentWords>>),
    Sheet::new("organisations", "*/organisations.json", of::<Vec<OrganisationWords>>),
    Sheet::new("timeline", "*/timeline.json", of::<Vec<MomentWords>>),
    Sheet::new("channels", "*/channels.json", of::<Vec<ChannelWords>>),
    Sheet::new("models", "*/models.json", of::<Vec<ModelWords>>),
    Sheet::new("model-kinds", "*/model-kinds.json", of::<Vec<ModelKindWords>>),
    Sheet::new("indicators", "*/indicators.json", of::<Vec<IndicatorWords>>),
    Sheet::new("rehearsal", "*/rehearsals/*.json", of::<RehearsalWords>),
    Sheet::new("pillars", "*/pillars.json", of::<Vec<PillarPage>>),
    Sheet::new("home", "*/home.json", of::<Home>),
    Sheet::new("province-notes", "*/province-notes.json", of::<ProvinceNotesWords>),
    Sheet::new("pages", "*/pages.json", of::<PlainPages>),
];

/// The JSON Schema files for `docs/schema`: name and text.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    SHEETS
        .iter()
        .map(|sheet| (format!("{}.schema.json", sheet.name), pretty(sheet.schema())))
        .collect()
}

/// `.vscode/settings.json`: which schema completes which file while somebody types.
#[must_use]
pub fn editor_settings() -> String {
    let entry = |sheet: &Sheet| {
        let mut patterns = vec![format!("/public/content/{}", sheet.pattern)];
        if sheet.pattern.starts_with("*/") {
            patterns.push(String::from("!/public/content/shared/**"));
            patterns.push(String::from("!/public/content/map/**"));
        }
        json!({ "fileMatch": patterns, "url": format!("./docs/schema/{}.schema.json", sheet.name) })
    };
    let entries: Vec<Value> = SHEETS.iter().map(entry).collect();
    pretty(&json!({ "files.encoding": "utf8", "json.schemas": entries }))
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
