//! The calendar: meetings and milestones of the network and of programmes, by RFC 5545.
//!
//! A calendar can only name days. What is known to a month or a year is left out rather than given a
//! day that nobody stated, or a bar across a whole month that reads as a meeting of four weeks; the
//! description of the calendar says how many were left out, and the site shows them all.

use std::collections::BTreeMap;

use crate::host::store::Store;
use crate::host::{Error, Result};
use crate::i18n::{date, Key};
use crate::model::{Lang, PartialDate, SourceKeys, Sources};

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stays the same in every edition and language.
    pub uid: String,
    /// When it began.
    pub start: PartialDate,
    /// Its last day, when it had several.
    pub end: Option<PartialDate>,
    /// What.
    pub title: String,
    /// What happened, and who says so.
    pub about: String,
    /// Where; may be empty.
    pub place: String,
}

/// A calendar before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Name.
    pub name: String,
    /// What it holds.
    pub about: String,
    /// When it was last changed: a day.
    pub stamp: PartialDate,
    /// Events; those without a day are not written.
    pub events: Vec<Event>,
}

/// The calendar of the data set in a language.
///
/// # Errors
///
/// When the data set has no date.
pub fn calendar(store: &Store, lang: Lang) -> Result<String> {
    let stamp = store
        .data_date()
        .filter(|it| it.day.is_some())
        .ok_or_else(|| Error::Cut("the data set has no date of a day".to_owned()))?;
    let mut events: Vec<Event> = network(store, lang);
    events.extend(programs(store, lang));
    events.sort_by(|one, two| (one.start, &one.uid).cmp(&(two.start, &two.uid)));
    let all = events.len();
    events.retain(|it| it.start.day.is_some());
    let left_out = (all - events.len()).to_string();
    let written = Calendar {
        name: Key::CalendarName.text(lang).to_owned(),
        about: Key::CalendarAbout.with2(lang, &date(stamp, lang), &left_out),
        stamp,
        events,
    };
    Ok(written.text(lang))
}

fn network(store: &Store, lang: Lang) -> Vec<Event> {
    let network = &store.network;
    let one = |it: &crate::model::NetworkMilestone| Event {
        uid: format!("network-{}@ascn-atlas", it.id),
        start: it.date,
        end: it.end,
        title: format!("ASCN: {}", it.title.get(lang)),
        about: about(it.summary.get(lang), &network.sources, &it.sources, lang),
        place: it
            .place
            .as_ref()
            .map_or_else(String::new, |it| it.get(lang).to_owned()),
    };
    network.milestones.iter().map(one).collect()
}

fn programs(store: &Store, lang: Lang) -> Vec<Event> {
    let mut events = Vec::new();
    for program in &store.programs.programs {
        // Several steps of one day are told apart by their order.
        let mut of_day: BTreeMap<PartialDate, usize> = BTreeMap::new();
        for step in &program.milestones {
            let number = of_day.entry(step.date).or_default();
            *number += 1;
            let sources = &store.programs.sources;
            events.push(Event {
                uid: format!("program-{}-{}-{number}@ascn-atlas", program.id, step.date),
                start: step.date,
                end: None,
                title: format!("{}: {}", program.name.get(lang), step.title.get(lang)),
                about: about(program.summary.get(lang), sources, &step.sources, lang),
                place: step.place.clone().unwrap_or_default(),
            });
        }
    }
    events
}

/// A text with its sources, each in a line.
fn about(text: &str, sources: &Sources, keys: &SourceKeys, lang: Lang) -> String {
    let mut about = [text, "\n\n", Key::Sources.text(lang), ":"].concat();
    for source in keys.iter().filter_map(|key| sources.get(key)) {
        about.push_str("\n- ");
        about.push_str(&source.title);
        about.push_str(", ");
        about.push_str(&source.publisher);
        if let Some(url) = &source.url {
            about.push_str(", ");
            about.push_str(url);
        }
    }
    about
}

impl Calendar {
    /// The calendar as a file.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: &str| {
            text.push_str(&fold(&format!("{name}:{value}")));
            text.push_str("\r\n");
        };
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        let product = format!("-//ASCN Atlas//ASCN Atlas//{}", lang.tag().to_uppercase());
        line("PRODID", &product);
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        for name in ["NAME", "X-WR-CALNAME"] {
            line(name, &escape(&self.name));
        }
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            line(name, &escape(&self.about));
        }
        for event in &self.events {
            let Some(start) = day(event.start) else {
                continue;
            };
            line("BEGIN", "VEVENT");
            line("UID", &escape(&event.uid));
            line(
                "DTSTAMP",
                &format!("{}T000000Z", day(self.stamp).unwrap_or_default()),
            );
            line("DTSTART;VALUE=DATE", &start);
            // The first day behind it; without one it is of one day.
            if let Some(end) = event.end.and_then(day_after) {
                line("DTEND;VALUE=DATE", &end);
            }
            line("SUMMARY", &escape(&event.title));
            line("DESCRIPTION", &escape(&event.about));
            if !event.place.is_empty() {
                line("LOCATION", &escape(&event.place));
            }
            // It says what was, and keeps nobody from another appointment.
            line("TRANSP", "TRANSPARENT");
            line("END", "VEVENT");
        }
        line("END", "VCALENDAR");
        text
    }
}

/// A day as `20240730`; `None` when the day is not known.
fn day(date: PartialDate) -> Option<String> {
    let (month, day) = (date.month?, date.day?);
    Some(format!("{:04}{month:02}{day:02}", date.year))
}

/// The day after a day.
fn day_after(date: PartialDate) -> Option<String> {
    let (year, month, day) = (date.year, date.month?, date.day?);
    let next = |year: u16, month: u8, day: u8| {
        let text = format!("{year:04}-{month:02}-{day:02}");
        text.parse::<PartialDate>().ok()
    };
    let following = next(year, month, day + 1)
        .or_else(|| next(year, month + 1, 1))
        .or_else(|| next(year + 1, 1, 1))?;
    self::day(following)
}

/// A text as a value: RFC 5545, 3.3.11. Control characters have no place in it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\n' => escaped.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A line in pieces of at most 75 bytes, never inside a letter: RFC 5545, 3.1.
#[must_use]
pub fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 25);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn lines_are_folded_between_letters_and_unfold_to_themselves() {
        for line in [
            "",
            "short",
            &"Đà Nẵng, ".repeat(40),
            &"ກ".repeat(100),
            &"a".repeat(75),
            &"a".repeat(76),
        ] {
            let folded = fold(line);
            assert!(folded.split("\r\n").all(|it| it.len() <= 75), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), *line);
        }
        assert_eq!(fold(&"a".repeat(75)).len(), 75);
    }

    #[test]
    fn hostile_text_adds_no_line_and_no_event() {
        let hostile = "a\r\nEND:VEVENT\r\nBEGIN:VALARM\u{0}\\;,\"<script>";
        let event = Event {
            uid: hostile.to_owned(),
            start: date("2024-12-31"),
            end: Some(date("2024-12-31")),
            title: hostile.to_owned(),
            about: hostile.to_owned(),
            place: hostile.to_owned(),
        };
        let calendar = Calendar {
            name: hostile.to_owned(),
            about: hostile.to_owned(),
            stamp: date("2026-11-23"),
            events: vec![event],
        };
        let text = calendar.text(Lang::En).replace("\r\n ", "");
        let names: Vec<&str> = text
            .split("\r\n")
            .filter_map(|it| it.split(':').next())
            .collect();
        assert_eq!(names.iter().filter(|it| **it == "END").count(), 2);
        assert!(!names.contains(&"BEGIN:VALARM") && !text.contains('\u{0}'));
        assert!(text.contains("SUMMARY:a\\nEND:VEVENT\\nBEGIN:VALARM\\\\\\;\\,\"<script>\r\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n"));
    }

    #[test]
    fn what_has_no_day_is_no_event() {
        for text in ["2024", "2024-07"] {
            assert_eq!(day(date(text)), None);
        }
        assert_eq!(day(date("2024-07-30")).as_deref(), Some("20240730"));
        for (last, next) in [
            ("2024-02-28", "20240229"),
            ("2023-02-28", "20230301"),
            ("2023-12-31", "20240101"),
        ] {
            assert_eq!(day_after(date(last)).as_deref(), Some(next));
        }
    }
}
