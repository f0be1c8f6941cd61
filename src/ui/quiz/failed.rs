//! The words of the self-check did not come: said in place, with a button that asks again.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Quiz;
use crate::browser::dom;
use crate::domain::tree::Element as Tree;

const STATUS: &str = "quiz-status";
const BUTTON: &str = "#quiz-status button";
/// The button while it has the focus: a person pressed it.
const PRESSED: &str = "#quiz-status button:focus";

/// Says it, in the words the page brought along.
pub(super) fn say(quiz: &Quiz, part: &HtmlElement) {
    let word = |name: &str| part.get_attribute(name).unwrap_or_default();
    let Some(status) = dom::by_id::<Element>(STATUS) else { return };
    let is_again = dom::find::<Element>(PRESSED).is_some();
    let retry = Tree::of("button", "button")
        .with("type", "button")
        .with("data-key", "retry")
        .text(&word("data-text"));
    let words = Tree::new("span").text(&word("data-words"));
    status.set_text_content(None);
    quiz.builder().put(&status, &Tree::of("span", "cluster").child(words).child(retry));
    if let Some(retry) = dom::find::<HtmlElement>(BUTTON).filter(|_| is_again) {
        dom::focus_quietly(&retry);
    }
}

/// Takes it away once the words came; who pressed the button goes on at the heading.
pub(super) fn clear(part: &HtmlElement) {
    let is_again = dom::find::<Element>(PRESSED).is_some();
    if dom::find::<Element>(BUTTON).is_some() {
        dom::set_text(STATUS, "");
    }
    if is_again
        && let Some(heading) = dom::all(part, "h2").into_iter().next()
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        dom::focus_quietly(&heading);
    }
}
