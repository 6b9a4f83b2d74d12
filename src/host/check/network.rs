//! What holds for the network: its members are the cities, and its reports add up.

use std::collections::BTreeSet;

use super::city::ends_early;
use super::indicator::unknown_city;
use super::json::{at, Path};
use super::{File, Files, Findings};
use crate::model::{Country, FocusArea, Network, Report};

/// Checks `network.json`.
pub fn check(file: &File<Network>, files: &Files, findings: &mut Findings<'_>) {
    let network = &file.value;
    members(network, files, findings);
    let mut focus = network.focus_areas.iter().map(|it| it.id);
    findings.expect(
        focus.by_ref().eq(FocusArea::ALL),
        at!["focus_areas"],
        || "expected the six focus areas in the order of the framework".to_owned(),
    );
    let milestones = || network.milestones.iter().enumerate();
    findings.unique(milestones().map(|(at, it)| (at!["milestones", at, "id"], it.id.clone())));
    for (index, milestone) in milestones() {
        if let Some(end) = milestone.end {
            let path = at!["milestones", index, "end"];
            findings.expect(!ends_early(milestone.date, end), path, || {
                format!(
                    "found {end}, expected no date before \"date\" ({})",
                    milestone.date
                )
            });
        }
    }
    for (index, pair) in network.milestones.windows(2).enumerate() {
        if let [before, after] = pair {
            let path = at!["milestones", index + 1, "date"];
            findings.expect(before.date <= after.date, path, || {
                format!(
                    "found {} after {}, expected dates in order",
                    after.date, before.date
                )
            });
        }
    }
    for (index, term) in network.shepherds.iter().enumerate() {
        findings.expect(
            !ends_early(term.from, term.to),
            at!["shepherds", index, "to"],
            || {
                format!(
                    "found {}, expected no date before \"from\" ({})",
                    term.to, term.from
                )
            },
        );
    }
    findings.unique(
        network
            .chairs
            .iter()
            .enumerate()
            .map(|(at, it)| (at!["chairs", at, "year"], it.year)),
    );
    reports(network, files, findings);
    super::meeting::check(network, files, findings);
}

/// States and cities.
fn members(network: &Network, files: &Files, findings: &mut Findings<'_>) {
    for state in Country::ALL {
        let entries = network
            .members
            .iter()
            .filter(|it| it.country == state)
            .count();
        findings.expect(entries == 1, at!["members"], || {
            format!("found {} {entries} times, expected it once", state.code())
        });
    }
    let cities = || network.membership.cities.iter().enumerate();
    let at = |index: usize| at!["membership", "cities", index];
    findings.unique(cities().map(|(index, it)| (at(index).to("slug"), it.slug.clone())));
    for (index, member) in cities() {
        let path = at(index);
        findings.expect(files.slugs.contains(&member.slug), path.to("slug"), || {
            unknown_city(&member.slug, files)
        });
        let Some(city) = files.city(&member.slug) else {
            continue;
        };
        findings.expect(
            member.country == city.value.country,
            path.to("country"),
            || {
                let (found, expected) = (member.country.code(), city.value.country.code());
                format!(
                    "found \"{found}\", expected \"{expected}\" as in {}",
                    city.name
                )
            },
        );
        findings.expect(
            member.joined == city.value.joined.year,
            path.to("joined"),
            || {
                let expected = city.value.joined.year;
                format!(
                    "found {}, expected {expected} as in {}",
                    member.joined, city.name
                )
            },
        );
    }
    for (index, total) in network.membership.totals.iter().enumerate() {
        let joined = cities().filter(|(_, it)| it.joined <= total.year).count();
        let path = at!["membership", "totals", index, "value"];
        findings.expect(usize::try_from(total.value) == Ok(joined), path, || {
            format!(
                "found {}, expected {joined}, the cities that joined up to {}",
                total.value, total.year
            )
        });
    }
    let listed: BTreeSet<&str> = cities().map(|(_, it)| it.slug.as_str()).collect();
    for slug in &files.slugs {
        let listed = listed.contains(slug.as_str());
        findings.expect(listed, at!["membership", "cities"], || {
            format!("expected an entry for \"{slug}\", which has a file, found none")
        });
    }
}

/// Reports and the totals drawn from them.
fn reports(network: &Network, files: &Files, findings: &mut Findings<'_>) {
    let reports = || network.reports.iter().enumerate();
    findings.unique(reports().map(|(index, it)| (at!["reports", index, "id"], it.id.clone())));
    for (index, report) in reports() {
        sums(report, &at!["reports", index], findings);
        for slug in report.by_city.keys() {
            let path = at!["reports", index, "by_city", slug];
            findings.expect(files.slugs.contains(slug), path, || {
                unknown_city(slug, files)
            });
        }
        let year = i32::from(report.date.year);
        let mut totals = network.project_totals.points.iter().enumerate();
        let total = totals.find(|(_, point)| point.year == year);
        if let (Some((at, point)), Some(count)) = (total, report.total_projects) {
            let path = at!["project_totals", "points", at, 1];
            findings.expect(point.value == f64::from(count), path, || {
                format!(
                    "found {}, expected {count} as in report \"{}\"",
                    point.value, report.id
                )
            });
        }
    }
}

/// The parts of a report's counts add up to their totals.
fn sums(report: &Report, path: &Path, findings: &mut Findings<'_>) {
    // In 64 bits, which no sum of counts of 32 fills.
    let mut sum = |path: Path, parts: &mut dyn Iterator<Item = u32>, total: u32, of: &str| {
        let sum: u64 = parts.map(u64::from).sum();
        findings.expect(sum == u64::from(total), path, || {
            format!("found parts that add up to {sum}, expected {of}, {total}")
        });
    };
    for (slug, counts) in &report.by_city {
        let parts = [counts.planned, counts.ongoing, counts.completed];
        sum(
            path.to("by_city").to(slug),
            &mut parts.into_iter(),
            counts.total,
            "\"total\"",
        );
    }
    let Some(total) = report.total_projects else {
        return;
    };
    let of = "\"total_projects\"";
    if let Some(status) = report.by_status {
        let parts = [status.planned, status.ongoing, status.completed];
        sum(path.to("by_status"), &mut parts.into_iter(), total, of);
    }
    if !report.by_focus.is_empty() {
        sum(
            path.to("by_focus"),
            &mut report.by_focus.values().copied(),
            total,
            of,
        );
    }
    if !report.by_country.is_empty() {
        sum(
            path.to("by_country"),
            &mut report.by_country.values().copied(),
            total,
            of,
        );
    }
    if !report.by_city.is_empty() {
        let mut cities = report.by_city.values().map(|it| it.total);
        sum(path.to("by_city"), &mut cities, total, of);
        let count = u32::try_from(report.by_city.len()).unwrap_or(u32::MAX);
        let stated = report.cities_with_projects.unwrap_or(count);
        sum(
            path.to("by_city"),
            &mut std::iter::once(count),
            stated,
            "\"cities_with_projects\"",
        );
    }
}
