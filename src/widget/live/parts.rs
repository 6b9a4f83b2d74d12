//! What the code of a live chart writes into its parts.

use super::ids::PLACE;
use super::ChartData;
use crate::chart::{legend, Figure, Table};
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;

/// The boxes of the places, for the list that the file has for them.
pub(super) fn boxes(data: &ChartData, lang: Lang) -> String {
    let mut markup = Markup::new();
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
    markup.finish()
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
