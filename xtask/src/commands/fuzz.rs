//! `fuzz` gives hostile data to everything that reads, draws or writes (`tests/fuzz`).
//!
//! As a step of `test` it runs the same hundred thousand cases each time; called by its name it goes
//! on for a time from a seed of its own, and says how to run again what failed.

use std::fs;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{unknown, value};
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;

/// The project's own code is compiled for speed, with the checks of a debug build: an overflow that a
/// release would pass over in silence is found. Dependencies are those of the other tests.
const SPEED: [&str; 2] = [
    "profile.dev.package.ascn-atlas.opt-level=2",
    "profile.dev.package.ascn-atlas.codegen-units=16",
];
/// Programs at once, each of which reads and cuts the data set first.
const MOST_PARTS: usize = 4;
/// How long a run goes on that is not told.
const SECONDS: &str = "600";

/// What is run, as words for the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options(Vec<String>);

impl Options {
    /// Reads the words after `fuzz`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut told = Vec::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = value(word, &mut words)?;
            match word.as_str() {
                "--only" => {}
                "--seconds" | "--cases" | "--seed" | "--case" => {
                    value.parse::<u64>().map_err(|_| {
                        Error::Usage(format!("{word} needs a number, found {value}"))
                    })?;
                }
                _ => return Err(unknown(word)),
            }
            told.extend([word.clone(), value.to_owned()]);
        }
        let has = |name: &str| told.iter().any(|it| it == name);
        let bounded = ["--seconds", "--cases", "--case"].into_iter().any(has);
        let seeded = has("--seed") || has("--case");
        if !bounded {
            told.extend(["--seconds".to_owned(), SECONDS.to_owned()]);
        }
        if !seeded {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            let seed = now.map_or(1, |it| it.as_secs());
            told.extend(["--seed".to_owned(), seed.to_string()]);
        }
        Ok(Self(told))
    }

    /// The cases of `cargo xtask test`, the same each time.
    pub fn of_test() -> Self {
        Self(Vec::new())
    }
}

/// Compiles the program and runs it.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let folder = project.root.join("target").join("fuzz-cases");
    // What an earlier run left would be taken for this one's.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Error::file("remove", &folder))?;
    }
    let cargo = Run::new("cargo")
        .args(["test", "--quiet", "--features", "fuzz", "--test", "fuzz"])
        .args(SPEED.iter().flat_map(|it| ["--config", *it]))
        .env(&project.host_env())
        .folder(&project.root);
    cargo.clone().arg("--no-run").run()?;
    // A program for each core; a case alone needs one.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let parts = if options.0.iter().any(|it| it == "--case") {
        1
    } else {
        cores.min(MOST_PARTS)
    };
    let of_part = |part: usize| {
        cargo
            .clone()
            .arg("--")
            .args(&options.0)
            .args(["--part", &part.to_string()])
            .args(["--parts", &parts.to_string()])
            .arg("--folder")
            .arg(&folder)
    };
    let runs: Vec<Run> = (0..parts).map(of_part).collect();
    let started: Vec<_> = runs.iter().map(Run::spawn).collect();
    let mut ended = Ok(());
    for ((part, run), child) in runs.iter().enumerate().zip(started) {
        let this = child.and_then(|mut child| run.wait_for(&mut child));
        // A case that ends the whole program (no stack, no memory) cannot say so itself.
        let current = folder.join(format!("current-{part}"));
        if let (Err(_), Ok(case)) = (&this, fs::read_to_string(current)) {
            let words: Vec<&str> = case.split_whitespace().collect();
            say::line(&format!(
                "it ended in the middle of: cargo xtask fuzz {}",
                words.join(" ")
            ));
        }
        ended = ended.and(this);
    }
    ended
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        Options::parse(&words).unwrap().0
    }

    #[test]
    fn a_run_has_an_end_and_a_seed() {
        let told = words("");
        assert_eq!(told[..2], ["--seconds", SECONDS]);
        assert_eq!(told[2], "--seed");
        assert_eq!(
            words("--only read --seed 7 --case 12"),
            ["--only", "read", "--seed", "7", "--case", "12"]
        );
        assert_eq!(words("--cases 5").len(), 4);
    }
}
