//! Sizes of the built site, raw and as a server sends it, and the budgets they must keep.
//!
//! A kilobyte is 1000 bytes. Budgets are for brotli 11, what a good static host sends.

use std::fs;
use std::path::{Path, PathBuf};

use crate::commands::Step;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::run::Run;
use crate::tools::SINGLE;
use crate::weight;

/// What every page may load of the app: wasm and script.
const FIRST_BUDGET: u64 = 140_000;
/// What any page may load of the app: the same, and the chunks it needs.
const PAGE_BUDGET: u64 = 180_000;
/// What the index of the search may weigh, which comes when a reader first searches.
const SEARCH_BUDGET: u64 = 60_000;
/// What the front page may load below its map: stories, milestones, changes.
const HOME_BUDGET: u64 = 12_000;
/// What the first visit to a city's page may weigh: every file it loads.
const CITY_BUDGET: u64 = 230_000;

/// What a widget may weigh, with its style, its script and its data.
const WIDGET_BUDGET: u64 = 15_000;

/// What a live widget may weigh as a host sends it, packed by gzip.
const LIVE_BUDGET: u64 = 130_000;

/// What the single-file edition may weigh as it is: small enough for an e-mail.
const SINGLE_BUDGET: u64 = 1_500_000;

/// A file and its sizes in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
    file: PathBuf,
}

/// Prints the sizes of the app's own files.
pub fn print_site(project: &Project) -> Result<()> {
    let files = app_files(&project.dist())?;
    let sizes = measure(project, &files)?;
    print_table(&project.dist(), &sizes);
    Ok(())
}

/// Checks every budget and prints the figures.
pub fn check_budgets(project: &Project) -> Result<()> {
    let dist = project.dist();
    let all = measure(project, &app_files(&dist)?)?;
    print_table(&dist, &all);
    let (chunks, first): (Vec<Size>, Vec<Size>) =
        all.into_iter().partition(|size| is_chunk(&size.file));
    let code = sum(first
        .iter()
        .filter(|size| matches!(ending(&size.file), "wasm" | "js")));
    let (most, own) = heaviest_page(&dist, &chunks)?;
    println!("all code: {} brotli", kb(code + sum(&chunks)));
    let (city, own_of_city) = heaviest_city(project, &dist, &chunks)?;
    let folder = data_folder(&dist)?;
    let files = ["search.json", "home.json"].map(|name| folder.join(name));
    let sizes = measure(project, &files)?;
    let size_of = |place: usize| sizes.get(place).map_or(u64::MAX, |size| size.brotli);
    let over: Vec<String> = [
        ("index of the search".to_owned(), size_of(0), SEARCH_BUDGET),
        (
            "stories of the front page".to_owned(),
            size_of(1),
            HOME_BUDGET,
        ),
        ("wasm and js of every page".to_owned(), code, FIRST_BUDGET),
        (
            format!("wasm and js of the page that needs most ({most})"),
            code + own,
            PAGE_BUDGET,
        ),
        (
            format!("first visit to the heaviest city ({city})"),
            sum(&first) + own_of_city,
            CITY_BUDGET,
        ),
    ]
    .into_iter()
    .map(|(name, size, budget)| (name + ", brotli", size, budget))
    .chain([(
        "single-file edition".to_owned(),
        length(&dist.join(SINGLE))?,
        SINGLE_BUDGET,
    )])
    .chain([heaviest_widget(project, &dist)?])
    .chain([heaviest_live(project, &dist)?])
    .filter_map(|(name, size, budget)| {
        let line = format!("{name}: {} of {}", kb(size), kb(budget));
        println!("{line}");
        (size > budget).then_some(line)
    })
    .collect();
    if over.is_empty() {
        weight::check(&dist)
    } else {
        Err(Error::Budget(format!("over budget: {}", over.join("; "))))
    }
}

fn sum<'a>(sizes: impl IntoIterator<Item = &'a Size>) -> u64 {
    sizes.into_iter().map(|size| size.brotli).sum()
}

/// Whether a file is code that only some pages load.
fn is_chunk(file: &Path) -> bool {
    ending(file) == "wasm" && !name(file).starts_with("ascn-atlas-")
}

/// The page that loads most of `chunks`, and how much that is. A page names what it needs, so that it
/// is fetched along with the app.
fn heaviest_page(dist: &Path, chunks: &[Size]) -> Result<(String, u64)> {
    let mut most = ("none".to_owned(), 0);
    let mut folders = vec![dist.join("en")];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if ending(&path) != "html" {
                continue;
            }
            let page = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
            let own = needed(&page, chunks);
            if own > most.1 {
                let place = folder.strip_prefix(dist).unwrap_or(&folder);
                most = (place.display().to_string(), own);
            }
        }
    }
    Ok(most)
}

/// How much of `chunks` a page loads.
fn needed(page: &str, chunks: &[Size]) -> u64 {
    sum(chunks.iter().filter(|size| page.contains(name(&size.file))))
}

/// An error if the site has not been built.
pub fn require_dist(dist: &Path) -> Result<()> {
    if dist.join("index.html").is_file() {
        return Ok(());
    }
    Err(Error::Shape {
        what: dist.display().to_string(),
        expected: format!("a built site; run `cargo xtask {}`", Step::Build.name()),
    })
}

/// The app's own files: index.html and the wasm, scripts and styles beside it.
fn app_files(dist: &Path) -> Result<Vec<PathBuf>> {
    require_dist(dist)?;
    let mut files = vec![dist.join("index.html")];
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                // Scripts that wasm-bindgen puts beside its own.
                if path.file_name().is_some_and(|name| name == "snippets") || folder != dist {
                    folders.push(path);
                }
            } else if name(&path) == "sw.js" {
                // Browsers fetch it for readers who have saved the atlas, and for no one else.
            } else if matches!(ending(&path), "wasm" | "js" | "css") {
                files.push(path);
            }
        }
    }
    Ok(files)
}

/// The city whose page needs most beside what every page does, and how much that is: the page itself,
/// its `chunks` and its data.
fn heaviest_city(project: &Project, dist: &Path, chunks: &[Size]) -> Result<(String, u64)> {
    let data = data_folder(dist)?;
    let index = data.join("index.json");
    let list = script(project, "countries", std::slice::from_ref(&index))?;
    let cities: Vec<(&str, &str)> = list
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    // Of the words, those of the language that says most.
    let words = measure(project, &entries(&data.join("words"))?)?;
    let words = words.into_iter().max_by_key(|size| size.brotli);
    let words = words.ok_or_else(|| not_data(&data))?.file;
    let mut files = vec![data.join("lands.json"), words];
    let shared = files.len();
    for (city, country) in &cities {
        files.push(data.join("cities").join(format!("{city}.json")));
        files.push(data.join("countries").join(format!("{country}.json")));
        files.push(page_of(dist, city));
    }
    let sizes = measure(project, &files)?;
    let (shared, own) = sizes
        .split_at_checked(shared)
        .ok_or_else(|| not_data(&data))?;
    let shared: u64 = shared.iter().map(|size| size.brotli).sum();
    cities
        .iter()
        .zip(own.chunks(3))
        .map(|((city, _), own)| {
            let path = page_of(dist, city);
            let page = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
            let own = sum(own) + needed(&page, chunks);
            Ok(((*city).to_owned(), shared + own))
        })
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .max_by_key(|(_, size)| *size)
        .ok_or_else(|| not_data(&data))
}

/// The fixed widget that weighs most, brotli; prints what all of them weigh.
///
/// Only the largest are packed: those that are within the budget as they are cannot be over it.
fn heaviest_widget(project: &Project, dist: &Path) -> Result<(String, u64, u64)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = ["en", "id"]
        .iter()
        .map(|lang| dist.join("widgets").join(lang))
        .collect();
    let (mut count, mut bytes) = (0_u64, 0);
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let own = length(&path)?;
            count += 1;
            bytes += own;
            if own > WIDGET_BUDGET {
                files.push(path);
            }
        }
    }
    println!("{count} widgets: {} as they are", kb(bytes));
    let sizes = measure(project, &files)?;
    let most = sizes.iter().max_by_key(|size| size.brotli);
    Ok(most.map_or_else(
        || ("widgets, as they are".to_owned(), 0, WIDGET_BUDGET),
        |most| {
            let name = most.file.strip_prefix(dist).unwrap_or(&most.file);
            let name = format!("the widget that needs most ({}), brotli", name.display());
            (name, most.brotli, WIDGET_BUDGET)
        },
    ))
}

/// The live widget that weighs most, gzip; prints what all of them weigh. Those with the most bytes are
/// packed to find it.
fn heaviest_live(project: &Project, dist: &Path) -> Result<(String, u64, u64)> {
    const PACKED: usize = 6;
    let live = dist.join("widgets").join("live");
    let mut files = entries(&live.join("chart"))?;
    files.extend(entries(&live)?.into_iter().filter(|path| path.is_file()));
    let mut weighed = Vec::new();
    for file in files {
        weighed.push((length(&file)?, file));
    }
    let all: u64 = weighed.iter().map(|(size, _)| size).sum();
    println!("{} live widgets: {} as they are", weighed.len(), kb(all));
    weighed.sort();
    let largest: Vec<PathBuf> = weighed
        .into_iter()
        .rev()
        .take(PACKED)
        .map(|it| it.1)
        .collect();
    let sizes = measure(project, &largest)?;
    let most = sizes.iter().max_by_key(|size| size.gzip);
    let most = most.ok_or_else(|| not_data(&live))?;
    let name = most.file.strip_prefix(dist).unwrap_or(&most.file);
    let name = format!("the live widget that needs most ({}), gzip", name.display());
    Ok((name, most.gzip, LIVE_BUDGET))
}

/// The page of a city.
fn page_of(dist: &Path, city: &str) -> PathBuf {
    dist.join("en").join("cities").join(city).join("index.html")
}

/// `app/<version>/`, of which there is one.
fn data_folder(dist: &Path) -> Result<PathBuf> {
    let app = dist.join("app");
    if !app.is_dir() {
        return Err(not_data(&app));
    }
    let mut versions = entries(&app)?;
    versions.retain(|path| path.join("index.json").is_file());
    match versions.as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(not_data(&app)),
    }
}

fn not_data(path: &Path) -> Error {
    Error::Shape {
        what: path.display().to_string(),
        expected: "the app's data in one folder <version>/, written by `atlas-data build`".into(),
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        paths.push(entry.map_err(Error::file("read", folder))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Bytes of a file.
fn length(file: &Path) -> Result<u64> {
    let about = fs::metadata(file).map_err(Error::file("read", file))?;
    Ok(about.len())
}

fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

fn ending(path: &Path) -> &str {
    path.extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
}

fn measure(project: &Project, files: &[PathBuf]) -> Result<Vec<Size>> {
    let out = script(project, "measure", files)?;
    out.lines()
        .map(|line| {
            parse(line).ok_or_else(|| Error::Shape {
                what: format!("sizes.mjs said `{line}`"),
                expected: "three sizes and a file".into(),
            })
        })
        .collect()
}

fn script(project: &Project, mode: &str, files: &[PathBuf]) -> Result<String> {
    let script = project.root.join("xtask").join("npm").join("sizes.mjs");
    Run::new("node").arg(script).arg(mode).args(files).capture()
}

fn parse(line: &str) -> Option<Size> {
    let mut parts = line.splitn(4, '\t');
    let mut number = || parts.next()?.parse().ok();
    Some(Size {
        raw: number()?,
        gzip: number()?,
        brotli: number()?,
        file: parts.next()?.into(),
    })
}

fn print_table(dist: &Path, sizes: &[Size]) {
    println!("{:>11} {:>11} {:>11}  file", "raw", "gzip 9", "brotli 11");
    for size in sizes {
        let name = size.file.strip_prefix(dist).unwrap_or(&size.file);
        println!(
            "{:>11} {:>11} {:>11}  {}",
            kb(size.raw),
            kb(size.gzip),
            kb(size.brotli),
            name.display()
        );
    }
}

/// Bytes for people: `114.3 kB`.
fn kb(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_script_are_read() {
        let size = parse("300\t200\t100\tdist/a.js").unwrap();
        assert_eq!((size.raw, size.gzip, size.brotli), (300, 200, 100));
        assert_eq!(size.file, PathBuf::from("dist/a.js"));
        assert_eq!(parse("300\t200"), None);
    }

    #[test]
    fn a_page_loads_the_chunks_that_it_names() {
        let size = |file: &str, brotli| Size {
            raw: 0,
            gzip: 0,
            brotli,
            file: file.into(),
        };
        let chunks = [
            size("dist/explorer-1.wasm", 40),
            size("dist/places-2.wasm", 20),
            size("dist/shared-3.wasm", 5),
        ];
        let page = "<link href=\"./shared-3.wasm\"><link href=\"./explorer-1.wasm\">";
        assert_eq!(needed(page, &chunks), 45);
        assert_eq!(needed("<title>explorer</title>", &chunks), 0);
        assert!(is_chunk(Path::new("dist/shared-3.wasm")));
        assert!(!is_chunk(Path::new("dist/ascn-atlas-4_bg.wasm")));
    }

    #[test]
    fn bytes_are_rounded() {
        assert_eq!(kb(114_349), "114.3 kB");
        assert_eq!(kb(114_350), "114.4 kB");
        assert_eq!(kb(40), "0.0 kB");
    }
}
