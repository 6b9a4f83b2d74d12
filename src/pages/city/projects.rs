//! What the city promised: its projects with their state, and how the network counts them.

use super::Profile;
use crate::chart::project_counts;
use crate::components::embed::link;
use crate::components::facts::{focus_areas, period, stated};
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::take;
use crate::i18n::{list, Key};
use crate::markup::Markup;
use crate::model::{Project, ProjectKind};
use crate::route::Route;
use crate::widget::Widget;

pub(super) fn write(part: &mut Part, profile: &Profile) {
    part.open("div", "projects");
    projects(part, profile);
    part.close();
    counts(part, profile);
}

fn projects(markup: &mut Markup, profile: &Profile) {
    let lang = profile.lang;
    let projects = &profile.page.city.projects;
    if projects.is_empty() {
        markup.el("p", "empty", Key::ProjectsNone.text(lang));
    }
    let groups = [
        (ProjectKind::Scap, Key::ProjectsScap),
        (ProjectKind::Innovation, Key::ProjectsInnovation),
    ];
    for (kind, title) in groups {
        let mut titled = false;
        for project in projects.iter().filter(|project| project.kind == kind) {
            if !titled {
                markup.el("h3", "", title.text(lang));
                titled = true;
            }
            item(markup, profile, project);
        }
    }
    if !projects.is_empty() {
        let widget = Widget::Projects(profile.page.city.id.clone());
        let title = Key::EmbedProjectsOf.with(lang, profile.page.city.name.get(lang));
        link(markup, profile.site, lang, widget, &title);
    }
}

fn item(markup: &mut Markup, profile: &Profile, project: &Project) {
    let lang = profile.lang;
    let id = format!("project-{}", project.id);
    markup.open_with("article", &[("class", "project"), ("aria-labelledby", &id)]);
    let route = Route::Project(profile.page.city.id.clone(), project.id.clone());
    markup
        .open_with("h4", &[("id", &id), ("tabindex", "-1")])
        .link("", &profile.site.href(lang, route), project.name.get(lang))
        .close();
    markup.open("p", "project-status");
    stated(markup, project.status, project.status_as_of, lang);
    profile.cites.cite(markup, &project.sources);
    markup.close().el("p", "", project.summary.get(lang));
    let parts = [
        (Key::ProjectProgress, &project.progress),
        (Key::ProjectChallenges, &project.challenges),
        (Key::ProjectPlans, &project.plans),
    ];
    for (key, text) in parts {
        if let Some(text) = text {
            markup
                .open("p", "")
                .open("strong", "")
                .text(key.text(lang))
                .text(": ")
                .close();
            markup.text(text.get(lang)).close();
        }
    }
    let facts = [
        (Key::ProjectFocus, focus_areas(&project.focus, lang)),
        (Key::ProjectPeriod, period(project.start, project.end, lang)),
        (Key::ProjectPartners, list(&project.partners, lang)),
    ];
    markup.open("dl", "inline");
    for (key, words) in facts.iter().filter(|(_, words)| !words.is_empty()) {
        markup
            .open("div", "")
            .el("dt", "", key.text(lang))
            .el("dd", "", words)
            .close();
    }
    markup.close();
    if !project.in_ascn_reports {
        markup.el("p", "fine", Key::ProjectOwn.text(lang));
    }
    markup.close();
}

/// The city's projects by year in the network's reports.
fn counts(part: &mut Part, profile: &Profile) {
    let lang = profile.lang;
    let counts = &profile.page.project_counts;
    if counts.is_empty() {
        part.el("p", "empty", Key::CountsNone.text(lang));
        return;
    }
    let sources: Vec<String> = counts
        .iter()
        .flat_map(|count| count.sources.clone())
        .collect();
    let context = Context {
        id: "project-counts".to_owned(),
        title: Key::CountsTitle.text(lang).to_owned(),
        level: "h4",
        notes: {
            let mut notes = vec![Key::CountsNote.text(lang).to_owned()];
            let method = counts.iter().rev().find_map(|count| count.method.as_ref());
            notes.extend(method.map(|method| method.get(lang).to_owned()));
            notes
        },
        sources,
        explore: String::new(),
        widget: Some(Widget::Counts(profile.page.city.id.clone())),
        lang,
        cites: profile.cites.clone(),
        site: profile.site,
        data: (profile.page.clone(), take::NONE),
    };
    let page = profile.page.clone();
    figure(part, context, move |size, id| {
        Some(project_counts(&page.project_counts, lang, size, id))
    });
}
