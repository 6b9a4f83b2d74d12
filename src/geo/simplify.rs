//! Simplifying: a line with fewer corners that looks the same from further away.

use super::{Position, Ring};

/// Leaves out the corners of `line` that stand out by less than `flat` (the area of the triangle
/// with both neighbours), the flattest first, as Visvalingam and Whyatt found to look best. The two
/// ends stay, so that lines that meet there still do.
#[must_use]
pub fn simplify(line: &[Position], flat: f64) -> Ring {
    let mut kept: Vec<(Position, f64)> = line.iter().map(|it| (*it, f64::INFINITY)).collect();
    for at in 1..kept.len().saturating_sub(1) {
        measure(&mut kept, at);
    }
    loop {
        let flattest = kept
            .iter()
            .enumerate()
            .min_by(|(_, a), (_, b)| a.1.total_cmp(&b.1))
            .map(|(at, it)| (at, it.1));
        let Some((at, _)) = flattest.filter(|it| it.1 < flat) else {
            break;
        };
        kept.remove(at);
        measure(&mut kept, at - 1);
        measure(&mut kept, at);
    }
    kept.into_iter().map(|(position, _)| position).collect()
}

/// Measures how far the corner number `at` stands out; ends keep their infinity.
fn measure(line: &mut [(Position, f64)], at: usize) {
    let around = at
        .checked_sub(1)
        .and_then(|from| line.get_mut(from..at + 2));
    if let Some([before, (corner, area), after]) = around {
        *area = triangle(before.0, *corner, after.0);
    }
}

/// The area of a triangle.
fn triangle(a: Position, b: Position, c: Position) -> f64 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_corners_go_and_ends_stay() {
        let line = [[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [3.0, 5.0], [4.0, 0.0]];
        let simple = [[0.0, 0.0], [2.0, 0.0], [3.0, 5.0], [4.0, 0.0]];
        assert_eq!(simplify(&line, 0.5), simple);
        assert_eq!(simplify(&line, 1e9), [[0.0, 0.0], [4.0, 0.0]]);
        assert_eq!(simplify(&line, 0.0), line);
        assert_eq!(simplify(&line[..1], 1.0), line[..1]);
        assert!(simplify(&[], 1.0).is_empty());
    }

    #[test]
    fn a_long_bulge_does_not_go_corner_by_corner() {
        // Half a circle of many corners: each is flat, together they are not.
        let arc: Vec<Position> = (0..=60)
            .map(|step| (f64::from(step) * 3.0).to_radians())
            .map(|angle| [10.0 * angle.cos(), 10.0 * angle.sin()])
            .collect();
        let simple = simplify(&arc, 5.0);
        assert!((4..20).contains(&simple.len()), "{}", simple.len());
    }
}
