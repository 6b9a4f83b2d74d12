//! Rust's standard library, compiled from its source with options of our own.

use std::fs;
use std::path::{Path, PathBuf};

use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::TARGET;
use crate::run::Run;

/// How it is to be compiled.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// What cargo is told, such as `-Zbuild-std=std`.
    pub cargo: &'a [&'a str],
    /// What the compiler is told.
    pub rustc: &'a str,
}

/// Compiles it for [`TARGET`] by the compiler of `env`, in `folder`; the folder of its parts.
pub fn compile(env: Environment, folder: &Path, options: Options) -> Result<PathBuf> {
    let source = folder.join("src");
    fs::create_dir_all(&source).map_err(Error::file("create", &source))?;
    // Cargo builds it along with something.
    for (name, text) in [
        (
            "Cargo.toml",
            "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n",
        ),
        ("src/lib.rs", "#![no_std]\n"),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(Error::file("write", &path))?;
    }
    // By means that are not stable, with the compiler's own switch for that. Bitcode is needed for
    // link-time optimization of the site.
    let env = env
        .with("CARGO_TARGET_DIR", folder.join("target"))
        .with("CARGO_BUILD_BUILD_DIR", folder.join("target"))
        .with("RUSTC_BOOTSTRAP", "1")
        .with(
            "RUSTFLAGS",
            ["-Cembed-bitcode=yes ", options.rustc].concat(),
        );
    Run::new("cargo")
        .args(["build", "--release", "--target", TARGET])
        .args(options.cargo)
        .env(&env)
        .folder(folder)
        .capture()?;
    Ok(folder.join("target").join(TARGET).join("release/deps"))
}

/// Copies the parts in `built` to `library`: next to it, then the folders are changed over.
pub fn put_in_place(built: &Path, library: &Path) -> Result<()> {
    let fresh = library.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(Error::file("remove", &fresh))?;
    }
    fs::create_dir_all(&fresh).map_err(Error::file("create", &fresh))?;
    for file in fs::read_dir(built).map_err(Error::file("read", built))? {
        let file = file.map_err(Error::file("read", built))?;
        let name = file.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libempty-") {
            let to = fresh.join(&name);
            fs::copy(file.path(), &to).map_err(Error::file("write", &to))?;
        }
    }
    if library.exists() {
        fs::remove_dir_all(library).map_err(Error::file("remove", library))?;
    }
    fs::rename(&fresh, library).map_err(Error::file("create", library))
}

/// Whether a folder holds a compiled standard library.
pub fn is_in(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|files| {
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
    })
}
