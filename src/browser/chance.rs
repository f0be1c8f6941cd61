//! Numbers nobody can foresee, from the device.

use super::dom;

/// Five random bytes; zeros where the device has none to give.
#[must_use]
pub fn bytes() -> [u8; 5] {
    let mut bytes = [0; 5];
    if let Ok(crypto) = dom::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}
