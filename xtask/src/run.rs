//! A run is one start of another program: what it is called, with which words, where, for how long.
//!
//! ```ignore
//! Run::new("cargo").args(["fmt", "--all"]).env(&env).run()?;
//! ```

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::environment::Environment;
use crate::error::{Error, Result};

/// How often a program with a time limit is looked at.
const POLL: Duration = Duration::from_millis(20);

/// A program about to be started.
#[derive(Clone, Debug)]
pub struct Run {
    program: OsString,
    args: Vec<OsString>,
    env: Environment,
    folder: Option<PathBuf>,
    limit: Option<Duration>,
}

impl Run {
    /// A program by its name on `PATH` or its file.
    pub fn new(program: impl Into<OsString>) -> Self {
        Self {
            program: program.into(),
            args: Vec::new(),
            env: Environment::clean(),
            folder: None,
            limit: None,
        }
    }

    /// One more word.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// More words.
    #[must_use]
    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// The variables to start it with.
    #[must_use]
    pub fn env(mut self, env: &Environment) -> Self {
        self.env = env.clone();
        self
    }

    /// The folder to start it in.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_path_buf());
        self
    }

    /// The time after which it is stopped.
    #[must_use]
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Runs it with its words on the caller's screen.
    pub fn run(&self) -> Result<()> {
        let mut child = self.start(Stdio::inherit(), Stdio::inherit())?;
        let status = self.wait(&mut child)?;
        self.judge(status, String::new())
    }

    /// Runs it and gives back what it printed; what it said on stderr is part of the error only.
    pub fn capture(&self) -> Result<String> {
        let mut child = self.start(Stdio::piped(), Stdio::piped())?;
        // Both pipes are emptied at once, else a full one would stop the program for ever.
        let out = child.stdout.take().map(read_aside);
        let err = child.stderr.take().map(read_aside);
        let status = self.wait(&mut child)?;
        let [out, err] = [out, err].map(|reader| {
            reader
                .and_then(|thread| thread.join().ok())
                .unwrap_or_default()
        });
        self.judge(status, format!("{out}{err}"))?;
        Ok(out)
    }

    /// Starts it and leaves it running.
    pub fn spawn(&self) -> Result<Child> {
        self.start(Stdio::inherit(), Stdio::inherit())
    }

    /// Waits for one that was left running.
    pub fn wait_for(&self, child: &mut Child) -> Result<()> {
        let status = self.wait(child)?;
        self.judge(status, String::new())
    }

    fn start(&self, out: Stdio, err: Stdio) -> Result<Child> {
        let found = self
            .program
            .to_str()
            .and_then(|name| self.env.find(name))
            .map_or_else(|| self.program.clone(), PathBuf::into_os_string);
        let mut command = Command::new(found);
        command.args(&self.args).stdin(Stdio::null());
        command.stdout(out).stderr(err);
        self.env.apply(&mut command);
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command.spawn().map_err(|source| Error::Start {
            command: self.to_string(),
            source,
        })
    }

    fn wait(&self, child: &mut Child) -> Result<ExitStatus> {
        let lost = |source| Error::Start {
            command: self.to_string(),
            source,
        };
        let Some(limit) = self.limit else {
            return child.wait().map_err(lost);
        };
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait().map_err(lost)? {
                return Ok(status);
            }
            if start.elapsed() > limit {
                child.kill().map_err(lost)?;
                child.wait().map_err(lost)?;
                return Err(Error::TooSlow {
                    command: self.to_string(),
                    limit,
                });
            }
            thread::sleep(POLL);
        }
    }

    fn judge(&self, status: ExitStatus, output: String) -> Result<()> {
        if status.success() {
            return Ok(());
        }
        Err(Error::Failed {
            command: self.to_string(),
            status: status.to_string(),
            output,
        })
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let program = Path::new(&self.program);
        let name = program.file_name().unwrap_or(program.as_os_str());
        write!(f, "{}", name.to_string_lossy())?;
        for arg in &self.args {
            write!(f, " {}", arg.to_string_lossy())?;
        }
        Ok(())
    }
}

/// Reads a pipe to its end on a thread of its own.
fn read_aside(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before the pipe broke is still worth showing.
        let _cut_short = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn output_is_captured() {
        let out = Run::new("sh").args(["-c", "echo hello"]).capture().unwrap();
        assert_eq!(out, "hello\n");
    }

    #[test]
    fn a_failure_tells_what_the_program_said() {
        let error = Run::new("sh")
            .args(["-c", "echo broken >&2; exit 3"])
            .capture()
            .unwrap_err()
            .to_string();
        assert!(error.contains("exit status: 3"), "{error}");
        assert!(error.contains("| broken"), "{error}");
    }

    #[test]
    fn a_slow_program_is_stopped() {
        let start = Instant::now();
        let result = Run::new("sleep")
            .arg("30")
            .limit(Duration::from_millis(50))
            .run();
        assert!(matches!(result, Err(Error::TooSlow { .. })));
        assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = Run::new("no-such-program-here").run().unwrap_err();
        assert!(error.to_string().contains("no-such-program-here"));
    }
}
