//! Packages of npm, as a folder's package-lock.json lists them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::{Error, Result};
use crate::run::Run;

/// Longer than this and npm hangs.
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Whether the packages are those of the lock file.
pub fn is_current(folder: &Path) -> bool {
    let lock = fs::read(lock(folder));
    let stamp = fs::read(stamp(folder));
    matches!((lock, stamp), (Ok(lock), Ok(stamp)) if lock == stamp)
}

/// Installs the packages of the lock file.
pub fn install(folder: &Path) -> Result<()> {
    Run::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .folder(folder)
        .limit(LIMIT)
        .capture()?;
    let to = stamp(folder);
    fs::copy(lock(folder), &to)
        .map(drop)
        .map_err(Error::file("write", to))
}

fn lock(folder: &Path) -> PathBuf {
    folder.join("package-lock.json")
}

/// A copy of the lock file as it was when the packages were installed.
fn stamp(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".lock-of-this-install")
}
