//! wasm-bindgen-cli: `wasm-bindgen` and `wasm-bindgen-test-runner`.
//!
//! Its version must equal that of the library in Cargo.lock to the last digit.

use std::path::{Path, PathBuf};

use super::cargo_install::{has_version, Crate};
use super::Tool;
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// Its programs.
const PROGRAMS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// Finds or installs the programs of one version.
pub struct WasmBindgen {
    version: String,
}

impl WasmBindgen {
    /// The version that the project's Cargo.lock asks for.
    pub fn of(project: &Project) -> Result<Self> {
        Ok(Self {
            version: project.locked_version("wasm-bindgen")?,
        })
    }
}

impl Tool for WasmBindgen {
    /// The folder of its programs.
    type Found = PathBuf;
    const NAME: &'static str = "wasm-bindgen-cli";
    const BY_HAND: &'static str = "cargo install wasm-bindgen-cli, in the version of Cargo.lock";

    fn find(&self, project: &Project) -> Option<PathBuf> {
        let on_path = Environment::clean()
            .find(PROGRAMS[0])
            .and_then(|program| program.parent().map(Path::to_path_buf));
        let cached = project.tool("wasm-bindgen", &self.version).join("bin");
        on_path
            .into_iter()
            .chain([cached])
            .find(|folder| self.complete(folder))
    }

    // Its own lock file can be ahead of a mirror of the registry, so it is not followed.
    fn install(&self, project: &Project) -> Result<()> {
        let tool = Crate {
            name: "wasm-bindgen-cli",
            version: &self.version,
            root: project.tool("wasm-bindgen", &self.version),
            locked: false,
            feature: None,
        };
        tool.install(project)
    }
}

impl WasmBindgen {
    fn complete(&self, folder: &Path) -> bool {
        PROGRAMS.iter().all(|name| {
            let file = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
            file.is_file() && has_version(&file, &self.version)
        })
    }
}
