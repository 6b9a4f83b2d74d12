//! The ground of a map: sea, lands and their borders, as SVG with classes in place of colours.
//!
//! Outlines are written as they stand in the file; a nested `<svg>` with a `viewBox` of its own
//! moves and scales them, and cuts off what lies beyond the frame. Marks and names are drawn over it
//! in units of the drawing, so that they keep their size at every zoom.

use crate::chart::backend::{push_escaped, push_tenths, FONT};
use crate::chart::labels::{At, Room};
use crate::chart::Size;
use crate::geo::sheet;
use crate::model::cut_map::{Land, LandPart, MapLands};
use crate::model::Country;

use super::names::Anchor;
use super::view::{dimensions, push_decimal, whole, View};

/// Radius of the mark that stands for a state which is too small to see, in tenths.
const SMALL: i32 = 45;

/// From the middle of a line of text down to its baseline, in thousandths of an em.
const BASELINE: i32 = 355;

/// Lands as a reader sees them.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// Outlines.
    pub lands: &'a MapLands,
    /// Which part of them.
    pub view: View,
    /// Size of the map, whose upper left corner is that of the drawing.
    pub size: Size,
}

/// How a land is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LandLook {
    /// Classes.
    pub class: String,
    /// Paint that classes cannot name; empty for none.
    pub fill: String,
    /// Which point of the figure it stands for.
    pub point: Option<usize>,
}

impl LandLook {
    /// A land that says nothing but where it is.
    pub fn plain(code: &str, home: Option<Country>) -> Self {
        let class = match Country::from_code(code) {
            Some(country) if home == Some(country) => "land home",
            Some(_) => "land member",
            None => "land",
        };
        Self {
            class: class.to_owned(),
            ..Self::default()
        }
    }

    /// Appends the attributes.
    pub fn write(&self, out: &mut String) {
        attribute(out, "class", &self.class);
        if !self.fill.is_empty() {
            attribute(out, "fill", &self.fill);
        }
        if let Some(point) = self.point {
            attribute(out, "data-point", &point.to_string());
        }
    }
}

impl Ground<'_> {
    /// Appends sea and lands.
    pub fn draw(&self, out: &mut String, look: &dyn Fn(&str) -> LandLook) {
        let (left, top) = self.view.corner(self.size);
        let (scale, units) = (self.view.scale(self.size), f64::from(self.lands.units));
        let (width, height) = dimensions(self.size);
        // What is seen of the sheet, in its degrees of latitude.
        let low = [left.max(0.0), top.max(0.0)];
        let high = [
            (left + width / scale).min(sheet::WIDTH),
            (top + height / scale).min(sheet::HEIGHT),
        ];
        let span = [high[0] - low[0], high[1] - low[1]];
        out.push_str("<svg ");
        for (name, value) in [
            ("x", low[0] - left),
            ("y", low[1] - top),
            ("width", span[0]),
            ("height", span[1]),
        ] {
            tenths(out, name, whole(value * scale * 10.0));
        }
        out.push_str("preserveAspectRatio=\"none\" viewBox=\"");
        for (index, value) in [low[0], low[1], span[0], span[1]].into_iter().enumerate() {
            if index > 0 {
                out.push(' ');
            }
            push_decimal(out, whole(value * units * 1000.0), 3);
        }
        out.push_str("\"><rect class=\"sea\" width=\"100%\" height=\"100%\" ");
        tenths(out, "x", whole(low[0] * units * 10.0));
        tenths(out, "y", whole(low[1] * units * 10.0));
        out.push_str("/>");
        let unit = |value: f64| whole(value * units);
        let is_seen = |part: &&LandPart| {
            part.from.0 <= unit(high[0])
                && part.to.0 >= unit(low[0])
                && part.from.1 <= unit(high[1])
                && part.to.1 >= unit(low[1])
        };
        for land in &self.lands.lands {
            let mut parts = land.parts.iter().filter(is_seen).peekable();
            if parts.peek().is_some() {
                out.push_str("<path ");
                look(&land.code).write(out);
                out.push_str("d=\"");
                for part in parts {
                    push_escaped(out, &part.path);
                }
                out.push_str("\"/>");
            }
        }
        out.push_str("</svg>");
        self.small_states(out, look);
    }

    /// Appends a round mark for each member state whose land covers less than the mark would, all
    /// by this one rule: otherwise Singapore could not be seen at all.
    fn small_states(&self, out: &mut String, look: &dyn Fn(&str) -> LandLook) {
        let scale = self.view.scale(self.size);
        let mark = f64::from(SMALL) / 10.0;
        for land in &self.lands.lands {
            let covered = f64::from(land.area) / 100.0 * scale * scale;
            let is_member = Country::from_code(&land.code).is_some();
            if is_member && covered < mark * mark * std::f64::consts::PI {
                let mut look = look(&land.code);
                look.class.push_str(" small");
                circle(out, self.middle(land), SMALL, &look);
            }
        }
    }

    /// Where the mark for a land stands, in tenths.
    pub fn middle(&self, land: &Land) -> At {
        let part = |value: i32| f64::from(value) / f64::from(self.lands.units);
        self.drawn([part(land.middle.0), part(land.middle.1)])
    }

    /// Where a place stands, in tenths.
    pub fn at(&self, lat: f64, lon: f64) -> At {
        self.drawn(sheet::flat([lon, lat]))
    }

    /// The frame in tenths on the sheet, where [`on_sheet`] puts places.
    pub fn frame(&self) -> Room {
        let shift = self.shift();
        let tenfold = |length: u32| i32::try_from(length).unwrap_or(0).saturating_mul(10);
        Room {
            left: -shift.0,
            top: -shift.1,
            right: tenfold(self.size.width) - shift.0,
            bottom: tenfold(self.size.height) - shift.1,
        }
    }

    fn drawn(&self, [x, y]: [f64; 2]) -> At {
        let scale = self.view.scale(self.size) * 10.0;
        let shift = self.shift();
        (whole(x * scale) + shift.0, whole(y * scale) + shift.1)
    }

    /// From the corner of the sheet to that of the drawing, in tenths. Whole, so that everything
    /// moves alike and keeps its distances.
    pub fn shift(&self) -> At {
        let (left, top) = self.view.corner(self.size);
        let scale = self.view.scale(self.size) * 10.0;
        (-whole(left * scale), -whole(top * scale))
    }
}

/// Where a place stands on the sheet, in tenths of a unit of a drawing of `scale`.
pub(super) fn on_sheet(lat: f64, lon: f64, scale: f64) -> At {
    let [x, y] = sheet::flat([lon, lat]);
    (whole(x * scale * 10.0), whole(y * scale * 10.0))
}

/// Appends a circle.
pub(super) fn circle(out: &mut String, at: At, radius: i32, look: &LandLook) {
    out.push_str("<circle ");
    look.write(out);
    tenths(out, "cx", at.0);
    tenths(out, "cy", at.1);
    tenths(out, "r", radius);
    out.push_str("/>");
}

/// Appends a text whose anchor stands at `at`, the middle of its height. `lang` is its language where
/// that is not the page's.
pub(super) fn text(out: &mut String, text: &str, at: At, anchor: Anchor, class: &str, lang: &str) {
    out.push_str("<text ");
    attribute(out, "class", class);
    if !lang.is_empty() {
        attribute(out, "lang", lang);
    }
    tenths(out, "x", at.0);
    tenths(out, "y", at.1 + FONT * BASELINE / 1000);
    out.push_str(match anchor {
        Anchor::Start => ">",
        Anchor::Middle => "text-anchor=\"middle\">",
        Anchor::End => "text-anchor=\"end\">",
    });
    push_escaped(out, text);
    out.push_str("</text>");
}

/// Appends an attribute and a space.
#[inline(never)]
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push_str("\" ");
}

/// Appends an attribute in tenths, and a space.
#[inline(never)]
pub(super) fn tenths(out: &mut String, name: &str, value: i32) {
    out.push_str(name);
    out.push_str("=\"");
    push_tenths(out, value);
    out.push_str("\" ");
}
