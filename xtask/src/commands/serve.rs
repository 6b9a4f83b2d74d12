//! `serve` shows the site on this machine and builds it again on every change.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::thread;
use std::time::{Duration, Instant};

use super::{unknown, value};
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::say;
use crate::tools::Web;

/// How often the server is asked whether the site is there.
const POLL: Duration = Duration::from_millis(200);

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// TCP port.
    pub port: u16,
    /// Address of this machine under which others reach it.
    pub address: String,
    /// Small and slow to build, as it is published.
    pub release: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self {
            port: 8080,
            address: "127.0.0.1".into(),
            release: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--port" => {
                    let text = value(word, &mut words)?;
                    options.port = text
                        .parse()
                        .map_err(|_| Error::Usage(format!("`{text}` is no port")))?;
                }
                "--address" => {
                    value(word, &mut words)?.clone_into(&mut options.address);
                }
                "--release" => options.release = true,
                _ => return Err(unknown(word)),
            }
        }
        Ok(options)
    }
}

/// Installs what is missing, then runs `trunk serve` until it is stopped.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let start = Instant::now();
    let web = Web::ensure(project, options.release)?;
    // Any path shows the app here, so its files must be asked for from the root.
    let mut trunk = Run::new(web.trunk.clone())
        .args(["serve", "--offline", "--public-url", "/"])
        .args(["--port", &options.port.to_string()])
        .args(["--address", &options.address])
        .env(&web.trunk_env())
        .folder(&project.root);
    if options.release {
        trunk = trunk.arg("--release");
    }
    let host = options.address.clone();
    let port = options.port;
    if answers(&host, port) {
        return Err(Error::Usage(format!(
            "another program answers on port {port}; choose another with --port"
        )));
    }
    say::line("build the site ...");
    let mut child = trunk.spawn()?;
    thread::spawn(move || {
        while !answers(&host, port) {
            thread::sleep(POLL);
        }
        say::line(&format!(
            "ASCN Atlas is at http://{host}:{port}/ (ready in {}; Ctrl-C stops it)",
            say::seconds(start.elapsed())
        ));
    });
    trunk.wait_for(&mut child)
}

/// Whether the site is served.
fn answers(host: &str, port: u16) -> bool {
    // Not an address that one can ask, but one to listen on.
    let host = match host {
        "0.0.0.0" => "127.0.0.1",
        "::" => "::1",
        other => other,
    };
    let Some(address) = (host, port)
        .to_socket_addrs()
        .ok()
        .and_then(|mut all| all.next())
    else {
        return false;
    };
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, POLL)?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(
            stream,
            "GET / HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n"
        )?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.ends_with(" 200"))
}
