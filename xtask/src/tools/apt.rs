//! Debian's packages, for those who are root on a Debian.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::run::Run;
use crate::say;

/// Longer than this and apt hangs.
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Whether packages can be installed: this is Debian and the user is root.
pub fn usable() -> bool {
    is_debian() && is_root() && Environment::clean().find("apt-get").is_some()
}

/// Installs packages, or says why not.
pub fn install(tool: &'static str, hint: &str, packages: &[&str]) -> Result<()> {
    let missing = |why: String| Error::Missing {
        tool,
        why,
        hint: hint.into(),
    };
    if !is_debian() {
        return Err(missing(
            "only on Debian is it installed by this command".into(),
        ));
    }
    if !is_root() {
        let list = packages.join(" ");
        return Err(missing(format!("`apt-get install {list}` needs root")));
    }
    let wanted: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !installed(package))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    say::line(&format!("apt-get install {}", wanted.join(" ")));
    if has_lists() && get(&install_words(&wanted)).is_ok() {
        return Ok(());
    }
    get(&["update"]).map_err(|error| missing(error.to_string()))?;
    get(&install_words(&wanted)).map_err(|error| missing(error.to_string()))
}

/// Unpacks packages below a folder, or says why not: nothing of them is set up or started.
pub fn unpack(tool: &'static str, hint: &str, packages: &[&str], into: &Path) -> Result<()> {
    let missing = |why: String| Error::Missing {
        tool,
        why,
        hint: hint.into(),
    };
    if !usable() {
        return Err(missing(
            "only root on Debian gets it by this command".into(),
        ));
    }
    say::line(&format!("apt-get download {}", packages.join(" ")));
    fs::create_dir_all(into).map_err(Error::file("make", into))?;
    let download = || {
        let run = Run::new("apt-get").arg("download").args(packages.to_vec());
        run.folder(into).limit(LIMIT).capture()
    };
    if !has_lists() || download().is_err() {
        get(&["update"]).map_err(|error| missing(error.to_string()))?;
        download().map_err(|error| missing(error.to_string()))?;
    }
    for entry in fs::read_dir(into).map_err(Error::file("read", into))? {
        let path = entry.map_err(Error::file("read", into))?.path();
        if path.extension().is_some_and(|ending| ending == "deb") {
            let run = Run::new("dpkg-deb").arg("--extract").arg(&path).arg(into);
            run.limit(LIMIT).capture()?;
            fs::remove_file(&path).map_err(Error::file("remove", &path))?;
        }
    }
    Ok(())
}

fn install_words<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(packages);
    words
}

fn get(words: &[&str]) -> Result<()> {
    let env = Environment::clean().with("DEBIAN_FRONTEND", "noninteractive");
    let run = Run::new("apt-get").args(words).env(&env).limit(LIMIT);
    run.capture().map(drop)
}

fn installed(package: &str) -> bool {
    Run::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .capture()
        .is_ok_and(|status| status == "installed")
}

/// Whether apt knows any package; a fresh container does not.
fn has_lists() -> bool {
    fs::read_dir("/var/lib/apt/lists").is_ok_and(|files| {
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().contains("Packages"))
    })
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    Run::new("id")
        .arg("-u")
        .capture()
        .is_ok_and(|id| id.trim() == "0")
}
