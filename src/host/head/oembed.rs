//! oEmbed: what a program needs to show a page of the site as a widget, as a file beside it.
//!
//! A page names its file (`<link rel="alternate" type="application/json+oembed">`), which holds the
//! frame that an author would paste (<https://oembed.com>, version 1.0, type `rich`). Its addresses are
//! absolute, so there are such files only where the site was told its [`Root`].

use serde::Serialize;

use super::Root;
use crate::i18n::Key;
use crate::route::{Address, Route};
use crate::widget::snippet::Snippet;
use crate::widget::Widget;

/// Width in CSS pixels of what is offered; a frame shrinks with its page.
const WIDTH: u32 = 640;

/// How long a consumer may keep the answer, in seconds: a day.
const CACHE_AGE: u32 = 24 * 60 * 60;

/// What a page is as a widget; `None` for pages that are none.
#[must_use]
pub fn widget_of(route: &Route) -> Option<Widget> {
    Some(match route {
        Route::City(slug) => Widget::City(slug.clone()),
        Route::Indicator(id, _) => Widget::Chart {
            indicator: id.clone(),
            places: Vec::new(),
        },
        Route::Country(country) => Widget::Cities(*country),
        Route::Partner(id) => Widget::Partner(id.clone()),
        Route::Cities(_) => Widget::Map,
        Route::Network => Widget::Meetings,
        _ => return None,
    })
}

/// The page's file below the site's root; `None` for pages that are no widget.
#[must_use]
pub fn path(address: &Address) -> Option<String> {
    widget_of(&address.route)?;
    let page = address.href();
    Some(["oembed/", page.trim_end_matches('/'), ".json"].concat())
}

/// The answer of a provider, in the words of the specification.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    r#type: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: String,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    thumbnail_url: &'a str,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// The content of the file of the page at `address`, whose heading is `title` and whose card is at
/// `card`, when the widget is `height` CSS pixels high at the width that is offered; `None` for pages
/// that are no widget.
#[must_use]
pub fn answer(
    root: &Root,
    address: &Address,
    title: &str,
    card: &str,
    height: u32,
) -> Option<String> {
    let widget = widget_of(&address.route)?;
    let (lang, file) = (address.lang, widget.fixed()?);
    let src = root.join(&["widgets/", lang.tag(), "/", &file].concat());
    let site = Key::SiteName.text(lang);
    let named = [title, " · ", site].concat();
    let snippet = Snippet {
        src: &src,
        title: &named,
        height,
        page: &root.join(&address.href()),
    };
    let answer = Answer {
        version: "1.0",
        r#type: "rich",
        title,
        provider_name: site,
        provider_url: root.join(""),
        cache_age: CACHE_AGE,
        html: snippet.frame(),
        width: WIDTH,
        height: snippet.height,
        thumbnail_url: card,
        thumbnail_width: 1200,
        thumbnail_height: 630,
    };
    serde_json::to_string(&answer).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::route::Directory;

    #[test]
    fn the_answer_holds_what_the_specification_asks_of_a_rich_one() {
        let root = Root::parse("https://example.org/atlas/").unwrap();
        let address = Address {
            lang: Lang::En,
            route: Route::City("sumedang".to_owned()),
        };
        let path = path(&address);
        assert_eq!(path.as_deref(), Some("oembed/en/cities/sumedang.json"));
        let text = answer(
            &root,
            &address,
            "Sumedang",
            "https://example.org/x.png",
            360,
        )
        .unwrap();
        let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        assert_eq!([&answer["width"], &answer["height"]], [640, 360]);
        assert_eq!(answer["provider_url"], "https://example.org/atlas/");
        let html = answer["html"].as_str().unwrap();
        let src = "src=\"https://example.org/atlas/widgets/en/city/sumedang.html\"";
        assert!(html.starts_with("<iframe ") && html.contains(src), "{html}");
    }

    #[test]
    fn pages_that_are_no_widget_have_no_file() {
        for route in [Route::Home, Route::About, Route::Data, Route::Countries] {
            let lang = Lang::Id;
            assert_eq!(path(&Address { lang, route }), None);
        }
        let route = Route::Cities(Directory::default());
        let lang = Lang::Id;
        let map = path(&Address { lang, route });
        assert_eq!(map.as_deref(), Some("oembed/id/cities.json"));
    }
}
