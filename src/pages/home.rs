//! The front page: what the network is, where it is, and the way to each city.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::map::{network_map, spot};
use crate::components::state::loaded;
use crate::i18n::{Key, Named as _};
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, Lang};
use crate::route::{Directory, Route};

/// The front page.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::HomeTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(site.index(), lang, Key::FailedIndex, move |index: Arc<Index>| {
        content(site, lang, &index)
    });
    view! {
        <h1 tabindex="-1">{title}</h1>
        {content}
    }
    .into_any()
}

fn content(site: Site, lang: Lang, index: &Index) -> AnyView {
    let cities = index.cities.len().to_string();
    let countries: Vec<Country> = Country::ALL
        .into_iter()
        .filter(|country| index.cities.iter().any(|city| city.country == *country))
        .collect();
    let count = countries.len().to_string();
    let projects: u32 = index.cities.iter().flat_map(|city| city.projects).sum();
    let spots = index.cities.iter().map(|city| spot(site, city, lang)).collect();
    let directory = site.href(lang, Route::Cities(Directory::default()));
    view! {
        <p class="lead">{Key::HomeLead.with2(lang, &cities, &count)}</p>
        <form
            class="find"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                if let Some(text) = typed("find") {
                    let route = Route::Cities(Directory { text, ..Directory::default() });
                    site.go(crate::route::Address { lang, route });
                }
            }
        >
            <label for="find">{Key::HomeFind.text(lang)}</label>
            <input id="find" type="search" autocomplete="off" maxlength="100" />
            <button type="submit">{Key::GoToCities.text(lang)}</button>
        </form>
        <dl class="figures">
            {figure(&cities, Key::HomeCities, directory.clone(), lang)}
            {figure(&count, Key::HomeCountries, directory.clone(), lang)}
            {figure(&projects.to_string(), Key::HomeProjects, directory, lang)}
        </dl>
        <section aria-labelledby="map">
            <h2 id="map">{Key::HomeMap.text(lang)}</h2>
            {network_map(site, lang, spots)}
        </section>
        <section aria-labelledby="countries">
            <h2 id="countries">{Key::HomeByCountry.text(lang)}</h2>
            <div class="by-country">
                {countries.into_iter().map(|country| of_country(site, lang, index, country)).collect_view()}
            </div>
        </section>
    }
    .into_any()
}

/// What stands in an input.
fn typed(id: &str) -> Option<String> {
    use wasm_bindgen::JsCast as _;
    let input = crate::platform::element(id)?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    Some(input.value().trim().to_owned())
}

fn figure(value: &str, name: Key, href: String, lang: Lang) -> AnyView {
    view! {
        <div>
            <dt>{name.text(lang)}</dt>
            <dd><a href=href>{value.to_owned()}</a></dd>
        </div>
    }
    .into_any()
}

fn of_country(site: Site, lang: Lang, index: &Index, country: Country) -> AnyView {
    let of_country = |city: &&IndexCity| city.country == country;
    let mut cities: Vec<&IndexCity> = index.cities.iter().filter(of_country).collect();
    cities.sort_by_key(|city| city.name.get(lang));
    let cities = cities
        .into_iter()
        .map(|city| {
            let href = site.href(lang, Route::City(city.id.clone()));
            view! { <li><a href=href>{city.name.get(lang).to_owned()}</a></li> }
        })
        .collect_view();
    view! {
        <div>
            <h3>{country.key().text(lang)}</h3>
            <ul>{cities}</ul>
        </div>
    }
    .into_any()
}
