//! Reading the index of the search.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut_search::{Found, SearchEntry, SearchGroup, SearchIndex, SearchPart};
use crate::search::Everything;

record!(SearchIndex { groups } or { parts });
record!(SearchPart { start } or { left });
record!(SearchGroup { kind, entries } or {});
record!(SearchEntry { to, en } or { id, about_en, about_id, also });

impl FromJson for Found {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        Self::from_id(&walk.text(json)).unwrap_or_else(|| {
            walk.wrong("a known name");
            Self::City
        })
    }
}

/// The index is made ready once, as it comes.
impl FromJson for Everything {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        Self::new(SearchIndex::take(json, walk))
    }
}
