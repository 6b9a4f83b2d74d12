//! The weight of the whole built site, in bytes of its files, and what makes it up.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::error::{Error, Result};

/// What all files of the site may weigh together. The aim is 40 MB; it is missed since every page has its
/// content in its file: docs/editions.md says what weighs how much, and what was tried.
const BUDGET: u64 = 80_000_000;

/// What the widgets of a site may weigh together beside that. Only other sites ask for them, one at a
/// time, and no edition that a reader takes along holds them.
const WIDGETS_BUDGET: u64 = 12_000_000;
const WIDGETS: &str = "widgets";
/// What the live ones may weigh together: each of them holds the code, because it may load nothing.
const LIVE_BUDGET: u64 = 14_000_000;
const LIVE: &str = "live";
/// Widgets as they were on a day, in the folder of widgets: as many as a site was told to keep.
const EDITIONS: &str = "editions";

/// Files of one kind: how many there are, and their bytes.
type Kind = (u64, u64);

/// Prints what weighs how much, and fails above the budget.
pub fn check(dist: &Path) -> Result<()> {
    let mut kinds = BTreeMap::new();
    let widgets = dist.join(WIDGETS);
    add(dist, &[&widgets], &mut kinds)?;
    let mut rows: Vec<(&String, &Kind)> = kinds.iter().collect();
    rows.sort_by_key(|(_, (_, bytes))| std::cmp::Reverse(*bytes));
    for (name, (files, bytes)) in rows {
        println!("{:>11} {files:>6} files  {name}", mb(*bytes));
    }
    let whole = kinds.values().map(|(_, bytes)| bytes).sum();
    within("the whole site without widgets", whole, BUDGET)?;
    if !widgets.is_dir() {
        return Ok(());
    }
    let (editions, live) = (widgets.join(EDITIONS), widgets.join(LIVE));
    let all = |folder: &Path, but: &[&Path], what: &str, budget: u64| {
        let mut kinds = BTreeMap::new();
        add(folder, but, &mut kinds)?;
        let (files, bytes) = kinds
            .values()
            .fold((0, 0), |all, it| (all.0 + it.0, all.1 + it.1));
        within(&format!("{files} files of {what}"), bytes, budget)
    };
    all(&widgets, &[&editions, &live], "widgets", WIDGETS_BUDGET)?;
    if live.is_dir() {
        all(&live, &[], "live widgets", LIVE_BUDGET)?;
    }
    Ok(())
}

/// Prints what weighs how much, and fails when it is too much.
fn within(what: &str, bytes: u64, budget: u64) -> Result<()> {
    let line = format!("{what}: {} of {}", mb(bytes), mb(budget));
    println!("{line}");
    if bytes <= budget {
        Ok(())
    } else {
        Err(Error::Budget(format!("over budget: {line}")))
    }
}

/// Adds the files below a folder, but for those in the folders `but`.
fn add(folder: &Path, but: &[&Path], kinds: &mut BTreeMap<String, Kind>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.is_dir() {
            if !but.contains(&path.as_path()) {
                add(&path, but, kinds)?;
            }
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
