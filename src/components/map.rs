//! The small map: the lands of Southeast Asia with points for cities.

use std::sync::Arc;

use super::live::html;
use super::part::Part;
use super::state::loaded;
use crate::app::Site;
use crate::chart::tenths;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::{IndexCity, MapOutline};
use crate::model::{Country, Lang};
use crate::route::Route;

/// A point of the map.
#[derive(Clone)]
pub struct Spot {
    /// Name of the city.
    pub name: String,
    /// Where it leads; a point without a link is the place of the page itself.
    pub href: Option<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// The point of a city that leads to its page.
#[must_use]
pub fn spot(site: Site, city: &IndexCity, lang: Lang) -> Spot {
    Spot {
        name: city.name.get(lang).to_owned(),
        href: Some(site.href(lang, Route::City(city.id.clone()))),
        lat: city.lat,
        lon: city.lon,
    }
}

/// Writes a map of all member states, with a link for each city.
pub fn network_map(part: &mut Part, site: Site, lang: Lang, spots: Vec<Spot>) {
    let draw = move |map: Arc<MapOutline>| {
        let window = (0.0, 0.0, f64::from(map.width), f64::from(map.height));
        html("map", draw(&map, lang, &spots, None, window))
    };
    part.open("figure", "map-figure");
    part.island("map-frame", move || {
        loaded(site.map(), lang, Key::FailedMap, draw)
    });
    part.el("figcaption", "", Key::MapNote.text(lang)).close();
}

/// Writes a map of the country around its points.
pub fn locator_map(part: &mut Part, site: Site, lang: Lang, country: Country, spots: Vec<Spot>) {
    let draw = move |map: Arc<MapOutline>| {
        let window = window(&map, &spots);
        html("map", draw(&map, lang, &spots, Some(country), window))
    };
    part.island("map-frame locator", move || {
        loaded(site.map(), lang, Key::FailedMap, draw)
    });
}

/// The part of the map around points (left, top, width, height), four wide and three high: at least
/// 18 by 13.5 degrees, and kept inside the map.
fn window(map: &MapOutline, spots: &[Spot]) -> (f64, f64, f64, f64) {
    let (full_width, full_height) = (f64::from(map.width), f64::from(map.height));
    let (mut left, mut top, mut right, mut bottom) = (full_width, full_height, 0.0_f64, 0.0_f64);
    for spot in spots {
        let (x, y) = project(map, spot.lat, spot.lon);
        (left, right) = (left.min(x), right.max(x));
        (top, bottom) = (top.min(y), bottom.max(y));
    }
    let margin = 2.0 * map.scale;
    let width = (18.0 * map.scale)
        .max(right - left + 2.0 * margin)
        .max((bottom - top + 2.0 * margin) * 4.0 / 3.0)
        .min(full_width);
    let height = (width * 0.75).min(full_height);
    let inside = |start: f64, room: f64| start.min(room).max(0.0);
    (
        inside((left + right - width) / 2.0, full_width - width),
        inside((top + bottom - height) / 2.0, full_height - height),
        width,
        height,
    )
}

fn project(map: &MapOutline, lat: f64, lon: f64) -> (f64, f64) {
    ((lon - map.west) * map.scale, (map.north - lat) * map.scale)
}

/// The map as SVG, cut to a window (left, top, width, height).
fn draw(
    map: &MapOutline,
    lang: Lang,
    spots: &[Spot],
    home: Option<Country>,
    (left, top, width, height): (f64, f64, f64, f64),
) -> String {
    let label = match spots {
        [only] if only.href.is_none() => &only.name,
        _ => Key::MapOfCities.text(lang),
    };
    let has_links = spots.iter().any(|it| it.href.is_some());
    let role = if has_links { "group" } else { "img" };
    let window = [left, top, width, height].map(tenths).join(" ");
    let mut svg = Markup::new();
    svg.open_with(
        "svg",
        &[("viewBox", &window), ("role", role), ("aria-label", label)],
    );
    for shape in &map.shapes {
        let class = match Country::from_code(&shape.code) {
            Some(country) if home == Some(country) => "land home",
            Some(_) => "land member",
            None => "land",
        };
        svg.void("path", &[("class", class), ("d", &shape.path)]);
    }
    // Sizes grow with the window, so that points look the same on every map.
    let radius = width / 110.0;
    for spot in spots {
        match &spot.href {
            Some(href) => {
                svg.open_with("a", &[("href", href), ("aria-label", &spot.name)]);
                svg.el("title", "", &spot.name);
            }
            None => {
                svg.open("g", "here");
            }
        }
        let (x, y) = project(map, spot.lat, spot.lon);
        let (x, y) = (tenths(x), tenths(y));
        for (class, radius) in [("touch", radius * 2.2), ("spot", radius)] {
            let radius = tenths(radius);
            svg.void(
                "circle",
                &[("class", class), ("cx", &x), ("cy", &y), ("r", &radius)],
            );
        }
        svg.close();
    }
    svg.finish()
}
