//! The record of a meeting with what it refers to: names of programmes and projects, and the values
//! of figures, which stand in the files of the cities.

use super::cite::Citations;
use super::cut_network::{city, missing, titled_city, titled_milestone};
use super::store::Store;
use super::{Error, Result};
use crate::model::cut_network::{
    FigureShown, Linked, NetworkShown, OtherValue, PresentationShown, PresentedShown, RecordShown,
    Titled,
};
use crate::model::{
    City, FigureRef, MeetingRecord, PartnerWork, Point, Presented, Series, SourceKeys, Sources,
};

/// The record as its page tells it, numbered in reading order.
///
/// # Errors
///
/// When it names a source, milestone, city, programme, project or figure that is not there.
pub(super) fn shown(
    store: &Store,
    record: &MeetingRecord,
    citations: &mut Citations,
) -> Result<RecordShown> {
    let known = &store.network.sources;
    let mut delegation = record.delegation.clone();
    citations.cite(known, &mut delegation.head.sources)?;
    citations.cite(known, &mut delegation.sources)?;
    let mut presentations = Vec::new();
    for presentation in &record.presentations {
        let mut items = Vec::new();
        for item in &presentation.items {
            items.push(presented(store, &presentation.city, item, citations)?);
        }
        presentations.push(PresentationShown {
            city: titled_city(store, &presentation.city)?,
            items,
        });
    }
    let mut looking_back = Vec::new();
    let mut topics = Vec::new();
    for it in &record.looking_back {
        let mut links = Vec::new();
        for id in &it.milestones {
            links.push(titled_milestone(store, id)?);
            let named = store.network.milestones.iter().filter(|it| it.id == *id);
            topics.extend(named.flat_map(|it| it.topics.iter().cloned()));
        }
        let mut sources = it.sources.clone();
        citations.cite(known, &mut sources)?;
        looking_back.push(Linked {
            text: it.text.clone(),
            links,
            sources,
        });
    }
    for topic in &mut topics {
        citations.cite(known, &mut topic.sources)?;
    }
    let partners = work(store, &record.partners, citations)?;
    let then = &record.network_then;
    let mut network_then = NetworkShown {
        cities: then.cities,
        states: then.states,
        own: then
            .own
            .iter()
            .map(|slug| titled_city(store, slug))
            .collect::<Result<_>>()?,
        sources: then.sources.clone(),
    };
    citations.cite(known, &mut network_then.sources)?;
    let support = work(store, &record.support, citations)?;
    let mut closing = record.closing.clone();
    citations.cite(known, &mut closing.sources)?;
    Ok(RecordShown {
        delegation,
        looking_back,
        topics,
        partners,
        network_then,
        presentations,
        support,
        closing,
    })
}

/// Work with partners and the programmes that it speaks of.
fn work(store: &Store, all: &[PartnerWork], citations: &mut Citations) -> Result<Vec<Linked>> {
    let mut shown = Vec::new();
    for it in all {
        let mut links = Vec::new();
        for id in &it.programs {
            let mut programs = store.programs.programs.iter();
            let program = programs.find(|it| it.id == *id);
            links.push(Titled {
                id: id.clone(),
                title: program
                    .ok_or_else(|| missing("programme", id))?
                    .name
                    .clone(),
                date: None,
            });
        }
        let mut sources = it.sources.clone();
        citations.cite(&store.network.sources, &mut sources)?;
        shown.push(Linked {
            text: it.text.clone(),
            links,
            sources,
        });
    }
    Ok(shown)
}

fn presented(
    store: &Store,
    slug: &str,
    item: &Presented,
    citations: &mut Citations,
) -> Result<PresentedShown> {
    let city = city(store, slug)?;
    let project = match &item.project {
        None => None,
        Some(id) => {
            let mut projects = city.projects.iter();
            let project = projects.find(|it| it.id == *id);
            Some(Titled {
                id: id.clone(),
                title: project.ok_or_else(|| missing("project", id))?.name.clone(),
                date: None,
            })
        }
    };
    let mut sources = item.sources.clone();
    citations.cite(&store.network.sources, &mut sources)?;
    let figure = match &item.figure {
        None => None,
        Some(of) => {
            let mut figure = figure(city, of, &store.network.sources, &item.sources)?;
            let own = [&mut figure.from, &mut figure.to];
            for point in own
                .into_iter()
                .chain(figure.others.iter_mut().map(|it| &mut it.point))
            {
                citations.cite(&city.sources, &mut point.sources)?;
            }
            Some(figure)
        }
    };
    Ok(PresentedShown {
        text: item.text.clone(),
        project,
        figure,
        sources,
    })
}

/// The values of a figure from the city's series that has them from one of the sources `by` of the
/// network's file; the keys of the values lead into the city's file.
///
/// # Errors
///
/// When the city has no such values.
pub(super) fn figure(
    city: &City,
    of: &FigureRef,
    known: &Sources,
    by: &SourceKeys,
) -> Result<FigureShown> {
    let none = || {
        let FigureRef {
            indicator,
            from,
            to,
        } = of;
        Error::Cut(format!(
            "cities/{}.json: no series of \"{indicator}\" has values for {from} and {to} from the \
             source of the record",
            city.id
        ))
    };
    let mut indicators = city.indicators.iter();
    let indicator = indicators
        .find(|it| it.id == of.indicator)
        .ok_or_else(none)?;
    let titles: Vec<&str> = by
        .iter()
        .filter_map(|key| Some(known.get(key)?.title.as_str()))
        .collect();
    let told = |point: &Point| {
        let mut sources = point.sources.iter().filter_map(|key| city.sources.get(key));
        sources.any(|it| titles.contains(&it.title.as_str()))
    };
    let value = |series: &Series, year: i32| {
        let point = series.points.iter().find(|it| it.year == year)?;
        let sources = series.sources_of(point).to_vec();
        Some(Point { sources, ..*point })
    };
    let pair = |series: &Series| {
        let (from, to) = (value(series, of.from)?, value(series, of.to)?);
        (told(&from) && told(&to)).then_some((from, to))
    };
    let place = indicator.series.iter().position(|it| pair(it).is_some());
    let place = place.ok_or_else(none)?;
    let (from, to) = indicator
        .series
        .get(place)
        .and_then(pair)
        .ok_or_else(none)?;
    let mut others = Vec::new();
    for (at, series) in indicator.series.iter().enumerate() {
        if let Some(point) = value(series, of.to).filter(|_| at != place) {
            let name = series.name.clone();
            others.push(OtherValue {
                name: name.unwrap_or_else(|| indicator.name.clone()),
                point,
            });
        }
    }
    Ok(FigureShown {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        unit: indicator.unit,
        from,
        to,
        others,
    })
}
