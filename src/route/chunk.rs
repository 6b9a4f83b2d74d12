//! Which chunk of the app's code a page needs.

use super::Route;

/// A part of the code that is loaded when something on a page needs it: see `app::chunk`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The list of indicators.
    Indicators,
    /// An indicator's page.
    Explorer,
    /// What makes files, pictures and citations of an indicator's view.
    Take,
    /// The comparison, the pages of member states and of the data set.
    Places,
    /// The pages of partner programmes.
    Programs,
    /// The pages of projects.
    Projects,
    /// The network: its members, meetings and documents, and what the atlas is.
    Network,
    /// The search over everything.
    Search,
    /// The front page, the directory, and the map of both.
    Front,
    /// The page of widgets for other sites.
    Embed,
}

impl Chunk {
    /// Its name in the code and in the release.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Indicators => "indicators",
            Self::Explorer => "explorer",
            Self::Take => "take",
            Self::Places => "places",
            Self::Programs => "programs",
            Self::Projects => "projects",
            Self::Network => "network",
            Self::Search => "search",
            Self::Front => "front",
            Self::Embed => "embed",
        }
    }

    /// The one that the page of `route` needs at once; `None` where the app's first file will do.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home | Route::Cities(_) => Some(Self::Front),
            Route::Indicators(_) => Some(Self::Indicators),
            Route::Indicator(..) => Some(Self::Explorer),
            Route::Compare(_) | Route::Countries | Route::Country(_) | Route::Data => {
                Some(Self::Places)
            }
            Route::Programs(_) | Route::Program(_) | Route::Partner(_) => Some(Self::Programs),
            Route::Projects(_) | Route::Project(..) => Some(Self::Projects),
            Route::Network | Route::Meeting(_) | Route::Documents | Route::About => {
                Some(Self::Network)
            }
            Route::Search(_) => Some(Self::Search),
            Route::Embed(_) => Some(Self::Embed),
            Route::City(_) | Route::NotFound(_) => None,
        }
    }
}
