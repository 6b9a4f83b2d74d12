//! The outline: lands of Southeast Asia as paths for the small map.

use std::fmt::Write;

use super::{Error, Result};
use crate::geo::clip::{area, clip, Bounds};
use crate::geo::topojson::{Shape, Topology};
use crate::geo::{Position, Ring};
use crate::model::cut::{MapOutline, MapShape};

/// What the map shows, in degrees.
const VIEW: Bounds = Bounds {
    left: 92.0,
    right: 142.0,
    low: -11.5,
    high: 28.5,
};

/// Width of the map in units.
const WIDTH: u32 = 1000;

/// Units for each degree.
const SCALE: f64 = WIDTH as f64 / (VIEW.right - VIEW.left);

/// Rings that reach less far than this many units are left out.
const TINY: f64 = 2.0;

/// Corners that stand out by less than this many square units are left out.
const FLAT: f64 = 5.0;

/// A position in whole units.
pub(super) type Cell = (i32, i32);

/// `map.json`.
///
/// # Errors
///
/// When the topology holds no countries.
pub fn outline(topology: &Topology) -> Result<MapOutline> {
    let shapes = topology
        .shapes("countries")
        .map_err(|error| Error::Cut(error.to_string()))?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 800, a constant
    let height = ((VIEW.high - VIEW.low) * SCALE).round() as u32;
    Ok(MapOutline {
        west: VIEW.left,
        north: VIEW.high,
        scale: SCALE,
        width: WIDTH,
        height,
        shapes: shapes.iter().filter_map(shape).collect(),
    })
}

/// A land in the view; `None` when too little of it would show.
fn shape(shape: &Shape) -> Option<MapShape> {
    let rings: Vec<Ring> = shape
        .rings
        .iter()
        .map(|ring| project(&clip(ring, &VIEW)))
        .filter(|ring| ring.len() > 2)
        .collect();
    let mut path = String::new();
    for ring in rings.iter().filter(|ring| extent(ring) >= TINY) {
        draw(&mut path, &simplify(&cells(ring)));
    }
    if path.is_empty() && shape.properties.asean {
        // A member state is never too small to show.
        let largest = rings
            .iter()
            .max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))?;
        let [x, y] = middle(largest);
        let (x, y) = cell([x, y]);
        draw(&mut path, &[(x - 1, y), (x, y - 1), (x + 1, y), (x, y + 1)]);
    }
    (!path.is_empty()).then(|| MapShape {
        code: shape.code.clone(),
        path,
    })
}

/// A ring in units of the map, y downward.
fn project(ring: &[Position]) -> Ring {
    ring.iter()
        .map(|[lon, lat]| [(lon - VIEW.left) * SCALE, (VIEW.high - lat) * SCALE])
        .collect()
}

/// The middle of the box around a ring.
fn middle(ring: &[Position]) -> Position {
    let ([left, top], [right, bottom]) = corners(ring);
    [f64::midpoint(left, right), f64::midpoint(top, bottom)]
}

/// The longer side of the box around a ring.
fn extent(ring: &[Position]) -> f64 {
    let ([left, top], [right, bottom]) = corners(ring);
    (right - left).max(bottom - top)
}

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

/// Leaves out corners that barely stand out, the flattest first (Visvalingam and Whyatt), but keeps
/// at least a triangle.
fn simplify(ring: &[Cell]) -> Vec<Cell> {
    let mut ring = ring.to_vec();
    while ring.len() > 3 {
        let count = ring.len();
        let flattest = (0..count)
            .filter_map(|at| {
                let before = ring.get((at + count - 1) % count)?;
                let after = ring.get((at + 1) % count)?;
                Some((at, triangle(*before, *ring.get(at)?, *after)))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1));
        match flattest {
            Some((at, size)) if size < FLAT => {
                ring.remove(at);
            }
            _ => break,
        }
    }
    ring
}

/// The area of a triangle.
fn triangle(a: Cell, b: Cell, c: Cell) -> f64 {
    f64::from(((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs()) / 2.0
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
