//! Feeds: what a reader's calendar or feed reader can follow, as files at addresses that stay.
//!
//! ```text
//! feeds/milestones.<language>.ics   meetings and milestones, as iCalendar
//! feeds/changes.<language>.xml      changes of the data, as Atom
//! ```
//!
//! The site knows no host of its own, so nothing here names one: calendars carry the addresses of
//! their sources, which are absolute, and the feed links relative to itself, as Atom allows.

mod atom;
mod calendar;

use std::fs;
use std::path::Path;

use super::store::Store;
use super::{Error, Result};
use crate::model::Lang;

pub use atom::atom;
pub use calendar::{calendar, fold, Calendar, Event};

/// The address of the calendar of a language.
#[must_use]
pub fn calendar_path(lang: Lang) -> String {
    ["feeds/milestones.", lang.tag(), ".ics"].concat()
}

/// The address of the feed of changes of a language.
#[must_use]
pub fn changes_path(lang: Lang) -> String {
    ["feeds/changes.", lang.tag(), ".xml"].concat()
}

/// Writes every feed below `out`.
///
/// # Errors
///
/// When a file cannot be written, or a change has no day.
pub fn write(store: &Store, out: &Path) -> Result<()> {
    let folder = out.join("feeds");
    fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
    let put = |path: &str, text: String| {
        let path = out.join(path);
        fs::write(&path, text).map_err(Error::io(&path))
    };
    for lang in Lang::ALL {
        put(&calendar_path(lang), calendar(store, lang)?)?;
        put(&changes_path(lang), atom(&store.changes, lang)?)?;
    }
    Ok(())
}
