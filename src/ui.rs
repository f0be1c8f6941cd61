//! What people see: Leptos views over finished pages.

pub mod blocks;
mod element;
pub mod rich;
pub mod site;

#[cfg(feature = "ssr")]
pub mod frame;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
mod clicks;
#[cfg(feature = "web")]
mod device;
#[cfg(feature = "web")]
mod dialog;
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
