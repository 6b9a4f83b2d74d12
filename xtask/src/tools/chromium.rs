//! Chromium and chromedriver, for the tests in a browser, and Chromium without windows.

use std::env;
use std::path::PathBuf;

use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::Project;

/// Names of the browser on PATH, and files where it often is.
const CHROMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];
/// Files where it is on systems without it on PATH.
const FILES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// The headless shell's program and Debian's package of it.
const SHELL: &str = "chromium-headless-shell";

/// Finds or installs both.
pub struct Chromium;

/// Where they are.
#[derive(Clone, Debug)]
pub struct Browser {
    /// The browser.
    pub chrome: PathBuf,
    /// The program that drives it for wasm-bindgen's tests.
    pub driver: PathBuf,
}

impl Tool for Chromium {
    type Found = Browser;
    const NAME: &'static str = "Chromium";
    const BY_HAND: &'static str =
        "install Chromium or Chrome and the chromedriver of the same version, on PATH or named in \
         the variables CHROME and CHROMEDRIVER";

    fn find(&self, _project: &Project) -> Option<Browser> {
        let env = Environment::clean();
        let chrome = named("CHROME")
            .or_else(|| CHROMES.iter().find_map(|name| env.find(name)))
            .or_else(|| FILES.iter().map(PathBuf::from).find(|file| file.is_file()))?;
        let driver = named("CHROMEDRIVER").or_else(|| env.find("chromedriver"))?;
        Some(Browser { chrome, driver })
    }

    fn install(&self, _project: &Project) -> Result<()> {
        for name in ["CHROME", "CHROMEDRIVER"] {
            if env::var_os(name).is_some() && named(name).is_none() {
                return Err(Error::Missing {
                    tool: Self::NAME,
                    why: format!("the variable {name} names no file"),
                    hint: Self::BY_HAND.into(),
                });
            }
        }
        apt::install(Self::NAME, Self::BY_HAND, &["chromium", "chromium-driver"])
    }
}

/// Finds or installs Chromium's headless shell: the same engine without windows, which opens a page
/// in two thirds of the time.
pub struct Shell;

impl Tool for Shell {
    /// The program.
    type Found = PathBuf;
    const NAME: &'static str = "Chromium's headless shell";
    const BY_HAND: &'static str =
        "install chromium-headless-shell, on PATH or named in the variable CHROME_SHELL";

    fn find(&self, _project: &Project) -> Option<PathBuf> {
        named("CHROME_SHELL").or_else(|| Environment::clean().find(SHELL))
    }

    fn install(&self, _project: &Project) -> Result<()> {
        apt::install(Self::NAME, Self::BY_HAND, &[SHELL])
    }
}

/// The file that a variable names.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|file| file.is_file())
}
