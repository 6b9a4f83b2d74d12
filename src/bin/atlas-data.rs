//! Checks the data set, cuts it into the files that the app loads, and packs the finished site.

use std::path::PathBuf;
use std::process::ExitCode;

use std::time::Instant;

use ascn_atlas::host::head::Root;
use ascn_atlas::host::{build, check, folder, live, made_up, prerender, schema, widgets, Result};

const USAGE: &str = "usage: atlas-data check|schema|build|cut|pages|live|widgets|folder|made-up \
    [--data DIR] [--site DIR] [--out DIR] [--url ADDRESS] [--freeze] [--previous DIR] [--cities NUMBER]";

/// Where the site will stand, for the hook that Trunk runs; empty where that is not known.
const URL: &str = "ASCN_ATLAS_URL";

/// What was asked for.
struct Options {
    command: String,
    data: PathBuf,
    site: PathBuf,
    out: Option<PathBuf>,
    root: Option<Root>,
    freeze: bool,
    previous: Option<PathBuf>,
    cities: usize,
}

/// Reads the command line; says what it does not understand.
fn options(mut words: impl Iterator<Item = String>) -> std::result::Result<Options, String> {
    let usage = || USAGE.to_owned();
    let mut options = Options {
        command: words.next().ok_or_else(usage)?,
        data: PathBuf::from("public/data"),
        site: PathBuf::from("dist"),
        out: std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from),
        root: None,
        freeze: false,
        previous: None,
        cities: 500,
    };
    let mut url = std::env::var(URL).ok().filter(|it| !it.is_empty());
    while let Some(word) = words.next() {
        match word.as_str() {
            "--data" => options.data = words.next().ok_or_else(usage)?.into(),
            "--site" => options.site = words.next().ok_or_else(usage)?.into(),
            "--out" => options.out = Some(words.next().ok_or_else(usage)?.into()),
            "--freeze" => options.freeze = true,
            "--previous" => options.previous = Some(words.next().ok_or_else(usage)?.into()),
            "--cities" => {
                let number = words.next().and_then(|it| it.parse().ok());
                options.cities = number.ok_or_else(usage)?;
            }
            "--url" => url = Some(words.next().ok_or_else(usage)?),
            _ => return Err(usage()),
        }
    }
    let root = url.as_deref().map(Root::parse).transpose();
    options.root = root.map_err(|error| error.to_string())?;
    Ok(options)
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(said) => {
            eprintln!("atlas-data: {said}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("atlas-data: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<ExitCode> {
    match (options.command.as_str(), &options.out) {
        ("build", Some(out)) => {
            let report = build::build(&options.data, out, options.root.as_ref())?;
            println!(
                "app/{}/: {} files, {} bytes{}",
                report.version,
                report.files,
                report.bytes,
                if report.page {
                    ""
                } else {
                    " (no index.html to name it in)"
                }
            );
            match &options.root {
                Some(root) => println!("for {}: with sitemap.xml", root.join("")),
                None => println!(
                    "for any host: without sitemap.xml, og:url and og:image, which need --url or {URL}"
                ),
            }
            // Trunk says which build it is; by hand everything is made.
            let with_png = std::env::var("TRUNK_PROFILE").map_or(true, |it| it != "debug");
            let (published, drawn, previews) = build::publish(&options.data, out, with_png)?;
            println!(
                "data/: {} files, archive of {} bytes; img/: {} SVG, {} PNG of at most {} bytes",
                published.files, published.archive, drawn.svg, drawn.png, drawn.largest
            );
            println!(
                "img/preview/: {} PNG of at most {} bytes, {} bytes together",
                previews.files, previews.largest, previews.bytes
            );
            Ok(ExitCode::SUCCESS)
        }
        ("cut", Some(out)) => {
            let report = build::cut(&options.data, out)?;
            println!(
                "app/{}/: {} files, {} bytes",
                report.version, report.files, report.bytes
            );
            Ok(ExitCode::SUCCESS)
        }
        ("pages", Some(out)) => {
            let start = Instant::now();
            let pages = prerender::write(out, &build::folder_of(out)?)?;
            println!("{pages} pages in {:.1} s", start.elapsed().as_secs_f64());
            Ok(ExitCode::SUCCESS)
        }
        ("live", Some(out)) => {
            let widgets = live::write(out, &build::folder_of(out)?)?;
            println!("{widgets} live widgets, still without their code");
            Ok(ExitCode::SUCCESS)
        }
        ("widgets", Some(out)) => {
            let start = Instant::now();
            let chosen = widgets::Options {
                root: options.root.as_ref(),
                freeze: options.freeze,
                previous: options.previous.clone(),
            };
            let report = widgets::write(&options.data, out, &chosen)?;
            println!(
                "{} widgets, {} bytes without style and script, in {:.1} s; kept: {}",
                report.files,
                report.bytes,
                start.elapsed().as_secs_f64(),
                if report.editions.is_empty() {
                    "no day".to_owned()
                } else {
                    let days = report.editions.iter().map(|it| it.day.as_str());
                    days.collect::<Vec<_>>().join(", ")
                }
            );
            if options.freeze && !report.is_frozen {
                println!("the day of the data was kept before: its widgets stay as they were");
            }
            Ok(ExitCode::SUCCESS)
        }
        ("folder", Some(out)) => {
            let report = folder::write(&options.data, &options.site, out)?;
            println!(
                "{}: {} files, {} bytes",
                out.join(folder::FOLDER).display(),
                report.files,
                report.bytes
            );
            Ok(ExitCode::SUCCESS)
        }
        ("made-up", Some(out)) => {
            let made = made_up::write(&options.data, out, options.cities)?;
            println!("{}: {made} cities made up", out.display());
            Ok(ExitCode::SUCCESS)
        }
        ("check", _) => {
            let problems = check::check(&options.data);
            for problem in &problems {
                eprintln!("{problem}");
            }
            if problems.is_empty() {
                println!("{}: no mistakes", options.data.display());
                return Ok(ExitCode::SUCCESS);
            }
            eprintln!("{}: {} mistakes", options.data.display(), problems.len());
            Ok(ExitCode::FAILURE)
        }
        ("schema", _) => {
            let files = schema::write(&options.data)?;
            println!("{}: {files} schemas", options.data.join("schema").display());
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
