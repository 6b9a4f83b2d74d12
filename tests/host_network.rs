//! The cut of the network says what the data set says: members, meetings, documents, each by number.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ascn_atlas::host::cut_network;
use ascn_atlas::host::publish::sources;
use ascn_atlas::host::store::Store;
use ascn_atlas::model::cut_network::{DocumentShown, MeetingPage};
use ascn_atlas::model::{Country, Sources};
use serde_json::Value;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn store() -> Store {
    Store::read(&data()).unwrap()
}

fn meeting(id: &str) -> MeetingPage {
    let mut pages = cut_network::meetings(&store()).unwrap().into_iter();
    pages.find(|it| it.milestone.id == id).unwrap()
}

/// Every key of sources in `value`, those of points included.
fn keys(value: &Value, into: &mut BTreeSet<usize>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_array().filter(|_| name == "sources") {
                    Some(list) => {
                        assert!(!list.is_empty());
                        into.extend(
                            list.iter()
                                .map(|it| it.as_str().unwrap().parse::<usize>().unwrap()),
                        );
                    }
                    None => keys(value, into),
                }
            }
        }
        Value::Array(items) => match items.as_slice() {
            [Value::Number(_), Value::Number(_), Value::Array(list)] => {
                into.extend(
                    list.iter()
                        .map(|it| it.as_str().unwrap().parse::<usize>().unwrap()),
                );
            }
            _ => items.iter().for_each(|it| keys(it, into)),
        },
        _ => {}
    }
}

#[test]
fn every_number_leads_to_a_source_and_every_source_has_a_fact() {
    let store = store();
    let check = |page: Value, sources: &Sources, what: &str| {
        let mut used = BTreeSet::new();
        keys(&page, &mut used);
        let all: BTreeSet<usize> = (1..=sources.len()).collect();
        assert_eq!(used, all, "{what}");
    };
    let page = cut_network::page(&store).unwrap();
    check(
        serde_json::to_value(&page).unwrap(),
        &page.sources,
        "network",
    );
    for page in cut_network::meetings(&store).unwrap() {
        let id = &page.milestone.id;
        check(serde_json::to_value(&page).unwrap(), &page.sources, id);
    }
}

#[test]
fn members_add_up_to_the_totals_that_sources_state() {
    let page = cut_network::page(&store()).unwrap();
    let counts: Vec<(i32, u32)> = page
        .members
        .iter()
        .map(|it| (it.year, it.before + it.joined))
        .collect();
    assert_eq!(
        counts,
        [
            (2018, 26),
            (2019, 26),
            (2020, 26),
            (2021, 26),
            (2022, 26),
            (2023, 29),
            (2024, 31),
            (2025, 37),
            (2026, 38)
        ]
    );
    assert_eq!(page.cities.len(), 38);
    assert!(page.cities.iter().map(|it| it.joined).is_sorted());
    // Every city has an officer in the list of January 2026, or says why not by having none.
    let with = page
        .cities
        .iter()
        .filter(|it| !it.officers.is_empty())
        .count();
    assert!(with >= 30, "{with}");
    assert!(Country::ALL
        .iter()
        .all(|it| page.representatives.iter().any(|on| on.country == *it)));
}

#[test]
fn neighbours_are_of_one_kind_and_annual_meetings_follow_each_other() {
    for page in cut_network::meetings(&store()).unwrap() {
        let Some(number) = page.milestone.number else {
            continue;
        };
        let id = |number: u32| format!("annual-{number}");
        let before = (number > 1).then(|| id(number - 1));
        let after = (number < 8).then(|| id(number + 1));
        assert_eq!(page.before.map(|it| it.id), before);
        assert_eq!(page.after.map(|it| it.id), after);
    }
    let second = meeting("annual-2");
    assert_eq!(second.decided[0].id, "shepherd-sgp-2019");
    assert_eq!(second.milestone.decisions.len(), 1);
    assert_eq!(meeting("shepherd-sgp-2019").part_of.unwrap().id, "annual-2");
    assert_eq!(meeting("members-29").cities.len(), 3);
}

/// What the report of the seventh meeting says of Sumedang stands beside what the survey says.
#[test]
fn figures_of_a_record_are_those_of_the_indicator() {
    let record = meeting("annual-7").record.unwrap();
    assert_eq!((record.network_then.cities, record.topics.len()), (31, 4));
    let sumedang = &record.presentations[0];
    let [stunting, spbe] = [0, 1].map(|at| sumedang.items[at].figure.clone().unwrap());
    assert_eq!((stunting.from.value, stunting.to.value), (32.2, 7.89));
    assert_eq!((spbe.from.value, spbe.to.value), (2.4, 4.14));
    let others: Vec<f64> = stunting.others.iter().map(|it| it.point.value).collect();
    assert_eq!(others, [7.89, 14.4, 7.89]);
    let survey = stunting
        .others
        .iter()
        .find(|it| it.point.value > 14.0)
        .unwrap();
    assert!(survey.name.en.contains("national survey"));
}

#[test]
fn a_document_supports_what_the_published_list_says() {
    let store = store();
    let page = cut_network::documents(&store).unwrap();
    assert_eq!(page.documents.len(), store.network.documents.len());
    // From the files on disk, by address, whatever title a file gives the document.
    let names = ["network.json", "programs.json", "cities/jakarta.json"];
    let files: Vec<_> = names
        .iter()
        .map(|name| (name.to_string(), std::fs::read(data().join(name)).unwrap()))
        .collect();
    let listed = sources::list(&files).unwrap();
    let facts = |of: &DocumentShown, file: &str| -> usize {
        let same = listed.iter().filter(|it| it.source.url == of.source.url);
        let supports = same
            .flat_map(|it| &it.supports)
            .filter(|it| it.file == file);
        supports.flat_map(|it| it.facts.values()).sum()
    };
    for document in &page.documents {
        let jakarta = document.cities.iter().find(|it| it.id == "jakarta");
        assert_eq!(document.network as usize, facts(document, "network.json"));
        assert_eq!(document.programs as usize, facts(document, "programs.json"));
        assert_eq!(
            jakarta.map_or(0, |it| it.facts as usize),
            facts(document, "cities/jakarta.json")
        );
    }
    let kinds: Vec<_> = page.documents.iter().map(|it| it.kind as usize).collect();
    assert!(kinds.is_sorted());
}
