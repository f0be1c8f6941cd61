//! The home page: tasks first.

use super::super::explainer::Pillar;
use super::super::fact::Figure;
use super::super::page::{Block, Door, Gauge, Link, Page, Row};
use super::super::passport::figure_words;
use super::super::route::Route;
use super::super::section::{DoorId, Tone};
use super::Draft;
use super::explainer::{plain, row, section};

/// The fact and figure of each part of the home gauge: measured, target 2025, target 2030.
const GAUGE_NOW: (&str, usize) = ("kt-01", 0);
const GAUGE_TARGETS: [(&str, &str, &str); 2] =
    [("cs-03", "percent-gdp", "2025"), ("cs-11", "percent-gdp", "2030")];

impl Draft<'_> {
    pub(super) fn home(&mut self) -> Option<Page> {
        let home = &self.pack().home;
        let nav = &self.words().nav;
        let actions = vec![
            Link { to: self.composer.to(Route::Explainers), text: nav.explainers.clone() },
            Link { to: self.composer.to(Route::SelfCheck), text: nav.self_check.clone() },
        ];
        let hero = Block::Hero { title: home.title.clone(), lead: home.lead.clone(), actions };
        let number = self.number();
        let must = vec![Block::Text(self.rich(&home.must.text))];
        let doors = Block::Doors(self.doors());
        let pillars = vec![Block::Lead(self.rich(&home.pillars_lead)), self.pillar_marks(None)];
        let blocks = vec![
            hero,
            band("", vec![self.tasks()]),
            band("tint", vec![section("doors", &home.doors_title, "", "", vec![doors])]),
            band("", vec![section("pillars", &home.pillars_title, "", "", pillars)]),
            band(
                "tint",
                vec![Block::Split {
                    main: vec![number],
                    side: vec![section("must", &home.must.title, "hand", "plain", must)],
                }],
            ),
        ];
        let site = &self.words().site;
        Some(self.finish(&site.tagline, &site.description, blocks))
    }

    fn tasks(&mut self) -> Block {
        let home = &self.pack().home;
        let rows = home.tasks.iter().map(|task| Row {
            to: self.composer.to(Route::Explainer(task.explainer.clone())),
            icon: task.icon.clone(),
            tone: tone(task.tone).into(),
            title: task.title.clone(),
            text: self.rich(&task.text),
            ..row()
        });
        let rows = rows.collect();
        let phones = ["113", "156"].map(|n| Link { to: ["tel:", n].concat(), text: n.into() });
        let scam = &home.scam;
        let body = vec![
            Block::List { ordered: true, items: self.riches(&scam.steps) },
            Block::Phones(phones.to_vec()),
            Block::Small(self.rich(&scam.note)),
        ];
        Block::Split {
            main: vec![
                section("tasks", &home.tasks_title, "", "", vec![Block::Rows(rows)]),
                self.channels(&["113", "114", "115", "111"], "numbers"),
            ],
            side: vec![section("scam", &scam.title, "", "danger", body)],
        }
    }

    fn doors(&mut self) -> Vec<Door> {
        let doors = self.pack().home.doors.iter().map(|door| {
            let (art, to) = match door.id {
                DoorId::Understand => ("understand", self.composer.to(Route::Explainers)),
                DoorId::Try => ("try", self.composer.to(Route::SelfCheck)),
                DoorId::See => ("see", self.composer.to(Route::Map)),
            };
            Door {
                to,
                art: art.into(),
                title: door.title.clone(),
                text: self.rich(&door.text),
                meta: door.meta.clone(),
            }
        });
        doors.collect()
    }

    /// The three pillars with their marks; one may be left out.
    pub(super) fn pillar_marks(&mut self, except: Option<Pillar>) -> Block {
        let pages = self.pack().pillars.iter().filter(|page| Some(page.id) != except);
        let marks = pages.map(|page| Door {
            to: self.composer.to(Route::Pillar(page.slug.clone())),
            art: self.pillar_tag(page.id).tone,
            title: page.title.clone(),
            text: plain(&page.short),
            meta: String::new(),
        });
        Block::Marks(marks.collect())
    }

    fn number(&mut self) -> Block {
        let number = &self.pack().home.number;
        let mut body = Vec::new();
        body.extend(self.gauge().map(Block::Gauge));
        body.push(Block::Text(self.rich(&number.text)));
        Block::Card { kicker: number.kicker.clone(), title: number.title.clone(), body }
    }

    /// Measured against targets, from facts alone; `None` when one is missing.
    fn gauge(&mut self) -> Option<Gauge> {
        let library = self.library();
        let now = library.fact(GAUGE_NOW.0)?.figures.get(GAUGE_NOW.1)?;
        let mut targets: Vec<(&Figure, &str)> = Vec::new();
        for (fact, unit, due) in GAUGE_TARGETS {
            let figures = &library.fact(fact)?.figures;
            let is_due = |figure: &&Figure| {
                figure.unit == unit && figure.due.is_some_and(|year| year.year().to_string() == due)
            };
            targets.push((figures.iter().find(is_due)?, due));
        }
        let end = targets.iter().map(|(figure, _)| figure.value.value()).fold(0.0, f64::max);
        let share = |figure: &Figure| (figure.value.value() / end * 1000.0).round() as u16;
        let pack = self.pack();
        let statuses = &pack.interface.statuses;
        let named =
            |figure: &Figure, status: &str| [status, ": ", &figure_words(pack, figure)].concat();
        let target_words = |figure: &Figure, due: &str| {
            [&statuses.target, " ", due, ": ", &figure_words(pack, figure)].concat()
        };
        let now_words =
            named(now, super::super::passport::status_word(&pack.interface, now.status));
        let marks: Vec<(u16, String)> = targets
            .iter()
            .map(|(figure, due)| (share(figure), target_words(figure, due)))
            .collect();
        let mut label = vec![now_words.clone()];
        label.extend(marks.iter().map(|(_, words)| words.clone()));
        Some(Gauge {
            label: label.join(". "),
            now: (share(now), now_words),
            targets: marks,
            start: "0%".into(),
            end: targets.last().map(|(figure, _)| figure_words(pack, figure)).unwrap_or_default(),
        })
    }
}

fn band(tone: &str, body: Vec<Block>) -> Block {
    Block::Band { tone: tone.into(), body }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Danger => "danger",
        Tone::Government => "gov",
        Tone::Economy => "eco",
        Tone::Society => "soc",
    }
}
