//! A line chart: values over years, one line for each series, with gaps where nothing is known.

use crate::order::sort_by_key;
use plotters::style::text_anchor::HPos;

use crate::i18n::quantity;
use crate::model::Unit;

use super::describe;
use super::figure::{Figure, FigurePoint, LegendEntry, Parts};
use super::labels::{spread, width_of, wrapped, At, Room, Taken, GAP, LINE};
use super::plot::{no_data, short, steps, Layout, Plot};
use super::scale::{rank_scale, scale, Scale, Wish};
use super::spec::{clean, table, Datum, LineSpec, SeriesInput};
use super::style::{Look, Part, Variant};
use super::words::words;

/// With more values than this, only those that no line reaches have a dot.
const DOTS: usize = 40;
/// Radius of a dot.
const RADIUS: i32 = 33;
/// With more series than this, labels are names without values.
const VALUES: usize = 4;
/// Widest line of a name beside its line.
const NAME_WIDTH: i32 = 1_450;
/// From the end of a line to its label.
const LABEL_GAP: i32 = 110;
/// Kept free at the right of a chart without labels there.
const RIGHT: i32 = 120;

/// Draws a line chart.
///
/// A line joins two values only when no year between them is missing: what counts as missing is told
/// by the usual step of the series, so a series of every fifth year is whole and a yearly one has a
/// gap. Lines are interrupted at a change of method; projections are dashed.
#[must_use]
pub fn line(spec: &LineSpec) -> Figure {
    let mut spec = spec.clone();
    let mut left_out = 0;
    for series in &mut spec.series {
        let (points, dropped) = clean(&series.points);
        series.points = points;
        left_out += dropped;
    }
    let spec = &spec;
    let all: Vec<Datum> = spec
        .series
        .iter()
        .flat_map(|it| it.points.clone())
        .collect();
    let (marks, points, direct) = match span(&all) {
        Some(years) => marks(spec, &all, years),
        None => (no_data(spec.size, spec.lang), Vec::new(), Vec::new()),
    };
    let inputs: Vec<&SeriesInput> = spec.series.iter().collect();
    let legend = spec
        .series
        .iter()
        .enumerate()
        .map(|(index, series)| LegendEntry {
            name: series.name.clone(),
            class: class_of(series.slot),
            dashed: series.points.iter().any(|it| spec.is_projected(it.year)),
            direct: direct.get(index).copied().unwrap_or_default(),
        });
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: describe::lines(spec),
        marks,
        table: table(&inputs, spec.unit, spec.lang, &|year| {
            spec.is_projected(year)
        }),
        points,
        legend: legend.collect(),
        left_out,
        size: spec.size,
    })
}

fn class_of(slot: u8) -> String {
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

fn value_scale(spec: &LineSpec, all: &[Datum]) -> Scale {
    let low = all.iter().map(|it| it.value).fold(f64::INFINITY, f64::min);
    let high = all
        .iter()
        .map(|it| it.value)
        .fold(f64::NEG_INFINITY, f64::max);
    if spec.unit == Unit::Rank && low >= 1.0 {
        return rank_scale(high, steps(spec.size));
    }
    let wish = Wish {
        // Half of the height or more would be empty without zero, or the values span it anyway.
        zero: low <= 0.0 && high >= 0.0 || low >= 0.0 && (low < high / 2.0 || low == high),
        whole: all.iter().all(|it| it.value.trunc() == it.value),
        range: spec.range,
        steps: steps(spec.size),
    };
    scale(low, high, &wish)
}

/// The label at the end of a series: a value, a name, or both.
struct Label {
    value: Option<String>,
    name: Vec<String>,
}

impl Label {
    fn width(&self) -> i32 {
        let value = self.value.iter().map(|it| width_of(it, true));
        let name = self.name.iter().map(|it| width_of(it, false));
        value.chain(name).max().unwrap_or(0)
    }

    fn height(&self) -> i32 {
        let lines = self.name.len() + usize::from(self.value.is_some());
        i32::try_from(lines).map_or(0, |it| it * LINE)
    }

    fn draw(&self, plot: &Plot, room: Room, slot: u8, variant: Variant) {
        let mut y = room.top + LINE / 2;
        if let Some(value) = &self.value {
            let look = Look::series(Part::Value, slot, variant);
            plot.text(value, (room.left, y), HPos::Left, look);
            y += LINE;
        }
        for line in &self.name {
            let look = Look::series(Part::Name, slot, variant);
            plot.text(line, (room.left, y), HPos::Left, look);
            y += LINE;
        }
    }
}

/// The labels of several series; `None` where a series has none.
fn labels(spec: &LineSpec) -> Vec<Option<Label>> {
    let with_data = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty())
        .count();
    let label = |series: &SeriesInput| {
        let last = series.points.last()?;
        let value = (with_data <= VALUES).then(|| short(last.value, spec.unit, spec.lang));
        let lines = if with_data <= VALUES { 3 } else { 1 };
        let name = if spec.size.is_wide() && with_data > 1 {
            wrapped(&series.name, NAME_WIDTH, lines).unwrap_or_default()
        } else {
            Vec::new()
        };
        (value.is_some() || !name.is_empty()).then_some(Label { value, name })
    };
    spec.series.iter().map(label).collect()
}

/// The marks, the points, and for each series whether its name stands beside its line.
fn marks(
    spec: &LineSpec,
    all: &[Datum],
    years: (i32, i32),
) -> (String, Vec<FigurePoint>, Vec<bool>) {
    let scale = value_scale(spec, all);
    let labels = labels(spec);
    let is_single = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty())
        .count()
        == 1;
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
    let right = match gutter {
        // A lone value stands above its point.
        Some(width) if is_single => RIGHT.max(width / 2 - 40),
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
        better: spec.better,
        scale: &scale,
        inverted: spec.unit == Unit::Rank && scale.low >= 1.0,
        years,
        year_room: if years.0 == years.1 { 1.0 } else { 0.0 },
        right,
        notes: i32::from(projection.is_some()) + i32::from(break_at.is_some()),
    };
    let (frame, ticks) = layout.frame();
    let mut out = String::new();
    let plot = Plot::new(&mut out, &layout, frame);

    if let Some(from) = projection {
        zone(&plot, spec, all, from);
    }
    plot.axes(&layout, &ticks);
    if let Some(year) = break_at {
        break_line(&plot, spec, year, projection.is_some());
    }

    let mut taken = Taken::default();
    let mut points = Vec::new();
    let mut ends: Vec<Option<(At, bool)>> = Vec::new();
    // The first series lies on top.
    let mut isolated = Vec::new();
    for series in spec.series.iter().rev() {
        isolated.push(lines(&plot, spec, series, &mut taken));
    }
    for (index, series) in spec.series.iter().enumerate().rev() {
        let alone = isolated.get(spec.series.len() - 1 - index);
        let last = series.points.last().map(|it| it.year);
        for point in &series.points {
            let at = plot.at(f64::from(point.year), point.value);
            let is_alone = alone.is_some_and(|it| it.contains(&point.year));
            if all.len() <= DOTS || is_alone || Some(point.year) == last {
                let variant = variant(spec, point.year);
                plot.dot(
                    at,
                    RADIUS,
                    Look::series(Part::Dot, color(series.slot), variant),
                );
                taken.dots.push(at);
            }
        }
    }
    for (index, series) in spec.series.iter().enumerate() {
        let at = |it: &Datum| plot.at(f64::from(it.year), it.value);
        points.extend(
            series
                .points
                .iter()
                .map(|it| readout(spec, index, it, at(it))),
        );
        ends.push(
            series
                .points
                .last()
                .map(|it| (at(it), spec.is_projected(it.year))),
        );
    }

    let direct = if is_single {
        for series in &spec.series {
            value_labels(&plot, spec, series, &mut taken);
        }
        vec![false; spec.series.len()]
    } else {
        end_labels(&plot, spec, &labels, &ends, &mut taken)
    };
    drop(plot);
    (out, points, direct)
}

fn variant(spec: &LineSpec, year: i32) -> Variant {
    if spec.is_projected(year) {
        Variant::Projected
    } else {
        Variant::Plain
    }
}

fn readout(spec: &LineSpec, index: usize, point: &Datum, at: At) -> FigurePoint {
    let projected = spec.is_projected(point.year);
    let value = quantity(point.value, spec.unit, spec.lang);
    let projection = if projected {
        words(spec.lang).projected
    } else {
        ""
    };
    FigurePoint {
        series: index,
        name: spec
            .series
            .get(index)
            .map(|it| it.name.clone())
            .unwrap_or_default(),
        year: point.year,
        x: f64::from(at.0) / 10.0,
        y: f64::from(at.1) / 10.0,
        label: [&point.year.to_string(), ": ", projection, &value].concat(),
        sources: point.sources.to_vec(),
        projected,
    }
}

/// The usual distance of the years of a series: the most frequent one, and the least of these. A
/// distance seen only once is no habit; then years are expected one after the other.
fn usual_step(points: &[Datum]) -> i32 {
    let steps: Vec<i32> = points
        .windows(2)
        .filter_map(|pair| Some(pair.last()?.year - pair.first()?.year))
        .collect();
    let count = |step: i32| steps.iter().filter(|&&it| it == step).count();
    let usual = steps.iter().copied().max_by_key(|&it| (count(it), -it));
    usual.filter(|&it| count(it) > 1).unwrap_or(1)
}

/// Draws the lines of `series` and returns the years that none of them reaches.
fn lines(plot: &Plot, spec: &LineSpec, series: &SeriesInput, taken: &mut Taken) -> Vec<i32> {
    let usual = usual_step(&series.points);
    let mut alone: Vec<i32> = series.points.iter().map(|it| it.year).collect();
    let mut run: (Vec<At>, Variant) = (Vec::new(), Variant::Plain);
    let finish = |run: &mut (Vec<At>, Variant)| {
        let look = Look::series(Part::Line, color(series.slot), run.1);
        if !run.0.is_empty() {
            plot.path(std::mem::take(&mut run.0), look);
        }
    };
    for pair in series.points.windows(2) {
        let [before, after] = pair else { continue };
        let is_gap = after.year - before.year > usual;
        if is_gap || spec.is_broken_between(before.year, after.year) {
            finish(&mut run);
            continue;
        }
        let variant = variant(spec, after.year);
        let from = plot.at(f64::from(before.year), before.value);
        let to = plot.at(f64::from(after.year), after.value);
        if run.1 != variant {
            finish(&mut run);
            run.1 = variant;
        }
        if run.0.is_empty() {
            run.0.push(from);
        }
        run.0.push(to);
        taken.segments.push((from, to));
        alone.retain(|&year| year != before.year && year != after.year);
    }
    finish(&mut run);
    alone
}

/// Draws the ground behind projections, with its word.
fn zone(plot: &Plot, spec: &LineSpec, all: &[Datum], from: i32) {
    let frame = plot.frame;
    // Dashes begin at the last measured year.
    let measured = all
        .iter()
        .map(|it| it.year)
        .filter(|&year| year < from)
        .max();
    let left = measured.map_or(frame.left, |year| plot.at(f64::from(year), 0.0).0);
    let top = frame.top - LINE;
    plot.rect(Room { left, top, ..frame }, Look::of(Part::Zone));
    let word = words(spec.lang).projection;
    note(plot, word, left, top + LINE / 2);
}

/// Draws words to the right of `left`, or ending at the frame where they would leave it.
fn note(plot: &Plot, text: &str, left: i32, y: i32) {
    let look = Look::of(Part::Note);
    if left + 60 + width_of(text, false) > plot.whole.right {
        plot.text(text, (left - 60, y), HPos::Right, look);
    } else {
        plot.text(text, (left + 60, y), HPos::Left, look);
    }
}

/// Draws where the method changes, half a year before `year`.
fn break_line(plot: &Plot, spec: &LineSpec, year: i32, has_zone: bool) {
    let frame = plot.frame;
    let x = plot.at(f64::from(year) - 0.5, 0.0).0;
    let row = if has_zone { 2 } else { 1 };
    let top = frame.top - row * LINE;
    plot.path(vec![(x, top), (x, frame.bottom)], Look::of(Part::Break));
    note(plot, words(spec.lang).new_method, x, top + LINE / 2);
}

/// Draws the values of a lone series where they have room: the last, the first, then the others.
fn value_labels(plot: &Plot, spec: &LineSpec, series: &SeriesInput, taken: &mut Taken) {
    let count = series.points.len();
    let mut order: Vec<usize> = (0..count).collect();
    // Values of many points would be a thicket: the ends are enough.
    sort_by_key(
        &mut order,
        |&index| if index + 1 == count { 0 } else { index + 1 },
    );
    order.truncate(if count <= 12 { count } else { 2 });
    for index in order {
        let Some(point) = series.points.get(index) else {
            continue;
        };
        let at = |it: &Datum| plot.at(f64::from(it.year), it.value);
        let (x, y) = at(point);
        let neighbours = [index.checked_sub(1), index.checked_add(1)];
        let heights: i32 = neighbours
            .iter()
            .filter_map(|&it| Some((at(series.points.get(it?)?).1 - y).signum()))
            .sum();
        // On the side to which the line does not go.
        let sides = if heights < 0 { [1, -1] } else { [-1, 1] };
        let text = short(point.value, spec.unit, spec.lang);
        let width = width_of(&text, true);
        for side in sides {
            let room = Room::around((x, y + side * (GAP + LINE / 2)), width, LINE);
            let outer = Room {
                top: plot.frame.top - LINE,
                bottom: plot.frame.bottom,
                ..plot.whole
            };
            if taken.leaves(&room, &outer) {
                let look = Look::series(Part::Value, color(series.slot), variant(spec, point.year));
                let middle = ((room.left + room.right) / 2, (room.top + room.bottom) / 2);
                plot.text(&text, middle, HPos::Center, look);
                taken.rooms.push(room);
                break;
            }
        }
    }
}

/// Draws a label at the end of each series that has one and room for it, and says which names stand
/// there.
fn end_labels(
    plot: &Plot,
    spec: &LineSpec,
    labels: &[Option<Label>],
    ends: &[Option<(At, bool)>],
    taken: &mut Taken,
) -> Vec<bool> {
    let mut direct = vec![false; spec.series.len()];
    let mut in_plot = Vec::new();
    let mut in_gutter = Vec::new();
    let right = plot.at(f64::from(last_year(spec)), 0.0).0;
    for (index, (label, end)) in labels.iter().zip(ends).enumerate() {
        if let (Some(label), Some((at, projected))) = (label, end) {
            let variant = if *projected {
                Variant::Projected
            } else {
                Variant::Plain
            };
            let it = (index, label, *at, variant);
            if at.0 >= right {
                in_gutter.push(it);
            } else {
                in_plot.push(it);
            }
        }
    }
    let slot = |index: usize| spec.series.get(index).map_or(0, |it| color(it.slot));
    let mut placed = |index: usize, label: &Label| {
        if let Some(it) = direct.get_mut(index) {
            *it = !label.name.is_empty();
        }
    };

    let wishes: Vec<_> = in_gutter
        .iter()
        .map(|(_, label, at, _)| (at.1, label.height()))
        .collect();
    let middles = spread(&wishes, plot.frame.top - LINE, plot.frame.bottom + LINE / 2);
    for ((index, label, at, variant), middle) in in_gutter.into_iter().zip(middles) {
        let Some(middle) = middle else { continue };
        let left = at.0 + LABEL_GAP;
        let room = Room::around(
            (left + label.width() / 2, middle),
            label.width(),
            label.height(),
        );
        if (middle - at.1).abs() > LINE / 4 {
            let lead = vec![(at.0 + 45, at.1), (left - 15, middle)];
            plot.path(lead, Look::series(Part::Lead, slot(index), Variant::Plain));
        }
        label.draw(plot, room, slot(index), variant);
        taken.rooms.push(room);
        placed(index, label);
    }

    for (index, label, at, variant) in in_plot {
        let (width, height) = (label.width(), label.height());
        let beside = at.0 + GAP + width / 2;
        let away = GAP + height / 2;
        let places = [
            (beside, at.1),
            (at.0, at.1 - away),
            (at.0, at.1 + away),
            (beside, at.1 - away / 2),
            (beside, at.1 + away / 2),
        ];
        let outer = Room {
            top: plot.frame.top - LINE,
            bottom: plot.frame.bottom,
            ..plot.whole
        };
        let rooms = places.map(|center| Room::around(center, width, height));
        if let Some(room) = rooms.into_iter().find(|room| taken.leaves(room, &outer)) {
            label.draw(plot, room, slot(index), variant);
            taken.rooms.push(room);
            placed(index, label);
        }
    }
    direct
}

fn last_year(spec: &LineSpec) -> i32 {
    let years = spec
        .series
        .iter()
        .filter_map(|it| Some(it.points.last()?.year));
    years.max().unwrap_or(0)
}
