//! The part of the program for lists, maps and tables; pages that need it load it.
#![no_main]

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once the part has been loaded.
#[wasm_bindgen(start)]
pub fn begin() {
    buoc_so::ui::atlas::start();
}
