//! The passport of a figure, in a native dialog.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use web_sys::{HtmlAnchorElement, HtmlDialogElement, HtmlElement};

use crate::browser::{dom, share};
use crate::domain::interface::{AppWords, fill};
use crate::domain::page::Page;
use crate::ui::app::{App, mount};
use crate::ui::rich::Draw;
use crate::ui::tools;
use wasm_bindgen::JsCast;

/// Opens the passport a figure names; where it cannot come, the figure's link is followed.
pub(crate) fn open(app: &Rc<App>, figure: HtmlElement) {
    let app = app.clone();
    spawn_local(async move {
        let key = app.key.borrow().clone();
        let index = figure.get_attribute("data-passport").and_then(|i| i.parse::<usize>().ok());
        let page = app.shelf.page(&key).await.ok();
        let words = app.shelf.words().await.ok();
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

async fn show(app: &Rc<App>, page: Rc<Page>, words: Rc<AppWords>, index: usize) {
    let Some(layer) = dom::by_id::<HtmlElement>("layer") else { return };
    let site = app.site();
    mount(layer, move || {
        let draw = Draw { site: &site, passports: &page.passports };
        passport(&draw, &words, index)
    });
    tick().await;
    if let Some(dialog) = dom::find::<HtmlDialogElement>("#layer dialog") {
        if dialog.show_modal().is_err() {
            let _ = dialog.set_attribute("open", "");
        }
    }
}

fn passport(draw: &Draw<'_>, words: &Rc<AppWords>, index: usize) -> AnyView {
    let Some(passport) = draw.passports.get(index) else { return ().into_any() };
    let rows = passport.rows.iter().map(|(label, text)| {
        view! {
            <dt>{label.clone()}</dt>
            <dd>{draw.rich(text)}</dd>
        }
    });
    let citation = passport.citation.clone();
    let url = dom::window().location().href().unwrap_or_default();
    let report = fill(&fill(&words.report_text, "title", &passport.title), "url", &url);
    view! {
        <dialog class="dialog" aria-labelledby="passport">
            <div class="dialog__head">
                <h2 id="passport" class="title-s">{passport.title.clone()}</h2>
                <form method="dialog">
                    <button class="top__tool" aria-label=words.close.clone()>{draw.icon("cross")}</button>
                </form>
            </div>
            <div class="dialog__body stack">
                {draw.tags(&passport.tags)}
                <dl class="facts">{rows.collect_view()}</dl>
                <div class="cluster">
                    {copy_button(words, words.cite.clone(), citation)}
                    {copy_button(words, words.report.clone(), report)}
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

fn copy_button(words: &Rc<AppWords>, label: String, text: String) -> AnyView {
    let words = words.clone();
    let copy = move |event: web_sys::MouseEvent| {
        let Some(button) = dom::closest::<HtmlElement>(&event, "button") else { return };
        let text = text.clone();
        let words = words.clone();
        spawn_local(async move {
            let copied = share::copy(&text).await;
            tools::say(&button, if copied { &words.copied } else { &words.copy_failed });
        });
    };
    view! { <button class="button button--quiet" type="button" on:click=copy>{label}</button> }
        .into_any()
}
