//! The cut holds what the data set holds: every point, every source, under one version.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::host::finder::Finder;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{build, cut, cut_projects, lands};
use ascn_atlas::i18n::{Key, Named as _};
use ascn_atlas::model::cut::{CityPage, CountryPage, Index};
use ascn_atlas::model::{Country, Indicator, Lang, Level, Sources};
use ascn_atlas::search::{fit, words};

/// Points on the pages of cities: their own and those compiled for all cities, agreements once.
const CITY_POINTS: usize = 4_574;

/// Place, topic, year and the bits of the value.
type Fact = (String, String, i32, u64);

/// Programmes on the pages of cities; a programme stands on the page of each of its cities.
const CITY_PROGRAMS: usize = 131;

/// Cities in the reports of 2022, 2023, 2024 and 2025.
const CITY_COUNTS: usize = 26 + 26 + 31 + 35;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn store() -> Store {
    Store::read(&data()).unwrap()
}

fn points(indicators: &[Indicator]) -> usize {
    let series = indicators.iter().flat_map(|it| &it.series);
    series.map(|it| it.points.len()).sum()
}

#[test]
fn the_cut_is_the_same_each_time_and_names_itself() {
    let (one, other) = (
        build::files(&store()).unwrap(),
        build::files(&store()).unwrap(),
    );
    assert_eq!(one, other);
    // Index and maps, cities, countries, indicators with their list, programmes with theirs, partners,
    // what ASEAN has in common, words, projects with what the reports count, the network with its
    // milestones and documents, search, front page.
    assert_eq!(
        one.len(),
        4 + 38 + 11 + (109 + 1) + (124 + 1) + 31 + 1 + 2 + 2 + (1 + 34 + 1) + 1 + 1
    );
    let out = std::env::temp_dir().join(format!("atlas-cut-{}", std::process::id()));
    fs::create_dir_all(&out).unwrap();
    fs::write(
        out.join("index.html"),
        "<html><head><meta charset=utf-8><title>ASCN Atlas</title><meta name=\"atlas-data\" content=\"\"><meta name=\"atlas-day\" content=\"\"></head>\
         <body><h1>ASCN Atlas</h1></body>",
    )
    .unwrap();
    let report = build::build(&data(), &out, None).unwrap();
    assert_eq!(report.version, build::version(&one));
    let named = format!(
        "<meta name=\"atlas-data\" content=\"app/{}/\">",
        report.version
    );
    for page in [
        "",
        "id/",
        "en/cities/",
        "en/cities/hanoi/",
        "id/programs/",
        "en/programs/rok-nusantara/",
        "en/partners/un-habitat/",
        "en/projects/",
        "id/projects/jakarta/jaki/",
    ] {
        let html = fs::read_to_string(out.join(page).join("index.html")).unwrap();
        assert!(html.contains(&named), "{page}");
    }
    let index = fs::read(out.join("app").join(&report.version).join("index.json")).unwrap();
    let index: Index = serde_json::from_slice(&index).unwrap();
    assert_eq!(index.cities.len(), 38);
    // A country is found by its name in either language, whichever the app has the words of.
    for city in &index.cities {
        for lang in Lang::ALL {
            let typed = city.country.key().text(lang);
            assert!(fit(&words(city), typed).is_some(), "{}: {typed}", city.id);
        }
    }
    // At an address without a file the page stands ready in both languages.
    let not_found = fs::read_to_string(out.join("404.html")).unwrap();
    for lang in Lang::ALL {
        assert!(not_found.contains(Key::NotFoundTitle.text(lang)));
    }
    fs::remove_dir_all(out).unwrap();
}

/// Every list of source keys in a page must be numbers that the page resolves, and never empty
/// where it belongs to a fact.
fn check_keys(value: &serde_json::Value, sources: &Sources, used: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (key, value) in members {
                let keys = key == "sources" || key == "summary_sources";
                match value.as_array().filter(|_| keys) {
                    Some(list) => {
                        assert!(!list.is_empty());
                        for key in list {
                            let key = key.as_str().unwrap();
                            assert!(sources.contains_key(key), "{key}");
                            used.insert(key.to_owned());
                        }
                    }
                    None => check_keys(value, sources, used),
                }
            }
        }
        serde_json::Value::Array(items) => {
            if let [year, value, serde_json::Value::Array(keys)] = items.as_slice() {
                if year.is_number() && value.is_number() {
                    for key in keys {
                        let key = key.as_str().unwrap();
                        assert!(sources.contains_key(key), "{key}");
                        used.insert(key.to_owned());
                    }
                    return;
                }
            }
            for item in items {
                check_keys(item, sources, used);
            }
        }
        _ => {}
    }
}

fn pages(store: &Store) -> Vec<CityPage> {
    let found = Finder::new(store);
    store
        .cities
        .iter()
        .map(|city| cut::city_page(&found, city).unwrap())
        .collect()
}

#[test]
fn every_fact_of_a_page_keeps_its_sources_by_number() {
    let store = store();
    let all_numbered = |sources: &Sources, used: &BTreeSet<String>| {
        let numbers: BTreeSet<String> = (1..=sources.len()).map(|it| it.to_string()).collect();
        assert_eq!(sources.keys().cloned().collect::<BTreeSet<_>>(), numbers);
        assert_eq!(*used, numbers, "no source without a fact");
    };
    for page in pages(&store) {
        let mut used = BTreeSet::new();
        check_keys(
            &serde_json::to_value(&page).unwrap(),
            &page.city.sources,
            &mut used,
        );
        all_numbered(&page.city.sources, &used);
        for series in page.city.indicators.iter().flat_map(|it| &it.series) {
            assert!(series
                .points
                .iter()
                .all(|it| !series.sources_of(it).is_empty()));
        }
        // The text of a page round-trips through the type that the app reads.
        let text = serde_json::to_string(&page).unwrap();
        assert_eq!(serde_json::from_str::<CityPage>(&text).unwrap(), page);
    }
    for country in Country::ALL {
        let page = cut::country_page(&Finder::new(&store), country).unwrap();
        let mut used = BTreeSet::new();
        check_keys(
            &serde_json::to_value(&page).unwrap(),
            &page.sources,
            &mut used,
        );
        all_numbered(&page.sources, &used);
        let text = serde_json::to_string(&page).unwrap();
        assert_eq!(serde_json::from_str::<CountryPage>(&text).unwrap(), page);
    }
    let counted = cut_projects::reports(&store).unwrap();
    let mut used = BTreeSet::new();
    check_keys(
        &serde_json::to_value(&counted).unwrap(),
        &counted.sources,
        &mut used,
    );
    all_numbered(&counted.sources, &used);
}

#[test]
fn no_point_is_lost_or_made_up_between_data_and_cut() {
    let store = store();
    let facts = |place: &str, indicators: &[Indicator], into: &mut BTreeSet<Fact>| {
        for indicator in indicators {
            for series in indicator.series.iter().filter(|it| it.place == place) {
                for it in &series.points {
                    into.insert((
                        place.to_owned(),
                        indicator.id.clone(),
                        it.year,
                        it.value.to_bits(),
                    ));
                }
            }
        }
    };
    let (mut known, mut shown) = (BTreeSet::new(), BTreeSet::new());
    for city in &store.cities {
        facts(&city.id, &city.indicators, &mut known);
        let cities = store
            .indicators
            .iter()
            .filter(|it| it.level == Some(Level::City));
        facts(&city.id, &cities.cloned().collect::<Vec<_>>(), &mut known);
    }
    // Shown from the reports themselves, for every city.
    known.retain(|(_, topic, ..)| topic != "ascn-projects");
    let pages = pages(&store);
    for page in &pages {
        facts(&page.city.id, &page.city.indicators, &mut shown);
    }
    assert_eq!(known, shown);
    assert_eq!(
        pages
            .iter()
            .map(|it| points(&it.city.indicators))
            .sum::<usize>(),
        CITY_POINTS
    );
    assert_eq!(
        pages.iter().map(|it| it.programs.len()).sum::<usize>(),
        CITY_PROGRAMS
    );
    assert_eq!(
        pages
            .iter()
            .map(|it| it.project_counts.len())
            .sum::<usize>(),
        CITY_COUNTS
    );
    assert_eq!(
        pages.iter().map(|it| it.city.officers.len()).sum::<usize>(),
        116
    );
    let countries = Country::ALL.map(|it| cut::country_page(&Finder::new(&store), it).unwrap());
    let country_files: Vec<Indicator> = store
        .indicators
        .iter()
        .filter(|it| it.level == Some(Level::Country))
        .cloned()
        .collect();
    let shown: usize = countries.iter().map(|it| points(&it.indicators)).sum();
    assert_eq!(shown, points(&country_files));
    assert_eq!(
        countries
            .iter()
            .map(|it| it.representatives.len())
            .sum::<usize>(),
        22
    );
}

#[test]
fn series_that_agree_are_one_and_contradictions_come_first() {
    let store = store();
    let page = |slug: &str| {
        let city = store.cities.iter().find(|it| it.id == slug).unwrap();
        cut::city_page(&Finder::new(&store), city).unwrap().city
    };
    let sumedang = page("sumedang");
    assert_eq!(sumedang.indicators[0].id, "stunting-prevalence");
    assert_eq!(sumedang.indicators[0].series.len(), 4);
    let jakarta = page("jakarta");
    let rank = jakarta
        .indicators
        .iter()
        .find(|it| it.id == "imd-smart-city-index-rank")
        .unwrap();
    // Its own file, another report, and the compilation that agrees with the first.
    assert_eq!(rank.series.len(), 2);
    assert!(!rank.cities_ranked.is_empty());
    for city in pages(&store) {
        let scopes: Vec<bool> = city
            .city
            .indicators
            .iter()
            .map(|it| it.scope.is_some())
            .collect();
        assert!(
            scopes.is_sorted(),
            "{}: the region comes last",
            city.city.id
        );
    }
}

#[test]
fn the_map_shows_every_member_state_and_stays_small() {
    let store = store();
    let map = lands::coarse(&store.outlines).unwrap();
    for country in Country::ALL {
        assert!(
            map.lands.iter().any(|it| it.code == country.code()),
            "{}",
            country.code()
        );
    }
    assert!(serde_json::to_vec(&map).unwrap().len() <= 27_000);
}
