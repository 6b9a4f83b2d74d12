//! What an author pastes, and the widget as it will look.

use leptos::prelude::Get as _;

use super::Known;
use crate::components::embed::picture_of;
use crate::export::embed::{self, Embed as Picture};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::route::{Address, Embed};
use crate::widget::snippet::{Snippet, SANDBOX};
use crate::widget::{Heights, Widget};

/// Marks the button that copies a code, with its name.
pub(super) const COPY: &str = "data-code";

/// The script that fits the height of frames, below the site's root.
pub(super) const SCRIPT: &str = "widgets/embed.js";

/// A way to show a widget.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Frame,
    Script,
    Element,
    Picture,
    Link,
}

impl Way {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Script => "script",
            Self::Element => "element",
            Self::Picture => "picture",
            Self::Link => "link",
        }
    }

    pub(super) const fn key(self) -> Key {
        match self {
            Self::Frame => Key::EmbedFrame,
            Self::Script => Key::EmbedScript,
            Self::Element => Key::EmbedElement,
            Self::Picture => Key::EmbedPicture,
            Self::Link => Key::EmbedPageLink,
        }
    }
}

impl Known {
    /// The widget's file with its query, below the site's root.
    fn file(&self, embed: &Embed, widget: &Widget) -> String {
        widget.file(self.lang, embed.live, &embed.edition, &embed.look)
    }

    /// The heights that fit what a widget lists.
    fn heights(&self, widget: &Widget) -> Heights {
        let programs = self.programs.programs.iter();
        widget.heights(match widget {
            Widget::Cities(country) => {
                let all = self.cities.cities.iter();
                all.filter(|it| it.country == *country).count()
            }
            Widget::Compare(compare) => compare.cities.len(),
            Widget::Projects(slug) => {
                let city = self.cities.city(slug);
                city.map_or(0, |it| it.projects.iter().sum::<u32>() as usize)
            }
            Widget::Counts(slug) => {
                let city = self.cities.city(slug);
                usize::from(city.is_some_and(|it| !it.uncounted))
            }
            Widget::Programs(slug) => programs.filter(|it| it.cities.contains(slug)).count(),
            Widget::Timeline => programs.count(),
            Widget::Partner(id) => programs.filter(|it| it.partner == *id).count(),
            _ => 0,
        })
    }
}

/// Height in CSS pixels of the frame that is pasted, which fits from 320 pixels up: the widget's own once
/// it was tried.
pub(super) fn height(known: &Known) -> u32 {
    known.heights(&known.widget()).any().max(known.told.get())
}

/// The frame of `width` CSS pixels, as HTML.
pub(super) fn preview(known: &Known, width: u32) -> String {
    let (embed, widget) = (known.chosen(), known.widget());
    let Heights { wide, narrow } = known.heights(&widget);
    // Between the two widths for which heights are known.
    let height = if width < 480 { narrow } else { wide };
    let src = known.file(&embed, &widget);
    let title = known.title(&widget);
    let frame = [
        ("src", src.as_str()),
        ("title", &title),
        ("width", &width.to_string()),
        ("height", &height.to_string()),
        ("sandbox", SANDBOX),
    ];
    let mut out = Markup::new();
    out.el_with("iframe", &frame, "");
    out.finish()
}

/// Every code; none where the site has no address that others could follow.
pub(super) fn codes(known: &Known) -> Vec<(Way, String)> {
    if cfg!(not(feature = "csr")) {
        // Written into a file, the page does not know where it will stand.
        return Vec::new();
    }
    let (embed, widget) = (known.chosen(), known.widget());
    let (site, lang) = (known.site, known.lang);
    let page = Address {
        lang,
        route: widget.page(),
    };
    let absolute = |path: &str| site.absolute(path);
    let addresses = || {
        Some((
            absolute(&known.file(&embed, &widget))?,
            absolute(&page.href())?,
            absolute(SCRIPT)?,
        ))
    };
    let Some((src, page, script)) = addresses() else {
        return Vec::new();
    };
    let title = [&known.title(&widget), " · ", Key::SiteName.text(lang)].concat();
    let snippet = Snippet {
        src: &src,
        title: &title,
        height: height(known),
        page: &page,
    };
    let mut named = Embed {
        widget: Some(widget.clone()),
        ..embed.clone()
    };
    if widget.is_live(embed.live) {
        named.edition.clear();
    }
    let mut query = named.query();
    query.push_str("&lang=");
    query.push_str(lang.tag());
    let mut codes = vec![
        (Way::Frame, snippet.frame()),
        (Way::Script, snippet.frame_with_script(&script)),
        (Way::Element, snippet.element(&query, &script)),
    ];
    // Pictures show today's figures, and an indicator's the view at first.
    let image = picture_of(&widget, lang).and_then(|it| absolute(&it));
    if let Some(image) = image.filter(|_| named.edition.is_empty()) {
        let picture = Picture {
            page: &page,
            image: &image,
            title: &title,
            sentence: "",
        };
        codes.push((Way::Picture, embed::html(&picture)));
    }
    codes.push((Way::Link, snippet.link()));
    codes
}

/// The codes as HTML, each with the button that copies it.
pub(super) fn write(known: &Known) -> String {
    let lang = known.lang;
    let codes = codes(known);
    let mut out = Markup::new();
    if codes.is_empty() {
        out.el("p", "note", Key::EmbedOnWeb.text(lang));
    }
    let has_picture = codes.iter().any(|it| it.0 == Way::Picture);
    for (way, text) in codes {
        if way == Way::Link && !has_picture {
            let title = Way::Picture.key().text(lang);
            out.open("div", "embed-code").el("h3", "", title);
            out.el("p", "note", Key::EmbedNoPicture.text(lang)).close();
        }
        let title = way.key().text(lang);
        let button = [("type", "button"), ("class", "plain"), (COPY, way.name())];
        let label = [
            ("readonly", "readonly"),
            ("rows", "3"),
            ("aria-label", title),
            ("spellcheck", "false"),
        ];
        out.open("div", "embed-code")
            .el("h3", "", title)
            .el_with("textarea", &label, &text)
            .open_with("button", &button)
            .text(Key::TakeCopy.text(lang))
            .el("span", "visually-hidden", &[": ", title].concat())
            .close()
            .close();
    }
    out.finish()
}
