//! Kept widgets from end to end: what a build keeps, a later one shows as it was, whatever has become
//! of the data.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::host::widgets::{write, Options, Report};
use ascn_atlas::widget::{Edition, Widget};

/// A day after that of the data set as it is edited.
const LATER: &str = "2099-01-02";

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// The days that a build keeps.
fn days(report: &Report) -> Vec<&str> {
    report.editions.iter().map(|it| it.day.as_str()).collect()
}

/// A folder of a test, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("host-widgets-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn read(&self, name: &str) -> String {
        let path = self.0.join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The texts of all files below a folder, by their names in it.
    fn texts(&self, folder: &str) -> BTreeMap<String, String> {
        let root = self.0.join(folder);
        let mut texts = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&root).unwrap().display().to_string();
                    texts.insert(name, fs::read_to_string(&path).unwrap());
                }
            }
        }
        texts
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn built(data: &Path, freeze: bool, previous: Option<&Folder>, out: &Folder) -> Report {
    let options = Options {
        freeze,
        previous: previous.map(|it| it.0.clone()),
        ..Options::default()
    };
    write(data, &out.0, &options).unwrap()
}

/// The data set with another newest value of Indonesia, read on `day`.
fn mended(folder: &Folder, day: &str) {
    copy(&data(), &folder.0);
    let name = "indicators/hdi.json";
    let mut text = folder.read(name);
    let (_, places) = text.split_once("\"place\": \"IDN\"").unwrap();
    let (points, _) = places.split_once("\n      ]").unwrap();
    let last = points.trim_end().rsplit_once('[').unwrap().1;
    let value = last.split_once(", ").unwrap().1.trim_end_matches(']');
    let changed = points.replace(&format!(", {value}]"), ", 0.999]");
    text = text.replacen(points, &changed, 1);
    let (before, read) = text.split_once("\"accessed\": \"").unwrap();
    let text = format!("{before}\"accessed\": \"{day}{}", &read[10..]);
    fs::write(folder.0.join(name), text).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let from = entry.unwrap().path();
        let to = to.join(from.file_name().unwrap());
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

#[test]
fn figures_of_a_day_stay() {
    let first = Folder::new("first");
    let report = built(&data(), true, None, &first);
    let [Edition { day, lacks }] = report.editions.as_slice() else {
        panic!("{:?}", report.editions);
    };
    assert!(lacks.is_empty(), "{lacks:?}");
    assert!(report.is_frozen);
    assert_eq!(
        first.read("widgets/editions.json"),
        format!("[{{\"day\":\"{day}\"}}]")
    );

    // Each widget is kept, says so, and leads to the one with the newest figures.
    let kept = first.texts(&format!("widgets/editions/{day}"));
    for (lang, said) in [
        ("en", "kept as they were then"),
        ("id", "disimpan seperti saat itu"),
    ] {
        let newest = first.texts(&format!("widgets/{lang}"));
        let of_lang = kept.keys().filter(|it| it.starts_with(lang)).count();
        assert_eq!((of_lang, report.files), (newest.len(), 4 * newest.len()));
        for name in newest.keys() {
            let text = &kept[&format!("{lang}/{name}")];
            let up = "../".repeat(4 + name.matches('/').count());
            let way = format!("href=\"{up}widgets/{lang}/{name}\"");
            assert!(text.contains(said) && text.contains(&way), "{name}");
        }
    }
    let finished = "widgets finished by the build";
    let map = format!("widgets/editions/{day}/en/map.html");
    fs::write(first.0.join(&map), finished).unwrap();
    let kept = first.texts(&format!("widgets/editions/{day}"));

    // Data mended on the same day change nothing of what is kept, though it is asked for.
    let (same_day, again) = (Folder::new("same-day-data"), Folder::new("again"));
    mended(&same_day, day);
    let figure = "en/figure/hdi/IDN.html";
    let report = built(&same_day.0, true, Some(&first), &again);
    assert!(!report.is_frozen);
    assert_eq!(days(&report), [day.as_str()]);
    assert!(again.texts(&format!("widgets/editions/{day}")) == kept);
    assert!(again.read(&format!("widgets/{figure}")).contains("0.999"));

    // A widget that came after a day is none of that day.
    let came_later = Widget::Counts("hanoi".to_owned());
    let file = format!("widgets/editions/{day}/en/counts/hanoi.html");
    fs::remove_file(first.0.join(file)).unwrap();
    let kept = first.texts(&format!("widgets/editions/{day}"));

    // A later day is kept beside.
    let (later, second) = (Folder::new("later-data"), Folder::new("second"));
    mended(&later, LATER);
    let report = built(&later.0, true, Some(&first), &second);
    assert!(report.is_frozen);
    assert_eq!(days(&report), [day.as_str(), LATER]);
    let has = |it: &Edition| (it.has(&came_later), it.has(&Widget::Map));
    let held: Vec<_> = report.editions.iter().map(has).collect();
    assert_eq!(held, [(false, true), (true, true)]);
    assert!(second.texts(&format!("widgets/editions/{day}")) == kept);
    for (folder, is_new) in [(day.as_str(), false), (LATER, true)] {
        let text = second.read(&format!("widgets/editions/{folder}/{figure}"));
        assert_eq!(text.contains("0.999"), is_new, "{folder}");
    }
}
