//! Search: which cities, indicators and other things a reader means by what they typed.
//!
//! Typed words are folded (no case, no accents), and each must fit a word of the city: at its
//! start, inside it, or with a slip of the fingers. So `Makasar`, `KL` and `da nang` find what they
//! should.

mod all;
mod directory;
mod fold;
mod indicators;
mod marks;
mod programs;
mod projects;

pub use all::{each_word, Everything, FoundGroup, Typed, MOST_LETTERS};
pub use directory::select;
pub use fold::fold;
pub use indicators::{indicator_words, select_indicators};
pub use marks::{pieces, reason, Piece};
pub use programs::{is_running, program_words, select_programs};
pub use projects::{keeps, project_rows, project_words, related, select_projects, ProjectRow};

use crate::find::contains;
use crate::model::cut::IndexCity;

/// How well a city fits what was typed; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A word starts with what was typed.
    Start,
    /// A word contains it.
    Inside,
    /// A word is one or two slips away from it.
    Slip,
}

/// The words by which a city can be found, folded.
#[must_use]
pub fn words(city: &IndexCity) -> Vec<String> {
    let names = [&city.name.en, &city.name.id]
        .into_iter()
        .map(String::as_str);
    let local = city.name.local.iter().map(|name| name.text.as_str());
    let aliases = city.aliases.iter().map(String::as_str);
    let mut words: Vec<String> = Vec::new();
    for text in names.chain(local).chain(aliases) {
        add_words(&mut words, text);
    }
    words
}

/// Adds the words of a text, folded, and the text as one word: "danang" is found in "Da Nang".
#[inline(never)] // one call for each kind of text
fn add_words(words: &mut Vec<String>, text: &str) {
    let folded = fold(text);
    words.extend(folded.split_whitespace().map(str::to_owned));
    words.push(folded.split_whitespace().collect());
}

/// How well `words` fit what was typed; `None` when they do not. Nothing typed fits everything.
#[must_use]
pub fn fit(words: &[String], typed: &str) -> Option<Fit> {
    let mut worst = Fit::Start;
    for part in fold(typed).split_whitespace() {
        let best = words.iter().filter_map(|word| fit_word(word, part)).min()?;
        worst = worst.max(best);
    }
    Some(worst)
}

fn fit_word(word: &str, typed: &str) -> Option<Fit> {
    if word.starts_with(typed) {
        return Some(Fit::Start);
    }
    let length = typed.chars().count();
    if length >= 3 && contains(word, typed) {
        return Some(Fit::Inside);
    }
    let slips = match length {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    // Each letter that the word lacks is a slip at least: most words are told so, in a large network
    // all but a few.
    let lacking = letters(typed) & !letters(word);
    let is_near = lacking.count_ones() as usize <= slips;
    (is_near && distance_to_start(word, typed) <= slips).then_some(Fit::Slip)
}

/// The letters of a word as bits; letters that share a bit count as one.
fn letters(word: &str) -> u64 {
    word.chars()
        .fold(0, |bits, it| bits | 1 << (it as u32 % 64))
}

/// Edits (insert, delete, replace, swap of neighbours) that turn `typed` into some start of `word`.
fn distance_to_start(word: &str, typed: &str) -> usize {
    let word: Vec<char> = word.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    let mut last = None;
    for (count, letter) in typed.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(count + 1);
        for (column, other) in word.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&row, column) + usize::from(*other != letter);
            let mut best = replaced
                .min(at(&row, column + 1) + 1)
                .min(at(&next, column) + 1);
            let swapped =
                column > 0 && last == Some(*other) && word.get(column - 1) == Some(&letter);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
        last = Some(letter);
    }
    row.into_iter().min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Named as _;
    use crate::model::{CityName, Country, Lang, LocalName};

    fn city(en: &str, local: &str, aliases: &[&str], country: Country) -> Vec<String> {
        words(&IndexCity {
            id: String::new(),
            name: CityName {
                en: en.into(),
                id: en.into(),
                local: vec![LocalName {
                    text: local.into(),
                    lang: "vi".into(),
                }],
                sources: vec![],
            },
            // As the cut writes them, with the names of the country.
            aliases: aliases
                .iter()
                .copied()
                .chain(Lang::ALL.map(|lang| country.key().text(lang)))
                .map(str::to_owned)
                .collect(),
            country,
            joined: 2018,
            lat: 0.0,
            lon: 0.0,
            focus: vec![],
            projects: [0; 4],
            uncounted: false,
        })
    }

    #[test]
    fn cities_are_found_as_people_type_them() {
        let makassar = city("Makassar", "", &[], Country::Idn);
        let kuala = city("Kuala Lumpur", "", &["KL"], Country::Mys);
        let da_nang = city("Da Nang", "Đà Nẵng", &[], Country::Vnm);
        for (words, typed, expected) in [
            (&makassar, "makas", Some(Fit::Start)),
            (&makassar, "Makasar", Some(Fit::Slip)),
            (&makassar, "Maksasar", Some(Fit::Slip)),
            (&makassar, "assar", Some(Fit::Inside)),
            (&makassar, "indonesia", Some(Fit::Start)),
            (&makassar, "manila", None),
            (&kuala, "KL", Some(Fit::Start)),
            (&kuala, "kuala lump", Some(Fit::Start)),
            (&kuala, "kuala kuching", None),
            (&da_nang, "da nang", Some(Fit::Start)),
            (&da_nang, "Đà Nẵng", Some(Fit::Start)),
            (&da_nang, "danang", Some(Fit::Start)),
            (&da_nang, "vietnam", Some(Fit::Start)),
            (&da_nang, "  ", Some(Fit::Start)),
        ] {
            assert_eq!(fit(words, typed), expected, "{typed}");
        }
    }

    #[test]
    fn short_words_allow_no_slips() {
        assert_eq!(fit(&city("Ipoh", "", &[], Country::Mys), "ipx"), None);
    }
}
