//! The cut: the data set as the app loads it, one file for each thing that a page shows.
//!
//! Written by `atlas-data build` under `app/<version>/`, where the version is a hash of the content,
//! so a file never changes under its address. Keys of sources are the numbers that the reader sees:
//! `"1"`, `"2"` and so on, in order of first mention in the file.

use serde::{Deserialize, Serialize};

pub use super::cut_indicators::{
    AseanPage, AseanRange, IndicatorEntry, IndicatorIndex, IndicatorPage, OwnWords, Representative,
    StateValue,
};
use super::{
    City, CityName, Country, FocusArea, Indicator, Officer, PartialDate, Program, ProjectStatus,
    SourceKeys, Sources, StatusCounts, Text,
};

/// `index.json`: every city in short, for the directory, search and the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// Date of the data: the newest date on which a source was read.
    pub data_date: PartialDate,
    /// Cities by slug.
    pub cities: Vec<IndexCity>,
    /// Number of partner programmes.
    pub programs: usize,
    /// Number of indicators with a page of their own.
    pub indicators: usize,
}

impl Index {
    /// The city of a slug.
    #[must_use]
    pub fn city(&self, slug: &str) -> Option<&IndexCity> {
        self.cities.iter().find(|city| city.id == slug)
    }
}

/// A city in the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexCity {
    /// Slug.
    pub id: String,
    /// Names.
    pub name: CityName,
    /// Other names that readers type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Member state.
    pub country: Country,
    /// Year in which it joined.
    pub joined: i32,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Focus areas of its projects, in the framework's order.
    pub focus: Vec<FocusArea>,
    /// Number of its projects by status, in the order of [`ProjectStatus::ALL`].
    pub projects: [u32; ProjectStatus::ALL.len()],
    /// Whether no report of the network counts its projects.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncounted: bool,
}

/// `cities/<slug>.json`: everything of one city's page but the figures of its country.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CityPage {
    /// The city; its indicators include those of `public/data/indicators/` that have a series for
    /// it, and its project counts stand in `project_counts`.
    pub city: City,
    /// Partner programmes that name the city, in order of their start.
    pub programs: Vec<Program>,
    /// Projects of the city in the network's reports, in order of year.
    pub project_counts: Vec<ProjectCount>,
}

/// How many projects of a city a report of the network lists.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectCount {
    /// Year of the report.
    pub year: i32,
    /// The report.
    pub report: Text,
    /// Counts as the report gives them.
    pub counts: StatusCounts,
    /// How they were read from the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Text>,
    /// Sources.
    pub sources: SourceKeys,
}

/// `countries/<ISO3>.json`: the figures of one member state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountryPage {
    /// Member state.
    pub country: Country,
    /// National representatives, each as of a date.
    pub representatives: Vec<Officer>,
    /// Indicators with the one series of this state.
    pub indicators: Vec<Indicator>,
    /// Sources of the file.
    pub sources: Sources,
}
