//! What holds for the milestones, records and documents of the network: what they name is there.

use super::indicator::unknown_city;
use super::json::{at, Path};
use super::shape::nearest;
use super::{Files, Findings};
use crate::host::record;
use crate::model::{MeetingRecord, Network, PartnerWork};

/// What a conflict of the network may be about.
const SUBJECTS: [&str; 5] = ["membership", "chairs", "shepherds", "meetings", "projects"];

/// Checks what milestones, records, documents and conflicts name.
pub fn check(network: &Network, files: &Files, findings: &mut Findings<'_>) {
    for (index, milestone) in network.milestones.iter().enumerate() {
        let path = at!["milestones", index];
        cities(&milestone.cities, &path, files, findings);
        if let Some(id) = &milestone.part_of {
            known_milestone(network, id, path.to("part_of"), findings);
        }
        for (at, topic) in milestone.topics.iter().enumerate() {
            let path = path.to("topics").to(at).to("focus");
            findings.expect(!topic.focus.is_empty(), path, || {
                "found none, expected a focus area".to_owned()
            });
        }
    }
    let records = || network.records.iter().enumerate();
    findings.unique(records().map(|(at, it)| (at!["records", at, "meeting"], it.meeting.clone())));
    for (index, it) in records() {
        record_of(network, it, &at!["records", index], files, findings);
    }
    let documents = || network.documents.iter().enumerate();
    findings
        .unique(documents().map(|(at, it)| (at!["documents", at, "source"], it.source.clone())));
    for (index, document) in documents() {
        let key = &document.source;
        let path = at!["documents", index, "source"];
        findings.expect(network.sources.contains_key(key), path, || {
            let hint = nearest(key, network.sources.keys().map(String::as_str));
            format!("found \"{key}\", expected a key of \"sources\"{hint}")
        });
    }
    for (index, conflict) in network.conflicts.iter().enumerate() {
        if let Some(about) = conflict.about.as_deref() {
            let path = at!["conflicts", index, "about"];
            findings.expect(SUBJECTS.contains(&about), path, || {
                format!("found \"{about}\", expected {}", SUBJECTS.join(", "))
            });
        }
    }
}

/// Each slug is that of a city, and stands once.
fn cities(slugs: &[String], path: &Path, files: &Files, findings: &mut Findings<'_>) {
    let at = |index: usize| path.to("cities").to(index);
    findings.unique(slugs.iter().enumerate().map(|(index, it)| (at(index), it)));
    for (index, slug) in slugs.iter().enumerate() {
        findings.expect(files.slugs.contains(slug), at(index), || {
            unknown_city(slug, files)
        });
    }
}

fn known_milestone(network: &Network, id: &str, path: Path, findings: &mut Findings<'_>) {
    let ids = || network.milestones.iter().map(|it| it.id.as_str());
    findings.expect(ids().any(|it| it == id), path, || {
        let hint = nearest(id, ids());
        format!("found \"{id}\", expected the id of a milestone{hint}")
    });
}

fn record_of(
    network: &Network,
    it: &MeetingRecord,
    path: &Path,
    files: &Files,
    findings: &mut Findings<'_>,
) {
    known_milestone(network, &it.meeting, path.to("meeting"), findings);
    for (index, look) in it.looking_back.iter().enumerate() {
        for (at, id) in look.milestones.iter().enumerate() {
            let path = path.to("looking_back").to(index).to("milestones").to(at);
            known_milestone(network, id, path, findings);
        }
    }
    work(&it.partners, &path.to("partners"), files, findings);
    work(&it.support, &path.to("support"), files, findings);
    let then = path.to("network_then");
    for (index, slug) in it.network_then.own.iter().enumerate() {
        findings.expect(files.slugs.contains(slug), then.to("own").to(index), || {
            unknown_city(slug, files)
        });
    }
    for (index, presentation) in it.presentations.iter().enumerate() {
        let path = path.to("presentations").to(index);
        let slug = &presentation.city;
        let Some(city) = files.city(slug) else {
            findings.expect(files.slugs.contains(slug), path.to("city"), || {
                unknown_city(slug, files)
            });
            continue;
        };
        for (at, item) in presentation.items.iter().enumerate() {
            let path = path.to("items").to(at);
            if let Some(id) = &item.project {
                let ids = || city.value.projects.iter().map(|it| it.id.as_str());
                findings.expect(ids().any(|it| it == id), path.to("project"), || {
                    let hint = nearest(id, ids());
                    format!("found \"{id}\", expected a project of {}{hint}", city.name)
                });
            }
            if let Some(of) = &item.figure {
                let found = record::figure(&city.value, of, &network.sources, &item.sources);
                if let Err(error) = found {
                    findings.add(path.to("figure"), error.to_string());
                }
            }
        }
    }
}

/// Each programme is one of `programs.json`.
fn work(all: &[PartnerWork], path: &Path, files: &Files, findings: &mut Findings<'_>) {
    let Some(programs) = &files.programs else {
        return;
    };
    let ids = || programs.value.programs.iter().map(|it| it.id.as_str());
    for (index, it) in all.iter().enumerate() {
        for (at, id) in it.programs.iter().enumerate() {
            let path = path.to(index).to("programs").to(at);
            findings.expect(ids().any(|it| it == id), path, || {
                let hint = nearest(id, ids());
                format!("found \"{id}\", expected the id of a programme{hint}")
            });
        }
    }
}
