//! The app: one page at a time, in one language, with everything around it.

pub mod chunk;
mod files;
#[cfg(feature = "csr")]
mod links;
mod site;
#[cfg(feature = "csr")]
mod start;
#[cfg(not(feature = "csr"))]
mod written;

pub use site::{Site, Visit};
#[cfg(feature = "csr")]
pub use start::start;
#[cfg(not(feature = "csr"))]
pub use written::{written, Written};

use leptos::prelude::*;

use crate::components::finder;
use crate::components::live::live;
use crate::components::part::Part;
use crate::components::shell::{footer, header};
use crate::model::Lang;
use crate::pages;
use crate::route::Address;

/// The whole page.
fn app(site: Site) -> AnyView {
    let page = site.page();
    let lang = Memo::new(move |_| page.with(|page| page.lang));
    let mut part = Part::new();
    part.island("", move || live(move || header(site, lang.get())));
    let content = [("id", "content"), ("tabindex", "-1")];
    let shown = move || live(move || show(site, &page.get()));
    part.showing("main", &content, Box::new(shown));
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
