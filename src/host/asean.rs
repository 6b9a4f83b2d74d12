//! `asean.json`: chairs, Shepherds and how far apart the member states lie.

use super::choice;
use super::cite::Citations;
use super::gather::Gathered;
use super::store::Store;
use super::{Error, Result};
use crate::i18n::Decimal;
use crate::model::cut::{AseanPage, AseanRange, Representative, StateValue};
use crate::model::{Country, Level, OfficerRole, Point};

/// `asean.json`.
///
/// # Errors
///
/// When a value names a source that is not there, or an indicator of countries has no values.
pub fn page(store: &Store, all: &[Gathered]) -> Result<AseanPage> {
    let mut citations = Citations::default();
    let mut chairs = store.network.chairs.clone();
    for chair in &mut chairs {
        citations.cite(&store.network.sources, &mut chair.sources)?;
    }
    let mut shepherds = store.network.shepherds.clone();
    for shepherd in &mut shepherds {
        citations.cite(&store.network.sources, &mut shepherd.sources)?;
    }
    let mut representatives = representatives(store);
    for it in &mut representatives {
        citations.cite(&store.network.sources, &mut it.officer.sources)?;
    }
    let mut ranges = Vec::new();
    for gathered in all {
        if gathered.indicator.level == Some(Level::Country) {
            let mut range = range(gathered)?;
            for value in &mut range.values {
                citations.cite(&gathered.pool, &mut value.point.sources)?;
            }
            ranges.push(range);
        }
    }
    Ok(AseanPage {
        chairs,
        shepherds,
        representatives,
        ranges,
        sources: citations.into_sources(),
    })
}

/// The National Representatives of each state by its newest statement; the keys still lead into the
/// network's file.
pub(super) fn representatives(store: &Store) -> Vec<Representative> {
    let mut all = Vec::new();
    for country in Country::ALL {
        let members = store.network.members.iter();
        let own: Vec<_> = members
            .filter(|member| member.country == country)
            .flat_map(|member| &member.representatives)
            .filter(|officer| officer.role == OfficerRole::NationalRepresentative)
            .collect();
        let newest = own.iter().map(|officer| officer.as_of).max();
        for officer in own {
            if Some(officer.as_of) == newest {
                all.push(Representative {
                    country,
                    officer: officer.clone(),
                });
            }
        }
    }
    all
}

/// The range of an indicator; the keys of its values still lead into the pool.
fn range(gathered: &Gathered) -> Result<AseanRange> {
    let indicator = &gathered.indicator;
    let none = || Error::Cut(format!("indicator \"{}\" has no values", indicator.id));
    let year = choice::common_year(indicator).ok_or_else(none)?;
    let value = |country: Country| {
        let (series, point) = choice::value(indicator, country.code(), year)?;
        let point = Point {
            sources: series.sources_of(point).to_vec(),
            ..*point
        };
        Some(StateValue { country, point })
    };
    let mut values: Vec<StateValue> = Country::ALL.into_iter().filter_map(value).collect();
    values.sort_by(|one, two| one.point.value.total_cmp(&two.point.value));
    let sorted: Vec<f64> = values.iter().map(|it| it.point.value).collect();
    Ok(AseanRange {
        id: indicator.id.clone(),
        name: indicator.name.clone(),
        topic: gathered.topic,
        unit: indicator.unit,
        better: indicator.better,
        year,
        median: median(&sorted).ok_or_else(none)?,
        values,
    })
}

/// The middle of values in order; between two middle ones exactly half way, in decimal digits.
/// `None` without any.
#[must_use]
pub fn median(sorted: &[f64]) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let (one, two) = (*sorted.get(last / 2)?, *sorted.get(last.div_ceil(2))?);
    // Halving changes no digit of a binary number, so only the sum must be taken in decimals.
    Some(if last % 2 == 0 {
        one
    } else {
        Decimal::sum([one, two].into_iter()) / 2.0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_exact() {
        for (values, expected) in [
            (&[7.5][..], Some(7.5)),
            (&[1.0, 2.0], Some(1.5)),
            // In binary fractions the half of 0.1 + 0.2 is 0.15000000000000002.
            (&[0.1, 0.2], Some(0.15)),
            (&[0.0, 0.617, 0.712, 9.0], Some(0.6645)),
            (&[-3.0, -1.0, 8.0], Some(-1.0)),
            (&[], None),
        ] {
            assert_eq!(median(values), expected, "{values:?}");
        }
    }
}
