//! The list of projects, with its filters.

use std::sync::Arc;

use crate::app::Site;
use crate::components::counted::counted;
use crate::components::embed::link;
use crate::components::facts::{focus_areas, stated};
use crate::components::filters::{self, choice, Options};
use crate::components::more::More;
use crate::components::part::Part;
use crate::i18n::{countries, Key, Named};
use crate::markup::Markup;
use crate::model::cut_projects::{ProjectEntry, ProjectIndex};
use crate::model::{Country, FocusArea, Lang, ProjectKind, ProjectStatus};
use crate::order::sort_by_key;
use crate::route::{Address, ProjectList, ProjectSort, Route};
use crate::search::{project_words, select_projects, ProjectRow};
use crate::widget::Widget;

/// Id of the line that counts.
const COUNT: &str = "project-count";
/// How many projects come at a time, and the id of the button that shows more.
const STEP: usize = 200;
const MORE: &str = "project-more";

/// What the address says.
fn list_of(address: Address) -> ProjectList {
    match address.route {
        Route::Projects(list) => list,
        _ => ProjectList::default(),
    }
}

/// Writes the filters, the count and the rows.
pub(super) fn write(part: &mut Part, site: Site, lang: Lang, index: Arc<ProjectIndex>) {
    let more = More::new(MORE, STEP);
    write_filters(part, site, lang, &index, more);
    let words = project_words(&index);
    let known = Arc::clone(&index);
    part.following("div", &[], move || {
        embed_way(site, lang, &known, &list_of(site.address()))
    });
    counted(part, COUNT, move || {
        let list = list_of(site.address());
        let shown = select_projects(&index, &words, &list, lang);
        let (some, all) = (shown.len().to_string(), words.len().to_string());
        let count = Key::ProjectsShown.with2(lang, &some, &all);
        let first = shown.get(..more.shown(shown.len())).unwrap_or_default();
        (count, rows(site, lang, first, list.sort))
    });
    more.button(part, lang);
}

/// The way to the widget of the projects shown, where they are all of one city; empty elsewhere.
fn embed_way(site: Site, lang: Lang, index: &ProjectIndex, list: &ProjectList) -> String {
    let all_of_city = ProjectList {
        city: list.city.clone(),
        sort: list.sort,
        ..ProjectList::default()
    };
    let mut out = Markup::new();
    let mut cities = index.cities.iter();
    if let Some(it) = cities.find(|it| *list == all_of_city && Some(&it.id) == list.city.as_ref()) {
        let title = Key::EmbedProjectsOf.with(lang, it.name.get(lang));
        link(
            &mut out,
            site,
            lang,
            Widget::Projects(it.id.clone()),
            &title,
        );
    }
    out.finish()
}

/// The members of a closed set as options.
fn options<T: Named + Copy, const N: usize>(
    all: [T; N],
    id: fn(T) -> &'static str,
    lang: Lang,
) -> Options {
    let option = |it: T| (id(it).to_owned(), it.key().text(lang).to_owned());
    all.into_iter().map(option).collect()
}

fn write_filters(part: &mut Part, site: Site, lang: Lang, index: &ProjectIndex, more: More) {
    let now = move |filter: &str| list_of(site.address()).get(filter).to_owned();
    let change = move |changed: Option<(&str, &str)>| {
        let mut list = list_of(site.address_now());
        match changed {
            Some((filter, value)) => list.set(filter, value),
            None => list = ProjectList::default(),
        }
        more.restart();
        site.change(Route::Projects(list));
    };
    let mut cities: Options = Vec::new();
    for city in &index.cities {
        cities.push((city.id.clone(), city.name.get(lang).to_owned()));
    }
    sort_by_key(&mut cities, |it| it.1.clone());
    let yes_no = |value: &str, key: Key| (value.to_owned(), key.text(lang).to_owned());
    let named = [
        yes_no("yes", Key::ProjectsNamedYes),
        yes_no("no", Key::ProjectsNamedNo),
    ];
    let sort = |it: ProjectSort| {
        let key = match it {
            ProjectSort::City => Key::ProjectsSortCity,
            ProjectSort::Name => Key::SortName,
            ProjectSort::Status => Key::ProjectsStatus,
            ProjectSort::Newest => Key::ProjectsSortNewest,
        };
        (it.id().to_owned(), key.text(lang).to_owned())
    };
    filters::open(part, lang, now, change);
    filters::typed(part, Key::ProjectsFind.text(lang), "q");
    let statuses = options(ProjectStatus::ALL, ProjectStatus::id, lang);
    let areas = options(FocusArea::ALL, FocusArea::id, lang);
    let mut countries = options(countries(lang), Country::code, lang);
    countries.retain(|(code, _)| index.cities.iter().any(|it| it.country.code() == code));
    let kinds = options(ProjectKind::ALL, ProjectKind::id, lang);
    let all = Some(Key::FilterAll.text(lang));
    for (label, filter, options) in [
        (Key::ProjectsStatus, "status", &statuses[..]),
        (Key::FilterFocus, "focus", &areas),
        (Key::FilterCountry, "country", &countries),
        (Key::ProjectsCity, "city", &cities),
        (Key::ProjectsKind, "kind", &kinds),
        (Key::ProjectsNamed, "named", &named),
    ] {
        choice(part, label.text(lang), filter, all, options);
    }
    let sorts = ProjectSort::ALL.map(sort);
    choice(part, Key::SortBy.text(lang), "sort", None, &sorts);
    filters::close(part, lang);
}

/// The projects as rows, under a heading for each country where they are sorted so.
fn rows(site: Site, lang: Lang, shown: &[ProjectRow], sort: ProjectSort) -> String {
    let mut markup = Markup::new();
    if shown.is_empty() {
        markup.el("p", "empty", Key::ProjectsNoneFit.text(lang));
    }
    let mut group = None;
    for ProjectRow { city, project } in shown {
        let of = (sort == ProjectSort::City).then_some(city.country);
        if group != Some(of) {
            if group.is_some() {
                markup.close();
            }
            if let Some(country) = of {
                markup.el("h3", "group", country.key().text(lang));
            }
            markup.open("ul", "rows project-rows");
            group = Some(of);
        }
        let country = if of.is_none() {
            Some(city.country)
        } else {
            None
        };
        let place = Place {
            id: &city.id,
            name: city.name.get(lang),
            country,
        };
        row(&mut markup, site, lang, &place, true, project);
    }
    markup.finish()
}

/// Where a project of a row is.
pub(super) struct Place<'a> {
    /// Slug of the city.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its country, where that is to be said.
    pub country: Option<Country>,
}

/// Writes the row of a project; with its city where that is to be said.
pub(super) fn row(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    place: &Place,
    with_city: bool,
    project: &ProjectEntry,
) {
    let route = Route::Project(place.id.to_owned(), project.id.clone());
    markup
        .open("li", "")
        .link("", &site.href(lang, route), project.name.get(lang))
        .open("span", "row-facts");
    stated(markup, project.status, project.status_as_of, lang);
    markup.close().open("span", "row-focus");
    if with_city {
        let city = Route::City(place.id.to_owned());
        markup.link("", &site.href(lang, city), place.name);
        if let Some(country) = place.country {
            markup.text(", ").text(country.key().text(lang));
        }
        markup.text(" · ");
    }
    markup
        .text(&focus_areas(&project.focus, lang))
        .text(" · ")
        .text(project.kind.key().text(lang));
    if !project.in_ascn_reports {
        markup.text(", ").text(Key::ProjectCityOwn.text(lang));
    }
    markup.close().close();
}
