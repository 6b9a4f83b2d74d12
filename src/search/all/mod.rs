//! Search over everything: which things of the atlas a reader means, grouped by kind.
//!
//! Every typed word must fit a word of the thing, in either language. A thing is as good as its worst
//! word: the whole name, a whole word, the start of a word, the inside, a slip of the fingers.
//! Slips are asked for only where next to nothing but publications fits better, so that a right word
//! does not bring its neighbours along.

use super::distance_to_start;
use super::fold::fold;
use crate::find::contains;
use crate::model::cut_search::{Found, SearchEntry, SearchIndex, SearchPart};

/// How many typed words are asked for; the rest is left out.
const MOST_WORDS: usize = 8;
/// How many letters of a typed word are asked for.
pub const MOST_LETTERS: usize = 40;
/// A typed word that fits this many things without a slip is taken to be right.
const ENOUGH: usize = 3;
/// Lists of the table of words.
const BUCKETS: usize = 4096;

/// How well a word fits, best first. Each is even: a word that stands in no name is one worse.
pub(super) const WHOLE: u8 = 2;
pub(super) const START: u8 = 4;
const INSIDE: u8 = 6;
const SLIP: u8 = 8;
/// Fits not at all.
const NONE: u8 = u8::MAX;
/// The worst fit.
const WORST: u8 = SLIP + 1;

/// The index, made ready to be asked.
#[derive(Clone, Debug)]
pub struct Everything {
    entries: Vec<(Found, SearchEntry)>,
    words: Vec<Word>,
    parts: Vec<SearchPart>,
}

/// A word and where it stands.
#[derive(Clone, Debug)]
struct Word {
    text: String,
    /// A bit for each letter in it, for a quick no.
    letters: u32,
    /// Things with it: twice the place, and one more where it is in no name.
    at: Vec<usize>,
}

/// Things of one kind that were found, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundGroup {
    /// Their kind.
    pub kind: Found,
    /// How well the best of them fits: less is better.
    rank: u8,
    /// Their places in [`Everything::entry`].
    pub places: Vec<usize>,
}

impl FoundGroup {
    /// Whether it is shown behind `other`: by the best thing of each, publications last.
    #[must_use]
    pub fn is_behind(&self, other: &Self) -> bool {
        let place = |it: &Self| (it.kind == Found::Source, it.rank);
        place(self) > place(other)
    }
}

/// What the reader typed, as words to be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub(super) words: Vec<String>,
}

impl Typed {
    /// Folds what was typed. Takes the first eight words, forty letters of each.
    #[must_use]
    pub fn new(text: &str) -> Self {
        // Not all of a text of a megabyte is folded to find eight words.
        let start: String = text.chars().take(MOST_WORDS * MOST_LETTERS).collect();
        let words = fold(&start);
        let words = words.split_whitespace().take(MOST_WORDS);
        Self {
            words: words
                .map(|word| word.chars().take(MOST_LETTERS).collect())
                .collect(),
        }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Everything {
    /// Makes an index ready.
    #[must_use]
    pub fn new(index: SearchIndex) -> Self {
        let mut table = Table {
            words: Vec::new(),
            buckets: vec![Vec::new(); BUCKETS],
        };
        let mut entries = Vec::new();
        for group in index.groups {
            for entry in group.entries {
                let place = entries.len() * 2;
                each_word(&entry, |word, is_name| {
                    table.put(word, place + usize::from(!is_name));
                });
                entries.push((group.kind, entry));
            }
        }
        Self {
            entries,
            words: table.words,
            parts: index.parts,
        }
    }

    /// The part of a large network's index that has what is typed, if one has: its place among the
    /// parts, and how many things that begin so are in none.
    ///
    /// A thing fits every typed word, so it is in the part of each: the part that leaves out least is
    /// enough, of these the one with the longest start.
    #[must_use]
    pub fn part(&self, typed: &Typed) -> Option<(usize, usize)> {
        let mut best: Option<(usize, &SearchPart)> = None;
        for word in &typed.words {
            // Behind a start come those that are longer: the last that fits is the longest.
            let parts = self.parts.iter().enumerate();
            let mut fitting = parts.filter(|(_, it)| word.starts_with(&it.start));
            let Some((at, part)) = fitting.next_back() else {
                continue;
            };
            let is_better = |(_, best): (usize, &SearchPart)| {
                (part.left, best.start.len()) < (best.left, part.start.len())
            };
            if best.is_none_or(is_better) {
                best = Some((at, part));
            }
        }
        best.map(|(at, part)| (at, part.left))
    }

    /// How many things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing to be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The thing at a place.
    #[must_use]
    pub fn entry(&self, place: usize) -> Option<&SearchEntry> {
        self.entries.get(place).map(|(_, entry)| entry)
    }

    /// What fits `typed`: the kind with the best thing first, publications last. Nothing for nothing.
    #[must_use]
    pub fn find(&self, typed: &Typed) -> Vec<FoundGroup> {
        let ranks = self.ranks(typed);
        let mut groups = Vec::new();
        // From the best to the worst: a group stands where its best thing does.
        for rank in 0..=WORST {
            for (place, (kind, _)) in self.entries.iter().enumerate() {
                if ranks.get(place) != Some(&rank) {
                    continue;
                }
                match groups
                    .iter_mut()
                    .find(|it: &&mut FoundGroup| it.kind == *kind)
                {
                    Some(group) => group.places.push(place),
                    None => groups.push(FoundGroup {
                        kind: *kind,
                        rank,
                        places: vec![place],
                    }),
                }
            }
        }
        if let Some(at) = groups.iter().position(|it| it.kind == Found::Source) {
            let sources = groups.remove(at);
            groups.push(sources);
        }
        groups
    }

    /// How well each thing fits, `NONE` where it does not.
    fn ranks(&self, typed: &Typed) -> Vec<u8> {
        if typed.is_empty() {
            return Vec::new();
        }
        let mut ranks = vec![0; self.entries.len()];
        for part in &typed.words {
            let fits = self.fits(part);
            for (rank, fit) in ranks.iter_mut().zip(fits) {
                *rank = fit.max(*rank);
            }
        }
        let whole = typed.words.join(" ");
        for (rank, (_, entry)) in ranks.iter_mut().zip(&self.entries) {
            // Only what fits by whole words can be the whole name.
            if *rank <= START && is_named(entry, &whole) {
                *rank = 0;
            }
        }
        ranks
    }

    /// How well one typed word fits each thing.
    fn fits(&self, part: &str) -> Vec<u8> {
        let mut fits = vec![NONE; self.entries.len()];
        for word in &self.words {
            if let Some(fit) = fit(&word.text, part) {
                note(&mut fits, word, fit);
            }
        }
        let is_thing =
            |(fit, it): &(&u8, &(Found, SearchEntry))| **fit != NONE && it.0 != Found::Source;
        let found = fits.iter().zip(&self.entries).filter(is_thing).count();
        let slips = slips(part);
        if found < ENOUGH && slips > 0 {
            let letters = letters(part);
            for word in &self.words {
                // Each letter that the word lacks is a slip of its own.
                let missing = (letters & !word.letters).count_ones() as usize;
                if missing <= slips && distance_to_start(&word.text, part) <= slips {
                    note(&mut fits, word, SLIP);
                }
            }
        }
        fits
    }
}

/// Notes how a word fits each thing with it.
fn note(fits: &mut [u8], word: &Word, fit: u8) {
    for at in &word.at {
        // The lowest bit says that the word is in no name.
        let fit = fit | u8::from(at % 2 == 1);
        if let Some(known) = fits.get_mut(at / 2) {
            *known = fit.min(*known);
        }
    }
}

/// Words under construction.
struct Table {
    words: Vec<Word>,
    /// Places of the words, by a number made of their letters.
    buckets: Vec<Vec<usize>>,
}

impl Table {
    fn put(&mut self, text: &str, at: usize) {
        let mut number = 0_usize;
        for byte in text.bytes() {
            number = number.wrapping_mul(31).wrapping_add(usize::from(byte));
        }
        let Some(bucket) = self.buckets.get_mut(number % BUCKETS) else {
            return;
        };
        let words = &mut self.words;
        for place in bucket.iter() {
            if let Some(word) = words.get_mut(*place).filter(|it| it.text == text) {
                if word.at.last() != Some(&at) {
                    word.at.push(at);
                }
                return;
            }
        }
        bucket.push(words.len());
        words.push(Word {
            text: text.to_owned(),
            letters: letters(text),
            at: vec![at],
        });
    }
}

/// Hands on each word by which a thing is found, folded, and whether it stands in a name. A short text
/// is one word as well: "danang".
pub fn each_word(entry: &SearchEntry, mut take: impl FnMut(&str, bool)) {
    let names = [&entry.en, &entry.id, &entry.also].map(|it| (it, true));
    let about = [&entry.about_en, &entry.about_id].map(|it| (it, false));
    for (text, is_name) in names.into_iter().chain(about) {
        for name in text.split(SearchEntry::APART) {
            let folded = fold(name);
            let mut count = 0;
            for word in folded.split_whitespace() {
                take(word, is_name);
                count += 1;
            }
            if (2..=3).contains(&count) {
                let joined: String = folded.split_whitespace().collect();
                take(&joined, is_name);
            }
        }
    }
}

/// How well a word fits without a slip.
pub(super) fn fit(word: &str, part: &str) -> Option<u8> {
    if word.starts_with(part) {
        return Some(if word.len() == part.len() {
            WHOLE
        } else {
            START
        });
    }
    // Three letters in three bytes are enough of plain ones.
    (part.len() >= 3 && contains(word, part)).then_some(INSIDE)
}

/// How many slips a typed word may have: none when it is short or has digits.
pub(super) fn slips(part: &str) -> usize {
    if part.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match part.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A bit for each letter: those of the alphabet, and one for all others.
fn letters(word: &str) -> u32 {
    let mut letters = 0;
    for byte in word.bytes() {
        letters |= match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            _ => 1 << 31,
        };
    }
    letters
}

/// Whether a name of the thing is `whole`, which is folded.
fn is_named(entry: &SearchEntry, whole: &str) -> bool {
    let also = entry.also.split(SearchEntry::APART);
    [entry.en.as_str(), entry.id.as_str()]
        .into_iter()
        .chain(also)
        .any(|name| fold(name).split_whitespace().eq(whole.split(' ')))
}

#[cfg(test)]
mod tests;
