//! A palette: which colour a place has, the same in every view.
//!
//! There are eight colours and more places, so each place has one of its own that it gets whenever no
//! place chosen before it has it. A reader who comes from one indicator to the next, or from the
//! lines to the bars, finds each place in its colour.

/// How many colours there are.
const COLORS: u8 = 8;

/// Country codes by their colour. Of two that share one, the figures mostly lie far apart, so that
/// they are rarely chosen together.
const COUNTRIES: [&[&str]; COLORS as usize] = [
    &["IDN"],
    &["SGP"],
    &["VNM"],
    &["THA", "LAO"],
    &["MYS", "TLS"],
    &["PHL", "BRN"],
    &["KHM"],
    &["MMR"],
];

/// The colour of a place for itself: 1 to 8. A country has that of its code, every other place one by
/// the letters of its slug.
#[must_use]
pub fn slot_of(place: &str) -> u8 {
    let country = (1..).zip(COUNTRIES).find(|(_, it)| it.contains(&place));
    if let Some((slot, _)) = country {
        return slot;
    }
    let sum = place.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(33).wrapping_add(u32::from(byte))
    });
    #[allow(clippy::cast_possible_truncation)] // below eight
    let slot = ((sum ^ sum >> 9) % u32::from(COLORS)) as u8;
    slot + 1
}

/// The places of `chosen` with their colours, in the order of choice: 1 to 8, and 0 for those beyond
/// eight.
///
/// A place that stands in `before`, the answer for an earlier choice, keeps its colour. Every other
/// gets its own ([`slot_of`]) if that is free, else the next free one. So a choice that grows by one
/// at its end never moves a colour, nor, given what was `before`, does one that loses a place.
///
/// ```
/// use ascn_atlas::chart::slots;
///
/// let both = slots(&["THA", "LAO"], &[]);
/// assert_eq!(both, [("THA", 4), ("LAO", 5)]);
/// assert_eq!(slots(&["LAO"], &both), [("LAO", 5)]);
/// assert_eq!(slots(&["LAO"], &[]), [("LAO", 4)]);
/// ```
#[must_use]
pub fn slots<'p>(chosen: &[&'p str], before: &[(&str, u8)]) -> Vec<(&'p str, u8)> {
    let kept = |place: &str| before.iter().find(|it| it.0 == place).map_or(0, |it| it.1);
    let mut found: Vec<(&'p str, u8)> = chosen.iter().map(|&it| (it, kept(it))).collect();
    for index in 0..found.len() {
        let Some(&(place, 0)) = found.get(index) else {
            continue;
        };
        let own = slot_of(place);
        let free = (0..COLORS)
            .map(|step| (own - 1 + step) % COLORS + 1)
            .find(|slot| found.iter().all(|it| it.1 != *slot));
        if let Some(it) = found.get_mut(index) {
            it.1 = free.unwrap_or(0);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [&str; 14] = [
        "IDN", "SGP", "VNM", "THA", "LAO", "MYS", "TLS", "PHL", "BRN", "KHM", "MMR", "sumedang",
        "jakarta", "cauayan",
    ];

    #[test]
    fn colours_stay_when_places_come_and_go() {
        let mut state = 11_usize;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005) + 1;
            (state >> 33) % below
        };
        for _ in 0..300 {
            let mut chosen: Vec<&str> = Vec::new();
            let mut slots_now: Vec<(&str, u8)> = Vec::new();
            for _ in 0..30 {
                let place = PLACES[next(PLACES.len())];
                let had = chosen.iter().position(|it| *it == place);
                match had {
                    Some(at) => drop(chosen.remove(at)),
                    None if chosen.len() < 8 => chosen.push(place),
                    None => continue,
                }
                let after = slots(&chosen, &slots_now);
                for it in &slots_now {
                    let now = after.iter().find(|other| other.0 == it.0);
                    assert!(now.is_none_or(|now| now.1 == it.1), "{it:?} {after:?}");
                }
                let mut used: Vec<u8> = after.iter().map(|it| it.1).collect();
                used.sort_unstable();
                used.dedup();
                assert_eq!(used.len(), chosen.len(), "no two share a colour");
                assert!(used.iter().all(|it| (1..=8).contains(it)));
                slots_now = after;
            }
        }
    }

    #[test]
    fn without_memory_a_growing_choice_moves_nothing() {
        for start in 0..PLACES.len() {
            let mut places = PLACES;
            places.rotate_left(start);
            for count in 1..=places.len() {
                let (less, more) = (
                    slots(&places[..count - 1], &[]),
                    slots(&places[..count], &[]),
                );
                assert_eq!(less, more[..count - 1]);
                let grey = more.iter().filter(|it| it.1 == 0).count();
                assert_eq!(grey, count.saturating_sub(8));
            }
        }
    }

    #[test]
    fn a_place_alone_has_its_own_colour() {
        for place in PLACES {
            assert_eq!(slots(&[place], &[]), [(place, slot_of(place))]);
            assert!((1..=8).contains(&slot_of(place)));
        }
        assert_eq!(slot_of("IDN"), 1);
    }
}
