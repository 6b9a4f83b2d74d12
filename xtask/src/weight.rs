//! The weight of the whole built site, in bytes of its files, and what makes it up.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// What all files of the site may weigh together. The aim is 40 MB; it is missed since every page has its
/// content in its file: docs/editions.md says what weighs how much, and what was tried.
const BUDGET: u64 = 80_000_000;

/// Files of one kind: how many there are, and their bytes.
type Kind = (u64, u64);

/// Prints what weighs how much, and fails above the budget.
pub fn check(dist: &Path) -> Result<()> {
    let mut kinds = BTreeMap::new();
    add(dist, &mut kinds)?;
    let mut rows: Vec<(&String, &Kind)> = kinds.iter().collect();
    rows.sort_by_key(|(_, (_, bytes))| std::cmp::Reverse(*bytes));
    for (name, (files, bytes)) in rows {
        println!("{:>11} {files:>6} files  {name}", mb(*bytes));
    }
    let whole = kinds.values().map(|(_, bytes)| bytes).sum();
    let line = format!("the whole site: {} of {}", mb(whole), mb(BUDGET));
    println!("{line}");
    if whole <= BUDGET {
        Ok(())
    } else {
        Err(Error::Budget(format!("over budget: {line}")))
    }
}

/// Adds the files below a folder.
fn add(folder: &Path, kinds: &mut BTreeMap<String, Kind>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            add(&path, kinds)?;
            continue;
        }
        let about = fs::metadata(&path).map_err(Error::file("read", &path))?;
        let (files, bytes) = kinds.entry(kind(&path)).or_default();
        *files += 1;
        *bytes += about.len();
    }
    Ok(())
}

/// The ending of a file; for a compressed copy with that of what it copies: `json.br`.
fn kind(path: &Path) -> String {
    let ending = |path: &Path| {
        path.extension()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let own = ending(path);
    match own.as_str() {
        "br" | "gz" => [ending(&path.with_extension("")), own].join("."),
        _ => own,
    }
}

/// Bytes for people: `39.9 MB`.
fn mb(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_a_kind_of_their_own() {
        assert_eq!(kind(Path::new("dist/app/1/a.b.json.br")), "json.br");
        assert_eq!(kind(Path::new("dist/a_bg.wasm")), "wasm");
        assert_eq!(kind(Path::new("dist/_headers")), "");
    }

    #[test]
    fn bytes_are_rounded() {
        assert_eq!(mb(38_949_999), "38.9 MB");
        assert_eq!(mb(38_950_000), "39.0 MB");
    }
}
