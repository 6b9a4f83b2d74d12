//! Editions: widgets as they were on a day, for articles that speak of the figures of that day.
//!
//! A build that is told to keep them writes them under the date of its data, unless they are kept
//! already: what an article cites stays as it was, also when the data were mended on the same day. A
//! later build takes over what an earlier site kept, and changes nothing of it.

use std::fs;
use std::path::Path;

use super::FOLDER;
use crate::host::publish::put;
use crate::host::{Error, Result};
use crate::model::{Lang, PartialDate};
use crate::widget::{is_edition, Edition};

/// Below the folder of widgets.
const EDITIONS: &str = "editions";

/// The folder of the widgets of a day in a language, below the site's root.
pub(super) fn folder(date: PartialDate, lang: Lang) -> String {
    format!("{FOLDER}/{EDITIONS}/{date}/{}/", lang.tag())
}

/// Takes over what the site in `previous` kept.
///
/// # Errors
///
/// When a file cannot be read or written, or `previous` is no folder.
pub(super) fn take_over(out: &Path, previous: &Path) -> Result<()> {
    // A misspelt name must not lose every edition in silence.
    fs::read_dir(previous).map_err(Error::io(previous))?;
    let kept = previous.join(FOLDER).join(EDITIONS);
    for day in days(&kept)? {
        copy(
            &kept.join(&day),
            &out.join(FOLDER).join(EDITIONS).join(&day),
        )?;
    }
    Ok(())
}

/// Whether the widgets of `date` are still to be kept; `false` where the site in `out` has them.
///
/// # Errors
///
/// When `date` is no day, by which an edition is named, or the folder of editions cannot be read.
pub(super) fn is_new(out: &Path, date: PartialDate) -> Result<bool> {
    let day = date.to_string();
    if !is_edition(&day) {
        let said =
            format!("widgets are kept by the day of the data: expected YYYY-MM-DD, found {day}");
        return Err(Error::Cut(said));
    }
    Ok(!days(&out.join(FOLDER).join(EDITIONS))?.contains(&day))
}

/// Lists the editions that the site in `out` keeps, the oldest first, in `widgets/editions.json`: each with
/// what it lacks of `files`, the widgets of today.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(super) fn list(out: &Path, files: &[String]) -> Result<Vec<Edition>> {
    let kept = out.join(FOLDER).join(EDITIONS);
    let of_day = |day: String| {
        let has = |lang: &Lang, file: &str| kept.join(&day).join(lang.tag()).join(file).is_file();
        let is_lacking = |it: &&String| !Lang::ALL.iter().all(|lang| has(lang, it));
        let lacks = files.iter().filter(is_lacking).cloned().collect();
        Edition { day, lacks }
    };
    let all: Vec<Edition> = days(&kept)?.into_iter().map(of_day).collect();
    let list = serde_json::to_vec(&all).map_err(|error| Error::Cut(error.to_string()))?;
    put(&out.join(FOLDER).join("editions.json"), &list)?;
    Ok(all)
}

/// The days below a folder, the oldest first; none where there is no folder.
fn days(folder: &Path) -> Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut days = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io(folder))? {
        let entry = entry.map_err(Error::io(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && is_edition(&name) {
            days.push(name);
        }
    }
    days.sort();
    Ok(days)
}

/// Copies what is not there yet: an edition never changes.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).map_err(Error::io(from))? {
        let entry = entry.map_err(Error::io(from))?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else if !to.exists() {
            put(&to, &fs::read(&from).map_err(Error::io(&from))?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder of a test, gone at the end.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("editions-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn put(&self, name: &str, text: &str) {
            put(&self.0.join(name), text.as_bytes()).unwrap();
        }

        fn read(&self, name: &str) -> String {
            fs::read_to_string(self.0.join(name)).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_site_that_kept_nothing_lists_nothing() {
        let out = Folder::new("none");
        assert_eq!(list(&out.0, &[]).unwrap(), []);
        assert_eq!(out.read("widgets/editions.json"), "[]");
    }

    #[test]
    fn what_an_earlier_site_kept_is_taken_over_and_never_changed() {
        let (out, old) = (Folder::new("out"), Folder::new("old"));
        old.put("widgets/editions/2026-11-23/en/map.html", "old");
        old.put("widgets/editions/2026-12-01/en/map.html", "old as well");
        old.put("widgets/editions/2026-12-01/id/map.html", "old as well");
        old.put("widgets/editions/2026-12/en/map.html", "no day");
        old.put("widgets/editions/x/en/map.html", "no day");
        old.put("widgets/en/map.html", "not kept");
        take_over(&out.0, &old.0).unwrap();
        list(&out.0, &["map.html".to_owned()]).unwrap();
        // A widget that is not there in every language is no choice.
        assert_eq!(
            out.read("widgets/editions.json"),
            r#"[{"day":"2026-11-23","lacks":["map.html"]},{"day":"2026-12-01"}]"#
        );
        assert_eq!(out.read("widgets/editions/2026-11-23/en/map.html"), "old");
        assert!(!out.0.join("widgets/editions/2026-12").exists());
        assert!(!out.0.join("widgets/editions/x").exists());
        assert!(!out.0.join("widgets/en").exists());
    }

    #[test]
    fn a_day_is_kept_once() {
        let out = Folder::new("once");
        let is_new = |day: &str| is_new(&out.0, day.parse().unwrap());
        assert!(is_new("2026-11-23").unwrap());
        out.put("widgets/editions/2026-11-23/en/map.html", "kept");
        assert!(!is_new("2026-11-23").unwrap());
        assert!(is_new("2026-11-24").unwrap());
        assert!(is_new("2026-11").is_err(), "no day");
    }

    #[test]
    fn an_earlier_site_that_is_not_there_is_told() {
        let out = Folder::new("missing");
        assert!(take_over(&out.0, Path::new("/no/such/site")).is_err());
    }
}
