//! Every indicator of the data set as a chart: nothing collides, every value reads back.

use std::fs;
use std::path::{Path, PathBuf};

use super::svg::check;
use crate::chart::{from_indicator, from_indicator_of_places, Figure, Size};
use crate::model::{City, Indicator, Lang};

pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/data")
        .join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "json"))
        .collect();
    files.sort();
    assert!(files.len() > 30);
    files
}

/// Checks the charts of `indicator` that `draw` makes, in both sizes.
fn check_sizes(indicator: &Indicator, draw: &dyn Fn(Lang, Size) -> Figure) {
    let points = indicator.series.iter().flat_map(|it| &it.points);
    let values: Vec<f64> = points.map(|it| it.value).collect();
    for size in [Size::WIDE, Size::NARROW] {
        let figure = draw(Lang::En, size);
        assert_eq!(figure.left_out(), 0, "{}", indicator.id);
        check(&figure, &values);
        assert_eq!(figure, draw(Lang::En, size));
        let other = draw(Lang::Id, size);
        assert_ne!(figure.table().headers, other.table().headers);
        assert_eq!(other.points().len(), values.len());
    }
}

#[test]
fn every_indicator_of_a_city_is_a_chart() {
    let mut count = 0;
    for file in files("cities") {
        let city: City = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for indicator in &city.indicators {
            count += 1;
            check_sizes(indicator, &|lang, size| {
                from_indicator(indicator, city.name.get(lang), lang, size, "c")
            });
        }
    }
    assert!(count > 80, "{count}");
}

#[test]
fn every_shared_indicator_is_a_chart_of_each_place_and_of_all() {
    for file in files("indicators") {
        let all: Indicator = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let names: Vec<String> = all.series.iter().map(|it| it.place.clone()).collect();
        let name_of = |place: &str| {
            let found = names.iter().find(|it| *it == place);
            found.map_or("", |it| it.as_str())
        };
        check_sizes(&all, &|lang, size| {
            from_indicator_of_places(&all, &name_of, lang, size, "c")
        });
        let mut places = names.clone();
        places.dedup();
        for place in places {
            let mut one = all.clone();
            one.series.retain(|it| it.place == place);
            check_sizes(&one, &|lang, size| {
                from_indicator(&one, "Bandar Seri Begawan", lang, size, "c")
            });
        }
    }
}
