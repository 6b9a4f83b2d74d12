//! A chart on the page: heading, sentence, picture with its readout, table, notes and sources.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

use super::cite::Citations;
use super::live::live;
use super::part::Part;
use crate::chart::{tenths, Figure, FigurePoint, Size, Step};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;

/// What a chart on the page needs beside its picture.
pub struct Context {
    /// Id of the element, unique on the page.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What a reader must know to read it, each in a paragraph.
    pub notes: Vec<String>,
    /// Keys of all its sources.
    pub sources: Vec<String>,
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
    boxed(part, context, Box::new(draw));
}

type Draw = Box<dyn Fn(Size, &str) -> Option<Figure> + Send + Sync>;

fn boxed(part: &mut Part, context: Context, draw: Draw) {
    let Context {
        id,
        title,
        notes,
        sources,
        lang,
        cites,
    } = context;
    cites.note(&id, &sources);
    part.open_with(
        "figure",
        &[("class", "chart-figure"), ("id", &id), ("tabindex", "-1")],
    )
    .el("h4", "", &title);
    let chart = {
        let cites = cites.clone();
        move |place: HtmlElement| drawn(place, id, lang, cites, draw)
    };
    part.island_in("div", "chart-body", Box::new(chart));
    part.open("div", "");
    for note in &notes {
        part.el("p", "note", note);
    }
    part.open("p", "chart-sources")
        .text(Key::ChartSources.text(lang))
        .text(": ")
        .open("span", "cites");
    cites.links(part, &sources);
    part.close().close().close().close();
}

/// Below this width in CSS pixels a chart is drawn narrow.
const NARROW: i32 = 480;

/// What stands in the figure once `place` is near.
fn drawn(place: HtmlElement, id: String, lang: Lang, cites: Citations, draw: Draw) -> AnyView {
    let drawn = RwSignal::new(None::<Arc<Figure>>);
    let near = place.clone();
    platform::when_near(&near, move || {
        let size = if place.client_width() < NARROW {
            Size::NARROW
        } else {
            Size::WIDE
        };
        drawn.set(draw(size, &id).map(Arc::new));
    });
    live(move || match drawn.get() {
        Some(figure) => body(&figure, lang, &cites),
        None => ().into_any(),
    })
}

fn body(figure: &Arc<Figure>, lang: Lang, cites: &Citations) -> AnyView {
    let mut part = Part::new();
    part.el("p", "chart-description", figure.description())
        .open("div", "stage")
        .open("div", "")
        .nest(figure.svg())
        .close();
    if !figure.points().is_empty() {
        let figure = Arc::clone(figure);
        part.island("", move || readout(&figure, lang));
    }
    part.close();
    legend(&mut part, figure);
    part.open("details", "chart-table")
        .el("summary", "", Key::ChartTable.text(lang))
        .open("div", "table-wrap");
    table(&mut part, figure, cites);
    part.view("")
}

/// The nearest point by pointer or touch, each point by keyboard.
fn readout(figure: &Arc<Figure>, lang: Lang) -> AnyView {
    let at = RwSignal::new(None::<usize>);
    let last = figure.points().len().saturating_sub(1);
    let size = figure.size();
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let label = Key::ChartReadout.with(lang, figure.heading());
    let spoken = {
        let figure = Arc::clone(figure);
        let words = move |at: usize| Some(words(figure.points().get(at)?, lang));
        Memo::new(move |_| at.get().and_then(&words))
    };
    let keyed = {
        let figure = Arc::clone(figure);
        move |event: KeyboardEvent| {
            let now = at.get_untracked();
            let step = match event.key().as_str() {
                "ArrowRight" => Some(Step::Later),
                "ArrowLeft" => Some(Step::Earlier),
                "ArrowUp" => Some(Step::PreviousSeries),
                "ArrowDown" => Some(Step::NextSeries),
                "Home" => Some(Step::First),
                "End" => Some(Step::Last),
                "Escape" => None,
                _ => return,
            };
            let next = step.and_then(|step| figure.step(now, step));
            event.prevent_default();
            at.set(next);
        }
    };
    let pointed = {
        let figure = Arc::clone(figure);
        move |event: PointerEvent| {
            let Some((x, y)) = platform::place_in(&event) else {
                return;
            };
            at.set(figure.nearest(x * width, y * height));
        }
    };
    let tip = {
        let figure = Arc::clone(figure);
        live(
            move || match at.get().and_then(|at| figure.points().get(at)) {
                Some(point) => tip(
                    point.x / width * 100.0,
                    point.y / height * 100.0,
                    &words(point, lang),
                ),
                None => ().into_any(),
            },
        )
    };
    view! {
            <div
                class="readout"
                role="slider"
                tabindex="0"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=last
                aria-valuenow=move || at.get().unwrap_or(0)
                aria-valuetext=move || spoken.get().unwrap_or_default()
                on:keydown=keyed
                on:focus=move |_| if at.get_untracked().is_none() { at.set(Some(last)) }
                on:blur=move |_| at.set(None)
                on:pointermove=pointed.clone()
                on:pointerdown=pointed
                on:pointerleave=move |_| at.set(None)
            >
                <span aria-hidden="true">{tip}</span>
            </div>
    }
    .into_any()
}

/// A point in words: its series, year and value.
fn words(point: &FigurePoint, lang: Lang) -> String {
    let FigurePoint {
        name,
        label,
        projected,
        ..
    } = point;
    let mark = if *projected {
        format!(" ({})", Key::ChartProjected.text(lang))
    } else {
        String::new()
    };
    format!("{name}, {label}{mark}")
}

/// The names of the series that do not stand in the chart itself, each with a sample of its mark.
fn legend(markup: &mut Markup, figure: &Figure) {
    let mut entries = figure
        .legend()
        .iter()
        .filter(|entry| !entry.direct)
        .peekable();
    // A single series needs no name beside the heading.
    if entries.peek().is_none() || figure.legend().len() < 2 {
        return;
    }
    markup.open("ul", "legend");
    for entry in entries {
        let sample = [
            ("class", "chart"),
            ("viewBox", "0 0 20 12"),
            ("aria-hidden", "true"),
        ];
        markup.open("li", "").open_with("svg", &sample);
        if entry.class.starts_with("bar") {
            let area = [("class", entry.class.as_str()), ("d", "M1 1h18v10h-18z")];
            markup.void("path", &area);
        } else {
            markup.void("path", &[("class", &entry.class), ("d", "M0 6h20")]);
        }
        markup.close().text(" ").text(&entry.name).close();
    }
    markup.close();
}

/// The mark of a point and its words beside it; places in percent of the picture.
fn tip(left: f64, top: f64, words: &str) -> AnyView {
    let class = if left > 60.0 { "tip left" } else { "tip" };
    let (left, top) = (tenths(left) + "%", tenths(top) + "%");
    // Not as an attribute of markup: a content security policy would refuse it.
    view! {
        <span class="mark" style:left=left.clone() style:top=top.clone()></span>
        <span class=class style:left=left style:top=top>{words.to_owned()}</span>
    }
    .into_any()
}

/// The values as a table, each with its sources.
fn table(markup: &mut Markup, figure: &Figure, cites: &Citations) {
    let table = figure.table();
    markup
        .open("table", "")
        .el("caption", "visually-hidden", figure.heading());
    markup.open("thead", "").open("tr", "");
    for head in &table.headers {
        markup.el_with("th", &[("scope", "col")], head);
    }
    markup.close().close().open("tbody", "");
    for row in &table.rows {
        markup
            .open("tr", "")
            .el_with("th", &[("scope", "row")], &row.head);
        for cell in &row.cells {
            markup.open("td", "").text(&cell.text);
            if !cell.sources.is_empty() {
                markup.open("sup", "cites");
                cites.links(markup, &cell.sources);
                markup.close();
            }
            markup.close();
        }
        markup.close();
    }
    markup.close().close();
}
