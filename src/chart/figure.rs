//! A figure: a chart with everything that a reader needs to trust it.
//!
//! Its parts are private and its only maker is inside [`chart`](super), so there is no figure without
//! heading, description, table and sources.

use std::sync::OnceLock;

use super::document::{Document, Drawing};
use super::record::Record;
use super::shape;

/// Width and height of a chart in units of its `viewBox`. Text is 12 units high, so a chart looks
/// best when it is shown about as many pixels wide as it has units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Size {
    /// For columns of 480 pixels and more.
    pub const WIDE: Self = Self {
        width: 640,
        height: 300,
    };
    /// For phones.
    pub const NARROW: Self = Self {
        width: 340,
        height: 260,
    };

    /// Whether names fit beside the lines.
    pub(super) const fn is_wide(self) -> bool {
        self.width >= 480
    }
}

/// One value in the table of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Digits without unit; empty when the value is not known.
    pub text: String,
    /// Keys of the sources; empty when the value is not known.
    pub sources: Vec<String>,
    /// Whether the value is a projection.
    pub projected: bool,
}

/// One year or one place in the table of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the values of the row are of: a calendar year, or the name of a place.
    pub head: String,
    /// A cell for each column behind the head, in their order.
    pub cells: Vec<Cell>,
}

/// The data of a figure as a table.
///
/// By year, it has a row for each year in which any series has a value and a column for each series;
/// by place, a row for each place, with or without a value, and a column for each year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Unit of all values, for the caption. A column of differences names its own in its header.
    pub unit: String,
    /// The word for what the rows are, then what each column is: a series, a year, the difference.
    pub headers: Vec<String>,
    /// Rows in order of year, or in the order in which the places are drawn.
    pub rows: Vec<Row>,
}

/// A drawn value, for readout by pointer, touch and keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct FigurePoint {
    /// Index of its series among those of the figure.
    pub series: usize,
    /// Name of its series.
    pub name: String,
    /// Calendar year.
    pub year: i32,
    /// Units of the `viewBox` from the left edge.
    pub x: f64,
    /// Units of the `viewBox` from the top edge.
    pub y: f64,
    /// Year and value in words: "2023: 7,89 %".
    pub label: String,
    /// Keys of its sources.
    pub sources: Vec<String>,
    /// Whether the value is a projection.
    pub projected: bool,
}

/// What tells a series from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Name of the series.
    pub name: String,
    /// CSS classes of a sample of its mark inside an `svg.chart`: `line s1`, `bar s1 half`.
    pub class: String,
    /// Whether some of it is drawn dashed because it is projected.
    pub dashed: bool,
    /// Which shape its points have, where a shape tells it from another series of its colour.
    pub shape: Option<u8>,
    /// Whether the legend may leave it out: the name stands in the chart itself, or the series is one
    /// of the grey ones behind the chosen, which the readout names.
    pub direct: bool,
}

impl LegendEntry {
    /// Width and height of a [sample](Self::sample).
    pub const SAMPLE: Size = Size {
        width: 20,
        height: 12,
    };

    /// A sample of its mark, as what stands inside an `svg.chart` of the size [`Self::SAMPLE`].
    #[must_use]
    pub fn sample(&self) -> String {
        let mut out = String::new();
        let area = if self.class.starts_with("bar") {
            "M1 1h18v10h-18z"
        } else {
            "M0 6h20"
        };
        for part in ["<path class=\"", &self.class, "\" d=\"", area, "\"/>"] {
            out.push_str(part);
        }
        if self.shape.is_some() {
            shape::push_sample(&mut out, self.shape);
            for part in [
                " class=\"dot",
                self.class.strip_prefix("line").unwrap_or_default(),
                "\"/>",
            ] {
                out.push_str(part);
            }
        }
        out
    }
}

/// A chart with heading, description, table, sources and the positions of its points.
#[derive(Clone, Debug)]
pub struct Figure {
    drawing: Drawing,
    heading: String,
    description: String,
    /// What table and points are made from when they are asked for.
    record: Option<Record>,
    table: OnceLock<Table>,
    sources: Vec<String>,
    points: OnceLock<Vec<FigurePoint>>,
    legend: Vec<LegendEntry>,
    left_out: usize,
    size: Size,
    aim: Aim,
    derived: bool,
}

/// What a reader aims at with a pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Aim {
    /// A year, on the way from left to right.
    #[default]
    Years,
    /// A row, from top to bottom.
    Rows,
    /// A place of a map, whatever the direction.
    Places,
    /// A panel, and a year inside it; panels of one size in rows of some columns, in tenths.
    Panels {
        columns: i32,
        width: i32,
        height: i32,
        top: i32,
    },
}

/// The values of a figure.
pub(super) enum Values {
    /// Over years: table and points follow from them.
    Record(Record),
    /// As table and points.
    Told(Table, Vec<FigurePoint>),
}

/// The parts of a [`Figure`], all of them.
pub(super) struct Parts<'a> {
    pub id: &'a str,
    pub heading: &'a str,
    pub description: String,
    /// Marks that lie behind the others and do not depend on what is chosen; may be empty.
    pub ground: String,
    pub marks: String,
    pub values: Values,
    pub legend: Vec<LegendEntry>,
    pub left_out: usize,
    pub size: Size,
    pub aim: Aim,
    pub derived: bool,
}

impl Figure {
    pub(super) fn new(parts: Parts) -> Self {
        let drawing = Document {
            id: parts.id,
            title: parts.heading,
            description: &parts.description,
            size: (parts.size.width, parts.size.height),
        }
        .wrap(&parts.ground, &parts.marks);
        // Taken from the values, so that nothing shown can lack its source here.
        let (sources, record, table, points) = match parts.values {
            Values::Record(record) => (
                record.sources(),
                Some(record),
                OnceLock::new(),
                OnceLock::new(),
            ),
            Values::Told(table, points) => (sources(&table), None, table.into(), points.into()),
        };
        Self {
            drawing,
            heading: parts.heading.to_owned(),
            description: parts.description,
            record,
            table,
            sources,
            points,
            legend: parts.legend,
            left_out: parts.left_out,
            size: parts.size,
            aim: parts.aim,
            derived: parts.derived,
        }
    }

    /// The chart as an `<svg>` element with `role="img"`, a `<title>` and a `<desc>`. Its width is
    /// that of its container, by `style/chart.css`.
    #[must_use]
    pub fn svg(&self) -> &str {
        &self.drawing.svg
    }

    /// The content of the last `<g>` of the `<svg>`, if nothing but it and the `<desc>` differs from
    /// the drawing of `before`: when a reader chooses other places, the axes and the grey lines of all
    /// places stay.
    #[must_use]
    pub fn change_from(&self, before: &Self) -> Option<&str> {
        self.drawing.change_from(&before.drawing)
    }

    /// What the figure shows.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What the data say, in a sentence that stands alone; where sources differ or a method changed,
    /// a sentence on that as well.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Every drawn value.
    #[must_use]
    pub fn table(&self) -> &Table {
        let table = || self.record.as_ref().map(Record::table);
        self.table.get_or_init(|| table().unwrap_or_default())
    }

    /// Keys of all sources, in order of first mention in the table. Empty only when there are no data.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The drawn values with their positions: series by series, each in order of year.
    #[must_use]
    pub fn points(&self) -> &[FigurePoint] {
        let points = || self.record.as_ref().map(Record::points);
        self.points.get_or_init(|| points().unwrap_or_default())
    }

    /// The series, in their order.
    #[must_use]
    pub fn legend(&self) -> &[LegendEntry] {
        &self.legend
    }

    /// How many given values are not shown because they have no source, are no number, or repeat a
    /// year of their series. Zero for a data set that passed the check.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Width and height of the `viewBox`.
    #[must_use]
    pub fn size(&self) -> Size {
        self.size
    }

    /// Whether the values shown were computed here from the published ones. A difference beside the
    /// values it is taken from does not count.
    #[must_use]
    pub fn is_derived(&self) -> bool {
        self.derived
    }

    pub(super) fn aim(&self) -> Aim {
        self.aim
    }
}

/// Equal are figures of which a reader gets the same, made already or not.
impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        let said = |it: &Self| (it.left_out, it.size, it.aim, it.derived);
        said(self) == said(other)
            && (&self.drawing, &self.heading, &self.description)
                == (&other.drawing, &other.heading, &other.description)
            && (self.table(), self.points()) == (other.table(), other.points())
            && (&self.sources, &self.legend) == (&other.sources, &other.legend)
    }
}

/// Keys of all sources of a table, in order of first mention.
fn sources(table: &Table) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    for key in cells.flat_map(|cell| &cell.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    sources
}
