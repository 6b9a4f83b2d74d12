//! What holds for an indicator, in its own file or in a city's.

use super::json::{at, Path};
use super::shape::nearest;
use super::{File, Files, Findings};
use crate::model::{Country, Indicator, Level, Point, Scope, Series, Unit};

/// Whole numbers above this are not exact in a browser.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Checks a file of `indicators/`.
pub fn check(file: &File<Indicator>, files: &Files, findings: &mut Findings<'_>) {
    let indicator = &file.value;
    findings.expect(indicator.id == file.stem(), at!["id"], || {
        format!(
            "found \"{}\", expected the file's name, \"{}\"",
            indicator.id,
            file.stem()
        )
    });
    let Some(level) = indicator.level else {
        findings.add(Path::default(), "expected a field \"level\", found none");
        return;
    };
    findings.expect(indicator.description.is_some(), Path::default(), || {
        "expected a field \"description\", found none".to_owned()
    });
    for (index, series) in indicator.series.iter().enumerate() {
        let path = at!["series", index, "place"];
        let place = &series.place;
        let member = files.slugs.contains(place);
        match level {
            Level::Country => findings.expect(Country::from_code(place).is_some(), path, || {
                format!("found \"{place}\", expected the code of a member state, such as \"IDN\"")
            }),
            Level::City if series.not_ascn => findings.expect(!member, path, || {
                format!("found \"{place}\" with \"not_ascn\", expected a place outside the network")
            }),
            Level::City => findings.expect(member, path, || unknown_city(place, files)),
        }
        if indicator.scope == Some(Scope::Region) {
            let path = at!["series", index];
            findings.expect(series.area.is_some(), path, || {
                "expected a field \"area\" that names the region, found none".to_owned()
            });
        }
    }
    body(indicator, &Path::default(), files, findings);
}

/// Words for a slug that no city has.
pub fn unknown_city(slug: &str, files: &Files) -> String {
    let hint = nearest(slug, files.slugs.iter().map(String::as_str));
    format!("found \"{slug}\", expected the slug of a city in cities/{hint}")
}

/// Checks what every indicator has, at `path` in the file.
pub fn body(indicator: &Indicator, path: &Path, files: &Files, findings: &mut Findings<'_>) {
    let series = || indicator.series.iter().enumerate();
    findings.unique(series().map(|(index, it)| {
        let id = it
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" {id}"));
        (path.to("series").to(index), format!("{}{id}", it.place))
    }));
    findings.expect(!indicator.series.is_empty(), path.to("series"), || {
        "found no series, expected at least one".to_owned()
    });
    if let Some((low, high)) = indicator.range {
        findings.expect(low < high, path.to("range"), || {
            format!("found {low} to {high}, expected the lowest value first")
        });
    }
    for (index, series) in series() {
        self::series(
            indicator,
            series,
            &path.to("series").to(index),
            files,
            findings,
        );
    }
    for (index, pair) in indicator.cities_ranked.windows(2).enumerate() {
        if let [before, after] = pair {
            let path = path.to("cities_ranked").to(index + 1);
            findings.expect(before.0 < after.0, path, || out_of_order(before.0, after.0));
        }
    }
}

/// Words for years that do not rise.
fn out_of_order(before: i32, after: i32) -> String {
    if before == after {
        format!("found {after} again, expected one value a year")
    } else {
        format!("found {after} after {before}, expected years in order")
    }
}

/// Checks a series.
fn series(
    indicator: &Indicator,
    series: &Series,
    path: &Path,
    files: &Files,
    findings: &mut Findings<'_>,
) {
    let at = |index: usize| path.to("points").to(index);
    findings.expect(!series.points.is_empty(), path.to("points"), || {
        "found no points, expected at least one".to_owned()
    });
    for (index, pair) in series.points.windows(2).enumerate() {
        if let [before, after] = pair {
            findings.expect(before.year < after.year, at(index + 1), || {
                out_of_order(before.year, after.year)
            });
        }
    }
    let bounds = indicator.range.or_else(|| natural_range(indicator.unit));
    let newest = files.data_date.map(|date| i32::from(date.year));
    let measured = |point: &Point| {
        newest.is_none_or(|newest| point.year <= newest)
            || indicator
                .projection_from
                .is_some_and(|from| point.year >= from)
    };
    let mut cited = 0;
    for (index, point) in series.points.iter().enumerate() {
        let value = point.value;
        if let Some((low, high)) = bounds {
            findings.expect((low..=high).contains(&value), at(index).to(1), || {
                format!("found {value}, expected a value from {low} to {high}")
            });
        }
        findings.expect(value.abs() < EXACT, at(index).to(1), || {
            format!("found {value}, expected a value that is exact, below 2^53")
        });
        findings.expect(measured(point), at(index).to(0), || {
            format!(
                "found {}, expected a year of the data, or \"projection_from\" in the indicator",
                point.year
            )
        });
        cited += usize::from(!point.sources.is_empty());
        findings.expect(!series.sources_of(point).is_empty(), at(index), || {
            "found a point without a source, expected keys here or in the series".to_owned()
        });
    }
    if cited == series.points.len() && !series.sources.is_empty() {
        let message = "found sources that no point takes, as each names its own; expected none";
        findings.add(path.to("sources"), message);
    }
}

/// The range that a unit itself sets.
fn natural_range(unit: Unit) -> Option<(f64, f64)> {
    match unit {
        Unit::Index0To1 => Some((0.0, 1.0)),
        Unit::Index0To5 => Some((0.0, 5.0)),
        Unit::Index1To5 => Some((1.0, 5.0)),
        Unit::Index0To100 | Unit::Score0To100 => Some((0.0, 100.0)),
        Unit::Rank => Some((1.0, 10_000.0)),
        _ => None,
    }
}
