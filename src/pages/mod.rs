//! Pages: one module for each, with the same parts in the same order: breadcrumb, heading, the
//! sentence that says what the page answers, content, sources.

mod cities;
mod city;
#[cfg(feature = "explorer")]
mod compare;
#[cfg(feature = "explorer")]
mod countries;
#[cfg(feature = "explorer")]
mod data;
mod home;
#[cfg(feature = "explorer")]
mod indicator;
#[cfg(feature = "explorer")]
mod indicators;
mod not_found;

use leptos::prelude::*;

use crate::app::Site;
use crate::model::Lang;
use crate::route::Route;
use not_found::Missing;

/// Asks for the file without which the page shown has no content.
pub fn ask(site: Site) {
    match site.address_now().route {
        Route::City(slug) => drop(site.city(&slug)),
        #[cfg(feature = "explorer")]
        Route::Indicators(_) => drop(site.indicators()),
        #[cfg(feature = "explorer")]
        Route::Indicator(id, _) => drop(site.indicator(&id)),
        #[cfg(feature = "explorer")]
        Route::Country(country) => drop(site.country(country)),
        #[cfg(feature = "explorer")]
        Route::Data => drop(site.terms()),
        _ => drop(site.index()),
    }
}

/// The page of a route.
#[must_use]
pub fn view(site: Site, lang: Lang, route: &Route) -> AnyView {
    match route {
        Route::Home => home::view(site, lang),
        Route::Cities(_) => cities::view(site, lang),
        Route::City(slug) => city::view(site, lang, slug),
        #[cfg(feature = "explorer")]
        Route::Indicators(_) => indicators::view(site, lang),
        #[cfg(feature = "explorer")]
        Route::Indicator(id, _) => indicator::view(site, lang, id),
        #[cfg(not(feature = "explorer"))]
        Route::Indicators(_)
        | Route::Indicator(..)
        | Route::Compare(_)
        | Route::Countries
        | Route::Country(_)
        | Route::Data => not_found::view(site, lang, &Missing::Page),
        #[cfg(feature = "explorer")]
        Route::Compare(_) => compare::view(site, lang),
        #[cfg(feature = "explorer")]
        Route::Countries => countries::view(site, lang),
        #[cfg(feature = "explorer")]
        Route::Country(country) => countries::state(site, lang, *country),
        #[cfg(feature = "explorer")]
        Route::Data => data::view(site, lang),
        Route::NotFound(_) => not_found::view(site, lang, &Missing::Page),
    }
}
