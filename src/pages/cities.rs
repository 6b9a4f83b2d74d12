//! The directory: every city, with filters that live in the address.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::facts::{count_projects, focus_areas, local_names};
use crate::components::map::{network_map, spot};
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::i18n::{Key, Named as _};
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, FocusArea, Lang};
use crate::route::{Directory, Route, Sort};
use crate::search::{fit, words};

/// The directory.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::DirectoryTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(site.index(), lang, Key::FailedIndex, move |index: Arc<Index>| {
        content(site, lang, &index)
    });
    view! {
        {breadcrumb(site, lang, &[(Key::NavHome, Route::Home)], title)}
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{Key::DirectoryLead.text(lang)}</p>
        {content}
    }
    .into_any()
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
        move || list(site, lang, &index, &shown.get(), directory.with(|it| it.sort))
    };
    let map = {
        let index = Arc::clone(index);
        move || {
            let cities = shown.get();
            let cities = cities.into_iter().filter_map(|place| index.cities.get(place));
            network_map(site, lang, cities.map(|city| spot(site, city, lang)).collect())
        }
    };
    view! {
        {filters(site, lang, index, directory)}
        <p class="count" role="status">{count}</p>
        {map}
        {rows}
    }
    .into_any()
}

/// The places in the index of the cities to show, in their order.
fn select(index: &Index, words: &[Vec<String>], directory: &Directory, lang: Lang) -> Vec<usize> {
    let mut shown: Vec<_> = index
        .cities
        .iter()
        .zip(words)
        .enumerate()
        .filter(|(_, (city, _))| {
            directory.country.is_none_or(|country| city.country == country)
                && directory.focus.is_none_or(|focus| city.focus.contains(&focus))
                && directory.joined.is_none_or(|joined| city.joined == joined)
        })
        .filter_map(|(place, (city, words))| {
            let fit = fit(words, &directory.text)?;
            let country = city.country.key().text(lang);
            let (country, rank) = match directory.sort {
                Sort::Country => (country, 0),
                Sort::Name => ("", 0),
                Sort::Joined => ("", -i64::from(city.joined)),
                Sort::Projects => ("", -i64::from(city.projects.iter().sum::<u32>())),
            };
            Some(((country, rank, fit, city.name.get(lang)), place))
        })
        .collect();
    shown.sort_unstable();
    shown.into_iter().map(|(_, place)| place).collect()
}

fn filters(site: Site, lang: Lang, index: &Index, directory: Memo<Directory>) -> AnyView {
    let countries = Country::ALL
        .into_iter()
        .filter(|country| index.cities.iter().any(|city| city.country == *country))
        .map(|country| (country.code().to_owned(), country.key().text(lang).to_owned()))
        .collect();
    let focus = FocusArea::ALL
        .into_iter()
        .map(|area| (area.id().to_owned(), area.key().text(lang).to_owned()))
        .collect();
    let mut years: Vec<i32> = index.cities.iter().map(|city| city.joined).collect();
    years.sort_unstable();
    years.dedup();
    let years = years.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
    let sorts = Sort::ALL
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
        site.filter(changed);
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
            {choice(Key::FilterCountry.text(lang), all, countries,
                move || directory.with(|it| it.country.map_or("", Country::code).to_owned()),
                move |value| change(&|it| it.country = Country::from_code(&value)))}
            {choice(Key::FilterFocus.text(lang), all, focus,
                move || directory.with(|it| it.focus.map_or("", FocusArea::id).to_owned()),
                move |value| change(&|it| it.focus = FocusArea::from_id(&value)))}
            {choice(Key::FilterJoined.text(lang), all, years,
                move || directory.with(|it| it.joined.map_or(String::new(), |year| year.to_string())),
                move |value| change(&|it| it.joined = value.parse().ok()))}
            {choice(Key::SortBy.text(lang), None, sorts,
                move || directory.with(|it| it.sort.id().to_owned()),
                move |value| change(&|it| it.sort = Sort::from_id(&value)))}
            <button type="button" on:click=move |_| site.filter(Directory::default())>
                {Key::FilterReset.text(lang)}
            </button>
        </form>
    }
    .into_any()
}

/// A labelled choice among `options` (value and words), with a first one for none where `all` names
/// it.
fn choice(
    label: &'static str,
    all: Option<&'static str>,
    options: Vec<(String, String)>,
    chosen: impl Fn() -> String + Copy + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let all = all.map(|words| (String::new(), words.to_owned()));
    let options = all
        .into_iter()
        .chain(options)
        .map(|(value, words)| {
            let this = value.clone();
            view! { <option value=value selected=move || chosen() == this>{words}</option> }
        })
        .collect_view();
    view! {
        <label>
            <span>{label}</span>
            <select prop:value=chosen on:change=move |event| choose(event_target_value(&event))>{options}</select>
        </label>
    }
    .into_any()
}

/// The cities as rows, under a heading for each country where they are sorted so.
fn list(site: Site, lang: Lang, index: &Index, shown: &[usize], sort: Sort) -> AnyView {
    let cities: Vec<&IndexCity> =
        shown.iter().filter_map(|place| index.cities.get(*place)).collect();
    if cities.is_empty() {
        return view! { <p class="empty">{Key::CitiesNone.text(lang)}</p> }.into_any();
    }
    let same_group =
        |one: &&IndexCity, two: &&IndexCity| sort != Sort::Country || one.country == two.country;
    cities
        .chunk_by(same_group)
        .map(|group| {
            let heading = group.first().filter(|_| sort == Sort::Country).map(|city| {
                view! { <h2 class="group">{city.country.key().text(lang)}</h2> }
            });
            let rows = group.iter().map(|city| row(site, lang, city, sort)).collect_view();
            view! { {heading} <ul class="rows">{rows}</ul> }
        })
        .collect_view()
        .into_any()
}

fn row(site: Site, lang: Lang, city: &IndexCity, sort: Sort) -> AnyView {
    let href = site.href(lang, Route::City(city.id.clone()));
    let country = (sort != Sort::Country)
        .then(|| view! { <span class="country">{city.country.key().text(lang)}</span> });
    let projects = count_projects(city.projects.iter().sum(), lang);
    view! {
        <li>
            <a href=href>{city.name.get(lang).to_owned()}</a>
            " "
            {local_names(&city.name, lang)}
            {country}
            <span class="row-facts">
                {Key::JoinedIn.with(lang, &city.joined.to_string())} " · " {projects}
            </span>
            <span class="row-focus">{focus_areas(&city.focus, lang)}</span>
        </li>
    }
    .into_any()
}
