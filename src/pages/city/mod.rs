//! The profile of a city: what it promised, what moved, who helps, who leads, by whose word.

mod about;
mod country;
mod header;
mod indicators;
mod people;
mod programs;
mod projects;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::live::{block, live};
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::data::{Load, LoadError};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::Lang;
use crate::pages::not_found;
use crate::route::{Directory, Route};

/// What every section of the profile needs.
#[derive(Clone)]
struct Profile {
    site: Site,
    lang: Lang,
    page: Arc<CityPage>,
    cites: Citations,
}

/// The profile of the city of `slug`.
pub fn view(site: Site, lang: Lang, slug: &str) -> AnyView {
    let index = site.index();
    let file = site.city(slug);
    let slug = slug.to_owned();
    // The name comes with the city's file, or sooner with the index.
    let name = {
        let (index, file, slug) = (index.clone(), file.clone(), slug.clone());
        Memo::new(move |_| {
            let of_file = file.ready().map(|page| page.city.name.get(lang).to_owned());
            of_file.or_else(|| Some(index.ready()?.city(&slug)?.name.get(lang).to_owned()))
        })
    };
    Effect::new(move |_| {
        if let Some(name) = name.get() {
            site.arrived(lang, &name);
        }
    });
    // A city that neither the index nor the server knows is a wrong address, not a failure.
    let unknown = {
        let (file, slug) = (file.clone(), slug.clone());
        Memo::new(move |_| {
            let unlisted = index
                .ready()
                .is_some_and(|index| index.city(&slug).is_none());
            unlisted && matches!(file.get(), Load::Failed(LoadError::Missing(404)))
        })
    };
    let show = move || {
        if unknown.get() {
            return not_found::view(site, lang, Some(&slug));
        }
        let heading = move || {
            name.get()
                .unwrap_or_else(|| Key::Loading.text(lang).to_owned())
        };
        let steps = [
            (Key::NavHome, Route::Home),
            (Key::NavCities, Route::Cities(Directory::default())),
        ];
        let content = loaded(
            file.clone(),
            lang,
            Key::FailedCity,
            move |page: Arc<CityPage>| {
                content(&Profile {
                    site,
                    lang,
                    page,
                    cites: Citations::new(lang, ""),
                })
            },
        );
        view! {
            {breadcrumb(site, lang, &steps, heading)}
            <h1 tabindex="-1">{heading}</h1>
            {content}
        }
        .into_any()
    };
    live(show)
}

fn content(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    // In reading order: numbers of citations and the ways back depend on it.
    let header = header::view(profile);
    let titled = |id: &'static str, key: Key, view: AnyView| (id, key.text(lang).to_owned(), view);
    let sections = vec![
        titled("projects", Key::Projects, projects::view(profile)),
        titled("indicators", Key::Indicators, indicators::view(profile)),
        titled("programs", Key::Programs, programs::view(profile)),
        titled("people", Key::People, people::view(profile)),
        titled("about", Key::About, about::view(profile)),
        (
            "country",
            Key::CountryTitle.with(lang, country::name(profile)),
            country::view(profile),
        ),
        titled("sources", Key::Sources, sources(profile)),
    ];
    let mut links = Markup::new();
    links.open("ul", "");
    for (id, title, _) in &sections {
        links.open("li", "").jump("", id, title).close();
    }
    let links = block("", links);
    let sections = sections
        .into_iter()
        .map(|(id, title, content)| {
            view! {
                <section aria-labelledby=id>
                    <h2 id=id tabindex="-1">{title}</h2>
                    {content}
                </section>
            }
        })
        .collect_view();
    view! {
        {header}
        <div class="with-index">
            <nav class="page-index" aria-label=Key::OnThisPage.text(lang)>
                <p aria-hidden="true">{Key::OnThisPage.text(lang)}</p>
                {links}
            </nav>
            <div class="sections">{sections}</div>
        </div>
    }
    .into_any()
}

fn sources(profile: &Profile) -> AnyView {
    let mut markup = Markup::new();
    profile.cites.list(&mut markup, &profile.page.city.sources);
    block("", markup)
}
