//! The head of the profile: names, the key facts and where the city lies.

use leptos::prelude::*;

use super::Profile;
use crate::components::facts::local_names;
use crate::components::live::block;
use crate::components::map::{locator_map, Spot};
use crate::i18n::{number, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::{Lang, Population, Unit};

pub(super) fn view(profile: &Profile) -> AnyView {
    let Profile {
        site, lang, page, ..
    } = profile;
    let (site, lang, city) = (*site, *lang, &page.city);
    let spot = Spot {
        name: city.name.get(lang).to_owned(),
        href: None,
        lat: city.location.lat,
        lon: city.location.lon,
    };
    let names = block("", names(profile));
    let facts = block("", facts(profile));
    let map = locator_map(site, lang, city.country, spot);
    view! {
        {names}
        <div class="head">{facts} {map}</div>
    }
    .into_any()
}

fn names(profile: &Profile) -> Markup {
    let Profile {
        lang, page, cites, ..
    } = profile;
    let (lang, city) = (*lang, &page.city);
    let mut markup = Markup::new();
    markup.open("p", "names");
    local_names(&mut markup, &city.name, lang);
    cites.cite(&mut markup, &city.name.sources);
    markup
        .text(" ")
        .text(city.admin.get(lang))
        .text(", ")
        .text(city.country.key().text(lang))
        .close();
    markup.el("p", "lead", &Key::CityLead.with(lang, city.name.get(lang)));
    markup
}

fn facts(profile: &Profile) -> Markup {
    let Profile {
        lang, page, cites, ..
    } = profile;
    let (lang, city) = (*lang, &page.city);
    let mut markup = Markup::new();
    let fact = |markup: &mut Markup, name: Key, value: &str, keys: &[String], fine: &str| {
        markup
            .open("div", "")
            .el("dt", "", name.text(lang))
            .open("dd", "");
        markup.el("span", "big", value);
        cites.cite(markup, keys);
        markup.el("span", "fine", fine).close().close();
    };
    markup.open_with(
        "dl",
        &[
            ("class", "key-facts"),
            ("aria-label", Key::KeyFacts.text(lang)),
        ],
    );
    match latest(&city.population) {
        Some(latest) => {
            let scope = format!("{}, {}", latest.scope.get(lang), latest.year);
            let people = people(latest.value, lang);
            fact(
                &mut markup,
                Key::FactPopulation,
                &people,
                &latest.sources,
                &scope,
            );
        }
        None => fact(
            &mut markup,
            Key::FactPopulation,
            Key::Unknown.text(lang),
            &[],
            "",
        ),
    }
    let area = &city.area_km2;
    let scope = area.scope.as_ref().map_or("", |scope| scope.get(lang));
    let size = quantity(area.value, Unit::SquareKilometres, lang);
    fact(&mut markup, Key::FactArea, &size, &area.sources, scope);
    let joined = city.joined.year.to_string();
    fact(
        &mut markup,
        Key::FactJoined,
        &joined,
        &city.joined.sources,
        "",
    );
    markup
        .open("div", "")
        .el("dt", "", Key::FactProjects.text(lang))
        .open("dd", "");
    markup
        .jump("big", "projects", &city.projects.len().to_string())
        .close()
        .close();
    let location = &city.location;
    let degrees = format!(
        "{}°, {}°",
        number(location.lat, lang),
        number(location.lon, lang)
    );
    markup
        .open("div", "wide")
        .el("dt", "", Key::FactLocation.text(lang))
        .open("dd", "");
    markup.text(&degrees);
    cites.cite(&mut markup, &location.sources);
    markup
}

/// The newest figure; of several of one year, the first in the file.
fn latest(population: &[Population]) -> Option<&Population> {
    population.iter().rev().max_by_key(|it| it.year)
}

/// A number of people in words.
pub(super) fn people(value: u64, lang: Lang) -> String {
    // Exact: no city comes near 2^53 people.
    #[allow(clippy::cast_precision_loss)]
    number(value as f64, lang)
}
