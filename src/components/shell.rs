//! The shell: what stands around every page.

use leptos::prelude::*;

use crate::app::Site;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform::Theme;
use crate::route::{Address, Directory, Route};

/// The header: name, sections, language, theme.
#[must_use]
pub fn header(site: Site, lang: Lang) -> AnyView {
    let sections = [
        (Key::NavHome, Route::Home),
        (Key::NavCities, Route::Cities(Directory::default())),
    ];
    let sections = sections
        .into_iter()
        .map(|(key, route)| {
            let current = {
                let route = route.clone();
                move || section_state(&site.address().route, &route)
            };
            view! {
                <li>
                    <a href=site.href(lang, route) aria-current=current>{key.text(lang)}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <a class="skip" href="#content" data-jump="content">{Key::SkipToContent.text(lang)}</a>
        <header class="site-header">
            <a class="site-name" href=site.href(lang, Route::Home)>{Key::SiteName.text(lang)}</a>
            <nav aria-label=Key::NavMain.text(lang)><ul>{sections}</ul></nav>
            <div class="settings">{languages(site, lang)}{themes(site, lang)}</div>
        </header>
    }
    .into_any()
}

/// The `aria-current` of a section: the page itself, or a page of the section.
fn section_state(now: &Route, section: &Route) -> Option<&'static str> {
    match (now, section) {
        (Route::Home, Route::Home) | (Route::Cities(_), Route::Cities(_)) => Some("page"),
        (Route::City(_), Route::Cities(_)) => Some("true"),
        _ => None,
    }
}

fn languages(site: Site, lang: Lang) -> AnyView {
    let links = Lang::ALL
        .into_iter()
        .map(|other| {
            let name = match other {
                Lang::Id => "Bahasa Indonesia",
                Lang::En => "English",
            };
            let href = move || {
                let Address { route, .. } = site.address();
                site.href(other, route)
            };
            view! {
                <li>
                    <a
                        href=href
                        lang=other.tag()
                        hreflang=other.tag()
                        title=name
                        aria-label=name
                        aria-current=(other == lang).then_some("true")
                    >
                        {other.tag().to_ascii_uppercase()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="languages" aria-label=Key::Language.text(lang)>{links}</ul> }.into_any()
}

fn themes(site: Site, lang: Lang) -> AnyView {
    let mut options = Markup::new();
    for theme in Theme::ALL {
        let key = match theme {
            Theme::Auto => Key::ThemeAuto,
            Theme::Light => Key::ThemeLight,
            Theme::Dark => Key::ThemeDark,
        };
        options.el_with("option", &[("value", theme.id())], key.text(lang));
    }
    view! {
        <label class="theme">
            <span class="visually-hidden">{Key::Theme.text(lang)}</span>
            <select
                inner_html=options.finish()
                prop:value=move || site.theme().id()
                on:change=move |event| {
                    site.set_theme(Theme::from_id(&event_target_value(&event)));
                }
            ></select>
        </label>
    }
    .into_any()
}

/// The footer: what this is, the date of the data, licences.
#[must_use]
pub fn footer(site: Site, lang: Lang) -> AnyView {
    let index = site.index();
    let data_date = move || {
        index
            .ready()
            .map(|index| Key::DataDate.with(lang, &date(index.data_date, lang)))
    };
    view! {
        <footer class="site-footer">
            <p>{Key::FooterAbout.text(lang)}</p>
            <p>
                {data_date} " · " {Key::FooterLicence.text(lang)} " · "
                <a href="data/index.json" target="_blank" rel="noopener">{Key::PublicData.text(lang)}</a>
            </p>
        </footer>
    }
    .into_any()
}

/// The way from the front page to this one.
pub fn breadcrumb(site: Site, lang: Lang, steps: &[(Key, Route)], here: impl IntoView) -> AnyView {
    let steps = steps
        .iter()
        .map(|(key, route)| {
            view! { <li><a href=site.href(lang, route.clone())>{key.text(lang)}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label=Key::Breadcrumb.text(lang)>
            <ol>{steps}<li aria-current="page">{here.into_any()}</li></ol>
        </nav>
    }
    .into_any()
}
