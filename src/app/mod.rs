//! The app: one page at a time, in one language, with everything around it.

pub mod chunk;
mod files;
mod links;
mod site;

pub use site::{Site, Visit};

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::components::finder;
use crate::components::live::live;
use crate::components::part::Part;
use crate::components::shell::{footer, header};
use crate::model::Lang;
use crate::pages;
use crate::platform;
use crate::route::Address;

/// Starts the app as soon as the words of the reader's language are there. It replaces the content
/// of the page's container, which until then is what is shown without the app.
pub fn start() {
    let Some(container) = platform::element("app").and_then(|it| it.dyn_into().ok()) else {
        platform::log("the page has no element with the id \"app\"");
        return;
    };
    // Owns the signals of the site, which live as long as the page.
    let owner = Owner::new();
    let site = owner.with(Site::new);
    std::mem::forget(owner);
    let lang = site.lang();
    platform::set_lang(lang);
    // The page's own file comes along with the words.
    pages::ask(site);
    site.with_words(lang, move |there| {
        if there {
            mount(container, site);
        } else {
            platform::start_failed();
        }
    });
}

fn mount(container: HtmlElement, site: Site) {
    container.set_inner_html("");
    mount_to(container, move || app(site)).forget();
}

/// The whole page.
fn app(site: Site) -> AnyView {
    site.listen();
    links::listen(site);
    finder::hear_slash(site);
    platform::prepare_paper();
    let page = site.page();
    let lang = Memo::new(move |_| page.with(|page| page.lang));
    let mut part = Part::new();
    part.island("", move || live(move || header(site, lang.get())));
    let content = [("id", "content"), ("tabindex", "-1")];
    let shown = move |_| live(move || show(site, &page.get()));
    part.open_island("main", &content, Box::new(shown)).close();
    part.island("", move || live(move || footer(site, lang.get())));
    let announcer = [
        ("id", "announcer"),
        ("class", "visually-hidden"),
        ("role", "status"),
        ("aria-live", "polite"),
    ];
    part.el_with("p", &announcer, "");
    finder::above(&mut part, site);
    part.view("")
}

/// The page of an address.
fn show(site: Site, address: &Address) -> AnyView {
    let Address { lang, route } = address;
    let lang: Lang = *lang;
    pages::view(site, lang, route)
}
