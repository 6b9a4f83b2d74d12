//! A picture: figures as one SVG file that stands alone, with title, sentence, legend, sources,
//! licences, the site's name and the date of the data drawn in it.
//!
//! Colours are written out, light on white, because few programs but browsers know custom
//! properties. The rules of `picture.css` are those of `style/chart.css` with the colours of
//! `style/base.css` put in; a test holds them equal.

use super::words::words;
use super::{cited, put, put_letter, SITE};
use crate::chart::{text_width, Figure, LegendEntry, Size};
use crate::i18n::date;
use crate::markup::escape;
use crate::model::{Lang, PartialDate, Sources};

/// Style of the marks, then of the words around them.
pub(crate) const CSS: &str = include_str!("picture.css");
const OWN_CSS: &str = "svg.chart .title,svg.chart .head{font-weight:600;stroke:none}\
svg.chart .title{font-size:20px}svg.chart .head{font-size:15px}\
svg.chart .words{stroke:none}\
svg.chart .fine{font-size:11px;fill:#5a6068;stroke:none}";

/// Between the edge and everything else, in units of the `viewBox`.
pub(super) const MARGIN: u32 = 16;
/// Sources that a picture names; who wants more takes the data.
const MOST_SOURCES: usize = 4;

/// What stands around the figures of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// Title above all figures; may be empty, because each figure has its heading.
    pub title: &'a str,
    /// What a reader must know beside, each a paragraph below the figures.
    pub notes: &'a [String],
    /// Address of the site or the page; may be empty.
    pub address: &'a str,
    /// Date of the data.
    pub data_date: PartialDate,
    /// Language.
    pub lang: Lang,
    /// The sources that keys of the figures lead to.
    pub sources: &'a Sources,
}

/// The figures, one below the other, as an SVG file with its own style. All have the width of the
/// first; ids of figures must differ from one another.
#[must_use]
pub fn picture(figures: &[Figure], caption: &Caption) -> String {
    let width = figures.first().map_or(0, |it| it.size().width);
    let words = words(caption.lang);
    let mut page = Page {
        out: String::new(),
        width,
        y: MARGIN,
    };
    page.text("title", 20, caption.title);
    for figure in figures {
        page.text("head", 15, figure.heading());
        page.text("words", 12, figure.description());
        page.figure(figure);
        page.legend(figure);
        page.y += 10;
    }
    for note in caption.notes {
        page.text("fine", 11, note);
    }
    let keys = figures.iter().flat_map(Figure::sources);
    let cited = cited(keys, caption.sources);
    let mut line = String::from(if cited.len() == 1 {
        words.source
    } else {
        words.sources
    });
    for (index, (_, source)) in cited.iter().take(MOST_SOURCES).enumerate() {
        put(
            &mut line,
            &[
                if index > 0 { "; " } else { "" },
                &source.publisher,
                ": ",
                &source.title,
                " (",
                if source.licence.is_some() {
                    words.licence
                } else {
                    words.no_licence
                },
                source.licence.as_deref().unwrap_or_default(),
                ")",
            ],
        );
    }
    if cited.len() > MOST_SOURCES {
        let rest = (cited.len() - MOST_SOURCES).to_string();
        put(&mut line, &["; ", words.and, &rest, words.more]);
    }
    if !cited.is_empty() {
        page.text("fine", 11, &line);
    }
    let day = date(caption.data_date, caption.lang);
    let mut foot = [SITE, ", ", words.data_of, &day, ". ", words.figures].concat();
    if !caption.address.is_empty() {
        put_letter(&mut foot, ' ');
        foot.push_str(caption.address);
    }
    page.text("fine", 11, &foot);
    page.finish()
}

/// A picture under construction.
struct Page {
    out: String,
    /// Width between the margins.
    width: u32,
    /// Where the next part begins.
    y: u32,
}

impl Page {
    /// How wide a line of a class may be. Who opens the file may have none of its fonts: one of the
    /// widest that stand in for them, `DejaVu Sans`, is a sixth wider, and in bold a third.
    fn room(&self, class: &str) -> u32 {
        if matches!(class, "title" | "head") {
            self.width * 5 / 6
        } else {
            self.width * 15 / 16
        }
    }

    /// Draws a paragraph of `size`; nothing when it is empty.
    #[inline(never)]
    fn text(&mut self, class: &str, size: u32, text: &str) {
        for line in wrap(text, size, self.room(class)) {
            self.y += size * 13 / 10;
            self.line(class, MARGIN, &line);
        }
        if !text.is_empty() {
            self.y += size / 2;
        }
    }

    /// Draws one line of text on the baseline [`Self::y`].
    #[inline(never)]
    fn line(&mut self, class: &str, x: u32, text: &str) {
        let (x, y) = (x.to_string(), self.y.to_string());
        put(
            &mut self.out,
            &[
                "<text class=\"",
                class,
                "\" x=\"",
                &x,
                "\" y=\"",
                &y,
                "\">",
                &escape(text),
                "</text>",
            ],
        );
    }

    /// Draws the chart: its own `<svg>`, put in its place.
    fn figure(&mut self, figure: &Figure) {
        self.place(MARGIN, self.y, figure.size().width, figure.size().height);
        let svg = figure.svg();
        self.out.push_str(svg.get("<svg".len()..).unwrap_or(svg));
        self.y += figure.size().height;
    }

    /// Begins an `<svg>` at a place.
    #[inline(never)]
    fn place(&mut self, x: u32, y: u32, width: u32, height: u32) {
        self.out.push_str("<svg");
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            put(&mut self.out, &[" ", name, "=\"", &value.to_string(), "\""]);
        }
    }

    /// Draws the names that do not stand in the chart, each with a sample of its mark.
    fn legend(&mut self, figure: &Figure) {
        if figure.legend().len() < 2 {
            return;
        }
        let mut x = MARGIN;
        for entry in figure.legend().iter().filter(|it| !it.direct) {
            let room = (text_width(&entry.name, 12) * 7 / 6 + 26).min(self.width);
            // The first of a line has its room whatever its length.
            if x == MARGIN || x + room > MARGIN + self.width {
                x = MARGIN;
                self.y += 18;
            }
            let Size { width, height } = LegendEntry::SAMPLE;
            self.place(x, self.y.saturating_sub(10), width, height);
            let sample = entry.sample();
            put(&mut self.out, &[" class=\"chart\">", &sample, "</svg>"]);
            for (index, line) in wrap(&entry.name, 12, self.room("words").saturating_sub(26))
                .iter()
                .enumerate()
            {
                if index > 0 {
                    self.y += 16;
                }
                self.line("words", x + 26, line);
            }
            x += room + 16;
        }
    }

    /// The file.
    fn finish(self) -> String {
        let width = (self.width + 2 * MARGIN).to_string();
        let height = (self.y + MARGIN / 2).to_string();
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" font-size=\"12\"><style>",
            CSS,
            OWN_CSS,
            "</style><rect width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" fill=\"#ffffff\"/>",
            &self.out,
            "</svg>\n",
        ]
        .concat()
    }
}

/// `text` in lines of at most `width`, broken between words; a word that is wider than a line, as in
/// scripts without spaces, is broken inside. A number stays with its sign at U+00A0.
pub(crate) fn wrap(text: &str, size: u32, width: u32) -> Vec<String> {
    // Semibold and fonts other than the measured one are a little wider.
    let fits = |line: &str| text_width(line, size) * 27 <= width * 25;
    let mut lines = Vec::new();
    let mut line = String::new();
    let parts = text.split(|it: char| it == ' ' || it.is_control());
    for word in parts.filter(|it| !it.is_empty()) {
        let length = line.len();
        if length > 0 {
            put_letter(&mut line, ' ');
        }
        line.push_str(word);
        if fits(&line) {
            continue;
        }
        line.truncate(length);
        if length > 0 {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            put_letter(&mut line, letter);
            if !fits(&line) && line.len() > letter.len_utf8() {
                line.pop();
                lines.push(std::mem::take(&mut line));
                put_letter(&mut line, letter);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
