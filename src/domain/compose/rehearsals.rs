//! Rehearsals: the list, and each scene with all its steps on one page.
//!
//! A step is a `section` that the address names; the style shows the one that is named, so
//! that a scene works without any program. Paper shows them all, in order and numbered.

mod drawing;

use super::super::interface::fill;
use super::super::page::{Block, Header, Link, Page, Rich, Row, Span, plain as plain_text};
use super::super::rehearsal::{
    Audience, Rehearsal, RehearsalWords, SceneKind, Step, Verdict, View,
};
use super::super::route::Route;
use super::super::tree::{Element, PRACTICE};
use super::Draft;
use super::explainer::{plain, row, section};

impl Draft<'_> {
    pub(super) fn rehearsals(&mut self) -> Option<Page> {
        let page = self.pack().pages.get("rehearsals")?;
        let words = &self.words().rehearsal;
        let mut blocks = vec![Block::Header(self.page_header(page))];
        let groups = [
            ("recognise", &words.recognise, &words.recognise_note, false),
            ("calm", &words.calm, &words.calm_note, true),
        ];
        for (id, title, note, is_calm) in groups {
            let scenes = self.library().rehearsals.iter();
            let scenes = scenes.filter(|scene| (scene.kind == SceneKind::Calm) == is_calm);
            let rows = scenes.filter_map(|scene| self.rehearsal_row(scene)).collect();
            let body = vec![Block::Text(self.rich(note)), Block::Rows(rows)];
            blocks.push(section(id, title, "", "", body));
        }
        blocks.extend(self.plain_sections(page));
        blocks.push(self.really_happening());
        Some(self.finish(&page.title, &page.description, blocks))
    }

    /// A row that leads to a scene and does not tell how it ends.
    fn rehearsal_row(&mut self, scene: &Rehearsal) -> Option<Row> {
        let words = self.pack().rehearsal(&scene.slug)?;
        Some(Row {
            to: self.composer.to(Route::Rehearsal(scene.slug.clone())),
            icon: icon(scene).into(),
            kicker: self.for_whom(scene),
            title: words.title.clone(),
            text: self.rich(&words.summary),
            ..row()
        })
    }

    /// "Khoảng 3 phút · Cho mọi người".
    fn for_whom(&self, scene: &Rehearsal) -> String {
        let words = &self.words().rehearsal;
        let whom = match scene.audience {
            Audience::Everyone => &words.everyone,
            Audience::Elders => &words.elders,
            Audience::Families => &words.families,
            Audience::Traders => &words.traders,
            Audience::Workers => &words.workers,
        };
        let minutes = fill(&words.minutes, "n", &scene.minutes.to_string());
        [&minutes, " \u{b7} ", &fill(&words.audience, "whom", whom)].concat()
    }

    /// Scenes that rehearse what an explainer tells; nothing when there are none.
    pub(super) fn rehearsals_of(&mut self, lesson: &str) -> Option<Block> {
        let scenes = self.library().rehearsals.iter().filter(|scene| scene.lesson == lesson);
        let link = |scene: &Rehearsal| {
            let words = self.pack().rehearsal(&scene.slug)?;
            let to = self.composer.to(Route::Rehearsal(scene.slug.clone()));
            Some(vec![Span::A(to, words.title.clone())])
        };
        let items: Vec<Vec<Span>> = scenes.filter_map(link).collect();
        let words = &self.words().rehearsal;
        let note = Block::Text(self.rich(&words.try_text));
        let is_empty = items.is_empty();
        let body = vec![note, Block::List { ordered: false, items }];
        (!is_empty).then(|| section("rehearse", &words.try_title, "", "", body))
    }

    /// The way out for somebody to whom it is happening now.
    fn really_happening(&mut self) -> Block {
        let words = &self.words().rehearsal;
        let body = vec![Block::Text(self.rich(&words.real_text))];
        section("real", &words.real_title, "alert", "danger", body)
    }

    pub(super) fn rehearsal(&mut self, slug: &str) -> Option<Page> {
        let scene = self.library().rehearsals.iter().find(|scene| scene.slug == slug)?;
        let words = self.pack().rehearsal(slug)?;
        let frame = &self.words().rehearsal;
        let lead = self.rich(&words.summary);
        let description = plain_text(&lead);
        let note = [frame.teaches.as_str(), ": ", &words.teaches, ". ", &frame.start_note];
        let header = Header {
            back: Some(Link {
                to: self.composer.to(Route::Rehearsals),
                text: self.words().nav.rehearsals.clone(),
            }),
            tags: Vec::new(),
            title: words.title.clone(),
            lead,
            meta: vec![("clock".into(), self.for_whom(scene))],
            tools: true,
        };
        let mut steps = Vec::new();
        for step in &scene.steps {
            steps.push(self.step(scene, words, step));
        }
        let stage = Element::of("div", "scene").with("data-part", PRACTICE).children(steps);
        let main =
            vec![Block::Header(header), Block::Small(plain(&note.concat())), Block::Tree(stage)];
        let side = vec![self.really_happening()];
        Some(self.finish(&words.title, &description, vec![Block::Split { main, side }]))
    }

    fn step(&mut self, scene: &Rehearsal, words: &RehearsalWords, step: &Step) -> Element {
        let frame = &self.words().rehearsal;
        let id = place(&step.id);
        let first = scene.steps.first().map_or("", |first| first.id.as_str());
        let (banner, title) = ([&id, "-banner"].concat(), [&id, "-title"].concat());
        let class = match step.id == first {
            true => "scene__step scene__step--first",
            false => "scene__step",
        };
        let own = words.step(&step.id);
        let number = fill(&frame.step_no, "n", &scene.number(&step.id).to_string());
        let number = Element::of("span", "scene__no").text(&[&number, " "].concat());
        let heading = Element::new("h2").with("id", &title).child(number);
        let mut section = Element::of("section", class)
            .with("id", &id)
            .with("tabindex", "-1")
            .with("aria-labelledby", &title)
            .with("aria-describedby", &banner)
            .child(Element::of("p", "scene__banner").with("id", &banner).text(&frame.banner))
            .children(self.reply(scene, words, step))
            .child(heading.text(own.map_or("", |own| own.title.as_str())));
        let texts = own.map(|own| own.text.as_slice()).unwrap_or_default();
        for text in self.riches(texts) {
            section = section.child(Element::of("p", "read").rich(text));
        }
        let view = own.and_then(|own| own.view.as_ref());
        if let (Some(kind), Some(view)) = (step.view, view) {
            section = section.child(drawing::drawing(frame, kind, view));
        }
        section = match step.end {
            Some(_) => section.children(self.end(scene, words, step)),
            None => section.children(self.choices(scene, words, step)),
        };
        section.children(self.ways_back(scene, step, first))
    }

    /// What is said about the choice that led here.
    fn reply(&mut self, scene: &Rehearsal, words: &RehearsalWords, step: &Step) -> Option<Element> {
        let text = words.step(&step.id)?.reply.as_ref()?;
        let frame = &self.words().rehearsal;
        let (class, sign) = match scene.way_to(&step.id)?.1 {
            Verdict::Good => ("scene__reply scene__reply--good", frame.good.as_str()),
            Verdict::Care => ("scene__reply scene__reply--care", frame.care.as_str()),
            Verdict::Plain => ("scene__reply", ""),
        };
        let mut reply = Element::of("p", class);
        if !sign.is_empty() {
            reply = reply.child(Element::new("strong").text(sign)).text(" ");
        }
        Some(reply.rich(self.rich(text)))
    }

    /// The choices of a step, each a link to the step it leads to.
    fn choices(&self, scene: &Rehearsal, words: &RehearsalWords, step: &Step) -> [Element; 2] {
        let frame = &self.words().rehearsal;
        let links = step.choices.iter().map(|choice| {
            let number = scene.number(&choice.to).to_string();
            let number = [" ", &fill(&frame.to_step, "n", &number)].concat();
            let text = words.step(&choice.to).and_then(|to| to.choice.as_deref()).unwrap_or("");
            let link = Element::of("a", "choice scene__choice")
                .with("href", ["#", &place(&choice.to)].concat())
                .child(Element::of("span", "row__body").text(text))
                .child(Element::of("span", "scene__no").text(&number));
            Element::new("li").child(link)
        });
        let ask = if step.choices.len() > 1 { &frame.ask } else { &frame.go_on };
        [
            Element::of("p", "scene__ask").text(ask),
            Element::of("ul", "scene__choices").children(links.collect::<Vec<_>>()),
        ]
    }

    /// What it was, how it could be told, three habits with true numbers, where to read on.
    fn end(&mut self, scene: &Rehearsal, words: &RehearsalWords, step: &Step) -> Vec<Element> {
        let frame = &self.words().rehearsal;
        let (class, kind) = match scene.kind {
            SceneKind::Scam => ("note note--danger", &frame.scam),
            SceneKind::Genuine => ("note", &frame.genuine),
            SceneKind::Calm => ("note", &frame.done),
        };
        let signs = self.riches(&words.signs).into_iter().map(|sign| Element::new("li").rich(sign));
        let truth = Element::of("div", class)
            .child(Element::new("h3").text(kind))
            .child(Element::new("p").rich(self.rich(&words.truth)))
            .child(Element::of("p", "scene__ask").text(&frame.signs))
            .child(Element::of("ul", "list").children(signs.collect::<Vec<_>>()));
        let channels: Vec<&str> = scene.channels.iter().map(String::as_str).collect();
        let (rows, note) = self.channel_rows(&channels);
        let mut numbers = Element::of("dl", "facts");
        for (name, what) in rows {
            numbers =
                numbers.child(Element::new("dt").rich(name)).child(Element::new("dd").rich(what));
        }
        let habit = |title: &str, text: Rich| {
            Element::new("li")
                .child(Element::new("p").child(Element::new("strong").text(title)))
                .child(Element::new("p").rich(text))
        };
        let check = habit(&frame.check, self.rich(&frame.check_text))
            .child(Element::of("div", "card--channels").child(numbers))
            .child(Element::of("p", "small quiet").rich(note));
        let habits = [
            habit(&frame.stop, self.rich(&frame.stop_text)),
            check,
            habit(&frame.tell, self.rich(&frame.tell_text)),
        ];
        let mut close = Element::of("div", "stack")
            .child(truth)
            .child(Element::new("h3").text(&frame.habits))
            .child(Element::of("ol", "list list--numbers scene__habits").children(habits));
        if let Some(lesson) = self.pack().explainer(&scene.lesson) {
            let to = self.composer.to(Route::Explainer(scene.lesson.clone()));
            let line = Element::new("p").text(&[&frame.lesson, ": "].concat());
            close = close.child(line.span(Span::A(to, lesson.task.clone())));
        }
        // The same at every end: paper carries it once.
        let last = scene.steps.iter().rfind(|step| step.end.is_some());
        let last = last.map_or("", |last| last.id.as_str());
        if last == step.id {
            return vec![close];
        }
        let close = Element::of("div", "screen").child(close);
        let number = scene.number(last).to_string();
        let sign = Element::of("p", "scene__no").text(&fill(&frame.to_close, "n", &number));
        vec![close, sign]
    }

    /// One step back, from the start, and at an end to the other scenes.
    fn ways_back(&self, scene: &Rehearsal, step: &Step, first: &str) -> Option<Element> {
        let frame = &self.words().rehearsal;
        let mut links = Vec::new();
        if let Some((before, _)) = scene.way_to(&step.id) {
            links.push((["#", &place(&before.id)].concat(), &frame.back));
            links.push((["#", &place(first)].concat(), &frame.again));
        }
        if step.end.is_some() {
            links.push((self.composer.to(Route::Rehearsals), &frame.others));
        }
        let links = links.into_iter().map(|(to, text)| {
            Element::new("li").child(Element::of("a", "chip").with("href", to).text(text))
        });
        let links: Vec<Element> = links.collect();
        (!links.is_empty()).then(|| Element::of("ul", "cluster screen").children(links))
    }
}

/// What a scene starts with, as the sign of its row.
fn icon(scene: &Rehearsal) -> &'static str {
    match scene.steps.first().and_then(|step| step.view) {
        Some(View::Call) => "phone",
        Some(View::Sms | View::Chat | View::Video | View::App) => "mobile",
        Some(View::Web) => "search",
        Some(View::Poster) => "money",
        Some(View::Paper) => "doc",
        None => "hand",
    }
}

/// The fragment that names a step; apart from all other names on the page.
fn place(step: &str) -> String {
    ["buoc-", step].concat()
}
