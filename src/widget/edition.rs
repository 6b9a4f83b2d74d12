//! An edition: the fixed widgets as they were on a day.

use serde::{Deserialize, Serialize};

use super::Widget;
use crate::model::PartialDate;

/// An edition that a site keeps: an entry of `widgets/editions.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The day of its figures, as `YYYY-MM-DD`.
    pub day: String,
    /// Files below `widgets/<lang>/` that it has not, in a language or in any: of widgets that came later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<String>,
}

impl Edition {
    /// Whether a widget is kept in it.
    #[must_use]
    pub fn has(&self, widget: &Widget) -> bool {
        widget.fixed().is_some_and(|it| !self.lacks.contains(&it))
    }
}

/// Whether a text names an edition: the day of its figures, as `YYYY-MM-DD`.
///
/// ```
/// use ascn_atlas::widget::is_edition;
///
/// assert!(is_edition("2026-11-23"));
/// assert!(!is_edition("2026-11") && !is_edition("2026-11-31") && !is_edition("hanoi"));
/// ```
#[must_use]
pub fn is_edition(text: &str) -> bool {
    text.parse().is_ok_and(|it: PartialDate| it.day.is_some())
}
