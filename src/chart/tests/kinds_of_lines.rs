//! Lines of places and sparklines over the whole data set: what is drawn is what the data say.

use super::kinds::{indicators, name_of, number_in, spec_of, value_of, values_of, SIZES};
use super::svg::{check_drawing, check_values, elements, Ruler};
use crate::chart::{
    lines_of_places, sparkline, AxisScale, Choice, Figure, LineView, PlacesSpec, Size, Spark,
};
use crate::model::{Indicator, Lang, Series, Unit};

#[test]
fn lines_read_back_on_every_kind_of_axis() {
    let (mut logs, mut drawn) = (0, 0);
    for indicator in indicators() {
        for size in SIZES {
            let spec = spec_of(&indicator, Lang::En, size);
            let figure = lines_of_places(&spec, &LineView::default());
            check_drawing(&figure);
            let values = values_of(&spec.places);
            check_values(&figure, &values, &Ruler::of(&figure));
            for (point, value) in figure.points().iter().zip(&values) {
                let found = value_of(&indicator, &point.name, point.year);
                assert_eq!(found, Some(*value), "{point:?}");
                drawn += 1;
            }
            let log = lines_of_places(
                &spec,
                &LineView {
                    scale: AxisScale::Log,
                    relative: false,
                },
            );
            check_drawing(&log);
            if values.iter().all(|it| *it > 0.0) {
                let values: Vec<f64> = values.iter().map(|it| it.ln()).collect();
                let ruler = Ruler::of_ratios(&log);
                assert!(ruler.labels().len() >= 2, "{}", indicator.id);
                check_values(&log, &values, &ruler);
                logs += 1;
            } else {
                assert_eq!(log, figure, "no logarithm of zero");
                assert!(!spec.suits_log());
            }
        }
    }
    assert!(logs > 30, "{logs}");
    assert_eq!(
        drawn,
        2 * 19_765,
        "every value of the data set, in each size"
    );
}

#[test]
fn relative_values_are_100_in_their_base_year() {
    let mut drawn = 0;
    for indicator in indicators() {
        let spec = spec_of(&indicator, Lang::En, Size::WIDE);
        if !spec.suits_relative() {
            continue;
        }
        let view = LineView {
            scale: AxisScale::Linear,
            relative: true,
        };
        let figure = lines_of_places(&spec, &view);
        check_drawing(&figure);
        assert!(figure.is_derived());
        let unit = &figure.table().unit;
        let base: i32 = unit.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(*unit, format!("{base} = 100, computed"));
        assert!(elements(figure.svg())
            .iter()
            .any(|it| it.text.starts_with(unit)));
        let mut expected = Vec::new();
        for place in &spec.places {
            let Some(first) = place
                .points
                .iter()
                .find(|it| it.year == base && it.value > 0.0)
            else {
                assert!(place.points.is_empty() || figure.description().contains(&place.name));
                continue;
            };
            for point in &place.points {
                if indicator.break_before.is_none_or(|it| point.year >= it) {
                    expected.push(((point.value / first.value * 1000.0).round() / 10.0, first));
                }
            }
        }
        let values: Vec<f64> = expected.iter().map(|it| it.0).collect();
        check_values(&figure, &values, &Ruler::of(&figure));
        for (point, (value, first)) in figure.points().iter().zip(&expected) {
            let said = point.label.split(": ").nth(1).unwrap();
            assert_eq!(number_in(said), *value);
            assert!(said.split('.').nth(1).is_none_or(|it| it.len() == 1));
            assert!(first.sources.iter().all(|key| point.sources.contains(key)));
            assert!(point.year != base || *value == 100.0);
            drawn += 1;
        }
        for it in spec.places.iter().filter(|it| it.slot > 0) {
            let earlier = |year: &i32| {
                *year < base
                    && indicator.projection_from.is_none_or(|it| *year < it)
                    && indicator.break_before.is_none_or(|it| *year >= it)
            };
            let all_have = |year: i32| {
                spec.places
                    .iter()
                    .filter(|it| it.slot > 0)
                    .all(|it| it.points.iter().any(|it| it.year == year && it.value > 0.0))
            };
            let mut years = it.points.iter().map(|it| it.year).filter(earlier);
            assert!(!years.any(all_have), "the first common year");
        }
    }
    assert!(drawn > 12_000, "{drawn}");
}

#[test]
fn a_sparkline_has_the_shape_of_its_series() {
    for indicator in indicators() {
        for series in &indicator.series {
            let points: Vec<(i32, f64)> =
                series.points.iter().map(|it| (it.year, it.value)).collect();
            let svg = sparkline(&Spark {
                points: &points,
                unit: indicator.unit,
                projection_from: indicator.projection_from,
                break_before: indicator.break_before,
                slot: 1,
            });
            let all = elements(&svg);
            assert_eq!(
                (all[0].get("viewBox"), all[0].get("aria-hidden")),
                ("0 0 120 28", "true")
            );
            let low = points.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
            let high = points
                .iter()
                .map(|it| it.1)
                .fold(f64::NEG_INFINITY, f64::max);
            let (first, last) = (points[0].0, points[points.len() - 1].0);
            let place = |&(year, value): &(i32, f64)| {
                let share = |part: f64, whole: f64| if whole == 0.0 { 0.5 } else { part / whole };
                let x = 4.0 + 112.0 * share(f64::from(year - first), f64::from(last - first));
                let up = share(value - low, high - low);
                let up = if indicator.unit == Unit::Rank && low < high {
                    1.0 - up
                } else {
                    up
                };
                (x, 24.0 - 20.0 * up)
            };
            let near =
                |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < 0.06 && (a.1 - b.1).abs() < 0.06;
            let mut shown: Vec<(f64, f64)> = Vec::new();
            for it in &all[1..] {
                if it.name == "path" {
                    shown.extend(it.points());
                } else {
                    shown.push((it.number("cx"), it.number("cy")));
                }
            }
            for it in &points {
                assert!(
                    shown.iter().any(|at| near(*at, place(it))),
                    "{} {it:?}",
                    series.place
                );
            }
            for at in &shown {
                assert!(
                    points.iter().any(|it| near(*at, place(it))),
                    "nothing else is drawn"
                );
            }
            // Lines and gaps are those of the line chart.
            let figure = one_line(&indicator, series);
            let runs = |svg: &str| {
                let lines = elements(svg).into_iter().filter(|it| it.has_class("line"));
                lines.map(|it| it.points().len()).collect::<Vec<_>>()
            };
            assert_eq!(
                runs(&svg),
                runs(figure.svg()),
                "{} {}",
                indicator.id,
                series.place
            );
        }
    }
    let spark = Spark {
        points: &[],
        unit: Unit::Percent,
        projection_from: None,
        break_before: None,
        slot: 1,
    };
    assert_eq!(sparkline(&spark), "");
}

/// The line chart of one series.
fn one_line(indicator: &Indicator, series: &Series) -> Figure {
    let mut one = indicator.clone();
    one.series = vec![series.clone()];
    let choice = Choice::default();
    let spec = PlacesSpec::of(&one, &name_of, &choice, Lang::En, Size::WIDE, "k");
    lines_of_places(&spec, &LineView::default())
}
