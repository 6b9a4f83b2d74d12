//! Places on maps: what a map is told of a city, and the small map around one.

use std::sync::Arc;

use super::live::html;
use super::part::Part;
use super::state::loaded;
use crate::app::Site;
use crate::chart::map::{map, MapDetail, MapPlace, MapSpec, View};
use crate::chart::Size;
use crate::i18n::Key;
use crate::model::cut::{Index, IndexCity};
use crate::model::cut_map::MapLands;
use crate::model::{Country, Lang};
use crate::route::Route;

/// A point of a map.
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
    /// How much it has to show: where there is no room for all names, more comes first.
    pub weight: u32,
}

impl Spot {
    /// As the map draws it.
    pub(super) fn place(&self) -> MapPlace<'_> {
        MapPlace {
            name: &self.name,
            name_lang: "",
            href: self.href.as_deref().unwrap_or_default(),
            lat: self.lat,
            lon: self.lon,
            rank: u32::MAX - self.weight,
            is_here: self.href.is_none(),
        }
    }
}

/// The point of a city that leads to its page.
#[must_use]
fn spot(site: Site, city: &IndexCity, lang: Lang) -> Spot {
    Spot {
        name: city.name.get(lang).to_owned(),
        href: Some(site.href(lang, Route::City(city.id.clone()))),
        lat: city.lat,
        lon: city.lon,
        weight: city.projects.iter().sum(),
    }
}

/// How many cities a map shows at most: more than these cannot be told apart, and would be drawn anew
/// with each movement.
const MOST: usize = 500;

/// The points of the cities of `index` at the places `shown`; of very many some, spread evenly.
#[must_use]
pub fn spots(site: Site, lang: Lang, index: &Index, shown: &[usize]) -> Vec<Spot> {
    let apart = shown.len().div_ceil(MOST).max(1);
    let shown = shown.iter().step_by(apart);
    shown
        .filter_map(|it| Some(spot(site, index.cities.get(*it)?, lang)))
        .collect()
}

/// Size of the small map.
const SMALL: Size = Size {
    width: 340,
    height: 255,
};
/// From the place to the upper and the lower edge of the small map, in degrees.
const NORTH_SOUTH: f64 = 6.75;
/// From the place to its left and right edge.
const EAST_WEST: f64 = 9.0;

/// Writes a map of the country around points, at least one.
pub fn locator_map(part: &mut Part, site: Site, lang: Lang, country: Country, spots: Vec<Spot>) {
    let draw = move |lands: Arc<MapLands>| {
        // The window around each point on its own holds all of them.
        let corners: Vec<(f64, f64)> = spots
            .iter()
            .flat_map(|it| {
                let (north_south, east_west) = if spots.len() == 1 {
                    (NORTH_SOUTH, EAST_WEST)
                } else {
                    (NORTH_SOUTH / 2.0, EAST_WEST / 2.0)
                };
                [
                    (it.lat - north_south, it.lon - east_west),
                    (it.lat + north_south, it.lon + east_west),
                ]
            })
            .collect();
        let places: Vec<MapPlace> = spots.iter().map(Spot::place).collect();
        let label = match spots.as_slice() {
            [only] if only.href.is_none() => Key::AtlasSmallMap,
            _ => Key::MapOfCities,
        };
        let spec = MapSpec {
            lands: &lands,
            places: &places,
            view: View::fitting(&corners, SMALL, 0),
            size: SMALL,
            label: label.text(lang),
            home: Some(country),
        };
        html("map", map(&spec))
    };
    part.island("map-frame locator", move || {
        loaded(site.lands(MapDetail::Coarse), lang, Key::FailedMap, draw)
    });
}
