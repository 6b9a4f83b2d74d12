//! CSV by RFC 4180: lines end with CR LF, fields with a comma, a quote or a line break are quoted.
//!
//! One row for each value. The names of columns are the same in every language, so that a script
//! reads any file. A value of several sources has them in one field each, parted by ` | `, in the
//! same order in every field of sources. A text that a spreadsheet would take for a formula begins
//! with an apostrophe.

use super::{put, put_letter, View};
use crate::model::Source;

/// The columns, in their order.
pub const COLUMNS: [&str; 13] = [
    "indicator",
    "place",
    "place_name",
    "series",
    "year",
    "value",
    "unit",
    "projected",
    "source_titles",
    "source_publishers",
    "source_urls",
    "source_accessed",
    "source_licences",
];

/// What stands for a licence that no publisher stated.
pub const NOT_STATED: &str = "not stated";

/// Between the sources of one value.
const AND: &str = " | ";

/// Takes one thing of a source.
type Part = fn(&Source, &mut String);

/// What the fields of sources hold, in the order of [`COLUMNS`].
const PARTS: [Part; 5] = [
    |it, out| out.push_str(&it.title),
    |it, out| out.push_str(&it.publisher),
    |it, out| out.push_str(it.url.as_deref().unwrap_or_default()),
    |it, out| out.push_str(&it.accessed.to_string()),
    |it, out| out.push_str(it.licence.as_deref().unwrap_or(NOT_STATED)),
];

/// The values of `view` as CSV in UTF-8, with a line of names.
#[must_use]
pub fn csv(view: &View) -> String {
    let mut out = String::new();
    for name in COLUMNS {
        text(&mut out, name);
    }
    end(&mut out);
    for value in &view.values {
        for part in [view.id, value.place, value.place_name, &value.series] {
            text(&mut out, part);
        }
        // Digits with a minus sign are a number and no formula.
        put(
            &mut out,
            &[&value.year.to_string(), ",", &value.digits, ","],
        );
        text(&mut out, view.unit);
        text(&mut out, if value.projected { "yes" } else { "no" });
        for part in PARTS {
            let mut field = String::new();
            for (index, key) in value.sources.iter().enumerate() {
                if index > 0 {
                    field.push_str(AND);
                }
                if let Some(source) = view.head.sources.get(key) {
                    part(source, &mut field);
                }
            }
            text(&mut out, &field);
        }
        end(&mut out);
    }
    out
}

/// Ends a line: the last comma gives way.
fn end(out: &mut String) {
    out.pop();
    out.push_str("\r\n");
}

/// Appends a field of text and a comma.
#[inline(never)]
fn text(out: &mut String, field: &str) {
    let formula = matches!(
        field.bytes().next(),
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')
    );
    let quoted = field
        .bytes()
        .any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
    if quoted {
        put_letter(out, '"');
    }
    if formula {
        put_letter(out, '\'');
    }
    for letter in field.chars() {
        if letter == '"' {
            put_letter(out, '"');
        }
        put_letter(out, letter);
    }
    if quoted {
        put_letter(out, '"');
    }
    put_letter(out, ',');
}
