//! The charts of the whole network: cities and projects that its sources count, by year.

use crate::i18n::Key;

/// A chart of the whole network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkChart {
    /// Member cities at the end of each year.
    Members,
    /// Projects in the network's reports, by status.
    Status,
    /// The same by focus area.
    Focus,
    /// The same by member state.
    Countries,
}

impl NetworkChart {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Members, Self::Status, Self::Focus, Self::Countries];

    /// Its word in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Status => "status",
            Self::Focus => "focus",
            Self::Countries => "countries",
        }
    }

    /// The chart with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Members => Key::MembersChart,
            Self::Status => Key::CountsTitle,
            Self::Focus => Key::ReportsByFocus,
            Self::Countries => Key::ReportsByCountry,
        }
    }
}
