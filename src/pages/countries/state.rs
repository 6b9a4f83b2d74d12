//! A member state: its cities, who speaks for it, its part in the network, its figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::{cities, count_cities, ranges};
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::embed::link;
use crate::components::facts::count_projects;
use crate::components::live::live;
use crate::components::map::{locator_map, spots};
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::{failure, loaded, loading};
use crate::data::{File, Load};
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{AseanPage, Index};
use crate::model::{Country, Lang};
use crate::pages::cities::row;
use crate::pages::city::by_role;
use crate::route::{Compare, Directory, Route, Sort};
use crate::widget::Widget;

/// How many of its cities a state's page lists at most; the directory has all.
const MOST: usize = 200;

/// The page of a member state.
pub fn view(site: Site, lang: Lang, country: Country) -> AnyView {
    let title = country.key().text(lang);
    site.arrived(lang, title);
    let steps = [
        (Key::NavHome, Route::Home),
        (Key::NavCountries, Route::Countries),
    ];
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &steps, title);
    part.heading(title)
        .el("p", "lead", &Key::StateLead.with(lang, title));
    part.island("", move || {
        loaded(
            site.index(),
            lang,
            Key::FailedIndex,
            move |index: Arc<Index>| own_cities(site, lang, country, &index),
        )
    });
    part.island("", move || live(move || figures(site, lang, country)));
    part.view("")
}

fn own_cities(site: Site, lang: Lang, country: Country, index: &Index) -> AnyView {
    let mut part = Part::new();
    let count = cities(index, country).count();
    let projects: u32 = cities(index, country).flat_map(|it| it.projects).sum();
    let is_own = |place: &usize| {
        let city = index.cities.get(*place);
        city.is_some_and(|it| it.country == country)
    };
    let own: Vec<usize> = (0..index.cities.len()).filter(is_own).collect();
    let spots = spots(site, lang, index, &own);
    part.open("section", "head").open("div", "");
    part.el("h2", "", Key::NavCities.text(lang)).el(
        "p",
        "count",
        &[
            &count_cities(count, lang),
            " · ",
            &count_projects(projects, lang),
        ]
        .concat(),
    );
    part.open("ul", "rows");
    for city in cities(index, country).take(MOST) {
        row(&mut part, site, lang, city, Sort::Country);
    }
    part.close();
    if count > MOST {
        let words = Key::CitiesShown.with2(lang, &MOST.to_string(), &count.to_string());
        part.el("p", "note", &words);
    }
    part.open("p", "links");
    let directory = Directory {
        country: Some(country),
        ..Directory::default()
    };
    let all = site.href(lang, Route::Cities(directory));
    part.link("", &all, Key::StateInDirectory.text(lang));
    let ids: Vec<&str> = cities(index, country).map(|it| it.id.as_str()).collect();
    if ids.len() >= Compare::FEWEST {
        let compare = site.href(lang, Route::Compare(Compare::of(&ids)));
        let first = ids.len().min(Compare::MOST).to_string();
        let words = if ids.len() > Compare::MOST {
            Key::CompareFirst.with(lang, &first)
        } else {
            Key::CompareThese.with(lang, &first)
        };
        part.text(" · ").link("", &compare, &words);
    }
    part.close();
    let widget = Widget::Cities(country);
    let title = Key::EmbedCitiesOf.with(lang, country.key().text(lang));
    link(&mut part, site, lang, widget, &title);
    part.close();
    locator_map(&mut part, site, lang, country, spots);
    part.view("")
}

/// The content of a file, none when it failed; says the failure in `part`.
fn settled<T: Send + Sync + 'static>(
    part: &mut Part,
    file: File<T>,
    lang: Lang,
    words: Key,
) -> Option<Arc<T>> {
    match file.get() {
        Load::Loading => None,
        Load::Ready(content) => Some(content),
        Load::Failed(error) => {
            let why = error.text(lang);
            let words = words.text(lang).to_owned();
            part.island("", move || {
                failure(lang, &words, &why, Box::new(move || file.retry()))
            });
            None
        }
    }
}

/// Everything that stands in the files of the state and of ASEAN. It comes at once when both have
/// come or failed, so that nothing that the reader has opened is made anew.
fn figures(site: Site, lang: Lang, country: Country) -> AnyView {
    let (own, asean) = (site.country(country), site.asean());
    if matches!(own.get(), Load::Loading) || matches!(asean.get(), Load::Loading) {
        return loading(lang);
    }
    let cites = Citations::new(lang, "");
    let of_asean = Citations::new(lang, "A");
    let mut part = Part::new();
    let asean = settled(&mut part, asean, lang, Key::FailedAsean);
    let own = settled(&mut part, own, lang, Key::FailedCountry);
    part.open("section", "")
        .el("h2", "", Key::StateOffices.text(lang));
    if let Some(own) = &own {
        by_role(&mut part, &own.representatives, lang, &cites);
    }
    if let Some(asean) = &asean {
        let network = site.href(lang, Route::Network);
        offices(&mut part, lang, asean, country, &network, &of_asean);
    }
    part.close();
    if let Some(own) = &own {
        part.open("section", "")
            .el("h2", "", Key::StateFigures.text(lang))
            .el("p", "", Key::StateFiguresLead.text(lang));
        ranges::write(
            &mut part,
            site,
            lang,
            own,
            asean.as_deref(),
            &cites,
            &of_asean,
        );
        part.close();
    }
    part.open("section", "")
        .el("h2", "", Key::Sources.text(lang));
    if let Some(own) = &own {
        cites.list(&mut part, &own.sources);
    }
    if let Some(asean) = &asean {
        part.open("details", "")
            .el("summary", "", Key::SourcesOfAsean.text(lang))
            .el("p", "fine", Key::SourcesOfRanges.text(lang));
        of_asean.list(&mut part, &asean.sources);
        part.close();
    }
    part.close();
    part.view("")
}

/// The years in which the state chaired the network, and its terms as Shepherd; they lead to
/// `network`.
fn offices(
    markup: &mut Markup,
    lang: Lang,
    asean: &AseanPage,
    country: Country,
    network: &str,
    cites: &Citations,
) {
    let office = |markup: &mut Markup, key: Key, terms: Vec<(String, &[String])>| {
        markup
            .open("p", "")
            .open("strong", "")
            .text(key.text(lang))
            .text(": ")
            .close();
        if terms.is_empty() {
            markup.text(Key::NotSoFar.text(lang));
        }
        for (place, (words, sources)) in terms.iter().enumerate() {
            if place > 0 {
                markup.text("; ");
            }
            markup.link("", network, words);
            cites.cite(markup, sources);
        }
        markup.close();
    };
    let mut chaired = Vec::new();
    for chair in asean.chairs.iter().filter(|it| it.country == country) {
        let mut words = chair.year.to_string();
        if let Some(name) = &chair.chair {
            words = [&words, " (", name, ")"].concat();
        }
        chaired.push((words, chair.sources.as_slice()));
    }
    office(markup, Key::RoleChair, chaired);
    let mut terms = Vec::new();
    for term in asean.shepherds.iter().filter(|it| it.country == country) {
        let words = Key::FromTo.with2(lang, &date(term.from, lang), &date(term.to, lang));
        terms.push((words, term.sources.as_slice()));
    }
    office(markup, Key::RoleShepherd, terms);
}
