//! The member states, and the page of each.

mod ranges;
mod state;

pub(super) use state::view as state;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::facts::count_projects;
use crate::components::live::live;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::{failure, loaded, loading};
use crate::data::Load;
use crate::i18n::{countries, date, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{AseanPage, Index, IndexCity};
use crate::model::{Chair, Country, Lang, Shepherd};
use crate::pages::city::officer;
use crate::route::Route;

/// All member states.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::CountriesTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.index(),
        lang,
        Key::FailedIndex,
        move |index: Arc<Index>| live(move || content(site, lang, &index)),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::CountriesLead.text(lang));
    part.island("", move || content);
    part.view("")
}

/// The figures that tell the size and wealth of a state at a glance, by identifier.
const HEADLINES: [&str; 2] = ["population", "gdp-per-capita-ppp"];

fn content(site: Site, lang: Lang, index: &Index) -> AnyView {
    let file = site.asean();
    let mut part = Part::new();
    // The list stands without what all states have in common; it is made again when that comes.
    let asean = match file.get() {
        Load::Ready(asean) => Some(asean),
        Load::Loading => {
            part.island("", move || loading(lang));
            None
        }
        Load::Failed(error) => {
            let (words, why) = (Key::FailedAsean.text(lang).to_owned(), error.text(lang));
            part.island("", move || {
                failure(lang, &words, &why, Box::new(move || file.retry()))
            });
            None
        }
    };
    let cites = Citations::new(lang, "");
    part.open("ul", "rows states");
    for country in countries(lang) {
        row(&mut part, site, lang, index, country);
        if let Some(asean) = &asean {
            headline(&mut part, lang, asean, country, &cites);
        }
        part.close();
    }
    part.close();
    if let Some(asean) = &asean {
        let network = site.href(lang, Route::Network);
        part.open("section", "")
            .el("h2", "", Key::NetworkOffices.text(lang));
        chairs(
            &mut part,
            site,
            lang,
            &asean.chairs,
            &asean.shepherds,
            &cites,
        );
        part.open("p", "links")
            .link("", &network, Key::NetworkToMore.text(lang))
            .close()
            .close();
        part.open("section", "")
            .el("h2", "", Key::Sources.text(lang))
            .el("p", "fine", Key::SourcesOfRanges.text(lang));
        cites.list(&mut part, &asean.sources);
    }
    part.view("")
}

/// The cities of a state.
fn cities(index: &Index, country: Country) -> impl Iterator<Item = &IndexCity> {
    index.cities.iter().filter(move |it| it.country == country)
}

/// "1 city", "12 cities".
fn count_cities(count: usize, lang: Lang) -> String {
    let key = if count == 1 {
        Key::CitiesOne
    } else {
        Key::CitiesMany
    };
    key.with(lang, &count.to_string())
}

/// Writes the row of a state and leaves it open.
fn row(markup: &mut Markup, site: Site, lang: Lang, index: &Index, country: Country) {
    let href = site.href(lang, Route::Country(country));
    let count = cities(index, country).count();
    let projects: u32 = cities(index, country).flat_map(|it| it.projects).sum();
    let facts = [
        &count_cities(count, lang),
        " · ",
        &count_projects(projects, lang),
    ]
    .concat();
    markup
        .open("li", "")
        .link("", &href, country.key().text(lang))
        .el("span", "row-facts", &facts);
}

/// A few figures of a state, and who speaks for it.
fn headline(
    markup: &mut Markup,
    lang: Lang,
    asean: &AseanPage,
    country: Country,
    cites: &Citations,
) {
    markup.open("span", "row-focus");
    for (place, range) in HEADLINES
        .iter()
        .filter_map(|id| asean.range(id))
        .enumerate()
    {
        if place > 0 {
            markup.text(" · ");
        }
        markup.text(range.name.get(lang)).text(": ");
        match range.of(country) {
            Some(it) => {
                let value = quantity(it.point.value, range.unit, lang);
                let year = it.point.year.to_string();
                markup.text(&Key::ChartLatest.with2(lang, &value, &year));
                cites.cite(markup, &it.point.sources);
            }
            None => {
                markup.text(Key::Unknown.text(lang));
            }
        }
    }
    markup
        .close()
        .open("span", "row-focus")
        .text(Key::RoleNationalRepresentative.text(lang))
        .text(": ");
    let own = asean
        .representatives
        .iter()
        .filter(|it| it.country == country);
    let mut is_known = false;
    for it in own {
        if is_known {
            markup.text("; ");
        }
        is_known = true;
        officer(markup, &it.officer, lang, cites);
    }
    if !is_known {
        markup.text(Key::Unknown.text(lang));
    }
    markup.close();
}

/// Writes who chaired the network in each year, and who was its Shepherd.
pub(super) fn chairs(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    chairs: &[Chair],
    shepherds: &[Shepherd],
    cites: &Citations,
) {
    markup
        .el("h3", "", Key::ChairsTitle.text(lang))
        .open("ul", "years");
    for chair in chairs {
        let href = site.href(lang, Route::Country(chair.country));
        markup
            .open("li", "")
            .el("span", "when", &chair.year.to_string())
            .text(" ")
            .link("", &href, chair.country.key().text(lang));
        if let Some(name) = &chair.chair {
            markup.text(" (").text(name).text(")");
        }
        cites.cite(markup, &chair.sources);
        markup.close();
    }
    markup
        .close()
        .el("h3", "", Key::ShepherdsTitle.text(lang))
        .el("p", "fine", Key::ShepherdsLead.text(lang))
        .open("ul", "years");
    for term in shepherds {
        let href = site.href(lang, Route::Country(term.country));
        let period = Key::FromTo.with2(lang, &date(term.from, lang), &date(term.to, lang));
        markup
            .open("li", "")
            .el("span", "when", &period)
            .text(" ")
            .link("", &href, term.country.key().text(lang));
        cites.cite(markup, &term.sources);
        markup.close();
    }
    markup.close();
}
