//! Figures: every value of the data set reads back out of the map that shows it.

use super::*;
use crate::chart::map::classes::Classes;
use crate::chart::Figure;
use crate::i18n::{number, quantity, Named};
use crate::model::{Level, Unit};

/// Elements that stand for a point of the figure.
fn of_point(all: &[Element], point: usize) -> Vec<&Element> {
    let number = point.to_string();
    all.iter()
        .filter(|it| it.get("data-point") == number)
        .collect()
}

/// Every year with values, and one without.
fn years(it: &Indicator) -> Vec<i32> {
    let points = it.series.iter().flat_map(|it| &it.points);
    let mut years: Vec<i32> = points.map(|it| it.year).chain([1700]).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn indicators(level: Level) -> Vec<Indicator> {
    let mut all = crate::chart::tests::kinds::indicators();
    all.retain(|it| it.level == Some(level));
    all
}

/// Checks points, table and sentence against the data set; returns the places with values.
fn check(
    it: &Indicator,
    figure: &Figure,
    year: i32,
    lang: Lang,
    name_of: &dyn Fn(&str) -> String,
) -> usize {
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
        let is_here = |it: &&(&str, f64)| name_of(it.0) == point.name;
        let own: Vec<String> = values
            .iter()
            .filter(is_here)
            .map(|own| quantity(own.1, it.unit, lang))
            .collect();
        // What is drawn comes first; what other sources say follows.
        assert!(
            point.label.starts_with(&format!("{year}: {}", own[0])),
            "{point:?} {own:?}"
        );
        assert!(own.iter().all(|it| point.label.contains(it)), "{point:?}");
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
            let name_of = |code: &str| Country::from_code(code).unwrap().key().text(lang).into();
            let known = check(&it, &figure, year, lang, &name_of);
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

#[test]
fn every_city_indicator_is_a_circle_at_its_city() {
    let (lands, cities, mut drawn) = (coarse(), cities(), 0);
    for it in indicators(Level::City) {
        let series = it.series.iter().filter(|it| !it.not_ascn);
        let values = series.flat_map(|it| &it.points).map(|it| it.value);
        let classes = Classes::of(&values.collect::<Vec<_>>(), it.range);
        for (index, year) in years(&it).into_iter().enumerate() {
            let (lang, size) = if index % 2 == 0 {
                (Lang::Id, Size::WIDE)
            } else {
                (Lang::En, Size::NARROW)
            };
            let figure = points(&spec(&it, &cities, &lands, year, lang, size));
            let name_of = |id: &str| {
                let city = cities.iter().find(|it| it.id == id);
                city.unwrap().name.get(lang).to_owned()
            };
            check(&it, &figure, year, lang, &name_of);
            let all = elements(figure.svg());
            let shade_of =
                |it: &Element| (1..=7_u8).find(|shade| it.has_class(&format!("q{shade}")));
            let is_shaded = all.iter().any(|it| shade_of(it).is_some());
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
                let shade = classes.class(value.value).map(|it| classes.shade(it));
                assert_eq!(
                    shade_of(mark),
                    shade.filter(|_| is_shaded),
                    "{} {point:?}",
                    it.id
                );
                drawn += 1;
            }
            if it.unit == Unit::People || sizes.iter().any(|it| it.1 != 5.5) {
                // Areas are as the amounts, but for the smallest circles.
                let large: Vec<_> = sizes.iter().filter(|it| it.1 > 6.0).collect();
                for pair in large.windows(2) {
                    let (amounts, areas) = (pair[0].0 / pair[1].0, (pair[0].1 / pair[1].1).powi(2));
                    assert!((amounts / areas - 1.0).abs() < 0.05, "{pair:?}");
                }
            }
            check_texts(&all, figure.size());
        }
    }
    assert!(drawn > 1_000, "{drawn}");
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
        break_before: None,
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
    let cells: Vec<&str> = figure
        .table()
        .rows
        .iter()
        .flat_map(|it| &it.cells)
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(cells, ["7.89", "14.4"]);
    let heads: Vec<&str> = figure
        .table()
        .rows
        .iter()
        .map(|it| it.head.as_str())
        .collect();
    assert_eq!(
        heads,
        ["Sumedang – regency records", "Sumedang – national survey"]
    );
    // A value that nobody vouches for is not shown.
    let mut spec = spec;
    spec.series[0].points[0].sources = &[];
    let figure = points(&spec);
    assert_eq!(
        (figure.left_out(), figure.description()),
        (1, "2023, 1 city: 14.4% (Sumedang).")
    );
    spec.break_before = Some(2024);
    let said =
        "2023, 1 city: 14.4% (Sumedang). Values before 2024 were measured another way and do \
                not compare.";
    assert_eq!(points(&spec).description(), said);
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
    let ranks = describe("egdi-rank", 2024, Lang::En);
    assert_eq!(
        ranks,
        "2024, 11 states: from rank 3 (Singapore) to rank 159 (Timor-Leste)."
    );
    let it = indicator("city-population-wup");
    let cities = cities();
    let figure = points(&spec(&it, &cities, &lands, 2020, Lang::En, Size::WIDE));
    assert!(figure
        .description()
        .starts_with("2020 (projection), 27 cities: from "));
    assert!(figure.points().iter().all(|it| it.projected));
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
    assert_eq!(small(500), ["Brunei Darussalam", "Singapore"]);
    assert_eq!(small(640), ["Singapore"]);
    assert!(small(2400).is_empty());
}

#[test]
fn the_longest_unit_leaves_room_for_no_data() {
    let (lands, it) = (coarse(), indicator("gdp-per-capita-ppp"));
    for lang in Lang::ALL {
        let mut spec = spec(&it, &[], &lands, 1700, lang, Size::NARROW);
        spec.projection_from = Some(1600);
        let figure = choropleth(&spec);
        check_texts(&elements(figure.svg()), figure.size());
    }
}
