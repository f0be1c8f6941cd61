//! Small elements, made on the document.

use web_sys::Element;

use crate::browser::dom;

/// An element of this tag and class with this text.
///
/// # Panics
/// When `tag` is no element name.
pub(super) fn make(tag: &str, class: &str, text: &str) -> Element {
    let Ok(element) = dom::document().create_element(tag) else { panic!("no such tag") };
    if !class.is_empty() {
        let _ = element.set_attribute("class", class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    element
}

/// A link.
pub(super) fn link(class: &str, href: &str, text: &str) -> Element {
    let link = make("a", class, text);
    let _ = link.set_attribute("href", href);
    link
}

/// Puts elements into another, in order.
pub(super) fn put(into: &Element, children: &[&Element]) {
    for child in children {
        let _ = into.append_child(child);
    }
}

/// A button that does what its `data-key` says.
pub(super) fn button(class: &str, key: &str, text: &str) -> Element {
    let button = make("button", class, text);
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute("data-key", key);
    button
}
