//! The memory of `test`: what passed before, and what that rested on.
//!
//! A step that takes minutes is not run again while nothing has changed that it could depend on. Each
//! has a state: a hash of the files it could read and of the tools it runs. It is kept in `target/`
//! when the step has passed. In CI nothing is remembered: there everything is run each time.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;

use crate::environment::is_ci;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;

/// What the site and its tools are not made from.
pub const NOT_OF_SITE: &[&str] = &["tests/", "bench/", "docs/"];
/// What no journey reads: code, of which they see what is built, and words for developers. A journey
/// itself counts for itself alone.
pub const NOT_OF_JOURNEYS: &[&str] = &["src/", "xtask/", "bench/", ".test.mjs", "README.md"];

/// The built site, by its list of files.
const SITE: &str = "dist/checksums.txt";

/// What passed before in this clone.
pub struct Memory<'a> {
    project: &'a Project,
    folder: PathBuf,
    /// Every file that is the project's, with the hash of its content.
    files: Vec<(String, u64)>,
    /// The compiler, and the address that a site is told.
    around: String,
}

impl<'a> Memory<'a> {
    /// The memory of a clone; `None` in CI, and where git does not say what the project's files are.
    pub fn of(project: &'a Project) -> Option<Self> {
        if is_ci() {
            return None;
        }
        let listed = Run::new("git")
            .args(["ls-files", "-z", "--cached", "--others"])
            .arg("--exclude-standard")
            .folder(&project.root)
            .capture()
            .ok()?;
        let mut files: Vec<(String, u64)> = listed
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(|name| (name.to_owned(), hash_of(project.root.join(name))))
            .collect();
        files.sort();
        files.dedup();
        let compiler = Run::new("rustc").arg("-vV").folder(&project.root).capture();
        let url = env::var("ASCN_ATLAS_URL").unwrap_or_default();
        Some(Self {
            project,
            folder: project.root.join("target").join("passed"),
            files,
            around: compiler.ok()? + &url,
        })
    }

    /// Hash of all files but those that begin or end with one of `without`, of the built site unless it
    /// is without `dist/`, and of the compiler.
    pub fn state(&self, without: &[&str]) -> String {
        let is_out = |name: &str, it: &str| name.starts_with(it) || name.ends_with(it);
        let is_in = |name: &str| !without.iter().any(|it| is_out(name, it));
        let mut hasher = DefaultHasher::new();
        for file in self.files.iter().filter(|(name, _)| is_in(name)) {
            file.hash(&mut hasher);
        }
        if is_in(SITE) {
            // Of every file of the site.
            hash_of(self.project.dist().join("checksums.txt")).hash(&mut hasher);
        }
        self.around.hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }

    /// Where journeys keep what passed, each for itself.
    pub fn folder(&self) -> PathBuf {
        self.folder.join("journeys")
    }

    fn passed(&self, step: &str, state: &str) -> bool {
        fs::read_to_string(self.folder.join(step)).is_ok_and(|kept| kept == state)
    }

    fn keep(&self, step: &str, state: &str) -> Result<()> {
        let path = self.folder.join(step);
        fs::create_dir_all(&self.folder).map_err(Error::file("create", &self.folder))?;
        fs::write(&path, state).map_err(Error::file("write", &path))
    }
}

/// Does what `step` is for, unless it passed before in the same state, which is that of all files but
/// those `without`.
pub fn once(
    memory: Option<&Memory>,
    step: &str,
    without: &[&str],
    act: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let Some(memory) = memory else { return act() };
    if memory.passed(step, &memory.state(without)) {
        say::line("as it was when it last passed: not run again (`--again` does)");
        return Ok(());
    }
    act()?;
    memory.keep(step, &memory.state(without))
}

/// Zero for a file that is not there.
fn hash_of(path: PathBuf) -> u64 {
    fs::read(path).map_or(0, |content| {
        let mut hasher = DefaultHasher::new();
        content.hash(&mut hasher);
        hasher.finish()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In a folder of its own.
    fn project(name: &str) -> Project {
        let root = env::temp_dir().join(format!("atlas-memory-{name}-{}", std::process::id()));
        Project {
            root: root.clone(),
            cache: root,
        }
    }

    fn memory<'a>(project: &'a Project, files: &[(&str, u64)]) -> Memory<'a> {
        let files = files.iter().map(|(name, hash)| ((*name).to_owned(), *hash));
        Memory {
            project,
            folder: project.root.join("passed"),
            files: files.collect(),
            around: String::new(),
        }
    }

    #[test]
    fn a_step_is_run_again_when_what_it_reads_has_changed() {
        let project = project("step");
        let mut runs = 0;
        let mut run = |files: &[(&str, u64)], result: Result<()>| {
            let memory = memory(&project, files);
            let before = runs;
            let given = once(Some(&memory), "step", &["docs/"], || {
                runs += 1;
                result
            });
            (given.is_ok(), runs > before)
        };
        let files = [("docs/a.md", 1), ("src/a.rs", 2)];
        assert_eq!(run(&files, Err(Error::Steps)), (false, true));
        assert_eq!(run(&files, Ok(())), (true, true), "it had failed");
        assert_eq!(run(&files, Ok(())), (true, false));
        let other_words = [("docs/a.md", 9), ("src/a.rs", 2)];
        assert_eq!(run(&other_words, Ok(())), (true, false));
        let other_code = [("docs/a.md", 1), ("src/a.rs", 3)];
        assert_eq!(run(&other_code, Err(Error::Steps)), (false, true));
        assert_eq!(run(&other_code, Ok(())), (true, true));
        fs::remove_dir_all(project.root).unwrap();
    }

    #[test]
    fn the_built_site_counts_only_for_what_reads_it() {
        let project = project("site");
        let memory = memory(&project, &[("src/a.rs", 1)]);
        let states = || [memory.state(&["docs/", "dist/"]), memory.state(&["docs/"])];
        let [without, with] = states();
        fs::create_dir_all(project.dist()).unwrap();
        fs::write(project.root.join(SITE), "0123  index.html").unwrap();
        let [without_built, with_built] = states();
        assert_eq!(without, without_built);
        assert_ne!(with, with_built);
        fs::remove_dir_all(project.root).unwrap();
    }
}
