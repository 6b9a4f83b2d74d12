//! Order for short lists, in few bytes.
//!
//! The standard sorts bring several algorithms each, made anew for every type: the twelve lists of
//! the app cost 12 kB of its wasm (brotli). The lists here have a dozen items.

use std::cmp::Ordering;

/// Sorts a short list in place and keeps equal items in their order. Takes the square of its length
/// in steps: for lists of up to some hundred items.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([one, two]) = at.checked_sub(1).and_then(|low| items.get_mut(low..=at)) {
            if compare(one, two) != Ordering::Greater {
                break;
            }
            std::mem::swap(one, two);
            at -= 1;
        }
    }
}

/// Sorts a short list by a key, as [`sort_by`] does.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, two| key(one).cmp(&key(two)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lists_are_sorted_as_by_the_standard_sort() {
        // Every list of five digits from 0 to 4, with its places to see that equal ones stay.
        for number in 0..5_usize.pow(5) {
            let digit = |place: u32| number / 5_usize.pow(place) % 5;
            let mut items: Vec<(usize, u32)> = (0..5).map(|place| (digit(place), place)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
        let mut none: [u8; 0] = [];
        sort_by_key(&mut none, |item| *item);
    }
}
