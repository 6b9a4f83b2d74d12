//! The model: what the atlas knows, as plain types.
//!
//! A *fact* is a value with the keys of the sources that state it. Types here carry no behaviour
//! that needs a browser, a disk or a clock; they are read from JSON, checked on the host
//! (`atlas-data check`) and shown by the pages.
//!
//! Two groups of files share these types:
//!
//! * the **data set** in `public/data/`, which people edit ([`City`], [`Indicator`],
//!   [`ProgramsFile`], [`Network`], [`story::StoriesFile`], [`CityPoints`]), and
//! * the **cut** that `atlas-data build` makes from it for the app, one file for each thing a page
//!   loads ([`cut`], [`cut_home`], [`cut_map`], [`cut_network`], [`cut_programs`], [`cut_projects`],
//!   [`cut_search`], [`published`]).

mod city;
pub mod cut;
pub mod cut_home;
mod cut_indicators;
pub mod cut_map;
pub mod cut_network;
pub mod cut_programs;
pub mod cut_projects;
pub mod cut_search;
mod date;
mod geo;
mod indicator;
mod meeting;
mod network;
mod place;
mod program;
pub mod published;
mod source;
pub mod story;
mod text;
mod topic;
mod unit;

pub use city::{
    Area, City, CityName, Conflict, Joined, LocalName, Location, Officer, OfficerRole, Population,
    Project, ProjectKind, ProjectStatus,
};
pub use date::{PartialDate, PartialDateError};
pub use geo::{CityPoint, CityPoints, GeoBounds, GeoSources};
pub use indicator::{Better, Indicator, Level, Point, Scope, Series};
pub use meeting::{
    Delegation, DiscussionTopic, DocumentKind, DocumentRef, FigureRef, LookBack, MeetingRecord,
    NetworkThen, PartnerWork, Presentation, Presented, Statement,
};
pub use network::{
    ByStatus, Chair, FocusAreaInfo, Framework, FrameworkPart, Member, MemberCity, MemberTotal,
    Membership, Network, NetworkMilestone, NetworkMilestoneKind, ProjectTotals, Report, Shepherd,
    StatusCounts, TermsOfReference,
};
pub use place::{Country, FocusArea};
pub use program::{Amount, Currency, Milestone, OtherPlace, Program, ProgramKind, ProgramsFile};
pub use source::{Source, SourceKeys, Sources};
pub use text::{Lang, Text};
pub use topic::Topic;
pub use unit::Unit;
