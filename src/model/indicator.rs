//! An indicator: one measured quantity, with one series of points for each place or source.

use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

use super::{SourceKeys, Sources, Text, Unit};

/// Which direction is an improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// A larger value is better.
    Higher,
    /// A smaller value is better.
    Lower,
}

/// What the places of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Member states.
    Country,
    /// Cities of the network.
    City,
}

/// What a value describes when it is not the place itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The province or region around the city, named in each series.
    Region,
}

/// A quantity and its series.
///
/// In `public/data/indicators/` a file is one indicator with a series for each place. In a city's
/// file an indicator holds the city's own figures, one series for each source that disagrees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Indicator {
    /// Identifier, unique in its file or folder.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What is measured, and what to keep in mind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Unit of every value.
    pub unit: Unit,
    /// Which direction is an improvement; absent when neither is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
    /// What the places are; absent in a city's file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Lowest and highest possible value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(f64, f64)>,
    /// What the values describe when it is not the place itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// First year whose values are projections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projection_from: Option<i32>,
    /// Year from which the method differs, so that values before and after do not compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_before: Option<i32>,
    /// Whether the values were computed from published ones rather than published themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// Publication that the sources quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_source: Option<String>,
    /// How many cities were ranked, as year and count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities_ranked: Vec<(i32, u32)>,
    /// Series, each of one place and one source of figures.
    pub series: Vec<Series>,
    /// Sources of the file; empty in a city's file, which has its own.
    #[serde(default, skip_serializing_if = "Sources::is_empty")]
    pub sources: Sources,
}

/// Values over years for one place as one set of sources states them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Series {
    /// City slug or ISO 3166-1 alpha-3 code; another place's slug where `not_ascn` is set.
    pub place: String,
    /// Identifier among the series of the same place and indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What tells this series from the others of the same place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The area that the values describe, where it differs from the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// Whether the place is no city of the network and serves for comparison.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_ascn: bool,
    /// Points in order of year, at most one a year.
    pub points: Vec<Point>,
    /// Sources of every point that names none itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: SourceKeys,
}

impl Series {
    /// The sources of `point`: its own, else the series'.
    #[must_use]
    pub fn sources_of<'a>(&'a self, point: &'a Point) -> &'a [String] {
        if point.sources.is_empty() {
            &self.sources
        } else {
            &point.sources
        }
    }
}

/// A value in a year, written `[2023, 7.89]` or `[2023, 7.89, ["source"]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Calendar year.
    pub year: i32,
    /// Value in the indicator's unit, with the digits that were published.
    pub value: f64,
    /// Sources of this point when they are not those of the whole series.
    pub sources: SourceKeys,
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.sources.is_empty() {
            (self.year, Number(self.value)).serialize(serializer)
        } else {
            (self.year, Number(self.value), &self.sources).serialize(serializer)
        }
    }
}

/// Writes whole numbers without `.0`, as they were published.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Exact below 2^53, which `check` asserts of every value.
        #[allow(clippy::cast_possible_truncation)] // guarded by the comparison
        let whole = self.0 as i64;
        #[allow(clippy::cast_precision_loss)] // compared with the original
        if whole as f64 == self.0 {
            serializer.serialize_i64(whole)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Point {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Point;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a point as [year, value] or [year, value, [source keys]]")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Point, A::Error> {
                let missing = |count| de::Error::invalid_length(count, &"[year, value]");
                let year = seq.next_element()?.ok_or_else(|| missing(0))?;
                let value = seq.next_element()?.ok_or_else(|| missing(1))?;
                let sources = seq.next_element()?.unwrap_or_default();
                Ok(Point {
                    year,
                    value,
                    sources,
                })
            }
        }
        deserializer.deserialize_seq(Visitor)
    }
}

#[cfg(feature = "host")]
impl schemars::JsonSchema for Point {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Point".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "array",
            "description": "A value in a year: [year, value] or [year, value, [source keys]].",
            "prefixItems": [
                { "type": "integer" },
                { "type": "number" },
                { "type": "array", "items": { "type": "string" }, "minItems": 1 },
            ],
            "items": false,
            "minItems": 2,
        })
    }
}
