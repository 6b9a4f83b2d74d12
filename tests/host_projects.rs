//! The cut of the projects holds what the data set holds, counted here from its JSON.

// What helps a test may fail as loudly as the test itself.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::host::cut_projects::{index, reports};
use ascn_atlas::host::store::Store;
use ascn_atlas::model::cut_projects::ProjectIndex;
use ascn_atlas::model::{Country, FocusArea, Lang, ProjectStatus};
use ascn_atlas::route::{Address, ProjectList, Route};
use ascn_atlas::search::{keeps, project_rows, project_words, related, select_projects};
use serde_json::Value;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn network() -> Value {
    json(&data().join("network.json"))
}

/// The projects of each city's file by its slug.
fn projects() -> BTreeMap<String, Vec<Value>> {
    let files = fs::read_dir(data().join("cities")).unwrap();
    files
        .map(|file| {
            let city = json(&file.unwrap().path());
            let slug = city["id"].as_str().unwrap().to_owned();
            (slug, city["projects"].as_array().unwrap().clone())
        })
        .collect()
}

fn cut() -> ProjectIndex {
    index(&Store::read(&data()).unwrap())
}

#[test]
fn every_project_of_every_city_is_listed_and_has_an_address() {
    let (index, files) = (cut(), projects());
    let rows = project_rows(&index);
    assert_eq!(rows.len(), 195);
    assert_eq!(rows.len(), files.values().map(Vec::len).sum::<usize>());
    for row in rows {
        let file = &files[&row.city.id];
        let it = file.iter().find(|it| it["id"] == *row.project.id).unwrap();
        assert_eq!(it["status"], row.project.status.id());
        assert_eq!(it["kind"], row.project.kind.id());
        assert_eq!(it["status_as_of"], row.project.status_as_of.to_string());
        assert_eq!(it["in_ascn_reports"], row.project.in_ascn_reports);
        let address = Address {
            lang: Lang::Id,
            route: Route::Project(row.city.id.clone(), row.project.id.clone()),
        };
        let read = Address::parse(&address.href(), "");
        assert_eq!(read, (Some(Lang::Id), address.route), "a slug");
    }
}

#[test]
fn counts_are_those_of_the_files_and_lead_to_lists_of_as_many() {
    let (index, files) = (cut(), projects());
    let words = project_words(&index);
    let all = || files.values().flatten();
    let listed = |query: &str| {
        let list = ProjectList::parse(query);
        let rows = project_rows(&index);
        let counted = rows.iter().filter(|row| keeps(&list, row)).count();
        let shown = select_projects(&index, &words, &list, Lang::En).len();
        assert_eq!(counted, shown, "{query}");
        shown
    };
    let mut sum = 0;
    for status in ProjectStatus::ALL {
        let of_status = || all().filter(|it| it["status"] == status.id());
        assert_eq!(
            listed(&format!("status={}", status.id())),
            of_status().count()
        );
        sum += of_status().count();
        for focus in FocusArea::ALL {
            let query = format!("status={}&focus={}", status.id(), focus.id());
            let has = |it: &&Value| {
                let areas = it["focus"].as_array().unwrap();
                areas.contains(&Value::from(focus.id()))
            };
            assert_eq!(listed(&query), of_status().filter(has).count(), "{query}");
        }
    }
    assert_eq!(sum, 195);
    let by_country = Country::ALL.map(|it| listed(&format!("country={}", it.code())));
    assert_eq!(by_country.iter().sum::<usize>(), 195);
    for (city, projects) in &files {
        assert_eq!(listed(&format!("city={city}")), projects.len());
        let named = projects.iter().filter(|it| it["in_ascn_reports"] == true);
        assert_eq!(listed(&format!("city={city}&named=yes")), named.count());
    }
    assert_eq!(listed("named=yes") + listed("named=no"), 195);
    assert_eq!(listed("kind=scap") + listed("kind=innovation"), 195);
}

#[test]
fn what_reports_count_is_what_they_print() {
    let counted = reports(&Store::read(&data()).unwrap()).unwrap();
    let network = network();
    let all = network["reports"].as_array().unwrap();
    let of_year = |year: i32| {
        let of_year = |it: &&Value| it["date"].as_str().unwrap().starts_with(&year.to_string());
        all.iter().find(of_year).unwrap()
    };
    let years: Vec<i32> = counted.reports.iter().map(|it| it.year).collect();
    assert_eq!(years, [2022, 2023, 2024, 2025]);
    let totals: Vec<(i32, f64)> = counted
        .totals
        .iter()
        .map(|it| (it.year, it.value))
        .collect();
    let expected = [
        (2021, 65.0),
        (2022, 77.0),
        (2023, 86.0),
        (2024, 108.0),
        (2025, 134.0),
    ];
    assert_eq!(totals, expected);
    for report in &counted.reports {
        let own = of_year(report.year);
        assert_eq!(own["total_projects"], report.total);
        for (status, share) in ProjectStatus::ALL.into_iter().zip(&report.status) {
            assert_eq!(own["by_status"][status.id()], share.count);
            let printed = &own["by_status_percent_published"][status.id()];
            assert_eq!(printed.as_f64(), share.printed);
        }
        for (focus, share) in FocusArea::ALL.into_iter().zip(&report.focus) {
            assert_eq!(own["by_focus"][focus.id()], share.count);
            let printed = &own["by_focus_percent_published"][focus.id()];
            assert_eq!(printed.as_f64(), share.printed);
        }
        let countries = own["by_country"].as_object().unwrap();
        assert_eq!(countries.len(), report.countries.len());
        for it in &report.countries {
            assert_eq!(countries[it.country.code()], it.count);
        }
    }
    let about: Vec<&str> = counted.conflicts.iter().map(|it| it.en.as_str()).collect();
    assert!(about.len() == 2 && about[0].contains("2.94%") && about[1].contains("64"));
}

#[test]
fn cities_differ_where_the_newest_report_and_our_list_differ() {
    let counted = reports(&Store::read(&data()).unwrap()).unwrap();
    let network = network();
    let newest = network["reports"].as_array().unwrap().last().unwrap();
    assert_eq!(newest["id"], "me-2025");
    let mut differing = counted.differing.iter();
    for (city, projects) in projects() {
        let named = projects.iter().filter(|it| it["in_ascn_reports"] == true);
        let (named, report) = (named.count() as u64, &newest["by_city"][&city]["total"]);
        if report.as_u64().unwrap_or(0) != named {
            let it = differing.next().unwrap();
            assert_eq!(it.id, city);
            assert_eq!(it.report.map(u64::from), report.as_u64());
            assert_eq!(u64::from(it.named), named);
            assert_eq!(it.listed as usize, projects.len());
        }
    }
    assert_eq!(differing.next(), None);
    assert_eq!(counted.named.iter().sum::<u32>(), 195 - 46);
    assert_eq!(counted.listed.iter().sum::<u32>(), 195);
}

#[test]
fn every_project_has_like_ones_in_other_cities() {
    let index = cut();
    for row in project_rows(&index) {
        let like = related(&index, &row.city.id, &row.project.focus, 5, Lang::En);
        assert_eq!(like.len(), 5, "{}", row.project.id);
        for it in like {
            assert_ne!(it.city.id, row.city.id);
            let shares = |area: &FocusArea| row.project.focus.contains(area);
            assert!(it.project.focus.iter().any(shares));
        }
    }
}
