//! Reading what stands inside a live widget.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::widget::live::{ChartData, Named, Words};

record!(ChartData { page, date, words } or { names });
record!(Named { id, name } or {});
record!(Words { en, id } or {});
