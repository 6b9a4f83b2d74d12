//! The list of indicators: every one by topic, with filters that live in the address.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::Site;
use crate::chart::{sparkline, Spark};
use crate::components::counted::counted;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::i18n::{quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{Index, IndicatorEntry, IndicatorIndex};
use crate::model::{Country, Lang, Level, Scope, Topic};
use crate::platform;
use crate::route::{Address, IndicatorList, IndicatorState, Route};
use crate::search::{indicator_words, select_indicators};

/// The list of indicators.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::IndicatorsTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.indicators(),
        lang,
        Key::FailedIndicators,
        move |index: Arc<IndicatorIndex>| content(site, lang, index),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::IndicatorsListLead.text(lang));
    part.island("", move || content);
    part.view("")
}

/// What the address says.
fn filters(address: Address) -> IndicatorList {
    match address.route {
        Route::Indicators(list) => list,
        _ => IndicatorList::default(),
    }
}

fn content(site: Site, lang: Lang, index: Arc<IndicatorIndex>) -> AnyView {
    let mut part = Part::new();
    let label = Key::FilterTitle.text(lang);
    part.open_with(
        "div",
        &[
            ("class", "filters"),
            ("id", FILTERS),
            ("role", "search"),
            ("aria-label", label),
        ],
    );
    let typed = [
        ("type", "search"),
        ("autocomplete", "off"),
        ("maxlength", "100"),
    ];
    part.open("label", "wide")
        .el("span", "", Key::IndicatorsFind.text(lang))
        .void("input", &typed)
        .close()
        .open("label", "")
        .el("span", "", Key::IndicatorsTopic.text(lang))
        .open("select", "")
        .nest(&topics(&index, lang))
        .close()
        .close()
        .el_with("button", &[("type", "button")], Key::FilterReset.text(lang))
        .close();
    let words: Vec<Vec<String>> = index.indicators.iter().map(indicator_words).collect();
    let cities = site.index();
    counted(&mut part, COUNT, move || {
        let list = filters(site.address());
        let cities = cities.ready();
        let shown = select_indicators(&index, &words, &list);
        let (some, all) = (shown.len().to_string(), index.indicators.len().to_string());
        for control in controls() {
            let now = match control.tag_name().as_str() {
                "INPUT" => &list.text,
                _ => list.topic.map_or(" ", Topic::id),
            };
            // What is typed stays untouched, with the place in it.
            if platform::value(&control) != *now {
                platform::put(&control, "value", &now.into());
            }
        }
        let is_by_topic = list.text.trim().is_empty();
        let rows = rows(site, lang, &index, cities.as_deref(), &shown, is_by_topic);
        (Key::IndicatorsShown.with2(lang, &some, &all), rows)
    });
    let lives = move |_| {
        listen(site);
        ().into_any()
    };
    part.island_in("div", "", Box::new(lives));
    part.view("")
}

/// Ids of the filters and of the line that counts.
const FILTERS: &str = "indicator-filters";
const COUNT: &str = "indicator-count";

/// What is typed and what is chosen.
fn controls() -> Vec<HtmlElement> {
    platform::element(FILTERS).map_or(Vec::new(), |it| platform::elements(&it, "input,select"))
}

/// Writes what the filters say into the address.
fn listen(site: Site) {
    let Some(filters) = platform::element(FILTERS) else {
        return;
    };
    platform::listen(&filters, &["input"], move |_| {
        let mut list = IndicatorList::default();
        for control in controls() {
            let value = platform::value(&control);
            match control.tag_name().as_str() {
                "INPUT" => list.text = value,
                _ => list.topic = Topic::from_id(&value),
            }
        }
        site.change(Route::Indicators(list));
    });
    platform::listen(&filters, &["click"], move |event| {
        if platform::target(&event).is_some_and(|it| it.tag_name() == "BUTTON") {
            site.change(Route::Indicators(IndicatorList::default()));
        }
    });
}

/// The topics that have an indicator, as options.
fn topics(index: &IndicatorIndex, lang: Lang) -> String {
    let mut options = Markup::new();
    options.el_with("option", &[("value", " ")], Key::FilterAll.text(lang));
    for topic in Topic::ALL {
        if index.indicators.iter().any(|it| it.topic == topic) {
            options.el_with("option", &[("value", topic.id())], topic.key().text(lang));
        }
    }
    options.finish()
}

/// The indicators as rows, under a heading for each topic unless they stand in order of fit.
fn rows(
    site: Site,
    lang: Lang,
    index: &IndicatorIndex,
    cities: Option<&Index>,
    shown: &[usize],
    is_by_topic: bool,
) -> String {
    let mut markup = Markup::new();
    if shown.is_empty() {
        markup.el("p", "empty", Key::IndicatorsNoneFit.text(lang));
    }
    let mut group = None;
    for entry in shown.iter().filter_map(|at| index.indicators.get(*at)) {
        let of = is_by_topic.then_some(entry.topic);
        if group != Some(of) {
            if group.is_some() {
                markup.close();
            }
            if let Some(topic) = of {
                markup.el("h2", "group", topic.key().text(lang));
            }
            markup.open("ul", "rows indicator-rows");
            group = Some(of);
        }
        row(&mut markup, site, lang, entry, cities);
    }
    markup.finish()
}

fn row(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    entry: &IndicatorEntry,
    cities: Option<&Index>,
) {
    let route = Route::Indicator(entry.id.clone(), IndicatorState::default());
    let href = site.href(lang, route);
    markup
        .open("li", "")
        .open("div", "")
        .link("", &href, entry.name.get(lang))
        .text(" ")
        .el("span", "row-facts", &covers(entry, lang))
        .close();
    let points: Vec<(i32, f64)> = entry.spark.iter().map(|it| (it.year, it.value)).collect();
    markup.open("div", "row-spark").nest(&sparkline(&Spark {
        points: &points,
        unit: entry.unit,
        projection_from: None,
        break_before: entry.break_at,
        slot: 1,
    }));
    markup
        .close()
        .open("div", "row-latest")
        .el("b", "", &quantity(entry.latest.value, entry.unit, lang))
        .text(" ");
    let mut said = place_name(&entry.place, cities, lang).to_owned();
    said.push_str(", ");
    said.push_str(&entry.latest.year.to_string());
    for publisher in &entry.publishers {
        said.push_str(" · ");
        said.push_str(publisher);
    }
    markup.el("span", "row-facts", &said).close().close();
}

/// "11 countries · 1960–2024".
fn covers(entry: &IndicatorEntry, lang: Lang) -> String {
    let key = match (entry.level, entry.scope, entry.places) {
        (Level::Country, _, 1) => Key::CoversCountryOne,
        (Level::Country, ..) => Key::CoversCountries,
        (Level::City, Some(Scope::Region), _) => Key::CoversRegions,
        (Level::City, None, 1) => Key::CoversCityOne,
        (Level::City, None, _) => Key::CoversCities,
    };
    let mut text = key.with(lang, &entry.places.to_string());
    text.push_str(" · ");
    text.push_str(&entry.first.to_string());
    if entry.last > entry.first {
        text.push('–');
        text.push_str(&entry.last.to_string());
    }
    text
}

/// The name of a place; its identifier as long as the list of cities is not there.
fn place_name<'a>(place: &'a str, cities: Option<&'a Index>, lang: Lang) -> &'a str {
    match Country::from_code(place) {
        Some(country) => country.key().text(lang),
        None => cities
            .and_then(|it| it.city(place))
            .map_or(place, |it| it.name.get(lang)),
    }
}
