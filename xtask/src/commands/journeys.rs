//! A journey is a file of tests that goes through the built site as a reader does.
//!
//! The files are in `tests/e2e/`; `run.mjs` there runs several beside each other.

use std::fs;
use std::path::{Path, PathBuf};

use super::steps::Bench;
use crate::data_tool::atlas_data;
use crate::environment::{is_ci, Environment};
use crate::error::{Error, Result};
use crate::memory::NOT_OF_JOURNEYS;
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::sizes;
use crate::tools::{ensure, Journeys, Node, Poppler, Shell};

/// What the files of journeys in other engines than Chromium have in their names.
const ENGINES: &str = "engines";
/// The journeys on real servers.
const HOSTS: &str = "hosts.test.mjs";

/// The tests of files, which need no browser.
const HTML: &str = "html.test.mjs";

/// Checks the files of the built site, and the sitemap of one that was told its address, of which
/// nothing but the pages is made.
pub fn html(bench: &Bench<'_>) -> Result<()> {
    let project = bench.project;
    let env = project.host_env().with("JAVA", bench.java()?);
    run(bench, env.clone(), |name| name == HTML)?;
    let told = project.root.join("target").join("told");
    if told.exists() {
        fs::remove_dir_all(&told).map_err(Error::file("remove", &told))?;
    }
    fs::create_dir_all(&told).map_err(Error::file("create", &told))?;
    let (from, to) = (project.root.join("index.html"), told.join("index.html"));
    fs::copy(from, &to)
        .map(drop)
        .map_err(Error::file("write", &to))?;
    // Without pictures, which take the longest.
    let host = project.host_env().with("TRUNK_PROFILE", "debug");
    atlas_data(project, &host)
        .args(["build", "--url", "https://atlas.example/sub/", "--out"])
        .arg(&told)
        .run()?;
    Run::new("node")
        .args(["--test", "--test-name-pattern=sitemap|oEmbed"])
        .arg(project.root.join("tests").join("e2e").join(HTML))
        .env(&env.with("ASCN_ATLAS_DIST", &told))
        .folder(&project.root)
        .run()
}

/// The journeys through the site in Chromium.
pub fn chromium(bench: &Bench<'_>) -> Result<()> {
    poppler(bench.project)?;
    let env = shell(bench.project).with("CHROME", &bench.browser()?.chrome);
    run(bench, env, |name| {
        !name.contains(ENGINES) && name != HOSTS && name != HTML
    })
}

/// Those in Firefox and WebKit.
pub fn engines(bench: &Bench<'_>) -> Result<()> {
    let env = bench.engines()?.name_in(bench.project.host_env());
    run(bench, env, |name| name.contains(ENGINES))
}

/// Those on real servers.
pub fn hosts(bench: &Bench<'_>) -> Result<()> {
    let env = shell(bench.project).with("CHROME", &bench.browser()?.chrome);
    let env = bench.hosts()?.name_in(env);
    run(bench, env, |name| name == HOSTS)
}

/// What reads printed pages. Without it those journeys alone are left out, but not in CI.
fn poppler(project: &Project) -> Result<()> {
    match ensure(&Poppler, project) {
        Err(error) if is_ci() => Err(error),
        Err(error) => {
            say::line(&format!("what is printed is not read: {error}"));
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

/// The variables of the journeys, which name Chromium's headless shell. Where it cannot be had,
/// Chromium does its work in more time.
fn shell(project: &Project) -> Environment {
    let env = project.host_env();
    match ensure(&Shell, project) {
        Ok(shell) => env.with("CHROME_SHELL", shell),
        Err(error) => {
            say::line(&format!("journeys take longer: {error}"));
            env
        }
    }
}

/// Runs the journeys whose file `wanted` names, but those that passed before as all now is.
fn run(bench: &Bench<'_>, env: Environment, wanted: impl Fn(&str) -> bool) -> Result<()> {
    let project = bench.project;
    ensure(&Node, project)?;
    ensure(&Journeys, project)?;
    let dist = project.dist();
    sizes::require_dist(&dist)?;
    let told = project.root.join("target").join("failed-journeys.txt");
    // Those of another step are not this one's.
    fs::remove_file(&told).ok();
    let mut env = env
        .with("ASCN_ATLAS_DIST", &dist)
        .with("ASCN_ATLAS_FAILED", &told);
    if let Some(memory) = &bench.memory {
        env = env
            .with("ASCN_ATLAS_PASSED", memory.folder())
            .with("ASCN_ATLAS_STATE", memory.state(NOT_OF_JOURNEYS));
    }
    let mut tests = files(&project.root.join("tests").join("e2e"), ".test.mjs")?;
    tests.retain(|test| {
        test.file_name()
            .is_some_and(|name| wanted(&name.to_string_lossy()))
    });
    Run::new("node")
        .arg(project.root.join("tests").join("e2e").join("run.mjs"))
        .args(tests)
        .env(&env)
        .folder(&project.root)
        .run()
        .map_err(|error| match fs::read_to_string(&told) {
            Ok(told) => Error::Tests(told),
            // It did not come so far as to say which failed.
            Err(_) => error,
        })
}

/// Files of a folder by the end of their name, in order.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = file.map_err(Error::file("read", folder))?.path();
        if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
