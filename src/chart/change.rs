//! A change: two years of every place as a pair of dots in its row, with the difference.

use plotters::style::text_anchor::HPos;

use crate::i18n::{number, quantity, tick_on, Decimal};
use crate::model::{Better, Unit};
use crate::order::sort_by;

use super::describe_places::changes;
use super::figure::{Aim, Cell, Figure, FigurePoint, LegendEntry, Parts, Row, Table, Values};
use super::labels::{width_of, Room};
use super::line::{color, linear_scale, variant_of};
use super::places::PlacesSpec;
use super::plot::{no_data, Plot};
use super::rows::{Rows, HEAD, ROW};
use super::scale::Scale;
use super::spec::{cell_of, Datum, SeriesInput};
use super::style::{Look, Part, Variant};
use super::words::words;

/// Radius of a dot.
const RADIUS: i32 = 50;

/// A place with both values.
pub(super) struct Pair<'s, 'a> {
    pub place: &'s SeriesInput<'a>,
    pub first: Datum<'a>,
    pub last: Datum<'a>,
    /// The later value less the earlier; `None` where they do not compare, or their digits do not
    /// allow it.
    pub difference: Option<Decimal>,
}

/// The change of `spec` from one year to another: a hollow dot for the earlier value, a full one for
/// the later, and the difference, exact in the digits of both. Rows stand in the order of the
/// difference, the greatest improvement (else the greatest rise) on top; places without both values
/// are listed below.
///
/// Between values of two methods there is no difference and no line, and words below say why. The
/// points of the figure are those of its rows from top to bottom, the earlier year first.
#[must_use]
pub fn change_between(spec: &PlacesSpec, from: i32, to: i32) -> Figure {
    let words = words(spec.lang);
    let (from, to) = (from.min(to), from.max(to));
    let (firsts, left_out) = spec.in_year(from);
    let (lasts, left_out_too) = spec.in_year(to);
    let is_broken = spec.break_before.is_some_and(|it| from < it && it <= to);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut others: Vec<(&SeriesInput, Option<Datum>, Option<Datum>)> = Vec::new();
    for ((place, first), last) in spec.places.iter().zip(&firsts).zip(&lasts) {
        match (*first, *last) {
            (Some(first), Some(last)) => pairs.push(Pair {
                place,
                first,
                last,
                difference: difference(&first, &last).filter(|_| !is_broken),
            }),
            (first, last) => others.push((place, first, last)),
        }
    }
    let descends = spec.better != Some(Better::Lower) && spec.unit != Unit::Rank;
    sort_by(&mut pairs, |one, two| {
        let size = |it: &Pair| it.difference.map_or(0.0, Decimal::to_f64);
        if descends {
            size(two).total_cmp(&size(one))
        } else {
            size(one).total_cmp(&size(two))
        }
    });
    let mut foot = String::new();
    for (index, (place, first, last)) in others.iter().enumerate() {
        if index == 0 {
            foot.push_str(words.not_in_both());
        }
        foot.push_str(if index == 0 { ": " } else { ", " });
        foot.push_str(&place.name);
        let year = match (first, last) {
            (Some(_), None) => from,
            (None, Some(_)) => to,
            _ => continue,
        };
        foot.push_str(" (");
        foot.push_str(&year.to_string());
        foot.push_str(words.only());
        foot.push(')');
    }
    if is_broken {
        spec.push_break(&mut foot);
    }
    let places: Vec<&SeriesInput> = pairs.iter().map(|it| it.place).collect();
    let layout = Rows::new(&places, spec.size, HEAD + 2 * ROW, &foot);
    let (marks, points, size) = if pairs.is_empty() {
        (no_data(spec.size, spec.lang), Vec::new(), spec.size)
    } else {
        let (marks, points) = marks(spec, (from, to), &pairs, &layout, &places);
        (marks, points, layout.size)
    };
    let mut table = Table {
        unit: spec.unit_words().to_owned(),
        headers: vec![
            words.place_head().to_owned(),
            from.to_string(),
            to.to_string(),
            words.difference().to_owned(),
        ],
        rows: Vec::new(),
    };
    let cell = |point: &Option<Datum>, year: i32| {
        let cell = point.map(|it| cell_of(&it, spec.is_projected(year), spec.lang));
        cell.unwrap_or_default()
    };
    for it in &pairs {
        table.rows.push(Row {
            head: it.place.full_name(),
            cells: vec![
                cell(&Some(it.first), from),
                cell(&Some(it.last), to),
                difference_cell(spec, it, to),
            ],
        });
    }
    for (place, first, last) in &others {
        table.rows.push(Row {
            head: place.full_name(),
            cells: vec![cell(first, from), cell(last, to), Cell::default()],
        });
    }
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: changes(spec, (from, to), &pairs, others.len(), is_broken),
        ground: String::new(),
        marks,
        values: Values::Told(table, points),
        legend: pairs
            .iter()
            .map(|it| LegendEntry {
                name: it.place.full_name(),
                class: ["line s", &color(it.place.slot).to_string()].concat(),
                dashed: spec.is_projected(to),
                shape: None,
                direct: true,
            })
            .collect(),
        left_out: left_out + left_out_too,
        size,
        aim: Aim::Rows,
        derived: false,
    })
}

fn difference(first: &Datum, last: &Datum) -> Option<Decimal> {
    Decimal::of(last.value)?.minus(Decimal::of(first.value)?)
}

/// The difference with its sources, those of both values.
fn difference_cell(spec: &PlacesSpec, pair: &Pair, to: i32) -> Cell {
    let Some(difference) = pair.difference else {
        return Cell::default();
    };
    let mut sources = pair.first.sources.to_vec();
    for key in pair.last.sources {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    Cell {
        text: signed(difference, spec),
        sources,
        projected: spec.is_projected(to),
    }
}

/// A difference with its sign: "+2.4", "−3", "0".
fn signed(difference: Decimal, spec: &PlacesSpec) -> String {
    let mut text = String::new();
    if !difference.is_zero() && !difference.is_negative() {
        text.push('+');
    }
    text.push_str(&number(difference.to_f64(), spec.lang));
    text
}

fn marks(
    spec: &PlacesSpec,
    years: (i32, i32),
    pairs: &[Pair],
    layout: &Rows,
    places: &[&SeriesInput],
) -> (String, Vec<FigurePoint>) {
    let all: Vec<Datum> = pairs.iter().flat_map(|it| [it.first, it.last]).collect();
    let scale = linear_scale(&spec.lines(), &all, spec.size.width / 90);
    let differences: Vec<String> = pairs
        .iter()
        .map(|it| it.difference.map(|it| signed(it, spec)).unwrap_or_default())
        .collect();
    let widest = differences.iter().map(|it| width_of(it, true)).max();
    // The head of the column stands above it, if there is anything below.
    let head = match widest {
        Some(1..) => words(spec.lang).difference(),
        _ => "",
    };
    let column = widest.unwrap_or(0).max(width_of(head, false));
    let columns = (layout.marks.0 + 60, layout.marks.1 - column - 240);
    let mut out = String::new();
    let plot = layout.plot(&mut out, (scale.low, scale.high), columns);
    plot.head(spec.unit_words(), spec.better, spec.lang);
    key(&plot, spec, years);
    axis(&plot, spec, &scale);
    let right = layout.marks.1;
    let above = plot.frame.top - ROW / 2;
    if !head.is_empty() {
        plot.text(head, (right, above), HPos::Right, Look::of(Part::Remark));
    }
    layout.write(&plot, places);
    let mut points = Vec::new();
    for (index, (pair, text)) in pairs.iter().zip(&differences).enumerate() {
        let y = layout.middle(index);
        let slot = color(pair.place.slot);
        let ends = [(pair.first, years.0), (pair.last, years.1)];
        let x = ends.map(|(it, _)| plot.at(it.value, 0.0).0);
        let [first, last] = x;
        if pair.difference.is_some() && (first - last).abs() > 2 * RADIUS {
            let inner = RADIUS * (last - first).signum();
            let ends = vec![(first + inner, y), (last - inner, y)];
            let variant = variant_of(spec.is_projected(years.1));
            plot.path(&ends, Look::series(Part::Span, slot, variant));
        }
        // The later one on top, where they meet.
        plot.dot(
            (first, y),
            RADIUS,
            Look::series(Part::Dot, slot, Variant::Hollow),
        );
        plot.dot(
            (last, y),
            RADIUS,
            Look::series(Part::Dot, slot, Variant::Plain),
        );
        if !text.is_empty() {
            let look = Look::series(Part::Value, slot, Variant::Plain);
            plot.text(text, (right, y), HPos::Right, look);
        }
        for ((point, year), x) in ends.into_iter().zip(x) {
            let value = quantity(point.value, spec.unit, spec.lang);
            points.push(FigurePoint {
                series: index,
                name: pair.place.full_name(),
                year,
                x: f64::from(x) / 10.0,
                y: f64::from(y) / 10.0,
                label: [&year.to_string(), ": ", &value].concat(),
                sources: point.sources.to_vec(),
                projected: spec.is_projected(year),
            });
        }
    }
    drop(plot);
    (out, points)
}

/// Says which dot is which year, in the line below the unit.
fn key(plot: &Plot, spec: &PlacesSpec, years: (i32, i32)) {
    let y = HEAD + 30;
    let mut x = RADIUS;
    for (year, is_first) in [(years.0, true), (years.1, false)] {
        // Hollow and full tell the years apart, so that a projection has its word and the dashes.
        let variant = if is_first {
            Variant::Hollow
        } else {
            Variant::Plain
        };
        plot.dot((x, y), RADIUS, Look::series(Part::Dot, 0, variant));
        let mut text = year.to_string();
        if spec.is_projected(year) {
            text.push_str(" (");
            text.push_str(words(spec.lang).projected().trim_end());
            text.push(')');
        }
        plot.text(&text, (x + 90, y), HPos::Left, Look::of(Part::Remark));
        x += 90 + width_of(&text, false) + 160;
    }
}

/// The lines of the scale through the rows, labelled above.
fn axis(plot: &Plot, spec: &PlacesSpec, scale: &Scale) {
    let largest = scale.low.abs().max(scale.high.abs());
    let mut free = 0;
    for &value in &scale.ticks {
        let x = plot.at(value, 0.0).0;
        let part = if value == 0.0 { Part::Axis } else { Part::Grid };
        let line = vec![(x, plot.frame.top), (x, plot.frame.bottom)];
        plot.path(&line, Look::of(part));
        let text = match spec.unit {
            Unit::Rank => number(value, spec.lang),
            _ => tick_on(value, largest, spec.lang),
        };
        let width = width_of(&text, false);
        let room = Room::around((x, plot.frame.top - ROW / 2), width, ROW);
        // On a narrow chart every other label is enough.
        if room.left >= free && room.right <= plot.frame.right + 160 {
            plot.text(&text, room.center(), HPos::Center, Look::of(Part::Label));
            free = room.right + 60;
        }
    }
}
