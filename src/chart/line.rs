//! A line chart: values over years, one line for each series, with gaps where nothing is known.

use crate::model::Unit;

use super::annotate::{
    break_line, end_labels, label_room, labels, value_labels, zone, LABEL_GAP, VALUES_OF_ONE,
};
use super::describe;
use super::figure::{Aim, Figure, LegendEntry, Parts, Values};
use super::labels::{At, Taken};
use super::plot::{no_data, steps, Layout, Plot};
use super::record::Record;
use super::runs::{behind, lines, usual_step_of};
use super::scale::{log_scale, rank_scale, scale, Scale, Wish, LEAST_RATIO};
use super::shape::shapes;
use super::spec::{clean, AxisScale, Datum, LineSpec, SeriesInput};
use super::style::{Look, Part, Variant};

/// With more values in front than this, only those that no line reaches have a dot.
const DOTS: usize = 40;
/// Radius of a dot.
pub(super) const RADIUS: i32 = 33;
/// Radius where shapes tell series of one colour apart.
const SHAPED: i32 = 40;
/// Points nearer to each other than this have smaller dots.
const CLOSE: i32 = 130;
/// Points nearer to each other than this have none.
const TOO_CLOSE: i32 = 90;
/// Kept free at the right of a chart without labels there.
const RIGHT: i32 = 120;

/// Draws a line chart.
///
/// A line joins two values only when no year between them is missing: what counts as missing is told
/// by the usual step of the series, so a series of every fifth year is whole and a yearly one has a
/// gap; a step seen once is not usual. Lines are interrupted at a change of method; projections are dashed.
#[must_use]
pub fn line(spec: &LineSpec) -> Figure {
    noted(spec.clone(), "")
}

/// Draws a line chart whose description ends with `note`, which brings its own space.
pub(super) fn noted(mut spec: LineSpec, note: &str) -> Figure {
    let mut left_out = 0;
    for series in &mut spec.series {
        left_out += clean(&mut series.points);
    }
    let spec = &spec;
    let count = spec.series.iter().map(|it| it.points.len()).sum();
    let mut all: Vec<Datum> = Vec::with_capacity(count);
    for series in &spec.series {
        all.extend_from_slice(&series.points);
    }
    let mut record = record(spec);
    let (ground, marks, direct) = match span(&all) {
        Some(years) => marks(spec, &all, years, &mut record),
        None => (String::new(), no_data(spec.size, spec.lang), Vec::new()),
    };
    let legend = spec
        .series
        .iter()
        .enumerate()
        .zip(shapes(&spec.series))
        .map(|((index, series), shape)| LegendEntry {
            name: series.name.clone(),
            class: class_of(series.slot),
            dashed: series.points.iter().any(|it| spec.is_projected(it.year)),
            shape,
            direct: spec.is_behind(series) || direct.get(index).copied().unwrap_or_default(),
        });
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: describe::lines(spec) + note,
        ground,
        marks,
        values: Values::Record(record),
        legend: legend.collect(),
        left_out,
        size: spec.size,
        aim: Aim::Years,
        derived: spec.relative_to.is_some(),
    })
}

pub(super) fn class_of(slot: u8) -> String {
    ["line s", &color(slot).to_string()].concat()
}

/// The slot of the palette: the grey one for every slot that the palette has not.
pub(super) fn color(slot: u8) -> u8 {
    if slot <= 8 {
        slot
    } else {
        0
    }
}

/// First and last year.
fn span(points: &[Datum]) -> Option<(i32, i32)> {
    let years = || points.iter().map(|it| it.year);
    Some((years().min()?, years().max()?))
}

/// The scale of the values, and whether it is one of ratios.
fn value_scale(spec: &LineSpec, all: &[Datum]) -> (Scale, bool) {
    let (low, high) = extent(all);
    if spec.scale == AxisScale::Log && low >= LEAST_RATIO {
        return (log_scale(low, high, steps(spec.size)), true);
    }
    (linear_scale(spec, all, steps(spec.size)), false)
}

/// Lowest and highest of the values of `all`.
pub(super) fn extent(all: &[Datum]) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for it in all {
        if it.value < low {
            low = it.value;
        }
        if it.value > high {
            high = it.value;
        }
    }
    (low, high)
}

/// The scale of equal differences for the values of `all` in about `steps` steps.
pub(super) fn linear_scale(spec: &LineSpec, all: &[Datum], steps: u32) -> Scale {
    let (low, high) = extent(all);
    if spec.unit == Unit::Rank && low >= 1.0 {
        return rank_scale(high, steps);
    }
    let wish = Wish {
        // Half of the height or more would be empty without zero, or the values span it anyway.
        zero: low <= 0.0 && high >= 0.0 || low >= 0.0 && (low < high / 2.0 || low == high),
        whole: all.iter().all(|it| it.value.trunc() == it.value),
        range: spec.range,
        steps,
    };
    scale(low, high, &wish)
}

/// What lies behind the chosen places whichever they are, the other marks, and for each series whether
/// its name stands beside its line.
fn marks(
    spec: &LineSpec,
    all: &[Datum],
    years: (i32, i32),
    record: &mut Record,
) -> (String, String, Vec<bool>) {
    let (scale, log) = value_scale(spec, all);
    let labels = labels(spec);
    let is_single = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty())
        .count()
        == 1;
    let unit_words = spec.unit_words();
    let reaches_end =
        |series: &SeriesInput| series.points.last().is_some_and(|it| it.year == years.1);
    let ending = spec
        .series
        .iter()
        .zip(&labels)
        .filter(|(series, _)| reaches_end(series));
    let gutter = ending
        .filter_map(|(_, label)| Some(label.as_ref()?.width()))
        .max();
    let is_any_behind = spec.series.iter().any(|it| spec.is_behind(it));
    let gutter = if is_any_behind {
        gutter.max(spec.series.iter().map(|it| label_room(spec, it)).max())
    } else {
        gutter
    };
    let right = match gutter {
        // A lone value stands above its point, unless the line is long.
        Some(width) if is_single && all.len() <= VALUES_OF_ONE => RIGHT.max(width / 2 - 40),
        Some(width) => width + LABEL_GAP,
        None => RIGHT,
    };
    let projection = spec.projection_from.filter(|&from| from <= years.1);
    let break_at = spec
        .break_before
        .filter(|&it| years.0 < it && it <= years.1);
    let layout = Layout {
        size: spec.size,
        lang: spec.lang,
        unit: spec.unit,
        head: &unit_words,
        better: spec.better,
        scale: &scale,
        log,
        inverted: spec.unit == Unit::Rank && scale.low >= 1.0,
        years,
        year_room: if years.0 == years.1 { 1.0 } else { 0.0 },
        right,
        notes: i32::from(projection.is_some()) + i32::from(break_at.is_some()),
    };
    let (frame, ticks) = layout.frame();
    // Each point is some twelve letters; what stands around them has room in this as well.
    let mut ground = String::with_capacity(2048 + 12 * all.len());
    let mut out = String::new();
    let plot = Plot::new(&mut ground, &layout, frame);

    let mut taken = Taken::default();
    if let Some(from) = projection {
        zone(&plot, spec, all, from, &mut taken);
    }
    plot.axes(&layout, &ticks);
    if let Some(year) = break_at {
        break_line(&plot, spec, year, projection.is_some(), &mut taken);
    }
    // Where each value of each series stands.
    let place = |it: &Datum| plot.at(f64::from(it.year), it.value);
    let places = |it: &SeriesInput| it.points.iter().map(place).collect();
    let places: Vec<Vec<At>> = spec.series.iter().map(places).collect();
    if is_any_behind {
        behind(&plot, spec, &places);
    }
    drop(plot);
    if !is_any_behind {
        std::mem::swap(&mut ground, &mut out);
    }
    let plot = Plot::new(&mut out, &layout, frame);

    let distance = (plot.at(1.0, 0.0).0 - plot.at(0.0, 0.0).0)
        * spec.series.iter().map(usual_step_of).min().unwrap_or(1);
    let in_front = spec.series.iter().filter(|it| !spec.is_behind(it));
    let dots: usize = in_front.map(|it| it.points.len()).sum();
    let has_dots = dots <= DOTS && distance >= TOO_CLOSE;
    let radius = if has_dots && distance < CLOSE {
        RADIUS * 2 / 3
    } else {
        RADIUS
    };
    let shapes = shapes(&spec.series);
    let mut ends: Vec<Option<(At, bool)>> = Vec::new();
    // The first series lies on top, and all dots on all lines.
    let in_front = || {
        let series = spec.series.iter().zip(&places).enumerate().rev();
        series.filter(|(_, (it, _))| !spec.is_behind(it))
    };
    taken.segments.reserve(dots);
    let mut isolated = Vec::new();
    for (_, (series, at)) in in_front() {
        let segments = Some(&mut taken.segments);
        isolated.push(lines(&plot, spec, series, at, Part::Line, segments));
    }
    for ((index, (series, at)), alone) in in_front().zip(isolated) {
        let last = series.points.last().map(|it| it.year);
        let shape = shapes.get(index).copied().flatten();
        // A shape is told apart when it is not too small.
        let radius = if shape.is_some() { SHAPED } else { radius };
        for (point, &at) in series.points.iter().zip(at) {
            if has_dots || Some(point.year) == last || alone.contains(&point.year) {
                let variant = variant(spec, point.year);
                let look = Look::series(Part::Dot, color(series.slot), variant);
                plot.point(at, radius, look, shape);
                taken.dots.push(at);
            }
        }
    }
    for (index, (series, at)) in spec.series.iter().zip(&places).enumerate() {
        record.extend(index, &series.points, at);
        let end = series.points.last().zip(at.last());
        ends.push(end.map(|(it, &at)| (at, spec.is_projected(it.year))));
    }
    let right = plot.at(f64::from(years.1), 0.0).0;

    let direct = if is_single {
        for series in &spec.series {
            value_labels(&plot, spec, series, &mut taken);
        }
        // The place is named by the heading of the page or the figure.
        let is_place = |it: &SeriesInput| !spec.about.is_empty() && it.name == spec.about;
        spec.series.iter().map(is_place).collect()
    } else {
        end_labels(&plot, spec, &labels, &ends, right, &mut taken)
    };
    drop(plot);
    (ground, out, direct)
}

pub(super) fn variant(spec: &LineSpec, year: i32) -> Variant {
    variant_of(spec.is_projected(year))
}

/// The variant of a value that is a projection, or is none.
pub(super) const fn variant_of(projected: bool) -> Variant {
    if projected {
        Variant::Projected
    } else {
        Variant::Plain
    }
}

/// The record of `spec`, without its values.
pub(super) fn record(spec: &LineSpec) -> Record {
    let names = spec.series.iter().map(SeriesInput::full_name).collect();
    let mut record = Record::new(spec.unit, spec.unit_words(), spec.lang, names);
    record.projection_from = spec.projection_from;
    record
}
