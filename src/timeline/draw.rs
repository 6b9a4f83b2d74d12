//! Drawing: what is in sight of a timeline, as text of HTML and SVG.

use super::axis::{axis, Axis, Label};
use super::bar::Bar;
use super::layout::{Place, PAD, ROW};
use super::svg::{element, path, push, whole};
use super::window::Window;
use super::{Lane, Timeline};
use crate::markup::{escape, Markup};
use crate::model::Lang;

/// Height of the axis in pixels.
pub const AXIS: f64 = 42.0;
/// Height of the name of a lane where it stands above its rows.
const HEAD: f64 = 26.0;
/// Pixels from one line of a name to the next.
const LINE: f64 = 16.0;
/// Pixels above and below what is in sight that are drawn as well: scrolling comes before drawing.
const BEYOND: f64 = 240.0;

/// What part of the body is in sight, and how wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Width of the lanes in pixels, without their names.
    pub width: f64,
    /// Width of the names beside the lanes; 0 where they stand above them.
    pub names: f64,
    /// Upper edge of what is in sight, in pixels from the top of the body.
    pub top: f64,
    /// Lower edge; infinite for paper, where each lane is a drawing of its own, so that pages end
    /// between lanes.
    pub bottom: f64,
}

/// A drawing.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// The axis: SVG.
    pub axis: String,
    /// Lanes with their names and bars: SVG.
    pub body: String,
    /// Height of the whole body, whatever part of it is drawn.
    pub height: f64,
    /// How many bars are drawn.
    pub drawn: usize,
    /// How wide and where the labels of the bars are: left edge, right edge, row from the top.
    #[cfg(test)]
    pub labels: Vec<(f64, f64, f64)>,
}

impl Timeline {
    /// Draws what is in sight. `today` is a day since 1970, called `word`.
    pub fn draw(
        &mut self,
        window: Window,
        sight: &Sight,
        today: i32,
        word: &str,
        lang: Lang,
    ) -> Picture {
        self.lay_out(window, sight);
        let axis = axis(window, sight.width, (today, word), lang, self.letters);
        let mut picture = Picture {
            axis: axis_svg(&axis, sight),
            height: self.layout.height,
            ..Picture::default()
        };
        let mut within = (0.0, 0.0);
        let mut marks = Marks::default();
        self.visit(window, sight, BEYOND, &mut |seen| match seen {
            Seen::Lane {
                lane, place, lines, ..
            } => {
                let end = place.top + place.height;
                name(&mut marks.names, lane, lines, name_top(place, lines, sight));
                edge(&mut marks.edges, place, sight);
                within = (place.top, end);
            }
            Seen::Bar {
                lane, item, bar, ..
            } => {
                bar.write(&mut marks.bars, (lane, item), &mut picture);
            }
            Seen::End if sight.bottom.is_infinite() => {
                let marks = std::mem::take(&mut marks);
                marks.write(&mut picture.body, &axis, sight, within, within);
            }
            Seen::End => {}
        });
        if sight.bottom.is_finite() {
            let top = (sight.top - BEYOND).max(0.0);
            let lines = (top, (sight.bottom + BEYOND).min(picture.height));
            marks.write(
                &mut picture.body,
                &axis,
                sight,
                (0.0, picture.height),
                lines,
            );
        }
        picture
    }

    /// The layout of what is drawn, that of the last drawing where nothing of it changed.
    pub(super) fn lay_out(&mut self, window: Window, sight: &Sight) {
        let scale = window.scale(sight.width);
        let head = if sight.names > 0.0 { 0.0 } else { HEAD };
        self.lay_out_at(scale, head);
        let room = if sight.names > 0.0 {
            sight.names
        } else {
            sight.width
        } - 14.0;
        if self.names_in != room {
            let most = if sight.names > 0.0 { 2 } else { 1 };
            let letters = self.letters;
            let lines = |lane: &Lane| letters.lines(&lane.name, room, most);
            self.names = self.lanes.iter().map(lines).collect();
            self.names_in = room;
        }
    }

    /// Goes through lanes and bars in sight, and those that are at most `beyond` pixels above or below.
    /// They must be laid out.
    pub(super) fn visit(
        &self,
        window: Window,
        sight: &Sight,
        beyond: f64,
        act: &mut dyn FnMut(Seen),
    ) {
        let scale = window.scale(sight.width);
        let (top, bottom) = (sight.top - beyond, sight.bottom + beyond);
        let shift = window.from * scale;
        let lanes = self.lanes.iter().zip(&self.layout.lanes).zip(&self.names);
        for (number, ((lane, place), lines)) in lanes.enumerate() {
            if place.top + place.height < top || place.top > bottom {
                continue;
            }
            act(Seen::Lane {
                number,
                lane,
                place,
                lines,
            });
            for (at, (item, row)) in lane.items.iter().zip(&place.rows).enumerate() {
                let y = place.top + PAD + self.layout.head + f64::from(*row) * ROW;
                if y + ROW < top || y > bottom {
                    continue;
                }
                let Some(shape) = self.shapes.get(*item) else {
                    continue;
                };
                let extent = shape.extent(scale, self.range.1);
                // A label without its bar would say nothing.
                if extent.bar.1 < shift || extent.bar.0 > shift + sight.width {
                    continue;
                }
                let bar = Bar {
                    shape,
                    extent,
                    scale,
                    shift,
                    width: sight.width,
                    y,
                };
                act(Seen::Bar {
                    lane: number,
                    place: at,
                    item: *item,
                    bar,
                });
            }
            act(Seen::End);
        }
    }
}

/// What is in sight: a lane, then its bars, then its end.
pub(super) enum Seen<'a> {
    /// A lane.
    Lane {
        number: usize,
        lane: &'a Lane,
        place: &'a Place,
        /// Its name.
        lines: &'a [String],
    },
    /// A bar.
    Bar {
        /// The number of its lane.
        lane: usize,
        /// Which of its items it is.
        place: usize,
        /// The place of the item among all.
        item: usize,
        bar: Bar<'a>,
    },
    /// The end of a lane.
    End,
}

/// What stands on the lines of the axis.
#[derive(Default)]
struct Marks {
    names: Markup,
    edges: String,
    bars: String,
}

impl Marks {
    /// Writes a drawing that reaches from one height of the body to another, `within`, in which the
    /// lines of the axis have the length `lined`.
    fn write(
        self,
        out: &mut String,
        axis: &Axis,
        sight: &Sight,
        within: (f64, f64),
        lined: (f64, f64),
    ) {
        open(out, "tl-bars", sight, within);
        lines(out, axis, lined.0, lined.0, lined.1);
        out.push_str(&self.bars);
        out.push_str("</svg>");
        element(out, "tl-edge", &self.edges);
        out.push_str(&self.names.finish());
        out.push_str("</svg>");
    }
}

/// Where the first line of the name of a lane stands, which stays in sight as long as its lane does.
pub(super) fn name_top(place: &Place, lines: &[String], sight: &Sight) -> f64 {
    let end = place.top + place.height;
    let height = LINE * if lines.len() > 1 { 2.0 } else { 1.0 };
    (sight.top.max(place.top) + 20.0).min(end - height - 6.0 + LINE)
}

/// Adds the line below a lane.
pub(super) fn edge(edges: &mut String, place: &Place, sight: &Sight) {
    let y = place.top + place.height - 0.5;
    let right = sight.names + sight.width;
    path(edges, &[('M', 0.0), (' ', y), ('H', right)]);
}

/// Writes the name of a lane.
fn name(names: &mut Markup, lane: &Lane, lines: &[String], mut y: f64) {
    if !lane.href.is_empty() {
        names.open_with("a", &[("href", &lane.href), ("aria-label", &lane.name)]);
    }
    for line in lines {
        let at = whole(y);
        names.el_with(
            "text",
            &[("class", "tl-name"), ("x", "2"), ("y", &at)],
            line,
        );
        y += LINE;
    }
    if !lane.href.is_empty() {
        names.close();
    }
}

/// Opens a drawing as wide as names and lanes, from one height to another, and in it another for the
/// lanes alone.
fn open(out: &mut String, class: &str, sight: &Sight, (top, bottom): (f64, f64)) {
    let whole = sight.names + sight.width;
    for (x, width, height) in [
        (0.0, whole, bottom - top),
        (sight.names, sight.width, bottom),
    ] {
        out.push_str("<svg class=\"");
        out.push_str(class);
        out.push_str("\" x=\"");
        push(out, x);
        out.push_str("\" width=\"");
        push(out, width);
        out.push_str("\" height=\"");
        push(out, height);
        if x <= 0.0 && top > 0.0 {
            out.push_str("\" viewBox=\"0 ");
            for it in [top, width, height] {
                push(out, it);
                out.push(' ');
            }
        }
        out.push_str("\">");
    }
}

/// The axis as SVG.
fn axis_svg(axis: &Axis, sight: &Sight) -> String {
    let mut out = String::new();
    open(&mut out, "tl-scale", sight, (0.0, AXIS));
    lines(&mut out, axis, 0.0, 22.0, AXIS);
    labels(&mut out, "tl-year", &axis.years, 16.0);
    let today = usize::from(axis.today.is_some());
    let (today, steps) = axis
        .steps
        .split_at_checked(today)
        .unwrap_or((&[], &axis.steps));
    labels(&mut out, "tl-step", steps, 35.0);
    labels(&mut out, "tl-today", today, 35.0);
    out.push_str("</svg></svg>");
    out
}

fn labels(out: &mut String, class: &str, labels: &[Label], y: f64) {
    for label in labels {
        out.push_str("<text class=\"");
        out.push_str(class);
        out.push_str("\" x=\"");
        push(out, label.x);
        out.push_str("\" y=\"");
        push(out, y);
        out.push_str("\">");
        out.push_str(&escape(&label.text));
        out.push_str("</text>");
    }
}

/// The lines of the axis, through the lanes; that of today may begin lower.
fn lines(out: &mut String, axis: &Axis, top: f64, today_top: f64, bottom: f64) {
    let paths = line_paths(axis, top, today_top, bottom);
    for (class, path) in LINES.iter().zip(&paths) {
        element(out, class, path);
    }
}

/// The looks of the lines of an axis.
pub(super) const LINES: [&str; 3] = ["tl-line tl-faint", "tl-line", "tl-now"];

/// A path for each look.
pub(super) fn line_paths(axis: &Axis, top: f64, today_top: f64, bottom: f64) -> [String; 3] {
    let (mut strong, mut faint, mut today) = (String::new(), String::new(), String::new());
    let line = |into: &mut String, x: f64, top: f64| {
        path(into, &[('M', x.round() + 0.5), (' ', top), ('V', bottom)]);
    };
    for (x, is_year) in &axis.lines {
        line(if *is_year { &mut strong } else { &mut faint }, *x, top);
    }
    if let Some(x) = axis.today {
        line(&mut today, x, today_top);
    }
    [faint, strong, today]
}
