//! The controls as markup, before the state is put into them.

use super::show::{is_shown, picked};
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::pages::indicator::chart::PANEL;
use crate::pages::indicator::Explorer;
use crate::route::{ChartKind, IndicatorState, Places};
use crate::search::fold;

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

/// All controls that the indicator has a use for.
pub(super) fn markup(explorer: &Explorer) -> String {
    let lang = explorer.lang;
    let mut out = Markup::new();
    // In a browser the state is put into the controls when they are there.
    let first = if cfg!(feature = "csr") {
        None
    } else {
        explorer.state()
    };
    let hidden = |part: &str| match &first {
        Some(state) if !is_shown(explorer, state, part) => "hidden",
        _ => "",
    };
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
            (
                "aria-selected",
                match &first {
                    Some(state) if explorer.kind(state) == kind => "true",
                    _ => "",
                },
            ),
        ];
        out.el_with("button", &tab, words_of(kind).text(lang));
    }
    out.close().open("div", "options");
    if explorer.count > 1 {
        places(&mut out, explorer, first.as_ref());
    }
    if explorer.years.len() > 1 {
        for (name, key) in [("from", Key::ExploreFrom), ("to", Key::ExploreTo)] {
            out.open_with("label", &[("data-for", "span"), ("hidden", hidden("span"))])
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
        let year = [
            ("class", "year"),
            ("data-for", "year"),
            ("hidden", hidden("year")),
        ];
        out.open_with("div", &year)
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
        let check = [
            ("class", "check"),
            ("data-for", name),
            ("hidden", hidden(name)),
        ];
        out.open_with("label", &check)
            .void("input", &[("type", "checkbox"), ("data-flag", name)])
            .el("span", "", key.text(lang))
            .close();
    }
    out.finish()
}

/// The picker of places, folded up.
fn places(out: &mut Markup, explorer: &Explorer, first: Option<&IndicatorState>) {
    let lang = explorer.lang;
    let picked = first.map_or_else(String::new, |state| picked(explorer, state));
    out.open_with("details", &[("class", "picker"), ("data-for", "places")])
        .el_with("summary", &[("data-picked", "1")], &picked)
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
