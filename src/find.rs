//! Finding a part of a short text, in few bytes.
//!
//! The standard search is made for long texts: it prepares for the part that is looked for, and
//! weighs some kilobytes of wasm with what it brings along. The texts here have a line or two.

/// What stands before and behind the first `part` in `text`; `None` when it is not there.
#[must_use]
pub fn split_once<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    (0..=text.len()).find_map(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        Some((before, rest.strip_prefix(part)?))
    })
}

/// Whether `part` stands in `text`.
#[must_use]
pub fn contains(text: &str, part: &str) -> bool {
    split_once(text, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_as_by_the_standard_search() {
        for text in ["", "{}", "{} of {}", "a{b}{}", "Đà Nẵng", "aaab", "aab"] {
            for part in ["", "{}", "{", "}{", "a", "aab", "ẵ", "Nẵng", "ng "] {
                assert_eq!(
                    split_once(text, part),
                    text.split_once(part),
                    "{text} {part}"
                );
                assert_eq!(contains(text, part), text.contains(part), "{text} {part}");
            }
        }
    }
}
