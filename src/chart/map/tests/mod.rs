//! Tests of maps by what a reader gets: the real lands, the real cities, every indicator.

mod figures;
mod lands;
mod network;

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::chart::tests::svg::{elements, Element};
use crate::chart::{Datum, Size};
use crate::geo::topojson::Topology;
use crate::host;
use crate::model::cut_map::MapLands;
use crate::model::{City, Country, Indicator, Lang};

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(name)
}

fn topology(name: &str) -> Topology {
    serde_json::from_str(&fs::read_to_string(data("geo").join(name)).unwrap()).unwrap()
}

fn coarse() -> MapLands {
    host::lands::coarse(&topology("countries.topojson")).unwrap()
}

fn fine() -> MapLands {
    host::lands::fine(&topology("countries-10m-35.topojson")).unwrap()
}

fn cities() -> Vec<City> {
    let mut files: Vec<_> = fs::read_dir(data("cities"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|it| serde_json::from_str(&fs::read_to_string(it).unwrap()).unwrap())
        .collect()
}

fn indicator(id: &str) -> Indicator {
    let text = fs::read_to_string(data("indicators").join([id, ".json"].concat())).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The spec of an indicator in a year.
fn spec<'a>(
    it: &'a Indicator,
    cities: &'a [City],
    lands: &'a MapLands,
    year: i32,
    lang: Lang,
    size: Size,
) -> MapFigureSpec<'a> {
    let series = it.series.iter().filter(|it| !it.not_ascn).map(|series| {
        let city = cities.iter().find(|city| city.id == series.place);
        MapSeries {
            place: &series.place,
            place_name: city.map_or(&series.place, |it| it.name.get(lang)),
            name: series.name.as_ref().map_or("", |it| it.get(lang)),
            lat: city.map_or(0.0, |it| it.location.lat),
            lon: city.map_or(0.0, |it| it.location.lon),
            points: series
                .points
                .iter()
                .map(|point| Datum {
                    year: point.year,
                    value: point.value,
                    sources: series.sources_of(point),
                })
                .collect(),
        }
    });
    MapFigureSpec {
        id: "m",
        heading: it.name.get(lang),
        unit: it.unit,
        series: series.collect(),
        year,
        projection_from: it.projection_from,
        break_before: it.break_before,
        range: it.range,
        lands,
        lang,
        size: figure_size(size),
    }
}

fn places(cities: &[City]) -> Vec<MapPlace<'_>> {
    cities
        .iter()
        .map(|city| MapPlace {
            name: &city.name.en,
            name_lang: "",
            href: &city.id,
            lat: city.location.lat,
            lon: city.location.lon,
            rank: 0,
            is_here: false,
        })
        .collect()
}

/// No text is cut by the frame or covers another, and no colour is literal.
fn check_texts(all: &[Element], size: Size) {
    let texts: Vec<&Element> = all.iter().filter(|it| it.name == "text").collect();
    for (index, text) in texts.iter().enumerate() {
        let [left, top, right, bottom] = text.text_box();
        assert!(
            left > -0.1 && right < f64::from(size.width) + 0.1,
            "{text:?}"
        );
        assert!(top > 0.0 && bottom < f64::from(size.height), "{text:?}");
        for other in &texts[index + 1..] {
            let it = other.text_box();
            let is_apart = right <= it[0] || it[2] <= left || bottom <= it[1] || it[3] <= top;
            assert!(is_apart, "{text:?} {other:?}");
        }
    }
    let samples = all
        .iter()
        .filter(|it| it.name == "rect" && it.has_class("hatched"));
    for sample in samples {
        let (x, y) = (sample.number("x"), sample.number("y"));
        let is_apart = |text: &&Element| {
            let [left, top, right, bottom] = text.text_box();
            right < x || left > x + 20.0 || bottom < y || top > y + 11.0
        };
        assert!(texts.iter().all(is_apart), "{sample:?}");
    }
    for value in all.iter().flat_map(|it| &it.attributes) {
        let is_colour = value.0 == "fill" || value.0 == "stroke" || value.0 == "style";
        assert!(!is_colour || value.1 == "url(#m-h) none", "{value:?}");
    }
}

fn live(lands: &MapLands, places: &[MapPlace], view: View, size: Size) -> String {
    map(&MapSpec {
        lands,
        places,
        view,
        size,
        label: "Map",
        home: Some(Country::Idn),
    })
}

/// Pages of maps: `ATLAS_MAPS=folder cargo test --features host --lib gallery -- --ignored`.
#[test]
#[ignore = "writes pages to look at"]
fn gallery() {
    let folder = std::env::var_os("ATLAS_MAPS").map(PathBuf::from).unwrap();
    let css = ["base.css", "chart.css"].map(|it| {
        fs::read_to_string(
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("style")
                .join(it),
        )
        .unwrap()
    });
    let (lands, cities) = (coarse(), cities());
    let fine = fine();
    for width in [340, 640, 1100] {
        let size = map_size(width);
        let spots = places(&cities);
        let live = |view: View| {
            let lands = if view.detail(size) == MapDetail::Fine {
                &fine
            } else {
                &lands
            };
            live(lands, &spots, view, size)
        };
        let java = View::fitting(&[(-6.2, 106.8), (-8.65, 115.2)], size, 40);
        let straits = View::fitting(&[(1.3, 103.8), (3.1, 101.7)], size, 60);
        let mut parts = vec![live(View::WHOLE), live(java), live(straits)];
        let chart = Size { width, height: 300 };
        for (id, year) in [
            ("hdi", 2022),
            ("gdp-per-capita-current-usd", 2023),
            ("extreme-poverty", 2019),
        ] {
            let it = indicator(id);
            let figure = choropleth(&spec(&it, &cities, &lands, year, Lang::Id, chart));
            parts.push([figure.description(), figure.svg()].concat());
        }
        for (id, year) in [("city-population-wup", 2020), ("city-pm25-iqair", 2024)] {
            let it = indicator(id);
            let figure = points(&spec(&it, &cities, &lands, year, Lang::En, chart));
            parts.push([figure.description(), figure.svg()].concat());
        }
        let start = std::time::Instant::now();
        for _ in 0..20 {
            live(View::WHOLE);
        }
        eprintln!("{width}: {:?}", start.elapsed() / 20);
        for theme in ["light", "dark"] {
            let mut page = ["<!doctype html><meta charset=utf-8><base href=\"../../\"><html data-theme=", theme, "><style>", &css[0], &css[1], "body{margin:8px;background:var(--ground)} .f{width:", &width.to_string(), "px;margin:0 8px 8px 0;display:inline-block;vertical-align:top;font-size:12px}</style>"].concat();
            for part in &parts {
                page.push_str(&["<div class=f>", part, "</div>"].concat());
            }
            fs::write(folder.join(format!("{width}-{theme}.html")), page).unwrap();
        }
    }
}
