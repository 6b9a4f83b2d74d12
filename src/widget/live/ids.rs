//! Ids of the parts of a live chart, which the host writes and its code changes.

/// Says in the file which id a part gets: it stands there in both languages, and one of them gets it.
#[cfg(feature = "words")]
pub(super) const ID: &str = "data-id";
/// The sentence.
pub(super) const WORDS: &str = "words";
/// Picture and readout.
pub(super) const VIEW: &str = "view";
/// The picture.
pub(super) const PICTURE: &str = "picture";
/// Where points are read.
pub(super) const READOUT: &str = "readout";
/// Names of series.
pub(super) const LEGEND: &str = "legend";
/// The boxes of places.
pub(super) const PLACES: &str = "places";
/// All values.
pub(super) const TABLE: &str = "table";
/// Who published them, and the way to the atlas.
pub(super) const FOOT: &str = "foot";
/// Marks the button of a kind of view, with its identifier.
pub(super) const KIND: &str = "data-kind";
/// Marks the box of a place, with its identifier.
#[cfg(feature = "widget")]
pub(super) const PLACE: &str = "data-place";
