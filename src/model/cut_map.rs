//! The lands of the map: outlines that the map of Southeast Asia draws, part by part.
//!
//! A file holds one level of detail. Coordinates are whole units of [the sheet](crate::geo::sheet):
//! x from its left edge to the right, y from its top edge downward, [`MapLands::units`] for each
//! degree of latitude. Outlines reach a little beyond the sheet, so that no edge of the data shows.

use serde::{Deserialize, Serialize};

/// `lands.json` (the whole region) or `lands-fine.json` (for a closer look).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapLands {
    /// Units for each degree of latitude.
    pub units: u32,
    /// Lands in order of their codes.
    pub lands: Vec<Land>,
}

/// A land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Land {
    /// ISO 3166-1 alpha-3 code.
    pub code: String,
    /// Middle of its largest piece, where a mark for the land stands.
    pub middle: (i32, i32),
    /// Area of all its pieces, in hundredths of a square degree of latitude.
    pub area: u32,
    /// Pieces that lie near each other, together.
    pub parts: Vec<LandPart>,
}

/// Neighbouring pieces of a land.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LandPart {
    /// Least x and y of the box around them.
    pub from: (i32, i32),
    /// Greatest x and y of the box around them.
    pub to: (i32, i32),
    /// SVG path data; begins with an absolute move, so that paths of several parts can be joined.
    pub path: String,
}
