//! A number: the digits that were published, with the separators of a language.

use crate::model::Lang;

use super::Decimal;

/// What stands for a value that cannot be written, such as NaN. No published figure is one.
const NONE: &str = "–";
/// The sign of a negative number; a hyphen is shorter and breaks from its number.
const MINUS: char = '\u{2212}';

/// The exact digits of `value`, never rounded: "1.234.567,8" in Indonesian, "1,234,567.8" in
/// English, "−3" with the true minus sign.
///
/// ```
/// use ascn_atlas::{i18n::number, model::Lang};
///
/// assert_eq!(number(1_234_567.8, Lang::Id), "1.234.567,8");
/// assert_eq!(number(7.89, Lang::En), "7.89");
/// ```
#[must_use]
pub fn number(value: f64, lang: Lang) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return NONE.to_owned();
    };
    let (group, point) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    // Written from the last digit on, and turned round: every character is one byte but the sign.
    let mut reversed = String::with_capacity(24);
    let mut rest = decimal.mantissa();
    let places = usize::from(decimal.places());
    let mut written = 0;
    while written <= places || rest > 0 {
        if written == places && places > 0 {
            reversed.push(point);
        }
        if written > places && (written - places) % 3 == 0 {
            reversed.push(group);
        }
        #[allow(clippy::cast_possible_truncation)] // below ten
        reversed.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        written += 1;
    }
    if decimal.is_negative() {
        reversed.push(MINUS);
    }
    reversed.chars().rev().collect()
}

/// A short number for the axis of a chart: "1,2 jt" or "1.2M". Never for a value that is read.
#[must_use]
pub fn tick(value: f64, lang: Lang) -> String {
    tick_on(value, value.abs(), lang)
}

/// The label of `value` on an axis whose largest label is `largest`, so that all labels of the axis
/// count in the same thousands: "0,5 jt" below "1 jt".
#[must_use]
pub fn tick_on(value: f64, largest: f64, lang: Lang) -> String {
    let (unit, id, en) = match largest {
        it if it >= 1e12 => (1e12, "\u{a0}T", "T"),
        it if it >= 1e9 => (1e9, "\u{a0}M", "B"),
        it if it >= 1e6 => (1e6, "\u{a0}jt", "M"),
        it if it >= 1e4 => (1e3, "\u{a0}rb", "K"),
        _ => (1.0, "", ""),
    };
    let mut label = number(value / unit, lang);
    if value != 0.0 {
        label.push_str(match lang {
            Lang::Id => id,
            Lang::En => en,
        });
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_separators() {
        for (value, id, en) in [
            (0.0, "0", "0"),
            (-0.0, "0", "0"),
            (7.89, "7,89", "7.89"),
            (0.05, "0,05", "0.05"),
            (100.0, "100", "100"),
            (999.0, "999", "999"),
            (1000.0, "1.000", "1,000"),
            (1_152_507.0, "1.152.507", "1,152,507"),
            (1_234_567.8, "1.234.567,8", "1,234,567.8"),
            (-12_345.5, "−12.345,5", "−12,345.5"),
            (1.5e12, "1.500.000.000.000", "1,500,000,000,000"),
            (0.1 + 0.2, "0,30000000000000004", "0.30000000000000004"),
            (1e-7, "0,0000001", "0.0000001"),
            (f64::NAN, "–", "–"),
            (f64::INFINITY, "–", "–"),
        ] {
            assert_eq!(number(value, Lang::Id), id);
            assert_eq!(number(value, Lang::En), en);
        }
    }

    /// The standard library's shortest digits are the oracle.
    #[test]
    fn digits_are_the_shortest_that_read_back() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let plain = |value: f64| number(value, Lang::En).replace(',', "").replace('−', "-");
        for _ in 0..50_000 {
            // Any bits with an exponent from 2^-14 to 2^53, and figures of a few decimals.
            let bits = next();
            let exponent = 1023 - 14 + next() % 66;
            let any = f64::from_bits(bits & !(0x7ff << 52) | exponent << 52);
            let digits = u32::try_from(next() % 1_000_000_000).unwrap();
            let places = i32::try_from(next() % 7).unwrap();
            let figure = f64::from(digits) / 10_f64.powi(places);
            for value in [any, figure, -figure, figure + 1.0, figure.trunc()] {
                assert_eq!(plain(value), value.to_string());
            }
        }
        for exponent in -22..53 {
            let power = 2_f64.powi(exponent);
            for value in [power, power.next_down(), power.next_up()] {
                if Decimal::of(value).is_some() {
                    assert_eq!(plain(value), value.to_string());
                }
            }
        }
    }

    #[test]
    fn ticks_of_one_axis_count_alike() {
        let axis = |lang| [0.0, 5e5, 1e6, 1.5e6].map(|it| tick_on(it, 1.5e6, lang));
        assert_eq!(axis(Lang::En), ["0", "0.5M", "1M", "1.5M"]);
        assert_eq!(
            axis(Lang::Id),
            ["0", "0,5\u{a0}jt", "1\u{a0}jt", "1,5\u{a0}jt"]
        );
        assert_eq!(tick(2_500.0, Lang::En), "2,500");
        assert_eq!(tick(-20_000.0, Lang::En), "−20K");
        assert_eq!(tick(1.5e12, Lang::Id), "1,5\u{a0}T");
        assert_eq!(tick(2e9, Lang::Id), "2\u{a0}M");
    }
}
