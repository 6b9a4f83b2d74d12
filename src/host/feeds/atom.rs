//! The feed of changes, by RFC 4287.
//!
//! Its links are relative to the feed's own address, which Atom allows (section 2): the site may
//! stand on any host, and a feed that named one would be wrong on all others. Its identifiers name no
//! host either: they are UUIDs made of what they stand for, so they stay when the site moves.

use sha2::{Digest, Sha256};

use crate::host::{Error, Result};
use crate::i18n::{date, number, Key};
use crate::markup::escape;
use crate::model::published::{Change, Counts};
use crate::model::{Lang, PartialDate};

/// The feed of `changes`, which come newest first.
///
/// # Errors
///
/// When there is no change, or one has no day.
pub fn atom(changes: &[Change], lang: Lang) -> Result<String> {
    let newest = changes
        .first()
        .ok_or_else(|| Error::Cut("data/changes.json: expected a change, found none".to_owned()))?;
    let tag = lang.tag();
    let page = format!("../{tag}/data/");
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n\
         <id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
         <author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"changes.{tag}.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" hreflang=\"{tag}\" href=\"{page}\"/>\n",
        id(tag),
        text(Key::ChangesFeed.text(lang)),
        moment(newest.date)?,
        text(Key::SiteName.text(lang)),
    );
    for change in changes {
        let said = change.text.get(lang);
        let content = format!("{said} {}", held(&change.counts, lang));
        let entry = format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n\
             <content type=\"text\">{}</content>\n</entry>\n",
            id(&format!("{tag}/{}", change.date)),
            text(&format!("{}: {said}", date(change.date, lang))),
            moment(change.date)?,
            text(&content),
        );
        xml.push_str(&entry);
    }
    xml.push_str("</feed>\n");
    Ok(xml)
}

/// What the data set held, in words.
fn held(counts: &Counts, lang: Lang) -> String {
    let counts = [
        (counts.cities, Key::DataCities),
        (counts.projects, Key::DataProjects),
        (counts.indicators, Key::DataIndicators),
        (counts.points, Key::DataPoints),
        (counts.programs, Key::DataPrograms),
        (counts.milestones, Key::DataMilestones),
        (counts.reports, Key::DataReports),
    ];
    let words = counts.map(|(count, key)| {
        #[allow(clippy::cast_precision_loss)] // far below 2^53
        let count = number(count as f64, lang);
        format!("{count} {}", key.text(lang))
    });
    words.join(" · ")
}

/// Text of an element. XML has no place for control characters.
fn text(words: &str) -> String {
    let words: String = words.chars().filter(|it| !it.is_control()).collect();
    escape(&words)
}

/// The begin of a day, by UTC.
fn moment(date: PartialDate) -> Result<String> {
    if date.day.is_some() {
        Ok(format!("{date}T00:00:00Z"))
    } else {
        Err(Error::Cut(format!(
            "data/changes.json: found {date}, expected a day"
        )))
    }
}

/// The identifier of the feed in a language, or of a change in it: a UUID of version 8 (RFC 9562).
fn id(what: &str) -> String {
    let hash = Sha256::digest(["ascn-atlas/changes/", what].concat());
    let mut hex = format!("{hash:x}");
    hex.truncate(32);
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    for at in [20, 16, 12, 8] {
        hex.insert(at, '-');
    }
    ["urn:uuid:", &hex].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn change(day: &str, words: &str) -> Change {
        Change {
            date: day.parse().unwrap(),
            text: Text {
                en: words.to_owned(),
                id: words.to_owned(),
            },
            counts: Counts {
                cities: 38,
                projects: 1_234,
                indicators: 0,
                series: 0,
                points: 0,
                programs: 0,
                milestones: 0,
                reports: 0,
                sources: 0,
            },
        }
    }

    #[test]
    fn identifiers_stay_and_differ() {
        let changes = [change("2026-12-01", "b"), change("2026-11-23", "a")];
        let feed = atom(&changes, Lang::En).unwrap();
        let old = atom(&changes[1..], Lang::En).unwrap();
        let ids = |feed: &str| -> Vec<String> {
            let parts = feed.split("<id>").skip(1);
            parts
                .map(|it| it.split('<').next().unwrap().to_owned())
                .collect()
        };
        let (new, old) = (ids(&feed), ids(&old));
        assert_eq!((&new[0], &new[2]), (&old[0], &old[1]));
        assert!(new[1] != new[2] && new[0] != new[1]);
        assert_eq!(new[0].len(), "urn:uuid:".len() + 36);
    }

    #[test]
    fn hostile_text_is_text_and_a_month_is_no_day() {
        let feed = atom(&[change("2026-11-23", "</title><script>&\u{1}")], Lang::Id).unwrap();
        assert!(!feed.contains("<script>") && !feed.contains('\u{1}'));
        assert!(feed.contains("&lt;/title&gt;&lt;script&gt;&amp;"));
        assert!(feed.contains("1.234 "));
        assert!(atom(&[change("2026-11", "x")], Lang::En).is_err());
        assert!(atom(&[], Lang::En).is_err());
    }
}
