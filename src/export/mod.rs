//! An export: what a reader takes away of a view, with everything needed to trust and cite it.
//!
//! A [`View`] is a list of values with their sources, from an indicator or a figure. It is written as
//! [CSV](csv::csv), [JSON](json::json), a [citation](citation::text) or [BibTeX](citation::bibtex); a
//! figure is written as a [picture](picture::picture) that stands alone, and its published picture as
//! [HTML](embed::html) for another site. All of it is pure: the
//! browser offers the same bytes that the host publishes.
//!
//! ```
//! use ascn_atlas::export::{csv::csv, Head, View};
//! use ascn_atlas::model::{Indicator, Lang};
//!
//! let indicator: Indicator = serde_json::from_str(
//!     r#"{
//!         "id": "stunting", "name": { "en": "Stunting", "id": "Stunting" }, "unit": "percent",
//!         "series": [{ "place": "sumedang", "points": [[2023, 7.89]], "sources": ["1"] }],
//!         "sources": { "1": {
//!             "title": "Profil", "publisher": "Dinkes", "accessed": "2026-11-23", "lang": "id"
//!         } }
//!     }"#,
//! ).unwrap();
//! let head = Head {
//!     address: "",
//!     data_date: "2026-11-23".parse().unwrap(),
//!     lang: Lang::En,
//!     sources: &indicator.sources,
//! };
//! let view = View::of_indicator(&indicator, &|_| "Sumedang", &|_, _| true, head);
//! assert!(csv(&view).ends_with(
//!     "stunting,sumedang,Sumedang,,2023,7.89,percent,no,Profil,Dinkes,,2026-11-23,not stated\r\n"
//! ));
//! ```

pub mod citation;
pub mod csv;
pub mod embed;
pub mod json;
pub mod picture;
#[cfg(test)]
mod tests;
mod words;

use crate::chart::Figure;
use crate::i18n::number;
use crate::model::{Indicator, Lang, PartialDate, Point, Series, Source, Sources};
use crate::search::fold;

/// The name of the site, in every file.
pub(crate) const SITE: &str = "ASCN Atlas";

/// What every view needs beside its values.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Full address of the page that shows the view; empty when there is none.
    pub address: &'a str,
    /// Date of the data.
    pub data_date: PartialDate,
    /// Language of names and titles.
    pub lang: Lang,
    /// The sources that keys of values lead to.
    pub sources: &'a Sources,
}

/// A value with its place, year and sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// City slug or ISO 3166-1 alpha-3 code; empty when the figure names none.
    pub place: &'a str,
    /// Name of the place; empty when the figure names none.
    pub place_name: &'a str,
    /// What tells the series from the others of the same place, or the area that it describes.
    pub series: String,
    /// Calendar year.
    pub year: i32,
    /// The digits that were published, with a point and without separators of thousands.
    pub digits: String,
    /// Whether the value is a projection.
    pub projected: bool,
    /// Keys of its sources.
    pub sources: &'a [String],
}

/// Values to take away.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// Identifier of the indicator or figure.
    pub id: &'a str,
    /// What the values are.
    pub title: &'a str,
    /// Unit of all values: its identifier in data, or its words when taken from a figure.
    pub unit: &'a str,
    /// Values in the order of their series and years.
    pub values: Vec<Value<'a>>,
    /// Address, date, language and sources.
    pub head: Head<'a>,
}

impl<'a> View<'a> {
    /// The values of `indicator` that `keep` wants, each told its series and point. `name_of` names
    /// places by their identifier.
    #[must_use]
    pub fn of_indicator(
        indicator: &'a Indicator,
        name_of: &dyn Fn(&'a str) -> &'a str,
        keep: &dyn Fn(&Series, &Point) -> bool,
        head: Head<'a>,
    ) -> Self {
        let mut values = Vec::new();
        for series in &indicator.series {
            let mut name = String::new();
            for part in [&series.name, &series.area].into_iter().flatten() {
                if !name.is_empty() {
                    name.push_str(", ");
                }
                name.push_str(part.get(head.lang));
            }
            for point in &series.points {
                if keep(series, point) {
                    values.push(Value {
                        place: &series.place,
                        place_name: name_of(&series.place),
                        series: name.clone(),
                        year: point.year,
                        digits: plain(&number(point.value, Lang::En), Lang::En),
                        projected: indicator
                            .projection_from
                            .is_some_and(|from| point.year >= from),
                        sources: series.sources_of(point),
                    });
                }
            }
        }
        Self {
            id: &indicator.id,
            title: indicator.name.get(head.lang),
            unit: indicator.unit.id(),
            values,
            head,
        }
    }

    /// The values in the table of `figure`, which is in the language of `head`. `place` is the
    /// identifier and the name of the place that all series are about; both empty when they differ.
    ///
    /// A table by place names the place of each row. What a figure computed, such as a column of
    /// differences, is of no year and is left out.
    #[must_use]
    pub fn of_figure(
        id: &'a str,
        place: (&'a str, &'a str),
        figure: &'a Figure,
        head: Head<'a>,
    ) -> Self {
        let table = figure.table();
        let mut values = Vec::new();
        for (index, column) in table.headers.iter().skip(1).enumerate() {
            for row in &table.rows {
                let Some(cell) = row.cells.get(index).filter(|it| !it.sources.is_empty()) else {
                    continue;
                };
                let (year, place_name, series) = match (row.head.parse(), column.parse()) {
                    (Ok(year), _) => (year, place.1, column.clone()),
                    (_, Ok(year)) => (year, row.head.as_str(), String::new()),
                    _ => continue,
                };
                values.push(Value {
                    place: place.0,
                    place_name,
                    series,
                    year,
                    digits: plain(&cell.text, head.lang),
                    projected: cell.projected,
                    sources: &cell.sources,
                });
            }
        }
        Self {
            id,
            title: figure.heading(),
            unit: &table.unit,
            values,
            head,
        }
    }

    /// Keys and sources of all values, in order of first mention.
    #[must_use]
    pub fn cited(&self) -> Vec<(&'a str, &'a Source)> {
        cited(
            self.values.iter().flat_map(|it| it.sources),
            self.head.sources,
        )
    }
}

/// Those of `sources` that `keys` name, in order of first mention.
fn cited<'a>(
    keys: impl Iterator<Item = &'a String>,
    sources: &'a Sources,
) -> Vec<(&'a str, &'a Source)> {
    let mut cited: Vec<(&str, &Source)> = Vec::new();
    for key in keys {
        if !cited.iter().any(|(known, _)| known == key) {
            if let Some(source) = sources.get(key) {
                cited.push((key, source));
            }
        }
    }
    cited
}

/// Appends `parts`. One function for all, because a loop over a list in each place is longer.
#[inline(never)]
fn put(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Appends one letter; in place, the encoding of UTF-8 would come again each time.
#[inline(never)]
fn put_letter(out: &mut String, letter: char) {
    out.push(letter);
}

/// A number in words of `lang` as plain digits: "−1.234,5" in Indonesian is `-1234.5`.
fn plain(words: &str, lang: Lang) -> String {
    let point = match lang {
        Lang::Id => ',',
        Lang::En => '.',
    };
    let mut digits = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '0'..='9' => put_letter(&mut digits, letter),
            '\u{2212}' => put_letter(&mut digits, '-'),
            _ if letter == point => put_letter(&mut digits, '.'),
            _ => {}
        }
    }
    digits
}

/// The name of a file to save, in ASCII: `ascn-atlas-co2-per-capita-indonesia-2026-11-23.csv`.
///
/// `place` may be empty, and so may `extension`. Letters lose their accents; what is neither a Latin
/// letter nor a digit becomes one hyphen.
#[must_use]
pub fn file_name(id: &str, place: &str, data_date: PartialDate, extension: &str) -> String {
    let mut name = String::from("ascn-atlas");
    for part in [id, place, &data_date.to_string()] {
        let mut gap = true;
        for letter in fold(part).chars() {
            if letter.is_ascii_alphanumeric() {
                if gap {
                    put_letter(&mut name, '-');
                }
                gap = false;
                put_letter(&mut name, letter);
            } else {
                gap = true;
            }
        }
    }
    if !extension.is_empty() {
        put_letter(&mut name, '.');
        name.push_str(extension);
    }
    name
}
