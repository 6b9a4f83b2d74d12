//! wasm-opt: makes the release's wasm smaller.

use std::path::{Path, PathBuf};

use super::cargo_install::has_version;
use super::{npm, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// The version in Trunk.toml and in xtask/npm/package.json.
const VERSION: &str = "132";

/// Finds or installs wasm-opt.
pub struct WasmOpt;

impl Tool for WasmOpt {
    /// The folder of the program.
    type Found = PathBuf;
    const NAME: &'static str = "wasm-opt";
    const BY_HAND: &'static str = "install binaryen 132 so that wasm-opt is on PATH";

    fn find(&self, project: &Project) -> Option<PathBuf> {
        let on_path = Environment::clean().find("wasm-opt");
        if let Some(program) = on_path.filter(|program| has_version(program, VERSION)) {
            return program.parent().map(Path::to_path_buf);
        }
        let folder = folder(project);
        npm::is_current(&folder).then(|| folder.join("node_modules").join(".bin"))
    }

    fn install(&self, project: &Project) -> Result<()> {
        npm::install(&folder(project))
    }
}

fn folder(project: &Project) -> PathBuf {
    project.root.join("xtask").join("npm")
}
