//! The index of a large network's search, in parts: what a reader's typing asks for is small, however
//! many cities there are.
//!
//! Kinds with few things stay in one file. The others are cut by the starts of their words: the part of
//! `ma` has each thing with a word that begins so. Where too many do, it has the first of each kind and
//! says how many it leaves out, and the parts of `mak`, `mal` and so on have all of theirs.

use std::collections::BTreeSet;

use crate::model::cut_search::{Found, SearchEntry, SearchGroup, SearchIndex, SearchPart};
use crate::search::{each_word, MOST_LETTERS};

/// As many things stand in one file.
const WHOLE: usize = 4_000;
/// A kind with no more things stays in the file that is loaded first.
const FEW: usize = 500;
/// A part with no more things has them all.
const ALL: usize = 1_000;
/// How many things of a kind stand in a part that cannot have all.
const FIRST: usize = 100;

/// The index as it is published: what is loaded first, and the parts that it names, in their order.
/// An index that is small enough stays whole.
#[must_use]
pub fn in_parts(index: SearchIndex) -> (SearchIndex, Vec<SearchIndex>) {
    let count: usize = index.groups.iter().map(|it| it.entries.len()).sum();
    if count <= WHOLE {
        return (index, Vec::new());
    }
    let is_few = |it: &SearchGroup| it.entries.len() <= FEW;
    let (few, many): (Vec<_>, Vec<_>) = index.groups.into_iter().partition(is_few);
    let mut cutter = Cutter::default();
    for group in &many {
        let things = group.entries.iter().map(|entry| (group.kind, entry));
        cutter.things.extend(things);
    }
    let mut words = BTreeSet::new();
    for (place, (_, entry)) in cutter.things.iter().enumerate() {
        each_word(entry, |word, _| {
            // A sign between words is asked for by nobody.
            if word.contains(char::is_alphanumeric) {
                words.insert((word.chars().take(MOST_LETTERS).collect(), place));
            }
        });
    }
    let words: Vec<(String, usize)> = words.into_iter().collect();
    cutter.longer(&words, "");
    let head = SearchIndex {
        groups: few,
        parts: cutter.named,
    };
    (head, cutter.parts)
}

/// Parts in the making.
#[derive(Default)]
struct Cutter<'i> {
    /// What is cut.
    things: Vec<(Found, &'i SearchEntry)>,
    named: Vec<SearchPart>,
    parts: Vec<SearchIndex>,
}

impl Cutter<'_> {
    /// Makes a part for each letter that follows `start` in `words`, which are sorted, begin with
    /// `start` and have the place of a thing each.
    fn longer(&mut self, words: &[(String, usize)], start: &str) {
        let next = |word: &str| word.get(start.len()..).and_then(|it| it.chars().next());
        for words in words.chunk_by(|(one, _), (other, _)| next(one) == next(other)) {
            // Those that end with `start` come first, without a letter behind it.
            if let Some(letter) = words.first().and_then(|(word, _)| next(word)) {
                self.part(words, &format!("{start}{letter}"));
            }
        }
    }

    /// Makes the part of the words that begin with `start`, and those of longer starts.
    fn part(&mut self, words: &[(String, usize)], start: &str) {
        let places: BTreeSet<usize> = words.iter().map(|it| it.1).collect();
        let has_all = places.len() <= ALL;
        let kept = if has_all {
            places.clone()
        } else {
            self.first(words, start)
        };
        self.named.push(SearchPart {
            start: start.to_owned(),
            left: places.len() - kept.len(),
        });
        self.parts.push(self.index(&kept));
        if !has_all {
            self.longer(words, start);
        }
    }

    /// The first things of each kind, those with the word itself before those with a longer one.
    fn first(&self, words: &[(String, usize)], start: &str) -> BTreeSet<usize> {
        let (whole, longer): (Vec<_>, Vec<_>) = words.iter().partition(|(word, _)| word == start);
        let places: Vec<usize> = whole.into_iter().chain(longer).map(|it| it.1).collect();
        let mut kept = BTreeSet::new();
        for kind in Found::ALL {
            let is_kind = |at: &&usize| self.things.get(**at).is_some_and(|it| it.0 == kind);
            let mut seen = BTreeSet::new();
            let first = places.iter().filter(is_kind).filter(|at| seen.insert(**at));
            kept.extend(first.take(FIRST));
        }
        kept
    }

    /// The index of some things.
    fn index(&self, places: &BTreeSet<usize>) -> SearchIndex {
        let mut groups: Vec<SearchGroup> = Vec::new();
        for (kind, entry) in places.iter().filter_map(|at| self.things.get(*at)) {
            let entry = (*entry).clone();
            match groups.last_mut().filter(|it| it.kind == *kind) {
                Some(group) => group.entries.push(entry),
                None => groups.push(SearchGroup {
                    kind: *kind,
                    entries: vec![entry],
                }),
            }
        }
        SearchIndex {
            groups,
            parts: Vec::new(),
        }
    }
}
