//! What holds for the partner programmes.

use std::collections::BTreeSet;

use super::city::ends_early;
use super::indicator::unknown_city;
use super::json::at;
use super::{File, Files, Findings};
use crate::model::ProgramsFile;

/// Checks `programs.json`.
pub fn check(file: &File<ProgramsFile>, files: &Files, findings: &mut Findings<'_>) {
    let ProgramsFile {
        programs, not_ascn, ..
    } = &file.value;
    let all = || programs.iter().enumerate();
    findings.unique(all().map(|(index, it)| (at!["programs", index, "id"], it.id.clone())));
    for (index, program) in all() {
        let path = at!["programs", index];
        for (at, slug) in program.cities.iter().enumerate() {
            let known = files.slugs.contains(slug) || not_ascn.contains_key(slug);
            findings.expect(known, path.to("cities").to(at), || {
                format!("{} or a key of \"not_ascn\"", unknown_city(slug, files))
            });
        }
        findings.unique(
            program
                .cities
                .iter()
                .enumerate()
                .map(|(at, slug)| (path.to("cities").to(at), slug)),
        );
        findings.unique(
            program
                .countries
                .iter()
                .enumerate()
                .map(|(at, country)| (path.to("countries").to(at), country.code())),
        );
        if let Some(end) = program.end {
            findings.expect(!ends_early(program.start, end), path.to("end"), || {
                format!(
                    "found {end}, expected no date before \"start\" ({})",
                    program.start
                )
            });
        }
        for (at, pair) in program.milestones.windows(2).enumerate() {
            if let [before, after] = pair {
                let path = path.to("milestones").to(at + 1).to("date");
                findings.expect(before.date <= after.date, path, || {
                    format!(
                        "found {} after {}, expected dates in order",
                        after.date, before.date
                    )
                });
            }
        }
    }
    let named: BTreeSet<&String> = programs.iter().flat_map(|it| &it.cities).collect();
    for slug in not_ascn.keys() {
        let path = at!["not_ascn", slug];
        findings.expect(!files.slugs.contains(slug), path.clone(), || {
            format!("found \"{slug}\", which is a city of the network; expected another place")
        });
        findings.expect(named.contains(slug), path, || {
            "found a place that no programme names, expected one that is named".to_owned()
        });
    }
}
