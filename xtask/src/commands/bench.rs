//! `bench` builds for release and runs the measurements in `bench/`.

use super::build;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::tools::{ensure, Chromium, Journeys, Node, Web};

/// Runs every `bench/*.bench.mjs`, one after the other, so that none disturbs another.
pub fn run(project: &Project) -> Result<()> {
    let folder = project.root.join("bench");
    let scripts = if folder.is_dir() {
        super::steps::files(&folder, ".bench.mjs")?
    } else {
        Vec::new()
    };
    if scripts.is_empty() {
        say::line("nothing to measure: there is no bench/*.bench.mjs");
        return Ok(());
    }
    ensure(&Node, project)?;
    ensure(&Journeys, project)?;
    let browser = ensure(&Chromium, project)?;
    build::release(project, &Web::ensure(project, true)?)?;
    let env = project
        .host_env()
        .with("CHROME", browser.chrome)
        .with("ASCN_ATLAS_DIST", project.dist());
    let mut failed = 0;
    for script in scripts {
        let run = Run::new("node").arg(&script).env(&env);
        if let Err(error) = run.folder(&project.root).run() {
            failed += 1;
            say::line(&error.to_string());
        }
    }
    if failed == 0 {
        Ok(())
    } else {
        Err(Error::Steps)
    }
}
