//! The document: find, listen, focus.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    AddEventListenerOptions, Document, Element, Event, EventTarget, FocusOptions, HtmlElement,
    Window,
};

/// The window; pages always have one.
#[must_use]
pub fn window() -> Window {
    web_sys::window().expect("the program runs in a page")
}

/// The document; windows always have one.
#[must_use]
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The element of this id, if it is of this kind.
#[must_use]
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that matches, if it is of this kind.
#[must_use]
pub fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements that match below `root`.
#[must_use]
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    if let Ok(list) = root.query_selector_all(selector) {
        for index in 0..list.length() {
            found.extend(list.get(index).and_then(|node| node.dyn_into().ok()));
        }
    }
    found
}

/// The closest element around an event's target that matches.
#[must_use]
pub fn closest<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// Listens for as long as the page lives.
pub fn listen(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(act);
    let options = AddEventListenerOptions::new();
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        kind,
        closure.as_ref().unchecked_ref(),
        &options,
    );
    closure.forget();
}

/// Focuses without scrolling; a heading gets a passing `tabindex`.
pub fn focus_quietly(element: &HtmlElement) {
    if element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Sets the text of an element by its id.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = by_id::<Element>(id) {
        element.set_text_content(Some(text));
    }
}

/// Tells the start-up script that a new page stands.
pub fn tell(kind: &str) {
    if let Ok(event) = Event::new(kind) {
        let _ = document().dispatch_event(&event);
    }
}

/// Runs `act` once after some milliseconds.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(act);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        closure.unchecked_ref(),
        milliseconds,
    );
}

/// Runs `act` once what has changed so far can be seen: a key shows before the work that it asks for.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(|| after(0, act));
    let _ = window().request_animation_frame(closure.unchecked_ref());
}
