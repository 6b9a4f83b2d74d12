//! Java, which runs the checker of HTML.

use std::path::PathBuf;

use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// Debian's package of any version that the checker runs on.
const PACKAGE: &str = "default-jre-headless";

/// Finds or installs it.
pub struct Java;

impl Tool for Java {
    /// The `java` program.
    type Found = PathBuf;
    const NAME: &'static str = "Java";
    const BY_HAND: &'static str = "install a Java of version 11 or later";

    fn find(&self, _project: &Project) -> Option<PathBuf> {
        Environment::clean().find("java")
    }

    fn install(&self, _project: &Project) -> Result<()> {
        apt::install(Self::NAME, Self::BY_HAND, &[PACKAGE])
    }
}
