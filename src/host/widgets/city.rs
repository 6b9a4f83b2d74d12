//! The card of a city, its projects and its programmes.

use super::frame::{cited, link, Content, Stand};
use super::{words as w, Studio};
use crate::compare::projects_by_status;
use crate::components::facts::{
    count_projects, days, focus_areas, local_names, money, people, stated, status,
};
use crate::i18n::{date, list, period, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::cut_programs::PartnerPage;
use crate::model::{Lang, Program, ProjectStatus, Unit};
use crate::route::{ProgramList, Route};
use crate::widget::OPEN;

/// The card of a city.
pub(super) fn card(studio: &Studio<'_>, page: &CityPage, stand: &Stand<'_>) -> Content {
    let (lang, city) = (stand.lang, &page.city);
    let mut body = Markup::new();
    let mut keys: Vec<&String> = Vec::new();
    body.open("p", "note");
    local_names(&mut body, &city.name, lang);
    body.text(city.admin.get(lang))
        .text(", ")
        .text(city.country.key().text(lang))
        .close();
    body.open("dl", "facts");
    let fact = |body: &mut Markup, name: &str, value: &str, fine: &str| {
        body.open("div", "").el("dt", "", name).open("dd", "");
        body.el("b", "", value);
        if !fine.is_empty() {
            body.text(" ").el("span", "fine", fine);
        }
        body.close().close();
    };
    if let Some(it) = city.newest_population() {
        let scope = [it.scope.get(lang), ", ", &it.year.to_string()].concat();
        let name = Key::FactPopulation.text(lang);
        fact(&mut body, name, &people(it.value, lang), &scope);
        keys.extend(&it.sources);
    }
    let area = &city.area_km2;
    let size = quantity(area.value, Unit::SquareKilometres, lang);
    let scope = area.scope.as_ref().map_or("", |it| it.get(lang));
    fact(&mut body, Key::FactArea.text(lang), &size, scope);
    keys.extend(&area.sources);
    let joined = city.joined.year.to_string();
    fact(&mut body, Key::FactJoined.text(lang), &joined, "");
    keys.extend(&city.joined.sources);
    if let Some(it) = studio.facts.notable(city).first() {
        let value = quantity(it.value, it.unit, lang);
        let when = it.year.to_string();
        fact(&mut body, it.name.get(lang), &value, &when);
        keys.extend(&it.sources);
    }
    body.close();
    if !city.projects.is_empty() {
        body.open("p", "counts");
        counts(&mut body, page, lang);
        body.close();
        let mut focus = Vec::new();
        for area in city.projects.iter().flat_map(|it| &it.focus) {
            if !focus.contains(area) {
                focus.push(*area);
            }
        }
        body.el("p", "note", &focus_areas(&focus, lang));
        keys.extend(city.projects.iter().flat_map(|it| &it.sources));
    }
    Content {
        title: city.name.get(lang).to_owned(),
        lead: String::new(),
        body: body.finish(),
        sources: cited(keys, &city.sources),
        to: Route::City(city.id.clone()),
    }
}

/// The number of projects, then how many of each status.
fn counts(body: &mut Markup, page: &CityPage, lang: Lang) {
    let all = u32::try_from(page.city.projects.len()).unwrap_or(u32::MAX);
    body.el("b", "", &count_projects(all, lang));
    let by_status = ProjectStatus::ALL
        .into_iter()
        .zip(projects_by_status(&page.city));
    for (it, count) in by_status.filter(|(_, count)| *count > 0) {
        body.text(" · ");
        status(body, it, lang);
        body.text(": ").text(&count.to_string());
    }
}

/// The projects of a city.
pub(super) fn projects(page: &CityPage, stand: &Stand<'_>) -> Content {
    let (lang, city) = (stand.lang, &page.city);
    let mut body = Markup::new();
    if city.projects.is_empty() {
        body.el("p", "", Key::ProjectsNone.text(lang));
    } else {
        body.open("p", "counts");
        counts(&mut body, page, lang);
        body.close();
    }
    folded(&mut body, &city.projects, lang, |body, it| {
        let route = Route::Project(city.id.clone(), it.id.clone());
        link(body, &stand.page(route), it.name.get(lang));
        body.open("p", "fine");
        stated(body, it.status, it.status_as_of, lang);
        if !it.focus.is_empty() {
            body.text(" · ").text(&focus_areas(&it.focus, lang));
        }
        body.close();
    });
    let keys = city.projects.iter().flat_map(|it| &it.sources);
    Content {
        title: w::PROJECTS_OF.with(lang, &[city.name.get(lang)]),
        lead: String::new(),
        body: body.finish(),
        sources: cited(keys, &city.sources),
        to: Route::City(city.id.clone()),
    }
}

/// The partner programmes that name a city.
pub(super) fn programs(page: &CityPage, stand: &Stand<'_>) -> Content {
    let (lang, city) = (stand.lang, &page.city);
    let mut body = Markup::new();
    if page.programs.is_empty() {
        body.el("p", "", Key::ProgramsNone.text(lang));
    }
    let about = |it: &Program| it.partner_name.get(lang).to_owned();
    all_programs(&mut body, &page.programs, stand, &about);
    let keys = page.programs.iter().flat_map(|it| &it.sources);
    Content {
        title: w::PROGRAMS_OF.with(lang, &[city.name.get(lang)]),
        lead: lead(&page.programs, lang),
        body: body.finish(),
        sources: cited(keys, &city.sources),
        to: Route::City(city.id.clone()),
    }
}

/// All partner programmes.
pub(super) fn timeline(studio: &Studio<'_>, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let file = &studio.facts.store.programs;
    let mut all = file.programs.clone();
    all.sort_by_key(|it| it.start);
    let mut body = Markup::new();
    let about = |it: &Program| it.partner_name.get(lang).to_owned();
    all_programs(&mut body, &all, stand, &about);
    let keys = all.iter().flat_map(|it| &it.sources);
    Content {
        title: Key::EmbedTimeline.text(lang).to_owned(),
        lead: lead(&all, lang),
        body: body.finish(),
        sources: cited(keys, &file.sources),
        to: Route::Programs(ProgramList::default()),
    }
}

/// The programmes of a partner.
pub(super) fn partner(page: &PartnerPage, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let mut body = Markup::new();
    // Where, by the cities that it names.
    let about = |it: &Program| {
        let places = page
            .places
            .iter()
            .filter(|place| it.cities.contains(&place.id));
        let names: Vec<&str> = places.map(|it| it.name.get(lang)).collect();
        list(&names, lang)
    };
    all_programs(&mut body, &page.programs, stand, &about);
    let keys = page.programs.iter().flat_map(|it| &it.sources);
    Content {
        title: w::PARTNER_OF.with(lang, &[page.partner.name.get(lang)]),
        lead: lead(&page.programs, lang),
        body: body.finish(),
        sources: cited(keys, &page.sources),
        to: Route::Partner(page.partner.id.clone()),
    }
}

fn lead(programs: &[Program], lang: Lang) -> String {
    let count = programs.len();
    if count == 0 {
        return String::new();
    }
    let first = programs.iter().map(|it| it.start.year).min().unwrap_or(0);
    let since = Key::FromDate.with(lang, &first.to_string());
    let number = w::PROGRAMS.of(count, lang, &[&count.to_string()]);
    [&number, ", ", &since, "."].concat()
}

fn all_programs(
    body: &mut Markup,
    programs: &[Program],
    stand: &Stand<'_>,
    about: &dyn Fn(&Program) -> String,
) {
    let lang = stand.lang;
    // The newest first: what stands open is what still goes on.
    let newest: Vec<&Program> = programs.iter().rev().collect();
    folded(body, &newest, lang, |body, it| {
        let page = stand.page(Route::Program(it.id.clone()));
        link(body, &page, it.name.get(lang));
        body.open("p", "fine")
            .text(&period(Some(it.start), it.end, lang))
            .text(" · ")
            .text(it.kind.key().text(lang));
        if let Some(amount) = &it.amount {
            body.text(" · ").text(&money(amount, lang));
        }
        let about = about(it);
        if !about.is_empty() {
            body.text(" · ").text(&about);
        }
        body.close();
    });
}

/// Writes a list of which the first entries stand open.
pub(super) fn folded<T>(
    body: &mut Markup,
    items: &[T],
    lang: Lang,
    write: impl Fn(&mut Markup, &T),
) {
    // One entry more is no longer than the words that would hide it.
    let open = if items.len() <= OPEN + 1 {
        items.len()
    } else {
        OPEN
    };
    let (open, rest) = items.split_at_checked(open).unwrap_or((items, &[]));
    let part = |body: &mut Markup, items: &[T]| {
        body.open("ul", "list");
        for it in items {
            body.open("li", "");
            write(body, it);
            body.close();
        }
        body.close();
    };
    if !open.is_empty() {
        part(body, open);
    }
    if !rest.is_empty() {
        let more = w::MORE.with(lang, &[&rest.len().to_string()]);
        body.open("details", "").el("summary", "", &more);
        part(body, rest);
        body.close();
    }
}

/// The days of a meeting with its place.
pub(super) fn when_where(it: &crate::model::NetworkMilestone, lang: Lang) -> String {
    let days = if it.end.is_some() {
        days(it.date, it.end, lang)
    } else {
        date(it.date, lang)
    };
    match &it.place {
        Some(place) => [&days, " · ", place.get(lang)].concat(),
        None => days,
    }
}
