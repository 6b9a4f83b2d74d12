//! A city: who it is, what it promised, who leads it, what moved.

use serde::{Deserialize, Serialize};

use super::{Country, FocusArea, Indicator, PartialDate, SourceKeys, Sources, Text};

/// A city of the network: one file of `public/data/cities/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct City {
    /// Slug: the file's name and the segment of the address.
    pub id: String,
    /// Names.
    pub name: CityName,
    /// Other names that readers type in search; never shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Member state.
    pub country: Country,
    /// Kind of administrative unit.
    pub admin: Text,
    /// When the city joined the network.
    pub joined: Joined,
    /// Where it lies.
    pub location: Location,
    /// Counts and estimates of people; one series for each scope, which do not compare.
    pub population: Vec<Population>,
    /// Area.
    pub area_km2: Area,
    /// The city in a paragraph.
    pub summary: Text,
    /// Sources of the summary where it says more than the facts below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub summary_sources: SourceKeys,
    /// Office holders, each as of a date.
    pub officers: Vec<Officer>,
    /// Projects.
    pub projects: Vec<Project>,
    /// The city's own figures.
    pub indicators: Vec<Indicator>,
    /// Where sources disagree, in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Sources of the file.
    pub sources: Sources,
}

/// The names of a city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct CityName {
    /// In English.
    pub en: String,
    /// In Indonesian.
    pub id: String,
    /// In local languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub local: Vec<LocalName>,
    /// Sources of the local names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: SourceKeys,
}

impl CityName {
    /// The name in `lang`.
    #[must_use]
    pub fn get(&self, lang: super::Lang) -> &str {
        match lang {
            super::Lang::Id => &self.id,
            super::Lang::En => &self.en,
        }
    }
}

/// A name in a local language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct LocalName {
    /// The name.
    pub text: String,
    /// BCP 47 tag, with the script where it is not the language's usual one.
    pub lang: String,
}

/// When a city joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Joined {
    /// Calendar year.
    pub year: i32,
    /// Sources.
    pub sources: SourceKeys,
}

/// Where a city lies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Location {
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// Sources.
    pub sources: SourceKeys,
}

/// How many people live in a city, by one way of drawing its border.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Population {
    /// Calendar year.
    pub year: i32,
    /// People.
    pub value: u64,
    /// Which border and which count.
    pub scope: Text,
    /// Sources.
    pub sources: SourceKeys,
}

/// The area of a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Area {
    /// Square kilometres.
    pub value: f64,
    /// Which border.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Text>,
    /// Sources.
    pub sources: SourceKeys,
}

/// The office of an [`Officer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OfficerRole {
    /// Chief Smart City Officer (CSCO) of a city.
    Csco,
    /// National Representative of a member state.
    NationalRepresentative,
    /// Alternate of a National Representative.
    Alternate,
    /// Head of a member state's delegation at a meeting.
    HeadOfDelegation,
    /// Chair of a meeting.
    Chair,
}

/// A public office holder, from a published list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Officer {
    /// Office in the network.
    pub role: OfficerRole,
    /// Name.
    pub name: String,
    /// Office at home.
    pub position: Text,
    /// Date for which this is stated; nothing is said of before or after.
    pub as_of: PartialDate,
    /// Sources.
    pub sources: SourceKeys,
}

/// Where a project comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProjectKind {
    /// A priority project of the city's Smart City Action Plan (SCAP).
    Scap,
    /// Any other project of the city.
    Innovation,
}

impl ProjectKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Scap, Self::Innovation];

    /// The identifier in data and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Scap => "scap",
            Self::Innovation => "innovation",
        }
    }

    /// The kind of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// How far a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProjectStatus {
    /// Not begun.
    Planned,
    /// Under way.
    Ongoing,
    /// Done.
    Completed,
    /// No source says.
    Unknown,
}

impl ProjectStatus {
    /// Every status, in order of progress.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Ongoing, Self::Completed, Self::Unknown];

    /// The identifier in data and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Ongoing => "ongoing",
            Self::Completed => "completed",
            Self::Unknown => "unknown",
        }
    }

    /// The status of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// A project of a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Project {
    /// Identifier, unique in the city.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Where it comes from.
    pub kind: ProjectKind,
    /// Whether a source of the network (its reports or action plans) names it.
    ///
    /// Projects that none names are the city's own and do not count as ASCN projects.
    pub in_ascn_reports: bool,
    /// Focus areas.
    pub focus: Vec<FocusArea>,
    /// How far it is.
    pub status: ProjectStatus,
    /// Date for which the status is stated.
    pub status_as_of: PartialDate,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// When it ended or should end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// What it is.
    pub summary: Text,
    /// What has been done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Text>,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenges: Option<Text>,
    /// What comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plans: Option<Text>,
    /// Names of partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Sources.
    pub sources: SourceKeys,
}

/// A disagreement between sources, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Conflict {
    /// What it is about: `area`, `population`, `projects`, or the id of an indicator of the city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// In English.
    pub en: String,
    /// In Indonesian.
    pub id: String,
    /// Sources that disagree.
    pub sources: SourceKeys,
}

impl City {
    /// The newest count of people; of several of one year, the first in the file.
    #[must_use]
    pub fn newest_population(&self) -> Option<&Population> {
        self.population.iter().rev().max_by_key(|it| it.year)
    }
}
