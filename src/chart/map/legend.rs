//! The legend under a map: shades with the numbers between them, or circles with what they say.

use crate::chart::backend::TENTHS;
use crate::chart::figure::LegendEntry;
use crate::chart::labels::{width_of, At};
use crate::i18n::{tick_on, unit_label};

use super::classes::Classes;
use super::draw::{attribute, circle, tenths, text, LandLook};
use super::names::Anchor;
use super::shown::{MapFigureSpec, LEGEND};
use super::words::words;

/// From the left and the right edge, in tenths.
const MARGIN: i32 = 80;
/// Widest sample of a shade.
const WIDEST: i32 = 560;
/// Between the numbers at two edges.
const LABEL_GAP: i32 = 40;
/// Height of a sample.
const HIGH: i32 = 110;

/// How "no data" is painted: hatched, or left to the stylesheet where the pattern is not found.
pub(super) fn hatch(id: &str) -> String {
    ["url(#", &word(id), "-h) none"].concat()
}

/// An id as one word.
fn word(id: &str) -> String {
    id.split_ascii_whitespace().collect::<Vec<_>>().join("-")
}

/// Appends the pattern behind [`hatch`].
pub(super) fn define_hatch(out: &mut String, id: &str) {
    out.push_str("<defs><pattern ");
    attribute(out, "id", &[&word(id), "-h"].concat());
    out.push_str(
        "width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect class=\"hatch-ground\" width=\"6\" height=\"6\"/>\
         <rect class=\"hatch\" width=\"1.6\" height=\"6\"/></pattern></defs>",
    );
}

/// The number at an edge, as short as all of its scale: "20K" beside "100K".
fn edge_text(spec: &MapFigureSpec, classes: &Classes, edge: f64) -> String {
    let sizes = classes.edges.iter().map(|it| it.abs());
    tick_on(edge, sizes.fold(0.0, f64::max), spec.lang)
}

/// The entries of a shaded map, for readers who do not see it.
pub(super) fn entries(
    spec: &MapFigureSpec,
    classes: &Classes,
    has_unknown: bool,
) -> Vec<LegendEntry> {
    let words = words(spec.lang);
    let entry = |name: String, class: String| LegendEntry {
        name,
        class,
        dashed: false,
        shape: None,
        direct: true,
    };
    let mut entries = Vec::new();
    for (class, pair) in classes.edges.windows(2).enumerate() {
        if let [low, high] = pair {
            let name = [
                &edge_text(spec, classes, *low),
                words.to(),
                &edge_text(spec, classes, *high),
            ];
            entries.push(entry(name.concat(), shade_class("bar", classes, class)));
        }
    }
    if has_unknown {
        entries.push(entry(words.no_data().to_owned(), "bar dashed".to_owned()));
    }
    entries
}

/// The classes of a mark in the shade of a class.
pub(super) fn shade_class(part: &str, classes: &Classes, class: usize) -> String {
    let mut text = part.to_owned();
    text.push_str(" q");
    text.push(char::from(b'0' + classes.shade(class).min(9)));
    text
}

/// Appends the unit at the head of the legend, and the year where it leaves `room` at the right. Returns
/// the middle of the line.
fn head(out: &mut String, spec: &MapFigureSpec, before: &str, room: i32) -> i32 {
    let middle = tenfold(spec.size.height.saturating_sub(LEGEND)) + 130;
    let mut head = before.to_owned();
    head.push_str(unit_label(spec.unit, spec.lang));
    let mut dated = [head.as_str(), ", ", &spec.year.to_string()].concat();
    if spec.is_projected() {
        dated.push_str(words(spec.lang).projected());
    }
    if width_of(&dated, false) + room + 2 * MARGIN < tenfold(spec.size.width) {
        head = dated;
    }
    text(out, &head, (MARGIN, middle), Anchor::Start, "unit", "");
    middle
}

/// The room of a sample of "no data" with its words. Fonts may be wider than reckoned.
fn room_of_unknown(spec: &MapFigureSpec) -> i32 {
    width_of(words(spec.lang).no_data(), false) * 9 / 8 + 300
}

/// Appends what "no data" looks like, at the right edge of the line whose middle is `middle`.
fn unknown_sample(out: &mut String, spec: &MapFigureSpec, look: &LandLook, middle: i32) {
    let left = tenfold(spec.size.width) - MARGIN - room_of_unknown(spec);
    let words = words(spec.lang).no_data();
    text(out, words, (left + 300, middle), Anchor::Start, "label", "");
    if look.fill.is_empty() {
        circle(out, (left + 220, middle), 45, look);
    } else {
        out.push_str("<rect ");
        look.write(out);
        tenths(out, "x", left + 60);
        tenths(out, "y", middle - HIGH / 2);
        tenths(out, "width", 200);
        tenths(out, "height", HIGH);
        out.push_str("/>");
    }
}

fn tenfold(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(0).saturating_mul(TENTHS)
}

/// Appends the legend of a shaded map.
pub(super) fn shades(
    out: &mut String,
    spec: &MapFigureSpec,
    classes: &Classes,
    unknown: Option<&LandLook>,
) {
    let room = unknown.map_or(0, |_| room_of_unknown(spec));
    let middle = head(out, spec, "", room);
    if let Some(look) = unknown {
        unknown_sample(out, spec, look, middle);
    }
    let top = middle + 80;
    let count = i32::try_from(classes.count()).unwrap_or(0).max(1);
    // The last number stands under its edge, so half of it needs room beyond.
    let last = classes
        .edges
        .last()
        .map_or_else(String::new, |it| edge_text(spec, classes, *it));
    let beyond = MARGIN.max(width_of(&last, false) * 17 / 32);
    let width = ((tenfold(spec.size.width) - MARGIN - beyond) / count).min(WIDEST);
    let mut left = MARGIN;
    for class in 0..classes.count() {
        out.push_str("<rect ");
        attribute(out, "class", &shade_class("land", classes, class));
        tenths(out, "x", left);
        tenths(out, "y", top);
        tenths(out, "width", width);
        tenths(out, "height", HIGH);
        out.push_str("/>");
        left += width;
    }
    // The ends first, then those between that have room.
    let frame = tenfold(spec.size.width);
    let mut taken: Vec<(i32, i32)> = Vec::new();
    let last = classes.edges.len().saturating_sub(1);
    for index in [0, last].into_iter().chain(1..last) {
        let Some(edge) = classes.edges.get(index) else {
            continue;
        };
        let label = edge_text(spec, classes, *edge);
        let room = width_of(&label, false) * 17 / 16;
        let x = MARGIN + i32::try_from(index).unwrap_or(0) * width;
        let start = (x - room / 2).min(frame - room).max(0);
        let end = start + room;
        if taken
            .iter()
            .all(|it| end + LABEL_GAP < it.0 || it.1 + LABEL_GAP < start)
        {
            let at = (start + room / 2, top + HIGH + 85);
            text(out, &label, at, Anchor::Middle, "label", "");
            taken.push((start, end));
        }
    }
}

/// Appends the legend of circles whose area says an amount: up to three of them, of round amounts.
pub(super) fn circles(
    out: &mut String,
    spec: &MapFigureSpec,
    samples: &[(f64, i32)],
    unknown: Option<&LandLook>,
) {
    let middle = head(out, spec, words(spec.lang).area_says(), 0) + 190;
    if let Some(look) = unknown {
        unknown_sample(out, spec, look, middle);
    }
    let largest = samples.iter().map(|it| it.0).fold(0.0, f64::max);
    let look = LandLook {
        class: "bead".to_owned(),
        ..LandLook::default()
    };
    let mut left = MARGIN;
    for &(amount, radius) in samples {
        let at: At = (left + radius, middle);
        circle(out, at, radius, &look);
        let label = tick_on(amount, largest, spec.lang);
        left += 2 * radius + 40;
        text(out, &label, (left, middle), Anchor::Start, "label", "");
        left += width_of(&label, false) + 160;
    }
}
