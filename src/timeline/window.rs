//! The window: the stretch of time in sight.

/// A stretch of time, in days since 1970; may begin within a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Where it begins.
    pub from: f64,
    /// Where it ends, after the beginning.
    pub to: f64,
}

/// The shortest stretch that can be shown, in days: one month with its neighbours' edges.
pub const SHORTEST: f64 = 45.0;

impl Window {
    /// Its length in days.
    #[must_use]
    pub fn span(self) -> f64 {
        self.to - self.from
    }

    /// Pixels for each day in `width` pixels.
    #[must_use]
    pub fn scale(self, width: f64) -> f64 {
        width / self.span().max(1.0)
    }

    /// As near as the whole allows: not longer, not outside, not shorter than [`SHORTEST`].
    #[must_use]
    pub fn kept_in(self, whole: Self) -> Self {
        let span = self.span().max(SHORTEST).min(whole.span());
        // From the middle, where the length changes.
        let middle = f64::midpoint(self.from, self.to);
        let from = (middle - span / 2.0).min(whole.to - span).max(whole.from);
        Self {
            from,
            to: from + span,
        }
    }

    /// Closer by `factor` (below 1: farther) around a point at `part` of the width, which stays.
    #[must_use]
    pub fn zoomed(self, factor: f64, part: f64, whole: Self) -> Self {
        let span = (self.span() / factor).max(SHORTEST).min(whole.span());
        let from = self.from + part * (self.span() - span);
        Self {
            from,
            to: from + span,
        }
        .kept_in(whole)
    }

    /// Moved by `parts` of its length: later for positive ones.
    #[must_use]
    pub fn moved(self, parts: f64, whole: Self) -> Self {
        let by = parts * self.span();
        Self {
            from: self.from + by,
            to: self.to + by,
        }
        .kept_in(whole)
    }

    /// First and last day, whole, as the address has them.
    #[must_use]
    pub fn days(self) -> (i32, i32) {
        #[allow(clippy::cast_possible_truncation)] // days of a few centuries
        let whole = |it: f64| it.round() as i32;
        (whole(self.from), whole(self.to))
    }

    /// The window of whole days.
    #[must_use]
    pub fn of_days((from, to): (i32, i32)) -> Self {
        Self {
            from: f64::from(from),
            to: f64::from(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Window = Window {
        from: 0.0,
        to: 6_000.0,
    };

    #[test]
    fn a_point_stays_where_it_is_when_the_window_closes_in() {
        let window = Window {
            from: 1_000.0,
            to: 5_000.0,
        };
        for part in [0.0, 0.25, 0.5, 1.0] {
            let closer = window.zoomed(2.0, part, WHOLE);
            assert!((closer.span() - 2_000.0).abs() < 1e-6);
            let at = |it: Window| it.from + part * it.span();
            assert!((at(closer) - at(window)).abs() < 1e-6);
        }
    }

    #[test]
    fn no_window_leaves_the_whole_or_gets_too_short() {
        let mut window = WHOLE;
        let mut state = 7_u32;
        for _ in 0..5_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let random = f64::from(state >> 8) / f64::from(1 << 24);
            window = match state % 3 {
                0 => window.zoomed(0.2 + random * 4.0, random, WHOLE),
                1 => window.moved(random * 6.0 - 3.0, WHOLE),
                _ => Window::of_days(window.days()).kept_in(WHOLE),
            };
            assert!(window.from >= WHOLE.from - 1e-6 && window.to <= WHOLE.to + 1e-6);
            assert!(window.span() >= SHORTEST - 1e-6, "{window:?}");
        }
        // A whole that is shorter than the shortest is shown as it is.
        let short = Window {
            from: 0.0,
            to: 10.0,
        };
        assert_eq!(short.zoomed(2.0, 0.5, short), short);
    }
}
