//! Snapshots: every kind of chart, and every kind of fixed widget, as text that a review can read.
//!
//! The charts are made of figures that were made up, one chart for each shape that a line, a bar or a
//! map can take, so that a change of the data set changes none of them; the widgets and the figures of
//! a meeting come from the real data, from places with few. A drawing stands in its file with an
//! element on each line, and below it, as a comment, what a reader gets beside it: legend, table and
//! readout. A browser shows the file with the style of the site.
//!
//! After a change that is meant, `ASCN_ATLAS_WRITE=1 cargo test --features host --test host_snapshots`
//! writes the files anew. When one differs, what was drawn now lies in `target/snapshots/`.

// What helps a test may fail as loudly as the test itself.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod bars;
mod lines;
mod made_up;
mod maps;
mod pages;
mod places;
mod timelines;
mod written;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::chart::Size;
use ascn_atlas::model::Lang;

/// Most bytes of all files: they are read in reviews.
const MOST_BYTES: usize = 600_000;
const MOST_FILES: usize = 80;

/// The languages, each in the size of one kind of screen: what differs by language differs in every
/// size, and the other way round.
const SHEETS: [(Lang, Size); 2] = [(Lang::En, Size::WIDE), (Lang::Id, Size::NARROW)];

/// Snapshots by the names of their files.
#[derive(Default)]
struct Album(BTreeMap<String, String>);

impl Album {
    /// Adds one; `name` goes before the language and the extension.
    fn add(&mut self, name: &str, lang: Lang, extension: &str, text: String) {
        let name = format!("{name}.{}.{extension}", lang.tag());
        assert!(self.0.insert(name.clone(), text).is_none(), "{name} twice");
    }
}

#[test]
fn every_drawing_is_as_it_was_looked_at() {
    let mut album = Album::default();
    lines::draw(&mut album);
    bars::draw(&mut album);
    places::draw(&mut album);
    maps::draw(&mut album);
    timelines::draw(&mut album);
    pages::draw(&mut album);
    let Album(drawn) = album;
    let bytes: usize = drawn.values().map(String::len).sum();
    println!("{} snapshots, {bytes} bytes", drawn.len());
    assert!(drawn.len() <= MOST_FILES && bytes <= MOST_BYTES);

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let kept = files(&folder);
    if std::env::var("ASCN_ATLAS_WRITE").is_ok_and(|it| it == "1") {
        for name in kept.keys().filter(|it| !drawn.contains_key(*it)) {
            fs::remove_file(folder.join(name)).unwrap();
        }
        for (name, text) in &drawn {
            fs::write(folder.join(name), text).unwrap();
        }
        return;
    }
    let wrong = differing(&drawn, &kept);
    assert!(
        wrong.is_empty(),
        "tests/snapshots/ is not what is drawn now, which lies in {}:\n{}\n\
         If the change is meant, write the files anew with ASCN_ATLAS_WRITE=1 and look at them.",
        keep(&drawn, &wrong).display(),
        wrong.values().cloned().collect::<Vec<_>>().join("\n"),
    );
}

/// What differs, by the names of files: in words, with the first line that does.
fn differing(
    drawn: &BTreeMap<String, String>,
    kept: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut wrong = BTreeMap::new();
    for (name, text) in drawn {
        let Some(before) = kept.get(name) else {
            wrong.insert(name.clone(), format!("  {name}: not there yet"));
            continue;
        };
        if before == text {
            continue;
        }
        let mut lines = before.lines().zip(text.lines()).enumerate();
        let other = lines.find(|(_, (one, two))| one != two);
        let place = other.map_or("its end".to_owned(), |(at, (one, two))| {
            format!("line {}:\n    was {one}\n    is  {two}", at + 1)
        });
        wrong.insert(name.clone(), format!("  {name} differs in {place}"));
    }
    for name in kept.keys().filter(|it| !drawn.contains_key(*it)) {
        wrong.insert(name.clone(), format!("  {name}: no longer drawn"));
    }
    wrong
}

/// Writes what is drawn now under the names of `wrong`; where.
fn keep(drawn: &BTreeMap<String, String>, wrong: &BTreeMap<String, String>) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    );
    let folder = target.join("snapshots");
    // What another run left would mislead.
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    for name in wrong.keys() {
        if let Some(text) = drawn.get(name) {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    folder
}

/// The files of a folder by their names.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|it| {
            let path = it.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}
