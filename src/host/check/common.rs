//! What holds for every file: words are not empty, sources are there, addresses are harmless.

use std::collections::BTreeSet;

use super::json::{Node, Path, Value};
use super::shape::nearest;
use super::Findings;
use crate::model::PartialDate;

/// Fields whose text is an address.
const ADDRESSES: [&str; 2] = ["url", "via"];

/// Fields that hold keys of sources.
const SOURCE_LISTS: [&str; 2] = ["sources", "summary_sources"];

/// Fields whose text becomes a part of addresses and of the names of files.
const NAMES: [&str; 2] = ["id", "partner"];

/// Years outside of these are slips.
const YEARS: std::ops::RangeInclusive<i64> = 1800..=2100;

/// Checks the whole file.
pub fn check(findings: &mut Findings<'_>) {
    let root = findings.node;
    let sources = match root.get("sources").map(|node| &node.value) {
        Some(Value::Object(sources)) => sources.as_slice(),
        _ => &[],
    };
    let mut words = Words {
        keys: sources.iter().map(|(key, _)| key.as_str()).collect(),
        used: BTreeSet::new(),
        findings,
    };
    words.walk(root, &Path::default());
    let unused: Vec<&str> = words.keys.difference(&words.used).copied().collect();
    // The gazetteer and the outlines cite for whole files.
    for key in unused {
        if findings.file.starts_with("geo/") {
            continue;
        }
        let message = "found a source that no fact names, expected one that is used";
        findings.add(Path::default().to("sources").to(key), message);
    }
    for (key, source) in sources {
        let path = Path::default().to("sources").to(key);
        findings.expect(is_name(key), path, || not_a_name(key));
        dates(&Path::default().to("sources").to(key), source, findings);
    }
}

/// A source is read after it is published.
fn dates(path: &Path, source: &Node, findings: &mut Findings<'_>) {
    let date = |key| match source.get(key).map(|node| &node.value) {
        Some(Value::Text(text)) => text.parse::<PartialDate>().ok(),
        _ => None,
    };
    if let (Some(published), Some(accessed)) = (date("published"), date("accessed")) {
        findings.expect(published <= accessed, path.to("published"), || {
            format!("found {published}, expected a date no later than \"accessed\" ({accessed})")
        });
    }
}

/// A walk through a file.
struct Words<'k, 'a, 'b> {
    keys: BTreeSet<&'k str>,
    used: BTreeSet<&'k str>,
    findings: &'a mut Findings<'b>,
}

impl<'k> Words<'k, '_, '_> {
    /// A value and what is in it.
    fn walk(&mut self, node: &'k Node, path: &Path) {
        match &node.value {
            Value::Text(text) => self.text(text, path),
            Value::Object(members) => {
                // A text in both languages has an "id" as well: Indonesian.
                let is_text = members.iter().any(|(key, _)| key == "en");
                for (key, node) in members {
                    let path = path.to(key);
                    if let (true, false, Value::Text(name)) =
                        (NAMES.contains(&key.as_str()), is_text, &node.value)
                    {
                        let message = || not_a_name(name);
                        self.findings.expect(is_name(name), path.clone(), message);
                    }
                    if key.trim().is_empty() || key.chars().any(char::is_control) {
                        self.findings
                            .add(path.clone(), "found an empty key, expected a name");
                    }
                    if SOURCE_LISTS.contains(&key.as_str()) {
                        if let Value::List(keys) = &node.value {
                            self.sources(keys, &path);
                            continue;
                        }
                    }
                    if ["year", "joined"].contains(&key.as_str()) {
                        self.year(node, &path);
                    }
                    self.walk(node, &path);
                }
            }
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let path = path.to(index);
                    if let (Some("points"), Value::List(parts)) = (path.key(), &item.value) {
                        self.point(parts, &path);
                    } else {
                        self.walk(item, &path);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// The parts of a point: year, value, keys.
    fn point(&mut self, parts: &'k [Node], path: &Path) {
        if let Some(year) = parts.first() {
            self.year(year, &path.to(0));
        }
        if let Some(Value::List(keys)) = parts.get(2).map(|node| &node.value) {
            self.sources(keys, &path.to(2));
        }
    }

    /// A year within reason.
    fn year(&mut self, node: &Node, path: &Path) {
        if let Value::Number(number) = &node.value {
            let holds = number
                .parse()
                .map_or(true, |year: i64| YEARS.contains(&year));
            self.findings.expect(holds, path.clone(), || {
                format!("found {number}, expected a year from 1800 to 2100")
            });
        }
    }

    /// A text that a reader can see.
    fn text(&mut self, text: &str, path: &Path) {
        if text.trim().is_empty() {
            self.findings
                .add(path.clone(), "found an empty text, expected words");
        } else if text.trim() != text {
            let message = format!("found {text:?}, expected no space at begin or end");
            self.findings.add(path.clone(), message);
        }
        if let Some(control) = text.chars().find(|it| it.is_control()) {
            let message = format!("found the control character {control:?}, expected none");
            self.findings.add(path.clone(), message);
        }
        if path.key().is_some_and(|key| ADDRESSES.contains(&key)) && !is_address(text) {
            let message = format!("found {text:?}, expected an address with http:// or https://");
            self.findings.add(path.clone(), message);
        }
    }

    /// Keys of sources: at least one, each there, each once.
    fn sources(&mut self, keys: &'k [Node], path: &Path) {
        if keys.is_empty() {
            let message =
                "found no source, expected at least one; a fact without a source stays out";
            self.findings.add(path.clone(), message);
        }
        for (index, node) in keys.iter().enumerate() {
            let Value::Text(key) = &node.value else {
                continue;
            };
            let path = path.to(index);
            if let Some(key) = self.keys.get(key.as_str()).copied() {
                self.used.insert(key);
            } else {
                let hint = nearest(key, self.keys.iter().copied());
                let message = format!("found {key:?}, expected a key of \"sources\"{hint}");
                self.findings.add(path.clone(), message);
            }
            let before = keys.get(..index).unwrap_or_default();
            if before.iter().any(|it| it.value == node.value) {
                let message = format!("found {key:?} again, expected it once");
                self.findings.add(path, message);
            }
        }
    }
}

/// Whether a text can be a part of an address and the name of a file on any system: words of letters
/// and digits with a hyphen, a dot or a space between two.
fn is_name(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_alphanumeric());
    text.len() <= 100 && text.split(['-', '.', ' ']).all(is_word)
}

fn not_a_name(text: &str) -> String {
    format!("found {text:?}, expected letters, digits and single hyphens, at most 100")
}

/// Whether a text is an address that a page may link to.
fn is_address(text: &str) -> bool {
    let host = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    host.is_some_and(|rest| {
        let name = rest.split(['/', '?', '#']).next().unwrap_or_default();
        name.contains('.') && !name.contains('@') && !text.contains([' ', '<', '>', '"', '\\', '`'])
    })
}
