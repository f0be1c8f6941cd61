//! JSON by the browser's own reader.
//!
//! A reader compiled into the program costs more than everything it reads for: with its
//! number tables and messages some 20 kB of each first visit (measured in ARCHITECTURE.md).

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::wire::{Node, Wire, is_readable};

/// How deep lists may lie in one another; ours need less than thirty.
const DEPTH: usize = 64;

/// How many values a file may hold, each of them a call into the browser; our longest page holds
/// a twentieth.
const MOST_VALUES: u32 = 300_000;

/// The value of a JSON text; `None` when the text is damaged or of another shape.
#[must_use]
pub fn read<T: Wire>(text: &str) -> Option<T> {
    let value = JSON::parse(text).ok()?;
    let mut left = MOST_VALUES;
    T::unpack(node(&value, DEPTH, &mut left)?)
}

/// `left`: how many values may still come.
fn node(value: &JsValue, depth: usize, left: &mut u32) -> Option<Node> {
    *left = left.checked_sub(1)?;
    if depth == 0 {
        return None;
    }
    if let Some(text) = value.as_string() {
        return is_readable(&text).then_some(Node::Text(text));
    }
    if let Some(number) = value.as_f64() {
        let whole = number as u32;
        return (f64::from(whole) == number).then_some(Node::Number(whole));
    }
    if let Some(array) = value.dyn_ref::<Array>() {
        return (0..array.length())
            .map(|index| node(&array.get(index), depth - 1, left))
            .collect::<Option<_>>()
            .map(Node::List);
    }
    let entries = Object::entries(value.dyn_ref::<Object>()?);
    let pair = |index| {
        let entry: Array = entries.get(index).unchecked_into();
        Some((entry.get(0).as_string()?, node(&entry.get(1), depth - 1, left)?))
    };
    (0..entries.length()).map(pair).collect::<Option<_>>().map(Node::Map)
}
