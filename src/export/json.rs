//! JSON of a view: what it is, its values, and the sources that they name.

use super::{put_letter, View, SITE};

/// The values of `view` as one JSON object in UTF-8.
///
/// `values` name their sources by key, `sources` holds those that are named. What is not known is
/// left out; a licence that no publisher stated is left out as well.
#[must_use]
pub fn json(view: &View) -> String {
    let mut out = Writer(String::new());
    let head = &view.head;
    put_letter(&mut out.0, '{');
    out.field("site", SITE);
    out.field("id", view.id);
    out.field("title", view.title);
    out.field("language", head.lang.tag());
    out.field("unit", view.unit);
    out.field("data_date", &head.data_date.to_string());
    out.field("address", head.address);
    out.name("values");
    put_letter(&mut out.0, '[');
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
        put_letter(&mut out.0, '[');
        for key in value.sources {
            out.comma();
            out.text(key);
        }
        out.0.push_str("]}");
    }
    put_letter(&mut out.0, ']');
    out.name("sources");
    put_letter(&mut out.0, '{');
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
        put_letter(&mut out.0, '}');
    }
    out.0.push_str("}}\n");
    out.0
}

/// JSON under construction.
struct Writer(String);

impl Writer {
    /// A comma, unless something was just opened.
    #[inline(never)]
    fn comma(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            put_letter(&mut self.0, ',');
        }
    }

    #[inline(never)]
    fn open(&mut self) {
        self.comma();
        put_letter(&mut self.0, '{');
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.comma();
        self.text(name);
        put_letter(&mut self.0, ':');
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
        put_letter(&mut self.0, '"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => {
                    put_letter(&mut self.0, '\\');
                    put_letter(&mut self.0, letter);
                }
                // Control characters have no business in a text, and JSON forbids them bare.
                '\0'..='\x1f' => put_letter(&mut self.0, ' '),
                _ => put_letter(&mut self.0, letter),
            }
        }
        put_letter(&mut self.0, '"');
    }
}
