//! A bar: an item in its row, with its label, what is certain of it, what may be, and its steps.

use super::day::Days;
use super::draw::Picture;
use super::item::{Extent, Shape, OPEN};
use super::svg::{element, path, push};

/// The bar in its row: below the label.
const BAR: f64 = 20.0;
const THICK: f64 = 9.0;
/// A bar is never narrower than this.
const LEAST: f64 = 6.0;

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
        out.push_str(&shape.href);
        out.push_str("\" class=\"tl-item ");
        out.push_str(shape.class);
        out.push_str("\" data-bar=\"");
        out.push_str(&lane.to_string());
        out.push('-');
        out.push_str(&item.to_string());
        out.push_str("\" aria-label=\"");
        out.push_str(&shape.about);
        out.push_str("\">");
        // Room for a finger, and for the ring of focus.
        let extent = &self.extent;
        let label = extent.label - self.shift;
        let from = self.x(shape.first).min(label).max(-20.0) - 4.0;
        let label_end = extent.label_end - self.shift;
        let to = label_end.min(self.width + 20.0);
        out.push_str("<rect class=\"tl-room\" x=\"");
        push(out, from);
        out.push_str("\" y=\"");
        push(out, *y);
        out.push_str("\" width=\"");
        push(out, (to - from).max(24.0));
        out.push_str("\" height=\"32\"/>");
        // The label stays in sight as long as its bar is.
        let x = label.max(2.0).min((label_end - extent.width).max(label));
        out.push_str("<text x=\"");
        push(out, x);
        out.push_str("\" y=\"");
        push(out, y + 14.0);
        out.push_str("\">");
        out.push_str(if extent.is_whole {
            &shape.name
        } else {
            &shape.label
        });
        out.push_str("</text>");
        picture.drawn += 1;
        #[cfg(test)]
        picture.labels.push((x, x + extent.width, *y));
        if !shape.is_moment {
            self.bar(out);
        }
        self.marks(out);
        out.push_str(if is_link { "</a>" } else { "</g>" });
    }

    /// What is certain, what may be, and the open end.
    fn bar(&self, out: &mut String) {
        let shape = self.shape;
        let y = self.y + BAR;
        let (mut solid, mut soft) = (String::new(), String::new());
        // The end of the bar without its marks.
        let mut end = f64::NEG_INFINITY;
        let parts = shape.soft.iter().flatten().chain(&shape.solid);
        let (from, to) = parts.fold((f64::INFINITY, end), |(from, to), part| {
            (from.min(part.0), to.max(part.1))
        });
        if (to - from) * self.scale < LEAST {
            // Too short to tell its parts apart.
            let into = if shape.solid.is_some() {
                &mut solid
            } else {
                &mut soft
            };
            let x = self.x(from);
            rect(into, x, x + LEAST, y);
            end = x + LEAST;
        } else {
            for (from, to) in shape.soft.iter().flatten() {
                rect(&mut soft, self.x(*from), self.x(*to), y);
            }
            if let Some((from, to)) = shape.solid {
                rect(&mut solid, self.x(from), self.x(to), y);
            }
            end = end.max(self.x(to));
        }
        if shape.is_open && end < self.width + 20.0 {
            // It breaks up, whatever the scale.
            let mut open = String::new();
            for (from, width) in [(3.0, 5.0), (11.0, 4.0), (18.0, OPEN - 19.5)] {
                rect(&mut open, end + from, end + from + width, y);
            }
            if shape.solid.is_some() {
                solid.push_str(&open);
            } else {
                soft.push_str(&open);
            }
        }
        element(out, "tl-soft", &soft);
        element(out, "tl-solid", &solid);
    }

    /// Steps: full where the day is known, else hollow on a line as long as the month or year.
    fn marks(&self, out: &mut String) {
        let y = self.y + BAR + THICK / 2.0;
        let (mut full, mut hollow) = (String::new(), String::new());
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
                    path(&mut hollow, &[('M', left), (' ', y), ('H', middle - 5.0)]);
                    path(&mut hollow, &[('M', middle + 5.0), (' ', y), ('H', right)]);
                }
                diamond(&mut hollow, middle, y);
            } else {
                diamond(&mut full, middle, y);
            }
        }
        element(out, "tl-mark", &full);
        element(out, "tl-mark tl-hollow", &hollow);
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
