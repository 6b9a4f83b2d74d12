//! The fields of each type of the cut. A field that is missing here does not compile; one that is
//! read otherwise than serde reads it fails the test below.

use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut::{
    AseanPage, AseanRange, CityPage, CountryPage, Index, IndexCity, IndicatorEntry, IndicatorIndex,
    IndicatorPage, OwnWords, ProjectCount, Representative, StateValue,
};
use crate::model::cut_map::{Land, LandPart, MapLands};
use crate::model::published::{Change, Counts, DataPage, Listed, PublicFile, Support, Terms};
use crate::model::{
    Amount, Area, Better, Chair, City, CityName, Conflict, Country, Currency, FocusArea, Indicator,
    Joined, Level, LocalName, Location, Milestone, Officer, OfficerRole, Population, Program,
    ProgramKind, Project, ProjectKind, ProjectStatus, Scope, Series, Shepherd, Source,
    StatusCounts, Text, Topic, Unit,
};
use crate::widget::Edition;

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

pub(super) use record;

/// Takes a closed set by the names of its members; the first stands in for an unknown name.
macro_rules! names {
    ($type:ident { $first:literal => $stand_in:ident $(, $name:literal => $member:ident)* $(,)? }) => {
        impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                match &*walk.words(json) {
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
            pub(super) const NAMES: &'static [(&'static str, Self)] =
                &[($first, Self::$stand_in) $(, ($name, Self::$member))*];
        }
    };
}

pub(super) use names;

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
record!(Index { data_date, cities, programs, indicators } or {});
record!(IndexCity { id, name, country, joined, lat, lon, focus, projects } or { aliases, uncounted });
record!(CityPage { city, programs, project_counts } or {});
record!(CountryPage { country, representatives, indicators, sources } or {});
record!(IndicatorIndex { indicators } or {});
record!(IndicatorEntry {
    id, name, topic, unit, level, places, first, last, place, latest, publishers
} or { aliases, scope, spark, break_at });
record!(IndicatorPage { indicator, topic, default_places, common_year } or { own_words });
record!(OwnWords { place } or { name, description, conflicts });
record!(AseanPage { chairs, shepherds, representatives, ranges, sources } or {});
record!(Representative { country, officer } or {});
record!(AseanRange { id, name, topic, unit, year, median, values } or { better });
record!(StateValue { country, point } or {});
record!(Chair { year, country, sources } or { chair });
record!(Shepherd { country, from, to, sources } or {});
record!(DataPage { publications, without_licence, terms } or {});
record!(Terms { licence, publications } or {});
record!(Change { date, text, counts } or {});
record!(Counts {
    cities, projects, indicators, series, points, programs, milestones, reports, sources
} or {});
record!(Edition { day } or { lacks });
record!(PublicFile { path, bytes } or {});
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

impl FromJson for Listed {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        Self {
            // The fields of the publication stand beside those of the list.
            source: FromJson::take(json, walk),
            supports: field(json, "supports", walk),
        }
    }
}

impl FromJson for Support {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        let facts = json.field("facts");
        let mut sum = 0;
        for (_, count) in facts.fields().unwrap_or_default() {
            let count = walk.number(&count);
            sum += walk.whole(count).unsigned_abs();
        }
        Self {
            file: field(json, "file", walk),
            facts: usize::try_from(sum).unwrap_or(usize::MAX),
        }
    }
}

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
names!(Currency {
    "AUD" => Aud, "CHF" => Chf, "EUR" => Eur, "GBP" => Gbp, "JPY" => Jpy, "KRW" => Krw, "USD" => Usd,
});

/// Takes a closed set that knows its names; a member stands in for an unknown name.
macro_rules! known {
    ($($type:ident by $from:expr, else $stand_in:ident);+ $(;)?) => {
        $(impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                let from: fn(&str) -> Option<Self> = $from;
                from(&walk.words(json)).unwrap_or_else(|| {
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
    ProgramKind by Self::from_id, else Funding;
    Topic by Self::from_id, else Population;
    Unit by |name| Self::ALL.iter().copied().find(|unit| unit.id() == name), else Index;
);

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::de::DeserializeOwned;
    use serde::Serialize;

    use super::*;
    #[cfg(feature = "host")]
    use crate::model::cut_home::HomePage;
    #[cfg(feature = "host")]
    use crate::model::cut_network::{DocumentsPage, MeetingPage, NetworkPage};
    #[cfg(feature = "host")]
    use crate::model::cut_search::SearchIndex;
    use crate::model::{DocumentKind, NetworkMilestoneKind};

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
        same(Currency::NAMES);
        same(NetworkMilestoneKind::NAMES);
        same(DocumentKind::NAMES);
        same(&Country::ALL.map(|it| (it.code(), it)));
        same(&FocusArea::ALL.map(|it| (it.id(), it)));
        same(&Topic::ALL.map(|it| (it.id(), it)));
        same(&ProgramKind::ALL.map(|it| (it.id(), it)));
        same(
            &Unit::ALL
                .iter()
                .map(|it| (it.id(), *it))
                .collect::<Vec<_>>(),
        );
    }

    #[cfg(feature = "host")]
    #[test]
    fn the_list_of_sources_reads_as_it_was_written() {
        use crate::host::{build, cut_indicators, gather, publish, store};

        let data = "public/data".as_ref();
        let store = store::Store::read(data).unwrap();
        let pages = cut_indicators::pages(&gather::gather(&store).unwrap()).unwrap();
        let files = publish::files(&store, &pages, data).unwrap();
        let content = |name: &str| {
            let (_, content) = files.iter().find(|file| file.0 == name).unwrap();
            String::from_utf8(content.clone()).unwrap()
        };
        let written: serde_json::Value = serde_json::from_str(&content("sources.json")).unwrap();
        let read: Vec<Listed> = crate::json::read(&content("sources.json")).unwrap();
        assert_eq!(read.len(), written.as_array().unwrap().len());
        for (it, written) in read.iter().zip(written.as_array().unwrap()) {
            let facts: usize = it.supports.iter().map(|it| it.facts).sum();
            assert_eq!(facts, written["facts"]);
            assert_eq!(it.source.title, written["title"]);
            assert_eq!(it.supports[0].file, written["supports"][0]["file"]);
        }
        let changes: Vec<Change> = crate::json::read(&content("changes.json")).unwrap();
        assert_eq!(changes, publish::changes::read(data).unwrap());
        let page = build::files(&store).unwrap();
        let (_, page) = page.iter().find(|file| file.0 == "data.json").unwrap();
        let page: DataPage = serde_json::from_slice(page).unwrap();
        let without = read.iter().filter(|it| it.source.licence.is_none()).count();
        assert_eq!(
            (page.publications, page.without_licence),
            (read.len(), without)
        );
        let stated: usize = page.terms.iter().map(|it| it.publications).sum();
        assert_eq!(stated, read.len() - without);
    }

    #[cfg(feature = "host")]
    #[test]
    fn every_file_of_the_cut_reads_as_serde_reads_it() {
        use crate::host::{build, store};
        use crate::model::cut_programs::{PartnerPage, ProgramIndex, ProgramPage};
        use crate::model::cut_projects::{ProjectIndex, ProjectReports};

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
                Some("projects") if name == "projects/index.json" => {
                    same::<ProjectIndex>(&name, &text);
                }
                Some("projects") => same::<ProjectReports>(&name, &text),
                Some("asean.json") => same::<AseanPage>(&name, &text),
                Some("data.json") => same::<DataPage>(&name, &text),
                Some("home.json") => same::<HomePage>(&name, &text),
                Some("search.json") => same::<SearchIndex>(&name, &text),
                Some("cities") => same::<CityPage>(&name, &text),
                Some("countries") => same::<CountryPage>(&name, &text),
                Some("index.json") => same::<Index>(&name, &text),
                Some("lands.json" | "lands-fine.json") => same::<MapLands>(&name, &text),
                Some("network.json") => same::<NetworkPage>(&name, &text),
                Some("network") => same::<MeetingPage>(&name, &text),
                Some("documents.json") => same::<DocumentsPage>(&name, &text),
                Some("words") => same::<Vec<String>>(&name, &text),
                Some("programs") if name == "programs/index.json" => {
                    same::<ProgramIndex>(&name, &text);
                }
                Some("programs") => same::<ProgramPage>(&name, &text),
                Some("partners") => same::<PartnerPage>(&name, &text),
                _ => panic!("a file of no kind: {name}"),
            }
        }
    }
}
