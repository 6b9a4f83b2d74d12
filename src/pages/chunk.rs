//! Pages whose code is in chunks.

use leptos::prelude::*;
#[cfg(split)]
use leptos::wasm_split::wasm_split;

use super::{compare, countries, data, indicator, indicators};
use crate::app::chunk::{hand_over, ready, ChunkError};
use crate::app::Site;
use crate::components::state::loaded;
use crate::data::File;
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Route;

/// What a chunk holds: the pages of its routes, `None` for a route of another chunk.
type Pages = fn(Site, Lang, &Route) -> Option<AnyView>;

/// Pages that share a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Indicators.
    Explorer,
    /// Comparison, member states, the data set.
    Places,
}

impl Chunk {
    /// The chunk that a route needs; `None` for the pages of the app's first file.
    #[must_use]
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Indicators(_) | Route::Indicator(..) => Some(Self::Explorer),
            Route::Compare(_) | Route::Countries | Route::Country(_) | Route::Data => {
                Some(Self::Places)
            }
            Route::Home | Route::Cities(_) | Route::City(_) | Route::NotFound(_) => None,
        }
    }

    /// Its code, asked for if it is not there.
    #[must_use]
    pub fn code(self, site: Site) -> File<Pages> {
        match self {
            Self::Explorer => site.code("explorer", |done| hand_over(done, ready(explorer()))),
            Self::Places => site.code("places", |done| hand_over(done, ready(places()))),
        }
    }

    /// The page of one of its routes, once its code is there.
    #[must_use]
    pub fn view(self, site: Site, lang: Lang, route: &Route) -> AnyView {
        let route = route.clone();
        loaded(self.code(site), lang, Key::FailedPage, move |pages| {
            // Never `None`: the route is one of this chunk.
            pages(site, lang, &route).unwrap_or_else(|| ().into_any())
        })
    }
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(explorer, wasm_split_path = leptos::wasm_split, fallible))]
fn explorer() -> Result<Pages, ChunkError> {
    Ok(|site, lang, route| match route {
        Route::Indicators(_) => Some(indicators::view(site, lang)),
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
