//! ASCN Atlas: the open site on the ASEAN Smart Cities Network, as a library.
//!
//! Three rings, arrows point inward only (see `docs/architecture.md`):
//!
//! ```text
//! app, pages, components, platform, data   Leptos and the browser (feature `csr`)
//!   -> chart, i18n, route, search          data in; strings, numbers, layout or SVG out
//!     -> model                             types, units, dates, sources
//! ```
//!
//! Everything but the outer ring builds and is tested on the host.

pub mod chart;
pub mod i18n;
pub mod model;
