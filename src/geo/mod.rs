//! Geometry: outlines of lands as rings of longitude and latitude, and what maps do with them.

pub mod clip;
pub mod inside;
pub mod sheet;
pub mod simplify;
pub mod topojson;

/// A position as `[longitude, latitude]` in degrees, or as `[x, y]` in units of a map.
pub type Position = [f64; 2];

/// A closed ring; the first position is not repeated at the end.
pub type Ring = Vec<Position>;
