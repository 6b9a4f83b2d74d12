//! Preview pictures: what a chat shows beside a link to a page.
//!
//! ```text
//! img/preview/<language>/cities/<slug>.png       a city's most telling figure
//! img/preview/<language>/indicators/<id>.png     what the page shows at first
//! img/preview/<language>/countries/<ISO3>.png    a map of the state and its cities
//! img/preview/<language>/<page>.png              a map of the network: front page and lists
//! ```
//!
//! Every other page has the picture of its city or of its section.

mod card;

use std::path::Path;

use super::head::describe::describe;
use super::head::{words as w, Facts};
use super::pictures::{self, Picture};
use super::store::Store;
use super::{cut, lands, Result};
use crate::chart::map::{map, MapPlace, MapSpec, View};
use crate::chart::{from_indicator, Figure};
use crate::i18n::{date, Key, Named as _};
use crate::model::cut::IndicatorPage;
use crate::model::cut_map::MapLands;
use crate::model::{City, Country, Indicator, Lang, Sources};
use crate::route::{
    Compare, Directory, IndicatorList, IndicatorState, ProgramList, ProjectList, Route,
};

use card::{Card, MAP};
pub use card::{HEIGHT, WIDTH};

/// Degrees from a city to the upper or lower, and to the left or right edge of its country's map.
const AROUND: (f64, f64) = (4.0, 4.5);
/// Fewest points of a line that a city's card shows.
const POINTS: usize = 3;
/// Free around all cities of the network, in units of the map.
const FREE: u32 = 26;

/// The pages with a picture of their own beside cities, indicators and states, and its name.
fn sections() -> [(Route, &'static str); 11] {
    [
        (Route::Home, "home"),
        (Route::Cities(Directory::default()), "cities"),
        (Route::Indicators(IndicatorList::default()), "indicators"),
        (Route::Compare(Compare::default()), "compare"),
        (Route::Countries, "countries"),
        (Route::Programs(ProgramList::default()), "programs"),
        (Route::Projects(ProjectList::default()), "projects"),
        (Route::Network, "network"),
        (Route::Documents, "documents"),
        (Route::About, "about"),
        (Route::Data, "data"),
    ]
}

/// The page whose picture the page of `route` has.
#[must_use]
pub fn page_of(route: &Route) -> Route {
    match route.without_query() {
        Route::Project(city, _) => Route::City(city),
        Route::Program(_) | Route::Partner(_) => Route::Programs(ProgramList::default()),
        Route::Meeting(_) => Route::Network,
        Route::Search(_) | Route::NotFound(_) => Route::Home,
        other => other,
    }
}

/// The address of the picture of the page of `route`, below the site's root.
#[must_use]
pub fn path(route: &Route, lang: Lang) -> String {
    let own = page_of(route);
    let name = match &own {
        Route::City(slug) => format!("cities/{slug}"),
        Route::Indicator(id, _) => format!("indicators/{id}"),
        Route::Country(country) => format!("countries/{}", country.code()),
        _ => {
            let all = sections();
            let found = all.iter().find(|(it, _)| *it == own);
            found.map_or("home", |(_, name)| name).to_owned()
        }
    };
    format!("img/preview/{}/{name}.png", lang.tag())
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of pictures.
    pub files: usize,
    /// Bytes of all.
    pub bytes: usize,
    /// Bytes of the largest.
    pub largest: usize,
}

/// Writes every picture below `out`, on all cores.
///
/// # Errors
///
/// When a picture cannot be drawn or written, or takes more than 30 kB.
pub fn write(store: &Store, pages: &[IndicatorPage], out: &Path) -> Result<Report> {
    let cards = cards(store, pages)?;
    let painter = pictures::png::Painter::new()?;
    let sizes = pictures::draw(&cards, out, &|svg| painter.exact(svg))?;
    Ok(Report {
        files: sizes.len(),
        bytes: sizes.iter().sum(),
        largest: sizes.into_iter().max().unwrap_or(0),
    })
}

/// Every card as SVG, by its path without extension.
///
/// # Errors
///
/// When the files of the data set contradict one another.
pub fn cards(store: &Store, pages: &[IndicatorPage]) -> Result<Vec<Picture>> {
    let facts = Facts::new(store, pages)?;
    let lands = lands::coarse(&store.outlines)?;
    let mut cards = Vec::new();
    for lang in Lang::ALL {
        let mut put = |route: &Route, svg: String| {
            let path = path(route, lang);
            cards.push((path.trim_end_matches(".png").to_owned(), svg));
        };
        for city in &store.cities {
            put(
                &Route::City(city.id.clone()),
                of_city(&facts, &lands, city, lang)?,
            );
        }
        for page in pages {
            let route = Route::Indicator(page.indicator.id.clone(), IndicatorState::default());
            put(&route, of_indicator(store, page, lang));
        }
        let card = |route: &Route, kind| Card {
            lang,
            kind,
            title: route.title(lang).unwrap_or_default(),
        };
        for country in Country::ALL {
            let route = Route::Country(country);
            let card = card(&route, w::CARD_STATE.text(lang));
            let cities: Vec<&City> = facts.cities_of(country).collect();
            put(&route, of_map(&facts, &lands, &route, &cities, &card));
        }
        let all: Vec<&City> = store.cities.iter().collect();
        for (route, _) in sections() {
            let svg = of_map(&facts, &lands, &route, &all, &card(&route, ""));
            put(&route, svg);
        }
    }
    Ok(cards)
}

fn of_city(facts: &Facts<'_>, lands: &MapLands, city: &City, lang: Lang) -> Result<String> {
    let page = cut::city_page(&facts.found, city)?;
    let name = city.name.get(lang);
    let country = city.country.key().text(lang);
    let kind = w::CARD_CITY.with(lang, &[country, &city.joined.year.to_string()]);
    let card = Card {
        lang,
        kind: &kind,
        title: name,
    };
    // A point or two are no chart.
    let moves = |it: &&Indicator| it.series.iter().any(|it| it.points.len() >= POINTS);
    let Some(indicator) = page.city.indicators.iter().find(moves) else {
        let route = Route::City(city.id.clone());
        return Ok(of_map(facts, lands, &route, &[city], &card));
    };
    let draw = |size| from_indicator(indicator, name, lang, size, &indicator.id);
    // Names in the letters that the fonts have.
    let mut local = city.name.local.iter().map(|it| it.text.as_str());
    let local = local
        .find(|it| is_latin(it) && *it != name)
        .unwrap_or_default();
    let foot = |figure: &Figure| sources(figure, &page.city.sources, lang);
    Ok(card.with_chart(local, &draw, &foot))
}

fn of_indicator(store: &Store, page: &IndicatorPage, lang: Lang) -> String {
    let draw = |size| pictures::figure_of(store, page, lang, size);
    let topic = page.topic.key().text(lang);
    let kind = format!("{} · {topic}", w::CARD_INDICATOR.text(lang));
    let card = Card {
        lang,
        kind: &kind,
        title: page.indicator.name.get(lang),
    };
    let foot = |figure: &Figure| sources(figure, &page.indicator.sources, lang);
    card.with_chart("", &draw, &foot)
}

/// A map of `shown`: the cities of the network, of a state, or one. Of those of one state, the state
/// is set off.
fn of_map(
    facts: &Facts<'_>,
    lands: &MapLands,
    route: &Route,
    shown: &[&City],
    card: &Card<'_>,
) -> String {
    let lang = card.lang;
    let mut states = shown.iter().map(|it| it.country);
    let home = states.next().filter(|first| states.all(|it| it == *first));
    // Of all cities one of each state has its name, that with most projects: who sees a card sees it
    // small, and words weigh more than coasts.
    let is_named = |city: &City| {
        let most = facts
            .cities_of(city.country)
            .max_by_key(|it| it.projects.len());
        most.is_some_and(|it| it.id == city.id)
    };
    let places: Vec<MapPlace> = shown
        .iter()
        .map(|city| MapPlace {
            name: if home.is_some() || is_named(city) {
                city.name.get(lang)
            } else {
                ""
            },
            name_lang: "",
            href: "",
            lat: city.location.lat,
            lon: city.location.lon,
            rank: u32::MAX - u32::try_from(city.projects.len()).unwrap_or(0),
            is_here: false,
        })
        .collect();
    let around: Vec<(f64, f64)> = shown
        .iter()
        .map(|it| (it.location.lat, it.location.lon))
        .flat_map(|(lat, lon)| {
            let (north, east) = if home.is_some() { AROUND } else { (0.0, 0.0) };
            [(lat - north, lon - east), (lat + north, lon + east)]
        })
        .collect();
    let map = map(&MapSpec {
        lands,
        places: &places,
        view: View::fitting(&around, MAP, if home.is_some() { 0 } else { FREE }),
        size: MAP,
        label: "",
        home,
    });
    let foot = Key::DataDate.with(lang, &date(facts.date, lang));
    let words = describe(facts, facts.subject(route), route, lang);
    card.with_map(&words, &map, &foot)
}

/// The publishers of what a figure shows.
fn sources(figure: &Figure, sources: &Sources, lang: Lang) -> String {
    let mut publishers: Vec<&str> = Vec::new();
    for source in figure.sources().iter().filter_map(|key| sources.get(key)) {
        if !publishers.contains(&source.publisher.as_str()) {
            publishers.push(&source.publisher);
        }
    }
    format!("{}: {}", Key::Sources.text(lang), publishers.join("; "))
}

/// Whether every letter is of a Latin script, which the fonts of pictures have.
fn is_latin(text: &str) -> bool {
    let has = |it: char| matches!(u32::from(it), 0x20..=0x7e | 0xa0..=0x24f | 0x1ea0..=0x1ef9);
    text.chars().all(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_the_picture_of_its_city_or_section() {
        let at = |route: Route| path(&route, Lang::En);
        let project = Route::Project("hanoi".into(), "x".into());
        assert_eq!(at(project), "img/preview/en/cities/hanoi.png");
        assert_eq!(
            at(Route::Partner("jpn".into())),
            "img/preview/en/programs.png"
        );
        assert_eq!(
            at(Route::Meeting("annual-1".into())),
            "img/preview/en/network.png"
        );
        assert_eq!(at(Route::NotFound("x".into())), "img/preview/en/home.png");
        assert_eq!(
            at(Route::Country(Country::Idn)),
            "img/preview/en/countries/IDN.png"
        );
        let found = Directory {
            text: "x".into(),
            ..Directory::default()
        };
        assert_eq!(
            path(&Route::Cities(found), Lang::Id),
            "img/preview/id/cities.png"
        );
        assert!(is_latin("Thành phố Hồ Chí Minh") && !is_latin("กรุงเทพมหานคร"));
    }
}
