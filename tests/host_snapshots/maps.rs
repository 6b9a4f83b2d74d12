//! Maps: the network's, shaded countries, circles of cities; on lands that were made up.

use ascn_atlas::chart::map::{
    choropleth, figure_size, map, map_size, points, MapFigureSpec, MapPlace, MapSeries, MapSpec,
    View,
};
use ascn_atlas::chart::Datum;
use ascn_atlas::model::cut_map::{Land, LandPart, MapLands};
use ascn_atlas::model::{Country, Unit};

use super::{written, Album, SHEETS};

/// A few rectangles where the countries lie.
fn lands() -> MapLands {
    let land = |code: &str, (left, top, right, bottom): (i32, i32, i32, i32)| Land {
        code: code.to_owned(),
        middle: (i32::midpoint(left, right), i32::midpoint(top, bottom)),
        area: u32::try_from((right - left) * (bottom - top)).unwrap(),
        parts: vec![LandPart {
            from: (left, top),
            to: (right, bottom),
            path: format!("M{left} {top}H{right}V{bottom}H{left}Z"),
        }],
    };
    MapLands {
        units: 10,
        lands: vec![
            land("AUS", (300, 380, 480, 420)),
            land("IDN", (60, 260, 460, 370)),
            land("MYS", (90, 215, 260, 250)),
            // Too small to be seen: a mark stands for it.
            land("SGP", (122, 254, 123, 255)),
            land("THA", (60, 90, 130, 205)),
            land("VNM", (140, 60, 170, 200)),
        ],
    }
}

pub fn draw(album: &mut Album) {
    let lands = lands();
    let keys = ["1".to_owned()];
    let series = |place, name, (lat, lon), values: &[(i32, f64)]| MapSeries {
        place,
        place_name: name,
        name: "",
        lat,
        lon,
        points: values
            .iter()
            .map(|&(year, value)| Datum {
                year,
                value,
                sources: &keys,
            })
            .collect(),
    };
    let mut countries = vec![
        series("IDN", "", (0.0, 0.0), &[(2022, 4.5), (2023, 5.25)]),
        series("MYS", "", (0.0, 0.0), &[(2022, 30.0), (2023, 41.0)]),
        series("SGP", "", (0.0, 0.0), &[(2023, 90.5)]),
        series("SGP", "", (0.0, 0.0), &[(2023, 88.0)]),
        series("THA", "", (0.0, 0.0), &[(2023, 22.0)]),
        // Of another year: there is no value here.
        series("VNM", "", (0.0, 0.0), &[(2022, 12.0)]),
    ];
    for (it, name) in [(2, "own figures"), (3, "survey")] {
        countries[it].name = name;
    }
    let cities = [
        series("alfa", "Alfa", (-6.2, 106.8), &[(2023, 1_500_000.0)]),
        series("bravo", "Bravo", (-6.9, 107.6), &[(2023, 250_000.0)]),
        series("charlie", "Charlie", (13.7, 100.5), &[(2023, 9_000_000.0)]),
        series("delta", "Delta", (3.1, 101.7), &[]),
    ];
    let shares = [
        series("alfa", "Alfa", (-6.2, 106.8), &[(2023, 12.0)]),
        series("bravo", "Bravo", (-6.9, 107.6), &[(2023, 55.5)]),
        series("charlie", "Charlie", (13.7, 100.5), &[(2023, 88.0)]),
    ];
    for (lang, size) in SHEETS {
        let spec = |heading, unit, series: &[MapSeries<'_>], from| {
            let spec = MapFigureSpec {
                id: "s",
                heading,
                unit,
                series: series.to_vec(),
                year: 2023,
                projection_from: from,
                break_before: None,
                range: None,
                lands: &lands,
                lang,
                size: figure_size(size),
            };
            if series.len() == countries.len() {
                choropleth(&spec)
            } else {
                points(&spec)
            }
        };
        for (name, figure) in [
            (
                "map-countries",
                spec("Share", Unit::Percent, &countries, None),
            ),
            (
                "map-amounts",
                spec("People", Unit::People, &cities, Some(2023)),
            ),
            ("map-shares", spec("Share", Unit::Percent, &shares, None)),
        ] {
            album.add(name, lang, "svg", written::figure(&figure));
        }
        let place = |name, href, (lat, lon), rank, is_here| MapPlace {
            name,
            name_lang: if name == "ភ្នំពេញ" {
                "km"
            } else {
                ""
            },
            href,
            lat,
            lon,
            rank,
            is_here,
        };
        let places = [
            place("Alfa", "", (-6.2, 106.8), 2, true),
            // So near that there is room for one name.
            place("Bravo", "bravo/", (-6.4, 107.0), 1, false),
            place("ភ្នំពេញ", "charlie/", (11.6, 104.9), 0, false),
        ];
        let svg = map(&MapSpec {
            lands: &lands,
            places: &places,
            view: View::WHOLE,
            size: map_size(size.width),
            label: "Three places",
            home: Some(Country::Idn),
        });
        album.add("map-network", lang, "svg", written::drawing(&svg));
    }
}
