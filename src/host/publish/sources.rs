//! The list of sources: every publication that the data set draws on, and what it supports.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::Published;
use crate::host::{Error, Result};
use crate::model::Source;

/// A publication with all that rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The publication, as the first file that names it has it.
    #[serde(flatten)]
    pub source: Source,
    /// What it supports, by file.
    pub supports: Vec<Support>,
    /// How many facts it supports in all files.
    pub facts: usize,
}

/// What a publication supports in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    /// Name of the file below `data/`.
    pub file: String,
    /// Its key among the sources of the file.
    pub key: String,
    /// How many facts of each kind; a kind is the field of the file in which the fact stands
    /// (`projects`, `population`), and each point of a series is a fact.
    pub facts: BTreeMap<String, usize>,
}

/// The sources of all `files` in order of publisher and title. The same title at the same address is
/// one publication, whatever its key.
///
/// # Errors
///
/// When a file with sources is not of the shape of the data set.
pub fn list(files: &[Published]) -> Result<Vec<Listed>> {
    let mut list: BTreeMap<(String, String, Option<String>), Listed> = BTreeMap::new();
    for (name, content) in files {
        let wrong = |error: serde_json::Error| Error::Cut(format!("data/{name}: {error}"));
        let is_json = std::path::Path::new(name)
            .extension()
            .is_some_and(|it| it == "json");
        if !is_json || name.starts_with("schema/") {
            continue;
        }
        let file: Value = serde_json::from_slice(content).map_err(wrong)?;
        let Some(sources) = file.get("sources").and_then(Value::as_object) else {
            continue;
        };
        let mut facts = Facts::new();
        count_file(&file, &mut facts);
        for (key, source) in sources {
            let source: Source = serde_json::from_value(source.clone()).map_err(wrong)?;
            let identity = (
                source.publisher.clone(),
                source.title.clone(),
                source.url.clone(),
            );
            let listed = list.entry(identity).or_insert_with(|| Listed {
                source,
                supports: Vec::new(),
                facts: 0,
            });
            let facts = facts.remove(key).unwrap_or_default();
            listed.facts += facts.values().sum::<usize>();
            listed.supports.push(Support {
                file: name.clone(),
                key: key.clone(),
                facts,
            });
        }
    }
    Ok(list.into_values().collect())
}

/// How many facts of each kind name a source, by its key.
type Facts = BTreeMap<String, BTreeMap<String, usize>>;

fn count_file(file: &Value, facts: &mut Facts) {
    let Some(fields) = file.as_object() else {
        return;
    };
    for (kind, value) in fields.iter().filter(|(kind, _)| *kind != "sources") {
        match kind.strip_suffix("_sources") {
            // The sources of a field that is a text.
            Some(kind) => add(value, kind, 1, facts),
            None => count(value, kind, facts),
        }
    }
    // What the file states as a whole.
    if let Some(keys) = file.get("sources").filter(|it| it.is_array()) {
        add(keys, "file", 1, facts);
    }
}

fn count(value: &Value, kind: &str, facts: &mut Facts) {
    match value {
        Value::Object(fields) => {
            let points = fields.get("points").and_then(Value::as_array);
            // Points that name no source of their own have those of their series.
            let own = |it: &&Value| it.as_array().is_some_and(|it| it.len() < 3);
            let weight = points
                .filter(|points| points.iter().all(Value::is_array))
                .map_or(1, |points| points.iter().filter(own).count());
            for (name, value) in fields {
                if name == "sources" {
                    add(value, kind, weight, facts);
                } else {
                    count(value, kind, facts);
                }
            }
        }
        Value::Array(items) => match items.as_slice() {
            // A point with sources of its own.
            [Value::Number(_), Value::Number(_), keys @ Value::Array(_)] => {
                add(keys, kind, 1, facts);
            }
            _ => items.iter().for_each(|it| count(it, kind, facts)),
        },
        _ => {}
    }
}

/// Counts `weight` facts of `kind` for each of `keys`.
fn add(keys: &Value, kind: &str, weight: usize, facts: &mut Facts) {
    let keys = keys.as_array().map(Vec::as_slice).unwrap_or_default();
    for key in keys.iter().filter_map(Value::as_str) {
        let kinds = facts.entry(key.to_owned()).or_default();
        *kinds.entry(kind.to_owned()).or_default() += weight;
    }
}
