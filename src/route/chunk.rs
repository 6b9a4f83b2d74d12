//! Which chunk of the app's code a page needs.

use super::Route;

/// A part of the code that is loaded when something on a page needs it: see `app::chunk`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The map that the reader moves.
    Map,
    /// The pages of indicators.
    Explorer,
    /// The comparison, the pages of member states and of the data set.
    Places,
}

impl Chunk {
    /// Its name in the code and in the release.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Explorer => "explorer",
            Self::Places => "places",
        }
    }

    /// The one that the page of `route` needs at once; `None` where the app's first file will do.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home | Route::Cities(_) => Some(Self::Map),
            Route::Indicators(_) | Route::Indicator(..) => Some(Self::Explorer),
            Route::Compare(_) | Route::Countries | Route::Country(_) | Route::Data => {
                Some(Self::Places)
            }
            Route::City(_) | Route::NotFound(_) => None,
        }
    }
}
