//! Firefox and WebKit with the programs that drive them, for the journeys in other engines.

use std::path::{Path, PathBuf};

use super::cargo_install::{has_version, Crate};
use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// geckodriver, which Debian does not have.
const GECKODRIVER: &str = "0.37.1";
/// Names of Firefox on PATH.
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// Where WebKit's browser for tests is, which is not on PATH: below `/usr/lib/<machine>/`.
const MINIBROWSER: &str = "webkit2gtk-4.1/MiniBrowser";
/// WebKit has no mode without a screen.
const PACKAGES: [&str; 4] = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];

/// Finds or installs both.
pub struct Engines;

/// Where they are.
#[derive(Clone, Debug)]
pub struct Drivers {
    firefox: PathBuf,
    geckodriver: PathBuf,
    webkit_driver: PathBuf,
    minibrowser: PathBuf,
}

impl Drivers {
    /// `env` with the variables that the journeys read.
    pub fn name_in(&self, env: Environment) -> Environment {
        env.with("FIREFOX", &self.firefox)
            .with("GECKODRIVER", &self.geckodriver)
            .with("WEBKITDRIVER", &self.webkit_driver)
            .with("MINIBROWSER", &self.minibrowser)
    }
}

impl Tool for Engines {
    type Found = Drivers;
    const NAME: &'static str = "Firefox and WebKit";
    const BY_HAND: &'static str =
        "install Firefox, geckodriver, WebKitGTK's WebKitWebDriver with its MiniBrowser, and xvfb-run";

    fn find(&self, project: &Project) -> Option<Drivers> {
        let env = Environment::clean();
        env.find("xvfb-run")?;
        Some(Drivers {
            firefox: FIREFOXES.iter().find_map(|name| env.find(name))?,
            geckodriver: geckodriver(project, &env)?,
            webkit_driver: env.find("WebKitWebDriver")?,
            minibrowser: minibrowser(Path::new("/usr/lib"))?,
        })
    }

    fn install(&self, project: &Project) -> Result<()> {
        apt::install(Self::NAME, Self::BY_HAND, &PACKAGES)?;
        if geckodriver(project, &Environment::clean()).is_some() {
            return Ok(());
        }
        let tool = Crate {
            name: "geckodriver",
            version: GECKODRIVER,
            root: project.tool("geckodriver", GECKODRIVER),
            locked: true,
            feature: None,
        };
        tool.install(project)
    }
}

fn geckodriver(project: &Project, env: &Environment) -> Option<PathBuf> {
    let cached = project.tool("geckodriver", GECKODRIVER).join("bin");
    let cached = cached.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    env.find("geckodriver")
        .into_iter()
        .chain([cached])
        .find(|program| program.is_file() && has_version(program, GECKODRIVER))
}

/// The browser in the folder of one kind of machine, such as `x86_64-linux-gnu`.
fn minibrowser(lib: &Path) -> Option<PathBuf> {
    let folders = std::fs::read_dir(lib).ok()?.flatten();
    let mut found: Vec<PathBuf> = folders
        .map(|folder| folder.path().join(MINIBROWSER))
        .filter(|file| file.is_file())
        .collect();
    found.sort();
    found.into_iter().next()
}
