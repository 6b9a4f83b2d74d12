//! Points: a circle for each city, whose area says an amount, or whose shade says a value.

use crate::chart::figure::Figure;
use crate::chart::labels::width_of;
use crate::chart::Size;
use crate::model::Unit;
use crate::order::sort_by_key;

use super::classes::Classes;
use super::draw::{circle, on_sheet, text, Ground, LandLook};
use super::legend::{circles, entries, shade_class, shades};
use super::names::{place_names, Mark};
use super::shown::{figure, year, MapFigureSpec, Shown};
use super::view::{whole, View};
use super::words::words;

/// Radius of a circle whose area says nothing, in tenths.
const EQUAL: i32 = 55;
/// Radius of the circle of a city without a value.
const UNKNOWN: i32 = 35;
/// Least radius of a circle whose area says an amount, so that it can be seen.
const LEAST: i32 = 20;
/// From the outermost city to the edge of the map, in units.
const MARGIN: u32 = 24;

/// Whether a unit counts things, so that twice the area is twice as much. Shares, indices, ranks and
/// values for each person do not add up; they are shown by shade.
const fn is_amount(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Alleys
            | Unit::Cameras
            | Unit::Children
            | Unit::Firms
            | Unit::Guests
            | Unit::Homestays
            | Unit::Initiatives
            | Unit::Junctions
            | Unit::Million
            | Unit::MillionIdr
            | Unit::MillionPassengers
            | Unit::Passengers
            | Unit::Patients
            | Unit::People
            | Unit::Ponds
            | Unit::Projects
            | Unit::Reports
            | Unit::SquareKilometres
            | Unit::TonnesPerDay
            | Unit::TonnesPerYear
            | Unit::TrillionIdr
            | Unit::Users
            | Unit::Villages
            | Unit::Visits
    )
}

/// The radius, in tenths, of a circle for `amount` where the greatest amount has `most`.
fn radius(amount: f64, greatest: f64, most: i32) -> i32 {
    if greatest <= 0.0 {
        return LEAST;
    }
    whole((amount / greatest).max(0.0).sqrt() * f64::from(most)).max(LEAST)
}

/// Draws a circle for each city with a value of the year, a small open one for each without. The
/// areas and shades follow from the values of all years. Names stand where they have room.
#[must_use]
pub fn points(spec: &MapFigureSpec) -> Figure {
    let year = year(spec, &[]);
    let greatest = year.all.iter().copied().fold(0.0, f64::max);
    let is_sized = is_amount(spec.unit) && year.all.iter().all(|it| *it >= 0.0);
    let classes = Classes::of(&year.all, spec.range);
    let size = spec.map_size();
    let most = largest_radius(size);
    let cities: Vec<(f64, f64)> = year.places.iter().map(|it| (it.lat, it.lon)).collect();
    let ground = Ground {
        lands: spec.lands,
        view: View::fitting(&cities, size, MARGIN),
        size,
    };
    let look = |index: usize, shown: &Shown| {
        let (class, radius) = match shown.value() {
            None => ("bead none".to_owned(), UNKNOWN),
            Some(value) if is_sized => ("bead".to_owned(), radius(value, greatest, most)),
            Some(value) => match classes.class(value) {
                Some(class) => (shade_class("bead", &classes, class), EQUAL),
                None => ("bead".to_owned(), EQUAL),
            },
        };
        let look = LandLook {
            class,
            fill: String::new(),
            point: shown.value().map(|_| index),
        };
        (look, radius)
    };
    let scale = ground.view.scale(size);
    let looks: Vec<(LandLook, i32)> = year
        .places
        .iter()
        .enumerate()
        .map(|(index, it)| look(index, it))
        .collect();
    let marks: Vec<Mark> = (0..)
        .zip(year.places.iter().zip(&looks))
        .map(|(rank, (it, look))| Mark {
            at: on_sheet(it.lat, it.lon, scale),
            radius: look.1,
            width: it.value().map_or(0, |_| width_of(it.name, true)),
            rank,
        })
        .collect();
    let mut out = String::new();
    ground.draw(&mut out, &|code| LandLook::plain(code, None));
    // Large circles first, so that no small one is hidden.
    let mut order: Vec<usize> = (0..looks.len()).collect();
    sort_by_key(&mut order, |it| looks.get(*it).map_or(0, |look| -look.1));
    let at: Vec<_> = year
        .places
        .iter()
        .map(|it| ground.at(it.lat, it.lon))
        .collect();
    for index in order {
        if let (Some(at), Some((look, radius))) = (at.get(index), looks.get(index)) {
            circle(&mut out, *at, *radius, look);
        }
    }
    let shift = ground.shift();
    let names = place_names(&marks, &ground.frame());
    for (it, name) in year.places.iter().zip(names) {
        if let Some(name) = name {
            let at = (name.at.0 + shift.0, name.at.1 + shift.1);
            text(&mut out, it.name, at, name.anchor, "name city", "");
        }
    }
    let has_unknown = year.places.iter().any(|it| it.values.is_empty());
    let unknown = LandLook {
        class: "bead none".to_owned(),
        ..LandLook::default()
    };
    let unknown = has_unknown.then_some(&unknown);
    let legend = if is_sized {
        circles(&mut out, spec, &samples(greatest, most), unknown);
        Vec::new()
    } else {
        shades(&mut out, spec, &classes, unknown);
        entries(spec, &classes, has_unknown)
    };
    let words = words(spec.lang);
    figure(
        spec,
        &year,
        &out,
        &at,
        (words.city(), words.cities()),
        legend,
    )
}

/// The radius for the greatest amount: a part of the map's width.
fn largest_radius(size: Size) -> i32 {
    (i32::try_from(size.width).unwrap_or(0).saturating_mul(10) / 32).clamp(80, 240)
}

/// Round amounts with their radii, the greatest first: 1, 2 or 5 times a power of ten, each a fifth or
/// a quarter of the one before.
fn samples(greatest: f64, most: i32) -> Vec<(f64, i32)> {
    let mut round: Vec<f64> = Vec::new();
    for exponent in 0..16 {
        for number in [1.0, 2.0, 5.0] {
            round.push(number * 10_f64.powi(exponent));
        }
    }
    let mut samples: Vec<(f64, i32)> = Vec::new();
    for amount in round.into_iter().rev().filter(|it| *it <= greatest) {
        if samples.len() < 3 && samples.last().is_none_or(|it| amount * 4.0 <= it.0) {
            samples.push((amount, radius(amount, greatest, most)));
        }
    }
    samples
}
