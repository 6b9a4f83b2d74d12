//! What is done to a release when its pages, code and styles are there. Each step is a script of
//! xtask/npm that is told the folder of the site; their order is that of `commands::build`.

use std::path::Path;

use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;

/// The name of the single file in `dist/`.
pub const SINGLE: &str = "ascn-atlas.html";

/// Writes into every page what the browser may run and load there. After it no script in a page may
/// change.
pub fn policy(project: &Project, env: &Environment) -> Result<()> {
    script(project, "policy.mjs").env(env).run()
}

/// Makes the site ready for reading without a network. The last that changes pages.
pub fn offline(project: &Project, env: &Environment) -> Result<()> {
    script(project, "offline.mjs").env(env).run()
}

/// Puts style, script and policy into the widgets that the host wrote.
pub fn widgets(project: &Project, env: &Environment) -> Result<()> {
    script(project, "widgets.mjs").env(env).run()
}

/// Writes the site as one file.
pub fn single(project: &Project, env: &Environment) -> Result<()> {
    script(project, "single.mjs").env(env).run()
}

/// Writes what hosts read, the compressed copies and the list of checksums. The last that changes the
/// site. Copies made before are kept in a folder of `target`.
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
