//! The front page: what the network is, where it is, and the way to each city.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::Site;
use crate::components::atlas_map::{atlas_map, CITY_LIST};
use crate::components::map::spot;
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::Index;
use crate::model::{Country, Lang};
use crate::platform;
use crate::route::{Address, Directory, Route};

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

fn content(site: Site, lang: Lang, index: &Index) -> AnyView {
    let spots = index
        .cities
        .iter()
        .map(|city| spot(site, city, lang))
        .collect();
    let mut part = Part::new();
    lead(&mut part, lang, index);
    find(&mut part, site, lang);
    figures(&mut part, site, lang, index);
    atlas_map(&mut part, site, lang, spots);
    by_country(&mut part, site, lang, index);
    part.view("")
}

/// The member states that have a city in the network.
fn countries(index: &Index) -> impl Iterator<Item = Country> + '_ {
    let has_city = |country: &Country| index.cities.iter().any(|city| city.country == *country);
    Country::ALL.into_iter().filter(has_city)
}

fn lead(markup: &mut Markup, lang: Lang, index: &Index) {
    let cities = index.cities.len().to_string();
    let countries = countries(index).count().to_string();
    markup.el("p", "lead", &Key::HomeLead.with2(lang, &cities, &countries));
}

fn find(part: &mut Part, site: Site, lang: Lang) {
    let form = [("class", "find"), ("role", "search")];
    part.open_hearing("form", &form, &["submit"], move |event| {
        event.prevent_default();
        let text = typed("find").unwrap_or_default();
        let route = Route::Cities(Directory {
            text,
            ..Directory::default()
        });
        site.go(Address { lang, route });
    });
    let input = [
        ("id", "find"),
        ("type", "search"),
        ("autocomplete", "off"),
        ("maxlength", "100"),
    ];
    part.el_with("label", &[("for", "find")], Key::HomeFind.text(lang))
        .void("input", &input)
        .el_with("button", &[("type", "submit")], Key::FindButton.text(lang))
        .close();
}

/// What stands in an input.
fn typed(id: &str) -> Option<String> {
    let input = platform::element(id)?
        .dyn_into::<web_sys::HtmlInputElement>()
        .ok()?;
    Some(input.value().trim().to_owned())
}

fn figures(markup: &mut Markup, site: Site, lang: Lang, index: &Index) {
    let projects: u32 = index.cities.iter().flat_map(|city| city.projects).sum();
    let directory = site.href(lang, Route::Cities(Directory::default()));
    let most = Directory {
        sort: crate::route::Sort::Projects,
        ..Directory::default()
    };
    let by_projects = site.href(lang, Route::Cities(most));
    let figures = [
        (Key::HomeCities, index.cities.len().to_string(), &directory),
        (
            Key::HomeCountries,
            countries(index).count().to_string(),
            &directory,
        ),
        (Key::HomeProjects, projects.to_string(), &by_projects),
    ];
    markup.open("dl", "figures");
    for (name, value, href) in figures {
        markup.open("div", "").el("dt", "", name.text(lang));
        markup.open("dd", "").link("", href, &value).close().close();
    }
    markup.close();
}

fn by_country(markup: &mut Markup, site: Site, lang: Lang, index: &Index) {
    markup
        .el_with(
            "h2",
            &[("id", CITY_LIST), ("tabindex", "-1")],
            Key::HomeByCountry.text(lang),
        )
        .open("div", "by-country");
    for country in countries(index) {
        markup
            .open("div", "")
            .el("h3", "", country.key().text(lang))
            .open("ul", "");
        for city in index.cities.iter().filter(|city| city.country == country) {
            let href = site.href(lang, Route::City(city.id.clone()));
            markup
                .open("li", "")
                .link("", &href, city.name.get(lang))
                .close();
        }
        markup.close().close();
    }
    markup.close();
}
