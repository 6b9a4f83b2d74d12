//! Drawing what the state in the address says.

use super::Explorer;
use crate::chart::map::{choropleth, figure_size, points, MapFigureSpec, MapSeries};
use crate::chart::{Datum, Figure, Size};
use crate::explore::{self, Drawing, ID};
use crate::model::cut_map::MapLands;
use crate::route::{ChartKind, IndicatorState};

/// Calls `act` with what is drawn.
fn with<T>(explorer: &Explorer, act: impl FnOnce(&Drawing) -> T) -> T {
    act(&Drawing {
        page: &explorer.page,
        years: &explorer.years,
        count: explorer.count,
        name_of: &|place| explorer.name(place),
        lang: explorer.lang,
    })
}

/// The kind of view; lines where the one in the address says nothing of this indicator.
pub(super) fn kind(explorer: &Explorer, state: &IndicatorState) -> ChartKind {
    with(explorer, |it| it.kind(state))
}

/// Which choices of scale the lines of a state allow: logarithmic, relative.
pub(super) fn scales(explorer: &Explorer, state: &IndicatorState) -> (bool, bool) {
    if explorer.kind(state) != ChartKind::Line {
        return (false, false);
    }
    with(explorer, |it| {
        it.with_places(state, Size::WIDE, |spec| {
            (spec.suits_log(), spec.suits_relative())
        })
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
    if kind == ChartKind::Map {
        let year = explore::year(&explorer.page, &explorer.years, state);
        return Some(map(explorer, year, size, lands?));
    }
    Some(with(explorer, |it| match kind {
        ChartKind::Bars => it.bars(state, size),
        ChartKind::Multiples => it.multiples(state, size),
        ChartKind::Difference => it.difference(state, size),
        _ => it.lines(state, size),
    }))
}

/// Countries in shades, or cities as points.
fn map(explorer: &Explorer, year: i32, size: Size, lands: &MapLands) -> Figure {
    let (lang, indicator) = (explorer.lang, &explorer.page.indicator);
    let mut series: Vec<MapSeries> = Vec::new();
    // Series of one place must follow each other.
    for place in explore::places(indicator) {
        if !explorer.is_on_map(place) {
            continue;
        }
        let city = explorer.index.as_ref().and_then(|it| it.city(place));
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
        break_before: indicator.break_before,
        range: indicator.range,
        lands,
        lang,
        size: figure_size(size),
    };
    if explorer.is_of_countries() {
        choropleth(&spec)
    } else {
        points(&spec)
    }
}
