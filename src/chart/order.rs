//! Order: a small stable sort.
//!
//! The standard sort is made for long lists and costs about five kilobytes of wasm for each kind of
//! item; the lists of a chart are short, and most come in order already.

/// Sorts `list` so that `is_after(a, b)` holds for no neighbours `a`, `b`; equals keep their order.
pub(super) fn sort<T>(list: &mut [T], is_after: impl Fn(&T, &T) -> bool) {
    for sorted in 1..list.len() {
        let mut place = sorted;
        while place > 0
            && matches!(list.get(place - 1..=place), Some([before, it]) if is_after(before, it))
        {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_equals_keep_their_order() {
        let mut list = vec![(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort(&mut list, |one, other| one.0 > other.0);
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        let mut none: Vec<i32> = Vec::new();
        sort(&mut none, |one, other| one > other);
        assert!(none.is_empty());
    }
}
