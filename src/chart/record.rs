//! A record: the values that a chart over years shows, as they are.
//!
//! The table of a chart has a text for each of hundreds of values, and its readout a label. Most
//! readers ask for neither, so both are made from the record when one does.

use crate::i18n::{number, quantity};
use crate::model::{Lang, Unit};

use super::figure::{Cell, FigurePoint, Row, Table};
use super::labels::At;
use super::spec::Datum;
use super::words::words;

/// What the values of a chart have in common, and the values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record {
    unit: Unit,
    /// For the caption of the table.
    unit_words: String,
    lang: Lang,
    /// First year whose values are projections.
    pub projection_from: Option<i32>,
    names: Vec<String>,
    /// Series by series, each in order of year.
    values: Vec<Drawn>,
    /// Lists of keys of sources, each once.
    keys: Vec<Vec<String>>,
}

/// A value and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drawn {
    series: usize,
    year: i32,
    value: f64,
    at: At,
    /// Which of the lists of keys is its own.
    keys: usize,
}

impl Record {
    /// A record without values, of series with these names. The unit is that of all values, and in
    /// words the one of the table's caption.
    pub fn new(unit: Unit, unit_words: String, lang: Lang, names: Vec<String>) -> Self {
        Self {
            unit,
            unit_words,
            lang,
            projection_from: None,
            names,
            values: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// Appends the values of a series, in order of year, and where they stand. Values come series by
    /// series.
    pub fn extend(&mut self, series: usize, values: &[Datum], places: &[At]) {
        // Most often those of the value before, which then are the same in memory.
        let mut before: Option<(&[String], usize)> = None;
        self.values.reserve(values.len());
        for (datum, &at) in values.iter().zip(places) {
            let known = before.filter(|(it, _)| std::ptr::eq(*it, datum.sources));
            let keys = known.map_or_else(|| self.place_of(datum.sources), |it| it.1);
            before = Some((datum.sources, keys));
            self.values.push(Drawn {
                series,
                year: datum.year,
                value: datum.value,
                at,
                keys,
            });
        }
    }

    /// Appends a value of a series.
    pub fn push(&mut self, series: usize, datum: &Datum, at: At) {
        self.extend(series, std::slice::from_ref(datum), &[at]);
    }

    /// Where a list of keys is in [`Self::keys`]: put there, if it is new.
    fn place_of(&mut self, sources: &[String]) -> usize {
        let same = |it: &Vec<String>| it == sources;
        self.keys.iter().rposition(same).unwrap_or_else(|| {
            self.keys.push(sources.to_vec());
            self.keys.len() - 1
        })
    }

    fn is_projected(&self, year: i32) -> bool {
        self.projection_from.is_some_and(|from| year >= from)
    }

    fn sources_of(&self, value: &Drawn) -> Vec<String> {
        self.keys.get(value.keys).cloned().unwrap_or_default()
    }

    /// The values as a table: a row for each year that has any, a column for each series.
    pub fn table(&self) -> Table {
        let years = || self.values.iter().map(|it| it.year);
        let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(-1));
        let row = |year: i32| Row {
            head: year.to_string(),
            cells: vec![Cell::default(); self.names.len()],
        };
        let mut rows: Vec<Row> = (first..=last).map(row).collect();
        for it in &self.values {
            let row = usize::try_from(it.year - first).ok();
            let row = row.and_then(|row| rows.get_mut(row));
            if let Some(cell) = row.and_then(|row| row.cells.get_mut(it.series)) {
                *cell = Cell {
                    text: number(it.value, self.lang),
                    sources: self.sources_of(it),
                    projected: self.is_projected(it.year),
                };
            }
        }
        rows.retain(|row| row.cells.iter().any(|it| !it.text.is_empty()));
        let head = words(self.lang).year().to_owned();
        Table {
            unit: self.unit_words.clone(),
            headers: std::iter::once(head)
                .chain(self.names.iter().cloned())
                .collect(),
            rows,
        }
    }

    /// The values with their positions and labels, in their order.
    pub fn points(&self) -> Vec<FigurePoint> {
        let point = |it: &Drawn| FigurePoint {
            series: it.series,
            name: self.names.get(it.series).cloned().unwrap_or_default(),
            year: it.year,
            x: f64::from(it.at.0) / 10.0,
            y: f64::from(it.at.1) / 10.0,
            label: [
                &it.year.to_string(),
                ": ",
                &quantity(it.value, self.unit, self.lang),
            ]
            .concat(),
            sources: self.sources_of(it),
            projected: self.is_projected(it.year),
        };
        self.values.iter().map(point).collect()
    }

    /// Keys of all sources, in order of first mention in the table.
    pub fn sources(&self) -> Vec<String> {
        // The first year and series that each list is mentioned for.
        let mut firsts = vec![(i32::MAX, usize::MAX); self.keys.len()];
        for it in &self.values {
            if let Some(first) = firsts.get_mut(it.keys) {
                *first = (*first).min((it.year, it.series));
            }
        }
        let mut lists: Vec<_> = firsts.into_iter().zip(&self.keys).collect();
        crate::order::sort_by_key(&mut lists, |it| it.0);
        let mut sources: Vec<String> = Vec::new();
        for key in lists.into_iter().flat_map(|it| it.1) {
            if !sources.contains(key) {
                sources.push(key.clone());
            }
        }
        sources
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_tells_what_it_was_given() {
        let (own, others) = (["b".to_owned()], ["c".to_owned(), "b".to_owned()]);
        let datum = |year, value, sources| Datum {
            year,
            value,
            sources,
        };
        let names = vec!["One".to_owned(), "Two".to_owned()];
        let mut record = Record::new(Unit::Percent, "%".to_owned(), Lang::En, names);
        record.projection_from = Some(2023);
        record.push(0, &datum(2021, 1.5, &own), (10, 20));
        record.push(0, &datum(2023, 2.0, &others), (30, 20));
        record.push(1, &datum(2020, 3.0, &others), (0, 5));

        let table = record.table();
        assert_eq!((&*table.unit, table.headers.len()), ("%", 3));
        let heads: Vec<&str> = table.rows.iter().map(|it| &*it.head).collect();
        // A year that no series has is no row.
        assert_eq!(heads, ["2020", "2021", "2023"]);
        let cell = |row: usize, column: usize| &table.rows[row].cells[column];
        assert_eq!(cell(0, 0), &Cell::default());
        assert_eq!((&*cell(0, 1).text, cell(0, 1).projected), ("3", false));
        assert_eq!((&*cell(2, 0).text, cell(2, 0).projected), ("2", true));
        assert_eq!(cell(2, 0).sources, others);

        let points = record.points();
        assert_eq!(points.len(), 3);
        assert_eq!((points[0].x, points[0].y), (1.0, 2.0));
        assert_eq!((&*points[2].name, &*points[2].label), ("Two", "2020: 3%"));
        // As the table reads: the year 2020 comes first.
        assert_eq!(record.sources(), ["c", "b"]);
    }
}
