//! A description: what the data of a chart say, in sentences that stand without the chart.
//!
//! The sentences are built from parts that hold with any name of any series. Changes are taken from
//! the published digits ([`Decimal`]), never across a change of method, and never from a
//! projection, which is always called one.

use crate::find::contains;
use crate::i18n::{number, quantity, Decimal};
use crate::model::{Lang, Unit};
use crate::order::sort_by;

use super::spec::{Datum, LineSpec, SeriesInput};
use super::words::words;

/// Up to this many series are told one by one.
const TOLD_SINGLY: usize = 4;

/// The description of a line chart whose points are cleaned.
pub(super) fn lines(spec: &LineSpec) -> String {
    let words = words(spec.lang);
    let with_data: Vec<_> = spec
        .series
        .iter()
        .filter(|it| !it.points.is_empty() && !spec.is_behind(it))
        .collect();
    let mut text = String::new();
    // The place once, unless the name of the series has it.
    let has_place = with_data
        .first()
        .is_some_and(|it| it.name.starts_with(spec.about) || it.name.ends_with(spec.about));
    if !spec.about.is_empty() && !has_place {
        text.push_str(spec.about);
        text.push_str(if with_data.is_empty() { ": " } else { " – " });
    }
    if with_data.is_empty() {
        text.push_str(words.no_data());
    } else if with_data.len() <= TOLD_SINGLY {
        for (index, series) in with_data.iter().enumerate() {
            if index > 0 {
                text.push_str("; ");
            }
            one_series(&mut text, spec, series);
        }
    } else {
        many_series(&mut text, spec, &with_data);
    }
    text.push('.');
    let is_seen_behind = |it: &&SeriesInput| !it.points.is_empty() && spec.is_behind(it);
    let behind = spec.series.iter().filter(is_seen_behind).count();
    if behind > 0 {
        text.push_str(words.in_grey());
        text.push_str(&behind.to_string());
        text.push_str(if behind == 1 {
            words.other_place()
        } else {
            words.other_places()
        });
        text.push('.');
    }
    disagreement(&mut text, spec, &with_data);
    break_note(&mut text, spec, &with_data);
    if let Some(year) = spec.relative_to {
        text.push_str(words.base_before());
        text.push_str(&year.to_string());
        text.push_str(words.base_after());
    }
    text
}

/// "32.2% (2018)".
pub(super) fn dated(point: &Datum, unit: Unit, lang: Lang) -> String {
    [
        &quantity(point.value, unit, lang),
        " (",
        &point.year.to_string(),
        ")",
    ]
    .concat()
}

/// "Regency records: 32.2% (2018) to 7.89% (2023), lower by 24.31 percentage points".
fn one_series(text: &mut String, spec: &LineSpec, series: &SeriesInput) {
    let words = words(spec.lang);
    let say = |point: &Datum| dated(point, spec.unit, spec.lang);
    text.push_str(&series.name);
    text.push_str(": ");
    let measured: Vec<_> = series
        .points
        .iter()
        .filter(|it| !spec.is_projected(it.year))
        .collect();
    // Only values of one method compare.
    let last_year = measured.last().map_or(0, |it| it.year);
    let alike = measured
        .iter()
        .find(|it| !spec.is_broken_between(it.year, last_year));
    if let (Some(first), Some(last)) = (alike, measured.last()) {
        text.push_str(&say(first));
        if first.year != last.year {
            text.push_str(words.to());
            text.push_str(&say(last));
            text.push_str(&change(first.value, last.value, spec.unit, spec.lang));
        }
    }
    let is_projected = |it: &&Datum| spec.is_projected(it.year);
    let first = series.points.iter().find(is_projected);
    let last = series.points.iter().rfind(is_projected);
    if let (Some(first), Some(last)) = (first, last) {
        if measured.is_empty() {
            text.push_str(words.projected());
            text.push_str(&say(first));
            if first.year != last.year {
                text.push_str(words.to());
                text.push_str(&say(last));
            }
        } else {
            text.push_str("; ");
            text.push_str(words.projected());
            text.push_str(&say(last));
        }
    }
}

/// ", lower by 24.31 percentage points"; empty when the digits do not allow a difference.
#[inline(never)]
pub(super) fn change(first: f64, last: f64, unit: Unit, lang: Lang) -> String {
    let words = words(lang);
    let difference = Decimal::of(last).and_then(|it| it.minus(Decimal::of(first)?));
    let Some(difference) = difference else {
        return String::new();
    };
    if difference.is_zero() {
        return [", ", words.unchanged()].concat();
    }
    let (up, down) = match unit {
        // A smaller rank is a higher place.
        Unit::Rank => (words.rank_down(), words.rank_up()),
        _ => (words.higher_by(), words.lower_by()),
    };
    let direction = if difference.is_negative() { down } else { up };
    let size = difference.abs().to_f64();
    let counted = |one: &'static str, many: &'static str| {
        let noun = if size == 1.0 { one } else { many };
        [number(size, lang).as_str(), noun].concat()
    };
    let size = match unit {
        Unit::Percent => counted(words.percentage_point(), words.percentage_points()),
        Unit::Rank => counted(words.place(), words.places()),
        Unit::Index | Unit::Index0To1 | Unit::Index0To5 | Unit::Index0To100 | Unit::Index1To5 => {
            counted(words.point(), words.points())
        }
        Unit::Level => number(size, lang),
        _ => quantity(size, unit, lang),
    };
    [", ", direction, &size].concat()
}

/// "11 series, 1960 to 2024; in 2024 from 1.2% (Singapore) to 14% (Laos)".
fn many_series(text: &mut String, spec: &LineSpec, series: &[&SeriesInput]) {
    let words = words(spec.lang);
    let years = || {
        series
            .iter()
            .flat_map(|it| it.points.iter().map(|point| point.year))
    };
    let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0));
    text.push_str(&series.len().to_string());
    text.push_str(words.series());
    text.push_str(&first.to_string());
    if last != first {
        text.push_str(words.years_to());
        text.push_str(&last.to_string());
    }
    // The latest measured year that most series have, so that the ends are those of a field.
    let in_year = |year: i32| {
        let mut found: Vec<(Datum, &str)> = Vec::new();
        for it in series {
            if let Some(point) = it.points.iter().find(|point| point.year == year) {
                found.push((*point, &it.name));
            }
        }
        found
    };
    let common = (first..=last)
        .rev()
        .filter(|&year| !spec.is_projected(year))
        .find(|&year| in_year(year).len() * 2 > series.len());
    let Some(year) = common else {
        return;
    };
    let mut field = in_year(year);
    sort_by(&mut field, |(a, _), (b, _)| a.value.total_cmp(&b.value));
    if let (Some(least), Some(most)) = (field.first(), field.last()) {
        let say = |(point, name): &(Datum, &str)| {
            attributed(
                &quantity(point.value, spec.unit, spec.lang),
                &[name],
                spec.lang,
            )
        };
        text.push_str("; ");
        text.push_str(words.in_year());
        text.push_str(&year.to_string());
        text.push(' ');
        text.push_str(words.from());
        text.push_str(&say(least));
        text.push_str(words.years_to());
        text.push_str(&say(most));
    }
}

/// "7.89% (regency records)"; names that have brackets themselves follow "according to".
fn attributed(value: &str, names: &[&str], lang: Lang) -> String {
    let names = names.join("; ");
    if contains(&names, "(") {
        [value, words(lang).according_to(), &names].concat()
    } else {
        [value, " (", &names, ")"].concat()
    }
}

/// Different values of one quantity in one year.
struct Disagreement<'a> {
    year: i32,
    /// Between the least and the most.
    spread: f64,
    /// Each value with the name of its series, in order of value.
    stated: Vec<(f64, &'a str)>,
}

/// " For 2023 the sources differ: 7.89% (regency records) and 14.4% (national survey)."
///
/// Of the latest year in which measured values of one subject differ; where several subjects do, of
/// the one whose values lie furthest apart.
fn disagreement(text: &mut String, spec: &LineSpec, series: &[&SeriesInput]) {
    let mut latest: Option<Disagreement> = None;
    for one in series {
        // Most quantities are stated once.
        if series.iter().filter(|it| it.subject == one.subject).count() < 2 {
            continue;
        }
        for point in one.points.iter().filter(|it| !spec.is_projected(it.year)) {
            let mut stated: Vec<(f64, &str)> = series
                .iter()
                .filter(|it| it.subject == one.subject)
                .filter_map(|it| {
                    let same_year = it.points.iter().find(|other| other.year == point.year)?;
                    Some((same_year.value, it.name.as_str()))
                })
                .collect();
            // Stable, so that the sources of one value keep the order of the series.
            sort_by(&mut stated, |(a, _), (b, _)| a.total_cmp(b));
            let spread = match (stated.first(), stated.last()) {
                (Some(least), Some(most)) => most.0 - least.0,
                _ => 0.0,
            };
            let is_latest = latest.as_ref().is_none_or(|it| {
                point.year > it.year || (point.year == it.year && spread > it.spread)
            });
            if spread > 0.0 && is_latest {
                latest = Some(Disagreement {
                    year: point.year,
                    spread,
                    stated,
                });
            }
        }
    }
    let Some(Disagreement { year, stated, .. }) = latest else {
        return;
    };
    let mut values: Vec<String> = Vec::new();
    for group in stated.chunk_by(|a, b| a.0 == b.0) {
        let names: Vec<&str> = group.iter().map(|it| it.1).collect();
        let value = group.first().map_or(0.0, |it| it.0);
        values.push(attributed(
            &quantity(value, spec.unit, spec.lang),
            &names,
            spec.lang,
        ));
    }
    let words = words(spec.lang);
    text.push(' ');
    text.push_str(words.differ_before());
    text.push_str(&year.to_string());
    text.push_str(words.differ_after());
    // After names without brackets around them, only "but" tells where the next value begins.
    let has_bare = stated.iter().any(|(_, name)| contains(name, "("));
    let last = if has_bare { words.but() } else { words.and() };
    let count = values.len();
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            let is_listed = !has_bare && index + 1 < count;
            text.push_str(if is_listed { ", " } else { last });
        }
        text.push_str(value);
    }
    text.push('.');
}

/// " Values before 2024 were measured another way and do not compare."
fn break_note(text: &mut String, spec: &LineSpec, series: &[&SeriesInput]) {
    let Some(year) = spec.break_before else {
        return;
    };
    let years = || {
        series
            .iter()
            .flat_map(|it| it.points.iter().map(|point| point.year))
    };
    if years().any(|it| it < year) && years().any(|it| it >= year) {
        push_break(text, year, spec.lang);
    }
}

/// " Values before 2024 were measured another way and do not compare."
pub(super) fn push_break(text: &mut String, year: i32, lang: Lang) {
    let words = words(lang);
    text.push(' ');
    text.push_str(words.break_before());
    text.push_str(&year.to_string());
    text.push_str(words.break_after());
}

/// "2021: 4 projects; 2025: 6 projects (planned 1, ongoing 2, completed 3)."
///
/// Of bars in `series`, which are parts of a whole when `stacked`.
pub(super) fn bars(series: &[&SeriesInput], unit: Unit, stacked: bool, lang: Lang) -> String {
    let years = || {
        series
            .iter()
            .flat_map(|it| it.points.iter().map(|point| point.year))
    };
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return [words(lang).no_data(), "."].concat();
    };
    let in_year = |year: i32| {
        let value = |it: &SeriesInput| Some(it.points.iter().find(|at| at.year == year)?.value);
        let found = series
            .iter()
            .filter_map(|it| Some((it.name.as_str(), value(it)?)));
        found.collect::<Vec<_>>()
    };
    let mut text = String::new();
    for year in if first == last {
        vec![last]
    } else {
        vec![first, last]
    } {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&year.to_string());
        text.push_str(": ");
        let values = in_year(year);
        let part = |(name, value): &(&str, f64)| [name, " ", &number(*value, lang)].concat();
        // A part of a whole that is not there needs no words.
        let is_said = |it: &&(&str, f64)| !stacked || it.1 != 0.0;
        let parts = || {
            values
                .iter()
                .filter(is_said)
                .map(part)
                .collect::<Vec<_>>()
                .join(", ")
        };
        if stacked {
            let whole = Decimal::sum(values.iter().map(|it| it.1));
            text.push_str(&quantity(whole, unit, lang));
            let parts = parts();
            if !parts.is_empty() {
                text.push_str(" (");
                text.push_str(&parts);
                text.push(')');
            }
        } else {
            text.push_str(&parts());
        }
    }
    text.push('.');
    text
}
