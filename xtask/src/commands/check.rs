//! `check` reads the whole data set and names every mistake in it.

use crate::error::Result;
use crate::project::Project;
use crate::run::Run;

/// Runs the check with the host's compiler.
pub fn run(project: &Project) -> Result<()> {
    Run::new("cargo")
        .args(["run", "--quiet", "--features", "host"])
        .args(["--bin", "atlas-data", "--", "check"])
        .env(&project.host_env())
        .folder(&project.root)
        .run()
}
