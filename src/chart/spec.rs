//! A spec: what a chart is to show, before anything is laid out.

use crate::model::{Better, Lang, Unit};
use crate::order::sort_by_key;

use super::figure::{Cell, Size};
use super::words::words;
use crate::i18n::{number, unit_label};

/// A value of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Datum<'a> {
    /// Calendar year.
    pub year: i32,
    /// Value in the unit of the chart, with the digits that were published.
    pub value: f64,
    /// Keys of its sources. A value without any is not shown.
    pub sources: &'a [String],
}

/// A series of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesInput<'a> {
    /// Name, in the language of the chart.
    pub name: String,
    /// What follows the name where there is room, in the table and the readout: the area that the
    /// values describe where it is not the place itself. Empty when there is nothing to add.
    pub detail: String,
    /// Which colour of the palette: 1 to 8; every other number is the one grey for the rest. Series
    /// with 0 stand behind those that have a colour, if any has: thin and without a label.
    pub slot: u8,
    /// What the series is about. Two series with the same subject state the same quantity, so that
    /// different values for one year are a disagreement of their sources.
    pub subject: usize,
    /// Values.
    pub points: Vec<Datum<'a>>,
}

impl SeriesInput<'_> {
    /// Name and detail: "Sumedang – Jawa Barat".
    pub(super) fn full_name(&self) -> String {
        if self.detail.is_empty() {
            self.name.clone()
        } else {
            [self.name.as_str(), " – ", &self.detail].concat()
        }
    }
}

/// How the values of an axis follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisScale {
    /// Equal differences are equal lengths.
    #[default]
    Linear,
    /// Equal ratios are equal lengths. Drawn linear where a value is not above zero.
    Log,
}

/// What a line chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSpec<'a> {
    /// Start of every id in the SVG; unique in the page.
    pub id: &'a str,
    /// What the chart shows.
    pub heading: &'a str,
    /// The place that all series are about, for the description; empty when they differ.
    pub about: &'a str,
    /// Unit of all values.
    pub unit: Unit,
    /// Which direction is an improvement.
    pub better: Option<Better>,
    /// Series, each one line.
    pub series: Vec<SeriesInput<'a>>,
    /// First year whose values are projections.
    pub projection_from: Option<i32>,
    /// Year from which the method differs.
    pub break_before: Option<i32>,
    /// Lowest and highest possible value.
    pub range: Option<(f64, f64)>,
    /// How the values of the axis follow each other.
    pub scale: AxisScale,
    /// The year whose value is 100 in every series, when the values were so computed.
    pub relative_to: Option<i32>,
    /// Language of all words.
    pub lang: Lang,
    /// Size of the drawing.
    pub size: Size,
}

impl LineSpec<'_> {
    /// The words at the head of the value axis: the unit, or "2000 = 100" for computed values.
    pub(super) fn unit_words(&self) -> String {
        match self.relative_to {
            Some(year) => [&year.to_string(), " = 100, ", words(self.lang).computed()].concat(),
            None => unit_label(self.unit, self.lang).to_owned(),
        }
    }

    /// Whether a series is one of those behind the ones that have a colour.
    pub(super) fn is_behind(&self, series: &SeriesInput) -> bool {
        series.slot == 0 && self.series.iter().any(|it| (1..=8).contains(&it.slot))
    }

    /// Whether a value of `year` is a projection.
    pub(super) fn is_projected(&self, year: i32) -> bool {
        self.projection_from.is_some_and(|from| year >= from)
    }

    /// Whether the method changed between two years.
    pub(super) fn is_broken_between(&self, before: i32, after: i32) -> bool {
        self.break_before
            .is_some_and(|from| before < from && from <= after)
    }
}

/// How much of a bar is filled; a status is never told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// All of it.
    #[default]
    Full,
    /// Half of it: under way.
    Half,
    /// Nothing but the outline: planned.
    Hollow,
    /// A dashed outline: not known.
    Dashed,
}

/// A series of a bar chart.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSeries<'a> {
    /// Name, colour and values.
    pub input: SeriesInput<'a>,
    /// How its bars are filled.
    pub fill: Fill,
}

/// What a bar chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSpec<'a> {
    /// Start of every id in the SVG; unique in the page.
    pub id: &'a str,
    /// What the chart shows.
    pub heading: &'a str,
    /// Unit of all values.
    pub unit: Unit,
    /// Series, from the foot of a stack to its top, or from left to right in a group.
    pub series: Vec<BarSeries<'a>>,
    /// Whether the bars of a year stand on each other, as parts of a whole.
    pub stacked: bool,
    /// Language of all words.
    pub lang: Lang,
    /// Size of the drawing.
    pub size: Size,
}

/// Puts `points` in order of year, drops those that may not be shown, and counts these.
pub(super) fn clean(points: &mut Vec<Datum>) -> usize {
    let given = points.len();
    // Beyond this, digits are lost and years do not fit a calendar.
    points.retain(|it| {
        it.value.abs() <= 9e15 && !it.sources.is_empty() && (-9999..=9999).contains(&it.year)
    });
    if !points.is_sorted_by(|one, two| one.year < two.year) {
        sort_by_key(points, |it| it.year);
        points.dedup_by_key(|it| it.year);
    }
    given - points.len()
}

/// The cell of a value.
pub(super) fn cell_of(point: &Datum, projected: bool, lang: Lang) -> Cell {
    Cell {
        text: number(point.value, lang),
        sources: point.sources.to_vec(),
        projected,
    }
}
