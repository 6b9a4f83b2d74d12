//! Cutting for the explorer: the list of indicators and a file for each of them.

use super::choice;
use super::cite::Citations;
use super::gather::Gathered;
use super::{topics, Error, Result};
use crate::i18n::Named as _;
use crate::model::cut::{IndicatorEntry, IndicatorIndex, IndicatorPage};
use crate::model::{Indicator, Lang, Level, Point, Series, SourceKeys, Topic};

/// How many values a sparkline has at most.
const SPARK: usize = 16;

/// `indicators/index.json`, from every [`page`] in its order.
///
/// # Errors
///
/// When an indicator has no values, or a value names a source that is not there.
pub fn index(pages: &[IndicatorPage]) -> Result<IndicatorIndex> {
    let indicators = pages.iter().map(entry).collect::<Result<_>>()?;
    Ok(IndicatorIndex { indicators })
}

/// Every `indicators/<id>.json`, in the order of the list.
///
/// # Errors
///
/// As [`page`].
pub fn pages(all: &[Gathered]) -> Result<Vec<IndicatorPage>> {
    let named = |it: &Gathered| {
        let id = &it.indicator.id;
        page(it).map_err(|error| Error::Cut(format!("indicators/{id}.json: {error}")))
    };
    all.iter().map(named).collect()
}

/// `indicators/<id>.json`.
///
/// # Errors
///
/// When the indicator has no values, or a value names a source that is not there.
pub fn page(gathered: &Gathered) -> Result<IndicatorPage> {
    let mut indicator = gathered.indicator.clone();
    let common_year = choice::common_year(&indicator).ok_or_else(|| no_values(&indicator))?;
    let default_places = choice::default_places(&indicator);
    let mut citations = Citations::default();
    citations.indicator(&gathered.pool, &mut indicator)?;
    let mut own_words = gathered.own_words.clone();
    for conflict in own_words.iter_mut().flat_map(|it| &mut it.conflicts) {
        citations.cite(&gathered.pool, &mut conflict.sources)?;
    }
    indicator.sources = citations.into_sources();
    Ok(IndicatorPage {
        indicator,
        topic: gathered.topic,
        default_places,
        common_year,
        own_words,
    })
}

fn no_values(indicator: &Indicator) -> Error {
    Error::Cut(format!("indicator \"{}\" has no values", indicator.id))
}

/// An indicator in the list.
fn entry(page: &IndicatorPage) -> Result<IndicatorEntry> {
    let indicator = &page.indicator;
    let none = || no_values(indicator);
    let years = || {
        let points = indicator.series.iter().flat_map(|it| &it.points);
        points.map(|point| point.year)
    };
    let place = page.default_places.first().ok_or_else(none)?.clone();
    let (series, newest) = newest(indicator, &place).ok_or_else(none)?;
    let mut publishers: Vec<String> = Vec::new();
    for key in series.sources_of(newest) {
        let source = indicator.sources.get(key);
        let source = source.ok_or_else(|| Error::Cut(format!("no source \"{key}\"")))?;
        if !publishers.contains(&source.publisher) {
            publishers.push(source.publisher.clone());
        }
    }
    let bare = |point: &Point| Point {
        sources: SourceKeys::new(),
        ..*point
    };
    let shown = |point: &&Point| point.year <= newest.year;
    let values: Vec<Point> = series.points.iter().filter(shown).map(bare).collect();
    let from = values.len().saturating_sub(SPARK);
    let spark = values.into_iter().skip(from).collect::<Vec<_>>();
    let spark = if spark.len() > 1 { spark } else { Vec::new() };
    let first = spark.first().map(|point| point.year);
    let is_inside = |year: &i32| first.is_some_and(|it| it < *year) && *year <= newest.year;
    let break_at = indicator.break_before.filter(is_inside);
    let places = choice::places(indicator).len();
    Ok(IndicatorEntry {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        aliases: aliases(&indicator.id, page.topic),
        topic: page.topic,
        unit: indicator.unit,
        level: indicator.level.unwrap_or(Level::City),
        scope: indicator.scope,
        places: u32::try_from(places).unwrap_or(u32::MAX),
        first: years().min().ok_or_else(none)?,
        last: years().max().ok_or_else(none)?,
        place,
        latest: bare(newest),
        publishers,
        spark,
        break_at,
    })
}

/// What readers type for an indicator beside its names: other words, and the names of its topic in
/// every language, of which the app knows only one.
fn aliases(id: &str, topic: Topic) -> String {
    let topic = Lang::ALL.map(|lang| topic.key().text(lang)).join(" ");
    [topics::aliases(id), " ", &topic]
        .concat()
        .trim()
        .to_owned()
}

/// The newest measured value of a place, else its newest projection; of several series that of the
/// first.
fn newest<'a>(indicator: &'a Indicator, place: &str) -> Option<(&'a Series, &'a Point)> {
    let mut best: Option<(&Series, &Point)> = None;
    for series in indicator.series.iter().filter(|it| it.place == place) {
        for point in &series.points {
            let rank = |it: &Point| (choice::is_measured(indicator, it.year), it.year);
            if best.is_none_or(|(_, known)| rank(point) > rank(known)) {
                best = Some((series, point));
            }
        }
    }
    best
}
