//! A live widget: one file with the charts' own code, in which a reader chooses places and reads
//! points.
//!
//! The file holds a fixed chart, which the host wrote ([`fixed`]), its data ([`ChartData`]) and the
//! code (`src/bin/atlas-widget.rs`, feature `widget`). When the code runs, it puts the same parts in
//! the place of the fixed ones, for the language and the places that the query names. It loads
//! nothing, keeps nothing and says nothing to the page around it but its height.

mod compare;
mod data;
#[cfg(feature = "widget")]
mod parts;
#[cfg(feature = "widget")]
mod start;
#[cfg(feature = "widget")]
mod start_compare;
mod write;

#[cfg(feature = "words")]
pub use compare::WORDS as COMPARE_WORDS;
pub use compare::{fixed as fixed_compare, CityShort, CompareData, COMPARE};
#[cfg(feature = "words")]
pub use data::CHART_WORDS;
pub use data::{ChartData, Named, Words};
#[cfg(feature = "widget")]
pub use start::start;
#[cfg(feature = "widget")]
pub use start_compare::start as start_compare;
pub use write::{fixed, LIVE};
