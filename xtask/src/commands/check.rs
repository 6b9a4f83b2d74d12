//! `check` reads the whole data set and names every mistake in it.

use crate::data_tool::atlas_data;
use crate::error::Result;
use crate::project::Project;

/// Runs the check with the host's compiler.
pub fn run(project: &Project) -> Result<()> {
    atlas_data(project, &project.host_env()).arg("check").run()
}
