//! One listener for all clicks: links, figures and tools.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent};

use crate::browser::{dom, travel};
use crate::domain::catalog::page_key;
use crate::domain::route::Route;
use crate::ui::app::App;
use crate::ui::journey::{self, Start};
use crate::ui::{device, dialog, tools};

/// Listens on the document; the served page and drawn pages behave alike.
pub(crate) fn listen(app: &Rc<App>) {
    let app = app.clone();
    dom::listen(&dom::document(), "click", move |event| {
        let Ok(click) = event.dyn_into::<MouseEvent>() else { return };
        let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.default_prevented() || click.button() != 0 || modified {
            return;
        }
        if let Some(button) = dom::closest::<HtmlElement>(&click, "[data-action]") {
            act(&app, &button);
        } else if let Some(figure) = dom::closest::<HtmlElement>(&click, "[data-passport]") {
            click.prevent_default();
            dialog::open(&app, figure);
        } else if let Some(link) = dom::closest::<HtmlAnchorElement>(&click, "a[href]") {
            follow(&app, &click, &link);
        }
    });
}

fn act(app: &Rc<App>, button: &HtmlElement) {
    match button.get_attribute("data-action").as_deref() {
        Some("print") => {
            let _ = dom::window().print();
        }
        Some("share") => tools::share(app, button),
        Some("listen") => tools::listen(app, button),
        Some("copy") => tools::copy(app, button),
        Some("erase") => device::erase(app),
        Some("retry") => journey::retry(app),
        _ => {}
    }
}

fn follow(app: &Rc<App>, click: &MouseEvent, link: &HtmlAnchorElement) {
    if skip(click, link) || link.has_attribute("data-plain") || link.has_attribute("target") {
        return;
    }
    let Some(address) = travel::within(&link.href()).and_then(|href| app.address(&href)) else {
        return;
    };
    let key = page_key(&address.lang, &address.route);
    let is_here = key == *app.key.borrow();
    let is_ours = address.lang == app.boot.lang && address.route != Route::NotFound;
    if !is_ours || (is_here && !address.fragment.is_empty()) {
        travel::keep_scroll();
        return;
    }
    click.prevent_default();
    journey::go(app, address, Start::Link);
}

/// The skip link moves focus, not only the view.
fn skip(click: &MouseEvent, link: &HtmlAnchorElement) -> bool {
    let is_skip = link.class_list().contains("skip");
    if is_skip && let Some(main) = dom::by_id::<HtmlElement>("content") {
        click.prevent_default();
        main.unchecked_ref::<Element>().scroll_into_view();
        dom::focus_quietly(&main);
    }
    is_skip
}
