//! `atlas-data`, the project's own tool for the data set and the pages, which cargo compiles when it is
//! called.

use crate::environment::Environment;
use crate::project::Project;
use crate::run::Run;

/// The tool with its words still to come.
pub fn atlas_data(project: &Project, env: &Environment) -> Run {
    Run::new("cargo")
        .args(["run", "--quiet", "--features", "host"])
        .args(["--bin", "atlas-data", "--"])
        .env(env)
        .folder(&project.root)
}
