//! An embed: a picture of the site as HTML for another site.

use crate::chart::Size;
use crate::markup::Markup;

/// Width in pixels of a picture that the host publishes below `img/`.
pub const WIDTH: u32 = Size::WIDE.width + 2 * super::picture::MARGIN;

/// What the HTML of an embed names. Addresses are absolute, because it stands on another site.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// Where the picture leads.
    pub page: &'a str,
    /// The picture.
    pub image: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// What it says, for readers who do not see it; may be empty.
    pub sentence: &'a str,
}

/// The HTML: a link around the picture, without any script. Everything in it is escaped.
///
/// It names no height: that of a picture is as its notes and sources need, and `auto` keeps it
/// whole on a phone.
///
/// ```
/// use ascn_atlas::export::embed::{html, Embed};
///
/// let embed = Embed { page: "https://a.example/?a&b", image: "https://a.example/x.svg", title: "HDI", sentence: "<1" };
/// assert_eq!(html(&embed), concat!(
///     r#"<a href="https://a.example/?a&amp;b"><img src="https://a.example/x.svg" alt="HDI. &lt;1" "#,
///     r#"width="672" style="max-width:100%;height:auto"/></a>"#,
/// ));
/// ```
#[must_use]
pub fn html(embed: &Embed) -> String {
    let alt = match embed.sentence {
        "" => embed.title.to_owned(),
        sentence => [embed.title, ". ", sentence].concat(),
    };
    let picture = [
        ("src", embed.image),
        ("alt", &alt),
        ("width", &WIDTH.to_string()),
        ("style", "max-width:100%;height:auto"),
    ];
    let mut out = Markup::new();
    out.open_with("a", &[("href", embed.page)])
        .void("img", &picture);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out_of_an_attribute() {
        let hostile = r#""><script>alert('1')</script><img onerror="x" &amp;"#;
        let code = html(&Embed {
            page: hostile,
            image: hostile,
            title: hostile,
            sentence: hostile,
        });
        // Two elements and their ends, four attributes and the link's.
        assert_eq!(code.matches('<').count(), 3);
        assert_eq!(code.matches('>').count(), 3);
        assert_eq!(code.matches('"').count(), 2 * 5);
        assert!(!code.contains('\''));
        assert_eq!(
            code.matches("&amp;amp;").count(),
            4,
            "an ampersand stays one"
        );
    }
}
