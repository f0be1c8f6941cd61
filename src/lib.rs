//! Buoc So: a public portal on digital transformation, fed from static JSON.
//!
//! Three layers, and the only allowed `use` directions between them:
//! `ui -> browser -> domain` and `ui -> domain`. The domain runs natively
//! and knows no framework, page, clock, network or random number.

pub mod domain;

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(any(feature = "browser", feature = "ssr"))]
pub mod ui;
