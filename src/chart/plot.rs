//! A plot: the frame, axes and coordinates that all charts over years share.

use std::convert::Infallible;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PointCollection, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend as _, DrawingErrorKind};

use crate::i18n::{number, quantity, tick, tick_on};
use crate::model::{Better, Lang, Unit};

use super::backend::{SvgBackend, FONT, TENTHS};
use super::figure::Size;
use super::labels::{width_of, At, Room, LINE};
use super::scale::{year_ticks, Scale};
use super::shape::outline;
use super::style::{Look, Part};
use super::words::words;

/// Between the frame and the first and last year.
const PAD: i32 = 80;
/// Between labels of years.
const YEAR_GAP: i32 = 180;
/// Height of the words above the plot.
const HEAD: i32 = 290;
/// Height of the years below the plot.
const FOOT: i32 = 270;

/// A line from point to point: plotters' own wants a list of its own for each.
struct Line<'p> {
    points: &'p [At],
    look: Look,
}

impl<'a> PointCollection<'a, At> for &'a Line<'_> {
    type Point = &'a At;
    type IntoIter = &'a [At];

    fn point_iter(self) -> &'a [At] {
        self.points
    }
}

impl Drawable<SvgBackend<'_>> for Line<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut SvgBackend,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        backend.draw_path(points, &self.look.color().to_backend_color())
    }
}

/// What a plot is made from.
pub(super) struct Layout<'a> {
    /// Size of the drawing.
    pub size: Size,
    /// Language of all words.
    pub lang: Lang,
    /// Unit of the values.
    pub unit: Unit,
    /// Words at the head of the value axis, which name the unit.
    pub head: &'a str,
    /// Which direction is an improvement.
    pub better: Option<Better>,
    /// The value axis.
    pub scale: &'a Scale,
    /// Whether equal ratios of values are equal lengths. Then the scale lies above zero.
    pub log: bool,
    /// Whether the lowest value is on top.
    pub inverted: bool,
    /// First and last year with a value.
    pub years: (i32, i32),
    /// Years left free before the first and behind the last.
    pub year_room: f64,
    /// Tenths kept free at the right.
    pub right: i32,
    /// Rows of notes above the plot.
    pub notes: i32,
}

impl Layout<'_> {
    /// Where the lines of the value axis begin and end, and their labels.
    pub fn frame(&self) -> (Room, Vec<String>) {
        let largest = self.scale.low.abs().max(self.scale.high.abs());
        let label = |&it: &f64| match self.unit {
            Unit::Rank => number(it, self.lang),
            // From 10 to a million, labels in the same thousands would be hard to read.
            _ if self.log => tick(it, self.lang),
            _ => tick_on(it, largest, self.lang),
        };
        let labels: Vec<_> = self.scale.ticks.iter().map(label).collect();
        let widest = labels.iter().map(|it| width_of(it, false)).max();
        let frame = Room {
            left: widest.unwrap_or(0) + 80,
            top: HEAD + self.notes * LINE,
            right: tenths(self.size.width) - self.right,
            bottom: tenths(self.size.height) - FOOT,
        };
        (frame, labels)
    }
}

/// Units of the `viewBox` in tenths.
pub(super) fn tenths(units: u32) -> i32 {
    i32::try_from(units).map_or(i32::MAX, |it| it.saturating_mul(TENTHS))
}

/// How many steps of the value axis look well at `size`.
pub(super) fn steps(size: Size) -> u32 {
    (size.height.saturating_sub(50) / 46).clamp(2, 8)
}

/// `value` as short as it can be said beside its point: the unit stands at the head of the axis.
pub(super) fn short(value: f64, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Percent => quantity(value, unit, lang),
        _ => number(value, lang),
    }
}

/// Where values of years stand.
pub(super) struct Field {
    /// First and last year, or whatever else goes from left to right.
    pub years: (f64, f64),
    /// Lowest and highest value.
    pub values: (f64, f64),
    /// Where the first and the last year stand.
    pub columns: (i32, i32),
    /// Where the lowest and the highest value stand.
    pub rows: (i32, i32),
    /// Whether equal ratios of values are equal lengths.
    pub log: bool,
}

impl Field {
    fn coord(&self) -> Cartesian2d<RangedCoordf64, RangedCoordf64> {
        let (low, high) = if self.log {
            (self.values.0.ln(), self.values.1.ln())
        } else {
            self.values
        };
        Cartesian2d::new(
            self.years.0..self.years.1,
            low..high,
            (self.columns.0..self.columns.1, self.rows.0..self.rows.1),
        )
    }
}

/// Out of line: else the compiler takes the logarithm of every value and then drops it.
#[cold]
#[inline(never)]
fn logarithm(value: f64) -> f64 {
    value.ln()
}

/// A frame to draw in.
pub(super) struct Plot<'a> {
    area: DrawingArea<SvgBackend<'a>, Shift>,
    coord: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    log: bool,
    /// Where the lines of the value axis begin and end.
    pub frame: Room,
    /// The whole drawing.
    pub whole: Room,
}

impl<'a> Plot<'a> {
    /// Begins a drawing in `out`.
    pub fn new(out: &'a mut String, layout: &Layout, frame: Room) -> Self {
        let (first, last) = (f64::from(layout.years.0), f64::from(layout.years.1));
        let (low, high) = (layout.scale.low, layout.scale.high);
        let field = Field {
            years: (first - layout.year_room, last + layout.year_room),
            values: (low, high),
            columns: (frame.left + PAD, frame.right - PAD),
            rows: if layout.inverted {
                (frame.top, frame.bottom)
            } else {
                (frame.bottom, frame.top)
            },
            log: layout.log,
        };
        Self::sheet(out, layout.size, frame, &field)
    }

    /// Begins a drawing of `size` in `out`, of which `field` is where values stand.
    #[inline(never)]
    pub fn sheet(out: &'a mut String, size: Size, frame: Room, field: &Field) -> Self {
        let Size { width, height } = size;
        Self {
            area: SvgBackend::new(out, (width * 10, height * 10)).into_drawing_area(),
            coord: field.coord(),
            log: field.log,
            frame,
            whole: Room {
                left: 0,
                top: 0,
                right: tenths(width),
                bottom: tenths(height),
            },
        }
    }

    /// Where `value` in `year` stands.
    pub fn at(&self, year: f64, value: f64) -> At {
        let value = if self.log { logarithm(value) } else { value };
        self.coord.translate(&(year, value))
    }

    /// Turns to another part of the drawing: from here on [`Plot::at`] is about `field`.
    pub fn turn_to(&mut self, field: &Field) {
        self.coord = field.coord();
        self.log = field.log;
    }

    fn draw<E>(&self, element: &E)
    where
        for<'b> &'b E: PointCollection<'b, At>,
        E: Drawable<SvgBackend<'a>>,
    {
        let drawn = self.area.draw(element);
        // Writing to a string does not fail, and no one else borrows the backend.
        debug_assert!(drawn.is_ok());
    }

    /// Draws a line from point to point.
    pub fn path(&self, points: &[At], look: Look) {
        self.draw(&Line { points, look });
    }

    /// Draws a dot.
    pub fn dot(&self, at: At, radius: i32, look: Look) {
        self.draw(&Circle::new(at, radius, look.color()));
    }

    /// Draws a point in a shape.
    pub fn point(&self, at: At, radius: i32, look: Look, shape: Option<u8>) {
        match outline(shape, at, radius) {
            Some(outline) => self.path(&outline, look),
            None => self.dot(at, radius, look),
        }
    }

    /// Draws a rectangle.
    pub fn rect(&self, room: Room, look: Look) {
        let corners = [(room.left, room.top), (room.right, room.bottom)];
        self.draw(&Rectangle::new(corners, look.color()));
    }

    /// Draws one line of text with its anchor at `at`, in the middle of its height.
    pub fn text(&self, text: &str, at: At, anchor: HPos, look: Look) {
        let font = FontDesc::new(FontFamily::SansSerif, f64::from(FONT), FontStyle::Normal);
        let color = look.color().to_backend_color();
        let style = TextStyle {
            font,
            color,
            pos: Pos::new(anchor, VPos::Center),
        };
        let drawn = self.area.draw_text(text, &style, at);
        debug_assert!(drawn.is_ok());
    }

    /// Draws both axes: lines and `labels` of the values, the years, and the unit at the head.
    pub fn axes(&self, layout: &Layout, labels: &[String]) {
        let (grid, axis) = (Look::of(Part::Grid), Look::of(Part::Axis));
        let label = Look::of(Part::Label);
        let frame = self.frame;
        // Lines first, so that they are one path.
        let ground = |ground: bool, look: Look| {
            // Only zero is a ground to stand on.
            let ticks = layout.scale.ticks.iter();
            for &value in ticks.filter(|it| (**it == 0.0) == ground) {
                let y = self.at(0.0, value).1;
                self.path(&[(frame.left, y), (frame.right, y)], look);
            }
        };
        ground(false, grid);
        ground(true, axis);

        let (first, last) = layout.years;
        let width = width_of(&last.to_string(), false);
        let span = self.at(f64::from(last), 0.0).0 - self.at(f64::from(first), 0.0).0;
        // Years that one label covers, rounded up; each year may stand closer to the next, because
        // there is nothing to count between them.
        let fits = if span < (width + YEAR_GAP / 2) * (last - first) {
            ((width + YEAR_GAP) * (last - first) + span - 1) / span.max(1)
        } else {
            1
        };
        let years = year_ticks(first, last, fits);
        let x = |year: i32| self.at(f64::from(year), 0.0).0;
        for &year in &years {
            let x = x(year);
            self.path(&[(x, frame.bottom), (x, frame.bottom + 45)], axis);
        }
        for (&value, text) in layout.scale.ticks.iter().zip(labels) {
            let at = (frame.left - 60, self.at(0.0, value).1);
            self.text(text, at, HPos::Right, label);
        }
        for year in years {
            let at = (x(year), frame.bottom + 160);
            self.text(&year.to_string(), at, HPos::Center, label);
        }

        self.head(layout.head, layout.better, layout.lang);
    }

    /// Writes what the values are above the plot, with which direction is an improvement if that
    /// fits.
    pub fn head(&self, unit: &str, better: Option<Better>, lang: Lang) {
        let words = words(lang);
        let better = match better {
            Some(Better::Higher) => words.higher_is_better(),
            Some(Better::Lower) => words.lower_is_better(),
            None => "",
        };
        let both = [unit, " · ", better].concat();
        let fits = !better.is_empty() && width_of(&both, false) < self.whole.right;
        let head = if fits { both.as_str() } else { unit };
        self.text(head, (0, 80), HPos::Left, Look::of(Part::Unit));
    }
}

/// The marks of a chart without data: the words that say so.
pub(super) fn no_data(size: Size, lang: Lang) -> String {
    let scale = Scale {
        low: 0.0,
        high: 1.0,
        ticks: Vec::new(),
    };
    let layout = Layout {
        size,
        lang,
        unit: Unit::Index,
        head: "",
        better: None,
        scale: &scale,
        log: false,
        inverted: false,
        years: (0, 1),
        year_room: 0.0,
        right: 0,
        notes: 0,
    };
    let mut out = String::new();
    let plot = Plot::new(&mut out, &layout, layout.frame().0);
    let middle = (plot.whole.right / 2, plot.whole.bottom / 2);
    plot.text(
        words(lang).no_data(),
        middle,
        HPos::Center,
        Look::of(Part::Remark),
    );
    drop(plot);
    out
}
