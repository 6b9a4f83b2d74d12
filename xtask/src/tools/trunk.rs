//! Trunk: builds the site from index.html, the wasm and the files beside them.

use std::path::PathBuf;

use super::cargo_install::{has_version, Crate};
use super::Tool;
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// The newest that compiles with the oldest Rust of the project.
const VERSION: &str = "0.21.14";

/// Finds or installs trunk.
pub struct Trunk;

impl Tool for Trunk {
    /// The program.
    type Found = PathBuf;
    const NAME: &'static str = "trunk";
    const BY_HAND: &'static str = "cargo install trunk --locked --version 0.21.14";

    fn find(&self, project: &Project) -> Option<PathBuf> {
        let file = format!("trunk{}", std::env::consts::EXE_SUFFIX);
        let cached = project.tool("trunk", VERSION).join("bin").join(file);
        Environment::clean()
            .find("trunk")
            .into_iter()
            .chain([cached])
            .find(|program| program.is_file() && has_version(program, VERSION))
    }

    fn install(&self, project: &Project) -> Result<()> {
        let tool = Crate {
            name: "trunk",
            version: VERSION,
            root: project.tool("trunk", VERSION),
            locked: true,
            feature: None,
        };
        tool.install(project)
    }
}
