//! The reader's clock.

use crate::model::PartialDate;
use crate::timeline::number;

/// The day on which the page is read. A clock that shows no year of four digits gives the year 1000,
/// before everything that the atlas knows.
#[must_use]
pub fn this_day() -> PartialDate {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok();
    match year.filter(|year| (1000..=9999).contains(year)) {
        Some(year) => PartialDate {
            year,
            month: u8::try_from(now.get_month() + 1).ok(),
            day: u8::try_from(now.get_date()).ok(),
        },
        None => PartialDate {
            year: 1000,
            month: None,
            day: None,
        },
    }
}

/// The same day as days since 1970.
#[must_use]
pub fn today() -> i32 {
    let now = this_day();
    number(
        now.year.into(),
        now.month.unwrap_or(1),
        now.day.unwrap_or(1),
    )
}
