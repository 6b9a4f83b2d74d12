//! The reader's clock; on the host, the day of the data, so that pages made twice are the same.

use crate::model::PartialDate;
use crate::timeline::number;

/// Before everything that the atlas knows.
const LONG_AGO: PartialDate = PartialDate {
    year: 1000,
    month: None,
    day: None,
};

/// The day on which the page is read; the year 1000, before everything that the atlas knows, by a clock
/// that shows no year of four digits.
#[cfg(feature = "csr")]
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
        None => LONG_AGO,
    }
}

#[cfg(not(feature = "csr"))]
thread_local! {
    static DAY: std::cell::Cell<PartialDate> = const { std::cell::Cell::new(LONG_AGO) };
}

/// Has the pages of this thread be made on a day.
#[cfg(not(feature = "csr"))]
pub fn use_day(day: PartialDate) {
    DAY.set(day);
}

/// The day on which the pages are made.
#[cfg(not(feature = "csr"))]
#[must_use]
pub fn this_day() -> PartialDate {
    DAY.get()
}

/// The date of the data, which each page names; `None` where it does not.
#[must_use]
pub fn data_day() -> Option<PartialDate> {
    #[cfg(feature = "csr")]
    return super::meta("atlas-day")?.parse().ok();
    // Pages are made on that day.
    #[cfg(not(feature = "csr"))]
    return Some(this_day()).filter(|day| *day != LONG_AGO);
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
