//! `bench` builds for release and runs the measurements in `bench/`.

use std::path::PathBuf;

use super::build;
use crate::error::{Error, Result};
use crate::project::{Project, TARGET};
use crate::run::Run;
use crate::say;
use crate::tools::{ensure, Chromium, Journeys, Node, Peers, Web};

/// Runs every `bench/*.bench.mjs`, or those of `names`, one after the other, so that none disturbs
/// another.
pub fn run(project: &Project, names: &[String]) -> Result<()> {
    const ENDING: &str = ".bench.mjs";
    let folder = project.root.join("bench");
    let mut scripts = if folder.is_dir() {
        super::journeys::files(&folder, ENDING)?
    } else {
        Vec::new()
    };
    if scripts.is_empty() {
        say::line("nothing to measure: there is no bench/*.bench.mjs");
        return Ok(());
    }
    let is_called = |script: &PathBuf, name: &String| {
        let file = script.file_name().and_then(|it| it.to_str());
        file.and_then(|it| it.strip_suffix(ENDING)) == Some(name)
    };
    if let Some(name) = names
        .iter()
        .find(|name| !scripts.iter().any(|script| is_called(script, name)))
    {
        return Err(Error::Usage(format!("no bench/{name}{ENDING}")));
    }
    if !names.is_empty() {
        scripts.retain(|script| names.iter().any(|name| is_called(script, name)));
    }
    ensure(&Node, project)?;
    ensure(&Journeys, project)?;
    ensure(&Peers, project)?;
    let browser = ensure(&Chromium, project)?;
    let web = Web::ensure(project, true)?;
    build::release(project, &web, &build::Kept::default())?;
    charts(project, &web)?;
    // With the tools of the web on the path: the script makes the wasm ready as the site's is.
    let env = web
        .env
        .clone()
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

/// Builds the charts and the timeline alone, which are measured beside other libraries, as the site is built.
fn charts(project: &Project, web: &Web) -> Result<()> {
    Run::new("cargo")
        .args(["build", "--release", "--target", TARGET])
        .args(["--no-default-features", "--features", "bench"])
        .args(["--bin", "bench-charts", "--bin", "bench-timeline"])
        .env(&build::whole_app_env(project, web)?)
        .folder(&project.root)
        .run()
}
