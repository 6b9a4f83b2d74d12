//! `build --twice` makes the site a second time, from a copy of the project in another folder with
//! nothing compiled before, and compares every byte: whoever builds a commit gets the same site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;

/// The folder of the copy, in the cache. Longer than most, so that a path that got in shows.
const COPY: &str = "another-folder-in-which-the-atlas-is-built";
/// What a release makes, below the project.
const MADE: [&str; 2] = ["dist", "editions"];
/// Files that are named when two builds differ.
const NAMED: usize = 20;

/// Builds in the copy with the words of `build`, and compares with what the project has just built.
pub fn run(project: &Project, words: &[String]) -> Result<()> {
    let copy = project.cache.join(COPY);
    clear(&copy)?;
    let count = copy_project(project, &copy)?;
    say::line(&format!("the same again in {}", copy.display()));
    let env = project
        .host_env()
        .with("CARGO_TARGET_DIR", copy.join("target"))
        .with("CARGO_BUILD_BUILD_DIR", copy.join("target"));
    Run::new("cargo")
        .args(["xtask", "build"])
        .args(words)
        .env(&env)
        .folder(&copy)
        .run()?;
    let mut different = Vec::new();
    let mut compared = 0;
    for made in MADE {
        let folders = [project.root.join(made), copy.join(made)];
        let names = folders
            .iter()
            .map(|it| names_below(it))
            .collect::<Result<Vec<_>>>()?;
        for name in names.iter().flatten().collect::<BTreeSet<_>>() {
            compared += 1;
            let [one, two] = [0, 1].map(|at| folders.get(at).map(|it| fs::read(it.join(name))));
            let is_same = matches!((&one, &two), (Some(Ok(one)), Some(Ok(two))) if one == two);
            if !is_same {
                different.push(format!("{made}/{name}"));
            }
        }
    }
    clear(&copy)?;
    if different.is_empty() {
        say::line(&format!(
            "{compared} files are the same to the byte, from {count} files in two folders"
        ));
        return Ok(());
    }
    let all = different.len();
    different.truncate(NAMED);
    Err(Error::Shape {
        what: format!("{all} of {compared} files differ: {}", different.join(", ")),
        expected: "the same bytes from two folders".into(),
    })
}

/// Copies what git knows or would take, as it is now; how many files.
fn copy_project(project: &Project, copy: &Path) -> Result<usize> {
    let list = Run::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .folder(&project.root)
        .capture()?;
    let mut count = 0;
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project.root.join(name), copy.join(name));
        // Deleted and not yet committed.
        if !from.is_file() {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(Error::file("make", folder))?;
        }
        fs::copy(&from, &to).map_err(Error::file("write", &to))?;
        count += 1;
    }
    Ok(count)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::file("remove", folder))?;
    }
    Ok(())
}

/// The files below a folder, by their path in it.
fn names_below(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let here = folder.join(&below);
        for entry in fs::read_dir(&here).map_err(Error::file("read", &here))? {
            let entry = entry.map_err(Error::file("read", &here))?;
            let name = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                names.push(name.to_string_lossy().into_owned());
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_in_folders_of_folders() {
        let names = names_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        assert!(names.contains(&"main.rs".to_owned()));
        assert!(names.contains(&Path::new("commands").join("twice.rs").display().to_string()));
    }
}
