//! The heads of pages: each says what its page is, in bounds, once, and in data that others can read.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ascn_atlas::host::build;
use ascn_atlas::host::head::describe::{LEAST, MOST};
use ascn_atlas::host::head::Root;
use ascn_atlas::host::pictures::png::Painter;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{cut_indicators, gather, preview};
use serde_json::Value;

const URL: &str = "https://example.org/atlas/";

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// Every page by its path below the root, of a site that was told its address and of one that was not.
fn sites() -> &'static [BTreeMap<String, String>; 2] {
    static SITES: OnceLock<[BTreeMap<String, String>; 2]> = OnceLock::new();
    SITES.get_or_init(|| {
        [Some(Root::parse(URL).unwrap()), None].map(|root| {
            let name = format!("atlas-head-{}-{}", std::process::id(), root.is_some());
            let out = std::env::temp_dir().join(name);
            fs::create_dir_all(&out).unwrap();
            fs::write(
                out.join("index.html"),
                "<html><head><meta charset=utf-8><title>ASCN Atlas</title>\
                 <meta name=\"atlas-data\" content=\"\"><meta name=\"atlas-day\" content=\"\"></head><body><h1>ASCN Atlas</h1></body>",
            )
            .unwrap();
            build::build(&data(), &out, root.as_ref()).unwrap();
            let mut files = BTreeMap::new();
            let mut folders = vec![out.clone()];
            while let Some(folder) = folders.pop() {
                for entry in fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    let name = path.strip_prefix(&out).unwrap();
                    let name = name.to_str().unwrap().to_owned();
                    if path.is_dir() && !name.starts_with("app") {
                        folders.push(path);
                    } else if ["html", "xml", "txt"].iter().any(|it| name.ends_with(it)) {
                        files.insert(name, fs::read_to_string(path).unwrap());
                    }
                }
            }
            fs::remove_dir_all(out).unwrap();
            files
        })
    })
}

/// The pages of a language with a head of their own.
fn pages<'a>(
    site: &'a BTreeMap<String, String>,
    lang: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let own = move |(name, _): &(&String, &String)| {
        name.starts_with(&format!("{lang}/")) && name.ends_with("index.html")
    };
    site.iter()
        .filter(own)
        .map(|(name, html)| (name.as_str(), html.as_str()))
}

/// What stands between two marks, with its escapes resolved.
fn between<'a>(html: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

fn plain(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn linked(html: &str) -> Value {
    let json = between(html, "<script type=\"application/ld+json\">", "</script>");
    serde_json::from_str(json.expect("no linked data")).unwrap()
}

/// The node of a type in the graph of a page.
fn node(html: &str, kind: &str) -> Option<Value> {
    let linked = linked(html);
    let graph = linked.get("@graph")?.as_array()?.clone();
    graph.into_iter().find(|it| it["@type"] == kind)
}

#[test]
fn descriptions_keep_their_bounds_and_no_two_are_alike() {
    let [told, _] = sites();
    for lang in ["en", "id"] {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut count = 0;
        for (name, html) in pages(told, lang) {
            let said = between(html, "<meta name=\"description\" content=\"", "\"");
            let said = plain(said.unwrap_or_else(|| panic!("{name}: no description")));
            let length = said.chars().count();
            assert!((LEAST..=MOST).contains(&length), "{name}: {length}: {said}");
            assert!(
                !said.contains("{}") && !said.contains("  "),
                "{name}: {said}"
            );
            assert_eq!(html.matches("name=\"description\"").count(), 1, "{name}");
            if let Some(other) = seen.insert(said.clone(), name) {
                panic!("{name} and {other}: {said}");
            }
            count += 1;
        }
        assert!(count > 500, "{count} pages in {lang}");
    }
}

#[test]
fn every_page_says_what_chats_and_search_engines_need() {
    let [told, bare] = sites();
    for lang in ["en", "id"] {
        for (name, html) in pages(told, lang) {
            let path = name.strip_suffix("index.html").unwrap();
            let rest = path.get(3..).unwrap();
            let own = format!("{URL}{path}");
            for part in [
                format!("<link rel=\"canonical\" href=\"{own}\"/>"),
                format!("<link rel=\"alternate\" hreflang=\"id\" href=\"{URL}id/{rest}\"/>"),
                format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{URL}en/{rest}\"/>"),
                "hreflang=\"x-default\"".to_owned(),
                format!("<meta property=\"og:url\" content=\"{own}\"/>"),
                "<meta property=\"og:title\"".to_owned(),
                "<meta property=\"og:description\"".to_owned(),
                "<meta property=\"og:type\" content=\"website\"/>".to_owned(),
                format!("<html lang=\"{lang}\""),
            ] {
                assert_eq!(html.matches(&part).count(), 1, "{name}: {part}");
            }
            assert_eq!(html.contains("noindex"), rest == "search/", "{name}");
        }
        for (name, html) in pages(bare, lang) {
            let path = name.strip_suffix("index.html").unwrap();
            assert!(
                html.contains(&format!("rel=\"canonical\" href=\"{path}\"")),
                "{name}"
            );
            let absent = ["og:url", "og:image", "twitter:image", "example.org"];
            assert!(absent.iter().all(|it| !html.contains(it)), "{name}");
        }
    }
    assert!(bare["404.html"].contains("content=\"noindex\""));
    assert!(!bare.contains_key("sitemap.xml") && !bare["robots.txt"].contains("Sitemap"));
    assert!(told["robots.txt"].contains(&format!("Sitemap: {URL}sitemap.xml")));
}

#[test]
fn linked_data_have_what_their_kind_must_have() {
    let [told, _] = sites();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for lang in ["en", "id"] {
        for (name, html) in pages(told, lang) {
            let data = linked(html);
            assert_eq!(data["@context"], "https://schema.org", "{name}");
            let graph = data["@graph"].as_array().unwrap();
            let ids: BTreeSet<&str> = graph.iter().filter_map(|it| it["@id"].as_str()).collect();
            assert_eq!(
                ids.len(),
                graph.len(),
                "{name}: each thing has its own identifier"
            );
            for it in graph {
                let kind = it["@type"].as_str().unwrap();
                *kinds.entry(kind.to_owned()).or_default() += 1;
                let needed: &[&str] = match kind {
                    "WebPage" => &["name", "description", "url", "inLanguage", "dateModified"],
                    "WebSite" => &["name", "url", "potentialAction"],
                    "BreadcrumbList" => &["itemListElement"],
                    "City" => &["name", "geo", "containedInPlace", "sameAs"],
                    "Country" | "Organization" => &["name"],
                    "Dataset" => &[
                        "name",
                        "description",
                        "license",
                        "creator",
                        "publisher",
                        "temporalCoverage",
                        "spatialCoverage",
                        "distribution",
                    ],
                    "Event" => &["name", "startDate", "location", "eventStatus", "organizer"],
                    "Project" => &["name", "description", "url"],
                    other => panic!("{name}: {other}"),
                };
                for field in needed {
                    let empty = match &it[*field] {
                        Value::Null => true,
                        Value::String(text) => text.is_empty(),
                        Value::Array(list) => list.is_empty(),
                        _ => false,
                    };
                    assert!(!empty, "{name}: {kind} without {field}");
                }
                if kind == "Dataset" {
                    let length = it["description"].as_str().unwrap().chars().count();
                    assert!((50..=5000).contains(&length), "{name}: {length}");
                }
            }
            let way = node(html, "BreadcrumbList");
            assert_eq!(way.is_none(), name.len() == "en/index.html".len(), "{name}");
            if let Some(way) = way {
                let steps = way["itemListElement"].as_array().unwrap();
                let last = steps.last().unwrap();
                assert_eq!(last["position"], steps.len(), "{name}");
                assert_eq!(
                    format!("{}index.html", last["item"].as_str().unwrap()),
                    format!("{URL}{name}")
                );
                for step in steps {
                    let path = step["item"].as_str().unwrap().strip_prefix(URL).unwrap();
                    assert!(
                        told.contains_key(&format!("{path}index.html")),
                        "{name}: {path}"
                    );
                }
            }
        }
    }
    assert_eq!(kinds["City"], 2 * 38);
    assert!(
        kinds["Dataset"] > 200 && kinds["Event"] >= 2 * 12 && kinds["Project"] > 600,
        "{kinds:?}"
    );
}

#[test]
fn data_that_linked_data_name_are_published() {
    let [_, bare] = sites();
    for (name, html) in pages(bare, "en") {
        let Some(set) = node(html, "Dataset").filter(|_| name.contains("indicators/")) else {
            continue;
        };
        for file in set["distribution"].as_array().unwrap() {
            let path = file["contentUrl"].as_str().unwrap();
            let id = name.split('/').nth(2).unwrap();
            let expected = [
                format!("data/csv/{id}.csv"),
                format!("data/indicators/{id}.json"),
            ];
            assert!(expected.iter().any(|it| it == path), "{name}: {path}");
            if path.ends_with("json") {
                let file = data().join(path.strip_prefix("data/").unwrap());
                assert!(file.exists(), "{name}: {path}");
            }
        }
    }
}

#[test]
fn cards_are_small_and_of_their_size_and_every_page_has_one() {
    let store = Store::read(&data()).unwrap();
    let pages = cut_indicators::pages(&gather::gather(&store).unwrap()).unwrap();
    let cards = preview::cards(&store, &pages).unwrap();
    let drawn: BTreeSet<String> = cards
        .iter()
        .map(|(name, _)| format!("{name}.png"))
        .collect();
    assert_eq!(drawn.len(), cards.len());
    let [told, _] = sites();
    let mut named = BTreeSet::new();
    for (name, html) in told.iter().filter(|(name, _)| name.ends_with("index.html")) {
        let image = between(html, "<meta property=\"og:image\" content=\"", "\"");
        let image = image.unwrap_or_else(|| panic!("{name}: no picture"));
        named.insert(image.strip_prefix(URL).unwrap().to_owned());
        assert_eq!(html.matches("og:image:alt").count(), 1, "{name}");
    }
    assert_eq!(named, drawn);
    let painter = Painter::new().unwrap();
    for name in [
        "home",
        "countries/IDN",
        "cities/sumedang",
        "cities/bandar-seri-begawan",
    ] {
        for lang in ["en", "id"] {
            let name = format!("img/preview/{lang}/{name}");
            let (_, svg) = cards.iter().find(|it| it.0 == name).unwrap();
            let png = painter.exact(svg);
            let png = png.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(png.len() <= 30_000, "{name}: {}", png.len());
            // The head of a PNG file says its width and height.
            assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "{name}");
        }
    }
}

#[test]
fn the_sitemap_names_every_listed_page_once() {
    let [told, _] = sites();
    let xml = &told["sitemap.xml"];
    let named: Vec<&str> = xml
        .split("<loc>")
        .skip(1)
        .map(|it| it.split_once("</loc>").unwrap().0)
        .collect();
    let expected: BTreeSet<String> = ["en", "id"]
        .iter()
        .flat_map(|lang| pages(told, lang))
        .map(|(name, _)| format!("{URL}{}", name.strip_suffix("index.html").unwrap()))
        .filter(|it| !it.ends_with("/search/"))
        .collect();
    assert_eq!(named.len(), expected.len());
    assert_eq!(
        named
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<BTreeSet<_>>(),
        expected
    );
    assert_eq!(xml.matches("<lastmod>20").count(), named.len());
}
