//! A sparkline: the course of one series in the height of a line of text.
//!
//! It has no axis and no words: the value stands beside it, so that screen readers skip the picture.

use crate::model::Unit;

use super::backend::push_tenths;
use super::runs::usual_step;

/// Width in tenths.
const WIDTH: i32 = 1_200;
/// Height in tenths.
const HEIGHT: i32 = 280;
/// Between the edge and the line.
const PAD: i32 = 40;
/// Values that are drawn: more would lie on one another, and a hundred thousand would take minutes.
const MOST: usize = 480;
/// Radius of the dots.
const RADIUS: i32 = 25;

/// What a sparkline shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spark<'a> {
    /// Year and value, in order of year.
    pub points: &'a [(i32, f64)],
    /// Unit of the values: the first rank stands on top.
    pub unit: Unit,
    /// First year whose values are projections: dashed.
    pub projection_from: Option<i32>,
    /// Year from which the method differs: the line is interrupted.
    pub break_before: Option<i32>,
    /// Colour of the palette, 1 to 8; 0 is grey.
    pub slot: u8,
}

/// The sparkline as an `<svg>` of 120 × 28, hidden from screen readers; empty without values. Lowest
/// and highest value reach its edges; a missing year is a gap, as in every line chart; the first and
/// the last value have dots, and so has a value that no line reaches. Of more than 480 values the newest are drawn.
#[must_use]
pub fn sparkline(spark: &Spark) -> String {
    let from = spark.points.len().saturating_sub(MOST);
    let points = spark.points.get(from..).unwrap_or_default();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return String::new();
    };
    let low = points.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
    let high = points
        .iter()
        .map(|it| it.1)
        .fold(f64::NEG_INFINITY, f64::max);
    let place = |part: f64, whole: f64, length: i32| {
        // A constant, or a single year, stands in the middle.
        let share = if whole > 0.0 { part / whole } else { 0.5 };
        // Not all differences of numbers are numbers.
        let share = if share > 0.0 { share.min(1.0) } else { 0.0 };
        #[allow(clippy::cast_possible_truncation)] // inside the drawing
        let place = (share * f64::from(length - 2 * PAD)).round() as i32;
        PAD + place
    };
    let at = |&(year, value): &(i32, f64)| {
        let x = place(
            f64::from(year) - f64::from(first.0),
            f64::from(last.0) - f64::from(first.0),
            WIDTH,
        );
        let y = place(high - value, high - low, HEIGHT);
        let is_flat = low == high;
        // The first place is the best one.
        let y = if spark.unit == Unit::Rank && !is_flat {
            HEIGHT - y
        } else {
            y
        };
        (x, y)
    };
    let is_projected = |year: i32| spark.projection_from.is_some_and(|from| year >= from);
    let mut slot = String::from(" s");
    slot.push(char::from(
        b'0' + if spark.slot > 8 { 0 } else { spark.slot },
    ));

    let mut out =
        String::from("<svg class=\"chart spark\" viewBox=\"0 0 120 28\" aria-hidden=\"true\">");
    let years: Vec<i32> = points.iter().map(|it| it.0).collect();
    let usual = usual_step(&years, |it| *it);
    let mut alone = years;
    let mut drawn: Option<bool> = None;
    for pair in points.windows(2) {
        let [before, after] = pair else { continue };
        let is_broken = spark
            .break_before
            .is_some_and(|from| before.0 < from && from <= after.0);
        let projected = is_projected(after.0);
        if after.0.saturating_sub(before.0) > usual || is_broken {
            close(&mut out, &mut drawn, &slot);
            continue;
        }
        if drawn != Some(projected) {
            close(&mut out, &mut drawn, &slot);
            out.push_str("<path d=\"M");
            push_at(&mut out, at(before));
            drawn = Some(projected);
        }
        out.push('L');
        push_at(&mut out, at(after));
        alone.retain(|&year| year != before.0 && year != after.0);
    }
    close(&mut out, &mut drawn, &slot);
    for (index, point) in points.iter().enumerate() {
        let is_end = index == 0 || index + 1 == points.len();
        if !(is_end || alone.contains(&point.0)) {
            continue;
        }
        let (x, y) = at(point);
        out.push_str("<circle cx=\"");
        push_tenths(&mut out, x);
        out.push_str("\" cy=\"");
        push_tenths(&mut out, y);
        out.push_str("\" r=\"");
        push_tenths(&mut out, if is_end { RADIUS } else { RADIUS / 2 });
        out.push_str("\" class=\"dot");
        out.push_str(&slot);
        out.push_str(if is_projected(point.0) {
            " proj\"/>"
        } else {
            "\"/>"
        });
    }
    out.push_str("</svg>");
    out
}

/// Ends the path that is being drawn, if any; `drawn` says whether it is a projection.
fn close(out: &mut String, drawn: &mut Option<bool>, slot: &str) {
    if let Some(projected) = drawn.take() {
        out.push_str("\" class=\"line");
        out.push_str(slot);
        out.push_str(if projected { " proj\"/>" } else { "\"/>" });
    }
}

fn push_at(out: &mut String, (x, y): (i32, i32)) {
    push_tenths(out, x);
    out.push(' ');
    push_tenths(out, y);
}
