//! Reading what stands inside a live widget.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::widget::live::{ChartData, CityShort, CompareData, Named, Words};

record!(ChartData { page, date, words } or { names });
record!(Named { id, name } or {});
record!(CompareData { cities, indicators, sources, chosen, date, words } or {});
record!(CityShort { id, name, country, joined, area, projects } or { population });
record!(Words { en, id } or {});
