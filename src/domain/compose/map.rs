//! The map page.

use super::super::page::Page;
use super::Draft;

impl Draft<'_> {
    pub(super) fn map(&mut self) -> Option<Page> {
        None
    }
}
