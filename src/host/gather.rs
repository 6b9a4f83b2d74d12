//! Gathering: every indicator of the explorer with the series of all its places.
//!
//! Three kinds come together: the files of `indicators/`, the topics of cities' files (those of one
//! identifier over all cities become one indicator), and what the network's reports count.

use std::collections::BTreeMap;

use super::finder::Finder;
use super::store::Store;
use super::topics::{self, Entry};
use super::{cut, Error, Result};
use crate::model::cut::OwnWords;
use crate::model::{City, Indicator, Level, Point, Series, SourceKeys, Sources, Text, Topic};

/// An indicator before the sources of its page are numbered.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The indicator; keys of sources lead into `pool`.
    pub indicator: Indicator,
    /// What it is about.
    pub topic: Topic,
    /// What cities say of their own figures.
    pub own_words: Vec<OwnWords>,
    /// Sources, perhaps more than are used.
    pub pool: Sources,
}

/// The identifier in the explorer of a topic of cities' files.
///
/// A file of countries may have the same identifier and measure another way; then the cities' topic
/// is `city-<id>`.
#[must_use]
pub fn city_topic(store: &Store, id: &str) -> String {
    let taken = |it: &Indicator| it.level == Some(Level::Country) && it.id == id;
    if store.indicators.iter().any(taken) {
        format!("city-{id}")
    } else {
        id.to_owned()
    }
}

/// Every indicator of the explorer, in the order of `indicators/index.json`.
///
/// # Errors
///
/// When an indicator has no topic, or a topic no indicator; when files give one indicator different
/// units, or different names without a common one.
pub fn gather(store: &Store) -> Result<Vec<Gathered>> {
    let mut all = Vec::new();
    for indicator in &store.indicators {
        if indicator.level == Some(Level::Country) {
            let (mut indicator, pool) = (indicator.clone(), indicator.sources.clone());
            indicator.sources = Sources::new();
            let topic = decided(&indicator.id)?.topic;
            all.push(Gathered {
                indicator,
                topic,
                own_words: Vec::new(),
                pool,
            });
        }
    }
    all.extend(of_cities(store)?);
    all.extend(counted_by_reports(store)?);
    for entry in topics::ENTRIES {
        let count = all.iter().filter(|it| it.indicator.id == entry.id).count();
        if count != 1 {
            return Err(Error::Cut(format!(
                "topics.rs: \"{}\" names {count} indicators, expected one",
                entry.id
            )));
        }
    }
    all.sort_by_cached_key(|it| {
        let places = super::choice::places(&it.indicator).len();
        (
            it.topic,
            it.indicator.level == Some(Level::City),
            std::cmp::Reverse(places),
            it.indicator.id.clone(),
        )
    });
    Ok(all)
}

/// What was decided for an indicator.
fn decided(id: &str) -> Result<&'static Entry> {
    topics::entry(id)
        .ok_or_else(|| Error::Cut(format!("indicator \"{id}\" has no topic in topics.rs")))
}

/// An indicator with the figures of one city.
type OfCity<'a> = (&'a City, Indicator);

/// The indicators of cities: those of `indicators/` and those of cities' own files.
fn of_cities(store: &Store) -> Result<Vec<Gathered>> {
    let found = Finder::new(store);
    let mut by_id: BTreeMap<String, (Vec<OfCity<'_>>, Sources)> = BTreeMap::new();
    for city in &store.cities {
        let mut of_city = Sources::new();
        for indicator in cut::figures(&found, city, &mut of_city)? {
            let id = city_topic(store, &indicator.id);
            let (figures, pool) = by_id.entry(id).or_default();
            // What this indicator rests on, and no more: the sources of all cities for each
            // indicator would be too many.
            for series in &indicator.series {
                let points = series.points.iter().flat_map(|it| &it.sources);
                for key in series.sources.iter().chain(points) {
                    if let Some((key, source)) = of_city.get_key_value(key) {
                        pool.entry(key.clone()).or_insert_with(|| source.clone());
                    }
                }
            }
            let about = Some(indicator.id.as_str());
            let conflicts = city.conflicts.iter();
            for conflict in conflicts.filter(|it| it.about.as_deref() == about) {
                for key in &conflict.sources {
                    if let Some(source) = city.sources.get(key) {
                        let key = cut::pooled_key(&cut::city_file(&city.id), key);
                        pool.insert(key, source.clone());
                    }
                }
            }
            figures.push((city, indicator));
        }
    }
    by_id
        .into_iter()
        .map(|(id, (figures, mut pool))| {
            let entry = decided(&id)?;
            let compiled = store.indicators.iter().find(|it| it.id == id);
            let mut indicator = together(entry, &figures, compiled)?;
            if let Some(compiled) = compiled {
                outside(store, compiled, &mut indicator, &mut pool);
            }
            Ok(Gathered {
                topic: entry.topic,
                own_words: own_words(&indicator, &figures),
                indicator,
                pool,
            })
        })
        .collect()
}

/// The figures of several cities as one indicator.
fn together(
    entry: &Entry,
    figures: &[(&City, Indicator)],
    compiled: Option<&Indicator>,
) -> Result<Indicator> {
    let wrong = |what: &str| Error::Cut(format!("indicator \"{}\": {what}", entry.id));
    let (_, first) = figures.first().ok_or_else(|| wrong("no figures"))?;
    let mut indicator = compiled.unwrap_or(first).clone();
    entry.id.clone_into(&mut indicator.id);
    indicator.level = Some(Level::City);
    indicator.series = Vec::new();
    indicator.sources = Sources::new();
    if compiled.is_none() {
        // Some cities' files leave the direction open.
        let said = || figures.iter().filter_map(|(_, it)| it.better);
        indicator.better = said().next();
        if said().any(|it| Some(it) != indicator.better) {
            return Err(wrong("cities see different directions as an improvement"));
        }
        let alike = figures.iter().all(|(_, it)| it.name == first.name);
        match (alike, entry.text()) {
            (true, None) => {}
            (false, Some(name)) => indicator.name = name,
            (true, Some(_)) => return Err(wrong("needs no name in topics.rs")),
            (false, None) => return Err(wrong("cities name it differently: name it in topics.rs")),
        }
    }
    for (city, figure) in figures {
        // A city's file seldom names the bounds of a value; what it names must fit.
        let fits = figure.range.is_none() || figure.range == indicator.range;
        let same = |it: &Indicator| {
            (
                it.unit,
                it.scope,
                it.projection_from,
                it.break_before,
                it.derived,
            )
        };
        if !fits || same(figure) != same(&indicator) {
            return Err(wrong(&format!("{} measures another way", city.id)));
        }
        indicator.series.extend(figure.series.iter().cloned());
    }
    Ok(indicator)
}

/// Adds the series of places outside the network, with their names.
fn outside(store: &Store, compiled: &Indicator, indicator: &mut Indicator, pool: &mut Sources) {
    let file = format!("indicators/{}", compiled.id);
    let mut pooled = cut::pool_sources(pool, &file, compiled.clone());
    pooled.series.retain(|it| it.not_ascn);
    for mut series in pooled.series {
        series.name = series
            .name
            .or_else(|| Some(name_outside(store, &series.place)));
        indicator.series.push(series);
    }
}

/// The name of a place outside the network: as programmes call it, else from its identifier.
fn name_outside(store: &Store, place: &str) -> Text {
    if let Some(known) = store.programs.not_ascn.get(place) {
        return Text {
            en: known.en.clone(),
            id: known.id.clone(),
        };
    }
    let mut name = String::new();
    for word in place.split('-') {
        if !name.is_empty() {
            name.push(' ');
        }
        let mut letters = word.chars();
        name.extend(letters.next().map(|it| it.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    Text {
        en: name.clone(),
        id: name,
    }
}

/// What the cities' own files say beyond the words of the indicator.
fn own_words(indicator: &Indicator, figures: &[(&City, Indicator)]) -> Vec<OwnWords> {
    let words = |(city, figure): &(&City, Indicator)| {
        let about = Some(figure.id.as_str());
        let file = cut::city_file(&city.id);
        let own = city.indicators.iter().find(|it| it.id == figure.id);
        let name = own.map(|it| &it.name).filter(|it| **it != indicator.name);
        let description = own.and_then(|it| it.description.as_ref());
        let mut words = OwnWords {
            place: city.id.clone(),
            name: name.cloned(),
            description: description
                .filter(|it| Some(*it) != indicator.description.as_ref())
                .cloned(),
            conflicts: Vec::new(),
        };
        for conflict in city
            .conflicts
            .iter()
            .filter(|it| it.about.as_deref() == about)
        {
            let mut conflict = conflict.clone();
            for key in &mut conflict.sources {
                *key = cut::pooled_key(&file, key);
            }
            words.conflicts.push(conflict);
        }
        let says = words.name.is_some() || words.description.is_some();
        (says || !words.conflicts.is_empty()).then_some(words)
    };
    figures.iter().filter_map(words).collect()
}

/// How many projects of each city the network's reports list, as the topic of cities' files that
/// repeats them. The reports speak for more cities than the files do.
fn counted_by_reports(store: &Store) -> Result<Option<Gathered>> {
    let id = cut::COUNTED_BY_REPORTS;
    let mut own = store.cities.iter().flat_map(|city| &city.indicators);
    let Some(named) = own.find(|it| it.id == id) else {
        return Ok(None);
    };
    let mut series = Vec::new();
    for city in &store.cities {
        let mut points: Vec<Point> = Vec::new();
        for count in cut::project_counts(store, &city.id) {
            // Of two reports in one year the later one counts.
            points.retain(|it| it.year != count.year);
            points.push(Point {
                year: count.year,
                value: f64::from(count.counts.total),
                sources: count.sources,
            });
        }
        if !points.is_empty() {
            series.push(Series {
                place: city.id.clone(),
                id: None,
                name: None,
                area: None,
                not_ascn: false,
                points,
                sources: SourceKeys::new(),
            });
        }
    }
    Ok(Some(Gathered {
        topic: decided(id)?.topic,
        own_words: Vec::new(),
        indicator: Indicator {
            description: Some(Text {
                en: "How many projects of the city the network’s monitoring report of the year lists, counted in the report. Cities that a report does not name have no value for its year.".to_owned(),
                id: "Banyaknya proyek kota dalam laporan pemantauan jejaring tahun itu, dihitung dari laporan. Kota yang tidak disebut dalam suatu laporan tidak memiliki nilai untuk tahunnya.".to_owned(),
            }),
            level: Some(Level::City),
            series,
            sources: Sources::new(),
            ..named.clone()
        },
        pool: store.network.sources.clone(),
    }))
}
