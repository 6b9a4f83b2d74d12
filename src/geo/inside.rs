//! Inside: whether a position lies in a shape, and how far from its edge.

use super::{Position, Ring};

/// Whether `position` lies inside the shape of `rings`, holes left out (the even-odd rule).
#[must_use]
pub fn is_inside(rings: &[Ring], [x, y]: Position) -> bool {
    let mut inside = false;
    for ring in rings {
        each_side(ring, |a, b| {
            if (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
                inside = !inside;
            }
        });
    }
    inside
}

/// The distance from `position` to the nearest side of `rings`, in their unit; infinite when there
/// is none.
#[must_use]
pub fn distance(rings: &[Ring], [x, y]: Position) -> f64 {
    let mut least = f64::INFINITY;
    for ring in rings {
        each_side(ring, |a, b| {
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let length = dx * dx + dy * dy;
            #[allow(clippy::manual_clamp)] // `clamp` would bring the formatting of floats along
            let along = if length > 0.0 {
                (((x - a[0]) * dx + (y - a[1]) * dy) / length)
                    .max(0.0)
                    .min(1.0)
            } else {
                0.0
            };
            least = least.min((a[0] + along * dx - x).hypot(a[1] + along * dy - y));
        });
    }
    least
}

/// Each side of a ring, the closing one first.
fn each_side(ring: &[Position], mut side: impl FnMut(Position, Position)) {
    let Some(&(mut last)) = ring.last() else {
        return;
    };
    for &corner in ring {
        side(last, corner);
        last = corner;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_outside() {
        let square = |low: f64, high: f64| vec![[low, low], [high, low], [high, high], [low, high]];
        let shape = [square(0.0, 10.0), square(4.0, 6.0)];
        assert!(is_inside(&shape, [1.0, 1.0]));
        assert!(!is_inside(&shape, [5.0, 5.0]));
        assert!(!is_inside(&shape, [11.0, 5.0]));
        assert_eq!(distance(&shape, [5.0, 5.5]), 0.5);
        assert_eq!(distance(&shape, [13.0, 14.0]), 5.0);
        assert_eq!(distance(&[], [0.0, 0.0]), f64::INFINITY);
    }
}
