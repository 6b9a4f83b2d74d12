//! A live widget: one file with the charts' own code, in which a reader chooses places and reads
//! points.
//!
//! The file holds a fixed chart, which the host wrote ([`fixed`]), its data ([`ChartData`]) and the
//! code (`src/bin/atlas-widget.rs`, feature `widget`). When the code runs, it puts the same parts in
//! the place of the fixed ones, for the language and the places that the query names. It loads
//! nothing, keeps nothing and says nothing to the page around it but its height.

mod data;
#[cfg(feature = "widget")]
mod parts;
#[cfg(feature = "widget")]
mod start;
mod write;

pub use data::{ChartData, Named, Words};
#[cfg(feature = "widget")]
pub use start::start;
pub use write::{fixed, foot, LIVE};
