//! Following links without leaving the page: title, focus, scroll, announcement.

use std::rc::Rc;

use leptos::task::tick;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, PopStateEvent};

use crate::browser::{dom, speech, travel};
use crate::domain::catalog::page_key;
use crate::domain::interface::fill;
use crate::domain::route::Address;
use crate::ui::app::{App, islands};
use crate::ui::dialog;
use crate::ui::outlet::Scene;
use crate::ui::trees;

/// How a journey began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Start {
    /// A link: a new entry, from the top.
    Link,
    /// Back or forward: this far down.
    History(f64),
    /// The same address once more.
    Retry,
}

/// Milliseconds after which waiting is put into words.
const PATIENCE: i32 = 1000;
/// Milliseconds after which a weak network is named.
const LONG_PATIENCE: i32 = 10_000;
/// Milliseconds between the new page and its announcement.
const BREATH: i32 = 100;

/// Listens for back, forward and leaving.
pub(crate) fn listen(app: &Rc<App>) {
    let window = dom::window();
    let traveller = app.clone();
    dom::listen(&window, "popstate", move |event| {
        let Some(address) = traveller.address(&travel::here()) else { return };
        let state = event.dyn_into::<PopStateEvent>().map_or(JsValue::NULL, |e| e.state());
        let key = page_key(&address.lang, &address.route);
        let y = travel::kept_scroll(&state);
        if key == *traveller.key.borrow() {
            dialog::close();
            y.into_iter().for_each(travel::scroll_to);
            return;
        }
        go(&traveller, address, Start::History(y.unwrap_or(0.0)));
    });
    dom::listen(&window, "scrollend", |_| travel::keep_scroll());
    dom::listen(&window, "pagehide", |_| travel::release_scroll());
}

/// Travels to an address of this portal in the present language.
pub(crate) fn go(app: &Rc<App>, address: Address, start: Start) {
    let app = app.clone();
    let journey = app.journeys.get() + 1;
    app.journeys.set(journey);
    speech::stop();
    dialog::close();
    wait(&app, journey);
    spawn_local(async move {
        let href = address.href(&app.site().mode, app.boot.langs.first().map_or("", |l| l));
        let Ok(words) = app.shelf.words().await else {
            let _ = dom::window().location().assign(&href);
            return;
        };
        let key = page_key(&address.lang, &address.route);
        let page = app.shelf.page(&key).await;
        if app.journeys.get() != journey {
            return;
        }
        if start == Start::Link {
            travel::keep_scroll();
            travel::push(&href);
        }
        let left = app.key.replace(key);
        let title = match &page {
            Ok(page) => page.title.clone(),
            Err(_) => words.title_error.clone(),
        };
        let scene = match page {
            Ok(page) => Scene::Page(app.site(), page),
            Err(error) => Scene::Failure(error, href.clone()),
        };
        let standing = match &scene {
            Scene::Page(site, page) => Some((site.clone(), page.clone())),
            Scene::Failure(..) => None,
        };
        app.outlet.show(&app, scene);
        tick().await;
        if let Some((site, page)) = standing {
            trees::fill(&site, &page);
        }
        dom::set_text("announce", "");
        dom::document().set_title(&[&title, " \u{2013} ", &app.boot.name].concat());
        frame(&app, &address);
        islands(&app);
        dom::tell("page");
        settle(&address, start, &row_of(&app, &left));
        let arrived = fill(&words.arrived, "title", &title);
        dom::after(BREATH, move || dom::set_text("announce", &arrived));
    });
}

/// Says "opening" when the page takes longer than a second.
fn wait(app: &Rc<App>, journey: u32) {
    let Some(main) = dom::by_id::<Element>("content") else { return };
    let _ = main.set_attribute("aria-busy", "true");
    for (delay, is_long) in [(PATIENCE, false), (LONG_PATIENCE, true)] {
        let (app, main) = (app.clone(), main.clone());
        dom::after(delay, move || {
            let is_waiting = main.has_attribute("aria-busy") && app.journeys.get() == journey;
            if let Some(words) = app.shelf.words_now().filter(|_| is_waiting) {
                let text = if is_long { &words.slow } else { &words.loading };
                dom::set_text("waiting", text);
            }
        });
    }
}

/// Marks the present section in the menu and the same page in other languages.
fn frame(app: &Rc<App>, address: &Address) {
    let site = app.site();
    let default = app.boot.langs.first().map_or("", |lang| lang);
    let here = Address::new(&address.lang, address.route.clone()).href(&site.mode, default);
    let Some(root) = dom::document().document_element() else { return };
    for link in dom::all(&root, ".top__link") {
        let href = link.get_attribute("href").unwrap_or_default();
        let _ = match (href == here, here.starts_with(&href)) {
            (true, _) => link.set_attribute("aria-current", "page"),
            (_, true) => link.set_attribute("aria-current", "true"),
            _ => link.remove_attribute("aria-current"),
        };
    }
    for link in dom::all(&root, "[data-language]") {
        let lang = link.get_attribute("data-language").unwrap_or_default();
        let href = Address::new(&lang, address.route.clone()).href(&site.mode, default);
        let _ = link.set_attribute("href", &href);
    }
}

/// The selector of a list's row that leads to the page of a key.
fn row_of(app: &Rc<App>, key: &str) -> String {
    let path = key.split_once('/').map_or("", |(_, path)| path);
    let href = app.site().page(&[path, "/"].concat());
    ["#content [data-kind=\"list\"] a[href=\"", &href, "\"]"].concat()
}

/// Scroll and focus: the named place, the heading, or where the reader was.
fn settle(address: &Address, start: Start, row: &str) {
    if let Some(main) = dom::by_id::<Element>("content") {
        let _ = main.remove_attribute("aria-busy");
    }
    dom::set_text("waiting", "");
    let place = dom::by_id::<HtmlElement>(&address.fragment);
    if place.as_ref().is_some_and(|place| place.client_height() == 0) {
        // A step of a scene shows only when the browser itself was sent to it.
        travel::aim(&address.fragment);
    }
    match (start, place) {
        (Start::Link | Start::Retry, Some(place)) => {
            open_around(&place);
            place.scroll_into_view();
            dom::focus_quietly(&place);
            return;
        }
        (Start::History(y), _) => {
            travel::scroll_to(y);
            // Back to a long list: the row that was followed has the focus again.
            if let Some(row) = dom::find::<HtmlElement>(row) {
                let _ = row.focus();
                return;
            }
        }
        _ => travel::scroll_to(0.0),
    }
    if let Some(heading) = dom::find::<HtmlElement>("#content h1") {
        dom::focus_quietly(&heading);
    }
}

/// Opens the folds a place lies in.
fn open_around(place: &HtmlElement) {
    let mut around = place.closest("details").ok().flatten();
    while let Some(fold) = around {
        let _ = fold.set_attribute("open", "");
        around = fold.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
}

/// Draws the page of the present address into a frame that came without one.
pub(crate) fn arrive(app: &Rc<App>) {
    let Some(address) = app.address(&travel::here()) else { return };
    let start = travel::kept_here().map_or(Start::Retry, Start::History);
    go(app, address, start);
}

/// Opens the page that failed once more.
pub(crate) fn retry(app: &Rc<App>) {
    if let Some(address) = app.address(&travel::here()) {
        go(app, address, Start::Retry);
    }
}
