//! The published set as the data page shows it: what it holds, under which terms, from which sources.
//!
//! `data.json` is part of the cut; the others are files of the published set itself, at addresses
//! that stay (`data/changes.json`, `data/index.json`, `data/sources.json`), which the page fetches as
//! any other reader of them would.

use serde::{Deserialize, Serialize};

use super::{PartialDate, Source, Text};

/// `data.json` of the cut: the terms under which the sources may be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataPage {
    /// Number of publications that the data set draws on; one that several files cite counts once.
    pub publications: usize,
    /// How many of them state no licence.
    pub without_licence: usize,
    /// What the others state, most frequent first.
    pub terms: Vec<Terms>,
}

/// A licence as its publishers state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// In their words.
    pub licence: String,
    /// Number of publications.
    pub publications: usize,
}

/// A publication of the data set, an entry of `data/changes.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", serde(deny_unknown_fields))]
pub struct Change {
    /// Day of the publication.
    pub date: PartialDate,
    /// What changed, for readers.
    pub text: Text,
    /// What the data set held from then on.
    pub counts: Counts,
}

/// How much the data set holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", serde(deny_unknown_fields))]
pub struct Counts {
    /// Cities.
    pub cities: usize,
    /// Projects of all cities.
    pub projects: usize,
    /// Indicators of many places.
    pub indicators: usize,
    /// Series, those of cities' own figures included.
    pub series: usize,
    /// Values of these series.
    pub points: usize,
    /// Partner programmes.
    pub programs: usize,
    /// Milestones of programmes and of the network.
    pub milestones: usize,
    /// Reports of the network.
    pub reports: usize,
    /// Entries of sources in all files; a publication that two files cite counts twice.
    pub sources: usize,
}

/// A file of the published set, an entry of `data/index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFile {
    /// Its address below the site's root.
    pub path: String,
    /// Its length.
    pub bytes: u64,
}

/// A source with what rests on it, an entry of `data/sources.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The publication.
    pub source: Source,
    /// What it supports, by file.
    pub supports: Vec<Support>,
}

/// What a source supports in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Name of the file below `data/`.
    pub file: String,
    /// How many facts of all kinds.
    pub facts: usize,
}
