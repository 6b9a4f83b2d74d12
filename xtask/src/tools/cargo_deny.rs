//! cargo-deny: holds licences, sources and versions of crates to `deny.toml`.

use std::path::PathBuf;

use super::cargo_install::{has_version, Crate};
use super::Tool;
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// The release that reads `deny.toml`.
const VERSION: &str = "0.20.2";

/// Finds or installs it.
pub struct CargoDeny;

impl Tool for CargoDeny {
    /// The program.
    type Found = PathBuf;
    const NAME: &'static str = "cargo-deny";
    const BY_HAND: &'static str = "cargo install cargo-deny --locked --version 0.20.2";

    fn find(&self, project: &Project) -> Option<PathBuf> {
        let name = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
        let cached = project.tool("cargo-deny", VERSION).join("bin").join(name);
        Environment::clean()
            .find("cargo-deny")
            .into_iter()
            .chain([cached])
            .find(|program| program.is_file() && has_version(program, VERSION))
    }

    fn install(&self, project: &Project) -> Result<()> {
        let tool = Crate {
            name: "cargo-deny",
            version: VERSION,
            root: project.tool("cargo-deny", VERSION),
            locked: true,
            feature: None,
        };
        tool.install(project)
    }
}
