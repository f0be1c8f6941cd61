//! The self-check's engine against the numbers of other programs, and its laws.
#![allow(clippy::unwrap_used)]

#[path = "quiz/vectors.rs"]
mod vectors;

#[path = "quiz/measure.rs"]
mod measure;

#[path = "quiz/aggregate.rs"]
mod aggregate;

#[path = "quiz/codes.rs"]
mod codes;

#[path = "quiz/laws.rs"]
mod laws;
