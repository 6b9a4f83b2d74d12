//! An embed: a picture of the site as HTML for another site.

use super::picture::wrap;
use crate::chart::{text_width, Figure, Size};
use crate::markup::Markup;
use crate::model::Sources;

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

/// Width in CSS pixels of the text in a frame that is 320 wide.
pub const NARROW: u32 = 288;
/// Sources that the foot of a widget names.
const NAMED: usize = 4;

/// Height in CSS pixels of a frame that shows the chart of `figure`, where nothing else sets it and the
/// text has `room`: [`NARROW`] for a phone, where the same words take the most lines. A live one has
/// controls, and names the `place` with each of several series where the page of the place need not;
/// may be empty.
///
/// The numbers are those of `style/widget.css` and `style/live.css`; fonts other than the measured one
/// are a little wider, and `wrap` leaves room for that.
#[must_use]
pub fn chart_height(
    figure: &Figure,
    sources: &Sources,
    room: u32,
    is_live: bool,
    place: &str,
) -> u32 {
    let lines = |text: &str, size: u32| -> u32 {
        let lines = wrap(text, size, room).len();
        u32::try_from(lines).unwrap_or(u32::MAX)
    };
    let Size { width, height } = figure.size();
    let prefix = match figure.legend().len() {
        0 | 1 => "",
        _ => place,
    };
    let mut words = figure.description().to_owned();
    let mut names = 0;
    let mut left = 0;
    for entry in figure.legend().iter().filter(|it| !it.direct) {
        // In its own part of the sentence, and where it is said how sources differ.
        words.push_str(prefix);
        words.push_str(prefix);
        let wide = text_width(&entry.name, 13) + text_width(prefix, 13) + 48;
        if names == 0 || left < wide {
            names += 1;
            left = room;
        }
        names += wide / (room + 1);
        left = left.saturating_sub(wide);
    }
    let mut foot = String::new();
    for key in figure.sources().iter().take(NAMED) {
        if let Some(source) = sources.get(key) {
            foot.push_str(&source.publisher);
            foot.push(' ');
        }
    }
    FRAME
        + 24 * lines(figure.heading(), 19)
        + 22 * lines(&words, 15)
        + room * height / width.max(1)
        + 21 * names
        + 19 * lines(&foot, 13)
        + if is_live { CONTROLS } else { 0 }
}

/// Edges and gaps of a widget, the line that opens its table, and the end of its foot.
const FRAME: u32 = 165;
/// What a live widget has beside: its kinds of view, the line for what is read, its places.
const CONTROLS: u32 = 100;

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
