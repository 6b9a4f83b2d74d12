//! What is done to a release when all its files are there: the policy of its pages, and what hosts need.

use std::path::Path;

use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;

/// Writes into every page what the browser may run and load there. After it no script in a page may
/// change.
pub fn policy(project: &Project, env: &Environment) -> Result<()> {
    script(project, "policy.mjs").env(env).run()
}

/// Writes what hosts read, the compressed copies and the list of checksums. The last of all steps.
/// Copies made before are kept in a folder of `target`.
pub fn pack(project: &Project, env: &Environment, target: &Path) -> Result<()> {
    script(project, "pack.mjs")
        .arg("--cache")
        .arg(target.join("packed"))
        .env(env)
        .run()
}

fn script(project: &Project, name: &str) -> Run {
    let path = project.root.join("xtask").join("npm").join(name);
    Run::new("node").arg(path).arg(project.dist())
}
