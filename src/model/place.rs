//! Places and themes: the member states and the six focus areas of the network.

use serde::{Deserialize, Serialize};

/// A member state of ASEAN, by its ISO 3166-1 alpha-3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    /// Brunei Darussalam.
    Brn,
    /// Cambodia.
    Khm,
    /// Indonesia.
    Idn,
    /// Laos.
    Lao,
    /// Malaysia.
    Mys,
    /// Myanmar.
    Mmr,
    /// The Philippines.
    Phl,
    /// Singapore.
    Sgp,
    /// Thailand.
    Tha,
    /// Timor-Leste.
    Tls,
    /// Viet Nam.
    Vnm,
}

impl Country {
    /// Every member state, in the order of ASEAN (by English name).
    pub const ALL: [Self; 11] = [
        Self::Brn,
        Self::Khm,
        Self::Idn,
        Self::Lao,
        Self::Mys,
        Self::Mmr,
        Self::Phl,
        Self::Sgp,
        Self::Tha,
        Self::Tls,
        Self::Vnm,
    ];

    /// The ISO 3166-1 alpha-3 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Brn => "BRN",
            Self::Khm => "KHM",
            Self::Idn => "IDN",
            Self::Lao => "LAO",
            Self::Mys => "MYS",
            Self::Mmr => "MMR",
            Self::Phl => "PHL",
            Self::Sgp => "SGP",
            Self::Tha => "THA",
            Self::Tls => "TLS",
            Self::Vnm => "VNM",
        }
    }

    /// The member state of an ISO 3166-1 alpha-3 code in capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|country| country.code() == code)
    }
}

/// One of the six focus areas of the ASEAN Smart Cities Framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FocusArea {
    /// Civic and social.
    CivicSocial,
    /// Health and well-being.
    HealthWellbeing,
    /// Safety and security.
    SafetySecurity,
    /// Quality environment.
    QualityEnvironment,
    /// Built infrastructure.
    BuiltInfrastructure,
    /// Industry and innovation.
    IndustryInnovation,
}

impl FocusArea {
    /// Every focus area, in the order of the framework.
    pub const ALL: [Self; 6] = [
        Self::CivicSocial,
        Self::HealthWellbeing,
        Self::SafetySecurity,
        Self::QualityEnvironment,
        Self::BuiltInfrastructure,
        Self::IndustryInnovation,
    ];

    /// The identifier in data and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::CivicSocial => "civic-social",
            Self::HealthWellbeing => "health-wellbeing",
            Self::SafetySecurity => "safety-security",
            Self::QualityEnvironment => "quality-environment",
            Self::BuiltInfrastructure => "built-infrastructure",
            Self::IndustryInnovation => "industry-innovation",
        }
    }

    /// The focus area of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|area| area.id() == id)
    }
}
