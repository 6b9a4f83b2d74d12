//! A tree: JSON that has been parsed and not yet taken apart.
//!
//! In the browser it is what the browser's own parser makes, which costs the wasm nothing; on the
//! host it is `serde_json`'s. Both answer the same few questions.

pub use inner::Tree;

use super::Error;

/// Why `text` is no JSON. Browsers tell it in words of their own, so the text itself is asked: data
/// starts as an object or a list, and one that cannot be read has most likely broken off.
fn unreadable(text: &str, detail: String) -> Error {
    if text.trim_start().starts_with(['{', '[']) {
        Error::Truncated
    } else {
        Error::NotJson(detail)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod inner {
    use serde_json::Value;

    use super::{unreadable, Error};

    /// A value with all that is inside it.
    pub struct Tree<'a>(&'a Value);

    impl<'a> Tree<'a> {
        /// Parses `text` and hands the tree to `take`.
        ///
        /// # Errors
        ///
        /// When the text is no JSON or breaks off.
        pub fn parse<T>(text: &str, take: impl FnOnce(&Tree) -> T) -> Result<T, Error> {
            let value: Value =
                serde_json::from_str(text).map_err(|error| unreadable(text, error.to_string()))?;
            Ok(take(&Tree(&value)))
        }

        /// Whether nothing is there.
        #[must_use]
        pub fn is_absent(&self) -> bool {
            self.0.is_null()
        }

        /// The text that it is.
        #[must_use]
        pub fn text(&self) -> Option<String> {
            self.0.as_str().map(str::to_owned)
        }

        /// The number that it is.
        #[must_use]
        pub fn number(&self) -> Option<f64> {
            self.0.as_f64()
        }

        /// True or false.
        #[must_use]
        pub fn flag(&self) -> Option<bool> {
            self.0.as_bool()
        }

        /// How many items the list has that it is.
        #[must_use]
        pub fn length(&self) -> Option<usize> {
            self.0.as_array().map(Vec::len)
        }

        /// The item at a place of the list; absent if there is none.
        #[must_use]
        pub fn item(&self, place: usize) -> Tree<'a> {
            Tree(self.0.get(place).unwrap_or(&Value::Null))
        }

        /// The numbers in a list of lists of numbers, two for each on average, one after the other;
        /// `None` for anything else.
        #[must_use]
        pub fn pairs(&self) -> Option<Vec<f64>> {
            let lists = self.0.as_array()?;
            let mut numbers = Vec::new();
            for list in lists {
                for number in list.as_array()? {
                    numbers.push(number.as_f64()?);
                }
            }
            (numbers.len() == 2 * lists.len()).then_some(numbers)
        }

        /// The names of the fields of the object that it is.
        #[must_use]
        pub fn names(&self) -> Option<Vec<String>> {
            self.0
                .as_object()
                .map(|fields| fields.keys().cloned().collect())
        }

        /// A field of the object; absent if there is none.
        #[must_use]
        pub fn field(&self, name: &str) -> Tree<'a> {
            Tree(self.0.get(name).unwrap_or(&Value::Null))
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod inner {
    use std::marker::PhantomData;

    use js_sys::{Array, Float64Array, Function, Object, Reflect, JSON};
    use wasm_bindgen::{JsCast as _, JsValue};

    use super::{unreadable, Error};

    /// A value with all that is inside it.
    pub struct Tree<'a>(JsValue, PhantomData<&'a ()>);

    /// Functions of the browser's own.
    struct Native {
        concat: Function,
        every: Function,
        is_array: Function,
        is_finite: Function,
    }

    thread_local! {
        /// Looked up once: that takes longer than calling them.
        static NATIVE: Option<Native> = Native::find();
    }

    impl Native {
        fn find() -> Option<Self> {
            let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
            let function = |of: &JsValue, name: &str| get(of, name)?.dyn_into().ok();
            let (list, global) = (Array::new(), js_sys::global());
            Some(Self {
                concat: function(&list, "concat")?,
                every: function(&list, "every")?,
                is_array: function(&get(&global, "Array")?, "isArray")?,
                is_finite: function(&get(&global, "Number")?, "isFinite")?,
            })
        }

        /// The numbers in a list of lists of numbers; `None` when it holds anything else.
        fn numbers(&self, lists: &Array) -> Option<Array> {
            let all = |list: &Array, test| Some(self.every.call1(list, test).ok()?.is_truthy());
            // Ten times as quick as `flat`. Refused for more lists than a function may be given.
            let numbers = Reflect::apply(&self.concat, &Array::new(), lists).ok()?;
            let numbers: Array = numbers.unchecked_into();
            // JSON's numbers are finite, and nothing else that it has is.
            let is_whole = all(lists, &self.is_array)? && all(&numbers, &self.is_finite)?;
            is_whole.then_some(numbers)
        }
    }

    impl Tree<'_> {
        /// Parses `text` and hands the tree to `take`.
        ///
        /// # Errors
        ///
        /// When the text is no JSON or breaks off.
        pub fn parse<T>(text: &str, take: impl FnOnce(&Tree) -> T) -> Result<T, Error> {
            let value = JSON::parse(text).map_err(|error| {
                let detail = error.unchecked_ref::<js_sys::Error>().message();
                unreadable(text, detail.into())
            })?;
            Ok(take(&Tree(value, PhantomData)))
        }

        /// Whether nothing is there.
        #[must_use]
        pub fn is_absent(&self) -> bool {
            self.0.is_null() || self.0.is_undefined()
        }

        /// The text that it is.
        #[must_use]
        pub fn text(&self) -> Option<String> {
            self.0.as_string()
        }

        /// The number that it is.
        #[must_use]
        pub fn number(&self) -> Option<f64> {
            self.0.as_f64()
        }

        /// True or false.
        #[must_use]
        pub fn flag(&self) -> Option<bool> {
            self.0.as_bool()
        }

        fn list(&self) -> Option<&Array> {
            Array::is_array(&self.0).then(|| self.0.unchecked_ref())
        }

        /// How many items the list has that it is.
        #[must_use]
        pub fn length(&self) -> Option<usize> {
            self.list().map(|list| list.length() as usize)
        }

        /// The item at a place of the list; absent if there is none.
        #[must_use]
        pub fn item(&self, place: usize) -> Self {
            // Refused for what is no object; an object that is no list has no such field.
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let item = Reflect::get_u32(&self.0, place);
            Tree(item.unwrap_or(JsValue::NULL), PhantomData)
        }

        /// The numbers in a list of lists of numbers, two for each on average, one after the other;
        /// `None` for anything else.
        ///
        /// The browser does the work: asked for one by one, thousands of points take half of the time
        /// in which a page of charts is read and drawn. It is slow to tell whether each list is a pair,
        /// and `cargo xtask check` has seen to that.
        #[must_use]
        pub fn pairs(&self) -> Option<Vec<f64>> {
            let lists = self.list()?;
            let numbers = NATIVE.with(|it| it.as_ref()?.numbers(lists))?;
            let is_whole = numbers.length() == 2 * lists.length();
            is_whole.then(|| Float64Array::new(&numbers).to_vec())
        }

        /// The names of the fields of the object that it is.
        #[must_use]
        pub fn names(&self) -> Option<Vec<String>> {
            let object = self.0.dyn_ref::<Object>()?;
            let is_list = Array::is_array(&self.0);
            let names = Object::keys(object);
            (!is_list).then(|| names.iter().filter_map(|name| name.as_string()).collect())
        }

        /// A field of the object; absent if there is none.
        #[must_use]
        pub fn field(&self, name: &str) -> Self {
            // Refused for what is no object.
            let value = Reflect::get(&self.0, &JsValue::from_str(name));
            Tree(value.unwrap_or(JsValue::NULL), PhantomData)
        }
    }
}
