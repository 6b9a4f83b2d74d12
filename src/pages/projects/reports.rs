//! How many projects the network's reports count, by year.

use std::sync::Arc;

use leptos::prelude::*;

use super::shares;
use crate::app::Site;
use crate::chart::{
    change_between, line, project_counts, AxisScale, Datum, LineSpec, PlacesSpec, SeriesInput,
};
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::take::{self, Data};
use crate::i18n::{list, Key, Named as _};
use crate::model::cut::ProjectCount;
use crate::model::cut_projects::{ProjectReports, ReportCounts};
use crate::model::{Country, FocusArea, Lang, Sources, StatusCounts, Text, Unit};
use crate::pages::city::conflicts;

pub(super) fn view(site: Site, lang: Lang, counted: &Arc<ProjectReports>) -> AnyView {
    let cites = Citations::new(lang, "");
    let mut part = Part::new();
    part.open("div", "charts");
    by_status(&mut part, (site, lang), counted, &cites);
    by_focus(&mut part, (site, lang), counted, &cites);
    by_country(&mut part, (site, lang), counted, &cites);
    part.close();
    shares::countries(&mut part, lang, counted, &cites);
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
    site: Site,
    id: &str,
    title: Key,
    notes: Vec<String>,
    counted: &Arc<ProjectReports>,
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
        level: "h3",
        notes,
        sources,
        explore: String::new(),
        embed: String::new(),
        lang: cites.lang(),
        cites: cites.clone(),
        site,
        data: (Arc::clone(counted) as Arc<dyn Data>, take::NONE),
    }
}

impl Data for ProjectReports {
    fn sources(&self) -> &Sources {
        &self.sources
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

fn by_status(
    part: &mut Part,
    (site, lang): (Site, Lang),
    counted: &Arc<ProjectReports>,
    cites: &Citations,
) {
    let mut notes = vec![Key::ReportsTotalOnly.text(lang).to_owned()];
    let mut newest = counted.reports.iter().rev();
    let method = newest.find_map(|it| it.method.as_ref());
    notes.extend(method.map(|it| it.get(lang).to_owned()));
    let context = context(
        site,
        "reports-status",
        Key::CountsTitle,
        notes,
        counted,
        cites,
    );
    let totals = totals(counted);
    figure(part, context, move |size, id| {
        Some(project_counts(&totals, lang, size, id))
    });
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

fn by_focus(
    part: &mut Part,
    (site, lang): (Site, Lang),
    counted: &Arc<ProjectReports>,
    cites: &Citations,
) {
    let notes = vec![Key::ReportsByFocusNote.text(lang).to_owned()];
    let title = Key::ReportsByFocus;
    let context = context(site, "reports-focus", title, notes, counted, cites);
    let counted = Arc::clone(counted);
    figure(part, context, move |size, id| {
        let areas = FocusArea::ALL.into_iter().enumerate();
        let of_area = |(place, area): (usize, FocusArea)| {
            let count = |it: &ReportCounts| Some(it.focus.get(place)?.count);
            series(&counted, area.key().text(lang), place, &count)
        };
        Some(line(&LineSpec {
            id,
            heading: title.text(lang),
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
        }))
    });
}

/// How many projects a report counts in a member state.
pub(super) fn in_country(report: &ReportCounts, country: Country) -> Option<u32> {
    let found = report.countries.iter().find(|it| it.country == country);
    Some(found?.count)
}

fn by_country(
    part: &mut Part,
    (site, lang): (Site, Lang),
    counted: &Arc<ProjectReports>,
    cites: &Citations,
) {
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
    let mut notes = vec![Key::ReportsByCountryYears.text(lang).to_owned()];
    if !without.is_empty() {
        notes.push(Key::ReportsByCountryNote.with(lang, &list(&without, lang)));
    }
    let title = Key::ReportsByCountry;
    let context = context(site, "reports-country", title, notes, counted, cites);
    let counted = Arc::clone(counted);
    figure(part, context, move |size, id| {
        let of_country = |country: &Country| {
            let count = |it: &ReportCounts| in_country(it, *country);
            // All in one colour: their names stand beside them.
            series(&counted, country.key().text(lang), 0, &count)
        };
        let spec = PlacesSpec {
            id,
            heading: title.text(lang),
            unit: Unit::Projects,
            better: None,
            places: listed.iter().map(of_country).collect(),
            projection_from: None,
            break_before: None,
            range: None,
            of_region: false,
            lang,
            size,
        };
        let (first, last) = (counted.reports.first()?, counted.reports.last()?);
        Some(change_between(&spec, first.year, last.year))
    });
}
