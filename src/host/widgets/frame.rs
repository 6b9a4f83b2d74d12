//! The frame of a widget: what stands around its content, from the head to the line of sources.
//!
//! Style, script and policy are put in afterwards, by `xtask/npm/widgets.mjs`: it knows what of the
//! style a file needs, and the hashes of both.

use crate::host::head::words as heads;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::{Lang, PartialDate, Source, Sources};
use crate::route::{Address, Route};

use super::words as w;

/// How many publishers the line of sources names; the page names them all.
const PUBLISHERS: usize = 4;

/// What a widget shows.
pub(super) struct Content {
    /// Its heading, and what a frame is called.
    pub title: String,
    /// What it says in a sentence; may be empty.
    pub lead: String,
    /// Everything below.
    pub body: String,
    /// The sources of all that.
    pub sources: Vec<Source>,
    /// The page of the atlas that says more.
    pub to: Route,
}

/// Where a widget stands, and when.
pub(super) struct Stand<'a> {
    /// Language.
    pub lang: Lang,
    /// Date of the data.
    pub date: PartialDate,
    /// Its file below the site's root.
    pub file: &'a str,
    /// The file below the root that always has the newest figures, when this one is kept as it is.
    pub newest: Option<&'a str>,
}

impl Stand<'_> {
    /// The address of a file below the root, from this one.
    pub fn href(&self, to: &str) -> String {
        let up = self.file.matches('/').count();
        ["../".repeat(up).as_str(), to].concat()
    }

    /// The address of a page, from this file.
    pub fn page(&self, route: Route) -> String {
        let lang = self.lang;
        self.href(&Address { lang, route }.href())
    }
}

/// Writes a link. No browser that the atlas is made for gives what `target="_blank"` opens the window from
/// which it came.
pub(super) fn link(markup: &mut Markup, href: &str, text: &str) {
    markup.el_with("a", &[("href", href)], text);
}

/// The sources of `keys`, each once.
pub(super) fn cited<'k>(
    keys: impl IntoIterator<Item = &'k String>,
    sources: &Sources,
) -> Vec<Source> {
    let mut cited: Vec<Source> = Vec::new();
    for source in keys.into_iter().filter_map(|key| sources.get(key)) {
        if !cited.contains(source) {
            cited.push(source.clone());
        }
    }
    cited
}

/// The file of a widget.
pub(super) fn write(content: &Content, stand: &Stand<'_>) -> String {
    let lang = stand.lang;
    let mut page = Markup::new();
    page.nest("<!doctype html>")
        .open_with("html", &[("lang", lang.tag())])
        .open("head", "")
        .nest("<meta charset=\"utf-8\">")
        .nest("<meta name=\"viewport\" content=\"width=device-width\">")
        .el("title", "", &content.title)
        // So it names no canonical address either.
        .nest("<meta name=\"robots\" content=\"noindex\">")
        // Every link opens beside the page in which the widget stands.
        .nest("<base target=\"_blank\">")
        .nest("<style></style>")
        .close();
    page.open("body", "")
        .open("main", "")
        .el("h1", "", &content.title);
    if !content.lead.is_empty() {
        page.el("p", "lead", &content.lead);
    }
    page.nest(&content.body);
    foot(&mut page, content, stand);
    page.close().nest("<script></script>");
    page.finish()
}

/// Publishers, date and the ways on, which stay whatever an author chooses.
fn foot(page: &mut Markup, content: &Content, stand: &Stand<'_>) {
    let lang = stand.lang;
    page.open("footer", "");
    let mut publishers: Vec<(&str, &str)> = Vec::new();
    for it in &content.sources {
        if !publishers.iter().any(|(name, _)| *name == it.publisher) {
            let url = it.link().or(it.link_via()).unwrap_or_default();
            publishers.push((&it.publisher, url));
        }
    }
    if !publishers.is_empty() {
        page.text(Key::Sources.text(lang)).text(": ");
    }
    for (place, (name, url)) in publishers.iter().take(PUBLISHERS).enumerate() {
        if place > 0 {
            page.text("; ");
        }
        if url.is_empty() {
            page.text(name);
        } else {
            link(page, url, name);
        }
    }
    if publishers.len() > PUBLISHERS {
        let more = (publishers.len() - PUBLISHERS).to_string();
        let more = heads::AND_MORE.with(lang, &[&more]);
        page.text(" ").text(&more);
    }
    if !publishers.is_empty() {
        page.text(". ");
    }
    let day = date(stand.date, lang);
    if let Some(newest) = stand.newest {
        page.text(&w::FROZEN.with(lang, &[&day])).text(" ");
        link(page, &stand.href(newest), w::NEWER.text(lang));
    } else {
        page.text(&Key::DataDate.with(lang, &day));
    }
    page.text(" · ");
    let full = stand.page(content.to.clone());
    link(page, &full, w::FULL_PAGE.text(lang));
    page.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(file: &str) -> Stand<'_> {
        Stand {
            lang: Lang::En,
            date: PartialDate {
                year: 2026,
                month: Some(11),
                day: Some(23),
            },
            file,
            newest: None,
        }
    }

    fn content() -> Content {
        let source = |publisher: &str| Source {
            title: "<t>".to_owned(),
            publisher: publisher.to_owned(),
            url: Some("https://a.example/?a&b".to_owned()),
            via: None,
            published: None,
            accessed: stand("").date,
            lang: "en".to_owned(),
            licence: None,
            note: None,
        };
        Content {
            title: "A & <b>".to_owned(),
            lead: String::new(),
            body: String::new(),
            sources: ["One", "Two", "One", "Three", "Four", "Five"]
                .map(source)
                .into(),
            to: Route::City("hanoi".to_owned()),
        }
    }

    #[test]
    fn ways_lead_up_to_the_root() {
        let it = stand("widgets/en/chart/hdi/IDN.html");
        assert_eq!(it.page(Route::Network), "../../../../en/network/");
        assert_eq!(stand("x.html").page(Route::Network), "en/network/");
    }

    #[test]
    fn the_foot_says_sources_date_and_page() {
        let html = write(&content(), &stand("widgets/en/city/hanoi.html"));
        assert!(html.contains("<title>A &amp; &lt;b&gt;</title>"), "{html}");
        assert_eq!(html.matches(">One</a>").count(), 1);
        assert!(html.contains("Four</a> and 1 more. Data as of 23 November 2026"));
        assert!(html.contains("<a href=\"../../../en/cities/hanoi/\""));
        assert!(html.contains("href=\"https://a.example/?a&amp;b\""));
    }

    #[test]
    fn what_is_kept_says_so_and_leads_to_the_newest() {
        let it = Stand {
            newest: Some("widgets/en/city/hanoi.html"),
            ..stand("widgets/editions/2026-11-23/en/city/hanoi.html")
        };
        let html = write(&content(), &it);
        assert!(html.contains("Figures as of 23 November 2026, kept as they were then."));
        assert!(html.contains("href=\"../../../../../widgets/en/city/hanoi.html\""));
    }
}
