//! The self-check at work: the part of the program that only its pages load.
//!
//! Screens are trees from the domain, put on the document here. The address holds the place
//! (`#cau-7`), the device holds the answers, and both together bring back the same question.

mod builder;
mod given;
mod open;
mod shelf;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement};

use crate::browser::boot::{self, Boot};
use crate::browser::{chance, clock, dom, storage, travel};
use crate::domain::interface::fill;
use crate::domain::quiz::answer::Answer;
use crate::domain::quiz::attempt::{Attempt, Loss, Mode, Plan};
use crate::domain::quiz::deck::{Question, Row};
use crate::domain::quiz::item::Age;
use crate::domain::quiz::report::Report;
use crate::domain::quiz::screen::feedback::Feedback;
use crate::domain::quiz::screen::question::Ask;
use crate::domain::quiz::screen::{paper, result, start};
use crate::domain::tree::Element as Tree;
use builder::Builder;
use shelf::{Books, Shelf};

/// What the device keeps: the present attempt, and the one before.
const NOW: &str = "quiz-now";
const BEFORE: &str = "quiz-last";

/// Where a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Start,
    Beliefs,
    /// Counted from 1.
    Question(usize),
    Result,
}

impl Place {
    fn of(fragment: &str) -> Self {
        match fragment {
            "suy-nghi" => Self::Beliefs,
            "ket-qua" => Self::Result,
            _ => {
                let n = fragment.strip_prefix("cau-").and_then(|n| n.parse().ok());
                n.filter(|n| *n > 0).map_or(Self::Start, Self::Question)
            }
        }
    }

    fn fragment(self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Beliefs => "#suy-nghi".into(),
            Self::Question(n) => ["#cau-", &n.to_string()].concat(),
            Self::Result => "#ket-qua".into(),
        }
    }
}

/// How a screen is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A new entry of the history.
    On,
    /// The entry that stands: back, forward, reload.
    Stay,
}

/// The part while it runs.
pub(crate) struct Quiz {
    pub(crate) boot: Boot,
    pub(crate) shelf: Shelf,
    attempt: RefCell<Option<Attempt>>,
    /// The attempt before, for comparing and for other questions.
    before: RefCell<Option<Attempt>>,
    /// Counts screens: a late answer of an earlier one is dropped.
    turn: Cell<u32>,
    is_memory: Cell<bool>,
}

/// Brings the standing page to life, and every page that comes after it.
pub fn start() {
    let Some(boot) = boot::read() else { return };
    let quiz = Rc::new(Quiz {
        shelf: Shelf::new(&boot),
        boot,
        attempt: RefCell::default(),
        before: RefCell::default(),
        turn: Cell::new(0),
        is_memory: Cell::new(false),
    });
    let document = dom::document();
    for kind in ["submit", "click", "change", "input"] {
        let quiz = quiz.clone();
        dom::listen(&document, kind, move |event| quiz.hear(&event));
    }
    let traveller = quiz.clone();
    dom::listen(&dom::window(), "popstate", move |_| traveller.arrive());
    let later = quiz.clone();
    dom::listen(&document, "page", move |_| later.enliven());
    let forgetful = quiz.clone();
    dom::listen(&document, "erased", move |_| {
        forgetful.attempt.take();
        forgetful.before.take();
    });
    quiz.enliven();
}

/// The element that the page left for the self-check, if it has one.
fn part() -> Option<HtmlElement> {
    dom::find("#content [data-part=\"quiz\"]")
}

/// The fragment of the address without its sign.
fn fragment() -> String {
    let hash = dom::window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or("").into()
}

impl Quiz {
    /// Starts on a page that has just come, if it is one of ours.
    fn enliven(self: &Rc<Self>) {
        builder::clear();
        let Some(part) = part() else { return };
        let quiz = self.clone();
        spawn_local(async move {
            let books = quiz.shelf.books().await;
            let Some(books) = books else {
                quiz.say_failed(&part);
                return;
            };
            quiz.restore(&books);
            if let Some(root) = dom::document().document_element() {
                let _ = root.set_attribute("data-quiz", "ready");
            }
            if part.get_attribute("data-kind").as_deref() == Some("open") {
                open::arrive(&quiz, &books);
            } else {
                quiz.arrive();
            }
        });
    }

    /// Shows what the address says.
    fn arrive(self: &Rc<Self>) {
        let Some(part) = part() else { return };
        if part.get_attribute("data-kind").as_deref() == Some("open") {
            if let Some(books) = self.shelf.books_now() {
                open::arrive(self, &books);
            }
            return;
        }
        self.show(Place::of(&fragment()), Step::Stay);
    }

    /// Reads what the device kept; what cannot be read is dropped and said.
    fn restore(&self, books: &Books) {
        let before = storage::recall(BEFORE);
        let before = before.and_then(|text| match Attempt::load(&books.deck, &text, Vec::new()) {
            Ok(attempt) => Some(attempt),
            Err(_) => {
                storage::forget(BEFORE);
                None
            }
        });
        let seen = before.as_ref().map(Attempt::asked).unwrap_or_default();
        if self.attempt.borrow().is_none()
            && let Some(text) = storage::recall(NOW)
        {
            match Attempt::load(&books.deck, &text, seen) {
                Ok(attempt) => {
                    self.attempt.replace(Some(attempt));
                }
                Err(loss) => {
                    storage::forget(NOW);
                    let word = match loss {
                        Loss::Damaged => "dropped",
                        Loss::OtherBank => "bank_changed",
                    };
                    say("loss", books.guide.say.get(word));
                }
            }
        }
        self.before.replace(before);
    }

    /// Keeps the attempt; says so once when the device does not let us.
    fn keep(&self) {
        let text = self.attempt.borrow().as_ref().map(Attempt::save);
        if let Some(text) = text
            && !storage::remember(NOW, &text)
        {
            self.is_memory.set(true);
        }
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

    /// Shows a place, or the nearest one that there is.
    fn show(self: &Rc<Self>, place: Place, step: Step) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let Some(books) = self.shelf.books_now() else { return };
        let attempt = self.attempt.borrow().clone();
        let (place, attempt) = match attempt {
            None => (Place::Start, None),
            Some(attempt) => (nearest(place, &attempt), Some(attempt)),
        };
        let wanted = [self.path(), place.fragment()].concat();
        match step {
            Step::On => travel::push(&wanted),
            Step::Stay if travel::here() != wanted => travel::replace(&wanted),
            Step::Stay => {}
        }
        match (place, attempt) {
            (Place::Beliefs, Some(attempt)) => {
                let plan = attempt.plan();
                let which = (plan.mode == Mode::Domain).then_some(plan.domain);
                self.draw(&start::beliefs(&books.guide, which), "");
            }
            (Place::Question(n), Some(attempt)) => self.question(&books, &attempt, n, false),
            (Place::Result, Some(attempt)) => self.result(&books, &attempt),
            _ => self.home(&books),
        }
    }

    /// Path and query of the page, without its fragment.
    fn path(&self) -> String {
        let here = travel::here();
        here.split('#').next().unwrap_or("").into()
    }

    /// The start page, with what can be gone on with.
    fn home(&self, books: &Books) {
        builder::clear();
        let say = &books.guide.say;
        dom::set_text("quiz-status", "");
        let attempt = self.attempt.borrow();
        let Some(place) = dom::by_id::<Element>("quiz-resume") else { return };
        place.set_text_content(None);
        let Some(attempt) = attempt.as_ref().filter(|attempt| attempt.n_answers() > 0) else {
            return;
        };
        let resume = start::resume(say, attempt.n_answers(), attempt.plan().mode.about(), {
            attempt.next().is_none()
        });
        self.builder().put(&place, &resume);
    }

    /// A question, or what followed its answer. `is_new`: the answer was given just now.
    fn question(self: &Rc<Self>, books: &Rc<Books>, attempt: &Attempt, n: usize, is_new: bool) {
        let given = attempt.at(n - 1).map(|(row, answer)| (row.clone(), answer.clone()));
        let row = given.as_ref().map(|(row, _)| row.clone());
        let Some(row) = row.or_else(|| attempt.next().cloned()) else { return };
        let (quiz, books, attempt) = (self.clone(), books.clone(), attempt.clone());
        let turn = self.turn.get();
        let answer = given.map(|(_, answer)| answer);
        if let Some(question) = self.shelf.question_now(&row) {
            quiz.ask(&books, &attempt, (&row, &question), n, answer, is_new);
            self.prefetch(&attempt);
            return;
        }
        dom::after(PATIENCE, {
            let (quiz, books) = (self.clone(), books.clone());
            move || {
                if quiz.turn.get() == turn && quiz.shelf.is_waiting() {
                    dom::set_text("waiting", books.guide.say.get("waiting"));
                }
            }
        });
        spawn_local(async move {
            let question = quiz.shelf.question(&row).await;
            dom::set_text("waiting", "");
            if quiz.turn.get() != turn {
                return;
            }
            match question {
                Some(question) => {
                    quiz.ask(&books, &attempt, (&row, &question), n, answer, is_new);
                    quiz.prefetch(&attempt);
                }
                None => quiz.draw(&start::failed(&books.guide.say), ""),
            }
        });
    }

    fn ask(
        self: &Rc<Self>,
        books: &Books,
        attempt: &Attempt,
        (row, question): (&Row, &Question),
        n: usize,
        answer: Option<Answer>,
        is_new: bool,
    ) {
        let (say, of) = (&books.guide.say, attempt.plan().mode.about());
        let shown = attempt.shown(row);
        let title = match of {
            0 => fill(say.get("progress_practice"), "n", &n.to_string()),
            _ => fill(&fill(say.get("progress"), "n", &n.to_string()), "of", &of.to_string()),
        };
        let Some(answer) = answer else {
            let ask = Ask { say, question, row, shown: &shown, n, of };
            self.draw(&ask.page(), &title);
            if self.is_memory.get() {
                self.builder().append(&paper::note(say.get("memory_only")));
            }
            return;
        };
        let feedback = Feedback {
            say,
            question,
            row,
            answer: &answer,
            shown: &shown,
            n,
            of,
            is_old: !is_new,
            has_next: n < attempt.n_answers() || attempt.next().is_some(),
            has_result: attempt.n_answers() >= Report::LEAST,
        };
        self.draw(&feedback.page(), &title);
        if is_new && let Some(verdict) = dom::by_id::<HtmlElement>("verdict") {
            verdict.scroll_into_view();
            dom::focus_quietly(&verdict);
        }
    }

    /// Fetches what the next questions need while the person reads.
    fn prefetch(self: &Rc<Self>, attempt: &Attempt) {
        let next = attempt.next().map(|row| row.domain);
        let later = attempt.domain_after_next();
        let quiz = self.clone();
        spawn_local(async move {
            let all = 0..6;
            for domain in next.into_iter().chain(later).chain(all) {
                quiz.shelf.folder(domain).await;
            }
        });
    }

    fn result(self: &Rc<Self>, books: &Rc<Books>, attempt: &Attempt) {
        let (quiz, books, attempt) = (self.clone(), books.clone(), attempt.clone());
        let turn = self.turn.get();
        spawn_local(async move {
            let report = Report::of(&attempt);
            let mut questions = Vec::new();
            for row in &report.steps {
                questions.push(quiz.shelf.question(row).await.unwrap_or_default());
            }
            if quiz.turn.get() != turn {
                return;
            }
            let before = quiz.before.borrow().as_ref().map(Attempt::estimate);
            let view = result::View {
                guide: &books.guide,
                deck: attempt.deck(),
                report: &report,
                steps: &questions,
                before,
                day: &attempt.plan().day,
                code: attempt.short_code(),
                address: open::address(&quiz, &attempt),
                is_own: true,
            };
            quiz.draw(&view.page(), books.guide.say.get("see_result"));
            open::qr(&view.address);
        });
    }

    /// Puts a screen on the page: heading in focus, from the top.
    pub(crate) fn draw(&self, tree: &Tree, title: &str) {
        self.builder().show(tree);
        if !title.is_empty() {
            dom::document().set_title(&[title, " \u{2013} ", &self.boot.name].concat());
        }
        travel::scroll_to(0.0);
        if let Some(heading) = dom::find::<HtmlElement>("#quiz h1") {
            dom::focus_quietly(&heading);
        }
        // Paper, voices and lenses look at each new screen.
        dom::tell("screen");
    }

    pub(crate) fn builder(&self) -> Builder<'_> {
        Builder { base: &self.boot.base, icons: &self.boot.icons }
    }

    fn say_failed(&self, part: &HtmlElement) {
        let words = part.get_attribute("data-words").unwrap_or_default();
        dom::set_text("quiz-status", &words);
    }

    /// One listener for everything: what it concerns is decided by where it happened.
    fn hear(self: &Rc<Self>, event: &Event) {
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
}

/// Milliseconds after which waiting is put into words.
const PATIENCE: i32 = 700;

/// The place of an attempt that comes nearest to the one wished for.
fn nearest(place: Place, attempt: &Attempt) -> Place {
    let n_answers = attempt.n_answers();
    match place {
        Place::Question(n) if n > n_answers && attempt.next().is_none() => match n_answers {
            0 => Place::Start,
            _ if attempt.plan().mode == Mode::Practice => Place::Start,
            _ => Place::Result,
        },
        Place::Question(n) => Place::Question(n.min(n_answers + 1)),
        Place::Result if n_answers < Report::LEAST => Place::Question(n_answers + 1),
        Place::Result if attempt.plan().mode == Mode::Practice => Place::Start,
        place => place,
    }
}

/// Says something in place on the start page.
fn say(id: &str, words: &str) {
    dom::set_text(&["quiz-", id].concat(), words);
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
