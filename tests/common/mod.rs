//! Charts made from the real data set, for the tests that hold host and browser together.

#![allow(clippy::unwrap_used)] // part of tests, which the lint does not see in a module of its own

use ascn_atlas::chart::{from_indicator, Size};
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
    svg
}

/// What [`charts`] gave on the host when it was last looked at.
pub const GOLDEN: &str = include_str!("../golden/charts.svg");
