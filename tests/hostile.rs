//! Content is hostile until it is parsed: whatever stands in a file, an address, a field or a
//! store, no reader panics, and what it makes is no larger than what it was given.
//!
//! `cargo fuzz` needs a nightly compiler; this is the same on the stable one: real files
//! damaged in seeded ways, the same ones on every machine, and proptest for typed text.
//! Invariant: a panic fails its test; nothing here catches one.
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

#[path = "hostile/authored.rs"]
mod authored;
#[cfg(feature = "schema")]
#[path = "hostile/checked.rs"]
mod checked;
#[path = "hostile/links.rs"]
mod links;
#[path = "hostile/mutate.rs"]
mod mutate;
#[path = "hostile/poison.rs"]
mod poison;
#[path = "hostile/published.rs"]
mod published;
#[path = "hostile/quiz.rs"]
mod quiz;
#[path = "hostile/typed.rs"]
mod typed;

/// This many cases; the numbers of a failing one are printed, and kept by making it a test.
fn cases(n: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config { cases: n, failure_persistence: None, ..Default::default() }
}
