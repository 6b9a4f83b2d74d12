//! The sheet: the part of the earth that the map of Southeast Asia shows, and how it is laid flat.
//!
//! The projection is equirectangular, true to scale along the parallel of 10° north: a degree of
//! longitude is 0.985 (the cosine of 10°) as long as one of latitude, everywhere. Chosen over
//! Mercator because lands so near the equator look the same in both (east to west at most 5 %
//! longer than true from the southern edge to 20° north, 11 % at the northern tip of Myanmar), while
//! Mercator would enlarge areas, which a reader compares on shaded maps, by up to 30 %. It is also
//! linear: going to and fro is exact, and a file of outlines serves every zoom without being
//! computed again.

use super::Position;

/// Longitude of the left edge.
pub const WEST: f64 = 91.5;
/// Longitude of the right edge: the border of Indonesia with Papua New Guinea, hardly beyond.
pub const EAST: f64 = 141.05;
/// Latitude of the top edge.
pub const NORTH: f64 = 28.9;
/// Latitude of the bottom edge.
pub const SOUTH: f64 = -11.6;
/// Length of a degree of longitude in degrees of latitude.
pub const STRETCH: f64 = 0.985;
/// Width in degrees of latitude.
pub const WIDTH: f64 = (EAST - WEST) * STRETCH;
/// Height in degrees of latitude.
pub const HEIGHT: f64 = NORTH - SOUTH;

/// A position of longitude and latitude on the sheet: degrees of latitude to the right of its left
/// edge and below its top edge.
#[must_use]
pub fn flat([lon, lat]: Position) -> Position {
    [(lon - WEST) * STRETCH, NORTH - lat]
}

/// The way back from [`flat`].
#[must_use]
pub fn round([x, y]: Position) -> Position {
    [x / STRETCH + WEST, NORTH - y]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_ends_where_it_began() {
        for lon in 90..=142 {
            for lat in -12..=29 {
                let place = [f64::from(lon) + 0.25, f64::from(lat) - 0.4];
                let back = round(flat(place));
                assert!((back[0] - place[0]).abs() < 1e-12, "{place:?} {back:?}");
                assert!((back[1] - place[1]).abs() < 1e-12, "{place:?} {back:?}");
            }
        }
        assert_eq!(flat([WEST, NORTH]), [0.0, 0.0]);
        assert_eq!(flat([EAST, SOUTH]), [WIDTH, HEIGHT]);
    }

    #[test]
    fn lands_are_stretched_as_little_as_the_text_says() {
        let stretch = |lat: f64| STRETCH / lat.to_radians().cos();
        for lat in -11..=20 {
            let it = stretch(f64::from(lat));
            assert!((0.985..=1.05).contains(&it), "{lat}: {it}");
        }
        assert!(stretch(28.5) < 1.125);
        assert!((STRETCH - 10_f64.to_radians().cos()).abs() < 5e-4);
    }
}
