//! Marks: where in a text the typed words fit, and why a thing was found whose name does not show it.

use super::all::{fit, slips, Typed, START, WHOLE};
use super::distance_to_start;
use super::fold::fold;
use crate::model::cut_search::SearchEntry;
use crate::model::Lang;

/// A piece of a text: whether it fits what was typed, and the piece.
pub type Piece<'t> = (bool, &'t str);

/// Cuts `text` where typed words fit, so that the pieces can be marked: the start of a word that
/// starts so, else the whole word. The pieces together are the text.
#[must_use]
pub fn pieces<'t>(text: &'t str, typed: &Typed) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    // Where the next word begins in `rest`, behind what is not marked yet.
    let mut from = 0;
    while let Some(start) = word_start(rest, from) {
        let end = word_end(rest, start);
        let word = rest.get(start..end).unwrap_or_default();
        let Some(length) = marked(word, typed) else {
            from = end;
            continue;
        };
        let (before, behind) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let (hit, behind) = behind.split_at_checked(length).unwrap_or((behind, ""));
        if !before.is_empty() {
            pieces.push((false, before));
        }
        pieces.push((true, hit));
        rest = behind;
        from = end - start - length;
    }
    if !rest.is_empty() {
        pieces.push((false, rest));
    }
    pieces
}

/// Whether a letter is part of a word.
fn is_letter(letter: char) -> bool {
    let mut text = [0; 4];
    let folded = fold(letter.encode_utf8(&mut text));
    // A mark on the letter before it folds to nothing.
    folded.is_empty() || !folded.starts_with(' ')
}

fn word_start(text: &str, from: usize) -> Option<usize> {
    let mut letters = text.get(from..)?.char_indices();
    letters
        .find(|(_, letter)| is_letter(*letter))
        .map(|(at, _)| from + at)
}

fn word_end(text: &str, start: usize) -> usize {
    let mut letters = text.get(start..).unwrap_or_default().char_indices();
    letters
        .find(|(_, letter)| !is_letter(*letter))
        .map_or(text.len(), |(at, _)| start + at)
}

/// How many bytes of a word are to be marked.
fn marked(word: &str, typed: &Typed) -> Option<usize> {
    let folded = fold(word);
    let mut most = None;
    for part in &typed.words {
        let length = match fit(&folded, part) {
            Some(WHOLE | START) => bytes_of(word, part.chars().count()),
            Some(_) => word.len(),
            None => continue,
        };
        most = most.max(Some(length));
    }
    if most.is_some() {
        return most;
    }
    let is_slip = |part: &&String| {
        let slips = slips(part);
        slips > 0 && distance_to_start(&folded, part) <= slips
    };
    typed.words.iter().find(is_slip).map(|_| word.len())
}

/// The bytes of the first `count` letters of a word, with the marks on the last of them.
fn bytes_of(word: &str, count: usize) -> usize {
    let mut seen = 0;
    for (at, letter) in word.char_indices() {
        let is_mark = matches!(letter, '\u{300}'..='\u{36f}');
        if !is_mark {
            if seen == count {
                return at;
            }
            seen += 1;
        }
    }
    word.len()
}

/// Why a thing was found when its name and what is said of it do not show it whole: the name in the
/// other language, or another name. `None` when they show every typed word.
#[must_use]
pub fn reason<'e>(entry: &'e SearchEntry, lang: Lang, typed: &Typed) -> Option<&'e str> {
    let (name, about) = (entry.name(lang), entry.about(lang));
    let shows = |text: &str, part: &str| {
        let typed = Typed {
            words: vec![part.to_owned()],
        };
        pieces(text, &typed).iter().any(|(hit, _)| *hit)
    };
    let is_hidden = |part: &&String| !shows(name, part) && !shows(about, part);
    let hidden = typed.words.iter().find(is_hidden)?;
    let other = match lang {
        Lang::En => [&entry.id, &entry.about_id],
        Lang::Id => [&entry.en, &entry.about_en],
    };
    let also = entry.also.split(SearchEntry::APART);
    also.chain(other.map(String::as_str))
        .map(str::trim)
        .find(|text| shows(text, hidden))
}
