//! The small map: the lands of Southeast Asia with points for cities.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;

use super::state::loaded;
use crate::app::Site;
use crate::html::escape;
use crate::i18n::Key;
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

/// A map of all member states, with a link for each city.
pub fn network_map(site: Site, lang: Lang, spots: Vec<Spot>) -> AnyView {
    let draw = move |map: Arc<MapOutline>| {
        let (width, height) = (f64::from(map.width), f64::from(map.height));
        let svg = draw(&map, lang, &spots, None, (0.0, 0.0, width, height));
        view! { <div class="map" inner_html=svg></div> }.into_any()
    };
    view! {
        <figure class="map-figure">
            <div class="map-frame">{loaded(site.map(), lang, Key::FailedMap, draw)}</div>
            <figcaption>{Key::MapNote.text(lang)}</figcaption>
        </figure>
    }
    .into_any()
}

/// A map of the country around one point.
pub fn locator_map(site: Site, lang: Lang, country: Country, spot: Spot) -> AnyView {
    let draw = move |map: Arc<MapOutline>| {
        let (x, y) = project(&map, spot.lat, spot.lon);
        // A window of about 18 by 13 degrees around the city, kept inside the map.
        let (width, height) = (18.0 * map.scale, 13.5 * map.scale);
        let left = (x - width / 2.0).clamp(0.0, (f64::from(map.width) - width).max(0.0));
        let top = (y - height / 2.0).clamp(0.0, (f64::from(map.height) - height).max(0.0));
        let spots = std::slice::from_ref(&spot);
        let svg = draw(&map, lang, spots, Some(country), (left, top, width, height));
        view! { <div class="map" inner_html=svg></div> }.into_any()
    };
    view! { <div class="map-frame locator">{loaded(site.map(), lang, Key::FailedMap, draw)}</div> }
        .into_any()
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
        [only] if only.href.is_none() => escape(&only.name),
        _ => Key::MapOfCities.text(lang).to_owned(),
    };
    let role = if home.is_some() { "img" } else { "group" };
    let mut svg = format!(
        "<svg viewBox=\"{left:.0} {top:.0} {width:.0} {height:.0}\" role=\"{role}\" aria-label=\"{label}\">"
    );
    for shape in &map.shapes {
        let class = match Country::from_code(&shape.code) {
            Some(country) if home == Some(country) => "land home",
            Some(_) => "land member",
            None => "land",
        };
        write!(svg, "<path class=\"{class}\" d=\"{}\"/>", escape(&shape.path)).ok();
    }
    // Sizes grow with the window, so that points look the same on every map.
    let radius = width / 110.0;
    for spot in spots {
        let (x, y) = project(map, spot.lat, spot.lon);
        let name = escape(&spot.name);
        let point = format!(
            "<circle class=\"touch\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\"/><circle class=\"spot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>",
            radius * 2.2
        );
        match &spot.href {
            Some(href) => {
                write!(svg, "<a href=\"{}\" aria-label=\"{name}\"><title>{name}</title>{point}</a>", escape(href))
            }
            None => write!(svg, "<g class=\"here\">{point}</g>"),
        }
        .ok();
    }
    svg.push_str("</svg>");
    svg
}
