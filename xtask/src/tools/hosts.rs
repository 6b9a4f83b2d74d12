//! Web servers for the tests: nginx, Apache and Python's.
//!
//! None is installed as a service: a test starts each on a port of its own.

use std::path::{Path, PathBuf};

use super::{apt, Tool};
use crate::environment::Environment;
use crate::error::Result;
use crate::project::Project;

/// Debian's Apache without what starts it with the machine.
const PACKAGES: [&str; 2] = ["apache2-bin", "python3"];
/// Debian has nginx only together with its service, which must not start: it is unpacked aside.
const UNPACKED: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
/// Where servers are that are not on everybody's PATH.
const SBIN: &str = "/usr/sbin";
/// Below the folder into which Debian's package is unpacked, or `/`.
const BROTLI: &str = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE_MODULES: &str = "/usr/lib/apache2/modules";

/// Finds or installs all three.
pub struct Hosts;

/// Where they are.
#[derive(Clone, Debug)]
pub struct Servers {
    nginx: PathBuf,
    brotli: PathBuf,
    apache: PathBuf,
    python: PathBuf,
}

impl Servers {
    /// `env` with the variables that the journeys read.
    pub fn name_in(&self, env: Environment) -> Environment {
        env.with("NGINX", &self.nginx)
            .with("NGINX_BROTLI", &self.brotli)
            .with("APACHE", &self.apache)
            .with("APACHE_MODULES", APACHE_MODULES)
            .with("PYTHON", &self.python)
    }
}

impl Tool for Hosts {
    type Found = Servers;
    const NAME: &'static str = "nginx, Apache and Python";
    const BY_HAND: &'static str =
        "install nginx with its brotli module, Apache 2.4 and Python 3, as Debian places them";

    fn find(&self, project: &Project) -> Option<Servers> {
        let env = Environment::clean();
        let (nginx, brotli) = nginx(Path::new("/")).or_else(|| nginx(&folder(project)))?;
        let apache = env.find("apache2");
        let apache = apache.or_else(|| file(Path::new(SBIN).join("apache2")))?;
        Path::new(APACHE_MODULES).is_dir().then_some(Servers {
            nginx,
            brotli,
            apache,
            python: env.find("python3")?,
        })
    }

    fn install(&self, project: &Project) -> Result<()> {
        apt::install(Self::NAME, Self::BY_HAND, &PACKAGES)?;
        if nginx(Path::new("/")).is_some() {
            return Ok(());
        }
        apt::unpack(Self::NAME, Self::BY_HAND, &UNPACKED, &folder(project))
    }
}

fn folder(project: &Project) -> PathBuf {
    project.tool("nginx", "debian")
}

/// The server and its module for brotli below a folder.
fn nginx(root: &Path) -> Option<(PathBuf, PathBuf)> {
    Some((file(root.join("usr/sbin/nginx"))?, file(root.join(BROTLI))?))
}

fn file(path: PathBuf) -> Option<PathBuf> {
    path.is_file().then_some(path)
}
