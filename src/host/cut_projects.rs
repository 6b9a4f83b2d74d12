//! Cutting for the pages of projects: the list of all, and what the network's reports count.

use super::cite::Citations;
use super::cut::aliases;
use super::store::Store;
use super::Result;
use crate::i18n::Decimal;
use crate::model::cut_projects::{
    CityDifference, CityProjects, CountryCount, ProjectEntry, ProjectIndex, ProjectReports,
    ReportCounts, Share,
};
use crate::model::{City, CityName, FocusArea, ProjectStatus, Report, Text};

/// `projects/index.json`.
#[must_use]
pub fn index(store: &Store) -> ProjectIndex {
    let city = |it: &City| CityProjects {
        id: it.id.clone(),
        name: name(&it.name),
        aliases: aliases(it),
        country: it.country,
        projects: it.projects.iter().map(ProjectEntry::from).collect(),
    };
    ProjectIndex {
        cities: store.cities.iter().map(city).collect(),
    }
}

fn name(name: &CityName) -> Text {
    Text {
        en: name.en.clone(),
        id: name.id.clone(),
    }
}

/// `projects/reports.json`.
///
/// # Errors
///
/// When a count names a source that is not there.
pub fn reports(store: &Store) -> Result<ProjectReports> {
    let network = &store.network;
    let mut citations = Citations::default();
    let mut totals = network.project_totals.points.clone();
    for point in &mut totals {
        citations.cite(&network.sources, &mut point.sources)?;
    }
    let mut reports: Vec<&Report> = network.reports.iter().collect();
    reports.sort_by_key(|report| report.date);
    let mut counts: Vec<ReportCounts> = reports.iter().copied().filter_map(report).collect();
    for report in &mut counts {
        citations.cite(&network.sources, &mut report.sources)?;
    }
    let mut conflicts = network.conflicts.clone();
    conflicts.retain(|it| it.about.as_deref() == Some("projects"));
    for conflict in &mut conflicts {
        citations.cite(&network.sources, &mut conflict.sources)?;
    }
    let newest = reports.iter().rev().find(|it| !it.by_city.is_empty());
    let projects = || store.cities.iter().flat_map(|it| &it.projects);
    let listed = |status: ProjectStatus, all: bool| {
        let named = projects().filter(|it| all || it.in_ascn_reports);
        whole(named.filter(|it| it.status == status).count())
    };
    Ok(ProjectReports {
        totals,
        reports: counts,
        listed: ProjectStatus::ALL.map(|it| listed(it, true)),
        named: ProjectStatus::ALL.map(|it| listed(it, false)),
        differing: newest.map_or_else(Vec::new, |it| differing(store, it)),
        conflicts,
        sources: citations.into_sources(),
    })
}

/// What a report counts; `None` for a report that counts no projects. Its keys are those of the
/// network's file.
fn report(report: &Report) -> Option<ReportCounts> {
    let total = report.total_projects?;
    let mut status = Vec::new();
    if let Some(counts) = report.by_status {
        let printed = report.by_status_percent_published;
        status = vec![
            share(counts.planned, total, printed.map(|it| it.planned)),
            share(counts.ongoing, total, printed.map(|it| it.ongoing)),
            share(counts.completed, total, printed.map(|it| it.completed)),
        ];
    }
    let mut focus = Vec::new();
    if !report.by_focus.is_empty() {
        for area in FocusArea::ALL {
            let count = report.by_focus.get(&area).copied().unwrap_or_default();
            let printed = report.by_focus_percent_published.get(&area).copied();
            focus.push(share(count, total, printed));
        }
    }
    let countries = report.by_country.iter();
    Some(ReportCounts {
        year: i32::from(report.date.year),
        title: report.title.clone(),
        total,
        status,
        focus,
        countries: countries
            .map(|(country, count)| CountryCount {
                country: *country,
                count: *count,
            })
            .collect(),
        method: report.method.clone(),
        sources: report.sources.clone(),
    })
}

/// A count of a report that counts `total` projects, with the percent that the report prints.
fn share(count: u32, total: u32, printed: Option<f64>) -> Share {
    let computed = printed.and_then(|printed| {
        let places = i32::from(Decimal::of(printed)?.places());
        let exact = f64::from(count) * 100.0 / f64::from(total);
        let rounded = |places: i32| {
            let unit = 10_f64.powi(places);
            (exact * unit).round() / unit
        };
        ((rounded(places) - printed).abs() > 1e-9).then(|| rounded(places + 1))
    });
    Share {
        count,
        printed,
        computed,
    }
}

/// The cities for which a report and our list of the projects that the network names differ.
fn differing(store: &Store, report: &Report) -> Vec<CityDifference> {
    let mut differing = Vec::new();
    for city in &store.cities {
        let named = city.projects.iter().filter(|it| it.in_ascn_reports).count();
        let counted = report.by_city.get(&city.id).map(|it| it.total);
        if counted.unwrap_or(0) != whole(named) {
            differing.push(CityDifference {
                id: city.id.clone(),
                name: name(&city.name),
                report: counted,
                named: whole(named),
                listed: whole(city.projects.len()),
            });
        }
    }
    differing
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_share_is_kept_and_told_from_what_the_count_gives() {
        for (count, total, printed, computed) in [
            (58, 77, 75.32, None),
            (2, 77, 2.94, Some(2.597)),
            (81, 108, 75.0, None),
            (17, 86, 19.8, None),
            (25, 86, 30.0, Some(29.1)),
            (108, 134, 81.0, None),
        ] {
            let expected = Share {
                count,
                printed: Some(printed),
                computed,
            };
            assert_eq!(share(count, total, Some(printed)), expected);
        }
        assert_eq!(share(3, 9, None).computed, None);
    }
}
