//! The check: every mistake of the data set in one run, each with file, path, line and what was
//! expected.
//!
//! A file goes through three nets, the later ones only as far as the earlier let it:
//!
//! 1. its syntax, then its shape against the JSON Schema ([`shape`]),
//! 2. what holds for every file: words, sources, addresses ([`common`]),
//! 3. what holds for its kind ([`city`], [`indicator`], [`network`], [`program`]) and between files
//!    ([`places`]).

pub mod city;
pub mod common;
pub mod indicator;
pub mod json;
mod meeting;
pub mod network;
pub mod places;
pub mod program;
pub mod shape;
pub mod story;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path as FilePath;

use serde::de::DeserializeOwned;

use super::schema::Kind;
use super::store::json_files;
use crate::geo::topojson::Topology;
use crate::model::story::StoriesFile;
use crate::model::{City, CityPoints, GeoSources, Indicator, Network, PartialDate, ProgramsFile};
use json::{Node, Path};

/// A mistake.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, from the folder of the data set.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Where in the file.
    pub path: Path,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            path,
            message,
        } = self;
        write!(f, "{file}:{line}: {path}: {message}")
    }
}

/// Problems of one file while it is checked.
#[derive(Debug)]
pub struct Findings<'a> {
    file: &'a str,
    node: &'a Node,
    problems: &'a mut Vec<Problem>,
    /// How many problems there may be with those of this file.
    most: usize,
}

/// Problems of a file that are named in one pass: who has more reads no more.
const MOST_PROBLEMS: usize = 1_000;

impl<'a> Findings<'a> {
    fn new(file: &'a str, node: &'a Node, problems: &'a mut Vec<Problem>) -> Self {
        Self {
            most: problems.len() + MOST_PROBLEMS,
            file,
            node,
            problems,
        }
    }
}

impl Findings<'_> {
    /// Adds a mistake at `path`; the last of a thousand says that there are more.
    pub fn add(&mut self, path: Path, message: impl Into<String>) {
        let left = self.most.saturating_sub(self.problems.len());
        if left <= 1 {
            if left == 1 {
                let message = "found more than a thousand mistakes; the others are not named";
                let line = self.node.line_of(&path);
                self.problems
                    .push(whole(self.file, line, message.to_owned()));
            }
            return;
        }
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: self.node.line_of(&path),
            path,
            message: shortened(message.into()),
        });
    }

    /// Adds a mistake at `path` unless `holds`.
    pub fn expect(&mut self, holds: bool, path: Path, message: impl FnOnce() -> String) {
        if !holds {
            self.add(path, message());
        }
    }

    /// Adds a mistake where an identifier comes a second time.
    pub fn unique<T: Ord + fmt::Display>(&mut self, ids: impl Iterator<Item = (Path, T)>) {
        let mut seen: BTreeMap<T, Path> = BTreeMap::new();
        for (path, id) in ids {
            if let Some(first) = seen.get(&id) {
                let message = format!("found \"{id}\" again, expected it once; first at {first}");
                self.add(path, message);
            } else {
                seen.insert(id, path);
            }
        }
    }
}

/// A file of the data set.
#[derive(Debug)]
pub struct File<T> {
    /// Name from the folder of the data set.
    pub name: String,
    /// Content with lines.
    pub node: Node,
    /// Content as a typed value.
    pub value: T,
}

impl<T> File<T> {
    /// The slug or identifier that the file's name promises.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.strip_suffix(".json").unwrap_or(name)
    }

    /// Findings for this file.
    pub fn findings<'a>(&'a self, problems: &'a mut Vec<Problem>) -> Findings<'a> {
        Findings::new(&self.name, &self.node, problems)
    }
}

/// Everything that could be read.
#[derive(Debug, Default)]
pub struct Files {
    /// Cities.
    pub cities: Vec<File<City>>,
    /// Indicators.
    pub indicators: Vec<File<Indicator>>,
    /// Programmes.
    pub programs: Option<File<ProgramsFile>>,
    /// The network.
    pub network: Option<File<Network>>,
    /// Stories of the front page.
    pub stories: Option<File<StoriesFile>>,
    /// Points of the gazetteer.
    pub city_points: Option<File<CityPoints>>,
    /// What the outlines hold.
    pub geo_sources: Option<File<GeoSources>>,
    /// The date of the data.
    pub data_date: Option<PartialDate>,
    /// Slugs of every file in `cities/`, readable or not.
    pub slugs: BTreeSet<String>,
    /// Where in `cities` the city of a slug stands.
    by_slug: BTreeMap<String, usize>,
}

/// Checks the data set in `dir`. The mistakes come in order of file and line.
#[must_use]
pub fn check(dir: &FilePath) -> Vec<Problem> {
    let mut problems = Vec::new();
    let files = Files::read(dir, &mut problems);
    for file in &files.cities {
        city::check(file, &files, &mut file.findings(&mut problems));
    }
    for file in &files.indicators {
        indicator::check(file, &files, &mut file.findings(&mut problems));
    }
    if let Some(file) = &files.programs {
        program::check(file, &files, &mut file.findings(&mut problems));
    }
    if let Some(file) = &files.network {
        network::check(file, &files, &mut file.findings(&mut problems));
    }
    if let Some(file) = &files.stories {
        story::check(file, &files, &mut file.findings(&mut problems));
    }
    if let Some(file) = &files.city_points {
        places::check(file, &files, &mut file.findings(&mut problems));
    }
    problems.sort();
    problems.dedup();
    problems
}

impl Files {
    /// Reads every file in `dir`; what cannot be read or has a wrong shape is a mistake.
    #[must_use]
    pub fn read(dir: &FilePath, problems: &mut Vec<Problem>) -> Self {
        let mut files = Self {
            cities: read_all(dir, "cities", Kind::City, problems),
            indicators: read_all(dir, "indicators", Kind::Indicator, problems),
            programs: read_one(dir, "programs.json", &Kind::Programs.schema(), problems),
            network: read_one(dir, "network.json", &Kind::Network.schema(), problems),
            stories: read_one(dir, "stories.json", &Kind::Stories.schema(), problems),
            city_points: read_one(
                dir,
                "geo/city-points.json",
                &Kind::CityPoints.schema(),
                problems,
            ),
            geo_sources: read_one(
                dir,
                "geo/sources.json",
                &Kind::GeoSources.schema(),
                problems,
            ),
            data_date: None,
            slugs: json_files(&dir.join("cities"))
                .unwrap_or_default()
                .iter()
                .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
                .collect(),
            by_slug: BTreeMap::new(),
        };
        for (at, file) in files.cities.iter().enumerate() {
            files.by_slug.entry(file.value.id.clone()).or_insert(at);
        }
        files.data_date = files.newest();
        for name in [
            "geo/countries.topojson",
            "geo/countries-10m.topojson",
            "geo/countries-10m-35.topojson",
        ] {
            if let Some(text) = text(dir, name, problems) {
                outlines(name, &text, problems);
            }
        }
        files
    }

    /// The file of the city that calls itself by a slug.
    #[must_use]
    pub fn city(&self, slug: &str) -> Option<&File<City>> {
        self.cities.get(*self.by_slug.get(slug)?)
    }

    /// The newest date on which a source was read.
    fn newest(&self) -> Option<PartialDate> {
        let sources = self
            .cities
            .iter()
            .map(|file| &file.value.sources)
            .chain(self.indicators.iter().map(|file| &file.value.sources))
            .chain(self.programs.iter().map(|file| &file.value.sources))
            .chain(self.network.iter().map(|file| &file.value.sources));
        sources
            .flat_map(|sources| sources.values())
            .map(|source| source.accessed)
            .max()
    }
}

/// Letters of a message that are shown: it may say again a word of a megabyte.
const MOST_LETTERS: usize = 1_000;

/// A message that can be read.
fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MOST_LETTERS) {
        message.truncate(end);
        message.push('…');
    }
    message
}

/// A mistake of a whole file.
fn whole(file: &str, line: usize, message: String) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        path: Path::default(),
        message: shortened(message),
    }
}

/// The text of a file; a mistake if there is none.
fn text(dir: &FilePath, name: &str, problems: &mut Vec<Problem>) -> Option<String> {
    fs::read_to_string(dir.join(name))
        .map_err(|error| {
            let message = format!("expected a file of UTF-8 text, found: {error}");
            problems.push(whole(name, 1, message));
        })
        .ok()
}

/// Reads a file and passes it through the nets that need no type.
fn read_one<T: DeserializeOwned>(
    dir: &FilePath,
    name: &str,
    schema: &serde_json::Value,
    problems: &mut Vec<Problem>,
) -> Option<File<T>> {
    read_text(name, &text(dir, name, problems)?, schema, problems)
}

/// Reads the text of the file `name` and passes it through the nets that need no type; what is
/// wrong is added to `problems`. `None` when it cannot be read as a `T`, of which a problem tells.
pub fn read_text<T: DeserializeOwned>(
    name: &str,
    text: &str,
    schema: &serde_json::Value,
    problems: &mut Vec<Problem>,
) -> Option<File<T>> {
    // Not `IgnoredAny`, which goes down any depth: the nets below have a stack that ends.
    let syntax = serde_json::from_str::<serde_json::Value>(text);
    let node = match syntax.map(|_| Node::read(text)) {
        Ok(node) => node?,
        Err(error) => {
            let message = format!("expected JSON, found: {error}");
            problems.push(whole(name, error.line(), message));
            return None;
        }
    };
    let before = problems.len();
    let mut findings = Findings::new(name, &node, problems);
    shape::check(schema, &mut findings);
    common::check(&mut findings);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize(&mut deserializer) {
        Ok(value) => Some(File {
            name: name.to_owned(),
            node,
            value,
        }),
        Err(error) => {
            // The nets above say it better, and say all of it.
            if problems.len() == before {
                let message = format!("{}: {}", error.path(), error.inner());
                problems.push(whole(name, error.inner().line(), message));
            }
            None
        }
    }
}

/// Reads every file of a folder.
fn read_all<T: DeserializeOwned>(
    dir: &FilePath,
    folder: &str,
    kind: Kind,
    problems: &mut Vec<Problem>,
) -> Vec<File<T>> {
    let schema = kind.schema();
    match json_files(&dir.join(folder)) {
        Ok(paths) => paths
            .iter()
            .filter_map(|path| path.file_name()?.to_str())
            .filter_map(|name| read_one(dir, &format!("{folder}/{name}"), &schema, problems))
            .collect(),
        Err(error) => {
            problems.push(whole(
                folder,
                1,
                format!("expected a folder, found: {error}"),
            ));
            Vec::new()
        }
    }
}

/// Checks that the text of a file of outlines can be drawn.
pub fn outlines(name: &str, text: &str, problems: &mut Vec<Problem>) {
    match serde_json::from_str::<Topology>(text) {
        Err(error) => {
            let message = format!("expected a TopoJSON topology, found: {error}");
            problems.push(whole(name, error.line(), message));
        }
        Ok(topology) => match topology.shapes("countries") {
            Err(error) => problems.push(whole(name, 1, error.to_string())),
            Ok(shapes) => problems.extend(places::missing_states(&shapes).map(|code| {
                whole(
                    name,
                    1,
                    format!("expected a shape with id \"{code}\", found none"),
                )
            })),
        },
    }
}
