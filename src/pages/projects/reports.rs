//! How many projects the network's reports count, by year.

use std::sync::Arc;

use leptos::prelude::*;

use super::shares;
use crate::app::Site;
use crate::chart::{
    notes_by_country, notes_by_status, reported_by_country, reported_by_focus, reported_by_status,
    Figure, Size,
};
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::take::{self, Data};
use crate::i18n::Key;
use crate::model::cut_projects::ProjectReports;
use crate::model::{Lang, Sources};
use crate::pages::city::conflicts;
use crate::widget::{NetworkChart, Widget};

pub(super) fn view(site: Site, lang: Lang, counted: &Arc<ProjectReports>) -> AnyView {
    let cites = Citations::new(lang, "");
    let told = (counted, &cites);
    let mut part = Part::new();
    part.open("div", "charts");
    by_status(&mut part, site, told);
    by_focus(&mut part, site, told);
    by_country(&mut part, site, told);
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

/// Writes a chart of the section: what is drawn, and what a reader must know of it.
fn chart(
    part: &mut Part,
    site: Site,
    (id, which): (&str, NetworkChart),
    notes: Vec<String>,
    (counted, cites): (&Arc<ProjectReports>, &Citations),
    draw: impl Fn(&ProjectReports, Lang, Size, &str) -> Option<Figure> + Send + Sync + 'static,
) {
    let lang = cites.lang();
    let mut sources: Vec<String> = Vec::new();
    for key in counted.reports.iter().flat_map(|it| &it.sources) {
        if !sources.contains(key) {
            sources.push(key.clone());
        }
    }
    let context = Context {
        id: id.to_owned(),
        title: which.key().text(lang).to_owned(),
        level: "h3",
        notes,
        sources,
        explore: String::new(),
        widget: Some(Widget::Network(which)),
        lang,
        cites: cites.clone(),
        site,
        data: (Arc::clone(counted) as Arc<dyn Data>, take::NONE),
    };
    let counted = Arc::clone(counted);
    figure(part, context, move |size, id| {
        draw(&counted, lang, size, id)
    });
}

impl Data for ProjectReports {
    fn sources(&self) -> &Sources {
        &self.sources
    }
}

fn by_status(part: &mut Part, site: Site, told: (&Arc<ProjectReports>, &Citations)) {
    let (counted, lang) = (told.0, told.1.lang());
    let notes = notes_by_status(counted, lang);
    let what = ("reports-status", NetworkChart::Status);
    chart(part, site, what, notes, told, |counted, lang, size, id| {
        Some(reported_by_status(counted, lang, size, id))
    });
}

fn by_focus(part: &mut Part, site: Site, told: (&Arc<ProjectReports>, &Citations)) {
    let notes = vec![Key::ReportsByFocusNote.text(told.1.lang()).to_owned()];
    let what = ("reports-focus", NetworkChart::Focus);
    chart(part, site, what, notes, told, |counted, lang, size, id| {
        Some(reported_by_focus(counted, lang, size, id))
    });
}

fn by_country(part: &mut Part, site: Site, told: (&Arc<ProjectReports>, &Citations)) {
    let (counted, lang) = (told.0, told.1.lang());
    let mut notes = vec![Key::ReportsByCountryYears.text(lang).to_owned()];
    notes.extend(notes_by_country(counted, lang));
    let what = ("reports-country", NetworkChart::Countries);
    chart(part, site, what, notes, told, reported_by_country);
}
