//! The parts of a live chart that its code writes and changes.

use super::ChartData;
use crate::chart::{legend, Figure, Table};
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::route::{ChartKind, Places};

/// The sentence.
pub(super) const WORDS: &str = "words";
/// Picture and readout.
pub(super) const VIEW: &str = "view";
/// The picture.
pub(super) const PICTURE: &str = "picture";
/// Where points are read.
pub(super) const READOUT: &str = "readout";
/// Names of series.
pub(super) const LEGEND: &str = "legend";
/// The boxes of places.
pub(super) const PLACES: &str = "places";
/// All values.
pub(super) const TABLE: &str = "table";
/// Who published them, and the way to the atlas.
pub(super) const FOOT: &str = "foot";
/// Marks the button of a kind of view, with its identifier.
pub(super) const KIND: &str = "data-kind";
/// Marks the box of a place, with its identifier.
pub(super) const PLACE: &str = "data-place";

/// All parts, those that change still empty.
pub(super) fn all(data: &ChartData, lang: Lang) -> String {
    let mut markup = Markup::new();
    markup
        .el("h1", "", data.page.indicator.name.get(lang))
        .el_with("p", &[("class", "lead"), ("id", WORDS)], "");
    kinds(&mut markup, lang);
    markup
        .open_with("div", &[("id", VIEW)])
        .open("div", "stage")
        .el_with("div", &[("id", PICTURE)], "")
        .el_with("div", &[("class", "readout"), ("id", READOUT)], "")
        .close()
        .close()
        .el_with("div", &[("id", LEGEND)], "");
    places(&mut markup, data, lang);
    let title = Key::ChartTable.text(lang);
    let body = [
        ("class", "table-wrap"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", title),
    ];
    markup
        .open_with("details", &[("id", TABLE)])
        .el("summary", "", title)
        .el_with("div", &body, "")
        .close()
        .open("footer", "")
        .el_with("p", &[("id", FOOT)], "");
    markup.finish()
}

/// The buttons of the kinds of view.
fn kinds(markup: &mut Markup, lang: Lang) {
    let group = [
        ("class", "kinds"),
        ("role", "group"),
        ("aria-label", Key::ExploreKinds.text(lang)),
    ];
    markup.open_with("div", &group);
    for (kind, words) in [
        (ChartKind::Line, Key::ExploreLine),
        (ChartKind::Bars, Key::ExploreBars),
        (ChartKind::Table, Key::ExploreTable),
    ] {
        let button = [("type", "button"), (KIND, kind.id())];
        markup.el_with("button", &button, words.text(lang));
    }
    markup.close();
}

/// The boxes of the places.
fn places(markup: &mut Markup, data: &ChartData, lang: Lang) {
    let most = Key::ExploreMost.with(lang, &Places::MOST.to_string());
    markup
        .open_with("details", &[("id", PLACES)])
        .el("summary", "", "")
        .el("p", "fine", &most)
        .open("ul", "");
    for place in explore::places(&data.page.indicator) {
        markup
            .open("li", "")
            .open("label", "")
            .void("input", &[("type", "checkbox"), (PLACE, place)])
            .text(" ")
            .text(data.name(place, lang))
            .close()
            .close();
    }
    markup.close().close();
}

/// All values of a figure.
pub(super) fn table(figure: &Figure, lang: Lang) -> String {
    let Table {
        unit,
        headers,
        rows,
    } = figure.table();
    let mut markup = Markup::new();
    let unit = Key::ChartDescriptionUnit.with(lang, unit);
    markup
        .open("table", "")
        .el("caption", "note", &unit)
        .open("thead", "")
        .open("tr", "");
    for head in headers {
        markup.el_with("th", &[("scope", "col")], head);
    }
    markup.close().close().open("tbody", "");
    for row in rows {
        markup
            .open("tr", "")
            .el_with("th", &[("scope", "row")], &row.head);
        for cell in &row.cells {
            let class = if cell.projected { "proj" } else { "" };
            markup.el("td", class, &cell.text);
        }
        markup.close();
    }
    markup.finish()
}

/// Names of series of a figure.
pub(super) fn names(figure: &Figure) -> String {
    let mut markup = Markup::new();
    legend(&mut markup, figure);
    markup.finish()
}
