//! The chart: drawn anew on every change, with its sentence, its readout, the values of a year and
//! the table. Only what changes is put in place, so that focus stays where it is.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::draw::draw;
use super::Explorer;
use crate::chart::map::MapDetail;
use crate::chart::Figure;
use crate::components::figure::{legend, sample};
use crate::components::live::{follow, live};
use crate::components::part::Part;
use crate::components::reader_table;
use crate::components::readout::write_readout;
use crate::components::state::loaded;
use crate::explore::size_of;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::pages::city::indicators::sources;
use crate::platform;
use crate::readout::put_picture;
use crate::route::ChartKind;

/// Id of the figure, to which the sources lead back.
pub(super) const PANEL: &str = "chart";

/// The event that the window has another size.
const RESIZE: &str = "resize";

/// Width on paper, in CSS pixels.
const PAPER: i32 = 640;

/// Up to this many places the values of a year are shown without asking.
const SHORT: usize = 11;

/// The parts that are put in place, by id.
const WORDS: &str = "chart-words";
const VIEW: &str = "chart-view";
const PICTURE: &str = "chart-picture";
const LEGEND: &str = "chart-legend";
const VALUES: &str = "chart-values";
const TABLE: &str = "chart-table";
const TABLE_TOLD: &str = "told-table";
const TABLE_BODY: &str = "chart-table-body";

/// Writes the panel of the chart.
pub(super) fn write(part: &mut Part, explorer: &Rc<Explorer>) {
    let lang = explorer.lang;
    let keys = sources(&explorer.page.indicator);
    explorer.cites.note(PANEL, &keys);
    let name = explorer.page.indicator.name.get(lang);
    let first = first(explorer);
    part.open_with(
        "figure",
        &[
            ("class", "chart-figure explorer"),
            ("id", PANEL),
            ("tabindex", "-1"),
            ("role", "tabpanel"),
            ("aria-label", name),
        ],
    )
    .el_with(
        "p",
        &[("class", "chart-description"), ("id", WORDS)],
        &first.words,
    );
    waiting(part, explorer);
    part.open_with("div", &[("id", VIEW)])
        .open("div", "stage")
        .open_with("div", &[("id", PICTURE)])
        .nest(&first.picture)
        .close();
    write_readout(part, explorer.drawn, explorer.at, lang);
    part.close()
        .open_with("div", &[("id", LEGEND)])
        .nest(&first.legend)
        .close()
        .el("p", "fine hint", Key::ExploreReadHint.text(lang));
    let open = if explorer.count <= SHORT { "open" } else { "" };
    part.open_with("details", &[("id", VALUES), ("open", open)])
        .el("summary", "", &first.year)
        .open("ul", "values")
        .nest(&first.values)
        .close()
        .close()
        .close()
        .open("p", "chart-sources")
        .text(Key::ChartSources.text(lang))
        .text(": ")
        .open("span", "cites");
    explorer.cites.links(part, &keys);
    part.close().close();
    let title = Key::ChartTable.text(lang);
    part.open_with("details", &[("class", "chart-table"), ("id", TABLE)])
        .el("summary", "", title);
    reader_table::write_copy(part, TABLE_TOLD, lang);
    part.open_with(
        "div",
        &[
            ("class", "table-wrap"),
            ("role", "region"),
            ("tabindex", "0"),
            ("aria-label", title),
            ("id", TABLE_BODY),
        ],
    )
    .nest(&first.table)
    .close()
    .close()
    .close();
    let explorer = Rc::clone(explorer);
    part.island("", move || {
        start(&explorer);
        ().into_any()
    });
}

/// What stands in the panel before a browser draws.
#[derive(Default)]
struct First {
    /// The sentence.
    words: String,
    /// The drawing.
    picture: String,
    /// The names of its series.
    legend: String,
    /// The title of the values of the last year.
    year: String,
    /// These values.
    values: String,
    /// All values.
    table: String,
}

/// Nothing: how wide the chart is to be is known when the panel is there.
#[cfg(feature = "csr")]
fn first(_: &Explorer) -> First {
    First::default()
}

/// What the host draws, for a phone.
#[cfg(not(feature = "csr"))]
fn first(explorer: &Explorer) -> First {
    let drawn = explorer
        .state()
        .and_then(|state| draw(explorer, &state, crate::chart::Size::NARROW, None));
    let Some(figure) = drawn else {
        return First::default();
    };
    let lang = explorer.lang;
    let mut below = Markup::new();
    legend(&mut below, &figure);
    let (year, shown) = figure.years().last().map_or_else(Default::default, |year| {
        let title = Key::ExploreValues.with(lang, &year.to_string());
        (title, values(&figure, *year, lang))
    });
    First {
        words: figure.description().to_owned(),
        picture: figure.svg().to_owned(),
        legend: below.finish(),
        year,
        values: shown,
        table: table(explorer, &figure),
    }
}

/// Says that the lands of a map are on their way, or why not.
fn waiting(part: &mut Part, explorer: &Explorer) {
    let (site, lang) = (explorer.site, explorer.lang);
    let is_map = explorer.is_map;
    part.island("", move || {
        live(move || {
            if is_map.get() {
                loaded(site.lands(MapDetail::Coarse), lang, Key::FailedMap, |_| {
                    ().into_any()
                })
            } else {
                ().into_any()
            }
        })
    });
}

fn start(explorer: &Rc<Explorer>) {
    let Some(panel) = platform::element(PANEL) else {
        return;
    };
    let table = platform::element(TABLE);
    {
        let explorer = Rc::clone(explorer);
        platform::listen(&panel, &["click"], move |event| {
            explorer.drawn.with_untracked(|it| {
                if let Some(figure) = it.as_ref() {
                    explorer
                        .order
                        .hear(&event, figure, TABLE_TOLD, explorer.lang);
                }
            });
        });
    }
    if let Some(table) = table {
        let explorer = Rc::clone(explorer);
        platform::listen(&table, &["toggle"], move |_| show_table(&explorer));
    }
    let sized = {
        let explorer = Rc::clone(explorer);
        move |kind: &str| {
            let is_printed = kind == "beforeprint";
            // Out of sight the place has no width.
            let width = if is_printed {
                PAPER
            } else {
                platform::element(PANEL).map_or(0, |it| it.client_width())
            };
            let before = explorer.width.get();
            if width > 0 {
                explorer.width.set(width);
            }
            // For paper with the table, which is open by now, and back.
            if kind != RESIZE || (width > 0 && size_of(width) != size_of(before)) {
                redraw(&explorer);
            }
        }
    };
    sized(RESIZE);
    let heard = [RESIZE, "beforeprint", "afterprint"].map(|kind| {
        let sized = sized.clone();
        window_event_listener_untyped(kind, move |_| sized(kind))
    });
    on_cleanup(move || {
        for it in heard {
            it.remove();
        }
    });
    {
        let explorer = Rc::clone(explorer);
        follow(move || {
            // Read for the sake of being told.
            drop(explorer.site.address());
            if explorer.is_map.get() {
                drop(explorer.site.lands(MapDetail::Coarse).get());
            }
            untrack(|| redraw(&explorer));
        });
    }
    let explorer = Rc::clone(explorer);
    follow(move || show_values(&explorer));
}

/// Draws what the address says and puts it in place.
fn redraw(explorer: &Explorer) {
    let Some(state) = explorer.state() else {
        return;
    };
    let kind = explorer.kind(&state);
    let is_map = kind == ChartKind::Map;
    if explorer.is_map.get_untracked() != is_map {
        explorer.is_map.set(is_map);
    }
    let lands = is_map.then(|| explorer.site.lands(MapDetail::Coarse));
    let lands = lands.and_then(|it| it.ready());
    let size = size_of(explorer.width.get());
    let figure = draw(explorer, &state, size, lands.as_deref()).map(Arc::new);
    let words = figure.as_ref().map_or("", |it| it.description());
    let mut below = Markup::new();
    if let Some(figure) = &figure {
        legend(&mut below, figure);
    }
    for (id, html) in [
        (WORDS, crate::markup::escape(words)),
        (LEGEND, below.finish()),
    ] {
        if let Some(element) = platform::element(id) {
            element.set_inner_html(&html);
        }
    }
    if let Some(picture) = platform::element(PICTURE) {
        explorer.drawn.with_untracked(|before| {
            put_picture(&picture, before.as_deref(), figure.as_deref());
        });
    }
    if let Some(view) = platform::element(VIEW) {
        // What is shown as a table alone has no picture.
        platform::put(&view, "hidden", &(kind == ChartKind::Table).into());
        view.set_class_name(if is_map { "map-view" } else { "" });
    }
    explorer.at.set(None);
    explorer.drawn.set(figure);
    if let Some(table) = platform::element(TABLE) {
        if kind == ChartKind::Table {
            table.set_attribute("open", "").ok();
        }
    }
    show_table(explorer);
}

/// Puts all values at the year of the point told in place; else those of the last year drawn.
fn show_values(explorer: &Explorer) {
    let at = explorer.at.get();
    let Some(place) = platform::element(VALUES) else {
        return;
    };
    explorer.drawn.with(|it| {
        let year = it.as_ref().and_then(|figure| {
            let state = untrack(|| explorer.state())?;
            // Bars have each value beside them, and a table is nothing else.
            if matches!(explorer.kind(&state), ChartKind::Bars | ChartKind::Table) {
                return None;
            }
            let told = at.and_then(|at| figure.points().get(at)).map(|it| it.year);
            told.or_else(|| figure.years().last().copied())
        });
        platform::put(&place, "hidden", &year.is_none().into());
        let (Some(figure), Some(year)) = (it.as_ref(), year) else {
            return;
        };
        let title = Key::ExploreValues.with(explorer.lang, &year.to_string());
        for part in platform::elements(&place, "summary") {
            part.set_text_content(Some(&title));
        }
        for part in platform::elements(&place, "ul") {
            part.set_inner_html(&values(figure, year, explorer.lang));
        }
    });
}

/// All values of a year.
fn values(figure: &Figure, year: i32, lang: Lang) -> String {
    let mut markup = Markup::new();
    // A label begins with the year, which the title says.
    let year_words = [&year.to_string(), ": "].concat();
    for index in figure.in_year(year) {
        let Some(point) = figure.points().get(index) else {
            continue;
        };
        let value = point.label.get(year_words.len()..).unwrap_or(&point.label);
        markup.open("li", "");
        // The legend of a map names shades.
        let entry = figure.legend().get(point.series);
        if let Some(entry) = entry.filter(|it| point.name.starts_with(&it.name)) {
            sample(&mut markup, entry);
        }
        markup
            .text(" ")
            .text(&point.name)
            .text(" ")
            .el("b", "", value);
        if point.projected {
            markup
                .text(" ")
                .el("span", "fine", Key::ChartProjected.text(lang));
        }
        markup.close();
    }
    markup.finish()
}

/// Puts the table in place if it is open; a closed one costs nothing.
fn show_table(explorer: &Explorer) {
    let is_open = platform::element(TABLE).is_some_and(|it| it.has_attribute("open"));
    let Some(body) = platform::element(TABLE_BODY) else {
        return;
    };
    let html = explorer.drawn.with_untracked(|it| {
        let figure = it.as_ref().filter(|_| is_open)?;
        explorer.order.reset(figure);
        Some(table(explorer, figure))
    });
    body.set_inner_html(&html.unwrap_or_default());
}

/// The table of a figure, with its unit.
fn table(explorer: &Explorer, figure: &Figure) -> String {
    let mut markup = Markup::new();
    let unit = Key::ChartDescriptionUnit.with(explorer.lang, &figure.table().unit);
    markup.el("p", "fine", &unit);
    let write = if platform::is_printed() {
        reader_table::write_on_paper
    } else {
        reader_table::write
    };
    write(&mut markup, figure, &explorer.cites);
    markup.finish()
}
