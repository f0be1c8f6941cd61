//! The privacy panel: what this device keeps, what this page fetched, and a way to erase.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{HtmlElement, PerformanceEntry};

use crate::browser::{dom, storage};
use crate::domain::interface::{AppWords, fill};
use crate::ui::app::{App, mount};

/// Fills the panel where the page has one.
pub(crate) fn mount_panel(words: Rc<AppWords>, place: HtmlElement) {
    mount(place, move || {
        let kept = RwSignal::new(kept_lines(&words));
        let fetched = RwSignal::new(fetched_lines(&words));
        let erased = RwSignal::new(String::new());
        let again = words.clone();
        let refresh = move || fetched.set(fetched_lines(&again));
        if let Ok(clock) = set_interval_with_handle(refresh, Duration::from_secs(1)) {
            on_cleanup(move || clock.clear());
        }
        let erase_words = words.clone();
        let erase = move |_| {
            storage::erase();
            if let Some(root) = dom::document().document_element() {
                let _ = root.remove_attribute("data-theme");
                let _ = root.remove_attribute("data-text");
            }
            kept.set(kept_lines(&erase_words));
            erased.set(erase_words.device_erased.clone());
        };
        let lines = |lines: Vec<String>| {
            lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
        };
        view! {
            <h2>{words.device_keys.clone()}</h2>
            <ul class="list">{move || lines(kept.get())}</ul>
            <ul class="list">{move || lines(fetched.get())}</ul>
            <p>
                <button class="button button--danger" type="button" on:click=erase>
                    {words.device_erase.clone()}
                </button>
            </p>
            <p role="status">{move || erased.get()}</p>
        }
        .into_any()
    });
}

/// Fills the panel of the standing page, if it has one.
pub(crate) fn mount_on(app: &Rc<App>) {
    let place = dom::find::<HtmlElement>("[data-island=device]");
    if let (Some(place), Some(words)) = (place, app.shelf.words_now()) {
        mount_panel(words, place);
    }
}

fn kept_lines(words: &AppWords) -> Vec<String> {
    let kept = storage::kept();
    if kept.is_empty() {
        return vec![words.device_none.clone()];
    }
    let line = |item: storage::Kept| {
        let name = match item.key.as_str() {
            "theme" => &words.theme_key,
            "text" => &words.text_key,
            "lens" => &words.lens_key,
            _ => &words.other_key,
        };
        let size = fill(&words.device_bytes, "n", &item.n_chars.to_string());
        [storage::PREFIX, &item.key, " \u{2013} ", name, " (", &size, ")"].concat()
    };
    kept.into_iter().map(line).collect()
}

fn fetched_lines(words: &AppWords) -> Vec<String> {
    let origin = dom::window().location().origin().unwrap_or_default();
    let Some(performance) = dom::window().performance() else { return Vec::new() };
    let entries = performance.get_entries_by_type("resource");
    let n_own = entries
        .iter()
        .filter(|entry| PerformanceEntry::from(entry.clone()).name().starts_with(&origin))
        .count();
    let n_foreign = entries.length() as usize - n_own;
    vec![
        fill(&words.device_requests, "n", &n_own.to_string()),
        fill(&words.device_foreign, "n", &n_foreign.to_string()),
    ]
}
