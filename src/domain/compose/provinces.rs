//! Provinces: the list and each one.

use super::super::page::Page;
use super::Draft;

impl Draft<'_> {
    pub(super) fn provinces(&mut self) -> Option<Page> {
        None
    }

    pub(super) fn province(&mut self, _slug: &str) -> Option<Page> {
        None
    }
}
