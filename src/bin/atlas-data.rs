//! Checks the data set, cuts it into the files that the app loads, and packs the finished site.

use std::path::PathBuf;
use std::process::ExitCode;

use std::time::Instant;

use ascn_atlas::host::{build, check, folder, prerender, schema, Result};

const USAGE: &str = "usage: atlas-data check|schema|build|pages|folder \
    [--data DIR] [--site DIR] [--out DIR]";

/// What was asked for.
struct Options {
    command: String,
    data: PathBuf,
    site: PathBuf,
    out: Option<PathBuf>,
}

/// Reads the command line.
fn options(mut words: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        command: words.next()?,
        data: PathBuf::from("public/data"),
        site: PathBuf::from("dist"),
        out: std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from),
    };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--data" => options.data = words.next()?.into(),
            "--site" => options.site = words.next()?.into(),
            "--out" => options.out = Some(words.next()?.into()),
            _ => return None,
        }
    }
    Some(options)
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
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
            let report = build::build(&options.data, out)?;
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
            // Trunk says which build it is; by hand everything is made.
            let with_png = std::env::var("TRUNK_PROFILE").map_or(true, |it| it != "debug");
            let (published, drawn) = build::publish(&options.data, out, with_png)?;
            println!(
                "data/: {} files, archive of {} bytes; img/: {} SVG, {} PNG of at most {} bytes",
                published.files, published.archive, drawn.svg, drawn.png, drawn.largest
            );
            Ok(ExitCode::SUCCESS)
        }
        ("pages", Some(out)) => {
            let start = Instant::now();
            let pages = prerender::write(out, &build::folder_of(out)?)?;
            println!("{pages} pages in {:.1} s", start.elapsed().as_secs_f64());
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
