//! A citation: how to name a view and its sources elsewhere, in words or as BibTeX.

use super::words::words;
use super::{put, put_letter, View, SITE};
use crate::i18n::date;
use crate::model::Source;
use crate::search::fold;

/// The view and its sources in words, in the language of the view.
///
/// “Title”. ASCN Atlas, data of date, address. Sources: publisher: title, date, address (read date;
/// licence); …
#[must_use]
pub fn text(view: &View) -> String {
    let head = &view.head;
    let words = words(head.lang);
    let mut out = String::from("“");
    put(
        &mut out,
        &[
            view.title,
            "”. ",
            SITE,
            ", ",
            words.data_of,
            &date(head.data_date, head.lang),
        ],
    );
    if !head.address.is_empty() {
        out.push_str(", ");
        out.push_str(head.address);
    }
    out.push_str(". ");
    let cited = view.cited();
    out.push_str(if cited.len() == 1 {
        words.source
    } else {
        words.sources
    });
    for (index, (_, source)) in cited.iter().enumerate() {
        let published = source.published.map(|it| date(it, head.lang));
        put(
            &mut out,
            &[
                if index > 0 { "; " } else { "" },
                &source.publisher,
                ": ",
                &source.title,
                ", ",
                published.as_deref().unwrap_or(words.no_date),
            ],
        );
        if let Some(url) = &source.url {
            out.push_str(", ");
            out.push_str(url);
        }
        put(
            &mut out,
            &[" (", words.read, &date(source.accessed, head.lang), "; "],
        );
        match &source.licence {
            Some(licence) => {
                out.push_str(words.licence);
                out.push_str(licence);
            }
            None => out.push_str(words.no_licence),
        }
        put_letter(&mut out, ')');
    }
    out.push_str(".\n");
    out
}

/// The view and its sources as entries of BibTeX in UTF-8.
///
/// A key is made of what does not change: `ascnatlas2026stunting` for the view; publisher, year and
/// first long word of the title for a source, with `x2` behind it where two are alike.
#[must_use]
pub fn bibtex(view: &View) -> String {
    let head = &view.head;
    let mut out = String::new();
    let year = head.data_date.year.to_string();
    let mut keys: Vec<String> = Vec::new();
    let own = [SITE, &year, view.id].concat();
    let about = [words(head.lang).data_of, &date(head.data_date, head.lang)].concat();
    entry(
        &mut out,
        &key(&own, &mut keys),
        &[
            ("author", SITE),
            ("title", view.title),
            ("year", &year),
            ("url", head.address),
            ("note", &about),
            ("language", head.lang.tag()),
        ],
    );
    for (_, source) in view.cited() {
        let name = key(&name_of(source), &mut keys);
        let year = source.published.map(|it| it.year.to_string());
        let note = match &source.licence {
            Some(licence) => [words(head.lang).licence, licence].concat(),
            None => words(head.lang).no_licence.to_owned(),
        };
        entry(
            &mut out,
            &name,
            &[
                ("author", &source.publisher),
                ("title", &source.title),
                ("year", &year.unwrap_or_default()),
                ("url", source.url.as_deref().unwrap_or_default()),
                ("urldate", &source.accessed.to_string()),
                ("note", &note),
                ("language", &source.lang),
            ],
        );
    }
    out
}

/// First word of the publisher, year, and the first word of the title that is long enough to tell.
fn name_of(source: &Source) -> String {
    let first = |text: &str, length: usize| {
        let folded = fold(text);
        let mut words = folded.split(' ');
        let long = words.find(|it| it.len() >= length);
        long.unwrap_or_default().to_owned()
    };
    let year = source.published.map(|it| it.year.to_string());
    [
        &first(&source.publisher, 1),
        year.as_deref().unwrap_or("nd"),
        &first(&source.title, 4),
    ]
    .concat()
}

/// `name` as a key that is not yet among `keys`, and among them from now on.
fn key(name: &str, keys: &mut Vec<String>) -> String {
    let mut base: String = fold(name)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let length = base.len();
    let mut count = 1;
    while keys.contains(&base) {
        count += 1;
        base.truncate(length);
        put_letter(&mut base, 'x');
        base.push_str(&count.to_string());
    }
    keys.push(base.clone());
    base
}

/// Appends an entry with those fields that have a value.
fn entry(out: &mut String, key: &str, fields: &[(&str, &str)]) {
    put(out, &["@misc{", key]);
    for (name, value) in fields {
        if value.is_empty() {
            continue;
        }
        // Doubled where names must not be taken apart and capitals must stay.
        let whole = matches!(*name, "author" | "title");
        put(out, &[",\n  ", name, if whole { " = {{" } else { " = {" }]);
        if *name == "url" {
            address(out, value);
        } else {
            escape(out, value);
        }
        out.push_str(if whole { "}}" } else { "}" });
    }
    out.push_str("\n}\n\n");
}

/// Appends a text in which nothing is a command of TeX.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                put_letter(out, '\\');
                put_letter(out, letter);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ if letter.is_control() => put_letter(out, ' '),
            _ => put_letter(out, letter),
        }
    }
}

/// Appends an address, which packages set as it is: only what would end the field is encoded.
fn address(out: &mut String, url: &str) {
    for letter in url.chars() {
        match letter {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            _ => put_letter(out, letter),
        }
    }
}
