//! What the tasks are made of, from the command line inwards.

pub mod arguments;
pub mod run;
pub mod tools;

pub mod build;
pub mod compress;
pub mod html;
pub mod offline;
pub mod shorten;
pub mod weights;

pub mod headers;
pub mod http;
pub mod serve;
pub mod server;

pub mod bench;
pub mod check;
pub mod hosts;
pub mod licences;
pub mod report;
pub mod test;
