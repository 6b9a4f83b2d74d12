//! The network: its map, its meetings, and the cities of a state side by side.

use super::city::{folded, when_where};
use super::figure::{cell, newest, place_link};
use super::frame::{cited, link, Content, Stand};
use super::{words as w, Studio};
use crate::chart::map::{map as draw_map, MapPlace, MapSpec, View};
use crate::chart::Size;
use crate::compare::{compare, Comparison, Shared};
use crate::components::facts::{count_projects, people};
use crate::host::head::words as heads;
use crate::i18n::{date, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::{City, Country, Lang, NetworkMilestone, NetworkMilestoneKind, SourceKeys, Unit};
use crate::route::{Compare, Route};

/// The map for phones, with the names that fit there, and for more room; `style/widget.css` shows one.
const MAPS: [(Size, &str); 2] = [
    (
        Size {
            width: 300,
            height: 232,
        },
        "small",
    ),
    (
        Size {
            width: 560,
            height: 434,
        },
        "wide",
    ),
];
/// Free around the cities, in units of the map.
const FREE: u32 = 16;
/// How many facts of each city it shows: population, area, year, projects.
const FACTS: u32 = 4;
/// How many figures that the cities share a widget shows.
const SHARED: usize = 4;

/// The map of the network, with a list of its cities.
pub(super) fn map(studio: &Studio<'_>, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let cities = &studio.facts.store.cities;
    let hrefs: Vec<String> = cities
        .iter()
        .map(|it| stand.page(Route::City(it.id.clone())))
        .collect();
    let places: Vec<MapPlace> = cities
        .iter()
        .zip(&hrefs)
        .map(|(city, href)| MapPlace {
            name: city.name.get(lang),
            name_lang: "",
            href,
            lat: city.location.lat,
            lon: city.location.lon,
            rank: u32::MAX - u32::try_from(city.projects.len()).unwrap_or(0),
            is_here: false,
        })
        .collect();
    let around: Vec<(f64, f64)> = places.iter().map(|it| (it.lat, it.lon)).collect();
    let title = heads::MEMBER_CITIES.text(lang);
    let mut body = Markup::new();
    for (size, class) in MAPS {
        let svg = draw_map(&MapSpec {
            lands: &studio.lands,
            places: &places,
            view: View::fitting(&around, size, FREE),
            size,
            label: title,
            home: None,
        });
        body.open("figure", class).nest(&svg).close();
    }
    body.open("details", "")
        .el("summary", "", w::MAP_LIST.text(lang));
    for country in Country::ALL {
        let of_country: Vec<&City> = studio.facts.cities_of(country).collect();
        if of_country.is_empty() {
            continue;
        }
        body.el("h2", "", country.key().text(lang))
            .open("ul", "names");
        for city in of_country {
            body.open("li", "");
            let page = stand.page(Route::City(city.id.clone()));
            link(&mut body, &page, city.name.get(lang));
            body.close();
        }
        body.close();
    }
    body.close();
    body.el("p", "note", Key::MapNote.text(lang));
    let counts = [cities.len(), studio.facts.member_states()].map(|it| it.to_string());
    let mut sources = Vec::new();
    for city in cities {
        for source in cited(&city.location.sources, &city.sources) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let [cities, states] = &counts;
    Content {
        title: title.to_owned(),
        lead: w::MAP_LEAD.with(lang, &[cities, states]),
        body: body.finish(),
        sources,
        to: Route::Network,
    }
}

/// Meetings, coming and past, as of the date of the data.
pub(super) fn meetings(studio: &Studio<'_>, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let network = &studio.facts.store.network;
    let is_meeting = |it: &&NetworkMilestone| {
        use NetworkMilestoneKind as Kind;
        matches!(it.kind, Kind::Meeting | Kind::Summit | Kind::Workshop)
    };
    let all = network.milestones.iter().filter(is_meeting);
    let (coming, mut past): (Vec<&NetworkMilestone>, Vec<_>) =
        all.partition(|it| it.end.unwrap_or(it.date) > stand.date);
    past.reverse();
    let mut body = Markup::new();
    let item = |body: &mut Markup, it: &&NetworkMilestone| {
        link(
            body,
            &stand.page(Route::Meeting(it.id.clone())),
            it.title.get(lang),
        );
        body.el("p", "fine", &when_where(it, lang));
    };
    body.el("h2", "", w::COMING.text(lang));
    if coming.is_empty() {
        let day = date(stand.date, lang);
        body.el("p", "", &w::NONE_COMING.with(lang, &[&day]));
    }
    folded(&mut body, &coming, lang, item);
    body.el("h2", "", w::PAST.text(lang));
    folded(&mut body, &past, lang, item);
    let shown = coming.iter().chain(&past);
    Content {
        title: w::MEETINGS.text(lang).to_owned(),
        lead: String::new(),
        body: body.finish(),
        sources: cited(shown.flat_map(|it| &it.sources), &network.sources),
        to: Route::Network,
    }
}

/// The figures that a widget shows of those that cities share.
fn shared_figures(comparison: &Comparison) -> impl Iterator<Item = &Shared> {
    let all = comparison.shared.iter();
    all.filter(|it| it.indicator.scope.is_none()).take(SHARED)
}

/// How many tables the cities of a comparison have side by side.
pub(super) fn tables(comparison: &Comparison) -> u32 {
    let shared = shared_figures(comparison).count();
    FACTS + u32::try_from(shared).unwrap_or(0)
}

/// The cities of a member state: a small table for each fact and each figure that they share, which
/// fits a phone where one wide table would not.
pub(super) fn cities(pages: &[&CityPage], country: Country, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let comparison = compare(pages);
    let mut keys: SourceKeys = Vec::new();
    let mut body = Markup::new();
    body.open("div", "tables");
    let of_city = |page: &&CityPage| Route::City(page.city.id.clone());
    let mut table = |body: &mut Markup, caption: &str, value: &dyn Fn(usize) -> Cell| {
        body.open("table", "")
            .el("caption", "", caption)
            .open("tbody", "");
        for (at, page) in pages.iter().enumerate() {
            body.open("tr", "");
            place_link(body, stand, of_city(page), page.city.name.get(lang));
            let found = value(at);
            keys.extend(found.keys);
            match found.year {
                Some(year) => cell(body, Some((found.text, year)), lang),
                None if found.text.is_empty() => cell(body, None, lang),
                None => {
                    body.el("td", "", &found.text);
                }
            }
            body.close();
        }
        body.close().close();
    };
    let facts = &comparison.facts;
    table(&mut body, Key::FactPopulation.text(lang), &|at| {
        let found = facts.get(at).and_then(|it| it.population.as_ref());
        found.map_or_else(Cell::default, |it| Cell {
            text: people(it.value, lang),
            year: Some(it.year),
            keys: it.sources.clone(),
        })
    });
    table(&mut body, Key::FactArea.text(lang), &|at| {
        facts.get(at).map_or_else(Cell::default, |it| Cell {
            text: quantity(it.area.value, Unit::SquareKilometres, lang),
            year: None,
            keys: it.area.sources.clone(),
        })
    });
    table(&mut body, Key::FactJoined.text(lang), &|at| {
        facts.get(at).map_or_else(Cell::default, |it| Cell {
            text: it.joined.year.to_string(),
            year: None,
            keys: it.joined.sources.clone(),
        })
    });
    table(&mut body, Key::CompareAllProjects.text(lang), &|at| {
        let count = pages.get(at).map_or(0, |it| it.city.projects.len());
        Cell {
            text: projects(count, lang),
            ..Cell::default()
        }
    });
    for shared in shared_figures(&comparison) {
        let indicator = &shared.indicator;
        table(&mut body, indicator.name.get(lang), &|at| {
            let city = pages.get(at).map_or("", |it| it.city.id.as_str());
            newest(indicator, city, lang).map_or_else(Cell::default, |((text, year), keys)| Cell {
                text,
                year: Some(year),
                keys,
            })
        });
    }
    body.close();
    let slugs: Vec<&str> = pages.iter().map(|it| it.city.id.as_str()).collect();
    let compared = Compare::of(&slugs);
    let count = pages.len();
    Content {
        title: w::CITIES_OF.with(lang, &[country.key().text(lang)]),
        lead: w::CITIES_LEAD.of(count, lang, &[&count.to_string()]),
        body: body.finish(),
        sources: cited(&keys, &comparison.sources),
        // A comparison holds a few cities; where there are more, the state's page has them all.
        to: if compared.is_ready() && compared.cities.len() == count {
            Route::Compare(compared)
        } else {
            Route::Country(country)
        },
    }
}

/// A value of a city.
#[derive(Default)]
struct Cell {
    /// In words; empty when it is not known.
    text: String,
    /// Of which year, where it changes.
    year: Option<i32>,
    keys: SourceKeys,
}

fn projects(count: usize, lang: Lang) -> String {
    if count == 0 {
        return String::new();
    }
    count_projects(u32::try_from(count).unwrap_or(u32::MAX), lang)
}
