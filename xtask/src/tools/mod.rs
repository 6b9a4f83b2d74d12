//! A tool is a program that the project needs and installs if it is missing.
//!
//! One file for each tool, with the same parts in the same order: what is looked for (versions),
//! `find` (is it there?), `install` (bring it here), and helpers. [`ensure`] joins the two: it does
//! nothing when the tool is there, and says what it does and how long it took when it is not.
//!
//! | file | tool | from |
//! | --- | --- | --- |
//! | `wasm_target` | Rust's standard library for wasm | rustup, else `debian_rust` |
//! | `small_std` | the same, written for size, for releases | rustup's source, compiled |
//! | `wasm_bindgen` | `wasm-bindgen`, `wasm-bindgen-test-runner` | PATH, binstall, cargo |
//! | `wasm_split` | `wasm-split-cli` | binstall, cargo |
//! | `cargo_deny` | `cargo-deny` | PATH, binstall, cargo |
//! | `trunk` | `trunk` | PATH, binstall, cargo |
//! | `node` | `node`, `npm` | PATH, apt |
//! | `shrink` | `wasm-opt`, rollup, esbuild | npm |
//! | `journeys` | playwright-core, axe; libraries of charts to measure beside | npm |
//! | `chromium` | Chromium and chromedriver, its headless shell | PATH, apt |
//! | `poppler` | programs that read PDF files | PATH, apt |
//! | `engines` | Firefox, WebKit and their drivers | PATH, apt, cargo |
//! | `hosts` | nginx, Apache, Python | PATH, apt |
//! | `java` | `java`, for the checker of HTML | PATH, apt |

mod apt;
mod cargo_deny;
mod cargo_install;
mod chromium;
mod debian_rust;
mod engines;
mod finish;
mod hosts;
mod java;
mod journeys;
mod node;
mod npm;
mod poppler;
mod rust_std;
mod shrink;
mod small_std;
mod trunk;
mod wasm_bindgen;
mod wasm_split;
mod wasm_target;

use std::path::{Path, PathBuf};

pub use self::cargo_deny::CargoDeny;
pub use self::chromium::{Browser, Chromium, Shell};
pub use self::engines::{Drivers, Engines};
pub use self::finish::{offline, pack, policy, single, widgets, SINGLE};
pub use self::hosts::{Hosts, Servers};
pub use self::java::Java;
pub use self::journeys::{Journeys, Peers};
pub use self::node::Node;
pub use self::poppler::Poppler;
pub use self::shrink::{live, shrink};

use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::small::Compiler;

/// A program that can be found or installed.
pub trait Tool {
    /// What those who need the tool get.
    type Found;
    /// Its name for people.
    const NAME: &'static str;
    /// What to do by hand where it cannot be installed.
    const BY_HAND: &'static str;

    /// The tool, if it is there in the version that is needed. Quick, changes nothing.
    fn find(&self, project: &Project) -> Option<Self::Found>;

    /// Installs it.
    fn install(&self, project: &Project) -> Result<()>;
}

/// The tool, installed if it was missing.
pub fn ensure<T: Tool>(tool: &T, project: &Project) -> Result<T::Found> {
    if let Some(found) = tool.find(project) {
        return Ok(found);
    }
    say::timed(&format!("install {}", T::NAME), || tool.install(project))?;
    tool.find(project).ok_or_else(|| Error::Missing {
        tool: T::NAME,
        why: "it was installed, but is still not found".into(),
        hint: T::BY_HAND.into(),
    })
}

/// Everything that builds the site.
pub struct Web {
    /// Variables and search path for cargo, trunk and the test runner.
    pub env: Environment,
    /// The trunk program.
    pub trunk: PathBuf,
    /// What compiles releases, if they are to be made and it can be had.
    pub small: Option<Compiler>,
}

/// What compiles releases: on the small standard library; where it cannot be had, the release is larger
/// and still right.
fn small_compiler(project: &Project, env: &Environment) -> Option<Compiler> {
    let root = ensure(&small_std::SmallStd { env }, project);
    let told = |error: &Error| {
        say::line(&format!(
            "{error}; the release is made on the compiler's own, about a twentieth larger"
        ));
    };
    let root = root.inspect_err(told).ok();
    let own = project.root.join("target").join("small");
    let folders: Vec<&Path> = root.as_deref().into_iter().chain([own.as_path()]).collect();
    Compiler::new(root.clone(), &folders)
}

impl Web {
    /// The tools of a development build, and those that make it smaller for a release.
    pub fn ensure(project: &Project, release: bool) -> Result<Self> {
        let mut small = None;
        let mut env = ensure(&wasm_target::WasmTarget, project)?;
        env = project.with_build_cache(env, "web");
        let bindgen = wasm_bindgen::WasmBindgen::of(project)?;
        env = env.with_path(ensure(&bindgen, project)?);
        let trunk = ensure(&trunk::Trunk, project)?;
        if release {
            ensure(&Node, project)?;
            env = env.with_path(ensure(&shrink::Shrink, project)?);
            env = env.with_path(ensure(&wasm_split::WasmSplit, project)?);
            small = small_compiler(project, &env);
        }
        // Trunk is run without the network, lest it download a tool of another version; and it
        // passes that on to cargo.
        Run::new("cargo")
            .args(["fetch", "--quiet", "--locked"])
            .env(&env)
            .folder(&project.root)
            .run()?;
        project.claim_build_cache(&env, "web")?;
        Ok(Self { env, trunk, small })
    }

    /// Variables for trunk, which would else print where in its own code it was when a build failed.
    pub fn trunk_env(&self) -> Environment {
        self.env.clone().with("RUST_BACKTRACE", "0")
    }
}
