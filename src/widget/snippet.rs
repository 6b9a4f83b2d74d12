//! A snippet: what an author pastes into a page to show a widget.

use form_urlencoded::parse;

use crate::markup::Markup;

/// What a frame lets a widget do: run its own script and open the atlas in a new tab, no more.
pub const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/// As wide as there is room: `width` as an attribute takes pixels alone.
pub const FRAME_STYLE: &str = "border:0;width:100%";

/// What a snippet names. Addresses are absolute, because it stands on another site.
#[derive(Clone, Copy, Debug)]
pub struct Snippet<'a> {
    /// The widget's file with its query.
    pub src: &'a str,
    /// What it shows: the frame's name for those who do not see it.
    pub title: &'a str,
    /// Height in CSS pixels, where nothing sets it.
    pub height: u32,
    /// The page of the atlas with the same.
    pub page: &'a str,
}

impl Snippet<'_> {
    /// A frame of a fixed height, without any script.
    ///
    /// ```
    /// use ascn_atlas::widget::snippet::Snippet;
    ///
    /// let snippet = Snippet { src: "https://a.example/w.html?a&b", title: "HDI", height: 520, page: "https://a.example/" };
    /// assert_eq!(snippet.frame(), concat!(
    ///     r#"<iframe src="https://a.example/w.html?a&amp;b" title="HDI" loading="lazy" height="520" "#,
    ///     r#"style="border:0;width:100%" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>"#,
    /// ));
    /// ```
    #[must_use]
    pub fn frame(&self) -> String {
        let frame = [
            ("src", self.src),
            ("title", self.title),
            ("loading", "lazy"),
            ("height", &self.height.to_string()),
            ("style", FRAME_STYLE),
            ("sandbox", SANDBOX),
        ];
        let mut out = Markup::new();
        out.el_with("iframe", &frame, "");
        out.finish()
    }

    /// The frame, and the script that sets its height: once in a page is enough for all.
    #[must_use]
    pub fn frame_with_script(&self, script: &str) -> String {
        [&self.frame(), "\n", &script_tag(script)].concat()
    }

    /// The element that the script defines, with what `query` says as its attributes; without the script
    /// it is a link.
    #[must_use]
    pub fn element(&self, query: &str, script: &str) -> String {
        let mut attributes: Vec<(String, String)> = parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        attributes.push(("title".to_owned(), self.title.to_owned()));
        let attributes: Vec<(&str, &str)> = attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let mut out = Markup::new();
        out.open_with("ascn-widget", &attributes)
            .link("", self.page, self.title);
        [&out.finish(), "\n", &script_tag(script)].concat()
    }

    /// A link to the page.
    #[must_use]
    pub fn link(&self) -> String {
        let mut out = Markup::new();
        out.link("", self.page, self.title);
        out.finish()
    }
}

fn script_tag(src: &str) -> String {
    let mut out = Markup::new();
    out.open_with("script", &[("src", src), ("async", "async")]);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_an_attribute() {
        let hostile = r#""></iframe><script>alert('1')</script><img onerror="x""#;
        let snippet = Snippet {
            src: hostile,
            title: hostile,
            height: 1,
            page: hostile,
        };
        for (code, tags) in [
            (snippet.frame(), 2),
            (snippet.frame_with_script(hostile), 4),
            (snippet.element("kind=%3C&city=%22%3E", hostile), 6),
            (snippet.link(), 2),
        ] {
            assert_eq!(code.matches('<').count(), tags, "{code}");
            assert!(!code.contains('\''));
        }
    }
}
