//! The directory: every city, with filters that live in the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::atlas_map::{atlas_map, CITY_LIST};
use crate::components::embed;
use crate::components::facts::{count_projects, focus_areas, local_names};
use crate::components::filters::{self, choice, Options};
use crate::components::live::{block, live};
use crate::components::more::More;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::i18n::{countries, Key, Named as _};
use crate::markup::{escape, Markup};
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, FocusArea, Lang};
use crate::order::sort_by_key;
use crate::route::{Compare, Directory, Route, Sort};
use crate::search::{select, words};
use crate::widget::Widget;

/// How many cities come at a time, and the id of the button that shows more.
const STEP: usize = 200;
const MORE: &str = "city-more";

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
        let shown = shown.with(Vec::len).to_string();
        escape(&Key::CitiesShown.with2(lang, &shown, &all.to_string()))
    };
    let more = More::new(MORE, STEP);
    let rows = {
        let index = Arc::clone(index);
        move || {
            let sort = directory.with(|it| it.sort);
            shown.with(|shown| {
                let first = shown.get(..more.shown(shown.len())).unwrap_or_default();
                list(site, lang, &index, first, sort)
            })
        }
    };
    let compare = {
        let index = Arc::clone(index);
        move || shown.with(|shown| compare_link(site, lang, &index, shown))
    };
    let map = {
        let index = Arc::clone(index);
        move || {
            let mut part = Part::new();
            shown.with(|shown| atlas_map(&mut part, site, lang, &index, shown));
            part.view("")
        }
    };
    let mut part = Part::new();
    write_filters(&mut part, site, lang, index, directory, more);
    part.following("p", &[("class", "count"), ("role", "status")], count);
    part.island("", || live(compare))
        .island("", || live(map))
        .island("", || live(rows));
    more.button(&mut part, lang);
    part.view("")
}

/// Writes the filters.
fn write_filters(
    part: &mut Part,
    site: Site,
    lang: Lang,
    index: &Index,
    directory: Memo<Directory>,
    more: More,
) {
    let countries: Options = countries(lang)
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
    let mut years: Vec<i32> = Vec::new();
    for city in &index.cities {
        if !years.contains(&city.joined) {
            years.push(city.joined);
        }
    }
    sort_by_key(&mut years, |year| *year);
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
    let now = move |filter: &str| directory.with(|it| value(it, filter));
    let change = move |changed: Option<(&str, &str)>| {
        let mut directory = directory.get_untracked();
        match changed {
            Some((filter, value)) => set(&mut directory, filter, value),
            None => directory = Directory::default(),
        }
        more.restart();
        site.change(Route::Cities(directory));
    };
    filters::open(part, lang, now, change);
    filters::typed(part, Key::FilterText.text(lang), "text");
    let all = Some(Key::FilterAll.text(lang));
    choice(
        part,
        Key::FilterCountry.text(lang),
        "country",
        all,
        &countries,
    );
    choice(part, Key::FilterFocus.text(lang), "focus", all, &focus);
    choice(part, Key::FilterJoined.text(lang), "joined", all, &years);
    choice(part, Key::SortBy.text(lang), "sort", None, &sorts);
    filters::close(part, lang);
}

/// The value of a filter; empty where it is not set.
fn value(directory: &Directory, filter: &str) -> String {
    match filter {
        "country" => directory.country.map_or("", Country::code).to_owned(),
        "focus" => directory.focus.map_or("", FocusArea::id).to_owned(),
        "joined" => directory
            .joined
            .map_or(String::new(), |year| year.to_string()),
        "sort" => directory.sort.id().to_owned(),
        _ => directory.text.clone(),
    }
}

/// Sets a filter; a value that it does not know removes it.
fn set(directory: &mut Directory, filter: &str, value: &str) {
    match filter {
        "country" => directory.country = Country::from_code(value),
        "focus" => directory.focus = FocusArea::from_id(value),
        "joined" => directory.joined = value.parse().ok(),
        "sort" => directory.sort = Sort::from_id(value),
        _ => value.clone_into(&mut directory.text),
    }
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
        .open("p", "way")
        .link("", &site.href(lang, Route::Compare(route)), &words)
        .close();
    let map = Key::EmbedMap.text(lang);
    embed::link(&mut markup, site, lang, Widget::Map, map);
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
