//! Lists in words.

use crate::model::Lang;

/// Items as a list: "a", "a and b", "a, b and c"; "a, b, dan c" in Indonesian.
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let mut text = String::new();
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            let last = position + 1 == items.len();
            text.push_str(match (last, lang) {
                (false, _) => ", ",
                (true, Lang::En) => " and ",
                (true, Lang::Id) if items.len() == 2 => " dan ",
                (true, Lang::Id) => ", dan ",
            });
        }
        text.push_str(item.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_every_length() {
        assert_eq!(list::<&str>(&[], Lang::En), "");
        assert_eq!(list(&["a"], Lang::En), "a");
        assert_eq!(list(&["a", "b"], Lang::Id), "a dan b");
        assert_eq!(list(&["a", "b", "c"], Lang::En), "a, b and c");
        assert_eq!(list(&["a", "b", "c"], Lang::Id), "a, b, dan c");
    }
}
