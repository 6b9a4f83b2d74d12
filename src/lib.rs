//! ASCN Atlas: the open site on the ASEAN Smart Cities Network, as a library.
//!
//! Three rings, arrows point inward only (see `docs/architecture.md`):
//!
//! ```text
//! app, pages, components, platform, data   Leptos and the browser (feature `csr`)
//! platform, readout, widget::live          the browser without Leptos (feature `widget`)
//!   -> chart, compare, explore, export, geo, i18n, json, markup, order, route, search, timeline, widget  data in; strings, numbers, layout or SVG out
//!     -> model                             types, units, dates, sources
//! ```
//!
//! Everything but the outer ring builds and is tested on the host.

#[cfg(feature = "pages")]
pub mod app;
pub mod chart;
pub mod compare;
#[cfg(feature = "pages")]
pub mod components;
#[cfg(feature = "pages")]
pub mod data;
pub mod explore;
pub mod export;
pub mod find;
pub mod geo;
#[cfg(feature = "host")]
pub mod host;
pub mod i18n;
pub mod json;
pub mod markup;
pub mod model;
pub mod order;
#[cfg(feature = "pages")]
pub mod pages;
#[cfg(any(feature = "pages", feature = "widget"))]
pub mod platform;
#[cfg(any(feature = "pages", feature = "widget"))]
pub mod readout;
pub mod route;
pub mod search;
pub mod timeline;
pub mod widget;
