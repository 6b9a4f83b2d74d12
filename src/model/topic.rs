//! A topic: what an indicator is about, for the list of indicators.

use serde::{Deserialize, Serialize};

/// What an indicator is about. Every indicator has exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// How many people there are, and how many of them live in cities.
    Population,
    /// Income, work, trade and tourism.
    Economy,
    /// Poverty, equality, homes, schooling and human development.
    LivingConditions,
    /// Health and its services.
    Health,
    /// Connections, devices and digital services in use.
    Digital,
    /// Roads and public transport.
    Mobility,
    /// Air, waste, forests, water and energy.
    Environment,
    /// How states and cities are run, online and off.
    Governance,
}

impl Topic {
    /// Every topic, in the order in which the list shows them.
    pub const ALL: [Self; 8] = [
        Self::Population,
        Self::Economy,
        Self::LivingConditions,
        Self::Health,
        Self::Digital,
        Self::Mobility,
        Self::Environment,
        Self::Governance,
    ];

    /// The identifier in data and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Economy => "economy",
            Self::LivingConditions => "living-conditions",
            Self::Health => "health",
            Self::Digital => "digital",
            Self::Mobility => "mobility",
            Self::Environment => "environment",
            Self::Governance => "governance",
        }
    }

    /// The topic of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Named as _;
    use crate::model::Lang;

    #[test]
    fn every_topic_has_its_own_name_in_both_languages() {
        for (place, topic) in Topic::ALL.into_iter().enumerate() {
            assert_eq!(Topic::from_id(topic.id()), Some(topic));
            for other in Topic::ALL.into_iter().skip(place + 1) {
                for lang in Lang::ALL {
                    assert_ne!(topic.key().text(lang), other.key().text(lang));
                }
            }
        }
        assert_eq!(Topic::from_id("Health"), None);
    }
}
