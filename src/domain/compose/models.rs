//! Local models: each one's page, and which others are like it.

use super::super::fact::Status;
use super::super::interface::fill;
use super::super::model::{Evidence, Level, Model, ModelWords, YearBasis, fact_id};
use super::super::page::{Block, Header, Link, Page, Row, Span, Tag};
use super::super::passport::{confidence_word, place_words, source_words, tags};
use super::super::route::Route;
use super::Draft;
use super::explainer::{plain, row, section};

/// How many similar models a page proposes.
const RELATED: usize = 4;

impl Draft<'_> {
    pub(super) fn model(&mut self, id: &str) -> Option<Page> {
        let model = self.library().models.iter().find(|model| model.id == id)?;
        let words = self.pack().models.iter().find(|words| words.id == id)?;
        let names = &self.words().models;
        let mut main = vec![Block::Header(self.model_header(model, words))];
        main.push(section(
            "what",
            &names.what,
            "",
            "",
            vec![Block::Text(self.rich(&words.summary))],
        ));
        main.push(self.model_results(model, words));
        main.push(self.circumstances(model, words));
        main.push(self.proof(model));
        let stumbles = match words.stumbles.as_str() {
            "unknown" => plain(&names.not_shared),
            text => self.rich(text),
        };
        main.push(section("stumbles", &names.stumbles, "", "plain", vec![Block::Text(stumbles)]));
        let identity = self.known(&words.identity);
        main.push(section("identity", &names.identity, "", "", vec![Block::Text(identity)]));
        let mut side = vec![self.takes(model)];
        side.extend(self.further(model));
        side.push(self.alike(model));
        let blocks = vec![Block::Split { main, side }];
        Some(self.finish(&words.name, &words.summary, blocks))
    }

    fn model_header(&self, model: &Model, words: &ModelWords) -> Header {
        let interface = self.words();
        let mut tags = vec![self.pillar_tag(model.pillar)];
        tags.push(Tag { text: self.kind_name(&model.kind), tone: String::new() });
        tags.push(self.evidence_tag(model.evidence));
        let to = self.composer.to(Route::Models);
        Header {
            back: Some(Link { to, text: interface.models.back.clone() }),
            tags,
            title: words.name.clone(),
            lead: Vec::new(),
            meta: vec![
                ("pin".into(), self.province_name(&model.province)),
                ("calendar".into(), self.year_words(model)),
            ],
            tools: true,
        }
    }

    pub(super) fn kind_name(&self, id: &str) -> String {
        let kind = self.pack().model_kinds.iter().find(|kind| kind.id == id);
        kind.map_or_else(String::new, |kind| kind.name.clone())
    }

    fn evidence_tag(&self, evidence: Evidence) -> Tag {
        let text = self.words().choices.evidence.get(evidence.key()).cloned().unwrap_or_default();
        let tone = match evidence {
            Evidence::Measured => "good",
            Evidence::Counted => "",
            Evidence::Told => "care",
        };
        Tag { text, tone: tone.into() }
    }

    pub(super) fn province_name(&self, id: &str) -> String {
        let found = self.library().provinces.today.iter().find(|province| province.id == id);
        found.map_or_else(String::new, |province| province.name.clone())
    }

    pub(super) fn year_words(&self, model: &Model) -> String {
        match model.year() {
            Some(year) => year.year().to_string(),
            None => self.words().models.year_unknown.clone(),
        }
    }

    fn model_results(&mut self, model: &Model, words: &ModelWords) -> Block {
        let names = &self.words().models;
        let id = fact_id(&model.id);
        let mut body = Vec::new();
        if model.figures.is_empty() {
            body.push(Block::Text(plain(&names.no_results)));
        } else {
            let fact = model.fact();
            let rows = model.figures.iter().zip(&words.figures).enumerate();
            let rows = rows.map(|(index, (figure, label))| {
                let mut line = plain(label);
                if figure.status != Status::Measured {
                    let statuses: Vec<String> = tags(self.words(), &fact, Some(figure))
                        .into_iter()
                        .map(|tag| tag.text)
                        .collect();
                    line.push(Span::T([" (", &statuses.join(", ").to_lowercase(), ")"].concat()));
                }
                (vec![self.figure(&id, index + 1, None)], line)
            });
            let rows = rows.collect();
            body.push(Block::Terms(rows));
        }
        if let Some(caution) = &words.caution {
            body.push(Block::Small(self.rich(caution)));
        }
        section("results", &names.results, "", "", body)
    }

    fn circumstances(&mut self, model: &Model, words: &ModelWords) -> Block {
        let interface = self.words();
        let (names, choices) = (&interface.models, &interface.choices);
        let to = self.composer.to(Route::Province(model.province.clone()));
        let basis = match model.year_basis {
            YearBasis::Stated => [" (", &names.year_stated, ")"].concat(),
            YearBasis::Inferred => [" (", &names.year_inferred, ")"].concat(),
            YearBasis::Absent => String::new(),
        };
        let named = |names: &std::collections::BTreeMap<String, String>, key: &str| {
            plain(names.get(key).map_or("", String::as_str))
        };
        let mut terms = vec![
            (plain(&names.place), self.rich(&words.place)),
            (plain(&names.today), vec![Span::A(to, self.province_name(&model.province))]),
        ];
        if let Some(former) = &model.former {
            terms
                .push((plain(&names.then), plain(&place_words(self.library(), interface, former))));
        }
        terms
            .push((plain(&names.when), plain(&[&self.year_words(model), basis.as_str()].concat())));
        terms.push((plain(&names.who), self.known(&words.who)));
        terms.push((plain(&names.sector), named(&choices.sectors, model.sector.key())));
        terms.push((plain(&names.scope), named(&choices.scopes, model.scope.key())));
        let lands: Vec<&str> = model
            .terrain
            .iter()
            .filter_map(|land| choices.terrains.get(land.key()).map(String::as_str))
            .collect();
        if !lands.is_empty() {
            terms.push((plain(&names.terrain), plain(&lands.join(", "))));
        }
        section("facts", &names.facts, "", "", vec![Block::Terms(terms)])
    }

    fn proof(&mut self, model: &Model) -> Block {
        let interface = self.words();
        let (names, choices) = (&interface.models, &interface.choices);
        let evidence = choices.evidence_long.get(model.evidence.key());
        let strength = choices.strengths.get(model.strength.key()).cloned().unwrap_or_default();
        let mut said = vec![strength];
        said.push(confidence_word(interface, model.confidence).to_lowercase());
        let terms = vec![
            (plain(&names.evidence), plain(evidence.map_or("", String::as_str))),
            (plain(&names.strength), plain(&said.join("; "))),
            (plain(&names.source), source_words(self.library(), self.pack(), &model.source)),
        ];
        section("proof", &names.proof, "", "", vec![Block::Terms(terms)])
    }

    /// What the kind usually takes: an estimate, said to be one.
    fn takes(&mut self, model: &Model) -> Block {
        let names = &self.words().models;
        let mut body = Vec::new();
        let kind = self.library().model_kinds.iter().find(|kind| kind.id == model.kind);
        let words = self.pack().model_kinds.iter().find(|kind| kind.id == model.kind);
        if let (Some(kind), Some(words)) = (kind, words) {
            let amount = |level| match level {
                Level::Low => &names.low,
                Level::Medium => &names.medium,
                Level::High => &names.high,
            };
            let hard = match kind.difficulty {
                Level::Low => &names.hard_low,
                Level::Medium => &names.hard_medium,
                Level::High => &names.hard_high,
            };
            body.push(Block::Text(self.rich(&words.needs)));
            body.push(Block::Terms(vec![
                (plain(&names.budget), plain(amount(kind.budget))),
                (plain(&names.network), plain(amount(kind.network))),
                (plain(&names.people), plain(amount(kind.people))),
                (plain(&names.difficulty), plain(hard)),
            ]));
        }
        body.push(Block::Small(plain(&names.takes_note)));
        section("takes", &names.takes, "", "plain", body)
    }

    fn further(&mut self, model: &Model) -> Option<Block> {
        let rows: Vec<Row> =
            model.explainers.iter().filter_map(|slug| self.explainer_row(slug)).collect();
        let title = &self.words().models.learn;
        (!rows.is_empty()).then(|| section("learn", title, "", "", vec![Block::Rows(rows)]))
    }

    /// Similar models: the same kind elsewhere, the same field and scope, the same province.
    fn alike(&mut self, model: &Model) -> Block {
        let names = &self.words().models;
        let mut others: Vec<(u8, &Model)> = self
            .library()
            .models
            .iter()
            .filter(|other| other.id != model.id)
            .filter_map(|other| likeness(model, other).map(|likeness| (likeness, other)))
            .collect();
        others.sort_by_key(|(likeness, other)| (*likeness, other.evidence, other.id.clone()));
        let rows = others.into_iter().take(RELATED).map(|(likeness, other)| {
            let place = self.province_name(&other.province);
            let kicker = match likeness {
                0 => fill(&names.same_kind, "place", &place),
                1 => fill(&names.same_sector, "place", &place),
                _ => names.same_province.clone(),
            };
            Row { kicker, ..self.model_line(other) }
        });
        let rows = vec![Block::Rows(rows.collect())];
        section("related", &names.related, "", "", rows)
    }

    /// A model as a list row: name, place, year.
    pub(super) fn model_line(&self, model: &Model) -> Row {
        let words = self.pack().models.iter().find(|words| words.id == model.id);
        let place = words.map_or("", |words| words.place.as_str());
        let province = self.province_name(&model.province);
        let text = [&province, ": ", place, " \u{b7} ", &self.year_words(model)].concat();
        Row {
            to: self.composer.to(Route::Model(model.id.clone())),
            title: words.map_or_else(String::new, |words| words.name.clone()),
            text: plain(&text),
            ..row()
        }
    }
}

/// 0 same kind elsewhere, 1 same field and scope, 2 same province.
fn likeness(model: &Model, other: &Model) -> Option<u8> {
    if other.kind == model.kind && other.province != model.province {
        Some(0)
    } else if other.sector == model.sector && other.scope == model.scope {
        Some(1)
    } else if other.province == model.province {
        Some(2)
    } else {
        None
    }
}
