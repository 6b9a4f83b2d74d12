//! Hostile data by the hundred thousand: every part that reads, lays out or writes is given what
//! nobody would publish, and must answer with a value or with an error that names its place.
//!
//! A *target* is one such part with a maker of cases. A case follows from the seed, the target and
//! its number alone, so each can be run again by itself. See `docs/fuzzing.md`.

// What helps a test may fail as loudly as the test itself.
#![allow(
    // Names of real files, of which there is one spelling.
    clippy::case_sensitive_file_extension_comparisons,
    clippy::expect_used,
    // Without it the type of what is picked is not found.
    clippy::explicit_auto_deref,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod chance;
mod charts;
mod data;
mod feeds;
mod markup;
mod mutate;
mod options;
mod pages;
mod places;
mod read;
mod routes;
mod search;
mod take;
mod timeline;
mod uses;
mod widgets;
mod world;

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

use chance::Chance;
use options::Options;
use world::World;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Memory that a case may take at once, beside [`PER_BYTE`] of what it was given.
const MEMORY_OF_CASE: usize = 128 << 20;
/// A list of numbers takes two bytes for each as text, and a struct with an empty list of sources in
/// memory; a tree, the typed value and a chart of it are held at once.
const PER_BYTE: usize = 300;
/// Words are held, escaped, folded, and once more while a text grows.
const PER_BYTE_OF_WORDS: usize = 30;
/// Failures of a target after which its other cases are left out: the rest would be the same again.
const MOST_FAILURES: usize = 5;

/// How a case ended, when it ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// It was read, or drawn, or written.
    Loaded,
    /// It was refused, and the error named its place.
    Refused,
}

/// One part of the project with a maker of cases for it.
pub(crate) struct Target {
    pub name: &'static str,
    /// What is tried.
    pub about: &'static str,
    /// Its share of every thousand cases.
    pub share: u32,
    /// Runs one case; panics where something does not hold.
    pub run: fn(&mut Chance, &World) -> End,
}

const TARGETS: &[Target] = &[
    data::CHECK,
    data::CUT,
    read::READ,
    pages::PAGES,
    routes::ROUTES,
    search::SEARCH,
    charts::CHARTS,
    places::PLACES,
    timeline::TIMELINE,
    take::TAKE,
    feeds::FEEDS,
    widgets::WIDGETS,
];

/// Where the last panic was.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(said) => {
            eprintln!("fuzz: {said}");
            return ExitCode::from(2);
        }
    };
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string);
        let payload = info.payload();
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let said = text.or_else(|| payload.downcast_ref::<&str>().copied());
        let said = said.unwrap_or("a panic without words");
        *LAST_PANIC.lock().unwrap() = format!("{}: {said}", place.unwrap_or_default());
    }));
    let start = Instant::now();
    let world = World::read();
    println!(
        "fuzz: seed {}, data read and cut in {:.1} s",
        options.seed,
        start.elapsed().as_secs_f64()
    );
    let share: u32 = TARGETS.iter().map(|it| it.share).sum();
    assert_eq!(share, 1_000, "shares are of a thousand");
    let runner = Runner::new(&options, &world);
    let mut failed = 0;
    let mut cases = 0;
    for target in TARGETS {
        if options.wants(target.name) {
            let report = runner.run(target);
            cases += report.cases;
            failed += report.failures;
        }
    }
    println!(
        "fuzz: {cases} cases, {failed} failures, {:.1} s",
        start.elapsed().as_secs_f64()
    );
    let _ = fs::remove_file(&runner.current);
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What came of a target.
#[derive(Default)]
struct Report {
    cases: u64,
    refused: u64,
    failures: u64,
    memory: usize,
    slowest: (Duration, u64),
}

struct Runner<'a> {
    options: &'a Options,
    world: &'a World,
    /// Names the case that runs, for one that ends the whole program.
    current: PathBuf,
    folder: PathBuf,
}

impl<'a> Runner<'a> {
    fn new(options: &'a Options, world: &'a World) -> Self {
        let folder = options.folder.clone();
        fs::create_dir_all(&folder).unwrap();
        Self {
            options,
            world,
            current: folder.join(format!("current-{}", options.part())),
            folder,
        }
    }

    fn run(&self, target: &Target) -> Report {
        let mut report = Report::default();
        let start = Instant::now();
        let mut current = File::create(&self.current).unwrap();
        let range = self.options.cases_of(target.share);
        for number in range {
            if self.options.is_over(start.elapsed(), target.share) {
                break;
            }
            // Fixed width, so that the longer of two never shows behind the shorter.
            let seed = self.options.seed;
            current.seek(SeekFrom::Start(0)).unwrap();
            write!(
                current,
                "--only {:10} --seed {seed:20} --case {number:12}",
                target.name
            )
            .unwrap();
            self.case(target, number, &mut report);
            if report.failures >= MOST_FAILURES as u64 {
                println!("  {}: the other cases are left out", target.name);
                break;
            }
        }
        let (slowest, case) = report.slowest;
        println!(
            "  {:9} {:6} cases, {:6} refused, {} failures, {:5.1} s, at most {} MB and {:.2} s (case {case}): {}",
            target.name,
            report.cases,
            report.refused,
            report.failures,
            start.elapsed().as_secs_f64(),
            report.memory >> 20,
            slowest.as_secs_f64(),
            target.about,
        );
        report
    }

    fn case(&self, target: &Target, number: u64, report: &mut Report) {
        let mut chance = Chance::of(self.options.seed, target.name, number);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let run = || (target.run)(&mut chance, self.world);
        let end = panic::catch_unwind(AssertUnwindSafe(run));
        let time = start.elapsed();
        let memory = MEMORY.peak_usage().saturating_sub(before);
        report.cases += 1;
        if time > report.slowest.0 {
            report.slowest = (time, number);
        }
        report.memory = report.memory.max(memory);
        let most = MEMORY_OF_CASE + PER_BYTE * chance.given.len() + PER_BYTE_OF_WORDS * chance.made;
        let wrong = match end {
            Err(_) => Some(LAST_PANIC.lock().unwrap().clone()),
            Ok(_) if memory > most => Some(format!("{memory} bytes of memory, of at most {most}")),
            Ok(End::Refused) => {
                report.refused += 1;
                None
            }
            Ok(End::Loaded) => None,
        };
        if self.options.case.is_some() {
            println!(
                "  {}\n  {} bytes given",
                chance.said.join("\n  "),
                chance.given.len()
            );
        }
        if let Some(wrong) = wrong {
            report.failures += 1;
            self.tell(target, number, &chance, &wrong);
        }
    }

    /// Names a case that failed, and keeps what it was given.
    fn tell(&self, target: &Target, number: u64, chance: &Chance, wrong: &str) {
        let seed = self.options.seed;
        let short: String = wrong.chars().take(600).collect();
        println!("FAILED {} case {number}: {short}", target.name);
        for said in &chance.said {
            println!("  {said}");
        }
        println!(
            "  again: cargo xtask fuzz --only {} --seed {seed} --case {number}",
            target.name
        );
        if !chance.given.is_empty() {
            let path = self.folder.join(format!("{}-{number}.txt", target.name));
            if fs::write(&path, &chance.given).is_ok() {
                println!("  given: {}", path.display());
            }
        }
    }
}

/// The folder of the data set.
pub(crate) fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}
