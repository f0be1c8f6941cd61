//! Indicators: the overview and each one.

use super::super::page::Page;
use super::Draft;

impl Draft<'_> {
    pub(super) fn indicators(&mut self) -> Option<Page> {
        None
    }

    pub(super) fn indicator(&mut self, _id: &str) -> Option<Page> {
        None
    }
}
