//! Annotations: the words inside a line chart, put where they cover nothing.

use plotters::style::text_anchor::HPos;

use super::labels::{spread, width_of, wrapped, At, Room, Taken, GAP, LINE};
use super::line::{color, variant};
use super::plot::{short, Plot};
use super::spec::{Datum, LineSpec, SeriesInput};
use super::style::{Look, Part, Variant};
use super::words::words;

/// With more series than this, labels are names without values.
const VALUES: usize = 4;
/// Of a lone series with more points than this, only the ends have their values.
pub(super) const VALUES_OF_ONE: usize = 12;
/// Widest line of a name beside its line.
const NAME_WIDTH: i32 = 1_450;
/// From the end of a line to its label.
pub(super) const LABEL_GAP: i32 = 110;

/// The label at the end of a series: a value, a name, or both.
pub(super) struct Label {
    value: Option<String>,
    name: Vec<String>,
}

impl Label {
    /// Width of its widest line.
    pub fn width(&self) -> i32 {
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
pub(super) fn labels(spec: &LineSpec) -> Vec<Option<Label>> {
    let with_data = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty() && !spec.is_behind(it))
        .count();
    let is_one_of_many = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty())
        .count()
        > 1;
    let label = |series: &SeriesInput| {
        let last = series.points.last().filter(|_| !spec.is_behind(series))?;
        let value = (with_data <= VALUES).then(|| short(last.value, spec.unit, spec.lang));
        let lines = if with_data <= VALUES { 3 } else { 1 };
        let name = if spec.size.is_wide() && is_one_of_many {
            wrapped(&series.name, NAME_WIDTH, lines).unwrap_or_default()
        } else {
            Vec::new()
        };
        (value.is_some() || !name.is_empty()).then_some(Label { value, name })
    };
    spec.series.iter().map(label).collect()
}

/// Width of the widest label that `series` may have, chosen or not: kept free for each of them, the
/// plot stays where it is when others are chosen.
pub(super) fn label_room(spec: &LineSpec, series: &SeriesInput) -> i32 {
    let value = |it: &Datum| width_of(&short(it.value, spec.unit, spec.lang), true);
    let value = series.points.last().map_or(0, value);
    if spec.size.is_wide() {
        value.max(width_of(&series.name, false).min(NAME_WIDTH))
    } else {
        value
    }
}

/// Where labels may stand: between the words above the plot and its foot.
fn open_room(plot: &Plot) -> Room {
    Room {
        left: plot.frame.left + 40,
        top: plot.frame.top - LINE,
        right: plot.whole.right,
        bottom: plot.frame.bottom,
    }
}

/// Draws the ground behind projections, with its word.
pub(super) fn zone(plot: &Plot, spec: &LineSpec, all: &[Datum], from: i32, taken: &mut Taken) {
    let frame = plot.frame;
    // Dashes begin at the last measured year.
    let measured = all.iter().map(|it| it.year).filter(|&it| it < from).max();
    let left = measured.map_or(frame.left, |year| plot.at(f64::from(year), 0.0).0);
    let top = frame.top - LINE;
    plot.rect(Room { left, top, ..frame }, Look::of(Part::Zone));
    remark(
        plot,
        words(spec.lang).projection(),
        left,
        top + LINE / 2,
        taken,
    );
}

/// Draws where the method changes, half a year before `year`.
pub(super) fn break_line(
    plot: &Plot,
    spec: &LineSpec,
    year: i32,
    has_zone: bool,
    taken: &mut Taken,
) {
    let frame = plot.frame;
    let x = plot.at(f64::from(year) - 0.5, 0.0).0;
    let row = if has_zone { 2 } else { 1 };
    let top = frame.top - row * LINE;
    plot.path(&[(x, top), (x, frame.bottom)], Look::of(Part::Break));
    taken.segments.push(((x, top), (x, frame.bottom)));
    remark(
        plot,
        words(spec.lang).new_method(),
        x,
        top + LINE / 2,
        taken,
    );
}

/// Draws words to the right of `x`, or to the left of it where they would leave the drawing.
fn remark(plot: &Plot, text: &str, x: i32, y: i32, taken: &mut Taken) {
    let look = Look::of(Part::Remark);
    let width = width_of(text, false);
    let (from, anchor, middle) = if x + 60 + width > plot.whole.right {
        (x - 60, HPos::Right, x - 60 - width / 2)
    } else {
        (x + 60, HPos::Left, x + 60 + width / 2)
    };
    plot.text(text, (from, y), anchor, look);
    taken.rooms.push(Room::around((middle, y), width, LINE));
}

/// Draws the values of a lone series where they have room: the last, the first, then the others.
pub(super) fn value_labels(plot: &Plot, spec: &LineSpec, series: &SeriesInput, taken: &mut Taken) {
    let count = series.points.len();
    // Values of many points would be a thicket: the ends are enough.
    let shown = if count <= VALUES_OF_ONE { count } else { 2 };
    let order = (0..count).cycle().skip(count.saturating_sub(1)).take(shown);
    let outer = open_room(plot);
    for index in order {
        let Some(point) = series.points.get(index) else {
            continue;
        };
        let at = |it: &Datum| plot.at(f64::from(it.year), it.value);
        let (x, y) = at(point);
        let neighbours = [index.checked_sub(1), index.checked_add(1)];
        let slope: i32 = neighbours
            .iter()
            .filter_map(|&it| Some((at(series.points.get(it?)?).1 - y).signum()))
            .sum();
        // On the side to which the line does not go.
        let side = if slope < 0 { 1 } else { -1 };
        let text = short(point.value, spec.unit, spec.lang);
        let width = width_of(&text, true);
        let away = GAP + LINE / 2;
        // A label of the first or last point may not be in the middle of it.
        // Where it is wider than the room, it begins at the edge; `clamp` would panic.
        let (low, high) = (outer.left + width / 2, outer.right - width / 2);
        let middle = x.min(high).max(low);
        let mut places = vec![(middle, y + side * away), (middle, y - side * away)];
        if index + 1 == count {
            places.insert(0, (x + LABEL_GAP + width / 2, y));
        }
        let rooms = places.into_iter().map(|it| Room::around(it, width, LINE));
        let free = rooms.into_iter().find(|room| taken.leaves(room, &outer));
        if let Some(room) = free {
            let look = Look::series(Part::Value, color(series.slot), variant(spec, point.year));
            plot.text(&text, room.center(), HPos::Center, look);
            taken.rooms.push(room);
        }
    }
}

/// Draws a label at the end of each series that has one and room for it, and says which names stand
/// there. `right` is where the last year is; beside it is room for labels alone.
pub(super) fn end_labels(
    plot: &Plot,
    spec: &LineSpec,
    labels: &[Option<Label>],
    ends: &[Option<(At, bool)>],
    right: i32,
    taken: &mut Taken,
) -> Vec<bool> {
    let mut direct = vec![false; spec.series.len()];
    let (mut beside, mut inside) = (Vec::new(), Vec::new());
    for (index, (label, end)) in labels.iter().zip(ends).enumerate() {
        if let (Some(label), Some((at, projected))) = (label, end) {
            let variant = if *projected {
                Variant::Projected
            } else {
                Variant::Plain
            };
            let slot = spec.series.get(index).map_or(0, |it| color(it.slot));
            let group = if at.0 == right {
                &mut beside
            } else {
                &mut inside
            };
            group.push((index, label, *at, slot, variant));
        }
    }
    let mut put = |index: usize, label: &Label| {
        if let Some(it) = direct.get_mut(index) {
            *it = !label.name.is_empty();
        }
    };

    let wishes: Vec<_> = beside
        .iter()
        .map(|(_, label, at, ..)| (at.1, label.height()))
        .collect();
    let outer = open_room(plot);
    let middles = spread(&wishes, outer.top, outer.bottom + LINE / 2);
    for ((index, label, at, slot, variant), middle) in beside.into_iter().zip(middles) {
        let Some(middle) = middle else { continue };
        let left = at.0 + LABEL_GAP;
        let center = (left + label.width() / 2, middle);
        let room = Room::around(center, label.width(), label.height());
        // A label that had to move is led back to its line.
        if (middle - at.1).abs() > LINE / 4 {
            let leader = vec![(at.0 + 45, at.1), (left - 15, middle)];
            plot.path(&leader, Look::series(Part::Leader, slot, Variant::Plain));
        }
        label.draw(plot, room, slot, variant);
        taken.rooms.push(room);
        put(index, label);
    }

    let mut said: Vec<(At, &Option<String>)> = Vec::new();
    for (index, label, at, slot, variant) in inside {
        // Of series that end in one point, one says its value.
        if label.name.is_empty() && said.contains(&(at, &label.value)) {
            continue;
        }
        said.push((at, &label.value));
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
        let mut rooms = places.into_iter().map(|it| Room::around(it, width, height));
        if let Some(room) = rooms.find(|room| taken.leaves(room, &outer)) {
            label.draw(plot, room, slot, variant);
            taken.rooms.push(room);
            put(index, label);
        }
    }
    direct
}
