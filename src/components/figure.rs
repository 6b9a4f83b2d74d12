//! A chart on the page: heading, sentence, picture with its readout, table, notes and sources.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use super::cite::Citations;
use crate::chart::{Figure, Size};
use crate::html::escape;
use crate::i18n::Key;
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

/// A chart that is drawn when it comes near the window.
///
/// `draw` makes the picture for a size; it is told a prefix for ids, unique on the page.
pub fn figure(
    context: Context,
    draw: impl Fn(Size, &str) -> Option<Figure> + Send + Sync + 'static,
) -> AnyView {
    let Context { id, title, notes, sources, lang, cites } = context;
    cites.note(&id, &sources);
    let drawn = RwSignal::new(None::<Arc<Figure>>);
    let node = NodeRef::<html::Figure>::new();
    let prefix = id.clone();
    node.on_load(move |element| {
        let near = element.clone();
        platform::when_near(&element, move || {
            let size = if near.client_width() < NARROW { Size::NARROW } else { Size::WIDE };
            drawn.set(draw(size, &prefix).map(Arc::new));
        });
    });
    let links = cites.links(&sources);
    let body = {
        let cites = cites.clone();
        move || drawn.get().map(|figure| body(&figure, lang, &cites))
    };
    let notes = notes.into_iter().map(|note| view! { <p class="note">{note}</p> }).collect_view();
    view! {
        <figure class="chart" id=id tabindex="-1" node_ref=node>
            <h4>{title}</h4>
            <div class="chart-body">{body}</div>
            {notes}
            <p class="chart-sources">
                {Key::ChartSources.text(lang)} ": " <span class="cites" inner_html=links></span>
            </p>
        </figure>
    }
    .into_any()
}

/// Below this width in CSS pixels a chart is drawn narrow.
const NARROW: i32 = 480;

fn body(figure: &Arc<Figure>, lang: Lang, cites: &Citations) -> AnyView {
    view! {
        <p class="chart-description">{figure.description().to_owned()}</p>
        {stage(figure, lang)}
        <details class="chart-table">
            <summary>{Key::ChartTable.text(lang)}</summary>
            <div class="table-wrap" tabindex="0" inner_html=table(figure, cites)></div>
        </details>
    }
    .into_any()
}

/// The picture with a readout: the nearest point by pointer or touch, each point by keyboard.
fn stage(figure: &Arc<Figure>, lang: Lang) -> AnyView {
    let svg = figure.svg().to_owned();
    if figure.points().is_empty() {
        return view! { <div class="stage" inner_html=svg></div> }.into_any();
    }
    let at = RwSignal::new(None::<usize>);
    let last = figure.points().len().saturating_sub(1);
    let (width, height) = figure.size();
    let label = Key::ChartReadout.with(lang, figure.heading());
    let words = {
        let figure = Arc::clone(figure);
        Memo::new(move |_| at.get().and_then(|at| Some(figure.points().get(at)?.words.clone())))
    };
    let keyed = {
        let figure = Arc::clone(figure);
        move |event: KeyboardEvent| {
            let now = at.get_untracked();
            let next = match event.key().as_str() {
                "ArrowRight" => figure.step(now, 1, 0),
                "ArrowLeft" => figure.step(now, -1, 0),
                "ArrowUp" => figure.step(now, 0, -1),
                "ArrowDown" => figure.step(now, 0, 1),
                "Home" => Some(0),
                "End" => Some(last),
                "Escape" => None,
                _ => return,
            };
            event.prevent_default();
            at.set(next);
        }
    };
    let pointed = {
        let figure = Arc::clone(figure);
        move |event: PointerEvent| {
            let Some((x, y)) = platform::place_in(&event) else { return };
            at.set(figure.nearest(x * width, y * height));
        }
    };
    let tip = {
        let figure = Arc::clone(figure);
        move || {
            let point = figure.points().get(at.get()?)?;
            let (left, top) = (point.x / width * 100.0, point.y / height * 100.0);
            let class = if left > 60.0 { "tip left" } else { "tip" };
            Some(view! {
                <span class="mark" style:left=format!("{left:.2}%") style:top=format!("{top:.2}%")></span>
                <span class=class style:left=format!("{left:.2}%") style:top=format!("{top:.2}%")>
                    {point.words.clone()}
                </span>
            })
        }
    };
    view! {
        <div class="stage">
            <div inner_html=svg></div>
            <div
                class="readout"
                role="slider"
                tabindex="0"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=last
                aria-valuenow=move || at.get().unwrap_or(0)
                aria-valuetext=move || words.get().unwrap_or_default()
                on:keydown=keyed
                on:focus=move |_| if at.get_untracked().is_none() { at.set(Some(last)) }
                on:blur=move |_| at.set(None)
                on:pointermove=pointed.clone()
                on:pointerdown=pointed
                on:pointerleave=move |_| at.set(None)
            >
                <span aria-hidden="true">{tip}</span>
            </div>
        </div>
    }
    .into_any()
}

/// The values as a table, each with its sources.
fn table(figure: &Figure, cites: &Citations) -> String {
    let table = figure.table();
    let mut html = format!("<table><caption class=\"visually-hidden\">{}</caption><thead><tr>", escape(figure.heading()));
    for head in &table.headers {
        write!(html, "<th scope=\"col\">{}</th>", escape(head)).ok();
    }
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        write!(html, "<tr><th scope=\"row\">{}</th>", row.year).ok();
        for cell in &row.cells {
            let links = cites.links(&cell.sources);
            write!(html, "<td>{}<sup class=\"cites\">{links}</sup></td>", escape(&cell.text)).ok();
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}
