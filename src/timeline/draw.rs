//! Drawing: what is in sight of a timeline, as text of HTML and SVG.

use super::axis::{axis, Axis, Label};
use super::bar::Bar;
use super::layout::{PAD, ROW};
use super::svg::{element, path, push, whole};
use super::text;
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
        let scale = window.scale(sight.width);
        let head = if sight.names > 0.0 { 0.0 } else { HEAD };
        self.lay_out(scale, head);
        let axis = axis(window, sight.width, today, word, lang);
        let mut picture = Picture {
            axis: axis_svg(&axis, sight),
            height: self.layout.height,
            ..Picture::default()
        };
        let (top, bottom) = (sight.top - BEYOND, sight.bottom + BEYOND);
        let mut marks = Marks::default();
        for (number, (lane, place)) in self.lanes.iter().zip(&self.layout.lanes).enumerate() {
            let end = place.top + place.height;
            if end < top || place.top > bottom {
                continue;
            }
            name(&mut marks.names, lane, (place.top, end), sight);
            path(
                &mut marks.edges,
                &[
                    ('M', 0.0),
                    (' ', end - 0.5),
                    ('H', sight.names + sight.width),
                ],
            );
            for (item, row) in lane.items.iter().zip(&place.rows) {
                let y = place.top + PAD + head + f64::from(*row) * ROW;
                if y + ROW < top || y > bottom {
                    continue;
                }
                let Some(shape) = self.shapes.get(*item) else {
                    continue;
                };
                let extent = shape.extent(scale, self.range.1);
                let shift = window.from * scale;
                // A label without its bar would say nothing.
                if extent.bar.1 < shift || extent.bar.0 > shift + sight.width {
                    continue;
                }
                let at = Bar {
                    shape,
                    extent,
                    scale,
                    shift,
                    width: sight.width,
                    y,
                };
                at.write(&mut marks.bars, (number, *item), &mut picture);
            }
            if sight.bottom.is_infinite() {
                let marks = std::mem::take(&mut marks);
                marks.write(
                    &mut picture.body,
                    &axis,
                    sight,
                    (place.top, end),
                    (place.top, end),
                );
            }
        }
        if sight.bottom.is_finite() {
            let lines = (top.max(0.0), bottom.min(picture.height));
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

/// Writes the name of a lane, which stays in sight as long as its lane does.
fn name(names: &mut Markup, lane: &Lane, (top, end): (f64, f64), sight: &Sight) {
    let room = if sight.names > 0.0 {
        sight.names - 14.0
    } else {
        sight.width - 14.0
    };
    let lines = text::lines(&lane.name, room, if sight.names > 0.0 { 2 } else { 1 });
    let height = LINE * if lines.len() > 1 { 2.0 } else { 1.0 };
    let mut y = (sight.top.max(top) + 20.0).min(end - height - 6.0 + LINE);
    if !lane.href.is_empty() {
        names.open_with("a", &[("href", &lane.href), ("aria-label", &lane.name)]);
    }
    for line in &lines {
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
    element(out, "tl-line tl-faint", &faint);
    element(out, "tl-line", &strong);
    element(out, "tl-now", &today);
}
