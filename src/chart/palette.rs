//! A palette: which colour a place has, the same in every view.
//!
//! There are eight colours and more places, so each place has one of its own that it gets whenever no
//! place chosen before it has it. The colour follows from the places in the address and their order,
//! and from nothing else: whoever opens the same address sees the same colours, in lines and bars, in
//! a comparison and in a widget.

/// How many colours there are.
const COLORS: u8 = 8;
/// The slot of places in front that have no colour of their own: grey, told apart by the shape of
/// their points and the names at their ends.
const GREY: u8 = COLORS + 1;
/// Of more places than this, those without a colour lie behind: there are no more shapes.
const IN_FRONT: usize = 12;

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

/// The places of `chosen` with their colours, in the order of choice: 1 to 8. Those beyond eight are
/// grey: up to twelve places, in front of all that are not chosen (9), of more, behind (0).
///
/// Each gets its own ([`slot_of`]) if no place before it has it, else the next free one. So a choice
/// that grows at its end never moves a colour; one that loses a place may, where another had to give
/// way to it. A place that is named again has the same colour.
///
/// ```
/// use ascn_atlas::chart::slots;
///
/// assert_eq!(slots(&["THA", "LAO"]), [("THA", 4), ("LAO", 5)]);
/// assert_eq!(slots(&["LAO"]), [("LAO", 4)]);
/// ```
#[must_use]
pub fn slots<'p>(chosen: &[&'p str]) -> Vec<(&'p str, u8)> {
    let grey = if chosen.len() > IN_FRONT { 0 } else { GREY };
    let mut found: Vec<(&'p str, u8)> = Vec::new();
    for &place in chosen {
        let own = slot_of(place);
        let known = found.iter().find(|it| it.0 == place).map(|it| it.1);
        let free = || {
            let mut slots = (0..COLORS).map(|step| (own - 1 + step) % COLORS + 1);
            slots.find(|slot| found.iter().all(|it| it.1 != *slot))
        };
        let slot = known.or_else(free).unwrap_or(grey);
        found.push((place, slot));
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
    fn no_two_share_a_colour_and_a_growing_choice_moves_none() {
        for start in 0..PLACES.len() {
            let mut places = PLACES;
            places.rotate_left(start);
            for count in 1..=places.len() {
                let all = slots(&places[..count]);
                let colours = |it: &[(&str, u8)]| {
                    let mut slots: Vec<u8> = it.iter().map(|it| it.1).collect();
                    slots.retain(|it| (1..=8).contains(it));
                    slots
                };
                let mut own = colours(&all);
                own.sort_unstable();
                own.dedup();
                assert_eq!(own.len(), count.min(8), "no two share a colour");
                let less = slots(&places[..count - 1]);
                assert_eq!(colours(&less), colours(&all[..count - 1]));
                // Nine to twelve are grey in front; of more, those without a colour lie behind.
                let greys: Vec<u8> = all.iter().skip(8).map(|it| it.1).collect();
                let grey = if count > 12 { 0 } else { 9 };
                assert_eq!(greys, vec![grey; count.saturating_sub(8)]);
            }
        }
    }

    #[test]
    fn a_place_alone_has_its_own_colour() {
        for place in PLACES {
            assert_eq!(slots(&[place]), [(place, slot_of(place))]);
            assert!((1..=8).contains(&slot_of(place)));
        }
        assert_eq!(slot_of("IDN"), 1);
        assert_eq!(
            slots(&["LAO", "THA", "LAO"]),
            [("LAO", 4), ("THA", 5), ("LAO", 4)]
        );
    }
}
