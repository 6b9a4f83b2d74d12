//! Charts of what the network's reports count: projects by status, focus area and member state.

use super::{
    change_between, line, project_counts, AxisScale, Datum, Figure, LineSpec, PlacesSpec,
    SeriesInput, Size,
};
use crate::i18n::{list, Key, Named as _};
use crate::model::cut::ProjectCount;
use crate::model::cut_projects::{ProjectReports, ReportCounts};
use crate::model::{Country, FocusArea, Lang, StatusCounts, Text, Unit};

/// The bar chart of all projects by year, by status where a report gives it.
#[must_use]
pub fn reported_by_status(counted: &ProjectReports, lang: Lang, size: Size, id: &str) -> Figure {
    project_counts(&totals(counted), lang, size, id)
}

/// What a reader must know of that chart.
#[must_use]
pub fn notes_by_status(counted: &ProjectReports, lang: Lang) -> Vec<String> {
    let mut notes = vec![Key::ReportsTotalOnly.text(lang).to_owned()];
    let mut newest = counted.reports.iter().rev();
    let method = newest.find_map(|it| it.method.as_ref());
    notes.extend(method.map(|it| it.get(lang).to_owned()));
    notes
}

/// The totals of each year, by status where a report gives it.
fn totals(counted: &ProjectReports) -> Vec<ProjectCount> {
    let mut totals = Vec::new();
    for point in &counted.totals {
        let report = counted.reports.iter().find(|it| it.year == point.year);
        let of =
            |place: usize| report.map_or(0, |it| it.status.get(place).map_or(0, |it| it.count));
        // A number of projects, whole as the data set's check demands.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let total = point.value as u32;
        totals.push(ProjectCount {
            year: point.year,
            report: report.map_or_else(Text::default, |it| it.title.clone()),
            counts: StatusCounts {
                total,
                planned: of(0),
                ongoing: of(1),
                completed: of(2),
            },
            method: None,
            sources: point.sources.clone(),
        });
    }
    totals
}

/// The lines of projects by focus area.
#[must_use]
pub fn reported_by_focus(counted: &ProjectReports, lang: Lang, size: Size, id: &str) -> Figure {
    let areas = FocusArea::ALL.into_iter().enumerate();
    let of_area = |(place, area): (usize, FocusArea)| {
        let count = |it: &ReportCounts| Some(it.focus.get(place)?.count);
        series(counted, area.key().text(lang), place, &count)
    };
    line(&LineSpec {
        id,
        heading: Key::ReportsByFocus.text(lang),
        about: "",
        unit: Unit::Projects,
        better: None,
        series: areas.map(of_area).collect(),
        projection_from: None,
        break_before: None,
        range: None,
        scale: AxisScale::Linear,
        relative_to: None,
        lang,
        size,
    })
}

/// How projects by member state changed from the first report to the last; `None` without a report.
#[must_use]
pub fn reported_by_country(
    counted: &ProjectReports,
    lang: Lang,
    size: Size,
    id: &str,
) -> Option<Figure> {
    let of_country = |country: Country| {
        let count = |it: &ReportCounts| it.in_country(country);
        // All in one colour: their names stand beside them.
        series(counted, country.key().text(lang), 0, &count)
    };
    let listed = Country::ALL
        .into_iter()
        .filter(|it| is_counted(counted, *it));
    let spec = PlacesSpec {
        id,
        heading: Key::ReportsByCountry.text(lang),
        unit: Unit::Projects,
        better: None,
        places: listed.map(of_country).collect(),
        projection_from: None,
        break_before: None,
        range: None,
        of_region: false,
        lang,
        size,
    };
    let (first, last) = (counted.reports.first()?, counted.reports.last()?);
    Some(change_between(&spec, first.year, last.year))
}

/// Which member states that chart leaves out, in words; none where it has all.
#[must_use]
pub fn notes_by_country(counted: &ProjectReports, lang: Lang) -> Option<String> {
    let without = Country::ALL
        .into_iter()
        .filter(|it| !is_counted(counted, *it));
    let without: Vec<&str> = without.map(|it| it.key().text(lang)).collect();
    let words = || Key::ReportsByCountryNote.with(lang, &list(&without, lang));
    (!without.is_empty()).then(words)
}

/// Whether a report counts a project in a member state.
fn is_counted(counted: &ProjectReports, country: Country) -> bool {
    let mut reports = counted.reports.iter();
    reports.any(|it| it.in_country(country).is_some())
}

/// A part of the reports' totals as a series; a report that does not give it is a gap.
fn series<'a>(
    counted: &'a ProjectReports,
    name: &str,
    place: usize,
    count: &dyn Fn(&ReportCounts) -> Option<u32>,
) -> SeriesInput<'a> {
    let mut points = Vec::new();
    for report in &counted.reports {
        if let Some(count) = count(report) {
            points.push(Datum {
                year: report.year,
                value: f64::from(count),
                sources: &report.sources,
            });
        }
    }
    SeriesInput {
        name: name.to_owned(),
        detail: String::new(),
        slot: u8::try_from(place + 1).unwrap_or(0),
        subject: place,
        points,
    }
}
