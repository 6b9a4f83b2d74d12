//! The head of the profile: names, the key facts and where the city lies.

use super::Profile;
use crate::components::embed::link;
use crate::components::facts::{local_names, people};
use crate::components::map::{locator_map, Spot};
use crate::components::part::Part;
use crate::i18n::{number, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::Unit;
use crate::route::{Compare, Route};
use crate::widget::Widget;

pub(super) fn write(part: &mut Part, profile: &Profile) {
    let Profile {
        site, lang, page, ..
    } = profile;
    let (site, lang, city) = (*site, *lang, &page.city);
    let spot = Spot {
        name: city.name.get(lang).to_owned(),
        href: None,
        lat: city.location.lat,
        lon: city.location.lon,
        weight: 0,
    };
    names(part, profile);
    part.open("div", "head").open("div", "");
    facts(part, profile);
    part.close();
    locator_map(part, site, lang, city.country, vec![spot]);
    part.close();
}

fn names(markup: &mut Markup, profile: &Profile) {
    let Profile {
        lang, page, cites, ..
    } = profile;
    let (lang, city) = (*lang, &page.city);
    markup.open("p", "names");
    local_names(markup, &city.name, lang);
    cites.cite(markup, &city.name.sources);
    markup
        .text(" ")
        .text(city.admin.get(lang))
        .text(", ")
        .text(city.country.key().text(lang))
        .close();
    markup.el("p", "lead", &Key::CityLead.with(lang, city.name.get(lang)));
    let alone = Route::Compare(Compare::of(&[&city.id]));
    let href = profile.site.href(lang, alone);
    let words = Key::CompareThis.with(lang, city.name.get(lang));
    markup.open("p", "way").link("", &href, &words).close();
    let card = Widget::City(city.id.clone());
    link(markup, profile.site, lang, card, city.name.get(lang));
}

fn facts(markup: &mut Markup, profile: &Profile) {
    let Profile {
        lang, page, cites, ..
    } = profile;
    let (lang, city) = (*lang, &page.city);
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
    match city.newest_population() {
        Some(latest) => {
            let scope = format!("{}, {}", latest.scope.get(lang), latest.year);
            let people = people(latest.value, lang);
            fact(
                markup,
                Key::FactPopulation,
                &people,
                &latest.sources,
                &scope,
            );
        }
        None => fact(
            markup,
            Key::FactPopulation,
            Key::Unknown.text(lang),
            &[],
            "",
        ),
    }
    let area = &city.area_km2;
    let scope = area.scope.as_ref().map_or("", |scope| scope.get(lang));
    let size = quantity(area.value, Unit::SquareKilometres, lang);
    fact(markup, Key::FactArea, &size, &area.sources, scope);
    let joined = city.joined.year.to_string();
    fact(markup, Key::FactJoined, &joined, &city.joined.sources, "");
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
    cites.cite(markup, &location.sources);
    markup.close().close().close();
}
