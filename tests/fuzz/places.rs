//! Charts and maps that compare places, from indicators that no file could hold.

use ascn_atlas::chart::map::{choropleth, figure_size, points, MapFigureSpec, MapSeries};
use ascn_atlas::chart::{
    change_between, lines_of_places, ranked_bars, slots, small_multiples, AxisScale, LineView,
    PlacesSpec,
};
use ascn_atlas::explore;
use ascn_atlas::model::cut_map::{Land, LandPart, MapLands};
use ascn_atlas::model::{Better, Unit};

use crate::chance::Chance;
use crate::charts::{amount, data, keys, maybe_year, range, read_out, series, size};
use crate::markup;
use crate::world::World;
use crate::{End, Target};

pub(crate) const PLACES: Target = Target {
    name: "places",
    about: "charts and maps of any places",
    share: 50,
    run,
};

fn run(chance: &mut Chance, _: &World) -> End {
    let words: Vec<String> = (0..chance.below(12)).map(|_| chance.word()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let colours = slots(&words);
    assert_eq!(colours.len(), words.len());
    assert!(colours.iter().all(|it| it.1 <= 9));
    if chance.once_in(4) {
        return map(chance);
    }
    let keys = keys(chance);
    let heading = chance.word();
    let places = series(chance, &keys, 80);
    let (points, words) = amount(&places);
    chance
        .said
        .push(format!("{} places, {points} points", places.len()));
    let spec = PlacesSpec {
        id: "f",
        heading: &heading,
        unit: *chance.pick(Unit::ALL),
        better: *chance.pick(&[None, Some(Better::Higher), Some(Better::Lower)]),
        places,
        projection_from: maybe_year(chance),
        break_before: maybe_year(chance),
        range: range(chance),
        of_region: chance.once_in(2),
        lang: chance.lang(),
        size: size(chance),
    };
    let year = chance.year();
    let figure = match chance.below(4) {
        0 => lines_of_places(
            &spec,
            &LineView {
                scale: *chance.pick(&[AxisScale::Linear, AxisScale::Log]),
                relative: chance.once_in(2),
            },
        ),
        1 => ranked_bars(&spec, year),
        2 => change_between(&spec, year, chance.year()),
        _ => small_multiples(&spec, chance.once_in(2)),
    };
    let _ = (spec.suits_log(), spec.suits_relative());
    markup::figure(&figure, points + spec.places.len(), words + heading.len());
    read_out(&figure, chance);
    let table = figure.table();
    // The sort is one for short lists; no page shows so many rows.
    let sortable = table.rows.len() < 3_000;
    for column in (0..table.headers.len().min(4)).filter(|_| sortable) {
        let order = explore::sorted(table, column, chance.once_in(2), spec.lang);
        assert_eq!(order.len(), table.rows.len());
        let _ = explore::tsv(table, &order, spec.lang);
    }
    if figure.points().is_empty() {
        End::Refused
    } else {
        End::Loaded
    }
}

fn map(chance: &mut Chance) -> End {
    let keys = keys(chance);
    let codes: Vec<String> = (0..chance.count(400))
        .map(|_| {
            if chance.once_in(3) {
                chance.word()
            } else {
                (*chance.pick(&["IDN", "VNM", "MYS", "jakarta"])).to_owned()
            }
        })
        .collect();
    let lands: Vec<Land> = codes.iter().map(|code| land(chance, code)).collect();
    let lands = MapLands {
        units: *chance.pick(&[0, 1, 24, 320, u32::MAX]),
        lands,
    };
    let series: Vec<MapSeries> = codes
        .iter()
        .map(|code| MapSeries {
            place: code,
            place_name: code,
            name: code,
            lat: chance.number(),
            lon: chance.number(),
            points: {
                let count = chance.count(60);
                data(chance, &keys, count)
            },
        })
        .collect();
    let heading = chance.word();
    let year = series
        .first()
        .and_then(|it| it.points.first())
        .map_or(2_020, |it| it.year);
    let spec = MapFigureSpec {
        id: "m",
        heading: &heading,
        unit: *chance.pick(Unit::ALL),
        year,
        projection_from: maybe_year(chance),
        break_before: None,
        range: range(chance),
        lands: &lands,
        lang: chance.lang(),
        size: figure_size(size(chance)),
        series,
    };
    let count = spec.series.len() + lands.lands.len();
    let words: usize = codes.iter().map(String::len).sum::<usize>() * 4 + heading.len();
    let figure = if chance.once_in(2) {
        choropleth(&spec)
    } else {
        points(&spec)
    };
    markup::figure(&figure, count, words);
    read_out(&figure, chance);
    End::Loaded
}

fn land(chance: &mut Chance, code: &str) -> Land {
    let spot = |chance: &mut Chance| (chance.whole(), chance.whole());
    let part = |chance: &mut Chance| LandPart {
        from: spot(chance),
        to: spot(chance),
        path: (*chance.pick(&["M1 1l2 3z", "", "M0 0", "M9 9h9v9z"])).to_owned(),
    };
    Land {
        code: code.to_owned(),
        middle: spot(chance),
        area: u32::try_from(chance.whole()).unwrap_or(u32::MAX),
        parts: (0..chance.below(4)).map(|_| part(chance)).collect(),
    }
}
