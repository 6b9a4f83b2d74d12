//! A meeting as its record tells it: who came, what each city presented, which partners help. And the
//! documents of the network.

use serde::{Deserialize, Serialize};

use super::network::network_types;
use super::{Country, FocusArea, Officer, SourceKeys, Text};

/// What a document of the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A text on which the network rests.
    Founding,
    /// Plans of cities.
    ActionPlan,
    /// A report on the state of the network.
    Report,
    /// A statement of leaders.
    Statement,
    /// A list of members or offices.
    List,
}

impl DocumentKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 5] = [
        Self::Founding,
        Self::ActionPlan,
        Self::Report,
        Self::Statement,
        Self::List,
    ];
}

network_types! {
    /// A document of the network: a source with what it is.
    pub struct DocumentRef {
        /// Its key among the sources of the file.
        pub source: String,
        /// What it is.
        pub kind: DocumentKind,
        /// What it holds.
        pub summary: Text,
    }

    /// Focus areas that were one topic of a series of talks.
    pub struct DiscussionTopic {
        /// At least one, in the order in which the topic names them.
        pub focus: Vec<FocusArea>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// What is told of a meeting beyond its milestone.
    pub struct MeetingRecord {
        /// The milestone's identifier.
        pub meeting: String,
        /// Who came for the state from which the record is.
        pub delegation: Delegation,
        /// What the delegation looked back on.
        pub looking_back: Vec<LookBack>,
        /// Work with partners that it reported.
        pub partners: Vec<PartnerWork>,
        /// The network at the time.
        pub network_then: NetworkThen,
        /// What each city of the delegation presented.
        pub presentations: Vec<Presentation>,
        /// What partners give, by the delegation's words.
        pub support: Vec<PartnerWork>,
        /// How it closed.
        pub closing: Statement,
    }

    /// A statement.
    pub struct Statement {
        /// In words.
        pub text: Text,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// A state's delegation.
    pub struct Delegation {
        /// The state.
        pub country: Country,
        /// Who led it.
        pub head: Officer,
        /// Offices and organisations that came along.
        pub with: Vec<Text>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// Something that happened before the meeting.
    pub struct LookBack {
        /// In words.
        pub text: Text,
        /// Milestones of the network that it speaks of.
        pub milestones: Vec<String>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// Work with a partner.
    pub struct PartnerWork {
        /// In words.
        pub text: Text,
        /// Programmes of `programs.json` that it speaks of.
        pub programs: Vec<String>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// The network as a record counts it.
    pub struct NetworkThen {
        /// Member cities.
        pub cities: u32,
        /// Member states of ASEAN.
        pub states: u32,
        /// Slugs of the delegation's own cities.
        pub own: Vec<String>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// What a city presented.
    pub struct Presentation {
        /// Slug of the city.
        pub city: String,
        /// One by one.
        pub items: Vec<Presented>,
    }

    /// One thing that a city presented.
    pub struct Presented {
        /// In words, without the values of its figure.
        pub text: Text,
        /// The project of the city that it speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub project: Option<String>,
        /// The figure that it speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub figure: Option<FigureRef>,
        /// Sources.
        pub sources: SourceKeys,
    }

    /// Two values of an indicator of the city; they stand in the city's file, not here.
    pub struct FigureRef {
        /// Identifier of the indicator.
        pub indicator: String,
        /// Calendar year of the earlier value.
        pub from: i32,
        /// Calendar year of the later value.
        pub to: i32,
    }
}
