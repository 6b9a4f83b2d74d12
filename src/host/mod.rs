//! Tools for the data set: reading it, checking it, publishing its schema, cutting it for the app,
//! packing the site.
//!
//! Everything here runs on the host (feature `host`) and never enters the browser. The command is
//! `atlas-data`:
//!
//! ```text
//! atlas-data check  [--data DIR]             names every mistake, with file, path and line
//! atlas-data schema [--data DIR]             writes the JSON Schema of each kind of file
//! atlas-data build  [--data DIR] [--out DIR] writes the cut for the app, and what others take
//! atlas-data cut    [--data DIR] [--out DIR] writes the cut alone
//! atlas-data pages  [--out DIR]              writes the content of each page into its file
//! atlas-data live   [--out DIR]              writes live widgets, to which their code is still to come
//! atlas-data widgets [--data DIR] [--out DIR] [--freeze] [--previous DIR]
//!                                            writes what other sites show in frames
//! atlas-data folder [--site DIR] [--out DIR] packs the finished site as the folder edition
//! atlas-data made-up [--data DIR] [--out DIR] [--cities NUMBER]
//!                                            writes a large network that does not exist, to measure
//! ```

pub mod asean;
pub mod build;
pub mod check;
pub mod choice;
pub mod cite;
pub mod cut;
pub mod cut_indicators;
pub mod cut_network;
pub mod cut_programs;
pub mod cut_projects;
pub mod feeds;
pub mod finder;
pub mod folder;
pub mod gather;
pub mod head;
pub mod home;
pub mod install;
pub mod lands;
pub mod live;
pub mod made_up;
pub mod merge;
mod outline;
pub mod pictures;
pub mod prerender;
pub mod preview;
pub mod publish;
mod record;
pub mod schema;
pub mod search;
pub mod shells;
pub mod store;
pub mod stories;
pub mod terms;
pub mod topics;
pub mod widgets;

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Error {
    /// A file could not be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file does not hold what it should.
    Json {
        /// The file.
        path: PathBuf,
        /// Where and what.
        message: String,
    },
    /// The files contradict one another, so no cut can be made.
    Cut(String),
}

impl Error {
    /// An [`Error::Io`] at `path`.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Json { path, message } => write!(f, "{}: {message}", path.display()),
            Self::Cut(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Json { .. } | Self::Cut(_) => None,
        }
    }
}

/// A result of this module.
pub type Result<T> = std::result::Result<T, Error>;
