//! Buoc So: a public portal on digital transformation, fed from static JSON.
//!
//! Three layers, and the only allowed `use` directions between them:
//! `ui -> browser -> domain` and `ui -> domain`. The domain runs natively
//! and knows no framework, page, clock, network or random number.

pub mod domain;

/// Half of what the usual allocator weighs, and no slower (measured in ARCHITECTURE.md).
#[cfg(all(feature = "browser", target_family = "wasm"))]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod ui;
