//! The figures of a state, each with a strip that shows where it lies among the member states.

use std::sync::Arc;

use crate::app::Site;
use crate::chart::{slot_of, tenths};
use crate::components::cite::Citations;
use crate::components::part::Part;
use crate::i18n::{quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{AseanPage, AseanRange, CountryPage, StateValue};
use crate::model::{Country, Lang};
use crate::pages::city::{country_chart, latest};
use crate::route::{IndicatorState, Route};

/// Writes a row for each indicator, folded up over its chart.
pub(super) fn write(
    part: &mut Part,
    site: Site,
    lang: Lang,
    page: &Arc<CountryPage>,
    asean: Option<&AseanPage>,
    cites: &Citations,
    of_asean: &Citations,
) {
    part.open("div", "country-rows");
    let mut topic = None;
    for (place, indicator) in page.indicators.iter().enumerate() {
        let range = asean.and_then(|it| it.range(&indicator.id));
        // The rows come by topic; without what all states have in common it is not known.
        if let Some(range) = range.filter(|it| topic != Some(it.topic)) {
            topic = Some(range.topic);
            part.el("h3", "", range.topic.key().text(lang));
        }
        part.open("details", "")
            .open("summary", "")
            .el("span", "", indicator.name.get(lang))
            .text(" ");
        if let Some(range) = range {
            strip(part, lang, range, page.country);
        }
        part.el("span", "latest", &latest(indicator, lang)).close();
        if let Some(range) = range {
            part.open("p", "")
                .text(&sentence(range, page.country, lang));
            of_asean.cite(part, &sources(range, page.country));
            let route = Route::Indicator(indicator.id.clone(), IndicatorState::default());
            let href = site.href(lang, route);
            part.text(" ").link("", &href, Key::AllStates.text(lang));
            part.close();
        }
        country_chart(part, (site, lang), page, indicator, place, cites);
        part.close();
    }
    part.close();
}

/// The lowest and the highest value.
fn ends(range: &AseanRange) -> Option<(&StateValue, &StateValue)> {
    Some((range.lowest()?, range.highest()?))
}

/// Draws every state's value on one line, this state's large and the median as a stroke.
fn strip(markup: &mut Markup, lang: Lang, range: &AseanRange, country: Country) {
    let Some((lowest, highest)) = ends(range) else {
        return;
    };
    let (low, high) = (lowest.point.value, highest.point.value);
    // Where a value lies between 8 and 152.
    let at = |value: f64| {
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        tenths(8.0 + share * 144.0)
    };
    let words = sentence(range, country, lang);
    let svg = [
        ("class", "chart strip"),
        ("viewBox", "0 0 160 20"),
        ("role", "img"),
        ("aria-label", words.as_str()),
    ];
    markup
        .open_with("svg", &svg)
        .void("path", &[("class", "grid"), ("d", "M8 10H152")]);
    let median = ["M", &at(range.median), " 3v14"].concat();
    markup.void("path", &[("class", "axis"), ("d", &median)]);
    let mut dot = |class: &str, radius: &str, value: f64| {
        let x = at(value);
        markup.void(
            "circle",
            &[("class", class), ("cx", &x), ("cy", "10"), ("r", radius)],
        );
    };
    for it in range.values.iter().filter(|it| it.country != country) {
        dot("back-dot", "3", it.point.value);
    }
    if let Some(own) = range.of(country) {
        let class = ["dot s", &slot_of(country.code()).to_string()].concat();
        dot(&class, "6", own.point.value);
    }
    markup.close();
}

/// What the strip shows, in words.
fn sentence(range: &AseanRange, country: Country, lang: Lang) -> String {
    let Some((lowest, highest)) = ends(range) else {
        return String::new();
    };
    let value = |value: f64| quantity(value, range.unit, lang);
    let name = |it: &StateValue| it.country.key().text(lang);
    let year = range.year.to_string();
    let count = range.values.len().to_string();
    let own = match range.of(country) {
        Some(own) => {
            let above = |it: &&StateValue| it.point.value > own.point.value;
            let rank = range.values.iter().filter(above).count() + 1;
            let words = value(own.point.value);
            let place = Key::RangeRank.with2(lang, &rank.to_string(), &count);
            Key::RangeOwn.with2(lang, &year, &[&words, ", ", &place].concat())
        }
        None => Key::RangeNone.with2(lang, &year, country.key().text(lang)),
    };
    [
        own,
        Key::RangeLowest.with2(lang, &value(lowest.point.value), name(lowest)),
        Key::RangeMedian.with(lang, &value(range.median)),
        Key::RangeHighest.with2(lang, &value(highest.point.value), name(highest)),
    ]
    .concat()
}

/// The sources of what the sentence names: the state's own value and both ends.
fn sources(range: &AseanRange, country: Country) -> Vec<String> {
    let named = range
        .of(country)
        .into_iter()
        .chain(range.lowest())
        .chain(range.highest());
    let mut keys: Vec<String> = Vec::new();
    for key in named.flat_map(|it| &it.point.sources) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    keys
}
