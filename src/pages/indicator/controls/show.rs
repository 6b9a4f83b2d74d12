//! The state in the address, put into the controls.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::explore;
use crate::i18n::Key;
use crate::pages::indicator::draw::scales;
use crate::pages::indicator::Explorer;
use crate::platform::{self, marked, put};
use crate::route::{ChartKind, IndicatorState, Places};

/// Puts the state into the controls.
pub(super) fn show(explorer: &Explorer, node: &HtmlElement) {
    let Some(state) = explorer.state() else {
        return;
    };
    show_state(explorer, node, &state);
}

/// Whether a part of the controls has a use for what is shown.
pub(super) fn is_shown(explorer: &Explorer, state: &IndicatorState, part: &str) -> bool {
    let kind = explorer.kind(state);
    match part {
        "places" => kind != ChartKind::Map,
        "span" => !matches!(kind, ChartKind::Map | ChartKind::Bars),
        "year" => matches!(kind, ChartKind::Map | ChartKind::Bars),
        "log" => scales(explorer, state).0,
        _ => scales(explorer, state).1,
    }
}

/// How many places are chosen, in words.
pub(super) fn picked(explorer: &Explorer, state: &IndicatorState) -> String {
    let chosen = explore::chosen(&explorer.page, state).len().to_string();
    Key::ExplorePlaces.with2(explorer.lang, &chosen, &explorer.count.to_string())
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
    for part in marked(node, "data-for") {
        let name = part.get_attribute("data-for").unwrap_or_default();
        part.set_hidden(!is_shown(explorer, state, &name));
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
    for summary in marked(node, "data-picked") {
        summary.set_text_content(Some(&picked(explorer, state)));
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
