//! Around the chart: what the figures are, what to keep in mind, whose words they are, sources,
//! places.

use super::Explorer;
use crate::components::part::Part;
use crate::explore;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::{Country, Scope};
use crate::order::sort_by_key;
use crate::pages::city::about::words;
use crate::pages::city::indicators;
use crate::route::Route;

/// Writes what is measured.
pub(super) fn lead(markup: &mut Markup, explorer: &Explorer) {
    let page = &explorer.page;
    markup
        .open("p", "lead")
        .text(page.topic.key().text(explorer.lang));
    if let Some(description) = &page.indicator.description {
        markup.text(". ").text(description.get(explorer.lang));
    }
    markup.close();
}

/// What a reader must know to read the figures, in sentences.
pub(super) fn notes(explorer: &Explorer) -> Vec<String> {
    let (lang, indicator) = (explorer.lang, &explorer.page.indicator);
    let mut notes = Vec::new();
    if indicator.scope == Some(Scope::Region) {
        notes.push(Key::RegionLead.text(lang).to_owned());
    }
    for (key, year) in [
        (Key::ExploreBreak, indicator.break_before),
        (Key::ExploreProjections, indicator.projection_from),
    ] {
        notes.extend(year.map(|it| key.with(lang, &it.to_string())));
    }
    notes.extend(indicators::facts(indicator, lang));
    let outside = indicator.series.iter().filter(|it| it.not_ascn);
    let outside: Vec<&str> = outside.map(|it| explorer.name(&it.place)).collect();
    if !outside.is_empty() {
        notes.push(Key::ExploreOtherPlace.with(lang, &outside.join(", ")));
    }
    notes
}

/// Writes what stands below the chart.
pub(super) fn write(part: &mut Part, explorer: &Explorer) {
    let lang = explorer.lang;
    let notes = notes(explorer);
    let own_words = &explorer.page.own_words;
    if !notes.is_empty() || !own_words.is_empty() {
        section(part, "notes", Key::ExploreNotes.text(lang));
        for note in &notes {
            part.el("p", "", note);
        }
        if !own_words.is_empty() {
            part.el("h3", "", Key::ExploreOwnWords.text(lang))
                .open("ul", "");
        }
        for own in own_words {
            let name = explorer.name(&own.place);
            let href = explorer.site.href(lang, Route::City(own.place.clone()));
            part.open("li", "").link("", &href, name).text(": ");
            if let Some(name) = &own.name {
                part.text(name.get(lang)).text(". ");
            }
            if let Some(description) = &own.description {
                part.text(description.get(lang)).text(" ");
            }
            for conflict in &own.conflicts {
                part.text(words(conflict, lang));
                explorer.cites.cite(part, &conflict.sources);
                part.text(" ");
            }
            part.close();
        }
        if !own_words.is_empty() {
            part.close();
        }
        part.close();
    }
    section(part, "places", Key::ExplorePlacesTitle.text(lang));
    part.open("ul", "place-links");
    let mut places: Vec<(&str, &str)> = Vec::new();
    for place in explore::places(&explorer.page.indicator) {
        places.push((explorer.name(place), place));
    }
    // In the order in which a reader looks for one.
    sort_by_key(&mut places, |it| it.0);
    for (name, place) in places {
        let route = Country::from_code(place).map(Route::Country).or_else(|| {
            let city = explorer.index.as_ref()?.city(place)?;
            Some(Route::City(city.id.clone()))
        });
        part.open("li", "");
        match route {
            Some(route) => part.link("", &explorer.site.href(lang, route), name),
            None => part.text(name),
        };
        part.close();
    }
    part.close().close();
    section(part, "sources", Key::Sources.text(lang));
    explorer.cites.list(part, &explorer.page.indicator.sources);
    part.close();
}

fn section(part: &mut Part, id: &str, title: &str) {
    part.open_with("section", &[("aria-labelledby", id)])
        .el_with("h2", &[("id", id), ("tabindex", "-1")], title);
}
