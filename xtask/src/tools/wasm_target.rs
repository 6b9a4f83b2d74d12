//! The wasm target: Rust's standard library for `wasm32-unknown-unknown`.
//!
//! Rustup brings it for its toolchains. Where rustup is missing or does not reach its server, root
//! on Debian gets a second compiler, see [`super::debian_rust`].

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::{apt, debian_rust, rust_std, Tool};
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::{Project, TARGET};
use crate::run::Run;
use crate::say;

/// How long rustup may take where there is another way.
const RUSTUP_LIMIT: Duration = Duration::from_secs(20);
/// How long rustup may take where there is none.
const RUSTUP_ONLY_LIMIT: Duration = Duration::from_secs(15 * 60);
/// For how long a failure of rustup is remembered.
const RETRY_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

/// Finds or installs a compiler that can build for wasm.
pub struct WasmTarget;

impl Tool for WasmTarget {
    type Found = Environment;
    const NAME: &'static str = "the wasm target";
    const BY_HAND: &'static str = "rustup target add wasm32-unknown-unknown";

    fn find(&self, project: &Project) -> Option<Environment> {
        if active_toolchain_has_it(project) {
            return Some(Environment::clean());
        }
        debian_rust::find(project)
    }

    fn install(&self, project: &Project) -> Result<()> {
        let why = match rustup(project) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        say::line(&format!("rustup did not bring it: {why}"));
        if !apt::usable() {
            return Err(Error::Missing {
                tool: Self::NAME,
                why: why.to_string(),
                hint: Self::BY_HAND.into(),
            });
        }
        debian_rust::install(project)
    }
}

/// Whether the compiler that runs by default has the standard library for wasm.
fn active_toolchain_has_it(project: &Project) -> bool {
    let sysroot = Run::new("rustc")
        .args(["--print", "sysroot"])
        .folder(&project.root)
        .capture();
    sysroot.is_ok_and(|sysroot| {
        let folder = Path::new(sysroot.trim())
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib");
        // Debian's compiler is judged by debian_rust, which knows its linker.
        !folder.starts_with("/usr/lib") && rust_std::is_in(&folder)
    })
}

fn rustup(project: &Project) -> Result<()> {
    let stamp = project.cache.join("stamps").join("rustup-target-failed");
    let other_way = apt::usable();
    if other_way && failed_lately(&stamp) {
        return Err(Error::Shape {
            what: "rustup".into(),
            expected: format!(
                "a reachable server, but it failed less than a day ago (remove {} to try again)",
                stamp.display()
            ),
        });
    }
    let limit = if other_way {
        RUSTUP_LIMIT
    } else {
        RUSTUP_ONLY_LIMIT
    };
    let result = say::timed(&format!("rustup target add {TARGET}"), || {
        Run::new("rustup")
            .args(["target", "add", TARGET])
            .folder(&project.root)
            .limit(limit)
            .capture()
            .map(drop)
    });
    if result.is_err() {
        if let Some(folder) = stamp.parent() {
            fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
        }
        fs::write(&stamp, "").map_err(Error::file("write", &stamp))?;
    }
    result
}

fn failed_lately(stamp: &Path) -> bool {
    fs::metadata(stamp)
        .and_then(|meta| meta.modified())
        .ok()
        .and_then(|time| time.elapsed().ok())
        .is_some_and(|age| age < RETRY_AFTER)
}
