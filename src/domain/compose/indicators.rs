//! Indicators: the overview and each one.

use super::super::page::{Block, Page};
use super::super::place::Province;
use super::Draft;

impl Draft<'_> {
    pub(super) fn indicators(&mut self) -> Option<Page> {
        None
    }

    /// The index of a province, for its page.
    pub(super) fn rank_section(&mut self, _province: &Province) -> Vec<Block> {
        Vec::new()
    }

    pub(super) fn indicator(&mut self, _id: &str) -> Option<Page> {
        None
    }
}
