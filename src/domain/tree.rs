//! Drawings, tables and forms as data: elements of a closed list of kinds.
//!
//! Maps and charts are made natively and travel with their page. What is not in
//! the two lists below cannot be said, so a page cannot carry a script, a style
//! or a handler into the document.

use super::page::Span;
use super::wire::{Items, Node, Wire};

/// Kinds of elements, by number. Add at the end: numbers travel in page data.
pub const TAGS: [&str; 50] = [
    "svg",
    "g",
    "path",
    "circle",
    "rect",
    "line",
    "polyline",
    "text",
    "tspan",
    "use",
    "title",
    "desc",
    "defs",
    "pattern",
    "a",
    "div",
    "span",
    "p",
    "strong",
    "small",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "legend",
    "label",
    "select",
    "option",
    "optgroup",
    "button",
    "input",
    "h3",
    "details",
    "summary",
    "h2",
    "section",
    "h1",
];

/// Kinds of attributes, by number. Add at the end.
pub const ATTRIBUTES: [&str; 75] = [
    "class",
    "id",
    "href",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "width",
    "height",
    "viewBox",
    "preserveAspectRatio",
    "transform",
    "points",
    "text-anchor",
    "role",
    "aria-label",
    "aria-hidden",
    "aria-labelledby",
    "aria-describedby",
    "aria-live",
    "aria-pressed",
    "aria-sort",
    "aria-expanded",
    "aria-controls",
    "tabindex",
    "scope",
    "colspan",
    "type",
    "name",
    "value",
    "for",
    "method",
    "action",
    "placeholder",
    "autocomplete",
    "hidden",
    "checked",
    "selected",
    "disabled",
    "download",
    "lang",
    "data-part",
    "data-code",
    "data-level",
    "data-value",
    "data-key",
    "data-list",
    "data-count",
    "data-map",
    "data-view",
    "data-box",
    "data-action",
    "data-kind",
    "data-base",
    "data-status",
    "data-src",
    "data-sort",
    "data-words",
    "patternUnits",
    "focusable",
    "data-near",
    "data-state",
    "open",
    "rel",
    "inputmode",
    "data-order",
    "data-needs",
    "data-text",
    "maxlength",
];

/// The `data-part` of trees that are drawn with the sheet of rehearsals.
pub const PRACTICE: &str = "practice";

/// The part of a tree that is a place for the self-check.
pub const QUIZ: &str = "quiz";

/// A passport a figure in a tree opens is an [`Span::F`] like anywhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    Element(Element),
    Span(Span),
}

/// An element of a listed kind.
///
/// It holds a pointer, so that building a tree moves four bytes and not sixty: half of the
/// self-check's code was copying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    tag: u16,
    attributes: Vec<(u16, String)>,
    children: Vec<Child>,
}

/// The place of a name in a list of kinds.
fn number(kinds: &[&str], name: &str) -> u16 {
    let place = kinds.iter().position(|kind| *kind == name);
    let place = place.unwrap_or_else(|| panic!("`{name}` is not a listed kind"));
    u16::try_from(place).unwrap_or(u16::MAX)
}

impl Element {
    /// An element of this kind.
    ///
    /// # Panics
    /// When the kind is not listed: trees are made natively, where a test draws every page.
    #[must_use]
    #[inline(never)]
    pub fn new(tag: &str) -> Self {
        Self::numbered(number(&TAGS, tag))
    }

    /// An element of this kind and class.
    #[must_use]
    #[inline(never)]
    pub fn of(tag: &str, class: &str) -> Self {
        Self::new(tag).with("class", class)
    }

    /// Sets an attribute of a listed kind.
    ///
    /// # Panics
    /// When the kind is not listed.
    #[must_use]
    pub fn with(self, name: &str, value: impl ToString) -> Self {
        self.set(name, value.to_string())
    }

    #[inline(never)]
    fn set(mut self, name: &str, value: String) -> Self {
        self.0.attributes.push((number(&ATTRIBUTES, name), value));
        self
    }

    fn numbered(tag: u16) -> Self {
        Self(Box::new(Inner { tag, attributes: Vec::new(), children: Vec::new() }))
    }

    #[inline(never)]
    fn push(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds text.
    #[must_use]
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.span(Span::T(text.into()))
    }

    /// Adds running text.
    #[must_use]
    pub fn rich(mut self, spans: Vec<Span>) -> Self {
        self.0.children.extend(spans.into_iter().map(Child::Span));
        self
    }

    /// Adds a piece of running text.
    #[must_use]
    pub fn span(self, span: Span) -> Self {
        self.push(Child::Span(span))
    }

    /// Adds an element.
    #[must_use]
    pub fn child(self, child: Element) -> Self {
        self.push(Child::Element(child))
    }

    /// Adds elements in order.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.0.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// The kind's name.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        TAGS.get(usize::from(self.0.tag)).copied().unwrap_or("span")
    }

    /// Names and values of the attributes.
    pub fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.attributes.iter().filter_map(|(name, value)| {
            Some((*ATTRIBUTES.get(usize::from(*name))?, value.as_str()))
        })
    }

    /// What part of the program or which styles the tree is made for; empty for most.
    #[must_use]
    pub fn part(&self) -> &str {
        self.attributes().find(|(name, _)| *name == "data-part").map_or("", |(_, value)| value)
    }

    /// What stands inside.
    #[must_use]
    pub fn inside(&self) -> &[Child] {
        &self.0.children
    }
}

/// Numbers below this are spans; see [`Span`].
const FIRST: u16 = 3;

impl Wire for Element {
    fn pack(&self) -> Node {
        let attributes = self.0.attributes.iter();
        let attributes = attributes.flat_map(|(name, value)| [name.pack(), value.pack()]);
        let mut list = vec![(self.0.tag + FIRST).pack(), Node::List(attributes.collect())];
        list.extend(self.0.children.iter().map(|child| match child {
            Child::Element(element) => element.pack(),
            Child::Span(span) => span.pack(),
        }));
        Node::List(list)
    }

    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        let tag: u16 = items.take()?;
        let mut pairs = Items::of(items.next()?)?;
        let mut attributes = Vec::new();
        while let Some(name) = pairs.take() {
            attributes.push((name, pairs.take()?));
        }
        let mut children = Vec::new();
        while let Some(node) = items.next() {
            children.push(match &node {
                Node::List(list) if matches!(list.first(), Some(Node::Number(n)) if *n >= FIRST.into()) => {
                    Child::Element(Self::unpack(node)?)
                }
                _ => Child::Span(Span::unpack(node)?),
            });
        }
        let mut element = Self::numbered(tag.checked_sub(FIRST)?);
        element.0.attributes = attributes;
        element.0.children = children;
        Some(element)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_reads_back_as_it_was_packed() {
        let cell = Element::of("td", "num").span(Span::F(2, "20 %".into())).text(" now");
        let tree = Element::new("table")
            .with("id", "t")
            .child(Element::new("caption").text("x"))
            .child(Element::new("tr").child(cell));
        assert_eq!(Element::unpack(tree.pack()), Some(tree));
    }

    #[test]
    fn a_damaged_tree_is_refused() {
        assert_eq!(Element::unpack(Node::Text("x".into())), None);
        assert_eq!(Element::unpack(Node::List(vec![Node::Number(0)])), None);
    }
}
