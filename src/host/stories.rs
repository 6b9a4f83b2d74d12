//! Telling stories: from the names of values to their numbers in words, with sources.

use super::cite::Citations;
use super::Error;
use crate::i18n::{number, quantity};
use crate::model::cut_home::{HomeNumber, HomeStory};
use crate::model::story::{
    ReportedCount, StoriesFile, Story, StoryFigure, StoryNumber, StorySeries, StoryValue,
};
use crate::model::{City, Indicator, Lang, Network, ProgramsFile, SourceKeys, Sources, Text, Unit};
use crate::route::{Address, Route};

/// What stories draw on.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Cities.
    pub cities: &'a [&'a City],
    /// Indicators of many places.
    pub indicators: &'a [&'a Indicator],
    /// Partner programmes.
    pub programs: &'a ProgramsFile,
    /// The network.
    pub network: &'a Network,
}

/// A value that was found.
struct Value<'a> {
    amount: f64,
    unit: Option<Unit>,
    year: Option<i32>,
    /// Keys into `from`; none for what is counted in the atlas.
    sources: SourceKeys,
    from: Option<&'a Sources>,
}

/// A mistake: the path inside the story, and what was found and expected.
pub type Mistake = (Vec<String>, String);

/// What may fail to be found, in words.
type Found<T> = std::result::Result<T, String>;

/// Every mistake of a story; none for one that can be told.
#[must_use]
pub fn mistakes(story: &Story, facts: Facts<'_>) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let at = |path: &[&str]| path.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    for (name, value) in &story.values {
        if let Err(message) = facts.value(value) {
            mistakes.push((at(&["values", name]), message));
        }
    }
    let mut texts = vec![(at(&["title"]), &story.title), (at(&["text"]), &story.text)];
    match &story.figure {
        StoryFigure::Lines(series) => {
            if let Err(message) = facts.lines(series) {
                mistakes.push((at(&["figure", "lines"]), message));
            }
        }
        StoryFigure::ProjectTotals {} => {}
        StoryFigure::Pair(numbers) => {
            for (place, it) in numbers.iter().enumerate() {
                let place = place.to_string();
                if !story.values.contains_key(&it.value) {
                    let message = format!(
                        "found \"{}\", expected one of the story's values: {}",
                        it.value,
                        names(story)
                    );
                    mistakes.push((at(&["figure", "pair", &place, "value"]), message));
                }
                texts.push((at(&["figure", "pair", &place, "label"]), &it.label));
            }
        }
    }
    let mut named = Vec::new();
    for (path, text) in &texts {
        for lang in Lang::ALL {
            for place in places(text.get(lang)) {
                let (name, part) = split(place);
                named.push(name.to_owned());
                let known = story.values.contains_key(name);
                if !known || !matches!(part, "" | "year" | "number") {
                    let message = format!(
                        "found {{{place}}}, expected one of the story's values, alone or with \
                         .year or .number: {}",
                        names(story)
                    );
                    mistakes.push(([path.as_slice(), &at(&[lang.tag()])].concat(), message));
                }
            }
        }
    }
    for name in story.values.keys().filter(|it| !named.contains(*it)) {
        let shown = match &story.figure {
            StoryFigure::Pair(numbers) => numbers.iter().any(|it| it.value == *name),
            _ => false,
        };
        if !shown {
            let message = "found a value that no text names, expected one that is used".to_owned();
            mistakes.push((at(&["values", name]), message));
        }
    }
    let (path, query) = story.to.split_once('?').unwrap_or((&story.to, ""));
    let route = Address::parse(&["en/", path].concat(), query).1;
    if matches!(route, Route::NotFound(_) | Route::Home) {
        let message = format!(
            "found \"{}\", expected the address of a page below the language, such as \
             cities/sumedang/",
            story.to
        );
        mistakes.push((at(&["to"]), message));
    }
    mistakes
}

fn names(story: &Story) -> String {
    story.values.keys().cloned().collect::<Vec<_>>().join(", ")
}

/// The stories with their values in place, cited in order.
///
/// # Errors
///
/// When a value cannot be found.
pub fn tell(
    file: &StoriesFile,
    facts: Facts<'_>,
    citations: &mut Citations,
) -> super::Result<Vec<HomeStory>> {
    let mut told = Vec::new();
    for story in &file.stories {
        if let Some((path, message)) = mistakes(story, facts).into_iter().next() {
            let path = path.join(".");
            return Err(Error::Cut(format!(
                "stories.json: {}: {path}: {message}",
                story.id
            )));
        }
        let wrong = |message: String| Error::Cut(format!("stories.json: {}: {message}", story.id));
        let mut sources = SourceKeys::new();
        let mut add = |keys: &SourceKeys| {
            for key in keys {
                if !sources.contains(key) {
                    sources.push(key.clone());
                }
            }
        };
        for value in story.values.values() {
            let mut value = facts.value(value).map_err(wrong)?;
            if let Some(from) = value.from {
                citations.cite(from, &mut value.sources)?;
                add(&value.sources);
            }
        }
        let chart = match &story.figure {
            StoryFigure::Lines(series) => Some(facts.lines(series).map_err(wrong)?),
            StoryFigure::ProjectTotals {} => Some(facts.project_totals()),
            StoryFigure::Pair(_) => None,
        };
        let chart = match chart {
            Some((mut indicator, from)) => {
                citations.indicator(from, &mut indicator)?;
                for series in &indicator.series {
                    add(&series.sources);
                    series.points.iter().for_each(|it| add(&it.sources));
                }
                Some(indicator)
            }
            None => None,
        };
        let filled = |text: &Text| -> super::Result<Text> {
            Ok(Text {
                en: facts.fill(story, &text.en, Lang::En).map_err(wrong)?,
                id: facts.fill(story, &text.id, Lang::Id).map_err(wrong)?,
            })
        };
        let mut numbers = Vec::new();
        if let StoryFigure::Pair(pair) = &story.figure {
            for StoryNumber { value, label } in pair {
                let place = ["{", value, "}"].concat();
                let text = Text {
                    en: place.clone(),
                    id: place,
                };
                numbers.push(HomeNumber {
                    value: filled(&text)?,
                    label: filled(label)?,
                });
            }
        }
        told.push(HomeStory {
            id: story.id.clone(),
            title: filled(&story.title)?,
            text: filled(&story.text)?,
            to: story.to.clone(),
            chart,
            numbers,
            sources,
        });
    }
    Ok(told)
}

impl<'a> Facts<'a> {
    /// An indicator and the sources that its keys name.
    fn indicator(self, city: Option<&str>, id: &str) -> Found<(&'a Indicator, &'a Sources)> {
        let Some(slug) = city else {
            let indicator = self.indicators.iter().find(|it| it.id == id);
            let indicator = indicator
                .ok_or_else(|| format!("found \"{id}\", expected a file in indicators/"))?;
            return Ok((indicator, &indicator.sources));
        };
        let city = self.cities.iter().find(|it| it.id == slug);
        let city =
            city.ok_or_else(|| format!("found the city \"{slug}\", expected a file in cities/"))?;
        let indicator = city.indicators.iter().find(|it| it.id == id);
        let indicator = indicator.ok_or_else(|| {
            format!("found \"{id}\", expected an indicator of cities/{slug}.json")
        })?;
        Ok((indicator, &city.sources))
    }

    fn value(self, value: &StoryValue) -> Found<Value<'a>> {
        let counted = |count: usize| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Value {
                amount: count.into(),
                unit: None,
                year: None,
                sources: SourceKeys::new(),
                from: None,
            }
        };
        let network = self.network;
        match value {
            StoryValue::Point {
                city,
                indicator: id,
                series,
                year,
            } => {
                let (indicator, from) = self.indicator(city.as_deref(), id)?;
                let found = indicator
                    .series
                    .iter()
                    .find(|it| names_series(it, city.is_some(), series));
                let found = found.ok_or_else(|| {
                    format!("found the series \"{series}\", expected one of \"{id}\"")
                })?;
                let point = found.points.iter().find(|it| it.year == *year);
                let point = point.ok_or_else(|| {
                    let last = found.points.last().map_or(0, |it| it.year);
                    format!("found {year}, expected a year of the series, such as {last}")
                })?;
                Ok(Value {
                    amount: point.value,
                    unit: Some(indicator.unit),
                    year: Some(*year),
                    sources: found.sources_of(point).to_vec(),
                    from: Some(from),
                })
            }
            StoryValue::Members(year) => {
                let total = network.membership.totals.iter().find(|it| it.year == *year);
                let total = total.ok_or_else(|| {
                    format!("found {year}, expected a year of network.json: membership.totals")
                })?;
                Ok(Value {
                    amount: total.value.into(),
                    unit: None,
                    year: Some(*year),
                    sources: total.sources.clone(),
                    from: Some(&network.sources),
                })
            }
            StoryValue::Projects(year) => {
                let totals = &network.project_totals;
                let point = totals.points.iter().find(|it| it.year == *year);
                let point = point.ok_or_else(|| {
                    format!("found {year}, expected a year of network.json: project_totals")
                })?;
                Ok(Value {
                    amount: point.value,
                    unit: Some(totals.unit),
                    year: Some(*year),
                    sources: point.sources.clone(),
                    from: Some(&network.sources),
                })
            }
            StoryValue::Reported { report: id, count } => {
                let report = network.reports.iter().find(|it| it.id == *id);
                let report = report
                    .ok_or_else(|| format!("found \"{id}\", expected a report of network.json"))?;
                let status = report.by_status;
                let number = match count {
                    ReportedCount::Total => report.total_projects,
                    ReportedCount::Planned => status.map(|it| it.planned),
                    ReportedCount::Ongoing => status.map(|it| it.ongoing),
                    ReportedCount::Completed => status.map(|it| it.completed),
                };
                let number = number.ok_or_else(|| {
                    format!("found \"{id}\", expected a report that gives this count")
                })?;
                Ok(Value {
                    amount: number.into(),
                    unit: None,
                    year: Some(report.date.year.into()),
                    sources: report.sources.clone(),
                    from: Some(&network.sources),
                })
            }
            StoryValue::ProgramsOf(partner) => {
                let programs = &self.programs.programs;
                match programs.iter().filter(|it| it.partner == *partner).count() {
                    0 => Err(format!(
                        "found \"{partner}\", expected the partner of a programme"
                    )),
                    count => Ok(counted(count)),
                }
            }
            StoryValue::AllPrograms {} => Ok(counted(self.programs.programs.len())),
        }
    }

    /// An indicator with the series that are shown, and the sources that its keys name.
    fn lines(self, shown: &StorySeries) -> Found<(Indicator, &'a Sources)> {
        let StorySeries {
            city,
            indicator: id,
            series,
            from: first,
        } = shown;
        let (indicator, from) = self.indicator(city.as_deref(), id)?;
        let mut indicator = Indicator {
            description: None,
            cities_ranked: Vec::new(),
            sources: Sources::new(),
            ..indicator.clone()
        };
        for name in series {
            let is_named = |it: &crate::model::Series| names_series(it, city.is_some(), name);
            if !indicator.series.iter().any(is_named) {
                return Err(format!(
                    "found the series \"{name}\", expected one of \"{id}\""
                ));
            }
        }
        let named = |it: &crate::model::Series| {
            let is_it = |name: &String| names_series(it, city.is_some(), name);
            series.iter().position(is_it)
        };
        if !series.is_empty() {
            indicator.series.retain(|it| named(it).is_some());
            indicator.series.sort_by_key(named);
        }
        for it in &mut indicator.series {
            it.points
                .retain(|it| first.is_none_or(|first| it.year >= first));
        }
        indicator.series.retain(|it| !it.points.is_empty());
        if indicator.series.is_empty() {
            return Err(format!("found no value of \"{id}\", expected some to show"));
        }
        Ok((indicator, from))
    }

    /// The number of projects by year, as an indicator.
    fn project_totals(self) -> (Indicator, &'a Sources) {
        let totals = &self.network.project_totals;
        let series = crate::model::Series {
            place: totals.id.clone(),
            id: None,
            name: Some(totals.name.clone()),
            area: None,
            not_ascn: false,
            points: totals.points.clone(),
            sources: SourceKeys::new(),
        };
        let indicator = Indicator {
            id: totals.id.clone(),
            name: totals.name.clone(),
            description: None,
            unit: totals.unit,
            better: None,
            level: None,
            range: None,
            scope: None,
            projection_from: None,
            break_before: None,
            derived: false,
            original_source: None,
            cities_ranked: Vec::new(),
            series: vec![series],
            sources: Sources::new(),
        };
        (indicator, &self.network.sources)
    }

    /// `text` with every value in its place.
    fn fill(self, story: &Story, text: &str, lang: Lang) -> Found<String> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (place, behind) = behind.split_once('}').unwrap_or((behind, ""));
            filled.push_str(before);
            let (name, part) = split(place);
            let value = story.values.get(name);
            let value = value.ok_or_else(|| format!("found {{{place}}}, expected a value"))?;
            let value = self.value(value)?;
            filled.push_str(&match (part, value.unit, value.year) {
                ("year", _, Some(year)) => year.to_string(),
                ("year", _, None) => {
                    return Err(format!("found {{{place}}}, expected a value with a year"));
                }
                ("", Some(unit), _) => quantity(value.amount, unit, lang),
                _ => number(value.amount, lang),
            });
            rest = behind;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}

/// Whether a series is called `name`: by its identifier in a city's file, by its place otherwise.
fn names_series(series: &crate::model::Series, in_city: bool, name: &str) -> bool {
    if in_city {
        series.id.as_deref().unwrap_or_default() == name
    } else {
        series.place == name
    }
}

/// What stands in braces in a text.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('{').skip(1);
    parts.map(|it| it.split_once('}').map_or(it, |(place, _)| place))
}

/// The name of a value and the part of it that is meant.
fn split(place: &str) -> (&str, &str) {
    place.split_once('.').unwrap_or((place, ""))
}
