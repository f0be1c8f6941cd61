//! What has been counted, aimed at, estimated or noted about a province.

use super::super::super::date::Date;
use super::super::super::fact::{Fact, Figure, Status};
use super::super::super::indicator::ranks;
use super::super::super::model;
use super::super::super::page::{Block, Row, Tag};
use super::super::super::passport::{date_words, place_words, tags};
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::{plain, row, section};
use super::Place;

/// Where on the page a figure or statement stands (T3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Target,
    Result,
    Estimate,
    Record,
    Event,
}

/// A figure of a fact, or a fact without figures.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) kind: Kind,
    pub(super) fact: &'a Fact,
    /// From 1; `None` for a statement.
    pub(super) number: Option<usize>,
    pub(super) place: &'a str,
    pub(super) as_of: Option<Date>,
}

impl<'a> Entry<'a> {
    fn of(fact: &'a Fact, number: Option<usize>) -> Self {
        let figure = number.and_then(|number| fact.figures.get(number - 1));
        let kind = match figure.map(|figure| figure.status) {
            _ if fact.topic == "event" => Kind::Event,
            Some(Status::Target | Status::DraftTarget) => Kind::Target,
            Some(Status::Measured) => Kind::Result,
            Some(Status::Estimate | Status::Expected | Status::Derived) => Kind::Estimate,
            Some(Status::Rule | Status::Stated) => Kind::Record,
            None if fact.topic == "targets" => Kind::Target,
            None => Kind::Record,
        };
        let place = figure.and_then(|figure| figure.place.as_deref()).unwrap_or(&fact.place);
        let as_of = figure.and_then(|figure| figure.as_of).or(fact.as_of);
        Self { kind, fact, number, place, as_of }
    }

    pub(super) fn figure(&self) -> Option<&'a Figure> {
        self.fact.figures.get(self.number? - 1)
    }

    /// The same number of the same thing, once told here and once in a list of many places.
    fn repeats(&self, other: &Self) -> bool {
        let in_list = |entry: &Self| entry.fact.place != entry.place;
        let year = |entry: &Self| entry.as_of.map(Date::year);
        let (Some(a), Some(b)) = (self.figure(), other.figure()) else { return false };
        (in_list(self) || in_list(other))
            && self.fact.id != other.fact.id
            && a.of.is_some()
            && (&a.value, &a.unit, a.of) == (&b.value, &b.unit, b.of)
            && (self.place, year(self)) == (other.place, year(other))
    }

    /// Whether readers see that it is not confirmed.
    fn is_weak(&self) -> bool {
        let own = self.figure().and_then(|figure| figure.confidence);
        own.unwrap_or(self.fact.confidence).needs_badge()
    }
}

impl<'a> Draft<'a> {
    /// Every figure and statement about a place: today's first, the newest first.
    pub(super) fn entries(&self, place: &Place<'a>) -> Vec<Entry<'a>> {
        let mut entries: Vec<Entry> = Vec::new();
        let library = self.library();
        let own = library.models.iter().map(|model| model::fact_id(&model.id));
        let mut elsewhere: Vec<String> = own.collect();
        elsewhere.push(place.province.fact_id());
        // Ranks stand in the rank section, drawn and told.
        let is_elsewhere = |id: &String| elsewhere.contains(id) || ranks::is_fact(id);
        for fact in library.facts.iter().filter(|fact| !is_elsewhere(&fact.id)) {
            let numbers = (1..=fact.figures.len()).map(Some);
            for number in numbers.chain(fact.figures.is_empty().then_some(None)) {
                let entry = Entry::of(fact, number);
                if !place.holds(entry.place) {
                    continue;
                }
                match entries.iter_mut().find(|old| old.repeats(&entry)) {
                    Some(old) if old.is_weak() && !entry.is_weak() => *old = entry,
                    Some(_) => {}
                    None => entries.push(entry),
                }
            }
        }
        let order = |id: &str| place.ids().position(|known| known == id);
        let newest = |entry: &Entry| entry.as_of.map_or(0, |date| -date.last_day());
        entries.sort_by_key(|entry| (order(entry.place), newest(entry)));
        entries
    }

    pub(super) fn targets(&mut self, place: &Place<'a>, entries: &[Entry<'a>]) -> Option<Block> {
        let words = &self.words().province_page;
        let mut body = self.entry_rows(place, entries, Kind::Target)?;
        body.insert(0, Block::Small(plain(&words.targets_note)));
        Some(section("targets", &words.targets, "", "", body))
    }

    pub(super) fn results(&mut self, place: &Place<'a>, entries: &[Entry<'a>]) -> Option<Block> {
        let title = &self.words().province_page.results;
        let body = self.entry_rows(place, entries, Kind::Result)?;
        Some(section("results", title, "", "", body))
    }

    pub(super) fn estimates(&mut self, place: &Place<'a>, entries: &[Entry<'a>]) -> Option<Block> {
        let title = &self.words().province_page.estimates;
        let body = self.entry_rows(place, entries, Kind::Estimate)?;
        Some(section("estimates", title, "", "", body))
    }

    pub(super) fn records(&mut self, place: &Place<'a>, entries: &[Entry<'a>]) -> Option<Block> {
        let title = &self.words().province_page.recorded;
        let body = self.entry_rows(place, entries, Kind::Record)?;
        Some(section("recorded", title, "", "", body))
    }

    /// Moments of the timeline that lie here, and what was told of events.
    pub(super) fn events(&mut self, place: &Place<'a>, entries: &[Entry<'a>]) -> Option<Block> {
        let library = self.library();
        let here = |id: &String| library.fact(id).is_some_and(|fact| place.holds(&fact.place));
        let mut rows = Vec::new();
        for moment in library.timeline.iter().filter(|moment| moment.facts.iter().any(here)) {
            let Some(words) = self.pack().timeline.iter().find(|w| w.id == moment.id) else {
                continue;
            };
            rows.push(Row {
                to: self.composer.to_fragment(Route::Timeline, &moment.id),
                icon: "calendar".into(),
                kicker: date_words(self.words(), moment.date),
                title: words.title.clone(),
                ..row()
            });
        }
        let mut body = Vec::new();
        if !rows.is_empty() {
            body.push(Block::Rows(rows));
        }
        body.extend(self.entry_rows(place, entries, Kind::Event).unwrap_or_default());
        let title = &self.words().province_page.events;
        (!body.is_empty()).then(|| section("events", title, "", "", body))
    }

    /// Rows of a kind, each former province under its own name (T2).
    fn entry_rows(
        &mut self,
        place: &Place<'a>,
        entries: &[Entry<'a>],
        kind: Kind,
    ) -> Option<Vec<Block>> {
        let mut body = Vec::new();
        for id in place.ids() {
            let is_own = |entry: &&Entry| {
                let told = entry.number.is_none() && self.is_told(place, &entry.fact.id);
                entry.kind == kind && entry.place == id && !told
            };
            let own: Vec<&Entry> = entries.iter().filter(is_own).collect();
            if own.is_empty() {
                continue;
            }
            let mut rows: Vec<Row> = Vec::new();
            for (index, entry) in own.iter().enumerate() {
                let words = self.pack().fact(&entry.fact.id);
                let caution = words.and_then(|words| words.caution.as_deref());
                let next = own.get(index + 1).and_then(|next| self.pack().fact(&next.fact.id));
                let repeats = next.is_some_and(|next| next.caution.as_deref() == caution);
                let mut row = self.entry_row(entry);
                if let Some(caution) = caution.filter(|_| !repeats) {
                    row.more.push(self.rich(caution));
                }
                rows.push(row);
            }
            if place.is_merged() {
                let name = place_words(self.library(), self.words(), id);
                body.push(Block::Tree(Element::of("h3", "quiet").text(&name)));
            }
            body.push(Block::Rows(rows));
        }
        (!body.is_empty()).then_some(body)
    }

    fn entry_row(&mut self, entry: &Entry<'a>) -> Row {
        let words = self.words();
        let figure = entry.figure();
        let text = match entry.number {
            Some(number) => self.counted(&entry.fact.id, number),
            None => {
                let words = self.pack().fact(&entry.fact.id);
                plain(words.map_or("", |words| words.statement.as_str()))
            }
        };
        let date = figure.and_then(|figure| figure.due).or(entry.as_of);
        let date = date.map_or_else(|| words.dates.unknown.clone(), |date| date_words(words, date));
        let is_due = figure.is_some_and(|figure| figure.due.is_some());
        let kicker = match is_due {
            true => [&words.province_page.due_by, " ", &date].concat(),
            false => date,
        };
        let mut row_tags = tags(words, entry.fact, figure);
        if figure.is_none() && entry.kind == Kind::Target {
            row_tags.insert(0, Tag { text: words.statuses.target.clone(), tone: String::new() });
        }
        row_tags.extend(self.old_badge(entry.place));
        let more = match entry.number {
            Some(_) => Vec::new(),
            None => vec![self.source_line(std::slice::from_ref(&entry.fact.id))],
        };
        Row { kicker, text, tags: row_tags, more, ..row() }
    }
}
