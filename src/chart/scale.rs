//! A scale: from which value to which an axis runs, and where it is labelled.

/// The labelled values of an axis and its two ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// Lowest value of the axis.
    pub low: f64,
    /// Highest value of the axis.
    pub high: f64,
    /// Labelled values, ascending, each the exact decimal that its label says.
    pub ticks: Vec<f64>,
}

/// `mantissa * 10^exponent`, rounded once.
fn decimal(mantissa: f64, exponent: i32) -> f64 {
    if exponent < 0 {
        mantissa / 10_f64.powi(-exponent)
    } else {
        mantissa * 10_f64.powi(exponent)
    }
}

/// The least step of 1, 2, 2.5 or 5 times a power of ten that is at least `raw`, as mantissa and
/// exponent.
fn step(raw: f64, whole: bool) -> (f64, i32) {
    for exponent in if whole { 0 } else { -9 }..16 {
        for (mantissa, shift) in [(1.0, 0), (2.0, 0), (25.0, -1), (5.0, 0)] {
            let exponent = exponent + shift;
            if decimal(mantissa, exponent) >= raw && !(whole && exponent < 0) {
                return (mantissa, exponent);
            }
        }
    }
    (1.0, 16)
}

/// Where the axis of `values` begins and ends.
pub(super) struct Wish {
    /// Begin at zero.
    pub zero: bool,
    /// Label nothing but whole numbers.
    pub whole: bool,
    /// Lowest and highest possible value; the axis does not go beyond unless a value does.
    pub range: Option<(f64, f64)>,
    /// How many steps fit.
    pub steps: u32,
}

/// The scale of values from `low` to `high`.
pub(super) fn scale(low: f64, high: f64, wish: &Wish) -> Scale {
    let (mut low, mut high) = if wish.zero {
        (low.min(0.0), high.max(0.0))
    } else {
        (low, high)
    };
    if low == high {
        // A constant stands in the middle of a plot of its own size.
        let room = if low == 0.0 { 1.0 } else { low.abs() / 2.0 };
        if !(wish.zero && low == 0.0) {
            low -= room;
        }
        high += room;
    }
    let (mantissa, exponent) = step((high - low) / f64::from(wish.steps.max(1)), wish.whole);
    let size = decimal(mantissa, exponent);
    // A hair of tolerance, so that an end that is a tick does not gain another step.
    let first = (low / size + 1e-9).floor();
    let last = (high / size - 1e-9).ceil();
    let at = |index: f64| decimal(index * mantissa, exponent);
    let (mut ends, given) = ((at(first), at(last)), (low, high));
    if let Some((least, most)) = wish.range {
        if ends.0 < least && least <= given.0 {
            ends.0 = least;
        }
        if ends.1 > most && most >= given.1 {
            ends.1 = most;
        }
    }
    #[allow(clippy::cast_possible_truncation)] // a few steps
    let count = (last - first) as i32;
    Scale {
        low: ends.0,
        high: ends.1,
        ticks: (0..=count)
            .map(|index| at(first + f64::from(index)))
            .filter(|tick| (ends.0..=ends.1).contains(tick))
            .collect(),
    }
}

/// The scale of ranks, of which the first is 1 and always shown.
pub(super) fn rank_scale(worst: f64, steps: u32) -> Scale {
    let mut scale = scale(
        1.0,
        worst.max(2.0),
        &Wish {
            zero: true,
            whole: true,
            range: None,
            steps,
        },
    );
    scale.low = 1.0;
    if let Some(first) = scale.ticks.first_mut() {
        *first = 1.0;
    }
    scale.ticks.dedup();
    scale
}

/// Smaller values than this have no place on an axis of ratios. No published figure is one.
pub(super) const LEAST_RATIO: f64 = 1e-9;

/// The scale of ratios for values from `low` to `high`, both above zero: from one number of 1, 2 or 5
/// times a power of ten to another, labelled at all of these, or at powers of ten where there are
/// more than about `most`. `low` is at least [`LEAST_RATIO`].
pub(super) fn log_scale(low: f64, high: f64, most: u32) -> Scale {
    let mut ticks: Vec<f64> = Vec::new();
    for exponent in -9..17 {
        for mantissa in [1.0, 2.0, 5.0] {
            let tick = decimal(mantissa, exponent);
            if tick <= low {
                ticks.clear();
            }
            if ticks.last().is_none_or(|&it| it < high) {
                ticks.push(tick);
            }
        }
    }
    if let [only] = ticks[..] {
        // A constant, which is a tick.
        ticks.push(only * 2.0);
    }
    let ends = (ticks.first().copied(), ticks.last().copied());
    let most = usize::try_from(most).unwrap_or(1) + 2;
    if ticks.len() > most {
        let powers: Vec<f64> = (-9..17).map(|it| decimal(1.0, it)).collect();
        ticks.retain(|it| powers.contains(it));
        let every = ticks.len().div_ceil(most);
        ticks = ticks.into_iter().step_by(every).collect();
    }
    Scale {
        low: ends.0.unwrap_or(1.0),
        high: ends.1.unwrap_or(10.0),
        ticks,
    }
}

/// The labelled years from `first` to `last`: both ends, and between them the multiples of the least
/// round step at which labels have room, given that `fits` years need one label's room.
pub(super) fn year_ticks(first: i32, last: i32, fits: i32) -> Vec<i32> {
    let steps = [1, 2, 5, 10, 20, 25, 50, 100];
    let step = steps
        .into_iter()
        .find(|&it| it >= fits)
        .unwrap_or(fits + 100 - fits % 100);
    let mut years = vec![first];
    let multiples = (first..=last).filter(|year| year % step == 0);
    years.extend(multiples.filter(|year| year - first >= fits && last - year >= fits));
    if last - first >= fits {
        years.push(last);
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(zero: bool) -> Wish {
        Wish {
            zero,
            whole: false,
            range: None,
            steps: 5,
        }
    }

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        let of = |low, high, zero| scale(low, high, &wish(zero));
        assert_eq!(of(7.89, 32.2, true).ticks, [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(
            of(69.45, 72.69, false).ticks,
            [69.0, 70.0, 71.0, 72.0, 73.0]
        );
        assert_eq!(
            of(0.1, 0.31, false).ticks,
            [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]
        );
        assert_eq!(of(-4.0, 6.0, true).ticks, [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0]);
        assert_eq!(of(0.0, 1.5e12, true).high, 1.5e12);
        for (low, high) in [
            (5.0, 5.0),
            (0.0, 0.0),
            (-3.0, -3.0),
            (1e-6, 1e-6),
            (9e15, 9e15),
        ] {
            for zero in [true, false] {
                let it = of(low, high, zero);
                assert!(
                    it.low <= low && high <= it.high && it.low < it.high,
                    "{it:?}"
                );
                assert!(it.ticks.len() >= 2, "{it:?}");
            }
        }
    }

    #[test]
    fn the_possible_range_bounds_the_axis() {
        let of = |high| {
            let range = Some((0.0, 100.0));
            scale(
                40.0,
                high,
                &Wish {
                    range,
                    ..wish(false)
                },
            )
        };
        assert_eq!(of(99.0).high, 100.0);
        assert_eq!(of(130.0).high, 140.0, "a value beyond the range is shown");
    }

    #[test]
    fn ratios_have_round_ends_and_some_labels() {
        assert_eq!(log_scale(3.0, 40.0, 5).ticks, [2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(log_scale(2.0, 50.0, 5).ticks, [2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(log_scale(7.0, 7.0, 5).ticks, [5.0, 10.0]);
        assert_eq!(log_scale(5.0, 5.0, 5).ticks, [5.0, 10.0]);
        let wide = log_scale(3.0, 3e6, 5);
        assert_eq!((wide.low, wide.high), (2.0, 5e6));
        assert_eq!(wide.ticks, [10.0, 100.0, 1e3, 1e4, 1e5, 1e6]);
        for (low, high) in [(1e-9, 9e15), (0.02, 0.021), (9e15, 9e15), (1.0, 1e3)] {
            let it = log_scale(low, high, 3);
            assert!(
                it.low <= low && high <= it.high && it.low < it.high,
                "{it:?}"
            );
            assert!(it.ticks.len() >= 2, "{it:?}");
            assert!(it
                .ticks
                .iter()
                .all(|tick| (it.low..=it.high).contains(tick)));
        }
    }

    #[test]
    fn ranks_begin_at_one() {
        assert_eq!(
            rank_scale(81.0, 5).ticks,
            [1.0, 20.0, 40.0, 60.0, 80.0, 100.0]
        );
        assert_eq!(rank_scale(3.0, 5).ticks, [1.0, 2.0, 3.0]);
        assert_eq!(rank_scale(1.0, 5).ticks, [1.0, 2.0]);
    }

    #[test]
    fn years_are_whole_and_have_room() {
        assert_eq!(
            year_ticks(2018, 2023, 1),
            [2018, 2019, 2020, 2021, 2022, 2023]
        );
        assert_eq!(year_ticks(2018, 2025, 2), [2018, 2020, 2022, 2025]);
        assert_eq!(
            year_ticks(1960, 2024, 6),
            [1960, 1970, 1980, 1990, 2000, 2010, 2024]
        );
        assert_eq!(year_ticks(2023, 2023, 1), [2023]);
    }
}
