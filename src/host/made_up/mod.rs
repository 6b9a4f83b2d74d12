//! A made-up network: the data set with cities that do not exist, to measure what grows with the number
//! of cities. Never published.
//!
//! The true cities stay as they are, so that their pages can be weighed in networks of any size. Those
//! made up are called "City 00001" and so on; each has projects, an officer, a hundred years of two
//! indicators, and most a programme. What is said of one does not depend on how many there are, and
//! twice made is the same.

mod city;
mod land;

use std::fs;
use std::path::Path;

use serde::Serialize;

use super::store::Store;
use super::{Error, Result};
use crate::model::{
    CityPoint, Indicator, MemberCity, Milestone, PartialDate, Point, Program, ProgramKind, Series,
    Source, SourceKeys, Sources, Text,
};
use city::Made;
use land::Lands;

/// The indicators that have a series for each city that is made up, and the range of their values.
const INDICATORS: [(&str, f64, f64); 2] = [
    ("city-population-wup", 20_000.0, 9_000_000.0),
    ("city-pm25-iqair", 4.0, 80.0),
];
/// Years of a series.
const YEARS: u16 = 100;
/// Programmes for each hundred cities, as in the true network of 38 cities and 124 programmes.
const PROGRAMS: usize = 326;
/// No network has more partner programmes than these.
const MOST_PROGRAMS: usize = 5_000;
/// Partners of programmes that are made up.
const PARTNERS: [(&str, &str, &str); 4] = [
    ("AUS", "Australia", "Australia"),
    ("EU", "European Union", "Uni Eropa"),
    ("JPN", "Japan", "Jepang"),
    ("KOR", "Republic of Korea", "Republik Korea"),
];
/// The one source of what is made up, by its key in each file.
const KEY: &str = "made-up";

/// Writes a network of `cities` cities to `out`: the data set in `data`, and as many cities as it lacks.
/// How many were made up.
///
/// # Errors
///
/// When a file cannot be read or written, or the data set lacks what is built upon.
pub fn write(data: &Path, out: &Path, cities: usize) -> Result<usize> {
    copy(data, out)?;
    let mut store = Store::read(data)?;
    let missing = |what: &str| Error::Cut(format!("a made-up network needs {what}"));
    let day = store.data_date().ok_or_else(|| missing("a source"))?;
    let lands = Lands::of(&store)?;
    let total = store.network.membership.totals.last_mut();
    let total = total.ok_or_else(|| missing("a count of members"))?;
    let made: Vec<Made> = (1..=cities.saturating_sub(store.cities.len()))
        .map(|number| Made::new(number, total.year, &lands))
        .collect();
    if made.is_empty() {
        return Ok(0);
    }
    total.value += u32::try_from(made.len()).unwrap_or(u32::MAX);
    for it in &made {
        let name = format!("cities/{}.json", it.id);
        put(out, &name, &it.city(day))?;
        store.network.membership.cities.push(MemberCity {
            slug: it.id.clone(),
            country: it.country,
            joined: it.joined,
            sources: keys(),
        });
        store.city_points.points.push(CityPoint {
            slug: it.id.clone(),
            country: it.country,
            lat: it.place[1],
            lon: it.place[0],
            geonames_id: 0,
            geonames_name: it.name.en.clone(),
            joined_after_2018: true,
            note: None,
            sources: keys(),
        });
    }
    store.network.sources.extend(sources(day));
    put(out, "network.json", &store.network)?;
    store.city_points.sources.extend(sources(day));
    put(out, "geo/city-points.json", &store.city_points)?;
    for (id, low, high) in INDICATORS {
        let of_id = store.indicators.iter_mut().find(|it| it.id == id);
        let indicator = of_id.ok_or_else(|| missing(id))?;
        add_series(indicator, &made, day, low, high);
        put(out, &format!("indicators/{id}.json"), indicator)?;
    }
    let programs = (made.len() * PROGRAMS / 100).min(MOST_PROGRAMS);
    let programs = made.iter().cycle().take(programs).enumerate();
    let programs = programs.map(|(place, it)| program(place + 1, it, day));
    store.programs.programs.extend(programs);
    store.programs.sources.extend(sources(day));
    put(out, "programs.json", &store.programs)?;
    Ok(made.len())
}

/// Copies the files below a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Error::io(to))?;
    for entry in fs::read_dir(from).map_err(Error::io(from))? {
        let path = entry.map_err(Error::io(from))?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).map_err(Error::io(&path))?;
        }
    }
    Ok(())
}

fn put<T: Serialize>(out: &Path, name: &str, value: &T) -> Result<()> {
    let path = out.join(name);
    let text = serde_json::to_vec(value)
        .map_err(|error| Error::Cut(format!("{}: {error}", path.display())))?;
    fs::write(&path, text).map_err(Error::io(&path))
}

/// Gives each city that is made up a series of the indicator: a way through its range, and no more noise
/// than years have.
fn add_series(indicator: &mut Indicator, made: &[Made], day: PartialDate, low: f64, high: f64) {
    for it in made {
        let (from, to) = (it.share(10), it.share(11));
        let points = (0..YEARS).rev().map(|ago| {
            let along = 1.0 - f64::from(ago) / f64::from(YEARS);
            let noise = it.share(u64::from(ago) + 100) / 20.0;
            let share = from + (to - from) * along;
            let value = low + (high - low) * (0.95 * share * share + noise);
            Point {
                year: i32::from(day.year) - i32::from(ago),
                value: value.round(),
                sources: SourceKeys::new(),
            }
        });
        indicator.series.push(Series {
            place: it.id.clone(),
            id: None,
            name: None,
            area: None,
            not_ascn: false,
            points: points.collect(),
            sources: keys(),
        });
    }
    indicator.sources.extend(sources(day));
}

/// A programme that names a city that is made up.
fn program(number: usize, city: &Made, day: PartialDate) -> Program {
    let text = |en: &str, id: &str| text(en, id, &format!("{number:05}"));
    let [first, ..] = PARTNERS;
    let (code, en, id) = by_turns(&PARTNERS, number, first);
    let year = day.year - 1 - u16::try_from(number % 12).unwrap_or_default();
    let date = |year| PartialDate {
        year,
        month: None,
        day: None,
    };
    let step = |year, en, id| Milestone {
        date: date(year),
        title: text(en, id),
        place: None,
        sources: keys(),
    };
    Program {
        id: format!("programme-{number:05}"),
        name: text("Programme", "Program"),
        partner: code.to_owned(),
        partner_name: Text {
            en: en.to_owned(),
            id: id.to_owned(),
        },
        kind: by_turns(&ProgramKind::ALL, number, ProgramKind::Study),
        start: date(year),
        end: Some(date(year + 1)),
        cities: vec![city.id.clone()],
        countries: vec![city.country],
        focus: vec![city.focus(number)],
        amount: None,
        milestones: vec![
            step(year, "Begin of programme", "Awal program"),
            step(year + 1, "End of programme", "Akhir program"),
        ],
        summary: text(
            "Made up to measure: programme",
            "Rekaan untuk mengukur: program",
        ),
        sources: keys(),
    }
}

/// Words that end with the number of a thing, the same in both languages.
fn text(en: &str, id: &str, number: &str) -> Text {
    Text {
        en: [en, " ", number].concat(),
        id: [id, " ", number].concat(),
    }
}

/// What everything made up cites.
fn keys() -> SourceKeys {
    vec![KEY.to_owned()]
}

/// The source that [`keys`] name, read on the day of the data, which so stays what it is.
fn sources(day: PartialDate) -> Sources {
    let source = Source {
        title: "Made up to measure a network of this size".to_owned(),
        publisher: "Nobody".to_owned(),
        url: None,
        via: None,
        published: None,
        accessed: day,
        lang: "en".to_owned(),
        licence: None,
        note: None,
    };
    Sources::from([(KEY.to_owned(), source)])
}

/// One of `all`, each in its turn; `other` where there is none.
fn by_turns<T: Copy>(all: &[T], number: usize, other: T) -> T {
    let turn = number % all.len().max(1);
    all.get(turn).copied().unwrap_or(other)
}
