//! A sheet to paint on, and files that the reader takes away.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use super::node::{self, Node};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn two(first: f64, second: f64) -> Node;
    #[wasm_bindgen(js_namespace = Array, js_name = of)]
    fn one(text: &str) -> Node;
    #[wasm_bindgen(js_namespace = URL, js_name = createObjectURL)]
    fn open(file: &Node) -> String;
    #[wasm_bindgen(js_namespace = URL, js_name = revokeObjectURL)]
    fn close(url: &str);
    #[wasm_bindgen(js_name = setTimeout)]
    fn after(act: &JsValue, milliseconds: u32);

    type Path;
    #[wasm_bindgen(constructor, js_class = "Path2D")]
    fn new(d: &str) -> Path;

    #[wasm_bindgen(constructor, js_class = "Blob")]
    fn blob(parts: &Node, options: &Node) -> Node;

    #[wasm_bindgen(method, js_name = getContext)]
    fn context(this: &Node, kind: &str) -> Option<Node>;
    #[wasm_bindgen(method, js_name = toBlob)]
    fn give(this: &Node, act: &JsValue);
    #[wasm_bindgen(method)]
    fn click(this: &Node);

    #[wasm_bindgen(method, js_name = setTransform)]
    fn place(this: &Node, a: f64, b: f64, c: f64, d: f64, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = setLineDash)]
    fn dash(this: &Node, lengths: &Node);
    #[wasm_bindgen(method)]
    fn fill(this: &Node, path: &Path, rule: &str);
    #[wasm_bindgen(method)]
    fn stroke(this: &Node, path: &Path);
    #[wasm_bindgen(method, js_name = fillText)]
    fn fill_text(this: &Node, text: &str, x: f64, y: f64);
}

/// A sheet, and what it is painted with.
pub struct Paper {
    canvas: Node,
    brush: Node,
}

impl Paper {
    /// An empty sheet of so many pixels; `None` where the browser has none to give.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Option<Self> {
        let canvas = node::make("canvas", false);
        canvas.set_number("width", width);
        canvas.set_number("height", height);
        let brush = canvas.context("2d")?;
        Some(Self { canvas, brush })
    }

    /// From now on a unit is so many pixels, and what is painted stands so many pixels lower.
    pub fn scale(&self, scale: f64, top: f64) {
        self.brush.place(scale, 0.0, 0.0, scale, 0.0, top);
    }

    /// Paints a shape: `fill` and `line` are colours, empty for none; `dash` is 0 for a whole line.
    pub fn shape(&self, d: &str, fill: &str, line: &str, width: f64, dash: f64) {
        let path = Path::new(d);
        if !fill.is_empty() {
            self.brush.set_word("fillStyle", fill);
            self.brush.fill(&path, "evenodd");
        }
        if !line.is_empty() {
            self.brush.set_word("strokeStyle", line);
            self.brush.set_number("lineWidth", width);
            self.brush.dash(&two(width.max(dash), dash));
            self.brush.stroke(&path);
        }
    }

    /// Paints words: `font` as styles name it, `align` as `left` or `center`.
    pub fn words(&self, text: &str, at: (f64, f64), font: &str, align: &str, fill: &str) {
        self.brush.set_word("font", font);
        self.brush.set_word("textAlign", align);
        self.brush.set_word("fillStyle", fill);
        self.brush.fill_text(text, at.0, at.1);
    }

    /// Hands the picture to the reader.
    pub fn save(&self, name: &'static str) {
        self.canvas.give(&once(move |file| {
            // Null when the sheet is too large for the device.
            if file.is_object() {
                hand(&file, name);
            }
        }));
    }
}

/// A function for the browser that is called once, or forgotten by it.
fn once(act: impl FnMut(Node) + 'static) -> JsValue {
    Closure::<dyn FnMut(Node)>::new(act).into_js_value()
}

/// Hands a text to the reader, as a file of this type and name.
pub fn save_text(text: &str, kind: &str, name: &str) {
    let options = node::options(&[]);
    options.set_word("type", kind);
    hand(&Node::blob(&one(text), &options), name);
}

fn hand(file: &Node, name: &str) {
    let url = open(file);
    let link = node::make("a", false);
    link.set("href", &url);
    link.set("download", name);
    link.click();
    after(&once(move |_| close(&url)), 1000);
}
