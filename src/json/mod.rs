//! Reading the cut in the browser: from JSON text to the types of the model.
//!
//! The host reads and writes the same types with serde's derived code. That code is made anew for
//! each type and weighs about 40 kB (brotli) in the app's wasm; taking the fields from a [`Tree`]
//! weighs a quarter of it. Tests hold the two readings equal on every file of the cut, on mutants of
//! them and on every name of every closed set.

mod home;
mod network;
mod parser;
mod programs;
mod projects;
mod records;
mod scalar;
mod search;
mod tree;
#[cfg(any(feature = "words", feature = "widget"))]
mod widget;

use std::borrow::Cow;

pub use tree::Tree;

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

/// A walk through a tree that remembers where it is and the first thing that was not as expected.
///
/// Values are taken without an early return: after a mistake the walk goes on with stand-ins and
/// its result is thrown away. This halves the code, which else would have to clean up what it had
/// taken so far at each field.
#[derive(Debug, Default)]
pub struct Walk {
    steps: Vec<Step>,
    wrong: Option<Shape>,
}

/// A step into a tree.
#[derive(Clone, Copy, Debug)]
enum Step {
    Field(&'static str),
    Item(usize),
}

impl Walk {
    #[cold]
    fn wrong(&mut self, expected: &'static str) {
        if self.wrong.is_some() {
            return;
        }
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Step::Item(place) => {
                    path.push('[');
                    path.push_str(&place.to_string());
                    path.push(']');
                }
            }
        }
        self.wrong = Some(Shape { path, expected });
    }

    #[inline(never)] // one call for each field
    fn text(&mut self, json: &Tree) -> String {
        json.text().unwrap_or_else(|| {
            self.wrong("a text");
            String::new()
        })
    }

    /// A text that is not kept.
    #[inline(never)] // one call for each field
    fn words<'a>(&mut self, json: &Tree<'a>) -> Cow<'a, str> {
        json.words().unwrap_or_else(|| {
            self.wrong("a text");
            Cow::Borrowed("")
        })
    }

    fn number(&mut self, json: &Tree) -> f64 {
        json.number().unwrap_or_else(|| {
            self.wrong("a number");
            0.0
        })
    }

    fn whole(&mut self, number: f64) -> i64 {
        // Beyond 2^53 not every whole number can be told from its neighbours.
        if number.trunc() != number || number.abs() > 9_007_199_254_740_992.0 {
            self.wrong("a whole number");
            return 0;
        }
        #[allow(clippy::cast_possible_truncation)] // checked above
        let whole = number as i64;
        whole
    }

    fn in_range<T: TryFrom<i64> + Default>(&mut self, number: f64) -> T {
        self.whole(number).try_into().unwrap_or_else(|_| {
            self.wrong("a number in range");
            T::default()
        })
    }

    fn length(&mut self, json: &Tree) -> usize {
        json.length().unwrap_or_else(|| {
            self.wrong("a list");
            0
        })
    }
}

/// A type that can be taken from a tree.
pub trait FromJson: Sized {
    /// Takes the value; when the tree has another form, tells the walk and gives a stand-in.
    fn take(json: &Tree, walk: &mut Walk) -> Self;
}

/// Reads `text` as `T`.
///
/// # Errors
///
/// When the text is no JSON, breaks off, or has another form.
pub fn read<T: FromJson>(text: &str) -> Result<T, Error> {
    let mut walk = Walk::default();
    let value = Tree::parse(text, |tree| T::take(tree, &mut walk))?;
    match walk.wrong {
        None => Ok(value),
        Some(shape) => Err(Error::Shape(shape)),
    }
}

/// Whether `text` is JSON, whole, and something: not a page of the host, nor cut off, wherever.
#[must_use]
pub fn is_whole(text: &str) -> bool {
    Tree::parse(text, |tree| !tree.is_absent()).unwrap_or_default()
}

/// A field that must be there.
#[inline(never)] // one call for each field
fn field<T: FromJson>(json: &Tree, name: &'static str, walk: &mut Walk) -> T {
    let value = json.field(name);
    walk.steps.push(Step::Field(name));
    if value.is_absent() {
        walk.wrong("a value");
    }
    let value = T::take(&value, walk);
    walk.steps.pop();
    value
}

/// A field that stands for `T::default()` when it is absent.
#[inline(never)] // one call for each field
fn optional<T: FromJson + Default>(json: &Tree, name: &'static str, walk: &mut Walk) -> T {
    let value = json.field(name);
    if value.is_absent() {
        return T::default();
    }
    walk.steps.push(Step::Field(name));
    let value = T::take(&value, walk);
    walk.steps.pop();
    value
}

/// The item of a list at a place. What is absent there is no value of any type, which its taker says.
fn item<T: FromJson>(list: &Tree, place: usize, walk: &mut Walk) -> T {
    walk.steps.push(Step::Item(place));
    let value = T::take(&list.item(place), walk);
    walk.steps.pop();
    value
}

impl FromJson for String {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        walk.text(json)
    }
}

impl FromJson for f64 {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        walk.number(json)
    }
}

impl FromJson for bool {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        json.flag().unwrap_or_else(|| {
            walk.wrong("true or false");
            false
        })
    }
}

/// Whole numbers that must fit the type.
macro_rules! whole_numbers {
    ($($type:ty),+) => {
        $(impl FromJson for $type {
            fn take(json: &Tree, walk: &mut Walk) -> Self {
                let number = walk.number(json);
                walk.in_range(number)
            }
        })+
    };
}

whole_numbers!(i32, u64, usize);

/// The largest count that is read: nothing here counts so many projects, cities or facts, and a sum of
/// a few counts is still a number.
const MOST_COUNT: f64 = 100_000_000.0;

impl FromJson for u32 {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        let number = walk.number(json);
        if number > MOST_COUNT {
            walk.wrong("a number in range");
            return 0;
        }
        walk.in_range(number)
    }
}

impl FromJson for PartialDate {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        walk.words(json).parse().unwrap_or_else(|_| {
            walk.wrong("a date");
            Self {
                year: 1000,
                month: None,
                day: None,
            }
        })
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        Some(T::take(json, walk))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        let length = walk.length(json);
        let mut list = Vec::with_capacity(length);
        for (place, item) in json.items().enumerate() {
            walk.steps.push(Step::Item(place));
            list.push(T::take(&item, walk));
            walk.steps.pop();
        }
        list
    }
}

impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        walk.length(json);
        (item(json, 0, walk), item(json, 1, walk))
    }
}

impl FromJson for [u32; 4] {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        walk.length(json);
        [0, 1, 2, 3].map(|place| item(json, place, walk))
    }
}

impl FromJson for Sources {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        let mut sources = Self::new();
        let Some(fields) = json.fields() else {
            walk.wrong("an object");
            return sources;
        };
        for (place, (key, source)) in fields.into_iter().enumerate() {
            walk.steps.push(Step::Item(place));
            sources.insert(key, FromJson::take(&source, walk));
            walk.steps.pop();
        }
        sources
    }
}

impl FromJson for crate::model::Point {
    fn take(json: &Tree, walk: &mut Walk) -> Self {
        let sources: SourceKeys = if walk.length(json) > 2 {
            item(json, 2, walk)
        } else {
            Vec::new()
        };
        Self {
            year: item(json, 0, walk),
            value: item(json, 1, walk),
            sources,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cut::Index;
    use crate::model::{Point, Text};

    #[test]
    fn what_is_cut_off_behind_a_brace_is_not_whole() {
        assert!(is_whole("{\"a\":[{\"b\":1}]}\n"));
        for text in ["{\"a\":[{\"b\":1}", "<!doctype html>", "", "null"] {
            assert!(!is_whole(text), "{text}");
        }
    }

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
        // All at once and one by one.
        let list = read::<Vec<Point>>("[[2023,7.89],[2023,7.89]]");
        assert_eq!(list, Ok(vec![point(vec![]), point(vec![])]));
        let list = read::<Vec<Point>>("[[2023,7.89],[2023,7.89,[\"1\"]]]");
        assert_eq!(list, Ok(vec![point(vec![]), point(vec!["1".to_owned()])]));
        assert_eq!(read::<Vec<Point>>("[]"), Ok(vec![]));
        for (list, said) in [
            ("[[2023,1],[2023.5,1]]", "[1][0]: expected a whole number"),
            (
                "[[2023,1],[99999999999,1]]",
                "[1][0]: expected a number in range",
            ),
            ("[[2023,1,2024],[2],[3]]", "[0][2]: expected a list"),
            ("[[2023,null]]", "[0][1]: expected a number"),
            ("[[2023,\"1\"]]", "[0][1]: expected a number"),
            ("[[2023,true]]", "[0][1]: expected a number"),
            ("[2023,1]", "[0]: expected a list"),
            ("[{\"0\":2023,\"1\":1}]", "[0]: expected a list"),
            ("{}", ": expected a list"),
        ] {
            let error = read::<Vec<Point>>(list).unwrap_err();
            assert_eq!(error.to_string(), said, "{list}");
        }
    }
}
