//! What is searched for, as it stands in the query.

use form_urlencoded::{parse, Serializer};

use super::typed;
use crate::model::cut_search::Found;

/// What the page of the search shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchState {
    /// What the reader typed, at most 100 characters.
    pub text: String,
    /// The only kind of things to show; `None` for all.
    pub kind: Option<Found>,
}

impl SearchState {
    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let kind = parse(query.as_bytes()).find(|(name, _)| name == "kind");
        Self {
            text: typed(query),
            kind: kind.and_then(|(_, kind)| Found::from_id(&kind)),
        }
    }

    /// The query, empty when nothing is searched for.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.text.is_empty() {
            query.append_pair("q", &self.text);
        }
        if let Some(kind) = self.kind {
            query.append_pair("kind", kind.id());
        }
        query.finish()
    }
}
