//! `data.json`: under which terms the publications may be used that the data set draws on.

use std::collections::{BTreeMap, BTreeSet};

use super::store::Store;
use crate::model::published::{DataPage, Terms};

/// `data.json`. As in `data/sources.json`, the same title at the same address is one publication,
/// and what the first file says of it holds.
#[must_use]
pub fn page(store: &Store) -> DataPage {
    let mut known = BTreeSet::new();
    let mut without_licence = 0;
    let mut stated: BTreeMap<&str, usize> = BTreeMap::new();
    for source in store.sources().flat_map(BTreeMap::values) {
        if known.insert((&source.publisher, &source.title, &source.url)) {
            match &source.licence {
                Some(licence) => *stated.entry(licence).or_default() += 1,
                None => without_licence += 1,
            }
        }
    }
    let mut terms: Vec<Terms> = stated
        .into_iter()
        .map(|(licence, publications)| Terms {
            licence: licence.to_owned(),
            publications,
        })
        .collect();
    terms.sort_by_key(|it| std::cmp::Reverse(it.publications));
    DataPage {
        publications: known.len(),
        without_licence,
        terms,
    }
}
