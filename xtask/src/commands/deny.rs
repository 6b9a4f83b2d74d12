//! `deny` holds every crate in Cargo.lock to `deny.toml`: its licence, where it comes from, how many
//! versions of it there are.
//!
//! Whether a crate has a known fault stands in a database that others keep and that changes without
//! this project: a test that reads it would fail one morning with nothing changed, and not run
//! without a network. So it is asked by `cargo xtask deny --advisories` alone.

use super::{unknown, Command};
use crate::error::Result;
use crate::project::Project;
use crate::run::Run;
use crate::tools::{ensure, CargoDeny};

/// Reads the words after `deny`.
pub fn parse(words: &[String]) -> Result<Command> {
    let mut advisories = false;
    for word in words {
        match word.as_str() {
            "--advisories" => advisories = true,
            _ => return Err(unknown(word)),
        }
    }
    Ok(Command::Deny(advisories))
}

/// Runs the checks; those that need the network only with `advisories`.
pub fn run(project: &Project, advisories: bool) -> Result<()> {
    let program = ensure(&CargoDeny, project)?;
    Run::new(program)
        .args(["--locked", "--all-features", "--workspace", "check"])
        .args(["--hide-inclusion-graph", "licenses", "bans", "sources"])
        .args(advisories.then_some("advisories"))
        .env(&project.host_env())
        .folder(&project.root)
        .run()
}
