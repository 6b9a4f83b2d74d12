//! Controls: one line of plain markup, with one listener for each kind of event around it. What the
//! address says is put into the controls; they are never made again, so that focus stays.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::chart::PANEL;
use super::draw::scales;
use super::Explorer;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::platform::{self, listen, marked, put, target, value};
use crate::route::{ChartKind, IndicatorState, Places};
use crate::search::fold;

/// How long a year stays while the years are played, in milliseconds.
const PACE: i32 = 900;

/// From this many places on there is a search among them.
const SEARCH_FROM: usize = 12;

const fn words_of(kind: ChartKind) -> Key {
    match kind {
        ChartKind::Line => Key::ExploreLine,
        ChartKind::Table => Key::ExploreTable,
        ChartKind::Map => Key::ExploreMap,
        ChartKind::Bars => Key::ExploreBars,
        ChartKind::Multiples => Key::ExploreMultiples,
        ChartKind::Difference => Key::ExploreDifference,
    }
}

/// Writes the controls.
pub(super) fn write(part: &mut Part, explorer: &Rc<Explorer>) {
    let explorer = Rc::clone(explorer);
    let start = move |place: HtmlElement| {
        place.set_inner_html(&markup(&explorer));
        start(explorer, &place);
        ().into_any()
    };
    part.island_in("div", "controls", Box::new(start));
}

fn start(explorer: Rc<Explorer>, node: &HtmlElement) {
    for kind in ["click", "change", "input", "keydown"] {
        let (explorer, node) = (Rc::clone(&explorer), node.clone());
        listen(&node.clone(), kind, move |event| {
            let Some(control) = target(&event) else {
                return;
            };
            match kind {
                "click" => {
                    if let Ok(Some(button)) = control.closest("button") {
                        click(&explorer, &button, &node);
                    }
                }
                "change" => change(&explorer, &control, &value(&control)),
                "input" => typed(&explorer, &control, &node),
                _ => walk(&node, &control, &event),
            }
        });
    }
    {
        // Nothing plays on when the page has gone.
        let playing = Rc::clone(&explorer.playing);
        let playing = StoredValue::new_local(playing);
        on_cleanup(move || playing.with_value(|it| it.set(false)));
    }
    let node = node.clone();
    follow(move || {
        drop(explorer.site.address());
        untrack(|| show(&explorer, &node));
    });
}

/// What is typed, or drawn along the years.
fn typed(explorer: &Explorer, control: &Element, node: &HtmlElement) {
    if control.has_attribute("data-find") {
        find(node, &value(control));
    } else if control.has_attribute("data-year") {
        explorer.playing.set(false);
        let at: Option<usize> = value(control).parse().ok();
        let year = at.and_then(|at| explorer.years.get(at)).copied();
        explorer.change(&|state| state.year = year);
    }
}

fn markup(explorer: &Explorer) -> String {
    let lang = explorer.lang;
    let mut out = Markup::new();
    let kinds = ChartKind::ALL
        .into_iter()
        .filter(|it| explore::suits(*it, explorer.count, explorer.years.len()));
    let label = Key::ExploreKinds.text(lang);
    out.open_with(
        "div",
        &[
            ("class", "tabs"),
            ("role", "tablist"),
            ("aria-label", label),
        ],
    );
    for kind in kinds {
        let tab = [
            ("type", "button"),
            ("role", "tab"),
            ("data-kind", kind.id()),
            ("aria-controls", PANEL),
        ];
        out.el_with("button", &tab, words_of(kind).text(lang));
    }
    out.close().open("div", "options");
    if explorer.count > 1 {
        places(&mut out, explorer);
    }
    if explorer.years.len() > 1 {
        for (name, key) in [("from", Key::ExploreFrom), ("to", Key::ExploreTo)] {
            out.open_with("label", &[("data-for", "span")])
                .el("span", "", key.text(lang))
                .open_with("select", &[("data-end", name)]);
            for year in &explorer.years {
                let year = year.to_string();
                out.el_with("option", &[("value", &year)], &year);
            }
            out.close().close();
        }
        let last = explorer.years.len().saturating_sub(1).to_string();
        let range = [
            ("type", "range"),
            ("data-year", "1"),
            ("min", "0"),
            ("max", &last),
            ("step", "1"),
        ];
        out.open_with("div", &[("class", "year"), ("data-for", "year")])
            .open_with("label", &[])
            .el("span", "", Key::ChartYear.text(lang))
            .void("input", &range)
            .close()
            .el_with("output", &[("data-shown", "1")], "")
            .el_with(
                "button",
                &[("type", "button"), ("class", "plain"), ("data-play", "1")],
                "",
            )
            .close();
    }
    for (name, key) in [("log", Key::ExploreLog), ("relative", Key::ExploreRelative)] {
        out.open_with("label", &[("class", "check"), ("data-for", name)])
            .void("input", &[("type", "checkbox"), ("data-flag", name)])
            .el("span", "", key.text(lang))
            .close();
    }
    out.finish()
}

/// The picker of places, folded up.
fn places(out: &mut Markup, explorer: &Explorer) {
    let lang = explorer.lang;
    out.open_with("details", &[("class", "picker"), ("data-for", "places")])
        .el_with("summary", &[("data-picked", "1")], "")
        .open("div", "picker-body");
    if explorer.count >= SEARCH_FROM {
        out.open("label", "")
            .el("span", "", Key::ExploreFindPlace.text(lang))
            .void(
                "input",
                &[
                    ("type", "search"),
                    ("data-find", "1"),
                    ("autocomplete", "off"),
                ],
            )
            .close();
    }
    out.open("p", "picker-sets");
    for (name, key) in [("default", Key::ExploreDefault), ("all", Key::ExploreAll)] {
        let button = [("type", "button"), ("class", "plain"), ("data-set", name)];
        out.el_with("button", &button, key.text(lang)).text(" ");
    }
    out.close().open("ul", "");
    for place in explore::places(&explorer.page.indicator) {
        let name = explorer.name(place);
        out.open_with("li", &[("data-name", &fold(name))])
            .open("label", "check")
            .void("input", &[("type", "checkbox"), ("data-place", place)])
            .el("span", "", name)
            .close()
            .close();
    }
    let most = Key::ExploreMost.with(lang, &Places::MOST.to_string());
    out.close().el("p", "fine", &most).close().close();
}

/// Puts the state into the controls.
fn show(explorer: &Explorer, node: &HtmlElement) {
    let Some(state) = explorer.state() else {
        return;
    };
    show_state(explorer, node, &state);
}

fn show_state(explorer: &Explorer, node: &HtmlElement, state: &IndicatorState) {
    let lang = explorer.lang;
    let kind = explorer.kind(state);
    for tab in marked(node, "data-kind") {
        let is_now = tab.get_attribute("data-kind").as_deref() == Some(kind.id());
        tab.set_attribute("aria-selected", if is_now { "true" } else { "false" })
            .ok();
        tab.set_attribute("tabindex", if is_now { "0" } else { "-1" })
            .ok();
    }
    let (log, relative) = scales(explorer, state);
    for part in marked(node, "data-for") {
        let is_shown = match part.get_attribute("data-for").as_deref() {
            Some("places") => kind != ChartKind::Map,
            Some("span") => !matches!(kind, ChartKind::Map | ChartKind::Bars),
            Some("year") => matches!(kind, ChartKind::Map | ChartKind::Bars),
            Some("log") => log,
            _ => relative,
        };
        part.set_hidden(!is_shown);
    }
    let chosen = explore::chosen(&explorer.page, state);
    let is_all = state.places == Places::All;
    for input in marked(node, "data-place") {
        let place = input.get_attribute("data-place").unwrap_or_default();
        let is_chosen = !is_all && chosen.contains(&place.as_str());
        put(&input, "checked", &is_chosen.into());
        let is_full = !is_all && !is_chosen && chosen.len() >= Places::MOST;
        put(&input, "disabled", &is_full.into());
    }
    for button in marked(node, "data-set") {
        let is_of_all = button.get_attribute("data-set").as_deref() == Some("all");
        let is_now = state.places
            == if is_of_all {
                Places::All
            } else {
                Places::Default
            };
        button
            .set_attribute("aria-pressed", if is_now { "true" } else { "false" })
            .ok();
    }
    let picked = chosen.len().to_string();
    let picked = Key::ExplorePlaces.with2(lang, &picked, &explorer.count.to_string());
    for summary in marked(node, "data-picked") {
        summary.set_text_content(Some(&picked));
    }
    let (from, to) = if kind == ChartKind::Difference {
        explore::between(&explorer.page, &explorer.years, state, &chosen)
    } else {
        explore::span(&explorer.years, state)
    };
    for select in marked(node, "data-end") {
        let is_from = select.get_attribute("data-end").as_deref() == Some("from");
        let year = if is_from { from } else { to };
        put(&select, "value", &JsValue::from_str(&year.to_string()));
    }
    let year = explore::year(&explorer.page, &explorer.years, state);
    let words = year.to_string();
    for range in marked(node, "data-year") {
        let at = explorer
            .years
            .iter()
            .position(|it| *it == year)
            .unwrap_or(0);
        put(&range, "value", &JsValue::from_str(&at.to_string()));
        range.set_attribute("aria-valuetext", &words).ok();
    }
    for output in marked(node, "data-shown") {
        output.set_text_content(Some(&words));
    }
    let key = match (explorer.playing.get(), platform::reduced_motion()) {
        (true, _) => Key::ExplorePause,
        (false, false) => Key::ExplorePlay,
        (false, true) => Key::ExploreNextYear,
    };
    for button in marked(node, "data-play") {
        button.set_text_content(Some(key.text(lang)));
    }
    for flag in marked(node, "data-flag") {
        let is_log = flag.get_attribute("data-flag").as_deref() == Some("log");
        let is_set = if is_log { state.log } else { state.relative };
        put(&flag, "checked", &is_set.into());
    }
}

/// A button: a tab, a set of places, play.
fn click(explorer: &Rc<Explorer>, button: &Element, node: &HtmlElement) {
    if let Some(id) = button.get_attribute("data-kind") {
        explorer.playing.set(false);
        explorer.change(&|state| state.kind = ChartKind::from_id(&id));
        say(explorer);
    } else if let Some(set) = button.get_attribute("data-set") {
        let all = set == "all";
        explorer.change(&|state| state.places = if all { Places::All } else { Places::Default });
        say(explorer);
    } else if button.has_attribute("data-play") {
        if explorer.playing.replace(false) {
            show(explorer, node);
        } else if platform::reduced_motion() {
            next_year(explorer);
        } else {
            play(explorer, node);
        }
    }
}

/// Shows one year after the other, from the first again when the last is shown.
fn play(explorer: &Rc<Explorer>, node: &HtmlElement) {
    explorer.playing.set(true);
    next_year(explorer);
    let (explorer, node) = (Rc::clone(explorer), node.clone());
    platform::every(PACE, move || {
        let goes_on = explorer.playing.get() && next_year(&explorer);
        if !goes_on && explorer.playing.replace(false) {
            show(&explorer, &node);
        }
        goes_on
    });
}

/// Shows the next year; false when it is the last.
fn next_year(explorer: &Explorer) -> bool {
    let Some(state) = explorer.state() else {
        return false;
    };
    let now = explore::year(&explorer.page, &explorer.years, &state);
    let mut later = explorer.years.iter().copied().filter(|it| *it > now);
    let next = later.next().or_else(|| explorer.years.first().copied());
    explorer.change(&|state| state.year = next);
    next != explorer.years.last().copied()
}

/// A control whose value was changed.
fn change(explorer: &Explorer, control: &Element, value: &str) {
    if let Some(place) = control.get_attribute("data-place") {
        let Some(state) = explorer.state() else {
            return;
        };
        let mut chosen = match state.places {
            Places::All => Vec::new(),
            _ => explore::chosen(&explorer.page, &state),
        };
        match chosen.iter().position(|it| *it == place) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(&place),
        }
        let places = Places::of(&chosen);
        explorer.change(&|state| state.places.clone_from(&places));
    } else if let Some(end) = control.get_attribute("data-end") {
        let year = value.parse().ok();
        explorer.change(&|state| {
            if end == "from" {
                state.from = year;
            } else {
                state.to = year;
            }
            // The end that was not touched gives way.
            if let (Some(from), Some(to)) = (state.from, state.to) {
                if from > to && end == "from" {
                    state.to = None;
                } else if from > to {
                    state.from = None;
                }
            }
        });
    } else if let Some(flag) = control.get_attribute("data-flag") {
        let control: Option<&HtmlInputElement> = control.dyn_ref();
        let is_set = control.is_some_and(HtmlInputElement::checked);
        explorer.change(&|state| {
            if flag == "log" {
                state.log = is_set;
            } else {
                state.relative = is_set;
            }
        });
    } else {
        return;
    }
    say(explorer);
}

/// Tells screen readers what the chart says now, once it is drawn.
fn say(explorer: &Explorer) {
    let drawn = explorer.drawn;
    platform::next_frame(move || {
        let words =
            drawn.try_with_untracked(|it| it.as_ref().map(|it| it.description().to_owned()));
        if let Some(Some(words)) = words {
            platform::announce(&words);
        }
    });
}

/// Shows those places whose name has what was typed.
fn find(node: &HtmlElement, typed: &str) {
    let typed = fold(typed);
    for row in marked(node, "data-name") {
        let name = row.get_attribute("data-name").unwrap_or_default();
        row.set_hidden(!name.contains(typed.trim()));
    }
}

/// Arrow keys walk through the tabs.
fn walk(node: &HtmlElement, now: &Element, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if !now.has_attribute("data-kind") {
        return;
    }
    let tabs = marked(node, "data-kind");
    let at = tabs
        .iter()
        .position(|it| it.is_same_node(Some(now)))
        .unwrap_or(0);
    let next = match event.key().as_str() {
        "ArrowRight" => (at + 1) % tabs.len(),
        "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(tab) = tabs.get(next) {
        tab.focus().ok();
        tab.click();
    }
}
