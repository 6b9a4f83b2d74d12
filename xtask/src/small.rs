//! A wrapper of the compiler: what releases are told beyond what cargo knows of.
//!
//! Cargo starts this program in place of the compiler, with the compiler's name and its words, when
//! `RUSTC_WRAPPER` says so. Code for wasm is then made on the small standard library
//! (`tools::small_std`) and without messages of panics. As flags of cargo's these would name a
//! folder of this machine, which cargo puts into the names of functions, and would need its switch for
//! what is not stable for the programs of the host as well.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::TARGET;

/// What the compiler is told, of the standard library and of the app alike: a panic ends the app at
/// once.
pub const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// The folder that the compiler takes for its root; set where this program is the compiler.
const ROOT_VARIABLE: &str = "ASCN_ATLAS_SMALL_STD";

/// Puts a copy of this program beside the standard library in `root`. The one that runs may be made anew
/// meanwhile: by its own tests.
pub fn put_in_place(root: &Path) -> Result<()> {
    let own = env::current_exe().map_err(|source| Error::Start {
        command: "xtask".into(),
        source,
    })?;
    let program = program(root);
    let fresh = program.with_extension("new");
    fs::copy(&own, &fresh).map_err(Error::file("write", &fresh))?;
    fs::rename(&fresh, &program).map_err(Error::file("write", &program))
}

fn program(root: &Path) -> PathBuf {
    root.join(format!("compiler{}", env::consts::EXE_SUFFIX))
}

/// Variables for a cargo that makes small code for wasm, with the standard library in `root`.
pub fn environment(env: &Environment, root: &Path) -> Environment {
    env.clone()
        .with("RUSTC_WRAPPER", program(root))
        .with(ROOT_VARIABLE, root)
}

/// Runs the compiler, if this program was started in its place.
pub fn compile() -> Option<ExitCode> {
    let root = env::var_os(ROOT_VARIABLE)?;
    let mut words = env::args_os().skip(1);
    let compiler = words.next()?;
    if Path::new(&compiler).file_stem()? != "rustc" {
        return None;
    }
    let words: Vec<OsString> = words.collect();
    let mut command = Command::new(&compiler);
    command.args(&words);
    if words.iter().any(|word| word == TARGET) {
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .args(FLAGS.split(' '))
            .arg("--sysroot")
            .arg(root);
    }
    let status = command.status().ok()?;
    let code = status.code().and_then(|it| u8::try_from(it).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
