//! The standard library for wasm in its smallest form, of which releases are made.
//!
//! The one that comes with the compiler is written for speed, and writes out a message for each panic,
//! which no reader of the site would see. Compiled from the same source for size and without them, the
//! app is about 12 kB (brotli) smaller.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::rust_std::{self, Options};
use super::Tool;
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::{Project, TARGET};
use crate::run::Run;
use crate::say;
use crate::small;

/// How long rustup may take for the source.
const RUSTUP_LIMIT: Duration = Duration::from_secs(5 * 60);

const OPTIONS: Options = Options {
    cargo: &[
        "-Zbuild-std=std",
        "-Zbuild-std-features=optimize_for_size",
        "--config=profile.release.opt-level=\"z\"",
        "--config=profile.release.codegen-units=1",
    ],
    rustc: small::FLAGS,
};

/// Finds or makes it for the compiler of an environment.
pub struct SmallStd<'a> {
    /// Variables that choose the compiler.
    pub env: &'a Environment,
}

impl Tool for SmallStd<'_> {
    /// What the compiler takes for its root.
    type Found = PathBuf;
    const NAME: &'static str = "the small standard library";
    const BY_HAND: &'static str = "rustup component add rust-src";

    fn find(&self, project: &Project) -> Option<PathBuf> {
        let root = self.root(project).ok()?;
        rust_std::is_in(&library(&root)).then_some(root)
    }

    fn install(&self, project: &Project) -> Result<()> {
        let source = self.sysroot()?.join("lib/rustlib/src/rust/library");
        if !source.join("Cargo.lock").is_file() {
            say::timed("rustup component add rust-src", || {
                Run::new("rustup")
                    .args(["component", "add", "rust-src"])
                    .env(self.env)
                    .folder(&project.root)
                    .limit(RUSTUP_LIMIT)
                    .capture()
                    .map(drop)
            })?;
        }
        let root = self.root(project)?;
        let built = rust_std::compile(self.env.clone(), &root.join("build"), OPTIONS)?;
        let library = library(&root);
        if let Some(parent) = library.parent() {
            std::fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
        }
        rust_std::put_in_place(&built, &library)
    }
}

impl SmallStd<'_> {
    /// One for each compiler and each way to make it.
    fn root(&self, project: &Project) -> Result<PathBuf> {
        let version = Run::new("rustc")
            .arg("-vV")
            .env(self.env)
            .folder(&project.root)
            .capture()?;
        let mut hasher = DefaultHasher::new();
        (version, OPTIONS.cargo, OPTIONS.rustc).hash(&mut hasher);
        Ok(project.tool("small-std", &format!("{:016x}", hasher.finish())))
    }

    fn sysroot(&self) -> Result<PathBuf> {
        let sysroot = Run::new("rustc")
            .args(["--print", "sysroot"])
            .env(self.env)
            .capture()?;
        Ok(sysroot.trim().into())
    }
}

/// Where the compiler looks for it below its root.
fn library(root: &Path) -> PathBuf {
    root.join("lib/rustlib").join(TARGET).join("lib")
}
