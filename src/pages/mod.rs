//! Pages: one module for each, with the same parts in the same order: breadcrumb, heading, the
//! sentence that says what the page answers, content, sources.

mod chunk;
mod cities;
mod city;
mod compare;
mod countries;
mod data;
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

pub use chunk::{search_above, Pages};
use leptos::prelude::*;

use crate::app::Site;
use crate::data::File;
use crate::model::Lang;
use crate::route::{Chunk, Route};
use not_found::Missing;

/// Asks for the file without which the page shown has no content.
pub fn ask(site: Site) {
    let route = site.address_now().route;
    if let Route::City(slug) = route {
        drop(site.city(&slug));
    } else if code_of(site).is_none() {
        drop(site.index());
    }
}

/// The code of the page shown, where the app's first file does not have it.
#[must_use]
pub fn code_of(site: Site) -> Option<File<Pages>> {
    chunk::pages(site, Chunk::of(&site.address_now().route)?)
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
        | Route::Data => chunk::view(site, lang, route),
        Route::NotFound(_) => not_found::view(site, lang, &Missing::Page),
    }
}
