//! A live widget: one file with the charts' own code, in which a reader chooses places and reads
//! points.
//!
//! The file holds the widget as the host wrote it ([`fixed`]), in both languages, its data
//! ([`ChartData`]) and the code (`src/bin/atlas-widget.rs`, feature `widget`). The code runs when the
//! reader turns to the widget, or the address names other places or another view: what stands there then
//! comes to life, and nothing moves. It loads nothing, keeps nothing and says nothing to the page around
//! it but its height.

mod compare;
mod data;
#[cfg(feature = "words")]
mod fixed;
mod ids;
#[cfg(feature = "widget")]
mod parts;
#[cfg(feature = "widget")]
mod start;
#[cfg(feature = "widget")]
mod start_compare;
mod write;

#[cfg(feature = "words")]
pub use compare::fixed as fixed_compare;
#[cfg(feature = "words")]
pub use compare::WORDS as COMPARE_WORDS;
pub use compare::{CityShort, CompareData, COMPARE};
#[cfg(feature = "words")]
pub use data::CHART_WORDS;
pub use data::{ChartData, Named, Words};
#[cfg(feature = "words")]
pub use fixed::fixed;
#[cfg(feature = "widget")]
pub use start::start;
#[cfg(feature = "widget")]
pub use start_compare::start as start_compare;
pub use write::LIVE;
