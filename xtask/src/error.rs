//! An error is a thing that keeps a command from its end, in words for the one who ran it.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Why a command did not reach its end.
#[derive(Debug)]
pub enum Error {
    /// The command line makes no sense.
    Usage(String),
    /// A tool is missing and could not be installed.
    Missing {
        /// Name of the tool.
        tool: &'static str,
        /// What was tried and how it ended.
        why: String,
        /// What to do by hand.
        hint: String,
    },
    /// A program did not start.
    Start {
        /// The command, as one would type it.
        command: String,
        /// What the system says.
        source: io::Error,
    },
    /// A program ended with a failure.
    Failed {
        /// The command, as one would type it.
        command: String,
        /// How it ended.
        status: String,
        /// What it said, if that was not shown.
        output: String,
    },
    /// A program was stopped because it took too long.
    TooSlow {
        /// The command, as one would type it.
        command: String,
        /// The time it had.
        limit: Duration,
    },
    /// A file or folder could not be read or written.
    File {
        /// What was tried: "read", "write".
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file or an answer has not the shape that is needed.
    Shape {
        /// The file or the program.
        what: String,
        /// What was expected there.
        expected: String,
    },
    /// Files are larger than their budget.
    Budget(String),
    /// Tests failed: which, and what each said.
    Tests(String),
    /// Some steps failed, each of which has said why.
    Steps,
}

/// What commands give back.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// For `map_err` on what is done to a file.
    pub fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File {
            doing,
            path,
            source,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Budget(text) | Self::Tests(text) => f.write_str(text),
            Self::Missing { tool, why, hint } => {
                write!(
                    f,
                    "{tool} is missing and could not be installed: {why}\n  By hand: {hint}"
                )
            }
            Self::Start { command, source } => write!(f, "could not start `{command}`: {source}"),
            Self::Failed {
                command,
                status,
                output,
            } => {
                write!(f, "`{command}` failed ({status})")?;
                for line in output.lines() {
                    write!(f, "\n  | {line}")?;
                }
                Ok(())
            }
            Self::TooSlow { command, limit } => {
                write!(f, "`{command}` was stopped after {} s", limit.as_secs())
            }
            Self::File {
                doing,
                path,
                source,
            } => write!(f, "could not {doing} {}: {source}", path.display()),
            Self::Shape { what, expected } => write!(f, "{what}: expected {expected}"),
            Self::Steps => f.write_str("some steps failed, see above"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Start { source, .. } | Self::File { source, .. } => Some(source),
            _ => None,
        }
    }
}
