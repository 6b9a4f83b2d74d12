//! The way from a part of a page to the same part for other sites.

use crate::app::Site;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::route::{Embed, Route};
use crate::widget::Widget;

/// The address at which a widget is put together; empty where the site's other files are not there.
#[must_use]
pub fn address(site: Site, lang: Lang, widget: Widget) -> String {
    if site.has_files() {
        site.href(lang, Route::Embed(Embed::of(widget)))
    } else {
        String::new()
    }
}

/// Writes a link to where a widget of what is called `title` is put together.
pub fn link(markup: &mut Markup, site: Site, lang: Lang, widget: Widget, title: &str) {
    let href = address(site, lang, widget);
    if !href.is_empty() {
        markup.open("p", "way");
        named(markup, &href, lang, title);
        markup.close();
    }
}

/// The address below the root of the picture that the host publishes of a widget's figures, which shows
/// them as their page does at first; `None` where there is none.
#[must_use]
pub fn picture_of(widget: &Widget, lang: Lang) -> Option<String> {
    let (folder, name) = match widget {
        Widget::City(slug) => ("cities/", slug),
        Widget::Chart { indicator, places } if places.is_empty() => ("indicators/", indicator),
        _ => return None,
    };
    Some(["img/", folder, name, ".", lang.tag(), ".svg"].concat())
}

/// Writes a link to that picture, which opens beside the page.
pub fn picture(markup: &mut Markup, site: Site, lang: Lang, widget: &Widget) {
    let picture = picture_of(widget, lang).filter(|_| site.has_files());
    if let Some(href) = picture {
        let link = [("href", &*href), ("target", "_blank"), ("rel", "noopener")];
        markup
            .open("p", "way")
            .el_with("a", &link, Key::TakeStatic.text(lang))
            .close();
    }
}

/// Writes the link itself; where there are several, their names tell them apart.
pub fn named(markup: &mut Markup, href: &str, lang: Lang, title: &str) {
    let words = Key::EmbedLink.text(lang);
    let name = [words, ": ", title].concat();
    markup.el_with("a", &[("href", href), ("aria-label", &name)], words);
}
