//! A command is one word after `cargo xtask`, with its own options.

mod bench;
mod build;
mod check;
mod deny;
mod fuzz;
mod journeys;
mod serve;
mod steps;
mod test;
mod twice;

use crate::error::{Error, Result};
use crate::project::Project;

pub use self::steps::Step;

/// Printed for `help`, and for words that make no sense.
pub const HELP: &str = "\
usage: cargo xtask COMMAND

  serve [--port N] [--address A] [--release]
                        build the site, serve it, and build again on every change
  test [--only STEP]... run every check, or those named
       [--again]        also what passed before and rests on nothing that has changed since
  test --list           name the checks
  build [--url ADDRESS] build the site for release into dist/ and print its sizes;
                        with the address where it will stand also sitemap and previews
        [--freeze]      keep the widgets as they are, under the date of their data
        [--previous DIST]
                        take over what an earlier site kept
        [--twice]       build it again in another folder and compare every byte
  check                 check the data set in public/data
  fuzz [--seconds N] [--cases N] [--seed N] [--only TARGET] [--case N]
                        give hostile data to everything that reads, draws or writes: ten
                        minutes from a new seed, or as told; see docs/fuzzing.md
  deny [--advisories]   hold every crate to deny.toml; with --advisories also to the list of
                        known faults, which is fetched
  bench [NAME]...       build for release and run bench/*.bench.mjs, or those named
  help                  this text

Tools that are missing are installed: see the README for what and where.
Variables: ASCN_ATLAS_CACHE (folder of the tools), ASCN_ATLAS_URL (as build --url),
CHROME, CHROMEDRIVER, CI.";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// See [`serve`].
    Serve(serve::Options),
    /// See [`mod@test`].
    Test(test::Options),
    /// Names the steps of [`mod@test`].
    ListSteps,
    /// See [`build`].
    Build(build::Options),
    /// See [`check`].
    Check,
    /// See [`fuzz`].
    Fuzz(fuzz::Options),
    /// See [`deny`]; whether the list of known faults counts.
    Deny(bool),
    /// See [`mod@bench`]; empty means every measurement.
    Bench(Vec<String>),
    /// Prints [`HELP`].
    Help,
}

impl Command {
    /// Reads the command line.
    pub fn parse(words: &[String]) -> Result<Self> {
        let Some((name, rest)) = words.split_first() else {
            return Err(Error::Usage("a command is missing".into()));
        };
        match name.as_str() {
            "serve" => serve::Options::parse(rest).map(Self::Serve),
            "test" => test::parse(rest),
            "build" => build::Options::parse(rest).map(Self::Build),
            "check" => nothing_more(rest, Self::Check),
            "fuzz" => fuzz::Options::parse(rest).map(Self::Fuzz),
            "deny" => deny::parse(rest),
            "bench" => Ok(Self::Bench(rest.to_vec())),
            "help" | "--help" | "-h" => Ok(Self::Help),
            _ => Err(Error::Usage(format!("no command `{name}`"))),
        }
    }

    /// Does it.
    pub fn run(&self) -> Result<()> {
        match self {
            Self::Serve(options) => serve::run(&Project::here()?, options),
            Self::Test(steps) => test::run(&Project::here()?, steps),
            Self::ListSteps => {
                test::list();
                Ok(())
            }
            Self::Build(options) => build::run(&Project::here()?, options),
            Self::Check => check::run(&Project::here()?),
            Self::Fuzz(options) => fuzz::run(&Project::here()?, options),
            Self::Deny(advisories) => deny::run(&Project::here()?, *advisories),
            Self::Bench(names) => bench::run(&Project::here()?, names),
            Self::Help => {
                println!("{HELP}");
                Ok(())
            }
        }
    }
}

fn nothing_more(rest: &[String], command: Command) -> Result<Command> {
    match rest.first() {
        None => Ok(command),
        Some(word) => Err(unknown(word)),
    }
}

fn unknown(word: &str) -> Error {
    Error::Usage(format!("no option `{word}` here"))
}

/// The word after an option.
fn value<'a>(option: &str, words: &mut impl Iterator<Item = &'a String>) -> Result<&'a str> {
    words
        .next()
        .map(String::as_str)
        .ok_or_else(|| Error::Usage(format!("{option} needs a value")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Command> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        Command::parse(&words)
    }

    #[test]
    fn commands_are_read() {
        let build = |url: Option<&str>| {
            let url = url.map(str::to_owned);
            Command::Build(super::build::Options {
                url,
                ..super::build::Options::default()
            })
        };
        assert_eq!(parse("build").unwrap(), build(None));
        let told = "https://example.org/atlas/";
        assert_eq!(
            parse(&format!("build --url {told}")).unwrap(),
            build(Some(told))
        );
        let Command::Build(options) = parse("build --freeze --previous old").unwrap() else {
            panic!("not build");
        };
        assert!(options.kept.freeze && options.kept.previous == Some("old".into()));
        assert!(matches!(
            parse("build --twice").unwrap(),
            Command::Build(it) if it.twice
        ));
        let test = |only: &[Step], again| {
            Command::Test(test::Options {
                only: only.to_vec(),
                again,
            })
        };
        assert_eq!(parse("test").unwrap(), test(&[], false));
        assert_eq!(parse("test --list").unwrap(), Command::ListSteps);
        assert_eq!(
            parse("test --only fmt --again --only host").unwrap(),
            test(&[Step::Fmt, Step::Host], true)
        );
        assert_eq!(parse("deny").unwrap(), Command::Deny(false));
        assert_eq!(parse("deny --advisories").unwrap(), Command::Deny(true));
        let Command::Serve(options) = parse("serve --port 9000 --release").unwrap() else {
            panic!("not serve");
        };
        assert_eq!(options.port, 9000);
        assert!(options.release);
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "biuld",
            "build --fast",
            "build --url",
            "build --previous",
            "build --url example.org",
            "serve --port many",
            "serve --port",
            "test --only all",
            "fuzz --seconds long",
            "fuzz --case",
            "deny --all",
        ] {
            assert!(matches!(parse(text), Err(Error::Usage(_))), "{text}");
        }
    }
}
