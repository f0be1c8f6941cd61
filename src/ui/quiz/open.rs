//! Results that come from elsewhere: a code typed by hand, an address from a QR code.

use std::rc::Rc;

use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::builder;
use super::shelf::Books;
use super::{Quiz, fragment};
use crate::browser::dom;
use crate::domain::quiz::attempt::Attempt;
use crate::domain::quiz::code::{Long, Reading, Short};
use crate::domain::quiz::report::Report;
use crate::domain::quiz::screen::result;
use crate::domain::tree::Element as Tree;

/// The address that opens an attempt on any device.
pub(super) fn address(quiz: &Quiz, attempt: &Attempt) -> String {
    let origin = dom::window().location().origin().unwrap_or_default();
    let default = quiz.boot.langs.first().is_none_or(|lang| *lang == quiz.boot.lang);
    let lang = if default { String::new() } else { [&quiz.boot.lang, "/"].concat() };
    [&origin, &quiz.boot.base, &lang, "ket-qua/#", &attempt.long_code().encode()].concat()
}

/// Draws the QR code of an address into its place.
pub(super) fn qr(address: &str) {
    let Some(place) = dom::by_id::<Element>("quiz-qr") else { return };
    let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Medium) else { return };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Four modules of quiet around the code.
            let (x, y) = ((x + 4).to_string(), (y + 4).to_string());
            path.push_str(&["M", &x, " ", &y, "h1v1h-1z"].concat());
        }
    }
    let side = (size + 8).to_string();
    let ground =
        Tree::of("path", "qr__ground").with("d", ["M0 0h", &side, "v", &side, "H0z"].concat());
    let drawing = Tree::new("svg")
        .with("viewBox", ["0 0 ", &side, " ", &side].concat())
        .with("role", "img")
        .with("aria-label", place.get_attribute("aria-label").unwrap_or_default())
        .child(ground)
        .child(Tree::of("path", "qr__ink").with("d", path));
    builder::Builder { base: "", icons: "" }.put(&place, &drawing);
    let _ = place.remove_attribute("aria-label");
}

/// Shows what the address holds.
pub(super) fn arrive(quiz: &Rc<Quiz>, books: &Rc<Books>) {
    builder::clear();
    let code = fragment();
    if code.starts_with("KNS") || code.starts_with("kns") {
        long(quiz, books, &code);
    } else if !code.is_empty() && code != "content" {
        short(quiz, books, &code);
    }
}

/// The form was sent.
pub(super) fn submit(quiz: &Rc<Quiz>, form: &HtmlElement) {
    let input = dom::all(form, "input").into_iter().next();
    let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let (Some(input), Some(books)) = (input, quiz.shelf.books_now()) {
        let text = input.value();
        let text = text.rsplit('#').next().unwrap_or("").trim().to_owned();
        if text.starts_with("KNS") { long(quiz, &books, &text) } else { short(quiz, &books, &text) }
    }
}

/// A mended code was confirmed.
pub(super) fn accept(quiz: &Rc<Quiz>, code: &str) {
    if let Some(books) = quiz.shelf.books_now() {
        short(quiz, &books, code);
    }
}

/// Puts an answer below the form and moves there.
fn say(quiz: &Quiz, tree: &Tree) {
    let Some(place) = dom::by_id::<HtmlElement>("quiz-status") else { return };
    place.set_text_content(None);
    quiz.builder().put(&place, tree);
    place.scroll_into_view();
}

fn short(quiz: &Rc<Quiz>, books: &Books, code: &str) {
    let guide = &books.guide;
    match Short::decode(code) {
        Reading::Right(short) => {
            let mode = match short.mode {
                0 => "open_mode_quick",
                1 => "open_mode_full",
                2 => "open_mode_domain",
                _ => "open_mode_class",
            };
            say(quiz, &result::summary(guide, &short.encode(), mode, short.estimate()));
        }
        Reading::Proposal(mended, _) => say(quiz, &result::proposal(guide, &mended)),
        Reading::Refused => say(quiz, &result::refusal(guide, "open_bad")),
    }
}

fn long(quiz: &Rc<Quiz>, books: &Rc<Books>, code: &str) {
    let opened = Long::decode(code).and_then(|code| Attempt::open(&books.deck, &code));
    let Some((attempt, n_lost)) = opened.filter(|(attempt, _)| attempt.n_answers() > 0) else {
        say(quiz, &result::refusal(&books.guide, "open_damaged"));
        return;
    };
    let (quiz, books) = (quiz.clone(), books.clone());
    let turn = quiz.turn.get();
    spawn_local(async move {
        let report = Report::of(&attempt);
        let mut steps = Vec::new();
        for row in &report.steps {
            steps.push(quiz.shelf.question(row).await.unwrap_or_default());
        }
        if quiz.turn.get() != turn {
            return;
        }
        let address = address(&quiz, &attempt);
        let view = result::View {
            guide: &books.guide,
            deck: attempt.deck(),
            report: &report,
            steps: &steps,
            before: None,
            day: "",
            code: attempt.short_code(),
            address,
            is_own: false,
        };
        quiz.draw(&view.page(), "");
        if n_lost > 0 {
            quiz.builder().append(&result::refusal(&books.guide, "open_foreign"));
        }
        qr(&view.address);
    });
}

/// The name for the print: from the box to the sheet, and nowhere else.
pub(super) fn name(event: &Event) {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input.filter(|input| input.name() == "print-name") {
        dom::set_text("sheet-name", &input.value());
    }
}
