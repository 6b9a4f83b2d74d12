//! The data set holds what was gathered, and the cut holds what the data set holds.
//!
//! The numbers were counted in the research that the data set was made from.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::geo::topojson::Topology;
use ascn_atlas::host::schema::{self, Kind};
use ascn_atlas::host::store::Store;
use ascn_atlas::model::{City, Country, Indicator, Level, ProjectKind, ProjectStatus, Sources};

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

fn series(indicators: &[Indicator]) -> usize {
    indicators.iter().map(|it| it.series.len()).sum()
}

#[test]
fn no_city_or_project_is_lost() {
    let store = store();
    assert_eq!(store.cities.len(), 38);
    let countries: BTreeSet<Country> = store.cities.iter().map(|it| it.country).collect();
    assert_eq!(countries.len(), 11);
    let sum = |of: fn(&City) -> usize| store.cities.iter().map(of).sum::<usize>();
    assert_eq!(sum(|it| it.projects.len()), 195);
    let projects = || store.cities.iter().flat_map(|it| &it.projects);
    assert_eq!(
        projects().filter(|it| it.kind == ProjectKind::Scap).count(),
        53
    );
    assert_eq!(
        projects()
            .filter(|it| it.kind == ProjectKind::Innovation)
            .count(),
        142
    );
    let by_status =
        ProjectStatus::ALL.map(|status| projects().filter(|it| it.status == status).count());
    assert_eq!(by_status, [11, 137, 24, 23]);
    assert_eq!(projects().filter(|it| it.start.is_some()).count(), 102);
    assert_eq!(projects().filter(|it| it.end.is_some()).count(), 11);
    assert_eq!(projects().filter(|it| it.progress.is_some()).count(), 113);
    assert_eq!(projects().filter(|it| it.challenges.is_some()).count(), 54);
    assert_eq!(projects().filter(|it| it.plans.is_some()).count(), 35);
    assert_eq!(projects().map(|it| it.partners.len()).sum::<usize>(), 167);
    assert_eq!(projects().map(|it| it.focus.len()).sum::<usize>(), 212);
    assert_eq!(sum(|it| it.officers.len()), 116);
    let names: BTreeSet<&str> = store
        .cities
        .iter()
        .flat_map(|it| &it.officers)
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(names.len(), 90);
    assert_eq!(sum(|it| it.population.len()), 230);
    assert_eq!(sum(|it| it.conflicts.len()), 22);
    assert_eq!(sum(|it| it.name.local.len()), 38);
    assert_eq!(sum(|it| series(&it.indicators)), 166);
    assert_eq!(sum(|it| points(&it.indicators)), 535);
}

#[test]
fn projects_that_no_report_names_are_the_citys_own() {
    let store = store();
    let own = |city: &City| {
        city.projects
            .iter()
            .filter(|it| !it.in_ascn_reports)
            .count()
    };
    assert_eq!(store.cities.iter().map(own).sum::<usize>(), 46);
    // They joined after the last report.
    let late = ["denpasar", "semarang", "dili"];
    let late: Vec<&City> = store
        .cities
        .iter()
        .filter(|it| late.contains(&it.id.as_str()))
        .collect();
    assert_eq!(late.iter().map(|it| it.projects.len()).sum::<usize>(), 21);
    assert_eq!(late.iter().map(|it| own(it)).sum::<usize>(), 21);
}

#[test]
fn no_indicator_is_lost() {
    let Store { indicators, .. } = store();
    assert_eq!(indicators.len(), 58);
    let at = |level| indicators.iter().filter(move |it| it.level == Some(level));
    assert_eq!(at(Level::Country).count(), 45);
    assert_eq!(at(Level::City).count(), 13);
    assert_eq!(series(&indicators), 763);
    assert_eq!(points(&indicators), 19_259);
    assert_eq!(indicators.iter().filter(|it| it.scope.is_some()).count(), 7);
    assert_eq!(
        indicators
            .iter()
            .filter(|it| it.break_before.is_some())
            .count(),
        2
    );
    assert_eq!(
        indicators
            .iter()
            .filter(|it| it.projection_from.is_some())
            .count(),
        1
    );
    assert_eq!(indicators.iter().filter(|it| it.derived).count(), 1);
    assert_eq!(
        indicators.iter().filter(|it| it.range.is_some()).count(),
        33
    );
    let all = || indicators.iter().flat_map(|it| &it.series);
    assert_eq!(all().filter(|it| it.area.is_some()).count(), 259);
    assert_eq!(all().filter(|it| it.not_ascn).count(), 1);
}

#[test]
fn no_programme_or_milestone_is_lost() {
    let Store {
        programs, network, ..
    } = store();
    assert_eq!(programs.programs.len(), 124);
    assert_eq!(programs.not_ascn.len(), 17);
    assert_eq!(
        programs
            .programs
            .iter()
            .map(|it| it.milestones.len())
            .sum::<usize>(),
        312
    );
    assert_eq!(
        programs
            .programs
            .iter()
            .filter(|it| it.amount.is_some())
            .count(),
        24
    );
    assert_eq!(
        programs
            .programs
            .iter()
            .map(|it| it.cities.len())
            .sum::<usize>(),
        163
    );
    let partners: BTreeSet<&str> = programs
        .programs
        .iter()
        .map(|it| it.partner.as_str())
        .collect();
    assert_eq!(partners.len(), 31);
    assert_eq!(network.milestones.len(), 34);
    assert_eq!(network.reports.len(), 5);
    assert_eq!(
        network
            .members
            .iter()
            .map(|it| it.representatives.len())
            .sum::<usize>(),
        22
    );
    assert_eq!(network.chairs.len(), 9);
    assert_eq!(network.shepherds.len(), 4);
    assert_eq!(network.conflicts.len(), 8);
    assert_eq!(network.membership.cities.len(), 38);
}

#[test]
fn every_used_source_is_there() {
    let store = store();
    // 1,264 were gathered; two of them support nothing but unverified notes.
    assert_eq!(store.sources().map(Sources::len).sum::<usize>(), 1_262);
    assert_eq!(store.data_date().unwrap().to_string(), "2026-11-23");
    let copies = store
        .sources()
        .flat_map(Sources::values)
        .filter(|it| it.via.is_some());
    // 82 were gathered so; for 33 more the address of the page itself was derived.
    assert_eq!(copies.count(), 82 + 33);
}

/// The text of every file below `dir`.
fn texts(dir: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else {
            found.insert(path.clone(), fs::read_to_string(&path).unwrap());
        }
    }
    found
}

#[test]
fn nothing_unverified_is_published() {
    for (path, text) in texts(&data()) {
        assert!(
            !text.to_lowercase().contains("unverified"),
            "{}",
            path.display()
        );
    }
}

#[test]
fn values_are_read_as_they_are_written() {
    for (path, text) in texts(&data().join("indicators")) {
        let words = text.split(|it: char| !(it.is_ascii_digit() || ".-eE+".contains(it)));
        for word in words.filter(|it| it.contains('.')) {
            if let (Ok(ours), Ok(exact)) = (serde_json::from_str::<f64>(word), word.parse::<f64>())
            {
                assert_eq!(ours, exact, "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn the_published_schema_is_current() {
    for kind in Kind::ALL {
        let path = data().join("schema").join(kind.file());
        let published = fs::read_to_string(&path).unwrap();
        assert_eq!(
            published,
            schema::text(kind).unwrap(),
            "run `atlas-data schema`"
        );
    }
}

#[test]
fn every_file_of_outlines_can_be_drawn() {
    for name in ["countries", "countries-10m", "countries-10m-35"] {
        let text = fs::read(data().join(format!("geo/{name}.topojson"))).unwrap();
        let topology: Topology = serde_json::from_slice(&text).unwrap();
        let shapes = topology.shapes("countries").unwrap();
        assert_eq!(
            shapes.iter().filter(|it| it.properties.asean).count(),
            11,
            "{name}"
        );
    }
}
