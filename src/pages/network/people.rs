//! Who speaks for countries and cities, and who held the offices of the network.

use super::Network;
use crate::components::part::Part;
use crate::i18n::{countries, Key, Named as _};
use crate::pages::city::officer;
use crate::pages::countries::chairs;
use crate::route::Route;

/// Writes, country by country, its representative and the officers of its cities.
pub(super) fn write(part: &mut Part, network: &Network) {
    let Network {
        site,
        lang,
        page,
        cites,
    } = network;
    let lang = *lang;
    part.el("p", "", Key::NetworkPeopleLead.text(lang))
        .open("div", "by-state");
    for country in countries(lang) {
        let href = site.href(lang, Route::Country(country));
        part.open("div", "")
            .open("h3", "")
            .link("", &href, country.key().text(lang))
            .close()
            .open("ul", "officers");
        let own = page.representatives.iter();
        for it in own.filter(|it| it.country == country) {
            part.open("li", "");
            officer(part, &it.officer, lang, cites);
            part.close();
        }
        let cities = || page.cities.iter().filter(|it| it.country == country);
        let count = cities().count().to_string();
        part.close()
            .open("details", "")
            .el("summary", "", &Key::NetworkOfficers.with(lang, &count))
            .open("ul", "officers");
        for city in cities() {
            let href = site.href(lang, Route::City(city.id.clone()));
            part.open("li", "")
                .link("", &href, city.name.get(lang))
                .text(": ");
            if city.officers.is_empty() {
                part.text(Key::Unknown.text(lang));
            }
            for (place, it) in city.officers.iter().enumerate() {
                if place > 0 {
                    part.text("; ");
                }
                officer(part, it, lang, cites);
            }
            part.close();
        }
        part.close().close().close();
    }
    part.close();
}

/// Writes who chaired the network in each year, its Shepherds, and where sources disagree.
pub(super) fn offices(part: &mut Part, network: &Network) {
    let Network {
        site,
        lang,
        page,
        cites,
    } = network;
    chairs(part, *site, *lang, &page.chairs, &page.shepherds, cites);
    network.conflicts(part, &["chairs", "shepherds"]);
}
