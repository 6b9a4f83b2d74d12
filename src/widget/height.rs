//! The height of a frame: what a page gives a widget where no script follows what the widget tells.
//!
//! A widget is as high as its words, which only a browser knows. Widgets of which all of a kind are
//! alike have one height; lists have one by the number of their entries, cities side by side one by
//! the number of their tables, and charts one by their words
//! ([`chart_height`](crate::export::embed::chart_height)). The numbers are those of `style/widget.css`
//! and of every widget of the data set as Chromium shows it, with a little to spare for other fonts.

use super::Widget;

/// How many entries of a list stand open; where there is more than one more, the others open when a
/// reader asks.
pub const OPEN: usize = 6;

/// Tables that cities side by side have where the shared figures are not known: as most states have.
const TABLES: u32 = 6;
/// More cities than any member state has: no frame grows without end.
const MOST_CITIES: u32 = 30;

/// Heights in CSS pixels of a frame that fit one widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heights {
    /// Where the frame is 640 pixels wide.
    pub wide: u32,
    /// Where it is 320 pixels wide, as on the narrowest phones.
    pub narrow: u32,
}

impl Heights {
    /// Of a number of `tables`, each with a line for each of some cities.
    #[must_use]
    pub fn of_tables(tables: u32, cities: usize) -> Self {
        let cities = u32::try_from(cities).unwrap_or(MOST_CITIES);
        let table = 38 + 33 * cities.min(MOST_CITIES);
        Self {
            // Two stand side by side.
            wide: 150 + tables.div_ceil(2) * table,
            narrow: 240 + tables * table,
        }
    }

    /// The height that fits from 320 pixels up.
    #[must_use]
    pub fn any(self) -> u32 {
        self.wide.max(self.narrow)
    }
}

impl Widget {
    /// The heights that fit it when it lists `count` projects, programmes or cities, or shows as many
    /// reports; of other kinds
    /// `count` says nothing. Of a chart, and of a figure at 320 pixels, they fit nine of ten.
    #[must_use]
    pub fn heights(&self, count: usize) -> Heights {
        let (wide, narrow) = match self {
            Self::City(_) => (405, 650),
            Self::Figure { .. } => (280, 360),
            Self::Chart { .. } => (560, 620),
            Self::Counts(_) if count == 0 => (205, 320),
            Self::Counts(_) => (600, 640),
            Self::Network(_) => (570, 700),
            Self::Cities(_) | Self::Compare(_) => return Heights::of_tables(TABLES, count),
            Self::Projects(_) | Self::Programs(_) | Self::Partner(_) | Self::Timeline => {
                let open = if count > OPEN + 1 { OPEN } else { count };
                let open = u32::try_from(open).unwrap_or(0);
                (205 + 60 * open, 320 + 100 * open)
            }
            Self::Map => (720, 550),
            Self::Meetings => (640, 800),
        };
        Heights { wide, narrow }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Country;

    /// Entries of a list or cities, and the heights at 640 and 320 pixels of the highest widget with as
    /// many, in Chromium.
    const LISTS: [(usize, u32, u32); 9] = [
        (0, 110, 174),
        (1, 235, 359),
        (2, 286, 484),
        (3, 361, 535),
        (4, 398, 626),
        (5, 493, 805),
        (6, 528, 841),
        (7, 584, 935),
        (8, 560, 911),
    ];
    /// Tables, cities and the same of every size of state.
    const STATES: [(u32, usize, u32, u32); 9] = [
        (4, 1, 272, 505),
        (4, 2, 315, 588),
        (4, 4, 458, 877),
        (5, 3, 505, 861),
        (6, 6, 823, 1567),
        (6, 7, 935, 1809),
        (7, 3, 652, 1116),
        (7, 4, 795, 1391),
        (8, 6, 1023, 2006),
    ];

    /// High enough, and with no more to spare than a reader takes for the end of the widget.
    fn check(given: Heights, wide: u32, narrow: u32) {
        for (given, needed) in [(given.wide, wide), (given.narrow, narrow)] {
            assert!(given >= needed, "{given} of {needed}");
            assert!(given <= needed + needed * 2 / 5 + 80, "{given} of {needed}");
        }
    }

    #[test]
    fn lists_are_as_high_as_their_entries() {
        let list = Widget::Projects("hanoi".to_owned());
        for (count, wide, narrow) in LISTS {
            check(list.heights(count), wide, narrow);
        }
        assert_eq!(list.heights(usize::MAX), list.heights(OPEN));
    }

    #[test]
    fn states_are_as_high_as_their_tables() {
        for (tables, cities, wide, narrow) in STATES {
            check(Heights::of_tables(tables, cities), wide, narrow);
        }
        let state = Widget::Cities(Country::Idn);
        assert_eq!(state.heights(6), Heights::of_tables(TABLES, 6));
        assert!(state.heights(usize::MAX).any() < 10_000);
    }
}
