//! One small function for each thing a browser does. No rules live here.
//!
//! The part for lists and maps has doors of its own that weigh less: `node`, `address`, `paper`.

pub mod address;
pub mod node;
pub mod paper;

#[cfg(feature = "web")]
pub mod boot;
#[cfg(feature = "web")]
pub mod dom;
#[cfg(feature = "web")]
pub mod fetch;
#[cfg(feature = "web")]
pub mod json;
#[cfg(feature = "web")]
pub mod share;
#[cfg(feature = "web")]
pub mod speech;
#[cfg(feature = "web")]
pub mod storage;
#[cfg(feature = "web")]
pub mod travel;
