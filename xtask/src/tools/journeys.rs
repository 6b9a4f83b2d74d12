//! The packages of the journeys (playwright-core drives Chromium, axe-core checks accessibility) and
//! of the measurements.

use std::path::PathBuf;

use super::{npm, Tool};
use crate::error::Result;
use crate::project::Project;

/// Finds or installs the packages of tests/e2e.
pub struct Journeys;

/// Finds or installs the packages of bench: the libraries that charts are measured beside.
pub struct Peers;

impl Tool for Peers {
    /// They are where the measurements look for them.
    type Found = ();
    const NAME: &'static str = "the packages of bench";
    const BY_HAND: &'static str = "npm ci in bench";

    fn find(&self, project: &Project) -> Option<()> {
        npm::is_current(&project.root.join("bench")).then_some(())
    }

    fn install(&self, project: &Project) -> Result<()> {
        npm::install(&project.root.join("bench"))
    }
}

impl Tool for Journeys {
    /// They are where the journeys look for them.
    type Found = ();
    const NAME: &'static str = "the packages of the journeys";
    const BY_HAND: &'static str = "npm ci in tests/e2e";

    fn find(&self, project: &Project) -> Option<()> {
        npm::is_current(&folder(project)).then_some(())
    }

    fn install(&self, project: &Project) -> Result<()> {
        npm::install(&folder(project))
    }
}

fn folder(project: &Project) -> PathBuf {
    project.root.join("tests").join("e2e")
}
