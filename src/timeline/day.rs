//! Days: dates as whole days since 1 January 1970, and the days that a date of some precision covers.

use crate::model::PartialDate;

/// The days that a date may mean: one for a day, a month or a year of them for less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first, as days since 1970.
    pub from: i32,
    /// The one after the last.
    pub to: i32,
}

impl Days {
    /// Whether the date is known to the month or the year only.
    #[must_use]
    pub const fn is_soft(self) -> bool {
        self.to - self.from > 1
    }
}

/// The days of a date.
#[must_use]
pub fn day_of(date: PartialDate) -> Days {
    let year = i32::from(date.year);
    let (from, to) = match (date.month, date.day) {
        (Some(month), Some(day)) => {
            let from = number(year, month, day);
            (from, from + 1)
        }
        (Some(12), None) => (number(year, 12, 1), number(year + 1, 1, 1)),
        (Some(month), None) => (number(year, month, 1), number(year, month + 1, 1)),
        (None, _) => (number(year, 1, 1), number(year + 1, 1, 1)),
    };
    Days { from, to }
}

/// The number of a day of the Gregorian calendar; `month` is 1 to 12.
#[must_use]
pub fn number(year: i32, month: u8, day: u8) -> i32 {
    // Years that begin in March, so that a leap day is the last of its year.
    let (month, day) = (i32::from(month), i32::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of the month of a day.
#[must_use]
pub fn civil(day: i32) -> (i32, u8, u8) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year + era * 400 + i32::from(month <= 2);
    // Both are small: 1 to 12 and 1 to 31.
    let small = |it: i32| u8::try_from(it).unwrap_or(1);
    (year, small(month), small(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_one_another_through_four_centuries() {
        assert_eq!(number(1970, 1, 1), 0);
        assert_eq!(number(2000, 3, 1), 11_017);
        let mut last = number(1799, 12, 31);
        for year in 1800..2201_u16 {
            for month in 1..=12_u8 {
                for day in 1..=31_u8 {
                    // What is no date does not read.
                    let text = format!("{year}-{month:02}-{day:02}");
                    if text.parse::<PartialDate>().is_ok() {
                        last += 1;
                        assert_eq!(number(year.into(), month, day), last, "{text}");
                        assert_eq!(civil(last), (year.into(), month, day));
                    }
                }
            }
        }
    }

    #[test]
    fn a_date_covers_the_days_that_it_may_mean() {
        let days = |text: &str| {
            let it = day_of(text.parse().unwrap());
            (civil(it.from), it.to - it.from)
        };
        assert_eq!(days("2024"), ((2024, 1, 1), 366));
        assert_eq!(days("2023"), ((2023, 1, 1), 365));
        assert_eq!(days("2024-02"), ((2024, 2, 1), 29));
        assert_eq!(days("2023-12"), ((2023, 12, 1), 31));
        assert_eq!(days("2024-07-30"), ((2024, 7, 30), 1));
    }
}
