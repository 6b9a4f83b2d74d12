//! Pieces of SVG as text: numbers to tenths of a pixel, paths.

use crate::chart::push_tenths;

/// Writes a path with a class, unless it is empty.
pub(super) fn element(out: &mut String, class: &str, path: &str) {
    if !path.is_empty() {
        out.push_str("<path class=\"");
        out.push_str(class);
        out.push_str("\" d=\"");
        out.push_str(path);
        out.push_str("\"/>");
    }
}

/// Adds steps to a path: letters with a number each, in pixels.
pub(super) fn path(out: &mut String, steps: &[(char, f64)]) {
    for (letter, at) in steps {
        out.push(*letter);
        push(out, *at);
    }
}

/// Appends a number to tenths.
pub(super) fn push(out: &mut String, value: f64) {
    #[allow(clippy::cast_possible_truncation)] // saturates
    push_tenths(out, (value * 10.0).round() as i32);
}

/// A number to tenths.
pub(super) fn whole(value: f64) -> String {
    let mut out = String::new();
    push(&mut out, value);
    out
}
