//! A wrapper of the compiler: what releases are told beyond what cargo knows of.
//!
//! Cargo starts this program in place of the compiler, with the compiler's name and its words, when
//! `RUSTC_WRAPPER` says so. Code for wasm is then made on the small standard library
//! (`tools::small_std`) and without messages of panics; where that library cannot be had, at least
//! without the places in the source that such messages name. As flags of cargo's these would name a
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
use crate::say;

/// What the compiler is told, of the standard library and of the app alike: a panic ends the app at
/// once.
pub const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// What it is told on its own standard library, which was made in another way.
const PLAIN_FLAGS: &str = "-Zlocation-detail=none";

/// The folder that the compiler takes for its root, or [`OWN_ROOT`]; set where this program is the
/// compiler.
const ROOT_VARIABLE: &str = "ASCN_ATLAS_SMALL_STD";

/// The compiler keeps its root.
const OWN_ROOT: &str = "none";

/// A compiler of small code for wasm.
pub struct Compiler {
    /// The wrapper.
    program: PathBuf,
    /// The root of the small standard library, if it can be had.
    root: Option<PathBuf>,
}

impl Compiler {
    /// One on the standard library in `root`; `None`, after saying why, where this program cannot be
    /// made the wrapper.
    ///
    /// The wrapper is a copy of this program, because the one that runs may be made anew meanwhile: by
    /// its own tests. It goes to the first of `folders` that takes it, best one that stays: cargo knows
    /// parts by it.
    pub fn new(root: Option<PathBuf>, folders: &[&Path]) -> Option<Self> {
        let said = |error: &Error| say::line(&error.to_string());
        let own = running().inspect_err(said).ok()?;
        let program = folders
            .iter()
            .find_map(|folder| put_in_place(&own, folder).inspect_err(said).ok())?;
        Some(Self { program, root })
    }

    /// Adds to the flags for wasm in `flags`, and to the variables of the cargo that is told them.
    pub fn use_for(&self, env: Environment, flags: &mut String) -> Environment {
        // Known to cargo too, which else would take parts made in another way for these.
        flags.push_str(match self.root {
            Some(_) => " --cfg small_std",
            None => " --cfg no_location",
        });
        let own = PathBuf::from(OWN_ROOT);
        env.with("RUSTC_WRAPPER", &self.program)
            .with(ROOT_VARIABLE, self.root.as_ref().unwrap_or(&own))
    }
}

/// This program's file.
fn running() -> Result<PathBuf> {
    let own = env::current_exe().ok().filter(|own| own.is_file());
    // Linux has it still when it was removed or made anew.
    let kept = || Some(PathBuf::from("/proc/self/exe")).filter(|own| own.is_file());
    own.or_else(kept).ok_or_else(|| Error::Shape {
        what: "this program".into(),
        expected: "its file, to start it in place of the compiler".into(),
    })
}

fn put_in_place(own: &Path, folder: &Path) -> Result<PathBuf> {
    let program = folder.join(format!("compiler{}", env::consts::EXE_SUFFIX));
    let fresh = program.with_extension("new");
    fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    fs::copy(own, &fresh).map_err(Error::file("write", &fresh))?;
    fs::rename(&fresh, &program).map_err(Error::file("write", &program))?;
    Ok(program)
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
        command.env("RUSTC_BOOTSTRAP", "1");
        if root == OWN_ROOT {
            command.arg(PLAIN_FLAGS);
        } else {
            command.args(FLAGS.split(' ')).arg("--sysroot").arg(root);
        }
    }
    let status = command.status().ok()?;
    let code = status.code().and_then(|it| u8::try_from(it).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
