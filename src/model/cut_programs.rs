//! The parts of the cut about partner programmes: their list, each of them, and each partner.

use serde::{Deserialize, Serialize};

use super::{Country, FocusArea, PartialDate, Program, ProgramKind, Sources, Text};

/// `programs/index.json`: every programme in short, for the timeline, the list and its filters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramIndex {
    /// Programmes in order of their start.
    pub programs: Vec<ProgramEntry>,
    /// Their partners, those with most programmes first.
    pub partners: Vec<Partner>,
    /// The cities that they name, in order of their English names.
    pub places: Vec<ProgramPlace>,
}

/// A programme in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramEntry {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Slug of its partner.
    pub partner: String,
    /// Partner in words, as the programme names it.
    pub partner_name: Text,
    /// What it mainly gives.
    pub kind: ProgramKind,
    /// When it began.
    pub start: PartialDate,
    /// When it ended; absent when it goes on or no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Slugs of the cities that it names, in the network or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<String>,
    /// Member states it works in.
    pub countries: Vec<Country>,
    /// Focus areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<FocusArea>,
    /// Its milestones in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<ProgramMark>,
}

/// A milestone in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramMark {
    /// When.
    pub date: PartialDate,
    /// What.
    pub title: Text,
}

/// A partner: a state, or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Slug, as [`crate::route::partner_slug`] makes it.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// A city that a programme names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramPlace {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Member state.
    pub country: Country,
    /// Whether it is a city of the network, which has a profile.
    pub member: bool,
}

/// `programs/<id>.json`: everything of a programme's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgramPage {
    /// The programme.
    pub program: Program,
    /// Its partner.
    pub partner: Partner,
    /// The cities that it names, in its order.
    pub places: Vec<ProgramPlace>,
    /// Other programmes that have a partner, a city or a focus area in common, nearest first.
    pub related: Vec<RelatedProgram>,
    /// Sources.
    pub sources: Sources,
}

/// Another programme with something in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedProgram {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// When it began.
    pub start: PartialDate,
    /// When it ended; absent when it goes on or no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Whether both have the same partner.
    pub same_partner: bool,
    /// Slugs of the cities that both name, in the order of [`ProgramPage::places`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<String>,
    /// Focus areas that both have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<FocusArea>,
}

/// `partners/<slug>.json`: everything of a partner's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartnerPage {
    /// The partner.
    pub partner: Partner,
    /// Its programmes in order of their start.
    pub programs: Vec<Program>,
    /// The cities that they name, in order of their English names.
    pub places: Vec<ProgramPlace>,
    /// Sources.
    pub sources: Sources,
}
