//! A clip: the part of a ring that lies in a box.

use super::{Position, Ring};

/// A box with its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Lowest x or longitude.
    pub left: f64,
    /// Highest x or longitude.
    pub right: f64,
    /// Lowest y or latitude.
    pub low: f64,
    /// Highest y or latitude.
    pub high: f64,
}

/// The part of `ring` inside `bounds`, by Sutherland and Hodgman: edge after edge of the box.
///
/// Parts that touch the box in several places stay joined along its edge. Empty when the ring lies
/// outside.
#[must_use]
pub fn clip(ring: &[Position], bounds: &Bounds) -> Ring {
    let ring = clip_edge(ring, 0, |x| x - bounds.left);
    let ring = clip_edge(&ring, 0, |x| bounds.right - x);
    let ring = clip_edge(&ring, 1, |y| y - bounds.low);
    clip_edge(&ring, 1, |y| bounds.high - y)
}

/// The part of `ring` where `inside` of the coordinate number `axis` is not negative.
fn clip_edge(ring: &[Position], axis: usize, inside: impl Fn(f64) -> f64) -> Ring {
    let depth = |[x, y]: Position| inside(if axis == 0 { x } else { y });
    let mut out = Ring::with_capacity(ring.len());
    let Some(mut last) = ring.last().copied() else {
        return out;
    };
    for &position in ring {
        let (before, now) = (depth(last), depth(position));
        if (before < 0.0) != (now < 0.0) {
            let share = before / (before - now);
            let [x0, y0] = last;
            let [x1, y1] = position;
            out.push([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]);
        }
        if now >= 0.0 {
            out.push(position);
        }
        last = position;
    }
    out
}

/// The area of a ring; negative when it runs clockwise with y upward.
#[must_use]
pub fn area(ring: &[Position]) -> f64 {
    let mut sum = 0.0;
    let mut last = ring.last().copied().unwrap_or_default();
    for &position in ring {
        sum += last[0] * position[1] - position[0] * last[1];
        last = position;
    }
    sum / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Bounds = Bounds {
        left: 0.0,
        right: 10.0,
        low: 0.0,
        high: 10.0,
    };

    #[test]
    fn a_ring_inside_stays() {
        let ring = vec![[1.0, 1.0], [2.0, 1.0], [2.0, 2.0]];
        assert_eq!(clip(&ring, &BOX), ring);
    }

    #[test]
    fn a_ring_outside_goes() {
        assert!(clip(&[[11.0, 1.0], [12.0, 1.0], [12.0, 2.0]], &BOX).is_empty());
        assert!(clip(&[], &BOX).is_empty());
    }

    #[test]
    fn a_ring_across_a_corner_keeps_the_corner_part() {
        let ring = [[5.0, 5.0], [15.0, 5.0], [15.0, 15.0], [5.0, 15.0]];
        assert_eq!(area(&clip(&ring, &BOX)).abs(), 25.0);
    }
}
