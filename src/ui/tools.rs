//! Listen and share.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use crate::browser::share::{self, Sent};
use crate::browser::{dom, speech};
use crate::ui::app::App;

/// Characters of a shared text, address included.
const SHARE_LIMIT: usize = 300;
/// What is read aloud of a page.
const SPOKEN: &str =
    "h1, h2, .lead, p.read, .list > li, .step, dd, .note > p, .choice .row__body, .msg__part";
/// Characters of a spoken piece: under twelve seconds at a slow voice.
const SPOKEN_LIMIT: usize = 160;

/// Sends title, answer and address of the page to somebody.
pub(crate) fn share(app: &Rc<App>, button: &HtmlElement) {
    let app = app.clone();
    let button = button.clone();
    spawn_local(async move {
        let title = text_of("#content h1");
        let own = button.get_attribute("data-text");
        let url = own.unwrap_or_else(|| dom::window().location().href().unwrap_or_default());
        let room = SHARE_LIMIT.saturating_sub(url.chars().count() + 1);
        let text =
            [&title, ". ", &text_of("#content .lead"), " \u{2013} ", &app.boot.name].concat();
        let text = shorten(&text, room);
        let Ok(words) = app.shelf.words().await else { return };
        match share::share(&title, &text, &url).await {
            Sent::Copied => say(&button, &words.copied),
            Sent::Failed => say(&button, &words.share_failed),
            Sent::Shared | Sent::Declined => {}
        }
    });
}

/// Copies the text a button carries.
pub(crate) fn copy(app: &Rc<App>, button: &HtmlElement) {
    let app = app.clone();
    let button = button.clone();
    spawn_local(async move {
        let text = button.get_attribute("data-text").unwrap_or_default();
        let copied = share::copy(&text).await;
        if let Some(words) = app.shelf.words_now() {
            say(&button, if copied { &words.copied } else { &words.copy_failed });
        }
    });
}

/// Reads the page aloud, or falls silent.
pub(crate) fn listen(app: &Rc<App>, button: &HtmlElement) {
    let Some(words) = app.shelf.words_now() else { return };
    if speech::is_speaking() {
        speech::stop();
        label(button, &words.listen);
        return;
    }
    let Some(main) = dom::by_id::<Element>("content") else { return };
    let mut pieces = Vec::new();
    for part in dom::all(&main, SPOKEN) {
        // Of a scene or a question, what is shown.
        let around = part.closest(".scene__step, [hidden]").ok().flatten();
        if around.is_some_and(|around| around.client_height() == 0) {
            continue;
        }
        let text = part.text_content().unwrap_or_default();
        pieces.extend(spoken(&text));
    }
    if speech::speak(&app.boot.lang, &pieces) {
        label(button, &words.listen_stop);
        dom::set_text("announce", &words.listen_hint);
    }
}

/// The words of a button while it tells of an outcome.
const OWN: &str = "data-own";

/// Tells of an outcome to eyes and ears.
pub(crate) fn say(button: &HtmlElement, words: &str) {
    // Pressed again while the outcome stands: its own words are those from before.
    let own = button.get_attribute(OWN);
    let before = own.unwrap_or_else(|| button.text_content().unwrap_or_default());
    let _ = button.set_attribute(OWN, &before);
    label(button, words);
    dom::set_text("announce", words);
    let button = button.clone();
    dom::after(4000, move || {
        label(&button, &before);
        let _ = button.remove_attribute(OWN);
    });
}

/// Changes a button's words and keeps its icon.
fn label(button: &HtmlElement, words: &str) {
    match button.last_child() {
        Some(text) if text.node_type() == web_sys::Node::TEXT_NODE => {
            text.set_text_content(Some(words));
        }
        _ => button.set_text_content(Some(words)),
    }
}

fn text_of(selector: &str) -> String {
    dom::find::<Element>(selector).and_then(|e| e.text_content()).unwrap_or_default()
}

/// At most `limit` characters, cut after a word.
fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.into();
    }
    let cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    [cut.get(..end).unwrap_or(""), "\u{2026}"].concat()
}

/// A text in pieces that a voice reads without tiring out.
fn spoken(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for sentence in text.split_inclusive(['.', '!', '?', ';', '\u{2026}']) {
        let mut piece = String::new();
        for word in sentence.split_whitespace() {
            if piece.chars().count() + word.chars().count() > SPOKEN_LIMIT {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push_str(word);
            piece.push(' ');
        }
        if !piece.trim().is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}
