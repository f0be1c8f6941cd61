//! The page through few doors, for the part of the program that has to be light.
//!
//! Every call that WebAssembly makes into the browser costs two small functions, one on either
//! side, and `web-sys` brings one for each property and one for each kind of element. Here all
//! things of a page are one type, properties are read by name, and calls that cannot fail for
//! the arguments we give them have no path for failure.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// An element, an event, or another thing of the page.
    #[derive(Clone)]
    pub type Node;

    #[wasm_bindgen(js_namespace = document, js_name = querySelector)]
    fn find_in_page(selector: &str) -> Option<Node>;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create(space: &str, tag: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = addEventListener)]
    fn listen_on_page(kind: &str, act: &Closure<dyn FnMut(Node)>);
    #[wasm_bindgen(js_name = addEventListener)]
    fn listen_on_window(kind: &str, act: &Closure<dyn FnMut(Node)>);
    #[wasm_bindgen(js_name = parseFloat)]
    fn parse_float(text: &str) -> f64;

    #[wasm_bindgen(constructor, js_class = "Object")]
    fn object() -> Node;

    #[wasm_bindgen(method, structural, indexing_getter)]
    fn at(this: &Node, index: u32) -> Option<Node>;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn node(this: &Node, name: &str) -> Option<Node>;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn text_of(this: &Node, name: &str) -> Option<String>;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn number_of(this: &Node, name: &str) -> f64;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put_text(this: &Node, name: &str, value: &str);
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put_number(this: &Node, name: &str, value: f64);

    #[wasm_bindgen(method, js_name = querySelectorAll)]
    fn find_all(this: &Node, selector: &str) -> Node;
    #[wasm_bindgen(method, js_name = focus)]
    fn focus_as(this: &Node, options: &Node);
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn rectangle(this: &Node) -> Node;

    /// The first element below this one that matches.
    #[wasm_bindgen(method, js_name = querySelector)]
    pub fn find(this: &Node, selector: &str) -> Option<Node>;
    /// The closest element around this one, or itself, that matches.
    #[wasm_bindgen(method)]
    pub fn closest(this: &Node, selector: &str) -> Option<Node>;
    /// The value of an attribute.
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn get(this: &Node, name: &str) -> Option<String>;
    /// Sets an attribute.
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set(this: &Node, name: &str, value: &str);
    /// Makes an attribute be there or not.
    #[wasm_bindgen(method, js_name = toggleAttribute)]
    pub fn toggle(this: &Node, name: &str, is_set: bool);
    /// Puts a child at the end.
    #[wasm_bindgen(method)]
    pub fn append(this: &Node, child: &Node);
    /// Scrolls until it is seen.
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    pub fn show(this: &Node, is_at_top: bool);
    /// Keeps the browser from doing what it does by itself after this event.
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub fn prevent(this: &Node);

    /// Prints the page.
    pub fn print();
}

/// An object of these numbers, as options are.
pub(super) fn options(numbers: &[(&str, f64)]) -> Node {
    let options = Node::object();
    numbers.iter().for_each(|(name, value)| options.put_number(name, *value));
    options
}

/// The first element of the page that matches.
#[must_use]
pub fn find(selector: &str) -> Option<Node> {
    find_in_page(selector)
}

/// A new element; with `is_drawing` one of a drawing.
#[must_use]
pub fn make(tag: &str, is_drawing: bool) -> Node {
    let space = if is_drawing { "2000/svg" } else { "1999/xhtml" };
    create(&["http://www.w3.org/", space].concat(), tag)
}

/// The number at the start of a text; not a number when there is none.
#[must_use]
pub fn number(text: &str) -> f64 {
    parse_float(text)
}

/// Calls back with every event of these kinds, for as long as the page lives.
pub fn listen(on_page: &[&str], on_window: &[&str], act: impl FnMut(Node) + 'static) {
    let act = Closure::<dyn FnMut(Node)>::new(act);
    on_page.iter().for_each(|kind| listen_on_page(kind, &act));
    on_window.iter().for_each(|kind| listen_on_window(kind, &act));
    act.forget();
}

impl Node {
    /// All elements below this one that match.
    #[must_use]
    pub fn all(&self, selector: &str) -> Vec<Node> {
        let found = self.find_all(selector);
        let mut nodes = Vec::new();
        while let Some(node) = found.at(nodes.len() as u32) {
            nodes.push(node);
        }
        nodes
    }

    /// The element that an event happened to; `None` when it was the document or the window.
    #[must_use]
    pub fn target(&self) -> Option<Node> {
        self.node("target").filter(|target| target.number_of("nodeType") == 1.0)
    }

    /// The closest element around an event's target that matches.
    #[must_use]
    pub fn around(&self, selector: &str) -> Option<Node> {
        self.target()?.closest(selector)
    }

    /// What kind of event it is: `click`.
    #[must_use]
    pub fn kind(&self) -> String {
        self.word("type")
    }

    /// A property that is a text; empty when there is none.
    #[must_use]
    pub fn word(&self, name: &str) -> String {
        self.text_of(name).unwrap_or_default()
    }

    /// A property that is a number.
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        self.number_of(name)
    }

    /// A property that is a node: `parentElement`.
    #[must_use]
    pub fn step(&self, name: &str) -> Option<Node> {
        self.node(name)
    }

    /// The text inside.
    #[must_use]
    pub fn text(&self) -> String {
        self.word("textContent")
    }

    /// Replaces what is inside by a text.
    pub fn set_text(&self, text: &str) {
        self.put_text("textContent", text);
    }

    /// What is chosen or typed in a field.
    #[must_use]
    pub fn value(&self) -> String {
        self.word("value")
    }

    /// Chooses or types.
    pub fn set_value(&self, value: &str) {
        self.put_text("value", value);
    }

    /// Sets a property that is a text.
    pub fn set_word(&self, name: &str, value: &str) {
        self.put_text(name, value);
    }

    /// Sets a property that is a number.
    pub fn set_number(&self, name: &str, value: f64) {
        self.put_number(name, value);
    }

    /// Where inside this element an event happened, x and y, and how wide the element is shown.
    #[must_use]
    pub fn offset(&self, event: &Node) -> (f64, f64, f64) {
        let shown = self.rectangle();
        let x = event.number("clientX") - shown.number("left");
        (x, event.number("clientY") - shown.number("top"), shown.number("width"))
    }

    /// Moves the focus here; `is_quiet`: without scrolling.
    pub fn focus(&self, is_quiet: bool) {
        self.focus_as(&options(&[("preventScroll", f64::from(u8::from(is_quiet)))]));
    }
}
