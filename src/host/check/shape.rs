//! The shape of a file: which fields there are and what they hold, by the published JSON Schema.
//!
//! Knows the part of JSON Schema that the data set's schemas use. Unlike reading the file into a
//! type, it finds every mistake of a file, not only the first.

use std::collections::BTreeSet;

use serde_json::Value as Schema;

use super::json::{Node, Path, Value};
use super::Findings;
use crate::model::PartialDate;

/// Checks the whole file.
pub fn check(schema: &Schema, findings: &mut Findings<'_>) {
    let node = findings.node;
    Shape {
        root: schema,
        findings,
    }
    .node(node, &Path::default(), schema);
}

/// A file and its schema.
struct Shape<'a, 'b> {
    root: &'a Schema,
    findings: &'a mut Findings<'b>,
}

impl<'a> Shape<'a, '_> {
    /// A value against its schema.
    fn node(&mut self, node: &Node, path: &Path, schema: &'a Schema) {
        if node.value == Value::Null {
            let message = "found null, expected a value; leave the field out when it is unknown";
            self.findings.add(path.clone(), message);
            return;
        }
        if let Some(name) = schema.get("$ref").and_then(Schema::as_str) {
            let name = name.trim_start_matches("#/$defs/");
            let to = self.root.get("$defs").and_then(|defs| defs.get(name));
            match (name, &node.value) {
                ("PartialDate", Value::Text(text)) => {
                    if let Err(error) = text.parse::<PartialDate>() {
                        self.findings
                            .add(path.clone(), format!("found {text:?}, {error}"));
                    }
                }
                _ => {
                    if let Some(to) = to {
                        self.node(node, path, to);
                    }
                }
            }
            return;
        }
        if let Some(options) = schema.get("oneOf").and_then(Schema::as_array) {
            self.one_of(node, path, options);
            return;
        }
        let kind = schema.get("type").and_then(Schema::as_str);
        match (kind, &node.value) {
            (Some("object"), Value::Object(members)) => self.object(members, path, schema),
            (Some("array"), Value::List(items)) => self.list(items, path, schema),
            (Some("integer"), Value::Number(number)) => {
                let least = schema.get("minimum").and_then(Schema::as_i64);
                let whole = number.parse::<i64>();
                if whole.is_err() || whole.is_ok_and(|it| least.is_some_and(|least| it < least)) {
                    let expected = if least == Some(0) {
                        "a whole number from 0"
                    } else {
                        "a whole number"
                    };
                    self.wrong(node, path, expected);
                }
            }
            (Some("number"), Value::Number(number)) => {
                if !number.parse::<f64>().is_ok_and(f64::is_finite) {
                    self.wrong(node, path, "a finite number");
                }
            }
            (Some("string"), Value::Text(_)) | (Some("boolean"), Value::Bool(_)) | (None, _) => {}
            (Some(kind), _) => {
                let expected = match kind {
                    "object" => "an object",
                    "array" => "a list",
                    "integer" => "a whole number",
                    "number" => "a number",
                    "boolean" => "true or false",
                    _ => "a text",
                };
                self.wrong(node, path, expected);
            }
        }
    }

    /// A mistake of kind or value.
    fn wrong(&mut self, node: &Node, path: &Path, expected: &str) {
        let message = format!("found {}, expected {expected}", node.words());
        self.findings.add(path.clone(), message);
    }

    /// A value of a closed set: a word, or an object whose one field says which of them it is.
    fn one_of(&mut self, node: &Node, path: &Path, options: &'a [Schema]) {
        if let Value::Object(members) = &node.value {
            let field = |option: &'a Schema| option.get("properties")?.as_object()?.keys().next();
            let fields: Vec<&str> = options
                .iter()
                .filter_map(field)
                .map(String::as_str)
                .collect();
            let first = members.first().map_or("", |(key, _)| key.as_str());
            let named = |option: &&'a Schema| field(option).is_some_and(|it| it == first);
            if let Some(option) = options.iter().find(named) {
                self.object(members, path, option);
            } else {
                let hint = nearest(first, fields.iter().copied());
                let expected = format!("one of {}{hint}", fields.join(", "));
                let message = format!("found \"{first}\", expected {expected}");
                self.findings.add(path.clone(), message);
            }
            return;
        }
        let words: Vec<&str> = options
            .iter()
            .filter_map(|option| option.get("const").and_then(Schema::as_str))
            .collect();
        match &node.value {
            Value::Text(text) if words.contains(&text.as_str()) => {}
            Value::Text(text) => {
                let hint = nearest(text, words.iter().copied());
                self.wrong(node, path, &format!("one of {}{hint}", words.join(", ")));
            }
            _ => self.wrong(node, path, &format!("one of {}", words.join(", "))),
        }
    }

    /// The members of an object.
    fn object(&mut self, members: &[(String, Node)], path: &Path, schema: &'a Schema) {
        let known = schema.get("properties").and_then(Schema::as_object);
        let others = schema.get("additionalProperties");
        let mut seen = BTreeSet::new();
        for (key, node) in members {
            let path = path.to(key);
            if !seen.insert(key) {
                // The path leads to the first of the two.
                self.findings.add(
                    path.clone(),
                    format!(
                        "found \"{key}\" again on line {}, expected it once",
                        node.line
                    ),
                );
            }
            match (known.and_then(|known| known.get(key)), others) {
                (Some(schema), _) => self.node(node, &path, schema),
                (None, Some(Schema::Object(_))) => {
                    if let Some(schema) = others {
                        self.node(node, &path, schema);
                    }
                }
                (None, _) => {
                    let fields = known
                        .into_iter()
                        .flat_map(|it| it.keys().map(String::as_str));
                    let hint = nearest(key, fields);
                    self.findings
                        .add(path, format!("found an unknown field, expected none{hint}"));
                }
            }
        }
        let required = schema.get("required").and_then(Schema::as_array);
        for key in required.into_iter().flatten().filter_map(Schema::as_str) {
            if !members.iter().any(|(it, _)| it == key) {
                let message = format!("expected a field \"{key}\", found none");
                self.findings.add(path.clone(), message);
            }
        }
    }

    /// The items of an array.
    fn list(&mut self, items: &[Node], path: &Path, schema: &'a Schema) {
        let first = schema.get("prefixItems").and_then(Schema::as_array);
        let rest = schema.get("items").filter(|it| it.is_object());
        let bound = |name| schema.get(name).and_then(Schema::as_u64);
        let most = bound("maxItems").or_else(|| {
            let closed = schema.get("items") == Some(&Schema::Bool(false));
            first.filter(|_| closed).map(|first| first.len() as u64)
        });
        let count = items.len() as u64;
        let least = bound("minItems").unwrap_or(0);
        if count < least || most.is_some_and(|most| count > most) {
            let what = schema.get("description").and_then(Schema::as_str);
            let expected = match (what, most) {
                (Some(what), _) if first.is_some() => what.to_owned(),
                (_, Some(most)) => format!("{least} to {most} items"),
                (_, None) => format!("at least {least}"),
            };
            let message = format!("found a list of {count}, expected: {expected}");
            self.findings.add(path.clone(), message);
        }
        for (index, item) in items.iter().enumerate() {
            let schema = first.and_then(|first| first.get(index)).or(rest);
            if let Some(schema) = schema {
                self.node(item, &path.to(index), schema);
            }
        }
    }
}

/// ` (did you mean …?)` for the word that is nearest to `found`, if one is near.
pub fn nearest<'w>(found: &str, words: impl Iterator<Item = &'w str>) -> String {
    // Too long for any to be near, and to be compared letter by letter: a megabyte takes minutes.
    let letters = found.chars().take(MOST_LETTERS + 1).count();
    let least = |word: &&str| letters.abs_diff(word.chars().count());
    words
        .filter(|word| letters <= MOST_LETTERS && is_near(least(word), word))
        .map(|word| (distance(found, word), word))
        .filter(|(distance, word)| is_near(*distance, word))
        .min()
        .map_or_else(String::new, |(_, word)| {
            format!(" (did you mean \"{word}\"?)")
        })
}

/// Letters of the longest word that others are looked for beside.
const MOST_LETTERS: usize = 200;

/// Whether so many letters make another word of `word`, and not one that has nothing to do with it.
fn is_near(distance: usize, word: &str) -> bool {
    distance * 3 <= word.chars().count().max(3)
}

/// The number of letters to change, add or drop between two words (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for (at, it) in other.iter().enumerate() {
            let value = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let change = value(&row, at) + usize::from(*it != letter);
            next.push(
                change
                    .min(value(&row, at + 1) + 1)
                    .min(value(&next, at) + 1),
            );
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
