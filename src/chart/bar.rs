//! A bar chart: amounts by year, as bars side by side or as parts that stand on each other.

use plotters::style::text_anchor::HPos;

use crate::i18n::{unit_label, Decimal};

use super::describe;
use super::figure::{Aim, Figure, LegendEntry, Parts, Values};
use super::labels::{width_of, At, Room, Taken, GAP, LINE};
use super::line::color;
use super::plot::{no_data, short, steps, Layout, Plot};
use super::record::Record;
use super::scale::{scale, Wish};
use super::spec::{clean, BarSeries, BarSpec, Datum, Fill, SeriesInput};
use super::style::{Look, Part, Variant};

/// Widest bar or group of bars.
const WIDEST: i32 = 560;

/// Draws a bar chart. The value axis begins at zero; a year without values stays empty.
#[must_use]
pub fn bar(spec: &BarSpec) -> Figure {
    let mut spec = spec.clone();
    let mut left_out = 0;
    for series in &mut spec.series {
        left_out += clean(&mut series.input.points);
    }
    let spec = &spec;
    let inputs: Vec<&SeriesInput> = spec.series.iter().map(|it| &it.input).collect();
    let years = || {
        inputs
            .iter()
            .flat_map(|it| it.points.iter().map(|point| point.year))
    };
    let names = inputs.iter().map(|it| it.full_name()).collect();
    let unit = unit_label(spec.unit, spec.lang).to_owned();
    let mut record = Record::new(spec.unit, unit, spec.lang, names);
    let marks = match (years().min(), years().max()) {
        (Some(first), Some(last)) => marks(spec, (first, last), &mut record),
        _ => no_data(spec.size, spec.lang),
    };
    let legend = spec.series.iter().map(|series| LegendEntry {
        name: series.input.name.clone(),
        class: [
            "bar s",
            &color(series.input.slot).to_string(),
            match series.fill {
                Fill::Full => "",
                Fill::Half => " half",
                Fill::Hollow => " hollow",
                Fill::Dashed => " dashed",
            },
        ]
        .concat(),
        dashed: false,
        shape: None,
        direct: false,
    });
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: describe::bars(&inputs, spec.unit, spec.stacked, spec.lang),
        ground: String::new(),
        marks,
        values: Values::Record(record),
        legend: legend.collect(),
        left_out,
        size: spec.size,
        aim: Aim::Years,
        derived: false,
    })
}

fn variant(fill: Fill) -> Variant {
    match fill {
        Fill::Full => Variant::Plain,
        Fill::Half => Variant::Half,
        Fill::Hollow => Variant::Hollow,
        Fill::Dashed => Variant::Dashed,
    }
}

/// A bar: its series, its value, and the values at its foot and its top.
struct Piece<'a> {
    series: usize,
    point: Datum<'a>,
    foot: f64,
    top: f64,
}

/// The bars of all series.
fn pieces<'a>(spec: &BarSpec<'a>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (series, BarSeries { input, .. }) in spec.series.iter().enumerate() {
        for point in &input.points {
            // On the last bar of its year and its sign.
            let below = pieces.iter().rev().find(|it| {
                spec.stacked
                    && it.point.year == point.year
                    && it.point.value.is_sign_negative() == point.value.is_sign_negative()
            });
            let foot = below.map_or(0.0, |it| it.top);
            pieces.push(Piece {
                series,
                point: *point,
                foot,
                top: foot + point.value,
            });
        }
    }
    pieces
}

fn marks(spec: &BarSpec, years: (i32, i32), record: &mut Record) -> String {
    let pieces = pieces(spec);
    let tops = || pieces.iter().map(|it| it.top);
    let wish = Wish {
        zero: true,
        whole: tops().all(|it| it.trunc() == it),
        range: None,
        steps: steps(spec.size),
    };
    let scale = scale(
        tops().fold(0.0, f64::min),
        tops().fold(0.0, f64::max),
        &wish,
    );
    let layout = Layout {
        size: spec.size,
        lang: spec.lang,
        unit: spec.unit,
        head: unit_label(spec.unit, spec.lang),
        better: None,
        scale: &scale,
        log: false,
        inverted: false,
        years,
        year_room: 0.5,
        right: 0,
        notes: 0,
    };
    let (frame, ticks) = layout.frame();
    let mut out = String::new();
    let plot = Plot::new(&mut out, &layout, frame);
    plot.axes(&layout, &ticks);

    let year_width = plot.at(1.0, 0.0).0 - plot.at(0.0, 0.0).0;
    let group = (year_width * 7 / 10).clamp(10, WIDEST);
    let columns = if spec.stacked {
        1
    } else {
        i32::try_from(spec.series.len()).unwrap_or(1)
    };
    let width = (group / columns.max(1)).max(5);
    let mut taken = Taken::default();
    for piece in &pieces {
        let Some(BarSeries { input, fill }) = spec.series.get(piece.series) else {
            continue;
        };
        let middle = plot.at(f64::from(piece.point.year), piece.top);
        let column = if spec.stacked {
            0
        } else {
            i32::try_from(piece.series).unwrap_or(0)
        };
        let left = middle.0 - group / 2 + column * width;
        let foot = plot.at(0.0, piece.foot).1;
        let room = Room {
            left,
            top: middle.1.min(foot),
            right: left + width,
            bottom: middle.1.max(foot),
        };
        let look = Look::series(Part::Bar, color(input.slot), variant(*fill));
        if room.top < room.bottom {
            plot.rect(room, look);
        }
        let at = (room.center().0, middle.1);
        record.push(piece.series, &piece.point, at);
        if !spec.stacked {
            value(&plot, spec, piece.point.value, at, &mut taken);
        }
    }
    if spec.stacked {
        for year in years.0..=years.1 {
            let of_year = || pieces.iter().filter(|it| it.point.year == year);
            let top = of_year().map(|it| it.top).fold(0.0, f64::max);
            if of_year().next().is_some() {
                let sum = Decimal::sum(of_year().map(|it| it.point.value));
                value(&plot, spec, sum, plot.at(f64::from(year), top), &mut taken);
            }
        }
    }
    drop(plot);
    out
}

/// Draws `value` above `at`, below it when negative, if it has room.
fn value(plot: &Plot, spec: &BarSpec, value: f64, at: At, taken: &mut Taken) {
    let text = short(value, spec.unit, spec.lang);
    let side = if value < 0.0 { 1 } else { -1 };
    let middle = (at.0, at.1 + side * (GAP + 20));
    let room = Room::around(middle, width_of(&text, true), LINE);
    if taken.leaves(&room, &plot.whole) {
        plot.text(&text, middle, HPos::Center, Look::of(Part::Value));
        taken.rooms.push(room);
    }
}
