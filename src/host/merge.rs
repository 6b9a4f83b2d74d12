//! Merging: the figures of a city from its own file with those compiled for all cities.

use std::collections::BTreeMap;

use super::{Error, Result};
use crate::model::{Indicator, Point, Scope, Series, SourceKeys, Text};

/// Joins `compiled`, an indicator of all cities with the one series of this city, to `own`, the
/// topic of the city's file with the same identifier. Keys of sources must be the page's numbers.
///
/// Where two series agree in every year that both have, they become one with the sources of both.
/// Where they contradict one another, or share no year that could tell, they stand side by side.
///
/// # Errors
///
/// When the two are in different units.
pub fn merge(own: Indicator, compiled: Indicator) -> Result<Indicator> {
    if own.unit != compiled.unit {
        return Err(Error::Cut(format!(
            "indicator \"{}\" is in {} in a city's file and in {} in indicators/",
            own.id,
            own.unit.id(),
            compiled.unit.id()
        )));
    }
    let mut series = own.series;
    for theirs in compiled.series {
        if let Some(ours) = series.iter_mut().find(|ours| agree(ours, &theirs)) {
            *ours = union(ours, &theirs);
            continue;
        }
        for ours in series.iter_mut().filter(|ours| ours.name.is_none()) {
            ours.name = Some(Text {
                en: "As gathered for this city".to_owned(),
                id: "Sebagaimana dihimpun untuk kota ini".to_owned(),
            });
        }
        series.push(Series {
            id: theirs.id.or_else(|| Some("compiled".to_owned())),
            name: Some(Text {
                en: "As compiled for all cities".to_owned(),
                id: "Sebagaimana dihimpun untuk semua kota".to_owned(),
            }),
            ..theirs
        });
    }
    Ok(Indicator {
        series,
        sources: own.sources,
        ..compiled
    })
}

/// Whether two series say the same: they share a year, and every year they share has one value.
fn agree(one: &Series, other: &Series) -> bool {
    let mut shared = one.points.iter().filter_map(|point| {
        let twin = other.points.iter().find(|it| it.year == point.year)?;
        Some(point.value == twin.value)
    });
    shared
        .next()
        .is_some_and(|first| first && shared.all(|it| it))
}

/// Both series as one; each point with the sources of both.
fn union(ours: &Series, theirs: &Series) -> Series {
    let mut points: BTreeMap<i32, Point> = BTreeMap::new();
    for series in [ours, theirs] {
        for point in &series.points {
            let merged = points.entry(point.year).or_insert_with(|| Point {
                sources: SourceKeys::new(),
                ..*point
            });
            for key in series.sources_of(point) {
                if !merged.sources.contains(key) {
                    merged.sources.push(key.clone());
                }
            }
        }
    }
    let mut series = Series {
        points: points.into_values().collect(),
        sources: SourceKeys::new(),
        area: ours.area.clone().or_else(|| theirs.area.clone()),
        ..ours.clone()
    };
    hoist(&mut series);
    series
}

/// Moves the sources of the points to the series where all points name the same.
fn hoist(series: &mut Series) {
    let mut points = series.points.iter_mut();
    if let Some(first) = points.next() {
        if points.all(|point| point.sources == first.sources) {
            series.sources = std::mem::take(&mut first.sources);
            for point in &mut series.points {
                point.sources = SourceKeys::new();
            }
        }
    }
}

/// Puts the indicators of a page in order: those with several series first, the strongest contrast
/// before the others; then the longest; what describes the region around the city last.
pub fn order(indicators: &mut [Indicator]) {
    let rank = |indicator: &Indicator| {
        let points: usize = indicator.series.iter().map(|it| it.points.len()).sum();
        (
            indicator.scope != Some(Scope::Region),
            indicator.series.len() > 1,
            contrast(indicator),
            points,
        )
    };
    indicators.sort_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        (b.0, b.1)
            .cmp(&(a.0, a.1))
            .then(b.2.total_cmp(&a.2))
            .then(b.3.cmp(&a.3))
    });
}

/// The largest difference between two series in the same year, as a share of the smaller value.
#[must_use]
pub fn contrast(indicator: &Indicator) -> f64 {
    let mut years: BTreeMap<i32, (f64, f64)> = BTreeMap::new();
    for point in indicator.series.iter().flat_map(|series| &series.points) {
        let (low, high) = years
            .entry(point.year)
            .or_insert((point.value, point.value));
        *low = low.min(point.value);
        *high = high.max(point.value);
    }
    years
        .values()
        .filter(|(low, _)| *low != 0.0)
        .map(|(low, high)| (high - low) / low.abs())
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(series: &str) -> Indicator {
        let json = format!(
            r#"{{"id":"x","name":{{"en":"X","id":"X"}},"unit":"percent","series":[{series}]}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn series_that_agree_become_one() {
        let own = indicator(r#"{"place":"a","points":[[2019,1],[2020,2]],"sources":["o"]}"#);
        let compiled = indicator(r#"{"place":"a","points":[[2020,2],[2021,3]],"sources":["c"]}"#);
        let merged = merge(own, compiled).unwrap();
        assert_eq!(merged.series.len(), 1);
        assert_eq!(
            serde_json::to_string(&merged.series[0].points).unwrap(),
            r#"[[2019,1,["o"]],[2020,2,["o","c"]],[2021,3,["c"]]]"#
        );
    }

    #[test]
    fn series_that_contradict_stand_side_by_side() {
        let own = indicator(r#"{"place":"a","points":[[2020,2]],"sources":["o"]}"#);
        for points in ["[[2020,4]]", "[[2021,2]]"] {
            let compiled = indicator(&format!(
                r#"{{"place":"a","points":{points},"sources":["c"]}}"#
            ));
            let merged = merge(own.clone(), compiled).unwrap();
            assert_eq!(merged.series.len(), 2);
            assert!(merged.series.iter().all(|series| series.name.is_some()));
        }
    }

    #[test]
    fn the_strongest_contrast_comes_first() {
        let series = |points: &str| format!(r#"{{"place":"a","points":{points},"sources":["s"]}}"#);
        let pair = |a: &str, b: &str| indicator(&format!("{},{}", series(a), series(b)));
        let mut all = vec![
            indicator(&series("[[2019,1]]")),
            indicator(&series("[[2019,1],[2020,1]]")),
            pair("[[2019,10]]", "[[2019,11]]"),
            pair("[[2019,2]]", "[[2019,4]]"),
        ];
        order(&mut all);
        let points = |it: &Indicator| it.series.iter().map(|it| it.points.len()).sum::<usize>();
        assert_eq!(
            all.iter().map(contrast).collect::<Vec<_>>(),
            [1.0, 0.1, 0.0, 0.0]
        );
        assert_eq!(all.iter().map(points).collect::<Vec<_>>(), [2, 2, 2, 1]);
    }
}
