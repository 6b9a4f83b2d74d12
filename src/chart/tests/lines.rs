//! Line charts: gaps, projections, breaks, scales, hostile input.

use super::svg::{check, elements, paths, Element};
use super::{series, spec, Values};
use crate::chart::{line, Datum, Figure, LineSpec, Size};
use crate::model::{Lang, Unit};

/// The chart of `spec` in both languages and sizes, each checked; the wide English one.
fn drawn(spec: &LineSpec) -> Figure {
    let values: Vec<f64> = spec
        .series
        .iter()
        .flat_map(|it| it.points.iter().map(|point| point.value))
        .collect();
    for size in [Size::NARROW, Size::WIDE] {
        let figure = line(&LineSpec {
            size,
            lang: Lang::En,
            ..spec.clone()
        });
        check(&figure, &values);
        let again = line(&LineSpec {
            size,
            lang: Lang::En,
            ..spec.clone()
        });
        assert_eq!(figure, again, "same data, same bytes");
    }
    line(&LineSpec {
        size: Size::WIDE,
        lang: Lang::En,
        ..spec.clone()
    })
}

/// The years that each line of `figure` runs through, by series class.
fn runs(figure: &Figure, class: &str) -> Vec<Vec<i32>> {
    let years = |path: &Element| {
        let year = |(x, y): &(f64, f64)| {
            let found = figure.points().iter().find(|it| it.x == *x && it.y == *y);
            found.unwrap().year
        };
        path.points().iter().map(year).collect()
    };
    let lines = paths(figure.svg(), class);
    lines
        .iter()
        .filter(|it| it.has_class("line"))
        .map(years)
        .collect()
}

fn dots(figure: &Figure) -> usize {
    elements(figure.svg())
        .iter()
        .filter(|it| it.name == "circle")
        .count()
}

#[test]
fn values_read_back_from_the_drawing() {
    let cases: &[(Unit, Values)] = &[
        (
            Unit::Percent,
            &[(2018, 32.2), (2019, 24.43), (2020, 17.5), (2023, 7.89)],
        ),
        (
            Unit::Index0To1,
            &[(2003, 0.4123), (2004, 0.4311), (2005, 0.7)],
        ),
        (
            Unit::Rank,
            &[(2019, 81.0), (2020, 94.0), (2023, 102.0), (2024, 1.0)],
        ),
        (Unit::Percent, &[(2019, 5.02), (2020, -2.07), (2021, 3.7)]),
        (Unit::Percent, &[(2019, -5.5), (2020, -2.07)]),
        (Unit::Usd, &[(1960, 1.5e12), (1990, 1.1e12), (2020, 9e11)]),
        (Unit::People, &[(2000, 3.0), (2001, 3.0), (2002, 3.0)]),
        (Unit::People, &[(2000, 0.0), (2001, 0.0)]),
        (Unit::Percent, &[(2023, -4.0)]),
        (Unit::Rank, &[(2023, 1.0)]),
        (Unit::MicrogramsPerM3, &[(2023, 0.000_25), (2024, 0.000_5)]),
        (Unit::People, &[(1, 1.0), (9999, 9e15)]),
    ];
    for (unit, values) in cases {
        drawn(&spec(*unit, &[values]));
    }
}

#[test]
fn a_missing_year_of_a_yearly_series_is_a_gap() {
    let values: Values = &[
        (2016, 1.0),
        (2017, 2.0),
        (2019, 3.0),
        (2020, 4.0),
        (2022, 5.0),
    ];
    let figure = drawn(&spec(Unit::Percent, &[values]));
    assert_eq!(runs(&figure, "s1"), [[2016, 2017], [2019, 2020]]);
    assert_eq!(dots(&figure), 5, "2022 stands alone");
    let missing: Vec<_> = figure
        .table()
        .rows
        .iter()
        .map(|row| row.head.as_str())
        .collect();
    assert_eq!(
        missing,
        ["2016", "2017", "2019", "2020", "2022"],
        "no row is invented"
    );
}

#[test]
fn a_series_of_every_fifth_year_is_whole() {
    let values: Values = &[
        (2000, 1.0),
        (2005, 2.0),
        (2010, 3.0),
        (2020, 4.0),
        (2025, 5.0),
    ];
    let figure = drawn(&spec(Unit::Percent, &[values]));
    assert_eq!(
        runs(&figure, "s1"),
        [vec![2000, 2005, 2010], vec![2020, 2025]]
    );
    let figure = drawn(&spec(Unit::Percent, &[&[(2018, 32.2), (2023, 7.89)]]));
    assert!(
        runs(&figure, "s1").is_empty(),
        "a distance seen only once is no habit: the years between are unknown"
    );
    let figure = drawn(&spec(
        Unit::Percent,
        &[&[(2018, 4.99), (2022, 3.11), (2023, 0.53)]],
    ));
    assert_eq!(
        runs(&figure, "s1"),
        [[2022, 2023]],
        "the least step where none repeats"
    );
}

#[test]
fn projections_are_dashed_and_named() {
    let mut it = spec(
        Unit::People,
        &[&[(2010, 1e6), (2015, 1.1e6), (2020, 1.3e6), (2025, 1.4e6)]],
    );
    it.projection_from = Some(2020);
    let figure = drawn(&it);
    let plain: Vec<_> = paths(figure.svg(), "line");
    let (dashed, solid): (Vec<_>, Vec<_>) = plain.iter().partition(|it| it.has_class("proj"));
    assert_eq!((solid.len(), solid[0].points().len()), (1, 2));
    assert_eq!(
        (dashed.len(), dashed[0].points().len()),
        (1, 3),
        "from the last measured value"
    );
    let all = elements(figure.svg());
    let hollow = all
        .iter()
        .filter(|it| it.name == "circle" && it.has_class("proj"));
    assert_eq!(hollow.count(), 2);
    let zone = all.iter().find(|it| it.has_class("zone")).unwrap();
    assert_eq!(zone.number("x"), figure.points()[1].x);
    assert!(all.iter().any(|it| it.text == "Projection"));
    let projected: Vec<_> = figure.points().iter().map(|it| it.projected).collect();
    assert_eq!(projected, [false, false, true, true]);
    let cells: Vec<_> = figure
        .table()
        .rows
        .iter()
        .map(|row| row.cells[0].projected)
        .collect();
    assert_eq!(cells, projected);
    assert!(figure.legend()[0].dashed);

    it.projection_from = Some(2030);
    let figure = drawn(&it);
    assert!(!figure.svg().contains("proj") && !figure.svg().contains("zone"));
    it.projection_from = Some(1990);
    let figure = drawn(&it);
    assert!(paths(figure.svg(), "line")
        .iter()
        .all(|it| it.has_class("proj")));
}

#[test]
fn a_change_of_method_interrupts_the_line() {
    let mut it = spec(
        Unit::Minutes,
        &[&[(2021, 20.0), (2022, 22.0), (2023, 23.0), (2024, 25.5)]],
    );
    it.break_before = Some(2023);
    let figure = drawn(&it);
    assert_eq!(runs(&figure, "s1"), [[2021, 2022], [2023, 2024]]);
    let breaks = paths(figure.svg(), "break");
    let x = breaks[0].points()[0].0;
    assert!(figure.points()[1].x < x && x < figure.points()[2].x);
    assert!(elements(figure.svg())
        .iter()
        .any(|it| it.text == "new method"));
    for outside in [2021, 2025] {
        it.break_before = Some(outside);
        let figure = drawn(&it);
        assert_eq!(runs(&figure, "s1").len(), 1);
        assert!(paths(figure.svg(), "break").is_empty());
    }
    it.break_before = Some(2023);
    it.projection_from = Some(2024);
    drawn(&it);
}

#[test]
fn ranks_have_the_first_place_on_top() {
    let figure = drawn(&spec(Unit::Rank, &[&[(2023, 5.0), (2024, 80.0)]]));
    assert!(figure.points()[0].y < figure.points()[1].y);
    let figure = drawn(&spec(Unit::Percent, &[&[(2023, 5.0), (2024, 80.0)]]));
    assert!(figure.points()[0].y > figure.points()[1].y);
}

#[test]
fn many_points_have_no_dots_but_those_that_stand_alone() {
    let mut values: Vec<(i32, f64)> = (1960..2010).map(|year| (year, f64::from(year))).collect();
    values.push((2012, 2000.0));
    values.push((2013, 2000.0));
    values.push((2015, 2000.0));
    values.push((2020, 2000.0));
    let figure = drawn(&spec(Unit::People, &[&values]));
    assert_eq!(dots(&figure), 2);
}

#[test]
fn labels_of_lines_that_end_together_stay_apart() {
    let ends = [50.0, 50.1, 50.2, 49.9, 90.0, 50.0];
    let all: Vec<[(i32, f64); 2]> = ends
        .iter()
        .map(|&it| [(2020, it + 3.0), (2021, it)])
        .collect();
    let all: Vec<Values> = all.iter().map(|it| &it[..]).collect();
    for count in 1..=6 {
        let figure = drawn(&spec(Unit::Percent, &all[..count]));
        let names = elements(figure.svg())
            .iter()
            .filter(|it| it.has_class("name"))
            .count();
        let direct = figure.legend().iter().filter(|it| it.direct).count();
        assert_eq!(names, direct, "a name is in the chart or in the legend");
        assert_eq!(direct, if count == 1 { 0 } else { count });
    }
    let mut long = spec(Unit::Percent, &all[..2]);
    long.series[0].name =
        "A name of more words than three lines beside the end of a line in any chart hold".into();
    long.series[1].name = "Unbreakablenamethatiswiderthanitsroom".into();
    assert!(drawn(&long).legend().iter().all(|it| !it.direct));
}

#[test]
fn hostile_names_are_text() {
    let hostile = "<script>alert(\"x\")</script>'&amp; ]]>\u{0}\u{8}\u{202e}<!--";
    let mut it = spec(
        Unit::Percent,
        &[&[(2020, 1.0), (2021, 2.0)], &[(2020, 3.0), (2021, 5.0)]],
    );
    it.heading = hostile;
    it.series[0].name = hostile.to_owned();
    let clean = hostile.replace(char::is_control, " ");
    it.id = "a\"><script>";
    let figure = line(&it);
    let all = elements(figure.svg());
    assert!(all.iter().all(|it| it.name != "script"));
    assert_eq!(all[1].text, clean);
    assert!(all[2].text.contains(&clean));
    assert_eq!(
        figure.heading(),
        hostile,
        "what is not markup is not changed"
    );
}

#[test]
fn ids_differ_between_charts() {
    let mut it = spec(Unit::Percent, &[&[(2020, 1.0)]]);
    let mut ids = Vec::new();
    for id in ["one", "two", "two words"] {
        it.id = id;
        let all = elements(line(&it).svg());
        ids.extend(
            all.iter()
                .map(|it| it.get("id").to_owned())
                .filter(|it| !it.is_empty()),
        );
    }
    assert_eq!(
        ids,
        [
            "one-t",
            "one-d",
            "two-t",
            "two-d",
            "two-words-t",
            "two-words-d"
        ]
    );
}

#[test]
fn what_may_not_be_shown_is_left_out_and_counted() {
    let mut it = spec(
        Unit::Percent,
        &[&[
            (2022, f64::NAN),
            (2021, 2.0),
            (2020, 1.0),
            (2021, 9.0),
            (2023, f64::INFINITY),
        ]],
    );
    it.series[0].points.push(Datum {
        year: 2024,
        value: 3.0,
        sources: &[],
    });
    let figure = line(&it);
    assert_eq!(figure.left_out(), 4);
    let shown: Vec<_> = figure
        .points()
        .iter()
        .map(|it| (it.year, it.label.as_str()))
        .collect();
    assert_eq!(shown, [(2020, "2020: 1%"), (2021, "2021: 2%")]);
    check(&figure, &[1.0, 2.0]);
}

#[test]
fn no_data_says_so() {
    for (lang, words) in [(Lang::En, "No data"), (Lang::Id, "Tidak ada data")] {
        for all in [&[][..], &[&[][..], &[][..]]] {
            let figure = line(&LineSpec {
                lang,
                ..spec(Unit::Percent, all)
            });
            assert_eq!(figure.description(), format!("{words}."));
            assert!(elements(figure.svg()).iter().any(|it| it.text == words));
            assert!(figure.points().is_empty() && figure.sources().is_empty());
        }
    }
}

#[test]
fn the_table_has_a_column_for_each_series_and_empty_cells_for_the_unknown() {
    let it = spec(Unit::Percent, &[&[(2020, 1.5)], &[(2021, 1234.5)]]);
    let figure = line(&LineSpec {
        lang: Lang::Id,
        ..it
    });
    let table = figure.table();
    assert_eq!(table.unit, "persen");
    assert_eq!(table.headers, ["Tahun", "A", "B"]);
    let texts: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|it| it.text.as_str()).collect())
        .collect();
    assert_eq!(texts, [["1,5", ""], ["", "1.234,5"]]);
    assert!(table.rows[0].cells[1].sources.is_empty());
    assert_eq!(figure.sources(), ["1", "2"]);
}

#[test]
fn slots_beyond_the_palette_are_grey() {
    let mut it = spec(Unit::Percent, &[&[(2020, 1.0), (2021, 2.0)]]);
    it.series.push(series("Z", 12, &[(2020, 3.0), (2021, 4.0)]));
    let figure = drawn(&it);
    assert_eq!(figure.legend()[1].class, "line s0");
    assert_eq!(paths(figure.svg(), "s0").len(), 1);
}

#[test]
fn series_that_end_in_one_point_say_its_value_once() {
    let all: &[Values] = &[
        &[(2020, 9.0), (2021, 7.89)],
        &[(2020, 8.0), (2021, 7.89)],
        &[(2020, 20.0), (2021, 21.0), (2022, 22.0)],
    ];
    let figure = line(&LineSpec {
        size: Size::NARROW,
        ..spec(Unit::Percent, all)
    });
    let all = elements(figure.svg());
    let values = all.iter().filter(|it| it.has_class("value"));
    let values: Vec<_> = values.map(|it| it.text.as_str()).collect();
    assert_eq!(values, ["22%", "7.89%"]);
}
