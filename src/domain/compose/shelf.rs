//! Reference shelves: glossary, documents, timeline, sources.

use super::super::fact::Fact;
use super::super::interface::fill;
use super::super::library::Pack;
use super::super::page::{Block, Page, Rich, Row, Span, Tag};
use super::super::passport::{date_words, source_words};
use super::super::reference::{
    Document, DocumentStatus, DocumentWords, Knowledge, Known, Organisation, OrganisationWords,
};
use super::super::route::Route;
use super::super::text;
use super::Draft;
use super::explainer::{fold, plain, row, section};

impl Draft<'_> {
    pub(super) fn glossary(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("glossary")?;
        let shelves = &self.words().shelves;
        let mut terms: Vec<_> = self.pack().glossary.iter().collect();
        terms.sort_by_cached_key(|term| super::super::fold::fold(&term.term));
        let rows = terms.into_iter().map(|term| {
            let mut more = Vec::new();
            if let Some(example) = &term.example {
                let mut line = plain(&shelves.example);
                line.push(Span::T(" ".into()));
                line.extend(self.rich(example));
                more.push(line);
            }
            more.extend(self.see(&term.see));
            let kicker = term.aliases.join(" \u{b7} ");
            let text = self.rich(&term.definition);
            Row { id: term.id.clone(), kicker, title: term.term.clone(), text, more, ..row() }
        });
        let rows = rows.collect();
        let organisations = self.organisations();
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Search];
        blocks.push(section("terms", &shelves.terms, "", "", vec![Block::Rows(rows)]));
        let title = &shelves.organisations;
        blocks.push(section("organisations", title, "", "", vec![Block::Rows(organisations)]));
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    fn see(&mut self, targets: &[String]) -> Option<Rich> {
        let links: Vec<Span> = targets
            .iter()
            .filter_map(|target| {
                let target = text::target(target)?;
                let label = self.target_label(&target)?;
                Some(Span::A(self.composer.resolve(&target)?, label))
            })
            .collect();
        let mut line = plain(&self.words().shelves.see);
        for (index, link) in links.into_iter().enumerate() {
            line.push(Span::T(if index == 0 { " ".into() } else { ", ".into() }));
            line.push(link);
        }
        (line.len() > 1).then_some(line)
    }

    fn target_label(&self, target: &text::Target) -> Option<String> {
        let pack = self.pack();
        Some(match target {
            text::Target::Explainer(slug) => pack.explainer(slug)?.title.clone(),
            text::Target::Term(id) => {
                pack.glossary.iter().find(|term| term.id == *id)?.term.clone()
            }
            text::Target::Document(id) => {
                self.library().documents.iter().find(|d| d.id == *id)?.number.clone()
            }
            text::Target::Organisation(id) => {
                pack.organisations.iter().find(|o| o.id == *id)?.name.clone()
            }
            text::Target::Pillar(id) => {
                let find = |page: &&super::super::section::PillarPage| {
                    page.slug == *id || super::rich::pillar_id(page.id) == id
                };
                pack.pillars.iter().find(find)?.title.clone()
            }
            _ => return None,
        })
    }

    fn organisations(&mut self) -> Vec<Row> {
        let library = self.library();
        let rows = library.organisations.iter().filter_map(|organisation| {
            let words = self.pack().organisations.iter().find(|w| w.id == organisation.id)?;
            let more = self.former_names(organisation, words);
            let text = self.rich(&words.what);
            let mut title = words.name.clone();
            if let Some(short) = &words.short {
                title.push_str(" (");
                title.push_str(short);
                title.push(')');
            }
            Some(Row { id: ["o-", &words.id].concat(), title, text, more, ..row() })
        });
        rows.collect()
    }

    pub(super) fn former_names(
        &mut self,
        data: &Organisation,
        words: &OrganisationWords,
    ) -> Vec<Rich> {
        let shelves = &self.words().shelves;
        let names = data.former.iter().zip(&words.former).map(|(former, name)| {
            let line = match former.until {
                Known::Value(date) => {
                    let date = date_words(self.words(), date);
                    fill(&fill(&shelves.former, "date", &date), "name", name)
                }
                Known::Unknown(_) => fill(&shelves.former_unknown, "name", name),
            };
            match &former.fact {
                Some(fact) => vec![self.figure(fact, 1, Some(line))],
                None => plain(&line),
            }
        });
        names.collect()
    }

    pub(super) fn documents(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("documents")?;
        let mut documents: Vec<&Document> = self.library().documents.iter().collect();
        let newest = |d: &&Document| d.date.map_or(0, |date| -date.first_day());
        documents.sort_by_key(|document| (document.status, newest(document)));
        let rows = documents.into_iter().filter_map(|document| {
            let words = self.pack().documents.iter().find(|w| w.id == document.id)?;
            Some(self.document_row(document, words))
        });
        let rows = vec![Block::Rows(rows.collect())];
        let title = page.title.clone();
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Search];
        blocks.push(section("documents", &title, "", "hidden-title", rows));
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    fn document_row(&mut self, document: &Document, words: &DocumentWords) -> Row {
        let interface = self.words();
        let statuses = &interface.document_statuses;
        let (status, tone) = match document.status {
            DocumentStatus::InForce => (&statuses.in_force, "good"),
            DocumentStatus::Unknown => (&statuses.unknown, "care"),
            DocumentStatus::Draft => (&statuses.draft, "care"),
            DocumentStatus::Replaced => (&statuses.replaced, ""),
            DocumentStatus::Expired => (&statuses.expired, ""),
        };
        let date = document
            .date
            .map_or_else(|| interface.dates.unknown.clone(), |date| date_words(interface, date));
        let kicker = [document.number.as_str(), " \u{b7} ", &date].concat();
        let mut more = vec![plain(&[&interface.shelves.issuer, ": ", &words.issuer].concat())];
        if let Some(effective) = document.effective {
            let date = date_words(interface, effective);
            more.push(plain(&fill(&interface.shelves.effective, "date", &date)));
        }
        let mut tags = vec![Tag { text: status.clone(), tone: tone.into() }];
        if let Some(fact) = self.library().fact(&document.fact) {
            tags.extend(super::super::passport::tags(interface, fact, None));
            more.push(self.source_line(std::slice::from_ref(&document.fact)));
        }
        let text = self.rich(&words.plain);
        Row {
            id: document.id.clone(),
            kicker,
            title: words.title.clone(),
            text,
            tags,
            more,
            ..row()
        }
    }

    pub(super) fn timeline(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("timeline")?;
        let interface = self.words();
        let moments = self.library().timeline.iter().filter_map(|moment| {
            let words = self.pack().timeline.iter().find(|w| w.id == moment.id)?;
            let mut more = Vec::new();
            let mut tags = Vec::new();
            for id in &moment.facts {
                let Some(fact) = self.library().fact(id) else { continue };
                for tag in super::super::passport::tags(interface, fact, None) {
                    if !tags.contains(&tag) {
                        tags.push(tag);
                    }
                }
            }
            if !moment.facts.is_empty() {
                more.push(self.source_line(&moment.facts));
            }
            let known = moment.status == Knowledge::Known;
            Some(Row {
                id: moment.id.clone(),
                tone: if known { String::new() } else { "unknown".into() },
                kicker: date_words(interface, moment.date),
                title: words.title.clone(),
                text: self.rich(&words.text),
                tags,
                more,
                ..row()
            })
        });
        let moments = Block::Moments(moments.collect());
        let moments = section("moments", &page.title, "", "hidden-title", vec![moments]);
        let mut blocks = vec![Block::Header(self.page_header(page)), moments];
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    /// "Nguồn: A, B": publishers that open the passports of facts.
    pub(super) fn source_line(&mut self, facts: &[String]) -> Rich {
        let library = self.library();
        let mut line = plain(&self.words().passports.source);
        for (index, fact) in facts.iter().filter_map(|id| library.fact(id)).enumerate() {
            let publisher = library.source(&fact.source).map(|source| source.publisher.clone());
            let publisher = publisher.filter(|name| !name.is_empty());
            let name = publisher.unwrap_or_else(|| self.words().passports.no_source.clone());
            line.push(Span::T(if index == 0 { ": ".into() } else { ", ".into() }));
            line.push(self.figure(&fact.id, 1, Some(name)));
        }
        line
    }

    /// Every fact with its source, folded by topic; each is a landing place for figures.
    pub(super) fn sources(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("sources")?;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        blocks.extend(self.plain_sections(page));
        let library = self.library();
        let mut topics: Vec<&str> = Vec::new();
        for fact in &library.facts {
            if !topics.contains(&fact.topic.as_str()) {
                topics.push(&fact.topic);
            }
        }
        for topic in topics {
            let facts = library.facts.iter().filter(|fact| fact.topic == topic);
            let rows: Vec<Row> = facts.filter_map(|fact| self.fact_row(fact)).collect();
            let title = self.pack().interface.topics.get(topic).map_or(topic, String::as_str);
            let title = [title, " (", &rows.len().to_string(), ")"].concat();
            blocks.push(fold(&title, vec![Block::Rows(rows)]));
        }
        Some(self.finish(&page.title, &page.description, blocks))
    }

    fn fact_row(&mut self, fact: &Fact) -> Option<Row> {
        let pack: &Pack = self.pack();
        let words = pack.fact(&fact.id)?;
        let tags = super::super::passport::tags(self.words(), fact, fact.figures.first());
        let mut more = Vec::new();
        if let Some(caution) = &words.caution {
            more.push(self.rich(caution));
        }
        more.push(source_words(self.library(), pack, &fact.source));
        let as_of = fact.as_of.map(|date| date_words(self.words(), date));
        Some(Row {
            id: ["f-", &fact.id].concat(),
            kicker: as_of.unwrap_or_else(|| self.words().passports.no_date.clone()),
            text: plain(&words.statement),
            tags,
            more,
            ..row()
        })
    }
}

/// Where a fact lands on the sources page, as an app path.
#[must_use]
pub(super) fn fact_to(composer: &super::Composer<'_>, id: &str) -> String {
    composer.to_fragment(Route::Sources, &["f-", id].concat())
}
