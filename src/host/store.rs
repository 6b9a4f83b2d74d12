//! The store: the whole data set in memory, as typed values.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::publish::changes;
use super::{Error, Result};
use crate::geo::topojson::Topology;
use crate::model::published::Change;
use crate::model::story::StoriesFile;
use crate::model::{
    City, CityPoints, GeoSources, Indicator, Network, PartialDate, ProgramsFile, Sources,
};

/// The data set.
#[derive(Debug)]
pub struct Store {
    /// Cities, by slug.
    pub cities: Vec<City>,
    /// Indicators at country and city level, by identifier.
    pub indicators: Vec<Indicator>,
    /// Partner programmes.
    pub programs: ProgramsFile,
    /// The network.
    pub network: Network,
    /// Stories of the front page.
    pub stories: StoriesFile,
    /// Changes of the data, newest first.
    pub changes: Vec<Change>,
    /// Points of the gazetteer.
    pub city_points: CityPoints,
    /// What the outlines hold.
    pub geo_sources: GeoSources,
    /// Outlines of lands at 1:50 million.
    pub outlines: Topology,
    /// Outlines of lands at 1:10 million, with a third of the corners.
    pub fine_outlines: Topology,
}

impl Store {
    /// Reads the data set in `dir`.
    ///
    /// # Errors
    ///
    /// At the first file that is missing or of the wrong shape; `atlas-data check` names them all.
    pub fn read(dir: &Path) -> Result<Self> {
        Ok(Self {
            cities: read_all(&dir.join("cities"))?,
            indicators: read_all(&dir.join("indicators"))?,
            programs: read(&dir.join("programs.json"))?,
            network: read(&dir.join("network.json"))?,
            stories: read(&dir.join("stories.json"))?,
            changes: changes::read(dir)?,
            city_points: read(&dir.join("geo/city-points.json"))?,
            geo_sources: read(&dir.join("geo/sources.json"))?,
            outlines: read(&dir.join("geo/countries.topojson"))?,
            fine_outlines: read(&dir.join("geo/countries-10m-35.topojson"))?,
        })
    }

    /// The sources of every file.
    pub fn sources(&self) -> impl Iterator<Item = &Sources> {
        self.cities
            .iter()
            .map(|city| &city.sources)
            .chain(self.indicators.iter().map(|indicator| &indicator.sources))
            .chain([
                &self.programs.sources,
                &self.network.sources,
                &self.city_points.sources,
                &self.geo_sources.sources,
            ])
    }

    /// The date of the data: the newest date on which a source was read.
    #[must_use]
    pub fn data_date(&self) -> Option<PartialDate> {
        self.sources()
            .flat_map(|sources| sources.values())
            .map(|source| source.accessed)
            .max()
    }
}

/// The JSON files of a folder, in order of name.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn json_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(dir)
        .and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .map_err(Error::io(dir))?;
    paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
    paths.sort();
    Ok(paths)
}

/// One file.
fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).map_err(Error::io(path))?;
    let mut deserializer = serde_json::Deserializer::from_str(&text);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| Error::Json {
        path: path.to_owned(),
        message: format!("{}: {}", error.path(), error.inner()),
    })
}

/// Every JSON file of a folder.
fn read_all<T: DeserializeOwned>(dir: &Path) -> Result<Vec<T>> {
    json_files(dir)?.iter().map(|path| read(path)).collect()
}
