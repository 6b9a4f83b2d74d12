//! The head of a page: what it says of itself to search engines, chats and other programs.
//!
//! A [`Head`] is typed and complete, so no page goes without description, canonical address, other
//! languages, card and linked data. [`Heads`] makes one for each address. Where the site was not told
//! its [`Root`], addresses are relative to the page's `<base>` where the standards allow it, and what
//! must be absolute is left out: `og:url`, `og:image`, `twitter:image`, the sitemap.

mod dataset;
pub mod describe;
mod linked;
pub mod oembed;
mod root;
pub mod sitemap;
mod subject;
pub(super) mod words;

pub use linked::script;
pub use root::{address, Root, RootError};
pub use subject::{Facts, Subject};

use linked::About;

use super::store::Store;
use super::widgets::heights;
use super::{feeds, preview, Result};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::IndicatorPage;
use crate::model::Lang;
use crate::route::{Address, Route};

/// Colour of the browser's own frame around the page, light and dark: `--ground` of `style/base.css`.
const THEME_COLORS: [(&str, &str); 2] = [("light", "#ffffff"), ("dark", "#12171d")];

/// What a page says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Language of the page.
    pub lang: Lang,
    /// Its title, without the site's name.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Its own address.
    pub canonical: String,
    /// The same page for other readers: language tag or `x-default`, address.
    pub alternates: Vec<(&'static str, String)>,
    /// Whether search engines should list it.
    pub listed: bool,
    /// Its absolute address, where the site knows its root.
    pub url: Option<String>,
    /// The absolute address of its picture and what that shows, where the site knows its root.
    pub image: Option<(String, String)>,
    /// The absolute address of what shows it as a widget, where it is one and the site knows its root.
    pub oembed: Option<String>,
    /// What it is about, as JSON-LD.
    pub linked: Option<serde_json::Value>,
}

impl Head {
    /// The head of the page that hosts show for addresses without a page.
    #[must_use]
    pub fn of_no_page(lang: Lang) -> Self {
        Self {
            lang,
            title: Key::NotFoundTitle.text(lang).to_owned(),
            description: Key::NotFoundText.text(lang).to_owned(),
            canonical: String::new(),
            alternates: Vec::new(),
            listed: false,
            url: None,
            image: None,
            oembed: None,
            linked: None,
        }
    }

    /// The title that the browser shows: with the site's name.
    #[must_use]
    pub fn full_title(&self) -> String {
        let site = Key::SiteName.text(self.lang);
        if self.title == site {
            self.title.clone()
        } else {
            format!("{} · {site}", self.title)
        }
    }

    /// The elements, for a place behind `<base>` and the charset.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = Markup::new();
        let meta = |out: &mut Markup, name: &str, content: &str| {
            out.void("meta", &[("name", name), ("content", content)]);
        };
        meta(&mut out, "description", &self.description);
        for (scheme, color) in THEME_COLORS {
            let media = format!("(prefers-color-scheme: {scheme})");
            let color = [
                ("name", "theme-color"),
                ("media", &media),
                ("content", color),
            ];
            out.void("meta", &color);
        }
        if !self.listed {
            meta(&mut out, "robots", "noindex");
        }
        if !self.canonical.is_empty() {
            out.void("link", &[("rel", "canonical"), ("href", &self.canonical)]);
            self.put_alternates(&mut out);
            self.put_card(&mut out);
        }
        let mut html = out.finish();
        if let Some(linked) = &self.linked {
            html.push_str("<script type=\"application/ld+json\">");
            html.push_str(&script(linked));
            html.push_str("</script>");
        }
        html
    }

    /// The other languages, and the feeds of this one.
    fn put_alternates(&self, out: &mut Markup) {
        for (tag, href) in &self.alternates {
            out.void(
                "link",
                &[("rel", "alternate"), ("hreflang", tag), ("href", href)],
            );
        }
        let lang = self.lang;
        for (kind, title, href) in [
            (
                "application/atom+xml",
                Key::ChangesFeed,
                feeds::changes_path(lang),
            ),
            (
                "text/calendar",
                Key::CalendarName,
                feeds::calendar_path(lang),
            ),
        ] {
            let title = title.text(lang);
            let feed = [
                ("rel", "alternate"),
                ("type", kind),
                ("title", title),
                ("href", &href),
            ];
            out.void("link", &feed);
        }
        if let Some(href) = &self.oembed {
            let shown = [
                ("rel", "alternate"),
                ("type", "application/json+oembed"),
                ("title", &self.title),
                ("href", href),
            ];
            out.void("link", &shown);
        }
    }

    /// The card that chats show: Open Graph and what Twitter reads beside it.
    fn put_card(&self, out: &mut Markup) {
        let property = |out: &mut Markup, name: &str, content: &str| {
            out.void("meta", &[("property", name), ("content", content)]);
        };
        property(out, "og:type", "website");
        property(out, "og:site_name", Key::SiteName.text(self.lang));
        property(out, "og:title", &self.title);
        property(out, "og:description", &self.description);
        for lang in Lang::ALL {
            let name = if lang == self.lang {
                "og:locale"
            } else {
                "og:locale:alternate"
            };
            property(out, name, locale(lang));
        }
        if let Some(url) = &self.url {
            property(out, "og:url", url);
        }
        if let Some((image, alt)) = &self.image {
            property(out, "og:image", image);
            property(out, "og:image:type", "image/png");
            property(out, "og:image:width", "1200");
            property(out, "og:image:height", "630");
            property(out, "og:image:alt", alt);
        }
        let card = match self.image {
            Some(_) => "summary_large_image",
            None => "summary",
        };
        out.void("meta", &[("name", "twitter:card"), ("content", card)]);
    }
}

/// The language as Open Graph names it.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id_ID",
        Lang::En => "en_GB",
    }
}

/// Makes heads.
pub struct Heads<'a> {
    facts: Facts<'a>,
    root: Option<&'a Root>,
}

impl<'a> Heads<'a> {
    /// Reads what heads say; `root` where the site was told it.
    ///
    /// # Errors
    ///
    /// When files of the data set contradict one another.
    pub fn new(
        store: &'a Store,
        pages: &'a [IndicatorPage],
        root: Option<&'a Root>,
    ) -> Result<Self> {
        Ok(Self {
            facts: Facts::new(store, pages)?,
            root,
        })
    }

    /// The head of the page at an address, whose heading is `title`.
    #[must_use]
    pub fn of(&self, address: &Address, title: &str) -> Head {
        let Address { lang, route } = address;
        let subject = self.facts.subject(route);
        let description = describe::describe(&self.facts, subject, route, *lang);
        let about = About {
            facts: &self.facts,
            root: self.root,
            address,
            title,
            description: &description,
        };
        let linked = linked::linked(&about, subject);
        Head {
            canonical: self.at(&address.href()),
            alternates: self.alternates(route),
            // A list of what was found is no page that should be found.
            listed: !matches!(route, Route::Search(_) | Route::NotFound(_)),
            url: self.root.map(|root| root.join(&address.href())),
            image: self.image(address, title),
            oembed: self
                .root
                .and_then(|root| Some(root.join(&oembed::path(address)?))),
            linked: Some(linked),
            lang: *lang,
            title: title.to_owned(),
            description,
        }
    }

    /// The page at `address` as [`oembed::answer`] writes it.
    #[must_use]
    pub fn oembed(
        &self,
        root: &Root,
        address: &Address,
        title: &str,
        card: &str,
    ) -> Option<String> {
        let widget = oembed::widget_of(&address.route)?;
        let height = heights(&self.facts, &widget, address.lang, false).wide;
        oembed::answer(root, address, title, card, height)
    }

    /// The head of the site's root, which leads to the reader's language.
    #[must_use]
    pub fn of_root(&self) -> Head {
        let home = Address {
            lang: Lang::Id,
            route: Route::Home,
        };
        Head {
            canonical: self.at(""),
            url: self.root.map(|root| root.join("")),
            description: words::ROOT.text(Lang::Id).to_owned(),
            linked: None,
            ..self.of(&home, Key::SiteName.text(Lang::Id))
        }
    }

    /// The page in the sitemap; `None` for those that are not listed.
    #[must_use]
    pub fn entry(&self, route: &Route) -> Option<sitemap::Entry> {
        let paths = Lang::ALL.map(|lang| {
            let route = route.clone();
            Address { lang, route }.href()
        });
        (!matches!(route, Route::Search(_) | Route::NotFound(_))).then(|| sitemap::Entry {
            paths,
            changed: self.facts.changed(self.facts.subject(route)),
        })
    }

    /// The picture of the page, which may be that of its city or section.
    fn image(&self, Address { lang, route }: &Address, title: &str) -> Option<(String, String)> {
        let own = preview::page_of(route);
        let title = match self.facts.subject(&own) {
            Subject::City(city) => city.name.get(*lang),
            _ => own.title(*lang).unwrap_or(title),
        };
        let alt = words::CARD.with(*lang, &[title]);
        Some((self.root?.join(&preview::path(route, *lang)), alt))
    }

    fn at(&self, path: &str) -> String {
        root::address(self.root, path)
    }

    /// The page in each language; for readers of any other the English one, or the root, which asks
    /// the browser.
    fn alternates(&self, route: &Route) -> Vec<(&'static str, String)> {
        let path = |lang: Lang| {
            let route = route.clone();
            Address { lang, route }.href()
        };
        let of = |lang: Lang| (lang.tag(), self.at(&path(lang)));
        let mut alternates: Vec<_> = Lang::ALL.into_iter().map(of).collect();
        let default = if *route == Route::Home {
            String::new()
        } else {
            path(Lang::En)
        };
        alternates.push(("x-default", self.at(&default)));
        alternates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(url: Option<&str>) -> Head {
        Head {
            lang: Lang::En,
            title: "\"><script>alert(1)</script>".to_owned(),
            description: "</head><b>&".to_owned(),
            canonical: "en/x/".to_owned(),
            alternates: vec![
                ("id", "id/x/".to_owned()),
                ("x-default", "en/x/".to_owned()),
            ],
            listed: true,
            url: url.map(str::to_owned),
            image: url.map(|it| (format!("{it}img/x.png"), "x".to_owned())),
            oembed: None,
            linked: Some(serde_json::json!({ "name": "</script><script>" })),
        }
    }

    #[test]
    fn hostile_text_is_text() {
        let html = head(None).html();
        assert!(
            !html.contains("<script>") && !html.contains("<b>"),
            "{html}"
        );
        assert_eq!(html.matches("</script>").count(), 1);
        assert!(html.contains("content=\"&lt;/head&gt;&lt;b&gt;&amp;\""));
    }

    #[test]
    fn only_a_site_that_knows_its_root_names_what_must_be_absolute() {
        let bare = head(None).html();
        for absent in ["og:url", "og:image", "summary_large_image", "robots"] {
            assert!(!bare.contains(absent), "{absent}");
        }
        assert!(bare.contains("<link rel=\"canonical\" href=\"en/x/\"/>"));
        let told = head(Some("https://example.org/")).html();
        for there in ["og:url", "og:image:width", "summary_large_image"] {
            assert!(told.contains(there), "{there}");
        }
    }

    #[test]
    fn a_page_that_is_none_is_not_listed_and_has_no_address() {
        let html = Head::of_no_page(Lang::Id).html();
        assert!(html.contains("content=\"noindex\"") && !html.contains("canonical"));
    }
}
