//! One small function for each thing a browser does. No rules live here.
//!
//! The part for lists and maps has doors of its own that weigh less: `node`, `address`, `paper`.

pub mod address;
pub mod node;
pub mod paper;

#[cfg(feature = "sys")]
pub mod boot;
#[cfg(feature = "sys")]
pub mod chance;
#[cfg(feature = "sys")]
pub mod clock;
#[cfg(feature = "sys")]
pub mod dom;
#[cfg(feature = "sys")]
pub mod fetch;
#[cfg(feature = "sys")]
pub mod json;
#[cfg(feature = "sys")]
pub mod share;
#[cfg(feature = "sys")]
pub mod speech;
#[cfg(feature = "sys")]
pub mod storage;
#[cfg(feature = "sys")]
pub mod travel;
