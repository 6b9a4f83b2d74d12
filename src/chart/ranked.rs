//! Ranked bars: the values of all places in one year, the best on top.

use plotters::style::text_anchor::HPos;

use crate::i18n::quantity;
use crate::model::{Better, Unit};

use super::describe_places::ranking;
use super::figure::{Aim, Cell, Figure, FigurePoint, LegendEntry, Parts, Row, Table, Values};
use super::labels::{width_of, Room};
use super::line::{color, variant_of};
use super::places::PlacesSpec;
use super::plot::{no_data, short, Plot};
use super::rows::{Rows, HEAD};
use super::spec::{cell_of, Datum, SeriesInput};
use super::style::{Look, Part, Variant};
use super::words::words;
use crate::order::sort_by;

/// Half the height of a bar.
const HALF: i32 = 70;
/// Radius of the dot of a rank.
const RADIUS: i32 = 50;
/// Between the end of a bar and its value.
const GAP: i32 = 50;

/// A place with its value.
pub(super) struct Ranked<'s, 'a> {
    pub place: &'s SeriesInput<'a>,
    pub point: Datum<'a>,
}

/// The places that have a value in `year`, the best first: the highest, or the lowest where lower is
/// better, as it is for ranks. Places with equal values keep their order.
pub(super) fn ranked<'s, 'a>(
    spec: &'s PlacesSpec<'a>,
    values: &[Option<Datum<'a>>],
) -> Vec<Ranked<'s, 'a>> {
    let mut rows: Vec<Ranked> = Vec::new();
    for (place, point) in spec.places.iter().zip(values) {
        if let Some(point) = *point {
            rows.push(Ranked { place, point });
        }
    }
    let ascends = spec.better == Some(Better::Lower) || spec.unit == Unit::Rank;
    sort_by(&mut rows, |one, two| {
        let (one, two) = (one.point.value, two.point.value);
        if ascends {
            one.total_cmp(&two)
        } else {
            two.total_cmp(&one)
        }
    });
    rows
}

/// The ranked bars of `spec` in `year`: chosen places in their colours, all others in grey, each
/// with its value; a rank is a dot, because a longer bar would look like more. Bars begin at zero.
/// Places without a value are listed below, and it is said there that values of two methods do not
/// compare.
///
/// The points of the figure are its rows from top to bottom, each a series of its own.
#[must_use]
pub fn ranked_bars(spec: &PlacesSpec, year: i32) -> Figure {
    let words = words(spec.lang);
    let (values, left_out) = spec.in_year(year);
    let rows = ranked(spec, &values);
    let without: Vec<&SeriesInput> = spec
        .places
        .iter()
        .zip(&values)
        .filter_map(|(place, value)| value.is_none().then_some(place))
        .collect();
    let mut foot = String::new();
    for (index, place) in without.iter().enumerate() {
        if index == 0 {
            foot.push_str(words.no_data());
        }
        foot.push_str(if index == 0 { ": " } else { ", " });
        foot.push_str(&place.name);
    }
    spec.push_break(&mut foot);
    let places: Vec<&SeriesInput> = rows.iter().map(|it| it.place).collect();
    let layout = Rows::new(&places, spec.size, HEAD, &foot);
    let (marks, points, size) = if rows.is_empty() {
        (no_data(spec.size, spec.lang), Vec::new(), spec.size)
    } else {
        let (marks, points) = marks(spec, year, &rows, &layout, &places);
        (marks, points, layout.size)
    };
    let projected = spec.is_projected(year);
    let mut table = Table {
        unit: spec.unit_words().to_owned(),
        headers: vec![words.place_head().to_owned(), year.to_string()],
        rows: Vec::new(),
    };
    for it in &rows {
        table.rows.push(Row {
            head: it.place.full_name(),
            cells: vec![cell_of(&it.point, projected, spec.lang)],
        });
    }
    for place in &without {
        table.rows.push(Row {
            head: place.full_name(),
            cells: vec![Cell::default()],
        });
    }
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: ranking(spec, year, &rows, without.len()),
        ground: String::new(),
        marks,
        values: Values::Told(table, points),
        legend: rows
            .iter()
            .map(|it| LegendEntry {
                name: it.place.full_name(),
                class: ["bar s", &color(it.place.slot).to_string()].concat(),
                dashed: projected,
                shape: None,
                direct: true,
            })
            .collect(),
        left_out,
        size,
        aim: Aim::Rows,
        derived: false,
    })
}

fn marks(
    spec: &PlacesSpec,
    year: i32,
    rows: &[Ranked],
    layout: &Rows,
    places: &[&SeriesInput],
) -> (String, Vec<FigurePoint>) {
    let words = words(spec.lang);
    let projected = spec.is_projected(year);
    let value = |it: &Ranked| it.point.value;
    let low = rows.iter().map(value).fold(0.0, f64::min);
    let high = rows.iter().map(value).fold(0.0, f64::max);
    let texts: Vec<String> = rows
        .iter()
        .map(|it| short(it.point.value, spec.unit, spec.lang))
        .collect();
    // Room for the values at both ends, if bars go both ways.
    let room = |is_left: bool| {
        let here = rows.iter().zip(&texts);
        let widths = here
            .filter(|(it, _)| (it.point.value < 0.0) == is_left)
            .map(|(_, text)| width_of(text, true) + GAP);
        widths.max().unwrap_or(0)
    };
    let columns = (layout.marks.0 + room(true), layout.marks.1 - room(false));
    let mut out = String::new();
    let ends = if low < high { (low, high) } else { (0.0, 1.0) };
    let plot = layout.plot(&mut out, ends, columns);
    let mut head = year.to_string();
    if projected {
        head.push_str(" (");
        head.push_str(words.projected().trim_end());
        head.push(')');
    }
    head.push_str(" · ");
    head.push_str(spec.unit_words());
    plot.head(&head, spec.better, spec.lang);
    layout.write(&plot, places);
    let zero = plot.at(0.0, 0.0).0;
    let mut points = Vec::new();
    for (index, (it, text)) in rows.iter().zip(&texts).enumerate() {
        let y = layout.middle(index);
        let x = plot.at(it.point.value, 0.0).0;
        mark(&plot, spec, it, (zero, x, y), variant_of(projected));
        let (at, anchor) = if it.point.value < 0.0 {
            (x - GAP, HPos::Right)
        } else {
            (
                x + GAP + if spec.unit == Unit::Rank { RADIUS } else { 0 },
                HPos::Left,
            )
        };
        let look = Look::series(Part::Value, color(it.place.slot), variant_of(projected));
        plot.text(text, (at, y), anchor, look);
        let value = quantity(it.point.value, spec.unit, spec.lang);
        points.push(FigurePoint {
            series: index,
            name: it.place.full_name(),
            year,
            x: f64::from(x) / 10.0,
            y: f64::from(y) / 10.0,
            label: [&year.to_string(), ": ", &value].concat(),
            sources: it.point.sources.to_vec(),
            projected,
        });
    }
    plot.path(
        &[(zero, plot.frame.top), (zero, plot.frame.bottom)],
        Look::of(Part::Axis),
    );
    drop(plot);
    (out, points)
}

/// The bar of a value from `zero` to `x`, or the dot of a rank.
fn mark(plot: &Plot, spec: &PlacesSpec, it: &Ranked, at: (i32, i32, i32), variant: Variant) {
    let (zero, x, y) = at;
    let slot = color(it.place.slot);
    if spec.unit == Unit::Rank {
        let span = Look::series(Part::Span, slot, variant);
        plot.path(&[(zero, y), (x, y)], span);
        plot.dot((x, y), RADIUS, Look::series(Part::Dot, slot, variant));
    } else if x != zero {
        let room = Room {
            left: zero.min(x),
            top: y - HALF,
            right: zero.max(x),
            bottom: y + HALF,
        };
        plot.rect(room, Look::series(Part::Bar, slot, variant));
    }
}
