//! A step is one check of `cargo xtask test`.
//!
//! To add one: a variant here, its place in [`Step::ALL`], and an arm in each `match`.

use std::fs;
use std::path::{Path, PathBuf};

use super::{build, check, deny, fuzz};
use crate::data_tool::atlas_data;
use crate::environment::{is_ci, Environment};
use crate::error::{Error, Result};
use crate::memory::{once, Memory, NOT_OF_JOURNEYS, NOT_OF_SITE};
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::sizes;
use crate::tools::{ensure, Browser, Drivers, Journeys, Node, Poppler, Servers, Web};

/// A check; the quick ones come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Layout of the code.
    Fmt,
    /// Lints of everything but the DOM ring.
    ClippyHost,
    /// Lints of the DOM ring.
    ClippyCsr,
    /// Licences, sources and versions of every crate.
    Deny,
    /// Tests on the host.
    Host,
    /// Hostile data.
    Fuzz,
    /// The data set.
    Data,
    /// Documentation of everything but the DOM ring.
    DocHost,
    /// Documentation of the DOM ring.
    DocCsr,
    /// Tests of the library in a browser.
    Browser,
    /// The release build.
    Build,
    /// Budgets of the release build.
    Sizes,
    /// Every file of the release build by the standards of its kind.
    Html,
    /// Journeys through the release build.
    Journeys,
    /// Journeys in the other engines.
    Engines,
    /// The release build on real servers.
    Hosts,
}

/// What a step must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Node.js.
    Node,
    /// The tools that build the site.
    Web,
    /// A browser to test in.
    Browser,
    /// Firefox and WebKit.
    Engines,
    /// Web servers.
    Hosts,
    /// Java.
    Java,
    /// A step that comes before.
    After(Step),
}

/// What the steps work with.
pub struct Bench<'a> {
    /// The project.
    pub project: &'a Project,
    /// The tools that build the site, if a step needs them.
    pub web: Option<Web>,
    /// A browser, if a step needs it.
    pub browser: Option<Browser>,
    /// Firefox and WebKit, if a step needs them.
    pub engines: Option<Drivers>,
    /// Web servers, if a step needs them.
    pub hosts: Option<Servers>,
    /// Java, if a step needs it.
    pub java: Option<PathBuf>,
    /// What passed before, unless all is to be run.
    pub memory: Option<Memory<'a>>,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 16] = [
        Self::Fmt,
        Self::ClippyHost,
        Self::ClippyCsr,
        Self::Deny,
        Self::Host,
        Self::Fuzz,
        Self::Data,
        Self::DocHost,
        Self::DocCsr,
        Self::Browser,
        Self::Build,
        Self::Sizes,
        Self::Html,
        Self::Journeys,
        Self::Engines,
        Self::Hosts,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::ClippyHost => "clippy-host",
            Self::ClippyCsr => "clippy-csr",
            Self::Deny => "deny",
            Self::Host => "host",
            Self::Fuzz => "fuzz",
            Self::Data => "data",
            Self::DocHost => "doc-host",
            Self::DocCsr => "doc-csr",
            Self::Browser => "browser",
            Self::Build => "build",
            Self::Sizes => "sizes",
            Self::Html => "html",
            Self::Journeys => "journeys",
            Self::Engines => "engines",
            Self::Hosts => "hosts",
        }
    }

    /// What it checks.
    pub fn about(self) -> &'static str {
        match self {
            Self::Fmt => "layout of the code (rustfmt)",
            Self::ClippyHost => "lints of the model, the data tools and xtask",
            Self::ClippyCsr => "lints of the app",
            Self::Deny => "licences, sources and versions of every crate",
            Self::Host => "tests on the host",
            Self::Fuzz => "hostile data, a hundred thousand cases",
            Self::Data => "the data set in public/data",
            Self::DocHost => "documentation of the model and the data tools",
            Self::DocCsr => "documentation of the app",
            Self::Browser => "tests of the library in Chromium",
            Self::Build => "release build into dist/",
            Self::Sizes => "size budgets of dist/",
            Self::Html => "HTML, links, linked data and sitemap of dist/",
            Self::Journeys => "journeys through dist/ in Chromium",
            Self::Engines => "journeys through dist/ in Firefox and WebKit",
            Self::Hosts => "dist/ on nginx, Apache and Python's server",
        }
    }

    /// What it must be given.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt
            | Self::ClippyHost
            | Self::ClippyCsr
            | Self::Deny
            | Self::Host
            | Self::Fuzz
            | Self::Data
            | Self::DocHost
            | Self::DocCsr => &[],
            Self::Browser => &[Need::Web, Need::Browser],
            Self::Build => &[Need::Node, Need::Web],
            Self::Sizes => &[Need::Node, Need::After(Self::Build)],
            Self::Html => &[Need::Node, Need::Java, Need::After(Self::Build)],
            Self::Journeys => &[Need::Node, Need::Browser, Need::After(Self::Build)],
            Self::Engines => &[Need::Node, Need::Engines, Need::After(Self::Build)],
            Self::Hosts => &[
                Need::Node,
                Need::Browser,
                Need::Hosts,
                Need::After(Self::Build),
            ],
        }
    }

    /// Does it.
    pub fn run(self, bench: &Bench<'_>) -> Result<()> {
        let project = bench.project;
        let memory = bench.memory.as_ref();
        match self {
            Self::Fmt => cargo(project, "fmt --all --check"),
            Self::ClippyHost => cargo(
                project,
                "clippy --workspace --all-targets --features fuzz -- -D warnings",
            ),
            Self::ClippyCsr => {
                cargo(
                    project,
                    "clippy --all-targets --features csr -- -D warnings",
                )?;
                cargo(
                    project,
                    "clippy --no-default-features --features widget --lib --bin atlas-widget -- -D warnings",
                )?;
                // As the app is built: without the words.
                cargo(
                    project,
                    "clippy --no-default-features --features csr -- -D warnings",
                )
            }
            Self::Deny => deny::run(project, false),
            Self::Host => cargo(project, "test --workspace --features host --no-fail-fast"),
            Self::Fuzz => {
                let without = &["docs/", "bench/", "tests/e2e/"];
                once(memory, self.name(), without, || {
                    fuzz::run(project, &fuzz::Options::of_test())
                })
            }
            Self::Data => check::run(project),
            Self::DocHost => doc(project, "doc --workspace --no-deps --features host"),
            Self::DocCsr => doc(project, "doc --no-deps --features csr --lib"),
            Self::Browser => browser(project, bench.web()?, bench.browser()?),
            Self::Build => {
                let web = bench.web()?;
                once(memory, self.name(), NOT_OF_SITE, || {
                    build::release(project, web, &build::Kept::default())
                })
            }
            Self::Sizes => sizes::check_budgets(project),
            Self::Html => html(bench),
            Self::Journeys => {
                poppler(project)?;
                let env = project.host_env().with("CHROME", &bench.browser()?.chrome);
                journeys(bench, env, |name| {
                    !name.contains(ENGINES) && name != HOSTS && name != HTML
                })
            }
            Self::Engines => {
                let env = bench.engines()?.name_in(project.host_env());
                journeys(bench, env, |name| name.contains(ENGINES))
            }
            Self::Hosts => {
                let env = project.host_env().with("CHROME", &bench.browser()?.chrome);
                let env = bench.hosts()?.name_in(env);
                journeys(bench, env, |name| name == HOSTS)
            }
        }
    }
}

impl Bench<'_> {
    fn web(&self) -> Result<&Web> {
        self.web.as_ref().ok_or_else(|| not_given("the wasm tools"))
    }

    fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().ok_or_else(|| not_given("a browser"))
    }

    fn engines(&self) -> Result<&Drivers> {
        self.engines
            .as_ref()
            .ok_or_else(|| not_given("Firefox and WebKit"))
    }

    fn hosts(&self) -> Result<&Servers> {
        self.hosts.as_ref().ok_or_else(|| not_given("web servers"))
    }

    fn java(&self) -> Result<&Path> {
        self.java.as_deref().ok_or_else(|| not_given("Java"))
    }
}

fn not_given(what: &str) -> Error {
    Error::Shape {
        what: "the steps' needs".into(),
        expected: format!("{what}, which `Step::needs` does not name"),
    }
}

fn cargo(project: &Project, words: &str) -> Result<()> {
    Run::new("cargo")
        .args(words.split(' '))
        .env(&project.host_env())
        .folder(&project.root)
        .run()
}

fn doc(project: &Project, words: &str) -> Result<()> {
    Run::new("cargo")
        .args(words.split(' '))
        .env(&project.host_env().with("RUSTDOCFLAGS", "-D warnings"))
        .folder(&project.root)
        .run()
}

fn browser(project: &Project, web: &Web, browser: &Browser) -> Result<()> {
    let env = web
        .env
        .clone()
        .with(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .with("CHROMEDRIVER", &browser.driver);
    Run::new("cargo")
        .args(["test", "--target", "wasm32-unknown-unknown"])
        .args(["--features", "csr", "--test", "browser"])
        .env(&env)
        .folder(&project.root)
        .run()
}

/// What the files of journeys in other engines than Chromium have in their names.
const ENGINES: &str = "engines";
/// The journeys on real servers.
const HOSTS: &str = "hosts.test.mjs";

/// The tests of files, which need no browser.
const HTML: &str = "html.test.mjs";

/// Checks the files of the built site, and the sitemap of one that was told its address, of which
/// nothing but the pages is made.
fn html(bench: &Bench<'_>) -> Result<()> {
    let project = bench.project;
    let env = project.host_env().with("JAVA", bench.java()?);
    journeys(bench, env.clone(), |name| name == HTML)?;
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

/// Runs the journeys whose file `wanted` names, but those that passed before as all now is.
fn journeys(bench: &Bench<'_>, env: Environment, wanted: impl Fn(&str) -> bool) -> Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_after_those_they_need() {
        assert!(Step::ALL.is_sorted());
        for step in Step::ALL {
            for need in step.needs() {
                if let Need::After(other) = need {
                    assert!(*other < step);
                }
            }
        }
    }
}
