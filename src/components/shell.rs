//! The shell: what stands around every page.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::Site;
use crate::components::edition;
use crate::components::finder::opener;
use crate::components::live::{block, follow, live};
use crate::components::part::Part;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;
use crate::route::{Compare, Directory, Embed, IndicatorList, ProgramList, ProjectList, Route};
use crate::widget::Theme;

/// The header: name, sections, language, theme.
#[must_use]
pub fn header(site: Site, lang: Lang) -> AnyView {
    let mut part = Part::new();
    part.jump("skip", "content", Key::SkipToContent.text(lang))
        .open("header", "site-header");
    edition::told(&mut part, site, lang);
    part.link(
        "site-name",
        &site.href(lang, Route::Home),
        Key::SiteName.text(lang),
    );
    // What follows the address is written anew with it.
    part.open_with("nav", &[("aria-label", Key::NavMain.text(lang))]);
    part.island("", move || live(move || block("", sections(site, lang))));
    part.close().open("div", "settings");
    opener(&mut part, site, lang);
    part.island("", move || live(move || block("", languages(site, lang))));
    part.open("div", "");
    themes(&mut part, site, lang);
    part.view("")
}

/// What the header leads to.
fn sections(site: Site, lang: Lang) -> Markup {
    let sections = [
        (Key::NavCities, Route::Cities(Directory::default())),
        (
            Key::IndicatorsTitle,
            Route::Indicators(IndicatorList::default()),
        ),
        (Key::NavPrograms, Route::Programs(ProgramList::default())),
        (Key::ProjectsTitle, Route::Projects(ProjectList::default())),
        (Key::NavNetwork, Route::Network),
    ];
    links(site, lang, &sections)
}

/// What the footer leads to: pages that belong to no section alone.
fn others(site: Site, lang: Lang) -> Markup {
    let others = [
        (Key::NavCompare, Route::Compare(Compare::default())),
        (Key::CountriesTitle, Route::Countries),
        (Key::DataTitle, Route::Data),
        (Key::DocumentsTitle, Route::Documents),
        (Key::EmbedTitle, Route::Embed(Embed::default())),
        (Key::AboutTitle, Route::About),
    ];
    links(site, lang, &others)
}

/// A list of links of which that to the page shown, or to its section, says so.
fn links(site: Site, lang: Lang, routes: &[(Key, Route)]) -> Markup {
    let now = site.address().route;
    let mut markup = Markup::new();
    markup.open("ul", "");
    for (key, route) in routes {
        let current = section_state(&now, route);
        let href = site.href(lang, route.clone());
        markup
            .open("li", "")
            .el_with(
                "a",
                &[("href", &href), ("aria-current", current)],
                key.text(lang),
            )
            .close();
    }
    markup
}

/// The `aria-current` of a section: the page itself, a page of the section, or none.
fn section_state(now: &Route, section: &Route) -> &'static str {
    let of_section = match now {
        Route::City(_) => matches!(section, Route::Cities(_)),
        Route::Indicator(..) => matches!(section, Route::Indicators(_)),
        Route::Country(_) => matches!(section, Route::Countries),
        Route::Program(_) | Route::Partner(_) => matches!(section, Route::Programs(_)),
        Route::Project(..) => matches!(section, Route::Projects(_)),
        Route::Meeting(_) => matches!(section, Route::Network),
        _ => {
            return if now.without_query() == *section {
                "page"
            } else {
                ""
            }
        }
    };
    if of_section {
        "true"
    } else {
        ""
    }
}

fn languages(site: Site, lang: Lang) -> Markup {
    let route = site.address().route;
    let mut markup = Markup::new();
    markup.open_with(
        "ul",
        &[
            ("class", "languages"),
            ("aria-label", Key::Language.text(lang)),
        ],
    );
    for other in Lang::ALL {
        let name = match other {
            Lang::Id => "Bahasa Indonesia",
            Lang::En => "English",
        };
        let attributes = [
            ("href", site.href(other, route.clone())),
            ("lang", other.tag().to_owned()),
            ("hreflang", other.tag().to_owned()),
            ("title", name.to_owned()),
            ("aria-label", name.to_owned()),
            (
                "aria-current",
                if other == lang { "true" } else { "" }.to_owned(),
            ),
        ];
        let attributes = attributes.each_ref().map(|(name, it)| (*name, it.as_str()));
        markup
            .open("li", "")
            .el_with("a", &attributes, &other.tag().to_ascii_uppercase())
            .close();
    }
    markup
}

fn themes(part: &mut Part, site: Site, lang: Lang) {
    let choice = move |select: HtmlElement| {
        platform::listen(&select, &["change"], move |event| {
            if let Some(select) = platform::target(&event) {
                site.set_theme(Theme::from_id(&platform::value(&select)));
            }
        });
        follow(move || platform::put(&select, "value", &site.theme().id().into()));
        ().into_any()
    };
    part.open("label", "theme")
        .el("span", "visually-hidden", Key::Theme.text(lang));
    // A browser that fills forms again would choose for the reader.
    let attributes = [("autocomplete", "off")];
    part.open_island("select", &attributes, Box::new(choice));
    for theme in Theme::ALL {
        let key = match theme {
            Theme::Auto => Key::ThemeAuto,
            Theme::Light => Key::ThemeLight,
            Theme::Dark => Key::ThemeDark,
        };
        part.el_with("option", &[("value", theme.id())], key.text(lang));
    }
    part.close().close();
}

/// The footer: what this is, the date of the data, licences.
#[must_use]
pub fn footer(site: Site, lang: Lang) -> AnyView {
    let mut markup = Markup::new();
    markup
        .open("footer", "site-footer")
        .open_with("nav", &[("aria-label", Key::NavMore.text(lang))])
        .nest(&others(site, lang).finish())
        .close()
        .el("p", "", Key::FooterAbout.text(lang))
        .open("p", "");
    if let Some(day) = platform::data_day() {
        markup
            .text(&Key::DataDate.with(lang, &date(day, lang)))
            .text(" · ");
    }
    let data = [
        ("href", "data/index.json"),
        ("target", "_blank"),
        ("rel", "noopener"),
    ];
    markup.text(Key::FooterLicence.text(lang));
    if site.has_files() {
        markup
            .open("span", "explore")
            .text(" · ")
            .el_with("a", &data, Key::PublicData.text(lang))
            .text(" · ")
            .link(
                "",
                &site.href(lang, Route::About),
                Key::OfflineLink.text(lang),
            )
            .close();
    }
    markup.close();
    // Filled and shown on paper alone.
    markup
        .open_with("p", &[("class", "printed"), ("hidden", "hidden")])
        .text(Key::PrintedFrom.text(lang))
        .text(" ")
        .el_with("span", &[("id", platform::PRINTED_FROM)], "");
    block("", markup)
}

/// Writes the way from the front page to this one.
pub fn breadcrumb(markup: &mut Markup, site: Site, lang: Lang, steps: &[(Key, Route)], here: &str) {
    let steps: Vec<(&str, Route)> = steps
        .iter()
        .map(|(key, route)| (key.text(lang), route.clone()))
        .collect();
    breadcrumb_of(markup, site, lang, &steps, here);
}

/// Writes the way to this page by steps of which some are named by data.
pub fn breadcrumb_of(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    steps: &[(&str, Route)],
    here: &str,
) {
    let label = Key::Breadcrumb.text(lang);
    markup
        .open_with("nav", &[("class", "breadcrumb"), ("aria-label", label)])
        .open("ol", "");
    for (name, route) in steps {
        markup
            .open("li", "")
            .link("", &site.href(lang, route.clone()), name)
            .close();
    }
    markup
        .el_with("li", &[("aria-current", "page")], here)
        .close()
        .close();
}

/// Writes the page's own index: ids of its sections and their titles.
pub fn page_index(markup: &mut Markup, lang: Lang, sections: &[(&str, &str)]) {
    let label = Key::OnThisPage.text(lang);
    markup
        .open_with("nav", &[("class", "page-index"), ("aria-label", label)])
        .el_with("p", &[("aria-hidden", "true")], label)
        .open("ul", "");
    for (id, title) in sections {
        markup.open("li", "").jump("", id, title).close();
    }
    markup.close().close();
}

/// Opens a section with its title, to which the page's index leads.
pub fn open_section(markup: &mut Markup, id: &str, title: &str) {
    markup
        .open_with("section", &[("aria-labelledby", id)])
        .el_with("h2", &[("id", id), ("tabindex", "-1")], title);
}
