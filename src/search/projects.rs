//! The list of projects: which are shown, in which order, and which are like another.

use std::collections::BinaryHeap;

use super::{add_words, fit, Fit};
use crate::i18n::Named as _;
use crate::model::cut_projects::{CityProjects, ProjectEntry, ProjectIndex};
use crate::model::{FocusArea, Lang, PartialDate};
use crate::route::{ProjectList, ProjectSort};

/// A project with its city.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProjectRow<'a> {
    /// The city.
    pub city: &'a CityProjects,
    /// The project.
    pub project: &'a ProjectEntry,
}

/// Every project in the order of the index.
#[must_use]
pub fn project_rows(index: &ProjectIndex) -> Vec<ProjectRow<'_>> {
    let mut rows = Vec::new();
    for city in &index.cities {
        for project in &city.projects {
            rows.push(ProjectRow { city, project });
        }
    }
    rows
}

/// The words by which each project can be found, folded, in the order of [`project_rows`]: its names
/// in both languages, its city and its country.
#[must_use]
pub fn project_words(index: &ProjectIndex) -> Vec<Vec<String>> {
    let words = |row: &ProjectRow| {
        let ProjectRow { city, project } = row;
        let mut words = Vec::new();
        for text in [
            &project.name.en,
            &project.name.id,
            &city.name.en,
            &city.name.id,
        ] {
            add_words(&mut words, text);
        }
        for alias in &city.aliases {
            add_words(&mut words, alias);
        }
        words
    };
    project_rows(index).iter().map(words).collect()
}

/// Whether the filters of `list` keep a project, whatever was typed.
#[must_use]
pub fn keeps(list: &ProjectList, row: &ProjectRow) -> bool {
    let ProjectRow { city, project } = row;
    list.status.is_none_or(|it| project.status == it)
        && list.focus.is_none_or(|it| project.focus.contains(&it))
        && list.country.is_none_or(|it| city.country == it)
        && list.city.as_ref().is_none_or(|it| city.id == *it)
        && list.kind.is_none_or(|it| project.kind == it)
        && list.named.is_none_or(|it| project.in_ascn_reports == it)
}

/// The projects that `list` shows, in its order. `words` are the [`project_words`] of the index.
#[must_use]
pub fn select_projects<'a>(
    index: &'a ProjectIndex,
    words: &[Vec<String>],
    list: &ProjectList,
    lang: Lang,
) -> Vec<ProjectRow<'a>> {
    let rows = project_rows(index);
    let mut shown = BinaryHeap::new();
    for (place, (row, words)) in rows.iter().zip(words).enumerate() {
        let Some(fit) = fit(words, &list.text).filter(|_| keeps(list, row)) else {
            continue;
        };
        let city = row.city.name.get(lang);
        shown.push(match list.sort {
            // In the order of the city's file.
            ProjectSort::City => {
                let country = row.city.country.key().text(lang);
                (country, 0, Fit::Start, city, place)
            }
            ProjectSort::Name => ("", 0, fit, row.project.name.get(lang), place),
            ProjectSort::Status => ("", row.project.status as i64, fit, city, place),
            ProjectSort::Newest => ("", -days(row.project.status_as_of), fit, city, place),
        });
    }
    in_order(&rows, shown)
}

/// What orders a row: country, rank, fit, name, place.
type Order<'a> = (&'a str, i64, Fit, &'a str, usize);

fn in_order<'a>(rows: &[ProjectRow<'a>], order: BinaryHeap<Order>) -> Vec<ProjectRow<'a>> {
    let order = order.into_sorted_vec();
    let row = |(.., place): &Order| rows.get(*place).copied();
    order.iter().filter_map(row).collect()
}

/// A number that grows with the date.
fn days(date: PartialDate) -> i64 {
    let part = |it: Option<u8>| i64::from(it.unwrap_or(0));
    i64::from(date.year) * 10_000 + part(date.month) * 100 + part(date.day)
}

/// At most `most` projects of other cities that share a focus area with a project of the city
/// `slug`, one of each city: those that share most first, then those of the same country, then those
/// with the newest statement, then by the city's name.
#[must_use]
pub fn related<'a>(
    index: &'a ProjectIndex,
    slug: &str,
    focus: &[FocusArea],
    most: usize,
    lang: Lang,
) -> Vec<ProjectRow<'a>> {
    let home = index.cities.iter().find(|it| it.id == slug);
    let rows = project_rows(index);
    let mut found = BinaryHeap::new();
    for (place, row) in rows.iter().enumerate() {
        let areas = row.project.focus.iter();
        let shared = areas.filter(|it| focus.contains(it)).count();
        if shared == 0 || row.city.id == slug {
            continue;
        }
        let near = home.is_some_and(|it| it.country == row.city.country);
        // A date is below 10^8.
        let alike = i64::try_from(shared).unwrap_or(0) * 2 + i64::from(near);
        let rank = -(alike * 100_000_000 + days(row.project.status_as_of));
        found.push(("", rank, Fit::Start, row.city.name.get(lang), place));
    }
    let mut chosen: Vec<ProjectRow> = Vec::new();
    for row in in_order(&rows, found) {
        if chosen.len() < most && chosen.iter().all(|it| it.city.id != row.city.id) {
            chosen.push(row);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Country, ProjectKind, ProjectStatus, Text};

    fn text(words: &str) -> Text {
        Text {
            en: words.into(),
            id: words.into(),
        }
    }

    fn project(
        name: &str,
        status: ProjectStatus,
        as_of: &str,
        focus: &[FocusArea],
    ) -> ProjectEntry {
        ProjectEntry {
            id: name.to_lowercase(),
            name: text(name),
            kind: ProjectKind::Scap,
            in_ascn_reports: status != ProjectStatus::Unknown,
            focus: focus.to_vec(),
            status,
            status_as_of: as_of.parse().unwrap(),
        }
    }

    fn city(name: &str, country: Country, projects: Vec<ProjectEntry>) -> CityProjects {
        CityProjects {
            id: name.to_lowercase(),
            name: text(name),
            aliases: Lang::ALL.map(|lang| country.key().text(lang).into()).into(),
            country,
            projects,
        }
    }

    fn index() -> ProjectIndex {
        use FocusArea::{CivicSocial, HealthWellbeing, SafetySecurity};
        use ProjectStatus::{Completed, Ongoing, Planned, Unknown};
        ProjectIndex {
            cities: vec![
                city(
                    "Hanoi",
                    Country::Vnm,
                    vec![project("Traffic", Completed, "2024-09", &[CivicSocial])],
                ),
                city(
                    "Makassar",
                    Country::Idn,
                    vec![
                        project("Clinic", Ongoing, "2025", &[HealthWellbeing, CivicSocial]),
                        project("Alarm", Unknown, "2019-12-31", &[SafetySecurity]),
                    ],
                ),
                city(
                    "Banyuwangi",
                    Country::Idn,
                    vec![
                        project("Village", Planned, "2025-09", &[CivicSocial]),
                        project("Doctor", Planned, "2018", &[CivicSocial]),
                    ],
                ),
            ],
        }
    }

    fn shown(list: &ProjectList) -> Vec<String> {
        let index = index();
        let rows = select_projects(&index, &project_words(&index), list, Lang::En);
        rows.iter().map(|it| it.project.name.en.clone()).collect()
    }

    #[test]
    fn each_filter_keeps_what_it_says() {
        for (query, expected) in [
            ("", &["Village", "Doctor", "Clinic", "Alarm", "Traffic"][..]),
            ("q=makasar", &["Clinic", "Alarm"]),
            ("q=vietnam", &["Traffic"]),
            ("q=vilage", &["Village"]),
            ("status=planned", &["Village", "Doctor"]),
            ("focus=safety-security", &["Alarm"]),
            ("country=VNM", &["Traffic"]),
            ("city=makassar&named=no", &["Alarm"]),
            ("kind=innovation", &[]),
            ("city=nowhere", &[]),
        ] {
            assert_eq!(shown(&ProjectList::parse(query)), expected, "{query}");
        }
    }

    #[test]
    fn each_order_is_kept() {
        for (query, expected) in [
            (
                "sort=name",
                ["Alarm", "Clinic", "Doctor", "Traffic", "Village"],
            ),
            (
                "sort=status",
                ["Village", "Doctor", "Clinic", "Traffic", "Alarm"],
            ),
            (
                "sort=newest",
                ["Village", "Clinic", "Traffic", "Alarm", "Doctor"],
            ),
        ] {
            assert_eq!(shown(&ProjectList::parse(query)), expected, "{query}");
        }
    }

    #[test]
    fn like_projects_are_of_other_cities_one_of_each() {
        let index = index();
        let found = |slug: &str, focus: &[FocusArea], most: usize| -> Vec<String> {
            let rows = related(&index, slug, focus, most, Lang::En);
            rows.iter().map(|it| it.project.name.en.clone()).collect()
        };
        let civic = [FocusArea::CivicSocial];
        assert_eq!(found("banyuwangi", &civic, 5), ["Clinic", "Traffic"]);
        assert_eq!(found("hanoi", &civic, 5), ["Village", "Clinic"]);
        assert_eq!(found("hanoi", &civic, 1), ["Village"]);
        let both = [FocusArea::CivicSocial, FocusArea::HealthWellbeing];
        assert_eq!(found("hanoi", &both, 5), ["Clinic", "Village"]);
        assert!(found("makassar", &[FocusArea::SafetySecurity], 5).is_empty());
    }
}
