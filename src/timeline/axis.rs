//! The axis: years, and below them months or days where there is room.

use super::day::{civil, number};
use super::text::Letters;
use super::window::Window;
use crate::i18n::month;
use crate::model::Lang;

/// A label of the axis: where it begins and ends, in pixels, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The day that it is about, as days since 1970.
    pub day: i32,
    /// Left edge.
    pub x: f64,
    /// Right edge.
    pub end: f64,
    /// Words.
    pub text: String,
}

/// The axis of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Years, in the upper line.
    pub years: Vec<Label>,
    /// Months and days, in the lower line; today is among them.
    pub steps: Vec<Label>,
    /// Lines through the lanes: at each year, and fainter ones at months or days.
    pub lines: Vec<(f64, bool)>,
    /// Where today is, if it is in sight.
    pub today: Option<f64>,
}

/// Between labels, in pixels.
const GAP: f64 = 6.0;
/// A label stands this far from its line.
const BESIDE: f64 = 4.0;
/// The width that a year, a month and a week need for their labels.
const YEAR: f64 = 44.0;
const MONTH: f64 = 36.0;
const WEEK: f64 = 34.0;

/// The axis of `window` in `width` pixels; `today` is marked by `word`.
#[must_use]
pub fn axis(
    window: Window,
    width: f64,
    (today, word): (i32, &str),
    lang: Lang,
    letters: Letters,
) -> Axis {
    let scale = window.scale(width);
    let x = |day: i32| (f64::from(day) - window.from) * scale;
    let mut axis = Axis::default();
    let (first, last) = window.days();
    let (first, last) = (civil(first).0, civil(last).0);
    let step = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|step| f64::from(*step) * 365.0 * scale >= YEAR * letters.times())
        .unwrap_or(100);
    let at = x(today);
    if (0.0..=width).contains(&at) {
        axis.today = Some(at);
        // Kept inside at both edges.
        let end = width.min(at + BESIDE + letters.width(word));
        let label = Label {
            day: today,
            x: end - letters.width(word),
            end,
            text: word.to_owned(),
        };
        axis.steps.push(label);
    }
    let inside = |at: f64| (0.0..=width).contains(&at);
    let mut year = first - first.rem_euclid(step);
    while year <= last {
        let day = number(year, 1, 1);
        let start = x(day);
        if inside(start) {
            axis.lines.push((start, true));
        }
        // The year in which the window begins stands at its edge as long as the next leaves room;
        // several years together have no such place.
        let text = year.to_string();
        let (at, next) = (
            start.max(0.0) + BESIDE,
            x(number(year + step, 1, 1)) + BESIDE,
        );
        let end = at + letters.width(&text);
        if end + GAP <= next && end <= width && (step == 1 || start >= 0.0) {
            axis.years.push(Label {
                day,
                x: at,
                end,
                text,
            });
        }
        if step == 1 {
            let within = (scale, width);
            months(&mut axis, &x, year, within, lang, letters);
        }
        year += step;
    }
    axis
}

/// Adds the months of a year, and weeks where they have room.
fn months(
    axis: &mut Axis,
    x: &dyn Fn(i32) -> f64,
    year: i32,
    (scale, width): (f64, f64),
    lang: Lang,
    letters: Letters,
) {
    let Some(step) = [1_u8, 3, 6]
        .into_iter()
        .find(|it| f64::from(*it) * 30.0 * scale >= MONTH * letters.times())
    else {
        return;
    };
    let days: &[u8] = if 7.0 * scale >= WEEK * letters.times() {
        &[1, 8, 15, 22]
    } else {
        &[1]
    };
    for of_year in (1..=12_u8).filter(|it| (it - 1) % step == 0) {
        for &day in days {
            let number = number(year, of_year, day);
            let at = x(number);
            if !(0.0..=width).contains(&at) {
                continue;
            }
            if (of_year, day) != (1, 1) {
                axis.lines.push((at, false));
            }
            let words = if day == 1 {
                month(of_year, lang).chars().take(3).collect()
            } else {
                day.to_string()
            };
            let from = at + BESIDE;
            let end = from + letters.width(&words);
            put(&mut axis.steps, number, (from, end), width, words);
        }
    }
}

/// Adds a label from `x` to `end` unless it would touch one that is there, or the edge.
fn put(labels: &mut Vec<Label>, day: i32, (x, end): (f64, f64), width: f64, text: String) {
    let is_free = |it: &Label| end + GAP < it.x || it.end + GAP < x;
    if end <= width && labels.iter().all(is_free) {
        labels.push(Label { day, x, end, text });
    }
}
