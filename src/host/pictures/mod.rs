//! Pictures: the figures of the site as files at stable addresses.
//!
//! ```text
//! img/indicators/<id>.<lang>.svg   an indicator of many places
//! img/cities/<slug>.<lang>.svg     the first figures of a city's page
//! ```
//!
//! and the same names with `.png`. They are drawn by the functions that draw the page.

pub mod png;

use std::cmp::Ordering;
use std::path::Path;
use std::sync::atomic::{self, AtomicUsize};
use std::sync::{Mutex, PoisonError};

use super::publish::{put, tables::place_name};
use super::store::Store;
use super::{cut, Error, Result};
use crate::chart::{from_indicator, from_indicator_of_places, Size};
use crate::export::picture::{picture, Caption};
use crate::model::{Indicator, Lang, Level, PartialDate, Point, Series};

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
        Lang::En => format!("{some} of {all} series are shown: those with most values, of these the highest."),
        Lang::Id => {
            format!("{some} dari {all} deret data ditampilkan: yang datanya paling banyak, di antaranya yang tertinggi.")
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
/// eight with most values, and of those with as many the ones with the highest latest measured value.
/// They keep the order of the file.
#[must_use]
pub fn default_places(indicator: &Indicator) -> Indicator {
    let mut shown = indicator.clone();
    // Eleven member states fit: eight in colours, the rest in grey.
    if indicator.level == Some(Level::Country) {
        return shown;
    }
    let measured = |it: &&Point| indicator.projection_from.is_none_or(|from| it.year < from);
    let latest = |it: &Series| {
        let last = it.points.iter().rfind(measured);
        last.map_or(f64::NEG_INFINITY, |it| it.value)
    };
    let mut order: Vec<usize> = (0..shown.series.len()).collect();
    order.sort_by(|one, two| {
        let of = |at: &usize| {
            shown
                .series
                .get(*at)
                .map(|it| (it.points.len(), latest(it)))
        };
        of(two).partial_cmp(&of(one)).unwrap_or(Ordering::Equal)
    });
    order.truncate(MOST_PLACES);
    let mut at = 0..;
    shown
        .series
        .retain(|_| at.next().is_some_and(|it| order.contains(&it)));
    // Around a city is not the city; but where the description says what all areas are, the name of
    // the city is shorter.
    if indicator.scope.is_none() && indicator.description.is_some() {
        for series in &mut shown.series {
            series.area = None;
        }
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
            while let Some((name, svg)) = pictures.get(next.fetch_add(1, atomic::Ordering::Relaxed))
            {
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
