//! Ids: unique, well formed, the same in every language, and leading somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Desk, Findings};
use super::kind::{ProblemKind, Shelf};
use super::nearest::nearest;
use super::source::Node;

/// What `page:<name>` may name.
const PAGES: [&str; 16] = [
    "home",
    "explainers",
    "glossary",
    "documents",
    "timeline",
    "map",
    "models",
    "provinces",
    "indicators",
    "rehearsals",
    "self-check",
    "result",
    "search",
    "sources",
    "privacy",
    "accessibility",
];

const NOTES: &str = "shared/province-notes.json";

/// Where ids stand that must lead somewhere; a file without a folder is each language's.
const REFERENCES: [(&str, &str, Shelf); 55] = [
    ("shared/facts.json", "*.topic", Shelf::Topic),
    ("shared/facts.json", "*.place", Shelf::Place),
    ("shared/facts.json", "*.source", Shelf::Source),
    ("shared/facts.json", "*.figures.*.unit", Shelf::Unit),
    ("shared/facts.json", "*.figures.*.place", Shelf::Place),
    ("shared/facts.json", "*.figures.*.source", Shelf::Source),
    ("shared/explainers.json", "*.facts.*", Shelf::Fact),
    ("shared/explainers.json", "*.related.*", Shelf::Explainer),
    ("shared/documents.json", "*.place", Shelf::Place),
    ("shared/documents.json", "*.fact", Shelf::Fact),
    ("shared/organisations.json", "*.fact", Shelf::Fact),
    ("shared/organisations.json", "*.former.*.fact", Shelf::Fact),
    ("shared/timeline.json", "*.facts.*", Shelf::Fact),
    ("shared/channels.json", "*.fact", Shelf::Fact),
    ("shared/provinces.json", "today.*.merged_from.*", Shelf::FormerPlace),
    ("shared/provinces.json", "today.*.region", Shelf::Region),
    ("shared/provinces.json", "today.*.population.source", Shelf::Source),
    ("shared/provinces.json", "today.*.area_km2.source", Shelf::Source),
    ("shared/provinces.json", "today.*.dti.*.source", Shelf::Source),
    ("shared/provinces.json", "former.*.successor", Shelf::PlaceToday),
    ("shared/provinces.json", "former.*.dti.*.source", Shelf::Source),
    ("shared/communes.json", "source", Shelf::Source),
    ("shared/communes.json", "provinces.*.*.from.*.province", Shelf::FormerPlace),
    ("shared/models.json", "*.province", Shelf::PlaceToday),
    ("shared/models.json", "*.former", Shelf::FormerPlace),
    ("shared/models.json", "*.kind", Shelf::ModelKind),
    ("shared/models.json", "*.source", Shelf::Source),
    ("shared/models.json", "*.explainers.*", Shelf::Explainer),
    ("shared/models.json", "*.figures.*.unit", Shelf::Unit),
    ("shared/models.json", "*.figures.*.source", Shelf::Source),
    (NOTES, "notes.*.place", Shelf::Place),
    (NOTES, "notes.*.follows.*", Shelf::Note),
    (NOTES, "notes.*.facts.*", Shelf::Fact),
    (NOTES, "notes.*.organisation", Shelf::Organisation),
    (NOTES, "commitments.*.place", Shelf::Place),
    (NOTES, "commitments.*.organisation", Shelf::Organisation),
    (NOTES, "commitments.*.fact", Shelf::Fact),
    (NOTES, "commitments.*.status_fact", Shelf::Fact),
    (NOTES, "regional.*.place", Shelf::PlaceToday),
    (NOTES, "regional.*.regions.*", Shelf::Region),
    ("shared/provinces.json", "today.*.dti.*.pillars_source", Shelf::Source),
    ("shared/provinces.json", "former.*.dti.*.pillars_source", Shelf::Source),
    ("shared/indicators.json", "*.provinces.*", Shelf::PlaceToday),
    ("shared/indicators.json", "*.documents.*", Shelf::Document),
    ("shared/indicators.json", "*.explainers.*", Shelf::Explainer),
    ("shared/indicators.json", "*.parts.*.place", Shelf::Place),
    ("shared/indicators.json", "*.parts.*.series.*.*.fact", Shelf::Fact),
    ("shared/indicators.json", "*.parts.*.targets.*.fact", Shelf::Fact),
    ("shared/indicators.json", "*.parts.*.facts.*", Shelf::Fact),
    ("shared/rehearsals.json", "*.channels.*", Shelf::Channel),
    ("shared/rehearsals.json", "*.lesson", Shelf::Explainer),
    ("home.json", "tasks.*.explainer", Shelf::Explainer),
    ("explainers", "quote.fact", Shelf::Fact),
    ("explainers", "sets.*.fact", Shelf::Fact),
    ("explainers", "sets.*.items.*.term", Shelf::Term),
];

/// Lists whose ids must be unique: file, the parts they are unique within, path of the ids.
const LISTS: [(&str, &str, &str); 38] = [
    ("shared/facts.json", "", "*.id"),
    ("shared/sources.json", "", "*.id"),
    ("shared/regions.json", "", "*.id"),
    ("shared/explainers.json", "", "*.slug"),
    ("shared/documents.json", "", "*.id"),
    ("shared/organisations.json", "", "*.id"),
    ("shared/timeline.json", "", "*.id"),
    ("shared/channels.json", "", "*.id"),
    ("shared/provinces.json", "", "*.*.id"),
    ("shared/communes.json", "", "provinces.*.*.code"),
    ("shared/models.json", "", "*.id"),
    ("shared/model-kinds.json", "", "*.id"),
    (NOTES, "", "notes.*.id"),
    (NOTES, "", "commitments.*.id"),
    ("province-notes.json", "", "notes.*.id"),
    ("province-notes.json", "", "commitments.*.id"),
    ("shared/indicators.json", "", "*.id"),
    ("shared/indicators.json", "*", "parts.*.id"),
    ("indicators.json", "", "*.id"),
    ("indicators.json", "*", "parts.*.id"),
    ("shared/rehearsals.json", "", "*.slug"),
    ("shared/rehearsals.json", "*", "steps.*.id"),
    ("rehearsals", "", "steps.*.id"),
    ("models.json", "", "*.id"),
    ("model-kinds.json", "", "*.id"),
    ("facts.json", "", "*.id"),
    ("glossary.json", "", "*.id"),
    ("documents.json", "", "*.id"),
    ("organisations.json", "", "*.id"),
    ("timeline.json", "", "*.id"),
    ("channels.json", "", "*.id"),
    ("pillars.json", "", "*.id"),
    ("pillars.json", "", "*.slug"),
    ("home.json", "", "doors.*.id"),
    ("home.json", "", "tasks.*.explainer"),
    ("pages.json", "*", "sections.*.id"),
    ("explainers", "", "sets.*.id"),
    ("explainers", "", "slug"),
];

/// Ids of words and the list they must match; `None` is the default language's own file.
const TWINS: [(&str, &str, Option<&str>); 16] = [
    ("facts.json", "*.id", Some("shared/facts.json")),
    ("documents.json", "*.id", Some("shared/documents.json")),
    ("organisations.json", "*.id", Some("shared/organisations.json")),
    ("timeline.json", "*.id", Some("shared/timeline.json")),
    ("channels.json", "*.id", Some("shared/channels.json")),
    ("models.json", "*.id", Some("shared/models.json")),
    ("model-kinds.json", "*.id", Some("shared/model-kinds.json")),
    ("province-notes.json", "notes.*.id", Some(NOTES)),
    ("province-notes.json", "commitments.*.id", Some(NOTES)),
    ("indicators.json", "*.id", Some("shared/indicators.json")),
    ("indicators.json", "*.parts.*.id", Some("shared/indicators.json")),
    ("glossary.json", "*.id", None),
    ("pillars.json", "*.slug", None),
    ("home.json", "doors.*.id", None),
    ("pages.json", "*.sections.*.id", None),
    ("explainers", "sets.*.id", None),
];

/// Maps whose keys must be those of the default language.
const MAPS: [(&str, &str); 3] =
    [("units.json", ""), ("pages.json", ""), ("interface.json", "topics")];

/// The ids of every shelf; none for a shelf whose file cannot be trusted to be whole.
pub(super) struct Ids(BTreeMap<Shelf, BTreeSet<String>>);

impl Ids {
    /// Collects the ids.
    pub(super) fn new(desk: &Desk) -> Self {
        let shelves = Shelf::ALL.into_iter();
        Self(shelves.filter_map(|shelf| Some((shelf, list(desk, shelf)?))).collect())
    }

    /// What is wrong with an id that should lead to a shelf.
    pub(super) fn miss(&self, shelf: Shelf, id: &str) -> Option<ProblemKind> {
        let known = self.0.get(&shelf).filter(|known| !known.contains(id))?;
        let suggestion = nearest(id, known.iter().map(String::as_str));
        Some(ProblemKind::UnknownId { shelf, id: id.into(), suggestion })
    }
}

fn list(desk: &Desk, shelf: Shelf) -> Option<BTreeSet<String>> {
    let root = desk.tree(&shelf.file(desk.default_lang()))?;
    let texts = |records: &str, key: &str| -> Option<BTreeSet<String>> {
        let records = root.all(records);
        records.iter().map(|record| record.get(key)?.text().map(Into::into)).collect()
    };
    let mut ids = match shelf {
        Shelf::Explainer => texts("*", "slug")?,
        Shelf::Pillar => texts("*", "slug")?,
        Shelf::Place => texts("*.*", "id")?,
        Shelf::FormerPlace => texts("former.*", "id")?,
        Shelf::PlaceToday => texts("today.*", "id")?,
        Shelf::Note => texts("notes.*", "id")?,
        Shelf::Page => BTreeSet::new(),
        Shelf::Unit => root.entries().iter().map(|entry| entry.key.clone()).collect(),
        Shelf::Topic => {
            root.get("topics")?.entries().iter().map(|entry| entry.key.clone()).collect()
        }
        _ => texts("*", "id")?,
    };
    match shelf {
        Shelf::Pillar => ids.extend(["government", "economy", "society"].map(String::from)),
        Shelf::Place => ids.extend([String::from("vn")]),
        Shelf::Page => ids.extend(PAGES.map(String::from)),
        _ => {}
    }
    Some(ids)
}

/// Checks every id of every file.
pub(super) fn check(desk: &Desk, ids: &Ids, found: &mut Findings) {
    for file in desk.sources.keys() {
        let Some(root) = desk.tree(file) else { continue };
        for (_, path, shelf) in REFERENCES.iter().filter(|(name, ..)| is_file(desk, file, name)) {
            for node in root.all(path) {
                let miss = node.text().and_then(|id| ids.miss(*shelf, id));
                miss.into_iter().for_each(|kind| found.of(file, node, kind));
            }
        }
        for (_, part, path) in LISTS.iter().filter(|(name, ..)| is_file(desk, file, name)) {
            root.all(part).iter().for_each(|part| unique(desk, file, &part.all(path), found));
        }
        for (_, path, twin) in TWINS.iter().filter(|(name, ..)| is_file(desk, file, name)) {
            same(desk, file, path, *twin, found);
        }
        for (name, path) in MAPS.iter().filter(|(name, _)| is_file(desk, file, name)) {
            let map = if path.is_empty() { Some(root) } else { root.get(path) };
            let model = format!("{}/{name}", desk.default_lang());
            let other = desk.tree(&model);
            let other = if path.is_empty() { other } else { other.and_then(|o| o.get(path)) };
            if let (Some(map), Some(other)) = (map, other) {
                same_keys(file, map, &model, other, found);
            }
        }
    }
}

fn is_file(desk: &Desk, file: &str, name: &str) -> bool {
    let rest = desk.lang_of(file).and_then(|lang| file.strip_prefix(lang)?.strip_prefix('/'));
    match rest {
        Some(rest) => rest == name || rest.strip_prefix(name).is_some_and(|r| r.starts_with('/')),
        None => file == name,
    }
}

fn unique(desk: &Desk, file: &str, nodes: &[&Node], found: &mut Findings) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for node in nodes {
        let Some(id) = node.text() else { continue };
        let is_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(is_id) {
            found.of(file, node, ProblemKind::BadId { id: id.into() });
        }
        if let Some(first) = seen.get(id) {
            let line = desk.sources.get(file).map_or(0, |source| source.line(*first));
            found.of(file, node, ProblemKind::DuplicateId { id: id.into(), line });
        } else {
            seen.insert(id, node.start);
        }
    }
}

/// Ids of a words file against their twin: the shared list or the default language.
fn same(desk: &Desk, file: &str, path: &str, twin: Option<&str>, found: &mut Findings) {
    let name = file.split_once('/').map_or(file, |(_, name)| name);
    let other = twin.map_or_else(|| format!("{}/{name}", desk.default_lang()), Into::into);
    let (Some(root), Some(model)) = (desk.tree(file), desk.tree(&other)) else { return };
    let texts = |nodes: Vec<&Node>| -> Option<BTreeSet<String>> {
        nodes.iter().map(|node| node.text().map(Into::into)).collect()
    };
    let (Some(own), Some(wanted)) = (texts(root.all(path)), texts(model.all(path))) else { return };
    for node in root.all(path) {
        let id = node.text().unwrap_or("");
        if !wanted.contains(id) {
            let free = wanted.difference(&own).map(String::as_str);
            let suggestion = nearest(id, free);
            found.of(
                file,
                node,
                ProblemKind::StrayId { id: id.into(), other: other.clone(), suggestion },
            );
        }
    }
    for id in wanted.difference(&own) {
        let is_misspelt =
            own.difference(&wanted).any(|stray| nearest(stray, [id.as_str()]).is_some());
        if !is_misspelt {
            found.of(file, root, ProblemKind::LacksId { id: id.clone(), other: other.clone() });
        }
    }
}

fn same_keys(file: &str, map: &Node, model: &str, other: &Node, found: &mut Findings) {
    let has = |map: &Node, key: &str| map.entries().iter().any(|entry| entry.key == key);
    let lacked = other.entries().iter().filter(|entry| !has(map, &entry.key));
    for entry in map.entries().iter().filter(|entry| !has(other, &entry.key)) {
        let keys = lacked.clone().map(|entry| entry.key.as_str());
        let suggestion = nearest(&entry.key, keys);
        let (id, other) = (entry.key.clone(), model.into());
        found.at(file, entry.start, ProblemKind::StrayId { id, other, suggestion });
    }
    for entry in lacked {
        let strays = map.entries().iter().filter(|entry| !has(other, &entry.key));
        if nearest(&entry.key, strays.map(|entry| entry.key.as_str())).is_some() {
            continue;
        }
        let (id, other) = (entry.key.clone(), String::from(model));
        let shown = entry.node.text().unwrap_or("").to_owned();
        let kind = match file.ends_with("/interface.json") {
            true => ProblemKind::MissingWord { key: id, shown },
            false => ProblemKind::LacksId { id, other },
        };
        found.of(file, map, kind);
    }
}
