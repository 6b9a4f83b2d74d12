//! Classes: up to seven steps of shade for the values of a map, between round numbers.
//!
//! The rule: as many equal steps of 1, 2, 2.5 or 5 times a power of ten as there can be up to seven,
//! from the round number at or below the least value to the one at or above the greatest. Where more
//! than half of the values would share one of these classes, none is below zero and nothing bounds
//! them (as it does shares, which stay apart in equal steps), the steps grow instead: edges are then 1, 2 and 5 times powers of ten, which tell the small apart as well as the
//! large. Seven such classes are counted down from the greatest value; what lies below them shares
//! the first, which begins at zero. A class holds its lower edge and not its upper one; the last holds
//! both.
//!
//! The classes follow from the values of all years, so that a shade means the same in every year.

use crate::chart::scale::{scale, Scale, Wish};

/// Most classes.
const MOST: usize = 7;

/// Edges between classes of values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Classes {
    /// Ascending; one more than there are classes.
    pub edges: Vec<f64>,
}

impl Classes {
    /// The classes of `values`, which lie inside `range`; none for no values.
    pub fn of(values: &[f64], range: Option<(f64, f64)>) -> Self {
        let least = values.iter().copied().fold(f64::MAX, f64::min);
        let most = values.iter().copied().fold(f64::MIN, f64::max);
        if values.is_empty() {
            return Self { edges: Vec::new() };
        }
        let whole = values.iter().all(|it| it.trunc() == *it);
        let equal = Self::equal(least, most, whole, range);
        let crowd = |classes: &Self| {
            let count = |class| {
                values
                    .iter()
                    .filter(|it| classes.class(**it) == Some(class))
                    .count()
            };
            (0..classes.count()).map(count).max().unwrap_or(0)
        };
        if range.is_none() && least >= 0.0 && crowd(&equal) * 2 > values.len() {
            let growing = Self::growing(least, most, whole);
            if growing.count() > 1 && crowd(&growing) < crowd(&equal) {
                return growing;
            }
        }
        equal
    }

    /// Equal steps.
    fn equal(least: f64, most: f64, whole: bool, range: Option<(f64, f64)>) -> Self {
        let mut steps = 7;
        loop {
            let wish = Wish {
                zero: false,
                whole,
                range,
                steps,
            };
            let Scale { low, high, ticks } = scale(least, most, &wish);
            // What is possible may end between two steps.
            let mut edges = ticks;
            if edges.first().is_none_or(|it| *it > low) {
                edges.insert(0, low);
            }
            if edges.last().is_none_or(|it| *it < high) {
                edges.push(high);
            }
            if edges.len() <= MOST + 1 || steps == 1 {
                return Self { edges };
            }
            steps -= 1;
        }
    }

    /// Steps that grow.
    fn growing(least: f64, most: f64, whole: bool) -> Self {
        let mut edges: Vec<f64> = Vec::new();
        for exponent in if whole { 0 } else { -9 }..17 {
            for number in [1.0, 2.0, 5.0] {
                let edge = power(number, exponent);
                if edge <= least {
                    // Only the last one below counts.
                    edges.clear();
                }
                if edges.last().is_none_or(|it| *it < most) {
                    edges.push(edge);
                }
            }
        }
        let surplus = edges.len().saturating_sub(MOST + 1);
        edges.drain(..surplus);
        if let Some(first) = edges.first_mut().filter(|it| **it > least) {
            *first = 0.0;
        }
        Self { edges }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// The class of `value`, from zero; `None` beyond all edges.
    pub fn class(&self, value: f64) -> Option<usize> {
        let last = self.count().checked_sub(1)?;
        let is_inside = *self.edges.first()? <= value && value <= *self.edges.last()?;
        let below = self.edges.iter().filter(|it| **it <= value).count();
        is_inside.then(|| below.saturating_sub(1).min(last))
    }

    /// The shade of a class: from 1, the faintest, to 7. Fewer classes lie further apart.
    pub fn shade(&self, class: usize) -> u8 {
        let last = self.count().saturating_sub(1);
        let spread = (class * 6 + last / 2).checked_div(last);
        let shade = spread.map_or(4, |it| it + 1);
        u8::try_from(shade.min(MOST)).unwrap_or(1)
    }
}

/// `number * 10^exponent`, rounded once.
fn power(number: f64, exponent: i32) -> f64 {
    if exponent < 0 {
        number / 10_f64.powi(-exponent)
    } else {
        number * 10_f64.powi(exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Indicator;

    fn edges(values: &[f64]) -> Vec<f64> {
        Classes::of(values, None).edges
    }

    #[test]
    fn edges_are_round() {
        assert_eq!(
            edges(&[0.0, 13.0, 25.0, 38.0, 55.0, 68.0]),
            [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0]
        );
        assert_eq!(
            edges(&[0.58, 0.7, 0.75, 0.8, 0.95]),
            [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
        );
        assert_eq!(edges(&[5.0]), [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert!(edges(&[]).is_empty());
        assert_eq!(Classes::of(&[], None).class(1.0), None);
        // Incomes: most lie near the bottom.
        let incomes = [
            1_200.0, 1_900.0, 2_100.0, 4_200.0, 4_900.0, 7_000.0, 11_000.0, 33_000.0, 84_000.0,
        ];
        assert_eq!(edges(&incomes), [1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5]);
        let shares = [0.0, 0.001, 1.5, 1.6, 2.0, 3.0, 70.0];
        assert_eq!(
            edges(&shares),
            [0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
        );
        // Below zero nothing grows by factors.
        assert_eq!(
            edges(&[-3.0, 1.0, 1.1, 1.2, 11.0]),
            [-5.0, -2.5, 0.0, 2.5, 5.0, 7.5, 10.0, 12.5]
        );
    }

    #[test]
    fn the_possible_range_ends_the_classes() {
        let classes = Classes::of(&[41.0, 55.0, 72.0, 98.0], Some((0.0, 100.0)));
        assert_eq!(classes.edges.last(), Some(&100.0));
    }

    #[test]
    fn a_class_holds_its_lower_edge() {
        let classes = Classes {
            edges: vec![0.0, 10.0, 20.0],
        };
        let of = |value| classes.class(value);
        assert_eq!(
            [of(0.0), of(9.99), of(10.0), of(20.0)],
            [Some(0), Some(0), Some(1), Some(1)]
        );
        assert_eq!([of(-0.1), of(20.1), of(f64::NAN)], [None; 3]);
        assert_eq!([classes.shade(0), classes.shade(1)], [1, 7]);
        let seven = Classes {
            edges: (0..8).map(f64::from).collect(),
        };
        let shades: Vec<u8> = (0..7).map(|it| seven.shade(it)).collect();
        assert_eq!(shades, [1, 2, 3, 4, 5, 6, 7]);
        for count in 1..=7_u32 {
            let some = Classes {
                edges: (0..=count).map(f64::from).collect(),
            };
            let shades: Vec<u8> = (0..some.count()).map(|it| some.shade(it)).collect();
            assert!(shades.windows(2).all(|it| it[0] < it[1]), "{shades:?}");
        }
    }

    #[test]
    fn every_indicator_has_classes_that_hold_every_value() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/indicators");
        let mut counted = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let it: Indicator = serde_json::from_str(&text).unwrap();
            let values: Vec<f64> = it
                .series
                .iter()
                .flat_map(|it| &it.points)
                .map(|it| it.value)
                .collect();
            let classes = Classes::of(&values, it.range);
            assert!((2..=7).contains(&classes.count()), "{}: {classes:?}", it.id);
            assert!(
                classes.edges.windows(2).all(|it| it[0] < it[1]),
                "{}",
                it.id
            );
            let held = values
                .iter()
                .filter(|it| classes.class(**it).is_some())
                .count();
            assert_eq!(held, values.len(), "{}: {classes:?}", it.id);
            counted += held;
            for edge in &classes.edges {
                let digits = crate::i18n::number(*edge, crate::model::Lang::En);
                let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
                let digits = digits.trim_matches('0');
                assert!(digits.len() <= 3, "{}: {edge} is not round", it.id);
            }
        }
        assert!(counted > 19_000, "{counted}");
    }
}
