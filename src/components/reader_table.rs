//! The reader's table of a chart: its values with their sources, sorted by any column, copied as
//! lines that a spreadsheet takes.

use std::cell::RefCell;

use web_sys::{Element, Event, HtmlElement};

use super::cite::Citations;
use super::told;
use crate::chart::{Cell, Figure, Table};
use crate::explore::{sorted as sorted_rows, tsv};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;

/// The order of the rows as the reader has them, as indices of the figure's table.
#[derive(Default)]
pub struct RowOrder(RefCell<Vec<usize>>);

impl RowOrder {
    /// The rows as the figure has them.
    pub fn reset(&self, figure: &Figure) {
        self.0.replace((0..figure.table().rows.len()).collect());
    }

    /// Does what a button of the table says: sorts its rows, or copies them and tells at `told` what
    /// became of it.
    pub fn hear(&self, event: &Event, figure: &Figure, told: &str, lang: Lang) {
        let Some(button) = platform::target(event) else {
            return;
        };
        if button.has_attribute(COPY) {
            let text = tsv(figure.table(), &self.0.borrow(), lang);
            told::copy(lang, Key::ExploreTable, told, text);
        } else if let Some(order) = sorted(figure, &button, lang) {
            self.0.replace(order);
        }
    }
}

/// Marks the button that copies.
const COPY: &str = "data-copy";

/// Writes the button that copies and, with the id `told`, where it is told what became of it.
pub fn write_copy(markup: &mut Markup, told: &str, lang: Lang) {
    let button = [("type", "button"), ("class", "plain"), (COPY, "1")];
    markup.el_with("button", &button, Key::ExploreCopyTable.text(lang));
    told::write(markup, told, lang);
}

/// Writes the values, each with its sources, with a button for each column that sorts by it.
pub fn write(markup: &mut Markup, figure: &Figure, cites: &Citations) {
    let table = figure.table();
    let lang = cites.lang();
    markup
        .open("table", "")
        .el("caption", "visually-hidden", figure.heading());
    markup.open("thead", "").open("tr", "");
    // Of what stands at the left of the rows, nothing is cited.
    let mut shared: Vec<&[String]> = vec![&[]];
    for column in 1..table.headers.len() {
        shared.push(shared_sources(table, column - 1));
    }
    let of_column = |column: usize| shared.get(column).copied().unwrap_or_default();
    for (column, head) in table.headers.iter().enumerate() {
        let place = column.to_string();
        let label = Key::ExploreSort.with(lang, head);
        let button = [
            ("type", "button"),
            ("data-sort", place.as_str()),
            ("aria-label", &label),
        ];
        markup
            .open_with("th", &[("scope", "col")])
            .el_with("button", &button, head);
        cite(markup, of_column(column), cites);
        markup.close();
    }
    markup.close().close().open("tbody", "");
    for (place, row) in table.rows.iter().enumerate() {
        markup
            .open_with("tr", &[("data-row", &place.to_string())])
            .el_with("th", &[("scope", "row")], &row.head);
        for (column, cell) in row.cells.iter().enumerate() {
            write_cell(markup, cell, cites, of_column(column + 1).is_empty());
        }
        markup.close();
    }
    markup.close().close();
}

fn cite(markup: &mut Markup, sources: &[String], cites: &Citations) {
    if sources.is_empty() {
        return;
    }
    markup.open("sup", "cites");
    cites.links(markup, sources);
    markup.close();
}

/// The sources that all values of a column share, which are then named once, in its head; none where
/// they differ.
fn shared_sources(table: &Table, column: usize) -> &[String] {
    let mut shared: &[String] = &[];
    let mut count = 0;
    for cell in table.rows.iter().filter_map(|row| row.cells.get(column)) {
        if cell.sources.is_empty() {
            continue;
        }
        if count > 0 && cell.sources != shared {
            return &[];
        }
        shared = &cell.sources;
        count += 1;
    }
    if count > 1 {
        shared
    } else {
        &[]
    }
}

fn write_cell(markup: &mut Markup, cell: &Cell, cites: &Citations, with_sources: bool) {
    markup.open("td", "").text(&cell.text);
    if cell.projected {
        markup.el("sup", "cites", Key::ChartProjected.text(cites.lang()));
        markup.text(" ");
    }
    if with_sources {
        cite(markup, &cell.sources, cites);
    }
    markup.close();
}

/// The most columns that stand beside each other on paper.
const MOST_ON_PAPER: usize = 7;

/// Writes the values for paper: where it is too narrow for all columns, a table for each.
pub fn write_on_paper(markup: &mut Markup, figure: &Figure, cites: &Citations) {
    let table = figure.table();
    if table.headers.len() <= MOST_ON_PAPER {
        write(markup, figure, cites);
        return;
    }
    for (column, head) in table.headers.iter().skip(1).enumerate() {
        markup.el("h4", "", head).open("table", "");
        for row in &table.rows {
            let cell = row.cells.get(column).filter(|it| !it.text.is_empty());
            let Some(cell) = cell else { continue };
            markup
                .open("tr", "")
                .el_with("th", &[("scope", "row")], &row.head);
            write_cell(markup, cell, cites, true);
            markup.close();
        }
        markup.close();
    }
}

/// Sorts the rows by the column whose button was pressed, and says so to screen readers; the order
/// of the rows of the figure's table.
fn sorted(figure: &Figure, button: &Element, lang: Lang) -> Option<Vec<usize>> {
    let column: usize = button.get_attribute("data-sort")?.parse().ok()?;
    let head = button.parent_element()?;
    let all = button.closest("table").ok()??;
    let descends = head.get_attribute("aria-sort").as_deref() == Some("ascending");
    for other in platform::marked(&all, "aria-sort") {
        other.remove_attribute("aria-sort").ok();
    }
    let words = if descends { "descending" } else { "ascending" };
    head.set_attribute("aria-sort", words).ok();
    let order = sorted_rows(figure.table(), column, descends, lang);
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
