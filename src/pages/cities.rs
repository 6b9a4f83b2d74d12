//! The directory: every city, with filters that live in the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::atlas_map::{atlas_map, CITY_LIST};
use crate::components::facts::{count_projects, focus_areas, local_names};
use crate::components::live::{block, live};
use crate::components::map::spot;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, FocusArea, Lang};
use crate::order::sort_by_key;
use crate::route::{Compare, Directory, Route, Sort};
use crate::search::{select, words};

/// The directory.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::DirectoryTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.index(),
        lang,
        Key::FailedIndex,
        move |index: Arc<Index>| content(site, lang, &index),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::DirectoryLead.text(lang));
    part.island("", move || content);
    part.view("")
}

fn content(site: Site, lang: Lang, index: &Arc<Index>) -> AnyView {
    let directory = site.directory();
    let words: Vec<Vec<String>> = index.cities.iter().map(words).collect();
    let shown = {
        let index = Arc::clone(index);
        Memo::new(move |_| directory.with(|directory| select(&index, &words, directory, lang)))
    };
    let all = index.cities.len();
    let count = move || {
        let shown = shown.with(Vec::len);
        Key::CitiesShown.with2(lang, &shown.to_string(), &all.to_string())
    };
    let rows = {
        let index = Arc::clone(index);
        live(move || {
            list(
                site,
                lang,
                &index,
                &shown.get(),
                directory.with(|it| it.sort),
            )
        })
    };
    let compare = {
        let index = Arc::clone(index);
        live(move || compare_link(site, lang, &index, &shown.get()))
    };
    let map = {
        let index = Arc::clone(index);
        live(move || {
            let cities = shown.get();
            let cities = cities
                .into_iter()
                .filter_map(|place| index.cities.get(place));
            let spots = cities.map(|city| spot(site, city, lang)).collect();
            let mut part = Part::new();
            atlas_map(&mut part, site, lang, spots);
            part.view("")
        })
    };
    view! {
        {filters(site, lang, index, directory)}
        <p class="count" role="status">{count}</p>
        {compare}
        {map}
        {rows}
    }
    .into_any()
}

fn filters(site: Site, lang: Lang, index: &Index, directory: Memo<Directory>) -> AnyView {
    let countries: Options = Country::ALL
        .into_iter()
        .filter(|country| index.cities.iter().any(|city| city.country == *country))
        .map(|country| {
            (
                country.code().to_owned(),
                country.key().text(lang).to_owned(),
            )
        })
        .collect();
    let focus: Options = FocusArea::ALL
        .into_iter()
        .map(|area| (area.id().to_owned(), area.key().text(lang).to_owned()))
        .collect();
    let mut years: Vec<i32> = index.cities.iter().map(|city| city.joined).collect();
    sort_by_key(&mut years, |year| *year);
    years.dedup();
    let years: Options = years
        .into_iter()
        .map(|year| (year.to_string(), year.to_string()))
        .collect();
    let sorts: Options = Sort::ALL
        .into_iter()
        .map(|sort| {
            let key = match sort {
                Sort::Country => Key::SortCountry,
                Sort::Name => Key::SortName,
                Sort::Joined => Key::SortJoined,
                Sort::Projects => Key::SortProjects,
            };
            (sort.id().to_owned(), key.text(lang).to_owned())
        })
        .collect();
    let change = move |act: &dyn Fn(&mut Directory)| {
        let mut changed = directory.get_untracked();
        act(&mut changed);
        site.change(Route::Cities(changed));
    };
    let all = Some(Key::FilterAll.text(lang));
    let text = move || directory.with(|it| it.text.clone());
    view! {
        <form class="filters" role="search" aria-label=Key::FilterTitle.text(lang) on:submit=|event| event.prevent_default()>
            <label class="wide">
                <span>{Key::FilterText.text(lang)}</span>
                <input
                    type="search"
                    autocomplete="off"
                    maxlength="100"
                    prop:value=text
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        change(&|it| it.text.clone_from(&text));
                    }
                />
            </label>
            {choice(Key::FilterCountry.text(lang), all, &countries,
                move || directory.with(|it| it.country.map_or("", Country::code).to_owned()),
                move |value| change(&|it| it.country = Country::from_code(&value)))}
            {choice(Key::FilterFocus.text(lang), all, &focus,
                move || directory.with(|it| it.focus.map_or("", FocusArea::id).to_owned()),
                move |value| change(&|it| it.focus = FocusArea::from_id(&value)))}
            {choice(Key::FilterJoined.text(lang), all, &years,
                move || directory.with(|it| it.joined.map_or(String::new(), |year| year.to_string())),
                move |value| change(&|it| it.joined = value.parse().ok()))}
            {choice(Key::SortBy.text(lang), None, &sorts,
                move || directory.with(|it| it.sort.id().to_owned()),
                move |value| change(&|it| it.sort = Sort::from_id(&value)))}
            <button type="button" on:click=move |_| site.change(Route::Cities(Directory::default()))>
                {Key::FilterReset.text(lang)}
            </button>
        </form>
    }
    .into_any()
}

/// The options of a choice: value and words.
type Options = Vec<(String, String)>;

/// A labelled choice among `options` (value and words), with a first one for none where `all` names
/// it.
fn choice(
    label: &'static str,
    all: Option<&'static str>,
    options: &[(String, String)],
    chosen: impl Fn() -> String + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    // Boxed: otherwise each choice brings its own copy of the renderer.
    let chosen: Box<dyn Fn() -> String + Send + Sync> = Box::new(chosen);
    let choose: Box<dyn Fn(String)> = Box::new(choose);
    let mut markup = Markup::new();
    for (value, words) in all
        .map(|words| (String::new(), words.to_owned()))
        .iter()
        .chain(options)
    {
        // An option without a value attribute would stand for its words.
        let value = if value.is_empty() { " " } else { value };
        markup.el_with("option", &[("value", value)], words);
    }
    let chosen = move || {
        Some(chosen())
            .filter(|it| !it.is_empty())
            .unwrap_or_else(|| " ".to_owned())
    };
    view! {
        <label>
            <span>{label}</span>
            <select
                inner_html=markup.finish()
                prop:value=chosen
                on:change=move |event| choose(event_target_value(&event).trim().to_owned())
            ></select>
        </label>
    }
    .into_any()
}

/// The way to the comparison: of the cities shown where they are few enough.
fn compare_link(site: Site, lang: Lang, index: &Index, shown: &[usize]) -> AnyView {
    let mut route = Compare::default();
    let mut words = Key::CompareTitle.text(lang).to_owned();
    if (Compare::FEWEST..=Compare::MOST).contains(&shown.len()) {
        let cities = shown.iter().filter_map(|place| index.cities.get(*place));
        let ids: Vec<&str> = cities.map(|it| it.id.as_str()).collect();
        route = Compare::of(&ids);
        words = Key::CompareThese.with(lang, &ids.len().to_string());
    }
    let mut markup = Markup::new();
    markup
        .open("p", "")
        .link("", &site.href(lang, Route::Compare(route)), &words);
    block("", markup)
}

/// The cities as rows, under a heading for each country where they are sorted so.
fn list(site: Site, lang: Lang, index: &Index, shown: &[usize], sort: Sort) -> AnyView {
    let mut markup = Markup::new();
    markup.open_with("div", &[("id", CITY_LIST), ("tabindex", "-1")]);
    if shown.is_empty() {
        markup.el("p", "empty", Key::CitiesNone.text(lang));
    }
    let mut group = None;
    for city in shown.iter().filter_map(|place| index.cities.get(*place)) {
        let of = (sort == Sort::Country).then_some(city.country);
        if group != Some(of) {
            if group.is_some() {
                markup.close();
            }
            if let Some(country) = of {
                markup.el("h2", "group", country.key().text(lang));
            }
            markup.open("ul", "rows");
            group = Some(of);
        }
        row(&mut markup, site, lang, city, sort);
    }
    block("", markup)
}

/// Writes the row of a city.
pub(super) fn row(markup: &mut Markup, site: Site, lang: Lang, city: &IndexCity, sort: Sort) {
    let href = site.href(lang, Route::City(city.id.clone()));
    markup
        .open("li", "")
        .link("", &href, city.name.get(lang))
        .text(" ");
    local_names(markup, &city.name, lang);
    if sort != Sort::Country {
        markup.el("span", "country", city.country.key().text(lang));
    }
    let joined = Key::JoinedIn.with(lang, &city.joined.to_string());
    let projects = count_projects(city.projects.iter().sum(), lang);
    markup.el("span", "row-facts", &format!("{joined} · {projects}"));
    markup
        .el("span", "row-focus", &focus_areas(&city.focus, lang))
        .close();
}
