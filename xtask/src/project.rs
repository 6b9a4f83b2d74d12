//! The project is this clone together with the cache folder outside of it.
//!
//! The cache holds what is the same for every clone: tools in `tools/<name>-<version>/`, the folder
//! in which they are compiled, stamps, and in CI the compiled dependencies.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::environment::{is_ci, Environment};
use crate::error::{Error, Result};
use crate::run::Run;

/// What the app is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// This clone and its cache.
#[derive(Clone, Debug)]
pub struct Project {
    /// Folder of the clone.
    pub root: PathBuf,
    /// Folder of the cache.
    pub cache: PathBuf,
}

impl Project {
    /// The project to which this xtask belongs.
    pub fn here() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().map(Path::to_path_buf);
        let root = root.ok_or_else(|| Error::Shape {
            what: manifest.display().to_string(),
            expected: "the folder xtask/ of the project".into(),
        })?;
        Ok(Self {
            root,
            cache: cache_folder(|name| env::var_os(name).map(PathBuf::from))?,
        })
    }

    /// Where a tool of the cache is installed.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Variables for programs of the host's toolchain.
    pub fn host_env(&self) -> Environment {
        self.with_build_cache(Environment::clean(), "host")
    }

    /// In CI, compiled parts outlive the clone: they go to a folder of the cache, each under the
    /// hash that cargo gives it, and only finished programs to the clone's `target`.
    /// Cargo before 1.91 does not know this setting and builds in the clone.
    pub fn with_build_cache(&self, env: Environment, kind: &str) -> Environment {
        if is_ci() && env::var_os("CARGO_BUILD_BUILD_DIR").is_none() {
            return env
                .with("CARGO_BUILD_BUILD_DIR", self.cache.join("build").join(kind))
                .with("CARGO_INCREMENTAL", "0");
        }
        env
    }

    /// Takes out of the build cache what another clone left of this project's own packages.
    ///
    /// Cargo names them by their place in the clone, not by the clone's, and takes what is newer
    /// than the sources for theirs: code of another clone, with paths into it.
    pub fn claim_build_cache(&self, env: &Environment, kind: &str) -> Result<()> {
        if !is_ci() {
            return Ok(());
        }
        let folder = self.cache.join("build").join(kind);
        let stamp = folder.join("clone");
        let root = self.root.display().to_string();
        if fs::read_to_string(&stamp).is_ok_and(|last| last == root) {
            return Ok(());
        }
        // Not what this clone has finished: this program is among it.
        let env = env.clone().with("CARGO_TARGET_DIR", folder.join("none"));
        for profile in ["dev", "release"] {
            let clean = Run::new("cargo")
                .args(["clean", "--quiet", "--profile", profile])
                .args(["--package", "ascn-atlas", "--package", "xtask"])
                .env(&env)
                .folder(&self.root);
            clean.run()?;
            clean.args(["--target", TARGET]).run()?;
        }
        fs::create_dir_all(&folder).map_err(Error::file("make", &folder))?;
        fs::write(&stamp, root).map_err(Error::file("write", &stamp))
    }

    /// The version of a package in Cargo.lock.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
        version_in_lock(&lock, package).ok_or_else(|| Error::Shape {
            what: path.display().to_string(),
            expected: format!("a package {package}"),
        })
    }
}

/// `$ASCN_ATLAS_CACHE`, else `$XDG_CACHE_HOME/ascn-atlas`, else `~/.cache/ascn-atlas`.
fn cache_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Result<PathBuf> {
    let set = |name| variable(name).filter(|value| !value.as_os_str().is_empty());
    set("ASCN_ATLAS_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("ascn-atlas")))
        .or_else(|| {
            set("HOME")
                .or_else(|| set("USERPROFILE"))
                .map(|home| home.join(".cache").join("ascn-atlas"))
        })
        .ok_or_else(|| {
            Error::Usage("set HOME or ASCN_ATLAS_CACHE: tools need a folder to be kept in".into())
        })
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_is_read() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "leptos"), None);
    }

    #[test]
    fn the_cache_is_where_the_reader_wants_it() {
        let folder = |pairs: &'static [(&str, &str)]| {
            cache_folder(move |name| {
                pairs
                    .iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| PathBuf::from(value))
            })
            .ok()
        };
        assert_eq!(
            folder(&[("ASCN_ATLAS_CACHE", "/c"), ("HOME", "/h")]),
            Some("/c".into())
        );
        assert_eq!(
            folder(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")]),
            Some("/x/ascn-atlas".into())
        );
        assert_eq!(
            folder(&[("HOME", "/h")]),
            Some("/h/.cache/ascn-atlas".into())
        );
        assert_eq!(folder(&[]), None);
    }
}
