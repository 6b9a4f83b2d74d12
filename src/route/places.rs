//! Places in a query: identifiers of cities and member states, with commas between them.

use super::is_slug;
use crate::model::Country;

/// The first `most` identifiers, each once; what can be none is left out.
pub(crate) fn read_places<'a>(ids: impl Iterator<Item = &'a str>, most: usize) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for id in ids {
        let may_be = !id.is_empty() && (is_slug(id) || Country::from_code(id).is_some());
        if may_be && places.len() < most && !places.iter().any(|it| it == id) {
            places.push(id.to_owned());
        }
    }
    places
}

/// Adds a part to a query. The value must need no encoding: letters, digits, hyphens and commas.
#[inline(never)] // one call for each part
pub(crate) fn write_pair(query: &mut String, name: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
    query.push_str(value);
}

/// Adds identifiers to a query as one part.
pub(crate) fn write_places(query: &mut String, name: &str, ids: &[String]) {
    write_pair(query, name, &ids.join(","));
}
