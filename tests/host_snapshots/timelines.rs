//! The timeline: names of lanes beside them, as at a desk, and above them, as on a phone.

use ascn_atlas::model::PartialDate;
use ascn_atlas::timeline::{day_of, Days, Item, Lane, Sight, Timeline, AXIS};

use super::{written, Album, SHEETS};

fn day(date: &str) -> Days {
    day_of(date.parse::<PartialDate>().unwrap())
}

fn items() -> Vec<Item> {
    let item = |name: &str, class, start, end: Option<&str>| Item {
        name: name.to_owned(),
        about: format!("{name}, for screen readers"),
        href: format!("{}/", name.to_lowercase()),
        class,
        start: day(start),
        end: end.map(day),
        ..Item::default()
    };
    let mut all = vec![
        item("Alfa", "s1", "2018-04-26", Some("2021-06-30")),
        // What a date leaves open: a year, a month, no end.
        item("Bravo", "s2", "2019", Some("2022-03")),
        item(
            "Charlie with a name that is so long that it is cut where it ends",
            "s3",
            "2020-02",
            None,
        ),
        item("Delta", "s4", "2023-05", None),
        item("Echo & co.", "s5", "2021-01-01", Some("2021-01-03")),
    ];
    all[0].marks = ["2018-07", "2019-11-02"].map(day).to_vec();
    all[3].is_moment = true;
    all
}

pub fn draw(album: &mut Album) {
    let lanes = || {
        let lane = |name: &str, href: &str, items: &[usize]| Lane {
            name: name.to_owned(),
            href: href.to_owned(),
            items: items.to_vec(),
        };
        vec![
            lane("Alfa to Echo", "lane/", &[0, 1, 2, 4]),
            lane("A lane with a name that needs two lines", "", &[3, 1]),
        ]
    };
    let Days { from: today, .. } = day("2024-10-01");
    for ((lang, size), names) in SHEETS.into_iter().zip([150.0, 0.0]) {
        let mut timeline = Timeline::new(&items(), lanes(), Some(today));
        let width = f64::from(size.width);
        let sight = Sight {
            width: width - names,
            names,
            top: 0.0,
            bottom: 1_000.0,
        };
        let window = timeline.whole(sight.width);
        let picture = timeline.draw(window, &sight, today, "today", lang);
        assert_eq!(picture.drawn, 6);
        let height = picture.height + AXIS;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // pixels
        let (height, axis) = (height.ceil() as u32, AXIS as u32);
        let parts = [picture.axis, picture.body];
        let text = written::stacked(&parts, (size.width, height), axis);
        album.add("timeline", lang, "svg", text);
    }
}
