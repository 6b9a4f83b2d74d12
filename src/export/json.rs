//! JSON of a view: what it is, its values, and the sources that they name.

use super::{View, SITE};

/// The values of `view` as one JSON object in UTF-8.
///
/// `values` name their sources by key, `sources` holds those that are named. What is not known is
/// left out; a licence that no publisher stated is left out as well.
#[must_use]
pub fn json(view: &View) -> String {
    let mut out = Writer(String::new());
    let head = &view.head;
    out.0.push('{');
    out.field("site", SITE);
    out.field("id", view.id);
    out.field("title", view.title);
    out.field("language", head.lang.tag());
    out.field("unit", view.unit);
    out.field("data_date", &head.data_date.to_string());
    out.field("address", head.address);
    out.name("values");
    out.0.push('[');
    for value in &view.values {
        out.open();
        out.field("place", value.place);
        out.field("place_name", value.place_name);
        out.field("series", &value.series);
        out.name("year");
        out.0.push_str(&value.year.to_string());
        // Digits are those of a number, or none where a figure wrote none.
        if !value.digits.is_empty() {
            out.name("value");
            out.0.push_str(&value.digits);
        }
        if value.projected {
            out.name("projected");
            out.0.push_str("true");
        }
        out.name("sources");
        out.0.push('[');
        for key in value.sources {
            out.comma();
            out.text(key);
        }
        out.0.push_str("]}");
    }
    out.0.push(']');
    out.name("sources");
    out.0.push('{');
    for (key, source) in view.cited() {
        out.comma();
        out.text(key);
        out.0.push_str(":{");
        out.field("title", &source.title);
        out.field("publisher", &source.publisher);
        out.field("url", source.url.as_deref().unwrap_or_default());
        out.field("via", source.via.as_deref().unwrap_or_default());
        let published = source.published.map(|it| it.to_string());
        out.field("published", &published.unwrap_or_default());
        out.field("accessed", &source.accessed.to_string());
        out.field("language", &source.lang);
        out.field("licence", source.licence.as_deref().unwrap_or_default());
        out.0.push('}');
    }
    out.0.push_str("}}\n");
    out.0
}

/// JSON under construction.
struct Writer(String);

impl Writer {
    /// A comma, unless something was just opened.
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    fn open(&mut self) {
        self.comma();
        self.0.push('{');
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.text(name);
        self.0.push(':');
    }

    /// A field of text; nothing when the text is empty.
    #[inline(never)]
    fn field(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.name(name);
            self.text(text);
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(letter);
                }
                // Control characters have no business in a text, and JSON forbids them bare.
                '\0'..='\x1f' => self.0.push(' '),
                _ => self.0.push(letter),
            }
        }
        self.0.push('"');
    }
}
