//! `build` makes the site for release in `dist/` and prints how large it is.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{twice, unknown, value};
use crate::data_tool::atlas_data;
use crate::environment::Environment;
use crate::error::{Error, Result};
use crate::project::{Project, TARGET};
use crate::run::Run;
use crate::say;
use crate::sizes;
use crate::tools::{ensure, live, offline, pack, policy, shrink, single, widgets, Node, Web};

/// What the compiler is told of a release. The variable takes the place of the flags in
/// .cargo/config.toml.
const FLAGS: &str = "--cfg erase_components";
/// And that the app is cut into chunks, for which the linker must leave its relocations.
const SPLIT_FLAGS: &str = " --cfg split -C link-arg=--emit-relocs";
const FLAGS_VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// These flags, and that messages name the source of a crate without the folder of `crates`, in which cargo
/// keeps it, and that of the standard library as where there is none: two machines then make the same
/// bytes.
fn without_folders(flags: &str, crates: &Path, std: &Sources) -> String {
    let mut folders: Vec<(String, &str)> = fs::read_dir(crates)
        .into_iter()
        .flatten()
        .flatten()
        .map(|folder| (folder.path().display().to_string(), ""))
        .collect();
    folders.sort();
    folders.push((std.folder.display().to_string(), &std.named));
    folders
        .iter()
        // Flags in a variable end at spaces.
        .filter(|(folder, _)| !folder.contains(char::is_whitespace))
        .fold(flags.to_owned(), |flags, (folder, named)| {
            [&flags, " --remap-path-prefix=", folder, "=", named].concat()
        })
}

/// The sources of the compiler's standard library.
struct Sources {
    /// Where they are, if they are there.
    folder: PathBuf,
    /// What messages call that folder where they are not.
    named: String,
}

impl Sources {
    fn of(project: &Project, env: &Environment) -> Result<Self> {
        let rustc = |word: &[&str]| {
            let run = Run::new("rustc").args(word.iter().copied()).env(env);
            run.folder(&project.root).capture()
        };
        let folder = Path::new(rustc(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
        let version = rustc(&["-vV"])?;
        let hash = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "));
        Ok(Self {
            folder,
            named: ["/rustc/", hash.unwrap_or("unknown")].concat(),
        })
    }
}

/// Where cargo unpacks crates, a folder for each registry.
fn crates() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    home.unwrap_or_default().join("registry").join("src")
}

/// What the hook that writes the pages is told the site's address by.
const URL_VARIABLE: &str = "ASCN_ATLAS_URL";

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the site will stand, such as `https://example.org/atlas/`. Without it the site works
    /// anywhere, and names nothing that must be absolute.
    pub url: Option<String>,
    /// How widgets are kept.
    pub kept: Kept,
    /// Whether it is built a second time in another folder, and compared.
    pub twice: bool,
}

/// Which widgets are kept as they are, for articles that speak of the figures of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Whether those of this build are.
    pub freeze: bool,
    /// A site that was built before, from which those that it kept are taken over.
    pub previous: Option<PathBuf>,
}

impl Options {
    /// Reads the words after `build`.
    pub fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--url" => options.url = Some(address(value(word, &mut words)?)?),
                "--freeze" => options.kept.freeze = true,
                "--previous" => options.kept.previous = Some(value(word, &mut words)?.into()),
                "--twice" => options.twice = true,
                _ => return Err(unknown(word)),
            }
        }
        Ok(options)
    }
}

/// The site's address. The hook looks closer, but only after everything has been compiled.
fn address(text: &str) -> Result<String> {
    if text.starts_with("https://") || text.starts_with("http://") {
        Ok(text.to_owned())
    } else {
        Err(Error::Usage(format!(
            "--url needs an address such as https://example.org/atlas/, found {text}"
        )))
    }
}

impl Kept {
    /// The same with the earlier site as a whole path, for the tool runs in the project's folder.
    ///
    /// `dist/` cannot be the earlier site: it is made anew before anything is taken from it.
    fn at(&self, project: &Project) -> Result<Self> {
        let mut kept = self.clone();
        if let Some(site) = &self.previous {
            let site = fs::canonicalize(site).map_err(Error::file("read", site))?;
            if fs::canonicalize(project.dist()).is_ok_and(|dist| dist == site) {
                return Err(Error::Usage(
                    "--previous names dist/, which is made anew: copy it first".into(),
                ));
            }
            kept.previous = Some(site);
        }
        Ok(kept)
    }
}

/// Installs what is missing, builds, prints sizes.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let start = Instant::now();
    let kept = options.kept.at(project)?;
    ensure(&Node, project)?;
    let mut web = Web::ensure(project, true)?;
    if let Some(url) = &options.url {
        web.env = web.env.with(URL_VARIABLE, url);
    }
    release(project, &web, &kept)?;
    sizes::print_site(project)?;
    say::line(&format!(
        "the site is in dist/, built in {}",
        say::seconds(start.elapsed())
    ));
    if !options.twice {
        return Ok(());
    }
    let url = options.url.iter();
    let words: Vec<String> = url
        .flat_map(|it| ["--url".to_owned(), it.clone()])
        .collect();
    twice::run(project, &words)
}

/// Variables for a cargo that compiles a release of which nothing is cut out: the linker need not leave
/// its relocations.
pub fn whole_app_env(project: &Project, web: &Web) -> Result<Environment> {
    compiler_env(project, web, FLAGS)
}

fn compiler_env(project: &Project, web: &Web, flags: &str) -> Result<Environment> {
    let mut flags = without_folders(flags, &crates(), &Sources::of(project, &web.env)?);
    let mut env = web.trunk_env();
    if let Some(small) = &web.small {
        env = small.use_for(env, &mut flags);
    }
    Ok(env.with(FLAGS_VARIABLE, flags))
}

/// The release build alone.
pub fn release(project: &Project, web: &Web, kept: &Kept) -> Result<()> {
    Run::new(web.trunk.clone())
        .args(["build", "--release", "--offline"])
        .env(&compiler_env(project, web, &[FLAGS, SPLIT_FLAGS].concat())?)
        .folder(&project.root)
        .run()?;
    say::timed("compile the live widgets", || {
        widget(project, &whole_app_env(project, web)?)
    })?;
    let env = &web.env;
    // With the tool that Trunk's hook has just compiled.
    let tool = |command: &str| {
        let tool = atlas_data(project, env).args([command, "--out"]);
        tool.arg(project.dist())
    };
    say::timed("write the pages", || tool("pages").run())?;
    let target = target_folder(project, env)?;
    let wasm = target.join(TARGET).join("release/ascn-atlas.wasm");
    say::timed("make it smaller", || shrink(project, env, &wasm))?;
    say::timed("say what pages may load", || policy(project, env))?;
    say::timed("make it ready for offline", || offline(project, env))?;
    // After what reads every page, of which they are none.
    say::timed("write the widgets", || {
        let mut tool = tool("widgets");
        if kept.freeze {
            tool = tool.arg("--freeze");
        }
        if let Some(site) = &kept.previous {
            tool = tool.arg("--previous").arg(site);
        }
        tool.run()?;
        widgets(project, env)
    })?;
    say::timed("write the live widgets", || {
        tool("live").run()?;
        live(project, env, &wasm.with_file_name("atlas-widget.wasm"))
    })?;
    say::timed("write the single file", || single(project, env))?;
    say::timed("make it ready for hosts", || pack(project, env, &target))?;
    // Beside the site, of which it holds all: in it, the site would be larger by a tenth.
    say::timed("pack the folder", || {
        let tool = atlas_data(project, env).args(["folder", "--site"]);
        let tool = tool.arg(project.dist()).arg("--out");
        tool.arg(project.root.join("editions")).run()
    })
}

/// Compiles the code of live widgets.
fn widget(project: &Project, env: &Environment) -> Result<()> {
    Run::new("cargo")
        .args(["build", "--release", "--offline", "--target", TARGET])
        .args(["--no-default-features", "--features", "widget"])
        .args(["--bin", "atlas-widget"])
        .env(env)
        .folder(&project.root)
        .run()
}

/// Where cargo puts what it has made.
fn target_folder(project: &Project, env: &Environment) -> Result<PathBuf> {
    let metadata = Run::new("cargo")
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .env(env)
        .folder(&project.root)
        .capture()?;
    text_in_json(&metadata, "target_directory")
        .map(PathBuf::from)
        .ok_or_else(|| Error::Shape {
            what: "cargo metadata".into(),
            expected: "a target_directory".into(),
        })
}

/// The first text with a name in JSON that has no spaces around colons.
fn text_in_json(json: &str, name: &str) -> Option<String> {
    let (_, rest) = json.split_once(&format!("\"{name}\":\""))?;
    let (text, _) = rest.split_once('"')?;
    // The only escape in the name of a folder: the backslash of Windows.
    Some(text.replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_this_machine_are_taken_out() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let std = Sources {
            folder: "/r/lib/rustlib/src/rust".into(),
            named: "/rustc/5980".into(),
        };
        let said = without_folders(FLAGS, &root, &std);
        let tools = format!(" --remap-path-prefix={}=", root.join("tools").display());
        assert!(said.starts_with(FLAGS) && said.contains(&tools), "{said}");
        let of_std = " --remap-path-prefix=/r/lib/rustlib/src/rust=/rustc/5980";
        assert!(said.ends_with(of_std), "{said}");
        let without = without_folders(FLAGS, Path::new("/no/such/folder"), &std);
        assert_eq!(without, [FLAGS, of_std].concat());
    }

    #[test]
    fn the_target_folder_is_read() {
        let json = r#"{"packages":[],"target_directory":"C:\\atlas\\target","version":1}"#;
        assert_eq!(
            text_in_json(json, "target_directory").as_deref(),
            Some(r"C:\atlas\target")
        );
        assert_eq!(text_in_json("{}", "target_directory"), None);
    }
}
