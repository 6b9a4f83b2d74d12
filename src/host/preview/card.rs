//! A card: title and one drawing on 1200 by 630 pixels, the size that chats show whole.

use crate::chart::{text_width, Figure, LegendEntry, Size};
use crate::export::picture::{wrap, CSS};
use crate::host::head::words as w;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;

/// Width and height of a card, in pixels and in units of its `viewBox`.
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// The bar at the left edge.
const BAR: u32 = 12;
const MARGIN: u32 = 60;
/// Where a map begins: right of the words.
const MAP_LEFT: u32 = 600;
/// A unit of a chart in pixels, in tenths: a card is shown at less than half its size.
const CHART_SCALE: u32 = 19;
/// The same for a map, whose names are many.
const MAP_SCALE: u32 = 18;
/// Sizes of a title, the largest first that fits.
const TITLES: [u32; 6] = [66, 58, 50, 44, 38, 32];
/// Baseline of the line below everything.
const FOOT: u32 = HEIGHT - 24;

/// The style of words and marks that the site's pages style elsewhere; light, whatever the theme. Coasts
/// have hard edges, which take fewer bytes.
const OWN_CSS: &str = "svg.card text{stroke:none;fill:#1b1f24}\
svg.card .site{font-size:26px;font-weight:600;fill:#101a99}\
svg.card .about{font-size:26px;fill:#5a6068}\
svg.card .title{font-weight:600}\
svg.card .head{font-size:27px;font-weight:600}\
svg.card .words{font-size:25px}\
svg.card .key{font-size:21px}\
svg.card .foot{font-size:19px;fill:#5a6068}\
svg.chart .touch{fill:none}\
svg.chart .land,svg.chart .sea{shape-rendering:crispEdges}\
svg.chart .spot{fill:#101a99;stroke:#fff;stroke-width:1.3}";

/// The size of a map in its own units: everything right of the words.
pub const MAP: Size = Size {
    width: (WIDTH - MAP_LEFT) * 10 / MAP_SCALE,
    height: HEIGHT * 10 / MAP_SCALE,
};

/// What stands on a card.
pub struct Card<'a> {
    /// Language.
    pub lang: Lang,
    /// What kind of thing it is about; may be empty.
    pub kind: &'a str,
    /// What it is about, never cut.
    pub title: &'a str,
}

impl Card<'_> {
    /// A card with a chart below its title, which `draw` draws in the size that is left; `local` is
    /// the title in another language, which may be empty, and `foot` what is said below the figure.
    #[must_use]
    pub fn with_chart(
        &self,
        local: &str,
        draw: &dyn Fn(Size) -> Figure,
        foot: &dyn Fn(&Figure) -> String,
    ) -> String {
        let width = WIDTH - 2 * MARGIN;
        let mut page = self.begin();
        let mut y = self.title(&mut page, width, 2);
        if !local.is_empty() {
            y += 44;
            line(&mut page, "about", MARGIN, y, local);
        }
        // With the room that its legend takes, which the drawing itself decides.
        let units = |pixels: u32| pixels * 10 / CHART_SCALE;
        let size = |top: u32, legend: u32| Size {
            width: units(width),
            height: units((FOOT - 34).saturating_sub(top + legend)),
        };
        let first = draw(size(y + 24, 0));
        if first.heading() != self.title {
            for text in wrap(first.heading(), 27, width) {
                y += 48;
                line(&mut page, "head", MARGIN, y, &text);
            }
        }
        let room = Legend::of(&first, width).height();
        let figure = draw(size(y + 24, room));
        let legend = Legend::of(&figure, width);
        y += 24;
        let Size { width, height } = figure.size();
        let pixels = |units: u32| (units * CHART_SCALE / 10).to_string();
        let place = format!(
            "<svg x=\"{MARGIN}\" y=\"{y}\" width=\"{}\" height=\"{}\"",
            pixels(width),
            pixels(height)
        );
        page.nest(&place);
        page.nest(figure.svg().strip_prefix("<svg").unwrap_or_default());
        legend.draw(&mut page, FOOT - 28 - legend.height(), self.lang);
        finish(page, WIDTH - 2 * MARGIN, &foot(&figure))
    }

    /// A card with a map beside its words; `map` is an `<svg>` of the size [`MAP`], and `foot` is said
    /// below the words.
    #[must_use]
    pub fn with_map(&self, words: &str, map: &str, foot: &str) -> String {
        let width = MAP_LEFT - 2 * MARGIN;
        let mut page = self.begin();
        let place = format!(
            "<svg x=\"{MAP_LEFT}\" y=\"0\" width=\"{}\" height=\"{HEIGHT}\"",
            WIDTH - MAP_LEFT
        );
        page.nest(&place);
        page.nest(map.strip_prefix("<svg").unwrap_or_default());
        let mut y = self.title(&mut page, width, 5) + 20;
        for text in wrap(words, 25, width) {
            y += 36;
            if y < FOOT - 40 {
                line(&mut page, "words", MARGIN, y, &text);
            }
        }
        finish(page, width, foot)
    }

    /// Ground, bar, the site's name and the kind.
    fn begin(&self) -> Markup {
        let mut page = Markup::new();
        let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
        let view = format!("0 0 {width} {height}");
        page.open_with(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", "chart card"),
                ("width", &width),
                ("height", &height),
                ("viewBox", &view),
            ],
        );
        page.nest("<style>")
            .nest(CSS)
            .nest(OWN_CSS)
            .nest("</style>");
        rect(&mut page, WIDTH, "#ffffff");
        rect(&mut page, BAR, "#101a99");
        let site = Key::SiteName.text(self.lang);
        line(&mut page, "site", MARGIN, 72, site);
        if !self.kind.is_empty() {
            let x = MARGIN + text_width(site, 26) + 26;
            line(&mut page, "about", x, 72, self.kind);
        }
        page
    }

    /// Writes the title in the largest size in which it takes few lines; gives its last baseline.
    fn title(&self, page: &mut Markup, width: u32, most: usize) -> u32 {
        let fitting = |size: &u32| {
            let lines = wrap(self.title, *size, width);
            // Words are not broken for the sake of a large size.
            let whole =
                lines.join(" ") == self.title.split_whitespace().collect::<Vec<_>>().join(" ");
            (whole && lines.len() <= most).then_some((*size, lines))
        };
        let smallest = TITLES.last().copied().unwrap_or_default();
        let found = TITLES.iter().find_map(fitting);
        let (size, lines) = found.unwrap_or_else(|| (smallest, wrap(self.title, smallest, width)));
        let mut y = 84;
        let em = size.to_string();
        for text in lines {
            y += size * 11 / 10;
            let (x, at) = (MARGIN.to_string(), y.to_string());
            let place = [
                ("class", "title"),
                ("x", &x),
                ("y", &at),
                ("style", &format!("font-size:{em}px")),
            ];
            page.el_with("text", &place, &text);
        }
        y
    }
}

/// Writes the line below everything, cut where it is too long.
fn finish(mut page: Markup, width: u32, foot: &str) -> String {
    let mut lines = wrap(foot, 19, width).into_iter();
    let mut first = lines.next().unwrap_or_default();
    if lines.next().is_some() {
        first.pop();
        first.truncate(first.trim_end_matches([' ', ',', ';']).len());
        first.push('…');
    }
    line(&mut page, "foot", MARGIN, FOOT, &first);
    page.finish()
}

/// The names of lines that do not stand in the chart.
struct Legend<'f> {
    rows: Vec<Vec<(u32, &'f LegendEntry)>>,
    left_out: usize,
}

/// Height of a row of the legend.
const ROW: u32 = 32;
/// Most rows; more would push the chart out of its card.
const ROWS: usize = 2;
/// Between the begins of a sample and of its name.
const SAMPLE: u32 = 44;

impl<'f> Legend<'f> {
    fn of(figure: &'f Figure, width: u32) -> Self {
        let mut legend = Self {
            rows: Vec::new(),
            left_out: 0,
        };
        if figure.legend().len() < 2 {
            return legend;
        }
        let mut x = 0;
        for entry in figure.legend().iter().filter(|it| !it.direct) {
            let room = text_width(&entry.name, 21) + SAMPLE + 28;
            if legend.rows.is_empty() || x + room > width {
                if legend.rows.len() == ROWS {
                    legend.left_out += 1;
                    continue;
                }
                legend.rows.push(Vec::new());
                x = 0;
            }
            if let Some(row) = legend.rows.last_mut() {
                row.push((MARGIN + x, entry));
            }
            x += room;
        }
        legend
    }

    fn height(&self) -> u32 {
        ROW * u32::try_from(self.rows.len()).unwrap_or(0)
    }

    fn draw(&self, page: &mut Markup, top: u32, lang: Lang) {
        let mut y = top;
        for row in &self.rows {
            y += ROW;
            for (x, entry) in row {
                let Size { width, height } = LegendEntry::SAMPLE;
                let sample = format!(
                    "<svg class=\"chart\" x=\"{x}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\">{}</svg>",
                    y - 18,
                    width * 16 / 10,
                    height * 16 / 10,
                    entry.sample()
                );
                page.nest(&sample);
                line(page, "key", x + SAMPLE, y, &entry.name);
            }
        }
        if self.left_out > 0 {
            let others = w::CARD_OTHERS.with(lang, &[&self.left_out.to_string()]);
            let x = (WIDTH - MARGIN).saturating_sub(text_width(&others, 21));
            line(page, "key", x, y, &others);
        }
    }
}

fn rect(page: &mut Markup, width: u32, fill: &str) {
    let (width, height) = (width.to_string(), HEIGHT.to_string());
    page.void(
        "rect",
        &[("width", &width), ("height", &height), ("fill", fill)],
    );
}

fn line(page: &mut Markup, class: &str, x: u32, y: u32, text: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    page.el_with("text", &[("class", class), ("x", &x), ("y", &y)], text);
}
