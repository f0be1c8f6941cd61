//! A value that is replaced as a whole: no borrow can be in the way of another.

use std::cell::Cell;

pub(super) struct Held<T>(Cell<Option<T>>);

impl<T> Default for Held<T> {
    fn default() -> Self {
        Self(Cell::new(None))
    }
}

impl<T: Clone> Held<T> {
    pub(super) fn get(&self) -> Option<T> {
        let value = self.0.take();
        self.0.set(value.clone());
        value
    }

    pub(super) fn set(&self, value: Option<T>) {
        self.0.set(value);
    }
}
