//! What the city promised: its projects with their state, and how the network counts them.

use leptos::prelude::*;

use super::Profile;
use crate::chart::project_counts;
use crate::components::facts::{focus_areas, period, status};
use crate::components::figure::{figure, Context};
use crate::i18n::{date, list, Key};
use crate::model::{Project, ProjectKind, Text};

pub(super) fn view(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let projects = &profile.page.city.projects;
    if projects.is_empty() {
        return view! { <p class="empty">{Key::ProjectsNone.text(lang)}</p> {counts(profile)} }.into_any();
    }
    let groups = [
        (ProjectKind::Scap, Key::ProjectsScap),
        (ProjectKind::Innovation, Key::ProjectsInnovation),
    ];
    let groups = groups
        .into_iter()
        .filter(|(kind, _)| projects.iter().any(|project| project.kind == *kind))
        .map(|(kind, title)| {
            let items = projects
                .iter()
                .filter(|project| project.kind == kind)
                .map(|project| item(profile, project))
                .collect_view();
            view! {
                <h3>{title.text(lang)}</h3>
                <div class="projects">{items}</div>
            }
        })
        .collect_view();
    view! { {groups} {counts(profile)} }.into_any()
}

fn item(profile: &Profile, project: &Project) -> AnyView {
    let lang = profile.lang;
    let cites = &profile.cites;
    let own = (!project.in_ascn_reports)
        .then(|| view! { <p class="fine">{Key::ProjectOwn.text(lang)}</p> });
    let period = period(project.start, project.end, lang);
    let partners = list(&project.partners, lang);
    let facts = [
        (Key::ProjectFocus, focus_areas(&project.focus, lang)),
        (Key::ProjectPeriod, period),
        (Key::ProjectPartners, partners),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(key, words)| view! { <div><dt>{key.text(lang)}</dt><dd>{words}</dd></div> })
        .collect_view();
    let part = |key: Key, text: &Option<Text>| {
        text.as_ref().map(|text| {
            view! { <p><strong>{key.text(lang)}": "</strong>{text.get(lang).to_owned()}</p> }
        })
    };
    view! {
        <article class="project" aria-labelledby=format!("project-{}", project.id)>
            <h4 id=format!("project-{}", project.id) tabindex="-1">{project.name.get(lang).to_owned()}</h4>
            <p class="project-status">
                {status(project.status, lang)}
                " "
                <span class="fine">{Key::AsOf.with(lang, &date(project.status_as_of, lang))}</span>
                {cites.cite(&project.sources)}
            </p>
            <p>{project.summary.get(lang).to_owned()}</p>
            {part(Key::ProjectProgress, &project.progress)}
            {part(Key::ProjectChallenges, &project.challenges)}
            {part(Key::ProjectPlans, &project.plans)}
            <dl class="inline">{facts}</dl>
            {own}
        </article>
    }
    .into_any()
}

/// The city's projects by year in the network's reports.
fn counts(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let counts = &profile.page.project_counts;
    if counts.is_empty() {
        return view! { <p class="empty">{Key::CountsNone.text(lang)}</p> }.into_any();
    }
    let sources: Vec<String> = counts.iter().flat_map(|count| count.sources.clone()).collect();
    let context = Context {
        id: "project-counts".to_owned(),
        title: Key::CountsTitle.text(lang).to_owned(),
        notes: {
            let mut notes = vec![Key::CountsNote.text(lang).to_owned()];
            let method = counts.iter().rev().find_map(|count| count.method.as_ref());
            notes.extend(method.map(|method| method.get(lang).to_owned()));
            notes
        },
        sources,
        lang,
        cites: profile.cites.clone(),
    };
    let page = profile.page.clone();
    figure(context, move |size, id| project_counts(&page.project_counts, lang, size, id))
}
