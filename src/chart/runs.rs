//! A run: values that a line joins, because no year between them is missing.

use crate::order::sort_by_key;

use super::labels::At;
use super::line::{color, variant, RADIUS};
use super::plot::Plot;
use super::spec::{Datum, LineSpec, SeriesInput};
use super::style::{Look, Part, Variant};

/// The usual distance of the years of a series.
pub(super) fn usual_step_of(series: &SeriesInput) -> i32 {
    usual_step(&series.points, |it| it.year)
}

/// The usual distance of the years of `points`: the most frequent one, and the least of these. A
/// distance seen only once is no habit; then years are expected one after the other.
pub(super) fn usual_step<T>(points: &[T], year: impl Fn(&T) -> i32) -> i32 {
    let steps = || {
        let pairs = points.windows(2);
        pairs.filter_map(|pair| Some(year(pair.last()?).saturating_sub(year(pair.first()?))))
    };
    // Most series are regular: there is nothing to count.
    if let (Some(first), true) = (steps().next(), points.len() > 2) {
        if steps().all(|it| it == first) {
            return first;
        }
    }
    let count = |step: i32| steps().filter(|&it| it == step).count();
    let usual = steps().max_by_key(|&it| (count(it), it.saturating_neg()));
    usual.filter(|&it| count(it) > 1).unwrap_or(1)
}

/// Draws the lines of every series in grey, chosen or not, in an order that no choice changes.
/// `places` are those of the values of each series.
pub(super) fn behind(plot: &Plot, spec: &LineSpec, places: &[Vec<At>]) {
    let mut all: Vec<(&SeriesInput, &Vec<At>)> = spec.series.iter().zip(places).collect();
    sort_by_key(&mut all, |it| it.0.subject);
    let mut dots: Vec<(At, i32)> = Vec::new();
    for (series, at) in all {
        let alone = lines(plot, spec, series, at, Part::Back, None);
        // Only what no line reaches would not be seen without a dot.
        let points = series.points.iter().zip(at);
        let unseen = points.filter(|(it, _)| alone.contains(&it.year));
        dots.extend(unseen.map(|(it, &at)| (at, it.year)));
    }
    for (at, year) in dots {
        let look = Look::series(Part::BackDot, 0, variant(spec, year));
        plot.dot(at, RADIUS / 2, look);
    }
}

/// Draws the lines of `series`, whose values stand at `places`, and returns the years that none of them
/// reaches. Appends where they run to `segments`.
pub(super) fn lines(
    plot: &Plot,
    spec: &LineSpec,
    series: &SeriesInput,
    places: &[At],
    part: Part,
    mut segments: Option<&mut Vec<(At, At)>>,
) -> Vec<i32> {
    let usual = usual_step_of(series);
    let slot = match part {
        Part::Back => 0,
        _ => color(series.slot),
    };
    let mut alone = Vec::new();
    // The line that has not ended: where it begins among the values, and what it looks like.
    let mut start = 0;
    let mut drawn = Variant::Plain;
    let draw = |run: &[At], variant: Variant| {
        if run.len() > 1 {
            plot.path(run, Look::series(part, slot, variant));
        }
    };
    let run = |start: usize, end: usize| places.get(start..end).unwrap_or_default();
    let mut before: Option<(&Datum, At)> = None;
    let mut end = 0;
    for (point, &at) in series.points.iter().zip(places) {
        let joined = before.filter(|(it, _)| {
            point.year - it.year <= usual && !spec.is_broken_between(it.year, point.year)
        });
        if let Some((_, from)) = joined {
            let variant = variant(spec, point.year);
            if variant != drawn {
                draw(run(start, end), drawn);
                drawn = variant;
                start = end - 1;
            }
            if let Some(segments) = &mut segments {
                segments.push((from, at));
            }
        } else {
            draw(run(start, end), drawn);
            if end == start + 1 {
                alone.extend(before.map(|it| it.0.year));
            }
            start = end;
        }
        before = Some((point, at));
        end += 1;
    }
    draw(run(start, end), drawn);
    if end == start + 1 {
        alone.extend(before.map(|it| it.0.year));
    }
    alone
}
