//! Drawing what the state in the address says.

use super::Explorer;
use crate::chart::map::{choropleth, figure_size, points, MapFigureSpec, MapSeries};
use crate::chart::{
    change_between, lines_of_places, ranked_bars, slots, small_multiples, AxisScale, Choice, Datum,
    Figure, LineView, PlacesSpec, Size,
};
use crate::explore;
use crate::model::cut_map::MapLands;
use crate::model::Level;
use crate::route::{ChartKind, IndicatorState};

/// Start of every id in the drawing.
pub(super) const ID: &str = "explorer";

/// How wide a chart may be drawn, from the width of its place in CSS pixels.
pub(super) fn size_of(width: i32) -> Size {
    match width {
        it if it < 480 => Size::NARROW,
        it if it < 820 => Size {
            width: 640,
            height: 340,
        },
        _ => Size {
            width: 1000,
            height: 440,
        },
    }
}

/// Calls `act` with the places that a kind of view shows, those chosen in their colours.
fn with_places<T>(
    explorer: &Explorer,
    state: &IndicatorState,
    size: Size,
    act: impl FnOnce(&PlacesSpec) -> T,
) -> T {
    let kind = explorer.kind(state);
    let chosen = explore::chosen(&explorer.page, state);
    let before = explorer.colors.borrow().clone();
    let before: Vec<(&str, u8)> = before.iter().map(|it| (it.0.as_str(), it.1)).collect();
    let places = slots(&chosen, &before);
    let colors = places.iter().map(|it| (it.0.to_owned(), it.1)).collect();
    explorer.colors.replace(colors);
    let is_of_all_years = matches!(kind, ChartKind::Bars | ChartKind::Difference);
    let choice = Choice {
        places: &places,
        years: (!is_of_all_years).then(|| explore::span(&explorer.years, state)),
    };
    let indicator = &explorer.page.indicator;
    let name = |place: &str| explorer.name(place);
    let mut spec = PlacesSpec::of(indicator, &name, &choice, explorer.lang, size, ID);
    // Alone in a panel, a row or a column, a place that was not chosen is no background.
    if matches!(
        kind,
        ChartKind::Multiples | ChartKind::Difference | ChartKind::Table
    ) {
        let count: usize = chosen
            .iter()
            .map(|place| {
                indicator
                    .series
                    .iter()
                    .filter(|it| it.place == *place)
                    .count()
            })
            .sum();
        spec.places.truncate(count);
    }
    act(&spec)
}

/// Which choices of scale the lines of a state allow: logarithmic, relative.
pub(super) fn scales(explorer: &Explorer, state: &IndicatorState) -> (bool, bool) {
    if explorer.kind(state) != ChartKind::Line {
        return (false, false);
    }
    with_places(explorer, state, Size::WIDE, |spec| {
        (spec.suits_log(), spec.suits_relative())
    })
}

/// The figure of a state; `None` as long as a map has no lands.
pub(super) fn draw(
    explorer: &Explorer,
    state: &IndicatorState,
    size: Size,
    lands: Option<&MapLands>,
) -> Option<Figure> {
    let kind = explorer.kind(state);
    let year = explore::year(&explorer.page, &explorer.years, state);
    if kind == ChartKind::Map {
        return Some(map(explorer, year, size, lands?));
    }
    Some(with_places(explorer, state, size, |spec| match kind {
        ChartKind::Bars => ranked_bars(spec, year),
        ChartKind::Multiples => small_multiples(spec, false),
        ChartKind::Difference => {
            let chosen = explore::chosen(&explorer.page, state);
            let (from, to) = explore::between(&explorer.page, &explorer.years, state, &chosen);
            change_between(spec, from, to)
        }
        _ => {
            let view = LineView {
                scale: if state.log && spec.suits_log() {
                    AxisScale::Log
                } else {
                    AxisScale::Linear
                },
                relative: state.relative && spec.suits_relative(),
            };
            lines_of_places(spec, &view)
        }
    }))
}

/// Countries in shades, or cities as points.
fn map(explorer: &Explorer, year: i32, size: Size, lands: &MapLands) -> Figure {
    let (lang, indicator) = (explorer.lang, &explorer.page.indicator);
    let is_of_countries = indicator.level == Some(Level::Country);
    let mut series: Vec<MapSeries> = Vec::new();
    // Series of one place must follow each other.
    for place in explore::places(indicator) {
        let city = explorer.index.as_ref().and_then(|it| it.city(place));
        if city.is_none() && !is_of_countries {
            continue;
        }
        for it in indicator.series.iter().filter(|it| it.place == place) {
            let own = it.name.as_ref().or(it.area.as_ref());
            series.push(MapSeries {
                place,
                place_name: explorer.name(place),
                name: own.map_or("", |it| it.get(lang)),
                lat: city.map_or(0.0, |it| it.lat),
                lon: city.map_or(0.0, |it| it.lon),
                points: it
                    .points
                    .iter()
                    .map(|point| Datum {
                        year: point.year,
                        value: point.value,
                        sources: it.sources_of(point),
                    })
                    .collect(),
            });
        }
    }
    // A map as wide as the widest chart would be higher than the window.
    let size = Size {
        width: size.width.min(720),
        ..size
    };
    let spec = MapFigureSpec {
        id: ID,
        heading: indicator.name.get(lang),
        unit: indicator.unit,
        series,
        year,
        projection_from: indicator.projection_from,
        range: indicator.range,
        lands,
        lang,
        size: figure_size(size),
    };
    if is_of_countries {
        choropleth(&spec)
    } else {
        points(&spec)
    }
}
