//! The finder: everything that a data set has on a place, found without reading every list anew.
//!
//! A cut asks for each of its cities in turn. With the lists alone that takes the square of their
//! number, which a network of thousands does not allow.

use std::collections::HashMap;

use super::store::Store;
use crate::model::{City, Indicator, Level, Program, Series};

/// The data set by place. Made from a [`Store`] that does not change meanwhile.
#[derive(Debug)]
pub struct Finder<'s> {
    /// The data set.
    pub store: &'s Store,
    cities: HashMap<&'s str, &'s City>,
    programs: HashMap<&'s str, Vec<&'s Program>>,
    /// Each series of a place, with the place of its indicator in the data set.
    series: HashMap<&'s str, Vec<(usize, &'s Series)>>,
    /// The indicators of the data set, without their series.
    heads: Vec<Indicator>,
}

impl<'s> Finder<'s> {
    /// Reads a data set once.
    #[must_use]
    pub fn new(store: &'s Store) -> Self {
        let mut cities = HashMap::new();
        for city in &store.cities {
            cities.entry(city.id.as_str()).or_insert(city);
        }
        let mut programs: HashMap<&str, Vec<&Program>> = HashMap::new();
        for program in &store.programs.programs {
            for slug in &program.cities {
                let of_city = programs.entry(slug).or_default();
                // A file at odds with itself may name a city twice.
                if of_city.last().is_none_or(|it| !std::ptr::eq(*it, program)) {
                    of_city.push(program);
                }
            }
        }
        let mut series: HashMap<&str, Vec<(usize, &Series)>> = HashMap::new();
        for (at, indicator) in store.indicators.iter().enumerate() {
            for it in &indicator.series {
                series.entry(&it.place).or_default().push((at, it));
            }
        }
        let bare = |it: &Indicator| Indicator {
            series: Vec::new(),
            ..it.clone()
        };
        Self {
            store,
            cities,
            programs,
            series,
            heads: store.indicators.iter().map(bare).collect(),
        }
    }

    /// The city of a slug.
    #[must_use]
    pub fn city(&self, slug: &str) -> Option<&'s City> {
        self.cities.get(slug).copied()
    }

    /// The programmes that name a city, in the order of their file.
    #[must_use]
    pub fn programs(&self, slug: &str) -> &[&'s Program] {
        self.programs.get(slug).map_or(&[], Vec::as_slice)
    }

    /// The indicators of a level that have a series for a place, each with that series alone.
    #[must_use]
    pub fn indicators(&self, level: Level, place: &str) -> Vec<Indicator> {
        let own = self.series.get(place).map_or(&[][..], Vec::as_slice);
        own.chunk_by(|one, two| one.0 == two.0)
            .filter_map(|of_one| {
                let (at, _) = of_one.first()?;
                let head = self.heads.get(*at)?;
                (head.level == Some(level)).then(|| Indicator {
                    series: of_one.iter().map(|(_, it)| (*it).clone()).collect(),
                    ..head.clone()
                })
            })
            .collect()
    }
}
