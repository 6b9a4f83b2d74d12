//! Charts of the model: an indicator, the projects of a city in the network's reports, and the
//! members of the network.

use crate::i18n::Key;
use crate::model::cut_network::MembersOfYear;
use crate::model::{cut::ProjectCount, Indicator, Lang, Series, Unit};

use super::bar::bar;
use super::figure::{Figure, Size};
use super::line::line;
use super::palette::slots;
use super::spec::{AxisScale, BarSeries, BarSpec, Datum, Fill, LineSpec, SeriesInput};
use super::words::words;

/// The line chart of `indicator`, each of its series one line.
///
/// `place_name` names the place of all series, in `lang`; a series is called by its own name, else
/// by the area that it describes, else by the place. `id` begins every id in the SVG and must be
/// unique in the page.
#[must_use]
pub fn from_indicator(
    indicator: &Indicator,
    place_name: &str,
    lang: Lang,
    size: Size,
    id: &str,
) -> Figure {
    of_places(indicator, place_name, &|_| place_name, lang, size, id)
}

/// The line chart of an `indicator` of several places, which `name_of` names by their identifier, each
/// in its colour.
#[must_use]
pub fn from_indicator_of_places<'n>(
    indicator: &Indicator,
    name_of: &dyn Fn(&str) -> &'n str,
    lang: Lang,
    size: Size,
    id: &str,
) -> Figure {
    of_places(indicator, "", name_of, lang, size, id)
}

fn of_places<'n>(
    indicator: &Indicator,
    about: &str,
    name_of: &dyn Fn(&str) -> &'n str,
    lang: Lang,
    size: Size,
    id: &str,
) -> Figure {
    // Series of one place and one area say the same quantity.
    let subject = |it: &Series| {
        let same = |other: &Series| other.place == it.place && other.area == it.area;
        indicator.series.iter().position(same).unwrap_or(0)
    };
    let input = |(index, series)| input(index, series, subject(series), name_of, lang);
    let mut series: Vec<_> = indicator.series.iter().enumerate().map(input).collect();
    if about.is_empty() {
        // Of several places each has its own colour, as on the indicator's page.
        let places = indicator.series.iter().map(|it| it.place.as_str());
        for (it, (_, slot)) in series.iter_mut().zip(slots(&places.collect::<Vec<_>>())) {
            it.slot = slot;
        }
    }
    let shared = shared_start(&series.iter().map(|it| it.name.as_str()).collect::<Vec<_>>());
    for it in &mut series {
        it.name = it.name.get(shared..).unwrap_or_default().to_owned();
    }
    line(&LineSpec {
        id,
        heading: indicator.name.get(lang),
        about,
        unit: indicator.unit,
        better: indicator.better,
        series,
        projection_from: indicator.projection_from,
        break_before: indicator.break_before,
        range: indicator.range,
        scale: AxisScale::Linear,
        relative_to: None,
        lang,
        size,
    })
}

/// How many bytes all names begin with alike, up to and with a comma: what is said of every series
/// ("Stunting, regency records", "Stunting, national survey") tells none from the others.
pub(super) fn shared_start(names: &[&str]) -> usize {
    let [first, others @ ..] = names else {
        return 0;
    };
    // Not `split_once(", ")`: searching for a string is two kilobytes of wasm.
    let comma = first.find(',').unwrap_or(usize::MAX - 2);
    let length = comma + 2;
    let Some(head) = first.get(..length).filter(|it| it.ends_with(' ')) else {
        return 0;
    };
    let is_shared = |it: &&str| it.starts_with(head) && it.len() > length;
    if !others.is_empty() && names.iter().all(is_shared) {
        length
    } else {
        0
    }
}

fn input<'a, 'n>(
    index: usize,
    series: &'a Series,
    subject: usize,
    name_of: &dyn Fn(&str) -> &'n str,
    lang: Lang,
) -> SeriesInput<'a> {
    let own = series.name.as_ref().or(series.area.as_ref());
    SeriesInput {
        name: own
            .map_or_else(|| name_of(&series.place), |it| it.get(lang))
            .to_owned(),
        detail: String::new(),
        slot: u8::try_from(index + 1).unwrap_or(0),
        subject,
        points: series
            .points
            .iter()
            .map(|point| Datum {
                year: point.year,
                value: point.value,
                sources: series.sources_of(point),
            })
            .collect(),
    }
}

/// How many projects of a status a report counts.
type Count<'c> = &'c dyn Fn(&ProjectCount) -> u32;

/// The bar chart of a city's projects by status, one bar for each report of the network.
///
/// Completed projects stand at the foot, then those under way, then those planned; projects that a
/// report counts without a status come last. Of two reports in one year the later one is shown.
#[must_use]
pub fn project_counts(counts: &[ProjectCount], lang: Lang, size: Size, id: &str) -> Figure {
    let words = words(lang);
    let without_status = |it: &ProjectCount| {
        let known = [it.counts.planned, it.counts.ongoing, it.counts.completed];
        let total = it.counts.total;
        known.into_iter().fold(total, u32::saturating_sub)
    };
    let statuses: [(&str, Fill, Count); 4] = [
        (words.completed(), Fill::Full, &|it| it.counts.completed),
        (words.ongoing(), Fill::Half, &|it| it.counts.ongoing),
        (words.planned(), Fill::Hollow, &|it| it.counts.planned),
        (words.unknown(), Fill::Dashed, &without_status),
    ];
    let series = statuses
        .into_iter()
        .enumerate()
        .map(|(subject, (name, fill, count))| BarSeries {
            input: SeriesInput {
                name: name.to_owned(),
                detail: String::new(),
                slot: 1,
                subject,
                points: counts
                    .iter()
                    // Later reports first, because the first value of a year is kept.
                    .rev()
                    .map(|it| Datum {
                        year: it.year,
                        value: f64::from(count(it)),
                        sources: &it.sources,
                    })
                    .collect(),
            },
            fill,
        });
    bar(&BarSpec {
        id,
        heading: words.project_counts(),
        unit: Unit::Projects,
        series: series
            // A status that no report uses needs no row, but the three known ones always have theirs.
            .filter(|it| it.fill != Fill::Dashed || it.input.points.iter().any(|at| at.value > 0.0))
            .collect(),
        stacked: true,
        lang,
        size,
    })
}

/// How many cities of a kind a year counts.
type Members<'c> = &'c dyn Fn(&MembersOfYear) -> u32;

/// The bar chart of member cities by year: those of before at the foot, those that joined above.
#[must_use]
pub fn members(years: &[MembersOfYear], lang: Lang, size: Size, id: &str) -> Figure {
    let parts: [(Key, u8, Members); 2] = [
        (Key::MembersBefore, 1, &|it| it.before),
        (Key::MembersJoined, 2, &|it| it.joined),
    ];
    let series = parts
        .into_iter()
        .enumerate()
        .map(|(subject, (name, slot, count))| BarSeries {
            input: SeriesInput {
                name: name.text(lang).to_owned(),
                detail: String::new(),
                slot,
                subject,
                points: years
                    .iter()
                    .map(|it| Datum {
                        year: it.year,
                        value: f64::from(count(it)),
                        sources: &it.sources,
                    })
                    .collect(),
            },
            fill: Fill::Full,
        });
    bar(&BarSpec {
        id,
        heading: Key::MembersChart.text(lang),
        unit: Unit::Cities,
        series: series.collect(),
        stacked: true,
        lang,
        size,
    })
}
