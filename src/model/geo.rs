//! The geography: where cities lie and what the outlines of lands are made from.
//!
//! The outlines themselves are `TopoJSON` files, read by [`crate::geo`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Country, SourceKeys, Sources};

/// `public/data/geo/city-points.json`: a gazetteer's point for each city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct CityPoints {
    /// Points.
    pub points: Vec<CityPoint>,
    /// Sources of the file.
    pub sources: Sources,
}

/// A gazetteer's point for a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct CityPoint {
    /// Slug of the city.
    pub slug: String,
    /// Its member state.
    pub country: Country,
    /// Degrees north, WGS 84.
    pub lat: f64,
    /// Degrees east, WGS 84.
    pub lon: f64,
    /// Identifier in `GeoNames`.
    pub geonames_id: u32,
    /// Name in `GeoNames`.
    pub geonames_name: String,
    /// Whether the city joined after the network was founded.
    pub joined_after_2018: bool,
    /// A remark on the point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Sources.
    pub sources: SourceKeys,
}

/// `public/data/geo/sources.json`: what the files of outlines hold and where they come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct GeoSources {
    /// What each file holds, by its name.
    pub files: BTreeMap<String, String>,
    /// What each property of a shape means.
    pub properties: BTreeMap<String, String>,
    /// The box that the outlines cover.
    #[serde(rename = "box")]
    pub bounds: GeoBounds,
    /// What was left out, and why.
    pub left_out: Vec<String>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Sources of the files.
    pub sources: Sources,
}

/// A box of longitudes and latitudes, each from lowest to highest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct GeoBounds {
    /// Degrees east.
    pub lon: (f64, f64),
    /// Degrees north.
    pub lat: (f64, f64),
}
