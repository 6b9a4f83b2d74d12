//! The part of the cut for the network: `network.json`, `network/<id>.json` for each milestone, and
//! `documents.json`.

use serde::{Deserialize, Serialize};

use super::cut::Representative;
use super::{
    Chair, Conflict, Country, Delegation, DiscussionTopic, DocumentKind, FocusAreaInfo, Framework,
    NetworkMilestone, Officer, PartialDate, Point, Shepherd, Source, SourceKeys, Sources,
    Statement, TermsOfReference, Text, Unit,
};

/// `network.json`: everything of the network's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkPage {
    /// The ASEAN Smart Cities Framework.
    pub framework: Framework,
    /// The six focus areas, in the order of the framework.
    pub focus_areas: Vec<FocusAreaInfo>,
    /// How the network works.
    pub terms_of_reference: TermsOfReference,
    /// Number of member cities in each year from the first, without gaps.
    pub members: Vec<MembersOfYear>,
    /// Member cities, in order of the year in which they joined.
    pub cities: Vec<MemberShown>,
    /// Who speaks for each state by the newest statement, in the order of ASEAN.
    pub representatives: Vec<Representative>,
    /// Chairs by year.
    pub chairs: Vec<Chair>,
    /// Shepherds, in order of time.
    pub shepherds: Vec<Shepherd>,
    /// Milestones, in order of time.
    pub milestones: Vec<NetworkMilestone>,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// Sources of the file.
    pub sources: Sources,
}

/// Number of member cities at the end of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MembersOfYear {
    /// Calendar year.
    pub year: i32,
    /// Cities that were members before.
    pub before: u32,
    /// Cities that joined in this year.
    pub joined: u32,
    /// What to keep in mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Sources: those of the total, or else those that name every city.
    pub sources: SourceKeys,
}

/// A member city with its officer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberShown {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Member state.
    pub country: Country,
    /// Year in which it joined.
    pub joined: i32,
    /// Who was its Chief Smart City Officer by the newest statement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officers: Vec<Officer>,
    /// Sources of the year.
    pub sources: SourceKeys,
}

/// `network/<id>.json`: everything of the page of a milestone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeetingPage {
    /// The milestone.
    pub milestone: NetworkMilestone,
    /// The cities of the milestone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<Titled>,
    /// What happened at it and is a milestone of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Titled>,
    /// The meeting at which it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<Titled>,
    /// The one before of its kind; of an annual meeting, the annual meeting before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Titled>,
    /// The one after of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Titled>,
    /// What is told of it beyond the milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordShown>,
    /// Sources of the file.
    pub sources: Sources,
}

/// Something with a page of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Titled {
    /// Slug.
    pub id: String,
    /// Its name or title.
    pub title: Text,
    /// When, where it has a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

/// A [`super::MeetingRecord`] with the names and values to which it refers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordShown {
    /// Who came.
    pub delegation: Delegation,
    /// What the delegation looked back on, with the milestones.
    pub looking_back: Vec<Linked>,
    /// Topics of the talks among them.
    pub topics: Vec<DiscussionTopic>,
    /// Work with partners, with the programmes.
    pub partners: Vec<Linked>,
    /// The network at the time.
    pub network_then: NetworkShown,
    /// What each city presented.
    pub presentations: Vec<PresentationShown>,
    /// What partners give, with the programmes.
    pub support: Vec<Linked>,
    /// How it closed.
    pub closing: Statement,
}

/// A statement with what it speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    /// In words.
    pub text: Text,
    /// What it speaks of.
    pub links: Vec<Titled>,
    /// Sources.
    pub sources: SourceKeys,
}

/// The network as a record counts it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkShown {
    /// Member cities.
    pub cities: u32,
    /// Member states of ASEAN.
    pub states: u32,
    /// The delegation's own cities.
    pub own: Vec<Titled>,
    /// Sources.
    pub sources: SourceKeys,
}

/// What a city presented.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PresentationShown {
    /// The city.
    pub city: Titled,
    /// One by one.
    pub items: Vec<PresentedShown>,
}

/// One thing that a city presented.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PresentedShown {
    /// In words.
    pub text: Text,
    /// The project that it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<Titled>,
    /// The figure that it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureShown>,
    /// Sources.
    pub sources: SourceKeys,
}

/// Two values of an indicator as they were presented, and what other sources say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureShown {
    /// Identifier of the indicator.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its unit.
    pub unit: Unit,
    /// The earlier value.
    pub from: Point,
    /// The later value.
    pub to: Point,
    /// What the city's other series say for the later year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherValue>,
}

/// A value of another series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherValue {
    /// Name of the series.
    pub name: Text,
    /// Year, value and sources.
    pub point: Point,
}

/// `documents.json`: the documents of the network and what rests on each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentsPage {
    /// Documents, by kind and date.
    pub documents: Vec<DocumentShown>,
}

/// A document and how many facts of the data set name it, by the page that shows them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentShown {
    /// What it is.
    pub kind: DocumentKind,
    /// What it holds.
    pub summary: Text,
    /// The publication.
    pub source: Source,
    /// Facts on the network.
    pub network: u32,
    /// Facts on partner programmes.
    pub programs: u32,
    /// Cities of which it supports facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<Use>,
    /// Indicators of which it supports values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Use>,
}

/// How many facts of one thing name a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Use {
    /// Slug of the city or identifier of the indicator.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How many.
    pub facts: u32,
}
