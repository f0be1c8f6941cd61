//! The explainer page, the list of explainers, and pillar pages.

use super::super::explainer::{Explainer, ExplainerData, Group, Lens, Myth, Step, Tag as Topic};
use super::super::interface::fill;
use super::super::page::{Block, Header, Link, Page, Rich, Row, Span, Tag};
use super::super::passport::{date_words, source_words, tags};
use super::super::route::Route;
use super::super::section::PillarPage;
use super::super::text;
use super::Draft;

/// Words a slow reader takes in per minute.
const WORDS_PER_MINUTE: usize = 180;

impl Draft<'_> {
    pub(super) fn explainer(&mut self, slug: &str) -> Option<Page> {
        let data = self.library().explainer(slug)?;
        let explainer = self.pack().explainer(slug)?;
        let headings = &self.words().headings;
        let mut main = vec![Block::Header(self.header(data, explainer))];
        if !data.tags.is_empty() {
            main.push(Block::Small(self.rich(&headings.banner)));
        }
        let mut sections = self.reading(data, explainer);
        sections.extend(self.figures(data));
        sections.extend(self.rehearsals_of(slug));
        sections.push(self.related(data));
        let contents = contents(&sections);
        main.push(fold(&headings.contents, vec![Block::List { ordered: false, items: contents }]));
        main.extend(sections);
        main.push(self.source_list());
        let mut side = Vec::new();
        if !data.tags.is_empty() {
            side.push(self.channels(&["113", "156", "dichvucong"], "channels"));
        } else {
            side.push(self.channels(&["113", "114", "115", "111"], "channels"));
        }
        let description = text::marks(&explainer.summary).map(|marks| text::plain(&marks));
        let blocks = vec![Block::Split { main, side }];
        Some(self.finish(&explainer.task, &description.unwrap_or_default(), blocks))
    }

    fn header(&mut self, data: &ExplainerData, explainer: &Explainer) -> Header {
        let words = self.words();
        let mut tags: Vec<Tag> = data.pillars.iter().map(|p| self.pillar_tag(*p)).collect();
        tags.extend(data.tags.iter().map(|topic| {
            let text = match topic {
                Topic::Money => &words.tags.money,
                Topic::Otp => &words.tags.otp,
                Topic::Id => &words.tags.id,
            };
            Tag { text: text.clone(), tone: String::new() }
        }));
        let checked = date_words(words, data.checked_on);
        let meta = vec![
            ("book".into(), explainer.title.clone()),
            ("clock".into(), fill(&words.headings.reading, "n", &minutes(explainer).to_string())),
            ("check".into(), fill(&words.headings.checked, "date", &checked)),
        ];
        Header {
            back: Some(Link {
                to: self.composer.to(Route::Explainers),
                text: words.nav.explainers.clone(),
            }),
            tags,
            title: explainer.task.clone(),
            lead: self.rich(&explainer.summary),
            meta,
            tools: true,
        }
    }

    /// The sections of the template, in reading order.
    fn reading(&mut self, data: &ExplainerData, explainer: &Explainer) -> Vec<Block> {
        let headings = &self.words().headings;
        let mut blocks = Vec::new();
        if !explainer.remember.is_empty() {
            let tone = if data.tags.is_empty() { "info" } else { "danger" };
            let items = self.riches(&explainer.remember);
            let list = vec![Block::List { ordered: true, items }];
            blocks.push(section("remember", &headings.remember, "", tone, list));
        }
        let mut what = Vec::new();
        if let Some(quote) = &explainer.quote {
            let by = vec![self.figure(&quote.fact, 1, Some(quote.by.clone()))];
            what.push(Block::Quote { text: quote.text.clone(), by });
        }
        what.extend(self.riches(&explainer.what).into_iter().map(Block::Text));
        blocks.push(section("what", &headings.what, "", "", what));
        for set in &explainer.sets {
            blocks.push(self.set_piece(set));
        }
        let me = &explainer.me;
        let terms =
            [(&headings.live, &me.live), (&headings.work, &me.work), (&headings.make, &me.make)];
        let terms = terms.into_iter().map(|(head, text)| (plain(head), self.rich(text))).collect();
        blocks.push(section("me", &headings.me, "", "", vec![Block::Terms(terms)]));
        let steps = self.steps(&explainer.steps.online);
        blocks.push(section("steps", &headings.steps, "", "", vec![steps]));
        let offline = self.steps(&explainer.steps.offline);
        blocks.push(section("offline", &headings.offline, "desk", "plain", vec![offline]));
        let steps = &explainer.steps;
        let terms = [
            (&headings.cost, &steps.cost),
            (&headings.time, &steps.time),
            (&headings.help, &steps.help),
        ];
        let terms = terms.into_iter().map(|(head, text)| (plain(head), self.known(text))).collect();
        blocks.push(Block::Terms(terms));
        blocks.extend(self.lenses(explainer));
        let myths = self.myths(&explainer.myths);
        blocks.push(section("myths", &headings.myths, "", "", vec![myths]));
        let today = vec![Block::Text(self.rich(&explainer.today))];
        blocks.push(section("today", &headings.today, "star", "today", today));
        blocks
    }

    fn set_piece(&mut self, set: &super::super::explainer::SetPiece) -> Block {
        let mut body = vec![Block::Text(self.rich(&set.intro))];
        if let Some(fact) = &set.fact
            && let Some((line, _, caution)) = self.fact_line(fact)
        {
            body.push(Block::Small(line));
            if !caution.is_empty() {
                body.push(Block::Small(caution));
            }
        }
        let items = set.items.iter().map(|item| {
            let text = self.known(&item.text);
            let to = item.term.as_ref().map(|id| self.composer.to_fragment(Route::Glossary, id));
            let title = match to {
                Some(to) => vec![Span::A(to, item.title.clone())],
                None => plain(&item.title),
            };
            (title, text)
        });
        let items = items.collect();
        body.push(Block::Terms(items));
        section(&set.id, &set.title, "", "", body)
    }

    fn steps(&mut self, steps: &[Step]) -> Block {
        Block::Steps(
            steps.iter().map(|step| (self.rich(&step.action), self.rich(&step.why))).collect(),
        )
    }

    pub(super) fn myths(&mut self, myths: &[Myth]) -> Block {
        let words = &self.words().headings;
        let pairs = myths.iter().map(|p| (self.rich(&p.myth), self.rich(&p.truth))).collect();
        Block::Myths { myth: words.myth.clone(), truth: words.truth.clone(), pairs }
    }

    /// The lens picker and one fold a lens; all folds stay in the page without scripts.
    fn lenses(&mut self, explainer: &Explainer) -> Option<Block> {
        let words = &self.words().lenses;
        let mut choices = vec![(String::new(), words.all.clone())];
        let mut folds = Vec::new();
        for (lens, texts) in &explainer.lenses {
            if texts.is_empty() {
                continue;
            }
            let (key, label) = match lens {
                Lens::Student => ("student", &words.student),
                Lens::Official => ("official", &words.official),
                Lens::Business => ("business", &words.business),
            };
            choices.push((key.into(), label.clone()));
            folds.push(Block::Fold {
                id: String::new(),
                summary: self.lens_title(*lens).into(),
                lens: key.into(),
                body: self.riches(texts).into_iter().map(Block::Text).collect(),
            });
        }
        (!folds.is_empty()).then(|| Block::Lenses { label: words.label.clone(), choices, folds })
    }

    /// Every figure of the page's facts: number, what it counts, status, caution (T8).
    fn figures(&mut self, data: &ExplainerData) -> Option<Block> {
        let mut rows = Vec::new();
        let library = self.library();
        for fact in data.facts.iter().filter_map(|id| library.fact(id)) {
            let words = self.pack().fact(&fact.id)?;
            for (index, label) in words.figures.iter().enumerate() {
                let number = self.figure(&fact.id, index + 1, None);
                let text = vec![number, Span::T([": ", label].concat())];
                let tags = tags(self.words(), fact, fact.figures.get(index));
                rows.push(Row { tags, text, ..row() });
            }
            if let (Some(caution), Some(last)) = (&words.caution, rows.last_mut())
                && !words.figures.is_empty()
            {
                last.more.push(self.rich(caution));
            }
        }
        let title = &self.words().headings.figures;
        (!rows.is_empty()).then(|| section("figures", title, "", "", vec![Block::Rows(rows)]))
    }

    fn related(&mut self, data: &ExplainerData) -> Block {
        let rows = data.related.iter().filter_map(|slug| self.explainer_row(slug)).collect();
        section("related", &self.words().headings.related, "", "", vec![Block::Rows(rows)])
    }

    /// A row that leads to an explainer.
    pub(super) fn explainer_row(&self, slug: &str) -> Option<Row> {
        let data = self.library().explainer(slug)?;
        let explainer = self.pack().explainer(slug)?;
        let summary = text::marks(&explainer.summary).map(|m| text::plain(&m)).unwrap_or_default();
        let tone = data.pillars.first().map(|pillar| self.pillar_tag(*pillar).tone);
        let safety = data.group == Group::Safety;
        Some(Row {
            to: self.composer.to(Route::Explainer(slug.into())),
            icon: if safety { "shield".into() } else { icon(data).into() },
            tone: if safety { "danger".into() } else { tone.unwrap_or_default() },
            kicker: explainer.title.clone(),
            title: explainer.task.clone(),
            text: plain(&summary),
            ..row()
        })
    }

    pub(super) fn explainer_list(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("explainers")?;
        let groups = &self.words().groups;
        let mut blocks = vec![Block::Header(self.page_header(page)), Block::Search];
        for group in Group::ALL {
            let title = match group {
                Group::Understand => &groups.understand,
                Group::Paperwork => &groups.paperwork,
                Group::Livelihood => &groups.livelihood,
                Group::Safety => &groups.safety,
                Group::Learning => &groups.learning,
            };
            let explainers = self.library().explainers.iter().filter(|e| e.group == group);
            let rows = explainers.filter_map(|e| self.explainer_row(&e.slug)).collect();
            blocks.push(section(group_id(group), title, "", "", vec![Block::Rows(rows)]));
        }
        blocks.extend(self.plain_sections(page));
        Some(self.finish(&page.title, &page.description, blocks))
    }

    pub(super) fn pillar(&mut self, slug: &str) -> Option<Page> {
        let pillar = self.pack().pillars.iter().find(|pillar| pillar.slug == slug)?;
        let headings = &self.words().headings;
        let header = Header {
            back: self.back_home(),
            tags: vec![self.pillar_tag(pillar.id)],
            title: pillar.title.clone(),
            lead: self.rich(&pillar.summary),
            meta: Vec::new(),
            tools: true,
        };
        let mut main = vec![Block::Header(header)];
        main.extend(self.pillar_sections(pillar));
        let explainers = self.library().explainers.iter();
        let rows = explainers
            .filter(|explainer| explainer.pillars.first() == Some(&pillar.id))
            .filter_map(|explainer| self.explainer_row(&explainer.slug))
            .collect();
        main.push(section("explainers", &headings.explainers, "", "", vec![Block::Rows(rows)]));
        main.push(self.source_list());
        let others = self.pillar_marks(Some(pillar.id));
        let blocks = vec![Block::Split { main, side: vec![others] }];
        let description = text::marks(&pillar.summary).map(|m| text::plain(&m)).unwrap_or_default();
        Some(self.finish(&pillar.title, &description, blocks))
    }

    fn pillar_sections(&mut self, pillar: &PillarPage) -> Vec<Block> {
        let headings = &self.words().headings;
        let mut sections = Vec::new();
        let parts = [
            ("what", &headings.what, &pillar.what),
            ("why", &headings.why_me, &pillar.why_me),
            ("here", &headings.here, &pillar.here),
        ];
        for (id, title, texts) in parts {
            let body = self.riches(texts).into_iter().map(Block::Text).collect();
            sections.push(section(id, title, "", "", body));
        }
        let myths = self.myths(&pillar.myths);
        sections.push(section("myths", &headings.myths, "", "", vec![myths]));
        let attempt = vec![Block::Text(self.rich(&pillar.attempt))];
        sections.push(section("try", &headings.attempt, "star", "today", attempt));
        sections
    }

    /// The list of sources of the facts cited so far, folded.
    pub(super) fn source_list(&mut self) -> Block {
        let mut ids: Vec<&str> = Vec::new();
        for fact in self.facts.iter().filter_map(|id| self.library().fact(id)) {
            if !ids.contains(&fact.source.as_str()) {
                ids.push(&fact.source);
            }
        }
        let items: Vec<Rich> =
            ids.iter().map(|id| source_words(self.library(), self.pack(), id)).collect();
        let title = fill(&self.words().headings.sources, "n", &items.len().to_string());
        let body = vec![Block::List { ordered: true, items }];
        Block::Fold { id: "sources".into(), summary: title, lens: String::new(), body }
    }
}

fn minutes(explainer: &Explainer) -> usize {
    let count = |text: &&str| text.split_whitespace().count();
    let words: usize = explainer.template_texts().iter().map(count).sum();
    words.div_ceil(WORDS_PER_MINUTE).max(1)
}

fn icon(data: &ExplainerData) -> &'static str {
    match data.group {
        Group::Understand => "book",
        Group::Paperwork => "doc",
        Group::Livelihood => "money",
        Group::Safety => "shield",
        Group::Learning => "calendar",
    }
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Understand => "understand",
        Group::Paperwork => "paperwork",
        Group::Livelihood => "livelihood",
        Group::Safety => "safety",
        Group::Learning => "learning",
    }
}

/// Links to the sections of a page.
pub(super) fn contents(sections: &[Block]) -> Vec<Rich> {
    let mut items = Vec::new();
    for block in sections {
        if let Block::Section { id, title, .. } = block {
            items.push(vec![Span::A(["#", id].concat(), title.clone())]);
        }
    }
    items
}

pub(super) fn section(id: &str, title: &str, icon: &str, tone: &str, body: Vec<Block>) -> Block {
    Block::Section {
        id: id.into(),
        title: title.into(),
        icon: icon.into(),
        tone: tone.into(),
        body,
    }
}

pub(super) fn fold(summary: &str, body: Vec<Block>) -> Block {
    Block::Fold { id: String::new(), summary: summary.into(), lens: String::new(), body }
}

pub(super) fn plain(text: &str) -> Rich {
    vec![Span::T(text.into())]
}

/// A row with nothing in it.
pub(super) fn row() -> Row {
    Row {
        id: String::new(),
        to: String::new(),
        icon: String::new(),
        tone: String::new(),
        kicker: String::new(),
        title: String::new(),
        text: Vec::new(),
        tags: Vec::new(),
        more: Vec::new(),
    }
}
