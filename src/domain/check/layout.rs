//! Which file holds what: each authored file's type, and the JSON Schema made from it.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::super::catalog::Edition;
use super::super::explainer::{Explainer, ExplainerData};
use super::super::fact::{Fact, FactWords};
use super::super::interface::Interface;
use super::super::place::Provinces;
use super::super::reference::{
    Channel, ChannelWords, Document, DocumentWords, GlossaryTerm, Moment, MomentWords,
    Organisation, OrganisationWords,
};
use super::super::section::{Home, PillarPage, PlainPages};
use super::super::source::{Hosts, Source};

/// A row of `shared/regions.json`, which only the map's tools read.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Region {
    id: String,
    vi: String,
    en: String,
}

/// A kind of authored file.
pub(super) struct Sheet {
    /// The name of its schema file, before `.schema.json`.
    pub(super) name: &'static str,
    /// Where such files lie below `public/content`; `*` stands for one folder or file name.
    pub(super) pattern: &'static str,
    schema: fn(SchemaGenerator) -> Schema,
}

fn of<T: JsonSchema>(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<T>()
}

/// Every kind of authored file.
pub(super) const SHEETS: [Sheet; 24] = [
    Sheet { name: "index", pattern: "index.json", schema: of::<Edition> },
    Sheet {
        name: "shared-explainers",
        pattern: "shared/explainers.json",
        schema: of::<Vec<ExplainerData>>,
    },
    Sheet { name: "shared-facts", pattern: "shared/facts.json", schema: of::<Vec<Fact>> },
    Sheet { name: "sources", pattern: "shared/sources.json", schema: of::<Vec<Source>> },
    Sheet { name: "provinces", pattern: "shared/provinces.json", schema: of::<Provinces> },
    Sheet { name: "regions", pattern: "shared/regions.json", schema: of::<Vec<Region>> },
    Sheet {
        name: "shared-documents",
        pattern: "shared/documents.json",
        schema: of::<Vec<Document>>,
    },
    Sheet {
        name: "shared-organisations",
        pattern: "shared/organisations.json",
        schema: of::<Vec<Organisation>>,
    },
    Sheet { name: "shared-timeline", pattern: "shared/timeline.json", schema: of::<Vec<Moment>> },
    Sheet { name: "shared-channels", pattern: "shared/channels.json", schema: of::<Vec<Channel>> },
    Sheet { name: "hosts", pattern: "shared/hosts.json", schema: of::<Hosts> },
    Sheet { name: "interface", pattern: "*/interface.json", schema: of::<Interface> },
    Sheet { name: "units", pattern: "*/units.json", schema: of::<BTreeMap<String, String>> },
    Sheet { name: "facts", pattern: "*/facts.json", schema: of::<Vec<FactWords>> },
    Sheet { name: "explainer", pattern: "*/explainers/*.json", schema: of::<Explainer> },
    Sheet { name: "glossary", pattern: "*/glossary.json", schema: of::<Vec<GlossaryTerm>> },
    Sheet { name: "documents", pattern: "*/documents.json", schema: of::<Vec<DocumentWords>> },
    Sheet {
        name: "organisations",
        pattern: "*/organisations.json",
        schema: of::<Vec<OrganisationWords>>,
    },
    Sheet { name: "timeline", pattern: "*/timeline.json", schema: of::<Vec<MomentWords>> },
    Sheet { name: "channels", pattern: "*/channels.json", schema: of::<Vec<ChannelWords>> },
    Sheet { name: "pillars", pattern: "*/pillars.json", schema: of::<Vec<PillarPage>> },
    Sheet { name: "home", pattern: "*/home.json", schema: of::<Home> },
    Sheet { name: "pages", pattern: "*/pages.json", schema: of::<PlainPages> },
    Sheet { name: "interface-part", pattern: "", schema: of::<Interface> },
];
