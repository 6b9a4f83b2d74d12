//! wasm-split-cli: cuts the app's wasm into chunks at the functions that are marked for it.

use std::path::PathBuf;

use super::cargo_install::Crate;
use super::Tool;
use crate::error::Result;
use crate::project::Project;

/// The release that reads what the library in Cargo.lock marks (0.2).
const VERSION: &str = "0.2.4";

/// Finds or installs it.
pub struct WasmSplit;

impl Tool for WasmSplit {
    /// The folder of the program.
    type Found = PathBuf;
    const NAME: &'static str = "wasm-split-cli";
    const BY_HAND: &'static str =
        "cargo install wasm_split_cli_support --locked --version 0.2.4 --features build-binary";

    // Not on PATH: it does not say its version, and a crate of another project has a program of the
    // same name.
    fn find(&self, project: &Project) -> Option<PathBuf> {
        let folder = root(project).join("bin");
        let program = folder.join(format!("wasm-split-cli{}", std::env::consts::EXE_SUFFIX));
        program.is_file().then_some(folder)
    }

    fn install(&self, project: &Project) -> Result<()> {
        let tool = Crate {
            name: "wasm_split_cli_support",
            version: VERSION,
            root: root(project),
            locked: true,
            feature: Some("build-binary"),
        };
        tool.install(project)
    }
}

fn root(project: &Project) -> PathBuf {
    project.tool("wasm-split-cli", VERSION)
}
