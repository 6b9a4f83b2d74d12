//! The chart: drawn anew on every change, with its sentence, its readout, the values of a year and
//! the table. Only what changes is put in place, so that focus stays where it is.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, MouseEvent};

use super::draw::{draw, size_of};
use super::Explorer;
use crate::chart::map::MapDetail;
use crate::chart::Figure;
use crate::components::figure::{legend, readout, table};
use crate::components::live::{block, html, live};
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::data::File;
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut_map::MapLands;
use crate::model::Lang;
use crate::pages::city::indicators::sources;
use crate::platform;
use crate::route::ChartKind;

/// Id of the figure, to which the sources lead back.
pub(super) const PANEL: &str = "chart";

/// Up to this many places the values of a year are shown without asking.
const SHORT: usize = 11;

/// Writes the panel of the chart.
pub(super) fn write(part: &mut Part, explorer: &Explorer) {
    let keys = sources(&explorer.page.indicator);
    explorer.cites.note(PANEL, &keys);
    part.open_with(
        "figure",
        &[
            ("class", "chart-figure explorer"),
            ("id", PANEL),
            ("tabindex", "-1"),
            ("role", "tabpanel"),
            (
                "aria-label",
                explorer.page.indicator.name.get(explorer.lang),
            ),
        ],
    );
    let explorer = explorer.clone();
    part.island_in("div", "", Box::new(move |place| panel(&explorer, place)));
    part.close();
}

/// The width of a place, in steps, followed as the window changes.
fn followed_size(place: HtmlElement) -> Memo<(u32, u32)> {
    let width = RwSignal::new_local(place.client_width());
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        width.set(place.client_width());
    });
    on_cleanup(move || resized.remove());
    Memo::new(move |_| {
        let size = size_of(width.get());
        (size.width, size.height)
    })
}

fn panel(explorer: &Explorer, place: HtmlElement) -> AnyView {
    let (lang, drawn, state) = (explorer.lang, explorer.drawn, explorer.state);
    let kind = {
        let explorer = explorer.clone();
        Memo::new(move |_| state.with(|state| explorer.kind(state)))
    };
    let lands: Memo<Option<File<MapLands>>> = {
        let site = explorer.site;
        Memo::new_with_compare(
            move |_| (kind.get() == ChartKind::Map).then(|| site.lands(MapDetail::Coarse)),
            |one, two| one.map(Option::is_some) != two.map(Option::is_some),
        )
    };
    let at = RwSignal::new(None::<usize>);
    let size = followed_size(place);
    {
        let explorer = explorer.clone();
        Effect::new(move |_| {
            let (width, height) = size.get();
            let size = crate::chart::Size { width, height };
            let lands = lands.get().and_then(|it| it.ready());
            let figure = state.with(|state| draw(&explorer, state, size, lands.as_deref()));
            at.set(None);
            drawn.set(figure.map(Arc::new));
        });
    }
    let waiting = live(move || match lands.get() {
        Some(lands) => loaded(lands, lang, Key::FailedMap, |_| ().into_any()),
        None => ().into_any(),
    });
    let description = move || drawn.with(|it| it.as_ref().map(|it| it.description().to_owned()));
    let picture = live(move || {
        // What is shown as a table alone has no picture.
        let svg = drawn.with(|it| it.as_ref().map(|it| it.svg().to_owned()));
        html("", svg.unwrap_or_default())
    });
    let below = live(move || {
        let mut markup = Markup::new();
        drawn.with(|it| {
            if let Some(figure) = it.as_ref() {
                legend(&mut markup, figure);
            }
        });
        block("", markup)
    });
    let year = Memo::new(move |_| drawn.with(|it| year_told(it.as_deref()?, kind.get(), at.get())));
    let title = move || {
        let year = year.get().map(|it| it.to_string());
        Key::ExploreValues.with(lang, &year.unwrap_or_default())
    };
    let values = live(move || match year.get() {
        Some(year) => drawn.with(|it| values(it.as_deref(), year, lang)),
        None => ().into_any(),
    });
    let is_short = explorer.count <= SHORT;
    let cited = {
        let mut markup = Markup::new();
        markup
            .open("p", "chart-sources")
            .text(Key::ChartSources.text(lang))
            .text(": ")
            .open("span", "cites");
        let keys = sources(&explorer.page.indicator);
        explorer.cites.links(&mut markup, &keys);
        block("", markup)
    };
    let is_table = move || kind.get() == ChartKind::Table;
    let class = move || {
        if kind.get() == ChartKind::Map {
            "stage map-stage"
        } else {
            "stage"
        }
    };
    view! {
        <p class="chart-description">{description}</p>
        {waiting}
        <div hidden=is_table>
            <div class=class>
                {picture}
                {readout(drawn, at, lang)}
            </div>
            {below}
            <p class="fine hint">{Key::ExploreReadHint.text(lang)}</p>
            <details class="chart-values" open=is_short hidden=move || year.get().is_none()>
                <summary>{title}</summary>
                {values}
            </details>
        </div>
        {cited}
        {values_table(explorer, kind)}
    }
    .into_any()
}

/// The year of which all values are told: that of the point told, else the last that is drawn.
fn year_told(figure: &Figure, kind: ChartKind, at: Option<usize>) -> Option<i32> {
    if !matches!(kind, ChartKind::Line | ChartKind::Multiples) {
        return None;
    }
    let told = at.and_then(|at| figure.points().get(at)).map(|it| it.year);
    told.or_else(|| figure.years().last().copied())
}

/// All values of a year.
fn values(figure: Option<&Figure>, year: i32, lang: Lang) -> AnyView {
    let mut markup = Markup::new();
    markup.open("ul", "values");
    let Some(figure) = figure else {
        return block("", markup);
    };
    // A label begins with the year, which the title says.
    let year_words = [&year.to_string(), ": "].concat();
    for index in figure.in_year(year) {
        let Some(point) = figure.points().get(index) else {
            continue;
        };
        let sample = [
            ("class", "chart"),
            ("viewBox", "0 0 20 12"),
            ("aria-hidden", "true"),
        ];
        let class = figure.legend().get(point.series).map_or("", |it| &it.class);
        let value = point
            .label
            .strip_prefix(&year_words)
            .unwrap_or(&point.label);
        markup
            .open("li", "")
            .open_with("svg", &sample)
            .void("path", &[("class", class), ("d", "M0 6h20")])
            .close()
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
    block("", markup)
}

/// Below the chart the table, made once it is opened or the page is printed.
fn values_table(explorer: &Explorer, kind: Memo<ChartKind>) -> AnyView {
    let (lang, drawn) = (explorer.lang, explorer.drawn);
    let is_open = RwSignal::new(false);
    let printing = window_event_listener_untyped("beforeprint", move |_| is_open.set(true));
    on_cleanup(move || printing.remove());
    let is_shown = Memo::new(move |_| is_open.get() || kind.get() == ChartKind::Table);
    let order = StoredValue::new(Vec::<usize>::new());
    let cites = explorer.cites.clone();
    let content = live(move || {
        let mut markup = Markup::new();
        if is_shown.get() {
            drawn.with(|it| {
                if let Some(figure) = it.as_ref() {
                    order.set_value((0..figure.table().rows.len()).collect());
                    markup.el(
                        "p",
                        "fine",
                        &Key::ChartDescriptionUnit.with(lang, &figure.table().unit),
                    );
                    table(&mut markup, figure, &cites, true);
                }
            });
        }
        block("", markup)
    });
    let sort = move |event: MouseEvent| {
        drawn.with_untracked(|it| {
            let sorted = it.as_ref().and_then(|it| sorted(it, &event, lang));
            if let Some(sorted) = sorted {
                order.set_value(sorted);
            }
        });
    };
    let copier = explorer.clone();
    let copy = move |_| {
        let text = drawn.with_untracked(|it| {
            let figure = it.as_ref()?;
            Some(explore::tsv(figure.table(), &order.get_value(), lang))
        });
        super::take::copy(&copier, Key::ExploreTable, true, text.unwrap_or_default());
    };
    view! {
        <details
            class="chart-table"
            prop:open=move || is_shown.get()
            on:toggle=move |event| {
                let open = event
                    .target()
                    .and_then(|it| it.dyn_into::<Element>().ok())
                    .is_some_and(|it| it.has_attribute("open"));
                is_open.set(open);
            }
        >
            <summary>{Key::ChartTable.text(lang)}</summary>
            <button type="button" class="plain" on:click=copy>{Key::ExploreCopyTable.text(lang)}</button>
            {super::take::told_view(explorer.told, true, lang)}
            <div
                class="table-wrap"
                role="region"
                tabindex="0"
                aria-label=Key::ChartTable.text(lang)
                on:click=sort
            >
                {content}
            </div>
        </details>
    }
    .into_any()
}

/// Sorts the rows by the column whose button was pressed, and says so to screen readers; the order
/// of the rows of the figure's table.
fn sorted(figure: &Figure, event: &MouseEvent, lang: Lang) -> Option<Vec<usize>> {
    let button: Element = event.target()?.dyn_into().ok()?;
    let column: usize = button.get_attribute("data-sort")?.parse().ok()?;
    let head = button.parent_element()?;
    let all = button.closest("table").ok()??;
    let descends = head.get_attribute("aria-sort").as_deref() == Some("ascending");
    for other in platform::marked(&all, "aria-sort") {
        other.remove_attribute("aria-sort").ok();
    }
    let words = if descends { "descending" } else { "ascending" };
    head.set_attribute("aria-sort", words).ok();
    let order = explore::sorted(figure.table(), column, descends, lang);
    let rows = platform::marked(&all, "data-row");
    let is_row = |row: &HtmlElement, index: usize| {
        let number = row.get_attribute("data-row").and_then(|it| it.parse().ok());
        number == Some(index)
    };
    for index in &order {
        if let Some(row) = rows.iter().find(|it| is_row(it, *index)) {
            // Moved, not made again: what stands in the table stays as it is.
            row.parent_element()?.append_child(row).ok();
        }
    }
    Some(order)
}
