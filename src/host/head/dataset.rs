//! Data sets in the terms of schema.org: an indicator, and the whole of the published set.

use serde_json::{json, Value};

use super::linked::About;
use super::words as w;
use crate::host::publish::{package, tables::place_name, ARCHIVE, PACKAGE};
use crate::i18n::{unit_label, Key};
use crate::model::cut::{IndicatorEntry, IndicatorPage};
use crate::model::{Lang, Level, Source, Sources};
use crate::route::Route;

/// Most publishers and publications that are named; the files name them all.
const NAMED: usize = 6;
/// Most places that are named one by one.
const PLACES: usize = 12;
/// Least letters of a description that catalogues of data sets take.
const LEAST: usize = 50;

/// The data set of an indicator.
#[must_use]
pub fn of_indicator(about: &About<'_>, page: &IndicatorPage, entry: &IndicatorEntry) -> Value {
    let lang = about.lang();
    let indicator = &page.indicator;
    let own = indicator.description.as_ref().map(|it| it.get(lang));
    let description = own.filter(|it| it.chars().count() >= LEAST);
    let mut files = vec![("text/csv", format!("data/csv/{}.csv", indicator.id))];
    // Those that are gathered from cities' own figures have no file that people edit.
    if about
        .facts
        .store
        .indicators
        .iter()
        .any(|it| it.id == indicator.id)
    {
        files.push((
            "application/json",
            format!("data/indicators/{}.json", indicator.id),
        ));
    }
    let years = if entry.first == entry.last {
        entry.first.to_string()
    } else {
        format!("{}/{}", entry.first, entry.last)
    };
    json!({
        "@type": "Dataset",
        "name": indicator.name.get(lang),
        "description": description.unwrap_or(about.description),
        "url": about.page(about.address.route.clone()),
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": indicator.name.get(lang),
            "unitText": unit_label(indicator.unit, lang),
        },
        "temporalCoverage": years,
        "spatialCoverage": places(about, page, entry),
        "license": licence(about, &indicator.sources),
        "creator": publishers(&indicator.sources),
        "publisher": atlas(about),
        "isBasedOn": publications(&indicator.sources),
        "includedInDataCatalog": { "@type": "DataCatalog", "name": w::DATASET.text(lang), "url": about.page(Route::Data) },
        "isAccessibleForFree": true,
        "inLanguage": lang.tag(),
        "distribution": downloads(about, &files),
    })
}

/// The whole of the published set.
#[must_use]
pub fn whole(about: &About<'_>) -> Value {
    let lang = about.lang();
    let files = [
        ("application/zip", format!("data/{ARCHIVE}")),
        ("application/json", format!("data/{PACKAGE}")),
    ];
    let years = || {
        let series = about.facts.pages.iter().flat_map(|it| &it.indicator.series);
        series.flat_map(|it| &it.points).map(|it| it.year)
    };
    let span = years().min().zip(years().max());
    json!({
        "@type": "Dataset",
        "name": w::DATASET.text(lang),
        "description": about.description,
        "url": about.page(Route::Data),
        "temporalCoverage": span.map(|(first, last)| format!("{first}/{last}")),
        "spatialCoverage": around(about, w::MEMBER_STATES.text(lang)),
        "license": package::OWN_LICENCE,
        "creator": atlas(about),
        "publisher": atlas(about),
        "keywords": package::KEYWORDS,
        "isAccessibleForFree": true,
        "inLanguage": Lang::ALL.map(Lang::tag),
        "version": about.facts.date.to_string(),
        "distribution": downloads(about, &files),
    })
}

fn atlas(about: &About<'_>) -> Value {
    json!({ "@type": "Organization", "name": Key::SiteName.text(about.lang()), "url": about.at("") })
}

fn downloads(about: &About<'_>, files: &[(&str, String)]) -> Vec<Value> {
    let one = |(format, path): &(&str, String)| json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": about.at(path) });
    files.iter().map(one).collect()
}

/// The places of an indicator by name, or all of many as one.
fn places(about: &About<'_>, page: &IndicatorPage, entry: &IndicatorEntry) -> Value {
    let lang = about.lang();
    let mut names: Vec<&str> = Vec::new();
    for series in page
        .indicator
        .series
        .iter()
        .filter(|it| !it.points.is_empty())
    {
        let name = place_name(about.facts.store, &series.place, lang);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > PLACES {
        let all = match entry.level {
            Level::Country => w::MEMBER_STATES,
            Level::City => w::MEMBER_CITIES,
        };
        return around(about, all.text(lang));
    }
    let kind = match entry.level {
        Level::Country => "Country",
        Level::City => "City",
    };
    names
        .iter()
        .map(|it| json!({ "@type": kind, "name": it }))
        .collect()
}

/// The box around all cities of the network, under a name.
fn around(about: &About<'_>, name: &str) -> Value {
    let (mut south, mut west, mut north, mut east) = (90.0_f64, 180.0_f64, -90.0_f64, -180.0_f64);
    for city in &about.facts.store.cities {
        let (lat, lon) = (city.location.lat, city.location.lon);
        (south, north) = (south.min(lat), north.max(lat));
        (west, east) = (west.min(lon), east.max(lon));
    }
    json!({
        "@type": "Place",
        "name": name,
        "geo": { "@type": "GeoShape", "box": format!("{south} {west} {north} {east}") },
    })
}

/// The licence that all sources state, where it is one and known; else the page that says the terms
/// of each.
fn licence(about: &About<'_>, sources: &Sources) -> String {
    let mut stated = sources.values().map(package::known_licence);
    let first = stated.next().flatten();
    match first {
        Some(first) if stated.all(|it| it == Some(first)) => first.to_owned(),
        _ => about.page(Route::Data),
    }
}

/// Who published the figures, each once.
fn publishers(sources: &Sources) -> Vec<Value> {
    let mut names: Vec<&str> = Vec::new();
    for source in sources.values() {
        if !names.contains(&source.publisher.as_str()) {
            names.push(&source.publisher);
        }
    }
    let one = |name: &&str| json!({ "@type": "Organization", "name": name });
    names.iter().take(NAMED).map(one).collect()
}

fn publications(sources: &Sources) -> Vec<Value> {
    let one = |source: &Source| {
        let mut work = json!({
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": { "@type": "Organization", "name": source.publisher },
        });
        if let (Some(url), Some(fields)) = (&source.url, work.as_object_mut()) {
            fields.insert("url".to_owned(), url.as_str().into());
        }
        work
    };
    sources.values().take(NAMED).map(one).collect()
}
