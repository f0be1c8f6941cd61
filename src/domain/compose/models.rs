//! Local models: the list and each one.

use super::super::page::Page;
use super::Draft;

impl Draft<'_> {
    pub(super) fn models(&mut self) -> Option<Page> {
        None
    }

    pub(super) fn model(&mut self, _id: &str) -> Option<Page> {
        None
    }
}
