//! A line that counts, and below it what it counts: both follow what the reader asks for.

use super::part::Part;

/// What a list shows: the count in words, and the HTML of the list.
pub type Answer = (String, String);

/// Writes the line, whose `id` is told, and the list; both are written anew when a signal changes that
/// `answer` reads.
pub fn counted(part: &mut Part, id: &'static str, answer: impl Fn() -> Answer + 'static) {
    boxed(part, id, Box::new(answer));
}

// Boxed: otherwise each list brings its own copy.
#[cfg(feature = "csr")]
fn boxed(part: &mut Part, id: &'static str, answer: Box<dyn Fn() -> Answer>) {
    line(part, id, "");
    let list = move || {
        let (count, list) = answer();
        if let Some(line) = crate::platform::element(id) {
            line.set_text_content(Some(&count));
        }
        list
    };
    part.following("div", &[], list);
}

#[cfg(not(feature = "csr"))]
#[allow(clippy::needless_pass_by_value, reason = "the browser keeps it")]
fn boxed(part: &mut Part, id: &'static str, answer: Box<dyn Fn() -> Answer>) {
    let (count, list) = answer();
    line(part, id, &count);
    part.open("div", "").nest(&list).close();
}

fn line(part: &mut Part, id: &str, count: &str) {
    let line = [("class", "count"), ("id", id), ("role", "status")];
    part.el_with("p", &line, count);
}
