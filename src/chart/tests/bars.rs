//! Bar charts: stacks, groups, and the projects of a city.

use super::svg::{check, elements, Element};
use super::{series, Values};
use crate::chart::{bar, project_counts, BarSeries, BarSpec, Figure, Fill, Size};
use crate::model::{cut::ProjectCount, Lang, StatusCounts, Text, Unit};

fn chart(stacked: bool, size: Size, all: &[Values]) -> Figure {
    let inputs = all.iter().copied().zip(["A", "B", "C"]).zip(1..);
    let one = |((values, name), slot)| BarSeries {
        input: series(name, slot, values),
        fill: Fill::Full,
    };
    bar(&BarSpec {
        id: "b",
        heading: "Bars",
        unit: Unit::Projects,
        series: inputs.map(one).collect(),
        stacked,
        lang: Lang::En,
        size,
    })
}

fn rects(figure: &Figure) -> Vec<Element> {
    let all = elements(figure.svg()).into_iter();
    all.filter(|it| it.has_class("bar")).collect()
}

#[test]
fn parts_stand_on_each_other_from_zero() {
    let all: &[Values] = &[&[(2021, 2.0), (2023, 0.0)], &[(2021, 3.0), (2023, 4.0)]];
    for size in [Size::WIDE, Size::NARROW] {
        let figure = chart(true, size, all);
        check(&figure, &[2.0, 0.0, 5.0, 4.0]);
        let rects = rects(&figure);
        assert_eq!(rects.len(), 3, "a part of nothing has no bar");
        let end = |it: &Element| it.number("y") + it.number("height");
        assert!(
            (rects[1].number("y") + rects[1].number("height") - rects[0].number("y")).abs() < 0.11
        );
        assert_eq!(end(&rects[0]), end(&rects[2]), "both begin at zero");
        let sums: Vec<_> = elements(figure.svg())
            .iter()
            .filter(|it| it.has_class("value"))
            .map(|it| it.text.clone())
            .collect();
        assert_eq!(sums, ["5", "4"]);
    }
}

#[test]
fn groups_stand_beside_each_other() {
    let figure = chart(
        false,
        Size::WIDE,
        &[&[(2021, 2.5), (2022, -1.0)], &[(2021, 3.0)]],
    );
    let rects = rects(&figure);
    assert_eq!(rects.len(), 3);
    let edge = rects[0].number("x") + rects[0].number("width");
    assert!((edge - rects[2].number("x")).abs() < 0.11);
    let ruler = super::svg::Ruler::of(&figure);
    for (point, value) in figure.points().iter().zip([2.5, -1.0, 3.0]) {
        let (read, unit) = ruler.value(point.y);
        assert!((read - value).abs() <= unit * 0.25, "{read} is {value}");
    }
}

#[test]
fn no_data_says_so() {
    let figure = chart(true, Size::WIDE, &[]);
    assert_eq!(figure.description(), "No data.");
    let figure = chart(false, Size::WIDE, &[&[], &[]]);
    assert!(figure.points().is_empty());
}

fn count(year: i32, [total, planned, ongoing, completed]: [u32; 4]) -> ProjectCount {
    ProjectCount {
        year,
        report: Text::default(),
        counts: StatusCounts {
            total,
            planned,
            ongoing,
            completed,
        },
        method: None,
        sources: vec!["1".to_owned()],
    }
}

#[test]
fn projects_are_told_by_status() {
    let counts = [count(2021, [4, 2, 2, 0]), count(2025, [6, 1, 2, 3])];
    let figure = project_counts(&counts, Lang::En, Size::WIDE, "p");
    assert_eq!(
        figure.description(),
        "2021: 4 projects (under way 2, planned 2); \
         2025: 6 projects (completed 3, under way 2, planned 1)."
    );
    let classes: Vec<_> = figure.legend().iter().map(|it| it.class.as_str()).collect();
    assert_eq!(classes, ["bar s1", "bar s1 half", "bar s1 hollow"]);
    let figure = project_counts(&counts, Lang::Id, Size::NARROW, "p");
    assert_eq!(
        figure.description(),
        "2021: 4 proyek (berjalan 2, direncanakan 2); \
         2025: 6 proyek (selesai 3, berjalan 2, direncanakan 1)."
    );
    // The figure never says more than the report: what it does not classify is so called.
    let figure = project_counts(&[count(2025, [7, 1, 2, 3])], Lang::En, Size::WIDE, "p");
    assert_eq!(figure.legend()[3].class, "bar s1 dashed");
    assert_eq!(
        figure.description(),
        "2025: 7 projects (completed 3, under way 2, planned 1, status not given 1)."
    );
}

#[test]
fn the_later_of_two_reports_of_a_year_is_shown() {
    let counts = [count(2025, [4, 4, 0, 0]), count(2025, [6, 1, 2, 3])];
    let figure = project_counts(&counts, Lang::En, Size::WIDE, "p");
    assert!(figure.description().starts_with("2025: 6 projects"));
    assert_eq!(figure.left_out(), 3);
}
