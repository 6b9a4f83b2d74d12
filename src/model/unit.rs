//! A unit: what one of a value is. The set is closed; words and formats are in `i18n`.

use serde::{Deserialize, Serialize};

/// Declares [`Unit`] with the identifier of each unit in JSON.
macro_rules! units {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// The unit of a series.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
        pub enum Unit {
            $($(#[$doc])* #[serde(rename = $id)] $name,)+
        }

        impl Unit {
            /// Every unit.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The identifier in data.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }
        }
    };
}

units! {
    /// Tourism alleys.
    Alleys = "alleys",
    /// Cameras.
    Cameras = "cameras",
    /// Children.
    Children = "children",
    /// Member cities.
    Cities = "cities",
    /// Firms.
    Firms = "firms",
    /// Grams of CO₂ equivalent for each kilowatt-hour.
    GramsCo2ePerKwh = "gco2e/kwh",
    /// Guests.
    Guests = "guests",
    /// Homestays.
    Homestays = "homestays",
    /// Points of an index whose range the indicator names.
    Index = "index",
    /// Points from 0 to 1.
    Index0To1 = "index (0-1)",
    /// Points from 0 to 100.
    Index0To100 = "index (0-100)",
    /// Points from 0 to 5.
    Index0To5 = "index (0-5)",
    /// Points from 1 to 5.
    Index1To5 = "index (1-5)",
    /// Initiatives.
    Initiatives = "initiatives",
    /// Road junctions.
    Junctions = "junctions",
    /// Kilowatt-hours.
    Kwh = "kwh",
    /// Level of a rating.
    Level = "level",
    /// Micrograms in a cubic metre of air.
    MicrogramsPerM3 = "ug/m3",
    /// Millions of things that the indicator names.
    Million = "million",
    /// Millions of Indonesian rupiah.
    MillionIdr = "million IDR",
    /// Millions of passengers.
    MillionPassengers = "million passengers",
    /// Minutes.
    Minutes = "minutes",
    /// Passengers.
    Passengers = "passengers",
    /// Patients.
    Patients = "patients",
    /// People.
    People = "people",
    /// For each 100 people.
    Per100People = "per-100-people",
    /// For each 1,000 births.
    Per1000Births = "per-1000-births",
    /// For each 1,000 people.
    Per1000People = "per-1000-people",
    /// For each 100,000 people.
    Per100000People = "per-100000-people",
    /// Percent.
    Percent = "percent",
    /// Ponds.
    Ponds = "ponds",
    /// Projects.
    Projects = "projects",
    /// Place in a ranking; 1 is first.
    Rank = "rank",
    /// Reports by citizens.
    Reports = "reports",
    /// Score from 0 to 100.
    Score0To100 = "score (0-100)",
    /// Square kilometres.
    SquareKilometres = "km2",
    /// Tonnes.
    Tonnes = "tonnes",
    /// Tonnes in a day.
    TonnesPerDay = "tonnes per day",
    /// Tonnes in a year.
    TonnesPerYear = "tonnes per year",
    /// Trillions (10¹²) of Indonesian rupiah.
    TrillionIdr = "trillion IDR",
    /// US dollars.
    Usd = "usd",
    /// International dollars at purchasing power parity.
    UsdPpp = "usd-ppp",
    /// Users.
    Users = "users",
    /// Villages.
    Villages = "villages",
    /// Visits.
    Visits = "visits",
    /// Years.
    Years = "years",
}
