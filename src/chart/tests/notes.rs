//! Notes: projections and changes of method are said in every kind of chart of places.

use super::places::{said, spec, texts};
use super::svg::{check_drawing, elements, Element};
use super::Values;
use crate::chart::{change_between, ranked_bars, small_multiples, Figure, Size};
use crate::model::Unit;

const TWO: &[(u8, Values)] = &[
    (1, &[(2018, 1.0), (2019, 2.0), (2020, 3.0), (2021, 4.0)]),
    (2, &[(2019, 4.0), (2021, 3.0)]),
    (0, &[]),
];

const BREAK: [&str; 2] = [
    "Values before 2020 were measured another way and do not compare.",
    "Nilai sebelum 2020 diukur dengan cara lain dan tidak dapat dibandingkan.",
];

/// Paths or rectangles of a class.
fn marks(figure: &Figure, class: &str) -> Vec<Element> {
    let all = elements(figure.svg()).into_iter();
    all.filter(|it| it.has_class(class)).collect()
}

/// The words that stand in a drawing, in one line.
fn words_in(figure: &Figure) -> String {
    texts(figure).join(" ")
}

#[test]
fn each_panel_marks_projections_and_a_change_of_method() {
    let mut it = spec(Unit::Percent, TWO);
    let plain = small_multiples(&it, false);
    assert!(marks(&plain, "zone").is_empty() && marks(&plain, "break").is_empty());
    it.projection_from = Some(2021);
    it.break_before = Some(2019);
    for size in [Size::WIDE, Size::NARROW] {
        it.size = size;
        for own in [false, true] {
            let figure = small_multiples(&it, own);
            check_drawing(&figure);
            // One for each panel with values, and the sample of the key.
            let (zones, breaks) = (marks(&figure, "zone"), marks(&figure, "break"));
            assert_eq!((zones.len(), breaks.len()), (3, 3));
            let words = texts(&figure);
            assert!(words.iter().any(|it| it == "Projection"));
            assert!(words.iter().any(|it| it == "new method"));
            let x = |series: usize, year: i32| {
                let mut points = figure.points().iter();
                let found = points.find(|it| it.series == series && it.year == year);
                found.unwrap().x
            };
            let in_panel = |from: f64, to: f64, x: f64| from < x && x < to;
            // From the last measured year of each, where its dashes begin; the method changes before 2019.
            let at = |it: &Element| it.number("x");
            for measured in [x(0, 2020), x(1, 2019)] {
                assert!(zones.iter().any(|it| (at(it) - measured).abs() < 0.06));
            }
            let lines: Vec<f64> = breaks.iter().map(|it| it.points()[0].0).collect();
            assert!(lines.iter().any(|it| in_panel(x(0, 2018), x(0, 2019), *it)));
            // The panel of B has no value in 2018 and begins there all the same.
            assert!(lines.iter().any(|it| *it < x(1, 2019) && *it > x(0, 2021)
                || size == Size::NARROW && *it < x(1, 2019)));
        }
    }
    it.projection_from = Some(2030);
    it.break_before = Some(2018);
    assert_eq!(small_multiples(&it, false).svg().find("zone"), None);
    assert!(marks(&small_multiples(&it, false), "break").is_empty());
}

#[test]
fn bars_say_that_values_of_two_methods_do_not_compare() {
    let mut it = spec(Unit::Percent, TWO);
    assert!(!words_in(&ranked_bars(&it, 2019)).contains("another way"));
    it.break_before = Some(2020);
    for year in [2019, 2021] {
        let said = said(&it, &|it| ranked_bars(it, year));
        for (text, words) in said.iter().zip(BREAK) {
            assert!(text.ends_with(words), "{text}");
        }
        let figure = ranked_bars(&it, year);
        assert!(words_in(&figure).contains(&["No data: C. ", BREAK[0]].concat()));
    }
    assert!(!ranked_bars(&it, 1999).description().contains(BREAK[0]));
}

#[test]
fn a_change_says_below_why_there_is_no_difference() {
    let mut it = spec(Unit::Percent, TWO);
    it.break_before = Some(2020);
    it.projection_from = Some(2021);
    let across = change_between(&it, 2019, 2021);
    check_drawing(&across);
    assert!(words_in(&across).contains(BREAK[0]));
    assert!(words_in(&across).contains("2021 (projected)"));
    let alike = change_between(&it, 2020, 2021);
    assert!(!words_in(&alike).contains("another way"));
}
