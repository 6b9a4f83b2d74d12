//! A line that counts, and below it what it counts: both follow what the reader asks for.

use super::live::html;
use super::part::Part;

/// What a list shows: the count in words, and the HTML of the list.
pub type Answer = (String, String);

/// Writes the line, whose `id` is told, and the list; both are written anew when a signal changes that
/// `answer` reads, unless they are the same.
pub fn counted(part: &mut Part, id: &'static str, answer: impl Fn() -> Answer + Send + 'static) {
    boxed(part, id, Box::new(answer));
}

// Boxed: otherwise each list brings its own copy.
#[cfg(feature = "csr")]
fn boxed(part: &mut Part, id: &'static str, answer: Box<dyn Fn() -> Answer + Send>) {
    use leptos::prelude::IntoAny as _;

    let silent = |_| ().into_any();
    part.open_island("p", &line(id), Box::new(silent)).close();
    let list = move || {
        super::live::live(move || {
            let (count, list) = answer();
            // Words that are set are read aloud, also when they are the same.
            if let Some(line) = crate::platform::element(id) {
                if line.text_content().as_deref() != Some(&count) {
                    line.set_text_content(Some(&count));
                }
            }
            html("", list)
        })
    };
    part.showing("div", &[], Box::new(list));
}

#[cfg(not(feature = "csr"))]
#[allow(clippy::needless_pass_by_value, reason = "the browser keeps it")]
fn boxed(part: &mut Part, id: &'static str, answer: Box<dyn Fn() -> Answer + Send>) {
    let (count, list) = answer();
    let count = move || {
        let mut words = crate::markup::Markup::new();
        words.text(&count);
        words.finish()
    };
    part.following("p", &line(id), count);
    part.showing("div", &[], Box::new(move || html("", list)));
}

/// The attributes of the line.
fn line(id: &str) -> [(&str, &str); 3] {
    [("class", "count"), ("id", id), ("role", "status")]
}
