//! Programs from the Rust registry, each in its own folder of the cache.

use std::path::PathBuf;
use std::time::Duration;

use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;
use crate::say;

/// A finished program is downloaded within this time or not at all.
const BINSTALL_LIMIT: Duration = Duration::from_secs(60);

/// A program of the registry in one version.
pub struct Crate<'a> {
    /// Name in the registry.
    pub name: &'a str,
    /// Exact version.
    pub version: &'a str,
    /// Folder of the cache it goes to.
    pub root: PathBuf,
    /// Whether its own lock file is followed.
    pub locked: bool,
    /// Its feature without which it has no program.
    pub feature: Option<&'a str>,
}

impl Crate<'_> {
    /// Downloads the finished program where cargo-binstall can, else compiles it.
    pub fn install(&self, project: &Project) -> Result<()> {
        if Environment::clean().find("cargo-binstall").is_some() {
            match self.binstall() {
                Ok(()) => return Ok(()),
                Err(error) => say::line(&format!("cargo binstall: {error}; compiling instead")),
            }
        }
        self.compile(project)
    }

    fn binstall(&self) -> Result<()> {
        Run::new("cargo")
            .args(["binstall", "--no-confirm", "--disable-strategies=compile"])
            .args(["--version", self.version])
            .arg("--root")
            .arg(&self.root)
            .arg(self.name)
            .limit(BINSTALL_LIMIT)
            .capture()
            .map(drop)
    }

    /// Compiles it in a profile that takes half the time and is as good for a tool.
    fn compile(&self, project: &Project) -> Result<()> {
        let env = Environment::clean()
            .with("CARGO_TARGET_DIR", project.cache.join("install-target"))
            .with("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .with("CARGO_PROFILE_RELEASE_LTO", "off")
            .with("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        say::line(&format!(
            "cargo install {} {} (minutes, once for all clones)",
            self.name, self.version
        ));
        let mut run = Run::new("cargo")
            .args(["install", self.name, "--version", self.version, "--root"])
            .arg(&self.root);
        if self.locked {
            run = run.arg("--locked");
        }
        if let Some(feature) = self.feature {
            run = run.args(["--features", feature]);
        }
        run.env(&env).run()
    }
}

/// Whether a program says that it has a version: `trunk 0.21.14`.
pub fn has_version(program: &std::path::Path, version: &str) -> bool {
    Run::new(program)
        .arg("--version")
        .capture()
        .is_ok_and(|text| text.split_whitespace().any(|word| word == version))
}
