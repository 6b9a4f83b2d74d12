//! Rows: what charts with one row for each place have in common: names at the left, a mark on a
//! common scale, and below them the places that have nothing to show.

use plotters::style::text_anchor::HPos;

use super::figure::Size;
use super::labels::{width_of, Room, LINE};
use super::line::color;
use super::plot::{tenths, Field, Plot};
use super::spec::SeriesInput;
use super::style::{Look, Part, Variant};

/// Height of a row.
pub(super) const ROW: i32 = 220;
/// Height of the words above the rows.
pub(super) const HEAD: i32 = 220;
/// Between the names and the marks; wide, because some systems have broader letters than those measured.
const GAP: i32 = 240;

/// The layout of rows.
pub(super) struct Rows {
    /// Size of the drawing, as high as its rows need.
    pub size: Size,
    /// Names, as much of each as fits.
    names: Vec<String>,
    /// Words below the rows, in lines.
    foot: Vec<String>,
    /// Where the first row begins.
    top: i32,
    /// Where the marks may begin and end.
    pub marks: (i32, i32),
}

impl Rows {
    /// Rows for `places` on a drawing as wide as `size`, below `head` tenths, with `foot` below.
    pub fn new(places: &[&SeriesInput], size: Size, head: i32, foot: &str) -> Self {
        let width = tenths(size.width);
        let most = width * 2 / 5;
        let names: Vec<String> = places.iter().map(|it| fitted(&it.name, most)).collect();
        let widest = names.iter().map(|it| width_of(it, true)).max();
        let foot = lines(foot, width - 40);
        let count = |it: usize| i32::try_from(it).unwrap_or(0);
        let height = head + count(names.len()) * ROW + count(foot.len()) * LINE + 100;
        Self {
            size: Size {
                width: size.width,
                height: u32::try_from(height / 10).unwrap_or(0),
            },
            names,
            foot,
            top: head,
            marks: (widest.unwrap_or(0) + GAP, width - 40),
        }
    }

    /// Begins the drawing: values from `values` stand between `columns`.
    pub fn plot<'o>(
        &self,
        out: &'o mut String,
        values: (f64, f64),
        columns: (i32, i32),
    ) -> Plot<'o> {
        let bottom = self.top + i32::try_from(self.names.len()).unwrap_or(0) * ROW;
        let frame = Room {
            left: columns.0,
            top: self.top,
            right: columns.1,
            bottom,
        };
        let field = Field {
            years: values,
            values: (0.0, 1.0),
            columns,
            rows: (self.top, bottom),
            log: false,
        };
        Plot::sheet(out, self.size, frame, &field)
    }

    /// The middle of the row of `index`.
    pub fn middle(&self, index: usize) -> i32 {
        self.top + i32::try_from(index).unwrap_or(0) * ROW + ROW / 2
    }

    /// Writes the names of `places` and the words below.
    pub fn write(&self, plot: &Plot, places: &[&SeriesInput]) {
        for (index, (name, place)) in self.names.iter().zip(places).enumerate() {
            let look = Look::series(Part::Place, color(place.slot), Variant::Plain);
            plot.text(name, (0, self.middle(index)), HPos::Left, look);
        }
        let mut y = plot.frame.bottom + 60 + LINE / 2;
        for line in &self.foot {
            plot.text(line, (0, y), HPos::Left, Look::of(Part::Remark));
            y += LINE;
        }
    }
}

/// More letters than the widest drawing has room for.
const MOST_LETTERS: usize = 400;

/// `name`, cut at its end with an ellipsis when it is wider than `room` in strong letters.
pub(super) fn fitted(name: &str, room: i32) -> String {
    let count = name.chars().count();
    let cut = |length: usize| {
        let mut text: String = name.chars().take(length).collect();
        if length < count {
            text.truncate(text.trim_end().len());
            text.push('…');
        }
        text
    };
    // A word of a megabyte is not measured a million times.
    let mut length = count.min(MOST_LETTERS);
    let mut text = cut(length);
    while length > 1 && width_of(&text, true) > room {
        length -= 1;
        text = cut(length);
    }
    text
}

/// `text` in lines of at most `room`, broken at spaces.
fn lines(text: &str, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|it| !it.is_empty()) {
        match lines.last_mut() {
            Some(line) if width_of(line, false) + width_of(word, false) + 40 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(fitted(word, room)),
        }
    }
    lines
}

/// Whether `place` is one of the chosen.
pub(super) fn is_chosen(place: &SeriesInput) -> bool {
    place.slot > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_only_where_they_do_not_fit() {
        assert_eq!(fitted("Bandar Seri Begawan", 5_000), "Bandar Seri Begawan");
        for room in 300..900 {
            let cut = fitted("Bandar Seri Begawan", room);
            assert!(width_of(&cut, true) <= room);
            let start = cut.strip_suffix('…').unwrap();
            assert!("Bandar Seri Begawan".starts_with(start) && !start.ends_with(' '));
        }
        assert_eq!(fitted("កំពង់ចាម", 1), "ក…");
    }

    #[test]
    fn words_below_are_all_there() {
        let text = "No data: Bandar Seri Begawan, Luang Prabang, Da Nang";
        for room in [900, 1_500, 9_000] {
            let lines = lines(text, room);
            assert_eq!(lines.join(" "), text);
            assert!(lines.iter().all(|it| width_of(it, false) <= room));
        }
    }
}
