//! What holds for a city.

use super::json::at;
use super::{indicator, File, Files, Findings};
use crate::model::{City, Level, PartialDate, Project, ProjectStatus};

/// Where a city of the network can lie, in degrees: longitude, then latitude.
pub const REGION: [std::ops::RangeInclusive<f64>; 2] = [92.0..=142.0, -11.5..=28.5];

/// Subjects of a conflict besides the topics of the city's figures.
const SUBJECTS: [&str; 3] = ["area", "population", "projects"];

/// Checks a file of `cities/`.
pub fn check(file: &File<City>, files: &Files, findings: &mut Findings<'_>) {
    let city = &file.value;
    findings.expect(city.id == file.stem(), at!["id"], || {
        format!(
            "found \"{}\", expected the file's name, \"{}\"",
            city.id,
            file.stem()
        )
    });
    let [lon, lat] = REGION;
    let location = &city.location;
    findings.expect(lat.contains(&location.lat), at!["location", "lat"], || {
        format!("found {}, expected -11.5 to 28.5", location.lat)
    });
    findings.expect(lon.contains(&location.lon), at!["location", "lon"], || {
        format!("found {}, expected 92 to 142", location.lon)
    });
    findings.expect(city.area_km2.value > 0.0, at!["area_km2", "value"], || {
        format!("found {}, expected a positive number", city.area_km2.value)
    });
    people(city, files, findings);
    projects(city, files, findings);
    figures(city, files, findings);
}

/// Whether a date lies after the date of the data.
fn future(date: PartialDate, files: &Files) -> bool {
    files.data_date.is_some_and(|today| date > today)
}

/// Words for such a date.
fn too_late(date: PartialDate) -> String {
    format!("found {date}, expected a date no later than the newest \"accessed\"")
}

/// Population and officers.
fn people(city: &City, files: &Files, findings: &mut Findings<'_>) {
    findings.unique(city.population.iter().enumerate().map(|(index, it)| {
        (
            at!["population", index],
            format!("{} {}", it.year, it.scope.en),
        )
    }));
    for (index, pair) in city.population.windows(2).enumerate() {
        if let [before, after] = pair {
            let path = at!["population", index + 1, "year"];
            let rises = before.scope != after.scope || before.year <= after.year;
            findings.expect(rises, path, || {
                format!(
                    "found {} after {}, expected years in order",
                    after.year, before.year
                )
            });
        }
    }
    for (index, officer) in city.officers.iter().enumerate() {
        let path = at!["officers", index, "as_of"];
        findings.expect(!future(officer.as_of, files), path, || {
            too_late(officer.as_of)
        });
    }
}

/// Projects.
fn projects(city: &City, files: &Files, findings: &mut Findings<'_>) {
    let projects = || city.projects.iter().enumerate();
    findings.unique(projects().map(|(index, it)| (at!["projects", index, "id"], it.id.clone())));
    for (index, project) in projects() {
        let path = at!["projects", index];
        findings.expect(!project.focus.is_empty(), path.to("focus"), || {
            "found no focus area, expected at least one".to_owned()
        });
        findings.unique(
            project
                .focus
                .iter()
                .enumerate()
                .map(|(at, focus)| (path.to("focus").to(at), focus.id())),
        );
        if let (Some(start), Some(end)) = (project.start, project.end) {
            findings.expect(!ends_early(start, end), path.to("end"), || {
                format!("found {end}, expected no date before \"start\" ({start})")
            });
        }
        for (key, date) in past_dates(project) {
            findings.expect(!future(date, files), path.to(key), || too_late(date));
        }
    }
}

/// Dates of a project that cannot lie ahead.
fn past_dates(project: &Project) -> impl Iterator<Item = (&'static str, PartialDate)> {
    let begun = matches!(
        project.status,
        ProjectStatus::Ongoing | ProjectStatus::Completed
    );
    let done = project.status == ProjectStatus::Completed;
    [
        ("status_as_of", Some(project.status_as_of)),
        ("start", project.start.filter(|_| begun)),
        ("end", project.end.filter(|_| done)),
    ]
    .into_iter()
    .filter_map(|(key, date)| Some((key, date?)))
}

/// Whether `end` lies before `start`, as far as both are known.
#[must_use]
pub fn ends_early(start: PartialDate, end: PartialDate) -> bool {
    let (from, to) = (start, end);
    let order = from.year.cmp(&to.year);
    let months = from.month.zip(to.month).map(|(from, to)| from.cmp(&to));
    let days = from.day.zip(to.day).map(|(from, to)| from.cmp(&to));
    order
        .then(months.unwrap_or(std::cmp::Ordering::Equal))
        .then(days.unwrap_or(std::cmp::Ordering::Equal))
        .is_gt()
}

/// The city's own figures and its conflicts.
fn figures(city: &City, files: &Files, findings: &mut Findings<'_>) {
    let topics = || city.indicators.iter().enumerate();
    findings.unique(topics().map(|(index, it)| (at!["indicators", index, "id"], it.id.clone())));
    for (index, topic) in topics() {
        let path = at!["indicators", index];
        for (at, series) in topic.series.iter().enumerate() {
            let path = path.to("series").to(at);
            findings.expect(series.place == city.id, path.to("place"), || {
                format!(
                    "found \"{}\", expected the city itself, \"{}\"",
                    series.place, city.id
                )
            });
            findings.expect(
                topic.series.len() == 1 || series.name.is_some(),
                path,
                || {
                    "expected a field \"name\" that tells it from its neighbours, found none"
                        .to_owned()
                },
            );
        }
        let compiled = files
            .indicators
            .iter()
            .find(|file| file.value.id == topic.id && file.value.level == Some(Level::City));
        if let Some(file) = compiled {
            findings.expect(file.value.unit == topic.unit, path.to("unit"), || {
                let unit = file.value.unit.id();
                format!(
                    "found \"{}\", expected \"{unit}\" as in {}",
                    topic.unit.id(),
                    file.name
                )
            });
        }
        indicator::body(topic, &path, files, findings);
    }
    for (index, conflict) in city.conflicts.iter().enumerate() {
        let Some(about) = conflict.about.as_deref() else {
            continue;
        };
        let holds = SUBJECTS.contains(&about) || topics().any(|(_, it)| it.id == about);
        findings.expect(holds, at!["conflicts", index, "about"], || {
            format!(
                "found \"{about}\", expected {} or an indicator's id",
                SUBJECTS.join(", ")
            )
        });
    }
}
