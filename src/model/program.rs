//! A programme: what a partner does with cities of the network, and when.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Country, FocusArea, PartialDate, SourceKeys, Sources, Text};

/// `public/data/programs.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct ProgramsFile {
    /// Programmes.
    pub programs: Vec<Program>,
    /// Places that programmes name and that are no cities of the network, by slug.
    pub not_ascn: BTreeMap<String, OtherPlace>,
    /// Sources of the file.
    pub sources: Sources,
}

/// A place outside the network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct OtherPlace {
    /// Name in English.
    pub en: String,
    /// Name in Indonesian.
    pub id: String,
    /// Member state.
    pub country: Country,
}

/// What a programme mainly gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProgramKind {
    /// Money.
    Funding,
    /// Courses.
    Training,
    /// A meeting or a series of them.
    Meeting,
    /// A study.
    Study,
    /// Experts and advice.
    TechnicalAssistance,
    /// A standing network.
    Network,
    /// A public event.
    Event,
}

impl ProgramKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Funding,
        Self::Training,
        Self::Meeting,
        Self::Study,
        Self::TechnicalAssistance,
        Self::Network,
        Self::Event,
    ];

    /// The identifier in data and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Funding => "funding",
            Self::Training => "training",
            Self::Meeting => "meeting",
            Self::Study => "study",
            Self::TechnicalAssistance => "technical-assistance",
            Self::Network => "network",
            Self::Event => "event",
        }
    }

    /// The kind of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A partner programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Program {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Partner: ISO 3166-1 alpha-3 code, `EU`, or the short name of an organisation.
    pub partner: String,
    /// Partner in words.
    pub partner_name: Text,
    /// What it mainly gives.
    pub kind: ProgramKind,
    /// When it began.
    pub start: PartialDate,
    /// When it ended; absent when it goes on or no source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// Slugs of the cities it names, of the network or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<String>,
    /// Member states it works in.
    pub countries: Vec<Country>,
    /// Focus areas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<FocusArea>,
    /// Money committed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Dated steps, in order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// What it is.
    pub summary: Text,
    /// Sources.
    pub sources: SourceKeys,
}

/// A sum of money as stated at the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Amount {
    /// Whole units of the currency.
    pub value: u64,
    /// Currency.
    pub currency: Currency,
}

/// A currency, by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Australian dollar.
    Aud,
    /// Swiss franc.
    Chf,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// Japanese yen.
    Jpy,
    /// South Korean won.
    Krw,
    /// US dollar.
    Usd,
}

impl Currency {
    /// The ISO 4217 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aud => "AUD",
            Self::Chf => "CHF",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Jpy => "JPY",
            Self::Krw => "KRW",
            Self::Usd => "USD",
        }
    }
}

/// A dated step of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Milestone {
    /// When.
    pub date: PartialDate,
    /// What.
    pub title: Text,
    /// Where, as named by the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Sources.
    pub sources: SourceKeys,
}
