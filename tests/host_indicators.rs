//! The indicators of the cut: every value of the data set, with its sources, under one topic.
//!
//! Expected values are read from the files of the data set as plain JSON, not through the types that
//! made the cut.

// What helps a test may fail as loudly as the test itself.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::host::store::Store;
use ascn_atlas::host::{asean, cut_indicators, gather, topics};
use ascn_atlas::model::cut::IndicatorPage;
use ascn_atlas::model::{Country, Level, Sources, Topic};
use serde_json::Value;

/// Files of `indicators/`, topics that only cities' files have, and the topic of cities that has the
/// identifier of a file of countries and measures another way.
const INDICATORS: usize = 58 + 49 + 1 + 1;

/// Points of the 45 files of countries.
const COUNTRY_POINTS: usize = 15_067;

/// Points of cities: those of their pages, 118 counted by the reports, and those of a city outside
/// the network.
const CITY_POINTS: usize = 4_574 + 118 + 6;

/// Identifier in the explorer, place, year and the bits of the value.
type Fact = (String, String, i64, u64);

/// Titles of the sources of each fact.
type Facts = BTreeMap<Fact, BTreeSet<String>>;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn store() -> Store {
    Store::read(&data()).unwrap()
}

fn pages(store: &Store) -> Vec<IndicatorPage> {
    cut_indicators::pages(&gather::gather(store).unwrap()).unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn folder(name: &str) -> Vec<Value> {
    let mut paths: Vec<PathBuf> = fs::read_dir(data().join(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.iter().map(|path| json(path)).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Adds the facts of an indicator as it stands in a file with these sources.
fn add(facts: &mut Facts, id: &str, indicator: &Value, sources: &Value) {
    for series in list(&indicator["series"]) {
        for point in list(&series["points"]) {
            let keys = if point[2].is_array() {
                list(&point[2])
            } else {
                list(&series["sources"])
            };
            assert!(!keys.is_empty());
            let fact = (
                id.to_owned(),
                series["place"].as_str().unwrap().to_owned(),
                point[0].as_i64().unwrap(),
                point[1].as_f64().unwrap().to_bits(),
            );
            let titles = keys.iter().map(|key| {
                let source = &sources[key.as_str().unwrap()];
                source["title"].as_str().unwrap().to_owned()
            });
            facts.entry(fact).or_default().extend(titles);
        }
    }
}

/// Every fact of the data set that belongs to an indicator.
fn known() -> Facts {
    let mut facts = Facts::new();
    let compiled = folder("indicators");
    let of_countries: BTreeSet<&str> = compiled
        .iter()
        .filter(|it| it["level"] == "country")
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    for indicator in &compiled {
        let id = indicator["id"].as_str().unwrap();
        add(&mut facts, id, indicator, &indicator["sources"]);
    }
    for city in folder("cities") {
        for indicator in list(&city["indicators"]) {
            let id = indicator["id"].as_str().unwrap();
            let id = if of_countries.contains(id) {
                format!("city-{id}")
            } else {
                id.to_owned()
            };
            if id != "ascn-projects" {
                add(&mut facts, &id, indicator, &city["sources"]);
            }
        }
    }
    let network = json(&data().join("network.json"));
    for report in list(&network["reports"]) {
        let year = report["date"].as_str().unwrap()[..4].parse().unwrap();
        for (slug, counts) in report["by_city"].as_object().into_iter().flatten() {
            let total = counts["total"].as_f64().unwrap();
            let fact = ("ascn-projects".into(), slug.clone(), year, total.to_bits());
            let titles = list(&report["sources"]).iter().map(|key| {
                let source = &network["sources"][key.as_str().unwrap()];
                source["title"].as_str().unwrap().to_owned()
            });
            facts.entry(fact).or_default().extend(titles);
        }
    }
    facts
}

#[test]
fn every_value_of_the_data_set_stands_in_the_explorer_with_its_sources() {
    let mut shown = Facts::new();
    let (mut of_countries, mut of_cities) = (0, 0);
    let pages = pages(&store());
    for page in &pages {
        let value = serde_json::to_value(&page.indicator).unwrap();
        let id = &page.indicator.id;
        add(&mut shown, id, &value, &value["sources"]);
        let points = page.indicator.series.iter().map(|it| it.points.len());
        match page.indicator.level.unwrap() {
            Level::Country => of_countries += points.sum::<usize>(),
            Level::City => of_cities += points.sum::<usize>(),
        }
    }
    let known = known();
    for (fact, titles) in &known {
        assert_eq!(shown.get(fact), Some(titles), "{fact:?}");
    }
    assert_eq!(known.len(), shown.len(), "nothing is made up");
    assert_eq!(pages.len(), INDICATORS);
    assert_eq!((of_countries, of_cities), (COUNTRY_POINTS, CITY_POINTS));
}

#[test]
fn the_files_of_indicators_lose_no_series() {
    let store = store();
    let pages = pages(&store);
    let (mut series, mut points) = (0, 0);
    for compiled in &store.indicators {
        let page = pages
            .iter()
            .find(|it| it.indicator.id == compiled.id)
            .unwrap();
        let shown = &page.indicator;
        assert_eq!(
            (&shown.name, &shown.description, shown.unit, shown.better),
            (
                &compiled.name,
                &compiled.description,
                compiled.unit,
                compiled.better
            )
        );
        assert_eq!(
            (shown.level, shown.range, shown.scope, shown.derived),
            (
                compiled.level,
                compiled.range,
                compiled.scope,
                compiled.derived
            )
        );
        assert_eq!(
            (shown.projection_from, shown.break_before),
            (compiled.projection_from, compiled.break_before)
        );
        for known in &compiled.series {
            series += 1;
            points += known.points.len();
            // A city's own series may have become one with this, and then has more points.
            let holds = shown.series.iter().any(|it| {
                it.place == known.place
                    && it.not_ascn == known.not_ascn
                    && known.points.iter().all(|point| {
                        let twin = it.points.iter().find(|it| it.year == point.year);
                        twin.is_some_and(|twin| twin.value == point.value)
                    })
            });
            assert!(holds, "{} {}", compiled.id, known.place);
        }
    }
    assert_eq!((store.indicators.len(), series, points), (58, 763, 19_259));
}

#[test]
fn every_indicator_has_one_topic_and_every_topic_indicators() {
    let store = store();
    let mut ids: BTreeSet<String> = store.indicators.iter().map(|it| it.id.clone()).collect();
    for city in &store.cities {
        for own in &city.indicators {
            ids.insert(gather::city_topic(&store, &own.id));
        }
    }
    let entries: Vec<&str> = topics::ENTRIES.iter().map(|it| it.id).collect();
    assert_eq!(entries.len(), INDICATORS);
    let entries: BTreeSet<String> = entries.into_iter().map(str::to_owned).collect();
    assert_eq!(entries, ids);
    let pages = pages(&store);
    let count = |topic| pages.iter().filter(|it| it.topic == topic).count();
    assert!(Topic::ALL.map(count).into_iter().all(|it| it >= 8));

    let mut lacking = store;
    lacking.indicators[0].id = "new".to_owned();
    let error = gather::gather(&lacking).unwrap_err().to_string();
    assert_eq!(error, "indicator \"new\" has no topic in topics.rs");
    lacking.indicators.remove(0);
    let error = gather::gather(&lacking).unwrap_err().to_string();
    assert!(error.contains("names 0 indicators"), "{error}");
}

#[test]
fn names_of_cities_own_figures_are_kept() {
    let pages = pages(&store());
    let page = |id: &str| pages.iter().find(|it| it.indicator.id == id).unwrap();
    let waste = page("waste-per-day");
    assert_eq!(waste.indicator.name.en, "Waste produced per day");
    let words = |place: &str| waste.own_words.iter().find(|it| it.place == place);
    let name = words("banyuwangi").unwrap().name.as_ref().unwrap();
    assert_eq!(name.en, "Waste produced per day (estimate)");
    assert_eq!(words("dili"), None);
    let conflict = &words("denpasar").unwrap().conflicts[0];
    for key in &conflict.sources {
        assert!(waste.indicator.sources.contains_key(key));
    }
    // The survey and the cities' own records are no series of the modelled estimate for states.
    let stunting = page("city-stunting-prevalence");
    assert_eq!(stunting.indicator.level, Some(Level::City));
    let sumedang = stunting.indicator.series.iter();
    assert_eq!(sumedang.filter(|it| it.place == "sumedang").count(), 4);
    let states = &page("stunting-prevalence").indicator;
    assert!(states
        .series
        .iter()
        .all(|it| Country::from_code(&it.place).is_some()));
    let rank = &page("imd-smart-city-index-rank").indicator;
    let medan = rank.series.iter().find(|it| it.not_ascn).unwrap();
    assert_eq!(medan.name.as_ref().unwrap().id, "Medan");
    assert_eq!(
        rank.series
            .iter()
            .filter(|it| it.place == "jakarta")
            .count(),
        2
    );
}

/// Keys of sources in a page, with the count of lists.
fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value.as_array().filter(|_| name == "sources") {
                    Some(list) => {
                        assert!(!list.is_empty());
                        found.extend(list.iter().map(|it| it.as_str().unwrap().to_owned()));
                    }
                    None => keys(value, found),
                }
            }
        }
        Value::Array(items) => match items.as_slice() {
            [Value::Number(_), Value::Number(_), Value::Array(list)] => {
                found.extend(list.iter().map(|it| it.as_str().unwrap().to_owned()));
            }
            items => items.iter().for_each(|it| keys(it, found)),
        },
        _ => {}
    }
}

fn assert_numbered(value: &Value, sources: &Sources) {
    let mut found = Vec::new();
    keys(value, &mut found);
    let mut first: Vec<String> = Vec::new();
    for key in found {
        if !first.contains(&key) {
            first.push(key);
        }
    }
    let mut numbers: Vec<String> = (1..=sources.len()).map(|it| it.to_string()).collect();
    assert_eq!(sources.len(), first.len());
    first.sort();
    numbers.sort();
    assert_eq!(first, numbers);
    assert!(numbers.iter().all(|it| sources.contains_key(it)));
}

#[test]
fn sources_are_numbered_and_none_is_idle() {
    let store = store();
    for page in pages(&store) {
        assert_numbered(
            &serde_json::to_value(&page).unwrap(),
            &page.indicator.sources,
        );
    }
    let page = asean::page(&store, &gather::gather(&store).unwrap()).unwrap();
    assert_numbered(&serde_json::to_value(&page).unwrap(), &page.sources);
}
