//! The part of the program for the self-check; its pages load it.
#![no_main]

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once the part has been loaded.
#[wasm_bindgen(start)]
pub fn begin() {
    buoc_so::ui::quiz::start();
}
