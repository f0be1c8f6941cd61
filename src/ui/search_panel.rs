//! Search as you type, over the form that was served.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser::{dom, travel};
use crate::domain::interface::{AppWords, fill};
use crate::domain::page::Tag;
use crate::domain::search::{Hit, Index, Outcome, Segment};
use crate::ui::app::App;
use crate::ui::element::El;
use crate::ui::rich::Draw;
use crate::ui::shelf::LoadError;
use wasm_bindgen::JsCast;

/// Results shown at first, and added at each request for more.
const STRIDE: usize = 10;

/// What the panel shows below the box.
#[derive(Clone)]
enum Found {
    Nothing,
    Short,
    Waiting,
    Failed(LoadError),
    Hits(Rc<Index>, Rc<Outcome>),
}

/// Brings the search form of the standing page to life; what was typed stays.
pub(crate) fn mount(app: &Rc<App>) {
    let Some(place) = dom::find::<HtmlElement>("[data-island=search]") else { return };
    let Some(input) = dom::by_id::<HtmlInputElement>("q") else { return };
    if place.has_attribute("data-live") {
        return;
    }
    let _ = place.set_attribute("data-live", "true");
    let is_search = app
        .address(&travel::here())
        .is_some_and(|address| address.route == crate::domain::route::Route::Search);
    if input.value().is_empty() && is_search {
        input.set_value(&travel::query("q").unwrap_or_default());
    }
    let panel = Panel {
        app: app.clone(),
        found: RwSignal::new_local(Found::Nothing),
        limit: RwSignal::new(STRIDE),
        is_search,
    };
    let typed = panel.clone();
    dom::listen(&input, "input", move |event| typed.search(&value(&event)));
    let warmed = app.clone();
    dom::listen(&input, "focus", move |_| {
        let app = warmed.clone();
        spawn_local(async move {
            let _ = app.shelf.search(&app.boot.lang).await;
        });
    });
    let sent = panel.clone();
    dom::listen(&place, "submit", move |event| sent.submit(&event));
    dom::listen(&place, "keydown", |event| step(&event));
    let grown = panel.clone();
    dom::listen(&place, "click", move |event| {
        if dom::closest::<HtmlElement>(&event, "[data-more]").is_some() {
            grown.limit.update(|limit| *limit += STRIDE);
        }
    });
    if !input.value().is_empty() {
        panel.search(&input.value());
    }
    if let Some(results) = dom::find::<HtmlElement>("[data-island=search] .results") {
        mount_to(results, move || panel.view()).forget();
    }
}

fn value(event: &Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// Arrow keys walk from the box through the results; Escape returns.
fn step(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let Some(place) = dom::closest::<HtmlElement>(event, "[data-island=search]") else { return };
    let mut stops = dom::all(&place, "#q, .row__link");
    let here = dom::document().active_element();
    let at = stops.iter().position(|stop| here.as_ref() == Some(stop));
    let next = match (key.key().as_str(), at) {
        ("ArrowDown", Some(at)) => at + 1,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("Escape", Some(at)) if at > 0 => 0,
        _ => return,
    };
    if next < stops.len() {
        event.prevent_default();
        let _ = stops.swap_remove(next).dyn_into::<HtmlElement>().map(|stop| stop.focus());
    }
}

#[derive(Clone)]
struct Panel {
    app: Rc<App>,
    found: RwSignal<Found, LocalStorage>,
    limit: RwSignal<usize>,
    is_search: bool,
}

impl Panel {
    /// Looks for a text and keeps it in the address of the search page.
    fn search(&self, text: &str) {
        let text = text.trim().to_owned();
        // Setting it draws the results that stand anew.
        if self.limit.get_untracked() != STRIDE {
            self.limit.set(STRIDE);
        }
        if self.is_search {
            let query = if text.is_empty() { String::new() } else { travel::encode(&text) };
            travel::replace(&["?q=", &query].concat());
        }
        if text.is_empty() {
            self.found.set(Found::Nothing);
            return;
        }
        if text.chars().count() < 2 {
            self.found.set(Found::Short);
            return;
        }
        let panel = self.clone();
        if matches!(self.found.get_untracked(), Found::Nothing | Found::Failed(_)) {
            self.found.set(Found::Waiting);
        }
        spawn_local(async move {
            let index = panel.app.shelf.search(&panel.app.boot.lang).await;
            dom::after_paint(move || panel.find(index, &text));
        });
    }

    /// Finds a text, unless another one has been typed since: keys that come fast are answered once.
    fn find(&self, index: Result<Rc<Index>, LoadError>, text: &str) {
        let current = dom::by_id::<HtmlInputElement>("q").map(|input| input.value());
        if current.is_some_and(|current| current.trim() != text) {
            return;
        }
        self.found.set(match index {
            Ok(index) => {
                let outcome = index.search(text, STRIDE * 5);
                Found::Hits(index, Rc::new(outcome))
            }
            Err(error) => Found::Failed(error),
        });
    }

    /// On the search page the results already stand; elsewhere the form travels.
    fn submit(&self, event: &Event) {
        let Some(input) = dom::by_id::<HtmlInputElement>("q") else { return };
        event.prevent_default();
        if self.is_search {
            self.search(&input.value());
            return;
        }
        let site = self.app.site();
        let query = ["q=", &travel::encode(input.value().trim())].concat();
        let mut address =
            crate::domain::route::Address::new(&site.lang, crate::domain::route::Route::Search);
        address.query = query;
        crate::ui::journey::go(&self.app, address, crate::ui::journey::Start::Link);
    }

    fn view(self) -> AnyView {
        let panel = StoredValue::new_local(self);
        view! {
            <p role="status" class="quiet">{move || panel.with_value(Self::status)}</p>
            {move || panel.with_value(Self::results)}
        }
        .into_any()
    }

    fn words(&self) -> Rc<AppWords> {
        self.app.shelf.words_now().unwrap_or_default()
    }

    /// One line on how it went, read out politely.
    fn status(&self) -> String {
        let words = self.words();
        self.found.with(|found| match found {
            Found::Nothing => String::new(),
            Found::Short => words.search_short.clone(),
            Found::Waiting => words.search_wait.clone(),
            Found::Failed(_) => words.search_failed.clone(),
            Found::Hits(_, outcome) => {
                let count = match outcome.total {
                    0 => words.search_none.clone(),
                    1 => words.search_one.clone(),
                    n => fill(&words.search_count, "n", &n.to_string()),
                };
                match &outcome.understood {
                    Some(text) => {
                        [&fill(&words.search_understood, "text", text), ". ", &count].concat()
                    }
                    None => count,
                }
            }
        })
    }

    fn results(&self) -> AnyView {
        let words = self.words();
        match self.found.get() {
            Found::Failed(error) => view! { <p>{error.words(&words).to_owned()}</p> }.into_any(),
            Found::Hits(_, outcome) if outcome.hits.is_empty() => {
                El::new("p").text(&words.search_none_help).view()
            }
            Found::Hits(index, outcome) => self.hits(&index, &outcome, &words),
            _ => ().into_any(),
        }
    }

    fn hits(&self, index: &Index, outcome: &Outcome, words: &AppWords) -> AnyView {
        let site = self.app.site();
        let draw = Draw { site: &site, passports: &[] };
        let limit = self.limit.get();
        let rows = outcome.hits.iter().take(limit).filter_map(|hit| row(&draw, index, hit, words));
        let more = (outcome.hits.len() > limit).then(|| {
            El::of("button", "button button--quiet")
                .attr("type", "button")
                .attr("data-more", "true")
                .text(&words.search_more)
                .view()
        });
        El::of("div", "stack").child(El::new("ul").children(rows).view()).maybe(more).view()
    }
}

fn row(draw: &Draw<'_>, index: &Index, hit: &Hit, words: &AppWords) -> Option<AnyView> {
    let document = index.document(hit)?;
    let (icon, kind) = match document.kind.as_str() {
        "explainer" => ("book", &words.kind_explainer),
        "term" => ("text", &words.kind_term),
        "document" => ("doc", &words.kind_document),
        "fact" => ("check", &words.kind_fact),
        "place" => ("pin", &words.kind_place),
        "model" => ("star", &words.kind_model),
        "indicator" => ("chart", &words.kind_indicator),
        "rehearsal" => ("hand", &words.kind_rehearsal),
        _ => ("desk", &words.kind_organisation),
    };
    let tags = [Tag { text: kind.clone(), tone: String::new() }];
    let href = draw.site.href(&document.href);
    let body = El::of("div", "row__body")
        .child(segments(El::of("a", "row__link").attr("href", &href), &hit.title))
        .child(segments(El::new("p"), &hit.snippet))
        .maybe(draw.tags(&tags));
    Some(El::of("li", "row").child(draw.patch(icon, "")).child(body.view()).view())
}

fn segments(element: El, segments: &[Segment]) -> AnyView {
    let parts = segments.iter().map(|segment| {
        if segment.is_highlighted {
            El::new("mark").text(&segment.text).view()
        } else {
            segment.text.clone().into_any()
        }
    });
    element.children(parts).view()
}
