//! Publishing: the data set in the forms that others take it in.
//!
//! ```text
//! data/csv/<indicator>.csv      one row a value, with its sources
//! data/csv/cities/<slug>.csv    a city's own figures
//! data/sources.json             every source, and which facts of which file it supports
//! data/datapackage.json         what the files hold, by Frictionless Data Package
//! data/ascn-atlas-data.zip      all of it in one file
//! data/index.json               every file with its length
//! ```
//!
//! The same data set gives the same bytes.

pub mod archive;
pub mod changes;
pub mod package;
pub mod sources;
pub mod tables;

use std::fs;
use std::path::Path;

use super::store::Store;
use super::{Error, Result};
use crate::model::cut::IndicatorPage;
use crate::model::published::PublicFile;

/// A file of the published set: its name below `data/` and its content.
pub type Published = (String, Vec<u8>);

/// The name of the one file that holds all others.
pub const ARCHIVE: &str = "ascn-atlas-data.zip";
/// The name of the description of all files.
pub const PACKAGE: &str = "datapackage.json";
/// The name of the list of all files, which is not among them.
pub const LIST: &str = "index.json";

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Number of files made here; those that people edit are not among them.
    pub files: usize,
    /// Bytes of the archive.
    pub archive: usize,
}

/// Every file of the published set in order of name: those that people edit, read from `data`, and
/// those made from them and from the indicators of the explorer, `pages`. Without the archive.
///
/// # Errors
///
/// When a file cannot be read or names a source that is not there.
pub fn files(store: &Store, pages: &[IndicatorPage], data: &Path) -> Result<Vec<Published>> {
    let mut files = edited(data)?;
    changes::read(data)?;
    let list = sources::list(&files)?;
    files.extend(tables::tables(store, pages)?);
    files.push(("sources.json".to_owned(), json("sources.json", &list)?));
    files.sort();
    let package = package::package(store, pages, &files)?;
    files.push((PACKAGE.to_owned(), json(PACKAGE, &package)?));
    files.sort();
    Ok(files)
}

/// Writes what [`files`] makes, and the archive, below `out/data/`.
///
/// # Errors
///
/// When a file cannot be read or written, or the data set is at odds with itself.
pub fn write(store: &Store, pages: &[IndicatorPage], data: &Path, out: &Path) -> Result<Report> {
    let files = files(store, pages, data)?;
    let root = out.join("data");
    let archive = archive::archive(&files)?;
    let mut made = 0;
    for (name, content) in &files {
        // Trunk has copied the others.
        if !data.join(name).exists() {
            put(&root.join(name), content)?;
            made += 1;
        }
    }
    put(&root.join(ARCHIVE), &archive)?;
    put(&root.join(LIST), &list(&files, archive.len())?)?;
    Ok(Report {
        files: made + 1,
        archive: archive.len(),
    })
}

/// The list of `files` and the archive, for those who fetch them one by one.
fn list(files: &[Published], archive: usize) -> Result<Vec<u8>> {
    let all = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.len()));
    let mut list: Vec<PublicFile> = all
        .chain([(ARCHIVE, archive)])
        .map(|(name, bytes)| PublicFile {
            path: format!("data/{name}"),
            bytes: bytes as u64,
        })
        .collect();
    list.sort_by(|one, two| one.path.cmp(&two.path));
    serde_json::to_vec_pretty(&list).map_err(|error| Error::Cut(format!("data/{LIST}: {error}")))
}

/// Writes a file and the folders above it.
///
/// # Errors
///
/// When the system does not let it.
pub(super) fn put(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(Error::io(parent))?;
    }
    fs::write(path, content).map_err(Error::io(path))
}

/// The files that people edit, and their schemas: name below `data` and content, by name.
///
/// # Errors
///
/// When a file cannot be read.
pub(super) fn edited(data: &Path) -> Result<Vec<Published>> {
    let mut files = Vec::new();
    let mut folders = vec![data.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Error::io(&folder))? {
            let path = entry.map_err(Error::io(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(data).unwrap_or(&path);
            let names: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            let content = fs::read(&path).map_err(Error::io(&path))?;
            files.push((names.join("/"), content));
        }
    }
    files.sort();
    Ok(files)
}

/// JSON for programs; no one reads a thousand sources in an editor.
fn json<T: serde::Serialize>(name: &str, value: &T) -> Result<Vec<u8>> {
    let mut text =
        serde_json::to_vec(value).map_err(|error| Error::Cut(format!("data/{name}: {error}")))?;
    text.push(b'\n');
    Ok(text)
}
