//! The network: its framework, members, offices, reports and milestones.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Conflict, Country, DiscussionTopic, DocumentRef, FocusArea, MeetingRecord, Officer,
    PartialDate, Point, SourceKeys, Sources, Text, Unit,
};

/// Declares a type of the network's file: strict on the host, and with a JSON Schema there.
macro_rules! network_types {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
            #[cfg_attr(
                feature = "host",
                derive(schemars::JsonSchema),
                serde(deny_unknown_fields)
            )]
            pub struct $name { $($body)* }
        )+
    };
}

pub(super) use network_types;

/// Numbers of projects by status, as a report gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct StatusCounts {
    /// All of them.
    pub total: u32,
    /// Not begun.
    pub planned: u32,
    /// Under way.
    pub ongoing: u32,
    /// Done.
    pub completed: u32,
}

/// A value for each status that reports of the network know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct ByStatus<T> {
    /// Not begun.
    pub planned: T,
    /// Under way.
    pub ongoing: T,
    /// Done.
    pub completed: T,
}

/// What a milestone of the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NetworkMilestoneKind {
    /// A chair, a Shepherd or members are named.
    Appointment,
    /// A text is adopted or proclaimed.
    Declaration,
    /// The network or its partners meet.
    Meeting,
    /// A report or guide comes out.
    Report,
    /// The leaders of ASEAN meet.
    Summit,
    /// Officers work together on a theme.
    Workshop,
}

network_types! {
    /// `public/data/network.json`.
    pub struct Network {
        /// The ASEAN Smart Cities Framework.
        pub framework: Framework,
        /// The six focus areas, in the order of the framework.
        pub focus_areas: Vec<FocusAreaInfo>,
        /// How the network works.
        pub terms_of_reference: TermsOfReference,
        /// Member states and who speaks for them.
        pub members: Vec<Member>,
        /// Member cities and their number over time.
        pub membership: Membership,
        /// Chairs by year.
        pub chairs: Vec<Chair>,
        /// Shepherds, in order of time.
        pub shepherds: Vec<Shepherd>,
        /// Milestones, in order of time.
        pub milestones: Vec<NetworkMilestone>,
        /// Reports of the network, in order of time.
        pub reports: Vec<Report>,
        /// Number of projects in the network by year.
        pub project_totals: ProjectTotals,
        /// Where sources disagree, in plain words.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub conflicts: Vec<Conflict>,
        /// What is told of single meetings beyond their milestones.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub records: Vec<MeetingRecord>,
        /// Documents of the network, by kind and date.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub documents: Vec<DocumentRef>,
        /// Sources of the file.
        pub sources: Sources,
    }

    /// The ASEAN Smart Cities Framework.
    pub struct Framework {
        /// Title.
        pub title: Text,
        /// When the network endorsed it.
        pub endorsed: PartialDate,
        /// When the leaders adopted it.
        pub adopted: PartialDate,
        /// Whether it binds members.
        pub binding: bool,
        /// What it is.
        pub summary: Text,
        /// What cities should reach.
        pub outcomes: Vec<FrameworkPart>,
        /// What a city plans and governs with.
        pub urban_systems: Vec<FrameworkPart>,
        /// What makes it possible.
        pub enablers: Vec<FrameworkPart>,
        /// Aims of the network.
        pub aims: Vec<Text>,
        /// Number of partnerships announced in 2018.
        pub partnerships_2018: u32,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A part of the framework.
    pub struct FrameworkPart {
        /// Identifier.
        pub id: String,
        /// Name.
        pub name: Text,
    }

    /// A focus area in words.
    pub struct FocusAreaInfo {
        /// Which one.
        pub id: FocusArea,
        /// Name.
        pub name: Text,
        /// What belongs to it.
        pub summary: Text,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// How the network works.
    pub struct TermsOfReference {
        /// Title.
        pub title: Text,
        /// When the network adopted them.
        pub adopted: PartialDate,
        /// When the leaders took note of them.
        pub noted_by_leaders: PartialDate,
        /// What they say, point by point.
        pub points: Vec<Text>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A member state and who speaks for it.
    pub struct Member {
        /// Which one.
        pub country: Country,
        /// Name.
        pub name: Text,
        /// Who spoke for it, each as of a date.
        pub representatives: Vec<Officer>,
    }

    /// Member cities and their number over time.
    pub struct Membership {
        /// Number of members by year.
        pub totals: Vec<MemberTotal>,
        /// Members.
        pub cities: Vec<MemberCity>,
    }

    /// Number of member cities in a year.
    pub struct MemberTotal {
        /// Calendar year.
        pub year: i32,
        /// Cities.
        pub value: u32,
        /// What to keep in mind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Text>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A member city.
    pub struct MemberCity {
        /// Slug of the city.
        pub slug: String,
        /// Its member state.
        pub country: Country,
        /// Year in which it joined.
        pub joined: i32,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// Who chaired the network in a year.
    pub struct Chair {
        /// Calendar year.
        pub year: i32,
        /// Member state.
        pub country: Country,
        /// Name of the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub chair: Option<String>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A term of the Shepherd, who looks after the network's continuity.
    pub struct Shepherd {
        /// Member state.
        pub country: Country,
        /// Begin of the term.
        pub from: PartialDate,
        /// End of the term.
        pub to: PartialDate,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A step in the life of the network.
    pub struct NetworkMilestone {
        /// Identifier.
        pub id: String,
        /// When, or when it began.
        pub date: PartialDate,
        /// When it ended, if on another day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub end: Option<PartialDate>,
        /// What.
        pub title: Text,
        /// Where.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub place: Option<Text>,
        /// Member state where it was, or that it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub country: Option<Country>,
        /// What it is.
        pub kind: NetworkMilestoneKind,
        /// Which annual meeting it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<u32>,
        /// Slugs of member cities where it was, or that it concerns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub cities: Vec<String>,
        /// The meeting at which it happened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub part_of: Option<String>,
        /// What was decided, where the sources say it, one by one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub decisions: Vec<Text>,
        /// Topics of a series of talks.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub topics: Vec<DiscussionTopic>,
        /// What happened.
        pub summary: Text,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A report of the network.
    pub struct Report {
        /// Identifier.
        pub id: String,
        /// Title.
        pub title: Text,
        /// When it came out, or the day for which it speaks.
        pub date: PartialDate,
        /// What it says.
        pub summary: Text,
        /// Number of projects.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub total_projects: Option<u32>,
        /// Number of cities with projects.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub cities_with_projects: Option<u32>,
        /// Projects by status.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by_status: Option<ByStatus<u32>>,
        /// Shares by status as printed, which may not add up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by_status_percent_published: Option<ByStatus<f64>>,
        /// Projects by focus area.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub by_focus: BTreeMap<FocusArea, u32>,
        /// Shares by focus area as printed, which may not add up.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub by_focus_percent_published: BTreeMap<FocusArea, f64>,
        /// Projects by member state.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub by_country: BTreeMap<Country, u32>,
        /// Projects by city and status.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub by_city: BTreeMap<String, StatusCounts>,
        /// How the numbers were read from the report.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub method: Option<Text>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// Number of projects in the network by year.
    pub struct ProjectTotals {
        /// Identifier.
        pub id: String,
        /// Name.
        pub name: Text,
        /// Unit.
        pub unit: Unit,
        /// Points in order of year.
        pub points: Vec<Point>,
    }
}
