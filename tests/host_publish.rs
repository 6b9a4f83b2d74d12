//! The published set: what others take away holds what the data set holds, and says on what terms.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ascn_atlas::host::pictures::{self, png::Painter};
use ascn_atlas::host::publish::{self, archive, changes, Published};
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{cut_indicators, gather};
use ascn_atlas::model::cut::IndicatorPage;
use serde_json::Value;
use sha2::{Digest, Sha256};
use skrifa::MetadataProvider;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn store() -> &'static Store {
    static STORE: OnceLock<Store> = OnceLock::new();
    STORE.get_or_init(|| Store::read(&data()).unwrap())
}

fn pages() -> &'static [IndicatorPage] {
    static PAGES: OnceLock<Vec<IndicatorPage>> = OnceLock::new();
    PAGES.get_or_init(|| cut_indicators::pages(&gather::gather(store()).unwrap()).unwrap())
}

fn files() -> &'static [Published] {
    static FILES: OnceLock<Vec<Published>> = OnceLock::new();
    FILES.get_or_init(|| publish::files(store(), pages(), &data()).unwrap())
}

fn content(name: &str) -> &'static [u8] {
    let found = files().iter().find(|it| it.0 == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

fn json(name: &str) -> Value {
    serde_json::from_slice(content(name)).unwrap()
}

#[test]
fn every_value_is_in_a_table() {
    let rows = |name: &str| {
        let mut reader = csv::Reader::from_reader(content(name));
        reader.records().map(Result::unwrap).collect::<Vec<_>>()
    };
    let mut count = 0;
    for page in pages() {
        let rows = rows(&format!("csv/{}.csv", page.indicator.id));
        count += rows.len();
        // Every place has its name.
        assert!(rows.iter().all(|it| !it[2].is_empty()));
    }
    // Those of countries, then those of cities as their pages show them.
    assert_eq!(count, 15_067 + 4_574 + 118 + 6);
    for indicator in &store().indicators {
        let rows = rows(&format!("csv/{}.csv", indicator.id));
        let known: BTreeSet<(&str, &str, &str)> =
            rows.iter().map(|it| (&it[1], &it[4], &it[5])).collect();
        for series in &indicator.series {
            for point in &series.points {
                let (year, value) = (point.year.to_string(), point.value.to_string());
                let is_known = known.contains(&(&series.place, &year, &value));
                assert!(is_known, "{} {} {year}", indicator.id, series.place);
            }
        }
    }
    let with_own = |it: &&ascn_atlas::model::City| !it.indicators.is_empty();
    let own = store().cities.iter().filter(with_own).map(|city| {
        let rows = rows(&format!("csv/cities/{}.csv", city.id));
        let topics: BTreeSet<String> = rows.iter().map(|it| it[0].to_owned()).collect();
        assert_eq!(topics.len(), city.indicators.len());
        assert!(rows.iter().all(|it| it[2] == city.name.en));
        rows.len()
    });
    assert_eq!(own.sum::<usize>(), 535);
}

/// The rules of Data Package, Data Resource, Tabular Data Resource and Table Schema, version 1, as
/// far as they can be told from the file.
#[test]
fn the_package_keeps_the_rules_of_frictionless() {
    let package = json("datapackage.json");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let is_name = |it: &str| {
        let known = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"-_.".contains(&it);
        !it.is_empty() && it.bytes().all(known)
    };
    let is_path = |it: &str| {
        it.starts_with("https://")
            || it.starts_with("http://")
            || !(it.starts_with('/') || it.contains("..") || it.contains("://"))
    };
    let licences = |value: &Value| {
        let list = value["licenses"].as_array().unwrap();
        assert!(!list.is_empty());
        for it in list {
            assert!(it.get("name").is_some() || it.get("path").is_some());
            assert!(it
                .get("path")
                .is_none_or(|it| is_path(it.as_str().unwrap())));
            assert!(!text(&it["title"]).is_empty());
        }
    };
    assert_eq!(package["profile"], "data-package");
    assert!(is_name(&text(&package["name"])));
    assert!(text(&package["created"]).ends_with("T00:00:00Z"));
    licences(&package);
    let resources = package["resources"].as_array().unwrap();
    let mut names = BTreeSet::new();
    let mut paths = BTreeSet::new();
    for it in resources {
        let (name, path) = (text(&it["name"]), text(&it["path"]));
        assert!(is_name(&name) && is_path(&path), "{name} {path}");
        assert!(names.insert(name), "{path} again");
        let bytes = content(&path);
        assert_eq!(it["bytes"], bytes.len());
        assert_eq!(it["hash"], format!("sha256:{:x}", Sha256::digest(bytes)));
        assert_eq!(it["encoding"], "utf-8");
        assert!(std::str::from_utf8(bytes).is_ok());
        assert_ne!(text(&it["title"]), path);
        for source in it
            .get("sources")
            .map_or(&[][..], |it| it.as_array().unwrap())
        {
            assert!(!text(&source["title"]).is_empty());
            assert!(source
                .get("path")
                .is_none_or(|it| is_path(it.as_str().unwrap())));
        }
        if it.get("sources").is_some() {
            licences(it);
        }
        if it["format"] == "csv" {
            assert_eq!(it["profile"], "tabular-data-resource");
            table(it, bytes);
        } else {
            assert!(serde_json::from_slice::<Value>(bytes).is_ok());
        }
        paths.insert(path);
    }
    // Everything but the description itself.
    let all: BTreeSet<String> = files().iter().map(|it| it.0.clone()).collect();
    assert_eq!(
        all.difference(&paths).collect::<Vec<_>>(),
        ["datapackage.json"]
    );
}

/// Every row keeps the schema of its resource.
fn table(resource: &Value, bytes: &[u8]) {
    let fields = resource.pointer("/schema/fields").unwrap();
    let fields = fields.as_array().unwrap();
    let mut reader = csv::Reader::from_reader(bytes);
    let names: Vec<&str> = fields
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(reader.headers().unwrap(), names);
    for row in reader.records() {
        let row = row.unwrap();
        for (field, value) in fields.iter().zip(&row) {
            if value.is_empty() {
                assert!(field.pointer("/constraints/required").is_none(), "{row:?}");
                continue;
            }
            let holds = match field["type"].as_str().unwrap() {
                "string" => true,
                "integer" => value.parse::<i32>().is_ok(),
                "number" => value.parse::<f64>().is_ok_and(f64::is_finite),
                "boolean" => ["yes", "no"].contains(&value),
                other => panic!("type {other}"),
            };
            assert!(holds, "{field}: {value}");
        }
    }
}

#[test]
fn a_licence_is_said_as_its_publisher_says_it() {
    let package = json("datapackage.json");
    let licences = |path: &str| {
        let resources = package["resources"].as_array().unwrap();
        resources.iter().find(|it| it["path"] == path).unwrap()["licenses"].clone()
    };
    assert_eq!(
        licences("indicators/renewable-final-energy-share.json"),
        serde_json::json!([{
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "CC BY 4.0 (World Bank)",
        }])
    );
    let mixed = licences("csv/unemployment.csv");
    assert!(mixed[0].get("name").is_none(), "{mixed}");
    assert!(mixed[0]["title"]
        .as_str()
        .unwrap()
        .contains("to be checked"));
    let sumedang = licences("cities/sumedang.json");
    assert!(sumedang
        .as_array()
        .unwrap()
        .contains(&serde_json::json!({ "name": "notspecified", "title": "not stated" })));
    // Where a file has a source without licence, its resource says so.
    for city in &store().cities {
        let unknown = city.sources.values().any(|it| it.licence.is_none());
        let said = licences(&format!("cities/{}.json", city.id)).to_string();
        assert_eq!(said.contains("not stated"), unknown, "{}", city.id);
    }
}

#[test]
fn every_source_is_listed_with_what_it_supports() {
    let list = json("sources.json");
    let list = list.as_array().unwrap();
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut facts: BTreeMap<(String, String), u64> = BTreeMap::new();
    for listed in list {
        let supports = listed["supports"].as_array().unwrap();
        let mut sum = 0;
        for it in supports {
            let file = it["file"].as_str().unwrap().to_owned();
            let key = it["key"].as_str().unwrap().to_owned();
            let kinds = it["facts"].as_object().unwrap();
            let count: u64 = kinds.values().map(|it| it.as_u64().unwrap()).sum();
            // The geography has sources of a file as a whole.
            assert!(count > 0 || file.starts_with("geo/"), "{file} {key}");
            sum += count;
            for (kind, count) in kinds {
                *facts.entry((file.clone(), kind.clone())).or_default() += count.as_u64().unwrap();
            }
            assert!(keys.entry(file).or_default().insert(key));
        }
        assert_eq!(listed["facts"], sum);
    }
    let entries: usize = store().sources().map(BTreeMap::len).sum();
    assert_eq!(keys.values().map(BTreeSet::len).sum::<usize>(), entries);
    let unique: BTreeSet<_> = store()
        .sources()
        .flat_map(BTreeMap::values)
        .map(|it| (&it.title, &it.publisher, &it.url))
        .collect();
    assert_eq!(list.len(), unique.len());
    // A point of two sources counts for both.
    for indicator in &store().indicators {
        let points = indicator.series.iter().flat_map(|series| {
            let of = move |it| series.sources_of(it).len();
            series.points.iter().map(of)
        });
        let file = format!("indicators/{}.json", indicator.id);
        let counted = facts[&(file, "series".to_owned())];
        assert_eq!(counted, points.sum::<usize>() as u64, "{}", indicator.id);
    }
    let sumedang = ("cities/sumedang.json".to_owned(), "projects".to_owned());
    let city = store()
        .cities
        .iter()
        .find(|it| it.id == "sumedang")
        .unwrap();
    let expected: usize = city.projects.iter().map(|it| it.sources.len()).sum();
    assert_eq!(facts[&sumedang], expected as u64);
}

#[test]
fn the_archive_holds_every_file_and_is_the_same_each_time() {
    let one = archive::archive(files()).unwrap();
    assert!(one == archive::archive(files()).unwrap());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&one)).unwrap();
    assert_eq!(zip.len(), files().len() + 1);
    for (name, content) in files() {
        let mut file = zip.by_name(&format!("ascn-atlas-data/{name}")).unwrap();
        let mut read = Vec::new();
        file.read_to_end(&mut read).unwrap();
        assert!(read == *content, "{name}");
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()));
    }
    let licence = zip.by_name("ascn-atlas-data/LICENSE-DATA.md").unwrap();
    assert!(licence.size() > 100);
}

#[test]
fn the_newest_change_counts_what_is_there() {
    let changes = changes::read(&data()).unwrap();
    let newest = changes.first().unwrap();
    assert_eq!(
        newest.counts,
        changes::Counts::of(store()),
        "who adds data adds an entry to public/data/changes.json"
    );
    let first = changes.last().unwrap();
    assert_eq!(first.date.to_string(), "2026-11-23");
    assert_eq!((first.counts.cities, first.counts.points), (38, 19_794));
}

#[test]
fn every_indicator_and_city_has_a_picture_in_both_languages() {
    let pictures = pictures::pictures(store(), pages()).unwrap();
    assert_eq!(pictures.len(), 2 * (109 + 38));
    let fonts = resvg::usvg::Options::default();
    for (name, svg) in &pictures {
        assert!(resvg::usvg::Tree::from_str(svg, &fonts).is_ok(), "{name}");
        assert!(svg.contains("ASCN Atlas, data"), "{name}");
    }
    for page in pages() {
        let name = format!("indicators/{}.en", page.indicator.id);
        let svg = &pictures.iter().find(|it| it.0 == name).unwrap().1;
        let is_other = |it: &ascn_atlas::model::Series| !page.default_places.contains(&it.place);
        let others = page.indicator.series.iter().any(is_other);
        assert_eq!(svg.contains("Thin grey lines"), others, "{name}");
    }
}

/// Every letter in a picture is in the fonts, so that nowhere a box is drawn in its place.
#[test]
fn the_fonts_have_every_letter() {
    let fonts: Vec<Vec<u8>> = ["Regular", "Italic", "SemiBold"]
        .iter()
        .map(|it| {
            let file = format!("fonts/Arimo-{it}.ttf");
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
        })
        .collect();
    let mut database = resvg::usvg::fontdb::Database::new();
    for font in fonts {
        database.load_font_data(font);
    }
    let ids: Vec<_> = database.faces().map(|it| it.id).collect();
    assert_eq!(ids.len(), 3);
    let mut letters = BTreeSet::new();
    for (_, svg) in pictures::pictures(store(), pages()).unwrap() {
        for text in svg.split("<text ").skip(1) {
            let text = text.split_once('>').unwrap().1;
            letters.extend(text.split_once("</text>").unwrap().0.chars());
        }
    }
    // Ties, but draws nothing.
    letters.remove(&'\u{a0}');
    for id in ids {
        database.with_face_data(id, |bytes, index| {
            let font = skrifa::FontRef::from_index(bytes, index).unwrap();
            for letter in &letters {
                assert!(font.charmap().map(*letter).is_some(), "{letter:?}");
            }
        });
    }
}

#[test]
fn a_png_is_small_has_a_palette_and_shows_the_text() {
    let painter = Painter::new().unwrap();
    let pictures = pictures::pictures(store(), pages()).unwrap();
    // The longest in words, the longest in lines, and a plain one.
    for name in [
        "cities/sumedang.id",
        "indicators/egdi-rank.en",
        "indicators/gini.id",
    ] {
        let svg = &pictures.iter().find(|it| it.0 == name).unwrap().1;
        let file = painter.png(svg).unwrap();
        assert!(file.len() <= 30_000, "{name}: {}", file.len());
        assert!(file == painter.png(svg).unwrap());
        let decoder = png::Decoder::new(std::io::Cursor::new(&file));
        let mut reader = decoder.read_info().unwrap();
        let info = reader.info();
        assert_eq!(info.color_type, png::ColorType::Indexed);
        assert!(info.width >= 672);
        let palette = info.palette.clone().unwrap().into_owned();
        assert_eq!(&palette[..3], [255, 255, 255]);
        // The first series is in its own colour, or nearly.
        let blue = palette
            .chunks(3)
            .any(|it| it[0] < 60 && it[1] < 60 && it[2] > 120);
        assert!(blue, "{name}: {palette:?}");
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        // Ink in the foot, where only text stands.
        let foot = &pixels[pixels.len() * 93 / 100..];
        let ink = foot.iter().filter(|it| **it != 0).count();
        assert!(ink > foot.len() / 50, "{name}: {ink} of {}", foot.len());
    }
    assert!(painter.png("<p>").is_err());
}
