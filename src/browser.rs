//! One small function for each thing a browser does. No rules live here.

pub mod boot;
pub mod chance;
pub mod clock;
pub mod dom;
pub mod fetch;
pub mod json;
pub mod share;
pub mod speech;
pub mod storage;
pub mod travel;
