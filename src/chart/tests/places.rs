//! Charts of places on made-up data: sentences, what is missing, readout, options of lines.

use super::svg::{check_drawing, elements, paths};
use super::{series, Values};
use crate::chart::{
    change_between, lines_of_places, ranked_bars, small_multiples, AxisScale, Figure, LineView,
    PlacesSpec, Size, Step,
};
use crate::model::{Better, Lang, Unit};

/// A spec of the places A, B, C …, of which those with a slot above zero are chosen.
pub(super) fn spec(unit: Unit, all: &[(u8, Values)]) -> PlacesSpec<'static> {
    let names = ["A", "B", "C", "D", "E", "F"];
    let place = |((slot, values), name): (&(u8, Values), &str)| series(name, *slot, values);
    let mut places: Vec<_> = all.iter().zip(names).map(place).collect();
    for (subject, it) in places.iter_mut().enumerate() {
        it.subject = subject;
    }
    PlacesSpec {
        id: "p",
        heading: "Heading",
        unit,
        better: Some(Better::Higher),
        places,
        projection_from: None,
        break_before: None,
        range: None,
        of_region: false,
        lang: Lang::En,
        size: Size::WIDE,
    }
}

pub(super) fn said(spec: &PlacesSpec, draw: &dyn Fn(&PlacesSpec) -> Figure) -> [String; 2] {
    [Lang::En, Lang::Id].map(|lang| {
        let spec = PlacesSpec {
            lang,
            ..spec.clone()
        };
        let figure = draw(&spec);
        check_drawing(&figure);
        figure.description().to_owned()
    })
}

pub(super) fn texts(figure: &Figure) -> Vec<String> {
    let all = elements(figure.svg()).into_iter();
    all.filter(|it| it.name == "text")
        .map(|it| it.text)
        .collect()
}

const THREE: &[(u8, Values)] = &[
    (1, &[(2010, 20.0), (2020, 35.5)]),
    (0, &[(2010, 30.5), (2020, 30.5)]),
    (0, &[(2010, 50.0), (2020, 49.75)]),
    (0, &[(2020, 35.5)]),
];

#[test]
fn a_ranking_is_told_from_the_best_to_the_worst() {
    let mut it = spec(Unit::Percent, THREE);
    assert_eq!(
        said(&it, &|it| ranked_bars(it, 2010)),
        [
            "2010: 3 places, from 50% (C) to 20% (A); A in place 3 with 20%; no data for 1 place.",
            "2010: 3 tempat, dari 50\u{a0}% (C) sampai 20\u{a0}% (A); A di urutan 3 dengan \
             20\u{a0}%; tidak ada data untuk 1 tempat.",
        ]
    );
    assert!(texts(&ranked_bars(&it, 2010)).contains(&"No data: D".to_owned()));
    let figure = ranked_bars(&it, 2020);
    assert_eq!(
        figure.description(),
        "2020: 4 places, from 49.75% (C) to 30.5% (B); A in place 2 with 35.5%."
    );
    it.places[3].slot = 2;
    assert!(ranked_bars(&it, 2020)
        .description()
        .ends_with("; D in place 2 with 35.5%."));
    it.better = Some(Better::Lower);
    it.projection_from = Some(2020);
    it.of_region = true;
    let figure = ranked_bars(&it, 2020);
    assert_eq!(
        figure.description(),
        "2020 (projected): 4 places, from 30.5% (B) to 49.75% (C); A in place 2 with 35.5%; \
         D in place 2 with 35.5%. The values describe the province or region around each city, not \
         the city itself."
    );
    assert!(texts(&figure)[0].starts_with("2020 (projected) · percent"));
    assert!(elements(figure.svg())
        .iter()
        .filter(|it| it.has_class("bar"))
        .all(|it| it.has_class("proj")));
    assert!(figure.points().iter().all(|it| it.projected));
    let figure = ranked_bars(&it, 1999);
    assert_eq!(
        figure.description().split(". ").next(),
        Some("1999: No data")
    );
    assert!(figure.points().is_empty() && texts(&figure).contains(&"No data".to_owned()));
    assert_eq!(figure.table().rows.len(), 4);
}

#[test]
fn ranks_stand_in_their_order_as_dots() {
    let it = spec(Unit::Rank, &[(1, &[(2020, 80.0)]), (0, &[(2020, 3.0)])]);
    let figure = ranked_bars(&it, 2020);
    let names: Vec<_> = figure.points().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["B", "A"]);
    assert!(!figure.svg().contains("class=\"bar"));
    assert_eq!(
        figure.description(),
        "2020: 2 places, from rank 3 (B) to rank 80 (A); A in place 2 with rank 80."
    );
}

/// Draws three places, of which those in `slots` with a colour are chosen.
fn chosen(slots: [u8; 3], size: Size) -> Figure {
    let values: [&[(i32, f64)]; 3] = [
        &[(2019, 1.0), (2020, 2.0), (2025, 3.0)],
        &[(2019, 4.0), (2020, 3.0)],
        &[(2019, 4.0), (2020, 5.0)],
    ];
    let mut it = spec(
        Unit::Percent,
        &[
            (slots[0], values[0]),
            (slots[1], values[1]),
            (slots[2], values[2]),
        ],
    );
    it.size = size;
    // Chosen places come first.
    it.places.sort_by_key(|place| place.slot == 0);
    lines_of_places(&it, &LineView::default())
}

#[test]
fn another_choice_changes_nothing_but_what_lies_in_front() {
    let first = chosen([1, 0, 0], Size::WIDE);
    for slots in [[0, 1, 0], [1, 2, 0], [0, 0, 3]] {
        let second = chosen(slots, Size::WIDE);
        let marks = second.change_from(&first).unwrap();
        // As a page puts it in place.
        let front = first.svg().rfind("<g>").unwrap() + 3;
        let svg = [&first.svg()[..front], marks, "</g></svg>"].concat();
        let svg = svg.replace(first.description(), second.description());
        assert_eq!(svg, second.svg());
    }
    for other in [
        chosen([1, 2, 3], Size::WIDE),
        chosen([1, 0, 0], Size::NARROW),
    ] {
        assert_eq!(other.change_from(&first), None);
        assert_eq!(first.change_from(&other), None);
    }
    let all = chosen([1, 2, 3], Size::WIDE);
    assert_eq!(all.change_from(&all), None, "nothing lies behind");
}

#[test]
fn chosen_places_have_their_colour_and_all_others_are_grey() {
    let it = spec(Unit::Percent, THREE);
    let figure = ranked_bars(&it, 2020);
    let bars: Vec<_> = elements(figure.svg())
        .into_iter()
        .filter(|it| it.has_class("bar"))
        .collect();
    let classes: Vec<_> = bars.iter().map(|it| it.get("class").to_owned()).collect();
    assert_eq!(classes, ["bar s0", "bar s1", "bar s0", "bar s0"]);
    let figure = lines_of_places(&it, &LineView::default());
    assert_eq!(
        paths(figure.svg(), "line").len(),
        0,
        "2010 and 2020 are not joined"
    );
    let it = spec(
        Unit::Percent,
        &[
            (3, &[(2019, 1.0), (2020, 2.0)]),
            (0, &[(2019, 4.0), (2020, 3.0)]),
            (0, &[(2019, 4.0), (2020, 5.0)]),
        ],
    );
    let figure = lines_of_places(&it, &LineView::default());
    let of = |class| {
        paths(figure.svg(), class)
            .iter()
            .map(|it| it.get("class").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("line"), ["line s3"]);
    // The chosen one as well, so that nothing behind changes with the choice.
    assert_eq!(of("back"), ["back s0"; 3]);
    let first_line = figure.svg().find("class=\"line").unwrap();
    assert!(
        figure.svg().rfind("class=\"back").unwrap() < first_line,
        "grey lies behind"
    );
    assert_eq!(
        figure.description(),
        "A: 1% (2019) to 2% (2020), higher by 1 percentage point. Behind, in grey: 2 other places."
    );
    assert_eq!(figure.points().len(), 6, "the readout knows all");
    assert!(texts(&figure).contains(&"A".to_owned()) && !texts(&figure).contains(&"B".to_owned()));
    assert!(figure.legend().iter().all(|it| it.direct));
}

#[test]
fn a_change_is_told_with_its_difference() {
    let mut it = spec(Unit::Percent, THREE);
    assert_eq!(
        said(&it, &|it| change_between(it, 2010, 2020)),
        [
            "2010 to 2020: 3 places, 1 up, 1 down, 1 unchanged; A: 20% (2010) to 35.5% (2020), \
             higher by 15.5 percentage points; no data for 1 place.",
            "2010 sampai 2020: 3 tempat, 1 naik, 1 turun, 1 tetap; A: 20\u{a0}% (2010) menjadi \
             35,5\u{a0}% (2020), naik 15,5 poin persen; tidak ada data untuk 1 tempat.",
        ]
    );
    let figure = change_between(&it, 2010, 2020);
    let cells = |row: usize| {
        let row = &figure.table().rows[row];
        let cells = row
            .cells
            .iter()
            .map(|it| it.text.as_str())
            .collect::<Vec<_>>();
        (row.head.as_str(), cells)
    };
    assert_eq!(
        figure.table().headers,
        ["Place", "2010", "2020", "Difference"]
    );
    assert_eq!(cells(0), ("A", vec!["20", "35.5", "+15.5"]));
    assert_eq!(cells(1), ("B", vec!["30.5", "30.5", "0"]));
    assert_eq!(cells(2), ("C", vec!["50", "49.75", "−0.25"]));
    assert_eq!(cells(3), ("D", vec!["", "35.5", ""]));
    assert!(texts(&figure).contains(&"Without a value in both years: D (2020 only)".to_owned()));

    it.places[0].slot = 0;
    assert_eq!(
        change_between(&it, 2010, 2020).description(),
        "2010 to 2020: 3 places, 1 up, 1 down, 1 unchanged; A: 20% (2010) to 35.5% (2020), higher \
         by 15.5 percentage points; C: 50% (2010) to 49.75% (2020), lower by 0.25 percentage \
         points; no data for 1 place."
    );
    it.break_before = Some(2015);
    let figure = change_between(&it, 2010, 2020);
    assert_eq!(
        figure.description(),
        "2010 to 2020: 3 places, measured in two ways, so no difference is given; A: 20% (2010); \
         35.5% (2020); C: 50% (2010); 49.75% (2020); no data for 1 place. Values before 2015 were \
         measured another way and do not compare."
    );
    assert!(!figure.svg().contains("class=\"span"));
    assert!(!texts(&figure).contains(&"Difference".to_owned()));

    let it = spec(
        Unit::Rank,
        &[
            (1, &[(2010, 80.0), (2020, 79.0)]),
            (0, &[(2010, 1.0), (2020, 4.0)]),
        ],
    );
    assert_eq!(
        change_between(&it, 2010, 2020).description(),
        "2010 to 2020: 2 places, 1 up, 1 down; A: rank 80 (2010) to rank 79 (2020), up by 1 place."
    );
    assert_eq!(
        change_between(&it, 1990, 1991).description(),
        "1990 to 1991: No data."
    );
}

#[test]
fn relative_lines_say_how_they_were_computed() {
    let mut it = spec(
        Unit::People,
        &[
            (1, &[(2000, 3.0), (2001, 4.0), (2002, 6.0)]),
            (2, &[(2001, 8.0), (2002, 7.0)]),
            (0, &[(2000, 5.0), (2002, 9.0)]),
        ],
    );
    let view = LineView {
        scale: AxisScale::Linear,
        relative: true,
    };
    assert!(it.suits_relative());
    assert_eq!(
        said(&it, &|it| lines_of_places(it, &view)),
        [
            "A: 75 (2000) to 150 (2002), higher by 75 points; B: 100 (2001) to 87.5 (2002), lower \
             by 12.5 points. Computed from the published values: that of 2001 is 100, rounded to \
             one decimal. Not shown for want of a value in 2001: C.",
            "A: 75 (2000) menjadi 150 (2002), naik 75 poin; B: 100 (2001) menjadi 87,5 (2002), \
             turun 12,5 poin. Dihitung dari nilai yang diterbitkan: nilai 2001 menjadi 100, \
             dibulatkan ke satu desimal. Tidak ditampilkan karena tanpa nilai pada 2001: C.",
        ]
    );
    it.break_before = Some(2002);
    let figure = lines_of_places(&it, &view);
    assert!(figure.description().contains("that of 2002 is 100"));
    assert!(figure
        .description()
        .contains("Values before 2002 were measured another way"));
    assert_eq!(figure.years(), [2002]);
    it.break_before = None;
    it.unit = Unit::Rank;
    assert!(!it.suits_relative() && !it.suits_log());
}

#[test]
fn ratios_suit_values_above_zero_that_span_ten_times() {
    let suits = |values: Values| spec(Unit::Usd, &[(1, values)]).suits_log();
    assert!(suits(&[(2000, 1.0), (2001, 10.0)]));
    assert!(!suits(&[(2000, 1.1), (2001, 10.0)]));
    assert!(!suits(&[(2000, 0.0), (2001, 10.0)]));
    assert!(!suits(&[(2000, -1.0), (2001, 10.0)]));
    assert!(!suits(&[]));
    let it = spec(Unit::Usd, &[(1, &[(2000, 0.0), (2001, 10.0)])]);
    let relative = LineView {
        scale: AxisScale::Linear,
        relative: true,
    };
    assert!(lines_of_places(&it, &relative)
        .description()
        .contains("that of 2001 is 100"));
}

#[test]
fn rows_and_panels_are_read_by_pointer_and_keys() {
    let it = spec(Unit::Percent, THREE);
    let figure = ranked_bars(&it, 2020);
    let [first, second] = [&figure.points()[0], &figure.points()[1]];
    let between = first.y.midpoint(second.y);
    assert_eq!(figure.nearest(0.0, between - 1.0), Some(0));
    assert_eq!(figure.nearest(640.0, between + 1.0), Some(1));
    assert_eq!(figure.step(Some(0), Step::NextSeries), Some(1));
    assert_eq!(figure.step(Some(1), Step::Later), Some(1));
    assert_eq!(figure.in_year(2020), [0, 1, 2, 3]);

    let figure = change_between(&it, 2010, 2020);
    let years: Vec<_> = figure
        .points()
        .iter()
        .map(|it| (it.series, it.year))
        .collect();
    assert_eq!(years[..3], [(0, 2010), (0, 2020), (1, 2010)]);
    assert_eq!(figure.step(Some(0), Step::Later), Some(1));
    assert_eq!(figure.step(Some(1), Step::NextSeries), Some(3));
    assert_eq!(figure.in_year(2010), [0, 2, 4]);
    assert_eq!(figure.years(), [2010, 2020]);

    let mut it = spec(Unit::Percent, THREE);
    it.size = Size::NARROW;
    it.places[1].points.clear();
    let figure = small_multiples(&it, false);
    assert!(texts(&figure).contains(&"No data".to_owned()));
    // Two columns: A and B, below them C and D. B has no data, so that its panel reads the nearest.
    let series_at = |x, y| figure.points()[figure.nearest(x, y).unwrap()].series;
    assert_eq!(series_at(160.0, 100.0), 0);
    assert_eq!(series_at(10.0, 200.0), 2);
    assert_eq!(series_at(330.0, 200.0), 3);
    assert_eq!(series_at(330.0, 9_999.0), 3);
    assert_ne!(series_at(330.0, 60.0), 1);

    // The panel counts before the distance: A ends far from where its panel ends.
    let pair = spec(
        Unit::Percent,
        &[(1, &[(2000, 1.0)]), (2, &[(2000, 1.0), (2020, 1.0)])],
    );
    let figure = small_multiples(
        &PlacesSpec {
            size: Size::NARROW,
            ..pair
        },
        false,
    );
    let first = &figure.points()[0];
    assert_eq!(figure.nearest(169.0, first.y), Some(0));
    assert_eq!(figure.nearest(171.0, first.y), Some(1));

    let lines = lines_of_places(&it, &LineView::default());
    let values: Vec<_> = lines
        .in_year(2020)
        .into_iter()
        .map(|at| lines.points()[at].label.as_str())
        .collect();
    assert_eq!(values, ["2020: 49.75%", "2020: 35.5%", "2020: 35.5%"]);
}

#[test]
fn a_place_with_several_series_has_a_row_for_each() {
    let mut it = spec(Unit::Percent, &[(1, &[(2023, 7.89)]), (1, &[(2023, 14.4)])]);
    for (place, detail) in it.places.iter_mut().zip(["regency records", ""]) {
        place.name = "Sumedang".to_owned();
        place.detail = detail.to_owned();
    }
    let figure = ranked_bars(&it, 2023);
    let heads: Vec<_> = figure
        .table()
        .rows
        .iter()
        .map(|it| it.head.as_str())
        .collect();
    assert_eq!(heads, ["Sumedang", "Sumedang – regency records"]);
}

#[test]
fn a_name_longer_than_its_room_is_cut_in_the_drawing_alone() {
    let long = "Krung Thep Maha Nakhon Amon Rattanakosin Mahinthara Ayuthaya Mahadilok Phop";
    let mut it = spec(Unit::People, THREE);
    it.places[0].name = long.to_owned();
    for size in [Size::WIDE, Size::NARROW] {
        it.size = size;
        for figure in [
            ranked_bars(&it, 2020),
            change_between(&it, 2010, 2020),
            small_multiples(&it, true),
        ] {
            check_drawing(&figure);
            assert!(texts(&figure)
                .iter()
                .any(|it| it.starts_with("Krung") && it.ends_with('…')));
            assert!(figure.points().iter().any(|it| it.name == long));
        }
    }
}
