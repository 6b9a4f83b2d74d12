//! Everything that must hold of the timeline, for items, windows and widths of all kinds.

use std::fmt::Write as _;

use super::axis::axis;
use super::*;
use crate::model::{Lang, PartialDate};

/// A sequence of numbers that looks random and is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn part(&mut self) -> f64 {
        f64::from(u32::try_from(self.below(1 << 20)).unwrap()) / f64::from(1 << 20)
    }

    fn date(&mut self) -> PartialDate {
        let year = 1990 + self.below(60);
        let (month, day) = (1 + self.below(12), 1 + self.below(28));
        let mut text = year.to_string();
        let precision = self.below(3);
        if precision > 0 {
            write!(text, "-{month:02}").unwrap();
        }
        if precision > 1 {
            write!(text, "-{day:02}").unwrap();
        }
        text.parse().unwrap()
    }

    fn item(&mut self, number: usize) -> Item {
        let mut dates: Vec<Days> = (0..2 + self.below(5))
            .map(|_| day_of(self.date()))
            .collect();
        dates.sort_by_key(|it| it.from);
        let length = usize::try_from(self.below(70)).unwrap();
        let words = "Kajian kelayakan kota cerdas Wi-Fi Đà Nẵng ເມືອງ & <b> programme";
        let is_moment = self.below(9) == 0;
        let end = (self.below(2) == 0).then(|| dates[dates.len() - 1]);
        Item {
            name: [
                &number.to_string(),
                " ",
                &words.chars().take(length).collect::<String>(),
            ]
            .concat(),
            about: format!("{number} \"about\""),
            href: if self.below(5) == 0 {
                String::new()
            } else {
                format!("en/programs/p{number}/")
            },
            class: "s1",
            start: dates[0],
            end: if is_moment { None } else { end },
            marks: if is_moment { vec![] } else { dates },
            is_moment,
        }
    }

    fn timeline(&mut self, count: usize, lanes: usize) -> Timeline {
        let items: Vec<Item> = (0..count).map(|it| self.item(it)).collect();
        let mut all = vec![Lane::default(); lanes];
        for item in 0..count {
            // Some stand in several lanes.
            for _ in 0..=self.below(2) {
                let lane = usize::try_from(self.below(lanes as u64)).unwrap();
                if !all[lane].items.contains(&item) {
                    all[lane].items.push(item);
                }
            }
        }
        // From the reader's spacing of letters as well.
        let letters = Letters::of_sample(200.0 + self.part() * 300.0);
        Timeline::in_letters(letters, &items, all, Some(20_000))
    }
}

fn sight(width: f64, names: f64) -> Sight {
    Sight {
        width,
        names,
        top: 0.0,
        bottom: f64::INFINITY,
    }
}

/// No two labels of a row touch, and no label of the axis another.
fn nothing_touches(timeline: &mut Timeline, window: Window, sight: &Sight, lang: Lang) -> usize {
    let picture = timeline.draw(window, sight, 20_000, "hari ini", lang);
    let mut labels = picture.labels.clone();
    on_screen(timeline, window, sight, &labels);
    labels.sort_by(|one, two| (one.2, one.0).partial_cmp(&(two.2, two.0)).unwrap());
    for pair in labels.windows(2) {
        let [(_, end, row), (next, _, other)] = [pair[0], pair[1]];
        assert!(row != other || end < next, "{window:?} {sight:?}: {pair:?}");
    }
    let axis = axis(
        window,
        sight.width,
        (20_000, "hari ini"),
        lang,
        timeline.letters,
    );
    for labels in [axis.years, axis.steps] {
        for (place, one) in labels.iter().enumerate() {
            assert!(one.end <= sight.width + 0.1 && one.x >= 0.0 - 0.1 || sight.width < 80.0);
            for two in labels.iter().skip(place + 1) {
                assert!(
                    one.end < two.x || two.end < one.x,
                    "{window:?}: {one:?} {two:?}"
                );
            }
        }
    }
    labels.len()
}

/// On the screen every label stands where it stands on paper, and elements have an order.
fn on_screen(timeline: &mut Timeline, window: Window, sight: &Sight, labels: &[(f64, f64, f64)]) {
    let scene = timeline.scene(window, sight, 0.0, (20_000, "hari ini"), Lang::Id);
    let bars = scene.bars.iter().map(|it| (it.x, it.y));
    assert!(bars.eq(labels.iter().map(|it| (it.0, it.2))));
    let steps: Vec<Spot> = scene.steps.iter().map(|it| it.0).collect();
    for spots in [&scene.bars, &scene.names, &steps] {
        assert!(spots.windows(2).all(|it| it[0].key < it[1].key));
    }
    assert!(scene.steps.iter().all(|it| !it.1.is_empty()));
}

#[test]
fn no_labels_touch_at_any_zoom() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut seen = 0;
    for round in 0..60 {
        let count = usize::try_from(1 + chance.below(160)).unwrap();
        let lanes = usize::try_from(1 + chance.below(12)).unwrap();
        let mut timeline = chance.timeline(count, lanes);
        for _ in 0..40 {
            let width = 40.0 + chance.part() * 1_900.0;
            let whole = timeline.whole(width);
            let zoom = 1.0 + chance.part() * chance.part() * whole.span() / SHORTEST;
            let window = whole
                .zoomed(zoom, chance.part(), whole)
                .moved(chance.part() * 8.0 - 4.0, whole);
            let names = if chance.below(2) == 0 { 0.0 } else { 150.0 };
            let lang = Lang::ALL[round % 2];
            seen += nothing_touches(&mut timeline, window, &sight(width, names), lang);
        }
    }
    assert!(seen > 50_000, "{seen}");
}

#[test]
fn five_thousand_programmes_do_not_touch_either() {
    let mut chance = Chance(42);
    let mut timeline = chance.timeline(5_000, 30);
    for step in 0..12 {
        let whole = timeline.whole(900.0);
        let window = whole.zoomed(f64::powi(1.6, step), chance.part(), whole);
        nothing_touches(&mut timeline, window, &sight(900.0, 150.0), Lang::En);
    }
}

#[test]
fn only_what_is_in_sight_is_drawn() {
    let mut timeline = Chance(7).timeline(5_000, 30);
    let window = timeline.whole(900.0);
    let all = timeline.draw(window, &sight(900.0, 150.0), 0, "today", Lang::En);
    assert!(all.drawn >= 5_000);
    let screen = Sight {
        top: 3_000.0,
        bottom: 3_700.0,
        ..sight(900.0, 150.0)
    };
    let some = timeline.draw(window, &screen, 0, "today", Lang::En);
    assert!(some.drawn > 20 && some.drawn < 400, "{}", some.drawn);
    assert_eq!(some.height, all.height);
    // Each of them stands where it stands when all is drawn.
    for label in &some.labels {
        assert!(all.labels.contains(label), "{label:?}");
    }
    // On the screen those of the window alone, or as many.
    let mut shown = |beyond| {
        let scene = timeline.scene(window, &screen, beyond, (0, "today"), Lang::En);
        assert_eq!(scene.height, all.height);
        scene.bars
    };
    assert_eq!(shown(240.0).len(), some.drawn);
    let near = |it: &Spot| it.y + 34.0 >= 3_000.0 && it.y <= 3_700.0;
    let seen = shown(0.0);
    assert!(seen.iter().all(near));
    assert_eq!(
        seen.len(),
        shown(240.0).iter().filter(|it| near(it)).count()
    );
}

#[test]
fn rows_stay_where_they_are_while_the_reader_moves() {
    let mut timeline = Chance(3).timeline(300, 6);
    let whole = timeline.whole(800.0);
    let mut window = whole.zoomed(4.0, 0.1, whole);
    let height = timeline
        .draw(window, &sight(800.0, 150.0), 0, "", Lang::En)
        .height;
    for _ in 0..20 {
        let before = window.span();
        window = window.moved(0.1, whole);
        // To the bit: the layout is that of before.
        assert!((window.span() - before).abs() < 1e-6);
        let picture = timeline.draw(window, &sight(800.0, 150.0), 0, "", Lang::En);
        assert_eq!(picture.height, height);
    }
}

/// A timeline of one item in a window of 2000 to 2010 that is 3,650 pixels wide: about ten a month.
fn one(start: &str, end: Option<&str>, marks: &[&str]) -> String {
    let days = |it: &str| day_of(it.parse().unwrap());
    let item = Item {
        name: "x".to_owned(),
        class: "s3",
        start: days(start),
        end: end.map(days),
        marks: marks.iter().copied().map(days).collect(),
        ..Item::default()
    };
    let lane = Lane {
        items: vec![0],
        ..Lane::default()
    };
    let mut timeline = Timeline::new(&[item], vec![lane], None);
    let from = number(2000, 1, 1);
    let window = Window::of_days((from, from + 3_650));
    let body = timeline
        .draw(window, &sight(3_650.0, 100.0), from, "", Lang::En)
        .body;
    let at = body.find("<g role").unwrap();
    body[at..].to_owned()
}

#[test]
fn what_a_date_leaves_open_is_drawn_so() {
    // 2001-01-01 is day 366, 2002 begins with day 731, 2003 with 1096.
    let known = one("2001-01-01", Some("2002-12-31"), &[]);
    assert!(
        known.contains("tl-solid\" d=\"M366 26H1096v9H366z\""),
        "{known}"
    );
    assert!(!known.contains("tl-soft"));
    let years = one("2001", Some("2003"), &[]);
    assert!(
        years.contains("tl-solid\" d=\"M731 26H1096v9H731z\""),
        "{years}"
    );
    assert!(years.contains("tl-soft\" d=\"M366 26H731v9H366zM1096 26H1461v9H1096z\""));
    // Within one year nothing is certain.
    let year = one("2001", Some("2001"), &[]);
    assert!(year.contains("tl-soft\" d=\"M366 26H731v9H366z\"") && !year.contains("tl-solid"));
    // From a day to a year that is not known better.
    let mixed = one("2001-07-01", Some("2001"), &[]);
    assert!(mixed.contains("tl-soft\" d=\"M547 26H731v9H547z\"") && !mixed.contains("tl-solid"));
    // Without an end: as far as anything is known, then it breaks up.
    let open = one("2001-01-01", None, &["2001-01-01", "2002-12-31"]);
    assert!(
        open.contains("tl-solid\" d=\"M366 26H1096v9H366zM1099 26H1104"),
        "{open}"
    );
    let closed = one("2001-01-01", Some("2002-12-31"), &["2001-01-01"]);
    assert!(!closed.contains("M1099"));
    // A day has a full mark, a year a hollow one on a line as long as the year.
    let marks = one("2001-01-01", Some("2004"), &["2001-07-01", "2003"]);
    assert!(marks.contains("tl-mark\" d=\"M547.5 25.5l5 5"), "{marks}");
    assert!(marks.contains("tl-hollow\" d=\"M1096 30.5H1273.5M1283.5 30.5H1461M1278.5 25.5l5 5"));
}

#[test]
fn hostile_words_stay_words() {
    let item = Item {
        name: "<script>alert(1)</script>".to_owned(),
        about: "\"><img src=x onerror=alert(1)>".to_owned(),
        href: "\"onfocus=\"alert(1)".to_owned(),
        ..Item::default()
    };
    let lane = Lane {
        name: "<i>".to_owned(),
        href: "'\"".to_owned(),
        items: vec![0, 9],
    };
    let mut timeline = Timeline::new(&[item], vec![lane], None);
    let window = timeline.whole(500.0);
    let picture = timeline.draw(window, &sight(500.0, 0.0), 0, "<b>", Lang::Id);
    for text in [&picture.body, &picture.axis] {
        for bad in ["<script", "<img", "<i>", "<b>", "\"onfocus"] {
            assert!(!text.contains(bad), "{bad}");
        }
    }
}

#[test]
fn the_axis_goes_from_decades_to_days() {
    let labels = |from: (i32, u8), to: (i32, u8), width: f64, lang: Lang| {
        let window = Window::of_days((number(from.0, from.1, 1), number(to.0, to.1, 1)));
        let axis = axis(window, width, (0, "today"), lang, Letters::default());
        let words = |labels: &[axis::Label]| -> Vec<String> {
            labels.iter().map(|it| it.text.clone()).collect()
        };
        (words(&axis.years), words(&axis.steps))
    };
    let (years, steps) = labels((1990, 1), (2030, 1), 400.0, Lang::En);
    assert_eq!(years[..3], ["1990", "1995", "2000"]);
    assert!(steps.is_empty());
    let (years, steps) = labels((2020, 1), (2024, 1), 700.0, Lang::Id);
    assert_eq!(years, ["2020", "2021", "2022", "2023"]);
    assert_eq!(steps[..4], ["Jan", "Apr", "Jul", "Okt"]);
    let (_, steps) = labels((2020, 5), (2021, 9), 700.0, Lang::Id);
    assert_eq!(steps[..4], ["Mei", "Jun", "Jul", "Agu"]);
    let (years, steps) = labels((2020, 3), (2020, 5), 700.0, Lang::En);
    assert_eq!(years, ["2020"]);
    assert_eq!(steps[..5], ["Mar", "8", "15", "22", "Apr"]);
}

#[test]
fn nothing_at_all_is_a_timeline() {
    let mut timeline = Timeline::new(&[], vec![], None);
    let window = timeline.whole(300.0);
    let picture = timeline.draw(window, &sight(300.0, 100.0), 20, "today", Lang::En);
    assert_eq!((picture.drawn, picture.height), (0, 0.0));
    assert!(timeline.is_empty());
    assert_eq!(timeline.mark_at(3, 0.0, 1.0), None);
}
