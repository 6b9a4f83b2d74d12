//! Pages: one module for each, with the same parts in the same order: breadcrumb, heading, the
//! sentence that says what the page answers, content, sources.

mod chunk;
mod cities;
mod city;
mod compare;
mod countries;
mod data;
mod embed;
mod front;
mod home;
mod indicator;
mod indicators;
mod network;
mod not_found;
mod own_page;
mod programs;
mod projects;
mod search;

pub use chunk::search_above;
use leptos::prelude::*;

use crate::app::Site;
use crate::model::Lang;
use crate::route::{Chunk, Route};
use not_found::Missing;

/// Asks for the file without which the page shown has no content.
pub fn ask(site: Site) {
    let route = site.address_now().route;
    if let Route::City(slug) = route {
        drop(site.city(&slug));
    } else if let Some(pages) = Chunk::of(&route).and_then(|chunk| chunk::pages(site, chunk)) {
        drop(pages);
    }
}

/// Loads the code of the page shown, unless the app's first file has it, and tells `came` whether it is
/// there.
pub fn bring_code(site: Site, came: Box<dyn FnOnce(bool)>) {
    let chunk = Chunk::of(&site.address_now().route);
    match chunk.and_then(|chunk| Some((chunk, chunk::loader(chunk)?))) {
        Some((chunk, load)) => site.bring_code(chunk, load, came),
        None => came(true),
    }
}

/// The page of a route.
#[must_use]
pub fn view(site: Site, lang: Lang, route: &Route) -> AnyView {
    match route {
        Route::City(slug) => city::view(site, lang, slug),
        Route::Home
        | Route::Cities(_)
        | Route::Indicators(_)
        | Route::Indicator(..)
        | Route::Compare(_)
        | Route::Countries
        | Route::Country(_)
        | Route::Programs(_)
        | Route::Program(_)
        | Route::Partner(_)
        | Route::Projects(_)
        | Route::Project(..)
        | Route::Network
        | Route::Meeting(_)
        | Route::Documents
        | Route::About
        | Route::Search(_)
        | Route::Embed(_)
        | Route::Data => chunk::view(site, lang, route),
        Route::NotFound(_) => not_found::view(site, lang, &Missing::Page),
    }
}
