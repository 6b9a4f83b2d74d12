//! Pictures: the figures of the site as files at stable addresses.
//!
//! ```text
//! img/indicators/<id>.<lang>.svg   an indicator of many places
//! img/cities/<slug>.<lang>.svg     the first figures of a city's page
//! ```
//!
//! and the same names with `.png`. They are drawn by the functions that draw the page.

pub mod png;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::publish::{put, tables::place_name};
use super::store::Store;
use super::{cut, Error, Result};
use crate::chart::{from_indicator, from_indicator_of_places, Size};
use crate::export::picture::{picture, Caption};
use crate::model::{Indicator, Lang, PartialDate, Series};

/// Figures in the picture of a city.
const CITY_FIGURES: usize = 2;
/// Places in the picture of an indicator of cities: as many as the palette has colours.
const MOST_PLACES: usize = 8;

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

/// Every picture, in order of kind, identifier and language.
///
/// # Errors
///
/// When the files of the data set contradict one another.
pub fn pictures(store: &Store) -> Result<Vec<Picture>> {
    let date = store
        .data_date()
        .ok_or_else(|| Error::Cut("the data set has no sources".to_owned()))?;
    let mut pictures = Vec::new();
    for indicator in &store.indicators {
        for lang in Lang::ALL {
            let name = format!("indicators/{}.{}", indicator.id, lang.tag());
            pictures.push((name, of_indicator(store, indicator, date, lang)));
        }
    }
    for city in &store.cities {
        let page = cut::city_page(store, city)?;
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
                pictures.push((name, picture(&figures, &caption)));
            }
        }
    }
    Ok(pictures)
}

fn of_indicator(store: &Store, indicator: &Indicator, date: PartialDate, lang: Lang) -> String {
    let name_of = |place: &str| {
        let found = indicator.series.iter().find(|it| it.place == place);
        found.map_or("", |it| place_name(store, &it.place, lang))
    };
    let shown = default_places(indicator);
    let figure = from_indicator_of_places(&shown, &name_of, lang, Size::WIDE, &indicator.id);
    let description = indicator
        .description
        .iter()
        .map(|it| it.get(lang).to_owned());
    let (some, all) = (shown.series.len(), indicator.series.len());
    let part = (some < all).then(|| match lang {
        Lang::En => format!("{some} of {all} series are shown: those with most values."),
        Lang::Id => {
            format!("{some} dari {all} deret data ditampilkan: yang nilainya paling banyak.")
        }
    });
    let notes: Vec<String> = description.chain(part).collect();
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

/// The indicator with the series that a picture shows: those of all member states; of cities the
/// eight with most values, in the order of the file.
#[must_use]
pub fn default_places(indicator: &Indicator) -> Indicator {
    let mut shown = indicator.clone();
    // Eleven member states fit: eight in colours, the rest in grey.
    if indicator.level != Some(crate::model::Level::Country) {
        let mut counts: Vec<usize> = shown.series.iter().map(|it| it.points.len()).collect();
        counts.sort_unstable_by(|one, two| two.cmp(one));
        let least = counts.get(MOST_PLACES - 1).copied().unwrap_or_default();
        let more = counts.iter().filter(|it| **it > least).count();
        // Of those with as many values as the last one that fits, the first in the file.
        let mut room = MOST_PLACES.saturating_sub(more);
        shown.series.retain(|it: &Series| {
            let equal = it.points.len() == least && room > 0;
            room -= usize::from(equal);
            it.points.len() > least || equal
        });
    }
    shown
}

/// Writes every picture below `out/img/` as SVG, and as PNG when `with_png`, on all cores.
///
/// # Errors
///
/// When a picture cannot be drawn or written.
pub fn write(store: &Store, out: &Path, with_png: bool) -> Result<Report> {
    let pictures = pictures(store)?;
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
        let next = AtomicUsize::new(0);
        let sizes = Mutex::new(Vec::new());
        let work = || {
            while let Some((name, svg)) = pictures.get(next.fetch_add(1, Ordering::Relaxed)) {
                let drawn = painter.png(svg).and_then(|png| {
                    put(&root.join(format!("{name}.png")), &png)?;
                    Ok(png.len())
                });
                let mut sizes = sizes.lock().unwrap_or_else(PoisonError::into_inner);
                sizes.push(drawn);
            }
        };
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
        });
        for size in sizes.into_inner().unwrap_or_else(PoisonError::into_inner) {
            report.largest = report.largest.max(size?);
            report.png += 1;
        }
    }
    Ok(report)
}
