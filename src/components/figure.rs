//! A chart on the page: heading, sentence, picture with its readout, table, notes and sources.

use std::sync::Arc;

use leptos::prelude::*;
#[cfg(feature = "csr")]
use web_sys::HtmlElement;

use super::cite::Citations;
use super::embed::{address, named};
#[cfg(not(feature = "csr"))]
use super::live::html;
use super::part::Part;
use super::reader_table::{self, RowOrder};
use super::readout::write_readout;
#[cfg(feature = "csr")]
use super::standing;
use super::take::{control, Data, Draw, Taken};
use crate::app::Site;
pub use crate::chart::{legend, sample};
use crate::chart::{Figure, Size};
use crate::find::split_once;
use crate::i18n::Key;
use crate::model::Lang;
use crate::platform;
use crate::widget::Widget;

/// What a chart on the page needs beside its picture.
pub struct Context {
    /// The site.
    pub site: Site,
    /// The data of the page, and where the figure stands in them: see [`Taken`].
    pub data: (Arc<dyn Data>, usize),
    /// Id of the element, unique on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Its element: one level below what stands above the chart.
    pub level: &'static str,
    /// What a reader must know to read it, each in a paragraph.
    pub notes: Vec<String>,
    /// Keys of all its sources.
    pub sources: Vec<String>,
    /// Where the same figures stand beside those of other places; may be empty.
    pub explore: String,
    /// The same for other sites, if there is such a widget.
    pub widget: Option<Widget>,
    /// Language.
    pub lang: Lang,
    /// Citations of the page; the sources lead back to the chart.
    pub cites: Citations,
}

/// Writes a chart that is drawn when it comes near the window.
///
/// `draw` makes the picture for a size; it is told a prefix for ids, unique on the page.
pub fn figure(
    part: &mut Part,
    context: Context,
    draw: impl Fn(Size, &str) -> Option<Figure> + Send + Sync + 'static,
) {
    // Boxed: otherwise each kind of chart brings its own copy of the element.
    boxed(part, context, Arc::new(draw));
}

/// Writes a picture that is drawn when it comes near the window, into an element with a class; `id` is
/// unique on the page.
pub fn drawn_near(
    part: &mut Part,
    class: &'static str,
    id: &str,
    draw: impl FnOnce() -> String + 'static,
) {
    #[cfg(feature = "csr")]
    {
        let name = id.to_owned();
        let lives = move |place: HtmlElement| {
            let near = place.clone();
            stand_in(&place, &name);
            platform::when_near(&near, move || place.set_inner_html(&draw()));
            ().into_any()
        };
        let place = [("class", class), (platform::DRAWN, id)];
        part.open_island("div", &place, Box::new(lives)).close();
    }
    #[cfg(not(feature = "csr"))]
    {
        let place = [("class", class), (platform::DRAWN, id)];
        part.showing("div", &place, Box::new(|| html("", draw())));
    }
}

fn boxed(part: &mut Part, context: Context, draw: Draw) {
    let Context {
        site,
        data,
        id,
        title,
        level,
        notes,
        sources,
        explore,
        widget,
        lang,
        cites,
    } = context;
    cites.note(&id, &sources);
    part.open_with(
        "figure",
        &[("class", "chart-figure"), ("id", &id), ("tabindex", "-1")],
    )
    .el(level, "", &title);
    let taken = Taken {
        site,
        lang,
        id,
        title,
        notes,
        data: data.0,
        at: data.1,
        widget,
        draw,
    };
    let taken = Arc::new(taken);
    picture(part, &taken, cites.clone());
    part.open("div", "");
    for note in &taken.notes {
        part.el("p", "note", note);
    }
    part.open("p", "chart-sources")
        .text(Key::ChartSources.text(lang))
        .text(": ")
        .open("span", "cites");
    cites.links(part, &sources);
    part.close();
    if !explore.is_empty() {
        part.open("span", "explore")
            .text(" · ")
            .link("", &explore, Key::ChartExplore.text(lang))
            .close();
    }
    let embed = taken.widget.clone().map(|it| address(site, lang, it));
    if let Some(embed) = embed.filter(|it| !it.is_empty()) {
        part.open("span", "explore").text(" · ");
        named(part, &embed, lang, &taken.title);
        part.close();
    }
    part.close().close().close();
}

/// The figure that is drawn now.
pub type Drawn = RwSignal<Option<Arc<Figure>>>;

/// Below this width in CSS pixels a chart is drawn narrow.
#[cfg(feature = "csr")]
const NARROW: i32 = 480;

/// Writes the place of the picture, as the host draws it: for a phone. The style scales it where there
/// is more room.
#[cfg(not(feature = "csr"))]
#[allow(clippy::needless_pass_by_value, reason = "the browser keeps it")]
fn picture(part: &mut Part, taken: &Arc<Taken>, cites: Citations) {
    let place = [
        ("class", "chart-body"),
        (platform::DRAWN, taken.id.as_str()),
    ];
    let taken = Arc::clone(taken);
    let view = move || match (taken.draw)(Size::NARROW, &taken.id) {
        Some(figure) => {
            let drawn = RwSignal::new(None);
            body(&Arc::new(figure), (&taken, false), drawn, &cites)
        }
        None => ().into_any(),
    };
    part.showing("div", &place, Box::new(view));
}

/// Writes the place of the picture.
#[cfg(feature = "csr")]
fn picture(part: &mut Part, taken: &Arc<Taken>, cites: Citations) {
    let place = [
        ("class", "chart-body"),
        (platform::DRAWN, taken.id.as_str()),
    ];
    let taken = Arc::clone(taken);
    let chart = move |place: HtmlElement| drawn(place, taken, cites);
    part.open_island("div", &place, Box::new(chart)).close();
}

/// Shows what the host drew, until a picture is drawn in its place.
#[cfg(feature = "csr")]
fn stand_in(place: &HtmlElement, id: &str) {
    let kept = platform::kept(id);
    if place.first_element_child().is_none() && !kept.is_empty() {
        place.set_inner_html(&kept);
    }
}

/// What stands in the figure once `place` is near.
#[cfg(feature = "csr")]
fn drawn(place: HtmlElement, taken: Arc<Taken>, cites: Citations) -> AnyView {
    let drawn = RwSignal::new(None::<Arc<Figure>>);
    stand_in(&place, &taken.id);
    let owner = Owner::current();
    let near = place.clone();
    platform::when_near(&near, move || {
        // What is printed though it is folded up is one among many: small.
        let is_folded = matches!(place.closest("[data-paper]"), Ok(Some(_)));
        let size = if is_folded || place.client_width() < NARROW {
            Size::NARROW
        } else {
            Size::WIDE
        };
        let Some(figure) = (taken.draw)(size, &taken.id).map(Arc::new) else {
            return;
        };
        drawn.set(Some(Arc::clone(&figure)));
        // The reader may have opened the table that the host wrote.
        let is_open = !platform::elements(&place, "details[open]").is_empty();
        // At once, not when a signal is next followed: paper does not wait.
        let mount = move || {
            let view = move || body(&figure, (&taken, is_open), drawn, &cites);
            // What the host drew for a phone stands, on a phone.
            standing::mount(place, view);
        };
        match owner {
            Some(owner) => owner.with(mount),
            None => mount(),
        }
    });
    ().into_any()
}

/// Up to this many rows the host writes the table of a chart among others; a longer one comes with the
/// app, and stands on the page of its indicator.
const LONG: usize = 24;

/// Writes what the data of a figure say: each series in a line of its own, then what is said of all.
/// In one piece, four sources that disagree are twenty lines on a phone.
fn describe(part: &mut Part, words: &str) {
    let (mut series, of_all) = split_once(words, ". ").unwrap_or((words, ""));
    part.open("p", "chart-description");
    while let Some((one, others)) = split_once(series, "; ") {
        part.open("span", "").text(one).text("; ").close();
        series = others;
    }
    part.text(series);
    if !of_all.is_empty() {
        part.text(". ").el("span", "", of_all);
    }
    part.close();
}

/// What stands in the place of a figure, with whether its table is open.
fn body(
    figure: &Arc<Figure>,
    (taken, is_open): (&Arc<Taken>, bool),
    drawn: Drawn,
    cites: &Citations,
) -> AnyView {
    let (id, lang) = (&*taken.id, taken.lang);
    let mut part = Part::new();
    describe(&mut part, figure.description());
    part.open("div", "stage")
        .open("div", "")
        .nest(figure.svg())
        .close();
    if !figure.points().is_empty() {
        write_readout(&mut part, drawn, RwSignal::new(None), lang);
    }
    part.close();
    legend(&mut part, figure);
    let told = [id, "-told"].concat();
    let order = RowOrder::default();
    order.reset(figure);
    let clicked = {
        let (told, figure) = (told.clone(), Arc::clone(figure));
        move |event| order.hear(&event, &figure, &told, lang)
    };
    let on_paper = if platform::is_printed() { "1" } else { "" };
    let details = [
        ("class", "chart-table"),
        ("open", if is_open { "1" } else { on_paper }),
        (platform::OPEN_ON_PAPER, on_paper),
    ];
    part.open_hearing("details", &details, &["click"], clicked)
        .el("summary", "", Key::ChartTable.text(lang));
    if cfg!(not(feature = "csr")) && figure.table().rows.len() > LONG {
        part.el("p", "", Key::ChartTableLong.text(lang));
        return part.view("");
    }
    reader_table::write_copy(&mut part, &told, lang);
    part.open("div", "table-wrap");
    reader_table::write(&mut part, figure, cites);
    part.close().close();
    control(&mut part, Arc::clone(taken));
    part.view("")
}
