//! A step is one check of `cargo xtask test`.
//!
//! To add one: a variant here, its place in [`Step::ALL`], and an arm in each `match`.

use std::path::{Path, PathBuf};

use super::{build, check, deny, fuzz, journeys};
use crate::error::{Error, Result};
use crate::memory::{once, Memory, NOT_OF_SITE};
use crate::project::Project;
use crate::run::Run;
use crate::sizes;
use crate::tools::{Browser, Drivers, Servers, Web};

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
                let without = &["docs/", "bench/", "tests/e2e/", "dist/"];
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
            Self::Html => journeys::html(bench),
            Self::Journeys => journeys::chromium(bench),
            Self::Engines => journeys::engines(bench),
            Self::Hosts => journeys::hosts(bench),
        }
    }
}

impl Bench<'_> {
    fn web(&self) -> Result<&Web> {
        self.web.as_ref().ok_or_else(|| not_given("the wasm tools"))
    }

    pub(super) fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().ok_or_else(|| not_given("a browser"))
    }

    pub(super) fn engines(&self) -> Result<&Drivers> {
        self.engines
            .as_ref()
            .ok_or_else(|| not_given("Firefox and WebKit"))
    }

    pub(super) fn hosts(&self) -> Result<&Servers> {
        self.hosts.as_ref().ok_or_else(|| not_given("web servers"))
    }

    pub(super) fn java(&self) -> Result<&Path> {
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
