//! Trees of the domain, put on the document.

use web_sys::{Document, Element as Node, HtmlElement};

use crate::browser::dom;
use crate::domain::page::Span;
use crate::domain::route::may_follow;
use crate::domain::tree::{Child, Element};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes nodes of trees; addresses and icons are completed.
pub(crate) struct Builder<'a> {
    /// Path of the portal: `/so/cong/`.
    pub(crate) base: &'a str,
    /// Address of the picture sheet.
    pub(crate) icons: &'a str,
}

/// Takes the screen away and shows the page that was served.
pub(crate) fn clear() {
    if let Some(screen) = dom::by_id::<Node>("quiz") {
        screen.remove();
    }
    let root = dom::document().document_element();
    if root.and_then(|root| root.get_attribute("data-quiz")).as_deref() == Some("run") {
        mark("ready");
    }
    for child in siblings() {
        let _ = child.remove_attribute("hidden");
    }
}

/// Tells styles whether a screen stands.
pub(crate) fn mark(state: &str) {
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("data-quiz", state);
    }
}

/// What stands in `main` beside the screen.
fn siblings() -> Vec<Node> {
    let Some(main) = dom::by_id::<Node>("content") else { return Vec::new() };
    dom::all(&main, ":scope > :not(#quiz)")
}

impl Builder<'_> {
    /// Shows a screen instead of the page.
    pub(crate) fn show(&self, tree: &Element) {
        for child in siblings() {
            let _ = child.set_attribute("hidden", "");
        }
        let screen = dom::by_id::<Node>("quiz").or_else(|| {
            let screen = dom::document().create_element("div").ok()?;
            let _ = screen.set_attribute("id", "quiz");
            let _ = screen.set_attribute("class", "wrap band");
            let _ = dom::by_id::<Node>("content")?.append_child(&screen);
            Some(screen)
        });
        if let Some(screen) = screen {
            mark("run");
            screen.set_text_content(None);
            self.put(&screen, tree);
        }
    }

    /// Adds a tree below the screen.
    pub(crate) fn append(&self, tree: &Element) {
        if let Some(screen) = dom::by_id::<Node>("quiz") {
            self.put(&screen, tree);
        }
    }

    /// Adds a tree to an element.
    pub(crate) fn put(&self, place: &Node, tree: &Element) {
        if let Some(node) = self.node(&dom::document(), tree, HTML) {
            let _ = place.append_child(&node);
        }
    }

    fn node(&self, document: &Document, tree: &Element, space: &str) -> Option<Node> {
        let space = if tree.tag() == "svg" { SVG } else { space };
        let node = document.create_element_ns(Some(space), tree.tag()).ok()?;
        for (name, value) in tree.attributes() {
            let _ = match (name, tree.tag()) {
                ("href", "use") => node.set_attribute(name, &[self.icons, "#", value].concat()),
                ("href", _) => node.set_attribute(name, &self.href(value)),
                _ => node.set_attribute(name, value),
            };
        }
        for child in tree.inside() {
            match child {
                Child::Element(element) => {
                    let _ = node.append_child(self.node(document, element, space)?.as_ref());
                }
                Child::Span(span) => self.span(document, &node, span),
            }
        }
        Some(node)
    }

    fn href(&self, to: &str) -> String {
        match to.strip_prefix('/') {
            _ if !may_follow(to) => "#".into(),
            Some(path) => [self.base, path].concat(),
            None => to.into(),
        }
    }

    fn span(&self, document: &Document, node: &Node, span: &Span) {
        match span {
            Span::T(text) | Span::F(_, text) => {
                let _ = node.append_child(&document.create_text_node(text));
            }
            Span::B(inner) => {
                let Ok(strong) = document.create_element("strong") else { return };
                inner.iter().for_each(|span| self.span(document, &strong, span));
                let _ = node.append_child(&strong);
            }
            Span::A(to, text) => {
                let Ok(link) = document.create_element("a") else { return };
                let _ = link.set_attribute("href", &self.href(to));
                link.set_text_content(Some(text));
                let _ = node.append_child(&link);
            }
        }
    }
}

/// The element of this id inside the screen, if it can have the focus.
pub(crate) fn focusable(id: &str) -> Option<HtmlElement> {
    dom::by_id(id)
}
