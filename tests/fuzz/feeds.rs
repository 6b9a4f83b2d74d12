//! Feeds: calendars and the feed of changes, of any words and dates.

use ascn_atlas::host::feeds::{atom, fold, Calendar, Event};
use ascn_atlas::model::published::{Change, Counts};
use ascn_atlas::model::Text;

use crate::chance::Chance;
use crate::markup;
use crate::take::date;
use crate::world::World;
use crate::{End, Target};

pub(crate) const FEEDS: Target = Target {
    name: "feeds",
    about: "iCalendar and Atom of any words and dates",
    share: 50,
    run,
};

fn run(chance: &mut Chance, _: &World) -> End {
    if chance.once_in(2) {
        calendar(chance)
    } else {
        changes(chance)
    }
}

fn calendar(chance: &mut Chance) -> End {
    let event = |chance: &mut Chance| Event {
        uid: chance.word(),
        start: date(chance),
        end: chance.once_in(2).then(|| date(chance)),
        title: if chance.once_in(20) {
            chance.long_word()
        } else {
            chance.word()
        },
        about: chance.word(),
        place: chance.word(),
    };
    let calendar = Calendar {
        name: chance.word(),
        about: chance.word(),
        stamp: date(chance),
        events: (0..chance.count(2_000)).map(|_| event(chance)).collect(),
    };
    let text = calendar.text(chance.lang());
    assert!(text.ends_with("\r\n"));
    let days = calendar
        .events
        .iter()
        .filter(|it| it.start.day.is_some())
        .count();
    let (mut events, mut open) = (0, Vec::new());
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let is_name = name
            .bytes()
            .all(|it| it.is_ascii_uppercase() || b"-;=".contains(&it));
        assert!(is_name, "{name:?}");
        assert!(!value.contains(['\r', '\n', '\0']), "{value:?}");
        match name {
            "BEGIN" => {
                events += usize::from(value == "VEVENT");
                open.push(value.to_owned());
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            "DTSTART;VALUE=DATE" | "DTEND;VALUE=DATE" => {
                assert!(
                    value.len() == 8 && value.bytes().all(|it| it.is_ascii_digit()),
                    "{line}"
                );
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    assert_eq!(events, days, "an event for each day that is known");
    assert!(text.split("\r\n").all(|it| it.len() <= 75));
    let word = chance.long_word();
    assert_eq!(fold(&word).replace("\r\n ", ""), word.replace("\r\n ", ""));
    End::Loaded
}

fn changes(chance: &mut Chance) -> End {
    let number = |chance: &mut Chance| *chance.pick(&[0, 1, 38, 20_000, usize::MAX]);
    let one = |chance: &mut Chance| Change {
        date: date(chance),
        text: Text {
            en: if chance.once_in(20) {
                chance.long_word()
            } else {
                chance.word()
            },
            id: chance.word(),
        },
        counts: Counts {
            cities: number(chance),
            projects: number(chance),
            indicators: number(chance),
            series: number(chance),
            points: number(chance),
            programs: number(chance),
            milestones: number(chance),
            reports: number(chance),
            sources: number(chance),
        },
    };
    let changes: Vec<Change> = (0..chance.count(1_000)).map(|_| one(chance)).collect();
    let words: usize = changes
        .iter()
        .map(|it| it.text.en.len() + it.text.id.len())
        .sum();
    let is_whole = !changes.is_empty() && changes.iter().all(|it| it.date.day.is_some());
    match atom(&changes, chance.lang()) {
        Ok(feed) => {
            assert!(is_whole, "a feed of what has no day");
            markup::drawing(&feed, 10_000 + 2_000 * changes.len() + 12 * words);
            assert_eq!(feed.matches("<entry>").count(), changes.len());
            End::Loaded
        }
        Err(error) => {
            assert!(
                !is_whole && error.to_string().contains("changes.json"),
                "{error}"
            );
            End::Refused
        }
    }
}
