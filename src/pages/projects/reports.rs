//! How many projects the network's reports count, by year.

use std::sync::Arc;

use leptos::prelude::*;

use super::shares;
use crate::app::Site;
use crate::chart::{line, project_counts, AxisScale, Datum, Figure, LineSpec, SeriesInput, Size};
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::i18n::{list, Key, Named as _};
use crate::model::cut::ProjectCount;
use crate::model::cut_projects::{ProjectReports, ReportCounts};
use crate::model::{Country, FocusArea, Lang, StatusCounts, Text, Unit};
use crate::pages::city::conflicts;

pub(super) fn view(site: Site, lang: Lang, counted: &Arc<ProjectReports>) -> AnyView {
    let cites = Citations::new(lang, "");
    let mut part = Part::new();
    part.open("div", "charts");
    by_status(&mut part, lang, counted, &cites);
    by_focus(&mut part, lang, counted, &cites);
    by_country(&mut part, lang, counted, &cites);
    part.close();
    shares::printed(&mut part, lang, counted, &cites);
    shares::differences(&mut part, site, lang, counted, &cites);
    if !counted.conflicts.is_empty() {
        part.el("h3", "", Key::Conflicts.text(lang));
        conflicts(&mut part, &counted.conflicts, lang, &cites);
    }
    part.el("h3", "", Key::Sources.text(lang));
    cites.list(&mut part, &counted.sources);
    part.view("")
}

/// What every chart of the section has around it.
fn context(
    id: &str,
    title: Key,
    notes: Vec<String>,
    counted: &ProjectReports,
    cites: &Citations,
) -> Context {
    let mut sources: Vec<String> = Vec::new();
    for key in counted.reports.iter().flat_map(|it| &it.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    Context {
        id: id.to_owned(),
        title: title.text(cites.lang()).to_owned(),
        notes,
        sources,
        explore: String::new(),
        lang: cites.lang(),
        cites: cites.clone(),
    }
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

fn by_status(part: &mut Part, lang: Lang, counted: &Arc<ProjectReports>, cites: &Citations) {
    let mut notes = vec![Key::ReportsTotalOnly.text(lang).to_owned()];
    let mut newest = counted.reports.iter().rev();
    let method = newest.find_map(|it| it.method.as_ref());
    notes.extend(method.map(|it| it.get(lang).to_owned()));
    let context = context("reports-status", Key::CountsTitle, notes, counted, cites);
    let totals = totals(counted);
    figure(part, context, move |size, id| {
        Some(project_counts(&totals, lang, size, id))
    });
}

/// A chart with a line for each of some parts of the reports' totals, from zero.
fn lines<'a>(
    counted: &'a ProjectReports,
    heading: Key,
    parts: &[(&str, Of<'a>)],
    lang: Lang,
    size: Size,
    id: &str,
) -> Figure {
    let mut series = Vec::new();
    for (place, (name, count)) in parts.iter().enumerate() {
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
        series.push(SeriesInput {
            name: (*name).to_owned(),
            detail: String::new(),
            slot: u8::try_from(place + 1).unwrap_or(0),
            subject: place,
            points,
        });
    }
    line(&LineSpec {
        id,
        heading: heading.text(lang),
        about: "",
        unit: Unit::Projects,
        better: None,
        series,
        projection_from: None,
        break_before: None,
        range: None,
        scale: AxisScale::Linear,
        relative_to: None,
        lang,
        size,
    })
}

/// The count of a part in a report; `None` where the report does not give it.
type Of<'a> = Box<dyn Fn(&ReportCounts) -> Option<u32> + 'a>;

fn by_focus(part: &mut Part, lang: Lang, counted: &Arc<ProjectReports>, cites: &Citations) {
    let notes = vec![Key::ReportsByFocusNote.text(lang).to_owned()];
    let context = context("reports-focus", Key::ReportsByFocus, notes, counted, cites);
    let counted = Arc::clone(counted);
    figure(part, context, move |size, id| {
        let mut parts: Vec<(&str, Of)> = Vec::new();
        for (place, area) in FocusArea::ALL.into_iter().enumerate() {
            let of = move |it: &ReportCounts| Some(it.focus.get(place)?.count);
            parts.push((area.key().text(lang), Box::new(of)));
        }
        Some(lines(&counted, Key::ReportsByFocus, &parts, lang, size, id))
    });
}

/// How many projects a report counts in a member state.
fn in_country(report: &ReportCounts, country: Country) -> Option<u32> {
    let found = report.countries.iter().find(|it| it.country == country);
    Some(found?.count)
}

fn by_country(part: &mut Part, lang: Lang, counted: &Arc<ProjectReports>, cites: &Citations) {
    let mut listed = Vec::new();
    let mut without = Vec::new();
    for country in Country::ALL {
        let is_in = |it: &ReportCounts| in_country(it, country).is_some();
        if counted.reports.iter().any(is_in) {
            listed.push(country);
        } else {
            without.push(country.key().text(lang));
        }
    }
    let mut notes = Vec::new();
    if !without.is_empty() {
        notes.push(Key::ReportsByCountryNote.with(lang, &list(&without, lang)));
    }
    let title = Key::ReportsByCountry;
    let context = context("reports-country", title, notes, counted, cites);
    let counted = Arc::clone(counted);
    figure(part, context, move |size, id| {
        let mut parts: Vec<(&str, Of)> = Vec::new();
        for country in listed.iter().copied() {
            let of = move |it: &ReportCounts| in_country(it, country);
            parts.push((country.key().text(lang), Box::new(of)));
        }
        Some(lines(&counted, title, &parts, lang, size, id))
    });
}
