//! Charts made from the real data set, for the tests that hold host and browser together.

#![allow(clippy::unwrap_used)] // part of tests, which the lint does not see in a module of its own

use ascn_atlas::chart::{
    change_between, from_indicator, lines_of_places, ranked_bars, slots, small_multiples,
    sparkline, AxisScale, Choice, LineView, PlacesSpec, Size, Spark,
};
use ascn_atlas::model::{City, Indicator, Lang};

const SUMEDANG: &str = include_str!("../../public/data/cities/sumedang.json");
/// An indicator of many cities, as it is published.
pub const POPULATION: &str = include_str!("../../public/data/indicators/city-population-wup.json");

/// Charts with several series, gaps, projections and letters of three scripts, one after the other.
pub fn charts() -> String {
    let city: City = serde_json::from_str(SUMEDANG).unwrap();
    let population: Indicator = serde_json::from_str(POPULATION).unwrap();
    let mut svg = String::new();
    for lang in Lang::ALL {
        for size in [Size::WIDE, Size::NARROW] {
            for indicator in city.indicators.iter().take(3).chain([&population]) {
                let name = "Sumedang · កំពង់ · 新加坡";
                svg.push_str(from_indicator(indicator, name, lang, size, "golden").svg());
                svg.push('\n');
            }
        }
    }
    kinds_of_places(&mut svg, &population, Lang::En, Size::WIDE);
    kinds_of_places(&mut svg, &population, Lang::Id, Size::NARROW);
    svg
}

/// Each kind of chart that compares places, with chosen places, projections and missing values.
fn kinds_of_places(svg: &mut String, population: &Indicator, lang: Lang, size: Size) {
    let chosen = slots(&["jakarta", "bangkok", "phnom-penh"]);
    let choice = Choice {
        places: &chosen,
        years: Some((1970, 2030)),
    };
    let name_of = |place: &str| match place {
        "jakarta" => "Jakarta",
        "bangkok" => "กรุงเทพฯ",
        "phnom-penh" => "ភ្នំពេញ",
        _ => "Kota lain",
    };
    let spec = PlacesSpec::of(population, &name_of, &choice, lang, size, "golden");
    let relative = LineView {
        scale: AxisScale::Log,
        relative: true,
    };
    for figure in [
        lines_of_places(&spec, &LineView::default()),
        lines_of_places(&spec, &relative),
        ranked_bars(&spec, 2015),
        change_between(&spec, 2000, 2030),
        small_multiples(&spec, true),
    ] {
        svg.push_str(figure.svg());
        svg.push('\n');
    }
    for series in population.series.iter().take(3) {
        let points: Vec<_> = series.points.iter().map(|it| (it.year, it.value)).collect();
        svg.push_str(&sparkline(&Spark {
            points: &points,
            unit: population.unit,
            projection_from: population.projection_from,
            break_before: population.break_before,
            slot: 1,
        }));
        svg.push('\n');
    }
}

/// What [`charts`] gave on the host when it was last looked at.
pub const GOLDEN: &str = include_str!("../golden/charts.svg");
