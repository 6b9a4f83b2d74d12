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
    /// Where the same figures stand beside those of other places; may be empty.
    pub explore: String,
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
        explore,
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
    part.close();
    if !explore.is_empty() {
        part.text(" · ")
            .link("", &explore, Key::ChartExplore.text(lang));
    }
    part.close().close().close();
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
        Some(figure) => body(&figure, drawn, lang, &cites),
        None => ().into_any(),
    })
}

fn body(figure: &Figure, drawn: Drawn, lang: Lang, cites: &Citations) -> AnyView {
    let mut part = Part::new();
    part.el("p", "chart-description", figure.description())
        .open("div", "stage")
        .open("div", "")
        .nest(figure.svg())
        .close();
    if !figure.points().is_empty() {
        part.island("", move || readout(drawn, RwSignal::new(None), lang));
    }
    part.close();
    legend(&mut part, figure);
    part.open("details", "chart-table")
        .el("summary", "", Key::ChartTable.text(lang))
        .open("div", "table-wrap");
    table(&mut part, figure, cites, false);
    part.view("")
}

/// The figure that is drawn now.
pub type Drawn = RwSignal<Option<Arc<Figure>>>;

/// The nearest point by pointer or touch, each point by keyboard; a click keeps a point until the
/// next. `at` is the index of the point told.
#[must_use]
pub fn readout(drawn: Drawn, at: RwSignal<Option<usize>>, lang: Lang) -> AnyView {
    let kept = StoredValue::new(false);
    // Told of the present figure, or without one.
    let of_figure = move |act: &dyn Fn(&Figure) -> Option<usize>| {
        drawn.with_untracked(|figure| figure.as_deref().and_then(act))
    };
    let last = move || drawn.with(|it| it.as_ref().map_or(0, |it| it.points().len()));
    let last = Memo::new(move |_| last().saturating_sub(1));
    let is_empty = move || drawn.with(|it| it.as_ref().is_none_or(|it| it.points().is_empty()));
    let label = move || {
        drawn.with(|it| {
            let heading = it.as_ref().map_or("", |it| it.heading());
            Key::ChartReadout.with(lang, heading)
        })
    };
    let spoken = Memo::new(move |_| {
        drawn.with(|it| Some(words(it.as_ref()?.points().get(at.get()?)?, lang)))
    });
    let keyed = move |event: KeyboardEvent| {
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
        event.prevent_default();
        kept.set_value(false);
        at.set(of_figure(&|figure| figure.step(now, step?)));
    };
    let pointed = move |event: &PointerEvent| {
        let (x, y) = platform::place_in(event)?;
        // The mark under the pointer, where a map says which it is; else the nearest.
        let marked = platform::marked_at(event, "data-point");
        of_figure(&|figure| {
            let marked = marked.as_ref().and_then(|it| it.parse().ok());
            let size = figure.size();
            marked.or_else(|| figure.nearest(x * f64::from(size.width), y * f64::from(size.height)))
        })
    };
    let moved = move |event: PointerEvent| {
        if !kept.get_value() {
            at.set(pointed(&event));
        }
    };
    let pressed = move |event: PointerEvent| {
        let found = pointed(&event);
        kept.set_value(!(kept.get_value() && found == at.get_untracked()));
        at.set(found);
    };
    let left = move |_| {
        if !kept.get_value() {
            at.set(None);
        }
    };
    let blurred = move |_| {
        kept.set_value(false);
        at.set(None);
    };
    let tip = live(move || {
        let told = drawn.with(|it| {
            let figure = it.as_ref()?;
            let point = figure.points().get(at.get()?)?;
            let part = |at: f64, whole: u32| at / f64::from(whole.max(1)) * 100.0;
            let size = figure.size();
            Some(tip(
                part(point.x, size.width),
                part(point.y, size.height),
                &words(point, lang),
            ))
        });
        told.unwrap_or_else(|| ().into_any())
    });
    view! {
            <div
                class="readout"
                role="slider"
                tabindex="0"
                hidden=is_empty
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=move || last.get()
                aria-valuenow=move || at.get().unwrap_or(0)
                aria-valuetext=move || spoken.get().unwrap_or_default()
                on:keydown=keyed
                on:focus=move |_| if at.get_untracked().is_none() { at.set(Some(last.get_untracked())) }
                on:blur=blurred
                on:pointermove=moved
                on:pointerdown=pressed
                on:pointerleave=left
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

/// Writes the names of the series that do not stand in the chart itself, each with a sample of its
/// mark.
pub fn legend(markup: &mut Markup, figure: &Figure) {
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

/// Writes the values as a table, each with its sources; with a button for each column where the
/// reader can sort it.
pub fn table(markup: &mut Markup, figure: &Figure, cites: &Citations, is_sortable: bool) {
    let table = figure.table();
    let lang = cites.lang();
    markup
        .open("table", "")
        .el("caption", "visually-hidden", figure.heading());
    markup.open("thead", "").open("tr", "");
    for (place, head) in table.headers.iter().enumerate() {
        markup.open_with("th", &[("scope", "col")]);
        if is_sortable {
            let place = place.to_string();
            let label = Key::ExploreSort.with(lang, head);
            let button = [
                ("type", "button"),
                ("data-sort", place.as_str()),
                ("aria-label", &label),
            ];
            markup.el_with("button", &button, head);
        } else {
            markup.text(head);
        }
        markup.close();
    }
    markup.close().close().open("tbody", "");
    for (place, row) in table.rows.iter().enumerate() {
        markup
            .open_with("tr", &[("data-row", &place.to_string())])
            .el_with("th", &[("scope", "row")], &row.head);
        for cell in &row.cells {
            markup.open("td", "").text(&cell.text);
            if cell.projected {
                markup.el("sup", "cites", Key::ChartProjected.text(lang));
                markup.text(" ");
            }
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
