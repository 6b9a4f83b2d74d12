//! Pages: one module for each, with the same parts in the same order: breadcrumb, heading, the
//! sentence that says what the page answers, content, sources.

mod chunk;
mod cities;
mod city;
mod compare;
mod countries;
mod data;
mod home;
mod indicator;
mod indicators;
mod not_found;

use leptos::prelude::*;

use crate::app::Site;
use crate::model::Lang;
use crate::route::Route;
use chunk::Chunk;
use not_found::Missing;

/// Asks for the file without which the page shown has no content.
pub fn ask(site: Site) {
    match site.address_now().route {
        Route::City(slug) => drop(site.city(&slug)),
        route => match Chunk::of(&route) {
            Some(chunk) => drop(chunk.code(site)),
            None => drop(site.index()),
        },
    }
}

/// The page of a route.
#[must_use]
pub fn view(site: Site, lang: Lang, route: &Route) -> AnyView {
    match route {
        Route::Home => home::view(site, lang),
        Route::Cities(_) => cities::view(site, lang),
        Route::City(slug) => city::view(site, lang, slug),
        Route::NotFound(_) => not_found::view(site, lang, &Missing::Page),
        route => match Chunk::of(route) {
            Some(chunk) => chunk.view(site, lang, route),
            None => not_found::view(site, lang, &Missing::Page),
        },
    }
}
