//! The lands of the map, cut to two levels of detail.

use super::outline::{cell, cells, corners, draw, Cell};
use super::{Error, Result};
use crate::geo::clip::area;
use crate::geo::sheet;
use crate::geo::simplify::simplify;
use crate::geo::topojson::{Shape, Topology};
use crate::geo::{Position, Ring};
use crate::model::cut_map::{Land, LandPart, MapLands};

/// How much of the outlines a level keeps.
struct Level {
    /// Units for each degree of latitude.
    units: u32,
    /// Corners that stand out by less than this many square units are left out.
    flat: f64,
    /// Pieces that reach less far than this many units are left out.
    tiny: f64,
}

/// For up to about 40 pixels a degree: the whole region on a screen.
const COARSE: Level = Level {
    units: 24,
    flat: 1.5,
    tiny: 2.5,
};

/// For a closer look.
const FINE: Level = Level {
    units: 320,
    flat: 6.0,
    tiny: 5.0,
};

/// Pieces whose middles lie in one square of this many degrees make up a part.
const SQUARE: i32 = 6;

/// `lands.json`, from outlines at 1:50 million.
///
/// # Errors
///
/// When the topology holds no countries.
pub fn coarse(topology: &Topology) -> Result<MapLands> {
    lands(topology, &COARSE)
}

/// `lands-fine.json`, from outlines at 1:10 million.
///
/// # Errors
///
/// When the topology holds no countries.
pub fn fine(topology: &Topology) -> Result<MapLands> {
    lands(topology, &FINE)
}

fn lands(topology: &Topology, level: &Level) -> Result<MapLands> {
    let units = f64::from(level.units);
    // Borders are thinned before they are shared out, so that neighbours still fit together.
    let thin = |arc: &[Position]| {
        let arc: Ring = arc
            .iter()
            .map(|&place| sheet::flat(place).map(|it| it * units))
            .collect();
        simplify(&arc, level.flat)
    };
    let mut shapes = topology
        .shapes_of_arcs("countries", thin)
        .map_err(|error| Error::Cut(error.to_string()))?;
    shapes.sort_by(|one, two| one.code.cmp(&two.code));
    Ok(MapLands {
        units: level.units,
        lands: shapes.iter().filter_map(|it| land(it, level)).collect(),
    })
}

/// A land; `None` when nothing of it is on the sheet and large enough to show.
fn land(shape: &Shape, level: &Level) -> Option<Land> {
    let size = |ring: &Ring| area(ring).abs();
    let largest = shape
        .rings
        .iter()
        .max_by(|a, b| size(a).total_cmp(&size(b)))?;
    let units = f64::from(level.units);
    // Its parts by the square in which they lie, in order of their first piece.
    let mut parts: Vec<(Cell, Vec<Vec<Cell>>)> = Vec::new();
    for ring in &shape.rings {
        let ([left, top], [right, bottom]) = corners(ring);
        let extent = (right - left).max(bottom - top);
        let cells = cells(ring);
        let is_beyond = left > sheet::WIDTH * units
            || top > sheet::HEIGHT * units
            || right < 0.0
            || bottom < 0.0;
        if is_beyond || extent < level.tiny || cells.len() < 3 {
            continue;
        }
        let edge = SQUARE * i32::try_from(level.units).unwrap_or(1);
        let middle = cell([f64::midpoint(left, right), f64::midpoint(top, bottom)]);
        let square = (middle.0.div_euclid(edge), middle.1.div_euclid(edge));
        match parts.iter_mut().find(|it| it.0 == square) {
            Some((_, rings)) => rings.push(cells),
            None => parts.push((square, vec![cells])),
        }
    }
    if parts.is_empty() {
        return None;
    }
    let hundredths =
        shape.rings.iter().map(|it| area(it)).sum::<f64>().abs() / (units * units) * 100.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // within the map
    let area = hundredths.round() as u32;
    Some(Land {
        code: shape.code.clone(),
        middle: cell(centroid(largest)),
        area,
        parts: parts.iter().map(|(_, rings)| part(rings)).collect(),
    })
}

/// Pieces with the box around them.
fn part(rings: &[Vec<Cell>]) -> LandPart {
    let mut part = LandPart {
        from: (i32::MAX, i32::MAX),
        to: (i32::MIN, i32::MIN),
        path: String::new(),
    };
    for ring in rings {
        for &(x, y) in ring {
            part.from = (part.from.0.min(x), part.from.1.min(y));
            part.to = (part.to.0.max(x), part.to.1.max(y));
        }
        draw(&mut part.path, ring);
    }
    part
}

/// The centre of gravity of a ring.
fn centroid(ring: &[Position]) -> Position {
    let mut sum = [0.0; 2];
    let mut last = ring.last().copied().unwrap_or_default();
    for &corner in ring {
        let cross = last[0] * corner[1] - corner[0] * last[1];
        sum = [
            sum[0] + (last[0] + corner[0]) * cross,
            sum[1] + (last[1] + corner[1]) * cross,
        ];
        last = corner;
    }
    let area = area(ring);
    sum.map(|it| it / (6.0 * area))
}
