//! An environment is the set of changes to the variables with which a program is started.
//!
//! `cargo xtask` is itself started by cargo, which sets variables for it that would mislead another
//! cargo or another compiler. [`Environment::clean`] takes those away.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Variables that cargo sets for the program it runs.
const FROM_CARGO: [&str; 6] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
];

/// Search paths for libraries, to which cargo and rustup add the folders of their own compiler.
const LIBRARY_PATHS: [&str; 2] = ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"];

/// Changes to the variables of a program.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// New values; `None` takes the variable away.
    changes: BTreeMap<OsString, Option<OsString>>,
    /// Folders before those of `PATH`, the first found first.
    front: Vec<PathBuf>,
}

impl Environment {
    /// The caller's environment without what cargo added for xtask.
    pub fn clean() -> Self {
        let mut this = Self::default();
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if FROM_CARGO.contains(&text.as_ref()) || text.starts_with("CARGO_PKG_") {
                this.changes.insert(name, None);
            }
        }
        for name in LIBRARY_PATHS {
            if let Some(value) = env::var_os(name) {
                this.changes.insert(name.into(), own_libraries(&value));
            }
        }
        this
    }

    /// Sets a variable.
    #[must_use]
    pub fn with(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.changes.insert(name.into(), Some(value.into()));
        self
    }

    /// Takes a variable away.
    #[must_use]
    pub fn without(mut self, name: impl Into<OsString>) -> Self {
        self.changes.insert(name.into(), None);
        self
    }

    /// Puts a folder before all others of `PATH`.
    #[must_use]
    pub fn with_path(mut self, folder: impl Into<PathBuf>) -> Self {
        self.front.insert(0, folder.into());
        self
    }

    /// Folders in which programs are looked for, in order.
    pub fn path(&self) -> Vec<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        self.front
            .iter()
            .cloned()
            .chain(env::split_paths(&path))
            .collect()
    }

    /// The file that a program's name stands for.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let endings: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd"]
        } else {
            &[""]
        };
        self.path()
            .iter()
            .flat_map(|folder| {
                endings
                    .iter()
                    .map(move |ending| folder.join(format!("{program}{ending}")))
            })
            .find(|file| is_program(file))
    }

    /// Applies the changes to a program that is about to start.
    pub fn apply(&self, command: &mut Command) {
        for (name, value) in &self.changes {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        if !self.front.is_empty() {
            // A folder whose name cannot stand in PATH is then not searched; the program that was
            // to be found there says that it is missing.
            if let Ok(path) = env::join_paths(self.path()) {
                command.env("PATH", path);
            }
        }
    }
}

/// Whether the run is one of a build server, where nothing may be left out.
pub fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// What remains of a library path without the folders of cargo and rustup.
fn own_libraries(value: &OsStr) -> Option<OsString> {
    let ours = env::current_exe()
        .ok()
        .and_then(|exe| exe.parent().map(Path::to_path_buf));
    let rest: Vec<PathBuf> = env::split_paths(value)
        .filter(|folder| !folder.as_os_str().is_empty())
        .filter(|folder| {
            let of_rustup = folder
                .components()
                .any(|part| part.as_os_str() == "rustlib" || part.as_os_str() == "toolchains");
            let of_target = ours.as_deref().is_some_and(|ours| folder.starts_with(ours));
            !of_rustup && !of_target
        })
        .collect();
    if rest.is_empty() {
        None
    } else {
        env::join_paths(rest).ok()
    }
}

/// Whether a file can be run.
#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// Whether a file can be run.
#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_of_the_compiler_are_left_out() {
        let value = OsStr::new("/x/toolchains/stable/lib:/opt/own/lib:/x/lib/rustlib/y/lib");
        if cfg!(unix) {
            assert_eq!(own_libraries(value), Some("/opt/own/lib".into()));
            assert_eq!(own_libraries(OsStr::new("/x/toolchains/s/lib")), None);
        }
    }

    #[test]
    fn the_last_folder_put_in_front_is_the_first() {
        let env = Environment::clean().with_path("/b").with_path("/a");
        let path = env.path();
        assert_eq!(path[0], PathBuf::from("/a"));
        assert_eq!(path[1], PathBuf::from("/b"));
    }
}
