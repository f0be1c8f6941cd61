//! What a person does: every click, choice and form of the self-check.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::place::Place;
use super::{BEFORE, NOW, Quiz, Step, fragment, given, open, say};
use crate::browser::{chance, clock, dom, storage};
use crate::domain::quiz::answer::Answer;
use crate::domain::quiz::attempt::{Attempt, Mode, Plan};
use crate::domain::quiz::item::Age;

impl Quiz {
    /// One listener for everything: what it concerns is decided by where it happened.
    pub(super) fn hear(self: &Rc<Self>, event: &Event) {
        let Some(part) = dom::closest::<HtmlElement>(event, "#quiz, [data-part=\"quiz\"]") else {
            return;
        };
        match event.type_().as_str() {
            "submit" => {
                event.prevent_default();
                let form = event.target().and_then(|form| form.dyn_into::<HtmlElement>().ok());
                let Some(form) = form else { return };
                match form.get_attribute("data-kind").as_deref() {
                    Some("question") => self.submit(&form),
                    Some("beliefs") => self.believe(&form),
                    Some("code") => open::submit(self, &form),
                    _ => {}
                }
            }
            "click" => {
                if let Some(button) = dom::closest::<HtmlElement>(event, "[data-key]") {
                    self.press(&part, &button);
                }
            }
            "input" => open::name(event),
            _ => given::changed(event),
        }
    }

    fn press(self: &Rc<Self>, part: &HtmlElement, button: &HtmlElement) {
        let value = button.get_attribute("data-value").unwrap_or_default();
        let n = match Place::of(&fragment()) {
            Place::Question(n) => n,
            _ => 0,
        };
        match button.get_attribute("data-key").as_deref() {
            Some("start") => {
                let Some(mode) = Mode::of(&value) else { return };
                let domain = given::chosen(part, "domain").parse().unwrap_or(0);
                let age = given::chosen(part, "age");
                let age = Age::ALL.iter().find(|known| known.key() == age).copied();
                self.begin(mode, domain, age);
            }
            Some("more") => self.begin(Mode::Domain, value.parse().unwrap_or(0), None),
            Some("again") => {
                let mode = self.attempt.borrow().as_ref().map_or(Mode::Full, |a| a.plan().mode);
                let domain = self.attempt.borrow().as_ref().map_or(0, |a| a.plan().domain);
                let age = self.attempt.borrow().as_ref().and_then(|a| a.plan().age);
                self.begin(mode, domain, age);
            }
            Some("resume") => {
                let n = self.attempt.borrow().as_ref().map_or(0, Attempt::n_answers);
                self.show(Place::Question(n + 1), Step::On);
            }
            Some("restart") => {
                storage::forget(NOW);
                self.attempt.take();
                self.show(Place::Start, Step::Stay);
            }
            Some("stop") => {
                storage::forget(NOW);
                self.attempt.take();
                self.show(Place::Start, Step::On);
            }
            Some("skip") => self.show(Place::Question(1), Step::On),
            Some("back") => self.show(Place::Question(n.saturating_sub(1).max(1)), Step::On),
            Some("next") => self.show(Place::Question(n + 1), Step::On),
            Some("result") => self.show(Place::Result, Step::On),
            Some("retry") if self.shelf.books_now().is_none() => self.enliven(),
            Some("retry") => self.arrive(),
            Some("unknown") => self.answer(Answer::Unknown),
            Some("erase") => {
                storage::erase();
                dom::tell("erased");
                self.show(Place::Start, Step::On);
                if let Some(books) = self.shelf.books_now() {
                    say("loss", books.guide.say.get("erased"));
                }
            }
            Some("accept") => open::accept(self, &value),
            Some(key) => given::pressed(button, key, self.shelf.books_now().as_deref()),
            None => {}
        }
    }

    fn submit(self: &Rc<Self>, form: &HtmlElement) {
        let row = self.attempt.borrow().as_ref().and_then(|attempt| attempt.next().cloned());
        let (Some(row), Some(books)) = (row, self.shelf.books_now()) else { return };
        match given::read(form, &row.key()) {
            Ok(answer) => self.answer(answer),
            Err(error) => given::complain(form, &books.guide.say, error),
        }
    }

    /// Keeps an answer before its feedback is shown.
    fn answer(self: &Rc<Self>, answer: Answer) {
        let n = {
            let mut attempt = self.attempt.borrow_mut();
            let Some(attempt) = attempt.as_mut() else { return };
            let Some(no) = attempt.next().map(|row| row.no) else { return };
            if !attempt.answer(no, answer) {
                return;
            }
            attempt.n_answers()
        };
        self.keep();
        self.turn.set(self.turn.get() + 1);
        let attempt = self.attempt.borrow().clone();
        if let (Some(attempt), Some(books)) = (attempt, self.shelf.books_now()) {
            self.question(&books, &attempt, n, true);
        }
    }

    fn believe(self: &Rc<Self>, form: &HtmlElement) {
        let beliefs = given::beliefs(form);
        if let Some(attempt) = self.attempt.borrow_mut().as_mut() {
            attempt.believe(beliefs);
        }
        self.keep();
        self.show(Place::Question(1), Step::On);
    }

    fn begin(self: &Rc<Self>, mode: Mode, domain: u8, age: Option<Age>) {
        let Some(books) = self.shelf.books_now() else { return };
        let old = self.attempt.take().filter(|old| {
            old.next().is_none() && old.n_answers() > 0 && old.plan().mode != Mode::Practice
        });
        if let Some(old) = old {
            storage::remember(BEFORE, &old.save());
            self.before.replace(Some(old));
        }
        let [a, b, c, d, tag] = chance::bytes();
        let seen = self.before.borrow().as_ref().map(Attempt::asked).unwrap_or_default();
        let seed = u32::from_le_bytes([a, b, c, d]);
        let plan = Plan { mode, domain, age, seed, tag, day: day(), seen, beliefs: [0; 6] };
        self.attempt.replace(Some(Attempt::new(&books.deck, plan)));
        self.keep();
        let is_asked = matches!(mode, Mode::Full | Mode::Domain);
        self.show(if is_asked { Place::Beliefs } else { Place::Question(1) }, Step::On);
    }
}

/// Today as it is kept: `2026-11-22`.
fn day() -> String {
    let (year, month, day) = clock::today();
    let two = |n: u8| [char::from(b'0' + n / 10), char::from(b'0' + n % 10)];
    let mut text = year.to_string();
    for part in [month, day] {
        text.push('-');
        text.extend(two(part));
    }
    text
}
