//! Beside the story of a province: its models, its documents, the units it was made of.

use super::super::super::interface::fill;
use super::super::super::model::Model;
use super::super::super::page::{Block, Row, Span};
use super::super::super::passport::{date_words, place_words};
use super::super::super::place::FormerProvince;
use super::super::super::route::Route;
use super::super::Draft;
use super::super::explainer::{plain, row, section};
use super::Place;

/// Rows of a shelf before the rest is left to its own page.
const MOST: usize = 8;

impl<'a> Draft<'a> {
    pub(super) fn province_shelves(&mut self, place: &Place<'a>) -> Vec<Block> {
        vec![self.models_here(place), self.documents_here(place)]
    }

    /// The models of a province, those with the firmest evidence first.
    pub(super) fn models_of(&self, id: &str) -> Vec<&'a Model> {
        let models = self.library().models.iter().filter(|model| model.province == id);
        let mut models: Vec<&Model> = models.collect();
        models.sort_by_key(|model| (model.evidence, &model.id));
        models
    }

    pub(super) fn model_row(&self, model: &Model) -> Option<Row> {
        let words = self.pack().models.iter().find(|words| words.id == model.id)?;
        let tag = self.pillar_tag(model.pillar);
        Some(Row {
            to: self.composer.to(Route::Model(model.id.clone())),
            icon: "star".into(),
            tone: tag.tone,
            title: words.name.clone(),
            kicker: words.place.clone(),
            ..row()
        })
    }

    fn models_here(&mut self, place: &Place<'a>) -> Block {
        let words = &self.words().province_page;
        let models = self.models_of(&place.province.id);
        let count = models.len();
        let rows: Vec<Row> =
            models.iter().take(MOST).filter_map(|model| self.model_row(model)).collect();
        if rows.is_empty() {
            let body = vec![Block::Text(plain(&words.no_models))];
            return section("models", &words.models, "", "", body);
        }
        let title = [&words.models, " (", &count.to_string(), ")"].concat();
        let mut body = vec![Block::Rows(rows)];
        if count > MOST {
            let map = self.map_of(&place.province.id);
            body.push(Block::Text(vec![Span::A(map, words.on_map.clone())]));
        }
        section("models", &title, "", "", body)
    }

    fn documents_here(&mut self, place: &Place<'a>) -> Block {
        let words = &self.words().province_page;
        let mut rows = Vec::new();
        for paper in self.library().documents.iter().filter(|paper| place.holds(&paper.place)) {
            let Some(told) = self.pack().documents.iter().find(|told| told.id == paper.id) else {
                continue;
            };
            let date = paper.date.map(|date| date_words(self.words(), date));
            let kicker = [Some(paper.number.clone()), date].into_iter().flatten();
            rows.push(Row {
                to: self.composer.to_fragment(Route::Documents, &paper.id),
                icon: "doc".into(),
                kicker: kicker.collect::<Vec<_>>().join(" \u{b7} "),
                title: told.title.clone(),
                tags: self.old_badge(&paper.place).into_iter().collect(),
                ..row()
            });
        }
        let body = match rows.is_empty() {
            true => vec![Block::Text(plain(&self.words().headings.unknown))],
            false => vec![Block::Rows(rows)],
        };
        section("documents", &words.documents, "", "", body)
    }

    /// The units before the merger, each the landing place of its old name.
    pub(super) fn former_units(&mut self, place: &Place<'a>) -> Option<Block> {
        let units: Vec<&FormerProvince> = place.former().collect();
        let entries = self.entries(place);
        let words = &self.words().province_page;
        let name = place.province.name(&self.pack().lang);
        let mut rows = Vec::new();
        for unit in units {
            let text = match unit.valid_to {
                Some(date) => {
                    let date = date_words(self.words(), date);
                    fill(&fill(&words.unit_life, "date", &date), "name", name)
                }
                None => [&unit.name, ": ", &words.now_in, " ", name].concat(),
            };
            // Ranks stand in their own section, but they are known figures of the unit.
            let told = entries.iter().filter(|entry| entry.place == unit.id).count();
            let count = told + unit.dti.len();
            let told = match count {
                0 => self.words().headings.unknown.clone(),
                count => fill(&words.unit_facts, "n", &count.to_string()),
            };
            rows.push(Row {
                id: unit.id.clone(),
                title: place_words(self.library(), self.words(), &unit.id),
                text: plain(&text),
                more: vec![plain(&told)],
                ..row()
            });
        }
        let title = &words.units;
        (!rows.is_empty()).then(|| section("truoc-2025", title, "", "", vec![Block::Rows(rows)]))
    }
}
