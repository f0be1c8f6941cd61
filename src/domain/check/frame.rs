//! The frame: version and hosts, templates with their slots, twelve months.

use super::super::catalog::SCHEMA_VERSION;
use super::super::lang::is_code;
use super::super::source::host;
use super::desk::{Desk, Findings};
use super::kind::{CountUnit, ProblemKind};
use super::source::Node;

/// Checks what holds the pages together.
pub(super) fn check(desk: &Desk, found: &mut Findings) {
    let version: Vec<(&Node, u32)> = desk.records("index.json", "schema_version");
    for (node, _) in version.iter().filter(|(_, version)| *version != SCHEMA_VERSION) {
        let expected = SCHEMA_VERSION.to_string();
        found.of("index.json", node, ProblemKind::WrongNumber { expected });
    }
    if let Some(node) = desk.tree("index.json").and_then(|root| root.get("origin")) {
        let origin = node.text().unwrap_or("");
        if !is_origin(origin) {
            found.of("index.json", node, ProblemKind::BadOrigin { origin: origin.into() });
        }
    }
    let codes = desk.tree("index.json").map(|root| root.all("languages.*.code"));
    for node in codes.unwrap_or_default() {
        if let Some(id) = node.text().filter(|text| !is_code(text)) {
            found.of("index.json", node, ProblemKind::BadId { id: id.into() });
        }
    }
    if let Some(hosts) = desk.tree("shared/hosts.json") {
        for (_, node) in hosts.texts() {
            let text = node.text().unwrap_or("");
            let is_host = host(&format!("https://{text}/")).is_some()
                && !text.contains(['/', ':', '?', '#'])
                && text.to_lowercase() == text;
            if !is_host {
                found.of("shared/hosts.json", node, ProblemKind::BadHost { host: text.into() });
            }
        }
    }
    for (file, source) in &desk.sources {
        for (key, node) in source.root.as_ref().map(Node::texts).unwrap_or_default() {
            let is_empty = node.text().is_some_and(|text| text.trim().is_empty());
            if is_empty && key != "equal" {
                found.of(file, node, ProblemKind::EmptyText);
            }
        }
    }
    for lang in &desk.langs {
        let units = format!("{lang}/units.json");
        for entry in desk.tree(&units).map(Node::entries).unwrap_or_default() {
            let mut expected = vec![String::from("{n}")];
            expected.extend((entry.key == "rank").then(|| String::from("{of}")));
            slots(&units, &entry.node, expected, found);
        }
        let frame = format!("{lang}/interface.json");
        let Some(root) = desk.tree(&frame) else { continue };
        if let Some(months) = root.get("months").filter(|months| months.items().len() != 12) {
            let unit = CountUnit::Items;
            let count = months.items().len();
            found.of(
                &frame,
                months,
                ProblemKind::Count { unit, found: count, least: 12, most: 12 },
            );
        }
        if let Some(model) = desk.tree(&format!("{}/interface.json", desk.default_lang())) {
            same_slots(&frame, root, model, found);
        }
    }
}

/// Whether a text is a scheme and a host, perhaps with a port, and nothing behind it.
fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':');
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(is_letter))
}

/// The slots of a template, with their braces.
fn slots_of(text: &str) -> Vec<String> {
    let parts = text.split('{').skip(1);
    let names = parts.filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    let mut slots: Vec<String> = names.map(|name| format!("{{{name}}}")).collect();
    slots.sort();
    slots.dedup();
    slots
}

fn slots(file: &str, node: &Node, expected: Vec<String>, findings: &mut Findings) {
    let Some(text) = node.text() else { return };
    let found = slots_of(text);
    if found != expected {
        findings.of(file, node, ProblemKind::Slots { expected, found });
    }
}

fn same_slots(file: &str, node: &Node, model: &Node, found: &mut Findings) {
    if let Some(text) = model.text() {
        slots(file, node, slots_of(text), found);
    }
    for entry in node.entries() {
        if let Some(model) = model.get(&entry.key) {
            same_slots(file, &entry.node, model, found);
        }
    }
}
