//! The schema: JSON Schema for each kind of file, from the types that read it.

use std::fs;
use std::path::Path;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use super::{Error, Result};
use crate::model::story::StoriesFile;
use crate::model::{City, CityPoints, GeoSources, Indicator, Network, ProgramsFile};

/// A kind of file of the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `cities/<slug>.json`.
    City,
    /// `indicators/<id>.json`.
    Indicator,
    /// `programs.json`.
    Programs,
    /// `network.json`.
    Network,
    /// `stories.json`.
    Stories,
    /// `geo/city-points.json`.
    CityPoints,
    /// `geo/sources.json`.
    GeoSources,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::City,
        Self::Indicator,
        Self::Programs,
        Self::Network,
        Self::Stories,
        Self::CityPoints,
        Self::GeoSources,
    ];

    /// The file of its schema in `schema/`.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::City => "city.schema.json",
            Self::Indicator => "indicator.schema.json",
            Self::Programs => "programs.schema.json",
            Self::Network => "network.schema.json",
            Self::Stories => "stories.schema.json",
            Self::CityPoints => "city-points.schema.json",
            Self::GeoSources => "geo-sources.schema.json",
        }
    }

    /// Its schema.
    #[must_use]
    pub fn schema(self) -> Value {
        let mut schema = match self {
            Self::City => root::<City>(),
            Self::Indicator => root::<Indicator>(),
            Self::Programs => root::<ProgramsFile>(),
            Self::Network => root::<Network>(),
            Self::Stories => root::<StoriesFile>(),
            Self::CityPoints => root::<CityPoints>(),
            Self::GeoSources => root::<GeoSources>(),
        };
        without_null(&mut schema);
        schema
    }
}

/// The schema of a type with everything it refers to.
fn root<T: JsonSchema>() -> Value {
    SchemaGenerator::default()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Takes `null` and defaults out: in the data set, what is unknown is left out.
fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.remove("default");
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|it| it != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    map.insert("type".to_owned(), one);
                }
            }
            if let Some(Value::Array(options)) = map.get_mut("anyOf") {
                options.retain(|it| it.get("type").is_none_or(|it| it != "null"));
                if let [Value::Object(one)] = options.as_slice() {
                    let one = one.clone();
                    map.remove("anyOf");
                    map.extend(one);
                }
            }
            map.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// The schema of a kind as it stands in its file.
///
/// # Errors
///
/// Never for the kinds there are; the signature follows the serializer.
pub fn text(kind: Kind) -> Result<String> {
    serde_json::to_string_pretty(&kind.schema())
        .map(|text| text + "\n")
        .map_err(|error| Error::Cut(format!("{}: {error}", kind.file())))
}

/// Writes every schema below `data/schema/`.
///
/// # Errors
///
/// When a file cannot be written.
pub fn write(data: &Path) -> Result<usize> {
    let folder = data.join("schema");
    fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
    for kind in Kind::ALL {
        let path = folder.join(kind.file());
        fs::write(&path, text(kind)?).map_err(Error::io(&path))?;
    }
    Ok(Kind::ALL.len())
}
