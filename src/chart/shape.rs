//! A shape: what the points of a series look like where another series has the same colour.
//!
//! Colours stay with their place, so what several sources say of one place has one colour. Dashes
//! mean projections; so points tell these series apart: a disc, a square, a diamond, a triangle.

use super::backend::push_tenths;
use super::labels::At;
use super::spec::SeriesInput;

/// Corners around the middle of a point, in hundredths of the radius of a disc about as large.
const CORNERS: [&[(i32, i32)]; 4] = [
    &[],
    &[(-95, -95), (95, -95), (95, 95), (-95, 95)],
    &[(0, -140), (140, 0), (0, 140), (-140, 0)],
    &[(0, -150), (140, 95), (-140, 95)],
];

/// For each series the number of its shape; `None` for all where no two have the same colour.
///
/// With more than four series of one colour, shapes come again.
pub(super) fn shapes(series: &[SeriesInput]) -> Vec<Option<u8>> {
    // The colours, and the grey in front.
    let mut used = [0_u8; 10];
    let mut shapes = Vec::new();
    for it in series {
        // The grey ones behind, which no reader is to tell apart, have no colour of their own.
        let count = used.get_mut(usize::from(it.slot)).filter(|_| it.slot > 0);
        shapes.push(count.map(|count| {
            *count += 1;
            *count - 1
        }));
    }
    if used.iter().all(|it| *it < 2) {
        shapes.fill(None);
    }
    shapes
}

/// The closed outline of a shape around `at`; `None` for a disc.
pub(super) fn outline(shape: Option<u8>, at: At, radius: i32) -> Option<Vec<At>> {
    let corners = CORNERS.get(usize::from(shape?) % CORNERS.len())?;
    let first = corners.first()?;
    let corner = |(x, y): &(i32, i32)| (at.0 + x * radius / 100, at.1 + y * radius / 100);
    Some(corners.iter().chain([first]).map(corner).collect())
}

/// Appends the beginning of an element, without its class, that is a point in the middle of a
/// [sample](super::LegendEntry::sample).
pub(super) fn push_sample(out: &mut String, shape: Option<u8>) {
    let Some(points) = outline(shape, (100, 60), 40) else {
        out.push_str("<circle cx=\"10\" cy=\"6\" r=\"4\"");
        return;
    };
    out.push_str("<path d=\"");
    for (index, (x, y)) in points.into_iter().enumerate() {
        out.push(if index == 0 { 'M' } else { 'L' });
        push_tenths(out, x);
        out.push(' ');
        push_tenths(out, y);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes_of(slots: &[u8]) -> Vec<Option<u8>> {
        let series = |slot: &u8| SeriesInput {
            name: String::new(),
            detail: String::new(),
            slot: *slot,
            subject: 0,
            points: Vec::new(),
        };
        let series: Vec<_> = slots.iter().map(series).collect();
        shapes(&series)
    }

    #[test]
    fn series_of_one_colour_have_shapes_of_their_own() {
        assert_eq!(shapes_of(&[3, 1, 2, 0, 0, 9]), [None; 6]);
        let told = [Some(0), Some(0), Some(1), None, None, Some(2)];
        assert_eq!(shapes_of(&[3, 1, 3, 0, 0, 3]), told);
        // Places in front without a colour are told apart as well.
        assert_eq!(shapes_of(&[1, 9, 9]), [Some(0), Some(0), Some(1)]);
    }

    #[test]
    fn a_shape_is_closed_and_around_its_point() {
        for shape in 1..=3 {
            let outline = outline(Some(shape), (500, 300), 40).unwrap();
            assert_eq!(outline.first(), outline.last());
            for (x, y) in outline {
                assert!((x - 500).abs() <= 60 && (y - 300).abs() <= 60);
            }
        }
        assert!(outline(Some(0), (0, 0), 40).is_none() && outline(None, (0, 0), 40).is_none());
        assert_eq!(outline(Some(5), (0, 0), 40), outline(Some(1), (0, 0), 40));
    }
}
