//! Cutting the network: its own page, one for each milestone, and its documents.

use super::cite::Citations;
use super::publish::sources;
use super::store::Store;
use super::{asean, record, Error, Result};
use crate::model::cut_network::{
    DocumentShown, DocumentsPage, MeetingPage, MemberShown, MembersOfYear, NetworkPage, Titled, Use,
};
use crate::model::{
    City, MemberCity, NetworkMilestone, NetworkMilestoneKind, OfficerRole, SourceKeys, Text,
};

/// `network.json`, numbered in the order in which the page tells it.
///
/// # Errors
///
/// When a fact names a source or a city that is not there.
pub fn page(store: &Store) -> Result<NetworkPage> {
    let network = &store.network;
    let known = &network.sources;
    let mut citations = Citations::default();
    let mut members = members(store);
    // First the network at a glance: its members now, its chair, its Shepherd, its foundation.
    let summit = |it: &&NetworkMilestone| it.kind == NetworkMilestoneKind::Summit;
    let glance = [
        members.last().map(|it| &it.sources),
        network.chairs.last().map(|it| &it.sources),
        network.shepherds.last().map(|it| &it.sources),
        network.milestones.iter().find(summit).map(|it| &it.sources),
    ];
    for keys in glance.into_iter().flatten() {
        citations.cite(known, &mut keys.clone())?;
    }
    let mut framework = network.framework.clone();
    citations.cite(known, &mut framework.sources)?;
    let mut focus_areas = network.focus_areas.clone();
    for area in &mut focus_areas {
        citations.cite(known, &mut area.sources)?;
    }
    let mut terms_of_reference = network.terms_of_reference.clone();
    citations.cite(known, &mut terms_of_reference.sources)?;
    for year in &mut members {
        citations.cite(known, &mut year.sources)?;
    }
    let mut cities = Vec::new();
    let mut joined: Vec<&MemberCity> = network.membership.cities.iter().collect();
    joined.sort_by_key(|it| it.joined);
    for member in joined {
        let city = city(store, &member.slug)?;
        let mut shown = MemberShown {
            id: city.id.clone(),
            name: name(city),
            country: city.country,
            joined: member.joined,
            officers: Vec::new(),
            sources: member.sources.clone(),
        };
        citations.cite(known, &mut shown.sources)?;
        cities.push((city, shown));
    }
    let mut representatives = asean::representatives(store);
    for it in &mut representatives {
        citations.cite(known, &mut it.officer.sources)?;
    }
    let mut shown = Vec::new();
    for (city, mut member) in cities {
        let held = || {
            city.officers
                .iter()
                .filter(|it| it.role == OfficerRole::Csco)
        };
        let newest = held().map(|it| it.as_of).max();
        member.officers = held()
            .filter(|it| Some(it.as_of) == newest)
            .cloned()
            .collect();
        citations.officers(&city.sources, &mut member.officers)?;
        shown.push(member);
    }
    let mut chairs = network.chairs.clone();
    for chair in &mut chairs {
        citations.cite(known, &mut chair.sources)?;
    }
    let mut shepherds = network.shepherds.clone();
    for shepherd in &mut shepherds {
        citations.cite(known, &mut shepherd.sources)?;
    }
    let mut milestones = network.milestones.clone();
    for it in &mut milestones {
        milestone(&mut citations, store, it)?;
    }
    let mut conflicts = network.conflicts.clone();
    for conflict in &mut conflicts {
        citations.cite(known, &mut conflict.sources)?;
    }
    Ok(NetworkPage {
        framework,
        focus_areas,
        terms_of_reference,
        members,
        cities: shown,
        representatives,
        chairs,
        shepherds,
        milestones,
        conflicts,
        sources: citations.into_sources(),
    })
}

/// Cites a milestone and its topics.
fn milestone(
    citations: &mut Citations,
    store: &Store,
    milestone: &mut NetworkMilestone,
) -> Result<()> {
    let known = &store.network.sources;
    citations.cite(known, &mut milestone.sources)?;
    milestone
        .topics
        .iter_mut()
        .try_for_each(|topic| citations.cite(known, &mut topic.sources))
}

/// The number of members in each year, counted from the years in which cities joined; `check` holds
/// it equal to the totals. The keys still lead into the network's file.
fn members(store: &Store) -> Vec<MembersOfYear> {
    let membership = &store.network.membership;
    let years = || membership.cities.iter().map(|it| it.joined);
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return Vec::new();
    };
    let count = |is: &dyn Fn(i32) -> bool| {
        u32::try_from(years().filter(|it| is(*it)).count()).unwrap_or(u32::MAX)
    };
    (first..=last)
        .map(|year| {
            let total = membership.totals.iter().find(|it| it.year == year);
            MembersOfYear {
                year,
                before: count(&|it| it < year),
                joined: count(&|it| it == year),
                note: total.and_then(|it| it.note.clone()),
                sources: total.map_or_else(|| common(store, year), |it| it.sources.clone()),
            }
        })
        .collect()
}

/// The sources that name every city that had joined by the end of `year`.
fn common(store: &Store, year: i32) -> SourceKeys {
    let members = || {
        let cities = store.network.membership.cities.iter();
        cities.filter(|it| it.joined <= year)
    };
    let Some(first) = members().next() else {
        return SourceKeys::new();
    };
    let in_all = |key: &&String| members().all(|it| it.sources.contains(key));
    first.sources.iter().filter(in_all).cloned().collect()
}

/// The pages of all milestones, in order of time.
///
/// # Errors
///
/// When something names a source, city, programme, project or figure that is not there.
pub fn meetings(store: &Store) -> Result<Vec<MeetingPage>> {
    let all = &store.network.milestones;
    all.iter().map(|it| meeting(store, it)).collect()
}

fn meeting(store: &Store, of: &NetworkMilestone) -> Result<MeetingPage> {
    let all = &store.network.milestones;
    let mut citations = Citations::default();
    let mut milestone = of.clone();
    self::milestone(&mut citations, store, &mut milestone)?;
    let records = &store.network.records;
    let record = records
        .iter()
        .find(|it| it.meeting == of.id)
        .map(|it| record::shown(store, it, &mut citations))
        .transpose()?;
    let alike =
        |it: &&NetworkMilestone| it.kind == of.kind && it.number.is_some() == of.number.is_some();
    let place = all.iter().filter(alike).position(|it| it.id == of.id);
    let neighbour = |step: &dyn Fn(usize) -> Option<usize>| {
        let at = step(place?)?;
        all.iter().filter(alike).nth(at).map(titled)
    };
    Ok(MeetingPage {
        milestone,
        cities: of
            .cities
            .iter()
            .map(|slug| titled_city(store, slug))
            .collect::<Result<_>>()?,
        decided: all
            .iter()
            .filter(|it| it.part_of.as_ref() == Some(&of.id))
            .map(titled)
            .collect(),
        part_of: of
            .part_of
            .as_ref()
            .map(|id| titled_milestone(store, id))
            .transpose()?,
        before: neighbour(&|at| at.checked_sub(1)),
        after: neighbour(&|at| at.checked_add(1)),
        record,
        sources: citations.into_sources(),
    })
}

fn titled(milestone: &NetworkMilestone) -> Titled {
    Titled {
        id: milestone.id.clone(),
        title: milestone.title.clone(),
        date: Some(milestone.date),
    }
}

/// A milestone by its identifier.
pub(super) fn titled_milestone(store: &Store, id: &str) -> Result<Titled> {
    let mut all = store.network.milestones.iter();
    all.find(|it| it.id == id)
        .map(titled)
        .ok_or_else(|| missing("milestone", id))
}

/// A city by its slug.
pub(super) fn titled_city(store: &Store, slug: &str) -> Result<Titled> {
    let city = city(store, slug)?;
    Ok(Titled {
        id: city.id.clone(),
        title: name(city),
        date: None,
    })
}

/// The data of a city.
pub(super) fn city<'s>(store: &'s Store, slug: &str) -> Result<&'s City> {
    let mut cities = store.cities.iter();
    cities
        .find(|it| it.id == slug)
        .ok_or_else(|| missing("city", slug))
}

/// The error that says what the network names and nothing is.
pub(super) fn missing(what: &str, id: &str) -> Error {
    Error::Cut(format!(
        "the network names a {what} \"{id}\", and there is none"
    ))
}

fn name(city: &City) -> Text {
    Text {
        en: city.name.en.clone(),
        id: city.name.id.clone(),
    }
}

/// `documents.json`: what rests on each document, counted as in the published list of sources. The
/// same address is the same document, whatever title a file gives it.
///
/// # Errors
///
/// When a document is no source of the network's file.
pub fn documents(store: &Store) -> Result<DocumentsPage> {
    let mut files = Vec::new();
    for city in &store.cities {
        files.push(json(format!("cities/{}.json", city.id), city)?);
    }
    for indicator in &store.indicators {
        files.push(json(
            format!("indicators/{}.json", indicator.id),
            indicator,
        )?);
    }
    files.push(json("network.json".to_owned(), &store.network)?);
    files.push(json("programs.json".to_owned(), &store.programs)?);
    let listed = sources::list(&files)?;
    let mut documents = Vec::new();
    for document in &store.network.documents {
        let source = store.network.sources.get(&document.source);
        let source = source.ok_or_else(|| missing("source", &document.source))?;
        let facts = |file: &str| -> u32 {
            let same = listed.iter().filter(|it| {
                it.source.url == source.url
                    && (source.url.is_some() || it.source.title == source.title)
            });
            let supports = same
                .flat_map(|it| &it.supports)
                .filter(|it| it.file == file);
            let facts: usize = supports.flat_map(|it| it.facts.values()).sum();
            u32::try_from(facts).unwrap_or(u32::MAX)
        };
        let used = |id: &str, name: Text, facts: u32| {
            (facts > 0).then(|| Use {
                id: id.to_owned(),
                name,
                facts,
            })
        };
        documents.push(DocumentShown {
            kind: document.kind,
            summary: document.summary.clone(),
            source: source.clone(),
            network: facts("network.json"),
            programs: facts("programs.json"),
            cities: store
                .cities
                .iter()
                .filter_map(|it| used(&it.id, name(it), facts(&format!("cities/{}.json", it.id))))
                .collect(),
            indicators: store
                .indicators
                .iter()
                .filter_map(|it| {
                    let file = format!("indicators/{}.json", it.id);
                    used(&it.id, it.name.clone(), facts(&file))
                })
                .collect(),
        });
    }
    Ok(DocumentsPage { documents })
}

/// A file of the data set as it is read from disk.
fn json<T: serde::Serialize>(name: String, value: &T) -> Result<(String, Vec<u8>)> {
    serde_json::to_vec(value)
        .map_err(|error| Error::Cut(format!("{name}: {error}")))
        .map(|bytes| (name, bytes))
}
