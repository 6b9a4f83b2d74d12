//! The description of the published set as a Frictionless Data Package (version 1 of the standard),
//! `data/datapackage.json`.
//!
//! A licence is said as its publisher says it. Where none is stated, the resource says so
//! (`notspecified`, the identifier of the Open Definition for it); where the words are not those of a
//! known licence, the path is that of the source, whose terms hold.

use serde_json::{json, Map, Value};
use sha2::{Digest, Sha256};

use super::Published;
use crate::export::csv::COLUMNS;
use crate::host::store::Store;
use crate::host::{Error, Result};
use crate::model::cut::IndicatorPage;
use crate::model::{Source, Sources};

/// The licence of what the atlas itself adds to the figures.
pub const OWN_LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
/// What the whole set is about.
pub const KEYWORDS: [&str; 5] = ["ASEAN", "smart cities", "ASCN", "indicators", "open data"];

/// Licences that statements begin with: words, identifier and address.
const KNOWN: [(&str, &str, &str); 2] = [
    (
        "CC BY 4.0",
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "CC BY 3.0 IGO",
        "CC-BY-3.0-IGO",
        "https://creativecommons.org/licenses/by/3.0/igo/",
    ),
];

/// The description of `files`, among them tables of `pages`.
///
/// # Errors
///
/// When the data set has no sources and so no date.
pub fn package(store: &Store, pages: &[IndicatorPage], files: &[Published]) -> Result<Value> {
    let date = store
        .data_date()
        .ok_or_else(|| Error::Cut("the data set has no sources".to_owned()))?
        .to_string();
    let resources: Vec<Value> = files.iter().map(|it| resource(store, pages, it)).collect();
    Ok(json!({
        "profile": "data-package",
        "name": "ascn-atlas-data",
        "title": "ASCN Atlas: data on the ASEAN Smart Cities Network",
        "description": "Cities, projects, office holders, partner programmes and indicators of the \
            ASEAN Smart Cities Network, each fact with its sources. What is unknown is left out.",
        "version": date.replace('-', "."),
        "created": format!("{date}T00:00:00Z"),
        "keywords": KEYWORDS,
        "licenses": [{
            "name": "CC-BY-4.0",
            "path": OWN_LICENCE,
            "title": "CC BY 4.0 for the arrangement, descriptions and translations of ASCN Atlas; \
                for the figures the terms of each source, named with each resource",
        }],
        "resources": resources,
    }))
}

/// The description of one file.
fn resource(store: &Store, pages: &[IndicatorPage], (path, content): &Published) -> Value {
    let about = about(store, pages, path);
    let extension = path.rsplit('.').next().unwrap_or_default();
    let format = if path.ends_with(".schema.json") || extension == "topojson" {
        "json"
    } else {
        extension
    };
    let mut resource = Map::new();
    let mut put = |name: &str, value: Value| {
        resource.insert(name.to_owned(), value);
    };
    put("name", name(path).into());
    put("path", path.as_str().into());
    put("title", about.title.into());
    put("format", format.into());
    put(
        "mediatype",
        match extension {
            "csv" => "text/csv",
            _ => "application/json",
        }
        .into(),
    );
    put("encoding", "utf-8".into());
    put("bytes", content.len().into());
    put(
        "hash",
        format!("sha256:{:x}", Sha256::digest(content)).into(),
    );
    if extension == "csv" {
        put("profile", "tabular-data-resource".into());
        put(
            "dialect",
            json!({ "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
                "doubleQuote": true, "header": true, "csvddfVersion": 1.2 }),
        );
        put("schema", schema());
    } else {
        put("profile", "data-resource".into());
    }
    if let Some(sources) = about.sources {
        put("sources", sources.values().map(source).collect());
        put("licenses", licences(sources).into());
    }
    Value::Object(resource)
}

/// A path as a name: small letters, digits and hyphens.
fn name(path: &str) -> String {
    path.chars()
        .map(|it| match it {
            'a'..='z' | '0'..='9' => it,
            _ => '-',
        })
        .collect()
}

/// What a file is, and the sources of what it holds.
struct About<'a> {
    title: String,
    sources: Option<&'a Sources>,
}

fn about<'a>(store: &'a Store, pages: &'a [IndicatorPage], path: &str) -> About<'a> {
    let stem = path.rsplit('/').next().unwrap_or(path);
    let stem = stem.split_once('.').map_or(stem, |(stem, _)| stem);
    let city = || store.cities.iter().find(|it| it.id == stem);
    let indicator = || store.indicators.iter().find(|it| it.id == stem);
    let page = || {
        pages
            .iter()
            .map(|it| &it.indicator)
            .find(|it| it.id == stem)
    };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (title, sources) = match (folder, stem) {
        ("cities", _) => (
            city().map(|it| it.name.en.clone()),
            city().map(|it| &it.sources),
        ),
        ("csv/cities", _) => (
            city().map(|it| format!("{}: the city’s own figures as a table", it.name.en)),
            city().map(|it| &it.sources),
        ),
        ("indicators", _) => (
            indicator().map(|it| it.name.en.clone()),
            indicator().map(|it| &it.sources),
        ),
        ("csv", _) => (
            page().map(|it| format!("{}: every value as a table", it.name.en)),
            page().map(|it| &it.sources),
        ),
        ("schema", _) => (Some(format!("JSON Schema of {stem} files")), None),
        ("geo", "city-points") => (
            Some("Points of the cities".to_owned()),
            Some(&store.city_points.sources),
        ),
        ("geo", "sources") => (
            Some("What the outlines hold and where they come from".to_owned()),
            Some(&store.geo_sources.sources),
        ),
        ("geo", _) => (
            Some(format!("Outlines of lands, {stem}")),
            Some(&store.geo_sources.sources),
        ),
        ("", "programs") => (
            Some("Partner programmes".to_owned()),
            Some(&store.programs.sources),
        ),
        ("", "network") => (Some("The network".to_owned()), Some(&store.network.sources)),
        ("", "sources") => (Some("Every source and what it supports".to_owned()), None),
        ("", "changes") => (Some("Changes by date".to_owned()), None),
        ("", "stories") => (Some("Stories of the front page".to_owned()), None),
        _ => (None, None),
    };
    About {
        title: title.unwrap_or_else(|| path.to_owned()),
        sources,
    }
}

fn source(source: &Source) -> Value {
    let mut value = json!({ "title": format!("{}: {}", source.publisher, source.title) });
    if let (Some(url), Some(fields)) = (&source.url, value.as_object_mut()) {
        fields.insert("path".to_owned(), url.as_str().into());
    }
    value
}

/// What the publishers state, each once, in order of the sources' keys.
fn licences(sources: &Sources) -> Vec<Value> {
    let mut licences = Vec::new();
    for source in sources.values() {
        let licence = licence(source);
        if !licences.contains(&licence) {
            licences.push(licence);
        }
    }
    licences
}

fn licence(source: &Source) -> Value {
    let Some(stated) = &source.licence else {
        return json!({ "name": "notspecified", "title": "not stated" });
    };
    match (known(stated), &source.url) {
        (Some((_, name, path)), _) => json!({ "name": name, "path": path, "title": stated }),
        (None, Some(url)) => json!({ "path": url, "title": stated }),
        (None, None) => json!({ "name": "notspecified", "title": stated }),
    }
}

/// Words, identifier and address of the licence that a statement names.
fn known(stated: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    // A statement of several terms is no single licence.
    let mut all = KNOWN.iter();
    all.find(|(words, ..)| stated.starts_with(words) && !stated.contains(';'))
}

/// The address of the licence of a source, where its publisher states a known one.
#[must_use]
pub fn known_licence(source: &Source) -> Option<&'static str> {
    let stated = source.licence.as_deref()?;
    known(stated).map(|(_, _, address)| *address)
}

/// The schema of every table of values.
fn schema() -> Value {
    let field = |name: &&str| {
        let (kind, about, needed) = match *name {
            "indicator" => ("string", "Identifier of the indicator", true),
            "place" => (
                "string",
                "City slug or ISO 3166-1 alpha-3 code of a member state",
                true,
            ),
            "place_name" => ("string", "Name of the place in English", true),
            "series" => (
                "string",
                "What tells the series from others of the same place, or the area it describes",
                false,
            ),
            "year" => ("integer", "Calendar year", true),
            "value" => ("number", "Value with the digits that were published", true),
            "unit" => ("string", "Unit of the value", true),
            "projected" => ("boolean", "Whether the value is a projection", true),
            "source_titles" => ("string", "Titles of its sources, parted by “ | ”", true),
            "source_publishers" => ("string", "Their publishers, in the same order", true),
            "source_urls" => (
                "string",
                "Their addresses; empty where none is known",
                false,
            ),
            "source_accessed" => ("string", "Days on which they were read", true),
            _ => (
                "string",
                "Licences as their publishers state them, or “not stated”",
                true,
            ),
        };
        let mut field = json!({ "name": name, "type": kind, "description": about });
        if let Some(fields) = field.as_object_mut() {
            if kind == "boolean" {
                fields.insert("trueValues".to_owned(), json!(["yes"]));
                fields.insert("falseValues".to_owned(), json!(["no"]));
            }
            if needed {
                fields.insert("constraints".to_owned(), json!({ "required": true }));
            }
        }
        field
    };
    json!({
        "fields": COLUMNS.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    })
}
