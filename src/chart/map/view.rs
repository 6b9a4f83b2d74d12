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
//! let view = View::WHOLE.stepped(MapStep::In, size, &[]);
//! assert_eq!(view.to_text(), "8.65,116.275,2");
//! assert_eq!(View::parse("8.65,116.275,2"), Some(view));
//! assert_eq!(view.stepped(MapStep::Out, size, &[]), View::WHOLE);
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
            zoom: zoom.clamp(WHOLE, CLOSEST),
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
        let zoom = whole(f64::from(self.zoom) * factor).clamp(WHOLE, CLOSEST);
        let (left, top) = self.corner(size);
        let (width, height) = dimensions(size);
        let (before, after) = (self.scale(size), Self { zoom, ..self }.scale(size));
        // The place under the point, then from it to the middle at the new scale.
        let across =
            |corner: f64, at: f64, length: f64| corner + at / before + (length / 2.0 - at) / after;
        Self::at([across(left, x, width), across(top, y, height)], zoom, size)
    }

    /// Whether a place (latitude, longitude) stands inside a drawing of `size`.
    #[must_use]
    pub fn shows(self, size: Size, (lat, lon): (f64, f64)) -> bool {
        let ((x, y), (width, height)) = (self.place(size, lat, lon), dimensions(size));
        (0.0..=width).contains(&x) && (0.0..=height).contains(&y)
    }

    /// After a step of the keyboard or of a button.
    ///
    /// A step closer leads towards one of `places` (latitude, longitude), the nearest to the middle
    /// of those in view, and so never into the open sea between them; where none is in view, to the
    /// middle.
    #[must_use]
    pub fn stepped(self, step: MapStep, size: Size, places: &[(f64, f64)]) -> Self {
        if !self.can_step(step) {
            return self;
        }
        let (width, height) = dimensions(size);
        let (quarter, fourth) = (width / 4.0, height / 4.0);
        match step {
            MapStep::West => self.dragged(size, quarter, 0.0),
            MapStep::East => self.dragged(size, -quarter, 0.0),
            MapStep::North => self.dragged(size, 0.0, fourth),
            MapStep::South => self.dragged(size, 0.0, -fourth),
            MapStep::In => {
                let (dx, dy) = self.to_nearest(size, places);
                let (x, y) = (width / 2.0 + dx, height / 2.0 + dy);
                // Halfway to the middle: a leap would lose the reader.
                let zoomed = self.zoomed(size, 2.0, x, y);
                zoomed.dragged(size, -dx / 2.0, -dy / 2.0)
            }
            MapStep::Out => self.zoomed(size, 0.5, width / 2.0, height / 2.0),
            MapStep::Whole => Self::WHOLE.kept_in(size),
        }
    }

    /// From the middle of the drawing to the nearest of `places` in view; zero where none is.
    fn to_nearest(self, size: Size, places: &[(f64, f64)]) -> (f64, f64) {
        let (width, height) = dimensions(size);
        let mut nearest = (0.0, 0.0);
        let mut least = f64::MAX;
        for &(lat, lon) in places.iter().filter(|it| self.shows(size, **it)) {
            let (x, y) = self.place(size, lat, lon);
            let (dx, dy) = (x - width / 2.0, y - height / 2.0);
            let distance = dx * dx + dy * dy;
            if distance < least {
                (nearest, least) = ((dx, dy), distance);
            }
        }
        nearest
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

/// Farther than this is out of every drawing. Sums of a few places so far away still are numbers.
const FAR: i32 = 100_000_000;

/// The nearest whole number; what lies beyond [`FAR`] stands there.
pub(super) fn whole(value: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)] // saturates
    let whole = (value + 0.5).floor() as i32;
    whole.clamp(-FAR, FAR)
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
mod tests;
