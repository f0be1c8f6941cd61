//! The inside of `main` once a link has been followed.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::dom;
use crate::domain::page::Page;
use crate::ui::app::{App, mount};
use crate::ui::blocks::page_view;
use crate::ui::element::El;
use crate::ui::shelf::LoadError;
use crate::ui::site::Site;

/// What `main` shows.
#[derive(Clone)]
pub(crate) enum Scene {
    Page(Site, Rc<Page>),
    /// What went wrong, and the address that failed.
    Failure(LoadError, String),
}

/// Draws scenes into `main`; empty until the first.
#[derive(Default)]
pub(crate) struct Outlet {
    scene: RefCell<Option<RwSignal<Option<Scene>, LocalStorage>>>,
}

impl Outlet {
    /// Shows a scene, taking over `main` the first time.
    pub(crate) fn show(&self, app: &Rc<App>, scene: Scene) {
        let standing = *self.scene.borrow();
        if let Some(signal) = standing {
            signal.set(Some(scene));
            return;
        }
        let Some(main) = dom::by_id::<HtmlElement>("content") else { return };
        let signal = RwSignal::new_local(Some(scene));
        *self.scene.borrow_mut() = Some(signal);
        let app = app.clone();
        mount(main, move || {
            let app = StoredValue::new_local(app);
            let scene = move || app.with_value(|app| signal.get().map(|scene| draw(app, &scene)));
            scene.into_any()
        });
    }
}

fn draw(app: &Rc<App>, scene: &Scene) -> AnyView {
    match scene {
        Scene::Page(site, page) => page_view(site, page),
        Scene::Failure(error, href) => failure(app, *error, href),
    }
}

/// A page that did not come: what happened, a retry, and the plain copy.
fn failure(app: &Rc<App>, error: LoadError, href: &str) -> AnyView {
    let words = app.shelf.words_now().unwrap_or_default();
    let retry = El::of("button", "button")
        .attr("type", "button")
        .attr("data-action", "retry")
        .text(&words.retry);
    let plain = El::of("a", "button button--quiet")
        .attr("href", href)
        .attr("data-plain", "true")
        .text(&words.full_page);
    El::of("div", "wrap band stack")
        .attr("role", "alert")
        .child(El::new("h1").attr("tabindex", "-1").text(&words.title_error).view())
        .child(El::of("p", "lead").text(error.words(&words)).view())
        .child(El::of("div", "cluster").child(retry.view()).child(plain.view()).view())
        .view()
}
