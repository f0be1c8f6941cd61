//! One page for somebody with ten minutes before a meeting (J-10).

use super::super::super::date::Date;
use super::super::super::fact::Status;
use super::super::super::interface::fill;
use super::super::super::model::Model;
use super::super::super::page::{self, Block, Rich, Span};
use super::super::super::passport::{confidence_word, date_words, status_word};
use super::super::super::province_notes::NoteKind;
use super::super::super::route::Route;
use super::super::super::tree::Element;
use super::super::Draft;
use super::super::explainer::{plain, section};
use super::Place;
use super::figures::{Entry, Kind};

/// Lines of a part: the sheet must stay one sheet.
const MOST: usize = 4;
const NEAREST: usize = 3;
const SEPARATOR: &str = " \u{b7} ";

impl<'a> Draft<'a> {
    pub(super) fn summary(&mut self, place: &Place<'a>, has_ranks: bool) -> Block {
        let words = &self.words().province_page;
        let mut stand = self.stand(place);
        if stand.is_empty() && has_ranks {
            stand.push(vec![Span::A("#ranks".into(), words.see_ranks.clone())]);
        }
        let parts = [
            (&words.stand, stand),
            (&words.promised, self.promised(place)),
            (&words.lacking, self.lacking(place)),
            (&words.nearest, self.nearest(place)),
        ];
        let unknown = &self.words().headings.unknown;
        let parts = parts.into_iter().map(|(title, mut lines)| {
            if lines.is_empty() {
                lines.push(plain(unknown));
            }
            let items = lines.into_iter().map(|line| Element::new("li").rich(line));
            let list = Element::of("ul", "list").children(items);
            Element::of("li", "stack stack--s").child(Element::new("h3").text(title)).child(list)
        });
        let grid = Element::of("ul", "summary__grid").children(parts.collect::<Vec<_>>());
        let date = date_words(self.words(), self.library().edition.content_version);
        let address = self.composer.to(Route::Province(place.province.id.clone()));
        let line = [&fill(&words.print_line, "date", &date), " ", &address].concat();
        let body = vec![
            Block::Tree(Element::of("p", "small quiet screen").text(&words.summary_note)),
            Block::Tree(grid),
            Block::Tree(Element::of("p", "paper small").text(&line)),
        ];
        section("summary", &words.summary, "", "summary", body)
    }

    /// Measured ranks and shares, the newest of each place first.
    fn stand(&mut self, place: &Place<'a>) -> Vec<Rich> {
        let entries = self.entries(place);
        let is_own = |entry: &&Entry| entry.kind == Kind::Result && entry.fact.topic != "models";
        let mut own: Vec<_> = entries.iter().filter(is_own).collect();
        own.sort_by_key(|entry| {
            let is_rank = entry.figure().is_some_and(|figure| figure.unit == "rank");
            (!is_rank, entry.as_of.map_or(0, |date| -date.last_day()))
        });
        own.into_iter().take(MOST).map(|entry| self.entry_line(entry)).collect()
    }

    /// Number, what it counts, the former province, its date, and a badge when it is not
    /// confirmed.
    fn entry_line(&mut self, entry: &Entry<'a>) -> Rich {
        let mut line = self.counted(&entry.fact.id, entry.number.unwrap_or(1));
        let said = page::plain(&line);
        let words = self.words();
        let figure = entry.figure();
        let badge = self.old_badge(entry.place).map(|badge| badge.text);
        let badge = badge.filter(|badge| !said.contains(badge.as_str()));
        let is_target = entry.kind == Kind::Target;
        let is_said = |date: &Date| said.contains(&date.year().to_string());
        let date = entry.as_of.filter(|date| !is_target && !is_said(date));
        let date = date.map(|date| date_words(words, date));
        let confidence = figure.and_then(|f| f.confidence).unwrap_or(entry.fact.confidence);
        let weak = confidence.needs_badge();
        let weak = weak.then(|| confidence_word(words, confidence).to_lowercase());
        for part in badge.into_iter().chain(date).chain(weak) {
            line.push(Span::T([SEPARATOR, &part].concat()));
        }
        line
    }

    /// Promises with their status, then targets with their year, each called a target (T3).
    fn promised(&mut self, place: &Place<'a>) -> Vec<Rich> {
        let mut lines = Vec::new();
        for (made, told) in self.promises(place).into_iter().take(2) {
            let mut line = self.rich(&told.what);
            let status = self.status_tag(made.status).text;
            line.push(Span::T([SEPARATOR, &status].concat()));
            lines.push(line);
        }
        let entries = self.entries(place);
        let mut targets: Vec<_> = entries
            .iter()
            .filter(|entry| entry.kind == Kind::Target && entry.number.is_some())
            .filter(|entry| entry.figure().is_some_and(|f| f.status == Status::Target))
            .collect();
        targets.sort_by_key(|entry| entry.figure().and_then(|f| f.due).map(|due| due.last_day()));
        for entry in targets.into_iter().take(MOST - lines.len().min(MOST)) {
            let Some(figure) = entry.figure() else { continue };
            let status = status_word(self.words(), figure.status);
            let due = figure.due.map(|due| date_words(self.words(), due)).unwrap_or_default();
            let mut line = plain(&[status, " ", &due, ": "].concat());
            line.extend(self.entry_line(entry));
            lines.push(line);
        }
        lines
    }

    /// Gaps first, then problems.
    fn lacking(&mut self, place: &Place<'a>) -> Vec<Rich> {
        let mut notes = self.notes(place, NoteKind::Gap);
        notes.extend(self.notes(place, NoteKind::Problem));
        let mut lines = Vec::new();
        for note in notes.into_iter().take(MOST) {
            let mut line = self.note_text(note);
            if let Some(badge) = self.old_badge(&note.place) {
                line.push(Span::T([SEPARATOR, &badge.text].concat()));
            }
            lines.push(line);
        }
        if lines.len() < MOST && self.barriers(place).is_some() {
            let title = self.words().province_page.barriers.clone();
            lines.push(vec![Span::A("#barriers".into(), title)]);
        }
        lines
    }

    /// The province's own models, then those of the same region.
    fn nearest(&mut self, place: &Place<'a>) -> Vec<Rich> {
        let mut models: Vec<&Model> = self.models_of(&place.province.id);
        let own = models.len();
        let near =
            self.library().provinces.today.iter().filter(|other| {
                other.region == place.province.region && other.id != place.province.id
            });
        models.extend(near.flat_map(|other| self.models_of(&other.id)));
        let mut lines = Vec::new();
        for (index, model) in models.into_iter().take(NEAREST).enumerate() {
            let Some(words) = self.pack().models.iter().find(|w| w.id == model.id) else {
                continue;
            };
            let to = self.composer.to(Route::Model(model.id.clone()));
            let mut line = vec![Span::A(to, words.name.clone())];
            let about = if index < own {
                words.place.clone()
            } else {
                let lang = &self.pack().lang;
                let name = self.library().provinces.today_of(&model.province);
                let name = name.map_or("", |other| other.name(lang));
                fill(&self.words().province_page.near, "name", name)
            };
            line.push(Span::T([SEPARATOR, &about].concat()));
            lines.push(line);
        }
        lines
    }
}
