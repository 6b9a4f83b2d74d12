//! The page of a project: what it is, how far it is, by whose word, and what is near it.

use std::sync::Arc;

use leptos::prelude::*;

use super::rows::{row, Place};
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::facts::{focus_areas, period, stated};
use crate::components::live::{block, follow, live};
use crate::components::part::Part;
use crate::components::shell::{breadcrumb_of, open_section};
use crate::components::state::loaded;
use crate::data::{Load, LoadError};
use crate::i18n::{list, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::cut_projects::{ProjectEntry, ProjectIndex};
use crate::model::{Conflict, Lang, Project, SourceKeys, Sources, Text};
use crate::pages::city::conflicts;
use crate::pages::not_found::{self, Missing};
use crate::route::{project_title, ProjectList, Route};
use crate::search::{fold, related};

/// How many projects of other cities are shown.
const RELATED: usize = 5;

/// What is known of the project's name.
#[derive(Clone, PartialEq)]
enum Named {
    /// Nothing yet.
    Unknown,
    /// There is no such city.
    NoCity,
    /// There is no such project of the city.
    NoProject,
    /// Its name and that of its city.
    Known(String, String),
}

/// The project `id` of the city `slug`.
pub fn view(site: Site, lang: Lang, slug: &str, id: &str) -> AnyView {
    let (slug, id) = (slug.to_owned(), id.to_owned());
    let file = site.city(&slug);
    let named = {
        let (index, file) = (site.projects(), file.clone());
        let (slug, id) = (slug.clone(), id.clone());
        // The names come with the city's file, or sooner with the list.
        Memo::new(move |_| match file.get() {
            Load::Ready(page) => match find(&page, &id) {
                Some(it) => known(&it.name, page.city.name.get(lang), lang),
                None => Named::NoProject,
            },
            state => index.ready().map_or(Named::Unknown, |index| {
                let Some(city) = index.cities.iter().find(|it| it.id == slug) else {
                    // Neither the list nor the server knows it: a wrong address, not a failure.
                    let missing = matches!(state, Load::Failed(LoadError::Missing(404)));
                    return if missing {
                        Named::NoCity
                    } else {
                        Named::Unknown
                    };
                };
                match city.projects.iter().find(|it| it.id == id) {
                    Some(it) => known(&it.name, city.name.get(lang), lang),
                    None => Named::Unknown,
                }
            }),
        })
    };
    follow(move || {
        if let Named::Known(project, city) = named.get() {
            let project = Text {
                en: project.clone(),
                id: project,
            };
            site.arrived(lang, &project_title(&project, &city, lang));
        }
    });
    live(move || match named.get() {
        Named::NoCity => not_found::view(site, lang, &Missing::City(&slug)),
        Named::NoProject => not_found::view(site, lang, &Missing::Project(&id)),
        Named::Unknown => page(site, lang, &slug, &id, None),
        Named::Known(project, city) => page(site, lang, &slug, &id, Some((&project, &city))),
    })
}

fn known(project: &Text, city: &str, lang: Lang) -> Named {
    Named::Known(project.get(lang).to_owned(), city.to_owned())
}

fn find<'a>(page: &'a CityPage, id: &str) -> Option<&'a Project> {
    page.city.projects.iter().find(|it| it.id == id)
}

/// The page, with its names as far as they are known.
fn page(site: Site, lang: Lang, slug: &str, id: &str, names: Option<(&str, &str)>) -> AnyView {
    let (heading, city) = names.unwrap_or((Key::Loading.text(lang), slug));
    let city_steps = ProjectList {
        city: Some(slug.to_owned()),
        ..ProjectList::default()
    };
    let steps = [
        (Key::NavHome.text(lang), Route::Home),
        (
            Key::ProjectsTitle.text(lang),
            Route::Projects(ProjectList::default()),
        ),
        (city, Route::Projects(city_steps)),
    ];
    let id = id.to_owned();
    let content = loaded(
        site.city(slug),
        lang,
        Key::FailedProject,
        move |page: Arc<CityPage>| match find(&page, &id) {
            Some(project) => content(site, lang, &page, project),
            None => ().into_any(),
        },
    );
    let mut part = Part::new();
    breadcrumb_of(&mut part, site, lang, &steps, heading);
    part.heading(heading);
    part.island("", move || content);
    part.view("")
}

/// The sources of a page that shows one project, numbered anew.
#[derive(Default)]
struct Numbered(SourceKeys);

impl Numbered {
    /// The numbers of sources that the city's file calls `keys`.
    fn of(&mut self, keys: &[String]) -> SourceKeys {
        let mut numbers = SourceKeys::new();
        for key in keys {
            let known = self.0.iter().position(|it| it == key);
            let place = known.unwrap_or_else(|| {
                self.0.push(key.clone());
                self.0.len() - 1
            });
            numbers.push((place + 1).to_string());
        }
        numbers
    }

    /// The sources by their new numbers.
    fn take(&self, all: &Sources) -> Sources {
        let mut sources = Sources::new();
        for (place, key) in self.0.iter().enumerate() {
            if let Some(source) = all.get(key) {
                sources.insert((place + 1).to_string(), source.clone());
            }
        }
        sources
    }
}

fn content(site: Site, lang: Lang, page: &CityPage, project: &Project) -> AnyView {
    let city = &page.city;
    let mut numbered = Numbered::default();
    let keys = numbered.of(&project.sources);
    let cites = Citations::new(lang, "");
    let mut part = Part::new();
    facts(&mut part, site, lang, page, project, &cites, &keys);
    told(&mut part, lang, project, &cites, &keys);
    let about = |it: &&Conflict| it.about.as_deref() == Some("projects");
    let mut differ: Vec<Conflict> = city.conflicts.iter().filter(about).cloned().collect();
    if !differ.is_empty() {
        for conflict in &mut differ {
            conflict.sources = numbered.of(&conflict.sources);
        }
        open_section(&mut part, "conflicts", Key::Conflicts.text(lang));
        conflicts(&mut part, &differ, lang, &cites);
        part.close();
    }
    others(&mut part, site, lang, page, project);
    related_projects(&mut part, site, lang, &city.id, project);
    programs(&mut part, site, lang, page);
    open_section(&mut part, "sources", Key::Sources.text(lang));
    cites.list(&mut part, &numbered.take(&city.sources));
    part.view("")
}

/// Writes the facts: where, how far, what kind, about what, when, with whom.
fn facts(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    page: &CityPage,
    project: &Project,
    cites: &Citations,
    keys: &SourceKeys,
) {
    let city = &page.city;
    let unknown = |words: String| {
        if words.is_empty() {
            Key::Unknown.text(lang).to_owned()
        } else {
            words
        }
    };
    markup
        .open("p", "names")
        .link(
            "",
            &site.href(lang, Route::City(city.id.clone())),
            city.name.get(lang),
        )
        .text(", ")
        .text(city.country.key().text(lang))
        .close();
    let label = Key::KeyFacts.text(lang);
    markup.open_with(
        "dl",
        &[("class", "key-facts project-facts"), ("aria-label", label)],
    );
    markup
        .open("div", "")
        .el("dt", "", Key::ProjectsStatus.text(lang))
        .open("dd", "");
    stated(markup, project.status, project.status_as_of, lang);
    cites.cite(markup, keys);
    markup.close().close();
    let named = if project.in_ascn_reports {
        Key::ProjectNamedYes
    } else {
        Key::ProjectOwn
    };
    let rows = [
        (Key::ProjectsKind, project.kind.key().text(lang).to_owned()),
        (Key::ProjectFocus, focus_areas(&project.focus, lang)),
        (Key::ProjectPeriod, period(project.start, project.end, lang)),
        (Key::ProjectPartners, list(&project.partners, lang)),
        (Key::ProjectNamed, named.text(lang).to_owned()),
    ];
    for (key, words) in rows {
        markup
            .open("div", "")
            .el("dt", "", key.text(lang))
            .el("dd", "", &unknown(words))
            .close();
    }
    markup.close();
}

/// Writes what sources say of the project, and of what they say nothing.
fn told(markup: &mut Markup, lang: Lang, project: &Project, cites: &Citations, keys: &SourceKeys) {
    let summary = Some(project.summary.clone());
    let mut silent = Vec::new();
    markup.open("div", "told-of");
    for (key, id, text) in [
        (Key::ProjectWhat, "what", &summary),
        (Key::ProjectProgress, "progress", &project.progress),
        (Key::ProjectChallenges, "challenges", &project.challenges),
        (Key::ProjectPlans, "plans", &project.plans),
    ] {
        let title = key.text(lang);
        let Some(text) = text else {
            silent.push(fold(title));
            continue;
        };
        open_section(markup, id, title);
        markup.open("p", "").text(text.get(lang));
        cites.cite(markup, keys);
        markup.close().close();
    }
    if !silent.is_empty() {
        let words = Key::ProjectSilent.with(lang, &list(&silent, lang));
        markup.el("p", "empty", &words);
    }
    markup.close();
}

/// Writes the other projects of the city.
fn others(markup: &mut Markup, site: Site, lang: Lang, page: &CityPage, project: &Project) {
    let city = &page.city;
    let name = city.name.get(lang);
    open_section(markup, "others", &Key::ProjectOthers.with(lang, name));
    if city.projects.len() < 2 {
        markup.el("p", "empty", Key::ProjectNoOthers.text(lang));
    }
    let place = Place {
        id: &city.id,
        name,
        country: None,
    };
    markup.open("ul", "rows project-rows");
    for other in city.projects.iter().filter(|it| it.id != project.id) {
        row(
            markup,
            site,
            lang,
            &place,
            false,
            &ProjectEntry::from(other),
        );
    }
    markup.close();
    let href = site.href(lang, Route::City(city.id.clone()));
    markup
        .open("p", "links")
        .link("", &href, &Key::ProjectCityPage.with(lang, name))
        .close()
        .close();
}

/// Writes projects of other cities in the same focus areas, once the list is there.
fn related_projects(part: &mut Part, site: Site, lang: Lang, slug: &str, project: &Project) {
    open_section(part, "related", Key::ProjectRelated.text(lang));
    part.el("p", "", Key::ProjectRelatedLead.text(lang));
    let (slug, focus) = (slug.to_owned(), project.focus.clone());
    part.island("", move || {
        loaded(
            site.projects(),
            lang,
            Key::FailedProjects,
            move |index: Arc<ProjectIndex>| {
                let mut markup = Markup::new();
                markup.open("ul", "rows project-rows");
                for it in related(&index, &slug, &focus, RELATED, lang) {
                    let place = Place {
                        id: &it.city.id,
                        name: it.city.name.get(lang),
                        country: Some(it.city.country),
                    };
                    row(&mut markup, site, lang, &place, true, it.project);
                }
                markup.close();
                block("", markup)
            },
        )
    });
    for area in &project.focus {
        let list = ProjectList {
            focus: Some(*area),
            ..ProjectList::default()
        };
        let words = Key::ProjectRelatedAll.with(lang, area.key().text(lang));
        part.open("p", "links")
            .link("", &site.href(lang, Route::Projects(list)), &words)
            .close();
    }
    part.close();
}

/// Writes the programmes that name the city.
fn programs(markup: &mut Markup, site: Site, lang: Lang, page: &CityPage) {
    let name = page.city.name.get(lang);
    open_section(markup, "programs", &Key::ProjectPrograms.with(lang, name));
    if page.programs.is_empty() {
        markup
            .el("p", "empty", Key::ProgramsNone.text(lang))
            .close();
        return;
    }
    markup
        .el("p", "", Key::ProjectProgramsLead.text(lang))
        .open("ul", "rows");
    for program in &page.programs {
        let href = site.href(lang, Route::Program(program.id.clone()));
        let when = period(Some(program.start), program.end, lang);
        markup
            .open("li", "")
            .link("", &href, program.name.get(lang))
            .el("span", "row-facts", &when)
            .el("span", "row-focus", program.partner_name.get(lang))
            .close();
    }
    markup.close().close();
}
