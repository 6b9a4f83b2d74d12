//! Every kind of chart of places over the whole data set: what is drawn is what the data say.

use super::svg::{check_drawing, elements, Element, Ruler};
use crate::chart::{
    change_between, lines_of_places, ranked_bars, slots, small_multiples, AxisScale, Choice,
    Figure, LineView, PlacesSpec, SeriesInput, Size,
};
use crate::model::{Indicator, Lang, Series, Unit};

pub const SIZES: [Size; 2] = [Size::WIDE, Size::NARROW];

/// Every indicator that has a page, those gathered from the cities as well.
#[cfg(feature = "host")]
pub fn indicators() -> Vec<Indicator> {
    use crate::host::{cut_indicators, gather, store::Store};
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let all = gather::gather(&Store::read(&data).unwrap()).unwrap();
    let pages = cut_indicators::pages(&all).unwrap();
    pages.into_iter().map(|it| it.indicator).collect()
}

#[cfg(not(feature = "host"))]
pub fn indicators() -> Vec<Indicator> {
    let files = super::data_set::files("indicators");
    let read = |file| serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    files.into_iter().map(read).collect()
}

/// A name for a place: its slug in words, as long as the true one.
pub fn name_of(place: &str) -> &'static str {
    let words: Vec<String> = place
        .split('-')
        .map(|it| it[..1].to_uppercase() + &it[1..])
        .collect();
    Box::leak(words.join(" ").into_boxed_str())
}

/// The indicator with every third place chosen, at most five.
pub fn spec_of(indicator: &Indicator, lang: Lang, size: Size) -> PlacesSpec<'_> {
    let chosen: Vec<&str> = indicator
        .series
        .iter()
        .map(|it| it.place.as_str())
        .step_by(3)
        .take(5)
        .collect();
    let chosen = slots(&chosen);
    let choice = Choice {
        places: &chosen,
        years: None,
    };
    PlacesSpec::of(indicator, &name_of, &choice, lang, size, "k")
}

/// The years that any place has a value in.
fn years_of(indicator: &Indicator) -> Vec<i32> {
    let mut years: Vec<i32> = indicator
        .series
        .iter()
        .flat_map(|it| it.points.iter().map(|point| point.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Whether a chart in English calls `series` by `name`: its place, then the end of its own name, if
/// that says more than the place and the indicator do.
fn is_called(indicator: &Indicator, series: &Series, name: &str) -> bool {
    let place = name_of(&series.place);
    let own = series.name.as_ref().or(series.area.as_ref());
    let own = own.map_or("", |it| it.get(Lang::En));
    match name.strip_prefix(place) {
        Some("") => ["", place, indicator.name.get(Lang::En)].contains(&own),
        Some(rest) => rest
            .strip_prefix(" – ")
            .is_some_and(|it| !it.is_empty() && own.ends_with(it)),
        None => false,
    }
}

/// The value of the one series that a chart in English calls `name`, as the file has it.
pub fn value_of(indicator: &Indicator, name: &str, year: i32) -> Option<f64> {
    let called = |it: &&Series| is_called(indicator, it, name);
    let mut found = indicator.series.iter().filter(called);
    let series = found.next();
    assert!(
        series.is_some() && found.next().is_none(),
        "{} names {name} once",
        indicator.id
    );
    let point = series?.points.iter().find(|it| it.year == year);
    point.map(|it| it.value)
}

pub fn values_of(series: &[SeriesInput]) -> Vec<f64> {
    let points = series.iter().flat_map(|it| &it.points);
    points.map(|it| it.value).collect()
}

/// The number that a cell says in English.
pub fn number_in(text: &str) -> f64 {
    let text = text.replace('−', "-").replace([',', '+'], "");
    text.parse().unwrap()
}

#[test]
fn ranked_bars_are_as_long_as_their_values_in_every_year() {
    let mut drawn = 0;
    for indicator in indicators() {
        let is_rank = indicator.unit == Unit::Rank;
        for (turn, year) in years_of(&indicator).into_iter().enumerate() {
            let size = SIZES[turn % 2];
            let spec = spec_of(&indicator, Lang::En, size);
            let figure = ranked_bars(&spec, year);
            check_drawing(&figure);
            assert_eq!(figure.left_out(), 0);
            assert_eq!(figure.size().width, size.width);
            let all = elements(figure.svg());
            let zero = all.iter().find(|it| it.has_class("axis")).unwrap().points()[0].0;
            let mut bars: Vec<&Element> = all.iter().filter(|it| it.has_class("bar")).collect();
            // How many units long one of the value is.
            let mut lengths: Vec<f64> = Vec::new();
            let mut before: Option<f64> = None;
            for point in figure.points() {
                let value = value_of(&indicator, &point.name, year).unwrap();
                assert_eq!(point.year, year);
                let length = point.x - zero;
                if value == 0.0 {
                    assert_eq!(length, 0.0);
                } else if is_rank {
                    let dot = all
                        .iter()
                        .find(|it| it.has_class("dot") && it.number("cy") == point.y)
                        .unwrap();
                    assert_eq!(dot.number("cx"), point.x);
                } else if length != 0.0 {
                    let bar = bars.remove(0);
                    let (left, width) = (bar.number("x"), bar.number("width"));
                    let (low, high) = (zero.min(point.x), zero.max(point.x));
                    assert!((left - low).abs() < 0.06 && (left + width - high).abs() < 0.06);
                    let middle = bar.number("y") + bar.number("height") / 2.0;
                    assert!((middle - point.y).abs() < 0.06);
                }
                if length.abs() > 20.0 {
                    lengths.push(length / value);
                }
                let is_best_first = |before: f64| match indicator.better {
                    Some(crate::model::Better::Lower) => before <= value,
                    _ => before >= value,
                };
                assert!(before.is_none_or(is_best_first), "{} {year}", indicator.id);
                before = Some(value);
                drawn += 1;
            }
            assert!(bars.is_empty());
            for it in &lengths {
                // A length has one decimal.
                assert!(
                    (it / lengths[0] - 1.0).abs() < 0.012,
                    "{} {year} {lengths:?}",
                    indicator.id
                );
            }
            let here = indicator.series.iter();
            let here = here
                .filter(|it| it.points.iter().any(|it| it.year == year))
                .count();
            assert_eq!(figure.points().len(), here);
            assert_eq!(figure.table().rows.len(), indicator.series.len());
            for row in &figure.table().rows {
                let value = value_of(&indicator, &row.head, year);
                let said = Some(&row.cells[0].text).filter(|it| !it.is_empty());
                assert_eq!(said.map(|it| number_in(it)), value, "no value is no zero");
                assert_eq!(row.cells[0].sources.is_empty(), value.is_none());
            }
            let said = all.iter().any(|it| it.text.starts_with("No data:"));
            assert_eq!(said, here < indicator.series.len());
        }
    }
    assert_eq!(drawn, 19_765, "every value of the data set");
}

/// `a - b` in whole numbers of the last digit that either has, as text.
fn exact(a: f64, b: f64) -> String {
    let places = |it: f64| it.to_string().split_once('.').map_or(0, |it| it.1.len());
    let most = places(a).max(places(b));
    let whole = |it: f64| {
        format!("{it:.most$}")
            .replace('.', "")
            .parse::<i128>()
            .unwrap()
    };
    let difference = whole(a) - whole(b);
    let digits = format!("{:0width$}", difference.abs(), width = most + 1);
    let (head, tail) = digits.split_at(digits.len() - most);
    let tail = tail.trim_end_matches('0');
    let sign = if difference < 0 { "-" } else { "" };
    let point = if tail.is_empty() { "" } else { "." };
    [sign, head, point, tail].concat()
}

#[test]
fn changes_stand_on_their_scale_and_differences_are_exact() {
    for indicator in indicators() {
        let years = years_of(&indicator);
        let last = years.len() - 1;
        for (turn, (from, to)) in [
            (0, last),
            (last / 2, last),
            (0, last / 2),
            (last / 3, last / 2),
        ]
        .into_iter()
        .enumerate()
        {
            let (from, to) = (years[from], years[to]);
            if from == to {
                continue;
            }
            let spec = spec_of(&indicator, Lang::En, SIZES[turn % 2]);
            let figure = change_between(&spec, from, to);
            assert_eq!(figure, change_between(&spec, to, from));
            check_drawing(&figure);
            let is_broken = indicator
                .break_before
                .is_some_and(|it| from < it && it <= to);
            let ruler = Ruler::of(&figure);
            let all = elements(figure.svg());
            for point in figure.points() {
                let value = value_of(&indicator, &point.name, point.year).unwrap();
                let dots = all.iter().filter(|it| it.has_class("dot"));
                let mut dots =
                    dots.filter(|it| it.number("cx") == point.x && it.number("cy") == point.y);
                assert!(dots.any(|it| it.has_class("hollow") == (point.year == from)));
                let (Some(read), Some(next)) = (ruler.year(point.x), ruler.year(point.x + 1.0))
                else {
                    panic!("{}: an axis has two labels", indicator.id);
                };
                assert!(
                    (read - value).abs() <= (next - read).abs() * 0.25,
                    "{point:?} {read} {value}"
                );
            }
            let mut pairs = 0;
            let mut differences: Vec<f64> = Vec::new();
            for row in &figure.table().rows {
                let at = |year| value_of(&indicator, &row.head, year);
                for (cell, value) in row.cells.iter().zip([at(from), at(to)]) {
                    let said = Some(&cell.text).filter(|it| !it.is_empty());
                    assert_eq!(said.map(|it| number_in(it)), value);
                }
                let said = row.cells[2].text.replace('−', "-").replace([',', '+'], "");
                let expected = match (at(from), at(to)) {
                    (Some(first), Some(last)) => {
                        pairs += 1;
                        if is_broken {
                            String::new()
                        } else {
                            exact(last, first)
                        }
                    }
                    _ => String::new(),
                };
                assert_eq!(said, expected, "{} {}", indicator.id, row.head);
                differences.extend(said.parse::<f64>().ok());
            }
            assert_eq!(figure.points().len(), 2 * pairs);
            let is_lower = indicator.better == Some(crate::model::Better::Lower);
            assert!(differences.is_sorted_by(|a, b| if is_lower { a <= b } else { a >= b }));
            let lines = all.iter().filter(|it| it.has_class("span")).count();
            assert!(
                !is_broken || lines == 0,
                "what does not compare is not joined"
            );
        }
    }
}

#[test]
fn panels_hold_every_value_on_their_scale() {
    let (mut different, mut drawn) = (0, 0);
    for indicator in indicators() {
        for (turn, size) in SIZES.into_iter().enumerate() {
            for own in [false, true] {
                let spec = spec_of(&indicator, Lang::En, size);
                let figure = small_multiples(&spec, own);
                check_drawing(&figure);
                let said = figure
                    .description()
                    .contains("Each panel has its own scale.");
                assert_eq!(said, own);
                let mut from = 0;
                let columns = if turn == 0 { 4 } else { 2 };
                let width = f64::from(size.width) / f64::from(columns);
                let rows = u32::try_from(spec.places.len()).unwrap().div_ceil(columns);
                let head = f64::from(figure.size().height - rows * 124);
                let mut scales: Vec<Vec<f64>> = Vec::new();
                for (index, series) in spec.places.iter().enumerate() {
                    let index = u32::try_from(index).unwrap();
                    let left = f64::from(index % columns) * width;
                    let top = head + f64::from(index / columns) * 124.0;
                    let ruler = Ruler::inside(&figure, [left, top, left + width, top + 124.0]);
                    let to = from + series.points.len();
                    for (point, datum) in figure.points()[from..to].iter().zip(&series.points) {
                        let (read, unit) = ruler.value(point.y);
                        assert!(
                            (read - datum.value).abs() <= unit * 0.25,
                            "{point:?} {read}"
                        );
                        let year = ruler.year(point.x);
                        assert!(
                            year.is_none_or(|it| (it - f64::from(point.year)).abs() < 0.6),
                            "{point:?} {year:?}"
                        );
                        assert_eq!(
                            (point.year, point.sources.as_slice()),
                            (datum.year, datum.sources)
                        );
                        let value = value_of(&indicator, &point.name, point.year);
                        assert_eq!(value, Some(datum.value), "{point:?}");
                        drawn += 1;
                        let aimed = figure.nearest(point.x, point.y).unwrap();
                        assert_eq!(figure.points()[aimed].series, point.series);
                    }
                    scales.push(ruler.labels());
                    from = to;
                }
                assert_eq!(from, figure.points().len());
                scales.dedup();
                assert!(own || scales.len() == 1, "one scale for all");
                different += usize::from(scales.len() > 1);
            }
        }
    }
    assert_eq!(
        drawn,
        4 * 19_765,
        "every value, in each size and on each scale"
    );
    assert!(different > 80, "{different} have scales of their own");
}

#[test]
fn both_languages_say_the_same_values() {
    for indicator in indicators() {
        let years = years_of(&indicator);
        let (first, last) = (years[0], years[years.len() - 1]);
        let of = |lang| {
            let spec = spec_of(&indicator, lang, Size::NARROW);
            [
                ranked_bars(&spec, last),
                change_between(&spec, first, last),
                small_multiples(&spec, true),
                lines_of_places(
                    &spec,
                    &LineView {
                        scale: AxisScale::Log,
                        relative: spec.suits_relative(),
                    },
                ),
            ]
        };
        for (en, id) in of(Lang::En).iter().zip(&of(Lang::Id)) {
            check_drawing(id);
            assert_eq!(en.points().len(), id.points().len());
            let places = |it: &Figure| {
                it.points()
                    .iter()
                    .map(|it| (it.series, it.year))
                    .collect::<Vec<_>>()
            };
            assert_eq!(places(en), places(id));
            assert_eq!(en.table().rows.len(), id.table().rows.len());
            assert_ne!(en.description(), id.description());
            assert_ne!(en.table().headers[0], id.table().headers[0]);
        }
    }
}
