//! Pages whose code is in chunks.

use leptos::prelude::*;
#[cfg(split)]
use leptos::wasm_split::wasm_split;

use super::not_found::{self, Missing};
use super::{
    cities, compare, countries, data, embed, home, indicator, indicators, network, programs,
    projects, search,
};
use crate::app::chunk::{hand_over, ready, ChunkError};
use crate::app::Site;
use crate::components::state::loaded;
use crate::data::{Done, File};
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::{Chunk, Route};

/// What a chunk holds: the pages of its routes, `None` for a route of another chunk.
pub type Pages = fn(Site, Lang, &Route) -> Option<AnyView>;

/// The pages of a chunk, asked for if they are not there.
#[must_use]
pub fn pages(site: Site, chunk: Chunk) -> Option<File<Pages>> {
    Some(site.code(chunk, loader(chunk)?))
}

/// What loads the pages of a chunk.
#[must_use]
pub fn loader(chunk: Chunk) -> Option<fn(Done)> {
    Some(match chunk {
        Chunk::Indicators => |done| hand_over(done, ready(indicator_list())),
        Chunk::Explorer => |done| hand_over(done, ready(explorer())),
        Chunk::Places => |done| hand_over(done, ready(places())),
        Chunk::Programs => |done| hand_over(done, ready(partner_programs())),
        Chunk::Front => |done| hand_over(done, ready(front())),
        Chunk::Search => |done| hand_over(done, ready(searching())),
        Chunk::Projects => |done| hand_over(done, ready(projects())),
        Chunk::Embed => |done| hand_over(done, ready(embedding())),
        Chunk::Network => |done| hand_over(done, ready(network_pages())),
        // It has no page of its own.
        Chunk::Take => return None,
    })
}

/// The search above the page shown, once its code is there.
#[must_use]
pub fn search_above(site: Site, lang: Lang) -> AnyView {
    match pages(site, Chunk::Search) {
        Some(pages) => {
            let route = site.address_now().route;
            from(pages, site, lang, route, Key::FailedSearch)
        }
        None => ().into_any(),
    }
}

/// The page of a route in a chunk, once its code is there.
#[must_use]
pub fn view(site: Site, lang: Lang, route: &Route) -> AnyView {
    let Some(pages) = Chunk::of(route).and_then(|chunk| pages(site, chunk)) else {
        return not_found::view(site, lang, &Missing::Page);
    };
    from(pages, site, lang, route.clone(), Key::FailedPage)
}

/// What a chunk holds for a route; `failed` says that it did not come.
fn from(pages: File<Pages>, site: Site, lang: Lang, route: Route, failed: Key) -> AnyView {
    loaded(pages, lang, failed, move |pages| {
        pages(site, lang, &route).unwrap_or_else(|| ().into_any())
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(indicators, wasm_split_path = leptos::wasm_split, fallible))]
fn indicator_list() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Indicators(_) => Some(indicators::view(site, lang)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(explorer, wasm_split_path = leptos::wasm_split, fallible))]
fn explorer() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Indicator(id, _) => Some(indicator::view(site, lang, id)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(places, wasm_split_path = leptos::wasm_split, fallible))]
fn places() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Compare(_) => Some(compare::view(site, lang)),
        Route::Countries => Some(countries::view(site, lang)),
        Route::Country(country) => Some(countries::state(site, lang, *country)),
        Route::Data => Some(data::view(site, lang)),
        _ => None,
    })
}

/// The page of the search; for any other page, the search above it.
#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(search, wasm_split_path = leptos::wasm_split, fallible))]
fn searching() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| {
        Some(match route {
            Route::Search(_) => search::page(site, lang),
            _ => search::above(site, lang),
        })
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(embed, wasm_split_path = leptos::wasm_split, fallible))]
fn embedding() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Embed(_) => Some(embed::view(site, lang)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(front, wasm_split_path = leptos::wasm_split, fallible))]
fn front() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Home => Some(home::view(site, lang)),
        Route::Cities(_) => Some(cities::view(site, lang)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(programs, wasm_split_path = leptos::wasm_split, fallible))]
fn partner_programs() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Programs(_) => Some(programs::view(site, lang)),
        Route::Program(id) => Some(programs::program(site, lang, id)),
        Route::Partner(id) => Some(programs::partner(site, lang, id)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(projects, wasm_split_path = leptos::wasm_split, fallible))]
fn projects() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Projects(_) => Some(projects::view(site, lang)),
        Route::Project(city, id) => Some(projects::project(site, lang, city, id)),
        _ => None,
    })
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(network, wasm_split_path = leptos::wasm_split, fallible))]
fn network_pages() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Network => Some(network::view(site, lang)),
        Route::Meeting(id) => Some(network::meeting(site, lang, id)),
        Route::Documents => Some(network::documents(site, lang)),
        Route::About => Some(network::about(site, lang)),
        _ => None,
    })
}
