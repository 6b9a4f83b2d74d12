//! The timeline: items on lanes, from decades down to months, as text of SVG.
//!
//! An [`Item`] has a beginning, maybe an end, and dated steps, each a date of some precision. What a
//! date leaves open is drawn as open: a year stands as the whole year in a paler shade, a missing
//! end as a bar that breaks up. Items are packed into rows in which nothing touches, labels
//! included, at every scale; that holds by construction and is tested.
//!
//! ```
//! use ascn_atlas::model::Lang;
//! use ascn_atlas::timeline::{day_of, Item, Lane, Sight, Timeline};
//!
//! let item = Item {
//!     name: "Study <1>".to_owned(),
//!     start: day_of("2021".parse().unwrap()),
//!     end: Some(day_of("2023-07".parse().unwrap())),
//!     ..Item::default()
//! };
//! let lane = Lane { name: "Japan".to_owned(), href: String::new(), items: vec![0] };
//! let mut timeline = Timeline::new(&[item], vec![lane], None);
//! let sight = Sight { width: 600.0, names: 140.0, top: 0.0, bottom: 400.0 };
//! let window = timeline.whole(sight.width);
//! let picture = timeline.draw(window, &sight, 20_000, "today", Lang::En);
//! assert!(picture.body.contains("Study &lt;1&gt;"));
//! assert_eq!(picture.drawn, 1);
//! ```
//!
//! Only what is in sight is drawn: lanes that are scrolled away and items of other years cost
//! nothing but a comparison. Rows depend on the scale alone, so they are found anew when the reader
//! zooms and kept when they move.

mod axis;
mod bar;
mod day;
mod draw;
mod item;
mod layout;
pub mod programs;
mod scene;
#[cfg(any(feature = "pages", feature = "bench"))]
mod stage;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod window;

pub use day::{civil, day_of, number, Days};
pub use draw::{Picture, Sight, AXIS};
pub use item::Item;
pub use scene::{Scene, Spot};
#[cfg(any(feature = "pages", feature = "bench"))]
pub use stage::{Pace, Stage, BAR};
pub use text::Letters;
pub use window::{Window, SHORTEST};

use item::Shape;
use layout::Layout;

use crate::order::sort_by;

/// A lane: items that belong together.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Where its name leads; empty for nowhere.
    pub href: String,
    /// Places of its items.
    pub items: Vec<usize>,
}

/// Items on lanes, ready to be drawn at any scale.
#[derive(Debug)]
pub struct Timeline {
    shapes: Vec<Shape>,
    lanes: Vec<Lane>,
    layout: Layout,
    /// The name of each lane in lines.
    names: Vec<Vec<String>>,
    /// The width for which they were cut; none so far where it is no number.
    names_in: f64,
    /// The first and the last day, today included where it counts.
    range: (f64, f64),
    letters: Letters,
}

impl Timeline {
    /// A timeline of `items` on `lanes`; with `today` it reaches at least to that day.
    ///
    /// Items of a lane are put in order of their beginning.
    #[must_use]
    pub fn new(items: &[Item], lanes: Vec<Lane>, today: Option<i32>) -> Self {
        Self::in_letters(Letters::default(), items, lanes, today)
    }

    /// The same where letters are as wide as `letters`.
    #[must_use]
    pub fn in_letters(
        letters: Letters,
        items: &[Item],
        mut lanes: Vec<Lane>,
        today: Option<i32>,
    ) -> Self {
        let shapes: Vec<Shape> = items.iter().map(|it| Shape::of(it, letters)).collect();
        let first = |it: &usize| shapes.get(*it).map_or(0.0, |it| it.first);
        for lane in &mut lanes {
            sort_by(&mut lane.items, |one, two| {
                first(one).total_cmp(&first(two))
            });
        }
        let mut range = (f64::INFINITY, f64::NEG_INFINITY);
        for shape in &shapes {
            range = (range.0.min(shape.first), range.1.max(shape.last));
        }
        if let Some(today) = today {
            range.1 = range.1.max(f64::from(today));
        }
        if !range.0.is_finite() || !range.1.is_finite() {
            range = (0.0, 365.0);
        }
        Self {
            shapes,
            lanes,
            layout: Layout::default(),
            names: Vec::new(),
            names_in: f64::NAN,
            range,
            letters,
        }
    }

    /// The window of everything in `width` pixels.
    #[must_use]
    pub fn whole(&self, width: f64) -> Window {
        let (first, last) = self.range;
        // Room at both ends for what reaches beyond its days: marks and open ends.
        let width = width.max(100.0);
        let day = (last - first).max(365.0) / (width - 56.0);
        Window {
            from: first - 14.0 * day,
            to: last.max(first + 365.0) + 42.0 * day,
        }
    }

    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// The step of an item that is nearest to `day`, at most `near` days away.
    #[must_use]
    pub fn mark_at(&self, item: usize, day: f64, near: f64) -> Option<usize> {
        let mut best = None;
        for (place, mark) in self.shapes.get(item)?.marks.iter().enumerate() {
            let away = (f64::midpoint(f64::from(mark.from), f64::from(mark.to)) - day).abs();
            if away <= near && best.is_none_or(|(_, least)| away < least) {
                best = Some((place, away));
            }
        }
        best.map(|it| it.0)
    }

    /// The layout at a scale: that of the last drawing where the scale is the same.
    fn lay_out_at(&mut self, scale: f64, head: f64) {
        // Moving the window leaves its length the same but for the last bits.
        let same = (self.layout.scale - scale).abs() <= scale * 1e-9 && self.layout.head == head;
        if !same || self.layout.lanes.len() != self.lanes.len() {
            self.layout = Layout::new(&self.shapes, &self.lanes, scale, head, self.range.1);
        }
    }
}
