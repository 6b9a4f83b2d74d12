//! Small multiples: a panel for each place with its line, all on one scale or each on its own.

use plotters::style::text_anchor::HPos;

use crate::i18n::{number, tick_on};
use crate::model::Unit;

use super::describe;
use super::figure::{Aim, Figure, LegendEntry, Parts, Size, Values};
use super::labels::{width_of, At, Room, LINE};
use super::line::{class_of, color, linear_scale, record, variant};
use super::places::PlacesSpec;
use super::plot::{no_data, short, tenths, Field, Plot};
use super::record::Record;
use super::rows::fitted;
use super::runs::lines;
use super::scale::Scale;
use super::spec::{clean, Datum, LineSpec, SeriesInput};
use super::style::{Look, Part, Variant};
use super::words::words;

/// Height of a panel with the room below it.
const HEIGHT: i32 = 1_240;
/// From the top of a panel to its plot: the name, and the last value.
const HEAD: i32 = 400;
/// From the foot of the plot to that of the panel: the years, and room.
const FOOT: i32 = 280;
/// Least width of a panel.
const LEAST: u32 = 150;
/// Between panels.
const GAP: i32 = 80;
/// Above the first row of panels: the unit.
const TOP: i32 = 220;
/// Radius of the dot of the last measured value.
const RADIUS: i32 = 30;

/// The small multiples of `spec`: one panel for each place, in the order of the spec, one to four
/// beside each other, each with the name, the last measured value and its year. All panels share the
/// years; they share the scale as well unless `own_scale`, which the description then says.
///
/// In each panel the ground behind projections is shaded, and a line stands where the method changes;
/// a key above the panels says what they are.
#[must_use]
pub fn small_multiples(spec: &PlacesSpec, own_scale: bool) -> Figure {
    let mut lines = spec.lines();
    let mut left_out = 0;
    for series in &mut lines.series {
        left_out += clean(&mut series.points);
        if series.slot == 0 {
            // Alone in its panel, no line is behind another.
            series.slot = u8::MAX;
        }
    }
    let all: Vec<Datum> = lines
        .series
        .iter()
        .flat_map(|it| it.points.clone())
        .collect();
    let years = || all.iter().map(|it| it.year);
    let years = years().min().zip(years().max());
    let columns = (spec.size.width / LEAST).clamp(1, 4);
    let count = u32::try_from(lines.series.len()).unwrap_or(0);
    let rows = count.div_ceil(columns);
    let notes = years.map_or_else(Notes::default, |it| Notes::of(&lines, it));
    let grid = Grid {
        columns: i32::try_from(columns).unwrap_or(1),
        width: tenths(spec.size.width) / i32::try_from(columns).unwrap_or(1),
        top: TOP + if notes.is_any() { LINE } else { 0 },
    };
    let height = grid.top + HEIGHT * i32::try_from(rows).unwrap_or(0);
    let size = Size {
        width: spec.size.width,
        height: u32::try_from(height).unwrap_or(0) / 10,
    };
    let mut record = record(&lines);
    let (marks, size) = match years {
        Some(years) => {
            let shared = (!own_scale).then(|| linear_scale(&lines, &all, 2));
            let sheet = (&grid, size, notes);
            let marks = marks(&lines, sheet, years, shared.as_ref(), &mut record);
            (marks, size)
        }
        None => (no_data(spec.size, spec.lang), spec.size),
    };
    let mut description = describe::lines(&lines);
    if own_scale && years.is_some() {
        description.push_str(words(spec.lang).own_scales());
    }
    description.push_str(spec.note());
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description,
        ground: String::new(),
        marks,
        values: Values::Record(record),
        legend: lines
            .series
            .iter()
            .map(|it| LegendEntry {
                name: it.full_name(),
                class: class_of(it.slot),
                dashed: it.points.iter().any(|it| spec.is_projected(it.year)),
                shape: None,
                direct: true,
            })
            .collect(),
        left_out,
        size,
        aim: Aim::Panels {
            columns: grid.columns,
            width: grid.width,
            height: HEIGHT,
            top: grid.top,
        },
        derived: false,
    })
}

/// How panels stand.
struct Grid {
    columns: i32,
    width: i32,
    /// Where the first row begins.
    top: i32,
}

/// What every panel marks.
#[derive(Clone, Copy, Default)]
struct Notes {
    /// Whether any value is a projection.
    projection: bool,
    /// First year of the new method.
    new_method: Option<i32>,
}

impl Notes {
    /// The notes of `spec`, whose values are of these years.
    fn of(spec: &LineSpec, years: (i32, i32)) -> Self {
        Self {
            projection: spec.is_projected(years.1),
            new_method: spec
                .break_before
                .filter(|_| spec.is_broken_between(years.0, years.1)),
        }
    }

    fn is_any(self) -> bool {
        self.projection || self.new_method.is_some()
    }

    /// Draws the ground and the line behind the values of a panel, whose last measured value is of the
    /// year `measured`, if it has any: there its dashes begin.
    fn draw(self, plot: &Plot, frame: Room, measured: Option<i32>) {
        if self.projection {
            let left = measured.map_or(frame.left, |year| plot.at(f64::from(year), 0.0).0);
            plot.rect(Room { left, ..frame }, Look::of(Part::Zone));
        }
        if let Some(year) = self.new_method {
            let x = plot.at(f64::from(year) - 0.5, 0.0).0;
            let line = [(x, frame.top), (x, frame.bottom)];
            plot.path(&line, Look::of(Part::Break));
        }
    }

    /// Says below the unit what the marks are, each beside a sample.
    fn key(self, plot: &Plot, spec: &LineSpec) {
        let words = words(spec.lang);
        let y = 80 + LINE;
        let (top, bottom) = (y - 60, y + 60);
        let mut x = 0;
        let mut say = |text: &str, width: i32| {
            let at = (x + width + 60, y);
            plot.text(text, at, HPos::Left, Look::of(Part::Remark));
            let here = x;
            x = at.0 + width_of(text, false) + 160;
            here
        };
        if self.projection {
            let left = say(words.projection(), 200);
            let sample = Room {
                left,
                top,
                right: left + 200,
                bottom,
            };
            plot.rect(sample, Look::of(Part::Zone));
        }
        if self.new_method.is_some() {
            let x = say(words.new_method(), 40) + 20;
            plot.path(&[(x, top), (x, bottom)], Look::of(Part::Break));
        }
    }
}

impl Grid {
    /// The room of a panel, without that between panels.
    fn room(&self, index: usize) -> Room {
        let index = i32::try_from(index).unwrap_or(0);
        let left = index % self.columns * self.width;
        let top = self.top + index / self.columns * HEIGHT;
        let is_last = index % self.columns + 1 == self.columns;
        Room {
            left,
            top,
            right: left + self.width - if is_last { 0 } else { GAP },
            bottom: top + HEIGHT,
        }
    }
}

fn marks(
    spec: &LineSpec,
    (grid, size, notes): (&Grid, Size, Notes),
    years: (i32, i32),
    shared: Option<&Scale>,
    record: &mut Record,
) -> String {
    let mut out = String::new();
    let whole = grid.room(0);
    let field = Field {
        years: (0.0, 1.0),
        values: (0.0, 1.0),
        columns: (0, 1),
        rows: (0, 1),
        log: false,
    };
    let mut plot = Plot::sheet(&mut out, size, whole, &field);
    plot.head(&spec.unit_words(), spec.better, spec.lang);
    notes.key(&plot, spec);
    for (index, series) in spec.series.iter().enumerate() {
        let room = grid.room(index);
        let name = fitted(&series.name, room.right - room.left);
        let at = (room.left, room.top + LINE / 2);
        let look = Look::series(Part::Place, color(series.slot), Variant::Plain);
        plot.text(&name, at, HPos::Left, look);
        if series.points.is_empty() {
            let at = (room.left, at.1 + LINE);
            let look = Look::of(Part::Remark);
            plot.text(words(spec.lang).no_data(), at, HPos::Left, look);
            continue;
        }
        let own = || linear_scale(spec, &series.points, 2);
        let scale = shared.cloned().unwrap_or_else(own);
        let places = panel(&mut plot, spec, series, (room, notes), years, &scale);
        for (point, at) in series.points.iter().zip(places) {
            record.push(index, point, at);
        }
    }
    drop(plot);
    out
}

/// Draws a panel and returns where its values stand.
fn panel(
    plot: &mut Plot,
    spec: &LineSpec,
    series: &SeriesInput,
    (room, notes): (Room, Notes),
    years: (i32, i32),
    scale: &Scale,
) -> Vec<At> {
    let largest = scale.low.abs().max(scale.high.abs());
    let labels: Vec<String> = scale
        .ticks
        .iter()
        .map(|&it| match spec.unit {
            Unit::Rank => number(it, spec.lang),
            _ => tick_on(it, largest, spec.lang),
        })
        .collect();
    let widest = labels.iter().map(|it| width_of(it, false)).max();
    let frame = Room {
        left: room.left + widest.unwrap_or(0) + 60,
        top: room.top + HEAD,
        right: room.right - 110,
        bottom: room.bottom - FOOT,
    };
    let inverted = spec.unit == Unit::Rank && scale.low >= 1.0;
    plot.turn_to(&Field {
        // A single year stands in the middle.
        years: if years.0 == years.1 {
            (f64::from(years.0) - 1.0, f64::from(years.1) + 1.0)
        } else {
            (f64::from(years.0), f64::from(years.1))
        },
        values: (scale.low, scale.high),
        columns: (frame.left + 30, frame.right - 30),
        rows: if inverted {
            (frame.top, frame.bottom)
        } else {
            (frame.bottom, frame.top)
        },
        log: false,
    });
    let measured = series.points.iter().rfind(|it| !spec.is_projected(it.year));
    notes.draw(plot, frame, measured.map(|it| it.year));
    for (&value, text) in scale.ticks.iter().zip(&labels) {
        let y = plot.at(0.0, value).1;
        let part = if value == 0.0 { Part::Axis } else { Part::Grid };
        let line = vec![(frame.left, y), (frame.right, y)];
        plot.path(&line, Look::of(part));
        plot.text(
            text,
            (frame.left - 50, y),
            HPos::Right,
            Look::of(Part::Label),
        );
    }
    let y = frame.bottom + 130;
    let label = Look::of(Part::Label);
    for year in [years.0, years.1] {
        let at = (plot.at(f64::from(year), 0.0).0, y);
        plot.text(&year.to_string(), at, HPos::Center, label);
        if years.0 == years.1 {
            break;
        }
    }

    let place = |it: &Datum| plot.at(f64::from(it.year), it.value);
    let places: Vec<At> = series.points.iter().map(place).collect();
    let alone = lines(plot, spec, series, &places, Part::Line, None);
    let last = measured.or(series.points.last());
    for (point, &at) in series.points.iter().zip(&places) {
        if alone.contains(&point.year) || Some(point) == last {
            let look = Look::series(Part::Dot, color(series.slot), variant(spec, point.year));
            plot.dot(at, RADIUS, look);
        }
    }
    let Some(last) = last else {
        return places;
    };
    let at = (room.left, room.top + LINE / 2 + LINE);
    // One text, so that the year keeps its distance in every font.
    let mut text = short(last.value, spec.unit, spec.lang);
    text.push_str(" (");
    text.push_str(&last.year.to_string());
    text.push(')');
    let look = Look::series(Part::Value, color(series.slot), variant(spec, last.year));
    plot.text(&text, at, HPos::Left, look);
    places
}
