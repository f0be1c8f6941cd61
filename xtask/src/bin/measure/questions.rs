//! `items.json`: a list of questions with their curves.

use crate::desk::{Desk, Text};
use buoc_so::domain::quiz::response::Parameters;
use buoc_so::domain::quiz::select::{Candidate, N_DOMAINS};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fmt::Display;
use xtask::run::Result;

/// Whether `dom` must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Domains {
    Needed,
    Ignored,
}

/// One entry of the list, still JSON.
struct Entry {
    number: usize,
    place: String,
    fields: Map<String, Value>,
}

/// All questions of a file, in its order.
pub(crate) fn questions(desk: &Desk, path: &str, domains: Domains) -> Result<Vec<Candidate>> {
    let text = desk.read(path)?;
    let entries = entries(desk, &text)?;
    let mut questions = Vec::new();
    let mut places = HashMap::new();
    for entry in &entries {
        let question = question(desk, entry, domains)?;
        if places.insert(question.id.clone(), questions.len()).is_some() {
            return desk.refuse(&entry.place, "item-twice", &[&question.id]);
        }
        questions.push(question);
    }
    for (entry, question) in entries.iter().zip(&mut questions) {
        question.enemies = enemies(desk, entry, &question.id, &places)?;
    }
    Ok(questions)
}

fn entries(desk: &Desk, text: &Text) -> Result<Vec<Entry>> {
    let whole: &RawValue = desk.json(text)?;
    let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(whole.get()) else {
        return desk.refuse(&text.place(whole.get()), "items-list", &[]);
    };
    let entry = |(index, raw): (usize, &&RawValue)| {
        let place = text.place(raw.get());
        match serde_json::from_str(raw.get()) {
            Ok(fields) => Ok(Entry { number: index + 1, place, fields }),
            Err(_) => desk.refuse(&place, "items-list", &[]),
        }
    };
    list.iter().enumerate().map(entry).collect()
}

fn question(desk: &Desk, entry: &Entry, domains: Domains) -> Result<Candidate> {
    let id = field(desk, entry, "id")?;
    let Some(id) = id.as_str() else { return wrong_type(desk, entry, "id", "\"…\"", id) };
    let number = |name: &str| {
        let value = field(desk, entry, name)?;
        value.as_f64().map_or_else(|| wrong_type(desk, entry, name, "0.5", value), Ok)
    };
    let (a, b, c, d) = (number("a")?, number("b")?, number("c")?, number("d")?);
    let Some(parameters) = Parameters::new(a, b, c, d) else {
        let details: [&dyn Display; 5] = [&id, &a, &b, &c, &d];
        return desk.refuse(&entry.place, "item-curve", &details);
    };
    let domain = if domains == Domains::Needed { domain(desk, entry, id)? } else { 0 };
    Ok(Candidate { id: id.into(), domain, parameters, enemies: Vec::new() })
}

fn domain(desk: &Desk, entry: &Entry, id: &str) -> Result<usize> {
    let value = field(desk, entry, "dom")?;
    match value.as_u64().and_then(|domain| usize::try_from(domain).ok()) {
        Some(domain) if domain < N_DOMAINS => Ok(domain),
        _ => desk.refuse(&entry.place, "item-domain", &[&id, value]),
    }
}

fn enemies(
    desk: &Desk,
    entry: &Entry,
    id: &str,
    places: &HashMap<String, usize>,
) -> Result<Vec<usize>> {
    let Some(value) = entry.fields.get("enemies") else { return Ok(Vec::new()) };
    let Some(list) = value.as_array() else {
        return wrong_type(desk, entry, "enemies", "[\"…\"]", value);
    };
    let place = |enemy: &Value| {
        let found = enemy.as_str().and_then(|enemy| places.get(enemy));
        found.copied().map_or_else(|| desk.refuse(&entry.place, "item-enemy", &[&id, enemy]), Ok)
    };
    list.iter().map(place).collect()
}

fn field<'a>(desk: &Desk, entry: &'a Entry, name: &str) -> Result<&'a Value> {
    entry
        .fields
        .get(name)
        .map_or_else(|| desk.refuse(&entry.place, "item-missing", &[&entry.number, &name]), Ok)
}

fn wrong_type<T>(desk: &Desk, entry: &Entry, name: &str, wanted: &str, value: &Value) -> Result<T> {
    let details: [&dyn Display; 4] = [&entry.number, &name, &wanted, value];
    desk.refuse(&entry.place, "item-type", &details)
}
