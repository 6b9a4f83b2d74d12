//! The filters of the partner programmes, as they stand in the query.

use super::{query_of, typed};

/// What the pages of programmes show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramList {
    /// What the reader typed, at most 100 characters.
    pub text: String,
}

impl ProgramList {
    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        Self { text: typed(query) }
    }

    /// The query, empty when everything is shown.
    #[must_use]
    pub fn query(&self) -> String {
        query_of(&self.text)
    }
}
