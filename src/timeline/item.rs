//! An item: a stretch of time with a name, or a moment.

use super::day::Days;
use super::text::Letters;

/// What a timeline is made of.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its name, which becomes its label.
    pub name: String,
    /// What a screen reader says of it: name and period.
    pub about: String,
    /// Where a click leads; empty for nowhere.
    pub href: String,
    /// The class of its colour, such as `s1`.
    pub class: &'static str,
    /// When it began, or, for a moment, when it was.
    pub start: Days,
    /// When it ended; absent when it goes on or nobody says.
    pub end: Option<Days>,
    /// Dated steps, in order of time.
    pub marks: Vec<Days>,
    /// Whether it is a moment: a mark with a label, without a bar.
    pub is_moment: bool,
}

/// Pixels of the longest label that reaches beyond its bar.
const LABEL: f64 = 250.0;
/// Pixels that marks reach beyond the middle of their days.
const MARK: f64 = 6.0;
/// Pixels of the end of a bar that is open.
pub(super) const OPEN: f64 = 22.0;
/// Pixels between an item and the next in its row.
const GAP: f64 = 14.0;

/// An item as it is drawn: in days, with its widths.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub name: String,
    pub name_width: f64,
    /// The name, cut, where it is too long.
    pub cut: Option<String>,
    pub label_width: f64,
    pub about: String,
    pub href: String,
    pub class: &'static str,
    /// First and last day of everything that is drawn, uncertain parts included.
    pub first: f64,
    pub last: f64,
    /// What is certain.
    pub solid: Option<(f64, f64)>,
    /// What may belong to it or not: within the year or the month of a date that is not known better.
    pub soft: [Option<(f64, f64)>; 2],
    /// Whether no end is known.
    pub is_open: bool,
    pub marks: Vec<Days>,
    pub is_moment: bool,
}

impl Shape {
    pub fn of(item: &Item, letters: Letters) -> Self {
        let start = item.start;
        let marks = &item.marks;
        // Without an end the bar goes as far as anything is known of it.
        let known = marks.iter().copied().max_by_key(|it| (it.to, it.from));
        let end = item
            .end
            .or(known.filter(|it| it.to > start.to))
            .unwrap_or(start);
        let (from, to) = (
            if start.is_soft() {
                start.to
            } else {
                start.from
            },
            if end.is_soft() { end.from } else { end.to },
        );
        let span = |from: i32, to: i32| (from < to).then(|| (f64::from(from), f64::from(to)));
        let begins = span(start.from, start.to.min(end.to)).filter(|_| start.is_soft());
        // Uncertain days are drawn once.
        let ends_from = end.from.max(if start.is_soft() {
            start.to
        } else {
            start.from
        });
        let ends = span(ends_from, end.to).filter(|_| end.is_soft());
        let first = marks.iter().map(|it| it.from).fold(start.from, i32::min);
        let last = marks.iter().map(|it| it.to).fold(end.to, i32::max);
        let name_width = letters.width(&item.name);
        let cut = (name_width > LABEL).then(|| letters.cut(&item.name, LABEL));
        let label_width = cut.as_deref().map_or(name_width, |it| letters.width(it));
        Self {
            name: item.name.clone(),
            name_width,
            label_width,
            cut,
            about: item.about.clone(),
            href: item.href.clone(),
            class: item.class,
            first: f64::from(first),
            last: f64::from(last),
            solid: span(from, to),
            soft: [begins, ends],
            is_open: item.end.is_none() && !item.is_moment,
            marks: item.marks.clone(),
            is_moment: item.is_moment,
        }
    }

    /// Its label: all of the name, or what there is room for.
    pub fn label(&self, is_whole: bool) -> &str {
        let cut = self.cut.as_deref().filter(|_| !is_whole);
        cut.unwrap_or(&self.name)
    }

    /// How it lies at a scale, on a timeline whose last day is `range_end`.
    pub fn extent(&self, scale: f64, range_end: f64) -> Extent {
        let first = self.first * scale;
        let open = if self.is_open { OPEN } else { 0.0 };
        let last = self.last * scale + MARK + open;
        // All of the name where the bar is as long.
        let is_whole = last - first >= self.name_width;
        let width = if is_whole {
            self.name_width
        } else {
            self.label_width
        };
        // Near the end of time the label begins before its bar, or it would lead out of every window.
        let room = range_end * scale + MARK + OPEN - width;
        let label = first.min(room.max(last - width));
        Extent {
            bar: (first - MARK, last),
            from: first.min(label) - MARK,
            to: last.max(label + width) + GAP,
            label,
            label_end: last.max(label + width),
            width,
            is_whole,
        }
    }
}

/// How an item lies at one scale, in pixels from 1970.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    /// Where its bar begins and ends, marks included.
    pub bar: (f64, f64),
    /// Where it begins, label included.
    pub from: f64,
    /// Where the next in its row may begin.
    pub to: f64,
    /// Where its label begins, as long as that is in sight.
    pub label: f64,
    /// Where its label may end at the latest.
    pub label_end: f64,
    /// Width of the label.
    pub width: f64,
    /// Whether all of the name is the label.
    pub is_whole: bool,
}
