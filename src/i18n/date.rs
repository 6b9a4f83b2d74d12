//! Dates in words, to the precision that is known.

use super::Key;
use crate::model::{Lang, PartialDate};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// A date in words: "2024", "July 2024" or "30 July 2024"; "Juli 2024" in Indonesian.
#[must_use]
pub fn date(date: PartialDate, lang: Lang) -> String {
    let year = date.year;
    let month = date.month.map(|it| month(it, lang));
    match (month, date.day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    }
}

/// A period in words: "since July 2018", "2018 to 2020"; empty when nothing is known.
#[must_use]
pub fn period(start: Option<PartialDate>, end: Option<PartialDate>, lang: Lang) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start == end => date(start, lang),
        (Some(start), Some(end)) => Key::FromTo.with2(lang, &date(start, lang), &date(end, lang)),
        (Some(start), None) => Key::FromDate.with(lang, &date(start, lang)),
        (None, Some(end)) => Key::UntilDate.with(lang, &date(end, lang)),
        (None, None) => String::new(),
    }
}

/// The name of a month, 1 to 12; empty for any other number. Its first three letters are its short
/// name in both languages.
#[must_use]
pub fn month(number: u8, lang: Lang) -> &'static str {
    let months = match lang {
        Lang::En => &MONTHS_EN,
        Lang::Id => &MONTHS_ID,
    };
    let place = usize::from(number).checked_sub(1);
    place.and_then(|it| months.get(it)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_has_its_words() {
        let words = |text: &str, lang| date(text.parse().unwrap(), lang);
        assert_eq!(words("2023", Lang::En), "2023");
        assert_eq!(words("2023-07", Lang::Id), "Juli 2023");
        assert_eq!(words("2024-07-30", Lang::En), "30 July 2024");
        assert_eq!(words("2024-08-01", Lang::Id), "1 Agustus 2024");
    }
}
