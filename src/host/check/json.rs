//! A node: a JSON value that knows its line, so that a mistake can be shown where it stands.

use std::fmt;

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Into an object.
    Key(String),
    /// Into an array, from 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<&String> for Step {
    fn from(key: &String) -> Self {
        Self::Key(key.clone())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// The way from the root of a file to a value, written `projects[3].sources[0]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(Vec<Step>);

impl Path {
    /// The path one step further.
    #[must_use]
    pub fn to(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The last key on the path.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item(_) => None,
        })
    }

    /// The number of steps.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("(whole file)");
        }
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(item) => write!(f, "[{item}]")?,
                // A key of a megabyte is no place that one looks for by its name.
                Step::Key(key) if key.len() > 200 => {
                    write!(f, "[{:?}…]", key.chars().take(60).collect::<String>())?;
                }
                Step::Key(key) if key.is_empty() || key.contains(['.', '[', ']', ' ', '"']) => {
                    write!(f, "[{key:?}]")?;
                }
                Step::Key(key) if index == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

/// A path from its steps: `at!["projects", 3, "sources"]`.
macro_rules! at {
    ($($step:expr),* $(,)?) => {
        $crate::host::check::json::Path::default()$(.to($step))*
    };
}
pub(crate) use at;

/// A JSON value and the line on which it begins, from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Line.
    pub line: usize,
    /// Value.
    pub value: Value,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object in the order of the file, repetitions included.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The member of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(members) => members.iter().find(|(it, _)| it == key).map(|(_, it)| it),
            _ => None,
        }
    }

    /// The line of the value at `path`, or of the nearest value around it that is there.
    #[must_use]
    pub fn line_of(&self, path: &Path) -> usize {
        let mut node = self;
        for step in &path.0 {
            let next = match (step, &node.value) {
                (Step::Key(key), Value::Object(_)) => node.get(key),
                (Step::Item(item), Value::List(items)) => items.get(*item),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node.line
    }

    /// The value in a few words, for a message.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => number.clone(),
            Value::Text(text) if text.chars().count() > 60 => {
                format!("{:?}…", text.chars().take(60).collect::<String>())
            }
            Value::Text(text) => format!("{text:?}"),
            Value::List(items) => format!("a list of {}", items.len()),
            Value::Object(members) => format!("an object of {}", members.len()),
        }
    }

    /// Reads JSON that [`serde_json`] has accepted; `None` should it be none after all.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader {
            text,
            at: 0,
            line: 1,
        };
        reader.node()
    }
}

/// A place in a text while it is read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    /// The rest of the text behind white space.
    fn rest(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.take(rest.len() - trimmed.len());
        trimmed
    }

    /// Goes on by `bytes` and counts lines.
    fn take(&mut self, bytes: usize) {
        let end = self.at + bytes;
        let lines = self
            .text
            .get(self.at..end)
            .unwrap_or_default()
            .matches('\n');
        self.line += lines.count();
        self.at = end;
    }

    /// Whether the next character is `expected`, which is then behind.
    fn skip(&mut self, expected: char) -> bool {
        let there = self.rest().starts_with(expected);
        if there {
            self.take(expected.len_utf8());
        }
        there
    }

    /// The next value.
    fn node(&mut self) -> Option<Node> {
        let rest = self.rest();
        let line = self.line;
        let value = match rest.chars().next()? {
            '{' => self.object()?,
            '[' => self.list()?,
            '"' => Value::Text(self.string()?),
            _ => {
                let end = rest
                    .find([',', ']', '}', ' ', '\t', '\n', '\r'])
                    .unwrap_or(rest.len());
                self.take(end);
                match rest.get(..end)? {
                    "null" => Value::Null,
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    number => Value::Number(number.to_owned()),
                }
            }
        };
        Some(Node { line, value })
    }

    /// An object.
    fn object(&mut self) -> Option<Value> {
        let mut members = Vec::new();
        self.skip('{');
        while !self.skip('}') {
            self.skip(',');
            self.rest();
            let key = self.string()?;
            if !self.skip(':') {
                return None;
            }
            members.push((key, self.node()?));
        }
        Some(Value::Object(members))
    }

    /// An array.
    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        self.skip('[');
        while !self.skip(']') {
            self.skip(',');
            items.push(self.node()?);
        }
        Some(Value::List(items))
    }

    /// A string.
    fn string(&mut self) -> Option<String> {
        let rest = self.rest();
        let mut escaped = false;
        let close = rest.char_indices().skip(1).find(|(_, c)| {
            let closes = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            closes
        })?;
        let quoted = rest.get(..=close.0)?;
        self.take(quoted.len());
        serde_json::from_str(quoted).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_lines() {
        let node = Node::read("{\n \"a\": [1,\n  {\"b\": \"x\\\"y\\\\\"}],\n\"c\": null}").unwrap();
        assert_eq!(node.line_of(&at!["a", 0]), 2);
        assert_eq!(node.line_of(&at!["a", 1, "b"]), 3);
        assert_eq!(node.line_of(&at!["c"]), 4);
        assert_eq!(node.line_of(&at!["a", 1, "gone"]), 3);
        let text = node.get("a").unwrap();
        assert_eq!(text.words(), "a list of 2");
        let Value::List(items) = &text.value else {
            panic!()
        };
        assert_eq!(
            items[1].get("b").unwrap().value,
            Value::Text("x\"y\\".to_owned())
        );
    }

    #[test]
    fn paths_are_written_as_in_code() {
        assert_eq!(at!["a", 3, "b-c"].to_string(), "a[3].b-c");
        assert_eq!(at!["a", "b.c"].to_string(), "a[\"b.c\"]");
        assert_eq!(Path::default().to_string(), "(whole file)");
    }
}
