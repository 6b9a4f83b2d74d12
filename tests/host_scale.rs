//! Proves on a network of 500 cities, of which most are made up, that the data set may grow: it is
//! valid, twice made the same, and the first load of a city's page weighs what it weighs among 38.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use ascn_atlas::app::{written, Written};
use ascn_atlas::data::{use_disk, Disk};
use ascn_atlas::host::build::{self, CutFile};
use ascn_atlas::host::search::index;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{check, cut_indicators, gather, made_up};
use ascn_atlas::json;
use ascn_atlas::model::cut_search::SearchIndex;
use ascn_atlas::model::{Lang, PartialDate};
use ascn_atlas::platform::use_day;
use ascn_atlas::route::{Address, Compare, Directory, Route};
use ascn_atlas::search::{Everything, Typed};

const FOLDER: &str = "app/0/";
/// Cities of the data set, and of the network that is made up.
const FEW: usize = 38;
const MANY: usize = 500;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// A network of 500 cities, on disk once for all tests.
fn many() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| made("a"))
}

fn made(name: &str) -> PathBuf {
    let out = std::env::temp_dir().join(format!("atlas-scale-{name}-{}", std::process::id()));
    assert_eq!(made_up::write(&data(), &out, MANY).unwrap(), MANY - FEW);
    out
}

/// A cut, by names of files.
struct Cut {
    files: BTreeMap<String, String>,
    disk: Arc<Disk>,
    day: PartialDate,
}

fn cut(data: &Path) -> Cut {
    let store = Store::read(data).unwrap();
    let text = |(name, bytes): CutFile| (name, String::from_utf8(bytes).unwrap());
    let files: BTreeMap<_, _> = build::files(&store)
        .unwrap()
        .into_iter()
        .map(text)
        .collect();
    let texts = files.iter();
    let texts = texts.map(|(name, text)| ([FOLDER, name].concat(), text.clone()));
    Cut {
        disk: Arc::new(Disk::new(texts.collect())),
        day: store.data_date().unwrap(),
        files,
    }
}

/// Both cuts, made once.
fn cuts() -> &'static [Cut; 2] {
    static CUTS: OnceLock<[Cut; 2]> = OnceLock::new();
    CUTS.get_or_init(|| [cut(&data()), cut(many())])
}

impl Cut {
    /// The page of a route as it stands in its file, with the files that the app asks for.
    fn page(&self, lang: Lang, route: Route) -> Written {
        use_disk(Arc::clone(&self.disk));
        use_day(self.day);
        written(Address { lang, route }, FOLDER)
    }

    /// Bytes of what the first visit to a page loads beside the app, by file.
    fn first_load(&self, lang: Lang, route: Route) -> BTreeMap<String, usize> {
        let page = self.page(lang, route);
        let words = format!("words/{}.json", lang.tag());
        let files = page.files.into_iter().chain([words]);
        let weighed = files.map(|name| {
            let bytes = self.files[&name].len();
            (name, bytes)
        });
        weighed
            .chain([("page".to_owned(), page.html.len())])
            .collect()
    }
}

#[test]
fn the_network_is_valid_and_twice_made_the_same() {
    let problems = check::check(many());
    assert!(
        problems.is_empty(),
        "{:?}",
        &problems[..problems.len().min(5)]
    );
    let again = made("b");
    for folder in ["", "cities", "indicators", "geo"] {
        for entry in fs::read_dir(many().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let other = again.join(folder).join(path.file_name().unwrap());
                assert!(
                    fs::read(&path).unwrap() == fs::read(other).unwrap(),
                    "{path:?}"
                );
            }
        }
    }
    fs::remove_dir_all(again).unwrap();
}

#[test]
fn the_first_load_of_a_city_does_not_grow_with_the_network() {
    let [few, many] = cuts();
    let mut cities = 0;
    for slug in few.files.keys() {
        let slug = slug
            .strip_prefix("cities/")
            .and_then(|it| it.strip_suffix(".json"));
        let Some(slug) = slug else { continue };
        // By turns: both languages load the same files but for their words.
        let lang = if cities % 2 == 0 { Lang::En } else { Lang::Id };
        let route = Route::City(slug.to_owned());
        let one = few.first_load(lang, route.clone());
        let other = many.first_load(lang, route);
        assert!(one.keys().eq(other.keys()), "{one:?} {other:?}");
        assert!(!other.contains_key("index.json"), "{other:?}");
        let (one, other): (usize, usize) = (one.values().sum(), other.values().sum());
        assert!(
            one.abs_diff(other) * 50 <= one,
            "{slug}: {one} and {other} bytes"
        );
        cities += 1;
    }
    assert_eq!(cities, FEW);
}

#[test]
fn a_city_that_is_made_up_weighs_no_more_than_the_lightest_that_is_not() {
    let [_, many] = cuts();
    let weight = |slug: &str| -> usize {
        let load = many.first_load(Lang::En, Route::City(slug.to_owned()));
        load.values().sum()
    };
    let lightest = ["sumedang", "dili", "singapore", "hanoi"].map(weight);
    let made_up = ["city-00001", "city-00200", "city-00462"].map(weight);
    assert!(
        made_up.iter().max() <= lightest.iter().max(),
        "{made_up:?} {lightest:?}"
    );
}

#[test]
fn every_page_that_lists_cities_still_loads_the_list() {
    let [_, many] = cuts();
    for route in [
        Route::Home,
        Route::Cities(Directory::default()),
        Route::Compare(Compare::default()),
    ] {
        let page = many.page(Lang::Id, route.clone());
        assert!(page.files.iter().any(|it| it == "index.json"), "{route:?}");
    }
    let page = many.page(Lang::En, Route::About);
    assert!(page.files.iter().all(|it| it != "index.json"));
    assert!(page.html.contains("Data as of"), "the footer names the day");
}

/// The index of the search as the app gets it: what is loaded first, and the parts in their order.
fn search(cut: &Cut) -> (Everything, Vec<Everything>) {
    let name = |at: usize| format!("search/{at}.json");
    let parts = (0..).map_while(|at| cut.files.get(&name(at)));
    let parts = parts.map(|text| json::read(text).unwrap()).collect();
    (json::read(&cut.files["search.json"]).unwrap(), parts)
}

#[test]
fn the_search_of_a_small_network_is_one_file_and_of_a_large_one_many() {
    let [few, many] = cuts();
    assert!(search(few).1.is_empty());
    let (head, parts) = search(many);
    assert!(!parts.is_empty());
    let in_parts = many.files.keys().filter(|it| it.starts_with("search/"));
    assert_eq!(in_parts.count(), parts.len());
    // What a reader loads is no more than all that there is of the true network.
    let most = few.files["search.json"].len();
    for (name, text) in &many.files {
        if name.starts_with("search") {
            assert!(text.len() <= most, "{name}: {} of {most} bytes", text.len());
            // The app reads it as it was written.
            let read: SearchIndex = json::read(text).unwrap();
            assert_eq!(read, serde_json::from_str(text).unwrap(), "{name}");
        }
    }
    assert!(
        head.len() > 100,
        "kinds with few things stay: {}",
        head.len()
    );
}

#[test]
fn the_search_finds_in_parts_what_it_finds_in_one_file() {
    let [_, many] = cuts();
    let (head, parts) = search(many);
    let store = Store::read(self::many()).unwrap();
    let pages = cut_indicators::pages(&gather::gather(&store).unwrap()).unwrap();
    let whole = index(&store, &pages);
    // Everything of it stands somewhere.
    let mut there = BTreeSet::new();
    for all in parts.iter().chain([&head]) {
        let entries = (0..all.len()).map(|at| all.entry(at).unwrap());
        there.extend(entries.map(|it| (it.en.clone(), it.to.clone())));
    }
    let mut names = BTreeMap::new();
    for entry in whole.groups.iter().flat_map(|it| &it.entries) {
        assert!(
            there.contains(&(entry.en.clone(), entry.to.clone())),
            "{} {}",
            entry.en,
            entry.to
        );
        names.insert((&entry.en, &entry.to), entry);
    }
    assert!(names.len() > 4_000, "{} things", names.len());
    let mut without = 0;
    // Some of each kind: all would take a minute.
    for ((name, to), entry) in names.into_iter().step_by(7) {
        for typed in [name, entry.also.split(';').next().unwrap_or_default()] {
            let typed = Typed::new(typed);
            let part = head.part(&typed);
            let asked = [Some(&head), part.map(|(at, _)| &parts[at])];
            let finds = |all: &&Everything| {
                let places = all.find(&typed).into_iter().flat_map(|it| it.places);
                places
                    .map(|at| all.entry(at).unwrap())
                    .any(|it| it.to == *to)
            };
            let is_found = typed.is_empty() || asked.iter().flatten().any(finds);
            // Only what shares each of its words with very many things asks for more letters.
            assert!(is_found || part.is_some_and(|it| it.1 > 0), "{name} {to}");
            without += usize::from(!is_found);
        }
    }
    assert!(without < 3, "{without} things are not found by their name");
}
