//! The timeline: items, lanes, windows and sizes of any kind.

use ascn_atlas::timeline::{day_of, Days, Item, Lane, Sight, Timeline, Window, SHORTEST};

use crate::chance::Chance;
use crate::markup;
use crate::world::World;
use crate::{End, Target};

pub(crate) const TIMELINE: Target = Target {
    name: "timeline",
    about: "timelines of any items, seen through any window",
    share: 45,
    run,
};

/// Days of a date that can be read: the years 1000 to 9999.
fn days(chance: &mut Chance) -> Days {
    loop {
        if let Ok(date) = chance.date().parse() {
            return day_of(date);
        }
    }
}

fn item(chance: &mut Chance) -> Item {
    Item {
        name: chance.word(),
        about: chance.word(),
        href: if chance.once_in(3) {
            String::new()
        } else {
            chance.word()
        },
        class: "s1",
        start: days(chance),
        end: chance.once_in(2).then(|| days(chance)),
        marks: (0..chance.count(40)).map(|_| days(chance)).collect(),
        is_moment: chance.once_in(5),
    }
}

fn run(chance: &mut Chance, _: &World) -> End {
    let count = if chance.once_in(1_000) {
        20_000
    } else {
        chance.count(300)
    };
    let items: Vec<Item> = (0..count).map(|_| item(chance)).collect();
    let words: usize = items
        .iter()
        .map(|it| it.name.len() + it.about.len() + it.href.len())
        .sum();
    let marks: usize = items.iter().map(|it| it.marks.len()).sum();
    let lane = |chance: &mut Chance| Lane {
        name: chance.word(),
        href: if chance.once_in(3) {
            String::new()
        } else {
            chance.word()
        },
        // Places beyond the items among them.
        items: (0..chance.count(60))
            .map(|_| chance.below(count + 2))
            .collect(),
    };
    let mut lanes: Vec<Lane> = (0..chance.count(60)).map(|_| lane(chance)).collect();
    if chance.once_in(4) {
        lanes.push(Lane {
            name: chance.word(),
            href: String::new(),
            items: (0..count).collect(),
        });
    }
    let words = words
        + lanes
            .iter()
            .map(|it| it.name.len() + it.href.len())
            .sum::<usize>();
    let drawn_at_most: usize = lanes.iter().map(|it| it.items.len()).sum();
    chance
        .said
        .push(format!("{count} items, {} lanes", lanes.len()));
    let today = chance.once_in(2).then(|| days(chance).from);
    let count_of_lanes = lanes.len();
    let mut timeline = Timeline::new(&items, lanes, today);
    assert_eq!(timeline.len(), count);
    let width = *chance.pick(&[0.0, 1.0, 100.0, 328.0, 600.0, 1_200.0, 10_000.0]);
    let whole = timeline.whole(width);
    assert!(whole.span().is_finite() && whole.span() > 0.0, "{whole:?}");
    let mut window = whole;
    for _ in 0..3 {
        let sight = Sight {
            width,
            names: *chance.pick(&[0.0, 140.0, 2_000.0]),
            top: *chance.pick(&[0.0, 100.0, 1e9, -50.0]),
            bottom: *chance.pick(&[0.0, 400.0, 1e9, f64::INFINITY]),
        };
        let picture = timeline.draw(
            window,
            &sight,
            today.unwrap_or(20_000),
            "<x-hostile>",
            chance.lang(),
        );
        assert!(picture.drawn <= drawn_at_most);
        assert!(picture.height.is_finite() && picture.height >= 0.0);
        let most = 100_000
            + 2_500 * (drawn_at_most + count_of_lanes)
            + 200 * marks.max(drawn_at_most * 40)
            + 40 * words;
        let body = ["<body>", &picture.body, "</body>"].concat();
        markup::drawing(&body, most);
        markup::drawing(&["<body>", &picture.axis, "</body>"].concat(), 200_000);
        if count > 0 {
            if let Some(mark) =
                timeline.mark_at(chance.below(count), chance.finite(), chance.finite())
            {
                assert!(mark < 40);
            }
        }
        window = moved(chance, window, whole);
    }
    if count == 0 {
        End::Refused
    } else {
        End::Loaded
    }
}

/// A step of a reader, or a window from an address.
fn moved(chance: &mut Chance, window: Window, whole: Window) -> Window {
    let window = match chance.below(3) {
        0 => window.zoomed(
            *chance.pick(&[0.5, 2.0, 1e-9, 1e9, 1.0]),
            chance.part(),
            whole,
        ),
        1 => window.moved(*chance.pick(&[-1.0, 0.3, 1e6, -1e6]), whole),
        _ => {
            let (one, two) = (days(chance).from, days(chance).from);
            Window::of_days((one.min(two), one.max(two))).kept_in(whole)
        }
    };
    let span = window.span();
    assert!(
        span.is_finite() && span >= SHORTEST.min(whole.span()) - 1e-3,
        "{window:?}"
    );
    assert!(
        window.from >= whole.from - 1.0 && window.to <= whole.to + 1.0,
        "{window:?} in {whole:?}"
    );
    window
}
