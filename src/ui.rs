//! What people see: Leptos views over finished pages, and the part for lists and maps.

#[cfg(any(feature = "web", feature = "ssr"))]
pub mod blocks;
#[cfg(any(feature = "web", feature = "ssr"))]
mod element;
#[cfg(any(feature = "web", feature = "ssr"))]
pub mod rich;
pub mod site;

#[cfg(feature = "ssr")]
pub mod frame;

#[cfg(feature = "browser")]
pub mod atlas;
#[cfg(feature = "quiz")]
pub mod quiz;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
mod clicks;
#[cfg(feature = "web")]
mod device;
#[cfg(feature = "web")]
mod dialog;
#[cfg(feature = "web")]
mod files;
#[cfg(feature = "web")]
mod journey;
#[cfg(feature = "web")]
mod outlet;
#[cfg(feature = "web")]
mod search_panel;
#[cfg(feature = "web")]
mod shelf;
#[cfg(feature = "web")]
mod tools;
#[cfg(feature = "web")]
mod trees;
