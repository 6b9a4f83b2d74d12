//! The members: how many, since when, and what sources say otherwise.

use std::sync::Arc;

use super::Network;
use crate::chart::members;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::take::{self, Data};
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_network::NetworkPage;
use crate::model::{Country, SourceKeys, Sources};
use crate::route::Route;
use crate::widget::{NetworkChart, Widget};

/// Writes the network at a glance: members, states, who chairs it and who is Shepherd.
pub(super) fn now(markup: &mut Markup, network: &Network) {
    let Network {
        site,
        lang,
        page,
        cites,
    } = network;
    let lang = *lang;
    let label = Key::KeyFacts.text(lang);
    markup.open_with(
        "dl",
        &[("class", "key-facts glance"), ("aria-label", label)],
    );
    let fact = |markup: &mut Markup, name: &str, value: &str, href: &str, keys: &SourceKeys| {
        markup.open("div", "").open("dt", "");
        if href.is_empty() {
            markup.text(name);
        } else {
            markup.link("", href, name);
        }
        markup.close().open("dd", "").el("span", "big", value);
        cites.cite(markup, keys);
        markup.close().close();
    };
    let none = SourceKeys::new();
    if let Some(last) = page.members.last() {
        let count = (last.before + last.joined).to_string();
        let name = Key::NetworkMembersNow.with(lang, &last.year.to_string());
        let cities = site.href(lang, Route::Cities(crate::route::Directory::default()));
        fact(markup, &name, &count, &cities, &last.sources);
    }
    let is_member = |it: &Country| page.cities.iter().any(|city| city.country == *it);
    let states = Country::ALL.iter().filter(|it| is_member(it)).count();
    fact(
        markup,
        Key::NetworkCountriesNow.text(lang),
        &states.to_string(),
        &site.href(lang, Route::Countries),
        &none,
    );
    if let Some(chair) = page.chairs.last() {
        let name = Key::NetworkChairNow.with(lang, &chair.year.to_string());
        let words = chair.country.key().text(lang);
        fact(markup, &name, words, "", &chair.sources);
    }
    if let Some(term) = page.shepherds.last() {
        let years = Key::FromTo.with2(lang, &date(term.from, lang), &date(term.to, lang));
        let name = Key::NetworkShepherdNow.with(lang, &years);
        let words = term.country.key().text(lang);
        fact(markup, &name, words, "", &term.sources);
    }
    markup.close();
}

/// Writes the chart, the table of cities by year and where sources disagree.
pub(super) fn write(part: &mut Part, network: &Network) {
    let Network {
        lang, page, cites, ..
    } = network;
    let lang = *lang;
    let mut notes = Vec::new();
    if let Some(last) = page.members.last() {
        notes.push(Key::MembersCounted.with(lang, &last.year.to_string()));
    }
    let mut sources = SourceKeys::new();
    for year in &page.members {
        for key in &year.sources {
            if !sources.contains(key) {
                sources.push(key.clone());
            }
        }
    }
    let context = Context {
        id: "chart-members".to_owned(),
        title: Key::MembersChart.text(lang).to_owned(),
        level: "h3",
        notes,
        sources,
        explore: String::new(),
        widget: Some(Widget::Network(NetworkChart::Members)),
        lang,
        cites: cites.clone(),
        site: network.site,
        data: (Arc::clone(page) as Arc<dyn Data>, take::NONE),
    };
    let drawn = Arc::clone(page);
    figure(part, context, move |size, id| {
        Some(members(&drawn.members, lang, size, id))
    });
    table(part, network);
    network.conflicts(part, &["membership"]);
}

impl Data for NetworkPage {
    fn sources(&self) -> &Sources {
        &self.sources
    }
}

/// The cities by year of joining; years without new cities have no row.
fn table(markup: &mut Markup, network: &Network) {
    let Network {
        site,
        lang,
        page,
        cites,
    } = network;
    let lang = *lang;
    let label = Key::MembersNew.text(lang);
    let scrolls = [
        ("class", "table-wrap"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", label),
    ];
    markup
        .el("h3", "", label)
        .open_with("div", &scrolls)
        .open("table", "joined")
        .open("thead", "")
        .open("tr", "");
    for key in [Key::MembersYear, Key::MembersOf, Key::MembersNew] {
        markup.el_with("th", &[("scope", "col")], key.text(lang));
    }
    markup.close().close().open("tbody", "");
    for year in page.members.iter().filter(|it| it.joined > 0) {
        markup
            .open("tr", "")
            .el_with("th", &[("scope", "row")], &year.year.to_string())
            .open("td", "number")
            .text(&(year.before + year.joined).to_string());
        cites.cite(markup, &year.sources);
        markup.close().open("td", "");
        let mut sources = SourceKeys::new();
        let joined = page.cities.iter().filter(|it| it.joined == year.year);
        for (place, city) in joined.enumerate() {
            if place > 0 {
                markup.text(", ");
            }
            let href = site.href(lang, Route::City(city.id.clone()));
            markup.link("", &href, city.name.get(lang));
            for key in &city.sources {
                if !sources.contains(key) {
                    sources.push(key.clone());
                }
            }
        }
        markup.text(".");
        cites.cite(markup, &sources);
        if let Some(note) = &year.note {
            markup.text(" ").el("span", "fine", note.get(lang));
        }
        markup.close().close();
    }
    markup.close().close().close();
}
