//! Figures: the latest value of an indicator in one place, and charts.

use super::frame::{cited, link, Content, Stand};
use super::{words as w, Studio};
use crate::chart::{sparkline, Figure, LegendEntry, Size, Spark};
use crate::host::choice::is_measured;
use crate::host::pictures::figure_of;
use crate::host::publish::tables::place_name;
use crate::i18n::{number, quantity, unit_label, Key};
use crate::markup::{escape, Markup};
use crate::model::cut::IndicatorPage;
use crate::model::{Indicator, Lang, Point, Series};
use crate::route::{IndicatorState, Places, Route};

/// A drawing for less than [`WIDE`] pixels, and one for more; `style/widget.css` shows one of them.
pub(super) const SMALL: Size = Size {
    width: 300,
    height: 240,
};
pub(super) const WIDE: Size = Size {
    width: 560,
    height: 290,
};

/// The series of a place with its newest measured value; a projection where nothing was measured.
fn latest<'i>(indicator: &'i Indicator, place: &str) -> Option<(&'i Series, &'i Point)> {
    let of_place = || indicator.series.iter().filter(|it| it.place == place);
    let pick = |measured: bool| {
        of_place()
            .filter_map(|series| {
                let mut points = series.points.iter().rev();
                let found = points.find(|it| is_measured(indicator, it.year) == measured)?;
                Some((series, found))
            })
            // Of one year, the first in the file.
            .rev()
            .max_by_key(|(_, point)| point.year)
    };
    pick(true).or_else(|| pick(false))
}

/// What tells a series from others of its place; empty where it is the only one and of the place itself.
fn own_name<'s>(indicator: &Indicator, series: &'s Series, lang: Lang) -> &'s str {
    let others = indicator.series.iter();
    let is_alone = others.filter(|it| it.place == series.place).count() == 1;
    let own = if is_alone { None } else { series.name.as_ref() };
    let own = own.or(series.area.as_ref());
    own.map_or("", |it| it.get(lang))
}

/// The latest value, large, with the way that led there.
pub(super) fn value(
    studio: &Studio<'_>,
    page: &IndicatorPage,
    place: &str,
    stand: &Stand<'_>,
) -> Option<Content> {
    let lang = stand.lang;
    let indicator = &page.indicator;
    let (series, point) = latest(indicator, place)?;
    let mut body = Markup::new();
    body.open("p", "")
        .el("b", "big", &quantity(point.value, indicator.unit, lang))
        .text(" ")
        .el("span", "year", &point.year.to_string());
    if !is_measured(indicator, point.year) {
        body.text(" ")
            .el("span", "fine", Key::ChartProjected.text(lang));
    }
    body.close();
    let measured: Vec<&Point> = series
        .points
        .iter()
        .filter(|it| it.year <= point.year)
        .collect();
    // Values from before a change of method do not compare.
    let compares = |it: &&&Point| {
        let since = |from: i32| it.year >= from || point.year < from;
        it.year < point.year && indicator.break_before.is_none_or(since)
    };
    let earlier = measured.iter().find(compares);
    let mut keys = vec![series.sources_of(point)];
    if let Some(it) = earlier {
        let value = quantity(it.value, indicator.unit, lang);
        let words = w::EARLIER.with(lang, &[&value, &it.year.to_string()]);
        body.el("p", "earlier", &words);
        keys.push(series.sources_of(it));
        let points: Vec<(i32, f64)> = measured.iter().map(|it| (it.year, it.value)).collect();
        body.nest(&sparkline(&Spark {
            points: &points,
            unit: indicator.unit,
            projection_from: indicator.projection_from,
            break_before: indicator.break_before,
            slot: 1,
        }));
        keys.extend(measured.iter().map(|it| series.sources_of(it)));
    }
    let own = own_name(indicator, series, lang);
    if !own.is_empty() {
        body.el("p", "note", own);
    }
    Some(Content {
        title: titled(studio, indicator, place, lang),
        lead: String::new(),
        body: body.finish(),
        sources: cited(keys.into_iter().flatten(), &indicator.sources),
        to: route(indicator, &[place]),
    })
}

fn titled(studio: &Studio<'_>, indicator: &Indicator, place: &str, lang: Lang) -> String {
    let name = place_name(studio.facts.store, place, lang);
    [indicator.name.get(lang), ", ", name].concat()
}

fn route(indicator: &Indicator, places: &[&str]) -> Route {
    let state = IndicatorState {
        places: Places::of(places),
        ..IndicatorState::default()
    };
    Route::Indicator(indicator.id.clone(), state)
}

/// What a chart shows of the page of an indicator: the places that stand there at first, without the
/// grey lines of all others. A small drawing is clearer without them, and half as large.
pub(super) fn shown(page: &IndicatorPage) -> IndicatorPage {
    let mut page = page.clone();
    let defaults = &page.default_places;
    page.indicator
        .series
        .retain(|it| defaults.contains(&it.place));
    page
}

/// The chart of an indicator.
pub(super) fn chart(studio: &Studio<'_>, page: &IndicatorPage, stand: &Stand<'_>) -> Content {
    let lang = stand.lang;
    let store = studio.facts.store;
    let page = shown(page);
    let indicator = &page.indicator;
    let draw = |size| figure_of(store, &page, lang, size);
    let figure = draw(SMALL);
    let mut body = both(&draw);
    body.open("details", "")
        .el("summary", "", w::LATEST_VALUES.text(lang))
        .open("table", "")
        .el("caption", "note", unit_label(indicator.unit, lang))
        .open("tbody", "");
    for place in &page.default_places {
        let Some((_, point)) = latest(indicator, place) else {
            continue;
        };
        body.open("tr", "")
            .el_with("th", &[("scope", "row")], place_name(store, place, lang))
            .el("td", "", &number(point.value, lang))
            .el("td", "", &point.year.to_string())
            .close();
    }
    body.close().close().close();
    Content {
        title: indicator.name.get(lang).to_owned(),
        lead: figure.description().to_owned(),
        body: body.finish(),
        sources: cited(figure.sources(), &indicator.sources),
        to: route(indicator, &[]),
    }
}

/// The drawing in both sizes, with the names that do not stand in it.
pub(super) fn both(draw: &dyn Fn(Size) -> Figure) -> Markup {
    drawn(&[(SMALL, "small"), (WIDE, "wide")], draw)
}

/// The small drawing alone, for what gains nothing by more room.
pub(super) fn one(draw: &dyn Fn(Size) -> Figure) -> Markup {
    drawn(&[(SMALL, "only")], draw)
}

fn drawn(sizes: &[(Size, &str)], draw: &dyn Fn(Size) -> Figure) -> Markup {
    let mut body = Markup::new();
    for &(size, class) in sizes {
        let figure = draw(size);
        body.open("figure", class).nest(&bare(&figure));
        legend(&mut body, &figure);
        body.close();
    }
    body
}

fn legend(body: &mut Markup, figure: &Figure) {
    let named: Vec<&LegendEntry> = figure.legend().iter().filter(|it| !it.direct).collect();
    if figure.legend().len() < 2 || named.is_empty() {
        return;
    }
    let Size { width, height } = LegendEntry::SAMPLE;
    let view = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    let sample = [
        ("class", "chart sample"),
        ("viewBox", view.as_str()),
        ("aria-hidden", "true"),
    ];
    body.open("ul", "legend");
    for it in named {
        body.open("li", "")
            .open_with("svg", &sample)
            .nest(&it.sample())
            .close()
            .text(" ")
            .text(&it.name)
            .close();
    }
    body.close();
}

/// The drawing without what the widget says already: its description, and ids that would stand there
/// twice.
fn bare(figure: &Figure) -> String {
    let svg = figure.svg();
    let marks = svg.split_once("</desc>").map_or(svg, |(_, marks)| marks);
    let Size { width, height } = figure.size();
    let (width, height) = (width.to_string(), height.to_string());
    [
        "<svg class=\"chart\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" font-size=\"12\" role=\"img\" aria-label=\"",
        &escape(figure.heading()),
        "\">",
        marks,
    ]
    .concat()
}

/// Writes a value with its year, or that there is none.
pub(super) fn cell(body: &mut Markup, found: Option<(String, i32)>, lang: Lang) {
    match found {
        Some((value, year)) => {
            body.open("td", "").text(&value).text(" ");
            body.el("span", "fine", &year.to_string()).close();
        }
        None => {
            body.el("td", "", Key::Unknown.text(lang));
        }
    }
}

/// The newest measured value of a place in words, with its year and sources.
pub(super) fn newest(
    indicator: &Indicator,
    place: &str,
    lang: Lang,
) -> Option<((String, i32), Vec<String>)> {
    let (series, point) = latest(indicator, place)?;
    let words = quantity(point.value, indicator.unit, lang);
    Some(((words, point.year), series.sources_of(point).to_vec()))
}

/// Writes the name of a place as a link to its page.
pub(super) fn place_link(body: &mut Markup, stand: &Stand<'_>, route: Route, name: &str) {
    body.open_with("th", &[("scope", "row")]);
    link(body, &stand.page(route), name);
    body.close();
}
