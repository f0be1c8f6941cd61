//! The privacy panel: what this device keeps, what this page fetched, and a way to erase.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::{HtmlElement, PerformanceEntry};

use crate::browser::{dom, storage};
use crate::domain::interface::{AppWords, fill};
use crate::ui::app::{App, mount};
use crate::ui::element::El;

/// Milliseconds between two looks at the counters.
const BEAT: i32 = 1000;

/// Fills the panel of the standing page, if it has one.
pub(crate) fn mount_on(app: &Rc<App>) {
    let place = dom::find::<HtmlElement>("[data-island=device]:not([data-live])");
    if let (Some(place), Some(words)) = (place, app.shelf.words_now()) {
        let _ = place.set_attribute("data-live", "true");
        mount(place, move || panel(&words));
        count(app.clone());
    }
}

/// Erases everything and says so in place.
pub(crate) fn erase(app: &Rc<App>) {
    storage::erase();
    dom::tell("erased");
    if let Some(words) = app.shelf.words_now() {
        dom::set_text("device-kept", &kept(&words).join("; "));
        dom::set_text("device-erased", &words.device_erased);
    }
}

fn panel(words: &AppWords) -> AnyView {
    let line = |id: &str, text: &str| El::new("p").attr("id", id).text(text).view();
    let button = El::of("button", "button button--danger")
        .attr("type", "button")
        .attr("data-action", "erase")
        .text(&words.device_erase);
    El::of("div", "stack")
        .child(El::new("h2").text(&words.device_keys).view())
        .child(line("device-kept", &kept(words).join("; ")))
        .child(line("device-pages", ""))
        .child(line("device-own", ""))
        .child(line("device-foreign", ""))
        .child(El::new("p").child(button.view()).view())
        .child(El::new("p").attr("role", "status").attr("id", "device-erased").view())
        .view()
}

/// Keeps the counters true for as long as the panel stands.
fn count(app: Rc<App>) {
    let Some(words) = app.shelf.words_now() else { return };
    if dom::by_id::<HtmlElement>("device-own").is_none() {
        return;
    }
    let origin = dom::window().location().origin().unwrap_or_default();
    let (n_own, n_foreign) = fetched(&origin);
    let own = fill(&words.device_requests, "origin", &origin);
    dom::set_text("device-own", &fill(&own, "n", &n_own.to_string()));
    dom::set_text("device-foreign", &fill(&words.device_foreign, "n", &n_foreign.to_string()));
    dom::after(BEAT, move || count(app));
}

fn kept(words: &AppWords) -> Vec<String> {
    let kept = storage::kept();
    if kept.is_empty() {
        return vec![words.device_none.clone()];
    }
    let line = |item: storage::Kept| {
        let name = match item.key.as_str() {
            "theme" => &words.theme_key,
            "text" => &words.text_key,
            "lens" => &words.lens_key,
            "quiz-now" | "quiz-last" => &words.quiz_key,
            _ => &words.other_key,
        };
        let size = fill(&words.device_bytes, "n", &item.n_bytes.to_string());
        [storage::PREFIX, &item.key, ": ", name, " (", &size, ")"].concat()
    };
    kept.into_iter().map(line).collect()
}

/// How many files came from this site and from elsewhere.
fn fetched(origin: &str) -> (usize, usize) {
    let Some(performance) = dom::window().performance() else { return (0, 0) };
    let entries = performance.get_entries_by_type("resource");
    let is_own = |entry: &wasm_bindgen::JsValue| {
        PerformanceEntry::from(entry.clone()).name().starts_with(origin)
    };
    let n_own = entries.iter().filter(is_own).count();
    (n_own, entries.length() as usize - n_own)
}
