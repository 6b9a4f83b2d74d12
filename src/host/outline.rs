//! Outlines: rings of positions as SVG path data in whole units.

use std::fmt::Write;

use crate::geo::Position;

/// A position in whole units.
pub(super) type Cell = (i32, i32);

/// Two corners of the box around a ring.
pub(super) fn corners(ring: &[Position]) -> (Position, Position) {
    ring.iter().fold(
        ([f64::MAX; 2], [f64::MIN; 2]),
        |([left, top], [right, bottom]), &[x, y]| {
            ([left.min(x), top.min(y)], [right.max(x), bottom.max(y)])
        },
    )
}

/// A position in whole units.
pub(super) fn cell([x, y]: Position) -> Cell {
    #[allow(clippy::cast_possible_truncation)] // within the map
    let whole = |value: f64| value.round() as i32;
    (whole(x), whole(y))
}

/// A ring in whole units, without repetitions.
pub(super) fn cells(ring: &[Position]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = ring.iter().copied().map(cell).collect();
    cells.dedup();
    while cells.len() > 1 && cells.first() == cells.last() {
        cells.pop();
    }
    cells
}

/// Adds a ring to a path, each corner as the step from the one before.
pub(super) fn draw(path: &mut String, ring: &[Cell]) {
    let mut corners = ring.iter();
    let Some(&(mut x, mut y)) = corners.next() else {
        return;
    };
    // Writing to a string cannot fail.
    let _ = write!(path, "M{x} {y}l");
    let mut first = true;
    for &(to_x, to_y) in corners {
        let (dx, dy) = (to_x - x, to_y - y);
        let gap = if first || dx < 0 { "" } else { " " };
        let between = if dy < 0 { "" } else { " " };
        let _ = write!(path, "{gap}{dx}{between}{dy}");
        (x, y, first) = (to_x, to_y, false);
    }
    path.push('z');
}
