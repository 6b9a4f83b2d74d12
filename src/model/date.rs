//! A partial date: a day, a month or a year, known to that precision and no further.

use std::fmt;
use std::str::FromStr;

use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

/// A date of the Gregorian calendar, written `2024`, `2024-07` or `2024-07-30`.
///
/// Dates order by their first day, so `2024` comes before `2024-07` before `2024-07-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, 1000 to 9999.
    pub year: u16,
    /// Month, 1 to 12, when known.
    pub month: Option<u8>,
    /// Day of the month, from 1, when known; never without a month.
    pub day: Option<u8>,
}

/// Why a text is no [`PartialDate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDateError;

impl fmt::Display for PartialDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a date as YYYY, YYYY-MM or YYYY-MM-DD that exists")
    }
}

impl std::error::Error for PartialDateError {}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number that a few ASCII digits write.
fn digits(text: &[u8]) -> Option<u16> {
    let mut number = 0;
    for byte in text {
        number = number * 10 + u16::from(byte.checked_sub(b'0').filter(|it| *it < 10)?);
    }
    Some(number)
}

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = |text: &[u8]| {
            if !matches!(text.len(), 4 | 7 | 10) {
                return None;
            }
            let year = digits(text.get(..4)?).filter(|year| *year >= 1000)?;
            let two = |from: usize, high: u8| match text.get(from..) {
                None | Some([]) => Some(None),
                Some(part) => {
                    let number = digits(part.strip_prefix(b"-")?.get(..2)?)?;
                    let number = u8::try_from(number).ok()?;
                    (1..=high).contains(&number).then_some(Some(number))
                }
            };
            let month = two(4, 12)?;
            let day = two(7, month.map_or(0, |month| days_in_month(year, month)))?;
            Some(Self { year, month, day })
        };
        parts(text.as_bytes()).ok_or(PartialDateError)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}

#[cfg(feature = "host")]
impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A date known to the year, the month or the day.",
            "pattern": "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_reads_and_writes_the_same() {
        for text in ["2024", "2024-07", "2024-07-30", "2024-02-29"] {
            assert_eq!(
                text.parse::<PartialDate>().map(|date| date.to_string()),
                Ok(text.to_owned())
            );
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in [
            "",
            "24",
            "2024-13",
            "2024-7",
            "2023-02-29",
            "2024-00",
            "2024-01-00",
            "2024-01-01-01",
            "0999",
            "+024",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(PartialDateError), "{text}");
        }
    }

    #[test]
    fn dates_order_by_their_first_day() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        assert!(date("2024") < date("2024-07"));
        assert!(date("2024-07") < date("2024-07-30"));
        assert!(date("2023-12-31") < date("2024"));
    }
}
