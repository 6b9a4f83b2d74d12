//! Markup: HTML under construction, in which every text is escaped by the way it is written.
//!
//! Most of a page never changes once it is there. Such parts are written as markup: the browser
//! parses it at once, the host can write the same bytes into a file, and in the app it costs a
//! fraction of the bytes of a component for each element. What changes or listens is a component.
//!
//! ```
//! use ascn_atlas::markup::Markup;
//!
//! let mut page = Markup::new();
//! page.open("p", "lead").text("Fish & ").el("b", "", "<chips>").close();
//! assert_eq!(page.finish(), "<p class=\"lead\">Fish &amp; <b>&lt;chips&gt;</b></p>");
//! ```

/// HTML under construction. Elements close in the order in which they must.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    html: String,
    open: Vec<&'static str>,
}

impl Markup {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens an element with a class, which may be empty.
    pub fn open(&mut self, tag: &'static str, class: &str) -> &mut Self {
        self.open_with(tag, &[("class", class)])
    }

    /// Opens an element with attributes; those without a value are left out.
    pub fn open_with(&mut self, tag: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.start(tag, attributes);
        self.open.push(tag);
        self
    }

    /// Writes an element that has no content and no end: `<circle>`, `<input>`.
    pub fn void(&mut self, tag: &'static str, attributes: &[(&str, &str)]) -> &mut Self {
        self.start(tag, attributes);
        self.html.truncate(self.html.len() - 1);
        self.html.push_str("/>");
        self
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            if !value.is_empty() {
                self.html.push(' ');
                self.html.push_str(name);
                self.html.push_str("=\"");
                self.text(value);
                self.html.push('"');
            }
        }
        self.html.push('>');
    }

    /// Closes the element opened last.
    pub fn close(&mut self) -> &mut Self {
        if let Some(tag) = self.open.pop() {
            self.html.push_str("</");
            self.html.push_str(tag);
            self.html.push('>');
        }
        self
    }

    /// Writes text, escaped for content and attributes alike.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                // XML has no place for them, nor a reader; one would make a saved picture unreadable.
                '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {
                    self.html.push(' ');
                }
                _ => self.html.push(letter),
            }
        }
        self
    }

    /// Writes an element with a class, which may be empty, and a text.
    pub fn el(&mut self, tag: &'static str, class: &str, text: &str) -> &mut Self {
        self.open(tag, class).text(text).close()
    }

    /// Writes an element with attributes and a text.
    pub fn el_with(
        &mut self,
        tag: &'static str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open_with(tag, attributes).text(text).close()
    }

    /// Writes HTML that is whole in itself and was written by markup or as a chart.
    pub fn nest(&mut self, html: &str) -> &mut Self {
        self.html.push_str(html);
        self
    }

    /// Writes the heading of the page, which takes the focus after a move.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.el_with("h1", &[("tabindex", "-1")], text)
    }

    /// Writes a link to a page.
    pub fn link(&mut self, class: &str, href: &str, text: &str) -> &mut Self {
        self.el_with("a", &[("class", class), ("href", href)], text)
    }

    /// Writes a link to an element of the same page.
    ///
    /// The app follows `data-jump`; the `href` says to the browser that it is a link.
    pub fn jump(&mut self, class: &str, id: &str, text: &str) -> &mut Self {
        self.el_with(
            "a",
            &[("class", class), ("href", "#"), ("data-jump", id)],
            text,
        )
    }

    /// How many bytes are written.
    #[must_use]
    pub fn len(&self) -> usize {
        self.html.len()
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The HTML, with everything closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.html
    }
}

/// `text` escaped for HTML content and attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut markup = Markup::new();
    markup.text(text);
    markup.finish()
}

/// A number that stands for markup: of two that differ it is hardly ever the same (FNV-1a, 32 bits).
#[must_use]
pub fn hash(html: &str) -> u32 {
    html.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_an_attribute_or_a_tag() {
        assert_eq!(
            escape("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
        let mut markup = Markup::new();
        markup.link("", "\"><script>", "Đà Nẵng");
        assert_eq!(
            markup.finish(),
            "<a href=\"&quot;&gt;&lt;script&gt;\">Đà Nẵng</a>"
        );
    }

    #[test]
    fn what_xml_cannot_hold_is_a_space() {
        assert_eq!(
            escape("a\0b\x1fc\u{b}\u{fffe}\u{ffff}d\te\nf\u{7f}\u{85}"),
            "a b c   d\te\nf\u{7f}\u{85}"
        );
    }

    #[test]
    fn everything_opened_is_closed() {
        let mut markup = Markup::new();
        markup
            .open("ul", "")
            .open("li", "x")
            .void("br", &[])
            .text("a");
        assert_eq!(markup.finish(), "<ul><li class=\"x\"><br/>a</li></ul>");
        assert_eq!(Markup::new().close().html, "");
    }
}
