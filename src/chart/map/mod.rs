//! Maps: Southeast Asia with its cities, and figures whose values stand where their places are.
//!
//! * [`map`] draws the map that a reader moves: lands, cities, names. What is seen is a [`View`].
//! * [`choropleth`] shades countries by their values of one year.
//! * [`points`] sets a circle for each city: its area says an amount, else its shade a value.
//!
//! The lands come from the cut ([`MapLands`](crate::model::cut_map::MapLands)), the projection is that
//! of [the sheet](crate::geo::sheet).

mod choropleth;
mod classes;
mod draw;
mod legend;
mod live;
mod names;
mod points;
mod shown;
#[cfg(test)]
#[cfg(feature = "host")]
mod tests;
mod view;
mod words;

pub use choropleth::choropleth;
pub use live::{map, MapPlace, MapSpec};
pub use points::points;
pub use shown::{figure_size, map_size, MapFigureSpec, MapSeries};
pub use view::{MapDetail, MapStep, View};
