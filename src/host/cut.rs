//! Cutting: from the data set to the files that a page loads.

use std::cmp::Reverse;

use super::cite::Citations;
use super::finder::Finder;
use super::store::Store;
use super::{merge, topics, Error, Result};
use crate::i18n::Named as _;
use crate::model::cut::{CityPage, CountryPage, Index, IndexCity, ProjectCount};
use crate::model::{
    City, CityName, Country, FocusArea, Indicator, Lang, Level, Program, ProjectStatus, SourceKeys,
    Sources,
};

/// Identifier of the topic that repeats what reports say; pages show the reports instead.
pub(super) const COUNTED_BY_REPORTS: &str = "ascn-projects";

/// `index.json`; `indicators` is the number of those with a page of their own.
///
/// # Errors
///
/// When the data set has no sources and so no date.
pub fn index(store: &Store, indicators: usize) -> Result<Index> {
    Ok(Index {
        data_date: store
            .data_date()
            .ok_or_else(|| Error::Cut("the data set has no sources".to_owned()))?,
        cities: store
            .cities
            .iter()
            .map(|it| index_city(store, it))
            .collect(),
        programs: store.programs.programs.len(),
        indicators,
    })
}

/// What readers type for a city beside its names: other names, and those of its country in every
/// language, of which the app knows only one.
pub(super) fn aliases(city: &City) -> Vec<String> {
    let mut aliases = city.aliases.clone();
    for lang in Lang::ALL {
        let country = city.country.key().text(lang).to_owned();
        if !aliases.contains(&country) {
            aliases.push(country);
        }
    }
    aliases
}

/// A city in the directory.
fn index_city(store: &Store, city: &City) -> IndexCity {
    let count = |status: ProjectStatus| {
        let projects = city.projects.iter().filter(|it| it.status == status);
        u32::try_from(projects.count()).unwrap_or(u32::MAX)
    };
    IndexCity {
        id: city.id.clone(),
        name: CityName {
            sources: SourceKeys::new(),
            ..city.name.clone()
        },
        aliases: aliases(city),
        country: city.country,
        joined: city.joined.year,
        lat: city.location.lat,
        lon: city.location.lon,
        focus: FocusArea::ALL
            .into_iter()
            .filter(|area| city.projects.iter().any(|it| it.focus.contains(area)))
            .collect(),
        projects: ProjectStatus::ALL.map(count),
        uncounted: project_counts(store, &city.id).is_empty(),
    }
}

/// `cities/<slug>.json`.
///
/// # Errors
///
/// When a fact names a source that is not there, or two files give an indicator different units.
pub fn city_page(found: &Finder<'_>, city: &City) -> Result<CityPage> {
    let store = found.store;
    let mut city = city.clone();
    let mut citations = Citations::default();
    citations.city(&mut city)?;

    // The order depends on the merged series and the numbers on the order: merge first with keys
    // that name the file as well, number afterwards.
    let mut pool = Sources::new();
    let mut pooled = figures(found, &city, &mut pool)?;
    merge::order(&mut pooled);
    for indicator in &mut pooled {
        citations.indicator(&pool, indicator)?;
    }
    city.indicators = pooled;
    for conflict in &mut city.conflicts {
        citations.cite(&city.sources, &mut conflict.sources)?;
    }

    let mut project_counts = project_counts(store, &city.id);
    for count in &mut project_counts {
        citations.cite(&store.network.sources, &mut count.sources)?;
    }
    let programs = found.programs(&city.id).iter();
    let mut programs: Vec<Program> = programs.map(|it| (*it).clone()).collect();
    programs.sort_by_key(|program| program.start);
    for program in &mut programs {
        citations.program(&store.programs.sources, program)?;
    }
    citations.officers(&city.sources, &mut city.officers)?;
    city.sources = citations.into_sources();
    Ok(CityPage {
        city,
        programs,
        project_counts,
    })
}

/// The figures of a city from its own file and from `indicators/`, merged by topic, with keys into
/// `pool` that name the file as well. What the network's reports count stands elsewhere.
///
/// # Errors
///
/// When two files give an indicator different units.
pub(super) fn figures(
    found: &Finder<'_>,
    city: &City,
    pool: &mut Sources,
) -> Result<Vec<Indicator>> {
    let file = city_file(&city.id);
    let mut figures = Vec::new();
    for own in &city.indicators {
        if own.id != COUNTED_BY_REPORTS {
            let sources = city.sources.clone();
            let own = own.clone();
            figures.push(pool_sources(pool, &file, Indicator { sources, ..own }));
        }
    }
    for compiled in found.indicators(Level::City, &city.id) {
        let compiled = pool_sources(pool, &format!("indicators/{}", compiled.id), compiled);
        match figures.iter().position(|own| own.id == compiled.id) {
            None => figures.push(compiled),
            Some(at) => {
                let own = figures.remove(at);
                figures.insert(at, merge::merge(own, compiled)?);
            }
        }
    }
    Ok(figures)
}

/// The file of a city, as keys in a pool name it.
pub(super) fn city_file(slug: &str) -> String {
    format!("cities/{slug}")
}

/// `countries/<ISO3>.json`.
///
/// # Errors
///
/// When a fact names a source that is not there.
pub fn country_page(found: &Finder<'_>, country: Country) -> Result<CountryPage> {
    let store = found.store;
    let mut citations = Citations::default();
    let mut representatives: Vec<_> = store
        .network
        .members
        .iter()
        .filter(|member| member.country == country)
        .flat_map(|member| member.representatives.iter().cloned())
        .collect();
    citations.officers(&store.network.sources, &mut representatives)?;
    let mut indicators = found.indicators(Level::Country, country.code());
    // As in the list of indicators: by topic and those of many places first, not by identifiers,
    // which no reader sees.
    let places = |id: &str| {
        let mut all = store.indicators.iter();
        all.find(|it| it.id == id).map_or(0, |it| it.series.len())
    };
    indicators.sort_by_key(|it| (topics::place(&it.id), Reverse(places(&it.id))));
    for indicator in &mut indicators {
        let sources = std::mem::take(&mut indicator.sources);
        citations.indicator(&sources, indicator)?;
    }
    Ok(CountryPage {
        country,
        representatives,
        indicators,
        sources: citations.into_sources(),
    })
}

/// Moves the sources of `indicator` into `pool` under keys that name `file`.
pub(super) fn pool_sources(pool: &mut Sources, file: &str, mut indicator: Indicator) -> Indicator {
    let pooled = |key: &String| pooled_key(file, key);
    for (key, source) in std::mem::take(&mut indicator.sources) {
        pool.insert(pooled(&key), source);
    }
    for series in &mut indicator.series {
        series.sources = series.sources.iter().map(pooled).collect();
        for point in &mut series.points {
            point.sources = point.sources.iter().map(pooled).collect();
        }
    }
    indicator
}

/// The key in a pool of the source that `file` calls `key`.
pub(super) fn pooled_key(file: &str, key: &str) -> String {
    format!("{file}#{key}")
}

/// What each report counts for a city, in order of time.
pub(super) fn project_counts(store: &Store, slug: &str) -> Vec<ProjectCount> {
    let mut reports: Vec<_> = store.network.reports.iter().collect();
    reports.sort_by_key(|report| report.date);
    reports
        .into_iter()
        .filter_map(|report| {
            Some(ProjectCount {
                year: i32::from(report.date.year),
                report: report.title.clone(),
                counts: *report.by_city.get(slug)?,
                method: report.method.clone(),
                sources: report.sources.clone(),
            })
        })
        .collect()
}
