//! Land on which a city that is made up can lie.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::geo::inside::is_inside;
use crate::geo::{Position, Ring};
use crate::host::check::city::REGION;
use crate::host::store::Store;
use crate::host::{Error, Result};
use crate::model::Country;

/// How often a place on land is sought.
const TRIES: u64 = 200;

/// The lands of the member states.
pub struct Lands {
    shapes: BTreeMap<Country, Vec<Ring>>,
    /// A true city of each, for states so small that no place is found.
    cities: BTreeMap<Country, Position>,
}

impl Lands {
    /// The lands of a data set.
    ///
    /// # Errors
    ///
    /// When its outlines hold no countries.
    pub fn of(store: &Store) -> Result<Self> {
        let shapes = store.outlines.shapes("countries");
        let shapes = shapes.map_err(|error| Error::Cut(error.to_string()))?;
        let cities = store.cities.iter();
        Ok(Self {
            shapes: shapes
                .into_iter()
                .filter_map(|it| Some((Country::from_code(&it.code)?, it.rings)))
                .collect(),
            cities: cities
                .map(|it| (it.country, [it.location.lon, it.location.lat]))
                .collect(),
        })
    }

    /// A place in a state, with five decimals of a degree; `share` gives numbers from 0 to 1.
    pub fn place_in(&self, country: Country, share: &dyn Fn(u64) -> f64) -> Position {
        let rings = self.shapes.get(&country).map_or(&[][..], Vec::as_slice);
        let range = |along: fn(&Position) -> f64, most: &RangeInclusive<f64>| {
            let corners = || rings.iter().flatten().map(along);
            let low = corners().fold(f64::INFINITY, f64::min);
            let high = corners().fold(f64::NEG_INFINITY, f64::max);
            (low.max(*most.start()), high.min(*most.end()))
        };
        let [most_lon, most_lat] = &REGION;
        let (lon, lat) = (range(|it| it[0], most_lon), range(|it| it[1], most_lat));
        let five = |degrees: f64| (degrees * 1e5).round() / 1e5;
        let between = |(low, high): (f64, f64), salt| five(low + (high - low) * share(salt));
        (0..TRIES)
            .map(|it| [between(lon, 1_000 + 2 * it), between(lat, 1_001 + 2 * it)])
            .find(|place| is_inside(rings, *place))
            .or_else(|| self.cities.get(&country).copied())
            .unwrap_or([110.0, 0.0])
    }
}
