//! The result: never a grade, always a next step.

use super::super::super::interface::{Phrases, fill};
use super::super::super::tree::Element;
use super::super::deck::{Deck, Question};
use super::super::estimate::Estimate;
use super::super::guide::Guide;
use super::super::level::{self, Verdict};
use super::super::profile::State;
use super::super::report::{Belief, Report};
use super::stairs::stairs;
use super::{button, count, icon, line, paper, rich, share};

/// What a result page needs.
pub struct View<'a> {
    pub guide: &'a Guide,
    pub deck: &'a Deck,
    pub report: &'a Report,
    /// The questions of the report's steps, in order.
    pub steps: &'a [Question],
    /// What the attempt before came to.
    pub before: Option<Estimate>,
    /// Day of the attempt, or empty.
    pub day: &'a str,
    /// The short code.
    pub code: String,
    /// The address that opens this result anywhere.
    pub address: String,
    /// Whether the attempt lies on this device.
    pub is_own: bool,
}

/// The sentence that says where somebody stands.
#[must_use]
pub fn sentence(guide: &Guide, verdict: Verdict, is_short: bool) -> String {
    let say = &guide.say;
    let zone = |n: u8| say.get(&["zone_", &n.to_string()].concat());
    match (verdict, is_short) {
        (Verdict::One(n), true) => fill(say.get("zone_one"), "name", zone(n)),
        (Verdict::Between(n, m), true) => {
            fill(&fill(say.get("zone_two"), "name", zone(n)), "other", zone(m))
        }
        (Verdict::One(n), false) => {
            fill(&count(say, "level_one", n.into()), "name", guide.level(n))
        }
        (Verdict::Between(n, m), false) => {
            fill(&count(say, "level_two", n.into()), "m", &m.to_string())
        }
    }
}

/// The drawing and the names it shows.
fn picture(guide: &Guide, verdict: Verdict, is_short: bool, sentence: &str) -> Element {
    let say = &guide.say;
    let names: Vec<String> = match is_short {
        true => ["zone_1", "zone_2", "zone_3"].map(|name| say.get(name).into()).to_vec(),
        false => guide.levels.iter().map(|(name, _)| name.clone()).collect(),
    };
    let label = if is_short { say.get("stairs_zone") } else { say.get("stairs") };
    let label = fill(&fill(label, "levels", &names.join(", ")), "result", sentence);
    let (first, last) = match verdict {
        Verdict::One(n) => (n, n),
        Verdict::Between(n, m) => (n, m),
    };
    stairs(&names, first.into(), last.into(), &label)
}

impl View<'_> {
    fn say(&self) -> &Phrases {
        &self.guide.say
    }

    fn verdict(&self) -> Verdict {
        if self.report.is_short() { self.report.zones } else { self.report.verdict }
    }

    /// The whole page below the portal's frame.
    #[must_use]
    pub fn page(&self) -> Element {
        let say = self.say();
        let short = self.report.is_short();
        let sentence = sentence(self.guide, self.verdict(), short);
        let main = Element::of("div", "sidebar__main stack")
            .child(line("quiet", &count(say, "result_kicker", self.report.n_answers)))
            .child(Element::new("h1").text(&sentence))
            .child(line("lead", &self.lead()))
            .child(self.well());
        let main = match self.change() {
            Some(word) => main.child(line("", say.get(word)).with("data-kind", "change")),
            None => main,
        };
        let side = Element::of("div", "sidebar__side card").child(picture(
            self.guide,
            self.verdict(),
            short,
            &sentence,
        ));
        let page = Element::of("div", "stack stack--l report")
            .with("data-kind", "result")
            .child(paper::head(say, &self.deck.name, self.day))
            .child(Element::of("section", "sidebar").child(main).child(side))
            .child(self.steps())
            .children(self.beliefs())
            .children(self.spots())
            .child(self.domains())
            .child(self.take());
        page.child(line("small quiet read", say.get("not_official"))).children(self.actions())
    }

    fn lead(&self) -> String {
        let say = self.say();
        let n = self.report.n_answers;
        if n < 8 {
            return count(say, "lead_few", n);
        }
        if self.report.is_short() {
            return say.get("lead_zone").into();
        }
        let (level, name) = match self.report.verdict {
            Verdict::One(level) => (level, "lead_one"),
            Verdict::Between(level, _) => (level, "lead_two"),
        };
        let text = self.guide.levels.get(usize::from(level) - 1).map_or("", |(_, text)| text);
        fill(&count(say, name, n), "text", text)
    }

    fn well(&self) -> Element {
        let say = self.say();
        let best = self.report.well.and_then(|n| self.guide.competences.get(usize::from(n)));
        let text = best.map_or(say.get("well_none"), |competence| &competence.well);
        Element::of("p", "note note--right").child(
            Element::new("span")
                .child(icon("check"))
                .text(" ")
                .child(Element::new("strong").text(say.get("well")))
                .text(" ")
                .text(text)
                .text("."),
        )
    }

    fn change(&self) -> Option<&'static str> {
        let change = level::change(self.before?, self.report.estimate);
        Some(match (change.is_real, change.z > 0.0) {
            (false, _) => "change_none",
            (true, true) => "change_up",
            (true, false) => "change_down",
        })
    }

    /// Three steps: each with something to do today, a lesson, somebody and a place.
    fn steps(&self) -> Element {
        let say = self.say();
        let section =
            Element::of("section", "stack").child(Element::new("h2").text(say.get("steps")));
        if self.report.steps.is_empty() {
            return section.child(line("", say.get("steps_none")));
        }
        let pairs = self.report.steps.iter().zip(self.steps).enumerate();
        let cards = pairs.map(|(n, (row, question))| {
            let competence = self.guide.competences.get(usize::from(row.competence));
            let domain = self.guide.domains.get(usize::from(row.domain));
            let step = Element::of("div", "step")
                .child(Element::of("span", "step__no").text(&(n + 1).to_string()))
                .child(Element::of("h3", "title-s").text(competence.map_or("", |c| &c.step)))
                .child(
                    Element::new("p")
                        .child(Element::new("strong").text(say.get("step_today")))
                        .text(" ")
                        .rich(rich(&question.next)),
                );
            let pair = |name: &str, value: Element| {
                [Element::new("dt").text(say.get(name)), Element::new("dd").child(value)]
            };
            let (to, title) = &question.lesson;
            let lesson = Element::new("a").with("href", to).text(title);
            let text = |text: &str| Element::new("span").text(text);
            let rows = [
                pair("step_lesson", lesson),
                pair("step_person", text(domain.map_or("", |domain| &domain.person))),
                pair("step_place", text(domain.map_or("", |domain| &domain.place))),
            ];
            let facts = Element::of("dl", "facts small").children(rows.into_iter().flatten());
            Element::of("li", "card").child(step).child(facts)
        });
        section.child(Element::of("ol", "grid").children(cards))
    }

    fn beliefs(&self) -> Option<Element> {
        let say = self.say();
        let beliefs = &self.report.beliefs;
        if beliefs.is_empty() {
            return None;
        }
        let sentence = match (beliefs.iter().any(|b| b.done.is_some()), self.report.gaps()) {
            (false, _) => say.get("belief_few").into(),
            (_, (0, 0)) => say.get("belief_same").into(),
            (_, (higher, lower)) if higher >= lower => count(say, "belief_higher", higher),
            (_, (_, lower)) => count(say, "belief_lower", lower),
        };
        let head = ["belief_column", "belief_thought", "belief_done"]
            .map(|name| Element::new("th").with("scope", "col").text(say.get(name)));
        let row = |belief: &Belief| {
            let of = |step: u8| {
                self.guide.beliefs.get(usize::from(step).wrapping_sub(1)).map_or("", String::as_str)
            };
            let done = belief.done.map_or(say.get("not_enough"), of);
            Element::new("tr")
                .child(
                    Element::new("th").with("scope", "row").text(self.guide.domain(belief.domain)),
                )
                .child(Element::new("td").text(of(belief.thought)))
                .child(Element::new("td").text(done))
        };
        let table = Element::new("table")
            .child(Element::new("thead").child(Element::new("tr").children(head)))
            .child(Element::new("tbody").children(beliefs.iter().map(row)));
        let scroll = Element::of("div", "scroll")
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", say.get("belief_table"))
            .child(table);
        let section = Element::of("section", "stack read");
        let title = Element::new("h2").text(say.get("belief_table"));
        Some(section.child(title).child(line("", &sentence)).child(scroll))
    }

    fn spots(&self) -> Option<Element> {
        let say = self.say();
        let spots = self.report.spots?;
        let card = |name: &str, (n, of): (usize, usize)| {
            (of > 0).then(|| Element::of("li", "card").text(&share(say, name, n, of)))
        };
        let cards = [card("spots_missed", spots.missed), card("spots_doubted", spots.doubted)];
        let section = Element::of("section", "stack read");
        let title = Element::new("h2").text(say.get("spots"));
        let list = Element::of("ul", "grid grid--m").children(cards.into_iter().flatten());
        Some(section.child(title).child(list))
    }

    fn domains(&self) -> Element {
        let say = self.say();
        let rows = self.report.states.iter().enumerate().flat_map(|(n, state)| {
            let word = match state {
                State::Strength => "domain_strong",
                State::First => "domain_first",
                State::Like => "domain_same",
                State::TooFew => "not_enough",
            };
            let name = Element::new("dt").text(self.guide.domain(n));
            let text = Element::new("dd").text(say.get(word));
            [name, text]
        });
        let title = Element::new("h2").text(say.get("domains"));
        let first = self.report.states.iter().position(|state| *state == State::First);
        // Safety is offered when nothing else stands out: it weighs most.
        let domain = first.unwrap_or(3);
        let more = fill(say.get("more"), "name", self.guide.domain(domain));
        let more = button("button button--quiet", "more", &more).with("data-value", domain);
        let section = Element::of("section", "stack read")
            .child(title)
            .child(line("", &count(say, "domains_note", self.report.n_answers)))
            .child(Element::of("dl", "facts").children(rows));
        match self.is_own {
            true => section.child(Element::of("p", "cluster").child(more)),
            false => section,
        }
    }

    /// Code and QR code; the QR code is drawn into its place.
    fn take(&self) -> Element {
        let say = self.say();
        let copy = Element::of("button", "button button--quiet")
            .with("type", "button")
            .with("data-action", "copy")
            .with("data-text", &self.address)
            .text(say.get("copy"));
        let send = Element::of("button", "button button--quiet")
            .with("type", "button")
            .with("data-action", "share")
            .with("data-text", &self.address)
            .text(say.get("share"));
        let text = Element::of("div", "cluster__grow stack stack--s")
            .child(Element::of("h2", "title-m").text(say.get("take")))
            .child(line("small quiet", say.get("code_label")))
            .child(Element::of("p", "code").with("id", "quiz-code").text(&self.code))
            .child(line("small", say.get("code_note")))
            .child(line("small", say.get("qr_note")))
            .child(Element::of("div", "cluster").child(copy).child(send));
        let qr =
            Element::of("div", "qr").with("id", "quiz-qr").with("aria-label", say.get("qr_label"));
        Element::of("section", "card")
            .child(Element::of("div", "cluster cluster--top").child(qr).child(text))
    }

    fn actions(&self) -> Vec<Element> {
        let say = self.say();
        let input = Element::of("input", "field__box")
            .with("name", "print-name")
            .with("autocomplete", "off")
            .with("maxlength", "60")
            .with("aria-describedby", "name-note");
        let size = |value: &str, name: &str| {
            let radio = Element::new("input")
                .with("type", "radio")
                .with("name", "paper")
                .with("value", value);
            let radio = if value == "a4" { radio.with("checked", "") } else { radio };
            Element::of("label", "choice choice--slim")
                .child(radio)
                .child(Element::new("span").text(say.get(name)))
        };
        let sizes = Element::of("fieldset", "cluster")
            .child(Element::of("legend", "legend strong").text(say.get("paper")))
            .child(size("a4", "paper_a4"))
            .child(size("a5", "paper_a5"));
        let print = Element::of("button", "button")
            .with("type", "button")
            .with("data-action", "print")
            .child(icon("print"))
            .text(" ")
            .text(say.get("print"));
        let sheet = Element::of("section", "stack read screen")
            .child(Element::of("h2", "title-m").text(say.get("print_title")))
            .child(Element::of("label", "field").text(say.get("print_name")).child(input))
            .child(line("small quiet", say.get("print_name_note")).with("id", "name-note"))
            .child(sizes)
            .child(Element::of("div", "cluster").child(print));
        let own = Element::of("div", "cluster screen")
            .child(button("button button--quiet", "again", say.get("again")))
            .child(button("button button--danger", "erase", say.get("erase")));
        match self.is_own {
            true => vec![sheet, own],
            false => vec![sheet],
        }
    }
}

/// What a short code says, for the page that opens codes.
#[must_use]
pub fn summary(guide: &Guide, code: &str, mode: &str, estimate: Estimate) -> Element {
    let say = &guide.say;
    let verdict = level::verdict(&level::levels(estimate));
    let text = sentence(guide, verdict, false);
    Element::of("section", "note")
        .child(line("quiet", &fill(say.get("open_level"), "code", code)))
        .child(Element::of("h3", "title-m").with("tabindex", "-1").text(&text))
        .child(line("", say.get(mode)))
        .child(line("small", say.get("open_form")))
        .child(line("small quiet", say.get("not_official")))
}

/// A code with one character mended, to be confirmed by the person.
#[must_use]
pub fn proposal(guide: &Guide, code: &str) -> Element {
    let say = &guide.say;
    let yes = fill(say.get("open_yes"), "code", code);
    Element::of("section", "note note--today")
        .child(line("", say.get("open_propose")))
        .child(Element::of("p", "code").text(code))
        .child(
            Element::of("div", "cluster")
                .child(button("button", "accept", &yes).with("data-value", code)),
        )
}

/// Something that cannot be opened.
#[must_use]
pub fn refusal(guide: &Guide, word: &str) -> Element {
    Element::of("section", "note note--today")
        .child(Element::new("p").with("tabindex", "-1").text(guide.say.get(word)))
}
