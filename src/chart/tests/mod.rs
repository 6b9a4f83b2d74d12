//! Tests of charts by what a reader gets: the SVG read back, the table, the sentences.

mod bars;
mod data_set;
pub(super) mod kinds;
mod kinds_of_lines;
mod lines;
mod notes;
mod places;
mod sentences;
pub(super) mod svg;

use super::{AxisScale, Datum, LineSpec, SeriesInput, Size};
use crate::model::{Lang, Unit};

/// Values of one series.
type Values<'v> = &'v [(i32, f64)];

/// Keys of sources for any point.
fn keys() -> &'static [String] {
    Box::leak(Box::new(["1".to_owned(), "2".to_owned()]))
}

fn series(name: &str, slot: u8, values: Values) -> SeriesInput<'static> {
    let sources = keys();
    SeriesInput {
        name: name.to_owned(),
        detail: String::new(),
        slot,
        subject: 0,
        points: values
            .iter()
            .map(|&(year, value)| Datum {
                year,
                value,
                sources,
            })
            .collect(),
    }
}

/// A spec of series called A, B, C in one subject.
fn spec(unit: Unit, all: &[Values]) -> LineSpec<'static> {
    let series = all
        .iter()
        .zip(["A", "B", "C", "D", "E", "F"])
        .enumerate()
        .map(|(index, (values, name))| series(name, u8::try_from(index + 1).unwrap(), values))
        .collect();
    LineSpec {
        id: "c",
        heading: "Heading",
        about: "",
        unit,
        better: None,
        series,
        projection_from: None,
        break_before: None,
        range: None,
        scale: AxisScale::Linear,
        relative_to: None,
        lang: Lang::En,
        size: Size::WIDE,
    }
}
