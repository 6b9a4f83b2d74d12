use super::*;
use crate::model::cut_search::SearchGroup;
use crate::model::Lang;
use crate::search::{pieces, reason};

fn entry(en: &str, id: &str, about: &str, also: &str) -> SearchEntry {
    SearchEntry {
        to: "x/".into(),
        en: en.into(),
        id: id.into(),
        about_en: about.into(),
        about_id: String::new(),
        also: also.into(),
    }
}

fn everything() -> Everything {
    Everything::new(SearchIndex {
        groups: vec![
            SearchGroup {
                kind: Found::City,
                entries: vec![
                    entry("Makassar", "", "Indonesia", "Ujung Pandang; Macassar"),
                    entry("Kuala Lumpur", "", "Malaysia", "KL"),
                    entry("Da Nang", "", "Viet Nam", "Đà Nẵng"),
                    entry("Manila", "", "Philippines", ""),
                ],
            },
            SearchGroup {
                kind: Found::Project,
                entries: vec![
                    entry("Tourism alleys", "Lorong wisata", "Makassar", ""),
                    entry("Homes of Makassar", "", "Makassar", ""),
                    entry("Taxes", "", "Makassar", ""),
                    entry("Stunting alert", "Tanggap Stunting", "Banyuwangi", ""),
                ],
            },
            SearchGroup {
                kind: Found::Source,
                entries: vec![
                    entry("Makasar tax service", "", "Antara", ""),
                    entry("Kuala Lumpur", "", "The Star", ""),
                ],
            },
        ],
        parts: Vec::new(),
    })
}

/// Names of what is found, group by group.
fn found(typed: &str) -> Vec<(Found, Vec<String>)> {
    let all = everything();
    let groups = all.find(&Typed::new(typed));
    let names = |group: &FoundGroup| {
        let name = |place: &usize| all.entry(*place).unwrap().en.clone();
        group.places.iter().map(name).collect()
    };
    groups.iter().map(|it| (it.kind, names(it))).collect()
}

fn first(typed: &str) -> Option<String> {
    found(typed).first().map(|(_, names)| names[0].clone())
}

#[test]
fn each_way_to_type_a_name_finds_it() {
    for (typed, name) in [
        ("Makassar", "Makassar"),
        ("makas", "Makassar"),
        ("makkasar", "Makassar"),
        ("ujung pandang", "Makassar"),
        ("assar", "Makassar"),
        ("KL", "Kuala Lumpur"),
        ("kualalumpur", "Kuala Lumpur"),
        ("kuala lumpur malaysia", "Kuala Lumpur"),
        ("đà nẵng", "Da Nang"),
        ("danang", "Da Nang"),
        ("DA\u{300} NANG", "Da Nang"),
        ("vietnam", "Da Nang"),
        ("lorong", "Tourism alleys"),
        ("alleys", "Tourism alleys"),
        ("wisata makassar", "Tourism alleys"),
    ] {
        assert_eq!(first(typed).as_deref(), Some(name), "{typed}");
    }
    for typed in ["", "  ", "zzz", "manila stunting", "kuala kuching", "<>"] {
        assert!(found(typed).is_empty(), "{typed}");
    }
}

#[test]
fn the_whole_name_comes_before_a_word_and_a_start_before_a_slip() {
    let kinds = |typed| found(typed).into_iter().map(|it| it.0).collect::<Vec<_>>();
    // The city by its name, then the projects that stand there. Enough fits by the word itself: no
    // publication with a slip beside them.
    assert_eq!(kinds("makassar"), [Found::City, Found::Project]);
    let projects = found("makassar").remove(1).1;
    assert_eq!(projects, ["Homes of Makassar", "Tourism alleys", "Taxes"]);
    // A publication is last, though its title is the name as well.
    assert_eq!(kinds("kuala lumpur"), [Found::City, Found::Source]);
    // A publication with the typed slip does not hide the city that was meant.
    assert_eq!(
        kinds("makasar"),
        [Found::City, Found::Project, Found::Source]
    );
    // No slip where a right word is there: "manila" is no slip of another.
    assert_eq!(found("manila"), [(Found::City, vec!["Manila".to_owned()])]);
    assert!(found("manila1").is_empty());
}

#[test]
fn what_fits_is_marked_and_the_rest_is_kept() {
    let marks = |text: &'static str, typed: &str| {
        let pieces = pieces(text, &Typed::new(typed));
        assert_eq!(pieces.iter().map(|it| it.1).collect::<String>(), text);
        pieces
            .into_iter()
            .filter(|it| it.0)
            .map(|it| it.1)
            .collect::<Vec<_>>()
    };
    assert_eq!(marks("Đà Nẵng", "da nan"), ["Đà", "Nẵn"]);
    assert_eq!(marks("Da\u{300} Nang!", "da"), ["Da\u{300}"]);
    assert_eq!(marks("Makassar", "makasar"), ["Makassar"]);
    assert_eq!(marks("Makassar", "assar"), ["Makassar"]);
    assert_eq!(marks("e-Office, e-Gov", "gov e"), ["e", "e", "Gov"]);
    assert_eq!(marks("Nothing", "x"), Vec::<&str>::new());
    assert_eq!(marks("", "x"), Vec::<&str>::new());
}

#[test]
fn what_does_not_show_why_says_it() {
    let all = everything();
    let reason = |place: usize, typed: &str| {
        reason(all.entry(place).unwrap(), Lang::En, &Typed::new(typed)).map(str::to_owned)
    };
    assert_eq!(reason(0, "maka"), None);
    assert_eq!(reason(0, "indonesia"), None);
    assert_eq!(reason(0, "pandang").as_deref(), Some("Ujung Pandang"));
    assert_eq!(reason(4, "lorong").as_deref(), Some("Lorong wisata"));
    // Part of it is shown, the rest is not.
    assert_eq!(
        reason(4, "wisata makassar").as_deref(),
        Some("Lorong wisata")
    );
}

/// Numbers without a pattern, the same each time.
fn noise() -> impl FnMut(usize) -> usize {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    }
}

#[test]
fn whatever_is_typed_is_answered() {
    let all = everything();
    let letters: Vec<char> = "aàẵ mMkK\u{301}ກ<>&\"'\u{0}\u{10ffff}-1ñ\u{200b}l"
        .chars()
        .collect();
    let mut next = noise();
    for _ in 0..20_000 {
        let text: String = (0..next(30))
            .map(|_| letters[next(letters.len())])
            .collect();
        let typed = Typed::new(&text);
        for group in all.find(&typed) {
            for place in group.places {
                let entry = all.entry(place).unwrap();
                let _ = reason(entry, Lang::Id, &typed);
            }
        }
        let joined: String = pieces(&text, &typed).iter().map(|it| it.1).collect();
        assert_eq!(joined, text);
    }
}

/// Work is bounded by what is taken of the text, not by the text.
#[test]
fn of_a_word_of_a_megabyte_only_the_start_is_asked_for() {
    let all = everything();
    for text in ["makassar".repeat(125_000), "a ".repeat(500_000)] {
        let typed = Typed::new(&text);
        assert!(typed.words.len() <= MOST_WORDS);
        assert!(typed
            .words
            .iter()
            .all(|it| it.chars().count() <= MOST_LETTERS));
        let _ = all.find(&typed);
    }
}

/// Every word of every name finds its thing, and so does every start of three letters or more.
#[test]
fn every_start_of_every_name_finds_it() {
    let all = everything();
    for place in 0..all.len() {
        let entry = all.entry(place).unwrap();
        for name in [&entry.en, &entry.id] {
            let letters: Vec<char> = name.chars().collect();
            for length in 1..=letters.len() {
                let start: String = letters.iter().take(length).collect();
                let groups = all.find(&Typed::new(&start));
                let is_there = groups.iter().any(|it| it.places.contains(&place));
                assert!(is_there, "{start}");
            }
        }
    }
}

#[test]
fn of_a_large_network_the_part_that_leaves_out_least_is_asked_for() {
    let part = |start: &str, left| SearchPart {
        start: start.to_owned(),
        left,
    };
    let all = Everything::new(SearchIndex {
        groups: Vec::new(),
        parts: vec![
            part("0", 900),
            part("00", 0),
            part("c", 7_000),
            part("ci", 5_000),
            part("co", 0),
            part("k", 0),
        ],
    });
    for (typed, expected) in [
        ("c", Some((2, 7_000))),
        ("City", Some((3, 5_000))),
        ("city 0", Some((0, 900))),
        ("0012 city", Some((1, 0))),
        ("city 0012", Some((1, 0))),
        ("Cò", Some((4, 0))),
        ("ca", Some((2, 7_000))),
        ("k co", Some((4, 0))),
        ("x", None),
        ("", None),
    ] {
        assert_eq!(all.part(&Typed::new(typed)), expected, "{typed}");
    }
    assert_eq!(everything().part(&Typed::new("makassar")), None);
}
