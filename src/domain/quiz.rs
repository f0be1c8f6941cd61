//! The self-check: how far a person's answers reach, and how sure that is.
//!
//! One ability is measured, in logits: 0 is the middle of the people the questions are
//! made for and 1 their standard deviation. What is known about a person is a
//! distribution over it (`estimate`); the next question is the one that narrows it most
//! (`select`); words are chosen only as far as it allows (`level`, `profile`). A session
//! is a seed and a list of answers: everything else is computed again from these.

pub mod code;
pub mod estimate;
pub mod level;
pub mod profile;
pub mod random;
pub mod response;
pub mod select;

pub mod class;
pub mod statistics;
pub mod summed;

pub mod answer;
pub mod attempt;
pub mod bank;
pub mod deck;
pub mod guide;
pub mod item;
pub mod phrases;
pub mod report;
pub mod screen;

#[cfg(not(target_arch = "wasm32"))]
pub mod simulate;
