//! The fields of each type of the cut. A field that is missing here does not compile; one that is
//! read otherwise than serde reads it fails the test below.

use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut::{
    AseanPage, AseanRange, CityPage, CountryPage, Index, IndexCity, IndicatorEntry, IndicatorIndex,
    IndicatorPage, OwnWords, ProjectCount, StateValue,
};
use crate::model::cut_map::{Land, LandPart, MapLands};
use crate::model::{
    Amount, Area, Better, Chair, City, CityName, Conflict, Country, Currency, FocusArea, Indicator,
    Joined, Level, LocalName, Location, Milestone, Officer, OfficerRole, Population, Program,
    ProgramKind, Project, ProjectKind, ProjectStatus, Scope, Series, Shepherd, Source,
    StatusCounts, Text, Topic, Unit,
};

/// Takes a struct: the fields that must be there, then those that may be absent.
macro_rules! record {
    ($type:ident { $($name:ident),* } or { $($maybe:ident),* }) => {
        impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                Self {
                    $($name: field(json, stringify!($name), walk),)*
                    $($maybe: optional(json, stringify!($maybe), walk),)*
                }
            }
        }
    };
}

/// Takes a closed set by the names of its members; the first stands in for an unknown name.
macro_rules! names {
    ($type:ident { $first:literal => $stand_in:ident $(, $name:literal => $member:ident)* $(,)? }) => {
        impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                match walk.text(json).as_str() {
                    $first => Self::$stand_in,
                    $($name => Self::$member,)*
                    _ => {
                        walk.wrong("a known name");
                        Self::$stand_in
                    }
                }
            }
        }

        #[cfg(test)]
        impl $type {
            /// Every name that is read, with its member.
            const NAMES: &'static [(&'static str, Self)] =
                &[($first, Self::$stand_in) $(, ($name, Self::$member))*];
        }
    };
}

record!(Text { en, id } or {});
record!(Source { title, publisher, accessed, lang } or { url, via, published, licence, note });
record!(LocalName { text, lang } or {});
record!(CityName { en, id } or { local, sources });
record!(Joined { year, sources } or {});
record!(Location { lat, lon, sources } or {});
record!(Population { year, value, scope, sources } or {});
record!(Area { value, sources } or { scope });
record!(Officer { role, name, position, as_of, sources } or {});
record!(Conflict { en, id, sources } or { about });
record!(Series { place, points } or { id, name, area, not_ascn, sources });
record!(Amount { value, currency } or {});
record!(Milestone { date, title, sources } or { place });
record!(StatusCounts { total, planned, ongoing, completed } or {});
record!(ProjectCount { year, report, counts, sources } or { method });
record!(Index { data_date, cities } or {});
record!(IndexCity { id, name, country, joined, lat, lon, focus, projects } or { aliases });
record!(CityPage { city, programs, project_counts } or {});
record!(CountryPage { country, representatives, indicators, sources } or {});
record!(IndicatorIndex { indicators } or {});
record!(IndicatorEntry {
    id, name, topic, unit, level, places, first, last, place, latest, publishers
} or { aliases, scope, spark });
record!(IndicatorPage { indicator, topic, default_places, common_year } or { own_words });
record!(OwnWords { place } or { name, description, conflicts });
record!(AseanPage { chairs, shepherds, ranges, sources } or {});
record!(AseanRange { id, name, topic, unit, year, median, values } or { better });
record!(StateValue { country, point } or {});
record!(Chair { year, country, sources } or { chair });
record!(Shepherd { country, from, to, sources } or {});
record!(MapLands { units, lands } or {});
record!(Land { code, middle, area, parts } or {});
record!(LandPart { from, to, path } or {});
record!(Indicator { id, name, unit, series } or {
    description, better, level, range, scope, projection_from, break_before, derived,
    original_source, cities_ranked, sources
});
record!(Project { id, name, kind, in_ascn_reports, focus, status, status_as_of, summary, sources } or {
    start, end, progress, challenges, plans, partners
});
record!(Program { id, name, partner, partner_name, kind, start, countries, summary, sources } or {
    end, cities, focus, amount, milestones
});
record!(City {
    id, name, country, admin, joined, location, population, area_km2, summary, officers, projects,
    indicators, sources
} or { aliases, summary_sources, conflicts });

names!(Better { "higher" => Higher, "lower" => Lower });
names!(Level { "country" => Country, "city" => City });
names!(Scope { "region" => Region });
names!(ProjectKind { "scap" => Scap, "innovation" => Innovation });
names!(ProjectStatus {
    "planned" => Planned, "ongoing" => Ongoing, "completed" => Completed, "unknown" => Unknown,
});
names!(OfficerRole {
    "csco" => Csco, "national-representative" => NationalRepresentative, "alternate" => Alternate,
    "head-of-delegation" => HeadOfDelegation, "chair" => Chair,
});
names!(ProgramKind {
    "funding" => Funding, "training" => Training, "meeting" => Meeting, "study" => Study,
    "technical-assistance" => TechnicalAssistance, "network" => Network, "event" => Event,
});
names!(Currency {
    "AUD" => Aud, "CHF" => Chf, "EUR" => Eur, "GBP" => Gbp, "JPY" => Jpy, "KRW" => Krw, "USD" => Usd,
});

/// Takes a closed set that knows its names; a member stands in for an unknown name.
macro_rules! known {
    ($($type:ident by $from:expr, else $stand_in:ident);+ $(;)?) => {
        $(impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                let from: fn(&str) -> Option<Self> = $from;
                from(&walk.text(json)).unwrap_or_else(|| {
                    walk.wrong("a known name");
                    Self::$stand_in
                })
            }
        })+
    };
}

known!(
    Country by Self::from_code, else Brn;
    FocusArea by Self::from_id, else CivicSocial;
    Topic by Self::from_id, else Population;
    Unit by |name| Self::ALL.iter().copied().find(|unit| unit.id() == name), else Index;
);

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::de::DeserializeOwned;
    use serde::Serialize;

    use super::*;

    #[test]
    fn every_name_is_the_one_that_serde_writes() {
        fn same<T: Serialize + DeserializeOwned + FromJson + PartialEq + Debug + Copy>(
            names: &[(&str, T)],
        ) {
            for (name, member) in names {
                assert_eq!(serde_json::to_value(member).unwrap(), *name);
                let text = format!("\"{name}\"");
                assert_eq!(crate::json::read::<T>(&text).unwrap(), *member);
            }
            assert!(crate::json::read::<T>("\"no such name\"").is_err());
        }
        same(Better::NAMES);
        same(Level::NAMES);
        same(Scope::NAMES);
        same(ProjectKind::NAMES);
        same(ProjectStatus::NAMES);
        same(OfficerRole::NAMES);
        same(ProgramKind::NAMES);
        same(Currency::NAMES);
        same(&Country::ALL.map(|it| (it.code(), it)));
        same(&FocusArea::ALL.map(|it| (it.id(), it)));
        same(&Topic::ALL.map(|it| (it.id(), it)));
        same(
            &Unit::ALL
                .iter()
                .map(|it| (it.id(), *it))
                .collect::<Vec<_>>(),
        );
    }

    #[cfg(feature = "host")]
    #[test]
    fn every_file_of_the_cut_reads_as_serde_reads_it() {
        use crate::host::{build, store};

        fn same<T: DeserializeOwned + FromJson + PartialEq + Debug>(name: &str, text: &str) {
            let expected: T = serde_json::from_str(text).unwrap();
            assert_eq!(crate::json::read::<T>(text).unwrap(), expected, "{name}");
        }
        let store = store::Store::read("public/data".as_ref()).unwrap();
        let files = build::files(&store).unwrap();
        assert!(files.len() > 150);
        for (name, content) in files {
            let text = String::from_utf8(content).unwrap();
            match name.split('/').next() {
                Some("indicators") if name == "indicators/index.json" => {
                    same::<IndicatorIndex>(&name, &text);
                }
                Some("indicators") => same::<IndicatorPage>(&name, &text),
                Some("asean.json") => same::<AseanPage>(&name, &text),
                Some("cities") => same::<CityPage>(&name, &text),
                Some("countries") => same::<CountryPage>(&name, &text),
                Some("index.json") => same::<Index>(&name, &text),
                Some("lands.json" | "lands-fine.json") => same::<MapLands>(&name, &text),
                Some("words") => same::<Vec<String>>(&name, &text),
                _ => panic!("a file of no kind: {name}"),
            }
        }
    }
}
