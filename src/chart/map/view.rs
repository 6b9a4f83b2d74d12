//! A view: which part of the map a reader sees.
//!
//! A view knows nothing of pixels: the same address shows the same place on a phone and on a desk.
//! Whatever depends on the drawing takes its [`Size`]. All positions are kept in whole numbers, so
//! that a view written into an address and read back is the same view.
//!
//! ```
//! use ascn_atlas::chart::{map::{MapStep, View}, Size};
//!
//! let size = Size { width: 640, height: 520 };
//! let view = View::WHOLE.stepped(MapStep::In, size);
//! assert_eq!(view.to_text(), "8.65,116.275,2");
//! assert_eq!(View::parse("8.65,116.275,2"), Some(view));
//! assert_eq!(view.stepped(MapStep::Out, size), View::WHOLE);
//! ```

use crate::chart::Size;
use crate::geo::sheet;

/// Thousandths of a degree, about 110 metres: less than a pixel at the closest view.
const FINENESS: f64 = 1000.0;
/// Zoom of the whole sheet, in hundredths.
const WHOLE: i32 = 100;
/// Closest zoom: nearer, outlines at 1:10 million would show their corners.
const CLOSEST: i32 = 3200;
/// Zoom at which a single place is shown among its neighbours.
const NEAR: i32 = 800;
/// From this many pixels a degree on, the coarse outlines look coarse.
const FINE_FROM: f64 = 42.0;

/// Which part of the sheet is shown: its middle, and how close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Latitude of the middle in thousandths of a degree.
    lat: i32,
    /// Longitude of the middle in thousandths of a degree.
    lon: i32,
    /// Hundredths: 100 shows the whole sheet, 200 half of its width.
    zoom: i32,
}

/// A step of the keyboard or of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapStep {
    /// A quarter of the frame to the west.
    West,
    /// A quarter of the frame to the east.
    East,
    /// A quarter of the frame to the north.
    North,
    /// A quarter of the frame to the south.
    South,
    /// Twice as close.
    In,
    /// Half as close.
    Out,
    /// The whole sheet.
    Whole,
}

/// How much detail a view needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapDetail {
    /// `lands.json`.
    Coarse,
    /// `lands-fine.json`; until it is there, the coarse lands do.
    Fine,
}

impl View {
    /// The whole sheet.
    pub const WHOLE: Self = Self {
        lat: 8650,
        lon: 116_275,
        zoom: WHOLE,
    };

    /// How many times closer than the whole sheet: from 1 to 32.
    #[must_use]
    pub fn zoom(self) -> f64 {
        f64::from(self.zoom) / 100.0
    }

    /// Whether a step closer, or a step back, changes anything.
    #[must_use]
    pub const fn can_step(self, step: MapStep) -> bool {
        match step {
            MapStep::In => self.zoom < CLOSEST,
            MapStep::Out => self.zoom > WHOLE,
            _ => true,
        }
    }

    /// Units of the drawing for each degree of latitude. At zoom 1 the sheet just fits into `size`.
    #[must_use]
    pub fn scale(self, size: Size) -> f64 {
        let (width, height) = dimensions(size);
        (width / sheet::WIDTH).min(height / sheet::HEIGHT) * self.zoom()
    }

    /// Which lands to draw.
    #[must_use]
    pub fn detail(self, size: Size) -> MapDetail {
        if self.scale(size) < FINE_FROM {
            MapDetail::Coarse
        } else {
            MapDetail::Fine
        }
    }

    /// The middle on the sheet.
    fn middle(self) -> [f64; 2] {
        sheet::flat([
            f64::from(self.lon) / FINENESS,
            f64::from(self.lat) / FINENESS,
        ])
    }

    /// Where a place stands in a drawing of `size`: units from its left and its top edge.
    #[must_use]
    pub fn place(self, size: Size, lat: f64, lon: f64) -> (f64, f64) {
        let [x, y] = sheet::flat([lon, lat]);
        let (left, top) = self.corner(size);
        let scale = self.scale(size);
        ((x - left) * scale, (y - top) * scale)
    }

    /// Latitude and longitude of a point of the drawing.
    #[must_use]
    pub fn under(self, size: Size, x: f64, y: f64) -> (f64, f64) {
        let (left, top) = self.corner(size);
        let scale = self.scale(size);
        let [lon, lat] = sheet::round([left + x / scale, top + y / scale]);
        (lat, lon)
    }

    /// The upper left corner of the drawing on the sheet, in degrees of latitude.
    pub(super) fn corner(self, size: Size) -> (f64, f64) {
        let ([x, y], (width, height)) = (self.middle(), dimensions(size));
        let scale = self.scale(size);
        (x - width / scale / 2.0, y - height / scale / 2.0)
    }

    /// The view whose middle is a position on the sheet, moved so that nothing beyond the sheet
    /// shows that need not.
    fn at([x, y]: [f64; 2], zoom: i32, size: Size) -> Self {
        let view = Self {
            zoom: zoom.max(WHOLE).min(CLOSEST),
            ..Self::WHOLE
        };
        let (width, height) = dimensions(size);
        let scale = view.scale(size);
        let [lon, lat] = sheet::round([
            kept(x, width / scale / 2.0, sheet::WIDTH),
            kept(y, height / scale / 2.0, sheet::HEIGHT),
        ]);
        Self {
            lat: whole(lat * FINENESS),
            lon: whole(lon * FINENESS),
            ..view
        }
    }

    /// The same view, moved so that the sheet fills the drawing as far as it can. To be used on what
    /// an address says; every other way to a view does it by itself.
    #[must_use]
    pub fn kept_in(self, size: Size) -> Self {
        Self::at(self.middle(), self.zoom, size)
    }

    /// After the map was dragged to the right by `dx` and down by `dy` units of the drawing.
    #[must_use]
    pub fn dragged(self, size: Size, dx: f64, dy: f64) -> Self {
        let ([x, y], scale) = (self.middle(), self.scale(size));
        Self::at([x - dx / scale, y - dy / scale], self.zoom, size)
    }

    /// `factor` times as close, while the place under a point of the drawing stays where it is
    /// (unless that would show what lies beyond the sheet).
    #[must_use]
    pub fn zoomed(self, size: Size, factor: f64, x: f64, y: f64) -> Self {
        let zoom = whole(f64::from(self.zoom) * factor).max(WHOLE).min(CLOSEST);
        let (left, top) = self.corner(size);
        let (width, height) = dimensions(size);
        let (before, after) = (self.scale(size), Self { zoom, ..self }.scale(size));
        // The place under the point, then from it to the middle at the new scale.
        let across =
            |corner: f64, at: f64, length: f64| corner + at / before + (length / 2.0 - at) / after;
        Self::at([across(left, x, width), across(top, y, height)], zoom, size)
    }

    /// After a step of the keyboard or of a button.
    #[must_use]
    pub fn stepped(self, step: MapStep, size: Size) -> Self {
        let (width, height) = dimensions(size);
        let (quarter, fourth) = (width / 4.0, height / 4.0);
        match step {
            MapStep::West => self.dragged(size, quarter, 0.0),
            MapStep::East => self.dragged(size, -quarter, 0.0),
            MapStep::North => self.dragged(size, 0.0, fourth),
            MapStep::South => self.dragged(size, 0.0, -fourth),
            MapStep::In => self.zoomed(size, 2.0, width / 2.0, height / 2.0),
            MapStep::Out => self.zoomed(size, 0.5, width / 2.0, height / 2.0),
            MapStep::Whole => Self::WHOLE.kept_in(size),
        }
    }

    /// The closest view that shows all `places` (latitude, longitude) with `margin` units of the
    /// drawing around them; a single place among its neighbours. The whole sheet for none.
    #[must_use]
    pub fn fitting(places: &[(f64, f64)], size: Size, margin: u32) -> Self {
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for &(lat, lon) in places {
            let [x, y] = sheet::flat([lon, lat]);
            low = [low[0].min(x), low[1].min(y)];
            high = [high[0].max(x), high[1].max(y)];
        }
        if places.is_empty() {
            return Self::WHOLE.kept_in(size);
        }
        let (width, height) = dimensions(size);
        let room = |length: f64| (length - 2.0 * f64::from(margin)).max(1.0);
        // Down to a hundredth of a degree, for places in one spot.
        let span = [(high[0] - low[0]).max(0.01), (high[1] - low[1]).max(0.01)];
        let scale = (room(width) / span[0]).min(room(height) / span[1]);
        let zoom = (scale / Self::WHOLE.scale(size) * 100.0).min(f64::from(NEAR));
        #[allow(clippy::cast_possible_truncation)] // at most NEAR
        let zoom = zoom as i32;
        let middle = [
            f64::midpoint(low[0], high[0]),
            f64::midpoint(low[1], high[1]),
        ];
        Self::at(middle, zoom, size)
    }

    /// As an address says it: latitude, longitude and zoom, `"3.14,101.687,4.5"`.
    #[must_use]
    pub fn to_text(self) -> String {
        let mut text = String::new();
        for (value, places) in [(self.lat, 3), (self.lon, 3), (self.zoom, 2)] {
            if !text.is_empty() {
                text.push(',');
            }
            push_decimal(&mut text, value, places);
        }
        text
    }

    /// What [`View::to_text`] wrote; `None` for everything that it would not write.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let view = Self {
            lat: parse_decimal(parts.next()?, 3)?,
            lon: parse_decimal(parts.next()?, 3)?,
            zoom: parse_decimal(parts.next()?, 2)?,
        };
        let is_on_earth = view.lat.abs() <= 90_000 && view.lon.abs() <= 180_000;
        let is_zoom = (WHOLE..=CLOSEST).contains(&view.zoom);
        (is_on_earth && is_zoom && parts.next().is_none()).then_some(view)
    }
}

/// Width and height, never zero.
pub(super) fn dimensions(size: Size) -> (f64, f64) {
    (f64::from(size.width.max(1)), f64::from(size.height.max(1)))
}

/// `middle` moved so that `half` to both its sides lies between 0 and `length`, or, where that is
/// shorter, at its middle.
fn kept(middle: f64, half: f64, length: f64) -> f64 {
    if half * 2.0 >= length {
        length / 2.0
    } else {
        middle.max(half).min(length - half)
    }
}

/// The nearest whole number.
pub(super) fn whole(value: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)] // saturates
    let whole = (value + 0.5).floor() as i32;
    whole
}

/// Appends `value / 10^places` without zeros at its end.
pub(super) fn push_decimal(out: &mut String, value: i32, places: u32) {
    if value < 0 {
        out.push('-');
    }
    let one = 10_u32.pow(places);
    let size = value.unsigned_abs();
    out.push_str(&(size / one).to_string());
    let (mut rest, mut unit) = (size % one, one / 10);
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        #[allow(clippy::cast_possible_truncation)] // below ten
        let digit = (rest / unit) as u8;
        out.push(char::from(b'0' + digit));
        rest %= unit;
        unit /= 10;
    }
}

/// A decimal with at most `places` digits behind its point, times `10^places`.
fn parse_decimal(text: &str, places: u32) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (mut value, mut behind) = (0_i32, None);
    for letter in digits.bytes() {
        match (letter, behind) {
            (b'.', None) if value > 0 || digits.starts_with('0') => behind = Some(0),
            (b'0'..=b'9', _) => {
                value = value
                    .checked_mul(10)?
                    .checked_add(i32::from(letter - b'0'))?;
                behind = behind.map(|count| count + 1);
            }
            _ => return None,
        }
    }
    let missing = places.checked_sub(behind.unwrap_or(0))?;
    if digits.is_empty() || behind == Some(0) {
        return None;
    }
    value.checked_mul(10_i32.pow(missing)).map(|it| sign * it)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [Size; 5] = [
        Size {
            width: 340,
            height: 280,
        },
        Size {
            width: 340,
            height: 600,
        },
        Size {
            width: 640,
            height: 520,
        },
        Size {
            width: 1100,
            height: 500,
        },
        Size {
            width: 1,
            height: 1,
        },
    ];

    /// Views reached by long walks of drags, zooms and steps, each with its size.
    fn walked(mut check: impl FnMut(View, Size)) {
        let mut state = 11_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from((state >> 8) % below)
        };
        for size in SIZES {
            let mut view = View::WHOLE.kept_in(size);
            for _ in 0..2_000 {
                view = match whole(next(4)) {
                    0 => view.dragged(size, next(900) - 450.0, next(900) - 450.0),
                    1 => {
                        let (x, y) = (next(size.width), next(size.height));
                        view.zoomed(size, (next(200) + 40.0) / 100.0, x, y)
                    }
                    2 => view.stepped(MapStep::In, size),
                    _ => view.dragged(size, next(20) - 10.0, next(20) - 10.0),
                };
                check(view, size);
            }
        }
    }

    #[test]
    fn a_view_survives_its_address() {
        let mut seen = 0;
        walked(|view, _| {
            assert_eq!(View::parse(&view.to_text()), Some(view), "{view:?}");
            seen += usize::from(view.lat < 0);
        });
        assert!(seen > 100, "{seen} south of the equator");
        assert_eq!(View::WHOLE.to_text(), "8.65,116.275,1");
        let view = View {
            lat: -8_050,
            lon: 101_000,
            zoom: 1_205,
        };
        assert_eq!(view.to_text(), "-8.05,101,12.05");
    }

    #[test]
    fn nonsense_is_no_view() {
        for text in [
            "",
            ",",
            ",,",
            "1,2",
            "1,2,",
            "1,2,3,4",
            "a,b,c",
            "1.,2,3",
            ".5,2,3",
            "1.2345,2,3",
            "1,2,0.5",
            "1,2,32.01",
            "1,2,33",
            "91,2,3",
            "1,181,3",
            "--1,2,3",
            "1,2,-3",
            "1e1,2,3",
            "99999999999,2,3",
            "1,2,99999999",
            "+1,2,3",
            " 1,2,3",
            "-,2,3",
            "1..2,2,3",
            "١,2,3",
        ] {
            assert_eq!(View::parse(text), None, "{text:?}");
        }
        assert!(View::parse("-0.5,100,32").is_some());
    }

    #[test]
    fn nothing_beyond_the_sheet_shows_that_need_not() {
        walked(|view, size| {
            let ((left, top), scale) = (view.corner(size), view.scale(size));
            let (width, height) = dimensions(size);
            for (low, length, whole) in [
                (left, width / scale, sheet::WIDTH),
                (top, height / scale, sheet::HEIGHT),
            ] {
                if length >= whole {
                    assert!((low + length / 2.0 - whole / 2.0).abs() < 2e-3);
                } else {
                    assert!(
                        low > -2e-3 && low + length < whole + 2e-3,
                        "{view:?} {size:?}"
                    );
                }
            }
            assert_eq!(view.kept_in(size), view);
            assert!((1.0..=32.0).contains(&view.zoom()));
        });
    }

    #[test]
    fn the_place_under_the_fingers_stays_there() {
        let mut held = 0;
        walked(|view, size| {
            let (x, y) = (f64::from(size.width) * 0.3, f64::from(size.height) * 0.6);
            let (lat, lon) = view.under(size, x, y);
            let closer = view.zoomed(size, 1.7, x, y);
            let (to_x, to_y) = closer.place(size, lat, lon);
            // Where the sheet ends, the view gives way.
            let free = View {
                lat: view.lat,
                ..closer
            }
            .kept_in(size)
            .lon == closer.lon;
            let scale = closer.scale(size);
            let (wide, high) = (
                f64::from(size.width) / view.scale(size) < sheet::WIDTH,
                f64::from(size.height) / view.scale(size) < sheet::HEIGHT,
            );
            if free && wide && high {
                assert!(
                    (to_x - x).abs() <= scale * 1.1e-3 + 1e-6,
                    "{view:?} {size:?}"
                );
                assert!(
                    (to_y - y).abs() <= scale * 1.1e-3 + 1e-6,
                    "{view:?} {size:?}"
                );
                held += 1;
            }
        });
        assert!(held > 5_000, "{held}");
    }

    #[test]
    fn a_drag_moves_places_with_the_pointer() {
        let size = SIZES[2];
        let view = View {
            zoom: 400,
            ..View::WHOLE
        };
        let before = view.place(size, 3.0, 110.0);
        let after = view.dragged(size, 37.0, -21.0).place(size, 3.0, 110.0);
        assert!(
            (after.0 - before.0 - 37.0).abs() < 0.06,
            "{before:?} {after:?}"
        );
        assert!(
            (after.1 - before.1 + 21.0).abs() < 0.06,
            "{before:?} {after:?}"
        );
        let (lat, lon) = view.under(size, before.0, before.1);
        assert!((lat - 3.0).abs() < 1e-9 && (lon - 110.0).abs() < 1e-9);
    }

    #[test]
    fn steps_go_where_they_say() {
        let size = SIZES[2];
        let view = View {
            zoom: 800,
            ..View::WHOLE
        };
        let to = |step| view.stepped(step, size);
        assert!(to(MapStep::West).lon < view.lon && to(MapStep::West).lat == view.lat);
        assert!(to(MapStep::East).lon > view.lon);
        assert!(to(MapStep::North).lat > view.lat && to(MapStep::North).lon == view.lon);
        assert!(to(MapStep::South).lat < view.lat);
        assert_eq!(to(MapStep::West).stepped(MapStep::East, size), view);
        assert_eq!((to(MapStep::In).zoom, to(MapStep::Out).zoom), (1600, 400));
        assert_eq!(to(MapStep::Whole), View::WHOLE);
        assert!(!View::WHOLE.can_step(MapStep::Out) && View::WHOLE.can_step(MapStep::In));
        let closest = to(MapStep::In).stepped(MapStep::In, size);
        assert!(!closest.can_step(MapStep::In) && closest.can_step(MapStep::Out));
    }

    #[test]
    fn places_that_are_fitted_are_seen() {
        let all = [(-8.65, 115.2), (21.97, 96.1), (7.07, 125.6), (16.9, 121.8)];
        for size in &SIZES[..4] {
            for count in 1..=all.len() {
                let places = &all[..count];
                let view = View::fitting(places, *size, 20);
                for &(lat, lon) in places {
                    let (x, y) = view.place(*size, lat, lon);
                    assert!(
                        (19.0..f64::from(size.width) - 19.0).contains(&x),
                        "{view:?}"
                    );
                    assert!(
                        (19.0..f64::from(size.height) - 19.0).contains(&y),
                        "{view:?}"
                    );
                }
                // No closer view would do, unless it is as close as a single place is shown.
                let closer = View {
                    zoom: view.zoom * 11 / 10,
                    ..view
                };
                let is_seen = |&(lat, lon): &(f64, f64)| {
                    let (x, y) = closer.place(*size, lat, lon);
                    (20.0..f64::from(size.width) - 20.0).contains(&x)
                        && (20.0..f64::from(size.height) - 20.0).contains(&y)
                };
                assert!(view.zoom == NEAR || !places.iter().all(is_seen) || view.zoom == WHOLE);
            }
            assert_eq!(View::fitting(&[], *size, 0).zoom, WHOLE);
        }
    }

    #[test]
    fn detail_comes_with_closeness() {
        for size in SIZES {
            let mut last = MapDetail::Coarse;
            for zoom in WHOLE..=CLOSEST {
                let detail = View {
                    zoom,
                    ..View::WHOLE
                }
                .detail(size);
                assert!(last == MapDetail::Coarse || detail == MapDetail::Fine);
                last = detail;
            }
            assert_eq!(View::WHOLE.detail(size), MapDetail::Coarse);
            assert_eq!(last == MapDetail::Fine, size.width > 1);
        }
    }
}
