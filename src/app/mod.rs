//! The app: one page at a time, in one language, with everything around it.

mod links;
mod site;

pub use site::{Site, Visit};

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::components::live::live;
use crate::components::shell::{footer, header};
use crate::model::Lang;
use crate::pages;
use crate::platform;
use crate::route::Address;

/// Replaces the container of the page, which until then holds what is shown without the app, and
/// starts the app in it.
pub fn start() {
    let Some(container) = platform::element("app") else {
        platform::log("the page has no element with the id \"app\"");
        return;
    };
    container.set_inner_html("");
    if let Ok(container) = container.dyn_into() {
        mount_to(container, app).forget();
    }
}

/// The whole page.
fn app() -> AnyView {
    let site = Site::new();
    site.listen();
    links::listen(site);
    let page = site.page();
    let lang = Memo::new(move |_| page.with(|page| page.lang));
    view! {
        {live(move || header(site, lang.get()))}
        <main id="content" tabindex="-1">{live(move || show(site, &page.get()))}</main>
        {live(move || footer(site, lang.get()))}
        <p id="announcer" class="visually-hidden" role="status" aria-live="polite"></p>
    }
    .into_any()
}

/// The page of an address.
fn show(site: Site, address: &Address) -> AnyView {
    let Address { lang, route } = address;
    let lang: Lang = *lang;
    pages::view(site, lang, route)
}
