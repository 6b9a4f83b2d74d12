//! The way to the search from every page: a link that opens it above the page, and the place where
//! it opens. What is inside comes with its chunk.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::live::{follow, live};
use super::part::Part;
use crate::app::Site;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::pages;
use crate::platform;
use crate::route::{Address, Route, SearchState};

/// Marks the link to the search, which opens it above the page.
pub const FINDER: &str = "data-search";

/// The id of the input of the search's own page.
pub const ON_PAGE: &str = "search-text";

/// Writes the link to the search.
pub fn opener(markup: &mut Markup, site: Site, lang: Lang) {
    let href = site.href(lang, Route::Search(SearchState::default()));
    let link = [
        ("class", "search-open"),
        ("href", href.as_str()),
        (FINDER, "1"),
        ("aria-keyshortcuts", "/"),
        ("aria-label", Key::SearchTitle.text(lang)),
    ];
    let glass = [
        ("viewBox", "0 0 20 20"),
        ("width", "20"),
        ("height", "20"),
        ("aria-hidden", "true"),
        ("fill", "none"),
        ("stroke", "currentColor"),
        ("stroke-width", "2"),
    ];
    markup
        .open_with("a", &link)
        .open_with("svg", &glass)
        .void("circle", &[("cx", "8.5"), ("cy", "8.5"), ("r", "6")])
        .void("path", &[("d", "M13 13l6 6")])
        .close()
        .el("span", "", Key::SearchTitle.text(lang))
        .close();
}

/// Opens the search above the page; on its own page, goes to its input.
pub fn open(site: Site) {
    if matches!(site.address_now().route, Route::Search(_)) {
        platform::focus(ON_PAGE);
    } else {
        site.set_searching(true);
    }
}

/// Opens the search when the reader types `/`, unless they are typing something.
pub fn hear_slash(site: Site) {
    // Listens as long as the page lives.
    drop(window_event_listener(
        leptos::ev::keydown,
        move |event: KeyboardEvent| {
            let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
            let typing = "input,select,textarea,[contenteditable],dialog";
            if event.key() == "/" && !with_others && platform::target_of(&event, typing).is_none() {
                event.prevent_default();
                open(site);
            }
        },
    ));
}

/// Writes the place where the search opens above the page.
pub fn above(part: &mut Part, site: Site) {
    let lives = move |place: HtmlElement| {
        let page = site.page();
        follow(move || {
            // Another page closes it. Reading it, not only tracking: a memo that nobody reads follows
            // nothing.
            page.with(|_| ());
            site.set_searching(false);
        });
        platform::listen(&place, &["close", "click"], move |event| {
            // Outside of what stands in it, its own element is the target.
            let leaves = platform::target(&event).is_some_and(|it| it.tag_name() == "DIALOG");
            if leaves || platform::target_of(&event, "a,[data-close]").is_some() {
                site.set_searching(false);
            }
        });
        let dialog: HtmlDialogElement = place.unchecked_into();
        follow(move || {
            if !site.searching() {
                dialog.close();
            } else if !dialog.open() && dialog.show_modal().is_err() {
                let lang = site.lang();
                let route = Route::Search(SearchState::default());
                site.go(Address { lang, route });
            }
        });
        live(move || {
            if site.searching() {
                inside(site, site.lang())
            } else {
                ().into_any()
            }
        })
    };
    part.open_island("dialog", &[("class", "search-above")], Box::new(lives))
        .close();
}

fn inside(site: Site, lang: Lang) -> AnyView {
    let mut part = Part::new();
    let close = [
        ("type", "button"),
        ("class", "search-close"),
        ("data-close", "1"),
        ("aria-label", Key::SearchClose.text(lang)),
    ];
    part.open_with("div", &[("class", "search-head")])
        .el_with("h2", &[("id", "search-above")], Key::SearchTitle.text(lang))
        .el_with("button", &close, "×")
        .close();
    part.island("", move || pages::search_above(site, lang));
    part.view("")
}
