//! A decimal: the exact digits of a published figure, `mantissa / 10^places`.

/// Most digits behind the point: with 53 bits of significand, products stay below 2^128.
const MAX_PLACES: u8 = 22;
/// Largest mantissa: 17 significant digits, which identify every `f64`.
const MAX_MANTISSA: u128 = 99_999_999_999_999_999;

/// A number as its digits and their count behind the point.
///
/// Differences of published figures are taken here and not in binary, so that 32.2 − 7.89 is 24.31
/// and not 24.310000000000002.
///
/// ```
/// use ascn_atlas::i18n::Decimal;
///
/// let change = |from, to| Decimal::of(to)?.minus(Decimal::of(from)?);
/// assert_eq!(change(32.2, 7.89), Decimal::of(-24.31));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    mantissa: u64,
    places: u8,
}

impl Decimal {
    /// The shortest decimal that reads back as `value`; `None` when `value` is not finite, larger
    /// than 17 digits, or smaller than 22 places behind the point can say.
    #[must_use]
    pub fn of(value: f64) -> Option<Self> {
        // The value is `significand * 2^exponent`, taken apart so that each step below is exact.
        let bits = value.to_bits();
        let negative = bits >> 63 == 1;
        #[allow(clippy::cast_possible_truncation)] // 11 bits
        let biased = (bits >> 52 & 0x7ff) as u32;
        let fraction = bits & ((1 << 52) - 1);
        if biased == 0x7ff {
            return None;
        }
        if biased == 0 {
            // Zero, and numbers below 10^-307, which no one publishes.
            return (fraction == 0).then_some(Self {
                negative: false,
                mantissa: 0,
                places: 0,
            });
        }
        // Most values are whole, and most of those are far below 2^53: their digits are plain.
        let size = value.abs();
        if size < 9e15 && size.trunc() == size {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // below 2^53
            let mantissa = size as u64;
            return Some(Self {
                negative,
                mantissa,
                places: 0,
            });
        }
        let significand = u128::from(fraction | 1 << 52);
        if biased >= 1075 {
            let shift = biased - 1075;
            let mantissa = (shift < 64).then(|| significand << shift)?;
            return Self::shortened(negative, mantissa, 0);
        }
        let shift = 1075 - biased;
        if shift > 126 {
            return None;
        }
        let mut power = 1_u128;
        for places in 0..=MAX_PLACES {
            let scaled = significand * power;
            let mantissa = (scaled + (1 << (shift - 1))) >> shift;
            let back = mantissa << shift;
            // Within half a unit in the last place, so that it reads back as `value`; at the very
            // half the even significand wins. (Below a power of two the next number is half as
            // far, but at this many places each power is met exactly.)
            let twice = back.abs_diff(scaled) * 2;
            if twice < power || (twice == power && fraction & 1 == 0) {
                return Self::shortened(negative, mantissa, places);
            }
            power *= 10;
        }
        None
    }

    /// `mantissa / 10^places`, if it has at most 17 digits.
    fn shortened(negative: bool, mantissa: u128, places: u8) -> Option<Self> {
        let mantissa = (mantissa <= MAX_MANTISSA).then(|| u64::try_from(mantissa).ok())??;
        Some(Self {
            negative,
            mantissa,
            places,
        })
    }

    /// `self - other` without rounding; `None` when the digits do not fit.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let signed = |it: Self| {
            let scale = 10_i64.checked_pow(u32::from(places - it.places))?;
            let size = i64::try_from(it.mantissa).ok()?.checked_mul(scale)?;
            Some(if it.negative { -size } else { size })
        };
        let mut difference = signed(self)?.checked_sub(signed(other)?)?;
        let mut places = places;
        while places > 0 && difference % 10 == 0 {
            difference /= 10;
            places -= 1;
        }
        Self::shortened(difference < 0, difference.unsigned_abs().into(), places)
    }

    /// The sum of `values` without the noise of binary fractions, if their digits allow it.
    #[must_use]
    pub fn sum(values: impl Iterator<Item = f64> + Clone) -> f64 {
        let zero = Self {
            negative: false,
            mantissa: 0,
            places: 0,
        };
        let exact = values.clone().try_fold(zero, |sum, value| {
            let it = Self::of(value)?;
            sum.minus(Self {
                negative: !it.negative,
                ..it
            })
        });
        exact.map_or_else(|| values.sum(), Self::to_f64)
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self {
            negative: false,
            ..self
        }
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Digits without sign and point.
    pub(super) const fn mantissa(self) -> u64 {
        self.mantissa
    }

    /// How many of the digits stand behind the point.
    pub(crate) const fn places(self) -> u8 {
        self.places
    }

    /// The nearest `f64`, exact in its digits up to 15 of them.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        #[allow(clippy::cast_precision_loss)] // the division rounds once more, as documented
        let size = self.mantissa as f64 / 10_f64.powi(i32::from(self.places));
        if self.negative {
            -size
        } else {
            size
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_have_the_digits_of_the_figures() {
        let minus = |a: f64, b: f64| Decimal::of(a)?.minus(Decimal::of(b)?);
        assert_eq!(minus(32.2, 7.89), Decimal::of(24.31));
        assert_eq!(minus(7.89, 32.2), Decimal::of(-24.31));
        assert_eq!(minus(0.3, 0.1), Decimal::of(0.2));
        assert_eq!(minus(5.0, 5.0), Decimal::of(0.0));
        assert_eq!(minus(1e15, 0.001), None, "does not fit 17 digits");
        assert_eq!(minus(-3.5, -1.25), Decimal::of(-2.25));
    }

    #[test]
    fn sums_have_the_digits_of_the_figures() {
        assert_eq!(Decimal::sum([0.1, 0.2].into_iter()), 0.3);
        assert_eq!(Decimal::sum([2.0, -0.5, 0.0].into_iter()), 1.5);
        assert_eq!(Decimal::sum(std::iter::empty()), 0.0);
        assert_eq!(Decimal::sum([1e300, 1.0].into_iter()), 1e300);
    }

    #[test]
    fn what_is_not_a_published_figure_is_none() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, 5e-324] {
            assert_eq!(Decimal::of(value), None, "{value}");
        }
        assert_eq!(Decimal::of(-0.0), Decimal::of(0.0));
    }
}
