//! What the controls do.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::show::show;
use crate::explore;
use crate::find::contains;
use crate::pages::indicator::Explorer;
use crate::platform::{self, marked, value};
use crate::route::{ChartKind, Places};
use crate::search::fold;

/// How long a year stays while the years are played, in milliseconds.
const PACE: i32 = 900;

/// What is typed, or drawn along the years.
pub(super) fn typed(explorer: &Explorer, control: &Element, node: &HtmlElement) {
    if control.has_attribute("data-find") {
        find(node, &value(control));
    } else if control.has_attribute("data-year") {
        explorer.playing.set(false);
        let at: Option<usize> = value(control).parse().ok();
        let year = at.and_then(|at| explorer.years.get(at)).copied();
        explorer.change(&|state| state.year = year);
    }
}

/// A button: a tab, a set of places, play.
pub(super) fn click(explorer: &Rc<Explorer>, button: &Element, node: &HtmlElement) {
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
pub(super) fn change(explorer: &Explorer, control: &Element, value: &str) {
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
        row.set_hidden(!contains(&name, typed.trim()));
    }
}

/// Arrow keys walk through the tabs.
pub(super) fn walk(node: &HtmlElement, now: &Element, event: &Event) {
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
