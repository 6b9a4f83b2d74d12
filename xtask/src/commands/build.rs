//! `build` makes the site for release in `dist/` and prints how large it is.

use std::time::Instant;

use crate::error::Result;
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::sizes;
use crate::tools::{ensure, shrink, Node, Web};

/// Installs what is missing, builds, prints sizes.
pub fn run(project: &Project) -> Result<()> {
    let start = Instant::now();
    ensure(&Node, project)?;
    let web = Web::ensure(project, true)?;
    release(project, &web)?;
    sizes::print_site(project)?;
    say::line(&format!(
        "the site is in dist/, built in {}",
        say::seconds(start.elapsed())
    ));
    Ok(())
}

/// The release build alone.
pub fn release(project: &Project, web: &Web) -> Result<()> {
    Run::new(web.trunk.clone())
        .args(["build", "--release", "--offline"])
        .env(&web.trunk_env())
        .folder(&project.root)
        .run()?;
    say::timed("make it smaller", || shrink(project))
}
