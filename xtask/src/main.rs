//! `cargo xtask` is the one command for everything that is done with this project.
//!
//! ```text
//! cargo xtask serve     look at the site while working on it
//! cargo xtask test      everything that must hold
//! ```
//!
//! It installs what is missing (see [`tools`]) and runs from a bare clone on a fresh machine.

mod commands;
mod data_tool;
mod environment;
mod error;
mod memory;
mod project;
mod run;
mod say;
mod sizes;
mod small;
mod tools;
mod weight;

use std::env;
use std::process::ExitCode;

use commands::Command;
use error::Error;

fn main() -> ExitCode {
    if let Some(code) = small::compile() {
        return code;
    }
    let words: Vec<String> = env::args().skip(1).collect();
    let result = Command::parse(&words).and_then(|command| command.run());
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::Usage(text)) => {
            eprintln!("xtask: {text}\n\n{}", commands::HELP);
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
