//! A bar: an item in its row, with its label, what is certain of it, what may be, and its steps.

use super::day::Days;
use super::draw::Picture;
use super::item::{Extent, Shape, OPEN};
use super::scene::Spot;
use super::svg::{element, path, push};
use crate::markup::escape;

/// The bar in its row: below the label.
const BAR: f64 = 20.0;
const THICK: f64 = 9.0;
/// A bar is never narrower than this.
const LEAST: f64 = 6.0;

/// What may be, what is certain, days and months or years of steps: a path for each.
#[derive(Clone, Debug, Default)]
pub(super) struct Paths(pub [String; 4]);

/// The looks of these paths, in their order from back to front.
pub(super) const CLASSES: [&str; 4] = ["tl-soft", "tl-solid", "tl-mark", "tl-mark tl-hollow"];

/// A bar in its row.
pub(super) struct Bar<'a> {
    pub(super) shape: &'a Shape,
    pub(super) extent: Extent,
    pub(super) scale: f64,
    /// Pixels from 1970 to the left edge.
    pub(super) shift: f64,
    pub(super) width: f64,
    pub(super) y: f64,
}

impl Bar<'_> {
    /// Pixels of a day, kept near the window: browsers draw what lies far outside badly.
    fn x(&self, day: f64) -> f64 {
        (day * self.scale - self.shift)
            .max(-20.0)
            .min(self.width + 20.0)
    }

    /// Writes it with its label and its steps; `lane` and `item` are its numbers.
    pub(super) fn write(
        &self,
        out: &mut String,
        (lane, item): (usize, usize),
        picture: &mut Picture,
    ) {
        let Self { shape, y, .. } = self;
        let is_link = !shape.href.is_empty();
        out.push_str(if is_link {
            "<a href=\""
        } else {
            "<g role=\"img"
        });
        out.push_str(&escape(&shape.href));
        out.push_str("\" class=\"tl-item ");
        out.push_str(shape.class);
        out.push_str("\" data-bar=\"");
        out.push_str(&lane.to_string());
        out.push('-');
        out.push_str(&item.to_string());
        out.push_str("\" aria-label=\"");
        out.push_str(&escape(&shape.about));
        out.push_str("\">");
        let Spot { x, room, .. } = self.spot(0);
        out.push_str("<rect class=\"tl-room\" x=\"");
        push(out, room.0);
        out.push_str("\" y=\"");
        push(out, *y);
        out.push_str("\" width=\"");
        push(out, room.1);
        out.push_str("\" height=\"32\"/>");
        out.push_str("<text x=\"");
        push(out, x);
        out.push_str("\" y=\"");
        push(out, y + 14.0);
        out.push_str("\">");
        out.push_str(&escape(shape.label(self.extent.is_whole)));
        out.push_str("</text>");
        picture.drawn += 1;
        #[cfg(test)]
        picture.labels.push((x, x + self.extent.width, *y));
        let mut paths = Paths::default();
        self.paths(&mut paths);
        for (class, path) in CLASSES.iter().zip(&paths.0) {
            element(out, class, path);
        }
        out.push_str(if is_link { "</a>" } else { "</g>" });
    }

    /// Where its label begins, and the room for a finger and for the ring of focus.
    pub(super) fn spot(&self, key: u64) -> Spot {
        let extent = &self.extent;
        let label = extent.label - self.shift;
        let from = self.x(self.shape.first).min(label).max(-20.0) - 4.0;
        let label_end = extent.label_end - self.shift;
        let to = label_end.min(self.width + 20.0);
        Spot {
            key,
            // The label stays in sight as long as its bar is.
            x: label.max(2.0).min((label_end - extent.width).max(label)),
            y: self.y,
            room: (from, (to - from).max(24.0)),
        }
    }

    /// Adds what is drawn of it.
    pub(super) fn paths(&self, paths: &mut Paths) {
        let [soft, solid, full, hollow] = &mut paths.0;
        if !self.shape.is_moment {
            self.bar(soft, solid);
        }
        self.marks(full, hollow);
    }

    /// What may be, what is certain, and the open end.
    fn bar(&self, soft: &mut String, solid: &mut String) {
        let shape = self.shape;
        let y = self.y + BAR;
        // The end of the bar without its marks.
        let mut end = f64::NEG_INFINITY;
        let parts = shape.soft.iter().flatten().chain(&shape.solid);
        let (from, to) = parts.fold((f64::INFINITY, end), |(from, to), part| {
            (from.min(part.0), to.max(part.1))
        });
        if (to - from) * self.scale < LEAST {
            // Too short to tell its parts apart.
            let into = if shape.solid.is_some() {
                &mut *solid
            } else {
                &mut *soft
            };
            let x = self.x(from);
            rect(into, x, x + LEAST, y);
            end = x + LEAST;
        } else {
            for (from, to) in shape.soft.iter().flatten() {
                rect(soft, self.x(*from), self.x(*to), y);
            }
            if let Some((from, to)) = shape.solid {
                rect(solid, self.x(from), self.x(to), y);
            }
            end = end.max(self.x(to));
        }
        if shape.is_open && end < self.width + 20.0 {
            // It breaks up, whatever the scale.
            let open = if shape.solid.is_some() { solid } else { soft };
            for (from, width) in [(3.0, 5.0), (11.0, 4.0), (18.0, OPEN - 19.5)] {
                rect(open, end + from, end + from + width, y);
            }
        }
    }

    /// Steps: full where the day is known, else hollow on a line as long as the month or year.
    fn marks(&self, full: &mut String, hollow: &mut String) {
        let y = self.y + BAR + THICK / 2.0;
        let moment = self.shape.is_moment.then(|| Days {
            from: days(self.shape.first),
            to: days(self.shape.last),
        });
        for mark in self.shape.marks.iter().chain(&moment) {
            let (from, to) = (f64::from(mark.from), f64::from(mark.to));
            let (left, right) = (self.x(from), self.x(to));
            if right < -10.0 || left > self.width + 10.0 {
                continue;
            }
            let middle = f64::midpoint(left, right);
            if mark.is_soft() {
                if right - left > 12.0 {
                    path(hollow, &[('M', left), (' ', y), ('H', middle - 5.0)]);
                    path(hollow, &[('M', middle + 5.0), (' ', y), ('H', right)]);
                }
                diamond(hollow, middle, y);
            } else {
                diamond(full, middle, y);
            }
        }
    }
}

#[allow(clippy::cast_possible_truncation)] // days of a few centuries
fn days(day: f64) -> i32 {
    day as i32
}

/// Adds a piece of a bar to a path.
fn rect(out: &mut String, from: f64, to: f64, y: f64) {
    if to > from {
        path(
            out,
            &[('M', from), (' ', y), ('H', to), ('v', THICK), ('H', from)],
        );
        out.push('z');
    }
}

fn diamond(out: &mut String, x: f64, y: f64) {
    path(out, &[('M', x), (' ', y - 5.0)]);
    out.push_str("l5 5l-5 5l-5-5z");
}
