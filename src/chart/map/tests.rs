//! Tests of maps by what a reader gets: the real lands, the real cities, every indicator.

use std::fs;
use std::path::PathBuf;

use super::classes::Classes;
use super::*;
use crate::chart::tests::svg::{elements, Element};
use crate::chart::{Datum, Figure, Size};
use crate::geo::inside::{distance, is_inside};
use crate::geo::topojson::Topology;
use crate::geo::{sheet, Ring};
use crate::host::lands;
use crate::i18n::{number, quantity, Named};
use crate::model::cut_map::{Land, MapLands};
use crate::model::{City, Country, Indicator, Lang, Level, Unit};

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(name)
}

fn topology(name: &str) -> Topology {
    serde_json::from_str(&fs::read_to_string(data("geo").join(name)).unwrap()).unwrap()
}

fn coarse() -> MapLands {
    lands::coarse(&topology("countries.topojson")).unwrap()
}

fn fine() -> MapLands {
    lands::fine(&topology("countries-10m-35.topojson")).unwrap()
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

/// The rings of a path, read as SVG says, in units of the lands.
fn rings(path: &str) -> Vec<Ring> {
    let ring = |text: &str| {
        let text = text.strip_prefix('M').unwrap();
        let mut numbers: Vec<i32> = Vec::new();
        for part in text.split([' ', 'l']) {
            let mut start = 0;
            for (at, _) in part.match_indices('-').chain([(part.len(), "")]) {
                if at > start {
                    numbers.push(part[start..at].parse().unwrap());
                }
                start = at;
            }
        }
        let (mut x, mut y) = (0, 0);
        numbers
            .chunks(2)
            .map(|step| {
                (x, y) = (x + step[0], y + step[1]);
                [f64::from(x), f64::from(y)]
            })
            .collect()
    };
    path.split_terminator('z').map(ring).collect()
}

fn land<'l>(lands: &'l MapLands, code: &str) -> &'l Land {
    lands.lands.iter().find(|it| it.code == code).unwrap()
}

fn rings_of(land: &Land) -> Vec<Ring> {
    land.parts.iter().flat_map(|it| rings(&it.path)).collect()
}

/// Cities whose point lies off the outline of their state, because a harbour town's point stands on
/// the shore and outlines at 1:10 million round the shore.
const ON_THE_SHORE: [&str; 2] = ["kota-kinabalu", "seberang-perai"];

#[test]
fn every_city_lies_in_its_state() {
    let lands = fine();
    let units = f64::from(lands.units);
    let mut ashore: Vec<String> = Vec::new();
    for city in cities() {
        let place = [city.location.lon, city.location.lat];
        let place = sheet::flat(place).map(|it| it * units);
        let state = rings_of(land(&lands, city.country.code()));
        if !is_inside(&state, place) {
            let kilometres = distance(&state, place) / units * 111.2;
            eprintln!("{} {kilometres}", city.id);
            assert!(kilometres < 3.0, "{}: {kilometres} km off", city.id);
            ashore.push(city.id.clone());
        }
        for other in &lands.lands {
            let is_own = other.code == city.country.code();
            assert!(
                is_own || !is_inside(&rings_of(other), place),
                "{} in {}",
                city.id,
                other.code
            );
        }
    }
    assert_eq!(ashore, ON_THE_SHORE);
}

#[test]
fn lands_are_whole_and_their_boxes_hold_them() {
    for lands in [coarse(), fine()] {
        let mut corners = 0;
        for country in Country::ALL {
            let land = land(&lands, country.code());
            assert!(land.area > 0, "{country:?}");
            let middle = [f64::from(land.middle.0), f64::from(land.middle.1)];
            let rings = rings_of(land);
            // Where a state bends around its middle, the mark stands near it.
            let away = distance(&rings, middle) / f64::from(lands.units);
            assert!(
                is_inside(&rings, middle) || away < 1.0,
                "{country:?}: {away}"
            );
        }
        for part in lands.lands.iter().flat_map(|it| &it.parts) {
            assert!(part
                .path
                .bytes()
                .all(|it| b"MLlz -0123456789".contains(&it)));
            let all: Vec<_> = rings(&part.path).concat();
            corners += all.len();
            let reach = |axis: usize| {
                let values = || all.iter().map(|it| it[axis]);
                (
                    values().fold(f64::MAX, f64::min),
                    values().fold(f64::MIN, f64::max),
                )
            };
            let ends = |from: i32, to: i32| (f64::from(from), f64::from(to));
            assert_eq!(reach(0), ends(part.from.0, part.to.0));
            assert_eq!(reach(1), ends(part.from.1, part.to.1));
        }
        assert!(corners > 4_000, "{corners}");
    }
}

#[test]
fn neighbours_share_their_borders() {
    for (lands, least) in [(coarse(), 40), (fine(), 150)] {
        let corners = |code: &str| rings_of(land(&lands, code)).concat();
        for (one, other) in [
            ("THA", "LAO"),
            ("VNM", "LAO"),
            ("IDN", "MYS"),
            ("KHM", "VNM"),
        ] {
            let (one_side, other_side) = (corners(one), corners(other));
            let shared = one_side.iter().filter(|it| other_side.contains(it)).count();
            assert!(shared >= least / 2, "{one} {other}: {shared}");
        }
    }
}

#[test]
fn files_of_lands_stay_small() {
    let bytes = |lands: &MapLands| serde_json::to_vec(lands).unwrap().len();
    // 8.4 and 40.7 kB after brotli; the budgets are 12 and 90.
    assert!(bytes(&coarse()) <= 28_000);
    assert!(bytes(&fine()) <= 120_000);
}

/// Elements that stand for a point of the figure.
fn of_point(all: &[Element], point: usize) -> Vec<&Element> {
    let number = point.to_string();
    all.iter()
        .filter(|it| it.get("data-point") == number)
        .collect()
}

/// First, middle and last year with values, and one without.
fn years(it: &Indicator) -> Vec<i32> {
    let mut years: Vec<i32> = it
        .series
        .iter()
        .flat_map(|it| &it.points)
        .map(|it| it.year)
        .collect();
    years.sort_unstable();
    years.dedup();
    vec![
        years[0],
        years[years.len() / 2],
        years[years.len() - 1],
        1700,
    ]
}

fn indicators(level: Level) -> Vec<Indicator> {
    let mut files: Vec<_> = fs::read_dir(data("indicators"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|it| serde_json::from_str::<Indicator>(&fs::read_to_string(it).unwrap()).unwrap())
        .filter(|it| it.level == Some(level))
        .collect()
}

/// Checks points, table and sentence against the data set; returns the places with values.
fn check(it: &Indicator, figure: &Figure, year: i32, lang: Lang) -> usize {
    assert_eq!(figure.left_out(), 0, "{}", it.id);
    let mut places: Vec<&str> = Vec::new();
    let mut values: Vec<(&str, f64)> = Vec::new();
    for series in it.series.iter().filter(|it| !it.not_ascn) {
        if !places.contains(&series.place.as_str()) {
            places.push(&series.place);
        }
        values.extend(
            series
                .points
                .iter()
                .filter(|it| it.year == year)
                .map(|it| (series.place.as_str(), it.value)),
        );
    }
    let cells: Vec<String> = figure
        .table()
        .rows
        .iter()
        .flat_map(|it| &it.cells)
        .map(|it| it.text.clone())
        .filter(|it| !it.is_empty())
        .collect();
    let mut expected: Vec<String> = values.iter().map(|it| number(it.1, lang)).collect();
    let mut found = cells.clone();
    expected.sort();
    found.sort();
    assert_eq!(found, expected, "{} {year}", it.id);
    let known = places
        .iter()
        .filter(|place| values.iter().any(|it| it.0 == **place))
        .count();
    assert_eq!(figure.points().len(), known, "{} {year}", it.id);
    assert_eq!(figure.sources().is_empty(), known == 0);
    for point in figure.points() {
        assert!(!point.sources.is_empty() && !point.name.is_empty());
        assert!(
            values
                .iter()
                .any(|(_, value)| point.label.contains(&quantity(*value, it.unit, lang))),
            "{point:?}"
        );
    }
    assert!(figure.description().starts_with(&year.to_string()));
    assert!(figure.description().ends_with('.'));
    known
}

#[test]
fn every_country_indicator_is_shaded_by_its_values() {
    let (lands, mut shaded) = (coarse(), 0);
    for it in indicators(Level::Country) {
        let all: Vec<f64> = it
            .series
            .iter()
            .flat_map(|it| &it.points)
            .map(|it| it.value)
            .collect();
        let classes = Classes::of(&all, it.range);
        for (index, year) in years(&it).into_iter().enumerate() {
            let (lang, size) = if index % 2 == 0 {
                (Lang::Id, Size::WIDE)
            } else {
                (Lang::En, Size::NARROW)
            };
            let figure = choropleth(&spec(&it, &[], &lands, year, lang, size));
            let known = check(&it, &figure, year, lang);
            let all = elements(figure.svg());
            let rows = &figure.table().rows;
            assert_eq!(rows.len(), 11, "{}", it.id);
            for country in Country::ALL {
                let name = country.key().text(lang);
                let point = figure.points().iter().position(|it| it.name == name);
                let series = it.series.iter().find(|it| it.place == country.code());
                let value = series.and_then(|it| it.points.iter().find(|it| it.year == year));
                assert_eq!(point.is_some(), value.is_some(), "{} {year} {name}", it.id);
                let (Some(point), Some(value)) = (point, value) else {
                    continue;
                };
                let marks = of_point(&all, point);
                assert!(!marks.is_empty());
                let class = classes.class(value.value).unwrap();
                assert!(
                    classes.edges[class] <= value.value && value.value <= classes.edges[class + 1]
                );
                for mark in marks {
                    assert!(
                        mark.has_class(&format!("q{}", classes.shade(class))),
                        "{mark:?}"
                    );
                    assert_eq!(mark.get("fill"), "");
                }
                shaded += 1;
            }
            let hatched = all
                .iter()
                .filter(|it| it.name == "path" && it.has_class("hatched"))
                .count();
            assert_eq!(hatched, 11 - known, "{} {year}", it.id);
            let patterns = all.iter().filter(|it| it.name == "pattern").count();
            assert_eq!(patterns, usize::from(known < 11));
            let entries = classes.count() + usize::from(known < 11);
            assert_eq!(figure.legend().len(), entries);
            check_texts(&all, figure.size());
        }
    }
    assert!(shaded > 1_000, "{shaded}");
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
    for value in all.iter().flat_map(|it| &it.attributes) {
        let is_colour = value.0 == "fill" || value.0 == "stroke" || value.0 == "style";
        assert!(!is_colour || value.1 == "url(#m-h) none", "{value:?}");
    }
}

#[test]
fn every_city_indicator_is_a_circle_at_its_city() {
    let (lands, cities, mut drawn) = (coarse(), cities(), 0);
    for it in indicators(Level::City) {
        for (index, year) in years(&it).into_iter().enumerate() {
            let (lang, size) = if index % 2 == 0 {
                (Lang::Id, Size::WIDE)
            } else {
                (Lang::En, Size::NARROW)
            };
            let figure = points(&spec(&it, &cities, &lands, year, lang, size));
            check(&it, &figure, year, lang);
            let all = elements(figure.svg());
            let mut sizes: Vec<(f64, f64)> = Vec::new();
            for (index, point) in figure.points().iter().enumerate() {
                let marks = of_point(&all, index);
                assert_eq!(marks.len(), 1, "{} {year} {point:?}", it.id);
                let mark = marks[0];
                assert_eq!((mark.number("cx"), mark.number("cy")), (point.x, point.y));
                let city = cities
                    .iter()
                    .find(|it| it.name.get(lang) == point.name)
                    .unwrap();
                let series = it.series.iter().filter(|it| it.place == city.id);
                let value = series
                    .flat_map(|it| &it.points)
                    .find(|it| it.year == year)
                    .unwrap();
                sizes.push((value.value, mark.number("r")));
                drawn += 1;
            }
            if it.unit == Unit::People {
                // Areas are as the amounts, but for the smallest circles.
                let large: Vec<_> = sizes.iter().filter(|it| it.1 > 6.0).collect();
                for pair in large.windows(2) {
                    let (amounts, areas) = (pair[0].0 / pair[1].0, (pair[0].1 / pair[1].1).powi(2));
                    assert!((amounts / areas - 1.0).abs() < 0.05, "{pair:?}");
                }
            } else {
                assert!(sizes.iter().all(|it| it.1 == 5.5), "{}: {sizes:?}", it.id);
            }
            check_texts(&all, figure.size());
        }
    }
    assert!(drawn > 300, "{drawn}");
}

#[test]
fn sources_that_disagree_are_all_told() {
    let lands = coarse();
    let keys = ["1".to_owned(), "2".to_owned()];
    let series = |name, value, source: usize| MapSeries {
        place: "sumedang",
        place_name: "Sumedang",
        name,
        lat: -6.86,
        lon: 107.92,
        points: vec![Datum {
            year: 2023,
            value,
            sources: &keys[source..=source],
        }],
    };
    let spec = MapFigureSpec {
        id: "m",
        heading: "Stunting",
        unit: Unit::Percent,
        series: vec![
            series("regency records", 7.89, 0),
            series("national survey", 14.4, 1),
        ],
        year: 2023,
        projection_from: None,
        range: None,
        lands: &lands,
        lang: Lang::En,
        size: figure_size(Size::WIDE),
    };
    let figure = points(&spec);
    assert_eq!(
        figure.description(),
        "2023, 1 city: 7.89% (Sumedang). For Sumedang the sources differ and the map shows the \
         first: 7.89% (regency records) and 14.4% (national survey)."
    );
    let point = &figure.points()[0];
    assert_eq!(
        point.label,
        "2023: 7.89% (regency records); 14.4% (national survey)"
    );
    assert_eq!(point.sources, ["1", "2"]);
    let cells: Vec<&str> = figure.table().rows[0]
        .cells
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(cells, ["7.89", "14.4"]);
    // A value that nobody vouches for is not shown.
    let mut spec = spec;
    spec.series[0].points[0].sources = &[];
    let figure = points(&spec);
    assert_eq!(
        (figure.left_out(), figure.description()),
        (1, "2023, 1 city: 14.4% (Sumedang).")
    );
}

#[test]
fn sentences_name_the_ends_and_what_is_not_known() {
    let lands = coarse();
    let describe = |id: &str, year, lang| {
        let it = indicator(id);
        choropleth(&spec(&it, &[], &lands, year, lang, Size::WIDE))
            .description()
            .to_owned()
    };
    assert_eq!(
        describe("hdi", 2022, Lang::En),
        "2022, 11 states: from 0.602 (Cambodia) to 0.942 (Singapore)."
    );
    assert_eq!(
        describe("extreme-poverty", 2019, Lang::Id),
        "2019, 2 negara: dari 0,1\u{a0}% (Thailand) sampai 10,8\u{a0}% (Indonesia). Tidak ada data: 9 negara."
    );
    assert_eq!(describe("hdi", 1700, Lang::En), "1700: No data.");
    let it = indicator("city-population-wup");
    let cities = cities();
    let figure = points(&spec(&it, &cities, &lands, 2020, Lang::En, Size::WIDE));
    assert!(figure
        .description()
        .starts_with("2020 (projection), 27 cities: from "));
    assert!(figure.points().iter().all(|it| it.projected));
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

#[test]
fn names_stay_beside_their_marks_while_the_map_moves() {
    let (lands, cities) = (coarse(), cities());
    let places = places(&cities);
    let size = Size {
        width: 640,
        height: 520,
    };
    // Each seen city with the place of its name beside its mark, in tenths.
    let beside = |view: View| -> Vec<(String, i64, i64)> {
        let svg = live(&lands, &places, view, size);
        let all = elements(&svg);
        let mut found = Vec::new();
        for (index, it) in all.iter().enumerate().filter(|it| it.1.has_class("spot")) {
            let (x, y) = (it.number("cx"), it.number("cy"));
            // Near the frame a name may have to give way.
            if let Some(name) = all.get(index + 1).filter(|it| {
                it.name == "text" && (150.0..490.0).contains(&x) && (60.0..460.0).contains(&y)
            }) {
                #[allow(clippy::cast_possible_truncation)]
                let tenths = |value: f64| (value * 10.0).round() as i64;
                found.push((
                    name.text.clone(),
                    tenths(name.number("x") - x),
                    tenths(name.number("y") - it.number("cy")),
                ));
            }
        }
        found
    };
    for zoom in ["1.5", "3.7", "9"] {
        let view = View::parse(&["3,105,", zoom].concat())
            .unwrap()
            .kept_in(size);
        let first = beside(view);
        assert!(!first.is_empty());
        for (dx, dy) in [
            (1.0, 0.0),
            (-6.0, 3.5),
            (13.7, -8.2),
            (20.0, 9.0),
            (0.3, 0.3),
        ] {
            let moved = beside(view.dragged(size, dx, dy));
            let both = first
                .iter()
                .filter(|it| moved.iter().any(|other| it.0 == other.0));
            for it in both {
                assert!(moved.contains(it), "{zoom} {dx} {dy}: {it:?} {moved:?}");
            }
        }
    }
}

#[test]
fn the_map_of_the_network_leads_to_every_city() {
    let (coarse, fine, cities) = (coarse(), fine(), cities());
    let places = places(&cities);
    for width in [340, 640, 1100] {
        let size = map_size(width);
        let mut view = View::WHOLE;
        loop {
            let lands = if view.detail(size) == MapDetail::Fine {
                &fine
            } else {
                &coarse
            };
            let svg = live(lands, &places, view, size);
            let all = elements(&svg);
            check_texts(&all, size);
            let links: Vec<&Element> = all.iter().filter(|it| it.name == "a").collect();
            if view == View::WHOLE {
                assert_eq!(links.len(), 38);
                let codes = Country::ALL.len();
                assert_eq!(
                    all.iter()
                        .filter(|it| it.name == "path"
                            && (it.has_class("member") || it.has_class("home")))
                        .count(),
                    codes
                );
            }
            for place in &places {
                let (x, y) = view.place(size, place.lat, place.lon);
                let is_seen = (0.5..f64::from(size.width) - 0.5).contains(&x)
                    && (0.5..f64::from(size.height) - 0.5).contains(&y);
                let link = links.iter().find(|it| it.get("href") == place.href);
                assert!(link.is_some() || !is_seen, "{} {view:?}", place.name);
                if let Some(link) = link {
                    assert_eq!(link.get("aria-label"), place.name);
                    let spot = all.iter().filter(|it| it.has_class("spot"));
                    let near = |it: &Element| (it.number("cx") - x).hypot(it.number("cy") - y);
                    assert!(
                        spot.map(near).fold(f64::MAX, f64::min) < 0.2,
                        "{}",
                        place.name
                    );
                }
            }
            if !view.can_step(MapStep::In) {
                break;
            }
            view = view.zoomed(
                size,
                1.5,
                f64::from(width) * 0.35,
                f64::from(size.height) * 0.7,
            );
        }
    }
}

#[test]
fn names_and_addresses_are_escaped() {
    let lands = coarse();
    let place = MapPlace {
        name: "<Cần & \"Thơ\">",
        name_lang: "vi",
        href: "a\"b",
        lat: 10.0,
        lon: 105.7,
        rank: 0,
        is_here: true,
    };
    let svg = live(&lands, &[place.clone()], View::WHOLE, Size::WIDE);
    let all = elements(&svg);
    let link = all.iter().find(|it| it.name == "a").unwrap();
    assert_eq!((link.get("href"), link.get("lang")), ("a\"b", "vi"));
    assert!(link.has_class("here"));
    assert_eq!(link.get("aria-label"), place.name);
    let text = all.iter().find(|it| it.name == "text").unwrap();
    assert_eq!(text.text, place.name);
    let nowhere = MapPlace { href: "", ..place };
    let svg = live(&lands, &[nowhere], View::WHOLE, Size::WIDE);
    assert!(elements(&svg).iter().all(|it| it.name != "a"));
}

#[test]
fn what_lies_outside_the_frame_is_not_written() {
    let fine = fine();
    let size = Size::WIDE;
    let whole = live(&fine, &[], View::WHOLE, size).len();
    let near = View::fitting(&[(1.3, 103.8)], size, 0);
    let part = live(&fine, &[], near, size);
    assert!(part.len() * 2 < whole, "{} of {whole}", part.len());
    let codes = elements(&part)
        .iter()
        .filter(|it| it.name == "path")
        .count();
    assert!(
        codes <= 4,
        "Indonesia, Malaysia, Singapore, perhaps Thailand: {codes}"
    );
}

#[test]
fn no_member_state_is_too_small_to_see() {
    let lands = coarse();
    let small = |width| {
        let it = indicator("hdi");
        let figure = choropleth(&spec(
            &it,
            &[],
            &lands,
            2022,
            Lang::En,
            Size { width, height: 0 },
        ));
        let all = elements(figure.svg());
        let marks = all.iter().filter(|it| it.has_class("small"));
        marks
            .map(|it| {
                figure.points()[it.get("data-point").parse::<usize>().unwrap()]
                    .name
                    .clone()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        small(340),
        ["Brunei Darussalam", "Singapore", "Timor-Leste"]
    );
    assert_eq!(small(640), ["Brunei Darussalam", "Singapore"]);
    assert_eq!(small(2400), ["Singapore"]);
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
        for theme in ["light", "dark"] {
            let mut page = ["<!doctype html><meta charset=utf-8><base href=\"../../\"><html data-theme=", theme, "><style>", &css[0], &css[1], "body{margin:8px;background:var(--ground)} .f{width:", &width.to_string(), "px;margin:0 8px 8px 0;display:inline-block;vertical-align:top;font-size:12px}</style>"].concat();
            for part in &parts {
                page.push_str(&["<div class=f>", part, "</div>"].concat());
            }
            fs::write(folder.join(format!("{width}-{theme}.html")), page).unwrap();
        }
    }
}
