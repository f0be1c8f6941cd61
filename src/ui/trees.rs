//! Drawings, tables and forms of a page that was travelled to.
//!
//! The views have no element that can be of either namespace, so trees are built
//! on the document itself, in the places that the views left for them.

use web_sys::{Document, Element as Node};

use crate::browser::dom;
use crate::domain::page::{Page, Span};
use crate::domain::tree::{Child, Element};
use crate::ui::rich::CLAIM;
use crate::ui::site::Site;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// Builds the trees of a page that has just been drawn.
pub(crate) fn fill(site: &Site, page: &Page) {
    let document = dom::document();
    let Some(main) = dom::by_id::<Node>("content") else { return };
    let builder = Builder { document, site, page };
    for (place, tree) in dom::all(&main, "[data-tree]").iter().zip(page.trees()) {
        if let Some(node) = builder.element(tree, HTML) {
            let _ = place.replace_with_with_node_1(&node);
        }
    }
}

struct Builder<'a> {
    document: Document,
    site: &'a Site,
    page: &'a Page,
}

impl Builder<'_> {
    fn element(&self, tree: &Element, space: &str) -> Option<Node> {
        let space = if tree.tag() == "svg" { SVG } else { space };
        let node = self.document.create_element_ns(Some(space), tree.tag()).ok()?;
        for (name, value) in tree.attributes() {
            let href = matches!(name, "href" | "action").then(|| self.site.href(value));
            let _ = node.set_attribute(name, href.as_deref().unwrap_or(value));
        }
        for child in tree.inside() {
            match child {
                Child::Element(element) => {
                    let _ = node.append_child(self.element(element, space)?.as_ref());
                }
                Child::Span(span) => self.span(&node, span),
            }
        }
        Some(node)
    }

    fn span(&self, node: &Node, span: &Span) {
        let (tag, href, text) = match span {
            Span::T(text) => {
                let _ = node.append_child(&self.document.create_text_node(text));
                return;
            }
            Span::B(inner) => {
                let Ok(strong) = self.document.create_element("strong") else { return };
                inner.iter().for_each(|span| self.span(&strong, span));
                let _ = node.append_child(&strong);
                return;
            }
            Span::A(to, text) => ("", self.site.href(to), text),
            Span::F(index, text) => {
                let passport = self.page.passports.get(usize::from(*index));
                let fact = passport.map_or("", |passport| passport.fact.as_str());
                let is_claim = text.chars().count() > CLAIM;
                let class = if is_claim { "figure figure--claim" } else { "figure" };
                (class, [&self.site.page("nguon/"), "#f-", fact].concat(), text)
            }
        };
        let Ok(link) = self.document.create_element("a") else { return };
        let _ = link.set_attribute("href", &href);
        if let Span::F(index, _) = span {
            let _ = link.set_attribute("class", tag);
            let _ = link.set_attribute("data-passport", &index.to_string());
        }
        link.set_text_content(Some(text));
        let _ = node.append_child(&link);
    }
}
