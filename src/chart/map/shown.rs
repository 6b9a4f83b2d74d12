//! What a map shows: the values of one year by place, in order, with sentence, table and points.

use crate::chart::describe::push_break;
use crate::chart::figure::{
    Aim, Cell, Figure, FigurePoint, LegendEntry, Parts, Row, Table, Values,
};
use crate::chart::labels::At;
use crate::chart::spec::clean;
use crate::chart::{Datum, Size};
use crate::geo::sheet;
use crate::i18n::{list, number, quantity, unit_label};
use crate::model::cut_map::MapLands;
use crate::model::{Lang, Unit};
use crate::order::sort_by;

use super::view::whole;
use super::words::words;

/// Height of the legend under a map, in units.
pub(super) const LEGEND: u32 = 54;
/// Up to this many places are named as ends of the range, or as lacking a value.
const NAMED: usize = 4;

/// The values of one place as one set of sources states them.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSeries<'a> {
    /// ISO 3166-1 alpha-3 code of a member state, or slug of a city. Series of one place follow each
    /// other in the order of trust: the map shows the first that has a value.
    pub place: &'a str,
    /// Name of the place, in the language of the figure; member states have names of their own.
    pub place_name: &'a str,
    /// What tells this series from the others of its place; may be empty.
    pub name: &'a str,
    /// Degrees north; only [`points`](super::points) asks.
    pub lat: f64,
    /// Degrees east; only [`points`](super::points) asks.
    pub lon: f64,
    /// Values of all years. A place without any is shown as having none.
    pub points: Vec<Datum<'a>>,
}

/// What the figure of a map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFigureSpec<'a> {
    /// Start of every id in the SVG; unique in the page.
    pub id: &'a str,
    /// What the map shows.
    pub heading: &'a str,
    /// Unit of all values.
    pub unit: Unit,
    /// Values by place.
    pub series: Vec<MapSeries<'a>>,
    /// The calendar year whose values are shown. Values of other years are never drawn; they only
    /// make the classes the same for all years.
    pub year: i32,
    /// First year whose values are projections.
    pub projection_from: Option<i32>,
    /// Year from which the method differs.
    pub break_before: Option<i32>,
    /// Lowest and highest possible value.
    pub range: Option<(f64, f64)>,
    /// Lands, coarse.
    pub lands: &'a MapLands,
    /// Language of all words.
    pub lang: Lang,
    /// Size of the drawing: [`figure_size`] of a chart's size.
    pub size: Size,
}

impl MapFigureSpec<'_> {
    /// Whether the year is one of projections.
    pub(super) fn is_projected(&self) -> bool {
        self.projection_from.is_some_and(|from| self.year >= from)
    }

    /// Size of the map above the legend.
    pub(super) fn map_size(&self) -> Size {
        Size {
            height: self.size.height.saturating_sub(LEGEND).max(1),
            ..self.size
        }
    }
}

/// The size of a map as wide as a chart of `size`: the whole sheet with its legend.
#[must_use]
pub fn figure_size(size: Size) -> Size {
    let map = map_size(size.width);
    Size {
        height: map.height + LEGEND,
        ..map
    }
}

/// The size of a map of `width` units that the whole sheet fills.
#[must_use]
pub fn map_size(width: u32) -> Size {
    let height = whole(f64::from(width) * sheet::HEIGHT / sheet::WIDTH);
    Size {
        width,
        height: u32::try_from(height).unwrap_or(0),
    }
}

/// A value as a source states it.
#[derive(Clone, Debug)]
pub(super) struct Stated<'a> {
    pub value: f64,
    /// Name of the series.
    pub name: &'a str,
    pub sources: &'a [String],
}

/// A place with its values of the year.
#[derive(Clone, Debug)]
pub(super) struct Shown<'a> {
    pub place: &'a str,
    pub name: &'a str,
    pub lat: f64,
    pub lon: f64,
    /// The first is drawn; empty where none is known.
    pub values: Vec<Stated<'a>>,
}

impl Shown<'_> {
    /// The value that is drawn.
    pub fn value(&self) -> Option<f64> {
        self.values.first().map(|it| it.value)
    }

    fn differs(&self) -> bool {
        let first = self.value();
        self.values.iter().any(|it| Some(it.value) != first)
    }
}

/// Everything that a map shows.
pub(super) struct Year<'a> {
    /// Places, the greatest value or the first rank first, then those without any in the order of the
    /// spec.
    pub places: Vec<Shown<'a>>,
    /// Values of all years.
    pub all: Vec<f64>,
    /// How many values may not be shown.
    pub left_out: usize,
}

/// The places and values of a spec, where `extra` are places that have no series.
pub(super) fn year<'a>(spec: &MapFigureSpec<'a>, extra: &[(&'a str, &'a str)]) -> Year<'a> {
    let mut year = Year {
        places: Vec::new(),
        all: Vec::new(),
        left_out: 0,
    };
    for series in &spec.series {
        let mut points = series.points.clone();
        year.left_out += clean(&mut points);
        year.all.extend(points.iter().map(|it| it.value));
        let stated = points.iter().find(|it| it.year == spec.year);
        let stated = stated.map(|it| Stated {
            value: it.value,
            name: series.name,
            sources: it.sources,
        });
        match year.places.iter_mut().find(|it| it.place == series.place) {
            Some(shown) => shown.values.extend(stated),
            None => year.places.push(Shown {
                place: series.place,
                name: series.place_name,
                lat: series.lat,
                lon: series.lon,
                values: stated.into_iter().collect(),
            }),
        }
    }
    for &(place, name) in extra {
        if !year.places.iter().any(|it| it.place == place) {
            year.places.push(Shown {
                place,
                name,
                lat: 0.0,
                lon: 0.0,
                values: Vec::new(),
            });
        }
    }
    let sign = if spec.unit == Unit::Rank { -1.0 } else { 1.0 };
    let rank = |it: &Shown| it.value().map_or(f64::NEG_INFINITY, |it| sign * it);
    sort_by(&mut year.places, |one, two| rank(two).total_cmp(&rank(one)));
    year
}

/// The words for one place and for several.
pub(super) type Counted = (&'static str, &'static str);

/// The whole figure: marks and legend drawn already, each place with a value at its position in `at`.
pub(super) fn figure(
    spec: &MapFigureSpec,
    year: &Year,
    marks: &str,
    at: &[At],
    counted: Counted,
    legend: Vec<LegendEntry>,
) -> Figure {
    let points = year
        .places
        .iter()
        .zip(at)
        .filter(|(it, _)| !it.values.is_empty());
    Figure::new(Parts {
        id: spec.id,
        heading: spec.heading,
        description: sentence(spec, year, counted),
        ground: String::new(),
        marks: marks.to_owned(),
        values: Values::Told(
            table(spec, year),
            points.map(|(it, at)| point(spec, it, *at)).collect(),
        ),
        legend,
        left_out: year.left_out,
        size: spec.size,
        aim: Aim::Places,
        derived: false,
    })
}

/// A place for the readout: "2023: 7.89% (regency records); 14.4% (national survey)".
fn point(spec: &MapFigureSpec, shown: &Shown, at: At) -> FigurePoint {
    let mut sources: Vec<String> = Vec::new();
    for key in shown.values.iter().flat_map(|it| it.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    let mut label = spec.year.to_string();
    label.push_str(": ");
    push_values(&mut label, spec, shown, "; ");
    FigurePoint {
        series: 0,
        name: shown.name.to_owned(),
        year: spec.year,
        x: f64::from(at.0) / 10.0,
        y: f64::from(at.1) / 10.0,
        label,
        sources,
        projected: spec.is_projected(),
    }
}

/// Values of a place; what states them only where that differs.
fn push_values(text: &mut String, spec: &MapFigureSpec, shown: &Shown, between: &str) {
    let all = if shown.differs() {
        shown.values.len()
    } else {
        1
    };
    for (index, it) in shown.values.iter().take(all).enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(&quantity(it.value, spec.unit, spec.lang));
        if all > 1 && !it.name.is_empty() {
            text.push_str(" (");
            text.push_str(it.name);
            text.push(')');
        }
    }
}

/// A row for each place, or one for each source where a place has several values.
fn table(spec: &MapFigureSpec, year: &Year) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for shown in &year.places {
        for it in &shown.values {
            let mut head = shown.name.to_owned();
            if shown.values.len() > 1 && !it.name.is_empty() {
                head.push_str(" – ");
                head.push_str(it.name);
            }
            let cell = Cell {
                text: number(it.value, spec.lang),
                sources: it.sources.to_vec(),
                projected: spec.is_projected(),
            };
            rows.push(Row {
                head,
                cells: vec![cell],
            });
        }
        if shown.values.is_empty() {
            rows.push(Row {
                head: shown.name.to_owned(),
                cells: vec![Cell::default()],
            });
        }
    }
    Table {
        unit: unit_label(spec.unit, spec.lang).to_owned(),
        headers: vec![words(spec.lang).place().to_owned(), spec.year.to_string()],
        rows,
    }
}

/// "2023, 10 states: from 0.609 (Myanmar) to 0.946 (Singapore). No data: Laos."
fn sentence(spec: &MapFigureSpec, year: &Year, (one, many): Counted) -> String {
    let words = words(spec.lang);
    let known: Vec<&Shown> = year
        .places
        .iter()
        .filter(|it| !it.values.is_empty())
        .collect();
    let mut text = spec.year.to_string();
    if spec.is_projected() {
        text.push_str(words.projected());
    }
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        text.push_str(": ");
        text.push_str(words.no_data());
        text.push('.');
        return text;
    };
    text.push_str(", ");
    text.push_str(&known.len().to_string());
    text.push_str(if known.len() == 1 { one } else { many });
    text.push_str(": ");
    let (low, high) = if spec.unit == Unit::Rank {
        (first, last)
    } else {
        (last, first)
    };
    let is_range = high.value() != low.value();
    for (end, before) in [(low, words.from()), (high, words.to())] {
        if is_range {
            text.push_str(before);
        } else if before == words.to() {
            continue;
        }
        let same: Vec<&str> = known
            .iter()
            .filter(|it| it.value() == end.value())
            .map(|it| it.name)
            .collect();
        text.push_str(&quantity(end.value().unwrap_or(0.0), spec.unit, spec.lang));
        text.push_str(" (");
        push_names(&mut text, &same, many, spec.lang);
        text.push(')');
    }
    text.push('.');
    let unknown: Vec<&str> = year
        .places
        .iter()
        .filter(|it| it.values.is_empty())
        .map(|it| it.name)
        .collect();
    if !unknown.is_empty() {
        text.push(' ');
        text.push_str(words.no_data());
        text.push_str(": ");
        push_names(&mut text, &unknown, many, spec.lang);
        text.push('.');
    }
    for shown in known.iter().filter(|it| it.differs()) {
        text.push_str(words.differ_before());
        text.push_str(shown.name);
        text.push_str(words.differ_after());
        push_values(&mut text, spec, shown, words.and());
        text.push('.');
    }
    if let Some(year) = spec.break_before {
        push_break(&mut text, year, spec.lang);
    }
    text
}

/// Names as a list; of more than a few only how many.
fn push_names(text: &mut String, names: &[&str], many: &str, lang: Lang) {
    if names.len() <= NAMED {
        text.push_str(&list(names, lang));
    } else {
        text.push_str(&names.len().to_string());
        text.push_str(many);
    }
}
