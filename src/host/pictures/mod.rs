//! Pictures: the figures of the site as files at stable addresses.
//!
//! ```text
//! img/indicators/<id>.<lang>.svg   what an indicator's page shows at first
//! img/cities/<slug>.<lang>.svg     the first figures of a city's page
//! ```
//!
//! and the same names with `.png`. They are drawn by the functions that draw the page.

mod cache;
mod lean;
pub mod png;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{self, AtomicUsize};
use std::sync::{Mutex, PoisonError};

use self::lean::lean;
use super::finder::Finder;
use super::publish::put;
use super::publish::tables::{names_of_cities, place_name};
use super::store::Store;
use super::{cut, Error, Result};
use crate::chart::{
    from_indicator, lines_of_places, slots, Choice, Figure, LineView, PlacesSpec, Size,
};
use crate::export::picture::{picture, Caption};
use crate::model::cut::IndicatorPage;
use crate::model::{Lang, PartialDate, Series};

/// Figures in the picture of a city.
const CITY_FIGURES: usize = 2;

/// A picture as SVG: its name below `img/` without extension, and its text.
pub type Picture = (String, String);

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of SVG files.
    pub svg: usize,
    /// Number of PNG files.
    pub png: usize,
    /// Bytes of the largest PNG file.
    pub largest: usize,
}

/// Every picture, with one of each indicator of `pages`, in order of kind, identifier and language.
///
/// # Errors
///
/// When the files of the data set contradict one another.
pub fn pictures(store: &Store, pages: &[IndicatorPage]) -> Result<Vec<Picture>> {
    let date = store
        .data_date()
        .ok_or_else(|| Error::Cut("the data set has no sources".to_owned()))?;
    let mut pictures = Vec::new();
    for page in pages {
        for lang in Lang::ALL {
            let name = format!("indicators/{}.{}", page.indicator.id, lang.tag());
            pictures.push((name, lean(&of_indicator(store, page, date, lang))));
        }
    }
    let found = Finder::new(store);
    for city in &store.cities {
        let page = cut::city_page(&found, city)?;
        for lang in Lang::ALL {
            let place = page.city.name.get(lang);
            let figures: Vec<_> = page
                .city
                .indicators
                .iter()
                .take(CITY_FIGURES)
                .map(|it| from_indicator(it, place, lang, Size::WIDE, &it.id))
                .collect();
            let caption = Caption {
                title: place,
                notes: &[],
                address: "",
                data_date: date,
                lang,
                sources: &page.city.sources,
            };
            if !figures.is_empty() {
                let name = format!("cities/{}.{}", city.id, lang.tag());
                pictures.push((name, lean(&picture(&figures, &caption))));
            }
        }
    }
    Ok(pictures)
}

/// The chart that the page shows at first.
pub(super) fn figure_of(store: &Store, page: &IndicatorPage, lang: Lang, size: Size) -> Figure {
    let indicator = &page.indicator;
    let cities = names_of_cities(store, lang);
    let names: HashMap<&str, &str> = indicator
        .series
        .iter()
        .map(|it| {
            let known = cities.get(it.place.as_str()).copied();
            let name = known.unwrap_or_else(|| place_name(store, &it.place, lang));
            (it.place.as_str(), name)
        })
        .collect();
    let name_of = |place: &str| names.get(place).copied().unwrap_or_default();
    let chosen: Vec<&str> = page.default_places.iter().map(String::as_str).collect();
    let choice = Choice {
        places: &slots(&chosen),
        years: None,
    };
    let spec = PlacesSpec::of(indicator, &name_of, &choice, lang, size, &indicator.id);
    lines_of_places(&spec, &LineView::default())
}

/// The picture of an indicator: the chart that its page shows at first.
fn of_indicator(store: &Store, page: &IndicatorPage, date: PartialDate, lang: Lang) -> String {
    let indicator = &page.indicator;
    let figure = figure_of(store, page, lang, Size::WIDE);
    let mut notes: Vec<String> = Vec::new();
    notes.extend(
        indicator
            .description
            .iter()
            .map(|it| it.get(lang).to_owned()),
    );
    let is_other = |it: &Series| !page.default_places.contains(&it.place);
    if indicator.series.iter().any(is_other) {
        notes.push(
            match lang {
                Lang::En => "Thin grey lines are the other places; their values are in the table.",
                Lang::Id => "Garis abu-abu tipis adalah tempat lain; nilainya ada di tabel.",
            }
            .to_owned(),
        );
    }
    let caption = Caption {
        title: "",
        notes: &notes,
        address: "",
        data_date: date,
        lang,
        sources: &indicator.sources,
    };
    picture(&[figure], &caption)
}

/// Writes every picture below `out/img/` as SVG, and as PNG when `with_png`, on all cores.
///
/// # Errors
///
/// When a picture cannot be drawn or written.
pub fn write(store: &Store, pages: &[IndicatorPage], out: &Path, with_png: bool) -> Result<Report> {
    let pictures = pictures(store, pages)?;
    let root = out.join("img");
    for (name, svg) in &pictures {
        put(&root.join(format!("{name}.svg")), svg.as_bytes())?;
    }
    let mut report = Report {
        svg: pictures.len(),
        ..Report::default()
    };
    if with_png {
        let painter = png::Painter::new()?;
        let sizes = draw(&pictures, &root, &|svg| painter.png(svg))?;
        report.png = sizes.len();
        report.largest = sizes.into_iter().max().unwrap_or(0);
    }
    Ok(report)
}

/// Draws `pictures` by `paint` as PNG files below `root`, on all cores; what was drawn before is taken
/// from the cache. Gives their sizes in bytes, in no order.
///
/// # Errors
///
/// When a picture cannot be drawn or written.
pub(super) fn draw(
    pictures: &[Picture],
    root: &Path,
    paint: &(dyn Fn(&str) -> Result<Vec<u8>> + Sync),
) -> Result<Vec<usize>> {
    let cache = cache::Cache::open(Path::new("target"));
    let next = AtomicUsize::new(0);
    let sizes = Mutex::new(Vec::new());
    let work = || {
        while let Some((name, svg)) = pictures.get(next.fetch_add(1, atomic::Ordering::Relaxed)) {
            let drawn = cache.get(svg, || paint(svg)).and_then(|png| {
                put(&root.join(format!("{name}.png")), &png)?;
                Ok(png.len())
            });
            let drawn = drawn.map_err(|error| Error::Cut(format!("{name}: {error}")));
            let mut sizes = sizes.lock().unwrap_or_else(PoisonError::into_inner);
            sizes.push(drawn);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let sizes = sizes.into_inner().unwrap_or_else(PoisonError::into_inner);
    sizes.into_iter().collect()
}
