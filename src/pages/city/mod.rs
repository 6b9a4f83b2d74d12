//! The profile of a city: what it promised, what moved, who helps, who leads, by whose word.

pub(super) mod about;
mod country;
mod header;
pub(super) mod indicators;
mod people;
mod programs;
mod projects;

// What the pages of countries and of the comparison say in the same words.
pub(super) use crate::components::facts::people;
pub(super) use about::{conflicts, words as conflict_words};
pub(super) use country::{chart as country_chart, latest};
pub(super) use indicators::{explore, notes, sources as sources_of};
pub(super) use people::{by_role, officer};

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::live::{block, follow, live};
use crate::components::part::Part;
use crate::components::shell::{breadcrumb, open_section, page_index};
use crate::components::state::loaded;
use crate::components::take::Data;
use crate::data::{Load, LoadError};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::{Indicator, Lang, Sources};
use crate::pages::not_found::{self, Missing};
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
    let file = site.city(slug);
    let slug = slug.to_owned();
    // The name comes with the city's file; sooner with the index where the reader comes from a page
    // that has it. The page does not load it, because it grows with the network, unless the file fails.
    let name = {
        let (known, file, slug) = (site.known_index(), file.clone(), slug.clone());
        Memo::new(move |_| {
            let index = match file.get() {
                Load::Ready(page) => return Some(page.city.name.get(lang).to_owned()),
                Load::Failed(_) => {
                    let index = site.index();
                    if matches!(index.get(), Load::Failed(_)) {
                        // Nothing else is known of it.
                        return Some(slug.clone());
                    }
                    Some(index)
                }
                Load::Loading => known.clone(),
            };
            Some(index?.ready()?.city(&slug)?.name.get(lang).to_owned())
        })
    };
    follow(move || {
        if let Some(name) = name.get() {
            site.arrived(lang, &name);
        }
    });
    // A city that neither the index nor the server knows is a wrong address, not a failure.
    let unknown = {
        let (file, slug) = (file.clone(), slug.clone());
        Memo::new(move |_| {
            matches!(file.get(), Load::Failed(LoadError::Missing(404)))
                && site
                    .index()
                    .ready()
                    .is_some_and(|index| index.city(&slug).is_none())
        })
    };
    let show = move || {
        if unknown.get() {
            return not_found::view(site, lang, &Missing::City(&slug));
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
        let mut part = Part::new();
        part.island("", move || {
            live(move || {
                let heading = heading();
                let mut markup = Markup::new();
                breadcrumb(&mut markup, site, lang, &steps, &heading);
                markup.heading(&heading);
                block("", markup)
            })
        })
        .island("", move || content);
        part.view("")
    };
    live(show)
}

/// A section of the profile: its id, its title and what writes it.
type Section = (&'static str, String, fn(&mut Part, &Profile));

fn content(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let titled = |id, key: Key, write: fn(&mut Part, &Profile)| -> Section {
        (id, key.text(lang).to_owned(), write)
    };
    let sections = [
        titled("projects", Key::Projects, projects::write),
        titled("indicators", Key::Indicators, indicators::write),
        titled("programs", Key::Programs, programs::write),
        titled("people", Key::People, people::write),
        titled("about", Key::About, about::write),
        (
            "country",
            Key::CountryTitle.with(lang, country::name(profile)),
            country::write,
        ),
        titled("sources", Key::Sources, sources),
    ];
    let mut part = Part::new();
    // In reading order: numbers of citations and the ways back depend on it.
    header::write(&mut part, profile);
    part.open("div", "with-index");
    let heads: Vec<_> = sections
        .iter()
        .map(|(id, title, _)| (*id, title.as_str()))
        .collect();
    page_index(&mut part, lang, &heads);
    part.open("div", "sections");
    for (id, title, write) in &sections {
        open_section(&mut part, id, title);
        write(&mut part, profile);
        part.close();
    }
    part.view("")
}

impl Data for CityPage {
    fn sources(&self) -> &Sources {
        &self.city.sources
    }

    fn indicator(&self, at: usize) -> Option<&Indicator> {
        self.city.indicators.get(at)
    }

    fn city(&self, slug: &str, lang: Lang) -> Option<&str> {
        (slug == self.city.id).then(|| self.city.name.get(lang))
    }
}

fn sources(part: &mut Part, profile: &Profile) {
    profile.cites.list(part, &profile.page.city.sources);
}
