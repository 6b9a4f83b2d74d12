//! Debian's own Rust compiler as a second one, for wasm only.
//!
//! Debian packages the compiler of its browsers (`rustc-web`) with the source of the standard
//! library, but not that library for wasm. It is built once, by that compiler, and put where the
//! compiler looks for it. From then on plain stable builds work.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::rust_std::{self, Options};
use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::{Project, TARGET};
use crate::run::Run;
use crate::say;

/// The compiler.
const RUSTC: &str = "/usr/bin/rustc";
/// Packages that bring it, but for the linker, whose name has the version of LLVM.
const PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// Where it looks for libraries of its targets.
const RUSTLIB: &str = "/usr/lib/rustlib";

/// The variables that make cargo use it, if it is complete.
pub fn find(project: &Project) -> Option<Environment> {
    if !apt_packaged() {
        return None;
    }
    let version = version()?;
    let linker = linker(&version)?;
    let stamp = fs::read_to_string(stamp()).ok()?;
    if stamp != version || !linker.is_file() || !rust_std::is_in(&library()) {
        return None;
    }
    Some(environment(project, &linker))
}

/// Installs the packages and builds the standard library.
pub fn install(project: &Project) -> Result<()> {
    let tool = super::wasm_target::WasmTarget::NAME;
    let hint = super::wasm_target::WasmTarget::BY_HAND;
    say::timed("Debian's Rust compiler and its source", || {
        apt::install(tool, hint, &PACKAGES)
    })?;
    let shape = || Error::Shape {
        what: format!("{RUSTC} -vV"),
        expected: "a line `LLVM version: N.N`".into(),
    };
    let version = version().ok_or_else(shape)?;
    let llvm = llvm(&version).ok_or_else(shape)?;
    let linker = linker(&version).ok_or_else(shape)?;
    if !linker.is_file() {
        say::timed("the linker for wasm", || {
            apt::install(tool, hint, &[&format!("lld-{llvm}")])
        })?;
    }
    let built = say::timed("build the standard library for wasm", || {
        build_std(project, &version, &linker)
    })?;
    rust_std::put_in_place(&built, &library())?;
    let stamp = stamp();
    fs::write(&stamp, version).map_err(Error::file("write", &stamp))
}

/// Variables for a cargo that is to use this compiler.
fn environment(project: &Project, linker: &Path) -> Environment {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| project.root.join("target"), PathBuf::from)
        .join("web");
    compiler(linker).with("CARGO_TARGET_DIR", target)
}

/// Variables that choose the compiler and its linker.
fn compiler(linker: &Path) -> Environment {
    ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "RUSTC_WRAPPER"]
        .into_iter()
        .fold(Environment::clean(), Environment::without)
        .with_path("/usr/bin")
        .with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
}

/// Builds the standard library and gives back the folder of its parts.
fn build_std(project: &Project, version: &str, linker: &Path) -> Result<PathBuf> {
    let release = value(version, "release").unwrap_or("unknown");
    let folder = project.cache.join(format!("wasm-std-{release}"));
    let options = Options {
        cargo: &["-Zbuild-std=std,panic_abort,test"],
        rustc: "",
    };
    rust_std::compile(compiler(linker), &folder, options)
}

/// Whether `/usr/bin/rustc` is one of Debian's that has a source package.
fn apt_packaged() -> bool {
    Path::new(RUSTC).is_file() && Path::new("/usr/bin/cargo").is_file()
}

/// What the compiler says about itself.
fn version() -> Option<String> {
    Run::new(RUSTC).arg("-vV").capture().ok()
}

/// The linker that fits the compiler.
fn linker(version: &str) -> Option<PathBuf> {
    llvm(version).map(|llvm| PathBuf::from(format!("/usr/bin/wasm-ld-{llvm}")))
}

/// The major version of the compiler's LLVM.
fn llvm(version: &str) -> Option<&str> {
    value(version, "LLVM version")?.split('.').next()
}

/// A line of what the compiler says about itself.
fn value<'a>(version: &'a str, name: &str) -> Option<&'a str> {
    version
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

fn library() -> PathBuf {
    Path::new(RUSTLIB).join(TARGET).join("lib")
}

/// Tells for which compiler the library was built; written last.
fn stamp() -> PathBuf {
    Path::new(RUSTLIB).join(TARGET).join("ascn-atlas.stamp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_follows_the_compiler() {
        let text = "rustc 1.96.0\nrelease: 1.96.0\nLLVM version: 22.1.8\n";
        assert_eq!(linker(text), Some("/usr/bin/wasm-ld-22".into()));
        assert_eq!(value(text, "release"), Some("1.96.0"));
        assert_eq!(linker("rustc 1.96.0\n"), None);
    }
}
