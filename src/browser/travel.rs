//! Addresses, history and scrolling.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Url};

use super::dom;

/// Path, query and fragment of where we are.
#[must_use]
pub fn here() -> String {
    let location = dom::window().location();
    let part = |text: Result<String, JsValue>| text.unwrap_or_default();
    [part(location.pathname()), part(location.search()), part(location.hash())].concat()
}

/// Path, query and fragment of an absolute address, if it lies on this host.
#[must_use]
pub fn within(href: &str) -> Option<String> {
    let url = Url::new(href).ok()?;
    let origin = dom::window().location().origin().ok()?;
    (url.origin() == origin).then(|| [url.pathname(), url.search(), url.hash()].concat())
}

/// Decoded value of a query parameter of the current address.
#[must_use]
pub fn query(name: &str) -> Option<String> {
    let search = dom::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Encodes text for a query value.
#[must_use]
pub fn encode(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}

/// How far down the page is scrolled, in CSS pixels.
#[must_use]
pub fn scroll_y() -> f64 {
    dom::window().scroll_y().unwrap_or(0.0)
}

/// Scrolls at once, whatever the style says.
pub fn scroll_to(y: f64) {
    dom::window().scroll_to_with_x_and_y(0.0, y);
}

fn state(y: f64) -> JsValue {
    let state = js_sys::Object::new();
    let _ = Reflect::set(&state, &"y".into(), &y.into());
    state.into()
}

/// The scroll position kept for the present entry, where one was.
#[must_use]
pub fn kept_here() -> Option<f64> {
    kept_scroll(&dom::window().history().ok()?.state().ok()?)
}

/// The scroll position kept in a history state.
#[must_use]
pub fn kept_scroll(state: &JsValue) -> Option<f64> {
    Reflect::get(state, &"y".into()).ok()?.as_f64()
}

/// Keeps the present scroll position with the present entry.
pub fn keep_scroll() {
    if let Ok(history) = dom::window().history() {
        let _ = history.replace_state(&state(scroll_y()), "");
    }
}

/// Adds an entry; from now on the program restores the scroll itself.
pub fn push(href: &str) {
    if let Ok(history) = dom::window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.push_state_with_url(&state(0.0), "", Some(href));
    }
}

/// Sends the browser to a named place of the standing page, without an entry: from now on
/// styles know it as the target.
pub fn aim(fragment: &str) {
    let _ = dom::window().location().replace(&["#", fragment].concat());
}

/// Hands scrolling back to the browser, for reloads.
pub fn release_scroll() {
    if let Ok(history) = dom::window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }
}

/// Changes the present address without an entry.
pub fn replace(href: &str) {
    if let Ok(history) = dom::window().history() {
        let _ = history.replace_state_with_url(&state(scroll_y()), "", Some(href));
    }
}

/// Today's date as the device writes it in a language.
#[must_use]
pub fn today(lang: &str) -> String {
    String::from(js_sys::Date::new_0().to_locale_date_string(lang, &JsValue::UNDEFINED))
}
