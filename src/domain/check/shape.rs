//! Each file against the schema of its type: every key, type, choice, date and number.

use serde_json::Value;

use super::super::date::Date;
use super::super::decimal::Decimal;
use super::desk::{Desk, Findings};
use super::kind::{JsonType, ProblemKind};
use super::layout::{SHEETS, Sheet};
use super::nearest::nearest;
use super::source::{self, Node, Source};

/// Checks the shape of one file.
pub(super) fn check(desk: &Desk, file: &str, source: &Source, found: &mut Findings) {
    let is_shared = file.starts_with("shared/") || file.starts_with("map/");
    let is_known_folder = !file.contains('/') || is_shared;
    let sheet = Sheet::of(file).filter(|_| is_known_folder || desk.lang_of(file).is_some());
    let Some(sheet) = sheet else {
        let lang = desk.lang_of(file).unwrap_or(desk.default_lang());
        let places: Vec<String> =
            SHEETS.iter().map(|sheet| sheet.pattern.replacen('*', lang, 1)).collect();
        let suggestion = nearest(file, places.iter().map(String::as_str));
        found.at(file, 0, ProblemKind::UnreadFile { suggestion });
        return;
    };
    let Some(root) = &source.root else { return };
    let schema = sheet.schema();
    let is_part = sheet.name == "interface" && desk.lang_of(file) != Some(desk.default_lang());
    let model = format!("{}/interface.json", desk.default_lang());
    let fallback = if is_part { desk.tree(&model) } else { None };
    let mut walk = Walk { source, schema, found: Vec::new() };
    walk.node(schema, "", root, fallback);
    for (offset, kind) in walk.found {
        found.at(file, offset, kind);
    }
}

struct Walk<'a> {
    source: &'a Source<'a>,
    schema: &'a Value,
    found: Vec<(usize, ProblemKind)>,
}

impl<'a> Walk<'a> {
    fn fault(&mut self, node: &Node, kind: ProblemKind) {
        self.found.push((node.start, kind));
    }

    /// The definition a schema stands for, and its name.
    fn resolve<'b>(&self, schema: &'b Value, name: &'b str) -> (&'b Value, &'b str)
    where
        'a: 'b,
    {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or("");
            return (&self.schema["definitions"][name], name);
        }
        match schema["allOf"].as_array().map(Vec::as_slice) {
            Some([only]) => self.resolve(only, name),
            _ => (schema, name),
        }
    }

    fn types(&self, schema: &Value) -> Vec<JsonType> {
        let (schema, _) = self.resolve(schema, "");
        let branches = branches(schema);
        if !branches.is_empty() {
            let mut types: Vec<JsonType> = branches.iter().flat_map(|b| self.types(b)).collect();
            types.sort();
            types.dedup();
            return types;
        }
        let names = match &schema["type"] {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            name => name.as_str().map_or(Vec::new(), |name| vec![name]),
        };
        names.into_iter().filter_map(named).collect()
    }

    fn node(&mut self, schema: &Value, name: &str, node: &Node, fallback: Option<&Node>) {
        let root = self.schema;
        let (schema, name) = match schema["$ref"].as_str() {
            Some(reference) => {
                let name = reference.rsplit('/').next().unwrap_or("");
                (&root["definitions"][name], name)
            }
            None => self.resolve(schema, name),
        };
        let (expected, own) = (self.types(schema), json_type(node));
        if !expected.is_empty() && !expected.contains(&own) {
            self.fault(node, ProblemKind::WrongType { expected, found: own });
            return;
        }
        if let Some(choices) = choices(schema) {
            self.choice(choices, node);
        } else if !branches(schema).is_empty() {
            self.branch(branches(schema), own, node);
        } else {
            match &node.value {
                source::Value::Text(text) => self.text(name, text, node),
                source::Value::Number => self.number(schema, node),
                source::Value::List(items) => self.list(schema, items),
                source::Value::Object(_) => self.object(schema, node, fallback),
                _ => {}
            }
        }
    }

    /// The branch a value fits best.
    fn branch(&mut self, branches: &[Value], own: JsonType, node: &Node) {
        let mut best: Option<Vec<(usize, ProblemKind)>> = None;
        for branch in branches.iter().filter(|branch| self.types(branch).contains(&own)) {
            let mut walk = Walk { source: self.source, schema: self.schema, found: Vec::new() };
            walk.node(branch, "", node, None);
            if best.as_ref().is_none_or(|best| walk.found.len() <= best.len()) {
                best = Some(walk.found);
            }
        }
        self.found.extend(best.unwrap_or_default());
    }

    fn choice(&mut self, choices: Vec<&str>, node: &Node) {
        let Some(found) = node.text().filter(|text| !choices.contains(text)) else { return };
        let suggestion = nearest(found, choices.iter().copied());
        let choices = choices.into_iter().map(Into::into).collect();
        self.fault(node, ProblemKind::UnknownChoice { found: found.into(), suggestion, choices });
    }

    fn text(&mut self, name: &str, text: &str, node: &Node) {
        let found = String::from(text);
        match name {
            "Date" if Date::try_from(found.clone()).is_err() => {
                let suggestion = date(text);
                self.fault(node, ProblemKind::WrongDate { found, suggestion });
            }
            "Decimal" if Decimal::try_from(found.clone()).is_err() => {
                let suggestion = decimal(text);
                self.fault(node, ProblemKind::WrongDecimal { found, suggestion });
            }
            _ => {}
        }
    }

    /// A list of things alike, or a short row whose places have a type each.
    fn list(&mut self, schema: &Value, items: &[Node]) {
        for (index, item) in items.iter().enumerate() {
            let own = schema["items"].get(index).filter(|_| schema["items"].is_array());
            self.node(own.unwrap_or(&schema["items"]), "", item, None);
        }
    }

    fn number(&mut self, schema: &Value, node: &Node) {
        let text = self.source.text.get(node.start..node.end).unwrap_or("");
        let most = schema["maximum"].as_i64().unwrap_or(i64::from(u32::MAX));
        let default = if schema["format"] == "int32" { i64::from(i32::MIN) } else { 0 };
        let least = schema["minimum"].as_i64().unwrap_or(default);
        let is_right = match schema["type"] == "number" {
            true => text.parse::<f64>().is_ok_and(f64::is_finite),
            false => text.parse::<i64>().is_ok_and(|number| (least..=most).contains(&number)),
        };
        if !is_right {
            let expected = format!("{least}\u{2013}{most}");
            self.fault(node, ProblemKind::WrongNumber { expected });
        }
    }

    fn object(&mut self, schema: &Value, node: &Node, fallback: Option<&Node>) {
        let known: Vec<&str> = schema["properties"]
            .as_object()
            .map(|properties| properties.keys().map(String::as_str).collect())
            .unwrap_or_default();
        let is_used = |key: &str| node.entries().iter().any(|entry| entry.key == key);
        let mut meant: Vec<String> = Vec::new();
        for entry in node.entries() {
            let below = fallback.and_then(|fallback| fallback.get(&entry.key));
            let property = &schema["properties"][&entry.key];
            if !property.is_null() {
                self.node(property, "", &entry.node, below);
            } else if schema["additionalProperties"].is_object() {
                self.node(&schema["additionalProperties"], "", &entry.node, below);
            } else if schema["additionalProperties"] == Value::Bool(false) {
                let free = known.iter().copied().filter(|key| !is_used(key));
                let suggestion = nearest(&entry.key, free);
                meant.extend(suggestion.clone());
                let known = known.iter().map(|key| String::from(*key)).collect();
                let key = entry.key.clone();
                let kind = ProblemKind::UnknownKey { key, suggestion, known };
                self.found.push((entry.start, kind));
            }
        }
        let required = schema["required"].as_array().into_iter().flatten();
        for key in required.filter_map(Value::as_str) {
            if is_used(key) || meant.iter().any(|meant| meant == key) {
                continue;
            }
            let word = fallback.and_then(|fallback| fallback.get(key));
            let key = String::from(key);
            self.fault(
                node,
                match word {
                    Some(word) => {
                        let texts = word.texts();
                        let shown = texts.first().and_then(|(_, node)| node.text()).unwrap_or("");
                        ProblemKind::MissingWord { key, shown: shown.into() }
                    }
                    None => ProblemKind::MissingKey { key },
                },
            );
        }
    }
}

fn branches(schema: &Value) -> &[Value] {
    let branches = schema["anyOf"].as_array().or(schema["oneOf"].as_array());
    branches.map_or(&[], Vec::as_slice)
}

/// The texts a schema allows, when it lists them.
fn choices(schema: &Value) -> Option<Vec<&str>> {
    if let Some(choices) = schema["enum"].as_array() {
        return Some(choices.iter().filter_map(Value::as_str).collect());
    }
    if let Some(choice) = schema["const"].as_str() {
        return Some(vec![choice]);
    }
    let all: Option<Vec<Vec<&str>>> = branches(schema).iter().map(choices).collect();
    all.map(|all| all.concat()).filter(|all| !all.is_empty())
}

fn named(name: &str) -> Option<JsonType> {
    Some(match name {
        "null" => JsonType::Null,
        "boolean" => JsonType::Bool,
        "integer" | "number" => JsonType::Number,
        "string" => JsonType::Text,
        "array" => JsonType::List,
        "object" => JsonType::Object,
        _ => return None,
    })
}

fn json_type(node: &Node) -> JsonType {
    match node.value {
        source::Value::Null => JsonType::Null,
        source::Value::Bool => JsonType::Bool,
        source::Value::Number => JsonType::Number,
        source::Value::Text(_) => JsonType::Text,
        source::Value::List(_) => JsonType::List,
        source::Value::Object(_) => JsonType::Object,
    }
}

/// The date somebody meant by `31/10/2023`, `10/2023` or `2023-1-5`.
fn date(text: &str) -> Option<String> {
    let mut parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    parts.retain(|part| !part.is_empty());
    if parts.first().is_some_and(|part| part.len() < 3) {
        parts.reverse();
    }
    let text: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    Date::try_from(text.join("-")).ok().map(String::from)
}

/// The number somebody meant by `6,19`, `1.234.567,5` or `20 %`.
fn decimal(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| c.is_ascii_digit() || "-,.".contains(*c)).collect();
    let text = match (kept.matches('.').count(), kept.matches(',').count()) {
        (_, 1) => kept.replace('.', "").replace(',', "."),
        (0 | 1, 0) => kept,
        _ => kept.replace(['.', ','], ""),
    };
    Decimal::try_from(text).ok().map(String::from)
}
