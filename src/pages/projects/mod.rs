//! Projects: how many there are, the list of all with filters that live in the address, how the
//! network's reports count; and a page for each of them.

mod counts;
mod project;
mod reports;
mod rows;
mod shares;

pub use project::view as project;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::part::Part;
use crate::components::shell::{breadcrumb, open_section, page_index};
use crate::components::state::loaded;
use crate::i18n::Key;
use crate::model::cut_projects::{ProjectIndex, ProjectReports};
use crate::model::Lang;
use crate::route::Route;

/// All projects.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::ProjectsTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.projects(),
        lang,
        Key::FailedProjects,
        move |index: Arc<ProjectIndex>| content(site, lang, index),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::ProjectsListLead.text(lang));
    part.island("", move || content);
    part.view("")
}

/// Ids of the sections.
const COUNTS: &str = "counts";
const LIST: &str = "list";
const REPORTS: &str = "reports";

fn content(site: Site, lang: Lang, index: Arc<ProjectIndex>) -> AnyView {
    let mut part = Part::new();
    counts::open(&mut part);
    counts::figures(&mut part, site, lang, &index);
    part.open("div", "with-index");
    let sections = [
        (COUNTS, Key::ProjectsCounts),
        (LIST, Key::ProjectsList),
        (REPORTS, Key::ReportsTitle),
    ];
    page_index(
        &mut part,
        lang,
        &sections.map(|(id, key)| (id, key.text(lang))),
    );
    part.open("div", "sections");
    open_section(&mut part, COUNTS, Key::ProjectsCounts.text(lang));
    counts::write(&mut part, site, lang, &index);
    part.close();
    open_section(&mut part, LIST, Key::ProjectsList.text(lang));
    rows::write(&mut part, site, lang, index);
    part.close();
    open_section(&mut part, REPORTS, Key::ReportsTitle.text(lang));
    part.el("p", "", Key::ReportsLead.text(lang));
    part.island("", move || {
        loaded(
            site.project_reports(),
            lang,
            Key::FailedProjectReports,
            move |counted: Arc<ProjectReports>| reports::view(site, lang, &counted),
        )
    });
    part.view("")
}
