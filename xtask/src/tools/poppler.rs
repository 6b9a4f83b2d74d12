//! Poppler's programs, which read what a page looks like when it is printed.

use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// The programs that the journeys of paper call.
const PROGRAMS: [&str; 2] = ["pdftotext", "pdftoppm"];

/// Finds or installs them.
pub struct Poppler;

impl Tool for Poppler {
    /// They are on PATH.
    type Found = ();
    const NAME: &'static str = "poppler";
    const BY_HAND: &'static str = "install poppler's pdftotext and pdftoppm, on PATH";

    fn find(&self, _project: &Project) -> Option<()> {
        let env = Environment::clean();
        PROGRAMS
            .iter()
            .all(|name| env.find(name).is_some())
            .then_some(())
    }

    fn install(&self, _project: &Project) -> Result<()> {
        apt::install(Self::NAME, Self::BY_HAND, &["poppler-utils"])
    }
}
