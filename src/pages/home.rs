//! The front page: what the network is, where it is, and the way to each city.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::front;
use crate::app::Site;
use crate::components::atlas_map::{atlas_map, CITY_LIST};
use crate::components::embed::link;
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::components::walk::walk_links;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, Lang};
use crate::platform;
use crate::route::{Address, Directory, IndicatorList, ProgramList, ProjectList, Route};
use crate::search::{select, words};
use crate::widget::Widget;

/// The front page.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::HomeTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.index(),
        lang,
        Key::FailedIndex,
        move |index: Arc<Index>| content(site, lang, &index),
    );
    let mut part = Part::new();
    part.heading(title);
    part.island("", move || content);
    part.view("")
}

fn content(site: Site, lang: Lang, index: &Arc<Index>) -> AnyView {
    let all: Vec<usize> = (0..index.cities.len()).collect();
    let mut part = Part::new();
    lead(&mut part, lang, index);
    find(&mut part, site, lang, index);
    figures(&mut part, site, lang, index);
    atlas_map(&mut part, site, lang, index, &all);
    link(&mut part, site, lang, Widget::Map, Key::EmbedMap.text(lang));
    let cities = Arc::clone(index);
    part.island("", move || front::view(site, lang, &cities));
    by_country(&mut part, site, lang, index);
    part.view("")
}

/// The member states that have a city in the network.
fn countries(index: &Index, lang: Lang) -> impl Iterator<Item = Country> + '_ {
    let has_city = |country: &Country| index.cities.iter().any(|city| city.country == *country);
    crate::i18n::countries(lang).into_iter().filter(has_city)
}

fn lead(markup: &mut Markup, lang: Lang, index: &Index) {
    let cities = index.cities.len().to_string();
    let countries = countries(index, lang).count().to_string();
    markup.el("p", "lead", &Key::HomeLead.with2(lang, &cities, &countries));
}

/// The id of the input, and of the cities that fit what is typed.
const FIND: &str = "find";
const FITTING: &str = "find-cities";
/// How many of them are shown.
const MOST: usize = 6;

/// Writes the way to a city by its name: those that fit stand below as it is typed.
fn find(part: &mut Part, site: Site, lang: Lang, index: &Arc<Index>) {
    let names: Vec<Vec<String>> = index.cities.iter().map(words).collect();
    let index = Arc::clone(index);
    let kinds = &["input", "submit", "keydown"];
    part.open_hearing("div", &[("class", "find-city")], kinds, move |event| {
        let (Some(input), Some(fitting)) = (platform::element(FIND), platform::element(FITTING))
        else {
            return;
        };
        let directory = Directory {
            text: platform::value(&input).trim().to_owned(),
            ..Directory::default()
        };
        match event.type_().as_str() {
            "submit" => {
                event.prevent_default();
                let route = Route::Cities(directory);
                site.go(Address { lang, route });
            }
            "input" => {
                let html = fit(site, lang, &index, &names, &directory);
                fitting.set_inner_html(&html);
            }
            _ => {
                if let Some(event) = event.dyn_ref() {
                    walk_links(event, &input, &fitting);
                }
            }
        }
    });
    let action = site.href(lang, Route::Cities(Directory::default()));
    let form = [
        ("class", "find"),
        ("role", "search"),
        ("action", action.as_str()),
    ];
    let input = [
        ("id", FIND),
        ("name", "q"),
        ("type", "search"),
        ("autocomplete", "off"),
        ("maxlength", "100"),
        ("aria-controls", FITTING),
    ];
    part.open_with("form", &form)
        .el_with("label", &[("for", FIND)], Key::HomeFind.text(lang))
        .void("input", &input)
        .el_with("button", &[("type", "submit")], Key::FindButton.text(lang))
        .close()
        .el_with("div", &[("id", FITTING)], "")
        .close();
}

/// The cities that fit what is typed, with their number.
fn fit(
    site: Site,
    lang: Lang,
    index: &Index,
    names: &[Vec<String>],
    directory: &Directory,
) -> String {
    let mut markup = Markup::new();
    if directory.text.is_empty() {
        return String::new();
    }
    let shown = select(index, names, directory, lang);
    let (some, all) = (shown.len().to_string(), index.cities.len().to_string());
    let count = [("class", "note"), ("role", "status")];
    markup
        .el_with("p", &count, &Key::CitiesShown.with2(lang, &some, &all))
        .open("ul", "fitting");
    for city in shown
        .iter()
        .take(MOST)
        .filter_map(|it| index.cities.get(*it))
    {
        let href = site.href(lang, Route::City(city.id.clone()));
        markup
            .open("li", "")
            .open_with("a", &[("href", &href)])
            .el("b", "", city.name.get(lang))
            .text(" ")
            .el("span", "row-facts", city.country.key().text(lang))
            .close()
            .close();
    }
    markup.finish()
}

fn figures(markup: &mut Markup, site: Site, lang: Lang, index: &Index) {
    let projects: u32 = index.cities.iter().flat_map(|city| city.projects).sum();
    let figures = [
        (
            Key::HomeCities,
            index.cities.len(),
            Route::Cities(Directory::default()),
        ),
        (
            Key::HomeCountries,
            countries(index, lang).count(),
            Route::Countries,
        ),
        (
            Key::HomeProjects,
            projects as usize,
            Route::Projects(ProjectList::default()),
        ),
        (
            Key::HomePrograms,
            index.programs,
            Route::Programs(ProgramList::default()),
        ),
        (
            Key::HomeIndicators,
            index.indicators,
            Route::Indicators(IndicatorList::default()),
        ),
    ];
    markup.open("dl", "figures");
    for (name, value, route) in figures {
        let href = site.href(lang, route);
        markup.open("div", "").el("dt", "", name.text(lang));
        markup
            .open("dd", "")
            .link("", &href, &value.to_string())
            .close()
            .close();
    }
    markup.close();
}

/// How many cities of a member state the front page names.
const MOST_OF_STATE: usize = 30;

fn by_country(markup: &mut Markup, site: Site, lang: Lang, index: &Index) {
    markup
        .el_with(
            "h2",
            &[("id", CITY_LIST), ("tabindex", "-1")],
            Key::HomeByCountry.text(lang),
        )
        .open("div", "by-country");
    for country in countries(index, lang) {
        markup
            .open("div", "")
            .el("h3", "", country.key().text(lang))
            .open("ul", "");
        let of_country = |city: &&IndexCity| city.country == country;
        let cities = index.cities.iter().filter(of_country);
        let count = cities.clone().count();
        // Above the most of today's members: a state with more has a page that lists them.
        for city in cities.take(MOST_OF_STATE) {
            let href = site.href(lang, Route::City(city.id.clone()));
            markup
                .open("li", "")
                .link("", &href, city.name.get(lang))
                .close();
        }
        if let Some(others) = count.checked_sub(MOST_OF_STATE + 1) {
            let href = site.href(lang, Route::Country(country));
            let words = Key::StateOthers.with(lang, &(others + 1).to_string());
            markup.open("li", "").link("", &href, &words).close();
        }
        markup.close().close();
    }
    markup.close();
}
