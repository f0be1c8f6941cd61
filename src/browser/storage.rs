//! What the device remembers for the portal; absent storage is empty.

use web_sys::Storage;

use super::dom;

/// Every key of the portal begins so.
pub const PREFIX: &str = "buoc-so.";

/// A remembered key without its prefix, and the bytes of key and value in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub key: String,
    pub n_bytes: usize,
}

fn stores() -> Vec<Storage> {
    let window = dom::window();
    let local = window.local_storage().ok().flatten();
    let session = window.session_storage().ok().flatten();
    local.into_iter().chain(session).collect()
}

fn keys(store: &Storage) -> Vec<String> {
    let length = store.length().unwrap_or(0);
    let keys = (0..length).filter_map(|index| store.key(index).ok().flatten());
    keys.filter(|key| key.starts_with(PREFIX)).collect()
}

/// Everything the portal keeps on this device.
#[must_use]
pub fn kept() -> Vec<Kept> {
    let mut kept = Vec::new();
    for store in stores() {
        for key in keys(&store) {
            let value = store.get_item(&key).ok().flatten().unwrap_or_default();
            let n_bytes = key.len() + value.len();
            let key = key.strip_prefix(PREFIX).unwrap_or(&key).into();
            kept.push(Kept { key, n_bytes });
        }
    }
    kept
}

/// Forgets everything of the portal.
pub fn erase() {
    for store in stores() {
        for key in keys(&store) {
            let _ = store.remove_item(&key);
        }
    }
}

/// What is remembered under a key; `None` when nothing is or storage is denied.
#[must_use]
pub fn recall(key: &str) -> Option<String> {
    dom::window().local_storage().ok()??.get_item(&[PREFIX, key].concat()).ok()?
}

/// Remembers a text under a key; false when the device does not allow it.
pub fn remember(key: &str, value: &str) -> bool {
    let store = dom::window().local_storage().ok().flatten();
    store.is_some_and(|store| store.set_item(&[PREFIX, key].concat(), value).is_ok())
}

/// Forgets one key.
pub fn forget(key: &str) {
    if let Ok(Some(store)) = dom::window().local_storage() {
        let _ = store.remove_item(&[PREFIX, key].concat());
    }
}
