//! The list of indicators: which are shown, and in which order.

use super::{add_words, fit};
use crate::model::cut::{IndicatorEntry, IndicatorIndex};
use crate::order::sort_by_key;
use crate::route::IndicatorList;

/// The words by which an indicator can be found, folded: its names in both languages, its identifier
/// and what else readers call it, with the names of its topic.
#[must_use]
pub fn indicator_words(entry: &IndicatorEntry) -> Vec<String> {
    let mut words = Vec::new();
    for text in [&entry.name.en, &entry.name.id, &entry.id, &entry.aliases] {
        add_words(&mut words, text);
    }
    words
}

/// The places in `index` of the indicators that `list` shows: in the order of the index, and when
/// something was typed those first that fit it best.
///
/// `words` are the [`indicator_words`] of each indicator of the index.
#[must_use]
pub fn select_indicators(
    index: &IndicatorIndex,
    words: &[Vec<String>],
    list: &IndicatorList,
) -> Vec<usize> {
    let mut shown = Vec::new();
    for (place, (entry, words)) in index.indicators.iter().zip(words).enumerate() {
        if list.topic.is_none_or(|topic| entry.topic == topic) {
            if let Some(fit) = fit(words, &list.text) {
                shown.push((fit, place));
            }
        }
    }
    sort_by_key(&mut shown, |it| it.0);
    shown.into_iter().map(|(_, place)| place).collect()
}
