//! What the portal knows and the rules it keeps, without a browser.

pub mod lang;
pub mod route;

pub mod date;
pub mod decimal;
pub mod digits;
pub mod fact;
pub mod place;
pub mod source;

pub mod explainer;
pub mod indicator;
pub mod interface;
pub mod model;
pub mod province_notes;
pub mod reference;
pub mod rehearsal;
pub mod section;
pub mod text;

pub mod catalog;
pub mod door;
pub mod library;

pub mod atlas;
pub mod choropleth;
pub mod cluster;
pub mod geometry;

pub mod commune;
pub mod compose;
pub mod json;
pub mod wire;

pub mod chart;
pub mod page;
pub mod passport;
pub mod tree;

pub mod listing;
pub mod matching;

pub mod quiz;

pub mod fold;
pub mod search;
pub mod telex;

#[cfg(feature = "schema")]
pub mod check;
