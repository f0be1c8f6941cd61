//! The present address, for the part of the program that has to be light.

use wasm_bindgen::prelude::wasm_bindgen;

use super::node::{self, Node};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = encodeURIComponent)]
    fn encode(text: &str) -> String;
    #[wasm_bindgen(js_namespace = history, js_name = replaceState)]
    fn replace_state(state: &Node, title: &str, href: &str);

    type Url;
    #[wasm_bindgen(constructor, js_class = "URL")]
    fn new(href: &str) -> Url;
    #[wasm_bindgen(method, getter)]
    fn pathname(this: &Url) -> String;
    #[wasm_bindgen(method, getter, js_name = searchParams)]
    fn query(this: &Url) -> Query;

    type Query;
    #[wasm_bindgen(method)]
    fn get(this: &Query, name: &str) -> Option<String>;
}

fn root() -> Option<Node> {
    node::find("html")
}

fn here() -> Url {
    Url::new(&root().map(|root| root.word("baseURI")).unwrap_or_default())
}

/// Decoded value of a query parameter.
#[must_use]
pub fn query(name: &str) -> Option<String> {
    here().query().get(name)
}

/// A path and a query under construction.
pub struct Address(String);

impl Address {
    /// The present path, nothing asked.
    #[must_use]
    pub fn bare() -> Self {
        let mut path = here().pathname();
        path.push('?');
        Self(path)
    }

    /// Asks for a value; an empty one is left out.
    pub fn ask(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            for part in [name, "=", &encode(value), "&"] {
                self.0.push_str(part);
            }
        }
    }

    /// Asks again what the present address asks under these names.
    pub fn keep(&mut self, names: &[&str]) {
        for name in names {
            self.ask(name, &query(name).unwrap_or_default());
        }
    }

    /// Changes the present address, with this fragment, without an entry in the history.
    pub fn replace(mut self, fragment: &str) {
        // The sign behind the last part, or the question mark where nothing is asked.
        self.0.pop();
        self.0.push_str(fragment);
        let y = root().map_or(0.0, |root| root.number("scrollTop"));
        replace_state(&node::options(&[("y", y)]), "", &self.0);
    }
}
