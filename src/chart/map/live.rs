//! The map of the network: lands, and a mark with its name for each city, as one SVG text.
//!
//! The same function serves the host, which writes it into pages, and the browser, which writes it
//! again after each change of the view.

use crate::chart::backend::push_escaped;
use crate::chart::labels::width_of;
use crate::chart::Size;
use crate::model::cut_map::MapLands;
use crate::model::Country;

use super::draw::{attribute, circle, on_sheet, text, Ground, LandLook};
use super::names::{place_names, Mark, Placed};
use super::view::View;

/// Radius of a mark, in tenths.
const RADIUS: i32 = 45;
/// Radius of the place that takes a finger, in tenths: 24 pixels across, as WCAG asks.
const TOUCH: i32 = 120;

/// A city on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPlace<'a> {
    /// Name, written beside its mark where it has room.
    pub name: &'a str,
    /// Language of the name where it is not that of the page: `"km"`; empty otherwise.
    pub name_lang: &'a str,
    /// Address of its page; empty where it leads nowhere.
    pub href: &'a str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Whose name comes first where there is no room for all: the smaller number; equal ones in
    /// their order.
    pub rank: u32,
    /// Whether it is the place that the page is about, or the chosen one.
    pub is_here: bool,
}

/// What a map of the network shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSpec<'a> {
    /// Lands, coarse or fine as [`View::detail`] says.
    pub lands: &'a MapLands,
    /// Cities, in the order in which the keyboard goes through them.
    pub places: &'a [MapPlace<'a>],
    /// Which part is seen.
    pub view: View,
    /// Size of the drawing; one unit is best shown as one CSS pixel.
    pub size: Size,
    /// Accessible name of the whole, in the language of the page.
    pub label: &'a str,
    /// The member state to set off from the others.
    pub home: Option<Country>,
}

/// The map as an `<svg>` element of class `chart atlas`, each city a group or a link of class
/// `place`. Cities beyond the frame are left out: a page has its own list of all.
#[must_use]
pub fn map(spec: &MapSpec) -> String {
    let ground = Ground {
        lands: spec.lands,
        view: spec.view,
        size: spec.size,
    };
    let mut out = String::with_capacity(48 * 1024);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart atlas\" viewBox=\"0 0 ");
    out.push_str(&spec.size.width.to_string());
    out.push(' ');
    out.push_str(&spec.size.height.to_string());
    out.push_str("\" font-size=\"12\" role=\"group\" ");
    attribute(&mut out, "aria-label", spec.label);
    out.push('>');
    ground.draw(&mut out, &|code| LandLook::plain(code, spec.home));
    let scale = spec.view.scale(spec.size);
    let marks: Vec<Mark> = spec
        .places
        .iter()
        .map(|place| Mark {
            at: on_sheet(place.lat, place.lon, scale),
            radius: RADIUS,
            width: width_of(place.name, true),
            // The place of the page is named whatever its rank.
            rank: if place.is_here {
                0
            } else {
                place.rank.saturating_add(1)
            },
        })
        .collect();
    let names = place_names(&marks, &ground.frame());
    for ((place, mark), name) in spec.places.iter().zip(&marks).zip(names) {
        draw_place(&mut out, &ground, place, mark, name);
    }
    out.push_str("</svg>");
    out
}

fn draw_place(
    out: &mut String,
    ground: &Ground,
    place: &MapPlace,
    mark: &Mark,
    name: Option<Placed>,
) {
    let shift = ground.shift();
    let moved = |at: (i32, i32)| (at.0 + shift.0, at.1 + shift.1);
    let at = moved(mark.at);
    let frame = ground.frame();
    let is_seen = (frame.left..=frame.right).contains(&mark.at.0)
        && (frame.top..=frame.bottom).contains(&mark.at.1);
    if !is_seen {
        return;
    }
    let class = if place.is_here { "place here" } else { "place" };
    let tag = if place.href.is_empty() { "g" } else { "a" };
    out.push('<');
    out.push_str(tag);
    out.push(' ');
    attribute(out, "class", class);
    if place.href.is_empty() {
        attribute(out, "role", "img");
    } else {
        attribute(out, "href", place.href);
    }
    attribute(out, "aria-label", place.name);
    if !place.name_lang.is_empty() {
        attribute(out, "lang", place.name_lang);
    }
    out.push_str("><title>");
    push_escaped(out, place.name);
    out.push_str("</title>");
    for (class, radius) in [("touch", TOUCH), ("spot", RADIUS)] {
        let look = LandLook {
            class: class.to_owned(),
            ..LandLook::default()
        };
        circle(out, at, radius, &look);
    }
    if let Some(it) = name {
        text(out, place.name, moved(it.at), it.anchor, "name city", "");
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}
