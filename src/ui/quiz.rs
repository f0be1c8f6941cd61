//! The self-check at work: the part of the program that only its pages load.
//!
//! Screens are trees from the domain, put on the document here. The address holds the place
//! (`#cau-7`), the device holds the answers, and both together bring back the same question.

mod acts;
mod builder;
mod failed;
mod given;
mod open;
mod place;
mod shelf;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use crate::browser::boot::{self, Boot};
use crate::browser::{dom, storage, travel};
use crate::domain::interface::fill;
use crate::domain::quiz::answer::Answer;
use crate::domain::quiz::attempt::{Attempt, Loss, Mode};
use crate::domain::quiz::deck::{Question, Row};
use crate::domain::quiz::report::Report;
use crate::domain::quiz::screen::feedback::Feedback;
use crate::domain::quiz::screen::question::Ask;
use crate::domain::quiz::screen::{paper, result, start};
use crate::domain::tree::Element as Tree;
use builder::Builder;
use place::{Place, nearest};
use shelf::{Books, Shelf};

/// What the device keeps: the present attempt, and the one before.
const NOW: &str = "quiz-now";
const BEFORE: &str = "quiz-last";

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
        // What an earlier page still waits for is not drawn over this one.
        self.turn.set(self.turn.get() + 1);
        builder::clear();
        let Some(part) = part() else { return };
        let quiz = self.clone();
        spawn_local(async move {
            let books = quiz.shelf.books().await;
            let Some(books) = books else {
                // A second call may have brought them.
                if quiz.shelf.books_now().is_none() {
                    failed::say(&quiz, &part);
                }
                return;
            };
            quiz.restore(&books);
            builder::mark("ready");
            failed::clear(&part);
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
}

/// Milliseconds after which waiting is put into words.
const PATIENCE: i32 = 700;

/// Says something in place on the start page.
fn say(id: &str, words: &str) {
    dom::set_text(&["quiz-", id].concat(), words);
}
