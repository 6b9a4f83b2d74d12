//! A city that is made up.

use super::land::Lands;
use super::{by_turns, keys, sources, text};
use crate::geo::Position;
use crate::model::{
    Area, City, CityName, Country, FocusArea, Joined, Location, Officer, OfficerRole, PartialDate,
    Population, Project, ProjectKind, ProjectStatus, Text,
};

/// Projects of a city, as the true ones have on average.
const PROJECTS: usize = 5;

/// What is known of a city before its file is written.
pub struct Made {
    number: usize,
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Member state.
    pub country: Country,
    /// Year in which it joined.
    pub joined: i32,
    /// Degrees east and north.
    pub place: Position,
}

impl Made {
    /// The city of a number, from 1.
    pub fn new(number: usize, joined: i32, lands: &Lands) -> Self {
        let country = by_turns(&Country::ALL, number, Country::Idn);
        let mut made = Self {
            number,
            id: format!("city-{number:05}"),
            name: text("City", "Kota", &format!("{number:05}")),
            country,
            joined,
            place: [0.0, 0.0],
        };
        made.place = lands.place_in(country, &|salt| made.share(salt));
        made
    }

    /// A number from 0 to 1 that depends on the city and `salt` alone.
    pub fn share(&self, salt: u64) -> f64 {
        let number = u64::try_from(self.number).unwrap_or_default();
        let mut mixed = number
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .wrapping_add(salt.wrapping_mul(0xd1b5_4a32_d192_ed03));
        // The finish of SplitMix64.
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let top = u32::try_from(mixed >> 32).unwrap_or_default();
        f64::from(top) / f64::from(u32::MAX)
    }

    /// A focus area of the city.
    pub fn focus(&self, number: usize) -> FocusArea {
        by_turns(
            &FocusArea::ALL,
            self.number + number,
            FocusArea::CivicSocial,
        )
    }

    /// Its file.
    pub fn city(&self, day: PartialDate) -> City {
        let year = PartialDate {
            month: None,
            day: None,
            ..day
        };
        let same = |words: &str| Text {
            en: words.to_owned(),
            id: words.to_owned(),
        };
        City {
            id: self.id.clone(),
            name: CityName {
                en: self.name.en.clone(),
                id: self.name.id.clone(),
                local: Vec::new(),
                sources: Vec::new(),
            },
            aliases: Vec::new(),
            country: self.country,
            admin: Text {
                en: "City".to_owned(),
                id: "Kota".to_owned(),
            },
            joined: Joined {
                year: self.joined,
                sources: keys(),
            },
            location: Location {
                lat: self.place[1],
                lon: self.place[0],
                sources: keys(),
            },
            population: vec![Population {
                year: i32::from(day.year),
                value: 10_000 + 137 * u64::try_from(self.number).unwrap_or_default(),
                scope: Text {
                    en: "city".to_owned(),
                    id: "kota".to_owned(),
                },
                sources: keys(),
            }],
            area_km2: Area {
                value: (50.0 + 900.0 * self.share(20)).round(),
                scope: None,
                sources: keys(),
            },
            summary: Text {
                en: format!("{} is made up to measure a large network.", self.name.en),
                id: format!(
                    "{} adalah rekaan untuk mengukur jejaring besar.",
                    self.name.id
                ),
            },
            summary_sources: Vec::new(),
            officers: vec![Officer {
                role: OfficerRole::Csco,
                name: format!("Officer {:05}", self.number),
                position: same("CSCO"),
                as_of: year,
                sources: keys(),
            }],
            projects: (1..=PROJECTS).map(|it| self.project(it, year)).collect(),
            indicators: Vec::new(),
            conflicts: Vec::new(),
            sources: sources(day),
        }
    }

    fn project(&self, place: usize, year: PartialDate) -> Project {
        let status = by_turns(
            &ProjectStatus::ALL,
            self.number + place,
            ProjectStatus::Unknown,
        );
        let number = format!("{place} ({:05})", self.number);
        Project {
            id: format!("project-{place}"),
            name: text("Project", "Proyek", &number),
            kind: by_turns(&ProjectKind::ALL, place, ProjectKind::Scap),
            in_ascn_reports: false,
            focus: vec![self.focus(place)],
            status,
            status_as_of: year,
            start: None,
            end: None,
            summary: text(
                "Made up to measure: project",
                "Rekaan untuk mengukur: proyek",
                &number,
            ),
            progress: None,
            challenges: None,
            plans: None,
            partners: Vec::new(),
            sources: keys(),
        }
    }
}
