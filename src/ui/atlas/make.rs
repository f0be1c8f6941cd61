//! Small elements, made on the document, and how they are found again.

use super::Data;
use crate::browser::node::{self, Node};
use crate::domain::listing::Entry;

/// An element of this tag and class with this text.
pub(super) fn make(tag: &str, class: &str, text: &str) -> Node {
    let element = node::make(tag, false);
    if !class.is_empty() {
        element.set("class", class);
    }
    element.set_text(text);
    element
}

/// A link.
pub(super) fn link(class: &str, href: &str, text: &str) -> Node {
    let link = make("a", class, text);
    link.set("href", href);
    link
}

/// A link to a model, by its name.
pub(super) fn model(data: &Data, entry: &Entry) -> Node {
    link("atlas__link", &[&data.models, &entry.id, "/"].concat(), &entry.name)
}

/// Puts elements into another, in order.
pub(super) fn put(into: &Node, children: &[&Node]) {
    for child in children {
        into.append(child);
    }
}

/// A button that does what its `data-key` says.
pub(super) fn button(class: &str, key: &str, text: &str) -> Node {
    let button = make("button", class, text);
    button.set("type", "button");
    button.set("data-key", key);
    button
}

/// The element whose attribute has a value: `by(form, "select[name", "tinh")`.
pub(super) fn by(root: &Node, attribute: &str, value: &str) -> Option<Node> {
    root.find(&[attribute, "=\"", value, "\"]"].concat())
}
