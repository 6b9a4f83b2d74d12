//! The editions that readers take along: the single file, and the folder as a ZIP.

use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;

/// The name of the single file in `dist/`.
pub const SINGLE: &str = "ascn-atlas.html";

/// The folder of the ZIP, beside `dist/`: in it, the site would be half as large again.
const FOLDER: &str = "editions";

/// Writes the single file into `dist/`.
pub fn single(project: &Project, env: &Environment) -> Result<()> {
    let packer = project.root.join("xtask").join("npm").join("single.mjs");
    Run::new("node")
        .arg(packer)
        .arg(project.dist())
        .env(env)
        .run()
}

/// Writes the ZIP beside `dist/`. The site must be finished: the ZIP holds what is there.
pub fn folder(project: &Project, env: &Environment) -> Result<()> {
    Run::new("cargo")
        .args(["run", "--quiet", "--features", "host"])
        .args(["--bin", "atlas-data", "--", "folder", "--site"])
        .arg(project.dist())
        .arg("--out")
        .arg(project.root.join(FOLDER))
        .env(env)
        .folder(&project.root)
        .run()
}
