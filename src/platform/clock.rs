//! The reader's clock.

use crate::timeline::number;

/// Today by the reader's clock and time zone, as days since 1970.
#[must_use]
pub fn today() -> i32 {
    let now = js_sys::Date::new_0();
    let small = |it: u32| u8::try_from(it).unwrap_or(1);
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970);
    number(year, small(now.get_month() + 1), small(now.get_date()))
}
