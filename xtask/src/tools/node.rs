//! Node.js with npm: runs wasm-opt, measures compressed sizes, drives the journeys.

use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;

/// The oldest that will do: the one of Debian 12.
const OLDEST: u32 = 18;

/// Finds or installs node and npm.
pub struct Node;

impl Tool for Node {
    /// Both are on PATH.
    type Found = ();
    const NAME: &'static str = "Node.js";
    const BY_HAND: &'static str = "install Node.js 18 or newer, with npm, so that both are on PATH";

    fn find(&self, _project: &Project) -> Option<()> {
        Environment::clean().find("npm")?;
        let version = Run::new("node").arg("--version").capture().ok()?;
        (major(&version)? >= OLDEST).then_some(())
    }

    fn install(&self, _project: &Project) -> Result<()> {
        if Environment::clean().find("node").is_some() && Environment::clean().find("npm").is_some()
        {
            return Err(Error::Missing {
                tool: Self::NAME,
                why: format!("the one on PATH is older than {OLDEST}"),
                hint: Self::BY_HAND.into(),
            });
        }
        apt::install(Self::NAME, Self::BY_HAND, &["nodejs", "npm"])
    }
}

/// The first number of `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
