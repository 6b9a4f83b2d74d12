//! Charts: data in, a [`Figure`] out. Pure Rust, the same bytes on the host and in the browser.
//!
//! A *figure* is a chart with heading, description, data table, sources and the positions of its
//! points; nothing here makes a chart without them. Colours are CSS classes (`style/chart.css`), so
//! light and dark themes, print and forced colours need no second drawing.
//!
//! ```
//! use ascn_atlas::chart::{line, AxisScale, Datum, LineSpec, SeriesInput, Size};
//! use ascn_atlas::model::{Better, Lang, Unit};
//!
//! let sources = ["1".to_owned()];
//! let point = |year, value| Datum { year, value, sources: &sources };
//! let figure = line(&LineSpec {
//!     id: "stunting",
//!     heading: "Stunting",
//!     about: "Sumedang",
//!     unit: Unit::Percent,
//!     better: Some(Better::Lower),
//!     series: vec![SeriesInput {
//!         name: "regency records".to_owned(),
//!         detail: String::new(),
//!         slot: 1,
//!         subject: 0,
//!         points: vec![point(2018, 32.2), point(2023, 7.89)],
//!     }],
//!     projection_from: None,
//!     break_before: None,
//!     range: Some((0.0, 100.0)),
//!     scale: AxisScale::Linear,
//!     relative_to: None,
//!     lang: Lang::En,
//!     size: Size::WIDE,
//! });
//! assert_eq!(
//!     figure.description(),
//!     "Sumedang – regency records: 32.2% (2018) to 7.89% (2023), \
//!      lower by 24.31 percentage points."
//! );
//! assert!(figure.svg().starts_with("<svg "));
//! assert_eq!(figure.sources(), ["1"]);
//! ```
//!
//! An indicator of many places becomes a [`PlacesSpec`], and that each kind which compares places:
//! [`lines_of_places`], [`ranked_bars`] of a year, [`change_between`] two years, and
//! [`small_multiples`]. [`slots`] gives each place its colour, the same in all of them. Among text,
//! a [`sparkline`] is enough.
//!
//! | kind | series of a point | table |
//! | --- | --- | --- |
//! | lines, bars of years, small multiples | a place or a source | a row for each year |
//! | ranked bars | a row of the drawing | a row for each place, one column |
//! | change | a row of the drawing, two points each | a row for each place: both years, difference |

mod annotate;
mod backend;
mod bar;
mod change;
mod describe;
mod describe_places;
mod document;
mod figure;
mod indicator;
mod labels;
mod legend;
mod line;
pub mod map;
mod metrics;
mod multiples;
mod palette;
mod places;
mod plot;
mod ranked;
mod readout;
mod record;
mod reports;
mod rows;
mod runs;
mod scale;
mod shape;
mod spark;
mod spec;
mod style;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use backend::push_tenths;
pub use backend::tenths;
pub use bar::bar;
pub use change::change_between;
pub use figure::{Cell, Figure, FigurePoint, LegendEntry, Row, Size, Table};
pub use indicator::{from_indicator, from_indicator_of_places, members, project_counts};
pub use legend::{legend, sample};
pub use line::line;
pub use metrics::text_width;
pub use multiples::small_multiples;
pub use palette::{slot_of, slots};
pub use places::{lines_of_places, Choice, LineView, PlacesSpec};
pub use ranked::ranked_bars;
pub use readout::Step;
pub use reports::{
    notes_by_country, notes_by_status, reported_by_country, reported_by_focus, reported_by_status,
};
pub use spark::{sparkline, Spark};
pub use spec::{AxisScale, BarSeries, BarSpec, Datum, Fill, LineSpec, SeriesInput};
