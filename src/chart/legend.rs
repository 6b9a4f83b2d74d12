//! A legend: the names of series that do not stand in the chart itself, as markup.

use super::figure::{Figure, LegendEntry};
use crate::markup::Markup;

/// Writes the names of the series that do not stand in the chart itself, each with a sample of its
/// mark.
pub fn legend(markup: &mut Markup, figure: &Figure) {
    let mut entries = figure
        .legend()
        .iter()
        .filter(|entry| !entry.direct)
        .peekable();
    // A single series needs no name beside the heading.
    if entries.peek().is_none() || figure.legend().len() < 2 {
        return;
    }
    markup.open("ul", "legend");
    for entry in entries {
        markup.open("li", "");
        sample(markup, entry);
        markup.text(" ").text(&entry.name).close();
    }
    markup.close();
}

/// Writes a sample of the mark of a series.
pub fn sample(markup: &mut Markup, entry: &LegendEntry) {
    let attributes = [
        ("class", "chart"),
        ("viewBox", "0 0 20 12"),
        ("aria-hidden", "true"),
    ];
    markup
        .open_with("svg", &attributes)
        .nest(&entry.sample())
        .close();
}
