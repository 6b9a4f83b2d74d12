//! A label: what a view shows other than the usual one, for the name of a file.

use super::{between, chosen, span, year};
use crate::model::cut::IndicatorPage;
use crate::route::{ChartKind, Compare, IndicatorState, Places};

/// Kind, places, years and scale of a view, each where it is not the usual one: "bars IDN VNM 2010".
///
/// `kind` is the one shown. More places than fit a name are counted; a map shows them all anyway.
#[must_use]
pub fn label(
    page: &IndicatorPage,
    years: &[i32],
    state: &IndicatorState,
    kind: ChartKind,
) -> String {
    let mut parts: Vec<String> = Vec::new();
    if kind != ChartKind::Line {
        parts.push(kind.id().to_owned());
    }
    let places = chosen(page, state);
    match &state.places {
        _ if kind == ChartKind::Map => {}
        Places::Default => {}
        Places::All => parts.push("all".to_owned()),
        Places::Chosen(_) if places.len() > Compare::MOST => {
            parts.push([&places.len().to_string(), " places"].concat());
        }
        Places::Chosen(_) => parts.extend(places.iter().map(|it| (*it).to_owned())),
    }
    let shown = match kind {
        ChartKind::Map | ChartKind::Bars => {
            let year = year(page, years, state);
            state.year.map(|_| (year, year))
        }
        ChartKind::Difference => {
            let is_said = state.from.or(state.to).is_some();
            is_said.then(|| between(page, years, state, &places))
        }
        _ => {
            let usual = span(years, &IndicatorState::default());
            Some(span(years, state)).filter(|it| *it != usual)
        }
    };
    if let Some((first, last)) = shown {
        parts.push(first.to_string());
        if last != first {
            parts.push(last.to_string());
        }
    }
    if kind == ChartKind::Line {
        for (is_so, word) in [(state.log, "log"), (state.relative, "relative")] {
            if is_so {
                parts.push(word.to_owned());
            }
        }
    }
    parts.join(" ")
}
