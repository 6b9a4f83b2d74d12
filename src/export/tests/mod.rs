//! Tests of exports over the whole data set: what is written reads back as what was published.

mod pictures;
mod style;
mod values;

use std::fs;
use std::path::{Path, PathBuf};

use super::Head;
use crate::model::{City, Indicator, Lang, Sources};

fn read<T: serde::de::DeserializeOwned>(folder: &str) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|it| serde_json::from_str(&fs::read_to_string(it).unwrap()).unwrap())
        .collect()
}

/// Every indicator with its sources: those of many places, then those of each city.
fn indicators() -> Vec<(Indicator, Sources)> {
    let shared = read::<Indicator>("public/data/indicators");
    let own = read::<City>("public/data/cities").into_iter();
    let own = own.flat_map(|city| {
        let sources = city.sources;
        city.indicators
            .into_iter()
            .map(move |it| (it, sources.clone()))
    });
    shared
        .into_iter()
        .map(|it| (it.clone(), it.sources))
        .chain(own)
        .collect()
}

fn head(sources: &Sources, lang: Lang) -> Head<'_> {
    Head {
        address: "https://example.org/en/indicators/x/?a=1&b=2",
        data_date: "2026-11-23".parse().unwrap(),
        lang,
        sources,
    }
}
