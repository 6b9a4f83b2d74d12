//! The layout: which row of which lane each item stands in, at one scale.

use super::item::Shape;
use super::Lane;

/// Pixels of a row: a label above its bar.
pub(super) const ROW: f64 = 34.0;
/// Pixels above the rows of a lane and below them.
pub(super) const PAD: f64 = 6.0;

/// A lane in the layout.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Upper edge, in pixels from the top of the body.
    pub top: f64,
    /// Height with padding and, where it stands above, the name.
    pub height: f64,
    /// The row of each item of the lane, in the order of its items.
    pub rows: Vec<u32>,
}

/// Where everything stands at one scale, whatever part of the time is in sight: nothing jumps while
/// the reader moves along.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub scale: f64,
    /// Height of the name of a lane where it stands above its rows, else 0.
    pub head: f64,
    pub lanes: Vec<Place>,
    pub height: f64,
}

impl Layout {
    /// Puts each item into the first row of its lane that is free by then. Items come in order of
    /// their beginning.
    pub fn new(shapes: &[Shape], lanes: &[Lane], scale: f64, head: f64, range_end: f64) -> Self {
        let mut top = 0.0;
        let mut free: Vec<f64> = Vec::new();
        let place = |lane: &Lane| {
            free.clear();
            let mut rows = Vec::with_capacity(lane.items.len());
            for shape in lane.items.iter().filter_map(|it| shapes.get(*it)) {
                let extent = shape.extent(scale, range_end);
                let row = free.iter().position(|end| *end <= extent.from);
                match row.and_then(|row| free.get_mut(row)) {
                    Some(end) => *end = extent.to,
                    None => free.push(extent.to),
                }
                let row = row.unwrap_or(free.len() - 1);
                rows.push(u32::try_from(row).unwrap_or(u32::MAX));
            }
            let count = u32::try_from(free.len().max(1)).unwrap_or(u32::MAX);
            let height = f64::from(count) * ROW + 2.0 * PAD + head;
            top += height;
            Place {
                top: top - height,
                height,
                rows,
            }
        };
        let lanes: Vec<Place> = lanes.iter().map(place).collect();
        Self {
            scale,
            head,
            height: lanes.last().map_or(0.0, |it| it.top + it.height),
            lanes,
        }
    }
}
