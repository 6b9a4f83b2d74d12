//! Descriptions of charts that have a row for each place.

use crate::i18n::quantity;

use super::change::Pair;
use super::describe::{change, dated};
use super::places::PlacesSpec;
use super::ranked::Ranked;
use super::rows::is_chosen;
use super::words::{words, Words};

/// Up to this many chosen places are told one by one.
const TOLD: usize = 3;

/// "In 2023, 10 places: 99.03% (Singapore) to 36.6% (Timor-Leste); Indonesia in place 6 with 69.21%;
/// no data for 1 place."
pub(super) fn ranking(spec: &PlacesSpec, year: i32, rows: &[Ranked], without: usize) -> String {
    let words = words(spec.lang);
    let mut text = year.to_string();
    if spec.is_projected(year) {
        text.push_str(" (");
        text.push_str(words.projected().trim_end());
        text.push(')');
    }
    text.push_str(": ");
    let say = |it: &Ranked| quantity(it.point.value, spec.unit, spec.lang);
    if let (Some(best), Some(worst)) = (rows.first(), rows.last()) {
        push_places(&mut text, rows.len(), words);
        text.push_str(", ");
        for (index, it) in [best, worst].into_iter().enumerate() {
            if index == 1 && rows.len() == 1 {
                break;
            }
            text.push_str(if index == 1 {
                words.years_to()
            } else {
                words.from()
            });
            text.push_str(&say(it));
            text.push_str(" (");
            text.push_str(&it.place.name);
            text.push(')');
        }
        let chosen = rows.iter().filter(|it| is_chosen(it.place));
        for it in chosen.take(TOLD) {
            // Places with one value share a rank.
            let better = rows
                .iter()
                .take_while(|row| row.point.value != it.point.value);
            text.push_str("; ");
            text.push_str(&it.place.name);
            text.push_str(words.in_order());
            text.push_str(&(better.count() + 1).to_string());
            text.push_str(words.with());
            text.push_str(&say(it));
        }
        if without > 0 {
            text.push_str(words.no_data_for());
            push_places(&mut text, without, words);
        }
    } else {
        text.push_str(words.no_data());
    }
    text.push('.');
    if !rows.is_empty() {
        spec.push_break(&mut text);
    }
    text.push_str(spec.note());
    text
}

/// "2010 to 2023: 9 places, 7 up, 1 down, 1 unchanged; Viet Nam: 20% (2010) to 60% (2023), higher by
/// 40 percentage points."
///
/// Of the chosen places, else of those at both ends of the order.
pub(super) fn changes(
    spec: &PlacesSpec,
    years: (i32, i32),
    pairs: &[Pair],
    others: usize,
    is_broken: bool,
) -> String {
    let words = words(spec.lang);
    let mut text = years.0.to_string();
    text.push_str(words.years_to());
    text.push_str(&years.1.to_string());
    text.push_str(": ");
    if pairs.is_empty() {
        text.push_str(words.no_data());
    } else {
        push_places(&mut text, pairs.len(), words);
        text.push_str(", ");
        if is_broken {
            text.push_str(words.no_difference());
        } else {
            counts(&mut text, spec, pairs, words);
        }
        let chosen: Vec<&Pair> = pairs.iter().filter(|it| is_chosen(it.place)).collect();
        let mut told: Vec<&Pair> = chosen.into_iter().take(TOLD).collect();
        if told.is_empty() {
            told.extend(pairs.first());
            told.extend(pairs.last().filter(|_| pairs.len() > 1));
        }
        for it in told {
            text.push_str("; ");
            text.push_str(&it.place.name);
            text.push_str(": ");
            text.push_str(&dated(&it.first, spec.unit, spec.lang));
            text.push_str(if is_broken { "; " } else { words.to() });
            if spec.is_projected(years.1) {
                text.push_str(words.projected());
            }
            text.push_str(&dated(&it.last, spec.unit, spec.lang));
            if !is_broken {
                let (first, last) = (it.first.value, it.last.value);
                text.push_str(&change(first, last, spec.unit, spec.lang));
            }
        }
    }
    if others > 0 && !pairs.is_empty() {
        text.push_str(words.no_data_for());
        push_places(&mut text, others, words);
    }
    text.push('.');
    if is_broken && !pairs.is_empty() {
        spec.push_break(&mut text);
    }
    text.push_str(spec.note());
    text
}

/// "7 up, 1 down, 1 unchanged", without those that none is.
fn counts(text: &mut String, spec: &PlacesSpec, pairs: &[Pair], words: Words) {
    let is_rank = spec.unit == crate::model::Unit::Rank;
    let count = |sign: i32| {
        let is_so = |it: &&Pair| {
            it.difference.is_some_and(|it| {
                let own = match (it.is_zero(), it.is_negative() != is_rank) {
                    (true, _) => 0,
                    (_, true) => -1,
                    (_, false) => 1,
                };
                own == sign
            })
        };
        pairs.iter().filter(is_so).count()
    };
    let mut is_first = true;
    for (sign, word) in [(1, words.up()), (-1, words.down()), (0, words.same())] {
        let count = count(sign);
        if count > 0 {
            if !is_first {
                text.push_str(", ");
            }
            is_first = false;
            text.push_str(&count.to_string());
            text.push_str(word);
        }
    }
}

/// "9 places".
fn push_places(text: &mut String, count: usize, words: Words) {
    text.push_str(&count.to_string());
    text.push_str(if count == 1 {
        words.one_place()
    } else {
        words.many_places()
    });
}
