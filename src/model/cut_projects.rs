//! The cut of the pages of projects: the list of all, and what the network's reports count.

use serde::{Deserialize, Serialize};

use super::{
    Conflict, Country, FocusArea, PartialDate, Point, Project, ProjectKind, ProjectStatus,
    SourceKeys, Sources, Text,
};

/// `projects/index.json`: every project of every city in short. Its text and its sources stand in
/// the city's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectIndex {
    /// Cities by slug.
    pub cities: Vec<CityProjects>,
}

/// The projects of a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CityProjects {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Other names that readers type, among them those of its country in every language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Member state.
    pub country: Country,
    /// Projects in the order of the city's file.
    pub projects: Vec<ProjectEntry>,
}

/// A project in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectEntry {
    /// Identifier, unique in the city.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Where it comes from.
    pub kind: ProjectKind,
    /// Whether a source of the network names it; else it is the city's own.
    pub in_ascn_reports: bool,
    /// Focus areas.
    pub focus: Vec<FocusArea>,
    /// How far it is.
    pub status: ProjectStatus,
    /// Date for which the status is stated.
    pub status_as_of: PartialDate,
}

impl From<&Project> for ProjectEntry {
    fn from(it: &Project) -> Self {
        Self {
            id: it.id.clone(),
            name: it.name.clone(),
            kind: it.kind,
            in_ascn_reports: it.in_ascn_reports,
            focus: it.focus.clone(),
            status: it.status,
            status_as_of: it.status_as_of,
        }
    }
}

/// `projects/reports.json`: how many projects the network's reports count, and how many our list has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectReports {
    /// Number of projects by year.
    pub totals: Vec<Point>,
    /// The reports that count projects, in order of year.
    pub reports: Vec<ReportCounts>,
    /// Number of projects in our list by status, in the order of [`ProjectStatus::ALL`].
    pub listed: [u32; ProjectStatus::ALL.len()],
    /// Number of those that a source of the network names, in the same order.
    pub named: [u32; ProjectStatus::ALL.len()],
    /// Cities for which the newest report and our list give different numbers, by slug.
    pub differing: Vec<CityDifference>,
    /// Where sources disagree about the number of projects.
    pub conflicts: Vec<Conflict>,
    /// Sources of the file.
    pub sources: Sources,
}

/// What a report counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportCounts {
    /// Year of the report.
    pub year: i32,
    /// The report.
    pub title: Text,
    /// Number of projects.
    pub total: u32,
    /// Planned, under way, completed.
    pub status: Vec<Share>,
    /// By focus area, in the order of [`FocusArea::ALL`].
    pub focus: Vec<Share>,
    /// By member state; a state that the report does not list is not here.
    pub countries: Vec<CountryCount>,
    /// How the numbers were read from the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Text>,
    /// Sources.
    pub sources: SourceKeys,
}

impl ReportCounts {
    /// How many projects it counts in a member state; `None` for a state that it does not list.
    #[must_use]
    pub fn in_country(&self, country: Country) -> Option<u32> {
        let found = self.countries.iter().find(|it| it.country == country);
        Some(found?.count)
    }
}

/// A number of projects and its share of the report's total.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Projects.
    pub count: u32,
    /// Percent as the report prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<f64>,
    /// Percent that the count gives, to one digit more than printed, where what is printed is not
    /// its rounding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<f64>,
}

/// A number of projects of a member state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryCount {
    /// Member state.
    pub country: Country,
    /// Projects.
    pub count: u32,
}

/// A city for which the newest report and our list give different numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityDifference {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Projects in the report; absent where it lists none of the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<u32>,
    /// Projects in our list that a source of the network names.
    pub named: u32,
    /// All projects in our list.
    pub listed: u32,
}
