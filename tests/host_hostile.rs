//! Hostile data that once ended a program, kept it busy for ever, or came out broken: each is what
//! `tests/fuzz` found, as small as it goes.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::unwrap_used)]

use ascn_atlas::chart::{
    lines_of_places, project_counts, ranked_bars, small_multiples, sparkline, Datum, LineView,
    PlacesSpec, SeriesInput, Size, Spark,
};
use ascn_atlas::export::embed::{html, Embed};
use ascn_atlas::host::check::{network, read_text, File, Files, Problem};
use ascn_atlas::host::schema::Kind;
use ascn_atlas::json;
use ascn_atlas::markup::escape;
use ascn_atlas::model::cut::ProjectCount;
use ascn_atlas::model::{City, Lang, Network, StatusCounts, Text, Unit};

fn read_city(text: &str) -> (Option<File<City>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let file = read_text("cities/x.json", text, &Kind::City.schema(), &mut problems);
    (file, problems)
}

#[test]
fn brackets_without_end_are_a_mistake_and_not_the_end_of_the_check() {
    for text in [
        "[".repeat(100_000),
        ["[".repeat(100_000), "]".repeat(100_000)].concat(),
        [
            "{\"a\":".repeat(100_000),
            "1".to_owned(),
            "}".repeat(100_000),
        ]
        .concat(),
    ] {
        let (file, problems) = read_city(&text);
        assert!(file.is_none());
        let said = problems[0].to_string();
        assert!(
            said.starts_with("cities/x.json:1: (whole file): expected JSON"),
            "{said}"
        );
    }
}

/// Before, the nearest word to one of a megabyte took minutes, and a message said it again.
#[test]
fn a_word_of_a_megabyte_is_named_in_short() {
    let word = "a ".repeat(1 << 19);
    let (_, problems) = read_city(&format!(
        "{{\"id\":\"{word}\",\"country\":\"{word}\",\"{word}\":1}}"
    ));
    assert!(problems.len() > 3);
    for problem in &problems {
        assert!(problem.to_string().len() < 4_000);
    }
}

/// Before, twenty thousand unknown fields were each compared with all before, and found anew.
#[test]
fn a_thousand_mistakes_of_a_file_are_enough() {
    let fields: Vec<String> = (0..20_000).map(|it| format!("\"f{it}\":1")).collect();
    let (_, problems) = read_city(&format!("{{{}}}", fields.join(",")));
    assert_eq!(problems.len(), 1_000);
    assert!(problems[999].message.contains("more than a thousand"));
}

#[test]
fn counts_that_add_up_to_more_than_a_number_holds_are_a_mistake() {
    let text = include_str!("../public/data/network.json");
    let text = text.replace("\"planned\": 1,", "\"planned\": 4294967295,");
    let mut problems = Vec::new();
    let schema = Kind::Network.schema();
    let file: File<Network> = read_text("network.json", &text, &schema, &mut problems).unwrap();
    network::check(&file, &Files::default(), &mut file.findings(&mut problems));
    let found = |it: &Problem| it.message.contains("parts that add up to 4294967");
    assert!(problems.iter().any(found));
    // The app reads no such count, nor do charts add them up.
    assert!(json::read::<u32>("4294967295").is_err() && json::read::<u32>("100000000").is_ok());
    let count = ProjectCount {
        year: 2024,
        report: Text {
            en: String::new(),
            id: String::new(),
        },
        counts: StatusCounts {
            total: u32::MAX,
            planned: u32::MAX,
            ongoing: u32::MAX,
            completed: u32::MAX,
        },
        method: None,
        sources: vec!["1".to_owned()],
    };
    assert!(project_counts(&[count], Lang::En, Size::WIDE, "c")
        .svg()
        .contains("<path"));
}

#[test]
fn what_xml_cannot_hold_is_in_no_markup() {
    let word = "a\0b\u{1f}c\u{fffe}d\u{ffff}";
    assert_eq!(escape(word), "a b c d ");
    let embed = Embed {
        page: word,
        image: word,
        title: word,
        sentence: word,
    };
    assert!(!html(&embed).contains(['\0', '\u{1f}', '\u{fffe}', '\u{ffff}']));
}

fn places<'a>(names: &[String], sources: &'a [String], size: Size) -> PlacesSpec<'a> {
    // So long that it is wider than the panel in which it stands.
    let points = |at: i32| {
        vec![Datum {
            year: 2020 + at,
            value: 8_888_888_888_888_888.0,
            sources,
        }]
    };
    let series = |(subject, name): (usize, &String)| SeriesInput {
        name: name.clone(),
        detail: String::new(),
        slot: 1,
        subject,
        points: points(0),
    };
    PlacesSpec {
        id: "f",
        heading: "h",
        unit: Unit::People,
        better: None,
        places: names.iter().enumerate().map(series).collect(),
        projection_from: None,
        break_before: None,
        range: None,
        of_region: false,
        lang: Lang::En,
        size,
    }
}

/// Before, a label wider than its room ended the app, and one of no room at all kept it busy for ever.
#[test]
fn labels_without_room_are_left_out() {
    let sources = ["1".to_owned()];
    let names: Vec<String> = (0..6).map(|it| format!("Place {it}")).collect();
    for (width, height) in [(0, 0), (1, 1), (30, 400), (90, 40), (340, 20), (640, 1)] {
        let spec = places(&names, &sources, Size { width, height });
        for figure in [
            small_multiples(&spec, true),
            lines_of_places(&spec, &LineView::default()),
            ranked_bars(&spec, 2020),
        ] {
            assert!(figure.svg().ends_with("</svg>"));
        }
    }
}

/// Before, a name was measured once for each of its letters, and its width was no number.
#[test]
fn a_name_of_a_megabyte_is_cut() {
    let sources = ["1".to_owned()];
    let spec = places(&["W".repeat(1 << 20)], &sources, Size::NARROW);
    let svg = ranked_bars(&spec, 2020);
    assert!(svg.svg().contains("WWW…"));
    assert_eq!(
        ascn_atlas::chart::text_width(&"W".repeat(8 << 20), 1000),
        10_000_000
    );
}

/// Before, differences of years and values were no numbers, and a hundred thousand took hours.
#[test]
fn a_sparkline_of_anything_is_drawn() {
    let spark = |points: &[(i32, f64)]| {
        sparkline(&Spark {
            points,
            unit: Unit::Index,
            projection_from: None,
            break_before: None,
            slot: 1,
        })
    };
    let far = spark(&[
        (i32::MIN, f64::MAX),
        (i32::MAX, f64::MIN),
        (0, f64::NAN),
        (1, f64::INFINITY),
    ]);
    assert!(far.ends_with("</svg>") && !far.contains("NaN"));
    let many: Vec<(i32, f64)> = (0..100_000)
        .map(|it| (it * 7 % 9_999, f64::from(it % 13)))
        .collect();
    assert!(spark(&many).len() < 100_000);
}
