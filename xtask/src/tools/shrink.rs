//! The packages that make the release smaller: wasm-opt, rollup, esbuild.

use std::path::{Path, PathBuf};

use super::{npm, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;

/// Finds or installs the packages of xtask/npm.
pub struct Shrink;

impl Tool for Shrink {
    /// The folder of their programs, `wasm-opt` among them.
    type Found = PathBuf;
    const NAME: &'static str = "wasm-opt, rollup and esbuild";
    const BY_HAND: &'static str = "run `npm ci --ignore-scripts` in xtask/npm";

    fn find(&self, project: &Project) -> Option<PathBuf> {
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

/// Finishes the live widgets in `dist/`. `wasm` is what cargo made of their code.
pub fn live(project: &Project, env: &Environment, wasm: &Path) -> Result<()> {
    Run::new("node")
        .arg(folder(project).join("live.mjs"))
        .arg(project.dist())
        .arg(wasm)
        .env(env)
        .run()
}

/// Makes the release in `dist/` smaller. `wasm` is what cargo made of the app, cut nowhere yet.
pub fn shrink(project: &Project, env: &Environment, wasm: &Path) -> Result<()> {
    Run::new("node")
        .arg(folder(project).join("shrink.mjs"))
        .arg(project.dist())
        .arg(wasm)
        .env(env)
        .run()
}
