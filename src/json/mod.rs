//! Reading the cut in the browser: from JSON text to the types of the model.
//!
//! The host reads and writes the same types with serde's derived code. That code is made anew for
//! each type and weighs 42 kB (brotli) in the app's wasm; reading into a tree first and taking the
//! fields from it weighs a third. A test holds the two readings equal on every file of the cut, and
//! on every name of every closed set.

mod records;

use serde_json::error::Category;
use serde_json::Value;

use crate::model::{PartialDate, SourceKeys, Sources};

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The JSON ends before its end.
    Truncated,
    /// The text is no JSON.
    NotJson(String),
    /// The JSON is whole and lacks something, or has something else in its place.
    Shape(Shape),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Truncated => f.write_str("the text ends too soon"),
            Self::NotJson(detail) => f.write_str(detail),
            Self::Shape(shape) => write!(f, "{}: expected {}", shape.path, shape.expected),
        }
    }
}

impl std::error::Error for Error {}

/// Where a tree differs from what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Path to the place, such as `city.projects[2].name`.
    pub path: String,
    /// What was expected there.
    pub expected: &'static str,
}

impl Shape {
    fn new(expected: &'static str) -> Self {
        Self {
            path: String::new(),
            expected,
        }
    }

    /// The same, seen from one step further out.
    #[cold]
    #[inline(never)]
    fn below(mut self, step: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{step}{dot}{}", self.path);
        self
    }
}

/// A type that can be taken from a tree.
pub trait FromJson: Sized {
    /// Takes the value.
    ///
    /// # Errors
    ///
    /// When the tree has another form.
    fn from_json(json: &Value) -> Result<Self, Shape>;
}

/// Reads `text` as `T`.
///
/// # Errors
///
/// When the text is no JSON, breaks off, or has another form.
pub fn read<T: FromJson>(text: &str) -> Result<T, Error> {
    T::from_json(&tree(text)?).map_err(Error::Shape)
}

fn tree(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Eof if !text.trim_start().is_empty() => Error::Truncated,
        _ => Error::NotJson(error.to_string()),
    })
}

/// A field that must be there.
#[inline(never)] // one call for each field
fn field<T: FromJson>(json: &Value, name: &str) -> Result<T, Shape> {
    let value = json
        .get(name)
        .ok_or_else(|| Shape::new("a value").below(name))?;
    T::from_json(value).map_err(|shape| shape.below(name))
}

/// A field that stands for `T::default()` when it is absent.
#[inline(never)] // one call for each field
fn optional<T: FromJson + Default>(json: &Value, name: &str) -> Result<T, Shape> {
    match json.get(name) {
        None | Some(Value::Null) => Ok(T::default()),
        Some(value) => T::from_json(value).map_err(|shape| shape.below(name)),
    }
}

fn items<'a>(json: &'a Value) -> Result<&'a [Value], Shape> {
    json.as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| Shape::new("a list"))
}

/// The item of a list at a place.
fn item<T: FromJson>(items: &[Value], place: usize) -> Result<T, Shape> {
    let step = || format!("[{place}]");
    let value = items
        .get(place)
        .ok_or_else(|| Shape::new("an item").below(&step()))?;
    T::from_json(value).map_err(|shape| shape.below(&step()))
}

fn text(json: &Value) -> Result<&str, Shape> {
    json.as_str().ok_or_else(|| Shape::new("a text"))
}

fn whole(json: &Value) -> Result<i64, Shape> {
    json.as_i64().ok_or_else(|| Shape::new("a whole number"))
}

impl FromJson for String {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        text(json).map(str::to_owned)
    }
}

impl FromJson for f64 {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        json.as_f64().ok_or_else(|| Shape::new("a number"))
    }
}

impl FromJson for bool {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        json.as_bool().ok_or_else(|| Shape::new("true or false"))
    }
}

/// Whole numbers that must fit the type.
macro_rules! whole_numbers {
    ($($type:ty),+) => {
        $(impl FromJson for $type {
            fn from_json(json: &Value) -> Result<Self, Shape> {
                whole(json)?.try_into().map_err(|_| Shape::new("a number in range"))
            }
        })+
    };
}

whole_numbers!(i32, u32, u64);

impl FromJson for PartialDate {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        text(json)?.parse().map_err(|_| Shape::new("a date"))
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        T::from_json(json).map(Some)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        let items = items(json)?;
        // A plain loop: a third of the bytes of `collect`, which is made anew for each type.
        let mut list = Self::with_capacity(items.len());
        for place in 0..items.len() {
            list.push(item(items, place)?);
        }
        Ok(list)
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        let items = items(json)?;
        Ok((item(items, 0)?, item(items, 1)?))
    }
}

impl FromJson for [u32; 4] {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        let items = items(json)?;
        Ok([
            item(items, 0)?,
            item(items, 1)?,
            item(items, 2)?,
            item(items, 3)?,
        ])
    }
}

impl FromJson for Sources {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        let fields = json.as_object().ok_or_else(|| Shape::new("an object"))?;
        let mut sources = Self::new();
        for key in fields.keys() {
            sources.insert(key.clone(), field(json, key)?);
        }
        Ok(sources)
    }
}

impl FromJson for crate::model::Point {
    fn from_json(json: &Value) -> Result<Self, Shape> {
        let items = items(json)?;
        let sources: SourceKeys = if items.len() > 2 {
            item(items, 2)?
        } else {
            Vec::new()
        };
        Ok(Self {
            year: item(items, 0)?,
            value: item(items, 1)?,
            sources,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cut::Index;
    use crate::model::{Point, Text};

    #[test]
    fn each_failure_has_its_kind() {
        assert_eq!(
            read::<Text>("{\"en\":\"a\",\"id\":\"b"),
            Err(Error::Truncated)
        );
        assert!(matches!(
            read::<Text>("<!doctype html>"),
            Err(Error::NotJson(_))
        ));
        assert!(matches!(read::<Text>(""), Err(Error::NotJson(_))));
        for text in [
            "{\"en\":\"a\"}",
            "{\"en\":\"a\",\"id\":1}",
            "[]",
            "null",
            "{\"unexpected\":true}",
        ] {
            assert!(matches!(read::<Text>(text), Err(Error::Shape(_))), "{text}");
        }
    }

    #[test]
    fn a_wrong_form_names_its_place() {
        let text = r#"{"data_date":"2026","cities":[{"id":"a","name":{"en":1}}]}"#;
        let error = read::<Index>(text).unwrap_err();
        assert_eq!(error.to_string(), "cities[0].name.en: expected a text");
        let error = read::<Index>(r#"{"data_date":"soon","cities":[]}"#).unwrap_err();
        assert_eq!(error.to_string(), "data_date: expected a date");
    }

    #[test]
    fn points_have_two_or_three_parts() {
        let point = |sources| Point {
            year: 2023,
            value: 7.89,
            sources,
        };
        assert_eq!(read("[2023,7.89]"), Ok(point(vec![])));
        assert_eq!(read("[2023,7.89,[\"1\"]]"), Ok(point(vec!["1".to_owned()])));
        assert!(read::<Point>("[2023]").is_err());
        assert!(read::<Point>("[2023.5,1]").is_err());
        assert!(read::<Point>("[99999999999,1]").is_err());
    }
}
