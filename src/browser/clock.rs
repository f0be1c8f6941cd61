//! What day it is.

use js_sys::Date;

/// Today by the device's clock: year, month 1 to 12, day of the month.
#[must_use]
pub fn today() -> (u16, u8, u8) {
    let now = Date::new_0();
    (now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}
