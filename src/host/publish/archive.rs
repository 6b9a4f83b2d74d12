//! Archives: the published set and its licence in one ZIP, and any other ZIP; the same bytes for the
//! same files.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Published, ARCHIVE};
use crate::host::{Error, Result};

/// The terms, which lie beside the data set.
const LICENCE: &str = include_str!("../../../LICENSE-DATA.md");

/// The ZIP of `files`, each below `ascn-atlas-data/`, in their order.
///
/// # Errors
///
/// When a file does not fit a ZIP.
pub fn archive(files: &[Published]) -> Result<Vec<u8>> {
    let licence = ("LICENSE-DATA.md", LICENCE.as_bytes());
    let files = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_slice()));
    let files = std::iter::once(licence).chain(files);
    zip(&["data/", ARCHIVE].concat(), "ascn-atlas-data/", files)
}

/// A ZIP of `files`, pairs of a name and a content, each below `folder`, in their order. `name` is
/// what messages call it.
///
/// # Errors
///
/// When a file does not fit a ZIP.
pub fn zip<'a>(
    name: &str,
    folder: &str,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>> {
    let broken = |error: &dyn std::fmt::Display| Error::Cut(format!("{name}: {error}"));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The time of a file is that of no clock, so that the same files are the same archive.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in files {
        zip.start_file([folder, name].concat(), options)
            .map_err(|error| broken(&error))?;
        zip.write_all(content).map_err(|error| broken(&error))?;
    }
    let file = zip.finish().map_err(|error| broken(&error))?;
    Ok(file.into_inner())
}
