//! Facts and projects of each city, a column for each.

use super::{swatch, Side};
use crate::compare::{projects_by_focus, projects_by_status};
use crate::components::facts::{meter, status};
use crate::components::part::Part;
use crate::i18n::{quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::{FocusArea, ProjectStatus, Unit};
use crate::pages::city::people;
use crate::route::Route;

pub(super) fn write(part: &mut Part, side: &Side) {
    let lang = side.lang;
    let title = Key::KeyFacts.text(lang);
    part.open("section", "").el("h2", "", title);
    let scrolls = [
        ("class", "table-wrap side-by-side"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", title),
    ];
    part.open_with("div", &scrolls)
        .open("table", "")
        .el("caption", "visually-hidden", title);
    head(part, side);
    part.open("tbody", "");
    facts(part, side);
    part.close();
    projects(part, side);
    part.close().close();
    part.el("p", "note", Key::CompareProjectsNote.text(lang))
        .close();
}

fn head(markup: &mut Markup, side: &Side) {
    let lang = side.lang;
    markup.open("thead", "").open("tr", "").el("td", "", "");
    for page in &side.pages {
        let city = &page.city;
        let href = side.site.href(lang, Route::City(city.id.clone()));
        markup.open_with("th", &[("scope", "col")]);
        swatch(markup, side.slot_of(&city.id));
        markup.link("", &href, city.name.get(lang)).close();
    }
    markup.close().close();
}

fn row_head(markup: &mut Markup, words: &str) {
    markup
        .open("tr", "")
        .el_with("th", &[("scope", "row")], words);
}

fn facts(markup: &mut Markup, side: &Side) {
    let Side { lang, cites, .. } = side;
    let lang = *lang;
    row_head(markup, Key::FilterCountry.text(lang));
    for page in &side.pages {
        let country = page.city.country;
        let href = side.site.href(lang, Route::Country(country));
        markup
            .open("td", "")
            .link("", &href, country.key().text(lang))
            .close();
    }
    markup.close();
    row_head(markup, Key::FactPopulation.text(lang));
    for facts in &side.comparison.facts {
        markup.open("td", "");
        match &facts.population {
            Some(it) => {
                markup.text(&people(it.value, lang));
                cites.cite(markup, &it.sources);
                let scope = [it.scope.get(lang), ", ", &it.year.to_string()].concat();
                markup.el("span", "fine", &scope);
            }
            None => {
                markup.text(Key::Unknown.text(lang));
            }
        }
        markup.close();
    }
    markup.close();
    row_head(markup, Key::FactArea.text(lang));
    for facts in &side.comparison.facts {
        let area = &facts.area;
        let extent = quantity(area.value, Unit::SquareKilometres, lang);
        markup.open("td", "").text(&extent);
        cites.cite(markup, &area.sources);
        if let Some(scope) = &area.scope {
            markup.el("span", "fine", scope.get(lang));
        }
        markup.close();
    }
    markup.close();
    row_head(markup, Key::FactJoined.text(lang));
    for facts in &side.comparison.facts {
        markup.open("td", "").text(&facts.joined.year.to_string());
        cites.cite(markup, &facts.joined.sources);
        markup.close();
    }
    markup.close();
}

/// Numbers of projects with a bar for each, all of one scale.
fn projects(markup: &mut Markup, side: &Side) {
    let lang = side.lang;
    let columns = (side.pages.len() + 1).to_string();
    let status_of: Vec<_> = side
        .pages
        .iter()
        .map(|it| projects_by_status(&it.city))
        .collect();
    let focus_of: Vec<_> = side
        .pages
        .iter()
        .map(|it| projects_by_focus(&it.city))
        .collect();
    let totals: Vec<usize> = side.pages.iter().map(|it| it.city.projects.len()).collect();
    let most = totals.iter().copied().max().unwrap_or(0);
    let group = |markup: &mut Markup, key: Key| {
        let head = [("scope", "rowgroup"), ("colspan", columns.as_str())];
        markup
            .open("tbody", "")
            .open_with("tr", &[("class", "group-head")])
            .el_with("th", &head, key.text(lang))
            .close();
    };
    group(markup, Key::CompareByStatus);
    row_head(markup, Key::CompareAllProjects.text(lang));
    cells(markup, side, most, &totals);
    for (place, it) in ProjectStatus::ALL.into_iter().enumerate() {
        markup.open("tr", "").open_with("th", &[("scope", "row")]);
        status(markup, it, lang);
        markup.close();
        let counts: Vec<usize> = status_of
            .iter()
            .filter_map(|it| it.get(place).copied())
            .collect();
        cells(markup, side, most, &counts);
    }
    markup.close();
    group(markup, Key::CompareByFocus);
    for (place, it) in FocusArea::ALL.into_iter().enumerate() {
        row_head(markup, it.key().text(lang));
        let counts: Vec<usize> = focus_of
            .iter()
            .filter_map(|it| it.get(place).copied())
            .collect();
        cells(markup, side, most, &counts);
    }
    markup.close();
}

/// The rest of a row: a number and its bar for each city.
fn cells(markup: &mut Markup, side: &Side, most: usize, counts: &[usize]) {
    for (page, count) in side.pages.iter().zip(counts) {
        let city = &page.city;
        markup.open("td", "counted");
        if city.projects.is_empty() {
            markup.text(Key::Unknown.text(side.lang)).close();
            continue;
        }
        markup.text(&count.to_string());
        meter(markup, side.slot_of(&city.id), *count, most);
        markup.close();
    }
    markup.close();
}
