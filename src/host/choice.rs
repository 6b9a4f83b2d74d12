//! A choice: which places of an indicator a chart shows before the reader chooses.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{Indicator, Level, Point, Series};

/// How many places a default choice has at most: more lines than these cannot all be labelled on a
/// phone, and the palette has eight colours.
pub const MOST: usize = 5;

/// The place from which most readers come: the one that they look for first.
#[must_use]
pub const fn home(level: Level) -> &'static str {
    match level {
        Level::Country => "IDN",
        Level::City => "jakarta",
    }
}

/// Whether a value of `year` was measured rather than projected.
#[must_use]
pub fn is_measured(indicator: &Indicator, year: i32) -> bool {
    indicator.projection_from.is_none_or(|from| year < from)
}

/// The places of the network in an indicator, each once, in the order of its series.
#[must_use]
pub fn places(indicator: &Indicator) -> Vec<&str> {
    let mut known = HashSet::new();
    let series = indicator.series.iter();
    series
        .filter(|it| !it.not_ascn && !it.points.is_empty() && known.insert(it.place.as_str()))
        .map(|it| it.place.as_str())
        .collect()
}

/// The value of a place in a year; of several series the first that has one.
#[must_use]
pub fn value<'a>(
    indicator: &'a Indicator,
    place: &str,
    year: i32,
) -> Option<(&'a Series, &'a Point)> {
    indicator
        .series
        .iter()
        .filter(|series| series.place == place)
        .find_map(|series| {
            let point = series.points.iter().find(|it| it.year == year)?;
            Some((series, point))
        })
}

/// The newest year among those for which most places have a measured value; where nothing was
/// measured, the same of projected values. `None` without any value.
///
/// Often this is not the newest year of all: in that, only the quickest offices have reported.
#[must_use]
pub fn common_year(indicator: &Indicator) -> Option<i32> {
    let mut years_of: HashMap<&str, Vec<i32>> = HashMap::new();
    for series in &indicator.series {
        let years = series.points.iter().map(|it| it.year);
        years_of.entry(&series.place).or_default().extend(years);
    }
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for place in places(indicator) {
        let mut years = years_of.remove(place).unwrap_or_default();
        years.sort_unstable();
        years.dedup();
        for year in years {
            *counts.entry(year).or_default() += 1;
        }
    }
    let count = |year: i32| counts.get(&year).copied().unwrap_or_default();
    let points = || indicator.series.iter().flat_map(|it| &it.points);
    let best = |measured: bool| {
        points()
            .map(|point| point.year)
            .filter(|year| is_measured(indicator, *year) == measured)
            .max_by_key(|year| (count(*year), *year))
    };
    best(true).or_else(|| best(false))
}

/// The places that a chart shows before the reader chooses, most wanted first, at most [`MOST`].
///
/// 1. Indonesia, or Jakarta: most readers come from there.
/// 2. The place with the highest value in the [`common_year`], the one with the lowest, and the one
///    in the middle: how far the region lies apart and where its midst is.
/// 3. Those at one quarter and at three quarters of that ranking.
/// 4. The places with most values over the years, until the choice is full.
///
/// The choice is the same in every language, so that a chart stays when the reader changes it.
#[must_use]
pub fn default_places(indicator: &Indicator) -> Vec<String> {
    let all = places(indicator);
    let mut ranked: Vec<(&str, f64)> = Vec::new();
    if let Some(year) = common_year(indicator) {
        let mut values: HashMap<&str, f64> = HashMap::new();
        for series in &indicator.series {
            // Of several series the first that has one, as `value` finds it.
            if let Some(point) = series.points.iter().find(|it| it.year == year) {
                values.entry(&series.place).or_insert(point.value);
            }
        }
        ranked.extend(all.iter().filter_map(|it| Some((*it, *values.get(it)?))));
    }
    ranked.sort_by(|one, two| two.1.total_cmp(&one.1));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for series in &indicator.series {
        *counts.entry(&series.place).or_default() += series.points.len();
    }
    let mut longest = all.clone();
    longest.sort_by_key(|it| (Reverse(counts.get(it).copied()), *it));
    let at = |place: usize| ranked.get(place).map(|it| it.0);
    let home = home(indicator.level.unwrap_or(Level::City));
    let wanted = [
        all.iter().copied().find(|place| *place == home),
        at(0),
        at(ranked.len().wrapping_sub(1)),
        at(ranked.len() / 2),
        at(ranked.len() / 4),
        at(ranked.len() * 3 / 4),
    ];
    let mut chosen: Vec<String> = Vec::new();
    for place in wanted.into_iter().flatten().chain(longest) {
        if chosen.len() < MOST && !chosen.iter().any(|it| it == place) {
            chosen.push(place.to_owned());
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(level: &str, more: &str, series: &[(&str, &str)]) -> Indicator {
        let series: Vec<String> = series
            .iter()
            .map(|(place, points)| {
                format!(r#"{{"place":"{place}","points":{points},"sources":["s"]}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"id":"x","name":{{"en":"X","id":"X"}},"unit":"percent","level":"{level}"{more},"series":[{}]}}"#,
            series.join(",")
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn home_comes_first_then_extremes_and_what_lies_between() {
        let it = indicator(
            "country",
            "",
            &[
                ("BRN", "[[2020,5]]"),
                ("IDN", "[[2020,4]]"),
                ("KHM", "[[2020,1]]"),
                ("LAO", "[[2020,3]]"),
                ("MMR", "[[2018,2],[2019,2],[2020,2]]"),
                ("SGP", "[[2020,9],[2021,99]]"),
                ("VNM", "[[2020,6]]"),
            ],
        );
        assert_eq!(common_year(&it), Some(2020));
        // 9 6 5 4 3 2 1: the middle is Indonesia's, so both quarters find room.
        assert_eq!(default_places(&it), ["IDN", "SGP", "KHM", "VNM", "MMR"]);
    }

    #[test]
    fn places_without_a_value_in_the_common_year_come_by_their_length() {
        let it = indicator(
            "city",
            "",
            &[
                ("bangkok", "[[2020,3]]"),
                ("cebu-city", "[[2020,5]]"),
                ("dili", "[[2020,4]]"),
                ("hanoi", "[[2019,1]]"),
                ("ipoh", "[[2018,1],[2019,2]]"),
                ("phuket", "[[2019,1]]"),
            ],
        );
        assert_eq!(
            default_places(&it),
            ["cebu-city", "bangkok", "dili", "ipoh", "hanoi"]
        );
    }

    #[test]
    fn few_places_are_all_shown_and_none_twice() {
        let it = indicator(
            "city",
            "",
            &[
                ("hanoi", "[[2020,1]]"),
                ("jakarta", "[[2019,1]]"),
                ("hanoi", "[[2020,2]]"),
            ],
        );
        assert_eq!(default_places(&it), ["jakarta", "hanoi"]);
        assert_eq!(common_year(&it), Some(2020));
        let none = indicator("city", "", &[]);
        assert_eq!(
            (common_year(&none), default_places(&none)),
            (None, Vec::new())
        );
    }

    #[test]
    fn projections_and_places_outside_the_network_choose_nothing() {
        let mut it = indicator(
            "city",
            r#","projection_from":2020"#,
            &[
                ("hanoi", "[[2018,1],[2021,9]]"),
                ("medan", "[[2017,1]]"),
                ("manila", "[[2021,5]]"),
            ],
        );
        it.series[1].not_ascn = true;
        assert_eq!(common_year(&it), Some(2018));
        assert_eq!(default_places(&it), ["hanoi", "manila"]);
        it.projection_from = Some(2000);
        assert_eq!(common_year(&it), Some(2021));
    }
}
