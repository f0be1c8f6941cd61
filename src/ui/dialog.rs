//! The passport of a figure, in a native dialog.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlDialogElement, HtmlElement};

use crate::browser::{dom, travel};
use crate::domain::interface::{AppWords, fill};
use crate::domain::page::Page;
use crate::ui::app::{App, mount};
use crate::ui::element::El;
use crate::ui::rich::Draw;
use wasm_bindgen::JsCast;

/// Opens the passport a figure names; where it cannot come, the figure's link is followed.
pub(crate) fn open(app: &Rc<App>, figure: HtmlElement) {
    let app = app.clone();
    let journey = app.journeys.get();
    spawn_local(async move {
        let key = app.key.borrow().clone();
        let index = figure.get_attribute("data-passport").and_then(|i| i.parse::<usize>().ok());
        let page = app.shelf.page(&key).await.ok();
        let words = app.shelf.words().await.ok();
        // Who has gone on meanwhile is not called back.
        if app.journeys.get() != journey {
            return;
        }
        match (page, words, index) {
            (Some(page), Some(words), Some(index)) if index < page.passports.len() => {
                show(&app, page, words, index).await;
            }
            _ => {
                if let Some(link) = figure.dyn_ref::<HtmlAnchorElement>() {
                    let _ = dom::window().location().assign(&link.href());
                }
            }
        }
    });
}

/// Closes the passport, if one is open.
pub(crate) fn close() {
    if let Some(dialog) = dom::find::<HtmlDialogElement>("#layer dialog[open]") {
        dialog.close();
    }
}

async fn show(app: &Rc<App>, page: Rc<Page>, words: Rc<AppWords>, index: usize) {
    let Some(layer) = dom::by_id::<HtmlElement>("layer") else { return };
    let site = app.site();
    mount(layer, move || {
        let draw = Draw { site: &site, passports: &page.passports };
        passport(&draw, &page, &words, index)
    });
    tick().await;
    if let Some(dialog) = dom::find::<HtmlDialogElement>("#layer dialog")
        && dialog.show_modal().is_err()
    {
        let _ = dialog.set_attribute("open", "");
    }
}

fn passport(draw: &Draw<'_>, page: &Page, words: &AppWords, index: usize) -> AnyView {
    let Some(passport) = draw.passports.get(index) else { return ().into_any() };
    let rows = passport.rows.iter().flat_map(|(label, text)| {
        let label = page.labels.get(usize::from(*label)).map_or("", String::as_str);
        [El::new("dt").text(label).view(), draw.text("dd", "", text)]
    });
    let url = dom::window().location().href().unwrap_or_default();
    let read = fill(&words.cite_read, "date", &travel::today(&draw.site.lang));
    let citation = [&page.citation(passport), ". ", &read, ", ", &url].concat();
    let report = fill(&fill(&words.report_text, "title", &passport.title), "url", &url);
    let copy = |label: &str, text: &str| {
        El::of("button", "button button--quiet")
            .attr("type", "button")
            .attr("data-action", "copy")
            .attr("data-text", text)
            .text(label)
            .view()
    };
    let close = El::of("button", "top__tool")
        .attr("aria-label", &words.close)
        .child(draw.icon("cross"))
        .view();
    let title = El::of("h2", "title-s").attr("id", "passport").text(&passport.title).view();
    let head = El::of("div", "dialog__head")
        .child(title)
        .child(El::new("form").attr("method", "dialog").child(close).view());
    let buttons = El::of("div", "cluster")
        .child(copy(&words.cite, &citation))
        .child(copy(&words.report, &report));
    let body = El::of("div", "dialog__body stack")
        .maybe(draw.tags(&passport.tags))
        .child(El::of("dl", "facts").children(rows).view())
        .child(buttons.view());
    El::of("dialog", "dialog")
        .attr("aria-labelledby", "passport")
        .child(head.view())
        .child(body.view())
        .view()
}
